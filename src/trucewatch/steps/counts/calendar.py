"""The report's own period and date, and the days that a count belongs to."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from trucewatch.core.dates import When, of_year, when
from trucewatch.core.model import Document

from .stretches import Stretch, dated, find_stretches

_HEAD = 400
_LONGEST_PERIOD = 200
_PERIOD_WORD = re.compile(
    r"\b(?:period|covering|coverage|week|fortnight|month|report|bulletin|update|summary)\b[^.;]{0,24}$", re.I
)
_ENDS = re.compile(r"\b(?:between|from)\s+(?:\d{1,2}:\d\d\s+(?:on\s+)?)?(?:the\s+)?$", re.I)
_IN = re.compile(r"\b(?:in|during|for|throughout|over)\s+(?:the\s+)?(?:month\s+of\s+|whole\s+of\s+)?$", re.I)
_SINCE = re.compile(
    r"\bsince\s+(?:\w+\s+){0,5}$|\b(?:prior to|before|against|compared (?:with|to)|than in|after|following|until)\s+(?:\w+\s+){0,2}$",
    re.I,
)
_OLD = re.compile(r"\b(?:agreement|protocol|memorandum|resolution|accord|deal|treaty|signed)\b[^.\n]{0,20}$", re.I)
_DATED = re.compile(r"\b(?:as of|issued|published|dated?|released)\b[^.]{0,24}$", re.I)
# "VESK, 6 October 2020 (Northwire) - Monitors said ..."
_PLACE_BEFORE = re.compile(r"(?:^|\n)[^\S\n]*[A-Z][\w .'’/-]{1,40},\s+(?:\w+day,?\s+)?$")
_DASH_AFTER = re.compile(r"\s*(?:[-–—:]|\([^()\n]{2,40}\)\s*[-–—:])")
_HEADING_WORDS = 12
_LONGEST_HEADING = 16
_YEAR_SO_FAR = re.compile(
    r"\b(?:since|from)\s+(?:(?:the\s+)?(?:beginning|start)\s+of|1\s+January|January\s+1,?)\s+(?P<a>(?:19|20)\d\d)\b|\bthe\s+(?P<b>(?:19|20)\d\d)\s+total\b",
    re.I,
)


class Calendar:
    """The stretches of a report, with years where the text gives one; `period` is what it reports on."""

    def __init__(self, document: Document) -> None:
        self.document = document
        found = find_stretches(document.text)
        published = document.published_on.latest if document.published_on else None
        period = _reporting_period(found, document.text)
        reference = published or _own_date(found, document.text, period)
        if period is not None:
            period = _with_year(period, reference, found, document.text)
        if reference is None and period is not None and not period.open:
            reference = date.fromisoformat(period.last)
        self.period = period
        full = {(s.first[5:], s.last[5:]): s for s in found if not s.open}
        # The same days printed in full elsewhere tell the year.
        found = tuple(
            replace(s, first=same.first, last=same.last)
            if s.open and (same := full.get((s.first[5:], s.last[5:])))
            else s
            for s in found
        )
        self.stretches = tuple(dated(s, reference) for s in found) if reference else found
        self._starts = [s.start for s in self.stretches]

    def between(self, start: int, end: int) -> Sequence[Stretch]:
        """The stretches that start in a piece of the text."""
        return self.stretches[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def when(self, stretch: Stretch) -> When:
        """The days of a stretch, tied to its words; computed where the year stands elsewhere."""
        span = self.document.span(stretch.start, stretch.end)
        years = len(re.findall(r"(?:19|20)\d\d", span.exact))
        return when(stretch.edtf, span, computed=years < 1 and not stretch.open)

    def last_before(self, at: int) -> Stretch | None:
        """The nearest stretch with two ends that stands before a place."""
        before = self.stretches[: bisect_left(self._starts, at)]
        return next((s for s in reversed(before[-8:]) if s.kind in ("stretch", "month")), None)


def _reporting_period(found: Sequence[Stretch], text: str) -> Stretch | None:
    """What the report covers: a stretch that it calls so, else the first one, else the month it is of."""
    usable = [s for s in found if not _SINCE.search(s.lead) and not _OLD.search(s.lead)]
    ranges = [s for s in usable if s.kind == "stretch" and 2 <= s.length <= _LONGEST_PERIOD]
    called = [s for s in ranges if _PERIOD_WORD.search(s.lead) or _in_heading(s, text)]
    first = [s for s in ranges if _ENDS.search(s.lead)]
    months = [s for s in usable if s.kind == "month" and (s.start < _HEAD or _IN.search(s.lead))]
    for choice in (called, first, ranges, months):
        if choice:
            around = [m for m in months if m.start < choice[0].start and _holds(m, choice[0])]
            return around[0] if around and choice is not called else choice[0]
    return None


def _holds(month: Stretch, stretch: Stretch) -> bool:
    """Whether a stretch lies in a month: then a report that names the month first is of the month."""
    return month.first[5:] <= stretch.first[5:] <= stretch.last[5:] <= month.last[5:]


def _in_heading(stretch: Stretch, text: str) -> bool:
    """Whether days stand in a line of the head that is no sentence."""
    line = _line_around(stretch, text).strip()
    return stretch.start < _HEAD and len(line.split()) <= _LONGEST_HEADING and not line.endswith(".")


def _line_around(stretch: Stretch, text: str) -> str:
    line_end = text.find("\n", stretch.end)
    return text[text.rfind("\n", 0, stretch.start) + 1 : line_end if line_end >= 0 else len(text)]


def _own_date(found: Sequence[Stretch], text: str, period: Stretch | None) -> date | None:
    """The day that the report bears: a full date in its head, not in a sentence about something else."""
    for s in found:
        if s.start >= _HEAD or s.kind != "day" or s.open or (period is not None and s.start > period.start):
            continue
        dateline = _PLACE_BEFORE.search(s.lead) and _DASH_AFTER.match(text, s.end)
        if _DATED.search(s.lead) or dateline or len(_line_around(s, text).split()) <= _HEADING_WORDS:
            return date.fromisoformat(s.last)
    return None


def _with_year(period: Stretch, reference: date | None, found: Sequence[Stretch], text: str) -> Stretch:
    """The period with its year, or with none where the text gives none."""
    if not period.open:
        return period
    if reference is not None:
        return dated(period, reference)
    for s in found:
        # The same day elsewhere, printed in full.
        if not s.open and s.last[5:] == period.last[5:]:
            return dated(period, date.fromisoformat(s.last))
    so_far = _YEAR_SO_FAR.search(text)
    if so_far:
        # A total for the year so far runs up to the period's end, so that end lies in the year.
        year = so_far["a"] or so_far["b"]
        first = str(int(year) - (period.first[5:] > period.last[5:]))
        return replace(
            period, first=of_year(period.first, first) or period.first, last=of_year(period.last, year) or period.last
        )
    return period
