"""The claims of a table that nobody has decided on, in the order of their weight by the published rules."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from trucewatch.vocabulary.loader import load
from trucewatch.vocabulary.reports import Authority, Stance
from trucewatch.vocabulary.status_rules import StatusRule

from .columns import NONE, Array, Texts
from .marks import FINDINGS
from .table import NEVER, EvidenceTable

# More than an axis has rules.
LAST = 1000


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim that nobody has decided on.

    `commitments` it is tied to, else the `agreement` as a whole. `rule` is the first rule, within its axis, that looks
    at the stance; `level` the speaker's authority; `rivals` how many claims of other families of stances there are on
    the same commitment.
    """

    document: str
    claim: str
    commitments: tuple[str, ...]
    agreement: str | None
    rule: str | None
    level: str | None
    rivals: int

    @property
    def key(self) -> str:
        return f"{self.document}/{self.claim}"


@dataclass(frozen=True, eq=False)
class WaitingClaims:
    """All of them; `firsts` are their first rows in order: weight of the stance, authority, rivals, order of reading."""

    table: EvidenceTable
    firsts: Array
    rivals: Array

    def __len__(self) -> int:
        return len(self.firsts)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The ids of the claims in the case, in order."""
        return self.table.keys(self.firsts)

    def named(self, places: Iterable[int]) -> tuple[Waiting, ...]:
        """The claims at these places of the order."""
        return tuple(self._one(int(self.firsts[place]), int(self.rivals[place])) for place in places)

    def _one(self, first: int, rivals: int) -> Waiting:
        table, rows = self.table, self.table.rows
        own = np.flatnonzero(rows["claim"] == first)
        commitments = [table.texts["commitment"][number] for number in rows["about"][own].tolist() if number >= 0]
        document = table.documents["number"][rows["document"][first]]
        agreement = int(rows["agreement"][first])
        rule = _first_rules(table.texts["stance"])[int(rows["stance"][first])]
        people = table.people(table.newest)
        level = int(people.level[rows["speaker"][first]])
        return Waiting(
            document=table.texts["document"][document],
            claim=table.texts["claim_id"][int(rows["claim_id"][first])],
            commitments=tuple(commitments),
            agreement=table.texts["agreement"][agreement] if agreement != NONE else None,
            rule=rule.id if rule else None,
            level=people.names[level] if level != NONE else None,
            rivals=rivals,
        )


def waiting_claims(table: EvidenceTable) -> WaitingClaims:
    """The suggestions of the table as it stands now, the weightiest first."""
    rows = table.rows
    live = rows["to_seq"] == NEVER
    firsts = np.flatnonzero(live & (rows["claim"] == np.arange(len(rows))) & (rows["accepted_from"] == NEVER))
    rivals = _rivals(table, live)[firsts]
    people, stances = table.people(table.newest), table.texts["stance"]
    rules = _first_rules(stances)
    weight = np.array([rule.place if rule else 2 * LAST for rule in rules], np.int32)[rows["stance"][firsts]]
    height = _heights(people.names)[people.level[rows["speaker"][firsts]]]
    order = np.lexsort((firsts, -rivals, height, weight))
    return WaitingClaims(table, firsts[order], rivals[order])


def standing_claims(table: EvidenceTable) -> tuple[str, ...]:
    """The ids of all claims that count or would count, in the order in which they were read; no parts of one."""
    rows = table.rows
    firsts = np.flatnonzero((rows["to_seq"] == NEVER) & (rows["claim"] == np.arange(len(rows))))
    documents = table.documents["number"][rows["document"][firsts]]
    names = table.keys(firsts[np.lexsort((firsts, documents))])
    return tuple(name for name in names if "." not in name.partition("/")[2])


@dataclass(frozen=True, slots=True)
class _Place:
    id: str
    place: int


def _first_rules(stances: Texts) -> list[_Place | None]:
    """By number of a stance: the first rule, within its axis, that names it, and its place there.

    Rules of the trend come after all others: a trend alone settles nothing.
    """
    found: dict[str, _Place] = {}
    tried: dict[str, int] = {}
    for rule in load("status_rules.yaml", StatusRule):
        tried[rule.axis] = tried.get(rule.axis, 0) + 1
        place = tried[rule.axis] + (LAST if rule.axis == "trend" else 0)
        for stance in rule.stances:
            if stance not in found or place < found[stance].place:
                found[stance] = _Place(rule.id, place)
    return [found.get(stance) for stance in stances]


def _heights(levels: Texts) -> Array:
    """By number of a level: its place in `authority.yaml`; nobody's comes last."""
    order = [level.id for level in load("authority.yaml", Authority)]
    return np.array([*(order.index(level) if level in order else len(order) for level in levels), len(order)])


def _rivals(table: EvidenceTable, live: Array) -> Array:
    """By first row of a claim: how many claims of another family there are on a commitment of it, at the most."""
    rows = table.rows
    family = _families(table.texts["stance"])[rows["stance"]]
    tied = np.flatnonzero(live & (rows["about"] >= 0))
    found = np.zeros(len(rows), np.int64)
    if len(tied):
        about = rows["about"][tied].astype(np.int64)
        pairs = about * (family.max() + 1) + family[tied]
        _, at, same = np.unique(pairs, return_inverse=True, return_counts=True)
        everybody = np.bincount(about)[about]
        np.maximum.at(found, rows["claim"][tied], everybody - same[at])
    return found


def _families(stances: Texts) -> Array:
    """By number of a stance: a number for its family; the directions of findings belong to findings."""
    family = {stance.id: stance.family for stance in load("stances.yaml", Stance)}
    names = [family.get(stance, family[FINDINGS[0]]) for stance in stances]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names], np.int64)
