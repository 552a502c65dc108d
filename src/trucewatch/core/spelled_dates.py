"""Dates as people say them aloud and as soldiers and clerks jot them down.

"The fourteenth of March, 1995", "Sunday the 4th", "just now", "two days after that"; "221800Z AUG 88", "14-Mar-1995".
"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from .date_words import MONTH, MONTHS, NUMBER, WEEKDAYS, DateMention, full_year, read_number
from .patterns import one_of

_LAST = 31
_ORDINAL = one_of(
    [
        *"first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth".split(),
        *"fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth".split(),
        *(f"{ten}{sep}{one}" for ten, one in (("thirty", "first"),) for sep in "- "),
        *(f"twenty-{one}" for one in "first second third fourth fifth sixth seventh eighth ninth".split()),
    ]
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = "one two three four five six seven eight nine".split()
_WORDED = rf"nineteen(?:\s+hundred\s+and)?[\s-]+(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES)}))?"
_YEAR = rf"(?:,?\s+(?:of\s+)?(?:the\s+year\s+)?(?P<year>(?:19|20)\d\d(?!\d)|{_WORDED}\b))"
_NAMES = one_of(WEEKDAYS)

_DAY_OF = re.compile(rf"\b(?P<day>{_ORDINAL})\s+(?:day\s+)?of\s+{MONTH}{_YEAR}?", re.I)
_MONTH_THE = re.compile(rf"\b{MONTH}\s+(?:the\s+)?(?P<day>{_ORDINAL})\b{_YEAR}?", re.I)
# As Germans and Russians write it: "3. June 1974"; without a year only behind a word that takes a day.
_DOTTED = re.compile(
    rf"(?=\d)(?:(?<![\w.,:])(?P<day>[0-3]?\d)\.\s?{MONTH}{_YEAR}"
    rf"|(?:(?<=\bon )|(?<=\bof )|(?<=\bsince )|(?<=\bthe ))(?P<day2>[0-3]?\d)\.\s(?P<month2>[A-Z][a-z]+)\b)",
    re.I,
)
_OF_THE_YEAR = re.compile(
    rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?{MONTH},?\s+(?:of\s+)?the\s+year\s+(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
# As they stand in headers of texts that were translated but for their first line.
_FOREIGN = {
    name: number
    for number, names in enumerate(
        (
            "janvier enero janeiro januar januari",
            "février fevrier febrero fevereiro februar februari",
            "mars marzo março marco märz maret",
            "avril abril",
            "mai mayo maio mei",
            "juin junio junho juni",
            "juillet julio julho juli",
            "août aout agosto agustus",
            "septembre septiembre setembro",
            "octobre octubre outubro oktober",
            "novembre noviembre novembro",
            "décembre decembre diciembre dezembro dezember desember",
        ),
        start=1,
    )
    for name in names.split()
}
_ABROAD = re.compile(
    rf"\b(?P<day>[0-3]?\d)(?:er|º|\.)?\s+(?:de\s+)?(?P<month>{one_of(_FOREIGN)})"
    r"\s+(?:de\s+)?(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_HYPHENS = re.compile(rf"\b(?P<day>[0-3]?\d)-{MONTH}-(?P<year>(?:19|20)?\d\d)(?!\d)", re.I)
_SHORT_YEAR = re.compile(rf"\b(?P<day>[0-3]?\d)\s{MONTH}\s(?:['’](?P<year>\d\d)|(?P<bare>\d\d))(?![\d:.]*\d)", re.I)
_SLASHES = re.compile(r"\b(?P<year>(?:19|20)\d\d)/(?P<month>0?[1-9]|1[0-2])/(?P<day>[0-3]?\d)\b")
# A date-time group: "221800Z AUG 88", "060001C JUN to ...".
_GROUP = re.compile(
    r"\b(?P<day>[0-3]\d)[0-2]\d[0-5]\d\s?[A-Z]?\s?(?P<month>JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*"
    r"(?:\s?(?P<year>(?:19|20)?\d\d)(?!\d))?\b"
)
_WEEKDAY_THE = re.compile(
    rf"\b(?P<weekday>{_NAMES}),?\s+(?:(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)|the\s+(?P<day2>{_ORDINAL})(?=\s*[,.;:)]|\s+(?:in|at)\b))\b(?!\s+of\b)",
    re.I,
)
_WEEKDAY_LAST = re.compile(rf"\b(?P<weekday>{_NAMES})\s+last\b(?!\s+(?:week|month|year))", re.I)
_WEEKDAY_BEFORE = re.compile(
    rf"\bthe\s+(?P<weekday>{_NAMES})\s+(?P<way>before|after)(?=\s*[,.;:)]|\s+(?:that|he|she|it|they)\b)", re.I
)
_NOW = re.compile(
    rf"\b(?=[\djsamhtwzofen])(?:just\s+now|(?:some|a\s+few|a\s+couple\s+of|{NUMBER})\s+minutes\s+ago|moments?\s+ago|(?:half\s+)?an\s+hour\s+ago"
    r"|at\s+this\s+hour|this\s+(?:noon|lunchtime|very\s+day)|within\s+the\s+(?:last|past)\s+hour)\b",
    re.I,
)
_COUNTED = re.compile(
    rf"\b(?P<n>{NUMBER})\s+(?P<unit>days?|weeks?)\s+(?P<way>after|before)(?:\s+(?:that|this)(?=\s*[,.;:]|\s+(?:he|she|it|they|the)\b)|(?=\s*[,.;:]))",
    re.I,
)


def find_spelled_dates(text: str) -> list[DateMention]:
    """The mentions of these forms, in no order; they may overlap those of other grammars."""
    return [m for pattern, read in _FORMS for hit in pattern.finditer(text) for m in read(hit)]


def _day(hit: re.Match[str]) -> Iterator[DateMention]:
    """A day of a month, with the year where it stands there; two digits mean the year next to today's century turn."""
    groups = hit.groupdict()
    day, name = groups["day"] or groups.get("day2"), groups["month"] or groups.get("month2")
    number = read_number(str(day))
    if number is None or name is None:
        return
    month = int(name) if name.isdigit() else MONTHS.get(name.lower()) or _FOREIGN.get(name.lower(), 0)
    bare = groups.get("bare")
    if bare and not name.isupper():
        # "14 March 95 men ..." counts men; in capitals it is a clerk's year.
        return
    year = _full_year(groups.get("year") or bare)
    try:
        date(int(year) if year != "XXXX" else 2024, month, number)
    except ValueError:
        return
    yield DateMention(hit.start(), hit.end(), "day", f"{year}-{month:02d}-{number:02d}")


def _full_year(year: str | None) -> str:
    if year is None:
        return "XXXX"
    words = re.split(r"[\s-]+", year.lower())
    if words[0] == "nineteen":
        tens = next(_TENS.index(w) + 2 for w in words if w in _TENS)
        return f"19{tens}{next((_ONES.index(w) + 1 for w in words if w in _ONES), 0)}"
    return year if len(year) > len("88") else full_year(year)


def _weekday_the(hit: re.Match[str]) -> Iterator[DateMention]:
    day = read_number(hit["day"] or hit["day2"])
    if day is not None and 1 <= day <= _LAST:
        weekday = hit["weekday"].lower()
        yield DateMention(*hit.span(), "monthday", "", base="previous", offset_days=day, weekday=weekday)


def _weekday_last(hit: re.Match[str]) -> Iterator[DateMention]:
    yield DateMention(*hit.span(), "weekday", "", base="document", offset_days=-1, weekday=hit["weekday"].lower())


def _weekday_before(hit: re.Match[str]) -> Iterator[DateMention]:
    way = -1 if hit["way"].lower() == "before" else 1
    yield DateMention(*hit.span(), "weekday", "", base="previous", offset_days=way, weekday=hit["weekday"].lower())


def _now(hit: re.Match[str]) -> Iterator[DateMention]:
    yield DateMention(*hit.span(), "relative", "", base="document", offset_days=0)


def _counted(hit: re.Match[str]) -> Iterator[DateMention]:
    """ "Two days after that": counted from the day that was told of before."""
    count = read_number(hit["n"])
    if count is not None:
        days = count * (7 if hit["unit"].lower().startswith("week") else 1)
        way = -1 if hit["way"].lower() == "before" else 1
        yield DateMention(*hit.span(), "relative", "", base="previous", offset_days=days * way)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[DateMention]]], ...] = (
    (_DAY_OF, _day),
    (_MONTH_THE, _day),
    (_DOTTED, _day),
    (_OF_THE_YEAR, _day),
    (_ABROAD, _day),
    (_HYPHENS, _day),
    (_SHORT_YEAR, _day),
    (_SLASHES, _day),
    (_GROUP, _day),
    (_WEEKDAY_THE, _weekday_the),
    (_WEEKDAY_LAST, _weekday_last),
    (_WEEKDAY_BEFORE, _weekday_before),
    (_NOW, _now),
    (_COUNTED, _counted),
)
