"""The hash over each event, and where a chain is broken."""

from dataclasses import fields, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.ledger import GENESIS, Event, Head
from trucewatch.ledger.chain import Break, digest, first_break, head_after

from .logs import FIRST, notes

LOG = notes(7)


def with_changed(seq: int, **changes) -> list[Event]:
    return [replace(event, **changes) if event.seq == seq else event for event in LOG]


def rehashed(event: Event) -> Event:
    return replace(event, hash=digest(event))


def test_each_event_holds_the_hash_of_the_one_before():
    assert [event.previous for event in LOG] == [GENESIS, *(event.hash for event in LOG[:-1])]
    assert first_break(LOG) is None
    assert first_break(LOG, head_after(LOG[-1])) is None
    assert first_break([]) is None


def test_the_hash_of_an_event_never_changes():
    # A stored chain has to verify in every later version.
    assert LOG[0].hash == "1e8f21ba20def25700b99db412ef8b956b77125898e209d3bd2325bfa82964b6"


@pytest.mark.parametrize("field", [field.name for field in fields(Event) if field.name != "seq"])
def test_a_change_of_any_field_is_found(field):
    event = LOG[3]
    value = {
        "version": 9,
        "data": {**event.data, "n": 4},
        "true_on": "2020",
        "learned_at": event.learned_at + timedelta(microseconds=1),
        "recorded_at": event.recorded_at + timedelta(microseconds=1),
    }.get(field, "0" * 64)
    assert first_break(with_changed(4, **{field: value})) == Break(
        4, "event 4 was changed after it was recorded: its hash does not fit what it holds"
    )


def test_a_replaced_event_no_longer_fits_the_next():
    log = [rehashed(event) for event in with_changed(4, by="eve")]
    assert first_break(log) == Break(5, "event 5 does not follow event 4 as that stands here: one of them was replaced")
    log = [rehashed(event) for event in with_changed(1, previous="f" * 64)]
    assert first_break(log) == Break(
        1, "event 1 does not follow the beginning of the log as that stands here: one of them was replaced"
    )


def test_a_missing_event_is_named():
    assert first_break([*LOG[:2], *LOG[3:]]) == Break(3, "event 3 is missing: event 4 stands in its place")
    assert first_break(LOG[1:]) == Break(1, "event 1 is missing: event 2 stands in its place")


def test_events_cut_off_at_the_end_are_missed_by_whoever_knows_the_head():
    head = head_after(LOG[-1])
    assert first_break(LOG[:5], head) == Break(6, "event 6 is missing: the log should go on to event 7")
    assert first_break([], head) == Break(1, "event 1 is missing: the log should go on to event 7")
    assert first_break(LOG[:5]) is None


def test_what_is_noted_of_the_end_has_to_fit():
    assert first_break(LOG, head_after(LOG[4])) == Break(6, "event 6 is one too many: the log should end with event 5")
    for wrong in ({"hash": "0" * 64}, {"learned_at": FIRST}):
        assert first_break(LOG, replace(head_after(LOG[-1]), **wrong)) == Break(
            7, "what is noted of the end of the log does not fit event 7, the last"
        )
    assert first_break([], Head()) is None


def test_another_order_is_named():
    assert first_break([LOG[0], LOG[2], LOG[1]]) == Break(2, "event 2 is missing: event 3 stands in its place")
    assert first_break([*LOG[:3], LOG[1]]) == Break(
        4, "the order is not that of the record: event 2 stands where event 4 should"
    )


def sealed_after(event: Event, before: Event) -> Event:
    return rehashed(replace(event, previous=before.hash))


def test_a_chain_that_fits_may_still_tell_a_story_that_cannot_be():
    late = sealed_after(replace(LOG[1], learned_at=FIRST - timedelta(days=1)), LOG[0])
    assert first_break([LOG[0], late]) == Break(
        2, "event 2 is learned at 2020-10-22T12:00:00.000000Z, before the event that it follows"
    )
    skipped = sealed_after(replace(LOG[1], version=3), LOG[0])
    assert first_break([LOG[0], skipped]) == Break(2, "event 2 is version 3 of claim:1, which was at version 0")


@given(st.permutations(range(7)) | st.lists(st.integers(0, 6), max_size=7))
def test_only_the_log_itself_passes(order):
    whole = order == list(range(len(order)))
    assert (first_break(LOG[i] for i in order) is None) == whole
    assert (first_break((LOG[i] for i in order), head_after(LOG[-1])) is None) == (whole and len(order) == 7)
