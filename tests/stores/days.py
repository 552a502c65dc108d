"""Instants and events in short, for tests of stores."""

from datetime import UTC, datetime, timedelta

from trucewatch.core.ledger import Event, LedgerStore, NewEvent

FIRST = datetime(2020, 10, 23, 12, tzinfo=UTC)


def at(hours: float) -> datetime:
    """So many hours after the first instant."""
    return FIRST + timedelta(hours=hours)


def note(stream: str = "claim:d1/c1", **data) -> NewEvent:
    """An event of a made-up name: stores keep every name."""
    return NewEvent("noted.v1", stream, data)


def write(
    store: LedgerStore, *events: NewEvent, hours: float = 0, case: str = "libya", **expected
) -> tuple[Event, ...]:
    """Appends at that hour."""
    return store.append(case, events, by="ada", learned_at=at(hours), recorded_at=at(hours), **expected)
