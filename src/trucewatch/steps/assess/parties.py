"""Who speaks for whom, seen from a commitment."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from trucewatch.core.model import Agreement, Commitment
from trucewatch.vocabulary.states import states_named
from trucewatch.vocabulary.status_rules import SPEAKERS, duty_words

from .columns import NONE, Array
from .duty import slot_words
from .people import ANONYMOUS_LEVEL, PARTY_LEVELS, People, Person, states_of, words_of

if TYPE_CHECKING:
    from .docket import Rows

ROLE = {name: number for number, name in enumerate(SPEAKERS)}
# Somebody of a party: a bearer or not, which the commitment decides.
PARTY = len(SPEAKERS)


@dataclass(frozen=True, eq=False)
class Parties:
    """The people of the reports, with the sides that the agreement itself names.

    `base` is the role by number of the entry, as far as the agreement decides it; `owner` the side, else the person.
    `owners` gives the sides, and people without one, that a word stands for.
    """

    agreement: Agreement
    people: People
    base: Array
    owner: Array
    owners: dict[str, set[int]]
    # What is said of the agreement as a whole: it looks the same from most commitments.
    whole: "dict[tuple[int, bool], Rows]" = field(default_factory=dict, repr=False)
    _roles: dict[frozenset[int], Array] = field(default_factory=dict, repr=False)

    def roles(self, commitment: Commitment) -> Array:
        """Who speaks, seen from this commitment, by number of the entry: numbers in SPEAKERS."""
        owing = self.named(commitment)
        if owing is None:
            return self.all_owing
        if owing not in self._roles:
            self._roles[owing] = self._where_owed_by(owing)
        return self._roles[owing]

    def _where_owed_by(self, owing: frozenset[int]) -> Array:
        roles = self.all_owing.copy()
        roles[(self.base == PARTY) & ~np.isin(self.owner, sorted(owing))] = ROLE["other"]
        return roles

    @cached_property
    def all_owing(self) -> Array:
        """The roles where every party owes the duty."""
        return np.where(self.base == PARTY, ROLE["bearer"], self.base)

    def owing(self, commitment: Commitment) -> frozenset[int]:
        """The sides, and people without one, that may owe the duty."""
        named = self.named(commitment)
        return self._owners if named is None else named

    @cached_property
    def _owners(self) -> frozenset[int]:
        return frozenset(self.owner[self.base == PARTY].tolist())

    def named(self, commitment: Commitment) -> frozenset[int] | None:
        """The owners that the words name as those who owe the duty; None, everybody, where they name none.

        A passive without agent and a collective ("the Parties") bind every side.
        """
        bearer = slot_words(self.agreement, commitment.slots.bearer)
        if not bearer or duty_words("collective").search(bearer):
            return None
        found = set[int]().union(*(self.owners.get(word, ()) for word in words_of((bearer,))))
        return frozenset(found) or None


def parties_of(agreement: Agreement, people: People) -> Parties:
    """The people, set against what the agreement names."""
    text = agreement.document.text
    known = [(number, person) for number in people.present() if (person := people.person(number))]
    sides = frozenset(side for side, names in _names_by_side(known, people).items() if _named({side, *names}, text))
    sides, states = (sides if len(sides) >= 2 else frozenset()), states_named(text)
    base = np.full(len(people.who), ROLE["author"], np.uint8)
    owners: dict[str, set[int]] = {}
    owner = np.where(people.side == NONE, people.who, people.side)
    for number, person in known:
        base[number] = _base(person, states_of(people.entries[number]), sides, states)
        if person.authority in PARTY_LEVELS:
            for word in words_of((person.side or "", *people.entries[number].mentions)):
                owners.setdefault(word, set()).add(int(owner[number]))
    return Parties(agreement, people, base, owner, owners)


def party_sides(people: People) -> tuple[str, ...]:
    """The sides that have somebody who can speak for a party."""
    levels = people.names.among((*PARTY_LEVELS, ANONYMOUS_LEVEL))[people.level]
    return tuple(people.names[side] for side in np.unique(people.side[levels & (people.side != NONE)]))


def _names_by_side(known: Iterable[tuple[int, Person]], people: People) -> dict[str, dict[str, None]]:
    """The sides that somebody speaks for, with the names of all who belong to them, in order of appearance."""
    names: dict[str, dict[str, None]] = {side: {} for side in party_sides(people)}
    for number, person in known:
        if person.side in names:
            names[person.side].update(dict.fromkeys(people.entries[number].mentions))
    return names


def _named(names: Iterable[str], text: str) -> bool:
    return any(_stands_in(name, text) for name in names if len(name) > 2)


@lru_cache(maxsize=1 << 16)
def _stands_in(name: str, text: str) -> bool:
    return name in text and re.search(rf"\b{re.escape(name)}\b", text) is not None


def _base(speaker: Person, called: frozenset[str], sides: frozenset[str], states: frozenset[str]) -> int:
    """The role as far as the agreement decides it."""
    if speaker.authority in ("A", "L") or speaker.kind == "media":
        return ROLE["author"]
    if speaker.authority == "T":
        return ROLE["third"]
    if speaker.authority == "X" or _outside(speaker, called, sides, states):
        return ROLE["backer"]
    return PARTY if speaker.authority in PARTY_LEVELS else ROLE["unplaced"]


def _outside(speaker: Person, called: frozenset[str], sides: frozenset[str], states: frozenset[str]) -> bool:
    """Whether the speaker belongs to a side, or is named by a state, that the agreement does not name."""
    if speaker.side is not None and sides:
        return speaker.side not in sides
    return bool(called and states) and not called & states
