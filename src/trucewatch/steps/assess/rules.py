"""Which rule holds for a commitment, and on which evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

import numpy as np

from trucewatch.vocabulary.status_rules import StatusRule, status_rules

from .columns import Array
from .docket import Docket
from .duty import end_event
from .fitting import NOBODY, Fitting
from .marks import ECHO

# Of the words that name an end event, this share must stand in the claim that says it happened.
EVENT_SHARE = 2 / 3


@dataclass(frozen=True, eq=False)
class Ruling:
    """The rule that holds, and the places of the evidence that it holds on (none for a rule of the clock)."""

    rule: StatusRule
    places: Array = field(default_factory=lambda: NOBODY)


Rulings = tuple[Ruling, Ruling, Ruling]


def rulings(cases: Sequence[Docket]) -> list[Rulings]:
    """For each commitment how the duty is read, what was done, and where it is going."""
    fitting = Fitting(cases)
    return [
        (_first("reading", fitting, n, case), _first("performance", fitting, n, case), _trend(fitting, n, case))
        for n, case in enumerate(cases)
    ]


def _trend(fitting: Fitting, number: int, case: Docket) -> Ruling:
    """The signs of the last days, when they all point one way."""
    worse, better, steady, unknown = status_rules("trend")
    down, up = fitting(worse, number), fitting(better, number)
    if len(down) and len(up):
        return Ruling(unknown, np.concatenate([down, up]))
    if len(down) or len(up):
        return Ruling(worse, down) if len(down) else Ruling(better, up)
    earlier = [fitting(rule, number) for rule in _at_any_time(worse, better)]
    return Ruling(steady if any(case.view.newest(places) for places in earlier) else unknown)


@cache
def _at_any_time(*rules: StatusRule) -> tuple[StatusRule, ...]:
    return tuple(replace(rule, days=0) for rule in rules)


def _first(axis: str, fitting: Fitting, number: int, case: Docket) -> Ruling:
    for rule in status_rules(axis):
        ruling = _ruling(rule, fitting, number, case)
        if ruling:
            return ruling
    raise LookupError(f"no rule for {axis} holds without conditions")  # the data must end with one


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
