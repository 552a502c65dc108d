"""Who is the same person or body in several reports, each of which has its own list of actors."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

import numpy as np

from trucewatch.core.model import Actor
from trucewatch.vocabulary.loader import load
from trucewatch.vocabulary.matter_words import matter_words
from trucewatch.vocabulary.reports import Role
from trucewatch.vocabulary.states import states_named

from .columns import NONE, Array, Mask, Texts

PARTY_LEVELS = ("1", "2", "3", "4")
ANONYMOUS_LEVEL = "5"
SPEAKS_FOR_A_SIDE = ("1", "2", "3")


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor as some reports describe it, without the places of the words; equal descriptions are one entry."""

    id: str
    name: str
    kind: str
    side: str | None
    authority: str | None
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """An entry with the id, side and authority that all reports together give."""

    id: str
    name: str
    kind: str
    side: str | None
    authority: str | None


@dataclass(frozen=True, eq=False)
class People:
    """What the reports of a moment know of each entry, by its number; the last place, -1, is nobody.

    `who`, `side` and `level` are numbers in `names`. `here` tells which entries any of the reports has.
    """

    entries: Sequence[Entry]
    names: Texts
    who: Array
    side: Array
    level: Array
    here: Mask
    unnamed: Mask
    # Sentences about rows, kept as long as it is known who is who.
    told: dict[int, str] = field(default_factory=dict, repr=False)

    def person(self, entry: int) -> Person | None:
        if entry == NONE:
            return None
        own, text = self.entries[entry], self._text
        return Person(str(text(self.who[entry])), own.name, own.kind, text(self.side[entry]), text(self.level[entry]))

    def _text(self, number: int) -> str | None:
        return None if number == NONE else self.names[number]

    @cached_property
    def level_order(self) -> Array:
        """By number of a level: its place in the order of all names, lower for higher levels."""
        return np.append(self.names.ranks(), NONE)

    @cached_property
    def height(self) -> Array:
        """By number of a level: how many of the levels 1, 2 and 3 are as high or higher; 0 for none."""
        return np.array([*(sum(high <= level for high in SPEAKS_FOR_A_SIDE) for level in self.names), 0])

    def present(self) -> Iterator[int]:
        return (int(number) for number in np.flatnonzero(self.here))


def entry_of(actor: Actor) -> Entry:
    """The actor's description."""
    mentions = tuple(sorted({span.exact for span in actor.mentions}))
    return Entry(actor.id, actor.name.exact, actor.kind, actor.side, actor.authority, mentions)


def people(entries: Sequence[Entry], seen: Iterable[tuple[int, int]]) -> People:
    """What the reports know together. `seen`: (number of the report, entry) where an entry comes first, in order.

    Two entries are one when they share an id or a proper name. The first one's id stands; a side or an authority that
    one report does not give is taken from the others. The name stays the one of the own report.
    """
    first: dict[str, tuple[int, str]] = {}
    root: dict[tuple[int, str], tuple[int, str]] = {}
    keys: dict[tuple[int, str], list[tuple[int, str]]] = {}
    members: dict[tuple[int, str], list[int]] = {}
    for report, number in seen:
        names = own_names(entries[number])
        key = (report, entries[number].id)
        joined = {root[first[name]] for name in names if name in first}
        root[key] = min(joined, default=key)
        for other in sorted(joined - {root[key]}):
            root.update(dict.fromkeys(keys[other], root[key]))
            keys[root[key]] += keys.pop(other)
            members[root[key]] += members.pop(other)
        keys.setdefault(root[key], []).append(key)
        members.setdefault(root[key], []).append(number)
        for name in names:
            first.setdefault(name, key)
    return _described(entries, members.values())


def _described(entries: Sequence[Entry], groups: Iterable[list[int]]) -> People:
    names = Texts()
    who, side, level = (np.full(len(entries) + 1, NONE, np.int32) for _ in range(3))
    here, unnamed = (np.zeros(len(entries) + 1, np.bool_) for _ in range(2))
    for group in groups:
        all_of_them = [entries[number] for number in group]
        one = names.number(all_of_them[0].id)
        a_side = next((other.side for other in all_of_them if other.side), None)
        an_authority = next((other.authority for other in all_of_them if other.authority), None)
        for number, entry in zip(group, all_of_them, strict=True):
            authority = entry.authority or an_authority
            here[number] = True
            who[number] = one
            side[number] = names.number(entry.side or a_side)
            level[number] = names.number(authority)
            unnamed[number] = entry.kind == "anonymous" or authority == ANONYMOUS_LEVEL
    return People(entries, names, who, side, level, here, unnamed)


@lru_cache(maxsize=1 << 17)
def own_names(entry: Entry) -> tuple[str, ...]:
    """What makes two entries one: the id, and every proper name."""
    proper = (name.casefold() for name in (entry.name, *entry.mentions) if _proper(name))
    return (f"id {entry.id}", *dict.fromkeys(proper))


@lru_cache(maxsize=1 << 17)
def states_of(entry: Entry) -> frozenset[str]:
    """The states that the entry is called by."""
    return frozenset[str]().union(*(states_named(name) for name in (entry.name, *entry.mentions)))


@lru_cache(maxsize=1 << 17)
def words_of(names: tuple[str, ...]) -> frozenset[str]:
    """The matter words of the names."""
    return frozenset(matter_words(" ".join(names)))


def _proper(name: str) -> bool:
    """Whether the name stands for one person or body in any report: two capitalised words, a handle, a short form."""
    words = name.split()
    if name.startswith("@") or (len(words) == 1 and len(name) > 2 and name.isupper()):
        return True
    capitalised = [word for word in words if word[0].isupper() or word.startswith("al-")]
    office = name.lower() in _offices() or words[-1].lower() in _offices()
    return len(capitalised) >= 2 and not office and all(word in capitalised or len(word) <= 3 for word in words)


@cache
def _offices() -> frozenset[str]:
    return frozenset(role.id for role in load("roles.yaml", Role))
