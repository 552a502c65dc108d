"""Signs that are counted or timed: how often in which days, and what the clock says."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from trucewatch.vocabulary.signals import SignalDefinition, bit_of

from .columns import NONE
from .docket import Rows
from .duty import last_day
from .parties import ROLE
from .said import fitting
from .scene import Scene, Sighting, among, by_actor, by_person, by_role, days_text, name_of, of_level, owner, who_speaks
from .table import UNDATED

SLIPPED = frozenset({"missed", "overdue_unknown"})
# Of a duty that was done nobody needs to speak any more.
DONE = frozenset({"fulfilled", "claimed", "withdrawn", "renegotiated"})
MORE_THAN_ONCE = 2
# What verifies that a duty is being kept.
VERIFIES = (
    "COMPLY",
    "COMPLY_PART",
    "THIRD_PARTY_FINDING_BY_COUNTERPARTY",
    "finding-done",
    "finding-partial",
    "finding-none",
)


def deadline(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """The last day passed without a claim of completion, or more time asked for shortly before it."""
    due, view = last_day(scene.commitment), scene.view
    if due is None:
        return
    if scene.done.rule.value in SLIPPED:
        over = f"{days_text((view.as_of - due).days)} over"
        yield Sighting(definition, scene, None, due + timedelta(1), scene.done.places, measure=over)
        return
    rows = scene.rows
    if not scene.has(definition.stances):
        return
    late = among(rows, definition.stances) & by_role(rows, definition.speakers)
    late &= (rows["day"] >= due.toordinal() - definition.days) & (rows["day"] <= due.toordinal())
    if late.any():
        for own, actor, side, people in by_actor(rows.where(np.flatnonzero(late))):
            yield Sighting(definition, scene, actor, view.oldest(own), own, "speech", people, side)


def dropped(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """A side that spoke of the duty more than once has since spoken of the agreement several times, and not of it."""
    if last_day(scene.commitment) is None or scene.done.rule.value in DONE:
        return
    rows, view = scene.rows, scene.view
    spoken = of_level(view, rows.person("level"), definition.levels) & (rows["day"] != UNDATED) & ~rows.anonymous
    sides = rows.person("side")
    for side in np.unique(sides[spoken & (rows.role == ROLE["bearer"]) & (sides != NONE)]).tolist():
        own = spoken & (sides == side)
        days = np.unique(rows["day"][own])
        newest = int(days[-1])
        later = view.spoken_on(side, definition.levels)
        later = later[later > newest]
        if len(days) >= MORE_THAN_ONCE and len(later) >= definition.count:
            last = date.fromordinal(newest).isoformat()
            measure = f"spoken of on {len(days)} days, last on {last}; spoke on {len(later)} days since"
            since = date.fromordinal(int(later[definition.count - 1]))
            places = rows.places[own & (rows["day"] == newest)]
            yield Sighting(definition, scene, None, since, places, measure=measure, side=name_of(view, side))


def recommitment(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """The same side promises anew on so many days since anything was last verified."""
    if not scene.has(definition.stances):
        return
    rows, view = scene.rows, scene.view
    promises = among(rows, definition.stances) & by_role(rows, definition.speakers) & (rows["day"] != UNDATED)
    promises &= (rows.role != ROLE["third"]) | scene.stage.joint[rows.speaker]
    verified = rows["day"][among(rows, VERIFIES) & by_role(rows, ("third", "other"))]
    since_then = promises & (rows["day"] > verified.max(initial=UNDATED))
    if not since_then.any():
        return
    found = rows.where(np.flatnonzero(since_then))
    for at in by_person(owner(found), np.arange(len(found))):
        days, places = np.unique(found["day"][at]), found.places[at]
        if len(days) >= definition.count:
            third_time = date.fromordinal(int(days[definition.count - 1]))
            side = name_of(view, int(found.person("side")[at[0]]))
            measure = f"promised on {len(days)} days since {date.fromordinal(int(days[0])).isoformat()}"
            yield Sighting(
                definition, scene, who_speaks(view, places[0]), third_time, places, measure=measure, side=side
            )


def accusation_burst(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """A side that owes the duty accuses much more often in the days before the last day than in those before them."""
    due, view = last_day(scene.commitment), scene.view
    if due is None:
        return
    last, days = due.toordinal(), definition.days
    for side, (told, places) in scene.stage.accusations.items():
        if side not in scene.case.owing_sides:
            continue
        start, middle, stop = np.searchsorted(told, [last - 2 * days, last - days, last])
        now, before = int(stop - middle), int(middle - start)
        if now >= definition.count and now >= 2 * before:
            name = view.people.names[side]
            measure = f"{now} in the {days} days before {due.isoformat()}, {before} in the {days} days before those"
            newest = places[middle:stop]
            yield Sighting(
                definition, scene, None, date.fromordinal(int(told[middle])), newest, measure=measure, side=name
            )


def obstruction(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """Monitors kept out, by who keeps them out."""
    if scene.words & bit_of(definition.id):
        yield from kept_out(definition, scene, scene.rows, scene)


def kept_out(definition: SignalDefinition, scene: Scene, rows: Rows, tied_to: Scene | None) -> Iterator[Sighting]:
    """The rows that tell of it, by side: so many within the last days up to the newest, each day and origin once."""
    fits = fitting(definition, scene.case.agreement, rows) & (rows["day"] != UNDATED)
    if not fits.any():
        return
    found, people = rows.where(np.flatnonzero(fits)), rows.view.people
    # A monitor or a paper tells of somebody; a party, of itself.
    teller = (found.role == ROLE["third"]) | (found.role == ROLE["author"])
    doer = np.where(teller, found["target"], found.speaker)
    side = np.where(people.side[doer] == NONE, people.who[doer], people.side[doer])
    day, origin = found["day"], rows.view.origin[found.places]
    for at in by_person(side, np.arange(len(found))):
        newest = int(day[at].max())
        once = {(d, o) for d, o in zip(day[at].tolist(), origin[at].tolist(), strict=True)}
        now = sum(newest - definition.days < d for d, _ in once)
        before = sum(newest - 2 * definition.days < d <= newest - definition.days for d, _ in once)
        if now < definition.count:
            continue
        measure = (
            f"{now} in the {definition.days} days to {date.fromordinal(newest).isoformat()}, "
            f"{before} in the {definition.days} days before those"
        )
        places = found.places[at[day[at] > newest - definition.days]]
        entry = int(doer[at[0]])
        yield Sighting(
            definition, tied_to, name_of(rows.view, int(people.who[entry])) if entry != NONE else None,
            rows.view.oldest(places), places, measure=measure, side=name_of(rows.view, int(people.side[entry])),
        )  # fmt: skip
