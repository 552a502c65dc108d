"""How single sentences tell of an incident, and how they do not."""

import pytest

from tests.steps.reading_incidents import doer, incidents_of, nobody, only
from trucewatch.core.incidents import AttributedBy, Verification

TOLD = [
    ("On 3 June 2021 Moroccan units shelled a village near Mahbes.", "shelling", "Moroccan units"),
    ("A UNIFIL patrol was stopped by about 20 individuals near Aaitaroun on 5 May 2022.", "access-denial", "about 20 individuals"),
    ("On 9 August 2010 Russian border guards detained two farmers near Khurvaleti.", "detention", "Russian border guards"),
    ("Houthi fighters dug trenches near the Red Sea Mills on 2 January 2020.", "fortification", "Houthi fighters"),
    ("On 4 May 2013 an armed group abducted four peacekeepers near Al-Jamla.", "abduction", "an armed group"),
    ("Two Israeli warplanes flew over Tyre on 6 July 2019.", "airspace-violation", "Two Israeli warplanes"),
    ("Members of the army opened fire on a bus in Hpakant on 1 March 2015, killing two passengers.", "small-arms-fire", "Members of the army"),
    ("On 7 March 2016 fighters of the Kokang army ambushed a police convoy outside Laukkai.", "armed-clash", "fighters of the Kokang army"),
    ("The clinic in Yirol was looted by cattle keepers on 2 April 2019.", "looting-or-arson", "cattle keepers"),
    ("On 12 April 2018 government troops moved into the demilitarised zone at Kadugli.", "troop-movement", "government troops"),
    ("The local commander did not allow the inspectors to enter the depot at Kauda on 3 May 2020.", "access-denial", "The local commander"),
    ("An attack by Boko Haram on a convoy near Dikwa on 8 June 2017 killed six soldiers.", "armed-clash", "Boko Haram"),
    ("Rebels carried out an attack on the barracks at Ituri on 9 May 2018.", "armed-clash", "Rebels"),
    ("Soldiers of the 10th Brigade had occupied the school in Tonj by 3 May 2019, the team found.", "occupation", "Soldiers of the 10th Brigade"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "kind", "who"), TOLD, ids=[row[0][:50] for row in TOLD])
def test_an_incident_with_its_kind_and_doer(sentence, kind, who):
    incident = only(sentence)
    assert (incident.kind, doer(incident)) == (kind, who)


NONE = [
    "No incidents were recorded in Dilling on 3 May 2019.",
    "The rebels denied that they had attacked the convoy near Bria on 3 May 2019.",
    "The army denies shelling the village of Zolote on 3 May 2019.",
    "If the militia attacks Bentiu again, the mission will leave.",
    "The army plans to attack Bentiu on 3 May.",
    "The rebels threatened to shell Taiz.",
    "The mission called on the parties to stop shelling Taiz.",
    "The parties shall not attack civilians in Taiz.",
    "Article 3 prohibits attacks on schools and the abduction of children.",
    "The monitors did not observe any shelling near Zolote on 3 May 2019.",
    "The commander ordered his men not to fire on Taiz.",
    "There is a risk of attacks on aid convoys near Bria.",
    "The mission recorded 1,140 explosions in Donetsk region.",
    "The parties agreed to end the shelling of Taiz.",
    "Reports that rebels had burned the market in Bria proved to be false.",
    "Did soldiers attack the village of Bria on 3 May 2019?",
    "The mission condemned any attack on civilians.",
    "In May the mission confirmed that 14 civilians had been killed.",
    "The sides continued to fire on each other around Bria.",
    "The rebels released eleven prisoners in Bria on 3 May 2019.",
    "The team visited Bria on 3 May 2019 and met the commander of the army.",
    "Fighters withdrew from Bria on 3 May 2019.",
    "The team was deployed to Bria to prevent attacks on civilians.",
    "Soldiers would have attacked Bria without the mission's presence.",
    "The commander refused to say whether his men had attacked Bria.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_no_incident(sentence):
    assert [(i.kind, i.span.exact) for i in incidents_of(sentence)] == []


def test_a_party_s_word_is_an_accusation_and_no_finding():
    incident = only("The army accused the rebels of shelling Taiz on 3 May 2019.")
    assert (doer(incident), incident.attributed_by) == ("the rebels", AttributedBy.PARTY)
    assert incident.verification is Verification.REPORTED


def test_what_the_mission_establishes_of_an_accusation_is_a_finding():
    text = (
        "The army accused the rebels of shelling Taiz on 3 May 2019. The mission confirmed the shelling by the rebels."
    )
    assert only(text).attributed_by is AttributedBy.MONITOR


def test_traces_do_not_make_an_accusation_a_finding():
    text = "The army accused the rebels of shelling Taiz on 3 May 2019. The mission saw two craters there."
    incident = only(text)
    assert (incident.attributed_by, incident.verification) == (AttributedBy.PARTY, Verification.REPORTED)


def test_what_could_not_be_verified():
    text = "The army said that rebels had shelled Taiz on 3 May 2019. The mission was not able to verify this."
    incident = only(text)
    assert (incident.attributed_by, incident.verification) == (AttributedBy.PARTY, Verification.UNVERIFIED)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Unknown gunmen shot dead a trader in Bria on 3 May 2019.", "Unknown gunmen"),
        ("A trader was killed by unidentified men in Bria on 3 May 2019.", "unidentified men"),
        (
            "A shell hit a school in Taiz on 3 May 2019. The mission could not determine who had fired it.",
            "could not determine who had fired it",
        ),
        ("A trader was abducted in Bria on 3 May 2019. The incident is not attributable.", "not attributable"),
        ("A bomb exploded in Bria on 3 May 2019. No group has claimed responsibility.", "No group has claimed responsibility"),
    ],
)  # fmt: skip
def test_nobody_can_be_named_in_these_words(text, words):
    incident = only(text)
    assert doer(incident) is None
    assert nobody(incident) == words


def test_a_report_that_is_silent_on_the_doer_has_no_words():
    incident = only("A shell hit a school in Taiz on 3 May 2019.")
    assert (doer(incident), nobody(incident)) == (None, None)


def test_sentences_on_one_event_are_one_incident():
    text = (
        "On 3 May 2019 rebels attacked an army post at Bria. Two soldiers were killed. "
        "The attack violates Article 4 of the Agreement. The mission visited the place and confirmed the attack."
    )
    incident = only(text)
    assert [s.exact for s in incident.casualties] == ["Two soldiers were killed"]
    assert [s.exact for s in incident.provisions] == ["Article 4 of the Agreement"]
    assert incident.verification is Verification.VERIFIED
    assert len(incident.also) == 3


def test_two_events_of_a_paragraph_are_two_incidents():
    text = "On 3 May 2019 rebels attacked an army post at Bria. On 4 May 2019 soldiers burned eight houses in Ippy."
    first, second = incidents_of(text)
    assert (doer(first), doer(second)) == ("rebels", "soldiers")
    assert [w.edtf if w else None for w in (first.when, second.when)] == ["2019-05-03", "2019-05-04"]


def test_that_nobody_was_hurt_is_kept_as_said():
    incident = only("Rebels shelled Taiz on 3 May 2019. Nobody was hurt.")
    assert [s.exact for s in incident.casualties] == ["Nobody was hurt"]


def test_the_day_and_the_places_from_the_nearest_to_the_widest():
    incident = only("Friday 3 May 2019, Bria. Rebels burned a house at the market of Bornou.")
    assert incident.when is not None
    assert incident.when.edtf == "2019-05-03"
    assert [s.exact for s in incident.where] == ["the market of Bornou", "Bria"]


def test_every_fact_is_a_span_of_the_original():
    text = "On 3 May 2019 rebels  attacked an army\npost at Bria, in breach of Article 4. Two soldiers were killed."
    (incident,) = incidents_of(text)
    spans = [
        incident.span,
        incident.act,
        *incident.victims,
        *incident.where,
        *incident.casualties,
        *incident.provisions,
    ]
    assert [text[s.start : s.end] for s in spans] == [s.exact for s in spans]
