"""Signs between the levels of one side: what its head holds in private, and does not say in public."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from trucewatch.vocabulary.signals import SignalDefinition

from .columns import NONE, Mask
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
    if not scene.has(definition.stances):
        return
    rows, view, stances = scene.rows, scene.view, scene.view.table.texts["stance"]
    quiet = among(rows, definition.stances) & (rows["day"] != UNDATED)
    quiet &= of_level(view, rows.person("level"), SPEAKS_FOR_A_SIDE)
    if not quiet.any():
        return
    below = rows.where(stances.among(NARROWS)[rows.said] & (rows["day"] != UNDATED) & (rows.person("level") != NONE))
    silences = rows.where(quiet)
    # A row for each silence, a column for each narrowing.
    order, side, own = view.people.level_order, below.person("side"), silences.person("side")[:, None]
    after = below["day"] + definition.days <= silences["day"][:, None]
    after &= order[silences.person("level")][:, None] < order[below.person("level")]
    after &= (own == NONE) | (side == NONE) | (side == own)
    answers: Mask = np.any(after, axis=1)
    if not answers.any():
        return
    at_place = {int(place): at for at, place in enumerate(silences.places)}
    for places, actor, of_side, people in by_actor(silences.where(answers)):
        before = after[[at_place[place] for place in places.tolist()]].any(axis=0)
        first = int(below["day"][before].min())
        measure = "; ".join(filter(None, [uncorrected_for(first, scene.case.as_of), people]))
        yield Sighting(
            definition, scene, actor, date.fromordinal(first + definition.days),
            np.concatenate([below.places[before], places]), measure=measure, side=of_side,
        )  # fmt: skip


def uncorrected_for(first: int, as_of: date) -> str:
    """How long nobody above has taken it back, as known at the end of the day."""
    days = as_of.toordinal() - first
    return f"{days_text(days)} (at least {24 * days:,} hours) since {date.fromordinal(first).isoformat()}"
