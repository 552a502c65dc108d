"""Stretches of days that a report names, with years that may be left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.core.date_words import MONTHS, DateMention, find_dates, with_year
from trucewatch.core.dates import edtf_range, lacks_year, last_day, of_year

_JOINS = re.compile(r"(?:\s*,)?\s*(?:to|until|till|through|and|-|–|—)\s*(?:the\s+)?", re.I)
_CLOCK = re.compile(r"(?:\d{1,2}[:.]\d\d\s*(?:hrs|hours)?\s+(?:on\s+)?)?", re.I)
_BETWEEN = re.compile(r"\bbetween\s+(?:\d{1,2}:\d\d\s+(?:on\s+)?)?(?:the\s+)?$", re.I)
_ENDING = re.compile(
    r"\b(?P<unit>week|fortnight|two weeks|month)\s+(?:ending|ended|to|up to|that ended)\s+(?:on\s+)?(?:the\s+)?$", re.I
)
_QUARTER = re.compile(r"\b(?P<which>first|second|third|fourth|last)\s+quarter\s+of\s+(?P<year>(?:19|20)\d\d)\b", re.I)
# A month that opens a sentence: "In May the mission recorded ...".
_OPENING_MONTH = re.compile(
    r"\b(?:In|During|Throughout|For|Over)\s+(?:the\s+month\s+of\s+)?(?P<month>January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\b(?!,?\s+\d)"
)
_DAYS = {"week": 7, "fortnight": 14, "two weeks": 14}
# Any leap year will do to measure a stretch whose year is not known.
_SOME_YEAR = 2024


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days named at `start`..`end` of the text. `first`, `last` are EDTF days, `XXXX-05-01` without a year.

    kind: stretch for two ends, day, month or year. `lead` are the words before it.
    """

    start: int
    end: int
    first: str
    last: str
    kind: str
    lead: str

    @property
    def edtf(self) -> str:
        return self.first if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def open(self) -> bool:
        return "XXXX" in self.edtf

    @property
    def length(self) -> int:
        """The number of days."""
        first, last = _in_some_year(self.first), _in_some_year(self.last)
        return (last - first).days + 1 if last >= first else (last - first).days + 367


def _in_some_year(day: str) -> date:
    return date.fromisoformat(day.replace("XXXX", str(_SOME_YEAR)))


def find_stretches(text: str) -> tuple[Stretch, ...]:
    """Every day or stretch of days that the text names, in order, without overlaps."""
    mentions = [m for m in find_dates(text) if m.edtf]
    found = [*_from_mentions(text, mentions)]
    taken = {s.start for s in found}
    for hit in _OPENING_MONTH.finditer(text):
        if hit.start("month") not in taken:
            number = MONTHS[hit["month"].lower()]
            first, last = _ends(f"XXXX-{number:02d}")
            lead = text[max(0, hit.start("month") - 60) : hit.start("month")]
            found.append(Stretch(*hit.span("month"), first, last, "month", lead))
    for hit in _QUARTER.finditer(text):
        number = {"first": 1, "second": 2, "third": 3}.get(hit["which"].lower(), 4)
        first, last = f"{hit['year']}-{3 * number - 2:02d}-01", f"{hit['year']}-{3 * number:02d}"
        last += f"-{last_day(int(hit['year']), 3 * number):02d}"
        # The year alone was found too; the quarter says more.
        found = [s for s in found if s.end <= hit.start() or s.start >= hit.end()]
        found.append(
            Stretch(hit.start(), hit.end(), first, last, "stretch", text[max(0, hit.start() - 60) : hit.start()])
        )
    return tuple(sorted(found, key=lambda s: s.start))


def _from_mentions(text: str, mentions: Sequence[DateMention]) -> Iterator[Stretch]:
    at = 0
    while at < len(mentions):
        one = mentions[at]
        two = mentions[at + 1] if at + 1 < len(mentions) else None
        at += 1
        lead = text[max(0, one.start - 60) : one.start]
        if two and _are_joined(text, one, two, lead):
            first, last = _ends(one.edtf)[0], _ends(two.edtf)[1]
            yield Stretch(one.start, two.end, *_one_year(first, last), "stretch", lead)
            at += 1
            continue
        first, last = _ends(one.edtf)
        kind = {"span": "stretch", "days": "days"}.get(one.kind, one.kind)
        if ending := _ENDING.search(lead):
            yield Stretch(one.start, one.end, _start_of(ending["unit"], last), last, "stretch", lead)
        elif kind != "days":
            yield Stretch(one.start, one.end, first, last, kind, lead)
        else:
            yield Stretch(one.start, one.end, first, _ends(one.alternatives[-1])[1], kind, lead)


def _are_joined(text: str, one: DateMention, two: DateMention, lead: str) -> bool:
    """Whether two mentions are the ends of one stretch."""
    if {one.kind, two.kind} - {"day", "month"} or (one.kind, two.kind) == ("day", "month"):
        return False
    join = _JOINS.match(text, one.end)
    if not join:
        return False
    rest = _CLOCK.match(text, join.end())
    if not rest or rest.end() != two.start:
        return False
    return "and" not in join[0].lower() or bool(_BETWEEN.search(lead))


def _ends(edtf: str) -> tuple[str, str]:
    """First and last day of an EDTF expression, years left open where it leaves them open."""
    year = edtf[:4]
    low, high = edtf_range(edtf.replace("XXXX", str(_SOME_YEAR if "02-29" in edtf else _SOME_YEAR - 1)))
    if low is None or high is None:
        raise ValueError(f"no days in {edtf}")
    return (f"{year}-{low:%m-%d}" if year == "XXXX" else low.isoformat()), (
        f"{edtf.partition('/')[2][:4] or year}-{high:%m-%d}" if year == "XXXX" else high.isoformat()
    )


def _one_year(first: str, last: str) -> tuple[str, str]:
    """Both ends with the year that one of them prints."""
    if lacks_year(first) and not lacks_year(last):
        year = int(last[:4]) - (first[5:] > last[5:])
        return of_year(first, year) or first, last
    if lacks_year(last) and not lacks_year(first):
        year = int(first[:4]) + (last[5:] < first[5:])
        return first, of_year(last, year) or last
    return first, last


def _start_of(unit: str, last: str) -> str:
    """The first day of the week, fortnight or month that ends on a day."""
    day = _in_some_year(last)
    unit = " ".join(unit.lower().split())
    first = day.replace(day=1) if unit == "month" else day - timedelta(_DAYS[unit] - 1)
    year = "XXXX" if lacks_year(last) else str(int(last[:4]) + first.year - day.year)
    return f"{year}-{first:%m-%d}"


def dated(stretch: Stretch, reference: date) -> Stretch:
    """The stretch with its missing year: the latest such days not after the reference."""
    if not stretch.open:
        return stretch
    last = with_year(stretch.last, reference)
    first, last = _one_year(stretch.first, last)
    return replace(stretch, first=first, last=last)
