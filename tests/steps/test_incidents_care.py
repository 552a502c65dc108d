"""What an incident must not take: doers and victims that are none, another's day, figures, a party's word for a finding."""

import pytest

from tests.steps.reading_incidents import doer, incidents_of, nobody, only
from trucewatch.core.incidents import AttributedBy, Verification
from trucewatch.core.model import Span


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.exact for span in spans]


@pytest.mark.parametrize(
    "text",
    [
        "Since the truce began on 9 May 2020 at least 74 civilians have been killed in Orr.",
        "So far this year 38 people have been abducted in Orr.",
        "In the quarter 38 people were detained at the boundary line.",
    ],
)
def test_a_figure_is_no_incident(text):
    assert incidents_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The team saw eleven burned huts in Orr on 3 May 2019.",
        "On 3 May 2019 mines on both sides of the road prevented the patrol from proceeding to Orr.",
        "On 3 May 2019 a tractor drove over a mine near Orr, killing the driver.",
    ],
)
def test_what_is_nobody_did_nothing(text):
    assert doer(only(text)) is None


def test_who_operates_a_drone_did_it():
    incident = only("On 3 May 2019, a drone operated by the Union army hit a clinic in Orr, residents said.")
    assert (doer(incident), words(incident.victims)) == ("the Union army", ["a clinic"])


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("(c) On 3 May 2019 shots were fired at the office of the governor in Orr.", ["the office of the governor"]),
        ("On 3 May 2019 two members of the Mission's team were held for three hours at a Kadra checkpoint near Dell.", ["two members of the Mission's team"]),
        ("On 3 May 2019 men in uniform took two teenagers away from their home in Orr.", ["two teenagers"]),
    ],
)  # fmt: skip
def test_who_suffered_it(text, victims):
    incident = only(text)
    assert words(incident.victims) == victims
    assert incident.span.exact.startswith("On 3 May")


def test_casualties_are_named_in_full():
    incident = only("Two members of the Joint Force, who were killed, hit a mine near Orr on 3 May 2019.")
    assert any("Two members of the Joint Force" in c.exact for c in incident.casualties)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The spokesman says no gun will be given up before the last soldier has crossed the border.", 0),
        ("He will sign after the army has shelled the town.", 0),
        ("He would not sign before the army had shelled its last village.", 0),
        ("The army left before rebels shelled the town on 2 May 2019.", 1),
        ("He said that rebels had shelled the town before the army left.", 1),
    ],
)
def test_what_is_still_to_come_is_no_incident(text, count):
    assert len(incidents_of(text)) == count


def test_who_patrols_from_the_air_violates_no_airspace():
    assert incidents_of("The helicopter flew four of its nine planned patrols over Orr on 3 May 2019.") == ()
    assert [i.kind for i in incidents_of("A Union helicopter flew over Orr on 3 May 2019.")] == ["airspace-violation"]


@pytest.mark.parametrize("word", ["allegedly", "reportedly"])
def test_hearsay_is_not_the_report_s_own_word(word):
    incident = only(f"Union soldiers {word} beat three fishermen in Orr on 3 May 2019.")
    assert (incident.attributed_by, incident.verification) == (AttributedBy.WITNESS, Verification.REPORTED)
    assert incident.verification_words is not None
    assert incident.verification_words.exact == word


def test_what_the_mission_saw_does_not_prove_what_a_chief_says():
    text = (
        "On 3 May 2019 the team saw eleven burned huts in Orr and spoke to the chief, who said that Union fighters had "
        "raided the village on 1 May."
    )
    said = next(i for i in incidents_of(text) if doer(i))
    assert (doer(said), said.attributed_by, said.verification) == ("Union fighters", AttributedBy.WITNESS, Verification.REPORTED)  # fmt: skip
    assert said.when is not None
    assert said.when.edtf == "2019-05-01"


def test_a_burned_house_confirmed_is_not_the_attack_confirmed():
    text = "On 3 May 2019 Union fighters attacked Orr. The mission confirmed that the town hall had been burned."
    assert only(text).verification is Verification.STATED


def test_a_ruling_that_nothing_was_broken_verifies_nothing():
    text = (
        "On 3 May 2019 the navy fired at a boat off Orr. The mission ruled that this was not a violation of article 2."
    )
    incident = only(text)
    assert (incident.attributed_by, incident.verification, incident.provisions) == (
        AttributedBy.AUTHOR,
        Verification.STATED,
        (),
    )


@pytest.mark.parametrize(
    "sentence",
    [
        'The Union called it "a flagrant breach of the Orr Agreement".',
        "The Union said that this violated article 5 of the Accord.",
        "This would violate article 5 of the Accord.",
    ],
)
def test_a_party_s_or_a_possible_breach_is_no_provision(sentence):
    text = f"On 3 May 2019 rebels shelled a clinic in Orr. {sentence}"
    (incident,) = incidents_of(text)
    assert incident.provisions == ()


@pytest.mark.parametrize(
    "provision",
    [
        "Article 4 (b) of the Truce",
        "Chapter II, Article 2.4.10 of the Peace Agreement",
        "point 2.1 of the protocol",
        "paragraph 3 (a)",
    ],
)
def test_a_provision_is_named_in_full_and_is_no_place(provision):
    incident = only(f"On 3 May 2019 the army shelled a clinic in Orr, in violation of {provision}.")
    assert words(incident.provisions) == [provision]
    assert words(incident.where) == ["Orr"]


def test_a_finding_goes_with_the_event_that_it_names():
    text = (
        "On 3 May 2019 Union fighters attacked the police post at Orr. A spokesman for the Union said the police had arrested "
        "two of its members. The mission found that the attack violated article 2."
    )
    attack, arrest = incidents_of(text)
    assert (words(attack.provisions), words(arrest.provisions)) == (["article 2"], [])
    assert arrest.when is None


@pytest.mark.parametrize(
    "text",
    [
        "On 13 May 2019 a patrol visited Orr following reports that a camp had been attacked.",
        "On 13 May 2019 a patrol reached Orr and confirmed that the hall had been burned.",
        "On 13 May 2019 the Union accused the army of bombing its camp in Orr.",
    ],
)
def test_the_day_of_the_visit_or_of_the_accusation_is_not_that_of_the_event(text):
    assert [i.when for i in incidents_of(text)] in ([None], [])


def test_a_list_of_entries_has_a_day_and_places_in_each_line():
    text = (
        "Situation report, week ending 14 July 2013\n\nIncidents were few.\n\n8 July, Barangay Timbul, Datu Saudi: Members of "
        "the Brigade ambushed an army truck. Two soldiers died and four were hurt.\n11 July, Lambayan: Army units and the "
        "Brigade exchanged fire for two hours. No one was hurt."
    )
    first, second = incidents_of(text)
    assert [(doer(i), words(i.where), i.when and i.when.edtf) for i in (first, second)] == [
        ("Members of the Brigade", ["Barangay Timbul", "Datu Saudi"], "2013-07-08"),
        ("Army units; the Brigade", ["Lambayan"], "2013-07-11"),
    ]


def test_the_topic_in_front_of_a_paragraph_is_no_place():
    incident = only(
        "Flag incident. On 3 May 2019 about 40 civilians crossed the line near Lor. The team was told later."
    )
    assert "Flag" not in words(incident.where)


def test_numbered_hills_and_posts():
    assert words(only("On 3 May 2019 the army shelled positions at Hill 302.").where) == ["Hill 302"]


def test_a_name_that_is_a_place_elsewhere_is_where_it_happened():
    text = "On 3 May 2019 rebels attacked Ngala. The team reached Ngala two days later."
    assert "Ngala" in words(only(text).where)


def test_an_event_with_its_own_day_stands_beside_a_figure():
    text = "The teams were obstructed four times, and on 3 May 2019 one team was detained at Orr by the police."
    assert doer(only(text)) == "the police"


def test_other_occasions_say_nothing_of_the_event_before():
    text = (
        "At a bridge near Orr on 3 May 2019 soldiers stopped the mission. On two occasions the mission's drone met "
        "interference, which the mission assessed as jamming."
    )
    assert only(text).verification is Verification.STATED


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The head of mission said it was too early to say who was responsible.",
            "too early to say who was responsible",
        ),
        (
            "The mission was not in a position to attribute responsibility.",
            "not in a position to attribute responsibility",
        ),
        ("The mission stopped short of saying who had fired.", "stopped short of saying who had fired"),
    ],
)
def test_more_words_for_nobody_named(sentence, found):
    assert nobody(only(f"On 3 May 2019 a mortar round hit a clinic in Orr. {sentence}")) == found


def test_neither_claim_confirmed():
    text = "The Union accused the army of shelling the village of Orr. The monitors have confirmed neither claim."
    assert only(text).verification is Verification.UNVERIFIED


def test_that_nobody_claims_it_is_not_the_monitor_s_finding():
    incident = only("On 3 May 2019 a bomb exploded in Orr. No group has claimed responsibility.")
    assert (nobody(incident), incident.attributed_by) == ("No group has claimed responsibility", AttributedBy.AUTHOR)


def test_the_committee_of_a_joint_ceasefire_committee_is_the_monitor():
    text = (
        "Communique of the Joint Ceasefire Committee\n\nThe Committee established that on 3 May 2019 Regional police had "
        "detained a farmer in Orr. It met again in June."
    )
    assert only(text).attributed_by is AttributedBy.MONITOR


def test_an_aircraft_nobody_knows():
    incident = only("On 2 March 2016 an unmanned aerial vehicle of unknown origin overflew the base in Orr.")
    assert (incident.kind, nobody(incident)) == ("airspace-violation", "an unmanned aerial vehicle of unknown origin")


def test_a_sniper_is_somebody():
    assert doer(only("On 3 May 2019 a Union army sniper killed a farmer in Orr.")) == "a Union army sniper"


def test_doubt_about_another_event():
    text = "On 3 May 2019 the Front shelled a clinic in Orr and said that it had responded. The mission could not confirm any earlier fire."
    assert only(text).verification is Verification.STATED


def test_the_group_of_a_joint_observer_group_is_the_monitor():
    text = "Joint Observer Group, Orr\n\nThe Group found that on 3 May 2019 soldiers had detained a farmer in Orr. It met again."
    assert only(text).attributed_by is AttributedBy.MONITOR


def test_which_side_is_a_question():
    text = "On 3 May 2019 both sides exchanged fire near Orr for 20 minutes; it is not known which side opened fire."
    assert doer(only(text)) == "both sides"


def test_a_post_with_its_number_suffers_and_is_where_it_was():
    incident = only("On 3 May 2019 soldiers fired three mortar bombs at Post 14.")
    assert (words(incident.victims), words(incident.where)) == (["Post 14"], ["Post 14"])


def test_what_a_side_reported_and_the_mission_found_no_trace_of():
    incident = only(
        "On 8 June 2017, firing near Keran was reported by the western side; the mission found no evidence."
    )
    assert (incident.attributed_by, incident.verification) == (AttributedBy.PARTY, Verification.UNVERIFIED)
    assert incident.when is not None
    assert incident.when.edtf == "2017-06-08"


def test_an_article_in_short():
    incident = only(
        "On 3 May 2019 the army shelled a clinic in Orr, contrary to Art. 2.1.10 of the Agreement. It was empty."
    )
    assert words(incident.provisions) == ["Art. 2.1.10 of the Agreement"]
    assert words(incident.where) == ["Orr"]


def test_a_team_that_got_there_late_did_get_there():
    text = "On 3 May 2019 the army shelled a clinic in Orr. The mission could not reach Orr until 12 May 2019."
    assert only(text).verification is Verification.STATED
