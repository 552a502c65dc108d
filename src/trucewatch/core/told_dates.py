"""Dates as stories tell them: "on Tuesday, 8 March", "over the weekend", "hours later", "on the 11th".

`find_told_dates` gives what `date_words.find_dates` gives, with the further forms of narrative prose; agreements,
whose dates are terms, are read without them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from trucewatch.core.date_words import BETWEEN

from .date_words import (
    MONTH_NAMES,
    MONTHS,
    NUMBER,
    WEEKDAYS,
    DateMention,
    Kind,
    denied,
    find_dates,
    full_year,
    over_a_gap,
    read_number,
)
from .dates import last_day, of_year
from .patterns import one_of
from .spelled_dates import find_spelled_dates

_LEAP_YEAR = 2024
_PARTS_OF_DAY = r"(?:morning|afternoon|evening|night)"
_NAMES = one_of(WEEKDAYS)
# What people meet at or say things in; "the same meeting" has the day of the meeting told of before.
_OCCASION = (
    r"(?:meeting|session|sitting|briefing|conference|occasion|interview|gathering|ceremony|round|broadcast|call"
    r"|summit|congress|rally|hearing|visit)"
)
_TO_PREVIOUS = re.compile(
    r"\b(?=[wisaftjhodle])(?:\b(?:with)?in (?:hours|the hour|an hour)|\b(?:(?:some|a few|several|two|three|four|five|six|just)\s+)?hours\s+(?:later|earlier|afterwards|before)"
    r"|\b(?:an|one|half an)\s+hour\s+(?:later|earlier)|\bin\s+the\s+(?:morning|afternoon|evening)(?!\s+of)"
    rf"|(?:\b(?:at|in|during|on|from)\s+|(?<=told )|(?<=addressed ))(?:the\s+same|that)\s+(?:[\w-]+\s+)?{_OCCASION}"
    rf"|\b(?:later|earlier)\s+(?:that|the\s+same)\s+(?:day|{_PARTS_OF_DAY})|\b(?:that|the\s+same)\s+{_PARTS_OF_DAY}"
    r"|\b(?:later|earlier)\s+in\s+the\s+day)\b",
    re.I,
)
_NEXT = re.compile(
    rf"\b(?=[tnfp])(?P<which>(?:the\s+)?(?:next|following|previous)|the)\s+(?P<unit>{_PARTS_OF_DAY}|day)(?P<after>\s+(?:before|after))?"
    r"(?=(?P<stop>\s*[,.;:]|\s+(?:that|in|at|he|she|it|they|the)\b)?)",
    re.I,
)
_WEEKDAY = re.compile(
    rf"\b(?=[omtwfsa])(?:(?:on\s+)?(?P<a>{_NAMES})\s+(?:of\s+)?(?P<last>last|this|next)\s+week"
    rf"|the\s+(?P<way>previous|following|next)\s+(?P<b>{_NAMES})|(?P<c>that)\s+(?P<d>{_NAMES})"
    rf"|a\s+week\s+(?:ago\s+)?(?:on|last)\s+(?P<e>{_NAMES}))\b",
    re.I,
)
_WEEKEND = re.compile(
    r"\b(?=[oadl])(?:over|at|on|during|last)\s+(?:the\s+)?(?:past\s+|last\s+)?week-?end\b(?!\s+of)", re.I
)
_MONTHDAY = re.compile(
    r"\b(?=[osbufad])(?:on|of|since|by|until|from|and|for|dated)\s+the\s+(?P<n>[0-3]?\d)(?:st|nd|rd|th)\b(?!\s*[-–]?\s*(?:century|anniversary|of\b|[a-z]+(?:ion|ade|ment|ee|ny|de)\b))",
    re.I,
)
# "1400 GMT 10 Nov 94;": two figures for the year, as logs of broadcasts and cables have it.
_SHORT_YEAR = re.compile(
    r"\b(?P<day>[0-3]?\d)\s+(?P<month>"
    + "|".join(m.title() for m in MONTHS)
    # Before a comma or at the end of a line, only what can hardly be a count: "7 May 12,000 rebels" is of no year 12.
    + r")\.?\s+['’]?(?P<year>\d\d(?=\s*[;)\]]|\.?\s*\Z)|(?:3[2-9]|[4-9]\d)(?=,(?!\d)|\.?\s*\n))"
)
# "ISPR on Thurs: we did not strike".
_SHORT_WEEKDAY = re.compile(
    # "On Mon villages", "by Sun, the envoy": peoples and names, too.
    r"\b(?:on|since|until|(?P<last>last))\s+(?P<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|r)?\b(?!\.?\s*\d)"
    r"(?=[.:;,)]|\s*\Z|\s+(?:that|early|late|morning|afternoon|evening|night)\b)\.?"
)
# "Tuesday 18", "Fri 23, late:": a day of the month beside its weekday, with nothing behind that it could count.
_WEEKDAY_DAY = re.compile(
    r"\b(?P<name>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?(?:day|\.)?,?[^\S\n]+(?:the\s+)?(?P<n>[0-3]?\d)(?:st|nd|rd|th)?"
    r"(?=\s*(?:[,;)\]–—]|:(?!\d)|\.(?!\d)|$)|[^\S\n]*\n\s*(?:[A-Z\n]|\Z))"
)
# "It resumed the following week", not "over the next week".
_NEXT_STRETCH = re.compile(
    r"(?<!over )(?<!in )(?<!within )(?<!for )(?<!during )(?<!by )(?<!until )"
    r"\bthe\s+(?:following\s+(?P<unit>week|month)|(?P<unit2>week|month)\s+after(?=\s*[,.;:]))\b(?!\s+(?:of|in)\b)",
    re.I,
)
# "On the second day the delegation complained": of a meeting, never of what the meeting is about.
_DAY_OF_SITTING = re.compile(
    r"\bon\s+the\s+(?P<n>first|second|third|fourth|fifth|opening|last|final|closing)\s+day"
    rf"(?:\s+of\s+(?:the|its|their|this)\s+(?:{_OCCASION}|talks|negotiations|consultations))?\b(?!\s+(?:of|after|since|when)\b)",
    re.I,
)
# "In the last week of April", "the first half of June 2019".
_PART_OF_MONTH = re.compile(
    r"\b(?:the\s+)?(?P<n>first|second|third|fourth|last|final)\s+(?P<unit>week|half)\s+of\s+(?P<month>"
    + "|".join(MONTH_NAMES)
    + r")\b(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d)(?!\d))?",
    re.I,
)
_AGO = re.compile(
    rf"\b(?:(?P<n>{NUMBER})\s+(?P<unit>months?|years?|fortnights?|hours?)\s+(?P<dir>ago|earlier|later|after|before)"
    r"|(?:(?:earlier|later)\s+)?(?P<which>last|this)\s+(?P<one>month|year))\b"
    r"(?P<event>\s+(?:the|its|their|this|that)\s+[\w-]+(?:\s+of\s+(?:the|its)\s+[\w-]+)?)?",
    re.I,
)
_TO_THE_DAY = re.compile(rf"\b(?P<n>{NUMBER})\s+(?P<unit>weeks?|months?|years?)\s+(?:ago\s+today|to the day)\b", re.I)
# A month that opens a sentence; inside one it is found with its preposition in small letters.
_MONTH = re.compile(
    r"\b(?=[ISDBUFLNT])(?:In|Since|During|By|Until|From|Last|Next|This)\s+(?P<month>"
    + "|".join(MONTH_NAMES)
    + r")\b(?!\s+\d)"
)
_HALVES, _HALF, _COMMON_YEAR = ("first", "second"), 15, 2023
# "After 48 hours" counts as days; fewer hours are the same day or the next, and say no more.
_HOURS = 24
# "8 February 1995, 0600, to 9 February": the hours say nothing of the days.
_JOIN = re.compile(
    r"(?:,?\s*(?:at\s+)?\d{1,2}[:.]?\d\d(?:\s*(?:hrs|hours|h|[ap]\.?m\.?))?)?,?\s*(?:-|–|—|to|until|till|through)\s*",
    re.I,
)
_AND = re.compile(r"\s+and\s+", re.I)


def find_told_dates(text: str) -> list[DateMention]:
    """Date mentions of a story in order of place, without overlaps; days that no year or not the one told has are none."""
    found = [*find_dates(text), *find_spelled_dates(text)]
    for pattern, read in _FORMS:
        found += (m for hit in pattern.finditer(text) for m in read(hit))
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -(m.end - m.start))):
        if (not kept or mention.start >= kept[-1].end) and not over_a_gap(text, mention.start, mention.end):
            kept.append(mention)
    kept = [m for m in kept if not denied(text, m)]
    return [m for m in _joined(text, kept) if not m.edtf or of_year(m.edtf, _LEAP_YEAR) is not None]


def _joined(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """A weekday and the date beside it as one mention, and "28 February to 13 March" as one stretch."""
    made: list[DateMention] = []
    for mention in mentions:
        before = made[-1] if made else None
        both = _pair(text, before, mention) if before is not None else None
        if both is not None:
            made[-1] = both
        else:
            made.append(mention)
    return made


def _pair(text: str, one: DateMention, two: DateMention) -> DateMention | None:
    gap = text[one.end : two.start]
    if over_a_gap(text, one.end, two.start):
        return None
    if one.kind == "weekday" and two.kind in ("day", "monthday") and re.fullmatch(r",?\s+(?:on\s+)?(?:the\s+)?", gap):
        return replace(two, start=one.start, weekday=text[one.start : one.end].split()[-1].lower())
    if one.kind == "day" and two.kind == "weekday" and re.fullmatch(r",?\s+(?:a\s+|\()", gap):
        return replace(one, end=two.end, weekday=text[two.start : two.end].split()[-1].lower())
    if one.kind == "day" == two.kind and not one.alternatives and not two.alternatives:
        between = _AND.fullmatch(gap) and BETWEEN.search(text[max(0, one.start - 12) : one.start])
        if between or _JOIN.fullmatch(gap):
            return _stretch(one, two)
    return None


def _stretch(one: DateMention, two: DateMention) -> DateMention | None:
    first, last = one.edtf, two.edtf
    if not one.year_known and two.year_known:
        first = last[:4] + first[4:]
        if first > last:
            first = f"{int(last[:4]) - 1}{first[4:]}"
    if one.year_known != two.year_known and not two.year_known:
        last = first[:4] + last[4:]
    if first[:4] == "XXXX" and first > last:
        return None
    if first >= last:
        return None
    return replace(one, end=two.end, kind="span", edtf=f"{first}/{last}")


def _previous(hit: re.Match[str]) -> Iterator[DateMention]:
    yield DateMention(hit.start(), hit.end(), "relative", "", base="previous", offset_days=0)


def _next(hit: re.Match[str]) -> Iterator[DateMention]:
    """ "The following evening", "the night before", "the day after,": a day from the one told of before."""
    which, after = hit["which"].lower().removeprefix("the").strip(), (hit["after"] or "").strip().lower()
    if bool(which) == bool(after):
        return
    if after and hit["stop"] is None:
        return
    if after == "after" and hit["stop"] and hit["stop"].strip().lower() == "the":
        return
    if after == "before" and hit["stop"] and hit["stop"].strip().lower() == "the":
        return
    back = which == "previous" or after == "before"
    yield DateMention(hit.start(), hit.end(), "relative", "", base="previous", offset_days=-1 if back else 1)


def _weekday(hit: re.Match[str]) -> Iterator[DateMention]:
    start, end = hit.span()
    if hit["a"]:
        weeks = {"last": -7, "this": 0, "next": 7}[hit["last"].lower()]
        yield DateMention(start, end, "week", "", base="document", offset_days=weeks, weekday=hit["a"].lower())
    elif hit["e"]:
        yield DateMention(start, end, "weekday", "", base="document", offset_days=-7, weekday=hit["e"].lower())
    else:
        name = (hit["b"] or hit["d"]).lower()
        way = {"previous": -1, "following": 1, "next": 1}.get((hit["way"] or "").lower(), 0)
        yield DateMention(start, end, "weekday", "", base="previous", offset_days=way, weekday=name)


def _next_stretch(hit: re.Match[str]) -> Iterator[DateMention]:
    unit: Kind = "week" if (hit["unit"] or hit["unit2"]).lower() == "week" else "months"
    yield DateMention(*hit.span(), unit, "", base="previous", offset_days=7 if unit == "week" else 1)


def _day_of_sitting(hit: re.Match[str]) -> Iterator[DateMention]:
    name = hit["n"].lower()
    last = name in ("last", "final", "closing")
    number = -1 if last else (read_number(name) or 1) - 1
    yield DateMention(*hit.span(), "relative", "", base="sitting", offset_days=number)


def _part_of_month(hit: re.Match[str]) -> Iterator[DateMention]:
    month, year = MONTHS[hit["month"].lower()], hit["year"] or "XXXX"
    final = last_day(int(hit["year"] or _COMMON_YEAR), month)
    number = 0 if hit["n"].lower() in ("last", "final") else read_number(hit["n"]) or 0
    if hit["unit"].lower() == "half":
        if number > len(_HALVES):
            return
        first, last = (1, _HALF) if number == 1 else (_HALF + 1, final)
    else:
        first, last = (7 * number - 6, 7 * number) if number else (final - 6, final)
    edtf = f"{year}-{month:02d}-{first:02d}/{year}-{month:02d}-{last:02d}"
    yield DateMention(*hit.span(), "span", edtf, completed=True)


def _weekend(hit: re.Match[str]) -> Iterator[DateMention]:
    yield DateMention(hit.start(), hit.end(), "weekend", "", base="document", offset_days=0)


def _monthday(hit: re.Match[str]) -> Iterator[DateMention]:
    day = int(hit["n"])
    if 1 <= day <= 31:
        yield DateMention(hit.start("n"), hit.end(), "monthday", "", base="previous", offset_days=day)


def _short_year(hit: re.Match[str]) -> Iterator[DateMention]:
    """ "10 Nov 94": the year of the last or this century that ends so."""
    try:
        day = date(int(full_year(hit["year"])), MONTHS[hit["month"].lower()], int(hit["day"]))
    except ValueError:
        return
    yield DateMention(hit.start(), hit.end("year"), "day", day.isoformat(), completed=True)


def _short_weekday(hit: re.Match[str]) -> Iterator[DateMention]:
    weekday = next(full for full in WEEKDAYS if full.startswith(hit["name"].lower()))
    back = -1 if hit["last"] else 0
    yield DateMention(hit.start("name"), hit.end(), "weekday", "", base="document", offset_days=back, weekday=weekday)


def _weekday_day(hit: re.Match[str]) -> Iterator[DateMention]:
    day, name = int(hit["n"]), hit["name"].lower()
    if 1 <= day <= 31:
        weekday = next(full for full in WEEKDAYS if full.startswith(name))
        yield DateMention(hit.start(), hit.end(), "monthday", "", base="previous", offset_days=day, weekday=weekday)


def _to_the_day(hit: re.Match[str]) -> Iterator[DateMention]:
    count, unit = read_number(hit["n"]), hit["unit"].lower()
    if count is not None:
        kind = "weeks" if unit.startswith("week") else "months" if unit.startswith("month") else "years"
        yield DateMention(hit.start(), hit.end(), "relative", "", base="document", offset_days=-count, unit=kind)


def _month(hit: re.Match[str]) -> Iterator[DateMention]:
    yield DateMention(hit.start("month"), hit.end(), "month", f"XXXX-{MONTHS[hit['month'].lower()]:02d}")


def _ago(hit: re.Match[str]) -> Iterator[DateMention]:
    start = hit.start()
    if hit["one"]:
        back = -1 if hit["which"].lower() == "last" else 0
        kind = "months" if hit["one"].lower() == "month" else "years"
        yield _counted(start, hit.end("one"), kind, back, "document")
        return
    number, unit, way = read_number(hit["n"]), hit["unit"].lower(), hit["dir"].lower()
    if number is None:
        return
    count = number
    sign = -1 if way in ("ago", "earlier", "before") else 1
    if unit.startswith(("hour", "fortnight")):
        yield from _hours(hit, count * sign if unit.startswith("h") else count * sign * 14 * _HOURS, way)
    elif way == "ago":
        kind = "months" if unit.startswith("month") else "years"
        yield _counted(start, hit.end("dir"), kind, -count, "document")


def _counted(start: int, end: int, kind: str, count: int, base: str) -> DateMention:
    return DateMention(
        start,
        end,
        "months" if kind == "months" else "years",
        "",
        base="document" if base == "document" else "previous",
        offset_days=count,
    )


def _hours(hit: re.Match[str], hours: int, way: str) -> Iterator[DateMention]:
    """A whole number of days told in hours; anything less names no day."""
    days, rest = divmod(abs(hours), _HOURS)
    if rest or not days:
        return
    days = days if hours > 0 else -days
    start, end = hit.span()
    if way == "ago":
        yield DateMention(start, hit.end("dir"), "relative", "", base="document", offset_days=days)
    elif way in ("later", "earlier"):
        yield DateMention(start, hit.end("dir"), "relative", "", base="previous", offset_days=days)
    elif hit["event"]:
        inner = hit.start("event") + len(hit["event"]) - len(hit["event"].lstrip())
        yield DateMention(start, end, "relative", "", base="event", offset_days=days, event=(inner, end))


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[DateMention]]], ...] = (
    (_TO_PREVIOUS, _previous),
    (_NEXT, _next),
    (_WEEKDAY, _weekday),
    (_NEXT_STRETCH, _next_stretch),
    (_DAY_OF_SITTING, _day_of_sitting),
    (_PART_OF_MONTH, _part_of_month),
    (_WEEKEND, _weekend),
    (_MONTHDAY, _monthday),
    (_AGO, _ago),
    (_TO_THE_DAY, _to_the_day),
    (_MONTH, _month),
    (_SHORT_YEAR, _short_year),
    (_WEEKDAY_DAY, _weekday_day),
    (_SHORT_WEEKDAY, _short_weekday),
)
