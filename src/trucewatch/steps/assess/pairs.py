"""The sign that one side has done its part and the other has not."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from trucewatch.vocabulary.signals import SignalDefinition

from .columns import NONE, Array, Mask
from .docket import Rows
from .duty import last_day
from .parties import ROLE
from .periods import SLIPPED
from .scene import Scene, Sighting, among, by_role, is_bearer, name_of

UNDONE = SLIPPED | {"breached"}


def paired_duty(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """Seen in one duty that both owe, and in two duties of one article that ask for the same act."""
    if scene.has(definition.stances):
        yield from _in_one_duty(definition, scene)
    yield from _in_two_duties(definition, scene)


def _in_one_duty(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    rows, view = scene.rows, scene.view
    texts = view.table.texts["stance"]
    # As it was said: of a duty owed together, what one side did counts as a part elsewhere.
    done = texts.among(definition.stances)[rows.said] & _found_by_others(scene)
    undone = among(rows, definition.but) & by_role(rows, ("third", "author", "bearer"))
    if not done.any() or not undone.any():
        return
    by_some, by_others = rows.where(np.flatnonzero(done)), rows.where(np.flatnonzero(undone))
    did, did_not = _side_meant(scene, by_some), _side_meant(scene, by_others)
    with_it = {side for side in did.tolist() if side != NONE}
    for side in dict.fromkeys(did_not.tolist()):
        if side == NONE or side in with_it or not with_it:
            continue
        theirs, own = by_some.places[did != NONE], by_others.places[did_not == side]
        since = max((day for day in (view.oldest(theirs), view.oldest(own)) if day), default=None)
        places = np.concatenate([theirs, own])
        yield Sighting(definition, scene, None, since, places, side=name_of(view, int(side)))


def _found_by_others(scene: Scene) -> Mask:
    """A monitor's finding, or the other party's word for it, which is against its interest."""
    rows = scene.rows
    against_interest = rows.said == rows.view.table.texts["stance"].find("THIRD_PARTY_FINDING_BY_COUNTERPARTY")
    found: Mask = (rows.role == ROLE["third"]) | (against_interest & by_role(rows, ("bearer", "other")))
    return found


def _side_meant(scene: Scene, rows: Rows) -> Array:
    """The side that a row tells of: of whom it speaks, else the speaker's own."""
    speaks_of_itself = is_bearer(scene, rows.speaker) & (rows["target"] == NONE)
    entry = np.where(speaks_of_itself, rows.speaker, rows["target"])
    return np.where(is_bearer(scene, entry), scene.view.people.side[entry], NONE)


def _in_two_duties(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    if scene.done.rule.value not in UNDONE or not scene.act:
        return
    mine, view = scene.case.owing_alone, scene.view
    if mine is None:
        return
    for other in scene.stage.companions[scene.place]:
        theirs = other.case.owing_alone
        if theirs is None or theirs == mine or other.done.rule.value != "fulfilled":
            continue
        places = np.concatenate([other.done.places, scene.done.places])
        yield Sighting(
            definition, scene, None, _both_known(scene, other), places, side=name_of(view, mine),
            measure=f"beside {other.commitment.id}, which is fulfilled",
        )  # fmt: skip


def _both_known(scene: Scene, other: Scene) -> date | None:
    """The first day on which the one was found done and the other was over."""
    due = last_day(scene.commitment)
    over = due + timedelta(1) if due else scene.view.oldest(scene.done.places)
    return max((day for day in (scene.view.oldest(other.done.places), over) if day), default=None)
