"""Turns the dates that a report mentions into days, as far as the text allows it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.core.date_words import WEEKDAYS, DateMention, find_dates, weekday_before, with_year
from trucewatch.core.dates import When, edtf_range, when
from trucewatch.core.model import Document

from .passages import Stretch

_STATEMENT = re.compile(
    r"(?i)\b(?:communiqu[eé]|statement|briefing(?!\s+(?:note|paper|no\b|\d))|transcript|remarks|press release|declaration"
    r"|press conference|interview|hearing|minutes of)\b|^\W*live\b"
)
# The clock time in front of an entry of a live page; from this many on, the page's day is that of its entries.
_CLOCK = re.compile(r"\W{0,2}\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\W")
_ENTRIES = 3
_BOUND = re.compile(
    r"(?i)\b(?:by|until|till|before|within|deadline of|set for|no later than|since|from|of|after)\s+(?:the\s+)?$"
)
_SINCE = re.compile(r"(?i)\bsince\s+(?:the\s+)?$")
_UNTIL = re.compile(r"(?i)\b(?:until|till|as of|by|up to)\s+(?:the\s+)?$")
# "58 breaches, against 71 in July": a date of something else that is only compared with.
_COMPARED = re.compile(r"(?i)\b(?:against|compared (?:with|to)|than|versus|up from|down from)\s+[^,.;]{0,30}$")
_HEADING_WORDS = 16
_TITLE_WORDS = 45


@dataclass(frozen=True, slots=True)
class Dated:
    """A date mention with the days it means. `bound` says that it limits something rather than dates it."""

    mention: DateMention
    when: When
    bound: bool
    until: bool
    since: bool = False


class ReportDates:
    """The dates of a report in order of place, resolved against the report's own date and each other."""

    def __init__(self, document: Document, parts: Sequence[Stretch]) -> None:
        self.document = document
        self._mentions = find_dates(document.text)
        self._starts = [m.start for m in self._mentions]
        self.published = document.published_on
        self.statement = False
        self.period: When | None = None
        self._years: Counter[int] = Counter(m_year for m in self._mentions if (m_year := _year(m)))
        self._months = {m.edtf[:7] for m in self._mentions if m.year_known and len(m.edtf) >= 7}
        self._find_own_date(parts)
        self.event_day: date | None = None
        self._resolved: dict[int, Dated | None] = {}
        self._weekdays = self._days_by_weekday()

    def _find_own_date(self, parts: Sequence[Stretch]) -> None:
        text = self.document.text
        if parts and parts[0].dateline:
            self._take_own(parts[0].dateline)
        for start, end in _title_lines(text, parts[:4]):
            if self.published is None:
                self._take_own((start, end))
            if _STATEMENT.search(text[start:end]) and not text[start:end].rstrip().endswith("."):
                self.statement = True
        clocks = sum(bool(_CLOCK.match(text, b.start, b.end)) for b in self.document.blocks)
        self.statement = self.statement or clocks >= _ENTRIES

    def _take_own(self, bounds: tuple[int, int]) -> None:
        for mention in self.between(*bounds):
            if not mention.year_known:
                continue
            span = self.document.span(mention.start, mention.end)
            if mention.kind == "day" and self.published is None:
                self.published = when(mention.edtf, span)
            elif mention.kind in ("span", "month", "days"):
                self.period = when(mention.edtf, span)

    def _days_by_weekday(self) -> dict[int, set[date]]:
        found: dict[int, set[date]] = {}
        for m in self._mentions:
            if m.kind in ("day", "days", "span"):
                for edtf in (m.edtf, *m.alternatives):
                    known = self._with_year(edtf)
                    day = edtf_range(known)[0] if known else None
                    if day is not None:
                        found.setdefault(day.weekday(), set()).add(day)
        return found

    @property
    def reference(self) -> date | None:
        """The day that "Friday" and a missing year are counted from."""
        for own in (self.published, self.period):
            if own is not None and own.latest is not None:
                return own.latest
        return None

    @property
    def own(self) -> When | None:
        """The day that the report bears, else the month; None when it bears neither. A period is no date."""
        if self.published is None and self.period is not None and len(self.period.edtf) == len("2020-11"):
            return self.period
        return self.published

    def between(self, start: int, end: int) -> list[DateMention]:
        """The mentions that start in a stretch of the working text."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def dated(self, start: int, end: int) -> list[Dated]:
        """The resolved mentions that start in a stretch."""
        return [d for m in self.between(start, end) if (d := self.resolve(m)) is not None]

    def resolve(self, mention: DateMention) -> Dated | None:
        """The mention with its days, or None where the text does not give enough to name them."""
        if mention.start not in self._resolved:
            self._resolved[mention.start] = self._resolve(mention)
        return self._resolved[mention.start]

    def _resolve(self, mention: DateMention) -> Dated | None:
        span = self.document.span(mention.start, mention.end)
        before = self.document.text[max(0, mention.start - 48) : mention.start]
        bound, until = bool(_BOUND.search(before) or _COMPARED.search(before)), bool(_UNTIL.search(before))
        found: When | None = None
        if mention.edtf:
            edtf = self._with_year(mention.edtf)
            if edtf:
                others = tuple(o for a in mention.alternatives if (o := self._with_year(a)))
                found = when(edtf, span, alternatives=others, computed=not mention.year_known)
        elif mention.kind == "week":
            week = self._week(mention)
            found = when(week, span, computed=True) if week else None
        else:
            day = self._relative_day(mention)
            found = when(day.isoformat(), span, computed=True) if day else None
        return Dated(mention, found, bound, until, bool(_SINCE.search(before))) if found else None

    def _week(self, mention: DateMention) -> str | None:
        """Monday to Sunday of the week; of "this week" what has passed."""
        if self.reference is None or mention.offset_days is None:
            return None
        monday = self.reference + timedelta(mention.offset_days - self.reference.weekday())
        sunday = monday + timedelta(6)
        last = min(sunday, self.reference) if mention.offset_days == 0 else sunday
        return f"{monday.isoformat()}/{last.isoformat()}" if last > monday else monday.isoformat()

    def _with_year(self, edtf: str) -> str | None:
        if "XXXX" not in edtf:
            return edtf
        if self.reference is not None:
            return with_year(edtf, self.reference)
        same = sorted(m[:4] for m in self._months if m[5:7] == edtf.split("/")[0][5:7])
        if same:
            return edtf.replace("XXXX", same[-1])
        if self._years:
            return edtf.replace("XXXX", str(self._years.most_common(1)[0][0]))
        return None

    def _relative_day(self, mention: DateMention) -> date | None:
        if mention.kind == "weekday":
            return self._weekday(mention)
        if mention.offset_days is None:
            return None
        base: date | None = None
        if mention.base == "document":
            base = self.reference
        elif mention.base == "previous":
            base = self._previous(mention)
        elif mention.base == "event":
            base = self.event_day
        return base + timedelta(mention.offset_days) if base else None

    def _weekday(self, mention: DateMention) -> date | None:
        name = self.document.text[mention.start : mention.end].split()[-1].lower()
        if self.reference is not None:
            return weekday_before(name, self.reference, next_week=mention.offset_days == 1)
        days = self._weekdays.get(WEEKDAYS.index(name), set())
        # Without a date of its own the text still dates "Friday" when it names just one such day.
        if self.event_day in days:
            return self.event_day
        return next(iter(days)) if len(days) == 1 else None

    def _previous(self, mention: DateMention) -> date | None:
        at = bisect_right(self._starts, mention.start) - 2
        for m in self._mentions[max(0, at - 3) : at + 1][::-1]:
            if m.edtf and (edtf := self._with_year(m.edtf)):
                return edtf_range(edtf)[0]
        return None


def _title_lines(text: str, parts: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """The short lines of the short blocks in front; a line of wrapped prose is none."""
    for part in parts:
        if len(text[part.start : part.end].split()) > _TITLE_WORDS:
            continue
        at = part.start
        for line in text[part.start : part.end].splitlines(keepends=True):
            if len(line.split()) <= _HEADING_WORDS:
                yield at, at + len(line)
            at += len(line)


def _year(mention: DateMention) -> int | None:
    return int(mention.edtf[:4]) if mention.year_known else None


def conflicting(main: When, *others: When) -> When:
    """The date with every reading that contradicts it kept as an alternative."""
    found = list(main.alternatives)
    spans = list(main.spans)
    for other in others:
        for edtf in (other.edtf, *other.alternatives):
            if edtf != main.edtf and edtf not in found:
                found.append(edtf)
        spans += [s for s in other.spans if s not in spans]
    return When(main.edtf, main.earliest, main.latest, tuple(found), tuple(spans), main.computed)
