"""Which rule holds for a commitment, and on which evidence."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import numpy as np

from trucewatch.vocabulary.status_rules import SPEAKERS, StatusRule, status_rules

from .columns import NONE, Array, Mask
from .docket import Docket, Rows
from .duty import clock, continuous, end_event, last_day
from .marks import ECHO, HEDGED, OUTSIDE
from .people import SPEAKS_FOR_A_SIDE
from .table import UNDATED

# Of the words that name an end event, this share must stand in the claim that says it happened.
EVENT_SHARE = 2 / 3
NOBODY = np.empty(0, np.int64)


@dataclass(frozen=True, eq=False)
class Ruling:
    """The rule that holds, and the places of the evidence that it holds on (none for a rule of the clock)."""

    rule: StatusRule
    places: Array = field(default_factory=lambda: NOBODY)


def reading(case: Docket) -> Ruling:
    """How the duty is read."""
    return _first("reading", case)


def performance(case: Docket) -> Ruling:
    """What was done."""
    return _first("performance", case)


def trend(case: Docket) -> Ruling:
    """Where it is going: the signs of the last days, when they all point one way."""
    worse, better, steady, unknown = status_rules("trend")
    down, up = _fitting(worse, case), _fitting(better, case)
    if len(down) and len(up):
        return Ruling(unknown, np.concatenate([down, up]))
    if len(down) or len(up):
        return Ruling(worse, down) if len(down) else Ruling(better, up)
    earlier = np.concatenate([_fitting(replace(rule, days=0), case) for rule in (worse, better)])
    return Ruling(steady if case.view.newest(earlier) else unknown)


def _first(axis: str, case: Docket) -> Ruling:
    for rule in status_rules(axis):
        ruling = _ruling(rule, case)
        if ruling:
            return ruling
    raise LookupError(f"no rule for {axis} holds without conditions")  # the data must end with one


def _ruling(rule: StatusRule, case: Docket) -> Ruling | None:
    if rule.duty != "any" and (rule.duty == "continuous") != continuous(case.agreement, case.commitment):
        return None
    if rule.clock not in ("any", clock(case.commitment, case.as_of)):
        return None
    if rule.event:
        happened = case.view.telling(end_event(case.agreement, case.commitment), EVENT_SHARE)
        return Ruling(rule, happened) if len(happened) else None
    if not rule.stances:
        return Ruling(rule)
    found = _fitting(rule, case)
    if not len(found) or _too_few(rule, found, case) or _contradicted(rule, found, case):
        return None
    return Ruling(rule, found)


def _too_few(rule: StatusRule, found: Array, case: Docket) -> bool:
    """Whether the evidence goes back to fewer origins than the rule asks for."""
    if rule.sources == 1:
        return bool((case.view["marks"][found] & ECHO != 0).all())
    return case.view.independent(found) < rule.sources


def _fitting(rule: StatusRule, case: Docket) -> Array:
    """The places of the rows that fit the rule, without those that were taken back."""
    if not (case.stances & case.view.table.texts["stance"].among(rule.stances)).any():
        return NOBODY
    rows = case.with_whole if rule.scope == "agreement" else case.own
    fits = np.flatnonzero(_fits(rule, rows, case))
    if rule.answered_by and len(fits):
        own = fits < len(case.own)
        on_this = _answered(rule, rows.where(fits[own]), case.own)
        on_the_whole = _answered(rule, rows.where(fits[~own]), rows)
        fits = fits[~np.concatenate([on_this, on_the_whole])]
    return rows.places[fits]


def _contradicted(rule: StatusRule, found: Array, case: Docket) -> bool:
    """Whether the same kind of speaker says otherwise, no earlier than the newest of the evidence."""
    if not rule.unless:
        return False
    rows, newest = case.own, case.view["day"][found].max()
    against = _among(rows, rule.unless) & _by(rows, rule.speakers)
    against &= (rows["day"] >= newest) | (rows["day"] == UNDATED)
    return bool(against.any())


def _fits(rule: StatusRule, rows: Rows, case: Docket) -> Mask:
    fits = _among(rows, rule.stances)
    if not fits.any():
        return fits
    if rule.levels:
        fits &= rows.view.people.names.among(rule.levels)[rows.person("level")]
    if rule.speakers:
        fits &= _by(rows, rule.speakers)
    barred = (OUTSIDE if rule.letter else 0) | (HEDGED if rule.axis == "performance" and not rule.hedged else 0)
    if barred:
        fits &= rows["marks"] & barred == 0
    if rule.grade:
        fits &= _good_enough(rows, rule.grade)
    if rule.days:
        fits &= rows["day"] >= max((case.as_of - timedelta(rule.days)).toordinal(), UNDATED + 1)
    if rule.after_due:
        fits &= _said_after_the_last_day(rows, case)
    return fits


def _among(rows: Rows, stances: tuple[str, ...]) -> Mask:
    return rows.view.table.texts["stance"].among(stances)[rows.stance]


def _by(rows: Rows, speakers: tuple[str, ...]) -> Mask:
    return np.array([role in speakers for role in SPEAKERS])[rows.role]


def _said_after_the_last_day(rows: Rows, case: Docket) -> Mask:
    """A claim that the day has passed was made after it, dated or not."""
    due, day = last_day(case.commitment), rows["day"]
    undated = (day == UNDATED) & (rows.said == rows.view.table.texts["stance"].find("MISSED_DEADLINE"))
    after: Mask = undated if due is None else undated | (day > due.toordinal())
    return after


def _good_enough(rows: Rows, limit: str) -> Mask:
    """Both axes at least as good; F and 6 mean that nobody can judge."""

    def good(grade: str) -> bool:
        return len(grade) == 2 and grade[0] <= limit[0] and grade[1] <= limit[1]

    return rows.view.table.texts["grade"].tested(limit, good)[rows["grade"]]


def _answered(rule: StatusRule, items: Rows, answers: Rows) -> Mask:
    """Whether the same speaker, or somebody above on that side, has publicly taken it back since."""
    people = items.view.people
    answering = items.view.table.texts["stance"].among(rule.answered_by)[answers.said] & ~answers.anonymous
    answering &= (answers.person("who") != NONE) & (answers["day"] != UNDATED)
    later = np.zeros(len(items), np.int32)
    if len(items) and answering.any():
        chosen = answers.where(answering)
        day, who, side = chosen["day"], chosen.person("who"), chosen.person("side")
        by_person = np.zeros(len(people.names) + 1, np.int32)
        np.maximum.at(by_person, who, day)
        # By side: the newest answer of each of the levels 1 to 3, and of those above it.
        high = people.names.among(SPEAKS_FOR_A_SIDE)[chosen.person("level")] & (side != NONE)
        by_side = np.zeros((len(people.names) + 1, len(SPEAKS_FOR_A_SIDE) + 1), np.int32)
        np.maximum.at(by_side, (side[high], people.height[chosen.person("level")[high]]), day[high])
        by_side = np.maximum.accumulate(by_side, axis=1)
        own, above = items.person("who"), people.height[items.person("level")]
        later = np.maximum(by_person[own], by_side[items.person("side"), above])
        later[own == NONE] = UNDATED
    taken_back: Mask = (later > items["day"]) & (items["day"] != UNDATED)
    return taken_back
