"""Files in a case's cache that hold what was worked out up to an event, named by its seq and hash.

One that does not fit the log is passed over; a cache that cannot be written is no fault.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from trucewatch.core.errors import LedgerError
from trucewatch.core.ledger import GENESIS

from .folder import write_whole

if TYPE_CHECKING:
    from .case import Case

# Events after a kept file that are read faster than a new one is written.
ENOUGH_EVENTS = 2_000
_NAME = re.compile(r"([a-z]+)-(\d+)-([0-9a-f]{16})")


def kept(case: "Case", what: str, until: int) -> Iterator[tuple[int, bytes]]:
    """What was kept of this kind up to a seq, and at which seq; the newest first."""
    named = ((m, path) for path in case.folder.cache.glob(f"{what}-*") if (m := _NAME.fullmatch(path.name)))
    for seq, start, path in sorted(((int(m[2]), m[3], path) for m, path in named), reverse=True):
        if 0 < seq <= until and hash_at(case, seq).startswith(start):
            try:
                yield seq, path.read_bytes()
            except OSError:
                continue


def keep(case: "Case", what: str, seq: int, data: bytes) -> None:
    """Writes what was worked out up to a seq, and removes what was kept of this kind before."""
    path = case.folder.cache / f"{what}-{seq}-{hash_at(case, seq)[:16]}"
    try:
        write_whole(path, data)
        for old in case.folder.cache.glob(f"{what}-*"):
            if old.name != path.name:
                old.unlink(missing_ok=True)
    except (OSError, LedgerError):
        return


def hash_at(case: "Case", seq: int) -> str:
    """The hash of the event at a seq."""
    return next((event.hash for event in case.events(after=seq - 1, until=seq)), GENESIS)
