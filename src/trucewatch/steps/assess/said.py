"""Signs that are seen in what somebody says or shows, row by row."""

from collections.abc import Iterator
from datetime import date, timedelta

import numpy as np

from trucewatch.core.model import Agreement, Missing
from trucewatch.vocabulary.matter_words import is_weak, matter_words
from trucewatch.vocabulary.signals import SignalDefinition, bit_of, drifts, pattern_of

from .columns import NONE, Array, Mask
from .docket import Rows
from .duty import slot_words
from .parties import ROLE
from .scene import Scene, Sighting, among, by_actor, by_person, by_role, cued, name_of, of_level, side_of, who_speaks
from .table import UNDATED


def said_here(definition: SignalDefinition, scene: Scene) -> Iterator[Sighting]:
    """What the definition names, said or shown about this commitment."""
    yield from _sightings(definition, scene, scene.rows, _said(definition, scene))


def is_said(definition: SignalDefinition, scene: Scene) -> bool:
    """Whether `said_here` sees anything."""
    return bool(_said(definition, scene).any())


def _said(definition: SignalDefinition, scene: Scene) -> Mask:
    nothing = np.zeros(len(scene.rows), np.bool_)
    if definition.stances and not scene.has(definition.stances):
        return nothing
    if definition.cues and not scene.words & bit_of(definition.id):
        return nothing
    if definition.unless_in_text and pattern_of(definition.unless_in_text).search(clause_words(scene)):
        return nothing
    return fitting(definition, scene.case.agreement, scene.rows)


def said_loosely(definition: SignalDefinition, scene: Scene, rows: Rows) -> Iterator[Sighting]:
    """The same in rows that are tied to no clause."""
    yield from _sightings(definition, None, rows, fitting(definition, scene.case.agreement, rows))


def _sightings(definition: SignalDefinition, scene: Scene | None, rows: Rows, fits: Mask) -> Iterator[Sighting]:
    if fits.any():
        for places, actor, side, people in by_actor(rows.where(np.flatnonzero(fits))):
            yield Sighting(definition, scene, actor, rows.view.oldest(places), places, measure=people, side=side)


def fitting(definition: SignalDefinition, agreement: Agreement, rows: Rows) -> Mask:
    """Which rows have the stance, the words, the speaker and the time that the definition names."""
    fits = among(rows, definition.stances) if definition.stances else np.ones(len(rows), np.bool_)
    if definition.cues:
        fits &= cued(rows, definition.id)
    if not fits.any():
        return fits
    if definition.but:
        fits &= ~among(rows, definition.but)
    if definition.speakers:
        fits &= by_role(rows, definition.speakers)
    if definition.levels:
        fits &= of_level(rows.view, rows.person("level"), definition.levels)
    signed = signed_on(agreement)
    if signed and definition.days and definition.test == "said":
        fits &= rows["day"] <= (signed + timedelta(definition.days)).toordinal()
    if signed and definition.after_signature:
        fits &= happened(rows) > signed.toordinal()
    return fits


def signed_on(agreement: Agreement) -> date | None:
    """The last day on which the agreement may have been signed."""
    signed = agreement.anchors.get("signature")
    return signed.when.latest if signed else None


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
    yield from _sightings(definition, scene, scene.rows, _conditioned(definition, scene))


def is_conditioned(definition: SignalDefinition, scene: Scene) -> bool:
    """Whether `precondition` sees anything."""
    return bool(_conditioned(definition, scene).any())


def _conditioned(definition: SignalDefinition, scene: Scene) -> Mask:
    if not scene.has(definition.stances):
        return np.zeros(len(scene.rows), np.bool_)
    rows, fits = scene.rows, fitting(definition, scene.case.agreement, scene.rows)
    own = _own_conditions(scene)
    if own:
        for at in np.flatnonzero(fits):
            fits[at] = not own & matter_words(_words(rows, int(at))).keys()
    return fits


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
    rows = scene.rows
    fits = fitting(definition, scene.case.agreement, rows)
    fits &= (rows.role == ROLE["backer"]) | (scene.case.roles[rows["target"]] == ROLE["backer"]) & (
        rows["target"] != NONE
    )
    if not fits.any():
        return
    found, people = rows.where(np.flatnonzero(fits)), rows.view.people
    backer = np.where(found.role == ROLE["backer"], found.speaker, found["target"])
    for at in by_person(people.who[backer], np.arange(len(found))):
        entry, places = backer[at[0]], found.places[at]
        actor, side = name_of(rows.view, int(people.who[entry])), name_of(rows.view, int(people.side[entry]))
        yield Sighting(definition, scene, actor, rows.view.oldest(places), places, side=side)
