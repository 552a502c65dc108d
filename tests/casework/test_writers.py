"""Several people work on one case at the same moment: all documents get in, and of two reviews one is told to look again."""

from multiprocessing import get_context
from pathlib import Path

import pytest

from bench.crash_case import load_pipeline
from trucewatch.casework.adding import Adding
from trucewatch.casework.case import open_case
from trucewatch.casework.evidence import newest_reading
from trucewatch.casework.verify import faults
from trucewatch.core.errors import StaleVersion
from trucewatch.ledger import events as e
from trucewatch.ledger.decide import review
from trucewatch.settings import Settings

from .cases import AGREEMENT, MISSION, SetClock, a_case, put

CLAIM = "d2/c1"
DOCUMENTS, ROUNDS = 2, 2


def work(folder: Path, writer: int, barrier, done) -> None:
    """Adds documents when all do, then accepts the same claim as all do; puts how often a review came too late."""
    by, late = f"w{writer}", 0
    with open_case(folder, by=by, clock=SetClock()) as case:
        adding = Adding(case, Settings())
        for number in range(DOCUMENTS):
            text = MISSION.replace("prisoners of war", f"{writer + 2} prisoners of war from camp {number + 2}")
            path = folder.with_name(f"{by}-{number}.txt")
            path.write_text(text, encoding="utf-8")
            barrier.wait(180)
            adding.add(path)
        for _ in range(ROUNDS):
            stream = review.stream_of(CLAIM)
            decision = review.accept(case.state(), CLAIM, case.store.versions(case.id, [stream]))
            barrier.wait(180)
            try:
                case.record(decision)
            except StaleVersion:
                late += 1
            barrier.wait(180)
    done.put(late)


@pytest.mark.parametrize(("kind", "writers"), [("sqlite", 2), ("postgresql", 8)])
def test_nothing_that_anybody_does_is_lost(kind, writers, tmp_path, request):
    store = request.getfixturevalue("server").new_database() if kind == "postgresql" else None
    load_pipeline(tmp_path)
    with a_case(tmp_path, provisional=False, store=store) as case:
        folder = case.folder.path
        put(case, tmp_path, "agreement.txt", AGREEMENT)
        put(case, tmp_path, "mission.txt", MISSION)
    # Copies of this process have the pipeline in memory; no store is open in it.
    processes = get_context("fork")
    barrier, done = processes.Barrier(writers), processes.Queue()
    people = [processes.Process(target=work, args=(folder, n, barrier, done)) for n in range(writers)]
    for person in people:
        person.start()
    late = sum(done.get(timeout=120) for _ in people)
    for person in people:
        person.join(30)
    with open_case(folder, by="ada") as case:
        assert faults(case)[0] == []
        documents = case.state().documents
        accepted = [event.by for event in case.events(streams=[review.stream_of(CLAIM)])]
        tied = [claim for d in documents if d != "d1" for claim in newest_reading(case, d)["claims"]]
        added = list(case.events(names=[e.DocumentAdded]))
    assert list(documents) == [f"d{n + 1}" for n in range(2 + writers * DOCUMENTS)]
    assert sorted(event.by for event in added) == sorted(
        ["ada", "ada", *(f"w{n}" for n in range(writers))] + [f"w{n}" for n in range(writers)]
    )
    assert len(tied) >= 1 + writers * DOCUMENTS
    # In each round one came first, and all others were told.
    assert len(accepted) == ROUNDS
    assert late == (writers - 1) * ROUNDS
