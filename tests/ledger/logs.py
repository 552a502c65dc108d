"""A sealed log made by hand, without a store."""

from datetime import UTC, datetime, timedelta

from trucewatch.core.ledger import Event, Head, NewEvent
from trucewatch.ledger.chain import continued, head_after

FIRST = datetime(2020, 10, 23, 12, tzinfo=UTC)


def a_log(*events: NewEvent) -> tuple[Event, ...]:
    """The events, each learned an hour after the one before and recorded at the same instant."""
    log: list[Event] = []
    for hours, event in enumerate(events):
        instant = FIRST + timedelta(hours=hours)
        versions = {before.stream: before.version for before in log}
        head = head_after(log[-1]) if log else Head()
        log += continued(
            "libya", head, versions, [event], by="ada", learned_at=instant, recorded_at=instant, expected={}
        )
    return tuple(log)


def notes(number: int) -> tuple[Event, ...]:
    """A log of so many events over three streams."""
    return a_log(*(NewEvent("noted.v1", f"claim:{i % 3}", {"n": i, "text": "Сирт"}) for i in range(number)))
