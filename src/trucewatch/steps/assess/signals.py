"""Signs of backtracking, found by the definitions of `vocabulary/signals.yaml`: how strong, and what speaks against them."""

from collections.abc import Callable, Collection, Iterator, Mapping

import numpy as np

from trucewatch.core.model import Signal
from trucewatch.vocabulary.signals import SignalDefinition, bit_of, signal_definitions

from .above import is_silent_above, private_public_gap, superior_silence
from .columns import Array, Mask
from .pairs import is_paired, paired_duty
from .periods import (
    SLIPPED,
    accusation_burst,
    deadline,
    dropped,
    is_dropped,
    is_obstructed,
    is_promised_anew,
    kept_out,
    obstruction,
    recommitment,
)  # fmt: skip
from .roll import Sheaf
from .said import drift, is_conditioned, is_said, precondition, said_here, said_loosely, supply
from .scene import Scene, Sighting, Stage
from .table import UNDATED
from .view import View

BROKEN = frozenset({"missed", "breached"})
STRENGTHS = ("watch", "signal", "established")
# So many claims are named that show a sign, and so many that speak against it: the newest.
MOST_CLAIMS = 50

_TESTS: Mapping[str, Callable[[SignalDefinition, Scene], Iterator[Sighting]]] = {
    "said": said_here,
    "precondition": precondition,
    "private-public-gap": private_public_gap,
    "superior-silence": superior_silence,
    "deadline": deadline,
    "dropped": dropped,
    "drift": drift,
    "obstruction": obstruction,
    "accusation-burst": accusation_burst,
    "recommitment": recommitment,
    "supply": supply,
    "paired-duty": paired_duty,
}

# The commitments on which a test sees anything, for those that are found sooner by looking at all of them at once.
_ARE_SEEN: Mapping[str, Callable[[SignalDefinition, Stage], list[int]]] = {
    "said": is_said,
    "precondition": is_conditioned,
    "superior-silence": is_silent_above,
    "dropped": is_dropped,
    "obstruction": is_obstructed,
    "recommitment": is_promised_anew,
    "paired-duty": is_paired,
}

# Tests that look at the clock, at other commitments, or at claims tied to others.
_LOOK_BEYOND = ("deadline", "dropped", "accusation-burst", "paired-duty")


def find_signals(stage: Stage, only: Collection[str] | None = None) -> tuple[Signal, ...]:
    """Every sign that can be observed by the day, per commitment and actor, with what speaks against it.

    Where more than a few people of a side show a sign on one commitment, one signal stands for the side. Speech alone,
    or conduct alone, is to be watched; speech and conduct on one commitment are a signal; with conduct verified or the
    last day passed it is established. `only` these commitments, where they are given.
    """
    return tuple(_signal(sighting, strength, stage.view) for sighting, strength in _sightings(stage, only))


def strongest(stage: Stage) -> Mapping[str | None, Mapping[str, str]]:
    """By commitment, None for no clause, the codes of its signs in order, each with its highest strength."""
    found: dict[str | None, dict[str, str]] = {}
    for scene, seen in zip(stage.scenes, _seen(stage), strict=True):
        axes = {axis for _, axis in seen}
        own: dict[str, str] = {}
        for definition, _ in seen:
            strength = _strength(definition, axes, scene)
            own[definition.code] = max(own.get(definition.code, strength), strength, key=STRENGTHS.index)
        if own:
            found[scene.commitment.id] = own
    if loose := {sighting.definition.code: "watch" for sighting in _loose(stage)}:
        found[None] = loose
    in_order = {definition.code: n for n, definition in enumerate(signal_definitions())}
    return {about: dict(sorted(own.items(), key=lambda one: in_order[one[0]])) for about, own in found.items()}


def _seen(stage: Stage) -> list[list[tuple[SignalDefinition, str]]]:
    """For each commitment the signs that are seen, each with its axis, the same for all its sightings on one."""
    seen: list[list[tuple[SignalDefinition, str]]] = [[] for _ in stage.scenes]
    worth_a_look = _worth_a_look(stage)
    for n, definition in enumerate(signal_definitions()):
        if definition.test in _ARE_SEEN:
            for number in _ARE_SEEN[definition.test](definition, stage):
                seen[number].append((definition, definition.axis))
        else:
            for number in np.flatnonzero(worth_a_look[:, n]).tolist():
                first = next(_TESTS[definition.test](definition, stage.scenes[number]), None)
                if first:
                    seen[number].append((definition, first.axis or definition.axis))
    return seen


def _sightings(stage: Stage, only: Collection[str] | None = None) -> Iterator[tuple[Sighting, str]]:
    """The signs seen, each with its strength."""
    worth_a_look, definitions = _worth_a_look(stage), signal_definitions()
    for scene in stage.scenes:
        if only is not None and scene.commitment.id not in only:
            continue
        looks = [definitions[n] for n in np.flatnonzero(worth_a_look[scene.number]).tolist()]
        sightings = [s for definition in looks for s in _TESTS[definition.test](definition, scene)]
        axes = {sighting.axis or sighting.definition.axis for sighting in sightings}
        yield from ((sighting, _strength(sighting.definition, axes, scene)) for sighting in sightings)
    if only is None:
        yield from ((sighting, "watch") for sighting in _loose(stage))


def _worth_a_look(stage: Stage) -> Mask:
    """A row for each commitment, a column for each sign: whether its stances and words are there at all.

    Signs of clock and pair are always worth a look.
    """
    definitions, worth = signal_definitions(), np.ones((len(stage.scenes), len(signal_definitions())), np.bool_)
    stances = stage.view.table.texts["stance"]
    for n, definition in enumerate(definitions):
        if definition.stances and definition.test not in _LOOK_BEYOND:
            worth[:, n] = np.any(stage.stances & stances.among(definition.stances), axis=1)
        if bit := bit_of(definition.id):
            worth[:, n] &= stage.words & np.uint64(bit) != 0
    return worth


def _loose(stage: Stage) -> Iterator[Sighting]:
    """Signs that count wherever they are said, in what is tied to no clause."""
    places, seen = _tied_to_nothing(stage), set()
    # One scene for each agreement: its parties say who is who.
    scenes = {id(scene.case.agreement): scene for scene in reversed(stage.scenes)}
    for scene in reversed([*scenes.values()]):
        looked = stage.roll.seen_from(scene.number, scene.case.loose(places))
        for definition in signal_definitions():
            if definition.loose and len(places):
                for sighting in _look_loosely(definition, looked):
                    key = (definition.id, sighting.places.tobytes())
                    if key not in seen:
                        seen.add(key)
                        yield sighting


def _look_loosely(definition: SignalDefinition, looked: Sheaf) -> Iterator[Sighting]:
    if definition.test == "obstruction":
        return kept_out(definition, looked, None)
    return said_loosely(definition, looked)


def _tied_to_nothing(stage: Stage) -> Array:
    """The places of claims that are tied to none of the commitments, each claim once, oldest first."""
    view = stage.view
    commitments = view.table.texts["commitment"]
    # The last two places are those of -1 and -2: the agreement as a whole, and nothing.
    known = np.zeros(len(commitments) + 2, np.bool_)
    known[[commitments.find(case.commitment.id) for case in stage.roll.cases]] = True
    known[-2:] = False
    here = known[view["about"]]
    loose = np.flatnonzero(view.is_first & ~here)
    # A claim that comes first on something else may have a row on a commitment further on.
    tied = np.isin(view["claim"][loose], view["claim"][here & ~view.is_first])
    return view.in_time(loose[~tied])


def _signal(sighting: Sighting, strength: str, view: View) -> Signal:
    scene, places = sighting.scene, sighting.places
    against = _counter(sighting, scene) if scene else places[:0]
    return Signal(
        code=sighting.definition.code,
        strength=strength,
        commitment=scene.commitment.id if scene else None,
        actor=sighting.actor,
        since=sighting.since,
        claims=view.table.keys(view.rows[places[-MOST_CLAIMS:]]),
        counter=view.table.keys(view.rows[against[-MOST_CLAIMS:]]),
        more_claims=max(0, len(places) - MOST_CLAIMS),
        more_counter=max(0, len(against) - MOST_CLAIMS),
        side=sighting.side,
        measure=sighting.measure,
    )


def _strength(definition: SignalDefinition, axes: set[str], scene: Scene) -> str:
    done = scene.done.rule.value
    if {"speech", "conduct"} <= axes:
        return "established" if done in BROKEN | SLIPPED else "signal"
    # A last day that passed is more than words, once an independent source says that nothing was done.
    return "signal" if definition.axis == "deadline" and done in BROKEN else "watch"


def _counter(sighting: Sighting, scene: Scene) -> Array:
    """The places of what speaks against the sign, of its first day or later, oldest first."""
    against, days = scene.against
    if not len(against):
        return against
    since = (sighting.since or scene.case.as_of).toordinal()
    undated, later = np.searchsorted(days, [UNDATED + 1, since])
    found = against[later:] if undated == 0 else np.concatenate([against[:undated], against[max(undated, later) :]])
    own = sighting.places[scene.speaks_against(sighting.places)]
    return found[~np.isin(found, own)] if len(own) else found
