"""Names of places in single sentences against an answer sheet: the country, and the point where the sheet gives one.

A row has one place, or "?" where the sentence leaves it open and "-" where its words are no place.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from .tally import Sheet, Tally

Json = Mapping[str, Any]
_OPEN = ("?", "-")
# Degrees.
_NEAR = 0.3


def compare_place(printed: Sequence[Json], row: Mapping[str, str]) -> Sheet:
    """The places that were printed for a row's sentence against its one name."""
    sheet = Sheet()
    named = [p for p in printed if p["name"].rstrip("'") == row["name"].rstrip("'") and isinstance(p["country"], str)]
    placed = named[0] if named else None
    if row["country"] in _OPEN:
        sheet.share("open, or no place: left so").add(placed is None)
        return sheet
    right = placed is not None and placed["country"] == row["country"]
    sheet.tallies["country"] = Tally(right, placed is not None and not right, not right)
    sheet.share("country, and point where there is one").add(right and placed is not None and _near(placed, row))
    if not right or placed is None or not _near(placed, row):
        sheet.differences.append(f"{row['name']}: {row['sentence']}")
    return sheet


def _near(placed: Json, row: Mapping[str, str]) -> bool:
    point = placed["coordinates"]
    if not row["latitude"]:
        return True
    apart = (abs(point.get(part, 360) - float(row[part])) for part in ("latitude", "longitude"))
    return bool(max(apart) < _NEAR)
