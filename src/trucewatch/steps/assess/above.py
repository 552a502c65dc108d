"""Signs between the levels of one side: what its head holds in private, and does not say in public."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from trucewatch.vocabulary.signals import SignalDefinition

from .columns import NONE, Array, Mask
from .docket import Rows
from .people import SPEAKS_FOR_A_SIDE
from .roll import Sheaf, every_pair
from .scene import NARROWS, Scene, Sighting, Stage, among, by_actor, by_person, days_text, name_of, of_level
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


def is_silent_above(definition: SignalDefinition, stage: Stage) -> list[int]:
    """The numbers of the commitments on which `superior_silence` sees anything."""
    quiet, below = _quiet(definition, stage.roll.sheaf), _narrowed(stage.roll.sheaf)
    # Of each side and level the last silence is the longest after a narrowing, and the first narrowing the longest before.
    quiet, below = quiet.where(_one_of_each(quiet, -1)), below.where(_one_of_each(below, 1))
    one, other = every_pair(quiet, below)
    silences, narrowings = quiet.rows.where(one), below.rows.where(other)
    order, side, own = stage.view.people.level_order, narrowings.person("side"), silences.person("side")
    later: Mask = narrowings["day"] + definition.days <= silences["day"]
    later &= order[silences.person("level")] < order[narrowings.person("level")]
    later &= (own == NONE) | (side == NONE) | (side == own)
    found: list[int] = np.unique(quiet.of[one[later]]).tolist()
    return found


def _silences(definition: SignalDefinition, scene: Scene) -> tuple[Rows, Rows] | None:
    """The silences that come so many days after a narrowing from below, and the narrowings."""
    if not scene.has(definition.stances):
        return None
    silences, below = _quiet(definition, scene.sheaf).rows, _narrowed(scene.sheaf)
    first = below.where(_one_of_each(below, 1)).rows
    answers: Mask = np.any(_come_later(silences, first, definition.days), axis=1)
    return (silences.where(answers), below.rows) if answers.any() else None


def _quiet(definition: SignalDefinition, looked: Sheaf) -> Sheaf:
    """The reported silences of people who speak for a side."""
    found = looked.having(definition.stances)
    rows = found.rows
    return found.where((rows["day"] != UNDATED) & of_level(rows.view, rows.person("level"), SPEAKS_FOR_A_SIDE))


def _narrowed(looked: Sheaf) -> Sheaf:
    """The narrowings by people whose level is known."""
    found = looked.having(NARROWS, "said")
    return found.where((found.rows["day"] != UNDATED) & (found.rows.person("level") != NONE))


def _come_later(silences: Rows, below: Rows, days: int) -> Mask:
    """A row for each silence, a column for each narrowing: whether it is so many days later, and from above on that side."""
    order, side, own = silences.view.people.level_order, below.person("side"), silences.person("side")[:, None]
    later: Mask = below["day"] + days <= silences["day"][:, None]
    later &= order[silences.person("level")][:, None] < order[below.person("level")]
    later &= (own == NONE) | (side == NONE) | (side == own)
    return later


def _one_of_each(looked: Sheaf, direction: int) -> Array:
    """The numbers of the first rows (direction 1), or the last ones (-1), of each side and level on each commitment."""
    side, level, day = looked.rows.person("side"), looked.rows.person("level"), looked.rows["day"]
    order = np.lexsort((direction * day, level, side, looked.of))
    new = np.ones(len(order), np.bool_)
    keys = [values[order] for values in (looked.of, side, level)]
    new[1:] = np.any([key[1:] != key[:-1] for key in keys], axis=0)
    return order[new]


def uncorrected_for(first: int, as_of: date) -> str:
    """How long nobody above has taken it back, as known at the end of the day."""
    days = as_of.toordinal() - first
    return f"{days_text(days)} (at least {24 * days:,} hours) since {date.fromordinal(first).isoformat()}"
