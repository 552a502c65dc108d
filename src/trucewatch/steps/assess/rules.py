"""Which rule holds for a commitment, and on which evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from trucewatch.vocabulary.status_rules import StatusRule, status_rules

from .columns import Array
from .docket import Docket
from .duty import end_event
from .fitting import NOBODY, Fitting
from .marks import ECHO
from .roll import Roll

# Of the words that name an end event, this share must stand in the claim that says it happened.
EVENT_SHARE = 2 / 3


@dataclass(frozen=True, eq=False)
class Ruling:
    """The rule that holds, and the places of the evidence that it holds on (none for a rule of the clock)."""

    rule: StatusRule
    places: Array = field(default_factory=lambda: NOBODY)


Rulings = tuple[Ruling, Ruling, Ruling]


def rulings(roll: Roll) -> list[Rulings]:
    """For each commitment how the duty is read, what was done, and where it is going."""
    cases = roll.cases
    if not cases:
        return []
    fitting = Fitting(roll)
    readings, performances = (_first(axis, fitting, cases) for axis in ("reading", "performance"))
    return list(zip(readings, performances, _trends(fitting, cases), strict=True))


def _trends(fitting: Fitting, cases: Sequence[Docket]) -> Iterator[Ruling]:
    """The signs of the last days, when they all point one way."""
    worse, better, steady, unknown = status_rules("trend")
    lately = {*fitting.candidates(worse), *fitting.candidates(better)}
    earlier = {n for rule in _at_any_time(worse, better) for n in fitting.candidates(rule)}
    for n, case in enumerate(cases):
        if n in lately:
            down, up = fitting(worse, n), fitting(better, n)
            if len(down) and len(up):
                yield Ruling(unknown, np.concatenate([down, up]))
            else:
                yield Ruling(worse, down) if len(down) else Ruling(better, up)
        else:
            dated = n in earlier and any(case.view.newest(fitting(rule, n)) for rule in _at_any_time(worse, better))
            yield Ruling(steady if dated else unknown)


@cache
def _at_any_time(*rules: StatusRule) -> tuple[StatusRule, ...]:
    return tuple(replace(rule, days=0) for rule in rules)


def _first(axis: str, fitting: Fitting, cases: Sequence[Docket]) -> list[Ruling]:
    """For each commitment the first rule of the axis that holds, in the order of the rules."""
    found: dict[int, Ruling] = {}
    for rule in status_rules(axis):
        if len(found) == len(cases):
            break
        for number in fitting.candidates(rule):
            if number not in found and (ruling := _ruling(rule, fitting, number, cases[number])):
                found[number] = ruling
    # The last rule of an axis has no conditions.
    return [found[number] for number in range(len(cases))]


def _ruling(rule: StatusRule, fitting: Fitting, number: int, case: Docket) -> Ruling | None:
    if rule.duty != "any" and (rule.duty == "continuous") != case.continuous:
        return None
    if rule.clock not in ("any", case.clock):
        return None
    if rule.event:
        happened = case.view.telling(end_event(case.agreement, case.commitment), EVENT_SHARE)
        return Ruling(rule, happened) if len(happened) else None
    if not rule.stances:
        return Ruling(rule)
    found = fitting(rule, number)
    if not len(found) or _too_few(rule, found, case) or _contradicted(rule, found, fitting, number):
        return None
    return Ruling(rule, found)


def _too_few(rule: StatusRule, found: Array, case: Docket) -> bool:
    """Whether the evidence goes back to fewer origins than the rule asks for."""
    if rule.sources == 1:
        return bool((case.view["marks"][found] & ECHO != 0).all())
    return case.view.independent(found) < rule.sources


def _contradicted(rule: StatusRule, found: Array, fitting: Fitting, number: int) -> bool:
    """Whether the same kind of speaker says otherwise, no earlier than the newest of the evidence."""
    return bool(rule.unless) and fitting.says_otherwise(rule, number, found)
