"""Signs between the levels of one side: what its head holds in private, and does not say in public."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from trucewatch.vocabulary.signals import SignalDefinition

from .columns import NONE, Array, Mask
from .docket import Rows
from .people import SPEAKS_FOR_A_SIDE
from .scene import NARROWS, Scene, Sighting, among, by_actor, by_person, days_text, name_of, of_level
from .table import UNDATED


def private_public_gap(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """A private report about a leader or minister, and that side's public narrowing or that person's silence."""
    if not scene.has(definition.stances):
        return
    rows, view = scene.rows, scene.view
    told = np.flatnonzero(among(rows, definition.stances) & (rows["target"] != NONE))
    target = rows["target"][told]
    about_high = of_level(view, view.people.level[target], definition.levels)
    told, target = told[about_high], target[about_high]
    if not len(told):
        return
    silent = rows.said == view.table.texts["stance"].find("PUBLIC_SILENCE")
    narrows = view.table.texts["stance"].among(NARROWS)[rows.said] & ~rows.anonymous
    who, sides = rows.person("who"), rows.person("side")
    for at in by_person(view.people.who[target], np.arange(len(told))):
        person, side = view.people.who[target[at[0]]], view.people.side[target[at[0]]]
        same = (who == person) | ((sides == side) & (side != NONE))
        public = rows.places[(silent & (who == person)) | (narrows & same)]
        if len(public):
            private = rows.places[told[at]]
            since = max((day for day in (view.oldest(private), view.oldest(public)) if day), default=None)
            actor, own_side = view.people.names[int(person)], name_of(view, int(side))
            places = np.concatenate([private, public])
            yield Sighting(definition, scene, actor, since, places, side=own_side)


def superior_silence(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """A reported silence, long enough after a subordinate's narrowing; with how long by the day of the status."""
    found = _silences(definition, scene)
    if found is None:
        return
    silences, below = found
    at_place = {int(place): at for at, place in enumerate(silences.places)}
    for places, actor, of_side, people in by_actor(silences):
        own = silences.where(np.array([at_place[place] for place in places.tolist()]))
        before = _come_later(own, below, definition.days).any(axis=0)
        first = int(below["day"][before].min())
        measure = "; ".join(filter(None, [uncorrected_for(first, scene.case.as_of), people]))
        yield Sighting(
            definition, scene, actor, date.fromordinal(first + definition.days),
            np.concatenate([below.places[before], places]), measure=measure, side=of_side,
        )  # fmt: skip


def is_silent_above(definition: SignalDefinition, scene: Scene) -> bool:
    """Whether `superior_silence` sees anything."""
    return _silences(definition, scene) is not None


def _silences(definition: SignalDefinition, scene: Scene) -> tuple[Rows, Rows] | None:
    """The silences that come so many days after a narrowing from below, and the narrowings."""
    if not scene.has(definition.stances):
        return None
    rows, view, stances = scene.rows, scene.view, scene.view.table.texts["stance"]
    quiet = among(rows, definition.stances) & (rows["day"] != UNDATED)
    quiet &= of_level(view, rows.person("level"), SPEAKS_FOR_A_SIDE)
    if not quiet.any():
        return None
    below = rows.where(stances.among(NARROWS)[rows.said] & (rows["day"] != UNDATED) & (rows.person("level") != NONE))
    silences = rows.where(quiet)
    answers: Mask = np.any(_come_later(silences, below.where(_first_of_each(below)), definition.days), axis=1)
    return (silences.where(answers), below) if answers.any() else None


def _come_later(silences: Rows, below: Rows, days: int) -> Mask:
    """A row for each silence, a column for each narrowing: whether it is so many days later, and from above on that side."""
    order, side, own = silences.view.people.level_order, below.person("side"), silences.person("side")[:, None]
    later: Mask = below["day"] + days <= silences["day"][:, None]
    later &= order[silences.person("level")][:, None] < order[below.person("level")]
    later &= (own == NONE) | (side == NONE) | (side == own)
    return later


def _first_of_each(below: Rows) -> Array:
    """The first narrowing of each side and level: a silence that is later than any of them is later than this one."""
    side, level, day = below.person("side"), below.person("level"), below["day"]
    order = np.lexsort((day, level, side))
    new = np.ones(len(order), np.bool_)
    new[1:] = (side[order][1:] != side[order][:-1]) | (level[order][1:] != level[order][:-1])
    return order[new]


def uncorrected_for(first: int, as_of: date) -> str:
    """How long nobody above has taken it back, as known at the end of the day."""
    days = as_of.toordinal() - first
    return f"{days_text(days)} (at least {24 * days:,} hours) since {date.fromordinal(first).isoformat()}"
