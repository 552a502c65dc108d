"""Logs in memory, for tests and for what need not last."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import islice
from threading import Lock
from types import MappingProxyType

from trucewatch.core.errors import CaseExists, CaseMissing
from trucewatch.core.ledger import Event, Head, NewEvent
from trucewatch.ledger.chain import continued, head_after, refuse_unkeepable, whole


class MemoryStore:
    """A LedgerStore that forgets everything when the program ends."""

    def __init__(self) -> None:
        self._logs: dict[str, list[Event]] = {}
        self._versions: dict[str, dict[str, int]] = {}
        self._lock = Lock()

    def create(self, case: str) -> None:
        self.restore(case, ())

    def cases(self) -> tuple[str, ...]:
        return tuple(sorted(self._logs))

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
        refuse_unkeepable(events, by)
        with self._lock:
            versions = self.versions(case, {*expected, *(event.stream for event in events)})
            recorded = continued(
                case,
                self.head(case),
                versions,
                events,
                by=by,
                learned_at=learned_at,
                recorded_at=recorded_at,
                expected=expected,
            )
            self._log(case).extend(recorded)
            self._versions[case].update((event.stream, event.version) for event in recorded)
        return recorded

    def restore(self, case: str, events: Iterable[Event]) -> Head:
        log = list(whole(events))
        with self._lock:
            if case in self._logs:
                raise CaseExists(f"the store has a case {case} already. Choose another name, or add to that case")
            self._logs[case] = log
            self._versions[case] = {event.stream: event.version for event in log}
        return self.head(case)

    def read(
        self,
        case: str,
        *,
        after: int = 0,
        until: int | None = None,
        streams: Collection[str] | None = None,
        names: Collection[str] | None = None,
    ) -> Iterator[Event]:
        end = len(self._log(case)) if until is None else min(until, len(self._log(case)))
        return (
            event
            for event in islice(self._log(case), max(after, 0), max(end, 0))
            if (streams is None or event.stream in streams) and (names is None or event.name in names)
        )

    def head(self, case: str) -> Head:
        log = self._log(case)
        return head_after(log[-1]) if log else Head()

    def known(self, case: str, by: datetime) -> int:
        return bisect_right(self._log(case), by, key=lambda event: event.learned_at)

    def versions(self, case: str, streams: Collection[str]) -> Mapping[str, int]:
        self._log(case)
        return {stream: self._versions[case].get(stream, 0) for stream in streams}

    def close(self) -> None:
        """Nothing to let go of."""

    def _log(self, case: str) -> list[Event]:
        if case not in self._logs:
            raise CaseMissing(f"the store has no case {case}. `trucewatch case new DIR` makes one")
        return self._logs[case]
