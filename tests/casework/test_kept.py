"""What is kept in the cache is taken up where it fits the log, and passed over where it does not."""

import pytest

from trucewatch.casework import kept, neighbours
from trucewatch.casework.case import open_case
from trucewatch.casework.neighbours import Neighbours
from trucewatch.core.errors import BrokenLedger
from trucewatch.ledger.kept import documents_kept, kept_documents, kept_sketches, sketches_kept

from .cases import AGREEMENT, MISSION, a_case, put

LONGER = MISSION + "\nThe mission counted forty lorries at the crossing on Monday and nine of them carried fuel.\n" * 3


@pytest.fixture
def filled(tmp_path, monkeypatch):
    """The folder of a case whose documents and sketches were kept."""
    monkeypatch.setattr(kept, "ENOUGH_EVENTS", 0)
    monkeypatch.setattr(neighbours, "ENOUGH_EVENTS", 0)
    with a_case(tmp_path) as case:
        put(case, tmp_path, "agreement.txt", AGREEMENT)
        put(case, tmp_path, "mission.txt", LONGER)
    with open_case(tmp_path / "case", by="ada") as case:
        case.state()
        Neighbours(case).like([1])
    return tmp_path / "case"


def the_file(folder, what):
    (path,) = (folder / "cache").glob(f"{what}-*")
    return path


def test_what_was_kept_is_taken_up_and_carried_on(filled, tmp_path):
    with open_case(filled, by="ada") as case:
        before = case.state()
        looked = Neighbours(case)
        sketch = next(iter(case.events(streams=["document:d2"]))).data["sketch"]
        assert looked.like(sketch) == ("d2",)
        assert list(before.documents) == ["d1", "d2"]
        assert before.by_sha256[before.documents["d2"].now.sha256] == "d2"
        assert before.provisional
        put(case, tmp_path, "copy.txt", LONGER + "So it goes.\n")
        assert looked.like(sketch) == ("d2", "d3")
    with open_case(filled, by="ada") as case:
        assert list(case.state().documents) == ["d1", "d2", "d3"]


@pytest.mark.parametrize("what", ["documents", "sketches"])
def test_a_damaged_file_is_passed_over(filled, what):
    path = the_file(filled, what)
    path.write_bytes(path.read_bytes()[:-5])
    with open_case(filled, by="ada") as case:
        sketch = next(iter(case.events(streams=["document:d2"]))).data["sketch"]
        assert list(case.state().documents) == ["d1", "d2"]
        assert Neighbours(case).like(sketch) == ("d2",)


def test_a_file_of_another_log_is_passed_over(filled):
    path = the_file(filled, "documents")
    path.rename(path.with_name(path.name[:-16] + "0" * 16)).write_bytes(kept_documents({}))
    with open_case(filled, by="ada") as case:
        assert list(case.state().documents) == ["d1", "d2"]


def test_bytes_that_are_something_else_are_refused():
    with pytest.raises(BrokenLedger, match="documents of a case cannot be read"):
        documents_kept(b"nothing")
    with pytest.raises(BrokenLedger, match="sketches of a case cannot be read"):
        sketches_kept(b"nothing")
    with pytest.raises(BrokenLedger, match="is not whole"):
        sketches_kept(kept_sketches(128, {"d1": 0}, bytearray(4)))


def test_a_cache_that_cannot_be_written_is_no_fault(filled, monkeypatch):
    def full(*_):
        raise OSError("the disk is full")

    the_file(filled, "documents").unlink()
    monkeypatch.setattr(kept, "write_whole", full)
    with open_case(filled, by="ada") as case:
        assert list(case.state().documents) == ["d1", "d2"]
