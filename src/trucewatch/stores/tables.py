"""The tables of a ledger, the same in SQLite and PostgreSQL, and how an event is a row."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, Row, Table, Text, UniqueConstraint

from trucewatch.core.errors import BrokenLedger
from trucewatch.core.ledger import Event, Head
from trucewatch.ledger.codec import INSTANTS, as_json, canonical, decoded, instant, instant_text

# Raised when a table changes; an older program then refuses with NewerCase instead of misreading.
FORMAT = 1

METADATA = MetaData()

# Sorted by code point, not by the rules of the server's language: those change with its operating system.
TEXT = Text().with_variant(Text(collation="C"), "postgresql")

# A team's database may hold other tables, hence the prefix.
FORMATS = Table("trucewatch_format", METADATA, Column("version", Integer, primary_key=True, autoincrement=False))

# Where each log ends. PostgreSQL locks the row to let one writer of a case in at a time.
CASES = Table(
    "trucewatch_cases",
    METADATA,
    Column("id", TEXT, primary_key=True),
    Column("seq", BigInteger, nullable=False),
    Column("hash", TEXT, nullable=False),
    Column("learned_at", TEXT),
    Column("recorded_at", TEXT),
)

# `data` comes last: SQLite then finds the other columns without reading through long texts.
EVENTS = Table(
    "trucewatch_events",
    METADATA,
    Column("case", TEXT, ForeignKey(CASES.c.id), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("name", TEXT, nullable=False),
    Column("stream", TEXT, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("true_on", TEXT),
    Column("learned_at", TEXT, nullable=False),
    Column("recorded_at", TEXT, nullable=False),
    Column("by", TEXT, nullable=False),
    Column("previous", TEXT, nullable=False),
    Column("hash", TEXT, nullable=False),
    Column("data", TEXT, nullable=False),
    UniqueConstraint("case", "stream", "version", name="trucewatch_events_version"),
)
# What a reader chooses by; `seq` stands in each, so that the index alone says which rows to read.
Index("trucewatch_events_learned_at", EVENTS.c.case, EVENTS.c.learned_at, EVENTS.c.seq)
Index("trucewatch_events_stream", EVENTS.c.case, EVENTS.c.stream, EVENTS.c.seq)
Index("trucewatch_events_name", EVENTS.c.case, EVENTS.c.name, EVENTS.c.seq)


def row_of(case: str, event: Event) -> dict[str, Any]:
    """The row that keeps an event."""
    return as_json(event) | {"case": case, "data": canonical(event.data).decode()}


def event_of(row: Row[Any], place: str) -> Event:
    """The event that a row keeps; raises BrokenLedger naming it where the row was damaged."""
    values = dict(row._mapping)
    case = values.pop("case")
    try:
        instants = {name: instant(values[name]) for name in INSTANTS}
        return Event(**(values | instants | {"data": decoded(values["data"])}))
    except (ValueError, TypeError) as error:
        raise BrokenLedger(
            f"{place}: event {values['seq']} of case {case} is damaged: {error}. "
            "Restore the ledger from a copy; nothing was changed"
        ) from error


def head_of(row: Row[Any], place: str) -> Head:
    """Where a log ends, by its row in the table of cases; raises BrokenLedger where the row was damaged."""
    try:
        learned_at, recorded_at = (instant(at) if at else None for at in (row.learned_at, row.recorded_at))
    except (ValueError, TypeError) as error:
        raise BrokenLedger(
            f"{place}: what is noted of the end of case {row.id} is damaged: {error}. "
            "Restore the ledger from a copy; nothing was changed"
        ) from error
    return Head(row.seq, row.hash, learned_at, recorded_at)


def head_values(event: Event) -> Mapping[str, Any]:
    """The columns of the table of cases for a log whose last event this is."""
    instants = {name: instant_text(getattr(event, name)) for name in INSTANTS}
    return {"seq": event.seq, "hash": event.hash} | instants
