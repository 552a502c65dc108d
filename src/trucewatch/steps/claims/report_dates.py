"""Turns the dates that a report mentions into days, as far as the text allows it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from trucewatch.core.date_words import WEEKDAYS, DateMention, weekday_before, with_year
from trucewatch.core.dates import When, counted_from, days_later, edtf_range, lacks_year, of_year, when
from trucewatch.core.model import Document
from trucewatch.core.parse import Token
from trucewatch.core.told_dates import find_told_dates

from .counted_days import day_of_month, moved, stretch_from, weekday_around, weekday_from
from .date_bounds import has_passed, is_bound, limits, sides_of
from .dated_entries import find_sections
from .day_lines import STATEMENT
from .own_dates import find_own_dates, is_ahead
from .passages import Stretch
from .sittings import find_sitting, whole_sitting
from .year_lines import with_year_lines

# A clause beside the story: its day is not the one that "later that day" goes on from.
_ASIDE = re.compile(r"(?i)\b(?:which|who|whom|whose|where|when|after|since|until|before)\b[^,.;:]*$")
# "He told me over lunch in May".
_TO_ME = re.compile(
    r"(?i)\b(?:told|tells|assured|assures|promised|informed|showed|admitted\s+to|said\s+to|spoke\s+to)\s+(?:me|us)\b[^.;:\"“]{0,50}$"
)
_PART = re.compile(r"(?i)(?:early|mid|late|(?:the\s+)?(?:end|beginning|start|middle))\b")
_AGREED = frozenset(
    "deal accord agreement truce ceasefire cease-fire signing signature pact memorandum understanding treaty armistice".split()
)
_SENTENCE = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z])|\n\s*\n")
# How far back a story's last day may lie, in characters and in mentions.
_BACK, _BACK_MENTIONS = 900, 6
_LOOKS_BACK, _FAR = 6, 8000
# A day and month without a year lie behind the report, unless that is long ago and the day is near ahead.
_AHEAD = timedelta(92)
_LONG_AGO = timedelta(270)
# What "last month" and "the 13th" are counted from.
_COUNTED_FROM = {"months": "month", "years": "year", "monthday": "month"}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date mention with the days it means. `bound` says that it limits something rather than dates it."""

    mention: DateMention
    when: When
    bound: bool
    until: bool
    since: bool = False


@dataclass(frozen=True, slots=True)
class Governed:
    """A date with the predicate it depends on, and the verb nearest to it where that is no predicate of its own."""

    dated: Dated
    governor: Token | None
    verb: Token | None = None


def whole_of(d: Dated) -> When:
    """The days of a sitting as one stretch: "on 11 and 12 October"."""
    days = sorted({d.when.edtf, *d.when.alternatives}) if d.mention.kind == "days" else []
    if len(days) < 2 or any("/" in day for day in days):
        return d.when
    return when(f"{days[0]}/{days[-1]}", *d.when.spans, computed=d.when.computed)


class ReportDates:
    """The dates of a report in order of place, resolved against the report's own date and each other."""

    def __init__(self, document: Document, parts: Sequence[Stretch]) -> None:
        self.document = document
        self._mentions = find_told_dates(document.text)
        self._starts = [m.start for m in self._mentions]
        self._years: Counter[int] = Counter(m_year for m in self._mentions if (m_year := _year(m)))
        self._months = {m.edtf[:7] for m in self._mentions if m.year_known and len(m.edtf) >= 7}
        found = find_own_dates(document, parts, self.between)
        # A chronology's years date its entries, and not the text itself.
        self._mentions = with_year_lines(document.text, self._mentions)
        find_sections(found, document, self.between, parts)
        self._own = found
        self.published, self.period, self.statement = found.published, found.period, found.statement
        self.sitting = find_sitting(document, self.between, found.published or found.period)
        self.live, self.thread, self.interview = found.live, found.thread, found.interview
        self.daily, self.report, self.minutes, self.filed = found.daily, found.report, found.minutes, found.filed
        # The day of an interview that appeared later: "Our correspondent met him on Wednesday."
        self.spoken_on: When | None = None
        self.event_day: date | None = None
        # The dates of each sentence that was read, by where it starts.
        self.governed: dict[int, list[Governed]] = {}
        self._resolved: dict[int, Dated | None] = {}
        self._story: list[tuple[int, date]] = []
        self._weekdays = self._days_by_weekday()

    def issued(self, titles: Iterable[tuple[int, int]]) -> None:
        """Notes where the titles stand that name who issues the text: however long, that of a statement makes it one."""
        named = any(STATEMENT.search(self.document.text, *title) for title in titles)
        self.statement = self.statement or (named and self.published is not None and not self.daily)

    def _days_by_weekday(self) -> dict[int, set[date]]:
        found: dict[int, set[date]] = {}
        for m in self._mentions:
            if m.kind in ("day", "days", "span") and (m.weekday or not self._limits(m)):
                for edtf in (m.edtf, *m.alternatives):
                    known = self._with_year(edtf, m.start)
                    day = edtf_range(known)[0] if known else None
                    if day is not None:
                        found.setdefault(day.weekday(), set()).add(day)
        return found

    def _limits(self, mention: DateMention) -> bool:
        """Whether a date only limits something, or names it: "by 15 February", "the statement of 9 November"."""
        return limits(self.document.text, mention.start)

    @property
    def reference(self) -> date | None:
        """The last day that the report bears: from it a missing year is counted."""
        for own in (self.published, self.period):
            if own is not None and own.latest is not None:
                return own.latest
        return None

    @property
    def day_known(self) -> bool:
        """Whether the report bears a day: no month or year alone, and no day of an unknown year."""
        own = self.published
        return own is not None and own.earliest is not None and own.earliest == own.latest

    def reference_at(self, offset: int) -> date | None:
        """The day that a missing year is counted from in the section or entry at an offset."""
        own = self._borne_at(offset)
        return own.latest if own is not None else None

    def written_at(self, offset: int) -> date | None:
        """The last day that the words at an offset can tell of: in a list, whose entries are written up later, the report's."""
        return self.reference if self._own.in_list(offset) else self.reference_at(offset)

    def _borne_at(self, offset: int) -> When | None:
        """The day, or the stretch, that the words at an offset bear."""
        return next((d for d in (self._own.day_at(offset), self.published, self.period) if d and d.latest), None)

    def day_at(self, offset: int) -> When | None:
        """The day that the words at an offset bear: of their entry, their section, else of the report."""
        return self._own.day_at(offset)

    def section_at(self, offset: int) -> int:
        """The number of the text that an offset lies in, where one file holds several with a day each."""
        return self._own.section_at(offset)

    def reacts(self, offset: int) -> bool:
        """Whether words stand behind a communiqué, under "Reactions": said after it, by others, elsewhere."""
        return self._own.reactions is not None and offset > self._own.reactions

    def entry_at(self, offset: int) -> When | None:
        """The day of the dated entry that an offset lies in; what anybody is quoted with in it has this day."""
        return self._own.entry_at(offset)

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

    def session_of(self, d: Dated) -> When:
        """The days of a sitting that a date opens."""
        return whole_sitting(whole_of(d), self.sitting if self.minutes else None)

    def undated(self, start: int, end: int) -> str:
        """Why a stretch that names a time has no day: the words that nothing in the text dates; "" where there are none."""
        open_ones = [m for m in self.between(start, end) if self.resolve(m) is None and not self._limits(m)]
        words = ", ".join(
            dict.fromkeys(f'"{self.document.text[m.start : m.end]}"' for m in open_ones if m.base != "event")
        )
        return f"not dated: the text has no day from which to read {words}" if words else ""

    def resolve(self, mention: DateMention) -> Dated | None:
        """The mention with its days, or None where the text does not give enough to name them."""
        if mention.base == "previous":
            # What it goes on from becomes known as the story is read.
            return self._resolve(mention)
        if mention.start not in self._resolved:
            self._resolved[mention.start] = self._resolve(mention)
        return self._resolved[mention.start]

    def stand_at(self, offset: int, when: When) -> None:
        """Notes the day that the main verb of a sentence has: "later that day" goes on from it."""
        if when.earliest is not None:
            self._story.append((offset, when.earliest))

    def _resolve(self, mention: DateMention) -> Dated | None:
        span = self.document.span(mention.start, mention.end)
        text = self.document.text
        bound = is_bound(text, mention.start, mention.end)
        found: When | None = None
        if mention.edtf:
            edtf = self._with_year(mention.edtf, mention.start)
            if edtf:
                others = [o for a in mention.alternatives if (o := self._with_year(a, mention.start))]
                others += _by_weekday(edtf, mention.weekday)
                made = mention.completed or not mention.year_known
                found = when(edtf, span, alternatives=tuple(others), computed=made)
        else:
            edtf = self._counted(mention)
            found = self._told_from(mention, when(edtf, span, computed=True)) if edtf else None
        since, until = sides_of(text, mention.start)
        return Dated(mention, found, bound, until, since) if found else None

    def _counted(self, mention: DateMention) -> str | None:
        """The day, days or month of a mention that is counted from another day."""
        unit = _COUNTED_FROM.get(mention.kind, "day")
        reference = counted_from(self._borne_at(mention.start), unit)
        if mention.kind in ("week", "weekend", "months", "years"):
            base = self._previous(mention) if mention.base == "previous" else reference
            earlier = self.document.text[mention.start : mention.end].lower().startswith("earlier")
            return stretch_from(mention, base, earlier=earlier) if base is not None else None
        if mention.kind == "monthday":
            base = self._previous(mention) or reference
            return day_of_month(mention.offset_days or 0, base) if base is not None else None
        if (
            self._yearless
            and mention.kind == "relative"
            and mention.base == "document"
            and mention.unit == "days"
            and mention.offset_days is not None
        ):
            return days_later(self._yearless, mention.offset_days)
        day = self._relative_day(mention)
        return day.isoformat() if day else None

    def _with_year(self, edtf: str, at: int) -> str | None:
        """The expression with its year, as it is where the text does not tell the year; None where that year has no such day."""
        if "XXXX" not in edtf:
            return edtf
        reference = self.reference_at(at)
        if reference is not None:
            return _near_year(edtf, reference)
        if self._own.other_year:
            return edtf
        if _TO_ME.search(self.document.text, max(0, at - 70), at):
            # "The commander told me in May": when this was written nobody knows.
            return edtf
        same = sorted(m[:4] for m in self._months if m[5:7] == edtf.split("/")[0][5:7])
        if same:
            return of_year(edtf, same[-1])
        full = [m for m in self._mentions if m.year_known and m.kind in ("day", "days", "span", "month")]
        if full:
            # A story without a date of its own goes on in the year that it has come to; what it looks back on is older.
            come_to = max((m.edtf[:4] for m in full if m.start < at), default=full[0].edtf[:4])
            filled = of_year(edtf, come_to)
            return edtf if filled is not None and self._runs_back(filled, at, full) else filled
        if self._years:
            return of_year(edtf, self._years.most_common(1)[0][0])
        return edtf

    def _runs_back(self, filled: str, at: int, full: Sequence[DateMention]) -> bool:
        """Whether a month in a guessed year would lie before what the text has told: "signed in June 2020. In May they met"."""
        sentence, _ = _sentence_around(self.document.text, at, at)
        before = [m for m in full if m.start < at]
        near = before[-1] if before else full[0]
        looks_back = before and near.start >= sentence
        return len(filled) == len("2020-05") and not looks_back and filled < near.edtf[: len(filled)]

    @property
    def _yearless(self) -> str | None:
        """The day that the report bears where the text does not give its year."""
        return self.published.edtf if self.published is not None and lacks_year(self.published.edtf) else None

    def _relative_day(self, mention: DateMention) -> date | None:
        if mention.kind == "weekday":
            return self._weekday(mention)
        if mention.offset_days is None:
            return None
        base: date | None = None
        if mention.base == "document":
            base = counted_from(self._borne_at(mention.start))
        elif mention.base == "previous":
            base = self._previous(mention)
        elif mention.base == "event":
            base = self._event(mention)
        elif mention.base == "sitting":
            return self._day_of_sitting(mention.offset_days)
        return moved(base, mention.offset_days, mention.unit) if base else None

    def _day_of_sitting(self, number: int) -> date | None:
        """The day of that number of the meeting that the text is of; -1 is its last."""
        sat = self.sitting
        if sat is None or sat.earliest is None or sat.latest is None:
            return None
        day = sat.latest if number < 0 else sat.earliest + timedelta(number)
        return day if day <= sat.latest else None

    def _told_from(self, mention: DateMention, found: When) -> When:
        """A day counted from one that the text gives with several readings, or as a stretch, is as open as that one."""
        if mention.base != "previous" or mention.kind != "relative" or mention.unit != "days" or found.earliest is None:
            return found
        count = mention.offset_days or 0
        origin = found.earliest - timedelta(count)
        at = bisect_left(self._starts, mention.start)
        near = (m for m in self._mentions[max(0, at - _BACK_MENTIONS) : at][::-1] if m.base != "previous")
        base = next((d for m in near if (d := self.resolve(m)) is not None and d.when.earliest == origin), None)
        return _moved_whole(base, count, found, self.document.text) if base is not None else found

    def _weekday(self, mention: DateMention) -> date | None:
        name = mention.weekday or self.document.text[mention.start : mention.end].split()[-1].lower()
        way = mention.offset_days or 0
        if mention.base == "previous":
            base = self._previous(mention)
            return weekday_from(name, base, way) if base is not None else None
        own = self._borne_at(mention.start)
        reference = counted_from(own)
        if reference is not None and way == 0 and self.reacts(mention.start) and reference == self.reference:
            return weekday_around(name, reference)
        if reference is not None:
            soon = way == 1 or (way == 0 and is_ahead(self.document.text, mention.start))
            day = weekday_before(name, reference, next_week=soon)
            # "Last Thursday" in a report of a Thursday, and "a week ago on Tuesday".
            return day - timedelta(7) if (way == -1 and day == reference) or way == -7 else day
        if own is not None:
            return None
        days = self._weekdays.get(WEEKDAYS.index(name), set())
        # Without a date of its own the text still dates "Friday" when it names just one such day.
        if self.event_day in days:
            return self.event_day
        return next(iter(days)) if len(days) == 1 else None

    def _previous(self, mention: DateMention) -> date | None:
        """The day that the story stands at: told in the sentence before it, of the last main verb, else the last one told."""
        sentence, _ = _sentence_around(self.document.text, mention.start, mention.start)
        at = bisect_left(self._starts, mention.start) - 1
        told: tuple[int, date] | None = None
        aside: tuple[int, date] | None = None
        limit: date | None = None
        paragraph = self.document.text.rfind("\n\n", 0, mention.start)
        earlier = self._mentions[max(0, at - _BACK_MENTIONS + 1) : at + 1][::-1]
        if has_passed(self.document.text, mention.end):
            set_before = (d for m in earlier if mention.start - m.start <= _BACK and (d := self._limit(m)))
            limit = next(set_before, None)
            if limit is not None:
                return limit
        for m in earlier:
            if mention.start - m.start > _BACK:
                break
            if (
                m.start < paragraph
                and told is None
                and aside is not None
                and mention.offset_days
                and aside[0] < sentence
            ):
                # "X, where two died on 27 April. Two days later ...": it comes before the day of another paragraph.
                told = aside
                break
            if m.start < paragraph and told is None and aside is None and limit is not None:
                # "By 6 October 400 had come. The brigadier stated on that day ..."
                return limit
            day = self._story_day(m)
            if day is None:
                if told is None and mention.offset_days and self._is_month(m):
                    # "In March they signed. Two weeks later ...": nobody knows from which day.
                    return None
                limit = limit or self._limit(m)
                continue
            if _ASIDE.search(self.document.text[max(0, m.start - 90) : m.start]):
                aside = aside or (m.start, day)
            elif m.start >= sentence:
                return day
            else:
                told = told or (m.start, day)
        if told is None:
            return next((d for o, d in reversed(self._story) if 0 < mention.start - o <= _BACK), aside and aside[1])
        # In one sentence the day of the main verb comes before that of what is told in it.
        first, last = _sentence_around(self.document.text, told[0], mention.start)
        return next((d for o, d in reversed(self._story) if first <= o < last), told[1])

    def _story_day(self, mention: DateMention) -> date | None:
        """The day of a mention that a story can go on from; "six weeks ago" looks back and is none."""
        if mention.kind not in ("day", "days", "span", "weekday", "relative", "monthday"):
            return None
        if mention.kind == "relative" and mention.base == "document" and (mention.offset_days or 0) < -_LOOKS_BACK:
            return None
        dated = self.resolve(mention)
        passed = has_passed(self.document.text, mention.end)
        return dated.when.earliest if dated is not None and (passed or not dated.bound) else None

    def _is_month(self, mention: DateMention) -> bool:
        """Whether a story stands at a month or a year: "in March", not "since March" or "who had left in March"."""
        before = self.document.text[max(0, mention.start - 90) : mention.start]
        whole = mention.kind in ("month", "year", "months", "years")
        return whole and not self._limits(mention) and _ASIDE.search(before) is None

    def _limit(self, mention: DateMention) -> date | None:
        """The day by which something had come about; "that day" can be it, where no other day is near."""
        dated = self.resolve(mention) if mention.kind == "day" else None
        return dated.when.earliest if dated is not None and dated.until else None

    def _event(self, mention: DateMention) -> date | None:
        """The day of the event that is counted from: the signing, or what the text dated by the same word before."""
        if mention.event is None:
            return None
        words = self.document.text[slice(*mention.event)].lower().split()
        if words[-1] in _AGREED and not {"start", "beginning", "entry", "end", "collapse"} & set(words):
            return self.event_day
        near = max(0, mention.start - _FAR)
        word = re.compile(rf"(?i)\b{re.escape(words[-1])}\b")
        earlier = [hit.start() for hit in word.finditer(self.document.text, near, mention.start)]
        for at in reversed(earlier[-4:]):
            start, end = _sentence_around(self.document.text, at, mention.start)
            days = [d for d in self.dated(start, end) if not d.bound and d.when.earliest == d.when.latest]
            if days:
                return min(days, key=lambda d: abs(d.mention.start - at)).when.earliest
        return None


def _sentence_around(text: str, at: int, limit: int) -> tuple[int, int]:
    """The sentence that an offset lies in, cut at a limit."""
    ends = [m.end() for m in _SENTENCE.finditer(text, max(0, at - _BACK), at)]
    after = _SENTENCE.search(text, at, limit)
    return (ends[-1] if ends else max(0, at - _BACK)), (after.end() if after else limit)


def _moved_whole(base: Dated, count: int, found: When, text: str) -> When:
    """Every reading of a day, moved by so many days; from a stretch like "late August" the whole of it."""
    others = [edtf_range(edtf)[0] for edtf in base.when.alternatives]
    readings = tuple((day + timedelta(count)).isoformat() for day in others if day is not None)
    first, last = base.when.earliest, base.when.latest
    if readings or first is None or last is None or first == last:
        return when(found.edtf, *found.spans, alternatives=readings, computed=True)
    first, last = first + timedelta(count), last + timedelta(count)
    if count > 0 and not _PART.match(text, base.mention.start):
        # "They met from 3 to 6 May. Two days later ..." counts from the end.
        return when(last.isoformat(), *found.spans, computed=True)
    return when(f"{first.isoformat()}/{last.isoformat()}", *found.spans, computed=True)


def _by_weekday(edtf: str, weekday: str) -> list[str]:
    """The day that a contradicting weekday would make of a date: "Tuesday, 9 March" in a year when that is a Wednesday."""
    day = edtf_range(edtf)[0] if weekday and "/" not in edtf else None
    if day is None or WEEKDAYS[day.weekday()] == weekday:
        return []
    return [weekday_from(weekday, day, 0).isoformat()]


def _near_year(edtf: str, reference: date) -> str:
    """The year that is missing: the last such day, but "1 March" in a report of February is the one ahead."""
    past = with_year(edtf, reference)
    first = edtf_range(past)[0]
    if first is not None and reference - first > _LONG_AGO:
        ahead = with_year(edtf, reference, forward=True)
        start = edtf_range(ahead)[0] if of_year(ahead, reference.year) else None
        if start is not None and timedelta(0) <= start - reference <= _AHEAD:
            return ahead
    return past


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
