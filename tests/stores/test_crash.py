"""Writers that are killed lose nothing that they acknowledged; more of it: `python -m bench.crash 300`."""

import random
from contextlib import closing
from dataclasses import replace

import pytest

from bench.crash import CASE, Figures, Loss, kill_writers, killed_writer, look
from trucewatch.core.ledger import Event
from trucewatch.stores import open_store
from trucewatch.stores.memory import MemoryStore

from .days import at, note

KILLS = 12


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"], indirect=True)
def test_nothing_is_lost_when_writers_are_killed(where):
    figures = kill_writers(where, KILLS, random.Random())
    assert figures.kills == KILLS
    assert figures.acknowledged > 0
    assert figures.events > 0


# --------------------------------------------------------------------------- the look would see a loss


class Shown(MemoryStore):
    """A store that shows events as they were not recorded."""

    def __init__(self, show) -> None:
        super().__init__()
        self.show = show

    def read(self, case, **which):
        return iter(self.show(list(super().read(case, **which))))


@pytest.fixture
def looked(monkeypatch):
    """What is found in a ledger of two appends, of one and of two events, when it shows its events in this way."""

    def look_at(show=list, acknowledged=None, sizes=(1, 2)) -> Figures:
        store = Shown(show)
        store.create(CASE)
        for number, size in enumerate(sizes):
            events = [note()] * (number + 1)
            store.append(CASE, events, by=f"a{number}+{size}", learned_at=at(0), recorded_at=at(0))
        monkeypatch.setattr("bench.crash.open_store", lambda _: store)
        return look("", acknowledged if acknowledged is not None else {3: store.head(CASE).hash}, 0)

    return look_at


def test_a_whole_ledger_passes(looked):
    assert looked() == Figures(events=3)
    assert looked(acknowledged={}) == Figures(events=3, in_doubt=1)


def changed(events: list[Event]) -> list[Event]:
    return [replace(event, by="eve+3") for event in events]


def test_a_loss_is_seen(looked):
    with pytest.raises(Loss, match="acknowledged and not there: the append that ended with event 4"):
        looked(acknowledged={4: "0" * 64})
    with pytest.raises(Loss, match="acknowledged and not there: the append that ended with event 3"):
        looked(acknowledged={3: "0" * 64})


def test_half_an_append_is_seen(looked):
    with pytest.raises(Loss, match=r"half an append is there: 2 events by a1\+3"):
        looked(sizes=(1, 3))


def test_a_broken_chain_is_seen(looked):
    with pytest.raises(Loss, match="the chain is broken: event 1 was changed"):
        looked(changed)
    with pytest.raises(Loss, match="the chain is broken: event 3 is missing"):
        looked(lambda events: events[:2])


def test_a_writer_that_fails_by_itself_is_no_kill(tmp_path):
    path = tmp_path / "ledger.sqlite"
    with closing(open_store(path)) as store:
        store.create("another")
    said = killed_writer(path, random.Random(1), lambda _: None)
    assert said[0].startswith(f"failed CaseMissing: {path} has no case libya.")
