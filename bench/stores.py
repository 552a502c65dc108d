"""Times of the stores with 50,000 events of some 7 KB present: `python -m bench.stores`."""

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from trucewatch.core.ledger import Event, LedgerStore, NewEvent
from trucewatch.ledger.chain import first_break
from trucewatch.ledger.jsonl import dump, load
from trucewatch.stores import open_store

from .postgresql import running_server

CASE = "libya"
DOCUMENTS = 25_000
AT_ONCE = 50
APPENDS = 200
FIRST = datetime(2020, 10, 23, tzinfo=UTC)
CLAIMS = [{"id": f"c{i}", "quote": "The training goes on as before, he said. " * 14, "start": i} for i in range(20)]


def document(number: int) -> list[NewEvent]:
    """What is recorded of one report: that it was added, and the twenty claims that were read in it."""
    stream = f"document:d{number}"
    added = {"kind": "report", "name": "report.txt", "key": f"k{number}", "sha256": "a" * 64, "size": 9000}
    return [
        NewEvent("document-added.v1", stream, added),
        NewEvent("report-read.v1", stream, {"sha256": "a" * 64, "program": "0.1.0", "report": {"claims": CLAIMS}}),
    ]


def add(store: LedgerStore, first: int, number: int) -> tuple[Event, ...]:
    """Appends so many documents at once."""
    events = [event for each in range(first, first + number) for event in document(each)]
    instant = FIRST + timedelta(minutes=first)
    return store.append(CASE, events, by="bench", learned_at=instant, recorded_at=instant)


def timed(call: Callable[[], object]) -> float:
    """Seconds that the call takes."""
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def measure(where: str | Path) -> Iterator[str]:
    """One line for each thing that was measured."""
    with closing(open_store(where)) as store:
        store.create(CASE)
        for first in range(0, DOCUMENTS, AT_ONCE):
            add(store, first, AT_ONCE)
        appends = [timed(partial(add, store, DOCUMENTS + number, 1)) for number in range(APPENDS)]
        yield f"append one document: median {median(appends) * 1000:.1f} ms, longest {max(appends) * 1000:.1f} ms (bar: 50)"
        calls: dict[str, Callable[[], object]] = {
            "what was known on a day": lambda: store.known(CASE, FIRST + timedelta(days=5)),
            "versions of 500 streams": lambda: store.versions(CASE, [f"document:d{i}" for i in range(500)]),
            "the events of one stream": lambda: list(store.read(CASE, streams=["document:d77"])),
            "every event, one after the other": lambda: sum(1 for _ in store.read(CASE)),
            "verify the chain": lambda: first_break(store.read(CASE), store.head(CASE)),
            "to JSONL and back into another case": lambda: store.restore("copy", load(dump(store.read(CASE)))),
        }
        for what, call in calls.items():
            yield f"{what}: {timed(call):.3f} s"


def main() -> None:
    """Print the times of SQLite and PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder:
        for line in measure(Path(folder) / "ledger.sqlite"):
            print(f"SQLite      {line}", flush=True)
    with running_server() as server:
        for line in measure(server.new_database()):
            print(f"PostgreSQL  {line}", flush=True)


if __name__ == "__main__":
    main()
