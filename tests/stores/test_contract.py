"""The one contract of every LedgerStore: memory, SQLite and PostgreSQL."""

from datetime import timedelta, timezone
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from trucewatch.core.errors import BrokenLedger, CaseExists, CaseMissing, ClockSetBack, Refused, StaleVersion
from trucewatch.core.ledger import GENESIS, Event, Head, NewEvent
from trucewatch.ledger.chain import first_break
from trucewatch.ledger.jsonl import dump, load

from .days import FIRST, at, note, write


@pytest.fixture
def libya(store):
    store.create("libya")
    return store


def log(store, case="libya", **which) -> list[Event]:
    return list(store.read(case, **which))


def seqs(store, **which) -> list[int]:
    return [event.seq for event in log(store, **which)]


# --------------------------------------------------------------------------- cases


def test_a_new_store_keeps_no_case(store):
    assert store.cases() == ()


def test_cases_are_listed_by_id(store):
    store.create("sudan")
    store.create("libya")
    assert store.cases() == ("libya", "sudan")


def test_a_case_is_made_once(libya):
    write(libya, note())
    with pytest.raises(CaseExists, match=r"has a case libya already\. Choose another name, or add to that case$"):
        libya.create("libya")
    assert seqs(libya) == [1]


@pytest.mark.parametrize("made", [(), ("sudan",)], ids=["before the first case", "beside another"])
def test_a_missing_case_is_named_by_every_call(store, made):
    for case in made:
        store.create(case)
    calls = (
        lambda: write(store, note()),
        lambda: store.read("libya"),
        lambda: store.head("libya"),
        lambda: store.known("libya", FIRST),
        lambda: store.versions("libya", ["case"]),
    )
    for call in calls:
        with pytest.raises(CaseMissing, match=r"has no case libya\. `trucewatch case new DIR` makes one$"):
            call()
    assert store.cases() == made


def test_cases_do_not_mix(libya):
    libya.create("sudan")
    write(libya, note(of="libya"))
    write(libya, note(of="sudan"), note(of="sudan"), case="sudan")
    assert [event.data["of"] for event in log(libya)] == ["libya"]
    assert [event.version for event in log(libya, "sudan")] == [1, 2]
    assert libya.versions("libya", ["claim:d1/c1"]) == {"claim:d1/c1": 1}
    assert log(libya, "sudan")[0].previous == GENESIS


# --------------------------------------------------------------------------- append and read


def test_what_is_appended_is_read(libya):
    recorded = libya.append(
        "libya",
        [note("case", a=1), NewEvent("noted.v2", "document:d1", {}, true_on="2020-10-23"), note("case", b=2)],
        by="ada",
        learned_at=at(0),
        recorded_at=at(9),
    )
    assert log(libya) == list(recorded)
    fields = [(e.seq, e.name, e.stream, e.version, dict(e.data), e.true_on, e.by) for e in recorded]
    assert fields == [
        (1, "noted.v1", "case", 1, {"a": 1}, None, "ada"),
        (2, "noted.v2", "document:d1", 1, {}, "2020-10-23", "ada"),
        (3, "noted.v1", "case", 2, {"b": 2}, None, "ada"),
    ]
    assert {(e.learned_at, e.recorded_at) for e in recorded} == {(at(0), at(9))}
    assert libya.head("libya") == Head(3, recorded[2].hash, at(0), at(9))
    assert first_break(libya.read("libya"), libya.head("libya")) is None


def test_an_empty_log_has_an_empty_head(libya):
    assert libya.head("libya") == Head()
    assert log(libya) == []
    assert write(libya) == ()
    assert libya.head("libya") == Head()


def test_what_was_appended_is_there_when_the_store_is_opened_again(where, kind, opened):
    if kind == "memory":
        pytest.skip("memory forgets")
    first = opened(where)
    first.create("libya")
    recorded = write(first, note(a=1), note(b=2))
    first.close()
    again = opened(where)
    assert log(again) == list(recorded)
    assert write(again, note(c=3))[0].previous == recorded[-1].hash


def test_a_reader_chooses_by_place_stream_and_name(libya):
    write(libya, *(NewEvent(f"noted.v{i % 2}", f"claim:{i % 3}", {}) for i in range(12)))
    assert seqs(libya, after=10) == [11, 12]
    assert seqs(libya, until=2) == [1, 2]
    assert seqs(libya, after=3, until=5) == [4, 5]
    assert seqs(libya, after=5, until=3) == []
    assert seqs(libya, until=0) == []
    assert seqs(libya, until=99) == list(range(1, 13))
    assert seqs(libya, streams=["claim:0", "claim:1"]) == [1, 2, 4, 5, 7, 8, 10, 11]
    assert seqs(libya, names={"noted.v1"}) == [2, 4, 6, 8, 10, 12]
    assert seqs(libya, names={"noted.v1"}, streams={"claim:0"}, after=4) == [10]
    assert seqs(libya, names=[]) == seqs(libya, streams=()) == seqs(libya, streams=["claim:9"]) == []


def test_more_streams_than_a_database_takes_at_once(libya):
    streams = [f"claim:d1/c{i}" for i in range(1200)]
    write(libya, *(note(stream) for stream in streams), note("case"))
    assert seqs(libya, streams=set(streams), after=1198) == [1199, 1200]
    assert libya.versions("libya", [*streams, "other"]) == dict.fromkeys(streams, 1) | {"other": 0}
    write(libya, *(note(stream) for stream in streams), expected=dict.fromkeys(streams, 1))
    assert set(libya.versions("libya", streams).values()) == {2}


def test_a_reader_sees_the_log_of_the_moment_it_asked(libya):
    write(libya, *(note(n=i) for i in range(500)))
    reading = libya.read("libya")
    assert next(reading).seq == 1
    write(libya, note())
    assert sum(1 for _ in reading) == 499
    assert libya.head("libya").seq == 501


def test_readers_may_stop_early_and_overlap(libya):
    write(libya, *(note(n=i) for i in range(10)))
    for _ in range(40):
        next(libya.read("libya"))
    pairs = zip(libya.read("libya"), libya.read("libya", after=1), strict=False)
    assert [(a.seq, b.seq) for a, b in pairs] == [(i, i + 1) for i in range(1, 10)]


def test_texts_come_back_to_the_last_character(libya):
    texts = ["", "\0", "Sirte–Jufra", "سرت", "𐑦", "a\r\nb", '"\\', "\u2028", "e\u0301"]
    data = {"texts": texts, "nested": {"z": [1, 2.5, True, None, {}], "a": -(2**62)}, "سرت": 0}
    write(libya, note("claim:سرت/c1", **data))
    (event,) = libya.read("libya", streams=["claim:سرت/c1"])
    assert dict(event.data) == data
    assert first_break([event]) is None


def test_what_is_returned_is_what_will_be_read(libya):
    (event,) = write(libya, note(pair=(1, 2), nothing=float("nan")))
    assert dict(event.data) == {"pair": [1, 2], "nothing": None}
    assert log(libya) == [event]


def test_instants_of_other_zones_are_kept_as_the_same_instant(libya):
    east = at(1).astimezone(timezone(timedelta(hours=2)))
    (event,) = libya.append("libya", [note()], by="ada", learned_at=east, recorded_at=at(2))
    assert log(libya) == [event]
    assert event.learned_at == at(1)
    assert event.learned_at.utcoffset() == timedelta(0)
    assert libya.known("libya", east) == 1


def test_an_instant_without_a_zone_is_our_mistake(libya):
    for learned_at, recorded_at in ((at(1).replace(tzinfo=None), at(1)), (at(1), at(1).replace(tzinfo=None))):
        with pytest.raises(ValueError, match="2020-10-23 13:00:00 has no time zone"):
            libya.append("libya", [note()], by="ada", learned_at=learned_at, recorded_at=recorded_at)
    assert log(libya) == []


# --------------------------------------------------------------------------- refusals: all or none


def test_a_stale_version_is_refused(libya):
    write(libya, note("claim:d1/c1"), note("claim:d1/c1"), expected={"claim:d1/c1": 0})
    with pytest.raises(StaleVersion) as caught:
        write(libya, note("claim:d1/c2"), note("claim:d1/c1"), expected={"claim:d1/c2": 0, "claim:d1/c1": 1})
    assert str(caught.value) == (
        "StaleVersion: claim:d1/c1 of case libya is at version 2; your change was based on 1. "
        "Reload it and apply the change again; nothing was recorded"
    )
    assert seqs(libya) == [1, 2]
    assert libya.versions("libya", ["claim:d1/c2"]) == {"claim:d1/c2": 0}


def test_a_version_is_checked_of_streams_that_are_only_read(libya):
    write(libya, note("document:d1"))
    with pytest.raises(StaleVersion):
        write(libya, note("claim:d1/c1"), expected={"document:d1": 0})
    write(libya, note("claim:d1/c1"), expected={"document:d1": 1, "never": 0})
    assert seqs(libya) == [1, 2]


def test_a_clock_set_back_is_refused(libya):
    write(libya, note(), hours=3)
    with pytest.raises(ClockSetBack) as caught:
        write(libya, note(), hours=2)
    assert str(caught.value) == (
        "ClockSetBack: case libya: the clock shows 2020-10-23T14:00:00.000000Z, before event 1, which was recorded at "
        "2020-10-23T15:00:00.000000Z. Set the clock right; nothing was recorded"
    )
    assert seqs(libya) == [1]


def test_learning_runs_only_forward(libya):
    write(libya, note(), hours=3)
    with pytest.raises(ClockSetBack) as caught:
        libya.append("libya", [note()], by="ada", learned_at=at(1), recorded_at=at(4))
    assert str(caught.value) == (
        "ClockSetBack: case libya: 2020-10-23T13:00:00.000000Z lies before event 1, which was learned at "
        "2020-10-23T15:00:00.000000Z. Give that instant or a later one; nothing was recorded"
    )
    assert seqs(libya) == [1]
    # The same instant again is no step back.
    write(libya, note(), hours=3)
    assert seqs(libya) == [1, 2]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (note(text="half \ud83d"), "the text holds U+D83D, half of a character, which cannot be kept"),
        (note("claim:\0"), "'claim:\\x00' holds a NUL character"),
        (note("claim:\ud800"), "the text holds U+D800, half of a character, which cannot be kept"),
    ],
    ids=["half a character", "NUL", "half a character in a stream"],
)
def test_what_cannot_be_kept_is_refused_with_all_that_came_with_it(libya, bad, said):
    with pytest.raises(Refused) as caught:
        write(libya, note(), bad, note())
    assert str(caught.value) == f"Refused: {said}. Remove it; nothing was recorded"
    assert log(libya) == []
    assert libya.head("libya") == Head()
    write(libya, note())
    assert seqs(libya) == [1]


# --------------------------------------------------------------------------- what was known


def test_what_was_known_is_a_beginning_of_the_log(libya):
    write(libya, note(), note(), hours=1)
    write(libya, note(), hours=2)
    write(libya, note(), hours=2)
    known = [libya.known("libya", at(hours)) for hours in (0, 0.99, 1, 1.5, 2, 9)]
    assert known == [0, 0, 2, 2, 4, 4]


# --------------------------------------------------------------------------- logs from elsewhere


def lines_of_a_log(store) -> list[str]:
    store.create("elsewhere")
    for hours in range(250):
        write(store, note(n=hours), note("case"), hours=hours, case="elsewhere")
    return list(dump(store.read("elsewhere")))


def test_a_log_from_elsewhere_is_taken_over_as_it_is(store):
    lines = lines_of_a_log(store)
    assert store.restore("libya", load(lines)) == store.head("elsewhere")
    assert log(store) == log(store, "elsewhere")
    assert list(dump(store.read("libya"))) == lines
    assert store.versions("libya", ["case"]) == {"case": 250}
    assert store.known("libya", at(100)) == 202
    # It goes on as the first would have.
    assert write(store, note(), hours=300) == write(store, note(), hours=300, case="elsewhere")


def test_an_empty_log_may_be_taken_over(store):
    assert store.restore("libya", ()) == Head()
    assert store.cases() == ("libya",)


def test_a_damaged_log_leaves_nothing_behind(store):
    lines = lines_of_a_log(store)
    with pytest.raises(BrokenLedger, match=r"^BrokenLedger: the file was cut off: it ends after event 450"):
        store.restore("libya", load(lines[:450]))
    with pytest.raises(BrokenLedger) as caught:
        store.restore("libya", log(store, "elsewhere", after=1))
    assert str(caught.value) == (
        "BrokenLedger: event 1 is missing: event 2 stands in its place. Take an undamaged copy; nothing was recorded"
    )
    assert store.cases() == ("elsewhere",)


def test_a_log_is_not_taken_over_into_a_case_that_is_there(store):
    lines = lines_of_a_log(store)
    with pytest.raises(CaseExists):
        store.restore("elsewhere", load(lines))
    assert store.head("elsewhere").seq == 500


# --------------------------------------------------------------------------- laws


names = st.sampled_from(["noted.v1", "claim-accepted.v1", "document-added.v1"])
streams = st.sampled_from(["case", "claim:d1/c1", "claim:d1/c2", "document:d1"])
json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)
data = st.dictionaries(st.text(max_size=3), json, max_size=3)
new_events = st.builds(NewEvent, name=names, stream=streams, data=data, true_on=st.none() | st.just("2020-10"))
# Appends, each with the hours since the one before: 0 is the same instant.
batches = st.lists(st.tuples(st.lists(new_events, max_size=4), st.integers(0, 2)), max_size=6)
numbers = count(1)

law = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def played(store, batches) -> tuple[str, list[tuple[float, NewEvent]], list[tuple[float, list[Event]]]]:
    """A new case with those appends; the plain list of what went in, and after each append the log as read."""
    case, hours = f"case-{next(numbers)}", 0
    store.create(case)
    model: list[tuple[float, NewEvent]] = []
    stood: list[tuple[float, list[Event]]] = []
    for events, later in batches:
        hours += later
        write(store, *events, hours=hours, case=case)
        model += [(hours, event) for event in events]
        stood.append((hours, log(store, case)))
    return case, model, stood


@given(batches=batches, after=st.integers(0, 9), until=st.none() | st.integers(0, 9), some=st.sets(streams))
@law
def test_a_store_is_a_list(store, batches, after, until, some):
    case, model, _ = played(store, batches)
    assert [(e.name, e.stream, dict(e.data), e.true_on, e.learned_at) for e in store.read(case)] == [
        (new.name, new.stream, new.data, new.true_on, at(hours)) for hours, new in model
    ]
    seqs_of = {new.stream: [i for i, (_, m) in enumerate(model, 1) if m.stream == new.stream] for _, new in model}
    for event in store.read(case):
        assert event.version == seqs_of[event.stream].index(event.seq) + 1
    end = len(model) if until is None else until
    chosen = [i for i, (_, new) in enumerate(model, 1) if after < i <= end and new.stream in some]
    assert [e.seq for e in store.read(case, after=after, until=until, streams=some)] == chosen
    assert store.versions(case, some) == {stream: len(seqs_of.get(stream, ())) for stream in some}
    assert store.head(case).seq == len(model)
    assert first_break(store.read(case), store.head(case)) is None


@given(batches=batches, ask=st.integers(0, 12))
@law
def test_replay_to_an_instant_is_the_log_that_was_written_by_then(store, batches, ask):
    case, model, stood = played(store, batches)
    seq = store.known(case, at(ask))
    assert seq == sum(hours <= ask for hours, _ in model)
    by_then = [events for hours, events in stood if hours <= ask]
    assert log(store, case, until=seq) == (by_then[-1] if by_then else [])
