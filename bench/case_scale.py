"""A case of a million claims on disk: `python -m bench.case_scale [CLAIMS] [--at FOLDER] [--store postgresql]`.

The case is filled straight through the store with what adding records. Then it is used as people use it, each use in a
process of its own: looking at it, and adding to it. A case that lies in FOLDER already is used as it is.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from trucewatch import flow, wiring
from trucewatch.casework.adding import Added, Adding, Marks, Read
from trucewatch.casework.case import Case, new_case, open_case
from trucewatch.casework.settings import set_setting
from trucewatch.casework.snapshots import evidence_of
from trucewatch.casework.views import CaseView, case_overview, case_view
from trucewatch.core.case import CaseOverview
from trucewatch.core.ids import sha256_of
from trucewatch.core.ledger import NewEvent
from trucewatch.core.model import Link, Report
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import new_event
from trucewatch.ledger.decide.review import accept, stream_of
from trucewatch.ledger.events import DocumentAdded
from trucewatch.settings import Settings

from . import big_case
from .measure import ROOT, environment
from .postgresql import running_server

CLAIMS, COMMITMENTS = 1_000_000, 500
FIRST = datetime(2021, 4, 4, tzinfo=UTC)
LAST = big_case.SIGNED + timedelta(big_case.DAYS + 30)
# Documents that are appended at once, and every how manieth of them a person has gone through.
AT_ONCE, REVIEWED = 50, 10
SKETCH = 128
# Seconds by the clock and of the processor.
Took = tuple[float, float]


# --------------------------------------------------------------------------- filling


def fill(path: Path, claims: int, store: str | None = None) -> None:
    """Makes the case: the agreement, then its reports, a minute between two batches; a tenth of the claims accepted."""
    with new_case(path, by="bench", store=store, clock=lambda: FIRST) as case:
        set_setting(case, "provisional", "true")
        append(case, agreement_events(case), FIRST)
        incoming = enumerate(islice(big_case.reports(claims, COMMITMENTS), claims // big_case.CLAIMS_A_DOCUMENT), 2)
        batch = 0
        while some := list(islice(incoming, AT_ONCE)):
            batch += 1
            events = [event for number, report in some for event in report_events(number, tied(report))]
            append(case, events, FIRST + timedelta(minutes=batch))


def append(case: Case, events: Sequence[NewEvent], instant: datetime) -> None:
    case.store.append(case.id, events, by="bench", learned_at=instant, recorded_at=instant)


def agreement_json() -> dict[str, Any]:
    agreement = big_case.agreement(COMMITMENTS)
    data = wiring.to_json(flow.lint_agreement(agreement, wiring.rules()))
    return {**data, "document": {**data["document"], "original": agreement.document.original}}


def agreement_events(case: Case) -> list[NewEvent]:
    data = agreement_json()
    text = data["document"]["original"].encode()
    sha256 = case.folder.keep(text)
    added = e.DocumentAdded(kind="agreement", name="agreement.txt", key="agreement", sha256=sha256, size=len(text))
    read = e.AgreementRead(sha256=sha256, program="0", agreement=data)
    return [new_event(added, "document:d1"), new_event(read, "document:d1")]


def tied(report: Report) -> Report:
    """The report with its claims tied to the commitments of the case's agreement, d1."""
    claims = []
    for claim in report.claims:
        about = claim.about
        if isinstance(about, Link):
            own = f"d1/{about.commitment}" if about.commitment else None
            about = Link(own, "d1", about.reason, tuple(f"d1/{other}" for other in about.also))
        claims.append(replace(claim, about=about))
    return replace(report, claims=tuple(claims))


def report_events(number: int, report: Report) -> Iterator[NewEvent]:
    """What adding the report records, and where it is one that was gone through, that its claims are accepted."""
    document, name = f"d{number}", report.document.path
    sha256 = sha256_of(f"{number}".encode())
    published = report.document.published_on
    added = e.DocumentAdded(
        kind="report", name=name, key=f"/inbox/{name}", sha256=sha256, size=len(report.document.original), language="en",
        published_on=published.edtf if published else None, sketch=sketch(number),
    )  # fmt: skip
    yield new_event(added, f"document:{document}")
    read = e.ReportRead(sha256=sha256, program="0", report=wiring.to_json(report))
    yield new_event(read, f"document:{document}")
    if number % REVIEWED == 0:
        for claim in report.claims:
            yield new_event(e.ClaimAccepted(reason="as it stands"), f"claim:{document}/{claim.id}")


def sketch(number: int) -> list[int]:
    """Values as a text of its own would have them."""
    return [random.Random(number).getrandbits(32) for _ in range(SKETCH)]


# --------------------------------------------------------------------------- measuring


def look(path: Path) -> None:
    """Print the times of status as its page shows it, whichever day and instant it is asked for."""
    started = now()
    with open_case(path, by="bench") as case:
        evidence = evidence_of(case)
        line("case opened, with its table of evidence", since(started), "")

        def status(as_of: date = LAST, known_by: datetime | None = None) -> CaseView[CaseOverview]:
            return case_overview(case, evidence, as_of=as_of, known_by=known_by)

        line("  and its first status", seconds(status), "")
        line("status of the whole case, warm, nothing new", min(seconds(status) for _ in range(3)), "under 1 s")
        computed = (big_case.SIGNED + timedelta(big_case.DAYS + days) for days in range(3))
        line(
            "  computed for a day that nobody asked for yet",
            min(seconds(partial(status, day)) for day in computed),
            "under 1 s",
        )
        for day in (big_case.SIGNED + timedelta(days) for days in (30, 400, 1200)):
            line(f"  computed for --as-of {day.isoformat()}", seconds(partial(status, day)), "under 2 s")
        end = case.head().seq
        for part in (0.1, 0.5, 0.9):
            (event,) = case.events(after=int(part * end) - 1, until=int(part * end))
            instant = event.learned_at
            line(
                f"  computed for --known-by {instant:%Y-%m-%dT%H:%M}",
                seconds(partial(status, known_by=instant)),
                "under 2 s",
            )
        claim = stream_of("d2/c1")
        reviewed = partial(case.decide, lambda state, versions: accept(state, "d2/c1", versions), [claim])
        line("one claim accepted", seconds(reviewed), "")
        line("  and the status after it", seconds(status), "")
        own = case_overview(case, evidence, as_of=LAST).status.commitments[COMMITMENTS // 2].id
        line(
            "one commitment with its reasons",
            seconds(partial(case_view, case, evidence, as_of=LAST, commitment=own)),
            "",
        )
        line("every commitment with its reasons", seconds(partial(case_view, case, evidence, as_of=LAST)), "")
    memory("looking")


class AddingRead(Adding):
    """Adds a report that was read already: what is left is what adding itself takes."""

    reports: Iterator[Report]

    def _read(self, path: Path, data: bytes, sha256: str, marks: Marks) -> Read:  # noqa: ARG002  they were read already
        report = next(self.reports)
        document = report.document
        name = f"{sha256[:12]}.txt"
        incoming = DocumentAdded(
            kind="report", name=name, key=f"/inbox/{name}", sha256=sha256, size=len(data), language="en",
            published_on="2036-01-01", sketch=list(sketch(int(sha256[:8], 16))),
        )  # fmt: skip
        return Read(incoming, document, report=report)


def add(path: Path) -> None:
    """Print the times of adding, without reading."""
    started = now()
    with open_case(path, by="bench") as case, tempfile.TemporaryDirectory() as folder:
        adding = AddingRead(case, Settings())
        adding.reports = big_case.reports(big_case.CLAIMS_A_DOCUMENT * 10, COMMITMENTS)
        line("case opened to add to it", since(started), "")
        file = Path(folder) / "report.txt"

        def one_more() -> Added:
            file.write_text(f"{time.time_ns()}", encoding="utf-8")
            return adding.add(file)

        line("the first document, without reading it", seconds(one_more), "")
        times = sorted(seconds(one_more) for _ in range(5))
        line("one more document of 30 claims, without reading it", times[len(times) // 2], "under 0.2 s")
    memory("adding")


def build(path: Path) -> None:
    """Print how long the table takes that is built from the whole log, and keep it."""
    started = now()
    with open_case(path, by="bench") as case:
        evidence_of(case)
        line(f"table of evidence built from {case.head().seq:,} events", since(started), "")
    memory("building")


def memory(what: str) -> None:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(f"{f'memory at most while {what}':<58} {peak:6.0f} MiB          bar: under 1,024 MiB", flush=True)


def seconds(work: Callable[[], object]) -> Took:
    """Seconds by the clock, and of the processor: on a busy machine the first says little."""
    started = now()
    work()
    return since(started)


def now() -> Took:
    return time.perf_counter(), time.process_time()


def since(started: Took) -> Took:
    at = now()
    return at[0] - started[0], at[1] - started[1]


def line(what: str, took: Took, bar: str) -> None:
    of_processor = f"({took[1]:.2f} s of processor)"
    print(f"{what:<58} {took[0]:6.2f} s  {of_processor:<24}" + (f"bar: {bar}" if bar else ""), flush=True)


PARTS: dict[str, Callable[[Path], None]] = {"build": build, "look": look, "add": add}


def main() -> None:
    """Print one line for each measurement, with the bar it has to stay under."""
    options = argparse.ArgumentParser(prog="python -m bench.case_scale", description=__doc__)
    options.add_argument("claims", nargs="?", type=int, default=CLAIMS, help=f"default: {CLAIMS:,}")
    options.add_argument("--at", type=Path, help="folder of the case; it is made where there is none, and kept")
    options.add_argument("--store", choices=["postgresql"], help="keep the log on a PostgreSQL server of its own")
    options.add_argument("--only", choices=PARTS, help="one part, in this process")
    chosen = options.parse_args()
    if chosen.only:
        PARTS[chosen.only](chosen.at)
        return
    with running_server() if chosen.store else nullcontext() as server, tempfile.TemporaryDirectory() as folder:
        path = chosen.at or Path(folder) / "case"
        if not (path / "case.toml").exists():
            took = seconds(lambda: fill(path, chosen.claims, server.new_database() if server else None))
            line(f"{chosen.claims:,} claims put into the log", took, "")
        measure(path)


def measure(path: Path) -> None:
    """Each part in a process of its own."""
    for part in PARTS:
        command = [sys.executable, "-m", "bench.case_scale", "--at", str(path), "--only", part]
        subprocess.run(command, check=True, cwd=ROOT, env=environment())


if __name__ == "__main__":
    main()
