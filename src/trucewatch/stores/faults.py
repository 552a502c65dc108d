"""What a database's refusal means to the person at the keyboard."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from trucewatch.core.errors import BrokenLedger, LedgerError

# How long a writer waits for another one.
WAIT_S = 30

RESTORE = "Restore it from a copy; nothing was changed"
AS_IT_WAS = "the ledger is as it was"

# The beginning of SQLite's error name -> what to say. First match counts.
SQLITE: tuple[tuple[str, type[LedgerError], str], ...] = (
    ("SQLITE_NOTADB", BrokenLedger, f"{{place}} is no ledger: SQLite cannot read it as a database. {RESTORE}"),
    ("SQLITE_CORRUPT", BrokenLedger, f"{{place}} is damaged{{after}}: {{detail}}. {RESTORE}"),
    (
        "SQLITE_FULL",
        LedgerError,
        f"the disk that holds {{place}} is full; {AS_IT_WAS}. Free some space and do it again",
    ),
    (
        "SQLITE_READONLY",
        LedgerError,
        f"{{place}} cannot be written: the file or its folder is read-only; {AS_IT_WAS}. "
        "Make both writable, or work on a copy of the case",
    ),
    (
        "SQLITE_CANTOPEN",
        LedgerError,
        f"{{place}} cannot be opened: its folder is missing or may not be read and written; {AS_IT_WAS}. "
        "Check the path, and make the folder writable, or work on a copy of the case",
    ),
    (
        "SQLITE_BUSY",
        LedgerError,
        f"another program has been writing to {{place}} for over {WAIT_S} s; {AS_IT_WAS}. "
        "Wait until it is done and do it again",
    ),
    (
        "SQLITE_IOERR",
        LedgerError,
        "{place} could not be read or written: the disk is full or failing ({name}). "
        "Check the disk, then run `trucewatch case verify` before doing it again",
    ),
)

# The beginning of PostgreSQL's error code -> what to say. First match counts.
POSTGRESQL: tuple[tuple[str, type[LedgerError], str], ...] = (
    ("53100", LedgerError, f"the disk of the server is full ({{place}}); {AS_IT_WAS}. Free some space and do it again"),
    ("25006", LedgerError, f"{{place}} takes no changes: it is read-only; {AS_IT_WAS}. Name the server that does"),
    ("42501", LedgerError, f"{{place}}: {{detail}}; {AS_IT_WAS}. Ask whoever runs the server for the right to do this"),
    (
        "55P03",
        LedgerError,
        f"another program has been writing to this case for over {WAIT_S} s ({{place}}); {AS_IT_WAS}. Do it again later",
    ),
    ("40", LedgerError, f"others wrote at the same moment ({{place}}); {AS_IT_WAS}. Do it again"),
    ("XX00", BrokenLedger, f"{{place}} is damaged{{after}}: {{detail}}. {RESTORE}"),
)


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turns the database's errors into ours; `place` is the file or address that they name."""
    try:
        yield
    except DBAPIError as error:
        raise fault(error, place) from error


def fault(error: DBAPIError, place: str, *, after: int | None = None) -> Exception:
    """The error to raise for a database's; `after` is the last event that could be read. Unforeseen ones stay."""
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        name, known = getattr(cause, "sqlite_errorname", ""), SQLITE
        # The module has no code of its own for text that is not UTF-8.
        name = name or ("SQLITE_CORRUPT" if "decode to UTF-8" in str(cause) else "")
    else:
        name, known = getattr(cause, "sqlstate", None) or "", POSTGRESQL
        # Without a code, or with one of these classes, it is the line to the server that failed.
        if isinstance(error, OperationalError) and (not name or name.startswith(("08", "57P"))):
            return _unreachable(str(cause), place)
    for beginning, kind, words in known:
        if name.startswith(beginning):
            detail = _damage(place) if beginning == "SQLITE_CORRUPT" else _first_line(str(cause))
            since = f" after event {after}" if after else ""
            return kind(words.format(place=place, after=since, detail=detail, name=name))
    return error


def _unreachable(said: str, place: str) -> LedgerError:
    return LedgerError(
        f"the server cannot be reached ({place}): {_first_line(said)}. "
        "Check the address and that the server runs; look what was recorded before doing it again"
    )


def _first_line(said: str) -> str:
    """The first line of what a database says, without a full stop."""
    return next((line.strip().rstrip(".") for line in said.splitlines() if line.strip()), "no reason was given")


def _damage(file: str) -> str:
    """Where SQLite's own check finds the first damage in the file, in its words."""
    unsaid = "database disk image is malformed"
    try:
        with closing(sqlite3.connect(file)) as connection:
            found = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    except sqlite3.Error:
        return unsaid
    lines = [line for line in found.splitlines() if not line.startswith("***")]
    return _first_line("\n".join(lines)) if found != "ok" else unsaid
