"""Logs in SQLite or PostgreSQL, through SQLAlchemy."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import URL, Connection, Select, func, insert, inspect, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from trucewatch.core.errors import BrokenLedger, CaseExists, CaseMissing, NewerCase
from trucewatch.core.ledger import Event, Head, NewEvent
from trucewatch.ledger.chain import continued, refuse_unkeepable, whole
from trucewatch.ledger.codec import instant_text

from .engines import WRITES, engine_of
from .faults import fault, told
from .tables import CASES, EVENTS, FORMAT, FORMATS, METADATA, event_of, head_of, head_values, row_of

# Rows that a reader holds at once, and names that one question may hold: databases limit both.
AT_ONCE = 200
NAMES_AT_ONCE = 500

# Any number will do that no other program on the server locks; it guards the making of the tables.
MAKING_TABLES = 5_387_224_001


class SqlStore:
    """A LedgerStore in a database. Every call takes a connection and gives it back."""

    def __init__(self, url: URL) -> None:
        """Raises NewerCase, BrokenLedger, or LedgerError where the database cannot be reached."""
        self._engine = engine_of(url)
        self._file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
        self._place = str(self._file or url.set(query={}).render_as_string(hide_password=True))
        self._made = False
        with told(self._place):
            self._look()

    def create(self, case: str) -> None:
        with told(self._place), self._writing() as connection:
            self._make_room(connection, case)

    def cases(self) -> tuple[str, ...]:
        with told(self._place):
            if not self._look():
                return ()
            with self._engine.connect() as connection:
                return tuple(sorted(connection.execute(select(CASES.c.id)).scalars()))

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
        with told(self._place), self._writing(case) as connection:
            # From here to the commit nobody else appends to the case.
            head = self._head(connection, case, lock=True)
            recorded = continued(
                case,
                head,
                _versions(connection, case, {*expected, *(event.stream for event in events)}),
                events,
                by=by,
                learned_at=learned_at,
                recorded_at=recorded_at,
                expected=expected,
            )
            self._add(connection, case, recorded)
        return recorded

    def restore(self, case: str, events: Iterable[Event]) -> Head:
        following = whole(events)
        with told(self._place), self._writing() as connection:
            self._make_room(connection, case)
            while some := tuple(islice(following, AT_ONCE)):
                self._add(connection, case, some)
            return self._head(connection, case)

    def read(
        self,
        case: str,
        *,
        after: int = 0,
        until: int | None = None,
        streams: Collection[str] | None = None,
        names: Collection[str] | None = None,
    ) -> Iterator[Event]:
        end = self.head(case).seq if until is None else min(until, self.head(case).seq)
        # More streams than a question may hold are sorted out here.
        few = streams is None or len(streams) <= NAMES_AT_ONCE
        found = self._stream(_question(case, after, end, streams if few else None, names))
        return found if streams is None or few else (event for event in found if event.stream in streams)

    def head(self, case: str) -> Head:
        with told(self._place), self._reading(case) as connection:
            return self._head(connection, case)

    def known(self, case: str, by: datetime) -> int:
        newest = (EVENTS.c.learned_at.desc(), EVENTS.c.seq.desc())
        learned = select(EVENTS.c.seq).where(EVENTS.c.case == case, EVENTS.c.learned_at <= instant_text(by))
        with told(self._place), self._reading(case) as connection:
            self._head(connection, case)
            return connection.execute(learned.order_by(*newest).limit(1)).scalar() or 0

    def versions(self, case: str, streams: Collection[str]) -> Mapping[str, int]:
        with told(self._place), self._reading(case) as connection:
            self._head(connection, case)
            return _versions(connection, case, streams)

    def close(self) -> None:
        self._engine.dispose()

    @contextmanager
    def _reading(self, case: str) -> Iterator[Connection]:
        """A connection to what keeps the case."""
        if not self._look():
            raise self._missing(case)
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self, case: str | None = None) -> Iterator[Connection]:
        """A transaction, all of which is kept or none; without a case the tables need not be there yet."""
        if case is not None and not self._look():
            raise self._missing(case)
        with self._engine.connect().execution_options(**WRITES) as connection, connection.begin():
            yield connection

    def _make_room(self, connection: Connection, case: str) -> None:
        """Adds the case, and before the first one the tables."""
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": MAKING_TABLES})
        METADATA.create_all(connection)
        if connection.execute(select(FORMATS)).first() is None:
            connection.execute(insert(FORMATS), {"version": FORMAT})
        try:
            connection.execute(insert(CASES), {"id": case, "seq": 0, "hash": Head().hash})
        except IntegrityError as error:
            raise CaseExists(
                f"{self._place} has a case {case} already. Choose another name, or add to that case"
            ) from error

    def _add(self, connection: Connection, case: str, events: Sequence[Event]) -> None:
        """Writes events at the end of a log, and where it ends now."""
        if not events:
            return
        try:
            connection.execute(insert(EVENTS), [row_of(case, event) for event in events])
        except IntegrityError as error:
            raise BrokenLedger(
                f"{self._place}: case {case} holds events past event {events[0].seq - 1}, where its log should end. "
                "Restore the ledger from a copy; nothing was recorded"
            ) from error
        connection.execute(update(CASES).where(CASES.c.id == case).values(head_values(events[-1])))

    def _stream(self, query: Select[Any]) -> Iterator[Event]:
        """The events of a query, a few rows at a time."""
        last = 0
        try:
            with self._engine.connect() as connection:
                # A server sends everything at once unless told otherwise; SQLite gives one row after the other.
                if connection.dialect.name == "postgresql":
                    connection.execution_options(yield_per=AT_ONCE)
                for row in connection.execute(query):
                    event = event_of(row, self._place)
                    last = event.seq
                    yield event
        except DBAPIError as error:
            raise fault(error, self._place, after=last) from error

    def _head(self, connection: Connection, case: str, *, lock: bool = False) -> Head:
        query = select(CASES).where(CASES.c.id == case)
        row = connection.execute(query.with_for_update() if lock else query).first()
        if row is None:
            raise self._missing(case)
        return head_of(row, self._place)

    def _missing(self, case: str) -> CaseMissing:
        return CaseMissing(f"{self._place} has no case {case}. `trucewatch case new DIR` makes one")

    def _look(self) -> bool:
        """Whether the tables are there, in a format that this program knows. Never makes a file."""
        if self._made or (self._file is not None and not self._file.exists()):
            return self._made
        with self._engine.connect() as connection:
            if not inspect(connection).has_table(FORMATS.name):
                return False
            versions = connection.execute(select(FORMATS.c.version)).scalars().all()
        if len(versions) != 1:
            raise BrokenLedger(f"{self._place} does not say which format it has. Restore it from a copy")
        if versions[0] > FORMAT:
            raise NewerCase(
                f"{self._place} has format {versions[0]}; this version knows format {FORMAT}. "
                "Update trucewatch; nothing was changed"
            )
        self._made = True
        return True


def _question(
    case: str, after: int, end: int, streams: Collection[str] | None, names: Collection[str] | None
) -> Select[Any]:
    """The rows of a part of a log in order, of those streams and names only where they are given."""
    part = [EVENTS.c.case == case, EVENTS.c.seq > after, EVENTS.c.seq <= end]
    if streams is not None:
        part.append(EVENTS.c.stream.in_(streams))
    if names is not None:
        part.append(EVENTS.c.name.in_(names))
    if len(part) > 3:
        # First the numbers, from an index, then their rows: nothing long is sorted, and no other row is read.
        part = [EVENTS.c.case == case, EVENTS.c.seq.in_(select(EVENTS.c.seq).where(*part))]
    return select(EVENTS).where(*part).order_by(EVENTS.c.seq)


def _versions(connection: Connection, case: str, streams: Collection[str]) -> dict[str, int]:
    """The version of each stream, 0 where it has no event."""
    asked = sorted(streams)
    versions = dict.fromkeys(asked, 0)
    newest = select(EVENTS.c.stream, func.max(EVENTS.c.version)).where(EVENTS.c.case == case).group_by(EVENTS.c.stream)
    for start in range(0, len(asked), NAMES_AT_ONCE):
        some = asked[start : start + NAMES_AT_ONCE]
        for stream, version in connection.execute(newest.where(EVENTS.c.stream.in_(some))):
            versions[stream] = version
    return versions
