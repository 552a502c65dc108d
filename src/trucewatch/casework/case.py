"""The log of a case, opened: its state now or at any seq, and recording with optimistic versions."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from trucewatch import __version__, wiring
from trucewatch.core.errors import CaseExists, StaleVersion
from trucewatch.core.ids import slug
from trucewatch.core.ledger import Event, Head, LedgerStore
from trucewatch.core.model import Agreement, Finding
from trucewatch.ledger import events as e
from trucewatch.ledger.chain import Break, first_break
from trucewatch.ledger.codec import NAMES, new_event
from trucewatch.ledger.decide import Decision
from trucewatch.ledger.state import CASE, CaseState

from .folder import FILE, CaseFolder, make_room, open_folder, write_down
from .past import begun, carry_on, state_at
from .protection import refuse_names

# How often a change is decided anew when others write at the same moment.
TRIES = 20

Clock = Callable[[], datetime]
Decide = Callable[[CaseState, Mapping[str, int]], Decision]


def clock_now() -> datetime:
    """The instant on the machine's clock, in UTC."""
    return datetime.now(UTC)


class Case:
    """An open case. Use it in a `with`; `by` is the person whose name stands on what is recorded."""

    def __init__(self, folder: CaseFolder, store: LedgerStore, by: str, clock: Clock = clock_now) -> None:
        self.folder, self.store, self.by, self.clock = folder, store, by, clock
        self._state = CaseState()
        self.anyway = False
        self._earlier = CaseState()
        # Agreements as they were read, with findings, by the seq of the reading: long, and asked for again and again.
        self.agreements: dict[tuple[str, int], tuple[Agreement, tuple[Finding, ...]]] = {}

    @property
    def id(self) -> str:
        return self.folder.id

    def __enter__(self) -> "Case":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.store.close()

    # ----------------------------------------------------------------------- reading

    def head(self) -> Head:
        """Where the log ends."""
        return self.store.head(self.id)

    def state(self, seq: int | None = None) -> CaseState:
        """The case as it stands, or as it stood at a seq; readings of reports are not folded in."""
        end = self.head().seq
        if self._state.seq == 0 < end:
            self._state = begun(self, end)
        if end > self._state.seq and (seq is None or seq > self._state.seq):
            carry_on(self, self._state, end)
        if seq is None or seq >= self._state.seq:
            return self._state
        if self._earlier.seq != seq:
            self._earlier = state_at(self, self._state, seq)
        return self._earlier

    def seq_known_by(self, instant: datetime | None) -> int:
        """The last seq that was learned at or before the instant; the head's without one."""
        return self.head().seq if instant is None else self.store.known(self.id, instant)

    def events(
        self,
        *,
        after: int = 0,
        until: int | None = None,
        streams: Collection[str] | None = None,
        names: Collection[type[e.Payload]] | None = None,
    ) -> Iterator[Event]:
        """The events of the log in order, of those streams and kinds only where they are given."""
        kinds = None if names is None else [NAMES[kind] for kind in names]
        return self.store.read(self.id, after=after, until=until, streams=streams, names=kinds)

    def first_break(self) -> Break | None:
        """The first place where the log is not as it was recorded; None where it is whole."""
        return first_break(self.store.read(self.id), self.head())

    # ----------------------------------------------------------------------- recording

    def record(self, decision: Decision, *, learned_at: datetime | None = None) -> tuple[Event, ...]:
        """The decision's events as recorded, all or none; raises StaleVersion where others have written since.

        Raises Refused where free text may name somebody who is not to be named, unless `anyway` is set.
        """
        if not self.anyway:
            refuse_names(self, decision.events)
        now = self.clock()
        return self.store.append(
            self.id,
            decision.events,
            by=self.by,
            learned_at=learned_at or now,
            recorded_at=now,
            expected=decision.expected,
        )

    def decide(
        self, decide: Decide, streams: Collection[str], *, learned_at: datetime | None = None
    ) -> tuple[Event, ...]:
        """Records what is decided on the state that the named streams have now; raises StaleVersion, Refused.

        Whoever shows something to a person first and decides on it later gives `record` the versions shown.
        """
        versions = self.store.versions(self.id, streams)
        return self.record(decide(self.state(), versions), learned_at=learned_at)

    def decide_again(
        self, decide: Decide, streams: Callable[[CaseState], Collection[str]], *, learned_at: datetime | None = None
    ) -> tuple[Event, ...]:
        """As `decide`, but decided anew on the new state when others write at the same moment."""
        for _ in range(TRIES - 1):
            with suppress(StaleVersion):
                return self.decide(decide, streams(self.state()), learned_at=learned_at)
        return self.decide(decide, streams(self.state()), learned_at=learned_at)


def new_case(
    path: Path, *, by: str, title: str | None = None, store: str | None = None, clock: Clock = clock_now
) -> Case:
    """Makes a case in a folder; raises CaseExists, BadSetting for a store that is none, LedgerError.

    `case.toml` comes last, so that a case that was begun and not finished is no case, and can be made again.
    """
    if (path / FILE).exists():
        raise CaseExists(f"{path} holds a case already. Choose another folder, or add to that case")
    name = title or path.resolve().name
    folder = CaseFolder(path, slug(name) or "case", store)
    make_room(folder)
    opened = Case(folder, wiring.open_store(folder.where), by, clock)
    # Only a file of its own can hold what an interrupted beginning left.
    if store is not None or folder.id not in opened.store.cases():
        opened.store.create(folder.id)
    if opened.head().seq == 0:
        opened.record(Decision((new_event(e.CaseOpened(title=name, program=__version__), CASE),), {CASE: 0}))
    write_down(folder)
    return opened


def join_case(path: Path, store: str, case: str, *, by: str, clock: Clock = clock_now) -> Case:
    """A folder of one's own for a case that a team keeps in a database; raises CaseMissing, CaseExists."""
    if (path / FILE).exists():
        raise CaseExists(f"{path} holds a case already. Choose another folder")
    folder = CaseFolder(path, case, store)
    opened = Case(folder, wiring.open_store(store), by, clock)
    opened.head()
    make_room(folder)
    write_down(folder)
    return opened


def open_case(path: Path, *, by: str, clock: Clock = clock_now) -> Case:
    """The case in a folder; raises CaseMissing, NewerCase, BrokenLedger, LedgerError."""
    folder = open_folder(path)
    opened = Case(folder, wiring.open_store(folder.where), by, clock)
    opened.head()
    return opened
