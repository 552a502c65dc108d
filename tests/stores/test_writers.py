"""Several processes write one case at the same moment: nothing is lost, and the loser is told."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from threading import Barrier

import pytest

from trucewatch.ledger.chain import first_break
from trucewatch.stores import open_store

from .counting import COUNTER, ROUNDS, count_up
from .days import note, write


@pytest.mark.parametrize(("kind", "writers"), [("sqlite", 2), ("postgresql", 8)], indirect=["kind"])
def test_no_update_is_lost(where, writers):
    with closing(open_store(where)) as store:
        store.create("libya")
    # Fresh processes: a copied one would share its parent's connections.
    processes = get_context("spawn")
    barrier, done = processes.Barrier(writers), processes.Queue()
    counting = [processes.Process(target=count_up, args=(where, n, barrier, done)) for n in range(writers)]
    for process in counting:
        process.start()
    lost = sum(done.get(timeout=60) for _ in counting)
    for process in counting:
        process.join(30)
    with closing(open_store(where)) as store:
        log = list(store.read("libya", streams=[COUNTER]))
        assert first_break(store.read("libya"), store.head("libya")) is None
    assert [event.data["n"] for event in log] == list(range(1, writers * ROUNDS + 1))
    assert sorted(event.data["writer"] for event in log) == sorted(list(range(writers)) * ROUNDS)
    # In each round one came first; all others had seen what was no longer so.
    assert lost == (writers - 1) * ROUNDS


def test_the_first_cases_of_a_store_may_be_made_at_the_same_moment(where, kind, store):
    def make(number: int) -> None:
        with closing(store if kind == "memory" else open_store(where)) as own:
            start.wait(30)
            own.create(f"case-{number}")

    start = Barrier(8)
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(make, range(8)))
    assert store.cases() == tuple(f"case-{number}" for number in range(8))


def test_one_store_may_serve_several_threads(store):
    store.create("libya")

    def add(number: int) -> int:
        write(store, note(f"claim:{number}"), expected={f"claim:{number}": 0})
        return sum(1 for _ in store.read("libya", streams=[f"claim:{number}"]))

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(add, range(40))) == [1] * 40
    assert store.head("libya").seq == 40
    assert first_break(store.read("libya"), store.head("libya")) is None
