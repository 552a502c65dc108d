"""The sign that one side has done its part and the other has not."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from trucewatch.vocabulary.signals import SignalDefinition

from .columns import NONE, Array, Mask
from .duty import last_day
from .parties import ROLE
from .periods import SLIPPED
from .roll import Sheaf
from .scene import Scene, Sighting, Stage, by_role, name_of

UNDONE = SLIPPED | {"breached"}


def paired_duty(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """Seen in one duty that both owe, and in two duties of one article that ask for the same act."""
    if scene.has(definition.stances):
        yield from _in_one_duty(definition, scene)
    yield from _in_two_duties(definition, scene)


def is_paired(definition: SignalDefinition, stage: Stage) -> list[int]:
    """The numbers of the commitments on which `paired_duty` sees anything."""
    by_some, by_others = _done_and_undone(definition, stage.roll.sheaf)
    did, did_not = _side_meant(by_some), _side_meant(by_others)
    with_it = by_some.keyed(did)[did != NONE]
    without = np.setdiff1d(by_others.keyed(did_not)[did_not != NONE], with_it)
    in_one = np.intersect1d(with_it // stage.roll.width, without // stage.roll.width).tolist()
    in_two = [scene.number for scene in stage.scenes if any(_in_two_duties(definition, scene))]
    return sorted({*in_one, *in_two})


def _in_one_duty(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    view, (by_some, by_others) = scene.view, _done_and_undone(definition, scene.sheaf)
    if not len(by_some) or not len(by_others):
        return
    did, did_not = _side_meant(by_some), _side_meant(by_others)
    with_it = {side for side in did.tolist() if side != NONE}
    for side in dict.fromkeys(did_not.tolist()):
        if side == NONE or side in with_it or not with_it:
            continue
        theirs, own = by_some.rows.places[did != NONE], by_others.rows.places[did_not == side]
        since = max((day for day in (view.oldest(theirs), view.oldest(own)) if day), default=None)
        places = np.concatenate([theirs, own])
        yield Sighting(definition, scene, None, since, places, side=name_of(view, int(side)))


def _done_and_undone(definition: SignalDefinition, looked: Sheaf) -> tuple[Sheaf, Sheaf]:
    """What was found done by a monitor, or by the other party against its interest, and what was told to be undone."""
    # As it was said: of a duty owed together, what one side did counts as a part elsewhere.
    done, undone = looked.having(definition.stances, "said"), looked.having(definition.but)
    rows = done.rows
    against_interest = rows.said == rows.view.table.texts["stance"].find("THIRD_PARTY_FINDING_BY_COUNTERPARTY")
    by_others = (rows.role == ROLE["third"]) | (against_interest & by_role(rows, ("bearer", "other")))
    return done.where(by_others), undone.where(by_role(undone.rows, ("third", "author", "bearer")))


def _side_meant(looked: Sheaf) -> Array:
    """The side that a row tells of: of whom it speaks, else the speaker's own."""

    def is_bearer(entries: Array) -> Mask:
        known: Mask = (looked.role_of(entries) == ROLE["bearer"]) & (entries != NONE)
        return known

    speaker, target = looked.rows.speaker, looked.rows["target"]
    entry = np.where(is_bearer(speaker) & (target == NONE), speaker, target)
    return np.where(is_bearer(entry), looked.roll.view.people.side[entry], NONE)


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
