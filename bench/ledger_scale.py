"""The status of a case of a million claims: seconds and memory, in this process alone."""

import resource
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import islice

from trucewatch.core.case import CaseOverview
from trucewatch.steps.assess import Assessment, EvidenceTable

from . import big_case

CLAIMS, COMMITMENTS = 1_000_000, 500
LAST = big_case.SIGNED + timedelta(big_case.DAYS + 30)


def main(claims: int = CLAIMS) -> None:
    """Print one line for each measurement, with the bar it has to stay under."""
    agreements = {"": big_case.agreement(COMMITMENTS)}
    table = EvidenceTable()
    taken = time.perf_counter()
    incoming = big_case.reports(claims + 300, COMMITMENTS)
    for seq, report in enumerate(islice(incoming, claims // big_case.CLAIMS_A_DOCUMENT), start=1):
        table.add(report, seq, document=f"d{seq}")
    line(f"{claims:,} claims put into the table", time.perf_counter() - taken, "")

    def status(as_of: date = LAST, known_seq: int | None = None, provisional: bool = False) -> CaseOverview:
        return Assessment(agreements, table, as_of, known_seq, provisional=provisional).overview()

    line("status of the whole case, first time", seconds(status), "")
    line("status of the whole case, warm", min(seconds(status) for _ in range(3)), "under 1 s")
    for day in (big_case.SIGNED + timedelta(days) for days in (30, 400, 1200)):
        line(f"  as of {day.isoformat()}", seconds(partial(status, day)), "under 2 s")
    for part in (0.1, 0.5, 0.9):
        seq = int(table.newest * part)
        line(f"  as known at document {seq:,}", seconds(partial(status, known_seq=seq)), "under 2 s")
    line("  with provisional claims", seconds(lambda: status(provisional=True)), "under 2 s")
    line("  every commitment with its reasons", seconds(lambda: Assessment(agreements, table, LAST).status()), "")
    for n, report in enumerate(incoming):
        line(
            "one more document of 30 claims",
            seconds(partial(table.add, report, table.newest + 1, document=f"new{n}")),
            "under 0.2 s",
        )
        line("  and the status after it", seconds(status), "")
        if n:
            break
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    print(f"{'memory at most':<58} {peak:6.0f} MiB          bar: under 1,024 MiB")


def seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def line(what: str, took: float, bar: str) -> None:
    print(f"{what:<58} {took:6.2f} s" + (f"            bar: {bar}" if bar else ""), flush=True)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
