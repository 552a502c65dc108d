"""Signs of backtracking, found by the definitions of `vocabulary/signals.yaml`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from trucewatch.core.model import Signal
from trucewatch.vocabulary.signals import SignalDefinition, signal_definitions
from trucewatch.vocabulary.status_rules import SPEAKERS

from .columns import NONE, Array, Mask
from .docket import Docket, Rows
from .duty import last_day
from .people import SPEAKS_FOR_A_SIDE
from .rules import Ruling
from .table import UNDATED
from .view import View

NARROWS = ("REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "DENY_OBLIGATION", "DECLARE_CONTINUE")
# What speaks against a sign: statements and findings that the duty is kept.
COUNTERS = tuple(
    "AFFIRM COMMIT RECOMMIT CLAIM_COMPLIANCE COMPLY COMPLY_PART REPORT_PROGRESS REPORT_PARTIAL DENY_CONDUCT "
    "THIRD_PARTY_FINDING_BY_COUNTERPARTY finding-done finding-partial finding-none".split()
)
SLIPPED = frozenset({"missed", "overdue_unknown"})
BROKEN = frozenset({"missed", "breached"})
# So many claims are named that show a sign, and so many that speak against it: the newest.
MOST_CLAIMS = 50


@dataclass(frozen=True, eq=False)
class Scene:
    """A commitment with the rows on it and what was done, as the signs look at it."""

    case: Docket
    done: Ruling

    @property
    def rows(self) -> Rows:
        return self.case.own

    @cached_property
    def against(self) -> Rows:
        """The rows that say that the duty is kept."""
        return self.rows.where(among(self.rows, COUNTERS))


@dataclass(frozen=True, eq=False)
class Sighting:
    """A sign seen on one commitment (None: on the agreement as a whole), before its strength is known."""

    definition: SignalDefinition
    scene: Scene | None
    actor: str | None
    since: date | None
    places: Array


def find_signals(cases: Sequence[Docket], done: Sequence[Ruling], view: View) -> tuple[Signal, ...]:
    """Every sign that can be observed by the day, per commitment and actor, with what speaks against it.

    Speech alone is to be watched; speech and conduct on one commitment are a signal; with conduct verified
    or the last day passed it is established. `done` are the rulings on what was done.
    """
    scenes = [Scene(case, ruling) for case, ruling in zip(cases, done, strict=True)]
    sightings = [s for scene in scenes for definition in signal_definitions() for s in _look(definition, scene)]
    sightings += _on_the_whole(cases, view)
    axes: dict[str, set[str]] = {}
    for sighting in sightings:
        if sighting.scene:
            axes.setdefault(sighting.scene.case.commitment.id, set()).add(sighting.definition.axis)
    return tuple(_signal(sighting, axes, view) for sighting in sightings)


def _look(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    return _TESTS[definition.test](definition, scene)


def _on_the_whole(cases: Sequence[Docket], view: View) -> Iterator[Sighting]:
    """Signs known by their words alone count wherever they are said, tied to a clause or not."""
    if not cases:
        return
    tied = np.concatenate([case.own["claim"] for case in cases])
    loose = view.in_time(view.first[~np.isin(view["claim"][view.first], tied)])
    rows = cases[0].seen(loose)
    for definition in signal_definitions():
        if definition.cues:
            for places in _said(definition, cases[0], rows):
                yield Sighting(definition, None, _who(view, places[0]), view.oldest(places), places)


def _said_here(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    view = scene.case.view
    for places in _said(definition, scene.case, scene.rows):
        yield Sighting(definition, scene, _who(view, places[0]), view.oldest(places), places)


def _said(definition: SignalDefinition, case: Docket, rows: Rows) -> Iterator[Array]:
    """For each actor the places where that actor said (or showed) what the definition names, often enough and in time."""
    fits = among(rows, definition.stances) if definition.stances else np.ones(len(rows), np.bool_)
    if definition.cues:
        fits &= rows["cues"] & np.uint64(1 << signal_definitions().index(definition)) != 0
    if not fits.any():
        return
    if definition.speakers:
        fits &= np.array([role in definition.speakers for role in SPEAKERS])[rows.role]
    if definition.levels:
        fits &= _of_level(rows.view, rows.person("level"), definition.levels)
    signed = case.agreement.anchors.get("signature")
    if signed and signed.when.latest and definition.days:
        fits &= rows["day"] <= (signed.when.latest + timedelta(definition.days)).toordinal()
    found = rows.where(np.flatnonzero(fits))
    yield from (places for places in _by_person(found.person("who"), found.places) if len(places) >= definition.count)


def _private_public_gap(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """A private report about a leader or minister, and that side's public narrowing or that person's silence."""
    rows, view = scene.rows, scene.case.view
    told = np.flatnonzero(among(rows, definition.stances) & (rows["target"] != NONE))
    target = rows["target"][told]
    about_high = _of_level(view, view.people.level[target], definition.levels)
    told, target = told[about_high], target[about_high]
    if not len(told):
        return
    silent = rows.said == view.table.texts["stance"].find("PUBLIC_SILENCE")
    narrows = view.table.texts["stance"].among(NARROWS)[rows.said] & ~rows.anonymous
    who, sides = rows.person("who"), rows.person("side")
    for at in _by_person(view.people.who[target], np.arange(len(told))):
        person, side = view.people.who[target[at[0]]], view.people.side[target[at[0]]]
        same = (who == person) | ((sides == side) & (side != NONE))
        public = rows.places[(silent & (who == person)) | (narrows & same)]
        if len(public):
            private = rows.places[told[at]]
            since = max((day for day in (view.oldest(private), view.oldest(public)) if day), default=None)
            actor = view.people.names[int(person)]
            yield Sighting(definition, scene, actor, since, np.concatenate([private, public]))


def _superior_silence(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """A reported silence, long enough after a subordinate's narrowing."""
    rows, view, stances = scene.rows, scene.case.view, scene.case.view.table.texts["stance"]
    quiet = among(rows, definition.stances) & (rows["day"] != UNDATED)
    quiet &= _of_level(view, rows.person("level"), SPEAKS_FOR_A_SIDE)
    if not quiet.any():
        return
    below = rows.where(stances.among(NARROWS)[rows.said] & (rows["day"] != UNDATED) & (rows.person("level") != NONE))
    level, side, day = view.people.level_order[below.person("level")], below.person("side"), below["day"]
    silences = rows.where(quiet)
    for at, own_level, own_side in zip(
        range(len(silences)), view.people.level_order[silences.person("level")], silences.person("side"), strict=True
    ):
        before = (day + definition.days <= silences["day"][at]) & (own_level < level)
        before &= (own_side == NONE) | (side == NONE) | (side == own_side)
        if before.any():
            since = date.fromordinal(int(day[before].min()) + definition.days)
            place = silences.places[at : at + 1]
            yield Sighting(
                definition, scene, _who(view, place[0]), since, np.concatenate([below.places[before], place])
            )


def _deadline(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """The last day passed without a claim of completion, or more time asked for shortly before it."""
    due, view = last_day(scene.case.commitment), scene.case.view
    if due is None:
        return
    if scene.done.rule.value in SLIPPED:
        yield Sighting(definition, scene, None, due + timedelta(1), scene.done.places)
        return
    rows = scene.rows
    late = among(rows, definition.stances) & np.array([r in definition.speakers for r in SPEAKERS])[rows.role]
    late &= (rows["day"] >= due.toordinal() - definition.days) & (rows["day"] <= due.toordinal())
    if late.any():
        places = rows.places[late]
        yield Sighting(definition, scene, _who(view, places[0]), view.oldest(places), places)


_TESTS: Mapping[str, Callable[[SignalDefinition, Scene], Iterator[Sighting]]] = {
    "said": _said_here,
    "private-public-gap": _private_public_gap,
    "superior-silence": _superior_silence,
    "deadline": _deadline,
}


def among(rows: Rows, stances: tuple[str, ...]) -> Mask:
    """Whether a row has one of the stances, as it bears on the duty."""
    return rows.view.table.texts["stance"].among(stances)[rows.stance]


def _of_level(view: View, level: Array, levels: tuple[str, ...]) -> Mask:
    return view.people.names.among(levels)[level]


def _by_person(who: Array, values: Array) -> Iterator[Array]:
    """The values of each person, in the order in which the persons come first."""
    _, first, person = np.unique(who, return_index=True, return_inverse=True)
    for number in np.argsort(first):
        yield values[person == number]


def _who(view: View, place: int) -> str | None:
    number = int(view.people.who[view["speaker"][place]])
    return None if number == NONE else view.people.names[number]


def _signal(sighting: Sighting, axes: Mapping[str, set[str]], view: View) -> Signal:
    scene, against = sighting.scene, _counter(sighting, view)
    return Signal(
        code=sighting.definition.id,
        strength=_strength(sighting, axes[scene.case.commitment.id], scene) if scene else "watch",
        commitment=scene.case.commitment.id if scene else None,
        actor=sighting.actor,
        since=sighting.since,
        claims=view.table.keys(view.rows[sighting.places[-MOST_CLAIMS:]]),
        counter=view.table.keys(view.rows[against[-MOST_CLAIMS:]]),
        more_claims=max(0, len(sighting.places) - MOST_CLAIMS),
        more_counter=max(0, len(against) - MOST_CLAIMS),
    )


def _strength(sighting: Sighting, axes: set[str], scene: Scene) -> str:
    broken = scene.done.rule.value in BROKEN
    if {"speech", "conduct"} <= axes:
        return "established" if broken or "deadline" in axes else "signal"
    # A last day that passed is more than words, once an independent source says that nothing was done.
    return "signal" if sighting.definition.axis == "deadline" and broken else "watch"


def _counter(sighting: Sighting, view: View) -> Array:
    """The places of what speaks against the sign, of its first day or later."""
    if sighting.scene is None:
        return sighting.places[:0]
    rows, since = sighting.scene.against, (sighting.since or view.as_of).toordinal()
    later = (rows["day"] == UNDATED) | (rows["day"] >= since)
    against: Array = rows.places[later & ~np.isin(rows.places, sighting.places)]
    return against
