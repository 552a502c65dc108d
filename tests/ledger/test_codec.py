"""Payloads in and out of events."""

import re
from dataclasses import replace

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.errors import BrokenLedger, Refused
from trucewatch.core.ledger import NewEvent
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import as_json, canonical, decoded, from_json, instant, instant_text, new_event, payload

from .logs import FIRST, a_log

REJECTED = e.ClaimRejected(reason="a question, not a claim")


def recorded(name: str, **data):
    return a_log(NewEvent(name, "claim:d1/c1", data))[0]


def test_a_payload_goes_into_an_event_and_comes_back():
    new = new_event(REJECTED, "claim:d1/c1", true_on="2020-10-23")
    assert new == NewEvent("claim-rejected.v1", "claim:d1/c1", {"reason": "a question, not a claim"}, "2020-10-23")
    assert payload(a_log(new)[0]) == REJECTED


def test_values_that_stand_as_the_default_are_not_written():
    assert new_event(e.ClaimAccepted(), "claim:d1/c1").data == {}
    assert payload(recorded("claim-accepted.v1")) == e.ClaimAccepted(reason="")


@pytest.mark.parametrize("name", e.PAYLOADS)
def test_every_payload_comes_back_as_it_was(name):
    kind = e.PAYLOADS[name]
    examples = {"string": "x", "integer": 3, "object": {"a": [1]}, "array": []}
    schema = msgspec.json.schema(kind)["$defs"][kind.__name__]["properties"]
    values = {field: examples.get(about.get("type", ""), "x") for field, about in schema.items()}
    values = msgspec.to_builtins(msgspec.convert({**values, **_nested(kind)}, kind))
    held = msgspec.convert(values, kind)
    assert payload(a_log(new_event(held, "case"))[0]) == held


def _nested(kind) -> dict:
    """Values for fields that hold objects of a given kind of value."""
    return {"about": {"c1": {"x": 1}}} if kind is e.ClaimsLinked else {"groups": {}} if kind is e.CopiesFound else {}


def test_a_value_of_another_type_is_our_mistake():
    with pytest.raises(msgspec.ValidationError):
        new_event(e.ClaimRejected(reason=3), "claim:d1/c1")


def test_an_event_of_a_newer_program_is_named():
    with pytest.raises(BrokenLedger) as caught:
        payload(replace(recorded("x.v9"), seq=17))
    assert str(caught.value) == (
        'BrokenLedger: event 17 is "x.v9", which this version does not know; a newer one wrote it. '
        "Update trucewatch; nothing was changed"
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ({}, "Object missing required field `reason`"),
        ({"reason": 3}, "Expected `str`, got `int` - at `$.reason`"),
        ({"reason": "x", "mood": 1}, "Object contains unknown field `mood`"),
    ],
)
def test_data_that_does_not_fit_the_name_is_told(data, why):
    with pytest.raises(BrokenLedger) as caught:
        payload(recorded("claim-rejected.v1", **data), case="libya")
    assert str(caught.value) == (
        f'BrokenLedger: case libya: event 1, "claim-rejected.v1", does not hold what that name promises: {why}. '
        "Restore the ledger from a copy; `trucewatch case verify` names the first break"
    )


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), json))
def test_canonical_json_stands_for_its_value_alone(value):
    assert decoded(canonical(value)) == value
    assert canonical(decoded(canonical(value))) == canonical(value)
    assert canonical(dict(reversed(value.items()))) == canonical(value)


def test_canonical_json_is_sorted_and_without_spaces():
    assert canonical({"b": {"z": 1, "a": (1, 2.0)}, "a": "ш"}) == '{"a":"ш","b":{"a":[1,2.0],"z":1}}'.encode()


def test_half_a_character_cannot_be_kept():
    with pytest.raises(Refused, match=r"^Refused: the text holds U\+D800, half of a character, which cannot be kept"):
        canonical({"a": ["x\ud800"]})


def test_an_event_goes_through_json():
    event = recorded("noted.v1", a=1)
    assert as_json(event)["learned_at"] == "2020-10-23T12:00:00.000000Z"
    assert from_json(decoded(canonical(as_json(event)))) == event


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"seq": "1"}, "Expected `int`, got `str` - at `$.seq`"),
        ({"mood": 1, "air": 2}, "no event has a field air, mood"),
        ({"learned_at": "2020-10-23T12:00:00"}, "an instant has no time zone"),
        ({"recorded_at": "yesterday"}, "Invalid RFC3339 encoded datetime - at `$.recorded_at`"),
    ],
)
def test_json_that_is_no_event_is_told(change, why):
    with pytest.raises(ValueError, match=f"^{re.escape(why)}$"):
        from_json(as_json(recorded("noted.v1")) | change)


@given(st.datetimes(timezones=st.just(FIRST.tzinfo)), st.datetimes(timezones=st.just(FIRST.tzinfo)))
def test_texts_of_instants_sort_as_the_instants_do(one, other):
    assert instant(instant_text(one)) == one
    assert (instant_text(one) < instant_text(other)) == (one < other)


def test_an_instant_without_a_zone_is_our_mistake():
    with pytest.raises(ValueError, match="2020-10-23 12:00:00 has no time zone"):
        instant_text(FIRST.replace(tzinfo=None))
    with pytest.raises(ValueError, match="2020-10-23 12:00:00 has no time zone"):
        instant("2020-10-23T12:00:00")
