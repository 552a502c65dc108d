"""What goes wrong with a server is told in one line, and the ledger stays as it was."""

import importlib.util
import os
from contextlib import closing
from pathlib import Path
from secrets import token_hex

import pytest

from trucewatch.core.errors import BrokenLedger, LedgerError, MissingExtra
from trucewatch.ledger.chain import first_break
from trucewatch.stores import engines, open_store

from .days import note, write

psycopg = pytest.importorskip("psycopg", reason='needs the "postgres" extra')


@pytest.fixture
def address(server):
    """A ledger of three events."""
    address = server.new_database()
    with closing(open_store(address)) as store:
        store.create("libya")
        write(store, note(), note(), note())
    return address


def name_of(address: str) -> str:
    """The address as errors give it: without options."""
    return address.partition("?")[0]


def owner_of(address: str) -> str:
    """The user to whom the address belongs, and the schema."""
    return address.removeprefix("postgresql://").partition("@")[0]


def refusal(address, action, kind=LedgerError) -> str:
    with pytest.raises(kind) as caught, closing(open_store(address)) as store:
        action(store)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def adding(store) -> None:
    write(store, note(), hours=1)


def assert_whole(address, events: int) -> None:
    """The ledger holds what it held, and takes more."""
    with closing(open_store(address)) as store:
        assert store.head("libya").seq == events
        assert first_break(store.read("libya"), store.head("libya")) is None
        assert write(store, note(), hours=2)[0].seq == events + 1


def test_a_server_that_does_not_answer():
    address = "postgresql://ada:secret@127.0.0.1:1/cases"
    assert refusal(address, adding) == (
        "LedgerError: the server cannot be reached (postgresql://ada:***@127.0.0.1:1/cases): connection failed: "
        'connection to server at "127.0.0.1", port 1 failed: Connection refused. '
        "Check the address and that the server runs; look what was recorded before doing it again"
    )


def test_a_database_that_is_not_there(address):
    elsewhere = address.replace("/postgres?", "/other?")
    said = refusal(elsewhere, adding)
    assert said.startswith(f"LedgerError: the server cannot be reached ({name_of(elsewhere)}): ")
    assert 'FATAL:  database "other" does not exist' in said


def test_a_server_that_takes_no_changes(address):
    said = refusal(f"{address}&options=-cdefault_transaction_read_only%3Don", adding)
    assert said == (
        f"LedgerError: {name_of(address)} takes no changes: it is read-only; the ledger is as it was. "
        "Name the server that does"
    )
    assert_whole(address, 3)


def test_a_person_without_rights(address, server):
    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute("CREATE ROLE eve LOGIN")
        connection.execute(f"GRANT USAGE ON SCHEMA {owner_of(address)} TO eve")
    eves = address.replace(owner_of(address), "eve") + f"&options=-csearch_path%3D{owner_of(address)}"
    assert refusal(eves, adding) == (
        f"LedgerError: {name_of(eves)}: permission denied for table trucewatch_format; the ledger is as it was. "
        "Ask whoever runs the server for the right to do this"
    )


def test_a_writer_that_never_ends_is_told_of(address, monkeypatch):
    monkeypatch.setattr(engines, "WAIT_S", 0.05)
    with psycopg.connect(address) as other:
        other.execute("SELECT * FROM trucewatch_cases FOR UPDATE")
        assert refusal(address, adding) == (
            "LedgerError: another program has been writing to this case for over 30 s "
            f"({name_of(address)}); the ledger is as it was. Do it again later"
        )
    assert_whole(address, 3)


def test_a_line_that_breaks_while_reading(address, server):
    with closing(open_store(address)) as store:
        write(store, *(note(n=n, text="x" * 3000) for n in range(1000)), hours=1)
        reading = store.read("libya")
        next(reading)
        end_all_connections(server)
        with pytest.raises(LedgerError) as caught:
            list(reading)
        assert str(caught.value).startswith(f"LedgerError: the server cannot be reached ({name_of(address)}): ")
        # The next call makes a new line.
        assert store.head("libya").seq == 1003


def end_all_connections(server) -> None:
    others = "FROM pg_stat_activity WHERE usename LIKE 'ledger%'"
    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute(f"SELECT pg_terminate_backend(pid) {others}")


def test_a_server_that_crashed_and_came_back(address, server):
    with closing(open_store(address)) as store:
        adding(store)
        server.crash()
        assert store.head("libya").seq == 4
    assert_whole(address, 4)


def test_a_full_disk(server, small_disk):
    address, folder = server.new_database(), small_disk / "tables"
    folder.mkdir()
    # The server has a user of its own.
    data = Path(server.address.partition("host=")[2]).stat()
    for path in (small_disk, folder):
        os.chown(path, data.st_uid, data.st_gid)
    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute(f"CREATE TABLESPACE small OWNER {owner_of(address)} LOCATION '{folder}'")
        connection.execute(f"ALTER ROLE {owner_of(address)} SET default_tablespace = small")
    acknowledged, said = 0, ""
    with closing(open_store(address)) as store:
        store.create("libya")
        while not said:
            try:
                acknowledged = write(store, note(text=token_hex(5000)), hours=acknowledged)[-1].seq
            except LedgerError as error:
                said = str(error)
        assert store.head("libya").seq == acknowledged > 0
        assert first_break(store.read("libya"), store.head("libya")) is None
    assert said == (
        f"LedgerError: the disk of the server is full ({name_of(address)}); the ledger is as it was. "
        "Free some space and do it again"
    )
    with psycopg.connect(server.address, autocommit=True) as connection:
        connection.execute(f"DROP OWNED BY {owner_of(address)} CASCADE")
        connection.execute("DROP TABLESPACE small")


WHICH_FILE = "SELECT pg_relation_filepath(%s)"


def test_a_damaged_page(address, server):
    with psycopg.connect(server.address, autocommit=True) as connection:
        folder = connection.execute("SHOW data_directory").fetchone()[0]
        path = Path(folder) / connection.execute(WHICH_FILE, [f"{owner_of(address)}.trucewatch_events"]).fetchone()[0]
        connection.execute("CHECKPOINT")
    server.crash()
    path.write_bytes(path.read_bytes()[:100] + b"\xa5" * 200 + path.read_bytes()[300:])
    said = refusal(address, lambda store: list(store.read("libya")), BrokenLedger)
    assert said.startswith(f"BrokenLedger: {name_of(address)} is damaged: invalid page in block 0 of relation")
    assert said.endswith("Restore it from a copy; nothing was changed")


def test_without_the_extra_the_command_that_helps_is_named(monkeypatch):
    found = importlib.util.find_spec
    monkeypatch.setattr("trucewatch.stores.find_spec", lambda name: None if name == "psycopg" else found(name))
    with pytest.raises(MissingExtra) as caught:
        open_store("postgresql://ada@127.0.0.1/cases")
    assert str(caught.value) == (
        'MissingExtra: a store in PostgreSQL needs the "postgres" extra. Run: pip install "trucewatch[postgres]"'
    )
