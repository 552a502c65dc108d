"""Claims on one commitment that stand against each other: of one actor, inside one side, and words against conduct."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from trucewatch.core.case import OpposedClaims
from trucewatch.vocabulary.opposites import Opposites, opposites

from .columns import NONE, Array, Mask
from .marks import PRIVATE
from .scene import Scene, is_bearer, name_of
from .view import View

# So many are shown for one commitment: conduct first, then sides that are split, then people, those of a higher level first.
MOST_SHOWN = 6
# So many claims are named on either hand: the newest.
MOST_CLAIMS = 5


@dataclass(frozen=True, eq=False)
class Hand:
    """Rows of one family on a commitment: the places, oldest first, whose they are (numbers of names), and if in private."""

    view: View
    places: Array
    entry: Array
    private: Mask

    def __len__(self) -> int:
        return len(self.places)

    @cached_property
    def who(self) -> Array:
        return self.view.people.who[self.entry]

    @cached_property
    def side(self) -> Array:
        return self.view.people.side[self.entry]

    @cached_property
    def owner(self) -> Array:
        """The side, else the person."""
        return np.where(self.side == NONE, self.who, self.side)

    def of(self, chosen: Array) -> "Hand":
        return Hand(self.view, self.places[chosen], self.entry[chosen], self.private[chosen])


@dataclass(frozen=True, eq=False)
class Found:
    """Two hands of one person or side, before they are put into words."""

    pair: Opposites
    kind: str
    said: Hand
    against: Hand


def opposed_claims(scenes: Sequence[Scene]) -> tuple[tuple[OpposedClaims, ...], int]:
    """What stands against each other by the families of `opposites.yaml`, and how much more than is shown.

    Nothing follows for a status: both claims are shown with who made them.
    """
    shown: list[OpposedClaims] = []
    more = 0
    pairs = opposites()
    if not scenes:
        return (), 0
    stances = scenes[0].view.table.texts["stance"]
    said = np.array([stances.among(pair.said) for pair in pairs])
    against = np.array([stances.among(pair.against) for pair in pairs])
    for scene in scenes:
        there: Mask = np.any(said & scene.stances, axis=1) & np.any(against & scene.stances, axis=1)
        both = [pair for pair, is_there in zip(pairs, there.tolist(), strict=True) if is_there]
        if not both:
            continue
        found = sorted(_on_one_duty(scene, both), key=lambda one: ("say-do", "split", "say-say").index(one.kind))
        shown += (_shown(one, scene) for one in found[:MOST_SHOWN])
        more += max(0, len(found) - MOST_SHOWN)
    return tuple(shown), more


def _on_one_duty(scene: Scene, pairs: Sequence[Opposites]) -> Iterator[Found]:
    everything, stance = _meant(scene)
    texts = scene.view.table.texts["stance"]
    for pair in pairs:
        said = everything.of(np.flatnonzero(texts.among(pair.said)[stance]))
        against = everything.of(np.flatnonzero(texts.among(pair.against)[stance]))
        if not len(said) or not len(against):
            continue
        if pair.kind == "say-do":
            yield from _by_owner(pair, said, against)
        else:
            yield from _inside_a_side(pair, said, against)
            yield from _by_person(pair, said, against)


def _meant(scene: Scene) -> tuple[Hand, Array]:
    """The rows that are words or deeds of somebody who owes the duty, with the stance of each.

    What is reported of private words, found or told as conduct counts for whom it names; else the speaker is meant.
    """
    rows, people = scene.rows, scene.view.people
    texts = scene.view.table.texts["stance"]
    reported = texts.tested("private report", lambda stance: stance.startswith("REPORT_PRIVATE"))[rows.stance]
    told = reported | texts.tested("conduct", _is_conduct)[rows.stance]
    speaker, target = rows.speaker, rows["target"]
    own = ~reported & is_bearer(scene, speaker) & ~people.unnamed[speaker]
    entry = np.where(own, speaker, np.where(told & is_bearer(scene, target), target, NONE))
    known = np.flatnonzero(entry != NONE)
    private = reported[known] | (rows["marks"][known] & PRIVATE != 0)
    return Hand(scene.view, rows.places[known], entry[known], private), rows.stance[known]


def _is_conduct(stance: str) -> bool:
    return stance.startswith("finding-") or stance in ("BREACH", "COMPLY_PART", "CONDUCT_SIGNAL")


def _by_person(pair: Opposites, said: Hand, against: Hand) -> Iterator[Found]:
    """Whoever stands on both hands, by level and then by name."""
    people = said.view.people
    both = _in_both(said.who, against.who)
    level = np.zeros(len(people.names) + 1, np.int64)
    level[said.who] = people.level_order[people.level[said.entry]]
    for who in sorted(both, key=lambda who: (level[who] < 0, level[who], people.names[who])):
        yield Found(pair, "say-say", said.of(said.who == who), against.of(against.who == who))


def _inside_a_side(pair: Opposites, said: Hand, against: Hand) -> Iterator[Found]:
    """Each side whose people stand on different hands."""
    for side in _in_both(said.side, against.side):
        mine, other = said.of(said.side == side), against.of(against.side == side)
        if (mine.who != mine.who[0]).any() or (other.who != mine.who[0]).any():
            yield Found(pair, "split", mine, other)


def _by_owner(pair: Opposites, said: Hand, against: Hand) -> Iterator[Found]:
    for owner in _in_both(said.owner, against.owner):
        yield Found(pair, "say-do", said.of(said.owner == owner), against.of(against.owner == owner))


def _in_both(one: Array, other: Array) -> list[int]:
    """The numbers that stand in both, without -1."""
    return sorted(({*one.tolist()} & {*other.tolist()}) - {NONE})


def _across(found: Found) -> tuple[str, ...]:
    """What lies between the newest claims of the two hands: days, the audience, a closed door, a desk."""
    view = found.said.view
    a, b = found.said.places[-1], found.against.places[-1]
    if found.kind == "say-do":
        return ("conduct",)
    kind = ("own-side",) if found.kind == "split" else ()
    time = ("time",) if view["day"][a] != view["day"][b] else ()
    if found.said.private[-1] != found.against.private[-1]:
        return (*kind, *time, "private-public")
    visibility = view.table.rows["visibility"][view.rows[[a, b]]]
    return (*kind, *time, "audience") if visibility[0] != visibility[1] else (*kind, *time)


def _shown(found: Found, scene: Scene) -> OpposedClaims:
    view, said, against = scene.view, found.said, found.against
    days = [view.oldest(hand.places) for hand in (said, against)]
    return OpposedClaims(
        kind=found.kind,
        name=found.pair.name,
        across=_across(found),
        commitment=scene.commitment.id,
        side=name_of(view, int(said.side[0])),
        actors=_named(said),
        against_actors=_named(against),
        since=max(day for day in days if day) if all(days) else None,
        claims=view.table.keys(view.rows[said.places[-MOST_CLAIMS:]]),
        against=view.table.keys(view.rows[against.places[-MOST_CLAIMS:]]),
        more_claims=max(0, len(said) - MOST_CLAIMS),
        more_against=max(0, len(against) - MOST_CLAIMS),
    )


def _named(hand: Hand) -> tuple[str, ...]:
    """Whose the named claims are."""
    names = hand.view.people.names
    return tuple(dict.fromkeys(names[who] for who in hand.who[-MOST_CLAIMS:].tolist()))
