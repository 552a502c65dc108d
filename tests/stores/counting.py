"""A process that counts up in a ledger together with others; a module of its own, since it is imported afresh there."""

from contextlib import closing

from trucewatch.core.errors import StaleVersion
from trucewatch.stores import open_store

from .days import note, write

COUNTER = "claim:counter"
ROUNDS = 5


def count_up(where, writer: int, barrier, done) -> None:
    """Writes once a round. All look at the same moment, so that one is first and the others have to look again.

    Puts how often this writer was told StaleVersion at its first try in a round.
    """
    lost = 0
    with closing(open_store(where)) as store:
        for _ in range(ROUNDS):
            seen = store.versions("libya", [COUNTER])[COUNTER]
            barrier.wait(180)
            first_try = True
            while not wrote(store, writer, seen):
                lost += first_try
                first_try = False
                seen = store.versions("libya", [COUNTER])[COUNTER]
            barrier.wait(180)
    done.put(lost)


def wrote(store, writer: int, seen: int) -> bool:
    """Whether the next number could be written by somebody who saw that version."""
    try:
        write(store, note(COUNTER, n=seen + 1, writer=writer), expected={COUNTER: seen})
    except StaleVersion:
        return False
    return True
