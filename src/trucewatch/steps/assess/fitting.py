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
from .people import SPEAKS_FOR_A_SIDE, People
from .table import UNDATED

NOBODY = np.empty(0, np.int64)


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

    def __call__(self, rule: StatusRule, number: int) -> Array:
        """The places, on the commitment of this number; where the rule asks for it, on its agreement as a whole, too."""
        found, case = self._found(rule), self._cases[number]
        if rule.scope == "agreement" and case.has_whole:
            return np.concatenate([found[number], _on_the_whole(rule, case)])
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
            found = found.where(~_answered(rule, found, self._own))
        return Lots(found.rows.places, np.searchsorted(found.of, np.arange(len(self._cases) + 1)))


def sheaf(parts: Sequence[tuple[Docket, Rows]]) -> Sheaf:
    """The rows of commitments, one after the other."""
    lengths = [len(rows) for _, rows in parts]
    due = [day.toordinal() if (day := last_day(case.commitment)) else NONE for case, _ in parts]
    return Sheaf(
        joined([rows for _, rows in parts]), np.repeat(np.arange(len(parts)), lengths), np.repeat(due, lengths)
    )


def _on_the_whole(rule: StatusRule, case: Docket) -> Array:
    """The places on the agreement as a whole; what is said of the commitment itself takes them back, too."""
    found = _fitting(rule, sheaf([(case, case.whole)]), case.as_of)
    if rule.answered_by and len(found.rows):
        answers = joined([case.own, case.whole])
        both = Sheaf(answers, np.zeros(len(answers), np.int64), np.zeros(len(answers), np.int64))
        found = found.where(~_answered(rule, found, both))
    return found.rows.places


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


def _answered(rule: StatusRule, items: Sheaf, answers: Sheaf) -> Mask:
    """Whether the same speaker, or somebody above on that side, has publicly taken it back since, on that commitment."""
    people, rows = items.rows.view.people, answers.rows
    answering = rows.view.table.texts["stance"].among(rule.answered_by)[rows.said] & ~rows.anonymous
    chosen = answers.where(np.flatnonzero(answering))
    chosen = chosen.where((chosen.rows.person("who") != NONE) & (chosen.rows["day"] != UNDATED))
    later = np.zeros(len(items.rows), np.int32)
    if len(later) and len(chosen.rows):
        own = items.rows.person("who")
        later = np.maximum(_newest(chosen, "who", items), _from_above(chosen, items, people))
        later[own == NONE] = UNDATED
    day = items.rows["day"]
    taken_back: Mask = (later > day) & (day != UNDATED)
    return taken_back


def _from_above(answers: Sheaf, items: Sheaf, people: People) -> Array:
    """The day of the newest answer of the speaker's side by somebody of levels 1 to 3 who is no lower."""
    high = people.names.among(SPEAKS_FOR_A_SIDE)[answers.rows.person("level")] & (answers.rows.person("side") != NONE)
    answers = answers.where(high)
    height, above = people.height[answers.rows.person("level")], people.height[items.rows.person("level")]
    later = np.zeros(len(items.rows), np.int32)
    for level in range(1, len(SPEAKS_FOR_A_SIDE) + 1):
        asked = above == level
        later[asked] = _newest(answers.where(height <= level), "side", items.where(asked))
    return later


def _newest(answers: Sheaf, kind: str, items: Sheaf) -> Array:
    """For each item the day of the newest answer by the same person, or side, on the same commitment; 0 for none."""
    found = np.zeros(len(items.rows), np.int32)
    if not len(answers.rows) or not len(found):
        return found
    width = len(answers.rows.view.people.names) + 1
    keys, day = answers.of * width + answers.rows.person(kind), answers.rows["day"]
    order = np.lexsort((day, keys))
    keys, day = keys[order], day[order]
    asked = items.of * width + items.rows.person(kind)
    # The last of a key is the newest.
    at = np.searchsorted(keys, asked, side="right") - 1
    known = (at >= 0) & (keys[at] == asked)
    found[known] = day[at[known]]
    return found
