"""Connections to SQLite and PostgreSQL, set so that what is acknowledged is kept."""

import sqlite3
from logging import ERROR, getLogger
from time import monotonic, sleep
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event

from .faults import WAIT_S

# The option that marks a connection on which a transaction is going to write.
WRITES = {"trucewatch_writes": True}

# A reader never waits in WAL mode; FULL (and on a Mac fullfsync) brings a commit to the disk before it returns.
PRAGMAS = ("synchronous = FULL", "fullfsync = ON", "foreign_keys = ON", "cell_size_check = ON")

# Between two tries of what SQLite does not wait for by itself.
PAUSE_S = 0.01


def engine_of(url: URL) -> Engine:
    """Connections to the database; none is made yet. No error shows what was to be written: it may be protected."""
    if url.get_backend_name() == "sqlite":
        return _sqlite(url)
    return _postgresql(url)


def _sqlite(url: URL) -> Engine:
    # Without an isolation level the module leaves BEGIN to us.
    connect_args = {"timeout": WAIT_S, "isolation_level": None}
    engine = create_engine(url, connect_args=connect_args, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        _write_ahead(connection)
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its place at once: what it decides on cannot change before it commits.
        writes = WRITES.items() <= connection.get_execution_options().items()
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Brings the file into WAL mode. Raises sqlite3.OperationalError where others kept it locked for WAIT_S."""
    until = monotonic() + WAIT_S
    # SQLite refuses this change at once, whatever its timeout, while somebody else makes it.
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_BUSY" or monotonic() > until:
                raise
            sleep(PAUSE_S)
        else:
            return


def _postgresql(url: URL) -> Engine:
    # It tells of lost lines by itself, in words of its own; the error that we raise says it.
    getLogger("psycopg").setLevel(ERROR)
    engine = create_engine(
        url.set(drivername="postgresql+psycopg"),
        # Who waited for the end of a log has to see where it ends now, not where it ended when the wait began.
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        hide_parameters=True,
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = '{WAIT_S}s'")
        connection.commit()

    return engine
