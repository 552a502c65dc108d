"""Which rows fit a rule, looked for on all commitments of a case at once."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from trucewatch.vocabulary.status_rules import StatusRule

from .columns import NONE, Array, Mask
from .docket import Docket, Rows, spoken_by
from .duty import last_day
from .marks import HEDGED, OUTSIDE
from .people import SPEAKS_FOR_A_SIDE
from .roll import DAY_BITS, Lots, Roll, Sheaf
from .table import UNDATED

NOBODY = np.empty(0, np.int64)
# So many answers are looked up in one go.
MOST_AT_ONCE = 1_000_000


class Fitting:
    """The rows on each of the commitments that fit a rule, without those that were taken back."""

    def __init__(self, roll: Roll) -> None:
        self._roll, self._cases = roll, roll.cases
        self._fits: dict[tuple[str, int], Lots] = {}
        self._against: dict[str, Lots] = {}
        self._answering: dict[tuple[str, ...], _Answers] = {}
        # What fits a rule among the rows on the whole, by number of the commitment.
        self._whole: dict[tuple[str, int, int, date | None], dict[int, Array]] = {}

    def __call__(self, rule: StatusRule, number: int) -> Array:
        """The places, on the commitment of this number; where the rule asks for it, on its agreement as a whole, too."""
        found = self._found(rule)
        if rule.scope == "agreement" and self._cases[number].has_whole:
            return np.concatenate([found[number], self._on_the_whole(rule, number)])
        return found[number]

    def candidates(self, rule: StatusRule) -> Iterable[int]:
        """The numbers of the commitments on which any row may fit the rule; all of them for a rule that asks for none."""
        if not rule.stances or (rule.scope == "agreement" and self._has_whole):
            return range(len(self._cases))
        found: list[int] = np.flatnonzero(np.diff(self._found(rule).bounds)).tolist()
        return found

    def says_otherwise(self, rule: StatusRule, number: int, found: Array) -> bool:
        """Whether the kind of speaker that the rule names says what keeps it from holding, no earlier than `found`."""
        against = self._against.get(rule.id)
        if against is None:
            other = replace(rule, stances=rule.unless, levels=(), grade=None, letter=False, hedged=True, days=0,
                            after_due=False, answered_by=())  # fmt: skip
            against = self._against[rule.id] = self._look(other)
        days = self._roll.view["day"]
        day, newest = days[against[number]], days[found].max()
        return bool(((day >= newest) | (day == UNDATED)).any())

    def _found(self, rule: StatusRule) -> Lots:
        key = (rule.id, rule.days)
        found = self._fits.get(key)
        if found is None:
            found = self._fits[key] = self._look(rule)
        return found

    @cached_property
    def _has_whole(self) -> bool:
        return any(case.has_whole for case in self._cases)

    def _look(self, rule: StatusRule) -> Lots:
        found = _fitting(rule, self._roll.sheaf)
        if rule.answered_by:
            found = found.where(~_before(self._answers(rule).last(found.rows, found.of), found))
        return found.lots()

    def _answers(self, rule: StatusRule) -> "_Answers":
        known = self._answering.get(rule.answered_by)
        if known is None:
            known = self._answering[rule.answered_by] = _Answers(rule.answered_by, self._roll.sheaf)
        return known

    def _on_the_whole(self, rule: StatusRule, number: int) -> Array:
        """The places on the agreement as a whole; what is said of the commitment itself takes them back, too."""
        key = (rule.id, rule.days, *_looks_the_same(rule, self._cases[number]))
        known = self._whole.get(key)
        if known is None:
            known = self._whole[key] = self._on_the_whole_of(rule, number)
        return known[number]

    def _on_the_whole_of(self, rule: StatusRule, number: int) -> dict[int, Array]:
        """The same for every commitment from which the whole looks as it does from this one."""
        same = _looks_the_same(rule, self._cases[number])
        numbers = [n for n, other in enumerate(self._cases) if _looks_the_same(rule, other) == same]
        looked = self._roll.on_the_whole(number)
        found = _fitting(rule, looked)
        if rule.answered_by:
            own = _Answers(rule.answered_by, looked)
            found = found.where(~_before(own.last(found.rows, found.of), found))
        places: Array = found.rows.places
        if not rule.answered_by or not len(places):
            return dict.fromkeys(numbers, places)
        answers, at_once = self._answers(rule), max(1, MOST_AT_ONCE // len(places))
        kept: dict[int, Array] = {}
        for start in range(0, len(numbers), at_once):
            some = numbers[start : start + at_once]
            # A row for each commitment, a column for each place.
            stand = ~_before(answers.last(found.rows, np.array(some)[:, None]), found)
            kept |= {n: places[own] for n, own in zip(some, stand, strict=True)}
        return kept


def _looks_the_same(rule: StatusRule, case: Docket) -> tuple[int, date | None]:
    """What is the same for two commitments from which the rows on the whole look the same."""
    return id(case.whole), last_day(case.commitment) if rule.after_due else None


def _fitting(rule: StatusRule, looked: Sheaf) -> Sheaf:
    """What has the stance, the speaker, the grade and the time that the rule names."""
    found = looked.having(rule.stances)
    if rule.speakers:
        found = found.where(spoken_by(rule.speakers)[found.rows.role])
    rows = found.rows
    fits = np.ones(len(rows), np.bool_)
    if rule.levels:
        fits &= rows.view.people.names.among(rule.levels)[rows.person("level")]
    barred = (OUTSIDE if rule.letter else 0) | (HEDGED if rule.axis == "performance" and not rule.hedged else 0)
    if barred:
        fits &= rows["marks"] & barred == 0
    if rule.grade:
        fits &= _good_enough(rows, rule.grade)
    if rule.days:
        fits &= rows["day"] >= max((rows.view.as_of - timedelta(rule.days)).toordinal(), UNDATED + 1)
    if rule.after_due:
        # A claim that the day has passed was made after it, dated or not.
        undated = (rows["day"] == UNDATED) & (rows.said == rows.view.table.texts["stance"].find("MISSED_DEADLINE"))
        fits &= undated | ((found.due != NONE) & (rows["day"] > found.due))
    return found if fits.all() else found.where(fits)


def _good_enough(rows: Rows, limit: str) -> Mask:
    """Both axes at least as good; F and 6 mean that nobody can judge."""

    def good(grade: str) -> bool:
        return len(grade) == 2 and grade[0] <= limit[0] and grade[1] <= limit[1]

    return rows.view.table.texts["grade"].tested(limit, good)[rows["grade"]]


def _before(answered: Array, items: Sheaf) -> Mask:
    """Which rows were taken back, by the day on which they were answered last; nothing without a day is."""
    day = items.rows["day"]
    taken_back: Mask = (answered > day) & (day != UNDATED)
    return taken_back


class _Answers:
    """Who publicly said on which commitment what takes a row back, and when last: each person, and each side by level."""

    def __init__(self, stances: tuple[str, ...], looked: Sheaf) -> None:
        answering = looked.having(stances, "said")
        rows, people = answering.rows, answering.rows.view.people
        dated = ~rows.anonymous & (rows.person("who") != NONE) & (rows["day"] != UNDATED)
        chosen = answering.where(dated)
        self._width = answering.roll.width
        self._by_person = _newest(chosen, "who")
        level, side = chosen.rows.person("level"), chosen.rows.person("side")
        high = chosen.where(people.names.among(SPEAKS_FOR_A_SIDE)[level] & (side != NONE))
        height = people.height[high.rows.person("level")]
        # By level: the answers of those who are no lower.
        self._by_side = [_newest(high.where(height <= n + 1), "side") for n in range(len(SPEAKS_FOR_A_SIDE))]

    def last(self, rows: Rows, of: Array) -> Array:
        """The day of the last answer to each row, on the commitments `of`; 0 for none.

        `of` has a number for each row, or is a column of numbers: then there is a row of days for each of them.
        """
        people, own = rows.view.people, rows.person("who")
        later = self._looked_up(self._by_person, of, own)
        above, side = people.height[rows.person("level")], rows.person("side")
        for n, answers in enumerate(self._by_side, start=1):
            later = np.where(above == n, np.maximum(later, self._looked_up(answers, of, side)), later)
        later[..., own == NONE] = UNDATED
        return later

    def _looked_up(self, answers: tuple[Array, Array], of: Array, numbers: Array) -> Array:
        keys, days = answers
        asked = of.astype(np.int64) * self._width + (numbers + 1)
        if not len(keys):
            return np.zeros(asked.shape, np.int64)
        at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
        return np.where(keys[at] == asked, days[at], UNDATED)


def _newest(answers: Sheaf, kind: str) -> tuple[Array, Array]:
    """Commitment and person, or side, as one number in order, and the newest day of each."""
    in_order = np.sort((answers.keyed(answers.rows.person(kind)) << DAY_BITS) | answers.rows["day"])
    keys = in_order >> DAY_BITS
    newest = np.flatnonzero(np.append(keys[1:] != keys[:-1], np.ones(min(1, len(keys)), np.bool_)))
    return keys[newest], in_order[newest] & ((1 << DAY_BITS) - 1)
