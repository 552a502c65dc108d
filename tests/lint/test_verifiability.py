import pytest

from tests.lint.reading import agreement_of
from tests.paths import SHARED, needs_shared
from trucewatch import api
from trucewatch.core.analysis import Verdict, Verifiability
from trucewatch.lint.verifiability import verifiability

WATCHED = "The Neutral Mission shall monitor and verify this Agreement. The Parties shall grant the Mission unhindered access to all areas."


def first(text: str) -> Verifiability:
    return verifiability(agreement_of(text))[0]


def test_a_withdrawal_with_everything_that_a_monitor_needs_is_decidable():
    clause = (
        "Signed on 1 May 2031.\n\n1. The Front shall withdraw 40 guns from the ridge by 9 May 2031.\n\n2. " + WATCHED
    )
    verdict = first(clause)
    assert (verdict.verdict, verdict.missing) == (Verdict.DECIDABLE, ())


@pytest.mark.parametrize(
    ("clause", "missing"),
    [
        ("The Front shall withdraw its guns from the ridge by 9 May 2031.", ("baseline",)),
        ("The Front shall withdraw 40 guns by 9 May 2031.", ("place",)),
        ("The Front shall withdraw 40 guns from the ridge.", ("clock",)),
    ],
)
def test_what_is_missing_is_named(clause, missing):
    verdict = first(f"1. {clause}\n\n2. {WATCHED}")
    assert (verdict.verdict, verdict.missing) == (Verdict.IN_PART, missing)


def test_without_anybody_who_looks_nothing_can_be_decided():
    verdict = first("The Front shall withdraw 40 guns from the ridge by 9 May 2031.")
    assert verdict.verdict is Verdict.NOT_AS_WRITTEN
    assert "verifier" in verdict.missing
    assert verdict.because.startswith("missing: who verifies")


def test_a_monitor_of_the_whole_text_counts_for_every_clause_with_its_words():
    text = f"1. The Front shall withdraw 40 guns from the ridge by 9 May 2031.\n\n2. {WATCHED}"
    verifier = next(check for check in first(text).checks if check.name == "verifier")
    assert verifier.here == ()
    assert verifier.elsewhere[0].exact == "The Neutral Mission shall monitor and verify this Agreement"


def test_a_monitor_of_one_subject_does_not_count_for_another():
    text = (
        "1. The Front shall free 12 captives by 9 May 2031.\n\n"
        "2. Monitoring of the harbour traffic by the Neutral Mission starts on 2 May 2031."
    )
    assert "verifier" in first(text).missing


def test_those_who_are_watched_are_no_monitor():
    text = (
        "1. The Front shall withdraw 40 guns from the ridge.\n\n2. The Parties shall monitor and verify this Agreement."
    )
    assert "verifier" in first(text).missing


@pytest.mark.parametrize(
    "clause",
    ["The Parties shall support the peace.", "The Parties shall ensure the safety of all persons."],
)
def test_a_way_of_behaving_is_not_decidable(clause):
    verdict = first(f"1. {clause}\n\n2. {WATCHED}")
    assert verdict.verdict is Verdict.NOT_AS_WRITTEN
    assert verdict.because.startswith("no single act shows")


def test_what_is_to_be_ensured_may_be_an_act():
    verdict = first(f"1. The Front shall ensure the release of 12 captives by 9 May 2031.\n\n2. {WATCHED}")
    assert verdict.verdict is Verdict.DECIDABLE


@pytest.mark.parametrize(
    "clause",
    [
        "The Front may rotate its units.",
        "This Agreement shall enter into force on 3 May 2031.",
        "Any dispute shall be resolved between the signatories.",
    ],
)
def test_what_asks_for_no_act_is_not_for_a_monitor(clause):
    assert first(f"{clause}\n\n{WATCHED}").verdict is Verdict.NOT_FOR_A_MONITOR


def test_a_catch_all_ban_is_never_fully_decidable():
    verdict = first(f"1. Any provocative actions are prohibited from 3 May 2031.\n\n2. {WATCHED}")
    assert verdict.verdict is not Verdict.DECIDABLE


def test_one_verdict_for_each_commitment_and_every_answer_a_span():
    agreement = agreement_of(f"1. The Front shall withdraw 40 guns from the ridge by 9 May 2031.\n\n2. {WATCHED}")
    verdicts = verifiability(agreement)
    assert [v.commitment for v in verdicts] == [c.id for c in agreement.commitments]
    for verdict in verdicts:
        for check in verdict.checks:
            for span in (*check.here, *check.elsewhere):
                assert agreement.document.original[span.start : span.end] == span.exact


@needs_shared
def test_sample_agreements_judged_by_hand():
    package = api.read_agreement(SHARED / "cases" / "agreements" / "pax_1364.txt")
    by_clause = {c.id: c.clause for c in package.commitments}
    found = {(by_clause[v.commitment], v.verdict) for v in verifiability(package)}
    assert ("point_1", Verdict.IN_PART) in found
    assert ("point_3", Verdict.NOT_FOR_A_MONITOR) in found
    assert ("point_7", Verdict.NOT_AS_WRITTEN) in found
    assert ("point_10", Verdict.NOT_AS_WRITTEN) in found
    assert ("point_10", Verdict.DECIDABLE) not in found
