"""The values of work on drafts: what a redraft changed, and which findings were known before.

"Old" and "new" name the two drafts compared. A STABLE ID is the id that a provision got in the first
draft that had it; it stays when the provision is renumbered, and is never given to another one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .model import Clause, Finding, LintResult
from .quotes import Span


class Change(StrEnum):
    """What happened to a provision. One that moved may be reworded as well."""

    UNCHANGED = "unchanged"
    REWORDED = "reworded"
    MOVED = "moved"
    NEW = "new"
    DELETED = "deleted"


class Direction(StrEnum):
    """Which way a change goes; `other` is a change that does not decide either way."""

    VAGUER = "vaguer"
    MORE_SPECIFIC = "more-specific"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One provision in both drafts. `id` is its stable id; `old` and `new` have each draft's own id.

    `split_from` names the provision that a new one was part of, `merged_into` the one that took in a
    deleted one's words; both are stable ids.
    """

    id: str
    change: Change
    old: Clause | None
    new: Clause | None
    reworded: bool = False
    split_from: str | None = None
    merged_into: str | None = None

    @property
    def renumbered(self) -> bool:
        return self.old is not None and self.new is not None and self.old.id != self.new.id


@dataclass(frozen=True, slots=True)
class Shift:
    """One thing that a redraft made vaguer, more specific or different, in the words of both drafts.

    `what` is the slot that changed, or modality, number, list, duty or finding. `clause` is a stable id;
    None for the agreement as a whole. A side without words has no span.
    """

    direction: Direction
    what: str
    message: str
    clause: str | None
    old: Span | None
    new: Span | None


class Fate(StrEnum):
    """What a redraft did to a finding."""

    INTRODUCED = "introduced"
    RESOLVED = "resolved"
    CARRIED = "carried"


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding in both drafts; `clause` is the stable id of its provision, None for the whole agreement."""

    fate: Fate
    clause: str | None
    old: Finding | None
    new: Finding | None


@dataclass(frozen=True, slots=True)
class Redraft:
    """Two drafts of one agreement, provision by provision.

    `ids` gives the stable id for each clause id of the new draft. `retired` are the stable ids that were
    used before and are free no more.
    """

    old: LintResult
    new: LintResult
    clauses: tuple[ClauseChange, ...]
    shifts: tuple[Shift, ...]
    findings: tuple[FindingChange, ...]
    ids: Mapping[str, str]
    retired: tuple[str, ...]

    @property
    def vaguer(self) -> tuple[Shift, ...]:
        return tuple(shift for shift in self.shifts if shift.direction is Direction.VAGUER)

    @property
    def changed(self) -> bool:
        """Whether anything at all differs."""
        return bool(self.shifts) or any(clause.change is not Change.UNCHANGED for clause in self.clauses)
