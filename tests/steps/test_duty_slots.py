"""What a report says of a duty that it does not quote: who, what, where, by when, on what condition."""

from types import SimpleNamespace
from typing import cast

import pytest

from tests.steps.reading_reports import document_of, parser, read
from trucewatch.core.model import ImpliedCommitment, Link, Missing, Report
from trucewatch.steps.claims import linking, report_passages
from trucewatch.steps.claims.choosing import Choice
from trucewatch.steps.claims.draft import Draft
from trucewatch.steps.claims.duty_slots import DutySlots
from trucewatch.steps.claims.implied import SPOKEN_OF
from trucewatch.steps.claims.matching import TERM, TOPIC
from trucewatch.vocabulary.reports import report_vocabulary
from trucewatch.wiring import duty_judge


def the_commitment(report: Report, word: str) -> ImpliedCommitment:
    """The one whose words hold `word`."""
    (found,) = [c for c in report.commitments if word in c.span.exact]
    return found


def slot(commitment: ImpliedCommitment, name: str) -> list[str]:
    """The words of a slot; none where it is missing."""
    value = getattr(commitment.slots, name)
    return [] if isinstance(value, Missing) else [span.exact for span in value]


@pytest.mark.parametrize(
    ("text", "word", "slots"),
    [
        (
            "The army must withdraw its howitzers from Hodeidah by 10 April, the envoy said.",
            "howitzers",
            {"bearer": ["army"], "action": ["withdraw"], "object": ["its howitzers"], "place": ["Hodeidah"]},
        ),
        (
            "The mission urged the army to dismantle its barriers.",
            "barriers",
            {"bearer": ["army"], "action": ["dismantle"], "object": ["its barriers"]},
        ),
        (
            "The rebels agreed to free all prisoners within two weeks.",
            "prisoners",
            {"bearer": ["rebels"], "action": ["free"], "object": ["all prisoners"], "deadline": ["two weeks"]},
        ),
        (
            "The army must open the port by February 24, the envoy said.",
            "port",
            {"bearer": ["army"], "action": ["open"], "object": ["port"], "deadline": ["February 24"]},
        ),
    ],
)
def test_what_is_owed_is_told_by_who_is_to_do_what(text, word, slots):
    commitment = the_commitment(read(f"The parties signed the Aden agreement. {text}"), word)
    assert {name: slot(commitment, name) for name in slots} == slots


def test_who_did_something_is_not_who_had_to():
    report = read("The parties signed the Aden agreement. The rebels have handed over their maps of the minefields.")
    commitment = the_commitment(report, "maps")
    assert slot(commitment, "action") == ["handed over"]
    assert slot(commitment, "object") == ["their maps of the minefields"]
    assert isinstance(commitment.slots.bearer, Missing)


def test_who_asks_owes_nothing():
    report = read("The parties signed the Aden agreement. The envoy demanded the release of the prisoners.")
    commitment = the_commitment(report, "prisoners")
    assert "envoy" not in " ".join(slot(commitment, "bearer"))


def test_an_accusation_tells_nothing_of_what_is_owed():
    report = read(
        "The parties agreed to a truce. The army said the rebels had shelled the bridge at Kauda on 3 May 2010."
    )
    truce = the_commitment(report, "truce")
    told = [words for name, _ in truce.slots.items() for words in slot(truce, name)]
    assert [c.stance for c in report.claims][-1] == "ACCUSE"
    assert not any(word in words for words in told for word in ("shelled", "bridge", "Kauda"))


def test_a_matter_that_claims_only_speak_of_is_not_called_a_commitment():
    report = read(
        "The parties signed the Aden agreement. The army must ground its aircraft, the commander said.\n\n"
        "The minister denied that the fronts had moved. The rebels said the fronts were closed to nobody.",
        duty_judge(),
    )
    assert the_commitment(report, "aircraft").note.startswith("implied")
    assert the_commitment(report, "fronts").note.startswith("a matter")


def test_a_feast_day_is_no_place():
    report = read(
        "The parties signed the Aden agreement. The army must open the road on Easter Sunday, the envoy said."
    )
    commitment = the_commitment(report, "road")
    assert slot(commitment, "bearer") == ["army"]
    assert slot(commitment, "place") == []


def test_a_link_without_a_named_agreement_leads_to_a_listed_commitment(monkeypatch):
    def whole(candidates, asked, *_):
        return [Choice(len(candidates) - 1, "speaks of the agreement as a whole") for _ in asked]

    monkeypatch.setattr(linking, "choose", whole)
    report = read("The commander said the rebels had burned the depot.", duty_judge())
    linked = [c.about.commitment for c in report.claims if isinstance(c.about, Link) and c.about.commitment]
    assert linked
    assert set(linked) <= {c.id for c in report.commitments}


def test_a_word_is_printed_with_all_its_parts():
    report = read(
        "The two sides signed a seven-day ceasefire on Monday. The rebels broke the ceasefire, the army said."
    )
    assert [c.span.exact for c in report.commitments] == ["seven-day ceasefire"]


@pytest.mark.parametrize(
    "stated",
    [
        "The deal gives the navy ten days to leave the pier.",
        "Under the Brell deal the navy has ten days to leave the pier.",
    ],
)
def test_who_gets_time_for_something_owes_it(stated):
    commitment = the_commitment(read(f"{stated} The navy has not gone.", duty_judge()), "pier")
    assert slot(commitment, "bearer") == ["navy"]
    assert slot(commitment, "action") == ["leave"]
    assert slot(commitment, "deadline") == ["ten days"]


def test_whom_something_is_told_is_not_what_is_done():
    document = document_of('"Two gunboats have been handed over," the mayor told pilots.')
    (passage,) = report_passages(document)
    parse = passage.relocate(parser().parse([passage.text], entities=True)[0])
    told = next(t for t in parse.tokens if t.text == "told")
    claim = cast(Draft, SimpleNamespace(stance="CLAIM_COMPLIANCE", head=told))
    assert isinstance(DutySlots(document, parse, report_vocabulary()).of((), [claim]).object, Missing)


def test_a_duty_as_such_is_not_what_is_done():
    report = read(
        "Under the Brell accord the navy must leave the pier. I urge the navy to honour its commitments. "
        "The navy stayed in place.",
        duty_judge(),
    )
    assert slot(the_commitment(report, "pier"), "object") == ["pier"]


def test_an_attack_alone_names_no_commitment():
    report = read("The heads of state condemned the attack of 11 April on the town of Brell.", duty_judge())
    assert [c.note for c in report.commitments if "attack" in c.span.exact] == [SPOKEN_OF]


def test_two_duties_of_one_promise_keep_their_own_words_and_share_who_gave_it():
    report = read(
        "The Brell accord was signed in May. The two clans agreed to free the pilots and to open the weir. "
        "The clans said that they had freed two pilots. The mission said that the clans had opened the weir.",
        duty_judge(),
    )
    weir = the_commitment(report, "weir")
    assert slot(weir, "object") == ["weir"]
    assert [slot(the_commitment(report, word), "bearer") for word in ("pilots", "weir")] == [["two clans"]] * 2


def test_what_a_claim_speaks_of_is_no_second_duty_where_it_states_one(monkeypatch):
    offered = []

    def whole(candidates, asked, *_):
        offered.extend(candidates)
        return [Choice(len(candidates) - 1, "speaks of the agreement as a whole") for _ in asked]

    monkeypatch.setattr(linking, "choose", whole)
    read(
        "The Brell accord was signed in May. The envoy said that all foreign guards must leave the mill once it rains.",
        duty_judge(),
    )
    kinds = {c.kind for c in offered}
    assert TERM in kinds
    assert TOPIC not in kinds


def test_a_day_is_no_place():
    with_day = "The Front handed over 212 rifles at Kasai on 10 March, as provided in Article 4 of the Brell accord."
    (given,) = [c for c in read(with_day, duty_judge()).commitments if "rifles" in c.span.exact]
    assert slot(given, "place") == ["Kasai"]
