"""One store of each kind; the PostgreSQL server behind the third is in the conftest above."""

from collections.abc import Callable, Iterator

import pytest

from trucewatch.core.ledger import LedgerStore
from trucewatch.stores import MEMORY, open_store


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
