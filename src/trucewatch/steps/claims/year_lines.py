"""Years that stand on lines of their own above the entries of a chronology."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.date_words import MONTH_NAMES, DateMention
from trucewatch.core.dates import of_year

_YEAR = re.compile(r"^[ \t\W]{0,4}(?P<year>(?:19|20)\d\d)[ \t\W]{0,4}$", re.MULTILINE)
# What may stand in front of the day of an entry, and what ends one.
_MARKS = " \t\r\n•*-–—"
_AHEAD = 12
# "February - Fighting resumes near the lake."
_MONTH = re.compile(rf"(?:(?:Early|Mid|Late)[\s-])?(?:{'|'.join(MONTH_NAMES)})\s*[-–—:]")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")


def with_year_lines(text: str, mentions: Sequence[DateMention]) -> list[DateMention]:
    """The mentions, those of entries without a year in that of the line above them.

    Such lines count where an entry follows one of them: "2016", and below it "February - ..." or "9 March - ...".
    """
    starts = {m.start for m in mentions if not m.year_known and m.edtf}
    lines = list(_YEAR.finditer(text))
    if not any(_entry_behind(text, hit.end(), starts) for hit in lines):
        return list(mentions)
    years = [int(hit["year"]) for hit in lines]
    if years not in (sorted(years), sorted(years, reverse=True)):
        # Years that do not run on, or back, are not all those of a chronology.
        lines = [hit for hit in lines if _entry_behind(text, hit.end(), starts)]
    places = [hit.start() for hit in lines]
    entries = [
        m.start for m in mentions if m.start in starts and not text[_line(text, m.start) : m.start].strip(_MARKS)
    ]
    made: list[DateMention] = []
    for mention in mentions:
        at, entry = bisect_right(places, mention.start) - 1, bisect_right(entries, mention.start) - 1
        inside = entry >= 0 and _EMPTY_LINE.search(text, entries[entry], mention.start) is None
        made.append(_in_year(mention, lines[at]["year"]) if at >= 0 and inside and mention.edtf else mention)
    return made


def _line(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _entry_behind(text: str, end: int, starts: set[int]) -> bool:
    at = end
    while at < len(text) and at < end + _AHEAD and text[at] in _MARKS:
        at += 1
    return _MONTH.match(text, at) is not None or any(start in starts for start in range(at, at + len("the ")))


def _in_year(mention: DateMention, year: str) -> DateMention:
    if mention.year_known:
        return mention
    filled = of_year(mention.edtf, year)
    if filled is None:
        return mention
    others = tuple(other for a in mention.alternatives if (other := of_year(a, year)) is not None)
    return replace(mention, edtf=filled, alternatives=others, completed=True)
