"""Events and their payloads as JSON."""

import msgspec

from trucewatch.core.errors import BrokenLedger
from trucewatch.core.ledger import Event

from .events import PAYLOADS, Payload


def payload(event: Event) -> Payload:
    """What the event holds; raises BrokenLedger where this version does not know it."""
    kind = PAYLOADS.get(event.name)
    if kind is None:
        raise BrokenLedger(
            f'event {event.seq} is "{event.name}", which this version does not know; '
            "expected an event of this version or an older one. Use the newest version of trucewatch"
        )
    try:
        return msgspec.convert(dict(event.data), kind)
    except msgspec.ValidationError as error:
        raise BrokenLedger(
            f"event {event.seq} ({event.name}) cannot be read: {error}; expected what that name stands for. "
            "Run: trucewatch case verify"
        ) from error
