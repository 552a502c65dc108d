"""What a report says of a duty that it does not quote: who, what, where, by when, on what condition."""

import pytest

from tests.steps.reading_reports import read
from trucewatch.core.model import ImpliedCommitment, Link, Missing, Report


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
            {"bearer": ["rebels"], "action": ["free"], "object": ["prisoners"], "deadline": ["two weeks"]},
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
        "The parties agreed to a truce. The army accused the rebels of shelling the bridge at Kauda on 3 May 2010."
    )
    truce = the_commitment(report, "truce")
    told = [words for name, _ in truce.slots.items() for words in slot(truce, name)]
    assert not any("bridge" in words or "Kauda" in words for words in told)


def test_a_matter_that_claims_only_speak_of_is_not_called_a_commitment():
    report = read("The parties signed the Aden agreement. The army must ground its aircraft, the commander said.")
    assert the_commitment(report, "aircraft").note.startswith("implied")
    report = read(
        "The parties signed the Aden agreement. The minister said that the fronts had been quiet. "
        "The commander said that the fronts would stay quiet."
    )
    assert not any(c.note.startswith("implied") for c in report.commitments if c.span.exact == "fronts")


def test_every_link_leads_to_a_listed_commitment():
    report = read("The minister said weekly contacts had been suspended. The rebels will open the road.")
    listed = {c.id for c in report.commitments}
    linked = {c.about.commitment for c in report.claims if isinstance(c.about, Link)}
    assert linked - {None} <= listed
