"""Contradictions between what a report says of the period before and what the earlier report said."""

import calendar
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from trucewatch.core.model import Contradiction, Count, Report

_NO_LIMIT = float("inf")
# A figure of the time before is of the days right before; a report may leave out a day between two periods.
_MOST_DAYS_BETWEEN = 3
_SOME_YEAR = "2023"
_DAY = re.compile(r"(?P<through>(?P<year>\d{4}|XXXX)-(?P<month>\d\d))(?:-(?P<day>\d\d))?")
_SHORT = re.compile(r"\b[A-Z][A-Z-]{2,}\b")


def compare_counts(reports: Sequence[Report]) -> tuple[Contradiction, ...]:
    """Figures for the period before that cannot mean the earlier report's figure, in the reports' order.

    A figure stands for a range: "almost 9,000" for a little less, "over 10,000" for more, a round figure
    for what rounds to it. Two figures contradict each other only where their ranges do not meet.
    """
    return tuple(
        Contradiction(later.document.path, count, earlier.document.path, before, assumed)
        for later in reports
        for count in later.counts
        if count.previous is not None
        for earlier, before, assumed in _figures_before(count, later, reports)
        if not _can_agree(count.previous.value, count.previous.qualifier, before.value, before.qualifier)
    )


def _figures_before(
    count: Count, report: Report, reports: Sequence[Report]
) -> Iterator[tuple[Report, Count, tuple[str, ...]]]:
    """The counts of the same thing, at the same place, for the days right before."""
    ours = _monitors(report)
    for other in reports:
        theirs = _monitors(other)
        # What two missions count is not the same, even over the same days.
        if other is report or (ours and theirs and not ours & theirs):
            continue
        for before in other.counts:
            if before.kind != count.kind or before.scope != count.scope or _place(before) != _place(count):
                continue
            assumed = _comes_right_before(before, count)
            if assumed is not None:
                yield other, before, assumed


def _monitors(report: Report) -> set[str]:
    """The short names, all in capitals, of the bodies of third parties that a report names."""
    bodies = (actor for actor in report.actors if actor.kind == "body" and actor.authority == "T")
    return {word for body in bodies for span in (body.name, *body.mentions) for word in _SHORT.findall(span.exact)}


def _place(count: Count) -> str | None:
    return " ".join(count.where.exact.lower().split()) if count.where and count.scope == "area" else None


def _comes_right_before(before: Count, count: Count) -> tuple[str, ...] | None:
    """What must be assumed for one period to end where the other begins; None where it does not."""
    if before.period is None or count.period is None:
        return None
    one, two = _ends(before.period.edtf), _ends(count.period.edtf)
    if one is None or two is None:
        return None
    missing = "XXXX" in one[1] or "XXXX" in two[0]
    last, first = (_day(d, missing) for d in (one[1], two[0]))
    gap = (first - last).days
    # From December to January, with years left out.
    gap = gap + 365 if missing and gap < -300 else gap
    # Periods of quite different lengths are not one another's "previous period".
    # From half past seven in the evening to half past seven: the periods of daily reports share a day.
    shared = gap == 0 and min(_length(*one), _length(*two)) > 1
    if not (shared or 1 <= gap <= _MOST_DAYS_BETWEEN) or not _alike_in_length(one, two):
        return None
    assumed = ("the two periods are of one year: a year is not printed",) if missing else ()
    return (*assumed, "the one period ends on the day on which the other begins") if shared else assumed


def _ends(edtf: str) -> tuple[str, str] | None:
    """The first and the last day; None for a period that is open or that names no days or months."""
    first, _, last = edtf.partition("/")
    found = _DAY.fullmatch(first), _DAY.fullmatch(last or first)
    if found[0] is None or found[1] is None:
        return None
    year, month = found[1]["year"], int(found[1]["month"])
    length = calendar.monthrange(int(_SOME_YEAR if year == "XXXX" else year), month)[1]
    return f"{found[0]['through']}-{found[0]['day'] or '01'}", f"{found[1]['through']}-{found[1]['day'] or length}"


def _day(day: str, yearless: bool) -> date:
    year = _SOME_YEAR if yearless else day[:4]
    return date.fromisoformat(f"{year}{day[4:]}".replace("02-29", "02-28") if yearless else day)


def _alike_in_length(one: tuple[str, str], two: tuple[str, str]) -> bool:
    lengths = [_length(*ends) for ends in (one, two)]
    return max(lengths) <= 2 * min(lengths)


def _length(first: str, last: str) -> int:
    days = (_day(last, True) - _day(first, True)) // timedelta(1) + 1
    return days if days > 0 else days + 365


def _can_agree(value: int, qualifier: str, other: int, other_qualifier: str) -> bool:
    low, high = meant_by(value, qualifier)
    other_low, other_high = meant_by(other, other_qualifier)
    return low <= other_high and other_low <= high


def meant_by(value: int, qualifier: str) -> tuple[float, float]:
    """The lowest and highest number that a figure can stand for.

    The slack is the size of its last digit that is not zero, at most a tenth of the figure: 1,000 for
    10,000, 100 for 11,900, nothing but the figure itself for 43.
    """
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    slack = min(step, value / 10)
    match qualifier:
        case "over":
            return value, value + slack
        case "almost":
            return value - slack, value
        case "about":
            return value - max(slack, value / 20), value + max(slack, value / 20)
        case "at_least":
            return value, _NO_LIMIT
        case "at_most":
            return 0, value
        case _:
            # Without a word for it, hundreds and thousands are still as a rule rounded.
            rounding = slack / 2 if step >= 100 else 0
            return value - rounding, value + rounding
