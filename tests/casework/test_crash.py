"""People who are killed at work on a case lose nothing that was acknowledged; more of it: `python -m bench.crash_case 300`."""

import random
from datetime import UTC, datetime

import pytest

from bench.crash import Figures, Loss
from bench.crash_case import kill_writers, load_pipeline, look, write_until_killed
from trucewatch.casework.case import open_case
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import new_event
from trucewatch.ledger.decide import Decision

from .cases import MISSION, a_case, put

KILLS = 3
# A slow machine gets more tries until somebody has acknowledged something.
TRIES = 5


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_nothing_is_lost_when_people_are_killed_at_work(kind, tmp_path, request):
    server = request.getfixturevalue("server") if kind == "postgresql" else None
    load_pipeline(tmp_path)
    figures, chance = Figures(), random.Random()
    for number in range(TRIES):
        figures += kill_writers(tmp_path / str(number) / "case", KILLS, chance, server)
        if figures.acknowledged:
            break
    assert figures.kills >= KILLS
    assert figures.acknowledged > 0
    assert figures.events > 0


def test_a_writer_works_until_it_is_killed(tmp_path, monkeypatch):
    """The steps of a writer that is stopped from within: those it acknowledged are there, and no others."""
    said: list[str] = []

    class Killed(BaseException):
        pass

    def acknowledge(_, line: bytes) -> None:
        said.append(line.decode())
        if len(said) == 8:
            raise Killed

    a_case(tmp_path, provisional=False).store.close()
    monkeypatch.setattr("bench.crash_case.os.write", acknowledge)
    with pytest.raises(Killed):
        write_until_killed(tmp_path / "case", 0, 4)
    with open_case(tmp_path / "case", by="ada") as case:
        figures = look(case, said, 1)
        names = {event.name for event in case.events()}
    assert figures.in_doubt == 0
    assert figures.events >= 8
    assert {"document-added.v1", "report-read.v1", "claim-accepted.v1"} <= names


# --------------------------------------------------------------------------- the look would see a loss


@pytest.fixture
def case(tmp_path):
    with a_case(tmp_path, provisional=False) as made:
        put(made, tmp_path, "mission.txt", MISSION)
        yield made


def test_a_whole_case_passes(case):
    head = case.head()
    document = case.state().documents["d1"]
    assert look(case, [f"{head.seq} {head.hash} d1 {document.now.sha256}"], 1) == Figures(events=2)
    assert look(case, [], 1) == Figures(events=2, in_doubt=1)


def test_a_lost_step_is_seen(case):
    head = case.head()
    with pytest.raises(Loss, match="acknowledged and not there: the step that ended with event 4"):
        look(case, [f"4 {head.hash}"], 1)
    with pytest.raises(Loss, match="acknowledged and not there: the step that ended with event 3"):
        look(case, [f"3 {'0' * 64}"], 1)
    with pytest.raises(Loss, match="acknowledged and not there: d1 with the bytes 000"):
        look(case, [f"3 {head.hash} d1 {'0' * 64}"], 1)


def test_a_document_without_its_reading_is_seen(case):
    sha256 = case.folder.keep(b"half")
    added = e.DocumentAdded(kind="report", name="half.txt", key="half", sha256=sha256, size=4)
    case.record(Decision((new_event(added, "document:d2"),)))
    with pytest.raises(Loss, match="d2 is there without what was read in it: event 4"):
        look(case, [], 1)


def test_a_missing_and_a_half_original_are_seen(case):
    path = case.folder.original(case.state().documents["d1"].now.sha256)
    data = path.read_bytes()
    path.unlink()
    with pytest.raises(Loss, match=r"case verify: BrokenLedger: .* the original of d1, is missing"):
        look(case, [], 1)
    path.write_bytes(data)
    other = case.folder.original("ab" * 32)
    other.parent.mkdir(exist_ok=True)
    other.write_bytes(b"half")
    with pytest.raises(Loss, match="half an original is there"):
        look(case, [], 1)


def test_half_a_review_is_seen(case):
    now = datetime.now(UTC)
    accepted = new_event(e.ClaimAccepted(reason="a+2"), "claim:d1/c1")
    case.record(Decision((accepted,)), learned_at=now)
    with pytest.raises(Loss, match=r"half a review is there: 1 events of a\+2"):
        look(case, [], 1)
