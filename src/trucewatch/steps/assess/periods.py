"""Signs that are counted or timed: how often in which days, and what the clock says."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from trucewatch.vocabulary.signals import SignalDefinition, bit_of

from .columns import NONE, Array
from .duty import last_day
from .parties import ROLE
from .roll import DAY_BITS, Sheaf
from .said import fitting
from .scene import Scene, Sighting, Stage, among, by_actor, by_person, by_role, days_text, name_of, owner, who_speaks
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
    if not _may_be_dropped(scene):
        return
    view, spoken = scene.view, _spoken(definition, scene.sheaf)
    sides = spoken.rows.person("side")
    for side in np.unique(sides[spoken.rows.role == ROLE["bearer"]]).tolist():
        own = spoken.rows.where(sides == side)
        days = np.unique(own["day"])
        newest = int(days[-1])
        later = view.spoken_on(side, definition.levels)
        later = later[later > newest]
        if len(days) >= MORE_THAN_ONCE and len(later) >= definition.count:
            last = date.fromordinal(newest).isoformat()
            measure = f"spoken of on {len(days)} days, last on {last}; spoke on {len(later)} days since"
            since = date.fromordinal(int(later[definition.count - 1]))
            places = own.places[own["day"] == newest]
            yield Sighting(definition, scene, None, since, places, measure=measure, side=name_of(view, side))


def is_dropped(definition: SignalDefinition, stage: Stage) -> list[int]:
    """The numbers of the commitments on which `dropped` sees anything."""
    sheaf, may_be = stage.roll.sheaf, np.array([_may_be_dropped(scene) for scene in stage.scenes], np.bool_)
    spoken = _spoken(definition, sheaf.where(may_be[sheaf.of]))
    owes = spoken.rows.role == ROLE["bearer"]
    # By commitment and side, then by day; the last bit tells whether the duty was spoken of as one's own.
    told = np.sort((((spoken.keyed(spoken.rows.person("side")) << DAY_BITS) | spoken.rows["day"]) << 1) | owes)
    days, owing = _runs(told >> 1)[0], told[(told & 1) != 0] >> 1 + DAY_BITS
    keys, last, count = _runs(days >> DAY_BITS)
    dropped = (count >= MORE_THAN_ONCE) & np.isin(keys, _runs(owing)[0])
    keys, newest = keys[dropped], days[last[dropped]] & ((1 << DAY_BITS) - 1)
    number, side = keys // stage.roll.width, keys % stage.roll.width - 1
    since = stage.view.spoken_after(side, newest, definition.levels)
    found: list[int] = np.unique(number[since >= definition.count]).tolist()
    return found


def _may_be_dropped(scene: Scene) -> bool:
    return last_day(scene.commitment) is not None and scene.done.rule.value not in DONE


def _spoken(definition: SignalDefinition, looked: Sheaf) -> Sheaf:
    """What people of these levels said on a day for a side."""
    rows = looked.rows
    levels = rows.view.people.names.among(definition.levels)[rows.view.people.level]
    counts = levels & (rows.view.people.side != NONE)
    return looked.where(counts[rows.speaker] & (rows["day"] != UNDATED) & ~rows.anonymous)


def _runs(keys: Array) -> tuple[Array, Array, Array]:
    """Of numbers in order: each once, where its last one stands, and how many there are."""
    last = np.flatnonzero(np.append(keys[1:] != keys[:-1], np.ones(min(1, len(keys)), np.bool_)))
    return keys[last], last, np.diff(last, prepend=-1)


def recommitment(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """The same side promises anew on so many days since anything was last verified."""
    if not scene.has(definition.stances):
        return
    found, view = _promised(definition, scene.sheaf, scene.stage).rows, scene.view
    for at in by_person(owner(found), np.arange(len(found))):
        days, places = np.unique(found["day"][at]), found.places[at]
        if len(days) >= definition.count:
            third_time = date.fromordinal(int(days[definition.count - 1]))
            side = name_of(view, int(found.person("side")[at[0]]))
            measure = f"promised on {len(days)} days since {date.fromordinal(int(days[0])).isoformat()}"
            yield Sighting(
                definition, scene, who_speaks(view, places[0]), third_time, places, measure=measure, side=side
            )


def is_promised_anew(definition: SignalDefinition, stage: Stage) -> list[int]:
    """The numbers of the commitments on which `recommitment` sees anything."""
    found = _promised(definition, stage.roll.sheaf, stage)
    days = _runs(np.sort((found.keyed(owner(found.rows)) << DAY_BITS) | found.rows["day"]))[0]
    keys, _, count = _runs(days >> DAY_BITS)
    numbers: list[int] = np.unique(keys[count >= definition.count] // stage.roll.width).tolist()
    return numbers


def _promised(definition: SignalDefinition, looked: Sheaf, stage: Stage) -> Sheaf:
    """The promises since anything was last verified on their commitment."""
    promises = looked.having(definition.stances)
    rows = promises.rows
    counts = by_role(rows, definition.speakers) & (rows["day"] != UNDATED)
    promises = promises.where(counts & ((rows.role != ROLE["third"]) | stage.joint[rows.speaker]))
    verified = looked.having(VERIFIES)
    verified = verified.where(by_role(verified.rows, ("third", "other")))
    newest = np.full(len(stage.done), UNDATED)
    np.maximum.at(newest, verified.of, verified.rows["day"])
    return promises.where(promises.rows["day"] > newest[promises.of])


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
        yield from kept_out(definition, scene.sheaf, scene)


def is_obstructed(definition: SignalDefinition, stage: Stage) -> list[int]:
    """The numbers of the commitments on which `obstruction` sees anything."""
    found = _keeping_out(definition, stage.roll.sheaf)
    keys, origin = found.keyed(_kept_out_by(found)[1]), found.rows.view.origin[found.rows.places]
    order = np.lexsort((origin, found.rows["day"], keys))
    keys, day, origin = keys[order], found.rows["day"][order], origin[order]
    new = np.ones(len(keys), np.bool_)
    new[1:] = (keys[1:] != keys[:-1]) | (day[1:] != day[:-1]) | (origin[1:] != origin[:-1])
    keys, day = keys[new], day[new]
    each, last, count = _runs(keys)
    lately = day > np.repeat(day[last], count) - definition.days
    often = np.bincount(np.repeat(np.arange(len(each)), count), weights=lately) >= definition.count
    numbers: list[int] = np.unique(each[often] // stage.roll.width).tolist()
    return numbers


def _keeping_out(definition: SignalDefinition, looked: Sheaf) -> Sheaf:
    found = fitting(definition, looked)
    return found.where(found.rows["day"] != UNDATED)


def _kept_out_by(found: Sheaf) -> tuple[Array, Array]:
    """Who kept somebody out, as entries, and the side of each, else the person.

    A monitor or a paper tells of somebody; a party, of itself.
    """
    rows, people = found.rows, found.rows.view.people
    teller = (rows.role == ROLE["third"]) | (rows.role == ROLE["author"])
    doer = np.where(teller, rows["target"], rows.speaker)
    return doer, np.where(people.side[doer] == NONE, people.who[doer], people.side[doer])


def kept_out(definition: SignalDefinition, looked: Sheaf, tied_to: Scene | None) -> Iterator[Sighting]:
    """The rows that tell of it, by side: so many within the last days up to the newest, each day and origin once."""
    sheaf = _keeping_out(definition, looked)
    found, view = sheaf.rows, sheaf.roll.view
    people, (doer, side) = view.people, _kept_out_by(sheaf)
    day, origin = found["day"], view.origin[found.places]
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
            definition, tied_to, name_of(view, int(people.who[entry])) if entry != NONE else None,
            view.oldest(places), places, measure=measure, side=name_of(view, int(people.side[entry])),
        )  # fmt: skip
