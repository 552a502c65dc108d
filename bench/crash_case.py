"""Kills people who add to a case and review it, and looks at what is left: `python -m bench.crash_case 300`.

Each writer opens the case, reads and adds documents (new ones, near-copies, revisions, agreements that tie the reports
anew) and accepts claims, and acknowledges each step on a pipe. It is killed (SIGKILL) at a random moment; of PostgreSQL
the whole server is brought down now and then as well. Then the case is opened anew: everything acknowledged has to be
there, a document with its original and its reading or not at all, `case verify` without a fault, and the next writer
goes on with the same case.
"""

import argparse
import os
import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from trucewatch.casework.adding import Adding, Marks
from trucewatch.casework.case import Case, new_case, open_case
from trucewatch.casework.evidence import newest_reading
from trucewatch.casework.snapshots import evidence_of
from trucewatch.casework.verify import faults
from trucewatch.casework.views import case_view
from trucewatch.core.errors import LedgerError, Refused, StaleVersion
from trucewatch.core.ids import sha256_of
from trucewatch.core.ledger import Event
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import payload
from trucewatch.ledger.decide import NOTHING
from trucewatch.ledger.decide.review import accept, stream_of
from trucewatch.ledger.state import subject
from trucewatch.settings import Settings

from .big_case import PLACES, SENTENCES
from .crash import Figures, Loss, Where, killed_writer, sigkill
from .postgresql import Server, running_server

# A new case after so many kills: each look reads the whole log.
KILLS_PER_CASE = 25
# The longest that a writer lives, in seconds; it opens the case in a tenth of it.
LIFE_S = 1.5
AGREEMENT = """AGREEMENT ON A CEASEFIRE

Signed at Sorrel on 3 April 2031 by the Government of the Union and the Northern Council.

Article 1
The parties shall release all prisoners of war within thirty days of signature.

Article {number}
The Northern Council shall withdraw its vehicles from {place}.
"""


def write_until_killed(where: Where, pipe: int, seed: int) -> None:
    """Adds and reviews for ever; writes "seq hash what" to the pipe once a step has returned."""
    chance = random.Random(seed)
    try:
        with open_case(Path(where), by="ada") as case:
            adding = Adding(case, Settings())
            while True:
                # A server may finish what it got from the writer before; whoever looked earlier looks again.
                with suppress(StaleVersion, Refused):
                    has_claims = case.head().seq > 1 and chance.random() < 0.6
                    did = review_something(case, chance) if has_claims else add_something(adding, chance)
                    head = case.head()
                    os.write(pipe, f"{head.seq} {head.hash} {did}\n".encode())
    except LedgerError as error:
        os.write(pipe, f"failed {error}\n".encode())


def add_something(adding: Adding, chance: random.Random) -> str:
    """Adds a document, "document sha256" of it: a new one, a near-copy, other bytes of one that is there, an agreement."""
    inbox = adding.case.folder.path.with_name("inbox")
    place, sort = chance.choice(PLACES), chance.random()
    if sort < 0.1:
        name, text = (
            f"agreement{chance.randrange(3)}.txt",
            AGREEMENT.format(number=chance.randrange(2, 99), place=place),
        )
    else:
        # Few wires, so that the same sentences come again in other documents.
        wire = random.Random(chance.randrange(200))
        told = [wire.choice(SENTENCES).format(place=wire.choice(PLACES), n=wire.randrange(99)) for _ in range(6)]
        own = chance.choice(SENTENCES).format(place=place, n=chance.randrange(10**6))
        name, text = f"report{chance.randrange(400)}.txt", f"SORREL, 5 May 2031\n\n{' '.join([*told, own])}\n"
    path = inbox / f"{os.getpid()}" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    known = inbox / name
    path.replace(known)
    added = adding.add(known, Marks(published_on="2031-05-05"))
    return f"{added.document} {sha256_of(text.encode())}"


def review_something(case: Case, chance: random.Random) -> str:
    """Accepts some claims of a document in one step, ""."""
    reports = [document for document in case.state().documents.values() if document.kind == "report"]
    if not reports:
        return ""
    document = chance.choice(reports).id
    claims = [f"{document}/{claim['id']}" for claim in newest_reading(case, document)["claims"]]
    chosen = chance.sample(claims, min(len(claims), chance.randint(1, 5)))
    # Tells how many events belong together.
    reason = f"{chance.getrandbits(64):x}+{len(chosen)}"
    case.decide(
        lambda state, versions: sum((accept(state, claim, versions, reason) for claim in chosen), start=NOTHING),
        [stream_of(claim) for claim in chosen],
    )
    return ""


def look(case: Case, acknowledged: Sequence[str], before: int) -> Figures:
    """What the case holds after a kill; raises Loss where that is not what was acknowledged."""
    found, end, _ = faults(case)
    if found:
        raise Loss(f"case verify: {found[0]}")
    log = list(case.events())
    newest = before
    for line in acknowledged:
        seq, hash_, *document = line.split()
        newest = max(newest, int(seq))
        if int(seq) > len(log) or log[int(seq) - 1].hash != hash_:
            raise Loss(f"acknowledged and not there: the step that ended with event {seq}")
        if document and document[1] not in {r.sha256 for r in case.state().documents[document[0]].revisions}:
            raise Loss(f"acknowledged and not there: {document[0]} with the bytes {document[1]}")
    whole_documents(case, log)
    whole_reviews(log)
    return Figures(in_doubt=int(end > newest), events=end - before)


def whole_documents(case: Case, log: Sequence[Event]) -> None:
    """Raises Loss where a document is there without its reading or original, or half an original is there."""
    for event, following in zip(log, [*log[1:], None], strict=True):
        what = payload(event)
        if not isinstance(what, e.DocumentAdded | e.DocumentRevised):
            continue
        read = None if following is None else payload(following)
        if not isinstance(read, e.ReportRead | e.AgreementRead) or read.sha256 != what.sha256:
            raise Loss(f"{subject(event)} is there without what was read in it: event {event.seq}")
        if case.folder.bytes_of(what.sha256) is None:
            raise Loss(f"{subject(event)} is there without its original: event {event.seq}")
    for path in (case.folder.path / "originals").glob("*/[0-9a-f]*"):
        if sha256_of(path.read_bytes()) != path.name:
            raise Loss(f"half an original is there: {path}")


def whole_reviews(log: Sequence[Event]) -> None:
    """Raises Loss where some claims of one step are accepted and others not."""
    together = Counter(what.reason for event in log if isinstance(what := payload(event), e.ClaimAccepted))
    halves = [reason for reason, number in together.items() if int(reason.partition("+")[2]) != number]
    if halves:
        raise Loss(f"half a review is there: {together[halves[0]]} events of {halves[0]}")


def kill_writers(
    path: Path, kills: int, chance: random.Random, server: Server | None = None, life_s: float = LIFE_S
) -> Figures:
    """Figures of so many killed writers of a new case; the last goes down with the server, where there is one."""

    def with_server(pid: int) -> None:
        if server:
            server.crash()
        sigkill(pid)

    new_case(path, by="ada", store=server.new_database() if server else None).store.close()
    acknowledged: list[str] = []
    figures = Figures()
    for number in range(kills):
        crash = server is not None and number == kills - 1
        said = killed_writer(path, chance, with_server if crash else sigkill, write=write_until_killed, life_s=life_s)
        failed = [line for line in said if line.startswith("failed")]
        if failed and not crash:
            raise Loss(f"the writer {failed[0]}")
        steps = [line for line in said if line not in failed]
        acknowledged += steps
        with open_case(path, by="ada") as case:
            figures += Figures(kills=1, acknowledged=len(steps)) + look(case, acknowledged, figures.events)
    with open_case(path, by="ada") as case:
        case_view(case, evidence_of(case), as_of=date(2031, 12, 1))
    return figures


def many(folder: Path, kills: int, chance: random.Random, server: Server | None = None) -> Figures:
    """Figures of so many kills over as many new cases as that takes."""
    figures = Figures()
    while figures.kills < kills:
        path = folder / str(figures.kills) / "case"
        figures += kill_writers(path, min(KILLS_PER_CASE, kills - figures.kills), chance, server)
    return figures


def load_pipeline(folder: Path) -> None:
    """Reads one document, so that every writer starts with what reading needs in memory."""
    with new_case(folder / "first", by="ada") as case:
        adding, chance = Adding(case, Settings()), random.Random(1)
        while {document.kind for document in case.state().documents.values()} != {"agreement", "report"}:
            add_something(adding, chance)


def main() -> None:
    """Print one line for each kind of store; ends with an error at the first loss."""
    options = argparse.ArgumentParser(prog="python -m bench.crash_case", description=__doc__)
    options.add_argument("kills", nargs="?", type=int, default=300, help="for each kind of store (default: 300)")
    kills = options.parse_args().kills
    chance = random.Random()
    with tempfile.TemporaryDirectory() as folder:
        load_pipeline(Path(folder))
        report("SQLite", partial(many, Path(folder) / "sqlite", kills, chance))
        with running_server() as server:
            report("PostgreSQL", partial(many, Path(folder) / "postgresql", kills, chance, server))


def report(kind: str, run: Callable[[], Figures]) -> None:
    """Runs and prints one line."""
    start = time.perf_counter()
    figures = run()
    print(
        f"{kind:<10} {figures.kills} people killed at work in {time.perf_counter() - start:.0f} s: "
        f"{figures.acknowledged} steps acknowledged, none lost; {figures.in_doubt} whole without acknowledgement; "
        f"{figures.events} events, no half document or review, case verify without a fault after each kill",
        flush=True,
    )


if __name__ == "__main__":
    main()
