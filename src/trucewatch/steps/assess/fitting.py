"""Which rows fit a rule, looked for on all commitments of a case at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

import numpy as np

from trucewatch.vocabulary.status_rules import StatusRule

from .columns import NONE, Array, Mask
from .docket import Docket, Rows, joined, spoken_by
from .duty import last_day
from .marks import HEDGED, OUTSIDE
from .people import SPEAKS_FOR_A_SIDE
from .table import UNDATED

NOBODY = np.empty(0, np.int64)
# So many answers are looked up in one go.
MOST_AT_ONCE = 1_000_000


@dataclass(frozen=True, eq=False)
class Lots:
    """Places, one lot for each commitment after the other."""

    places: Array
    bounds: Array

    def __getitem__(self, number: int) -> Array:
        return self.places[self.bounds[number] : self.bounds[number + 1]]


@dataclass(frozen=True, eq=False)
class Sheaf:
    """Rows of several commitments, and for each row the number of its commitment and the last day of the duty."""

    rows: Rows
    of: Array
    due: Array

    def where(self, chosen: Array) -> "Sheaf":
        return Sheaf(self.rows.where(chosen), self.of[chosen], self.due[chosen])


class Fitting:
    """The rows on each of the commitments that fit a rule, without those that were taken back."""

    def __init__(self, cases: Sequence[Docket]) -> None:
        self._cases = cases
        self._fits: dict[tuple[str, int], Lots] = {}
        self._against: dict[str, Sheaf] = {}
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
            against = self._against[rule.id] = _fitting(other, self._own, self._as_of)
        start, stop = np.searchsorted(against.of, [number, number + 1])
        view = against.rows.view
        day, newest = view["day"][against.rows.places[start:stop]], view["day"][found].max()
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

    @cached_property
    def _own(self) -> Sheaf:
        return sheaf([(case, case.own) for case in self._cases])

    @property
    def _as_of(self) -> date:
        return self._cases[0].as_of

    def _look(self, rule: StatusRule) -> Lots:
        found = _fitting(rule, self._own, self._as_of)
        if rule.answered_by:
            found = found.where(~_before(self._answers(rule).last(found.rows, found.of), found))
        return Lots(found.rows.places, np.searchsorted(found.of, np.arange(len(self._cases) + 1)))

    def _answers(self, rule: StatusRule) -> "_Answers":
        known = self._answering.get(rule.answered_by)
        if known is None:
            known = self._answering[rule.answered_by] = _Answers(rule.answered_by, self._own)
        return known

    def _on_the_whole(self, rule: StatusRule, number: int) -> Array:
        """The places on the agreement as a whole; what is said of the commitment itself takes them back, too."""
        key = (rule.id, rule.days, *_looks_the_same(rule, self._cases[number]))
        known = self._whole.get(key)
        if known is None:
            known = self._whole[key] = self._on_the_whole_of(rule, self._cases[number])
        return known[number]

    def _on_the_whole_of(self, rule: StatusRule, case: Docket) -> dict[int, Array]:
        """The same for every commitment from which the whole looks as it does from this one."""
        same = _looks_the_same(rule, case)
        numbers = [n for n, other in enumerate(self._cases) if _looks_the_same(rule, other) == same]
        looked = sheaf([(case, case.whole)])
        found = _fitting(rule, looked, case.as_of)
        if rule.answered_by:
            found = found.where(~_before(_Answers(rule.answered_by, looked).last(found.rows, 0), found))
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


def sheaf(parts: Sequence[tuple[Docket, Rows]]) -> Sheaf:
    """The rows of commitments, one after the other."""
    lengths = [len(rows) for _, rows in parts]
    due = [day.toordinal() if (day := last_day(case.commitment)) else NONE for case, _ in parts]
    return Sheaf(
        joined([rows for _, rows in parts]), np.repeat(np.arange(len(parts)), lengths), np.repeat(due, lengths)
    )


def _fitting(rule: StatusRule, looked: Sheaf, as_of: date) -> Sheaf:
    """What has the stance, the speaker, the grade and the time that the rule names."""
    everything = looked.rows
    stances = everything.view.table.texts["stance"]
    fits = stances.among(rule.stances)[everything.stance]
    if rule.speakers:
        fits &= spoken_by(rule.speakers)[everything.role]
    found = looked.where(np.flatnonzero(fits))
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
        fits &= rows["day"] >= max((as_of - timedelta(rule.days)).toordinal(), UNDATED + 1)
    if rule.after_due:
        # A claim that the day has passed was made after it, dated or not.
        undated = (rows["day"] == UNDATED) & (rows.said == stances.find("MISSED_DEADLINE"))
        fits &= undated | ((found.due != NONE) & (rows["day"] > found.due))
    return found if fits.all() else found.where(np.flatnonzero(fits))


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
        rows, people = looked.rows, looked.rows.view.people
        answering = rows.view.table.texts["stance"].among(stances)[rows.said] & ~rows.anonymous
        chosen = looked.where(np.flatnonzero(answering))
        chosen = chosen.where((chosen.rows.person("who") != NONE) & (chosen.rows["day"] != UNDATED))
        self._width = len(people.names) + 1
        self._by_person = self._newest(chosen, "who")
        level, side = chosen.rows.person("level"), chosen.rows.person("side")
        high = chosen.where(people.names.among(SPEAKS_FOR_A_SIDE)[level] & (side != NONE))
        height = people.height[high.rows.person("level")]
        # By level: the answers of those who are no lower.
        self._by_side = [self._newest(high.where(height <= n + 1), "side") for n in range(len(SPEAKS_FOR_A_SIDE))]

    def last(self, rows: Rows, of: Array | int) -> Array:
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

    def _newest(self, answers: Sheaf, kind: str) -> tuple[Array, Array]:
        """Commitment and person, or side, as one number in order, and the newest day of each."""
        keys, day = answers.of * self._width + answers.rows.person(kind), answers.rows["day"]
        order = np.lexsort((day, keys))
        keys, day = keys[order], day[order]
        newest = np.flatnonzero(np.append(keys[1:] != keys[:-1], np.ones(min(1, len(keys)), np.bool_)))
        return keys[newest], day[newest]

    def _looked_up(self, answers: tuple[Array, Array], of: Array | int, numbers: Array) -> Array:
        keys, days = answers
        asked = np.asarray(of, np.int64) * self._width + numbers
        if not len(keys):
            return np.zeros(asked.shape, np.int32)
        at = np.minimum(np.searchsorted(keys, asked), len(keys) - 1)
        return np.where(keys[at] == asked, days[at], UNDATED)
