"""What the judge of meaning learns from: the claims of a passage, the duties they may be about, and which are right."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from trucewatch.core.ports import Words

ROOT = Path(__file__).resolve().parents[1]
KEPT = ROOT / "build" / "meaning"
CASES, FOLDS = KEPT / "cases.pickle", KEPT / "folds.pickle"
# Each part of the passages is judged by weights that were learned without it when the facts of links are weighed.
PARTS = 6


@dataclass(frozen=True)
class Choice:
    """A claim by its number, the numbers of the duties that it may be about, and which of these are right."""

    claim: int
    duties: Sequence[int]
    right: Sequence[bool]


@dataclass(frozen=True)
class Case:
    """A passage, by its number, with the words of its claims and duties."""

    number: int
    claims: Sequence[Words]
    duties: Sequence[str]
    choices: Sequence[Choice]
