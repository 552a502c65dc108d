"""Dates in any language whose months are known: a number beside the name of a month, or figures alone."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from trucewatch.core.date_words import DateMention
from trucewatch.vocabulary.languages import language_words

# The short form of a month, such as "mar" or "sen", is also a word; only a year beside it makes it a month.
_SHORT = 3
_YEARS = range(1900, 2100)
# Between day and month and year stand at most a comma and one short word: "23 de octubre de 2020".
_JOINT = r"\s{0,3}[,،]?\s{0,3}(?:[^\W\d_]{1,3}\.?\s{1,3})?"
_DAY = r"(?<!\d)(?P<{}>\d{{1,2}})(?:er|[.º°ª])?"
_YEAR = r"(?P<{}>\d{{4}})(?!\d)"
_FIGURES = (
    re.compile(r"(?<![\d./-])(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"),
    re.compile(r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월](?:\s*(?P<d>\d{1,2})\s*[日일])?"),
    re.compile(r"(?P<y>(?!))?(?P<m>(?<!\d)\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]"),
)
_SLASHED = re.compile(r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4})(?![\d/-])")


def plain_dates(text: str, language: str) -> list[DateMention]:
    """Date mentions in order of place, without overlaps; the longer of two readings wins."""
    found = [*_in_figures(text), *_in_words(text, language)]
    kept: list[DateMention] = []
    for mention in sorted(found, key=lambda m: (m.start, m.start - m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _in_figures(text: str) -> Iterator[DateMention]:
    for pattern in _FIGURES:
        for hit in pattern.finditer(text):
            yield from _mention(hit.span(), hit["y"], int(hit["m"]), hit["d"])
    for hit in _SLASHED.finditer(text):
        a, b = int(hit["a"]), int(hit["b"])
        readings = [r for r in (_edtf(hit["y"], b, str(a)), _edtf(hit["y"], a, str(b))) if r]
        if readings:
            others = tuple(r for r in readings[1:] if r != readings[0])
            yield DateMention(*hit.span(), "day", readings[0], others)


def _in_words(text: str, language: str) -> Iterator[DateMention]:
    words = language_words(language)
    if not words.months:
        return
    patterns, months, short = _patterns(language)
    for pattern in patterns:
        for hit in pattern.finditer(text):
            groups = hit.groupdict()
            name = " ".join(hit["month"].casefold().split())
            if groups.get("y") is None and name in short:
                continue
            yield from _mention(hit.span(), groups.get("y"), months[name], groups.get("d"))


def _mention(place: tuple[int, int], year: str | None, month: int, day: str | None) -> Iterator[DateMention]:
    edtf = _edtf(year, month, day)
    if edtf is not None:
        yield DateMention(*place, "day" if day else "month", edtf)


def _edtf(year: str | None, month: int, day: str | None) -> str | None:
    """The date as EDTF; None where there is no such day, or the year is of another calendar."""
    if year is not None and int(year) not in _YEARS:
        return None
    y = int(year) if year else None
    try:
        date(y or 2024, month, int(day or 1))
    except ValueError:
        return None
    start = f"{y or 'XXXX'}-{month:02d}"
    return f"{start}-{int(day):02d}" if day else start


@lru_cache(maxsize=128)
def _patterns(code: str) -> tuple[tuple[re.Pattern[str], ...], dict[str, int], frozenset[str]]:
    """The shapes of a date, the number of each month's forms, and the forms that need a year beside them."""
    full = {forms.split("|")[0].casefold() for forms in language_words(code).months}
    months = {
        form.casefold(): number
        for number, forms in enumerate(language_words(code).months, start=1)
        for form in forms.split("|")
    }
    names = "|".join(re.escape(form).replace(r"\ ", r"\s{1,3}") for form in sorted(months, key=len, reverse=True))
    # Hebrew and Arabic write a preposition as part of the month.
    month = rf"(?<![^\W\d_])[בלוב]?(?P<month>{names})(?:\s?/\s?(?:{names}))?(?![^\W\d_])(?:\.(?=\s{{0,3}}\d))?"
    day, year = _DAY.format("d"), _YEAR.format("y")
    shapes = (
        rf"{day}{_JOINT}{month}(?:{_JOINT}{year})?",
        rf"{month}\s+{day}(?!\d)(?:{_JOINT}{year})?",
        rf"(?<!\d){year}[.]?{_JOINT}{month}\s*{day}(?!\d)",
        rf"{month}{_JOINT}{year}",
    )
    short = frozenset(name for name in months if len(name) <= _SHORT and name not in full)
    return tuple(re.compile(shape, re.I) for shape in shapes), months, short
