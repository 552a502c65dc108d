"""What a case knew at an instant is what a ledger shows that was written by then, whatever happened since."""

from dataclasses import asdict, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trucewatch.casework import kept
from trucewatch.casework.evidence import Evidence
from trucewatch.casework.snapshots import evidence_of, keep_snapshot
from trucewatch.casework.views import case_view
from trucewatch.ledger.state import CaseState, fold

from .histories import ID, History, in_memory, readings

DAY = date(2020, 11, 30)
STEPS = 14
SETTINGS = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    return readings(tmp_path_factory.mktemp("read"))


@pytest.fixture
def past(read, tmp_path_factory):
    """A history of so many steps, drawn from the data."""

    def happened(data, steps: int = STEPS) -> History:
        draw = lambda most: data.draw(st.integers(0, most))  # noqa: E731  a name for the numbers that are drawn
        history = History(tmp_path_factory.mktemp("case"), read, draw)
        for _ in range(steps):
            history.step()
        return history

    return happened


def folded(case, seq: int) -> CaseState:
    """The state by folding every event up to the seq, but the readings of reports."""
    left_out = ("report-read.v1", "claims-linked.v1", "copies-found.v1")
    state = fold(event for event in case.store.read(ID, until=seq) if event.name not in left_out)
    return replace(state, seq=seq)


def assert_same_state(case, state: CaseState, expected: CaseState) -> None:
    """Both hold the same; of the reviews, those of every claim that anybody ever decided about."""
    claims = {event.stream.partition(":")[2] for event in case.store.read(ID) if event.stream.startswith("claim:")}
    assert {c: state.review(c) for c in claims} == {c: expected.review(c) for c in claims}
    assert asdict(replace(state, reviews={})) == asdict(replace(expected, reviews={}))
    assert list(state.documents) == list(expected.documents)


@SETTINGS
@given(data=st.data())
def test_what_was_known_is_what_a_ledger_of_that_time_shows(data, past, tmp_path_factory):
    case = past(data).case
    log = list(case.store.read(ID))
    evidence = Evidence(case)
    for instant in sorted({event.learned_at for event in log}):
        then = [event for event in log if event.learned_at <= instant]
        rebuilt = in_memory(tmp_path_factory.mktemp("rebuilt"), then)
        expected = case_view(rebuilt, Evidence(rebuilt), as_of=DAY)
        known = case_view(case, evidence, as_of=DAY, known_by=instant)
        assert known.status == expected.status
        assert (known.seq, known.agreements) == (expected.seq, expected.agreements)
        assert_same_state(case, known.state, expected.state)


@SETTINGS
@given(data=st.data())
def test_the_state_at_every_event_is_that_of_its_log(data, past):
    """Between two events of one transaction as well."""
    history = past(data)
    case = history.case
    for seq in range(case.head().seq + 1):
        assert_same_state(case, case.state(seq), folded(case, seq))
    for _ in range(3):
        history.step()
        assert_same_state(case, case.state(), folded(case, case.head().seq))


@SETTINGS
@given(data=st.data())
def test_what_was_kept_and_carried_on_is_what_is_built_anew(data, past, monkeypatch):
    monkeypatch.setattr(kept, "ENOUGH_EVENTS", 0)
    history = past(data)
    at = Evidence(history.case)
    at.update()
    keep_snapshot(at)
    in_memory(history.case.folder.path, list(history.case.store.read(ID))).state()
    assert list(history.case.folder.cache.glob("documents-*"))
    for _ in range(6):
        history.step()
    log = list(history.case.store.read(ID))
    taken_up, anew = (in_memory(history.case.folder.path, log) for _ in range(2))
    restored, built = evidence_of(taken_up), Evidence(anew)
    assert restored.seq == len(log)
    for instant in sorted({event.learned_at for event in log}):
        views = [case_view(c, e, as_of=DAY, known_by=instant) for c, e in ((taken_up, restored), (anew, built))]
        assert views[0].status == views[1].status
        assert_same_state(taken_up, views[0].state, folded(anew, views[1].seq))
