"""Dates and numbers as English prose writes them, found with their exact places.

`find_dates` is a small grammar, not a guesser: it reports what the words say, with unknown parts left
as X. Resolving "on Friday" or a missing year needs a reference day and is done by `resolve`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice
from typing import Literal

from .dates import lacks_year, last_day, of_year
from .patterns import one_of

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
# As they are written in English, in full.
MONTH_NAMES = tuple(name.title() for name in MONTHS if len(name) > 3 or name == "may")
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

# Within so many years either way lies one that has a 29 February.
_LEAP = 8
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
_NUMBER_WORDS = (
    {w: n for n, w in enumerate(_UNITS)} | _TENS | {w: n for n, w in enumerate(_ORDINALS)} | {"thirtieth": 30}
)
_NUMBER_WORDS |= {f"{ten}{sep}{_UNITS[u]}": v + u for ten, v in _TENS.items() for u in range(1, 10) for sep in "- "}
_NUMBER_WORDS |= {f"{ten}-{_ORDINALS[u]}": v + u for ten, v in _TENS.items() for u in range(1, 10)}
_NUMBER_WORDS |= {"a": 1, "an": 1, "hundred": 100}

NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{one_of(_NUMBER_WORDS)})"


def read_number(words: str) -> int | None:
    """The integer that the words name ("72", "1,200", "seventy-two", "third", "24th"), or None."""
    words = words.strip().lower()
    digits = re.fullmatch(r"(\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)?", words)
    if digits:
        return int(digits[1].replace(",", ""))
    return _NUMBER_WORDS.get(words)


Kind = Literal[
    "day", "days", "span", "month", "year", "weekday", "relative", "week", "weekend", "monthday", "months", "years"
]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in prose. `edtf` has X for what the words leave out; `alternatives` are other readings.

    kind day: one day. days: several days named for one event ("October 25, 27"). span: a range.
    month, year: that precision. weekday, relative, week: need a reference day; `offset_days` is then the
    distance from it, and `base` says what it is counted from: the document's date, the date last
    mentioned, an event named in the words at `event`, or the first day of a sitting (-1 is its last). weekend, monthday ("the 11th"), months and years
    ("last month") come from `told_dates` only; `offset_days` then counts weeks, names the day, counts months or
    years. `weekday` is the day of the week that stands beside a date; `unit` is what an
    offset counts where it is no days. `completed`: its year, its century or its bounds are not said in its words.
    """

    start: int
    end: int
    kind: Kind
    edtf: str
    alternatives: tuple[str, ...] = ()
    base: Literal["", "document", "previous", "event", "sitting"] = ""
    offset_days: int | None = None
    event: tuple[int, int] | None = None
    weekday: str = ""
    unit: str = "days"
    completed: bool = False

    @property
    def year_known(self) -> bool:
        return bool(self.edtf) and not lacks_year(self.edtf)


# A full stop belongs to a name that is cut short ("14 Sept. 1995"), not to the sentence that "on 3 May." ends.
_CUT = "|".join(rf"(?<=\b{name})" for name in MONTHS if len(name) < 5 and name not in ("may", "june", "july"))
MONTH = rf"(?P<month>{one_of(MONTHS)})\b(?:(?:{_CUT})\.)?"
_DAY = r"(?:[0-3]?\d)(?!\d|[.,]\d{3}|:\d)(?:st|nd|rd|th)?"
_SEP = r"(?:\s*(?:-|–|—|/|,\s*and|,\s*or|,|\bto\b|\band\b|\bor\b|\buntil\b|\bthrough\b)\s*)"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAYS = rf"(?P<days>{_DAY}(?:{_SEP}{_DAY})*)"

# Most expressions here begin with the letters that they can begin with: so nearly every word is turned down at once.
_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])\b")),
    ("numeric", re.compile(r"\b(?P<a>[0-3]?\d)(?P<s>[/.])(?P<b>[0-3]?\d)(?P=s)(?P<year>(?:19|20)\d\d)\b")),
    # "13/10/98": what legal notes and log books write; with full stops it is as often a number of another kind.
    ("numeric", re.compile(r"(?<![\w/.])(?P<a>[0-3]?\d)(?P<s>/)(?P<b>[0-3]?\d)/(?P<year>\d\d)(?![\w/]|\.\d)")),
    ("dmy", re.compile(rf"(?<![\d:.,/])\b{_DAYS}\s+(?:day\s+)?(?:of\s+)?{MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?", re.I)),
    ("mdy", re.compile(rf"\b{MONTH}\s+(?:the\s+)?{_DAYS}(?:,?\s+(?:of\s+)?{_YEAR})?", re.I)),
    (
        "part",
        re.compile(
            rf"\b(?=[embslt])(?P<part>early|mid|late|(?:the\s+)?(?:end|beginning|start|middle)\s+of)[\s-]+(?:{MONTH}(?:,?\s+(?:of\s+)?{_YEAR})?|(?P<year2>(?:19|20)\d\d))\b",
            re.I,
        ),
    ),
    (
        "stretch",
        re.compile(
            rf"\b(?P<first>{one_of(MONTHS)})\b\.?(?:\s?[-–—]\s?|\s+(?:to|through|until)\s+|(?<=\w)\s+(?P<and>and)\s+){MONTH},?\s+(?:of\s+)?{_YEAR}",
            re.I,
        ),
    ),
    ("my", re.compile(rf"\b{MONTH},?\s+(?:of\s+)?{_YEAR}", re.I)),
    (
        "month",
        re.compile(
            r"\b(?=[isdbuflnt])(?:in|since|during|by|until|from|last|next|this)\s+(?P<month>January|February|March|April|May|June|July|August|September|October|November|December)\b"
        ),
    ),
    (
        "year",
        re.compile(
            r"\b(?=[isdbuoa])(?:in|since|during|by|until|of|before|after)\s+(?P<year>(?:19|20)\d\d)\b(?!\s*\()", re.I
        ),
    ),
    (
        "weekday",
        re.compile(rf"\b(?=[lntmwfs])(?:(?P<which>last|next|this)\s+)?(?P<weekday>{one_of(WEEKDAYS)})\b", re.I),
    ),
    (
        "named",
        re.compile(
            r"\b(?=[tdylsnfp])(?P<named>(?:the\s+)?day\s+before\s+yesterday|yesterday|today|tomorrow|tonight|this\s+(?:morning|afternoon|evening)"
            r"|last\s+(?:night|evening)|(?:the\s+)?same\s+day|(?:the\s+)?(?:next|following)\s+day|(?:the\s+)?previous\s+day|that\s+day)\b",
            re.I,
        ),
    ),
    (
        "week",
        re.compile(
            r"\b(?=[eltn])(?:(?:earlier|later)\s+)?(?P<which>this|last|next)\s+week(?!-?end)\b(?!\s+of\b)", re.I
        ),
    ),
    (
        "relative",
        re.compile(
            rf"\b(?:(?P<n>{NUMBER})\s+(?P<unit>days?|weeks?)|the\s+(?P<one>day|week))\s+(?P<dir>afterwards?|after|before|later|earlier|ago|following)\b(?P<event>\s+(?:(?:the|its|their|this)|that(?!\s+(?:it|he|she|they|we|I|there|the|his|her|its|their|our|no|not|an?|all|both|any|each|every|nobody|nothing|none)\b))\s+[\w-]+)?",
            re.I,
        ),
    ),
)
_STRETCH = re.compile(r"-|–|—|\bto\b|\buntil\b|\bthrough\b")
_EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
BETWEEN = re.compile(r"\bbetween\s+$", re.I)
_NUMBERED = re.compile(
    r"(?i:\b(?:nos?\.?|n[°º]|number|nr\.?|report|bulletin|communiqu[eé]|week|day|issue))\s*$"
    r"|\b(?:Brief|Note|Paper|Update|Alert|Commentary|Dispatch|Bulletin|Statement|Letter|Series|Volume|Number|[Nn]ote d['’]analyse)\s*$"
)
# "Sitrep 5 / 11 August": a number of the series, but "Update 5/6 August" is a night.
_IN_A_SERIES = re.compile(
    r"(?i)\b(?:sit-?rep|brief(?:ing)?|update|bulletin|report|digest|newsletter|flash|summary)\s*$"
)
# "Report 3-9 February 2020" is on a week, "Report No. 3 - 9 February 2020" the third.
_TIGHT = re.compile(r"\d+(?:[-–]|\s+to\s+)\d")
_DASHED = re.compile(r"\d+\s*[-–—]\s*\d")
_PERIODIC = re.compile(r"(?i)\b(?:weekly|fortnightly|bi-?weekly|two-week|monthly)\s+\w+\s*$")
_SAYS_NUMBER = re.compile(r"(?i)\b(?:nos?\.?|n[°º]|number|nr\.?|issue|volume|series)\s*$")
# Between the days of a stretch: "21 - 7 June" is none.
_UP_TO = re.compile(r"[/,–—-]|\b(?:to|until|through)\b")
# "And not a day before", "not even a month later": no day is told.
_NO_DAY = re.compile(r"(?i)\b(?:not|never|nor)\s+(?:(?:even|so\s+much\s+as|just|only)\s+)?$")
# Two figures from here on are a year of the last century.
_PIVOT = 45
_NOT_A_YEAR = re.compile(r"(?:resolutions?|decree|law|act|no\.?|number|nos\.?)\s*(?:\d+\s*)?$", re.I)


def find_dates(text: str) -> list[DateMention]:
    """Date mentions in order of place, without overlaps; the longer of two readings wins."""
    return list(_dates_in(text))


# Several steps ask for the dates of one document.
@lru_cache(maxsize=2)
def _dates_in(text: str) -> tuple[DateMention, ...]:
    found = [m for kind, pattern in _PATTERNS for hit in pattern.finditer(text) for m in _mention(kind, hit, text)]
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda m: (m.start, -(m.end - m.start))):
        if (not kept or mention.start >= kept[-1].end) and not over_a_gap(text, mention.start, mention.end):
            kept.append(mention)
    return tuple(m for m in kept if not denied(text, m))


def denied(text: str, mention: DateMention) -> bool:
    """Whether the words in front of a day that is counted say that it is none: "and not a day before"."""
    return mention.kind == "relative" and _NO_DAY.search(text, max(0, mention.start - 24), mention.start) is not None


def over_a_gap(text: str, start: int, end: int) -> bool:
    """Whether an empty line lies between two places: "on Monday.", and "2." of the next paragraph, are no date."""
    return _EMPTY_LINE.search(text, start, end) is not None


def _mention(kind: str, hit: re.Match[str], text: str) -> Iterator[DateMention]:
    start, end = hit.span()
    match kind:
        case "iso":
            yield DateMention(start, end, "day", hit[0])
        case "numeric":
            yield from _numeric(hit)
        case "dmy" | "mdy":
            yield from _days(hit, between=bool(BETWEEN.search(text[max(0, start - 12) : start])))
        case "part":
            yield from _part(hit)
        case "stretch":
            yield from _months(hit, between=bool(BETWEEN.search(text[max(0, start - 12) : start])))
        case "my":
            yield DateMention(start, end, "month", f"{hit['year']}-{MONTHS[hit['month'].lower()]:02d}")
        case "month":
            yield DateMention(hit.start("month"), end, "month", f"XXXX-{MONTHS[hit['month'].lower()]:02d}")
        case "year":
            if not _NOT_A_YEAR.search(text[max(0, start - 24) : start]):
                yield DateMention(hit.start("year"), end, "year", hit["year"])
        case "weekday":
            which = (hit["which"] or "").lower()
            yield DateMention(start, end, "weekday", "", base="document", offset_days={"next": 1, "": 0}.get(which, -1))
        case "named":
            yield _named(hit)
        case "week":
            weeks = {"this": 0, "last": -7, "next": 7}[hit["which"].lower()]
            yield DateMention(start, end, "week", "", base="document", offset_days=weeks)
        case _:
            yield from _relative(hit)


def full_year(two_figures: str) -> str:
    """The year of the last or this century that ends so."""
    return ("19" if int(two_figures) >= _PIVOT else "20") + two_figures


def _iso(year: str | None, month: int, day: int) -> str | None:
    try:
        date(int(year) if year else 2024, month, day)
    except ValueError:
        return None
    return f"{year or 'XXXX'}-{month:02d}-{day:02d}"


def _numeric(hit: re.Match[str]) -> Iterator[DateMention]:
    a, b = int(hit["a"]), int(hit["b"])
    short = len(hit["year"]) == 2
    year = full_year(hit["year"]) if short else hit["year"]
    readings = [r for r in (_iso(year, b, a), _iso(year, a, b)) if r]
    if readings:
        yield DateMention(
            *hit.span(), "day", readings[0], tuple(r for r in readings[1:] if r != readings[0]), completed=short
        )


def _days(hit: re.Match[str], *, between: bool) -> Iterator[DateMention]:
    year, month = hit["year"], MONTHS[hit["month"].lower()]
    # "may 10" is a modal with a number more often than a date when it is not capitalised.
    if hit["month"] == "may":
        return
    numbers = [int(n) for n in re.findall(r"\d+", hit["days"])]
    start = hit.start()
    if start == hit.start("days") and len(numbers) > 1 and _first_counts(hit, numbers):
        # "Report No. 6, 26 July", "Field Note 14, 9 July": the first number is the report's.
        start += next(islice(re.finditer(r"\d+", hit["days"]), 1, None)).start()
        numbers = numbers[1:]
    days = [d for d in (_iso(year, month, n) for n in numbers) if d]
    if len(days) != len(numbers) or not days:
        return
    if len(days) == 1:
        yield DateMention(start, hit.end(), "day", days[0])
    elif len(days) == 2 and numbers[0] < numbers[1] and (between or _STRETCH.search(hit["days"])):
        yield DateMention(start, hit.end(), "span", f"{days[0]}/{days[1]}")
    else:
        yield DateMention(start, hit.end(), "days", days[0], tuple(days[1:]))


def _months(hit: re.Match[str], *, between: bool) -> Iterator[DateMention]:
    """The months from one to another of the same year: "January-June 2022", "between January and March 2019"."""
    first, last, year = MONTHS[hit["first"].lower()], MONTHS[hit["month"].lower()], hit["year"]
    if first < last and (between or hit["and"] is None):
        yield DateMention(*hit.span(), "span", f"{year}-{first:02d}/{year}-{last:02d}")


def _first_counts(hit: re.Match[str], numbers: Sequence[int]) -> bool:
    """Whether the first number is no day: "Report No. 6, 26 July"; nor do the days of one month run down: "21 - 7 June"."""
    before = hit.string[max(0, hit.start() - 24) : hit.start()]
    series = "/" in hit["days"] and numbers[1] != numbers[0] + 1 and _IN_A_SERIES.search(before)
    falls = numbers[0] > numbers[1] and _UP_TO.search(hit["days"])
    runs = numbers[0] < numbers[1] and (
        _TIGHT.match(hit["days"]) or (_PERIODIC.search(before) and _DASHED.match(hit["days"]))
    )
    return bool(series or falls or (_NUMBERED.search(before) and not (runs and not _SAYS_NUMBER.search(before))))


def _part(hit: re.Match[str]) -> Iterator[DateMention]:
    part = hit["part"].lower()
    year = hit["year"] or hit["year2"]
    if hit["month"] is None:
        if not year:
            return
        last = part.endswith("of") and "end" in part
        yield DateMention(hit.start(), hit.end(), "day" if last else "year", f"{year}-12-31" if last else year)
        return
    month = MONTHS[hit["month"].lower()]
    y = year or "XXXX"
    final = last_day(int(year) if year else 2023, month)
    if "end" in part.split():
        yield DateMention(hit.start(), hit.end(), "day", f"{y}-{month:02d}-{final:02d}")
        return
    low, high = {"early": (1, 10), "mid": (11, 20), "middle": (11, 20), "late": (21, final)}.get(
        part.removeprefix("the ").split()[0], (1, 5)
    )
    yield DateMention(hit.start(), hit.end(), "span", f"{y}-{month:02d}-{low:02d}/{y}-{month:02d}-{high:02d}")


def _named(hit: re.Match[str]) -> DateMention:
    words = " ".join(hit["named"].lower().split()).removeprefix("the ")
    offset, base = {
        "day before yesterday": (-2, "document"),
        "yesterday": (-1, "document"),
        "last night": (-1, "document"),
        "last evening": (-1, "document"),
        "this morning": (0, "document"),
        "this afternoon": (0, "document"),
        "this evening": (0, "document"),
        "today": (0, "document"),
        "tonight": (0, "document"),
        "tomorrow": (1, "document"),
        "same day": (0, "previous"),
        "that day": (0, "previous"),
        "next day": (1, "previous"),
        "following day": (1, "previous"),
        "previous day": (-1, "previous"),
    }[words]
    return DateMention(
        hit.start(),
        hit.end(),
        "relative",
        "",
        base="document" if base == "document" else "previous",
        offset_days=offset,
    )


def _relative(hit: re.Match[str]) -> Iterator[DateMention]:
    count = 1 if hit["one"] else read_number(hit["n"])
    if count is None:
        return
    unit = (hit["one"] or hit["unit"]).lower()
    days = count * (7 if unit.startswith("week") else 1)
    direction = hit["dir"].lower()
    offset = -days if direction in ("before", "earlier", "ago") else days
    if direction == "ago":
        yield DateMention(hit.start(), hit.end("dir"), "relative", "", base="document", offset_days=offset)
    elif hit["event"] and direction in ("after", "before", "following"):
        inner = hit.start("event") + len(hit["event"]) - len(hit["event"].lstrip())
        yield DateMention(
            hit.start(), hit.end(), "relative", "", base="event", offset_days=offset, event=(inner, hit.end())
        )
    elif direction in ("later", "earlier", "afterward", "afterwards"):
        yield DateMention(hit.start(), hit.end("dir"), "relative", "", base="previous", offset_days=offset)


def with_year(edtf: str, reference: date, *, forward: bool = False) -> str:
    """The expression with its missing year filled in from a reference day.

    A report speaks of the past: the latest such date not after the reference (within a week's slack).
    `forward` is for deadlines: the first such date not before the reference. The past 29 February is that of a leap
    year; ahead none is looked for beyond the next year, and the expression that comes back is then no date.
    """
    month = int(edtf.split("/")[0].split("-")[1])
    day_text = edtf.split("/")[0].split("-")[2] if edtf.split("/")[0].count("-") == 2 else "01"
    ahead = range(reference.year - 1, reference.year + 2)
    back = range(reference.year + 1, reference.year - _LEAP, -1)
    for year in ahead if forward else back:
        filled = of_year(edtf, year)
        if filled is None:
            continue
        candidate = date(year, month, int(day_text))
        if candidate >= reference if forward else candidate <= reference + timedelta(7):
            return filled
    return edtf.replace("XXXX", str(reference.year))


def weekday_before(name: str, reference: date, *, next_week: bool = False) -> date:
    """The last day of that name not after the reference; with `next_week`, the first one after it."""
    back = (reference.weekday() - WEEKDAYS.index(name.lower())) % 7
    return reference + timedelta((7 - back) or 7) if next_week else reference - timedelta(back)
