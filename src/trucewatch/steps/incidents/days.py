"""The days that events are dated by: dates in their sentence, in front of their paragraph, or counted from another event."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from trucewatch.core.date_words import BETWEEN, DateMention, find_dates, weekday_before, with_year
from trucewatch.core.dates import When, counted_from, edtf_range, of_year, when
from trucewatch.core.model import Document

_HEAD = 300
# Any leap year will do to measure days whose year is not known.
_SOME_YEAR = 2024
_BOUND = re.compile(
    r"\b(?:since|until|till|by|as of|before|after|prior to|from|through|of the|than in|against \d+ on)\s+(?:the\s+)?$",
    re.I,
)
_FROM = re.compile(r"\bfrom\s+$", re.I)
_DAY_BEFORE = re.compile(
    r"\b(?:the\s+(?:day|night|evening|morning)\s+before\b(?!\s+yesterday)|the\s+previous\s+night)", re.I
)
_MONTH_DAY = re.compile(r"\b[Oo]n the (?P<day>\d{1,2})(?:st|nd|rd|th)\b(?! of)")
_LAW = re.compile(
    r"\b(?:agreement|protocol|resolution|memorandum|accord|signed|treaty|arrangement)s?\s+(?:of|on|dated)\s+$", re.I
)


@dataclass(frozen=True, slots=True)
class Named:
    """Days that the text names. `fixed` says that the words themselves hold a date."""

    start: int
    end: int
    when: When
    fixed: bool


class Days:
    """The date mentions of a document, resolved as far as its own dates allow."""

    def __init__(self, document: Document) -> None:
        self.document = document
        found = find_dates(document.text)
        self._mentions = [m for m in found if m.kind not in ("year", "month", "week")]
        self._starts = [m.start for m in self._mentions]
        self._reference = self._own_day(found)
        # In a text of which only the month is known "Friday" has no day.
        self._today = counted_from(document.published_on) if document.published_on else self._reference
        self._of_months = {m.edtf[5:7]: m.edtf[:4] for m in found if m.kind == "month" and m.year_known}
        self._years = [(m.start, m.edtf[:4]) for m in self._mentions if m.year_known]

    def _own_day(self, mentions: Sequence[DateMention]) -> date | None:
        published = self.document.published_on
        if published is not None and published.latest is not None:
            return published.latest
        title = next(iter(self.document.blocks), None)
        end = title.end if title is not None and title.end - title.start < _HEAD else 0
        head = [m for m in mentions if m.end <= end and m.year_known]
        ends = [edtf_range(m.edtf)[1] for m in head]
        return max((day for day in ends if day is not None), default=None)

    def between(self, start: int, end: int, base: date | None = None) -> list[Named]:
        """The days named in a stretch; "the same day" counts from `base`, the day of the event before."""
        mentions = self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        spans = [s for one, two in pairwise(mentions) if (s := self._from_to(one, two)) is not None]
        alone = [m for m in mentions if not any(s.start <= m.start < s.end for s in spans)]
        found = [*spans, *(n for m in alone if (n := self._named(m, base)) is not None)]
        for hit in _DAY_BEFORE.finditer(self.document.text, start, end):
            if base is not None:
                day = (base - timedelta(1)).isoformat()
                found.append(Named(hit.start(), hit.end(), self._when(day, hit.start(), hit.end(), True), False))
        for hit in _MONTH_DAY.finditer(self.document.text, start, end):
            on = _next_of_month(base, int(hit["day"])) if base is not None else None
            if on is not None:
                found.append(Named(hit.start(), hit.end(), self._when(on.isoformat(), *hit.span(), True), True))
        return sorted(found, key=lambda n: n.start)

    def _named(self, mention: DateMention, base: date | None) -> Named | None:
        before = self.document.text[max(0, mention.start - 40) : mention.start]
        if (_BOUND.search(before) and mention.kind != "span") or _LAW.search(before):
            return None
        edtf, computed = self._edtf(mention, base)
        if edtf is None:
            return None
        return Named(
            mention.start, mention.end, self._when(edtf, mention.start, mention.end, computed), bool(mention.edtf)
        )

    def _from_to(self, one: DateMention, two: DateMention) -> Named | None:
        """The stretch of "between 17 February and 7 April", which is found as two days."""
        before, inside = self.document.text[max(0, one.start - 12) : one.start], self.document.text[one.end : two.start]
        joined = ("between", "and") if BETWEEN.search(before) else ("from", "to") if _FROM.search(before) else None
        if joined is None or inside.split() != [joined[1]] or {one.kind, two.kind} != {"day"}:
            return None
        first, last = self._edtf(one, None)[0], self._edtf(two, None)[0]
        if not first or not last or first >= last:
            return None
        return Named(one.start, two.end, self._when(f"{first}/{last}", one.start, two.end, False), True)

    def _edtf(self, mention: DateMention, base: date | None) -> tuple[str | None, bool]:
        if mention.edtf:
            return self._with_year(mention), not mention.year_known
        if mention.kind == "weekday" and self._today is not None:
            name = self.document.text[mention.start : mention.end].split()[-1]
            return weekday_before(name, self._today).isoformat(), True
        if mention.kind == "relative" and mention.offset_days is not None and mention.base in ("document", "previous"):
            start = self._today if mention.base == "document" else base
            return ((start + timedelta(mention.offset_days)).isoformat() if start else None), True
        return None, True

    def _with_year(self, mention: DateMention) -> str | None:
        edtf = mention.edtf
        if mention.kind == "days":
            last = mention.alternatives[-1] if mention.alternatives else edtf
            edtf = edtf if last[:7] != edtf[:7] else f"{edtf}/{last}"
        if "XXXX" not in edtf:
            return edtf
        if self._reference is not None:
            return with_year(edtf, self._reference)
        earlier = [year for start, year in self._years if start < mention.start]
        known = [*earlier[-1:], *(year for _, year in self._years[:1])]
        year = next(iter(known), None) or self._of_months.get(edtf[5:7])
        return (of_year(edtf, year) if year else None) or edtf

    def _when(self, edtf: str, start: int, end: int, computed: bool) -> When:
        return when(edtf, self.document.span(start, end), computed=computed)


def _next_of_month(base: date, day: int) -> date | None:
    """The first day of that number from a day on, at most a month later."""
    month = base if day >= base.day else base.replace(day=1) + timedelta(31)
    try:
        return month.replace(day=day)
    except ValueError:
        return None


def first_day(dated: When | None) -> date | None:
    """The day that "the same day" counts from."""
    return dated.earliest if dated is not None else None


def length_of(dated: When) -> int:
    """The number of days, also where the year is not known."""
    first, last = edtf_range(dated.edtf.replace("XXXX", str(_SOME_YEAR)))
    return (last - first).days + 1 if first is not None and last is not None else 1
