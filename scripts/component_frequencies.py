"""Works out how many comparable agreements have a component, and writes the figures as vocabulary data.

Run from the repository's root: python -m scripts.component_frequencies
The codings (PA-X version 9) are read where they lie beside the project; only sums leave them.
"""

import csv
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CODINGS = ROOT.parent / "shared" / "data" / "pax" / "pax_v9_codes.csv"
TARGET = ROOT / "src" / "trucewatch" / "vocabulary" / "component_frequencies.yaml"
SOURCE = "PA-X v9"

Row = Mapping[str, str]

# Our component: the code that comes nearest, and what that code stands for. Near is not the same: a code
# says that an agreement speaks of a subject, ours that it regulates it. Components without a counterpart
# whose meaning is sure are left out.
MAPPING = {
    "SCOPE": ("CeProv", "a ceasefire is provided for"),
    "GROUPS": ("SsrDdr", "disarmament, demobilisation and reintegration"),
    "FOREIGN": ("SsrFf", "withdrawal of foreign forces"),
    "DETAIN": ("TjPrire", "release of prisoners"),
    "HUM": ("DevHum", "humanitarian assistance"),
    "MOVE": ("HrMob", "mobility and access"),
    "MEDIA": ("Med", "media and communication"),
    "MVM": ("ImE", "a body that follows up or enforces the agreement"),
    "CIVPRO": ("ProtCiv", "protection of civilians"),
    "GENDER": ("GeWom", "women and girls"),
    "LEGAL": ("TjAm", "amnesty or pardon"),
}


def _unilateral(row: Row) -> bool:
    return row["Stage"] == "Cea" and row["Status"] == "Unilateral document"


def _ceasefire(row: Row) -> bool:
    return row["Stage"] == "Cea" and row["Status"] != "Unilateral document"


def _settlement(row: Row) -> bool:
    return row["Stage"] in ("SubPar", "SubComp") and row["CeProv"] == "1"


GROUPS: dict[str, Callable[[Row], bool]] = {
    "unilateral": _unilateral,
    "ceasefire": _ceasefire,
    "settlement": _settlement,
}
# The settlements are chosen by this code, so that all of them have it says nothing.
CHOSEN_BY = {("settlement", "SCOPE")}

HEADER = f"""\
# How many comparable agreements have a component: sums worked out by scripts/component_frequencies.py from the
# expert codings of {SOURCE} (peace agreements 1990-2024). The codings themselves are not part of this project.
# `code` is the coding that comes nearest to our component and `stands_for` what it means: an approximation.
# `among`: unilateral = ceasefire documents of one side; ceasefire = ceasefire agreements of several sides;
# settlement = substantive agreements, partial or comprehensive, that provide for a ceasefire.
"""


def figures(path: Path) -> str:
    """The content of the vocabulary file for the codings at `path`."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    text = HEADER
    for component, (code, stands_for) in MAPPING.items():
        for group, belongs in GROUPS.items():
            if (group, component) in CHOSEN_BY:
                continue
            chosen = [row for row in rows if belongs(row)]
            having = sum(row[code] not in ("", "0") for row in chosen)
            text += (
                f"- {{id: {component}-{group}, component: {component}, among: {group}, having: {having}, of: {len(chosen)}, "
                f"code: {code}, stands_for: '{stands_for}', source: {SOURCE}}}\n"
            )
    return text


def main() -> int:
    if not CODINGS.is_file():
        print(f"no codings at {CODINGS.relative_to(ROOT.parent)}: nothing was changed", file=sys.stderr)
        return 2
    TARGET.write_text(figures(CODINGS), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
