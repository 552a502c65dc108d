"""What the signs look at: a commitment with its rows and what was done, beside the others of the case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from trucewatch.core.model import Commitment
from trucewatch.vocabulary.matter_words import matter_words
from trucewatch.vocabulary.signals import SignalDefinition, bit_of, counter_signs
from trucewatch.vocabulary.status_rules import duty_words

from .columns import NONE, Array, Mask
from .docket import Docket, Rows, spoken_by
from .duty import slot_words
from .marks import ECHO
from .parties import ROLE
from .roll import Roll, Sheaf
from .rules import Ruling
from .table import UNDATED
from .view import View

# What speaks against a sign: statements and findings that the duty is kept.
COUNTERS = tuple(
    "AFFIRM COMMIT RECOMMIT CLAIM_COMPLIANCE COMPLY COMPLY_PART REPORT_PROGRESS REPORT_PARTIAL DENY_CONDUCT "
    "THIRD_PARTY_FINDING_BY_COUNTERPARTY finding-done finding-partial finding-none".split()
)
NARROWS = ("REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "DENY_OBLIGATION", "DECLARE_CONTINUE")


@dataclass(frozen=True, eq=False)
class Stage:
    """All commitments of a case on a day, for signs that look beyond one of them, or at all of them at once."""

    roll: Roll
    done: Sequence[Ruling]

    @property
    def view(self) -> View:
        return self.roll.view

    @cached_property
    def scenes(self) -> tuple["Scene", ...]:
        return tuple(Scene(number, ruling, self) for number, ruling in enumerate(self.done))

    @cached_property
    def stances(self) -> Mask:
        """A row for each commitment, a column for each stance: whether a row on it has it; the last column is none's."""
        sheaf, width = self.roll.sheaf, len(self.view.table.texts["stance"]) + 1
        there = np.zeros((len(self.done), width), np.bool_)
        for stance in (sheaf.rows.stance, sheaf.rows.said):
            there[sheaf.of, stance] = True
        return there

    @cached_property
    def words(self) -> Array:
        """The bits of all rows on each commitment together."""
        found = np.zeros(len(self.done), np.uint64)
        worded = self.roll.sheaf.worded()
        if numbers := worded.numbers():
            found[numbers] = np.bitwise_or.reduceat(worded.rows["cues"], worded.bounds()[numbers])
        return found

    @cached_property
    def companions(self) -> dict[tuple[int, str, str], list["Scene"]]:
        """The commitments of one article that ask for the same act."""
        found: dict[tuple[int, str, str], list[Scene]] = {}
        for scene in self.scenes:
            if scene.act:
                found.setdefault(scene.place, []).append(scene)
        return found

    @cached_property
    def joint(self) -> Mask:
        """By entry of an actor, whether its name is that of a body of the parties together."""
        entries = self.view.people.entries
        return np.array([*(bool(duty_words("joint").search(entry.name)) for entry in entries), False], np.bool_)

    @cached_property
    def accusations(self) -> dict[int, tuple[Array, Array]]:
        """By side, the days on which it accuses, in order, with the places; one statement in several reports once."""
        view = self.view
        stance, people = view.table.texts["stance"].find("ACCUSE"), view.people
        places = np.flatnonzero(view.is_first & (view["stance"] == stance))
        speaker = view["speaker"][places]
        counts = (people.side[speaker] != NONE) & (view["day"][places] != UNDATED) & ~people.unnamed[speaker]
        counts &= view["marks"][places] & ECHO == 0
        places = places[counts]
        side, day, origin = people.side[view["speaker"][places]], view["day"][places], view.origin[places]
        order = np.lexsort((origin, day, side))
        side, day, origin, places = side[order], day[order], origin[order], places[order]
        new = np.ones(len(places), np.bool_)
        new[1:] = (side[1:] != side[:-1]) | (day[1:] != day[:-1]) | (origin[1:] != origin[:-1])
        side, day, places = side[new], day[new], places[new]
        sides, starts = np.unique(side, return_index=True)
        stops = [*starts[1:], len(side)][: len(sides)]
        return {int(s): (day[a:b], places[a:b]) for s, a, b in zip(sides, starts, stops, strict=True)}


@dataclass(frozen=True, eq=False)
class Scene:
    """A commitment with the rows on it and what was done."""

    number: int
    done: Ruling
    stage: Stage = field(repr=False)

    @property
    def case(self) -> Docket:
        return self.stage.roll.cases[self.number]

    @cached_property
    def rows(self) -> Rows:
        return self.stage.roll.own(self.number)

    @property
    def view(self) -> View:
        return self.case.view

    @property
    def commitment(self) -> Commitment:
        return self.case.commitment

    @property
    def stances(self) -> Mask:
        """By number of a stance, whether a row has it."""
        there: Mask = self.stage.stances[self.number]
        return there

    @property
    def words(self) -> int:
        """The bits of all rows together."""
        return int(self.stage.words[self.number])

    @cached_property
    def sheaf(self) -> Sheaf:
        """The rows as those that are looked at for all commitments."""
        return self.stage.roll.seen_from(self.number, self.rows)

    @cached_property
    def _counters(self) -> Mask:
        """Which rows say that the duty is kept, or that a breach of it had consequences."""
        bits = sum(bit_of(f"counter {sign.id}") for sign in counter_signs())
        against = among(self.rows, COUNTERS)
        return against | (self.rows["cues"] & np.uint64(bits) != 0) if self.words & bits else against

    @cached_property
    def against(self) -> tuple[Array, Array]:
        """The places of what speaks against a sign on this commitment, oldest first, with their days."""
        places = self.rows.places[self._counters]
        return places, self.view["day"][places]

    def speaks_against(self, places: Array) -> Mask:
        """Whether rows on this commitment speak against a sign on it."""
        if not len(self.rows):
            return np.zeros(len(places), np.bool_)
        at = places - self.rows.places[0]
        here = (at >= 0) & (at < len(self.rows))
        speaks: Mask = here & self._counters[np.where(here, at, 0)]
        return speaks

    @cached_property
    def act(self) -> frozenset[str]:
        """The matter words of what the duty asks for."""
        return frozenset(matter_words(slot_words(self.case.agreement, self.commitment.slots.action)))

    @property
    def place(self) -> tuple[int, str, str]:
        """The agreement, the article and the act."""
        article = self.commitment.clause.partition("__")[0]
        return id(self.case.agreement), article, " ".join(sorted(self.act))

    def has(self, stances: tuple[str, ...]) -> bool:
        """Whether any row has one of the stances."""
        return bool((self.view.table.texts["stance"].among(stances) & self.stances).any())


@dataclass(frozen=True, eq=False)
class Sighting:
    """A sign seen on one commitment (None: on no clause), before its strength is known.

    `axis` is the definition's unless it was seen another way. `side` stands where a whole side is meant.
    """

    definition: SignalDefinition
    scene: Scene | None
    actor: str | None
    since: date | None
    places: Array
    axis: str = ""
    measure: str = ""
    side: str | None = None


def among(rows: Rows, stances: tuple[str, ...]) -> Mask:
    """Whether a row has one of the stances, as it bears on the duty."""
    return rows.view.table.texts["stance"].among(stances)[rows.stance]


def by_role(rows: Rows, speakers: tuple[str, ...]) -> Mask:
    """Whether a row is spoken by one of these."""
    return spoken_by(speakers)[rows.role]


def of_level(view: View, level: Array, levels: tuple[str, ...]) -> Mask:
    """Whether levels, by their numbers, are among the named ones."""
    return view.people.names.among(levels)[level]


def cued(rows: Rows, name: str) -> Mask:
    """Whether a row carries the words of a sign."""
    found: Mask = rows["cues"] & np.uint64(bit_of(name)) != 0
    return found


def by_person(who: Array, values: Array) -> Iterator[Array]:
    """The values of each person, in the order in which the persons come first."""
    groups: dict[int, list[int]] = {}
    for at, person in enumerate(who.tolist()):
        groups.setdefault(person, []).append(at)
    return (values[at] for at in groups.values())


# So many people of one side are named one by one.
MOST_PEOPLE = 3


def by_actor(rows: Rows) -> Iterator[tuple[Array, str | None, str | None, str]]:
    """The places by who speaks, with the person, the side, and how many they are where a side stands for its people."""
    view, who, side = rows.view, rows.person("who"), rows.person("side")
    many = _sides_of_many(who, side)
    key = who if many is None else np.where(many[side], -2 - side, who)
    for places in by_person(key, rows.places):
        entry = view["speaker"][places[0]]
        own = view.people.side[entry]
        if many is not None and many[own]:
            count = len(set(view.people.who[view["speaker"][places]].tolist()))
            yield places, None, name_of(view, int(own)), f"{count} people"
        else:
            yield places, name_of(view, int(view.people.who[entry])), name_of(view, int(own)), ""


def _sides_of_many(who: Array, side: Array) -> Mask | None:
    """By number of a side (-1: none), whether more people speak for it than are named one by one; None: for no side."""
    if len(who) <= MOST_PEOPLE:
        return None
    width = int(who.max()) + 2
    pairs = np.sort((side.astype(np.int64) + 1) * width + who + 1)
    new = pairs[np.flatnonzero(pairs[1:] != pairs[:-1]) + 1]
    each = np.bincount(np.append(new, pairs[0]) // width, minlength=int(side.max()) + 2)
    if each.max() <= MOST_PEOPLE:
        return None
    # The place of "no side" is the last one, as in every array by number.
    return np.append(each[1:], each[0]) > MOST_PEOPLE


def owner(rows: Rows) -> Array:
    """Each row's side, else its speaker, as numbers of names."""
    side = rows.person("side")
    return np.where(side == NONE, rows.person("who"), side)


def who_speaks(view: View, place: int) -> str | None:
    """The speaker's id, the same in all reports."""
    return name_of(view, int(view.people.who[view["speaker"][place]]))


def side_of(view: View, place: int) -> str | None:
    """The speaker's side."""
    return name_of(view, int(view.people.side[view["speaker"][place]]))


def name_of(view: View, number: int) -> str | None:
    return None if number == NONE else view.people.names[number]


def is_bearer(scene: Scene, entries: Array) -> Mask:
    """Whether entries of actors may owe the duty."""
    known: Mask = (scene.case.roles[entries] == ROLE["bearer"]) & (entries != NONE)
    return known


def days_text(count: int) -> str:
    return "1 day" if count == 1 else f"{count:,} days"
