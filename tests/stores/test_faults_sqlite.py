"""What goes wrong with an SQLite file is told in one line, and the ledger stays as it was."""

import re
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Timer

import pytest

from tests.rights import without_rights
from trucewatch.core.errors import BrokenLedger, CaseMissing, LedgerError, NewerCase
from trucewatch.ledger.chain import Break, first_break
from trucewatch.stores import engines, open_store

from .days import note, write

PAGE = 4096
LONG = "x" * 500


@pytest.fixture
def file(tmp_path):
    """A ledger of 100 events, one append each, closed."""
    path = tmp_path / "ledger.sqlite"
    with closing(open_store(path)) as store:
        store.create("libya")
        for hours in range(100):
            write(store, note(f"claim:{hours}", text=LONG), hours=hours)
    return path


def refusal(path, kind=LedgerError, events=()) -> str:
    """What is said when the log of the file is read, or the events are appended."""
    with pytest.raises(kind) as caught, closing(open_store(path)) as store:
        write(store, *events, hours=1000) if events else list(store.read("libya"))
    assert "\n" not in str(caught.value)
    return str(caught.value)


def assert_whole(path, events: int) -> None:
    """The ledger holds what it held, and takes more."""
    with closing(open_store(path)) as store:
        assert store.head("libya").seq == events
        assert first_break(store.read("libya"), store.head("libya")) is None
        assert write(store, note(), hours=2000)[0].seq == events + 1


# --------------------------------------------------------------------------- damage


def test_a_file_that_is_no_database(file):
    file.write_bytes(b"Dear colleagues, " * 1000)
    assert refusal(file, BrokenLedger) == (
        f"BrokenLedger: {file} is no ledger: SQLite cannot read it as a database. "
        "Restore it from a copy; nothing was changed"
    )


def test_a_damaged_page_is_named_with_the_last_event_before_it(file):
    raw = bytearray(file.read_bytes())
    page = raw.rindex(b"claim:50" + b"2020") // PAGE
    raw[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    file.write_bytes(raw)
    with closing(open_store(file)) as store:
        reading = store.read("libya")
        assert [next(reading).seq for _ in range(40)] == list(range(1, 41))
    last = int(re.search(r"after event (\d+)", refusal(file, BrokenLedger)).group(1))
    assert 40 < last <= 50
    assert refusal(file, BrokenLedger) == (
        f"BrokenLedger: {file} is damaged after event {last}: Page {page + 1}: btreeInitPage() returns error code 11. "
        "Restore it from a copy; nothing was changed"
    )
    assert file.read_bytes() == raw


def test_a_file_cut_in_half(file):
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert refusal(file, BrokenLedger).startswith(f"BrokenLedger: {file} is damaged")


def test_a_file_that_was_emptied_keeps_no_case(file):
    file.write_bytes(b"")
    assert refusal(file, CaseMissing) == (f"CaseMissing: {file} has no case libya. `trucewatch case new DIR` makes one")


def test_a_missing_file_is_not_made_by_looking(tmp_path):
    path = tmp_path / "ledger.sqlite"
    assert refusal(path, CaseMissing, [note()]).startswith(f"CaseMissing: {path} has no case libya.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ("data = '{\"text'", "Input data was truncated"),
        ("data = '[]'", "Expected `object`, got `array`"),
        ("learned_at = 'noon'", "Invalid isoformat string: 'noon'"),
    ],
)
def test_an_event_damaged_in_its_row_is_named(file, change, why):
    edit(file, f"UPDATE trucewatch_events SET {change} WHERE seq = 41")
    assert refusal(file, BrokenLedger) == (
        f"BrokenLedger: {file}: event 41 of case libya is damaged: {why}. "
        "Restore the ledger from a copy; nothing was changed"
    )


def test_a_damaged_end_of_a_log_is_named(file):
    edit(file, "UPDATE trucewatch_cases SET learned_at = 'noon'")
    assert refusal(file, BrokenLedger, [note()]) == (
        f"BrokenLedger: {file}: what is noted of the end of case libya is damaged: Invalid isoformat string: 'noon'. "
        "Restore the ledger from a copy; nothing was changed"
    )


def test_text_that_is_no_utf8_is_damage(file):
    edit(file, "UPDATE trucewatch_events SET stream = CAST(x'ff' AS TEXT) WHERE seq = 41")
    assert refusal(file, BrokenLedger).startswith(f"BrokenLedger: {file} is damaged after event 40: ")


def edit(path, statement: str) -> None:
    """Does to the file what no program of ours does."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE trucewatch_events SET \"by\" = 'eve' WHERE seq = 41", "event 41 was changed after it was recorded"),
        ("DELETE FROM trucewatch_events WHERE seq = 41", "event 41 is missing: event 42 stands in its place"),
        ("DELETE FROM trucewatch_events WHERE seq >= 41", "event 41 is missing: the log should go on to event 100"),
        ("UPDATE trucewatch_events SET data = replace(data, 'x', 'y') WHERE seq = 41", "event 41 was changed"),
    ],
)
def test_the_chain_finds_what_was_done_to_the_file_behind_our_back(file, statement, found):
    edit(file, statement)
    with closing(open_store(file)) as store:
        broken = first_break(store.read("libya"), store.head("libya"))
    assert isinstance(broken, Break)
    assert broken.seq == 41
    assert broken.what.startswith(found)


def test_a_log_that_goes_on_past_its_end_is_damaged(file):
    edit(file, "UPDATE trucewatch_cases SET seq = 50")
    assert refusal(file, BrokenLedger, [note()]) == (
        f"BrokenLedger: {file}: case libya holds events past event 50, where its log should end. "
        "Restore the ledger from a copy; nothing was recorded"
    )


# --------------------------------------------------------------------------- formats


def test_a_newer_format_is_left_alone(file):
    edit(file, "UPDATE trucewatch_format SET version = 2")
    assert refusal(file, NewerCase) == (
        f"NewerCase: {file} has format 2; this version knows format 1. Update trucewatch; nothing was changed"
    )


def test_a_ledger_without_its_format_is_damaged(file):
    edit(file, "DELETE FROM trucewatch_format")
    assert refusal(file, BrokenLedger) == (
        f"BrokenLedger: {file} does not say which format it has. Restore it from a copy"
    )


# --------------------------------------------------------------------------- disks and rights


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    """The system refuses to let any file grow beyond."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_file_that_may_not_grow(file):
    with files_no_larger_than(file.stat().st_size // 2):
        said = refusal(file, LedgerError, [note(text=LONG)] * 500)
    assert said == (
        f"LedgerError: {file} could not be read or written: the disk is full or failing (SQLITE_IOERR_WRITE). "
        "Check the disk, then run `trucewatch case verify` before doing it again"
    )
    assert_whole(file, 100)


def test_a_full_disk(small_disk):
    path = small_disk / "ledger.sqlite"
    acknowledged = 0
    with closing(open_store(path)) as store:
        store.create("libya")
        said = ""
        while not said:
            try:
                acknowledged = write(store, note(text=LONG * 10), hours=acknowledged)[-1].seq
            except LedgerError as error:
                said = str(error)
        assert store.head("libya").seq == acknowledged > 0
        assert first_break(store.read("libya"), store.head("libya")) is None
    assert said == (
        f"LedgerError: the disk that holds {path} is full; the ledger is as it was. Free some space and do it again"
    )


def test_a_read_only_folder(file):
    before = file.read_bytes()
    with without_rights(file.parent, file.parent, file):
        said = refusal(file, LedgerError, [note()])
        new = file.with_name("new.sqlite")
        with pytest.raises(LedgerError) as caught, closing(open_store(new)) as store:
            store.create("libya")
    assert said == (
        f"LedgerError: {file} cannot be written: the file or its folder is read-only; the ledger is as it was. "
        "Make both writable, or work on a copy of the case"
    )
    assert str(caught.value) == (
        f"LedgerError: {new} cannot be opened: its folder is missing or may not be read and written; "
        "the ledger is as it was. Check the path, and make the folder writable, or work on a copy of the case"
    )
    assert file.read_bytes() == before
    assert_whole(file, 100)


def test_a_missing_folder(tmp_path):
    path = tmp_path / "none" / "ledger.sqlite"
    with (
        pytest.raises(LedgerError, match="cannot be opened: its folder is missing"),
        closing(open_store(path)) as store,
    ):
        store.create("libya")


def test_a_writer_that_never_ends_is_told_of(file, monkeypatch):
    monkeypatch.setattr(engines, "WAIT_S", 0.05)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert refusal(file, LedgerError, [note()]) == (
            f"LedgerError: another program has been writing to {file} for over 30 s; the ledger is as it was. "
            "Wait until it is done and do it again"
        )
    assert_whole(file, 100)


def test_who_begins_a_ledger_waits_for_others_who_do(tmp_path):
    file = tmp_path / "new.sqlite"
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        # SQLite's own timeout does not hold for this lock on a file that is not in WAL mode yet.
        other.execute("BEGIN IMMEDIATE")
        end = Timer(0.3, other.execute, ["COMMIT"])
        end.start()
        with closing(open_store(f"sqlite:///{file}")) as store:
            store.create("libya")
            assert store.cases() == ("libya",)
        end.join()


def test_no_error_shows_what_was_to_be_written(file, monkeypatch):
    monkeypatch.setattr("trucewatch.stores.faults.SQLITE", ())
    edit(file, "CREATE TRIGGER no BEFORE INSERT ON trucewatch_events BEGIN SELECT RAISE(ABORT, 'no'); END")
    with closing(open_store(file)) as store, pytest.raises(Exception, match="no") as caught:
        write(store, note(text="a name that must stay here"), hours=1000)
    assert "must stay here" not in str(caught.value)
