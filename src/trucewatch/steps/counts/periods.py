"""The days that a count is of: those its sentence names, those of a running total, else the report's own."""

import re
from collections.abc import Sequence

from trucewatch.core.date_words import read_number
from trucewatch.core.dates import When, when

from .calendar import Calendar
from .readings import Reading, Sentence
from .sentences import Part
from .stretches import Stretch

_SUB_PERIOD = re.compile(
    r"\b(?:in|during|over|throughout)\s+the\s+(?:first|second|third|final|latter|early|opening)\s+(?:\w+\s+)?(?:week|half|part|days?|months?|hours?|weekend|24\s+hours)\b"
    r"|\b(?:in|during|on|at|over)\s+the\s+(?:first|second|third|latter|former|last|other)\s*,"
    r"|\bon\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.I,
)
# "Between 13:00 and 17:00 on 9 May": of less than the day.
_OF_HOURS = re.compile(
    r"\b(?:between|from)\s+\d{1,2}[:.]\d\d\s*(?:hrs|hours|h)?\s+(?:and|to)\s+\d{1,2}[:.]\d\d\b", re.I
)
_UNITS = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
# "Over the three months" of a report on one month is not its period.
_OTHER_STRETCH = re.compile(
    r"\b(?:in|during|over|throughout|for|across)\s+(?:all\s+|the\s+)(?:past\s+|last\s+)?(?P<many>two|three|four|five|six|nine|twelve)\s+"
    r"(?P<unit>days?|weeks?|months?|quarters?|years?)\b",
    re.I,
)
_OTHER_YEAR = re.compile(
    r"\b(?:(?:same|corresponding)\s+(?:period|week|month|time|quarter)|(?:a|one|two)\s+years?\s+(?:ago|before|earlier)|last\s+year|[\w-]+\s+(?:days|weeks|months)\s+ago)\b",
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
_SINCE = re.compile(r"\b(?:(?:since|from)\s+(?:the\s+)?|since\b[^,;]{0,50}\b(?:on|of)\s+)$", re.I)
_IN_YEAR = re.compile(r"\b(?:in|during|for|throughout)\s+(?:the\s+year\s+)?$", re.I)
_YEAR_START = re.compile(
    r"\b(?:beginning|start)\s+of\s+(?:the|this)\s+year\b|\bthis\s+year\b|\byear\s+to\s+date\b|\b1\s+January\b", re.I
)
_YEAR = re.compile(r"\b(?:(?:beginning|start)\s+of|so\s+far\s+in|the|to(?:tal|ll)\s+for)\s+((?:19|20)\d\d)\b", re.I)
INCIDENT = re.compile(r"\b(?:incidents?|explosion|attack|blast|ambush|clash(?:es)?|crash|when)\b", re.I)
ATTACKED = re.compile(
    r"\b(?:opened\s+fire|fighting|gunmen|raid(?:ed)?|beat(?:en)?|fired|shot|shots|shell(?:ed|ing)?|mortar|attack(?:ed)?|ambush(?:ed)?|explo(?:ded|sion)|blast|bomb(?:ed|ings?|ardments?)?|grenade|mine|hit|struck|stormed|clash(?:ed|es)?|exchanged)\b",
    re.I,
)
_OF_PERIOD = re.compile(
    r"\b(?:period|week|month|fortnight|quarter(?!\s+of\s+(?-i:[A-Z]))|year|in\s+(?:total|all))\b", re.I
)
_ONE = re.compile(r"\b(?:violation|breach|explosion|restriction|incident|strike|overflight)\b", re.I)
_PASSIVE = re.compile(r"\s+(?:was|were|has\s+been|have\s+been)\b", re.I)
_EVIDENCE = re.compile(
    r"\b(?:recorded|confirmed|corroborated|registered|documented|verified|counted|casualties|reporting\s+period)\b",
    re.I,
)

OF_PEOPLE = ("-killed", "-injured", "casualties")


def period_of(
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
    if _of_one_event(sentence, reading, named):
        return None
    if _OF_HOURS.search(text, part.start, part.end):
        return None
    if named is not None:
        return named
    if _SUB_PERIOD.search(text, part.start, part.end):
        return None
    if _THAT_PERIOD.search(text):
        last = calendar.last_before(sentence.start + figure.start)
        apart = last and "\n\n" in sentence.document.text[last.end : sentence.start]
        last = calendar.period if apart and calendar.period else last
        return calendar.when(last) if last else None
    stretch = _OTHER_STRETCH.search(text, part.start, part.end)
    if stretch and not _is_own(stretch, calendar):
        return None
    year = next((s for s in stretches if part.start <= s.start < part.end and _is_of_a_year(s)), None)
    if year is not None:
        return sentence.when(year)
    untold = reading.kind.endswith(("-killed", "-injured")) and not _EVIDENCE.search(text)
    day = any(s.kind == "day" for s in sentence.stretches) and not _OF_PERIOD.search(text)
    if untold and day and ATTACKED.search(text):
        return None
    if untold and (calendar.period is None or sentence.after_incident or INCIDENT.search(text)):
        return None
    return calendar.when(calendar.period) if calendar.period else when("../..")


def _is_of_a_year(stretch: Stretch) -> bool:
    """Whether a figure is said to be of a whole year: "civilian casualties in 2021 stood at 91"."""
    return stretch.kind == "year" and _IN_YEAR.search(stretch.lead) is not None


def _of_one_event(sentence: Sentence, reading: Reading, named: When | None) -> bool:
    """Whether people were, or were not, hurt in an event that is told of, rather than in the period."""
    people = reading.kind.endswith(OF_PEOPLE)
    one = reading.what is not None and _ONE.search(sentence.text[slice(*reading.what)])
    if reading.figure.value == 0 and one and not people and not _OF_PERIOD.search(sentence.text):
        # "No violation was found": in this case.
        return True
    if not people or _OF_PERIOD.search(sentence.text):
        return False
    if reading.figure.value == 0 and reading.what is not None:
        # "No casualties were reported": in what was told just before.
        named_as = sentence.text[slice(*reading.what)]
        passive = _PASSIVE.match(sentence.text, reading.what[1]) or _PASSIVE.match(" " + named_as)
        return bool(sentence.after_incident or passive or ATTACKED.search(sentence.text))
    one_day = named is not None and named.earliest == named.latest and "/" not in named.edtf
    return one_day and not _EVIDENCE.search(sentence.text) and ATTACKED.search(sentence.text) is not None


def _is_own(hit: re.Match[str], calendar: Calendar) -> bool:
    """Whether "over the three months" is as long as the report's own period."""
    many = read_number(hit["many"])
    if many is None or calendar.period is None:
        return False
    return abs(calendar.period.length - many * _UNITS[hit["unit"].lower().rstrip("s")]) <= many


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
    if first[:4].isdigit() and last[:4].isdigit() and first > last:
        # The month that the report seems to be of lies before: "due in October", in August.
        last = ".."
    found = [sentence.span(s.start, s.end) for s in (since, as_of) if s]
    return when(f"{first}/{last}", *found, computed=True)
