"""The days of the parts of a report: of its sections, of the dated entries of a page, of posts."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise

from trucewatch.core.date_words import WEEKDAYS, DateMention
from trucewatch.core.dates import When, lacks_year, lies_in, of_year, when
from trucewatch.core.model import Block, Document

from .bylines import byline
from .day_lines import ALONE_WORDS, STATEMENT, Between, short_lines, stands_alone
from .passages import Stretch

# The clock time in front of an entry of a live page; from this many on, the page's day is that of its entries.
CLOCK = re.compile(
    r"\W*@\w+[^\n]{0,80}?\W\s\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s*(?:\n|$)"
    r"|(?:\d{1,3}(?:/\d{1,3}|[/.)])\s*|[A-Z]+\s+)?\W{0,2}\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\W"
    r"|\W{0,2}[012]\d[0-5]\d\s?(?:GMT|UTC|hrs|hours|h)\b|\[[^\]\n]{3,40}?\d{1,2}[:.]\d\d[^\]\n]{0,8}\]"
)
# "10/ UPDATE 18:05. ...": an entry of the day on which the text appeared.
_UPDATE = re.compile(r"(?:\d{1,3}/\s*)?\W{0,2}(?:UPDATE|UPDATED|LATEST|BREAKING|NEW)\W{1,3}\d{1,2}[:.]\d\d")
# "Ljubljana, 18 July." in front of a paragraph: what follows was written there and then.
_FILED = re.compile(r"(?:[A-Z][\w.'’-]*+(?:[\s/-]+(?:[A-Z][\w.'’-]*+|of|de|el|al))*)(?:,\s*[A-Z][\w'’-]+)?,\s*")
# What may stand before and behind the date of an entry: "3/ @monitor · 12 May, 09:40 - The army ...".
_BEFORE_ENTRY = re.compile(
    r"\W*(?:\d{1,3}(?:[/.)]|\s*\|)\W*)?(?:(?:UPDATE|UPDATED|EDIT)\W{1,3})?(?:@\w+\W*)?(?:[A-Z][\w'’-]+\W{1,3})?"
)
_BEHIND_ENTRY = re.compile(
    r"(?:,?\s*(?:(?:at\s+)?\d{1,2}(?:[:.h]\d\d(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m)(?:\s[A-Z]{2,4})?|[012]\d[0-5]\d(?:\s?(?:hrs|hours|h|Z|[A-Z]{2,4}))?|(?:early|late|noon|midnight|morning|evening|night)\b))?"
    r"\s*(?:[:\])–—|·]|-\s|\.\s|\n)"
)
# What stands in front of the day in a list of entries: a bullet, a number, the day of the week.
_BEFORE_LISTED = re.compile(
    r"[-–—•*·\s]*(?:\d{1,4}[/.)]\s*|[A-Z]{0,4}-?\d{1,5}[a-z]?\s*\|\s*)?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\W{1,3})?"
)
# ... and behind it, where it has no other mark: "03 May 2021 0640 Kilo. The army ...", "12/05/2021 Kilo The army ...".
# "2 Sep, Kibumba. The army ..."
_BEHIND_LISTED = re.compile(
    r"\s+(?:[012]\d[0-5]\d(?:\s?(?:hrs|hours|h|Z))?\s+)?(?=[A-Z(])"
    r"|,\s+[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}[.:]\s+(?=[A-Z])"
)
# An entry tells something; "27 October 2020 | 1800 GMT" is the head of a page.
_ENTRY_WORDS = re.compile(r"\b[a-z]{3,}\b.*\s\S*[a-z]{3}|\b[a-z]{2,}\W*$")
_WEEKDAY = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b")
# "Sgt Wandia, RPNGC Tari, Wed 21 July:" above a post on a noticeboard.
_BY_WHOM = re.compile(
    r"\W*[A-Z][\w.'’-]*(?:,?\s+[A-Z][\w.'’-]*){0,6},\s+(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\W{1,3})?"
)
# How far from the entry before it the day of an entry lies that has no month.
_NEAR = 15
# Within so many signs an entry has its day.
_HEAD = 60


@dataclass(slots=True)
class OwnDates:
    """What a report says of its own time; `other_year` that its year is one that the text does not name.

    `starts` and `days` are its sections, `entries` the dated entries.
    """

    published: When | None = None
    period: When | None = None
    statement: bool = False
    live: bool = False
    thread: bool = False
    interview: bool = False
    daily: bool = False
    report: bool = False
    minutes: bool = False
    filed: bool = False
    other_year: bool = False
    reactions: int | None = None
    starts: list[int] = field(default_factory=list)
    days: list[When] = field(default_factory=list)
    entries: list[tuple[int, int, When]] = field(default_factory=list)
    # Where the entries of lists begin, which were written up afterwards.
    listed: set[int] = field(default_factory=set)

    def in_list(self, offset: int) -> bool:
        """Whether an offset lies in an entry of a list."""
        at = bisect_right(self.entries, offset, key=lambda entry: entry[0]) - 1
        return at >= 0 and offset < self.entries[at][1] and self.entries[at][0] in self.listed

    def entry_at(self, offset: int) -> When | None:
        """The day of the entry that an offset lies in."""
        at = bisect_right(self.entries, offset, key=lambda entry: entry[0]) - 1
        return self.entries[at][2] if at >= 0 and offset < self.entries[at][1] else None

    def section_at(self, offset: int) -> int:
        """The number of the section that an offset lies in; 0 up to the first further text."""
        return bisect_right(self.starts, offset)

    def day_at(self, offset: int) -> When | None:
        """The day that the words at an offset bear: of their entry, their section, else of the report."""
        entry = self.entry_at(offset)
        if entry is not None:
            return entry
        at = bisect_right(self.starts, offset) - 1
        return self.days[at] if at >= 0 else self.published


def entry_lines(document: Document, between: Between) -> dict[int, DateMention]:
    """The days that head the lines of a list, by where each line begins; none where fewer than two lines have one.

    "3 May 2021 - The army shelled Kilo.", and on the next line "5 May - The front attacked Dera."
    """
    text, found = document.text, dict[int, DateMention]()
    for block in document.blocks:
        at = block.start
        for line in text[block.start : block.end].splitlines(keepends=True):
            first = next((m for m in between(at, min(at + len(line), at + _HEAD)) if m.kind == "day"), None)
            end = at + len(line.rstrip())
            if first is not None and _BEFORE_LISTED.fullmatch(text, at, first.start):
                behind = _BEHIND_ENTRY.match(text, _closed(text, first), end) or _BEHIND_LISTED.match(
                    text, first.end, end
                )
                if behind is not None and _ENTRY_WORDS.search(text, behind.end(), end):
                    found[at] = first
            at += len(line)
    return found if len({m.edtf for m in found.values()}) > 1 else {}


def has_place(text: str, dateline: tuple[int, int], between: Between) -> bool:
    """Whether a dateline names a place; "Monday 3 May 2021 - " only heads an entry."""
    rest = [text[dateline[0] : dateline[1]]]
    for m in between(*dateline):
        rest = [part for piece in rest for part in piece.split(text[m.start : m.end])]
    return any(re.search(r"[A-Za-z]{3}", _WEEKDAY.sub("", part)) for part in rest)


def _closed(text: str, day: DateMention) -> int:
    """The end of a day without the full stop of "12 Mar.", which may close the entry's date too."""
    return day.end - (text[day.end - 1] == ".")


def find_sections(own: OwnDates, document: Document, between: Between, parts: Sequence[Stretch]) -> None:
    """Further texts in one file ("ANSWER OF THE GOVERNMENT, Dakar, 19 February 2006"), and entries with a day each."""
    listed = entry_lines(document, between)
    stories = {
        part.start
        for part in parts
        if part.dateline and not (listed and not has_place(document.text, part.dateline, between))
    }
    for block in document.blocks:
        for start, end in short_lines(document.text, block.start, block.end, ALONE_WORDS):
            mentions = between(start, end)
            if stands_alone(document.text, start, end, mentions):
                day = next(m for m in mentions if m.kind == "day")
                found = when(day.edtf, document.span(day.start, day.end))
                if (
                    own.published is not None
                    and own.published.spans
                    and found.edtf != own.published.edtf
                    and start > own.published.spans[0].end
                ):
                    own.starts.append(start)
                    own.days.append(found)
        filed = _filed(document, block, own, between)
        if filed is not None:
            own.starts.append(block.start)
            own.days.append(filed)
            continue
        if own.live and CLOCK.match(document.text, block.start, block.end):
            dated = _posted(document, block, between)
            if dated is not None:
                own.starts.append(block.start)
                own.days.append(dated)
                continue
        posted = _post(document, block, between)
        if posted is not None:
            own.entries.append((block.start, block.end, posted))
            own.starts.append(block.start)
            own.days.append(posted)
            continue
        lines = [at for at in listed if block.start <= at < block.end]
        if lines:
            _take_lines(own, document, [*lines, block.end], listed)
            continue
        # A wire's dateline is the day of the story, not of what is said in its first paragraph.
        lead = any(block.start <= start < block.end for start in stories)
        entry = None if lead else _entry(document, block, own, between)
        if entry is not None:
            own.entries.append((block.start, block.end, entry))
            if own.live or _is_label(document.text[block.start : block.end].split("\n")[0]):
                # The answers below a dated post have its day where they bear a clock time alone.
                own.starts.append(block.start)
                own.days.append(entry)
        elif own.published is not None and not own.thread and _UPDATE.match(document.text, block.start, block.end):
            own.entries.append((block.start, block.end, own.day_at(block.start) or own.published))


def _take_lines(own: OwnDates, document: Document, bounds: Sequence[int], listed: Mapping[int, DateMention]) -> None:
    """Makes entries of the lines of a list, each up to the next one."""
    for start, end in pairwise(bounds):
        before = own.entries[-1][2] if own.entries else None
        first = listed[start]
        edtf = _day_of_entry(first, own.published or own.period or before, before or own.published or own.period)
        if edtf is not None:
            made = first.completed or not first.year_known
            day = when(edtf, document.span(first.start, first.end), computed=made)
            own.entries.append((start, end, day))
            own.listed.add(start)


def _post(document: Document, block: Block, between: Between) -> When | None:
    """The day on the line above a post: "kirundo, 23 January 2004:"."""
    head = byline(document.text, block.start, block.end)
    first = next((m for m in between(block.start, head.end) if m.kind == "day"), None) if head is not None else None
    return when(first.edtf, document.span(first.start, first.end)) if first is not None else None


def _filed(document: Document, block: Block, own: OwnDates, between: Between) -> When | None:
    """The day of a dateline inside a text: "Ljubljana, 18 July." opens what was written there on that day."""
    place = _FILED.match(document.text, block.start, min(block.end, block.start + 60))
    first = next(iter(between(place.end(), place.end() + 1)), None) if place else None
    if first is None or first.kind != "day" or first.end >= block.end:
        return None
    closed = document.text[first.end - 1] == "." or re.match(r"\.|\s+[-–—]\s", document.text[first.end : first.end + 4])
    dated = in_year(first, own.published)
    if not closed or lacks_year(dated.edtf) or own.published is None or dated.edtf == own.published.edtf:
        return None
    return when(dated.edtf, document.span(first.start, first.end), computed=not first.year_known)


def _entry(document: Document, block: Block, own: OwnDates, between: Between) -> When | None:
    """The day in front of an entry: "3 May 2024: The army said ...", "Tuesday 18", "Wed 21 July:" behind a name."""
    first = next(iter(between(block.start, min(block.end, block.start + _HEAD))), None)
    if first is None or first.kind not in ("day", "monthday"):
        return None
    text = document.text
    line = text[block.start : block.end].split("\n")[0]
    alone = first.kind == "day" and first.year_known and len(line) < block.end - block.start
    if alone and _heads(line, first, block.start):
        return when(first.edtf, document.span(first.start, first.end))
    behind = _BEHIND_ENTRY.match(text, _closed(text, first), block.end)
    if behind is None or behind.end() >= block.end:
        return None
    plain = _BEFORE_ENTRY.fullmatch(text, block.start, first.start)
    if not plain and not (block.start and _is_label(line) and _BY_WHOM.fullmatch(text, block.start, first.start)):
        return None
    # A page without a day of its own begins with an entry that names its year.
    before = own.entries[-1][2] if own.entries else None
    edtf = _day_of_entry(first, own.published or own.period or before, before or own.published or own.period)
    made = first.completed or not first.year_known
    return when(edtf, document.span(first.start, first.end), computed=made) if edtf else None


def _is_label(line: str) -> bool:
    """Whether a line is the head of what stands below it: "John Hangu, Wed 21 July:"."""
    return line.rstrip().endswith(":")


def _day_of_entry(first: DateMention, known: When | None, before: When | None) -> str | None:
    """The day of an entry with the year of its page, and with the month of the entry before it."""
    if first.year_known:
        return first.edtf
    if known is None or known.latest is None or before is None or before.latest is None:
        return None
    if first.kind == "day":
        # "Week of 28 December 2020 to 3 January 2021": 30 December is of the first year.
        years = (known.latest.year, known.earliest.year if known.earliest is not None else known.latest.year)
        made = [filled for year in years if (filled := of_year(first.edtf, year)) is not None]
        return next((day for day in made if lies_in(when(day), known)), made[0] if made else None)
    near = (before.latest + timedelta(days) for days in range(_NEAR))
    return next((d.isoformat() for d in near if d.day == first.offset_days and _falls(d, first.weekday)), None)


def _falls(day: date, weekday: str) -> bool:
    return not weekday or WEEKDAYS[day.weekday()] == weekday


def _posted(document: Document, block: Block, between: Between) -> When | None:
    """The day of a line above a post that holds nothing else: "@monitor · 15 March 2021, 08:30"."""
    if (
        len(document.text[block.start : block.end].split()) > ALONE_WORDS
        or "\n" in document.text[block.start : block.end]
    ):
        return None
    days = [m for m in between(block.start, block.end) if m.kind == "day" and m.year_known]
    return when(days[0].edtf, document.span(days[0].start, days[0].end)) if len(days) == 1 else None


def _heads(line: str, day: DateMention, start: int) -> bool:
    """Whether the first line of a block is the title of a statement with its day: "Joint statement, 25 February 2021"."""
    ends = day.end - start >= len(line.rstrip()) - 1
    return ends and len(line.split()) <= ALONE_WORDS and STATEMENT.search(line) is not None


def in_year(mention: DateMention, published: When | None) -> DateMention:
    if lacks_year(mention.edtf) and published is not None and published.latest is not None:
        filled = of_year(mention.edtf, published.latest.year)
        return replace(mention, edtf=filled, completed=True) if filled is not None else mention
    return mention
