"""Dates that admit what they do not know.

A `When` is an EDTF expression (the subset `2025`, `2025-01`, `2025-01-XX`, `XXXX-01-05`, `2025-01?`,
`2025~`, `a/b`, `../b`, `a/..`) with the earliest and the latest day it can mean. Nothing here reads
the clock, and nothing guesses: where two readings remain, both are kept.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from .quotes import Span


@dataclass(frozen=True, slots=True)
class When:
    """A point or stretch of time as a source gives it; `alternatives` hold what contradicts it."""

    edtf: str
    earliest: date | None
    latest: date | None
    alternatives: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    computed: bool = False

    @property
    def conflict(self) -> bool:
        return bool(self.alternatives)


@dataclass(frozen=True, slots=True)
class Due:
    """The days between which a duty falls due, and every assumption that the arithmetic made."""

    earliest: date | None
    latest: date | None
    assumes: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class CannotCompute:
    """Why no day can be named: the text does not give it."""

    reason: str


@dataclass(frozen=True, slots=True)
class Duration:
    """`count` of `unit`: hour, day, working-day, week, month or year."""

    count: int
    unit: str

    def __str__(self) -> str:
        return f"{self.count} {self.unit.replace('-', ' ')}{'' if self.count == 1 else 's'}"


_PART = re.compile(r"(?P<y>\d{4}|XXXX)(?:-(?P<m>\d\d|XX)(?:-(?P<d>\d\d|XX))?)?(?:T\d\d:\d\d(?::\d\d)?)?[?~%]?")


def edtf_range(edtf: str) -> tuple[date | None, date | None]:
    """(earliest, latest) day of an EDTF expression; None for an open or unknown end.

    Raises ValueError for anything outside the subset.
    """
    if edtf.count("/") == 1:
        first, _, last = edtf.partition("/")
        return (
            None if first in ("..", "") else edtf_range(first)[0],
            None if last in ("..", "") else edtf_range(last)[1],
        )
    match = _PART.fullmatch(edtf)
    if not match:
        raise ValueError(f"not an EDTF date of the subset in use: {edtf!r}")
    year, month, day = match["y"], match["m"], match["d"]
    if year == "XXXX":
        return None, None
    y = int(year)
    if month in (None, "XX"):
        return date(y, 1, 1), date(y, 12, 31)
    m = int(month)
    if day in (None, "XX"):
        return date(y, m, 1), date(y, m, last_day(y, m))
    exact = date(y, m, int(day))
    return exact, exact


def of_year(edtf: str, year: int | str) -> str | None:
    """The expression with its missing year; None where that year has no such day: 29 February."""
    filled = edtf.replace("XXXX", str(year))
    try:
        edtf_range(filled)
    except ValueError:
        return None
    return filled


_LEAP_YEAR, _COMMON_YEAR = 2000, 2001
_WEEK = timedelta(7)


def lacks_year(edtf: str) -> bool:
    """Whether an expression gives a day or month of an unknown year: `XXXX-01-05`."""
    return edtf.startswith("XXXX")


def counted_from(when: When | None, unit: str = "day") -> date | None:
    """The last day of a date that is precise enough to count from.

    "Friday" (a `day`) is counted from a day or a week, "last month" from a `month`, "last year" from a `year`; else None.
    """
    if when is None or when.earliest is None or when.latest is None:
        return None
    first, last = when.earliest, when.latest
    month = unit == "month" and (first.year, first.month) == (last.year, last.month)
    year = unit == "year" and first.year == last.year
    return last if month or year or last - first < _WEEK else None


def days_later(edtf: str, days: int) -> str | None:
    """The day so many days after one of an unknown year; None where that depends on whether the year has a 29 February."""
    whole = (of_year(edtf, year) for year in (_LEAP_YEAR, _COMMON_YEAR))
    moved = {(date.fromisoformat(day) + timedelta(days)).strftime("XXXX-%m-%d") for day in whole if day is not None}
    return moved.pop() if len(moved) == 1 else None


def when(edtf: str, *spans: Span, alternatives: tuple[str, ...] = (), computed: bool = False) -> When:
    """A `When` for an EDTF expression, with its range worked out."""
    earliest, latest = edtf_range(edtf)
    return When(edtf, earliest, latest, alternatives, tuple(spans), computed)


def lies_in(when: When, other: When) -> bool:
    """Whether a day is one of those that another leaves open: 11 January, and "last week"."""
    if when.alternatives or other.alternatives or other.earliest is None or other.latest is None:
        return when == other
    return (
        when.earliest is not None
        and when.latest is not None
        and other.earliest <= when.earliest <= when.latest <= other.latest
    )


def last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def add_duration(start: date, duration: Duration) -> tuple[date, date, str | None]:
    """(earliest, latest, note): the day `duration` after `start`, day 0 being `start` itself.

    Months are calendar months, never 30 days. Where the month has no such day (31 January plus one
    month) the last day of that month and the first of the next are both kept and the note says so.
    Working days are not computed: which days count depends on the place.
    """
    match duration.unit:
        case "hour":
            days, rest = divmod(duration.count, 24)
            # Without a clock time, part of a day can end on either of two days.
            return start + timedelta(days), start + timedelta(days + bool(rest)), None
        case "day":
            end = start + timedelta(duration.count)
            return end, end, None
        case "week":
            end = start + timedelta(weeks=duration.count)
            return end, end, None
        case "month" | "year":
            months = duration.count * (12 if duration.unit == "year" else 1)
            index = start.month - 1 + months
            year, month = start.year + index // 12, index % 12 + 1
            final = last_day(year, month)
            if start.day <= final:
                end = date(year, month, start.day)
                return end, end, None
            low = date(year, month, final)
            return low, low + timedelta(1), f"there is no day {start.day} in {year}-{month:02d}: both readings are kept"
        case _:
            raise ValueError(f"cannot count {duration.unit.replace('-', ' ')}s without a calendar of the place")


def shift(day: date, days: int) -> date:
    return day + timedelta(days)
