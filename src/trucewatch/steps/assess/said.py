"""Signs that are seen in what somebody says or shows, row by row."""

from collections.abc import Iterator

import numpy as np

from trucewatch.core.model import Missing
from trucewatch.vocabulary.matter_words import is_weak, matter_words
from trucewatch.vocabulary.signals import SignalDefinition, bit_of, drifts, pattern_of

from .columns import NONE, Array, Mask
from .docket import Rows
from .duty import slot_words
from .parties import ROLE
from .roll import Sheaf
from .scene import (
    Scene,
    Sighting,
    Stage,
    among,
    by_actor,
    by_person,
    by_role,
    cued,
    name_of,
    of_level,
    side_of,
    who_speaks,
)
from .table import UNDATED


def said_here(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """What the definition names, said or shown about this commitment."""
    if _may_be_said(definition, scene):
        yield from _sightings(definition, scene, fitting(definition, scene.sheaf))


def is_said(definition: SignalDefinition, stage: Stage) -> list[int]:
    """The numbers of the commitments on which `said_here` sees anything."""
    found = fitting(definition, stage.roll.sheaf).numbers()
    return [number for number in found if _may_be_said(definition, stage.scenes[number])]


def _may_be_said(definition: SignalDefinition, scene: Scene) -> bool:
    """Whether the clause has none of the words beside which the sign is none."""
    barring = definition.unless_in_text
    return not (barring and pattern_of(barring).search(clause_words(scene)))


def said_loosely(definition: SignalDefinition, looked: Sheaf) -> Iterator[Sighting]:
    """The same in rows that are tied to no clause."""
    yield from _sightings(definition, None, fitting(definition, looked))


def _sightings(definition: SignalDefinition, scene: Scene | None, found: Sheaf) -> Iterator[Sighting]:
    if len(found):
        for places, actor, side, people in by_actor(found.rows):
            yield Sighting(definition, scene, actor, found.roll.view.oldest(places), places, measure=people, side=side)


def fitting(definition: SignalDefinition, looked: Sheaf) -> Sheaf:
    """The rows that have the stance, the words, the speaker and the time that the definition names."""
    found = looked
    if definition.stances:
        found = found.having(definition.stances)
    if definition.cues:
        found = found.worded() if found is looked else found
        found = found.where(cued(found.rows, definition.id))
    rows = found.rows
    fits = np.ones(len(rows), np.bool_)
    if definition.but:
        fits &= ~among(rows, definition.but)
    if definition.speakers:
        fits &= by_role(rows, definition.speakers)
    if definition.levels:
        fits &= of_level(rows.view, rows.person("level"), definition.levels)
    signed = found.signed
    if definition.days and definition.test == "said":
        fits &= (signed == NONE) | (rows["day"] <= signed + definition.days)
    if definition.after_signature:
        fits &= (signed == NONE) | (happened(rows) > signed)
    return found if fits.all() else found.where(fits)


def happened(rows: Rows) -> Array:
    """When what a row tells of took place, else when it was told."""
    told: Array = rows.view.table.rows["happened"][rows.view.rows[rows.places]]
    return np.where(told == UNDATED, rows["day"], told)


def clause_words(scene: Scene) -> str:
    """The commitment's sentence in the working text."""
    return scene.case.agreement.document.text[scene.commitment.start : scene.commitment.end]


# ----------------------------------------------------------------------- signs with a look at the clause


def precondition(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """A condition, unless the clause has it as its own condition or trigger."""
    if scene.has(definition.stances):
        yield from _sightings(definition, scene, _conditioned(fitting(definition, scene.sheaf), scene))


def is_conditioned(definition: SignalDefinition, stage: Stage) -> list[int]:
    """The numbers of the commitments on which `precondition` sees anything."""
    found = fitting(definition, stage.roll.sheaf)
    bounds = found.bounds()
    return [
        number
        for number in found.numbers()
        if len(_conditioned(found.where(np.arange(bounds[number], bounds[number + 1])), stage.scenes[number]))
    ]


def _conditioned(found: Sheaf, scene: Scene) -> Sheaf:
    """Without those that name a condition of the clause itself."""
    own = _own_conditions(scene)
    if not own or not len(found):
        return found
    others = [not own & matter_words(_words(found.rows, at)).keys() for at in range(len(found))]
    return found.where(np.array(others, np.bool_))


def _own_conditions(scene: Scene) -> frozenset[str]:
    """The words of the clause's own condition and trigger, without those that any clause has."""
    slots = scene.commitment.slots
    given = [slot for slot in (slots.condition, slots.trigger) if not isinstance(slot, Missing)]
    words = " ".join(slot_words(scene.case.agreement, slot) for slot in given)
    return frozenset(word for word in matter_words(words) if not is_weak(word)) - scene.act if words else frozenset()


def _words(rows: Rows, at: int) -> str:
    return rows.view.table.words(int(rows.view.rows[rows.places[at]]))


def drift(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """A weaker word in place of one that the clause, or the agreement's title, has."""
    bits = [(bit_of(f"drift {pair.id}"), pair) for pair in drifts()]
    if not scene.words & sum(bit for bit, _ in bits) or not scene.has(definition.stances):
        return
    agreement = scene.case.agreement
    text = f"{agreement.title.exact if agreement.title else ''} {clause_words(scene)}"
    rows = scene.rows
    fits = among(rows, definition.stances) & (by_role(rows, definition.speakers) | _joint(scene))
    for bit, pair in bits:
        if scene.words & bit and pattern_of((pair.clause,)).search(text):
            places = rows.places[fits & (rows["cues"] & np.uint64(bit) != 0)]
            if len(places):
                actor, side = who_speaks(rows.view, places[0]), side_of(rows.view, places[0])
                measure = f"words: {pair.id.replace('-', ' to ')}"
                yield Sighting(definition, scene, actor, rows.view.oldest(places), places, measure=measure, side=side)


def _joint(scene: Scene) -> Mask:
    """Whether the speaker is a body of the parties together, by its name, and no party and no outside state."""
    rows = scene.rows
    return by_role(rows, ("third", "unplaced")) & scene.stage.joint[rows.speaker]


def supply(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """Deliveries by an outside state, told by itself or by a source that is no party and names it."""
    if not scene.words & bit_of(definition.id):
        return
    rows = fitting(definition, scene.sheaf).rows
    outside = (scene.case.roles[rows["target"]] == ROLE["backer"]) & (rows["target"] != NONE)
    found, people = rows.where((rows.role == ROLE["backer"]) | outside), rows.view.people
    backer = np.where(found.role == ROLE["backer"], found.speaker, found["target"])
    for at in by_person(people.who[backer], np.arange(len(found))):
        entry, places = backer[at[0]], found.places[at]
        actor, side = name_of(rows.view, int(people.who[entry])), name_of(rows.view, int(people.side[entry]))
        yield Sighting(definition, scene, actor, rows.view.oldest(places), places, side=side)
