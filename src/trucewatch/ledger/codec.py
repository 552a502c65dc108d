"""Events as JSON and as payloads."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import msgspec

from trucewatch.core.errors import BrokenLedger, Refused
from trucewatch.core.ledger import Event, NewEvent

from .events import PAYLOADS, Payload
from .upcasters import UPCASTERS, Upcaster

NAMES: dict[type[Payload], str] = {kind: name for name, kind in PAYLOADS.items()}
INSTANTS = ("learned_at", "recorded_at")


def new_event(payload: Payload, stream: str, *, true_on: str | None = None) -> NewEvent:
    """The event that records a payload; raises ValidationError where a field holds a value of another type."""
    data = msgspec.to_builtins(payload)
    msgspec.convert(data, type(payload))
    return NewEvent(name=NAMES[type(payload)], stream=stream, data=data, true_on=true_on)


def payload(event: Event, *, case: str = "") -> Payload:
    """What an event holds, in today's shape; raises BrokenLedger naming the case, where it is given, and the event."""
    return payload_by(event, PAYLOADS, UPCASTERS, case=case)


def payload_by(
    event: Event, payloads: Mapping[str, type[Payload]], upcasters: Mapping[str, Upcaster], *, case: str = ""
) -> Payload:
    """What an event holds by these tables."""
    where = f"case {case}: event {event.seq}" if case else f"event {event.seq}"
    name, data = event.name, event.data
    try:
        while name in upcasters:
            name, data = upcasters[name](data)
        if name not in payloads:
            raise BrokenLedger(
                f'{where} is "{name}", which this version does not know; '
                "a newer one wrote it. Update trucewatch; nothing was changed"
            )
        return msgspec.convert(dict(data), payloads[name])
    except (msgspec.ValidationError, KeyError, TypeError, ValueError) as error:
        raise BrokenLedger(
            f'{where}, "{event.name}", does not hold what that name promises: {error}. '
            "Restore the ledger from a copy; `trucewatch case verify` names the first break"
        ) from error


def canonical(value: Any) -> bytes:
    """The one JSON of a value: sorted keys, no spaces, UTF-8. Raises Refused for half of a surrogate pair."""
    try:
        return msgspec.json.encode(value, enc_hook=_plain, order="sorted")
    except UnicodeEncodeError as error:
        half = f"U+{ord(error.object[error.start]):04X}"
        raise Refused(
            f"the text holds {half}, half of a character, which cannot be kept. Remove it; nothing was recorded"
        ) from error


def decoded(data: bytes | str) -> dict[str, Any]:
    """The object that a JSON text holds; raises ValueError."""
    return msgspec.json.decode(data, type=dict[str, Any])


def as_json(event: Event) -> dict[str, Any]:
    """Every field of an event under its own name, instants as text."""
    values = {field.name: getattr(event, field.name) for field in fields(event)}
    return values | {name: instant_text(values[name]) for name in INSTANTS}


def from_json(values: Mapping[str, Any]) -> Event:
    """The event of these fields; raises ValueError where one is missing, unknown or of another type."""
    unknown = values.keys() - {field.name for field in fields(Event)}
    if unknown:
        raise ValueError(f"no event has a field {', '.join(sorted(unknown))}")
    event = msgspec.convert(dict(values), Event)
    if event.learned_at.tzinfo is None or event.recorded_at.tzinfo is None:
        raise ValueError("an instant has no time zone")
    return event


def in_utc(at: datetime) -> datetime:
    """The same instant in UTC; raises ValueError where no time zone says which instant it is."""
    if at.tzinfo is None:
        raise ValueError(f"{at} has no time zone")
    return at.astimezone(UTC)


def instant_text(at: datetime) -> str:
    """An instant as ISO 8601 in UTC with microseconds; texts sort as the instants do."""
    return in_utc(at).isoformat(timespec="microseconds").replace("+00:00", "Z")


def instant(text: str) -> datetime:
    """The instant of an ISO 8601 text, in UTC; raises ValueError."""
    return in_utc(datetime.fromisoformat(text))


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no JSON")
