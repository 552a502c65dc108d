"""Kills writers of a ledger at random moments and looks at what is left: `python -m bench.crash 300`.

Each writer adds documents and reviews claims as fast as it can, and acknowledges each append on a pipe. It is killed
(SIGKILL) at a random moment; of PostgreSQL the whole server is brought down now and then as well. Then the ledger is
opened anew: everything acknowledged has to be there, every append whole or absent, the chain unbroken, and the next
writer goes on with the same ledger.
"""

import argparse
import os
import random
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from trucewatch.core.errors import LedgerError, StaleVersion
from trucewatch.core.ledger import Event, LedgerStore
from trucewatch.ledger.chain import first_break
from trucewatch.ledger.codec import new_event
from trucewatch.ledger.events import ClaimAccepted, DocumentAdded, ReportRead
from trucewatch.stores import open_store

from .postgresql import Server, running_server

CASE = "libya"
# A new ledger after so many kills: each look reads the whole log.
KILLS_PER_LEDGER = 25
# The longest that a writer lives at first, in seconds; opening the store takes some hundredths of it. On a busy machine
# nobody gets so far: who acknowledges nothing is followed by one who may live longer.
LIFE_S, LONGEST_LIFE_S = 0.08, 5.0

Where = str | Path
Kill = Callable[[int], None]
# Writes until it is killed: where, the pipe for what is acknowledged, a seed.
Write = Callable[[Where, int, int], None]


@dataclass(frozen=True, slots=True)
class Figures:
    """What happened to ledgers: appends `in_doubt` are there, whole, though their writer died before it could say so."""

    kills: int = 0
    acknowledged: int = 0
    in_doubt: int = 0
    events: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.kills + other.kills,
            self.acknowledged + other.acknowledged,
            self.in_doubt + other.in_doubt,
            self.events + other.events,
        )


class Loss(Exception):
    """The ledger is not what was acknowledged."""


def write_until_killed(where: Where, pipe: int, seed: int) -> None:
    """Adds documents and reviews claims for ever; writes "seq hash" to the pipe once an append has returned."""
    chance = random.Random(seed)
    try:
        with closing(open_store(where)) as store:
            while True:
                # A server may finish what it got from the writer before; whoever looked earlier looks again.
                with suppress(StaleVersion):
                    last = append_something(store, chance)[-1]
                    os.write(pipe, f"{last.seq} {last.hash}\n".encode())
    except LedgerError as error:
        os.write(pipe, f"failed {error}\n".encode())


def append_something(store: LedgerStore, chance: random.Random) -> tuple[Event, ...]:
    """A document with what was read in it, or decisions on some claims. `by` tells how many events belong together."""
    head = store.head(CASE)
    document = f"document:d{head.seq + 1}"
    if chance.random() < 0.5:
        words = "".join(chance.choices("abcdefgh ", k=chance.choice([100, 5_000, 60_000])))
        sha256 = f"{chance.getrandbits(256):064x}"
        added = DocumentAdded(kind="report", name="report.txt", key=document, sha256=sha256, size=len(words))
        read = ReportRead(sha256=sha256, program="0.1.0", report={"text": words})
        events = [new_event(added, document), new_event(read, document)]
        expected = {document: 0}
    else:
        claims = [f"claim:d1/c{chance.randrange(10**6)}" for _ in range(chance.randint(1, 5))]
        expected = dict(store.versions(CASE, claims))
        events = [new_event(ClaimAccepted(reason="as it stands"), claim) for claim in claims]
    now = datetime.now(UTC)
    by = f"{chance.getrandbits(64):x}+{len(events)}"
    return store.append(CASE, events, by=by, learned_at=now, recorded_at=now, expected=expected)


def killed_writer(
    where: Where, chance: random.Random, kill: Kill, *, write: Write | None = None, life_s: float = LIFE_S
) -> list[str]:
    """What a writer wrote to its pipe before it was killed at a random moment."""
    reading, writing = os.pipe()
    seed = chance.getrandbits(32)
    # A copy of this process starts at once; no store is open in it.
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reading)
            (write or write_until_killed)(where, writing, seed)
        finally:
            # Who comes here was not killed.
            os.write(writing, b"failed\n")
            os._exit(1)
    os.close(writing)
    time.sleep(chance.uniform(0, life_s))
    kill(pid)
    with open(reading, encoding="utf-8") as acknowledged:
        said = acknowledged.read().splitlines()
    os.waitpid(pid, 0)
    return said


def sigkill(pid: int) -> None:
    """Ends the writer."""
    os.kill(pid, signal.SIGKILL)


def look(where: Where, acknowledged: dict[int, str], before: int) -> Figures:
    """What the ledger holds after a kill; raises Loss where that is not what was acknowledged."""
    together: Counter[str] = Counter()
    hashes: dict[int, str] = {}

    def noted(events: Iterator[Event]) -> Iterator[Event]:
        for event in events:
            hashes[event.seq] = event.hash
            together[event.by] += 1
            yield event

    with closing(open_store(where)) as store:
        head = store.head(CASE)
        broken = first_break(noted(store.read(CASE, until=head.seq)), head)
    if broken:
        raise Loss(f"the chain is broken: {broken.what}")
    lost = [seq for seq, hash_ in acknowledged.items() if hashes.get(seq) != hash_]
    if lost:
        raise Loss(f"acknowledged and not there: the append that ended with event {lost[0]}")
    halves = [by for by, number in together.items() if int(by.partition("+")[2]) != number]
    if halves:
        raise Loss(f"half an append is there: {together[halves[0]]} events by {halves[0]}")
    return Figures(in_doubt=int(head.seq > max([before, *acknowledged])), events=head.seq - before)


def kill_writers(where: Where, kills: int, chance: random.Random, server: Server | None = None) -> Figures:
    """Figures of so many killed writers of one new ledger; the last goes down with the server, where there is one."""

    def with_server(pid: int) -> None:
        if server:
            server.crash()
        sigkill(pid)

    with closing(open_store(where)) as store:
        store.create(CASE)
    acknowledged: dict[int, str] = {}
    figures, life = Figures(), LIFE_S
    for number in range(kills):
        crash = server is not None and number == kills - 1
        said = killed_writer(where, chance, with_server if crash else sigkill, life_s=life)
        failed = [line for line in said if line.startswith("failed")]
        if failed and not crash:
            raise Loss(f"the writer {failed[0]}")
        pairs = [line.split() for line in said if line not in failed]
        acknowledged |= {int(seq): hash_ for seq, hash_ in pairs}
        life = life if pairs else min(2 * life, LONGEST_LIFE_S)
        figures += Figures(kills=1, acknowledged=len(pairs)) + look(where, acknowledged, figures.events)
    return figures


def many(kills: int, new_ledger: Callable[[], Where], chance: random.Random, server: Server | None = None) -> Figures:
    """Figures of so many kills over as many new ledgers as that takes."""
    figures = Figures()
    while figures.kills < kills:
        figures += kill_writers(new_ledger(), min(KILLS_PER_LEDGER, kills - figures.kills), chance, server)
    return figures


def main() -> None:
    """Print one line for each kind of store; ends with an error at the first loss."""
    options = argparse.ArgumentParser(prog="python -m bench.crash", description=__doc__)
    options.add_argument("kills", nargs="?", type=int, default=300, help="for each kind of store (default: 300)")
    kills = options.parse_args().kills
    chance = random.Random()
    with tempfile.TemporaryDirectory() as folder:
        files = (Path(folder) / f"{number}.sqlite" for number in range(kills))
        report("SQLite", lambda: many(kills, lambda: next(files), chance))
    with running_server() as server:
        report("PostgreSQL", lambda: many(kills, server.new_database, chance, server))


def report(kind: str, run: Callable[[], Figures]) -> None:
    """Runs and prints one line."""
    start = time.perf_counter()
    figures = run()
    print(
        f"{kind:<10} {figures.kills} writers killed in {time.perf_counter() - start:.0f} s: "
        f"{figures.acknowledged} appends acknowledged, none lost; {figures.in_doubt} whole without acknowledgement; "
        f"{figures.events} events, no half append, chain whole after each kill"
    )


if __name__ == "__main__":
    main()
