"""The days that a report itself bears: of its title or dateline, of its sections, of its entries."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from trucewatch.core.date_words import WEEKDAYS, DateMention
from trucewatch.core.dates import When, edtf_range, when
from trucewatch.core.model import Block, Document

from .passages import Stretch

_STATEMENT = re.compile(
    r"(?i)\b(?:communiqu[eé]|statement|(?:press|news|media|daily|noon|background)\s+briefing(?!\s+(?:note|paper))"
    r"|^\W*briefing(?:\s+(?:by|on|to|of)\b|\W*$)"
    r"|transcript|remarks|(?:press|news|media)\s+release|press\s+note|notes?\s+to\s+(?:the\s+press|correspondents)|open\s+letter|circular|manifesto"
    r"|summary\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:meeting|session|sitting)s?"
    r"|declaration|press conference|interview|hearing|proceedings|(?:minutes|notes|(?:summary|verbatim)\s+record|record)\s+of"
    r")\b|^\W*live\b"
)
# The clock time in front of an entry of a live page; from this many on, the page's day is that of its entries.
_CLOCK = re.compile(
    r"\W*@\w+[^\n]{0,80}?\W\s\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\s*(?:\n|$)"
    r"|(?:\d{1,3}(?:/\d{1,3}|[/.)])\s*|[A-Z]+\s+)?\W{0,2}\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\W"
    r"|\W{0,2}[012]\d[0-5]\d\s?(?:GMT|UTC|hrs|hours|h)\b|\[[^\]\n]{3,40}?\d{1,2}[:.]\d\d[^\]\n]{0,8}\]"
)
_ENTRIES = 3
# A question from the floor.
_FLOOR = re.compile(r"(?m)^\W{0,2}(?:Q|QUESTION|Question|REPORTER|Reporter|JOURNALIST|Journalist)\b[^\n:]{0,50}:")
# From this many turns on a text is a transcript.
_TURNS = 4
# "10/ UPDATE 18:05. ...": an entry of the day on which the text appeared.
_UPDATE = re.compile(r"(?:\d{1,3}/\s*)?\W{0,2}(?:UPDATE|UPDATED|LATEST|BREAKING|NEW)\W{1,3}\d{1,2}[:.]\d\d")
# A bulletin of news tells what others said, though its words are a transcript.
_NEWS = re.compile(r"(?i)\b(?:radio|television|tv)\s+news\b|\bnews\s+(?:bulletin|at\s+\w+)\b")
# "The present report describes its implementation from 1 July to 20 September."
_COVERS = re.compile(r"(?i)\b(?:period|covers?|covering|describes?)\b[^.\n]{0,90}$")
# "This is Radio Volta, the news at six, Tuesday the fourteenth of March, 1995."
_INTRODUCED = re.compile(
    r"(?i)\b(?:this\s+is|here\s+(?:is|are)|you\s+are\s+listening|good\s+(?:morning|afternoon|evening)|the\s+(?:\w+\s+)?(?:news|bulletin|headlines)"
    r"|radio|broadcast|bulletin|edition|it\s+is|today\s+is|today)\b"
)
_SENTENCE = re.compile(r"[^.!?\n]{0,240}?(?:[.!?](?=\s|$)|\n|$)")
# "Ljubljana, 18 July." in front of a paragraph: what follows was written there and then.
_FILED = re.compile(r"(?:[A-Z][\w.'’-]*(?:[\s/-]+(?:[A-Z][\w.'’-]*|of|de|el|al))*)(?:,\s*[A-Z][\w'’-]+)?,\s*")
# "Broadcast in English at 1800, 3 January 1980": the last line of a bulletin or a post.
_ISSUED = re.compile(
    r"(?i)\W*(?:published|broadcast|recorded|transcribed|filed|posted|issued|signed|dated|given|done|released|delivered|read\s+out|aired|monitored"
    r"|adopted|written|first\s+published|last\s+updated|updated|date)\b"
)
_REPORT = re.compile(
    r"(?i)\b(?:report|monitor(?:s|ing)?|observers?|observation|verification|mission|sit-?rep|bulletin of the)\b"
)
_MINUTES = re.compile(
    r"(?i)\b(?:minutes|proceedings|notes\s+(?:of|from|on)|(?:summary|verbatim)\s+record|record\s+of|read-?out)\b"
)
# A report of each day tells of that day, whatever it leaves undated.
_DAILY = re.compile(
    r"(?i)\bdaily\b(?!\s+(?:[A-Z]\w+\s*){0,2}(?:briefing|news|star|mail|times))|\b(?:sit-?rep|situation\s+report)\b"
)
_EVENTS = re.compile(r"(?i)\b(?:events|incidents|situation|covering|developments)\s+(?:of|on|for)?\s*(?:the\s+)?$")
# Behind a communiqué: what others said of it afterwards.
_REACTIONS = re.compile(r"^\W*(?:first\s+)?reactions?\b[^\n]{0,60}$", re.I | re.MULTILINE)
# "(issued in Kyiv on 12 August 2019)", "Report completed: 27 June 2003", somewhere in the front matter.
_COMPLETED = re.compile(
    r"(?i)\b(?:issued|published|completed|finali[sz]ed|concluded|released|date\s+of\s+report|report(?:\s+dated)?|brief(?:ing)?(?:\s+(?:no\.?\s*)?\d+)?)"
    r"(?:\s+(?:(?:in|at)\s+[A-Z][\w.'’/-]+(?:\s[A-Z]\w+)?|on|of|as\s+of)){0,2}[:,]?\s+$"
)
_OPENING = 2500
_FRONT_MATTER = 600
_INTERVIEW = re.compile(r"(?i)\binterview\b")
_HEADING_WORDS = 16
# "Transcript. Press conference of the Front for ..., Doha, Tuesday 16 August 2022, 11 a.m.": a first line that names a
# statement and ends in its day.
_LONG_HEADING = 30
_ENDS_IN_DAY = re.compile(
    r"\W*(?:(?:at\s+)?\d{1,2}(?:[:.h]\d\d)?\s*(?:[ap]\.?m\.?|hours|hrs|h|o['’]clock)?)?\W*(?:\([^()]{2,40}\))?\W*"
)
_TITLE_WORDS = 45
# "A border truce and its readers. Yangon/Brussels, 18 July 2024. The arrangement ...": what may stand between a title, or
# the comma behind it, and the day.
_BEFORE_DAY = re.compile(
    r"(?:\A|[.!?:][\"'”’)]*\s+|,\s+)(?P<place>[A-Z\"“][\w.'’\"”-]*(?:[\s,/-]+(?:[A-Z][\w.'’\"”-]*|of|the|de|el|al))*,\s+)?\Z"
)
_IN_FRONT = 170
# How much of a story behind its dateline is its lead.
_LEAD = 250
# How many stretches can be the front of a report: headline, byline, date, lead.
_FRONT = 4
# A short paragraph is no title: "On 12 January 2012 the delegates signed a ceasefire."
_PROSE = re.compile(
    r"\W*(?:On|In|At|The|A|An|It|He|She|They|We|There|By|Since|After)\s.*"
    r"\b(?:is|are|was|were|has|have|had|will|would|said|told|met|[a-z]{3,}ed)\b.*[.!?][\"'”’)]*\s*$"
)
# A line that holds a place and a day, and nothing else: "Dakar, 19 February 2006".
_PLACE = re.compile(
    r"\W*(?:(?:Done|Issued|Given|Made|Signed|Published|Updated|Posted|Released)?\W*(?:[aA]t|[iI]n|[oO]n)?\s*)"
    r"(?:[A-Z][\w.'’-]*(?:[\s,/()-]+(?:[A-Z][\w.'’-]*|of|the|de|el|al))*)?\W*(?:on\s*)?(?:the\s*)?\W*"
)
_ALONE_WORDS = 9
# What may stand before and behind the date of an entry: "3/ @monitor · 12 May, 09:40 - The army ...".
_BEFORE_ENTRY = re.compile(
    r"\W*(?:\d{1,3}[/.)]\W*)?(?:(?:UPDATE|UPDATED|EDIT)\W{1,3})?(?:@\w+\W*)?(?:[A-Z][\w'’-]+\W{1,3})?"
)
_BEHIND_ENTRY = re.compile(
    r"(?:,?\s*(?:at\s+)?\d{1,2}(?:[:.h]\d\d(?:\s?[ap]\.?m\.?)?|\s?[ap]\.?m)(?:\s[A-Z]{2,4})?)?\s*(?:[:\])–—|·]|-\s|\.\s|\n)"
)


@dataclass(slots=True)
class OwnDates:
    """What a report says of its own time. `starts` and `days` are its sections, `entries` the dated entries."""

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
    reactions: int | None = None
    starts: list[int] = field(default_factory=list)
    days: list[When] = field(default_factory=list)
    entries: list[tuple[int, int, When]] = field(default_factory=list)

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


def find_own_dates(
    document: Document, parts: Sequence[Stretch], between: Callable[[int, int], Sequence[DateMention]]
) -> OwnDates:
    """The report's own days; `between` gives the date mentions of a stretch of the working text."""
    own = OwnDates(published=document.published_on)
    text = document.text
    years = Counter(m.edtf[:4] for m in between(0, len(text)) if m.year_known)
    for part in parts[: _FRONT + 2]:
        if part.dateline:
            dateline = between(*part.dateline)
            _take(own, document, [_with_lead_year(m, years, between(m.end, m.end + _LEAD), text) for m in dateline])
    for block in document.blocks[: _FRONT - 1]:
        if own.published is None and own.period is None:
            _take(own, document, _behind_title(text, block, between))
        if block.start > _IN_FRONT or any(m.year_known for m in between(block.start, block.end)):
            break
    for start, end in _title_lines(text, parts[:_FRONT]):
        if own.published is None:
            _take(own, document, between(start, end))
        elif own.period is None:
            _take_period(own, document, between(start, end))
        if own.period is None:
            own.period = _events_of(
                own, document, [m for m in between(start, end) if _EVENTS.search(text[start : m.start])]
            )
        named = _STATEMENT.search(text[start:end])
        closed = text[start:end].rstrip().endswith(".")
        if named and (not closed or any(m.kind == "day" and m.year_known for m in between(start, end))):
            own.statement = own.statement or not _NEWS.search(text[start:end])
            own.interview = own.interview or bool(_INTERVIEW.search(text[start:end]))
    turns = [part.start for part in parts if part.label is not None and text[part.label[0]] != "@"]
    _take_sitting(own, document, turns, between)
    if own.period is None:
        covered = (m for m in between(0, _OPENING) if m.kind == "span" and _COVERS.search(text[: m.start]))
        _take_period(own, document, [_in_year(m, own.published) for m in covered][:1])
    if own.published is None:
        for start, end in _last_lines(document):
            if _stands_alone(text, start, end, between(start, end)):
                _take(own, document, between(start, end))
    if own.published is None and len(parts) > _FRONT:
        _take_long_title(own, document, parts[0], between)
    clocks = sum(bool(_CLOCK.match(text, b.start, b.end)) for b in document.blocks)
    own.live = clocks >= _ENTRIES
    own.thread = own.live and bool(parts) and "@" in text[parts[0].start : parts[0].end]
    own.statement = own.statement or own.live
    if own.published is None:
        _take(own, document, [_with_common_year(m, years) for m in _introduced(document, between)])
    if own.published is None:
        bare = [m for line in _title_lines(text, parts[:2]) for m in between(*line) if m.kind == "day"]
        _take(own, document, [_with_common_year(m, years) for m in bare])
    if own.published is None:
        front = [m for m in between(0, _FRONT_MATTER) if m.kind == "day" and m.year_known]
        _take(own, document, [m for m in front if _COMPLETED.search(text[max(0, m.start - 60) : m.start])][:1])
    if own.published is None:
        for start, end in _last_lines(document, _HEADING_WORDS):
            if _ISSUED.match(text, start, end):
                _take(own, document, between(start, end))
    _find_manner(own, text, parts[:_FRONT])
    _find_sections(own, document, between, {part.start for part in parts if part.dateline})
    return own


def _take_sitting(
    own: OwnDates, document: Document, turns: Sequence[int], between: Callable[[int, int], Sequence[DateMention]]
) -> None:
    """The day of a transcript, which stands somewhere above the first of its turns; all that is said has it.

    It is a statement whatever its title says: named speakers, and questions from the floor.
    """
    if len(turns) < _TURNS and not (len(turns) >= _ENTRIES and _FLOOR.search(document.text)):
        return
    head = document.text[: turns[0]]
    days = {m.edtf: m for m in between(0, turns[0]) if m.kind == "day" and m.year_known}
    if own.published is None and len(days) == 1:
        _take(own, document, [*days.values()])
    if own.published is not None and not _NEWS.search(head):
        own.statement = True
        own.interview = own.interview or bool(_INTERVIEW.search(head))


def _find_manner(own: OwnDates, text: str, parts: Sequence[Stretch]) -> None:
    """What kind of text it is, as far as that says when its words were said."""
    own.filed = filed = any(part.dateline for part in parts)
    if own.period is None and own.published is not None:
        titles = [text[a:b] for a, b in _title_lines(text, parts)]
        own.daily = any(_DAILY.search(line) for line in titles)
        # "Monitors clear rebels of raid" above a dateline is a newspaper's headline.
        own.report = not filed and any(_REPORT.search(line) for line in titles)
        own.minutes = own.statement and any(_MINUTES.search(line) for line in titles)
    reactions = _REACTIONS.search(text) if own.statement and not own.live else None
    own.reactions = reactions.start() if reactions else None


def _take_long_title(
    own: OwnDates, document: Document, part: Stretch, between: Callable[[int, int], Sequence[DateMention]]
) -> None:
    """The day of a first line that is longer than titles are, names a statement and ends in its day."""
    text = document.text[part.start : part.end]
    days = [m for m in between(part.start, part.end) if m.kind == "day" and m.year_known]
    if "\n" in text.strip() or len(text.split()) > _LONG_HEADING or len(days) != 1 or not _STATEMENT.search(text):
        return
    if _ENDS_IN_DAY.fullmatch(document.text, days[0].end, part.end):
        _take(own, document, days)
        own.statement = not _NEWS.search(text)
        own.interview = bool(_INTERVIEW.search(text))


def _behind_title(
    text: str, block: Block, between: Callable[[int, int], Sequence[DateMention]]
) -> Sequence[DateMention]:
    """The day or period that ends a long title, or that stands with its place between a title and the first sentence."""
    for m in between(block.start, min(block.end, _IN_FRONT)):
        line = text.find("\n", m.end, block.end)
        behind = text[m.end : line if line >= 0 else block.end]
        last = not behind.strip(" .") and "\n" not in text[block.start : m.start].strip()
        before = _BEFORE_DAY.search(text[block.start : m.start])
        if not m.year_known or m.kind not in ("day", "span") or before is None:
            continue
        comma = before[0].startswith(",")
        if (last and not _PROSE.match(text, block.start, m.end)) or (
            m.kind == "day" and not comma and re.match(r"\.\s+\S", behind)
        ):
            return [m]
    return ()


def _introduced(document: Document, between: Callable[[int, int], Sequence[DateMention]]) -> Sequence[DateMention]:
    """The dates of the words with which a speaker opens a bulletin."""
    for block in document.blocks[:_FRONT]:
        for sentence in list(_SENTENCE.finditer(document.text, block.start, block.end))[:3]:
            days = [m for m in between(*sentence.span()) if m.kind == "day"]
            if days and _INTRODUCED.search(sentence[0]):
                return days
    return ()


def _with_common_year(mention: DateMention, years: Counter[str]) -> DateMention:
    """A dateline without its year ("KHARTOUM, Nov 2 -") has the year that the text names most."""
    if mention.edtf.startswith("XXXX") and years:
        return replace(mention, edtf=mention.edtf.replace("XXXX", years.most_common(1)[0][0]), completed=True)
    return mention


def _with_lead_year(mention: DateMention, years: Counter[str], lead: Sequence[DateMention], text: str) -> DateMention:
    """A dateline's day in the year that the text names most, or in the next if only so the weekday of its lead fits."""
    common = _with_common_year(mention, years)
    days = (text[m.start : m.end].split()[-1].lower() for m in lead if m.kind == "weekday" and not m.offset_days)
    name = next((word for word in days if word in WEEKDAYS), "")
    if not name or common.edtf == mention.edtf or mention.kind != "day":
        return common
    named = [int(year) for year, _ in years.most_common()]
    for year in (*named, *(year + 1 for year in named)):
        day = edtf_range(mention.edtf.replace("XXXX", str(year)))[0]
        # A wire's lead tells what was said on its own day or the day before.
        if day is not None and (day.weekday() - WEEKDAYS.index(name)) % 7 <= 1:
            return replace(mention, edtf=day.isoformat(), completed=True)
    return common


def _in_year(mention: DateMention, published: When | None) -> DateMention:
    if mention.edtf.startswith("XXXX") and published is not None and published.latest is not None:
        return replace(mention, edtf=mention.edtf.replace("XXXX", str(published.latest.year)), completed=True)
    return mention


def _take(own: OwnDates, document: Document, mentions: Sequence[DateMention]) -> None:
    for mention in mentions:
        if mention.year_known and mention.kind == "day" and own.published is None:
            span = document.span(mention.start, mention.end)
            own.published = when(mention.edtf, span, computed=mention.completed)
    _take_period(own, document, mentions)


def _events_of(own: OwnDates, document: Document, mentions: Sequence[DateMention]) -> When | None:
    """The day of "Daily report, 14 December 1998 (events of 13 December)"."""
    days = [_in_year(m, own.published) for m in mentions if m.kind == "day"]
    known = next((m for m in days if m.year_known), None)
    return when(known.edtf, document.span(known.start, known.end), computed=known.completed) if known else None


def _take_period(own: OwnDates, document: Document, mentions: Sequence[DateMention]) -> None:
    for mention in mentions:
        if mention.year_known and mention.kind in ("span", "month", "days"):
            own.period = when(mention.edtf, document.span(mention.start, mention.end), computed=mention.completed)


def _title_lines(text: str, parts: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """The short lines of the short blocks in front; a line of wrapped prose is none."""
    for part in parts:
        if len(text[part.start : part.end].split()) > _TITLE_WORDS:
            continue
        yield from _short_lines(text, part.start, part.end, _HEADING_WORDS)


def _short_lines(text: str, start: int, end: int, words: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].splitlines(keepends=True):
        if 0 < len(line.split()) <= words and not _PROSE.match(line):
            yield at, at + len(line)
        at += len(line)


def _last_lines(document: Document, words: int = _ALONE_WORDS) -> Iterator[tuple[int, int]]:
    """Where a statement bears its day at the end: "Done at Naivasha on 3 May 2011"."""
    for block in document.blocks[-3:]:
        yield from _short_lines(document.text, block.start, block.end, words)


def _stands_alone(text: str, start: int, end: int, mentions: Sequence[DateMention]) -> bool:
    days = [m for m in mentions if m.kind == "day" and m.year_known]
    if len(days) != 1:
        return False
    rest = text[start : days[0].start] + " " + text[days[0].end : end]
    return bool(_PLACE.fullmatch(rest.strip()))


def _find_sections(
    own: OwnDates, document: Document, between: Callable[[int, int], Sequence[DateMention]], stories: Collection[int]
) -> None:
    """Further texts in one file ("ANSWER OF THE GOVERNMENT, Dakar, 19 February 2006"), and entries with a day each."""
    for block in document.blocks:
        for start, end in _short_lines(document.text, block.start, block.end, _ALONE_WORDS):
            mentions = between(start, end)
            if _stands_alone(document.text, start, end, mentions):
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
        if own.live and _CLOCK.match(document.text, block.start, block.end):
            dated = _posted(document, block, between)
            if dated is not None:
                own.starts.append(block.start)
                own.days.append(dated)
                continue
        # A wire's dateline is the day of the story, not of what is said in its first paragraph.
        lead = any(block.start <= start < block.end for start in stories)
        entry = None if lead else _entry(document, block, own, between)
        if entry is not None:
            own.entries.append((block.start, block.end, entry))
            if own.live:
                # The answers below a dated post have its day where they bear a clock time alone.
                own.starts.append(block.start)
                own.days.append(entry)
        elif own.published is not None and not own.thread and _UPDATE.match(document.text, block.start, block.end):
            own.entries.append((block.start, block.end, own.day_at(block.start) or own.published))


def _filed(
    document: Document, block: Block, own: OwnDates, between: Callable[[int, int], Sequence[DateMention]]
) -> When | None:
    """The day of a dateline inside a text: "Ljubljana, 18 July." opens what was written there on that day."""
    place = _FILED.match(document.text, block.start, min(block.end, block.start + 60))
    first = next(iter(between(place.end(), place.end() + 1)), None) if place else None
    if first is None or first.kind != "day" or first.end >= block.end:
        return None
    closed = document.text[first.end - 1] == "." or re.match(r"\.|\s+[-–—]\s", document.text[first.end : first.end + 4])
    dated = _in_year(first, own.published)
    if not closed or dated.edtf.startswith("XXXX") or own.published is None or dated.edtf == own.published.edtf:
        return None
    return when(dated.edtf, document.span(first.start, first.end), computed=not first.year_known)


def _entry(
    document: Document, block: Block, own: OwnDates, between: Callable[[int, int], Sequence[DateMention]]
) -> When | None:
    first = next(iter(between(block.start, min(block.end, block.start + 60))), None)
    if first is None or first.kind != "day":
        return None
    text = document.text
    line = text[block.start : block.end].split("\n")[0]
    if first.year_known and len(line) < block.end - block.start and _heads(line, first, block.start):
        return when(first.edtf, document.span(first.start, first.end))
    # The full stop of "12 Mar." may close the entry's date too.
    behind = _BEHIND_ENTRY.match(text, first.end - (text[first.end - 1] == "."), block.end)
    if behind is None or behind.end() >= block.end or not _BEFORE_ENTRY.fullmatch(text, block.start, first.start):
        return None
    edtf = first.edtf
    if not first.year_known:
        # A page without a day of its own begins with an entry that names its year.
        known = own.published or (own.entries[-1][2] if own.entries else None)
        if known is None or known.latest is None:
            return None
        edtf = edtf.replace("XXXX", str(known.latest.year))
    return when(edtf, document.span(first.start, first.end), computed=not first.year_known)


def _posted(document: Document, block: Block, between: Callable[[int, int], Sequence[DateMention]]) -> When | None:
    """The day of a line above a post that holds nothing else: "@monitor · 15 March 2021, 08:30"."""
    if (
        len(document.text[block.start : block.end].split()) > _ALONE_WORDS
        or "\n" in document.text[block.start : block.end]
    ):
        return None
    days = [m for m in between(block.start, block.end) if m.kind == "day" and m.year_known]
    return when(days[0].edtf, document.span(days[0].start, days[0].end)) if len(days) == 1 else None


def _heads(line: str, day: DateMention, start: int) -> bool:
    """Whether the first line of a block is the title of a statement with its day: "Joint statement, 25 February 2021"."""
    ends = day.end - start >= len(line.rstrip()) - 1
    return ends and len(line.split()) <= _ALONE_WORDS and _STATEMENT.search(line) is not None
