"""Counts of a report: what was counted, where, over which days, how many, how exactly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from trucewatch.core.dates import When, when
from trucewatch.core.model import Count, Document, Previous
from trucewatch.core.quotes import Span

from .calendar import Calendar
from .grammar import Bounds, Reading, previous_column, read_row, read_sentence
from .places import is_whole, place_at
from .sentences import Part, part_of, parts, sentences
from .stretches import Stretch

_CEASEFIRE = re.compile(r"\b(?:cease-?fire|truce|cessation\s+of\s+hostilities|CoHA)\b", re.I)
_LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c", " "))
_SUB_PERIOD = re.compile(
    r"\b(?:in|during|over|throughout)\s+the\s+(?:first|second|third|final|latter|early|opening)\s+(?:\w+\s+)?(?:week|half|part|days?|months?|hours?|weekend|24\s+hours)\b"
    r"|\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.I,
)
_OTHER_YEAR = re.compile(
    r"\b(?:(?:same|corresponding)\s+(?:period|week|month|time|quarter)|(?:a|one|two)\s+years?\s+(?:ago|before|earlier)|last\s+year)\b",
    re.I,
)
_FIRST_DAY = re.compile(r"\b(?:first|following)\s+24\s+hours\b", re.I)
_THAT_PERIOD = re.compile(r"\b(?:in|over|during)\s+(?:the|that)\s+period\b(?!\s+(?:under|of|from|between|[\d(]))", re.I)
_STARTS = re.compile(r"\W*(?:following|after|since)\b", re.I)
_ENDS = re.compile(r"\W*(?:until|till|by|up\s+to)\b", re.I)
_GOVERNS = re.compile(
    r"(?:^|[,;:]\s*|\band\s+)\W*(?:[\w-]+\s+){0,3}(?:on|in|during|throughout|for|over|between|from|of)\s+(?:\d{1,2}:\d\d\s+\w+\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}\(?$",
    re.I,
)
_OTHERWISE = re.compile(r"\b(?:following|after|since|despite|until|before|with|than|as\s+of)\b[^,;]{0,60}$", re.I)
_FOLLOWS = re.compile(
    r"(?!.*\b(?:and|but|while)\s+(?:on|in|during|between|from)\s)[^,;()\d]{0,90}\b(?:on|in|during|between|from)\s+(?:the\s+)?$",
    re.I,
)
_AS_OF = re.compile(r"\bas\s+of\s+$|\b(?:to|until|till)\s+$", re.I)
_SINCE = re.compile(r"\b(?:(?:since|from)\s+(?:the\s+)?|since\b[^,;]{0,50}\bon\s+)$", re.I)
_YEAR_START = re.compile(r"\b(?:beginning|start)\s+of\s+(?:the|this)\s+year\b|\bthis\s+year\b|\b1\s+January\b", re.I)
_YEAR = re.compile(r"\b(?:(?:beginning|start)\s+of|so\s+far\s+in|the)\s+((?:19|20)\d\d)\b", re.I)
_INCIDENT = re.compile(r"\b(?:incidents?|explosion|attack|blast|ambush|clash(?:es)?|crash|when)\b", re.I)
_EVIDENCE = re.compile(
    r"\b(?:recorded|confirmed|corroborated|registered|documented|verified|counted|casualties|reporting\s+period)\b",
    re.I,
)
_ACCUSES = re.compile(r"\b(?:accus(?:e[sd]?|ing)|alleg(?:es?|ed\s+that|ing)|blam(?:e[sd]?|ing))\b", re.I)
_DIGIT = re.compile(r"\d")
_PEOPLE = ("people-killed", "people-injured", "casualties")


@dataclass(frozen=True)
class Sentence:
    """A sentence with what was read in it. `text` is the working text from `start`, line ends as blanks."""

    document: Document
    start: int
    text: str
    stretches: tuple[Stretch, ...]
    after_incident: bool

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The pieces that its figures belong to; most sentences have no figure."""
        return parts(self.text)

    def span(self, start: int, end: int) -> Span:
        return self.document.span(self.start + start, self.start + end)

    def when(self, stretch: Stretch) -> When:
        """The days of a stretch of this sentence, tied to its words."""
        return when(stretch.edtf, self.span(stretch.start, stretch.end))


def find_counts(document: Document) -> tuple[Count, ...]:
    """The counts of a monitors' report in order of place; empty where there are none.

    A day without a year anywhere in the text keeps it open (`XXXX-10-29`). Shares, daily averages,
    differences, ranges and what one side says of another are no counts.
    """
    calendar = Calendar(document)
    about_truce = _CEASEFIRE.search(document.text) is not None
    found: list[tuple[Count, int]] = []
    incident = False
    column: int | None = None
    for number, (start, end) in enumerate(sentences(document.text)):
        text = document.text[start:end].translate(_LINE_ENDS)
        stretches = tuple(replace(s, start=s.start - start, end=s.end - start) for s in calendar.between(start, end))
        sentence = Sentence(document, start, text, stretches, incident)
        if text.lstrip().startswith("|"):
            column = column if _DIGIT.search(text) or "--" in text else previous_column(text)
            readings = read_row(text, column)
        else:
            readings = read_sentence(text, [(s.start, s.end) for s in stretches])
        for n, reading in enumerate(readings):
            readings[n] = _of_the_report(reading, readings[:n], text, about_truce)
        if readings and not _ACCUSES.search(text):
            _add(calendar, sentence, readings, found, number)
        incident = bool(_INCIDENT.search(text)) or any(s.kind in ("day", "days") for s in stretches)
    return _once(count for count, _ in found)


def _of_the_report(reading: Reading, before: Sequence[Reading], text: str, about_truce: bool) -> Reading:
    """The reading with its kind made plain: whose casualties, which violations."""
    kind = reading.kind
    if kind == "violations" and about_truce:
        return replace(reading, kind="ceasefire-violations")
    if kind == "casualties" and re.search(r"\bcivilian", text, re.I):
        return replace(reading, kind="civilian-casualties")
    if kind in _PEOPLE:
        whose = next((r.kind.split("-")[0] for r in reversed(before) if r.kind.endswith(("-killed", "-injured"))), None)
        if whose is None and re.search(r"\bcivilian\s+casualties\b", text, re.I):
            whose = "civilians"
        if whose:
            return replace(reading, kind=f"{whose}-{kind.split('-')[1]}")
    return reading


def _add(
    calendar: Calendar,
    sentence: Sentence,
    readings: Sequence[Reading],
    found: list[tuple[Count, int]],
    number: int,
) -> None:
    """Appends the sentence's counts, and ties figures of the period before to the counts they go with."""
    waiting: list[Reading] = []
    period: When | None = None
    readings = _in_pairs(readings)
    for at, reading in enumerate(readings):
        if reading.form == "previous":
            if not _tie(sentence, reading, found, number):
                waiting.append(reading)
            continue
        part = part_of(sentence.parts, reading.figure.start)
        if part.elsewhen:
            continue
        if not reading.kind:
            parent = found[-1][0] if found and found[-1][1] >= number - 1 else None
            if parent is None:
                continue
            reading = replace(reading, kind=parent.kind)
            count = _count(sentence, reading, parent.period, part.running, parent)
        else:
            own = _period(sentence, reading, readings, part, calendar)
            if own is None:
                continue
            # A figure of a place belongs to the days of what it is a part of.
            period = period if reading.form == "part" and period is not None else own
            running = part.running or _reaches_back(own, calendar)
            count = _count(sentence, reading, period, running)
        found.append((count, number))
        for previous in [w for w in waiting if w.kind in ("", count.kind) and at]:
            _tie(sentence, previous, found, number)
            waiting.remove(previous)


def _in_pairs(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with "(previous period: 70 and 25)" tied, in order, to as many counts before them."""
    bare = [n for n, r in enumerate(readings) if r.form == "previous" and not r.kind]
    if len(bare) < 2 or bare != list(range(bare[0], bare[0] + len(bare))):
        return list(readings)
    counts = [r for r in readings[: bare[0]] if r.form == "count"][-len(bare) :]
    if len(counts) < len(bare):
        return [r for n, r in enumerate(readings) if n not in bare]
    paired = {n: replace(readings[n], kind=count.kind) for n, count in zip(bare, counts, strict=True)}
    return [paired.get(n, r) for n, r in enumerate(readings)]


def _reaches_back(period: When, calendar: Calendar) -> bool:
    """Whether the days named begin before the report's own period and contain it."""
    own = calendar.period
    if own is None or own.open or period.earliest is None or period.latest is None:
        return False
    return period.earliest.isoformat() < own.first and period.latest.isoformat() >= own.last


def _tie(sentence: Sentence, reading: Reading, found: list[tuple[Count, int]], number: int) -> bool:
    """Gives the figure of the period before to the nearest count that it can belong to."""
    figure = reading.figure
    span = sentence.span(figure.start, figure.end)
    about = reading.kind.split("-")[-1]
    for at in range(len(found) - 1, max(-1, len(found) - 8), -1):
        count, where = found[at]
        fits = (
            not reading.kind
            or count.kind == reading.kind
            or (reading.kind.startswith("people-") and count.kind.endswith(about))
        )
        if number - where > 2:
            return False
        if fits and count.previous is None and count.scope != "running":
            found[at] = (replace(count, previous=Previous(figure.value, figure.qualifier, span)), where)
            return True
    return False


def _count(
    sentence: Sentence,
    reading: Reading,
    period: When | None,
    running: bool,
    parent: Count | None = None,
) -> Count:
    figure = reading.figure
    where = reading.where or (None if running else _place_in_front(sentence, reading))
    place = sentence.span(*where) if where else None
    area = place is not None and (reading.form == "part" or not is_whole(place.exact))
    bounds = reading.what or (figure.start, figure.end)
    words = [(figure.start, figure.end)] + ([where] if reading.form == "part" and where else [bounds])
    return Count(
        what=parent.what if parent else sentence.span(*bounds),
        where=place,
        period=period,
        value=figure.value,
        qualifier=figure.qualifier,
        span=sentence.span(min(a for a, _ in words), max(b for _, b in words)),
        kind=reading.kind,
        scope="running" if running else "area" if area else "total",
    )


def _place_in_front(sentence: Sentence, reading: Reading) -> Bounds | None:
    """The place that opens the sentence: "In the Rajouri district, observers counted ..."."""
    part = part_of(sentence.parts, reading.figure.start)
    opening = sentence.text[part.start : reading.figure.start]
    place = place_at(sentence.text, part.start + len(opening) - len(opening.lstrip("; ")))
    if place is None:
        return None
    return place if sentence.text[place[1] : reading.figure.start].strip()[:1] in ("", ",") else None


def _period(
    sentence: Sentence, reading: Reading, readings: Sequence[Reading], part: Part, calendar: Calendar
) -> When | None:
    """The days that the count is of; None where it is of some days within the period that cannot be told."""
    text, figure = sentence.text, reading.figure
    end = max(figure.end, reading.what[1] if reading.what else 0)
    stretches = [s for s in sentence.stretches if not _goes_with_previous(text, s, readings)]
    if part.running:
        return _running(sentence, part, stretches, calendar)
    if _OTHER_YEAR.search(text[part.start : part.end]):
        return None
    named = _named_days(sentence, part, stretches, figure.start, end)
    if named is not None:
        return named
    if _SUB_PERIOD.search(text, part.start, part.end):
        return None
    if _THAT_PERIOD.search(text):
        last = calendar.last_before(sentence.start + figure.start)
        return calendar.when(last) if last else None
    untold = reading.kind.endswith(("-killed", "-injured")) and not _EVIDENCE.search(text)
    if untold and (sentence.after_incident or _INCIDENT.search(text)):
        return None
    return calendar.when(calendar.period) if calendar.period else when("../..")


def _named_days(sentence: Sentence, part: Part, stretches: Sequence[Stretch], start: int, end: int) -> When | None:
    """The days that the sentence names for a figure at `start`..`end`: right after it, else before it."""
    text = sentence.text
    following = next((s for s in stretches if s.start >= end), None)
    if following and following.kind != "days" and _FOLLOWS.fullmatch(text[end : following.start]):
        return sentence.when(following)
    opening = text[part.start : part.start + 40]
    for stretch in reversed([s for s in stretches if s.end <= start]):
        span = sentence.span(stretch.start, stretch.end)
        if stretch.kind == "day" and part.start <= stretch.start:
            if _STARTS.match(opening):
                return when(stretch.first if _FIRST_DAY.search(text) else f"{stretch.first}/..", span)
            if _ENDS.match(opening):
                return when(f"../{stretch.last}", span)
        lead = text[: stretch.start]
        if stretch.kind != "days" and _GOVERNS.search(lead[-120:]) and not _OTHERWISE.search(lead[-80:]):
            return sentence.when(stretch)
    return None


def _goes_with_previous(text: str, stretch: Stretch, readings: Sequence[Reading]) -> bool:
    """Whether the days stand right after a figure of the period before: "up from 24 in April"."""
    ends = [max(r.figure.end, r.what[1] if r.what else 0) for r in readings if r.form == "previous"]
    return any(end <= stretch.start and len(text[end : stretch.start].split()) <= 3 for end in ends)


def _running(sentence: Sentence, part: Part, stretches: Sequence[Stretch], calendar: Calendar) -> When:
    """From where the running total starts, as far as the text says, to the end of the period."""
    text, own = sentence.text[part.start : part.end], calendar.period
    within = [s for s in stretches if part.start <= s.start < part.end]
    as_of = next((s for s in within if s.kind == "day" and _AS_OF.search(s.lead)), None)
    last = as_of.last if as_of else own.last if own else ".."
    since = next((s for s in within if s.kind in ("day", "month") and _SINCE.search(s.lead)), None)
    year = _YEAR.search(text)
    if since is not None:
        first = since.first
    elif year:
        first = f"{year[1]}-01-01"
    elif _YEAR_START.search(text) and last != "..":
        first = f"{last[:4]}-01-01"
    else:
        first = ".."
    if year and last[:4].isdigit() and last[:4] > year[1]:
        last = f"{year[1]}-12-31"
    if last.startswith("XXXX") and not first.startswith(("XXXX", "..")):
        first = "XXXX" + first[4:]
    found = [sentence.span(s.start, s.end) for s in (since, as_of) if s]
    return when(f"{first}/{last}", *found, computed=True)


def _once(counts: Iterator[Count]) -> tuple[Count, ...]:
    """The counts without repetitions, and without a second total of the same thing for the same days.

    A report may come back to its figures; a smaller one in passing is of a part that was not recognised.
    """
    kept: list[Count] = []
    seen: set[tuple[object, ...]] = set()
    for count in counts:
        place = " ".join(count.where.exact.lower().split()) if count.where else None
        edtf = count.period.edtf if count.period else None
        key = (count.kind, edtf, count.scope, place if count.scope == "area" else None)
        if key not in seen:
            seen.add(key)
            kept.append(count)
    return tuple(kept)
