"""The values of the ledger, and the port behind which it is kept.

An event says what somebody recorded. It is never changed and never removed; what was wrong is set right by a later
event. `true_on` is when it was so in the world (EDTF), `learned_at` when the case learned it, `recorded_at` when it was
written down. Both instants never run backwards along `seq`, so what was known at an instant is a beginning of the log.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any, Protocol

# The hash that the first event of a case follows.
GENESIS = "0" * 64

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event that is to be recorded. `stream` names the one thing it is about, such as "claim:d1/c3"."""

    name: str
    stream: str
    data: Data = field(default_factory=lambda: MappingProxyType({}))
    true_on: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event as recorded. `seq` counts in the case from 1, `version` in the stream from 1.

    `hash` is taken over every other field, `previous` among them, so that a change anywhere breaks the chain.
    """

    seq: int
    name: str
    stream: str
    version: int
    data: Data
    true_on: str | None
    learned_at: datetime
    recorded_at: datetime
    by: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """Where the log of a case ends; `seq` 0 and None before the first event."""

    seq: int = 0
    hash: str = GENESIS
    learned_at: datetime | None = None
    recorded_at: datetime | None = None


class LedgerStore(Protocol):
    """Keeps the logs of cases. One contract for memory, SQLite and PostgreSQL; every call stands alone."""

    def create(self, case: str) -> None:
        """Makes room for a case; raises CaseExists."""
        ...

    def cases(self) -> tuple[str, ...]:
        """The ids of the cases kept here."""
        ...

    def append(
        self,
        case: str,
        events: Sequence[NewEvent],
        *,
        by: str,
        learned_at: datetime,
        recorded_at: datetime,
        expected: Mapping[str, int] = MappingProxyType({}),
    ) -> tuple[Event, ...]:
        """The events as recorded, all or none, durable when this returns.

        `expected` gives the version that the caller saw of each stream (0: nothing yet); raises StaleVersion where
        another has written since, ClockSetBack where an instant lies before the head's, and LedgerError.
        """
        ...

    def restore(self, case: str, events: Iterable[Event]) -> Head:
        """Makes room for a case and fills it with a log as it was recorded elsewhere, all or none; where it ends.

        Raises CaseExists, BrokenLedger where the events do not follow each other, and what the reading of them raises.
        """
        ...

    def read(
        self,
        case: str,
        *,
        after: int = 0,
        until: int | None = None,
        streams: Collection[str] | None = None,
        names: Collection[str] | None = None,
    ) -> Iterator[Event]:
        """The events with after < seq <= until in order, of those streams and names only where they are given."""
        ...

    def head(self, case: str) -> Head:
        """Where the log ends."""
        ...

    def known(self, case: str, by: datetime) -> int:
        """The last `seq` that was learned at or before the instant; 0 where there is none."""
        ...

    def versions(self, case: str, streams: Collection[str]) -> Mapping[str, int]:
        """The version of each stream, 0 where it has no event."""
        ...

    def close(self) -> None:
        """Lets go of the store."""
        ...
