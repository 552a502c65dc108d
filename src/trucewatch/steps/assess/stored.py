"""A table of evidence as arrays and texts that can be kept in files, and back."""

from collections.abc import Mapping
from typing import Any

from trucewatch.vocabulary.signals import word_signs_mark

from .columns import Array, Columns, Texts, Wording
from .people import Entry
from .table import TEXTS, EvidenceTable

# A table of another shape is not taken over: it is built anew from the log.
SHAPE = 2
_COLUMNS = ("rows", "documents", "cast", "told", "readings")


def kept_evidence(table: EvidenceTable) -> tuple[dict[str, Array], dict[str, Any]]:
    """The arrays of a table by name, and the rest as plain values that JSON can hold."""
    arrays = {f"{part}.{name}": array for part in _COLUMNS for name, array in _columns(table, part).items()}
    arrays["wording"] = table.wording.whole()
    entries = [[e.id, e.name, e.kind, e.side, e.authority, list(e.mentions)] for e in table.entries]
    texts = {name: list(table.texts[name]) for name in TEXTS}
    return arrays, {
        "shape": SHAPE,
        "signs": word_signs_mark(),
        "newest": table.newest,
        "entries": entries,
        "texts": texts,
    }


def restored_evidence(arrays: Mapping[str, Array], values: Mapping[str, Any]) -> EvidenceTable:
    """The table again; raises ValueError or KeyError where the parts are not those of a table of this shape."""
    if values["shape"] != SHAPE:
        raise ValueError(f"a table of shape {values['shape']}; expected {SHAPE}")
    if values["signs"] != word_signs_mark():
        raise ValueError("the table's words were looked at for other signs")
    table = EvidenceTable()
    for part in _COLUMNS:
        own = {name.partition(".")[2]: array for name, array in arrays.items() if name.startswith(f"{part}.")}
        _columns(table, part).fill(own)
    table.wording = Wording(arrays["wording"])
    table.texts = {name: Texts(values["texts"][name]) for name in TEXTS}
    entries = [
        Entry(id_, name, kind, side, level, tuple(said)) for id_, name, kind, side, level, said in values["entries"]
    ]
    table.take_entries(entries)
    table.newest = values["newest"]
    return table


def _columns(table: EvidenceTable, part: str) -> Columns:
    columns: Columns = getattr(table, part)
    return columns
