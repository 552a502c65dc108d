"""Where logs are kept: in memory, in an SQLite file, in PostgreSQL. One contract: tests/stores/test_contract.py."""

from importlib.util import find_spec
from pathlib import Path

from trucewatch.core.errors import BadSetting, MissingExtra
from trucewatch.core.ledger import LedgerStore

MEMORY = "memory:"


def open_store(where: str | Path) -> LedgerStore:
    """The store at a path (an SQLite file, which `create` makes) or at an address; close it after use.

    Addresses: "sqlite:///PATH", "postgresql://USER@HOST/NAME", "memory:". Raises BadSetting for another, MissingExtra,
    NewerCase, BrokenLedger, and LedgerError where the store cannot be reached.
    """
    if where == MEMORY:
        from .memory import MemoryStore

        return MemoryStore()
    from sqlalchemy import URL, make_url
    from sqlalchemy.exc import ArgumentError

    from .sql import SqlStore

    if isinstance(where, Path):
        return SqlStore(URL.create("sqlite", database=str(where)))
    wanted = 'Give "sqlite:///PATH" or "postgresql://USER@HOST/NAME"'
    try:
        url = make_url(where)
    except ArgumentError as error:
        raise BadSetting(f'the store "{where}" is no address. {wanted}') from error
    kind = url.get_backend_name()
    if kind not in ("sqlite", "postgresql", "postgres"):
        raise BadSetting(f'a ledger cannot be kept in "{kind}". {wanted}')
    if kind == "sqlite" and url.database in (None, "", ":memory:"):
        raise BadSetting(f'the store "{where}" names no file. {wanted}')
    if kind != "sqlite" and find_spec("psycopg") is None:
        raise MissingExtra('a store in PostgreSQL needs the "postgres" extra. Run: pip install "trucewatch[postgres]"')
    return SqlStore(url)
