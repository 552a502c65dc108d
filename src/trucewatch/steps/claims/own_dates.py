"""The days that a report itself bears: of its title or dateline, of its sections, of its entries."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from trucewatch.core.date_words import WEEKDAYS, DateMention
from trucewatch.core.dates import When, edtf_range, lacks_year, lies_in, of_year, when
from trucewatch.core.model import Block, Document

from .dated_entries import CLOCK, OwnDates, entry_lines, has_place, in_year
from .day_lines import (
    ALONE_WORDS,
    PROSE,
    STATEMENT,
    Between,
    day_in_brackets,
    day_in_two_calendars,
    day_of_address,
    day_of_footer,
    day_of_imprint,
    day_of_itself,
    day_of_letter,
    day_of_post,
    day_of_signing,
    day_of_source,
    of_agreement,
    short_lines,
    stands_alone,
)
from .note_marks import note_lines
from .passages import Stretch
from .source_fields import IN_BRACKETS

_ENTRIES = 3
# A question from the floor.
_FLOOR = re.compile(r"(?m)^\W{0,2}(?:Q|QUESTION|Question|REPORTER|Reporter|JOURNALIST|Journalist)\b[^\n:]{0,50}:")
# From this many turns on a text is a transcript.
_TURNS = 4
# A bulletin of news tells what others said, though its words are a transcript.
_NEWS = re.compile(r"(?i)\b(?:radio|television|tv)\s+news\b|\bnews\s+(?:bulletin|at\s+\w+)\b")
# "The army to leave Mako by 3 May 2020."
_LIMIT = re.compile(r"(?i)\b(?:by|until|till|before|since|after|no\s+later\s+than)\s+(?:the\s+)?$")
# "The present report describes its implementation from 1 July to 20 September."
_COVERS = re.compile(r"(?i)\b(?:period|covers?|covering|describes?)\b[^.\n]{0,90}$")
# "This is Radio Volta, the news at six, Tuesday the fourteenth of March, 1995."
_INTRODUCED = re.compile(
    r"(?i)\b(?:this\s+is|here\s+(?:is|are)|you\s+are\s+listening|good\s+(?:morning|afternoon|evening)|the\s+(?:\w+\s+)?(?:news|bulletin|headlines)"
    r"|radio|broadcast|bulletin|edition|it\s+is(?=\s+(?:now\s+)?(?:the\s+)?(?:\d|\w+\s+(?:o['’]clock|past|to|thirty|hours)\b|noon\b|midday\b|midnight\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day))"
    r"|today\s+is|today)\b"
)
# "UNITA's radio announced on 6 March", "Reminder: on 5 March": the day of something that is told.
_TOLD = re.compile(
    r"\b(?:[a-z]{3,}ed|said|told|met|made|gave|took|began|came|spoke)\b[^,.;]*$|:\s+[Oo]n\s+$|\b(?:until|till|by|since|before|after)\s+(?:the\s+)?$"
)
_SENTENCE = re.compile(r"[^.!?\n]{0,240}?(?:[.!?](?=\s|$)|\n|$)")
# "Broadcast in English at 1800, 3 January 1980": the last line of a bulletin or a post.
_ISSUED = re.compile(
    r"(?i)\W*(?:published|broadcast|recorded|transcribed|filed|posted|issued|signed|dated|given|done|released|delivered|read\s+out|aired|monitored"
    r"|adopted|written|first\s+published|last\s+updated|updated|date)\b"
)
_REPORT = re.compile(
    r"(?i)\b(?:report|monitor(?:s|ing)?|observers?|observation|verification|mission|sit-?rep|bulletin of the)\b"
)
_MINUTES = re.compile(
    r"(?i)\b(?:minutes|proceedings|notes\s+(?:of|from|on)|(?:summary|verbatim)\s+record|record\s+of|read-?out"
    r"|summary\s+of\s+(?:the\s+)?(?:\w+\s+)?(?:meeting|session|sitting)s?)\b"
)
# A report of each day tells of that day, whatever it leaves undated.
_DAILY = re.compile(
    r"(?i)\bdaily\b(?!\s+(?:[A-Z]\w+\s*){0,2}(?:briefing|news|star|mail|times))|\b(?:sit-?rep|situation\s+report)\b"
)
_EVENTS = re.compile(r"(?i)\b(?:events|incidents|situation|covering|developments)\s+(?:of|on|for)?\s*(?:the\s+)?$")
# Behind a communiqué: what others said of it afterwards.
_REACTIONS = re.compile(r"^\W*(?:first\s+)?reactions?\b[^\n]{0,60}$", re.I | re.MULTILINE)
# "(issued in Kyiv on 12 August 2019)", "August 2003 (issued 5 September)", "Report completed: 27 June 2003", somewhere in the front matter.
_COMPLETED = re.compile(
    r"(?i)\b(?:issued|published|completed|finali[sz]ed|released|date\s+of\s+report|report(?:\s+dated)?|brief(?:ing)?(?:\s+(?:no\.?\s*)?\d+)?)"
    r"(?:\s+(?:(?:in|at)\s+[A-Z][\w.'’/-]+(?:\s[A-Z]\w+)?|on|of|as\s+of)){0,2}[:,]?\s+$"
)
_PASSIVE = re.compile(r"(?i)\b(?:was|were|been|be|are|and|who|later|then)\s+$")
_PAPER = re.compile(
    r"(?i)\b(?:report|brief(?:ing)?|note|paper|bulletin|update|document|statement|text|study|edition|summary)\b[^.;]*$"
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
    r"(?:\A|[.!?:][\"'”’)]*\s+|\n|,\s+)(?P<place>[A-Z\"“][\w.'’\"”-]*+(?:[\s,/-]+(?:[A-Z][\w.'’\"”-]*+|of|the|de|el|al))*,\s+)?\Z"
)
_IN_FRONT = 170
# How much of a story behind its dateline is its lead.
_LEAD = 250
# How many stretches can be the front of a report: headline, byline, date, lead.
_FRONT = 4
# How many lines of a letterhead are looked at.
_LETTERHEAD = 12
# So many paragraphs at the end can hold the day, besides the names of those who sign.
_LAST, _NAMES, _NAME_WORDS = 3, 6, 7
# Words of a line at the end that holds a place and a day: "From the mountains of the Upper Valleys, 2 November 2024".
_FOOT_WORDS = 12
_LISTED = re.compile(r"[-–—•*]|\d[^\n]*?(?:\s[-–—|]|:)\s")
# "Forty prisoners would be released on Friday": the next one.
_AHEAD = re.compile(
    r"\b(?:will|would|shall|is to|are to|due)\b(?![^.;\"]*\b(?:said|says|told|added|wrote)\b)[^.,;\"”]*\s(?:on|by)\s\Z"
)


def find_own_dates(document: Document, parts: Sequence[Stretch], between: Between) -> OwnDates:
    """The report's own days; `between` gives the date mentions of a stretch of the working text.

    Where only its year or month is known, the day is that of its dateline or title, if it lies in it.
    """
    given = document.published_on
    if given is None or given.earliest == given.latest:
        return _found(document, parts, between, given)
    own = _found(document, parts, between, None, given.earliest)
    if own.published is None or not lies_in(own.published, given):
        return _found(document, parts, between, given)
    return own


def _found(
    document: Document, parts: Sequence[Stretch], between: Between, published: When | None, since: date | None = None
) -> OwnDates:
    own = OwnDates(published=published)
    text = document.text
    years = Counter(m.edtf[:4] for m in between(0, len(text)) if m.year_known)
    parts, between = _without_entries(document, parts, between)
    if since is not None:
        # Whoever names the year of a text knows it better than the years that it speaks of.
        years[f"{since.year}"] += len(text)
    _take_letter(own, document, between)
    for part in parts[: _FRONT + 2]:
        if part.dateline:
            dateline = between(*part.dateline)
            led = [_with_lead_year(m, years, between(m.end, m.end + _LEAD), text) for m in dateline]
            # Years that the weekday of the lead excludes are those of what the story looks back on.
            own.other_year = own.other_year or (bool(years) and any(m.kind == "day" and not m.year_known for m in led))
            _take(own, document, led)
    for block in document.blocks[: _FRONT - 1]:
        if own.published is None and own.period is None:
            _take(own, document, _behind_title(text, block, between))
        if block.start > _IN_FRONT or any(m.year_known for m in between(block.start, block.end)):
            break
    opening = _front(text, parts)
    _take_titles(own, document, opening, between)
    _take_sitting(own, document, parts, between)
    if own.period is None:
        covered = (m for m in between(0, _OPENING) if m.kind == "span" and _COVERS.search(text[: m.start]))
        _take_period(own, document, [in_year(m, own.published) for m in covered][:1])
    if own.published is None:
        for start, end in _last_lines(document, _FOOT_WORDS):
            days = [m for m in between(start, end) if not of_agreement(text, m)]
            if stands_alone(text, start, end, days):
                _take(own, document, days)
    if own.published is None and len(parts) > _FRONT:
        _take_long_title(own, document, parts[0], between)
    clocks = sum(bool(CLOCK.match(text, b.start, b.end)) for b in document.blocks)
    own.live = clocks >= _ENTRIES
    own.thread = own.live and bool(parts) and "@" in text[parts[0].start : parts[0].end]
    own.statement = own.statement or own.live
    if own.published is None:
        _take(own, document, [_with_common_year(m, years) for m in _introduced(document, between)])
    if own.published is None:
        lines = [m for line in _title_lines(text, parts[:2]) for m in between(*line)]
        bare = [m for m in lines if m.kind == "day" and not of_agreement(text, m)]
        _take(own, document, [_with_common_year(m, years) for m in bare])
    if own.published is None:
        front = [in_year(m, own.period) for m in between(0, _FRONT_MATTER) if m.kind == "day"]
        _take(own, document, [m for m in front if _is_completion(text, m)][:1])
    if own.published is None:
        for start, end in _last_lines(document, _HEADING_WORDS):
            if _ISSUED.match(text, start, end):
                _take(own, document, between(start, end))
    if own.published is None:
        _take_further(own, document, between, years)
    _find_manner(own, text, opening)
    if own.published is None and own.period is None:
        own.published = _without_year(document, parts, between) or _alone_without_year(document, opening, between)
    return own


def _is_completion(text: str, mention: DateMention) -> bool:
    """Whether a day is that on which a paper was completed or came out: "traders were released on 12 July" tells of people."""
    start = max(0, mention.start - 60)
    done = _COMPLETED.search(text[start : mention.start])
    if done is None:
        return False
    before = text[max(0, start + done.start() - 60) : start + done.start()]
    return _PASSIVE.search(before) is None or _PAPER.search(before) is not None


def _without_entries(
    document: Document, parts: Sequence[Stretch], between: Between
) -> tuple[Sequence[Stretch], Between]:
    """A report as if days were not there that are none of its own: limits, those of its notes, and those that head the lines
    of a list.

    "By 3 May 2020"; "[3] Daily report, 4 May 2020."; "Monday 3 May 2021 - The army shelled Kilo."
    """
    text = document.text
    heads = {m.start for m in entry_lines(document, between).values()}
    notes = [*note_lines(document), *(m.span() for m in IN_BRACKETS.finditer(text))]

    def others(start: int, end: int) -> Sequence[DateMention]:
        found = (m for m in between(start, end) if m.start not in heads and not any(a <= m.start < b for a, b in notes))
        return [m for m in found if not _LIMIT.search(text, max(0, m.start - 24), m.start)]

    def bare(part: Stretch) -> bool:
        return bool(heads) and part.dateline is not None and not has_place(text, part.dateline, between)

    return [replace(part, dateline=None) if bare(part) else part for part in parts], others


def _front(text: str, parts: Sequence[Stretch]) -> Sequence[Stretch]:
    """The stretches that can be the front of a report; the lines of a letterhead count as one.

    "REPUBLIC OF BEKA", "MINISTRY OF DEFENCE", "Press Office", "STATEMENT", "Beka City, 3 June 2023".
    """
    heads = 0
    while heads < len(parts) and _is_letterhead(text[parts[heads].start : parts[heads].end].strip()):
        heads += 1
    return parts[: max(_FRONT, min(heads, _LETTERHEAD) + 1)]


def _is_letterhead(line: str) -> bool:
    """Whether a stretch is one short line that ends without a full stop; "3 May 2021 - Kilo shelled" is an entry."""
    short = "\n" not in line and len(line.split()) <= ALONE_WORDS
    return short and not line.endswith((".", "!", "?")) and _LISTED.match(line) is None


def _without_year(document: Document, parts: Sequence[Stretch], between: Between) -> When | None:
    """The day and month of a dateline ("KHARTOUM, May 20") in a text that does not give the year."""
    for part in parts[: _FRONT + 2]:
        for mention in between(*part.dateline) if part.dateline else ():
            if mention.kind == "day" and lacks_year(mention.edtf):
                return when(mention.edtf, document.span(mention.start, mention.end))
    return None


def _alone_without_year(document: Document, parts: Sequence[Stretch], between: Between) -> When | None:
    """The day and month that stand on a line in front with a place, or alone: "Dor, 3 June"."""
    for start, end in _title_lines(document.text, parts):
        days = [m for m in between(start, end) if m.kind == "day" and not of_agreement(document.text, m)]
        if len(days) == 1 and lacks_year(days[0].edtf) and stands_alone(document.text, start, end, days, year=False):
            return when(days[0].edtf, document.span(days[0].start, days[0].end))
    return None


def _take_titles(own: OwnDates, document: Document, parts: Sequence[Stretch], between: Between) -> None:
    """The day and the period of the lines in front, and whether they say that it is a statement."""
    text = document.text
    for start, end in _title_lines(text, parts):
        named_days = [m for m in between(start, end) if not of_agreement(text, m)]
        if own.published is None:
            # The month of a title stands: "1,204 violations (October 2020: 966)" in a line below is another.
            _take(own, document, [m for m in named_days if own.period is None or m.kind == "day"])
        elif own.period is None:
            _take_period(own, document, named_days)
        if own.period is None:
            own.period = _events_of(
                own, document, [m for m in between(start, end) if _EVENTS.search(text[start : m.start])]
            )
        named = STATEMENT.search(text[start:end])
        closed = text[start:end].rstrip().endswith(".")
        if named and (not closed or any(m.kind == "day" and m.year_known for m in between(start, end))):
            own.statement = own.statement or not _NEWS.search(text[start:end])
            own.interview = own.interview or bool(_INTERVIEW.search(text[start:end]))


def _take_letter(own: OwnDates, document: Document, between: Between) -> None:
    """The day of a letter whose first line bears it: no other day in it is that of its words."""
    dated = day_of_letter(document, between) if own.published is None else None
    if dated is not None:
        _take(own, document, [dated])


def _take_further(own: OwnDates, document: Document, between: Between, years: Counter[str]) -> None:
    """The day that a text without title and dateline bears in a line or a sentence of its own."""
    itself = day_of_itself(document.text, between)
    for found in (
        day_of_post(document, between),
        day_of_source(document, between),
        day_in_two_calendars(document, between),
        day_of_signing(document, between),
        itself and _with_common_year(itself, years),
        day_in_brackets(document, between),
        day_of_imprint(document, between),
        day_of_footer(document, between),
        day_of_address(document, between),
    ):
        if found is not None and own.published is None:
            _take(own, document, [found])


def _take_sitting(own: OwnDates, document: Document, parts: Sequence[Stretch], between: Between) -> None:
    """The day of a transcript, which stands somewhere above the first of its turns; all that is said has it.

    It is a statement whatever its title says: named speakers, and questions from the floor.
    """
    said = [p for p in parts if p.label is not None and document.text[p.label[0]] != "@"]
    turns = [part.start for part in said]
    # One label over several paragraphs is a speech.
    speech = len(said) > 1 and len({part.label for part in said}) == 1
    if not speech and len(turns) < _TURNS and not (len(turns) >= _ENTRIES and _FLOOR.search(document.text)):
        return
    head = document.text[: turns[0]]
    found = (m for m in between(0, turns[0]) if m.kind == "day" and m.year_known)
    days = {m.edtf: m for m in found if not of_agreement(document.text, m)}
    if own.published is None and len(days) == 1:
        _take(own, document, [*days.values()])
    if own.published is not None and not _NEWS.search(head):
        own.statement = True
        own.interview = own.interview or bool(_INTERVIEW.search(head))


def _find_manner(own: OwnDates, text: str, parts: Sequence[Stretch]) -> None:
    """What kind of text it is, as far as that says when its words were said."""
    own.filed = filed = any(part.dateline for part in parts)
    titles = [text[a:b] for a, b in _title_lines(text, parts)]
    own.minutes = own.statement and any(_MINUTES.search(line) for line in titles)
    if own.period is None and own.published is not None:
        own.daily = any(_DAILY.search(line) for line in titles)
        # "Monitors clear rebels of raid" above a dateline is a newspaper's headline.
        own.report = not filed and any(_REPORT.search(line) for line in titles)
    reactions = _REACTIONS.search(text) if own.statement and not own.live else None
    own.reactions = reactions.start() if reactions else None


def _take_long_title(own: OwnDates, document: Document, part: Stretch, between: Between) -> None:
    """The day of a first line that is longer than titles are, names a statement and ends in its day."""
    text = document.text[part.start : part.end]
    days = [m for m in between(part.start, part.end) if m.kind == "day" and m.year_known]
    if "\n" in text.strip() or len(text.split()) > _LONG_HEADING or len(days) != 1 or not STATEMENT.search(text):
        return
    if _ENDS_IN_DAY.fullmatch(document.text, days[0].end, part.end):
        _take(own, document, days)
        own.statement = not _NEWS.search(text)
        own.interview = bool(_INTERVIEW.search(text))


def _behind_title(text: str, block: Block, between: Between) -> Sequence[DateMention]:
    """The day or period that ends a long title, or that stands with its place between a title and the first sentence."""
    for m in between(block.start, min(block.end, _IN_FRONT)):
        line = text.find("\n", m.end, block.end)
        behind = text[m.end : line if line >= 0 else block.end]
        last = not behind.strip(" .") and "\n" not in text[block.start : m.start].strip()
        before = _BEFORE_DAY.search(text[block.start : m.start])
        if not m.year_known or m.kind not in ("day", "span") or before is None:
            continue
        comma = before[0].startswith(",")
        # "Yemen update, 28 January 2019. The deal ...": a title and a day, and then the first sentence.
        opens = not comma or (block.start == 0 and not re.search(r"[.!?]\s", text[: m.start]))
        if (last and not PROSE.match(text, block.start, m.end)) or (
            m.kind == "day" and opens and re.match(r"\.\s+\S", behind) and not PROSE.match(text, block.start, m.end + 1)
        ):
            return [m]
    return ()


def _introduced(document: Document, between: Between) -> Sequence[DateMention]:
    """The dates of the words with which a speaker opens a bulletin."""
    for block in document.blocks[:_FRONT]:
        for sentence in list(_SENTENCE.finditer(document.text, block.start, block.end))[:3]:
            days = [m for m in between(*sentence.span()) if m.kind == "day" and not of_agreement(document.text, m)]
            if (
                days
                and _INTRODUCED.search(sentence[0])
                and not _TOLD.search(document.text[sentence.start() : days[0].start])
            ):
                return days
    return ()


def _with_common_year(mention: DateMention, years: Counter[str]) -> DateMention:
    """A dateline without its year ("KHARTOUM, Nov 2 -") has the year that the text names most."""
    filled = of_year(mention.edtf, years.most_common(1)[0][0]) if lacks_year(mention.edtf) and years else None
    if filled is not None:
        return replace(mention, edtf=filled, completed=True)
    return mention


def _with_lead_year(mention: DateMention, years: Counter[str], lead: Sequence[DateMention], text: str) -> DateMention:
    """A dateline's day in the year that the text names most, or in the next if only so the weekday of its lead fits.

    Where no weekday of the lead fits any of these years the story may be of another, which nobody knows.
    """
    common = _with_common_year(mention, years)
    days = (text[m.start : m.end].split()[-1].lower() for m in lead if m.kind == "weekday" and not m.offset_days)
    names = [WEEKDAYS.index(word) for word in days if word in WEEKDAYS]
    if not names or common.edtf == mention.edtf or mention.kind != "day":
        return common
    named = [int(year) for year, _ in years.most_common()]
    for year in (*named, *(year + 1 for year in named)):
        filled = of_year(mention.edtf, year)
        day = edtf_range(filled)[0] if filled is not None else None
        if day is not None and day.weekday() in names:
            return replace(mention, edtf=day.isoformat(), completed=True)
    return mention


def _take(own: OwnDates, document: Document, mentions: Sequence[DateMention]) -> None:
    for mention in mentions:
        if mention.year_known and mention.kind == "day" and own.published is None:
            span = document.span(mention.start, mention.end)
            own.published = when(mention.edtf, span, computed=mention.completed)
    _take_period(own, document, mentions)


def _events_of(own: OwnDates, document: Document, mentions: Sequence[DateMention]) -> When | None:
    """The day of "Daily report, 14 December 1998 (events of 13 December)"."""
    days = [in_year(m, own.published) for m in mentions if m.kind == "day"]
    known = next((m for m in days if m.year_known), None)
    return when(known.edtf, document.span(known.start, known.end), computed=known.completed) if known else None


def _take_period(own: OwnDates, document: Document, mentions: Sequence[DateMention]) -> None:
    for mention in mentions:
        if mention.year_known and mention.kind in ("span", "month", "days"):
            own.period = when(mention.edtf, document.span(mention.start, mention.end), computed=mention.completed)


def _title_lines(text: str, parts: Sequence[Stretch]) -> Iterator[tuple[int, int]]:
    """The short lines of the short blocks in front; a line of wrapped prose is none."""
    for part in parts:
        if part.start > _FRONT_MATTER:
            return
        if len(text[part.start : part.end].split()) > _TITLE_WORDS:
            continue
        yield from short_lines(text, part.start, part.end, _HEADING_WORDS)


def _last_lines(document: Document, words: int) -> Iterator[tuple[int, int]]:
    """Where a statement bears its day at the end: "Done at Naivasha on 3 May 2011"."""
    names = 0
    while names < _NAMES and names < len(document.blocks) and _is_name(document, document.blocks[-1 - names]):
        names += 1
    for block in document.blocks[-_LAST - names :]:
        yield from short_lines(document.text, block.start, block.end, words)


def _is_name(document: Document, block: Block) -> bool:
    """Whether a paragraph is as short as those who sign are named: "Comandante Violeta Ríos", "For the Directorate:"."""
    words = document.text[block.start : block.end]
    return len(words.split()) <= _NAME_WORDS and not words.rstrip().endswith((".", "!", "?"))


def is_ahead(text: str, at: int) -> bool:
    """Whether a weekday is still to come: the "Friday" of "forty prisoners would be released on Friday"."""
    return _AHEAD.search(text, max(0, at - 70), at) is not None
