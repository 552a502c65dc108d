"""The rows of the table in the order in which they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .columns import Array, Columns, Texts

# Columns that the rules look at and that never change once a row is there.
FIXED = (
    "about", "agreement", "claim", "stance", "speaker", "target", "day", "origin", "grade", "marks", "cues", "from_seq",
)  # fmt: skip


@dataclass(frozen=True, eq=False)
class Ordered:
    """All rows by commitment, then by day and name of the claim: their numbers, and their values in that order."""

    rows: Array
    columns: Mapping[str, Array]


def ordered(stored: Columns, documents: Columns, texts: Mapping[str, Texts]) -> Ordered:
    """The rows in order; the column `rank` is their order across commitments."""
    prefix = texts["prefix"].ranks()[documents["prefix"][stored["document"]]]
    name = prefix * len(texts["claim_id"]) + texts["claim_id"].ranks()[stored["claim_id"]]
    in_time = np.lexsort((name, stored["day"]))
    rank = np.empty(len(stored), np.int32)
    rank[in_time] = np.arange(len(stored))
    # Already in order of time: a stable sort by commitment keeps it.
    rows = in_time[np.argsort(stored["about"][in_time], kind="stable")]
    return Ordered(rows, {name: stored[name][rows] for name in FIXED} | {"rank": rank[rows]})
