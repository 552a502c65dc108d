"""Verdicts of a reader on every finding in a text, joined with what the linter finds there now.

`quality/hand_checked/<text>.yaml` has a row for each finding: its code, its clause, how its words begin, a verdict
and a reason. A finding about the whole text has neither clause nor words. A finding without a row is not judged, and
a row without a finding is gone; neither counts in a ratio.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

Json = Mapping[str, Any]

VERDICTS = ("right", "doubtful", "wrong")
FIELDS = {"code", "clause", "words", "verdict", "why"}
SERIOUS = ("blocker", "high")
OFTEN = 5


@dataclass
class Verdicts:
    """How often each verdict was given."""

    right: int = 0
    doubtful: int = 0
    wrong: int = 0

    def add(self, verdict: str) -> None:
        setattr(self, verdict, getattr(self, verdict) + 1)

    def __iadd__(self, other: "Verdicts") -> "Verdicts":
        self.right += other.right
        self.doubtful += other.doubtful
        self.wrong += other.wrong
        return self

    @property
    def judged(self) -> int:
        return self.right + self.doubtful + self.wrong

    @property
    def precision(self) -> float | None:
        """The share that is right: what is doubtful counts as if it were wrong."""
        return self.right / self.judged if self.judged else None


@dataclass
class HandCheck:
    """The verdicts by rule and by severity, and what does not fit."""

    rules: dict[str, Verdicts] = field(default_factory=dict)
    severities: dict[str, Verdicts] = field(default_factory=dict)
    not_judged: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)

    @property
    def overall(self) -> Verdicts:
        return _sum(self.rules.values())

    @property
    def serious(self) -> Verdicts:
        """High findings and blockers."""
        return _sum(self.severities[s] for s in SERIOUS if s in self.severities)

    def often(self) -> dict[str, Verdicts]:
        """The rules with five findings or more, by code."""
        return {code: verdicts for code, verdicts in sorted(self.rules.items()) if verdicts.judged >= OFTEN}


def _sum(several: Iterable[Verdicts]) -> Verdicts:
    total = Verdicts()
    for verdicts in several:
        total += verdicts
    return total


def verdict_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a file. A row that could not be joined stops with its number."""
    rows: list[dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    for number, row in enumerate(rows, start=1):
        if set(row) != FIELDS or row["verdict"] not in VERDICTS:
            raise ValueError(
                f"{path.name}, row {number}: expected {', '.join(sorted(FIELDS))}, and a verdict out of "
                f"{', '.join(VERDICTS)}. Mend the row."
            )
    return rows


def join(text_id: str, findings: Sequence[Json], rows: Sequence[Mapping[str, str]], check: HandCheck) -> None:
    """Add to the check what the rows say of the findings of one text."""
    left = list(rows)
    for finding in findings:
        row = next((row for row in left if _about(row, finding)), None)
        if row is None:
            check.not_judged.append(f"{text_id}  {_named(finding['code'], finding['clause'], finding['exact'])}")
            continue
        left.remove(row)
        check.rules.setdefault(finding["code"], Verdicts()).add(row["verdict"])
        check.severities.setdefault(finding["severity"], Verdicts()).add(row["verdict"])
    check.gone += [
        f"{text_id}  {_named(row['code'], row['clause'], row['words'])}: it was {row['verdict']}" for row in left
    ]


def _about(row: Mapping[str, str], finding: Json) -> bool:
    if (row["code"], row["clause"]) != (finding["code"], finding["clause"] or ""):
        return False
    return " ".join(finding["exact"].split()).startswith(row["words"])


def _named(code: str, clause: str | None, words: str) -> str:
    line = " ".join(words.split())
    return f"{code} {clause}: {line}" if clause else f"{code}: the whole text"
