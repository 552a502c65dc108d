"""Signs of backtracking, found by the definitions of `vocabulary/signals.yaml`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.core.model import Signal
from trucewatch.vocabulary.signals import SignalDefinition, signal_definitions

from .docket import Docket
from .duty import last_day
from .evidence import Evidence
from .people import Person
from .rules import performance

NARROWS = frozenset({"REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "DENY_OBLIGATION", "DECLARE_CONTINUE"})
# What speaks against a sign: statements and findings that the duty is kept.
COUNTERS = frozenset(
    "AFFIRM COMMIT RECOMMIT CLAIM_COMPLIANCE COMPLY COMPLY_PART REPORT_PROGRESS REPORT_PARTIAL DENY_CONDUCT "
    "THIRD_PARTY_FINDING_BY_COUNTERPARTY finding-done finding-partial finding-none".split()
)
SLIPPED = frozenset({"missed", "overdue_unknown"})
BROKEN = frozenset({"missed", "breached"})


@dataclass(frozen=True)
class _Sighting:
    """A sign seen on one commitment (None: on the agreement as a whole), before its strength is known."""

    definition: SignalDefinition
    case: Docket | None
    actor: str | None
    since: date | None
    evidence: tuple[Evidence, ...]


def find_signals(cases: Sequence[Docket], everything: Sequence[Evidence], as_of: date) -> tuple[Signal, ...]:
    """Every sign that can be observed by the day, per commitment and actor, with what speaks against it.

    Speech alone is to be watched; speech and conduct on one commitment are a signal; with conduct verified
    or the last day passed it is established.
    """
    sightings = [
        sighting for case in cases for definition in signal_definitions() for sighting in _look(definition, case)
    ]
    sightings += [
        sighting for definition in signal_definitions() for sighting in _on_the_whole(definition, cases, everything)
    ]
    return tuple(
        Signal(
            code=sighting.definition.id,
            strength=_strength(sighting, sightings),
            commitment=sighting.case.commitment.id if sighting.case else None,
            actor=sighting.actor,
            since=sighting.since,
            claims=tuple(item.key for item in sighting.evidence),
            counter=_counter(sighting, as_of),
        )
        for sighting in sightings
    )


def _look(definition: SignalDefinition, case: Docket) -> list[_Sighting]:
    match definition.test:
        case "private-public-gap":
            return _private_public_gap(definition, case)
        case "superior-silence":
            return _superior_silence(definition, case)
        case "deadline":
            return _deadline(definition, case)
        case _:
            return _said(definition, case, case.evidence)


def _on_the_whole(
    definition: SignalDefinition, cases: Sequence[Docket], everything: Sequence[Evidence]
) -> list[_Sighting]:
    """Signs known by their words alone count wherever they are said, tied to a clause or not."""
    if not cases or not definition.cues:
        return []
    loose = tuple(item for item in everything if not any(item in case.evidence for case in cases))
    return [_Sighting(s.definition, None, s.actor, s.since, s.evidence) for s in _said(definition, cases[0], loose)]


def _said(definition: SignalDefinition, case: Docket, evidence: Sequence[Evidence]) -> list[_Sighting]:
    """One sighting per actor who said (or showed) what the definition names, often enough and in time."""
    signed = case.agreement.anchors.get("signature")
    limit = (
        signed.when.latest + timedelta(definition.days) if signed and signed.when.latest and definition.days else None
    )
    by_actor: dict[str | None, list[Evidence]] = {}
    for item in evidence:
        if definition.stances and case.stance(item) not in definition.stances:
            continue
        if definition.speakers and case.role(item) not in definition.speakers:
            continue
        if definition.levels and item.level not in definition.levels:
            continue
        if limit and item.day and item.day > limit:
            continue
        if not definition.cued(_words_and_grounds(item)):
            continue
        by_actor.setdefault(item.who, []).append(item)
    return [
        _Sighting(definition, case, actor, _first_day(items), tuple(items))
        for actor, items in by_actor.items()
        if len(items) >= definition.count
    ]


def _private_public_gap(definition: SignalDefinition, case: Docket) -> list[_Sighting]:
    """A private report about a leader or minister, and that side's public narrowing or that person's silence."""
    private: dict[str, list[Evidence]] = {}
    for item in case.evidence:
        if case.stance(item) in definition.stances and item.target and item.target.authority in definition.levels:
            private.setdefault(item.target.id, []).append(item)
    found = []
    for person, reports in private.items():
        public = [item for item in case.evidence if _differs_in_public(item, person, reports[0].target)]
        if public:
            since = max((day for day in (_first_day(reports), _first_day(public)) if day), default=None)
            found.append(_Sighting(definition, case, person, since, (*reports, *public)))
    return found


def _differs_in_public(item: Evidence, person: str, actor: Person | None) -> bool:
    """Whether it is the person's reported silence, or a public narrowing by the person's side."""
    if item.stance == "PUBLIC_SILENCE":
        return item.who == person
    same_side = actor is not None and actor.side is not None and item.side == actor.side
    return item.stance in NARROWS and not item.anonymous and (same_side or item.who == person)


def _superior_silence(definition: SignalDefinition, case: Docket) -> list[_Sighting]:
    """A reported silence, long enough after a subordinate's narrowing."""
    found = []
    for silence in case.evidence:
        if case.stance(silence) not in definition.stances or silence.speaker is None or silence.day is None:
            continue
        before = [
            item
            for item in case.evidence
            if item.stance in NARROWS
            and item.day is not None
            and item.day + timedelta(definition.days) <= silence.day
            and _above(silence, item)
        ]
        if before:
            since = min(item.day for item in before if item.day) + timedelta(definition.days)
            found.append(_Sighting(definition, case, silence.who, since, (*before, silence)))
    return found


def _above(superior: Evidence, subordinate: Evidence) -> bool:
    if superior.level not in ("1", "2", "3") or subordinate.level is None:
        return False
    apart = superior.side is not None and subordinate.side is not None and superior.side != subordinate.side
    return superior.level < subordinate.level and not apart


def _deadline(definition: SignalDefinition, case: Docket) -> list[_Sighting]:
    """The last day passed without a claim of completion, or more time asked for shortly before it."""
    due = last_day(case.commitment)
    if due is None:
        return []
    ruling = performance(case)
    if ruling.rule.value in SLIPPED:
        return [_Sighting(definition, case, None, due + timedelta(1), case.shown(ruling.places))]
    late = tuple(
        item
        for item in case.evidence
        if case.stance(item) in definition.stances
        and case.role(item) in definition.speakers
        and item.day is not None
        and due - timedelta(definition.days) <= item.day <= due
    )
    return [_Sighting(definition, case, late[0].who, _first_day(late), late)] if late else []


def _words_and_grounds(item: Evidence) -> str:
    return f"{item.words} {item.grounds}"


def _first_day(items: Sequence[Evidence]) -> date | None:
    return min((item.day for item in items if item.day), default=None)


def _strength(sighting: _Sighting, sightings: Sequence[_Sighting]) -> str:
    case = sighting.case
    if case is None:
        return "watch"
    axes = {other.definition.axis for other in sightings if other.case is case}
    broken = performance(case).rule.value in BROKEN
    if {"speech", "conduct"} <= axes:
        return "established" if broken or "deadline" in axes else "signal"
    # A last day that passed is more than words, once an independent source says that nothing was done.
    return "signal" if sighting.definition.axis == "deadline" and broken else "watch"


def _counter(sighting: _Sighting, as_of: date) -> tuple[str, ...]:
    """Claims of the day or later than the sign's first that speak against it."""
    if sighting.case is None:
        return ()
    since = sighting.since or as_of
    return tuple(
        item.key
        for item in sighting.case.evidence
        if sighting.case.stance(item) in COUNTERS
        and item not in sighting.evidence
        and (item.day is None or item.day >= since)
    )
