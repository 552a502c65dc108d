"""What goes wrong with a case is told in one line on the command line, and nothing is lost."""

import os
import re
import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.exporters import samples
from tests.rights import without_rights
from trucewatch import cli, wiring
from trucewatch.casework import case as cases
from trucewatch.casework.case import open_case
from trucewatch.casework.verify import faults
from trucewatch.core.ledger import NewEvent
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import new_event
from trucewatch.ledger.decide import Decision


@pytest.fixture
def case(tmp_path, monkeypatch, capsys):
    """The folder of a case with a table and a report, where the commands run."""
    monkeypatch.setenv("TRUCEWATCH_BY", "ada")
    return filled(tmp_path / "libya", tmp_path, capsys)


def filled(folder: Path, inbox: Path, capsys) -> Path:
    table = inbox / "counts.csv"
    table.write_text("day,prisoners\n2020-10-25,7\n")
    assert cli.run(["case", "new", str(folder), "--title", "Libya"]) == 0
    assert cli.run(["add", str(table), "--case", str(folder)]) == 0
    with open_case(folder, by="ada") as here:
        sha256 = here.folder.keep(b"a report")
        added = e.DocumentAdded(kind="report", name="report.txt", key="report", sha256=sha256, size=8)
        report = wiring.to_json(samples.report())
        claims = [report["claims"][0] | {"id": own} for own in ("c1", "c2")]
        read = e.ReportRead(sha256=sha256, program="0", report=report | {"claims": claims})
        here.record(Decision((new_event(added, "document:d2"), new_event(read, "document:d2"))))
    capsys.readouterr()
    return folder


@pytest.fixture
def says(capsys):
    """The one line that a command says when it is refused."""

    def says(*arguments, case=None) -> str:
        assert cli.run([*map(str, arguments), *(["--case", str(case)] if case else [])]) == 2
        out, err = capsys.readouterr()
        told = (out + err).strip()
        assert "\n" not in told, told
        return told

    return says


def assert_whole(folder, events: int) -> None:
    with open_case(folder, by="ada") as here:
        assert faults(here)[0] == []
        assert here.head().seq == events


EVENTS = 4


# --------------------------------------------------------------------------- bad input


def test_a_case_of_a_newer_version(case, says):
    file = case / "case.toml"
    before = file.read_text()
    file.write_text(before.replace("format = 1", "format = 2"))
    for command in (["status"], ["add", "x.csv"], ["review", "accept", "d2/c1"], ["case", "verify"], ["case", "show"]):
        assert says(*command, case=case) == (
            f"NewerCase: {file} has format 2; this version knows format 1. Update trucewatch; nothing was changed"
        )
    file.write_text(before)
    ledger = case / "ledger.sqlite"
    with closing(sqlite3.connect(ledger)) as database:
        database.execute("UPDATE trucewatch_format SET version = 2")
        database.commit()
    assert says("status", case=case) == (
        f"NewerCase: {ledger} has format 2; this version knows format 1. Update trucewatch; nothing was changed"
    )
    with closing(sqlite3.connect(ledger)) as database:
        database.execute("UPDATE trucewatch_format SET version = 1")
        database.commit()
    assert_whole(case, EVENTS)


def test_a_damaged_page_of_the_database(case, says):
    with open_case(case, by="ada") as here:
        for number in range(40):
            here.record(Decision((new_event(e.ClaimAccepted(reason="x" * 2000), f"claim:d2/k{number}"),)))
    ledger = case / "ledger.sqlite"
    with closing(sqlite3.connect(ledger)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = ledger.read_bytes()
    at = data.rindex(b"x" * 2000) // 4096 * 4096
    ledger.write_bytes(data[:at] + b"\xff" * 4096 + data[at + 4096 :])
    for command in (["case", "verify"], ["case", "export", case.parent / "log.jsonl"]):
        told = says(*command, case=case)
        assert re.fullmatch(
            rf"BrokenLedger: {re.escape(str(ledger))} is damaged( after event \d+)?: .+\. "
            r"Restore it from a copy; nothing was changed",
            told,
        ), told
    assert not (case.parent / "log.jsonl").exists()
    ledger.write_bytes(data)
    assert_whole(case, EVENTS + 40)


def test_a_truncated_export(case, says, tmp_path, capsys):
    log = tmp_path / "log.jsonl"
    assert cli.run(["case", "export", str(log), "--case", str(case)]) == 0
    capsys.readouterr()
    whole = log.read_text()
    lines = whole.splitlines(keepends=True)
    new = tmp_path / "new"
    for text, told in (
        ("".join(lines[:-1]), "the file was cut off"),
        (whole[:-30], f"line {len(lines)}: it is no event"),
        ("".join(lines[:2]) + lines[2][:40], "line 3: it is no event"),
    ):
        log.write_text(text)
        said = says("case", "import", new, log)
        assert said.startswith(f"BrokenLedger: {log}: {told}")
        assert not (new / "case.toml").exists()
    assert_whole(case, EVENTS)


def test_an_event_of_an_unknown_type(case, says, capsys):
    with open_case(case, by="ada") as here:
        here.record(Decision((NewEvent("claim-dreamt.v1", "claim:d2/c1", {"of": "peace"}),)))
    assert says("status", case=case) == (
        f'BrokenLedger: case libya: event {EVENTS + 1} is "claim-dreamt.v1", which this version does not know; '
        "a newer one wrote it. Update trucewatch; nothing was changed"
    )
    # The chain is whole all the same.
    assert cli.run(["case", "verify", "--case", str(case)]) == 0
    assert "The chain of 5 events is whole" in capsys.readouterr().out


def test_a_clock_that_was_set_back(case, says, monkeypatch, tmp_path):
    class Earlier(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime(2020, 10, 23, 12, tzinfo=tz or UTC)

    with open_case(case, by="ada") as here:
        recorded_at = here.head().recorded_at.isoformat(timespec="microseconds").replace("+00:00", "Z")
    told = (
        f"ClockSetBack: case libya: the clock shows 2020-10-23T12:00:00.000000Z, before event {EVENTS}, "
        f"which was recorded at {recorded_at}. Set the clock right; nothing was recorded"
    )
    table = tmp_path / "more.csv"
    table.write_text("day,prisoners\n2020-10-26,9\n")
    with monkeypatch.context() as patched:
        patched.setattr(cases, "datetime", Earlier)
        assert says("add", table, case=case) == told
        assert says("review", "accept", "d2/c1", case=case) == told
    assert_whole(case, EVENTS)
    assert says("add", table, "--learned-at", "2020-10-23", case=case) == (
        f"ClockSetBack: case libya: 2020-10-23T23:59:59.999999Z lies before event {EVENTS}, "
        f"which was learned at {recorded_at}. Give that instant or a later one; nothing was recorded"
    )
    assert cli.run(["add", str(table), "--case", str(case)]) == 0
    assert_whole(case, EVENTS + 1)


# --------------------------------------------------------------------------- disks and rights


def fill_up(file: Path, room: int) -> None:
    """Fills the disk with a file until this much room is left."""
    with file.open("wb", buffering=0) as open_, suppress(OSError):
        while True:
            open_.write(b"x" * 4096)
    os.truncate(file, file.stat().st_size - room)


@pytest.fixture
def full(small_disk, tmp_path, monkeypatch, capsys):
    """A case on a small disk that is full in a moment; afterwards there is room again, and all is as it was."""
    monkeypatch.setenv("TRUCEWATCH_BY", "ada")
    folder = filled(small_disk / "libya", tmp_path, capsys)
    yield folder
    (small_disk / "fill").unlink()
    assert_whole(folder, EVENTS)
    assert cli.run(["review", "accept", "d2/c1", "--case", str(folder)]) == 0


def test_a_full_disk(full, says, tmp_path):
    table, fill = tmp_path / "more.csv", full.with_name("fill")
    table.write_text("day,prisoners\n2020-10-26,9\n" * 8000)
    fill_up(fill, 100_000)
    told = says("add", table, case=full)
    assert re.fullmatch(
        rf"LedgerError: {re.escape(str(full))}/originals/\w\w/\w{{64}} cannot be written \(No space left on device\); "
        r"the ledger is as it was. Free some space or make the folder writable, and do it again",
        told,
    ), told
    fill_up(fill, 0)
    ledger = full / "ledger.sqlite"
    told = says("review", "accept", "d2/c1", case=full)
    assert told in (
        f"LedgerError: the disk that holds {ledger} is full; the ledger is as it was. Free some space and do it again",
        f"LedgerError: {ledger} could not be read or written: the disk is full or failing (SQLITE_IOERR_SHMSIZE). "
        "Check the disk, then run `trucewatch case verify` before doing it again",
    )
    new = full.with_name("new")
    told = says("case", "new", new)
    assert told.startswith("LedgerError: ")
    assert "full" in told or "No space left on device" in told
    assert not (new / "case.toml").exists()
    shutil.rmtree(new, ignore_errors=True)


def test_a_read_only_folder(case, says, tmp_path, capsys):
    table, ledger = tmp_path / "more.csv", case / "ledger.sqlite"
    table.write_text("day,prisoners\n2020-10-26,9\n")
    # Everything is loaded while it may be read.
    cli.run(["add", str(tmp_path / "counts.csv"), "--case", str(case)])
    cli.run(["review", "accept", "d2/c2", "--case", str(case)])
    capsys.readouterr()
    (case / "case.toml").chmod(0o644)
    paths = [case, ledger, case / "originals"]
    with without_rights(case, *paths):
        adding = says("add", table, case=case)
        reviewing = says("review", "accept", "d2/c1", case=case)
        making = says("case", "new", case / "inner")
    assert (
        adding
        == reviewing
        == (
            f"LedgerError: {ledger} cannot be written: the file or its folder is read-only; the ledger is as it was. "
            "Make both writable, or work on a copy of the case"
        )
    )
    assert making == (
        f"LedgerError: {case / 'inner'} cannot be written (Permission denied); the ledger is as it was. "
        "Free some space or make the folder writable, and do it again"
    )
    assert os.access(ledger, os.W_OK)
    assert_whole(case, EVENTS + 2)
