"""Counts of a report: what was counted, where, over which days, how many, how exactly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.core.date_words import MONTHS
from trucewatch.core.dates import When
from trucewatch.core.model import Count, Document, Previous
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.incidents import word_set

from .before import month_named, previous_column
from .calendar import Calendar
from .figures import NUMBER, Figure, find_figures
from .grammar import kind_of_violations, read_row, read_sentence, refers_back
from .periods import ATTACKED, INCIDENT, OF_PEOPLE, period_of
from .places import Label, is_area, is_whole, label_at, labels_of, place_at, rows_of
from .readings import Bounds, Reading, Sentence
from .sentences import part_of, sentences

_CEASEFIRE = re.compile(r"\b(?:cease-?fire|truce|cessation\s+of\s+hostilities|CoHA)\b", re.I)
_LINE_ENDS = str.maketrans(dict.fromkeys("\n\r\t\x0b\x0c", " "))
_OVERALL = re.compile(r"\b(?:overall|altogether|in\s+(?:total|all)|throughout\s+the|across\s+(?:the|all))\b", re.I)
_WHERE = re.compile(r",\s+where\b[^.;:]{0,60}$", re.I)
_LEADS_IN = re.compile(r"\b(?:in|at|near|around|inside)\s", re.I)
# "July saw 21 breaches", "the northern figure includes 22": of less than the period, and of how much is not said.
_OF_LESS = re.compile(
    rf"\W*(?:(?:{'|'.join(MONTHS)})(?:\s+\d{{4}})?,?\s+(?:was|saw|had|brought|remained)\b"
    r"|(?:the|this|that)\s+(?:[A-Z]?[\w-]+(?:ern)|latter|former|first|second|last)\s+(?:figure|number|total|count)\b)",
    re.I,
)
# What a side says is no monitor's count.
_A_SIDE_SAYS = re.compile(
    r"\baccording\s+to\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:army|government|ministry|presidency|authorities|rebels?|opposition|movement|military|command|spokes\w+)\b"
    r"|\b(?:army|government|ministry|rebels?|opposition|movement|military|command|spokes\w+)\s+(?:says?|said|claims?|claimed|reports?|reported|counts?|counted|lists?|listed)\b",
    re.I,
)
_MONITORS = "|".join(sorted(word_set("monitor"), key=len, reverse=True))
_SAID_ELSEWHERE = re.compile(
    r"\baccording\s+to\s+(?:the\s+)?+(?!(?:[\w'’-]+\s+){0,3}?(?:mission|monitor\w*|observ\w+|verif\w+|teams?|agreement|plan|type|kind|region|area|"
    rf"{_MONITORS})\b)",
    re.I,
)
# What is seen or heard from one place is only a part of the day's figures.
_FROM_ONE_POST = re.compile(
    r"\b(?:positioned|while\s+(?:positioned\s+)?(?:in|at|on|near)|from\s+(?:its|their|a)\s+(?:\w+\s+)?(?:position|location|post)|cameras?\s+(?:in|at|on|near))\b"
    r"[^.;]{0,120}\b(?:heard|saw|observed|recorded|noted|registered)\b",
    re.I,
)
_ACCUSES = re.compile(
    rf"\b(?:accus(?:e[sd]?|ing)|alleg(?:es?|ed\s+that|ing)|alleged\s+(?:(?:about|some|over|at\s+least)\s+)?(?:{NUMBER})|blam(?:e[sd]?|ing))\b",
    re.I,
)
_INCLUDED = re.compile(r"\b(?:including|of\s+which|of\s+them|among\s+(?:them|which))\s*,?\s*$", re.I)
_OF_THOSE = re.compile(r"\s*(?:\d+\s+)?of\s+(?:which|them|these|those)\b", re.I)
_DIGIT = re.compile(r"\d")
_PEOPLE = ("people-killed", "people-injured", "casualties")


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
    labels, rows = labels_of(document.text), rows_of(document.text)
    for number, (start, end) in enumerate(sentences(document.text)):
        text = document.text[start:end].translate(_LINE_ENDS)
        stretches = tuple(replace(s, start=s.start - start, end=s.end - start) for s in calendar.between(start, end))
        row = next((row for row in rows if start <= row.start < end), None)
        label = row.place if row else _label(labels, start, end, text)
        sentence = Sentence(document, start, text, stretches, incident, label)
        if "|" in text and "\n" in document.text[start:end].strip():
            # Rows of a table, which one is of what cannot be told.
            continue
        if text.lstrip().startswith("|"):
            column = column if _DIGIT.search(text) or "--" in text else previous_column(text)
            readings = read_row(text, column)
        else:
            readings = read_sentence(text, [(s.start, s.end) for s in stretches])
        for n, reading in enumerate(readings):
            readings[n] = _of_the_report(reading, readings[:n], text, about_truce)
        if row is not None and row.place is None:
            # Of one of several things that the text gives no place for.
            readings = []
        if readings and not _ACCUSES.search(text) and not _FROM_ONE_POST.search(text) and not _OF_LESS.match(text):
            _add(calendar, sentence, readings, found, number)
        incident = bool(INCIDENT.search(text) or ATTACKED.search(text)) or any(
            s.kind in ("day", "days") for s in stretches
        )
    return _once(count for count, _ in found)


def _label(labels: Sequence[Label], start: int, end: int, text: str) -> Bounds | None:
    """The place that stands in front of the sentence's paragraph, unless it speaks of the whole."""
    if _OVERALL.search(text):
        return None
    return next((label.place for label in labels if label.start < end and start < label.end), None)


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
            if not _is_right_before(sentence, reading, calendar):
                continue
            if not _tie(sentence, reading, found, number):
                waiting.append(reading)
            continue
        part = part_of(sentence.parts, reading.figure.start)
        if part.elsewhen:
            continue
        if _SAID_ELSEWHERE.search(sentence.text, part.start, part.end):
            continue
        if (kind_of_violations(reading.kind) or reading.kind.endswith(OF_PEOPLE)) and _A_SIDE_SAYS.search(
            sentence.text, part.start, reading.figure.start
        ):
            continue
        if not reading.kind:
            parent = _parent(reading, found, number)
            if parent is None:
                continue
            reading = replace(reading, kind=parent.kind)
            count = _count(sentence, reading, parent.period, part.running, parent)
        else:
            own = period_of(sentence, reading, readings, part, calendar)
            if own is None:
                continue
            # A figure of a place belongs to the days of what it is a part of.
            period = period if reading.form == "part" and period is not None else own
            running = part.running or _reaches_back(own, calendar)
            count = _count(sentence, reading, period, running, before=_place_of_whole(sentence, reading, found, number))
            if refers_back(sentence.text, reading.figure) and _is_known(count, found):
                continue
        found.append((count, number))
        for previous in [w for w in waiting if w.kind in ("", count.kind) and at]:
            _tie(sentence, previous, found, number)
            waiting.remove(previous)


def _parent(reading: Reading, found: list[tuple[Count, int]], number: int) -> Count | None:
    """What a figure without a noun is a part of: the nearest count that is not smaller."""
    near = (count for count, where in reversed(found) if where >= number - 4)
    return next((c for c in near if c.value >= reading.figure.value), None)


def _is_known(count: Count, found: list[tuple[Count, int]]) -> bool:
    """Whether a figure was given before, of a place perhaps."""
    return any(c.kind == count.kind and c.value == count.value for c, _ in found)


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


def _is_right_before(sentence: Sentence, reading: Reading, calendar: Calendar) -> bool:
    """Whether a month named with a figure of the time before is the one before the report's own month."""
    named = month_named(sentence.text, reading.figure)
    own = calendar.period
    if named is None or own is None:
        return named is None
    month, year = named
    if own.first[8:] != "01" or int(own.first[5:7]) != month % 12 + 1:
        return False
    return not year or own.first[:4] in ("XXXX", str(int(year) + (month == 12)))


def _tie(sentence: Sentence, reading: Reading, found: list[tuple[Count, int]], number: int) -> bool:
    """Gives the figure of the period before to the nearest count that it can belong to."""
    figure = reading.figure
    span = sentence.span(figure.start, figure.end)
    about = reading.kind.split("-")[-1]
    where_was = _folded(sentence.text[slice(*reading.where)]) if reading.where else None
    for at in range(len(found) - 1, max(-1, len(found) - 8), -1):
        count, where = found[at]
        if not reading.kind and number > where and count.scope == "area" and _has_total(found, at, count):
            # "nine, seven of them in the east. That was three fewer than before (12)": the figure before is of all.
            continue
        if not reading.kind and number == where and _is_inside(sentence, count, figure, found[:at]):
            continue
        fits = (
            not reading.kind
            or count.kind == reading.kind
            or (reading.kind.startswith("people-") and count.kind.endswith(about))
        )
        if number - where > 2 or (number > where and not reading.kind and _has_other_figures(sentence, figure, count)):
            return False
        if where_was and not is_whole(where_was) and (count.where is None or _folded(count.where.exact) != where_was):
            continue
        if fits and count.previous is None and count.scope != "running":
            found[at] = (replace(count, previous=Previous(figure.value, figure.qualifier, span)), where)
            return True
    return False


def _has_other_figures(sentence: Sentence, figure: Figure, count: Count) -> bool:
    """Whether a figure before it in its own sentence is of something else: "1,800 men have come (last week 1,640)"."""
    dates = [(s.start, s.end) for s in sentence.stretches]
    return any(
        one.end <= figure.start and one.value != count.value and not any(a <= one.at < b for a, b in dates)
        for one in find_figures(sentence.text)
    )


def _folded(place: str) -> str:
    return " ".join(place.lower().split())


def _is_inside(sentence: Sentence, part: Count, figure: Figure, before: Sequence[tuple[Count, int]]) -> bool:
    """Whether a count only says what the one before it includes: "90, including 30 in the east, down from 120"."""
    start, end = part.span.start - sentence.start, part.span.end - sentence.start
    inner = _INCLUDED.search(sentence.text, 0, start) or _OF_THOSE.match(sentence.text, end)
    if not before or (not inner and not _OF_THOSE.search(part.span.exact)):
        return False
    return "(" not in sentence.text[end : figure.start] and ")" not in sentence.text[start : figure.end + 1]


def _has_total(found: list[tuple[Count, int]], at: int, part: Count) -> bool:
    return any(c.kind == part.kind and c.scope == "total" and n == found[at][1] for c, n in found[:at])


def _count(
    sentence: Sentence,
    reading: Reading,
    period: When | None,
    running: bool,
    parent: Count | None = None,
    before: Span | None = None,
) -> Count:
    figure = reading.figure
    where = reading.where or (None if running else _place_in_front(sentence, reading))
    place = sentence.span(*where) if where else None
    if place is None and before is not None:
        place = before
    if place is None and sentence.label is not None:
        # A running total of a place is no total of all either, so it goes with the place.
        place = sentence.document.span(*sentence.label)
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


def _place_of_whole(
    sentence: Sentence, reading: Reading, found: Sequence[tuple[Count, int]], number: int
) -> Span | None:
    """The place of what a count is included in: "77 violations in Donetsk region, including eight explosions"."""
    if not found or found[-1][1] != number or not _INCLUDED.search(sentence.text, 0, reading.figure.start):
        return None
    return found[-1][0].where if found[-1][0].scope == "area" else None


def _place_in_front(sentence: Sentence, reading: Reading) -> Bounds | None:
    """The place that opens the sentence: "In the Rajouri district, observers counted ...", or that of ", where 9 ..."."""
    text, start = sentence.text, reading.figure.start
    there = _WHERE.search(text, max(0, start - 120), start)
    if there:
        places = (
            place_at(text, hit.start()) for hit in _LEADS_IN.finditer(text, max(0, there.start() - 120), there.start())
        )
        found = next((p for p in places if p and p[1] == there.start()), None)
        if found:
            return found
    named = label_at(text)
    if named:
        return named
    part = part_of(sentence.parts, start)
    opening = text[part.start : start]
    place = place_at(text, part.start + len(opening) - len(opening.lstrip("; -–—•*·")), start)
    if place is None:
        return None
    # "In the northern districts monitors counted ..."
    plain = text[place[1] : start].strip()[:1] in ("", ",")
    return place if plain or is_area(text[slice(*place)]) else None


def _once(counts: Iterator[Count]) -> tuple[Count, ...]:
    """The counts without repetitions, and without a second total of the same thing for the same days.

    A report may come back to its figures; a smaller one in passing is of a part that was not recognised.
    """
    kept: list[Count] = []
    seen: set[tuple[object, ...]] = set()
    for count in counts:
        place = _folded(count.where.exact) if count.where else None
        edtf = count.period.edtf if count.period else None
        key = (count.kind, edtf, count.scope, place if count.scope == "area" else None)
        if key not in seen:
            seen.add(key)
            kept.append(count)
    return tuple(kept)
