"""Stances that words and phrases rule out, and who is said to be guilty."""

from pathlib import Path

import pytest

from tests.steps.reading_wholly import read_wholly, told_wholly
from trucewatch.core.incidents import AttributedBy

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The minister said the rebels had no intention of honouring the ceasefire.", ("minister", "ACCUSE")),
        ("Neither side is respecting the ceasefire, the U.N. envoy said.", ("U.N. envoy", "THIRD_PARTY_FINDING")),
        ("The attack amounted to a rejection of the truce, the minister said.", ("minister", "ACCUSE")),
        (
            "The strike drew condemnation from Egypt, which said it violated the ceasefire.",
            ("Egypt", "ACCUSE"),
        ),
        ("The army has kept shelling the town despite the truce.", ("army", "BREACH")),
        ("Israel said its jets struck Tyre on Friday despite the ceasefire.", ("Israel", "BREACH_ADMITTED")),
        ("The minister said blame for the attack lay with the rebels.", ("minister", "ACCUSE")),
        (
            'The minister said the claim that troops had fired was "without factual basis".',
            ("minister", "DENY_CONDUCT"),
        ),
        ("Rebels attacked the monitors' convoy during the truce, the U.N. said.", ("U.N.", "THIRD_PARTY_FINDING")),
        ("The Front said it would free ten prisoners unconditionally.", ("Front", "COMMIT")),
        ("The rebels said a plane had flown over the dam.", ("rebels", "ACCUSE")),
        (
            '"The rebels are rearming under cover of the ceasefire," army spokesman Karim Said told journalists.',
            ("Karim Said", "ACCUSE"),
        ),
        ("Neither party has lived up to its commitments.", ("", "REPORT_NOT_DONE")),
        ("President Petro ruled out ending the truce.", ("Petro", "AFFIRM")),
        ("The minister ruled out a return to war.", ("minister", "AFFIRM")),
        ("The army ruled out that its troops had fired first.", ("army", "DENY_CONDUCT")),
        ("The ELN said that the army had been the first to break the truce.", ("ELN", "ACCUSE")),
        (
            "Mayor Omar Saleh said the peacekeepers had done nothing to stop the attack.",
            ("Omar Saleh", "ACCUSE"),
        ),
        ("Mediator Anna Berg said the deadline had come and gone.", ("Anna Berg", "REPORT_NOT_DONE")),
    ],
)
def test_the_words_tell_what_they_cannot_mean(text, found):
    assert told_wholly(PLACE + text)[-1] == found


@pytest.mark.parametrize(
    "text",
    [
        "Norway said it regretted the collapse of the truce.",
        "The U.N. said it regretted the departure of the ceasefire monitors.",
    ],
)
def test_regret_at_what_others_did_admits_nothing(text):
    assert "BREACH_ADMITTED" not in [stance for _, stance in told_wholly(PLACE + text)]


@pytest.mark.parametrize("word", ["calls", "demands"])
def test_whom_others_press_says_nothing(word):
    assert told_wholly(f"{PLACE}The prime minister is facing {word} to withdraw from the truce.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("NAS is in violation of Article 3 of the Ceasefire Agreement.", ""),
        (
            "The Commission's team visited Dolo. The army bears responsibility for the burning of the clinic.",
            "Commission",
        ),
        ("The Mission's conclusion is clear. The Arrow Brigade was responsible for the attack.", "Mission"),
        ("There is no proof that Eritrea sent troops across the line.", ""),
        ("No evidence was found that the Arrow Brigade attacked the convoy.", ""),
    ],
)
def test_what_is_found_is_not_found_by_the_one_of_whom_it_is_found(text, speaker):
    assert told_wholly(PLACE + text)[-1] == (speaker, "THIRD_PARTY_FINDING")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("We have not signed the truce, nor will we respect it, the rebels said.", "nor will we respect it"),
        (
            "The army has not left the town. Nor will it respect the truce, its spokesman said.",
            "Nor will it respect the truce",
        ),
    ],
)
def test_nor_stays_in_the_quote_and_denies(text, quote):
    claims = read_wholly(PLACE + text).claims

    assert claims[-1].quote.span.exact.endswith(quote)
    assert claims[-1].stance in ("DENY_OBLIGATION", "WITHDRAW")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The MILF has stopped the decommissioning of its combatants.", ("MILF", "SUSPEND")),
        ("Ukraine said it was freezing the exchange of prisoners, citing Russian attacks.", ("Ukraine", "SUSPEND")),
        ("The army has stopped its attacks on the town.", ("army", "COMPLY")),
        (
            "The Government thanks former President Joaquim Mutola, who has described the events in Adi Keshi as "
            '"a serious breach".',
            ("Joaquim Mutola", "ACCUSE"),
        ),
        (
            "The general met Bishop Reyes, who said that the army had broken the truce.",
            ("Reyes", "ACCUSE"),
        ),
        (
            "The shelling prompted a protest from Jordan, which accused Israel of breaching the truce.",
            ("Jordan", "ACCUSE"),
        ),
        (
            "The army shelled the town on Friday, in what the Front described as a breach of the truce.",
            ("Front", "ACCUSE"),
        ),
        (
            "It was Vera Grabe, head of the government delegation, who had told lawmakers that the rebels had promised to "
            "respect the ceasefire.",
            ("rebels", "COMMIT"),
        ),
    ],
)
def test_one_claim_of_the_one_who_makes_it(text, found):
    assert told_wholly(PLACE + text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We wish to inform the guarantors that we are withdrawing from the ceasefire.", "WITHDRAW"),
        (
            "We hereby notify the mediators that from midnight we no longer take part in the Joint Commission.",
            "SUSPEND",
        ),
        ("Should the army attack again, we shall take up arms.", "THREATEN"),
    ],
)
def test_whoever_gives_notice_leaves_or_threatens(text, found):
    assert told_wholly(f"Statement of the Northern Front, 2 May 2020\n\n{text}") == [("Northern Front", found)]


def test_ranks_cut_short_belong_to_the_name():
    text = (
        "Manila, 2 May 2020. Lt. Col. Roden Orbon, spokesperson of the 6th Infantry Division, said troops respect the truce. "
        "Orbon accused the rebels of an ambush."
    )

    assert [name for name, _ in told_wholly(text)] == ["Roden Orbon", "Roden Orbon"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army denied that its raid was a violation of the truce.", "DENY_CONDUCT"),
        ("The army admitted that its raid was a violation of the truce.", "BREACH_ADMITTED"),
        ("The envoy thanked the army, which admitted it broke the truce.", "BREACH_ADMITTED"),
        ("The rebels will free ten prisoners when the army declares an unconditional ceasefire.", "CONDITION"),
        ("The army said the accusation that rebels had broken the truce was beyond doubt.", "ACCUSE"),
        ("The army has kept attacks to a minimum.", "CLAIM_COMPLIANCE"),
    ],
)
def test_a_rule_ends_where_its_words_do(text, found):
    assert [stance for _, stance in told_wholly(PLACE + text)] == [found]


def test_whoever_will_not_leave_does_not():
    text = "We wish to inform the mediators that we will not withdraw from the ceasefire commission."

    told = told_wholly(f"Statement of the Northern Front, 2 May 2020\n\n{text}")
    assert [stance for _, stance in told] == ["AFFIRM"]


@pytest.mark.parametrize(
    "text",
    [
        "The UN mission is responsible for monitoring the ceasefire.",
        "The Mission inspected Dolo. The army is no longer responsible for the checkpoint.",
    ],
)
def test_a_task_is_no_guilt(text):
    assert "THIRD_PARTY_FINDING" not in [stance for _, stance in told_wholly(PLACE + text)]


def test_a_word_at_the_end_of_a_text_is_read():
    assert told_wholly(PLACE + "The army broke the truce.\n\nUpdate\n") == [("army", "BREACH")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "UNIFIL received a complaint from Lebanon alleging that Israeli troops had crossed the Blue Line.",
            [("Lebanon", "ACCUSE")],
        ),
        (
            "UNMISS received a complaint from the SPLM-IO alleging that government troops had shelled Kajo-Keji.",
            [("SPLM-IO", "ACCUSE")],
        ),
        (
            "The committee received reports from residents saying that the army had shelled the camp.",
            [("residents", "ACCUSE")],
        ),
    ],
)
def test_whoever_receives_a_complaint_has_found_nothing(text, found):
    assert told_wholly(PLACE + text) == found


def test_what_came_and_went_is_told_once_and_whole():
    claims = read_wholly(PLACE + "That day has come and gone without a single fighter leaving the camp.").claims
    assert [claim.quote.span.exact for claim in claims] == [
        "That day has come and gone without a single fighter leaving the camp"
    ]


def test_the_incident_of_a_complaint_is_told_by_its_sender():
    text = "UNMISS received a complaint from the SPLM-IO alleging that government troops had shelled Kajo-Keji."
    (incident,) = read_wholly(PLACE + text).incidents
    assert incident.attributed_by is AttributedBy.PARTY


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rebels are not certain that they will keep it.", ("rebels", "CAST_DOUBT")),
        ("The minister is not sure that his men will respect the truce.", ("minister", "CAST_DOUBT")),
        ('"We are not sure the army will respect it," a rebel spokesman said.', ("rebel spokesman", "CAST_DOUBT")),
        ("The rebels are certain that they will keep it.", ("rebels", "AFFIRM")),
    ],
)
def test_who_is_not_sure_affirms_nothing(text, found):
    assert told_wholly(f"{PLACE}The truce began on 10 April 2016. {text}")[-1] == found


@pytest.mark.parametrize(
    "words", ["by the mission in April", "by the mission in May 2016", "by the mission on 3 April"]
)
def test_a_month_is_no_part_of_a_name(words):
    found = told_wholly(f"{PLACE}The truce began on 10 April 2016. No violations were recorded {words}.")
    assert [name for name, _ in found] == ["mission"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Drones, the deputy commander observed, are not banned by the truce.", "deputy commander"),
        ("Drones, the colonel noted, are not covered by the truce.", "colonel"),
        ("The colonel, the one who signed, said that drones were not covered by the truce.", "colonel"),
    ],
)
def test_who_observes_in_an_insertion_is_no_name_of_what_is_observed(text, speaker):
    assert told_wholly(f"{PLACE}The truce began on 10 April 2016. {text}")[-1][0] == speaker


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        (
            'On Friday the president declared a unilateral ceasefire "over the whole of the national territory".',
            "COMMIT",
        ),
        ("The army declared a truce over the whole country on Friday.", "COMMIT"),
        ("The president declared the truce over on Friday.", "WITHDRAW"),
    ],
)
def test_whoever_declares_a_ceasefire_leaves_none(text, stance):
    assert [s for _, s in told_wholly(PLACE + text)] == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "Ceasefire Commission: Situation Report, 4 May 2018\n\nArmed cadres turned our Rolpa team back at Thabang on 2 May.\n",
        "JOINT MILITARY COMMISSION\nSituation report, 4 May 2018\n\nOn 2 May a Commission patrol was stopped at a GoS checkpoint south "
        "of Kadugli and turned back.\n",
        "REPORT OF THE OBSERVER MISSION\n4 May 2018\n\nA UN convoy went through Rogatica on Friday without being stopped.\n",
    ],
)
def test_no_third_party_keeps_or_breaks_the_terms(text):
    report = read_wholly(text)
    third = {actor.id for actor in report.actors if actor.authority == "T"}
    assert not [c for c in report.claims if c.speaker in third and c.stance in ("COMPLY", "COMPLY_PART", "BREACH")]


def test_what_residents_tell_of_rebels_is_no_breach_by_residents():
    told = told_wholly(
        "GOMA, 8 August 2024 (Wire) - The four-day-old ceasefire between Congo and Rwanda came under strain on Thursday after M23 rebels "
        "seized the lakeside town of Nyamilima, residents and two local officials said.\n"
    )
    assert told
    assert all(stance != "BREACH" for name, stance in told if "residents" in name)


def test_a_communique_does_not_break_what_its_enemy_broke():
    passage = Path(__file__).parents[1] / "gold" / "reports" / "dev_12" / "bouake_2004_communique.txt"
    told = told_wholly(passage.read_text(encoding="utf-8"))
    assert ("Forces Nouvelles", "ACCUSE") in told
    assert ("Forces Nouvelles", "BREACH") not in told
