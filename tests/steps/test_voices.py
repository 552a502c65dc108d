"""Who speaks where a verb of saying has another subject, or where parsers give it one: ordinary sentences of reports."""

import pytest

import trucewatch
from trucewatch.steps.claims.passages import stretches

from .reading_reports import document_of, read, speakers


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Colonel Adan Warsame was quoted as saying that his men had broken the truce.", ["Adan Warsame"]),
        ("The agency quoted Colonel Adan Warsame as saying that the rebels had broken the truce.", ["Adan Warsame"]),
        (
            "The agency quotes General Vukelic as saying that his men kept the truce and that the truce is dead.",
            ["General Vukelic"] * 2,
        ),
        ("The council's position is that the truce does not cover the port.", ["council"]),
        ("It is the council's view that the truce does not cover the port.", ["council"]),
        ("The reply from the council was that the truce does not cover the port.", ["council"]),
        ("What Colonel Adan Warsame said was that the truce did not cover the port.", ["Adan Warsame"]),
        ("It was Colonel Adan Warsame who said that the truce did not cover the port.", ["Adan Warsame"]),
        ("The council has been clear: the truce does not cover the port.", ["council"]),
        ("For the council, the truce does not cover the port.", ["council"]),
        ("The Joint Forces press office has replied already: the truce does not cover the port.", ["press office"]),
        ("The rebels accused the army of breaking the truce, which the army denied.", ["rebels", "army"]),
        ("The rebels accused the army of breaking the truce, a charge the army denied.", ["rebels", "army"]),
        ("The army says the rebels broke the truce, which they deny.", ["army", "rebels"]),
        (
            "Koné says the rebels broke the truce; the youth leader Serge Ado accused the army of breaking it.",
            ["Koné", "Serge Ado"],
        ),
        ("General Laqwar, a source in your own council says the rebels broke the truce.", ["source"]),
        ("Mr Deng, the army says the rebels broke the truce.", ["army"]),
        ("The spokesman, reached by telephone, said the rebels had broken the truce.", ["spokesman"]),
        ("The truce was dead, the minister, in a letter to the mission, said.", ["minister"]),
        ("The rebels had broken the truce, the Popular Front for Recovery (FPR) also said.", ["Popular Front"]),
        ("Union officers preparing to monitor the truce said the rebels had broken it.", ["Union officers"]),
        ("The mission saw two tanks in the buffer zone, some forty metres long.", ["mission"]),
        ("The envoy welcomed the fact that the truce had held, and called on both sides to keep it.", ["envoy"] * 2),
        ("The troops, Brigadier Landsman went on, had broken the truce.", ["Landsman"]),
    ],
)
def test_who_speaks(sentence, expected):
    found = speakers(sentence)
    assert len(found) == len(expected), found
    assert all(any(name in one for one in names) for names, name in zip(found, expected, strict=True)), found


def test_whoever_an_agency_quotes_is_he_in_the_next_sentence():
    (*_, last) = speakers("SANA quotes a military source. He added that the truce did not cover the port.")
    assert any("military source" in name for name in last)


ISSUED = """\
NATIONAL LIBERATION ARMY - NLA
COMMUNIQUÉ No. 14

Adwa, 12 October 2023

{}
"""


@pytest.mark.parametrize(
    "sentence",
    [
        "The NLA broke no truce.",
        "A unit of ours shelled the post in response to an attack.",
        "The ceasefire has been observed by all our units.",
    ],
)
def test_what_our_units_do_the_issuer_says_by_its_name_and_by_its_short_name(sentence):
    (names,) = speakers(ISSUED.format(sentence))
    assert {"NATIONAL LIBERATION ARMY", "NLA"} <= names


def test_the_men_of_a_body_are_the_body_also_where_the_text_names_it_only_so():
    first, second = speakers(
        "SPLA troops broke the truce on 4 May.\n\nUNOMIG patrols found that militia had broken the truce."
    )
    assert {"SPLA", "SPLA troops"} <= first
    assert {"UNOMIG", "UNOMIG patrols"} <= second


def test_the_men_of_a_longer_name_are_not_those_of_its_first_word():
    (names,) = speakers("Monitors of the UN mission found that the rebels had broken the truce.")
    assert "UN" not in names


def test_three_who_speak_together_are_one_and_a_state_is_no_verb():
    (names,) = speakers(
        "Portugal, Russia and the United States, observers of the accord, urged both sides to keep the truce."
    )
    assert "Portugal, Russia and the United States" in names


def test_a_name_with_a_hyphen_and_one_that_a_tagger_takes_for_a_verb_stay_whole():
    assert any("Anti-balaka" in name for name in speakers("Anti-balaka (Mokom wing): the truce is dead for us.")[0])
    told = "Khaing Thuu Kha Min, their spokesman, told me that the truce did not cover the port."
    assert "Khaing Thuu Kha Min" in speakers(told)[0]


def test_an_attribution_inside_what_is_said_does_not_cut_the_quotation():
    report = read("The port, the minister said, had not been covered by the truce.")
    (claim,) = report.claims
    assert claim.quote.span.exact == "The port, the minister said, had not been covered by the truce"


def test_in_a_transcript_he_is_not_who_speaks_and_a_denial_is_who_speaks():
    turns = (
        "GENERAL ADO: Welcome.\n\nGENERAL ADO: Thank you.\n\nGENERAL ADO: We begin.\n\n"
        "QUESTION: Would the president accept a truce?\n\nGENERAL ADO: {}"
    )
    assert any("president" in name for name in speakers(turns.format("He has pledged to respect the truce."))[-1])
    assert any("ADO" in name for name in speakers(turns.format("He never said that the truce was dead."))[-1])


def test_a_dateline_with_a_day_of_one_figure_and_a_time_above_a_post_are_no_names():
    def parts(text: str) -> list[str]:
        document = document_of(text)
        return [document.text[p.start : p.end] for p in stretches(document)]

    assert parts("Lomé, 9 May (Agence Ouest) - Rebel leader Fodé left the talks on Thursday.") == [
        "Rebel leader Fodé left the talks on Thursday."
    ]


def test_a_title_names_who_answers_where_nobody_else_does():
    text = "Interview with General Marco Sesto, head of the team\n\n" + "\n\n".join(
        ["Q: Has the truce held?", "A: It has.", "Q: Everywhere?", "A: The truce does not cover the port."]
    )
    assert "Marco Sesto" in " ".join(speakers(text)[-1])


def test_the_headlines_of_a_bulletin_are_no_claims():
    assert speakers("Good evening. The headlines: the army denies that it broke the truce; floods in the south.") == []


def test_an_agency_that_quotes_somebody_before_a_colon_does_not_speak():
    (names,) = speakers("State agency, quoting a military source: the rebels broke the truce.")
    assert any("military source" in name for name in names)


def test_a_handle_with_the_short_name_of_a_body_is_the_bodys():
    text = "@reporter · 09:00\nThe RSF left the port.\n\n@RSF_press · 10:05\nWe did not violate the ceasefire."
    assert {"RSF", "@RSF_press"} <= speakers(text)[-1]


def test_who_takes_note_of_an_accusation_admits_nothing():
    text = (
        "MOVEMENT FOR REFORM\n\nPRESS RELEASE\n\nAdwa, 14 June 2018\n\nThe Movement takes note of the statement of the minister"
        " according to which our forces attacked the garrison."
    )
    assert all(claim.stance != "BREACH_ADMITTED" for claim in read(text).claims)


def test_what_was_promised_for_a_day_and_has_not_been_done_is_one_claim():
    report = read("The withdrawal of the tanks from the hills, promised for 1 September 2020, has not taken place.")
    assert [c.quote.span.exact for c in report.claims] == [
        "The withdrawal of the tanks from the hills, promised for 1 September 2020, has not taken place"
    ]


def test_they_whom_somebody_has_just_accused_are_not_the_accuser():
    accused = "The army accused the rebels of lying and said they had ordered a withdrawal."
    itself = "The army accused the rebels of lying and said it had ordered a withdrawal."
    assert [c.stance for c in read(accused).claims] == ["ACCUSE", "ACCUSE"]
    assert [c.stance for c in read(itself).claims] == ["ACCUSE", "COMMIT"]


def test_what_unnamed_leaders_openly_say_of_themselves_is_no_private_report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Rebel leaders said they had ordered a pull-out from Kidal.\n", encoding="utf-8")
    (claim,) = trucewatch.read_report(path).claims
    assert claim.stance == "COMMIT"
