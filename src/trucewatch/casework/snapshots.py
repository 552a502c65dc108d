"""The table of evidence kept in the case's cache, named by the event up to which it goes and that event's hash.

A snapshot that does not fit the log, or cannot be read, is passed over: the table is built anew from the events.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from trucewatch.flow import EvidenceTable, kept_evidence, restored_evidence

from .case import Case
from .evidence import Evidence
from .kept import hash_at

# Events after a snapshot that are read faster than a new one is written.
ENOUGH_EVENTS = 200
_NAME = re.compile(r"evidence-(\d+)-([0-9a-f]{16})")


def evidence_of(case: Case) -> Evidence:
    """The evidence of a case up to the end of its log, with a new snapshot where the last one is far behind."""
    found = next(_usable(case), None)
    evidence = Evidence(case) if found is None else Evidence(case, found[1], found[0])
    before = evidence.seq
    evidence.update()
    if evidence.seq - before > ENOUGH_EVENTS:
        keep_snapshot(evidence)
    return evidence


def keep_snapshot(evidence: Evidence) -> None:
    """Writes the table into the cache and removes older ones; a cache that cannot be written is no fault."""
    case, arrays_and_values = evidence.case, kept_evidence(evidence.table)
    name = f"evidence-{evidence.seq}-{hash_at(case, evidence.seq)[:16]}"
    try:
        case.folder.cache.mkdir(parents=True, exist_ok=True)
        draft = Path(tempfile.mkdtemp(dir=case.folder.cache, prefix=".new-"))
        _write(draft, *arrays_and_values)
        draft.rename(case.folder.cache / name)
    except OSError:
        return
    for old in case.folder.cache.glob("evidence-*"):
        if old.name != name:
            shutil.rmtree(old, ignore_errors=True)


def _usable(case: Case) -> Iterator[tuple[int, EvidenceTable]]:
    """The snapshots that fit the log, the newest first."""
    end = case.head().seq
    named = [
        (int(m[1]), m[2], path) for path in case.folder.cache.glob("evidence-*") if (m := _NAME.fullmatch(path.name))
    ]
    for seq, start, path in sorted(named, reverse=True):
        if 0 < seq <= end and hash_at(case, seq).startswith(start):
            try:
                yield seq, _read(path)
            except (OSError, ValueError, KeyError, TypeError):
                continue


def _write(folder: Path, arrays: dict[str, Any], values: dict[str, Any]) -> None:
    import numpy as np

    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)
    (folder / "values.json").write_text(json.dumps(values), encoding="utf-8")


def _read(folder: Path) -> EvidenceTable:
    import numpy as np

    values = json.loads((folder / "values.json").read_text(encoding="utf-8"))
    # Mapped, not loaded: of the wording only what is shown is ever looked at.
    arrays = {path.stem: np.load(path, mmap_mode="r", allow_pickle=False) for path in folder.glob("*.npy")}
    return restored_evidence(arrays, values)
