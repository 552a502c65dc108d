"""Tells which figures of a sentence are of the period before."""

import re
from collections.abc import Sequence

from trucewatch.core.date_words import MONTHS
from trucewatch.vocabulary.count_words import one_of

from .figures import NUMBER, Figure
from .readings import Reading

_RECORDED = one_of("recorded")
_BE = r"(?:was|were|had\s+been|have\s+been|has\s+been|are|is)"
_PERIODS = r"(?:reporting\s+)?(?:periods?|days?|weeks?|(?:two|three|four)[-\s]weeks?(?:\s+(?:reporting\s+)?period)?|(?:two|three|four|six|twelve)\s+months|fortnight|months?|quarter|(?:two-week|one-week|14-day|monthly|weekly)\s+(?:reporting\s+)?period|reports?|bulletin)"
_BEFORE_THIS = rf"(?:(?:the|its|their)\s+)?(?:(?:previous|preceding|prior|earlier|last)\s+{_PERIODS}|{_PERIODS}\s+(?:before|earlier)|(?:a|one|two)\s+(?:days?|weeks?|fortnight|months?)\s+(?:ago|before|earlier))\b"
MONTH = rf"(?i:{'|'.join(MONTHS)})\b"
_OF_TIME = (
    rf"\b(?:{MONTH}|previous|preceding|last|prior|weeks?|fortnight|months?|quarter|year|periods?|(?:19|20)\d\d)\b"
)
MOVE = r"(?:rose|risen|fell|fallen|dropped|increased|decreased|declined|grew|grown|went\s+(?:up|down)|climbed|sank|jumped|rise|fall|drop|increase|decrease|decline|up|down)"


CLOSES = re.compile(
    r"\s*(?:$|[).,;:|(–—]|-\s)|\s+(?:over|in|during|on|compared|from|up|down|and|for|since|against|this|representing|which|while|between|or\s+so)\b",
    re.I,
)
CELL = re.compile(r"(?<=\|)[^|]+(?=\|)")
YEAR = re.compile(r"(?:19|20)\d\d$")
_CUE = re.compile(
    r"\b(?:(?:compare[ds]|comparing|relative)\s+(?:with|to)|(?:up|down)\s+from)\s+(?:the\s+)?$"
    rf"|\b{MOVE}\b[^.;]{{0,60}}\bfrom\s+$|\b(?:last|(?:the\s+)?(?:previous|preceding|prior))\s+{_PERIODS}['’]s\s+$|{_BEFORE_THIS}\s*(?:[:,–-]?\s*\(?\s*|,?\s*(?:when|in\s+which)\b[^.;,()]{{0,60}})$|\bthan\s+(?:in|during)\s+(?=[^()]*{_OF_TIME})[^()]{{3,60}}\(\s*$|\b(?:than\s+(?:in|during)|compared\s+(?:to|with))\s+[^().;]{{3,30}},\s+when\s+[^().;\d]{{0,40}}$",
    re.I,
)
# "1,204 (October 2020: 966)", "fell from April's 518", "a decrease from April (518)"
_OF_MONTH = re.compile(
    rf"(?:\(\s*(?:in\s+)?(?P<one>{MONTH}),?(?:\s+(?P<year1>(?:19|20)\d\d))?\s*:\s*"
    rf"|\bfrom\s+(?P<two>{MONTH})(?:\s+(?P<year2>(?:19|20)\d\d))?(?:\s*\(\s*|['’]s\s+))$",
    re.I,
)
# In "rose from 6 to 11" the figure before comes first.
FROM_TO = re.compile(rf"\b{MOVE}\s+from\s+$", re.I)
_AGAINST = re.compile(r"\b(?:versus|vs\.?|against|after|than|from)\s+(?:the\s+)?$", re.I)
_AFTER_AGAINST = re.compile(r"\s*(?:[,.;)]|$)|\s+(?:in|during)\s", re.I)
_OF_THE_PAST = re.compile(
    rf"\s*\)?\s*(?:(?:{_BE}|had)\s+)?(?:{_RECORDED}\s+)?(?:by\s+[\w ]{{1,30}}?\s+)?(?:in\s+|during\s+|over\s+|for\s+)?{_BEFORE_THIS}",
    re.I,
)
OPENED_BY_PAST = re.compile(
    rf"\W*(?:(?:in|during|over|for)\s+{_BEFORE_THIS}|(?:the\s+)?(?:day|week|fortnight|month)\s+(?:before|earlier)\b)",
    re.I,
)
_LAST_WEEK = re.compile(rf"\W*{_BEFORE_THIS}\s*[:–-]\s*(?:\w+\s+){{0,2}}{NUMBER}\W*$", re.I)
_OPENED = re.compile(r"\s*\(\s*including\s+", re.I)
_LISTED = re.compile(r"\s*(?:,|;|,?\s*and|,?\s*including)\s+", re.I)
_NEXT_TO = re.compile(r"\s*(?:and|\()\s*$", re.I)


def goes_with_the_last(text: str, figure: Figure, found: Sequence[Reading]) -> bool:
    """ "compared with 41 (9) in the previous period": the second figure is of that period too."""
    if not found or found[-1].form != "previous" or found[-1].figure.end > figure.start:
        return False
    between = text[found[-1].figure.end : figure.start]
    return bool(_NEXT_TO.fullmatch(between) and CLOSES.match(text, figure.end))


def opens_with_past(text: str) -> bool:
    """Whether a sentence gives nothing but a figure of the period before: "Last week: 9."."""
    return _LAST_WEEK.match(text) is not None


def listed_with_the_last(text: str, figure: Figure, found: Sequence[Reading]) -> bool:
    """ "(the previous day: 260 violations, 35 explosions)", "down from 5,900 (including 1,400 explosions)"."""
    if not found or found[-1].form != "previous" or found[-1].figure.end > figure.start:
        return False
    last = found[-1]
    between = text[max(last.figure.end, last.what[1] if last.what else 0) : figure.start]
    if _OPENED.fullmatch(between):
        return True
    return bool(_LISTED.fullmatch(between)) and text.count("(", 0, last.figure.start) > text.count(")", 0, figure.start)


def said_before(text: str, figure: Figure, found: Sequence[Reading]) -> bool:
    """ "61 in the previous period: 38 north of the line": the words on the past go with the figure before them."""
    if not found or found[-1].form != "previous":
        return False
    last = found[-1]
    past = _OF_THE_PAST.match(text, max(last.figure.end, last.what[1] if last.what else 0))
    return past is not None and not text[past.end() : figure.start].strip(" :,-–(")


def is_previous(text: str, before: str, figure: Figure, end: int) -> bool:
    """Whether a figure, its noun included up to `end`, is of the period before; `before` are the words in front of it."""
    if _OF_THE_PAST.match(text, end):
        return True
    if YEAR.match(text[figure.at : figure.end]) and end == figure.end:
        return False
    if _CUE.search(before) or month_named(text, figure):
        return True
    return bool(_AGAINST.search(before) and _AFTER_AGAINST.match(text, end) and _MOVE_OR_END.search(before))


_MOVE_OR_END = re.compile(rf"\b(?:versus|vs\.?|against)\s+(?:the\s+)?$|\b{MOVE}\b", re.I)


def month_named(text: str, figure: Figure) -> tuple[int, str] | None:
    """The month that the words right before a figure say it is of, with its year, "" where none is printed."""
    hit = _OF_MONTH.search(text, max(0, figure.start - 40), figure.start)
    if hit is None or not CLOSES.match(text, figure.end):
        return None
    return MONTHS[(hit["one"] or hit["two"]).lower()], hit["year1"] or hit["year2"] or ""


def previous_column(text: str) -> int | None:
    """Which column of a table's head is of the period before."""
    cells = [hit[0] for hit in CELL.finditer(text)]
    return next((n for n, cell in enumerate(cells) if re.search(_BEFORE_THIS, cell, re.I)), None)
