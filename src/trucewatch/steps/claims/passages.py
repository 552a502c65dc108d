"""Cuts a report into stretches that are read on their own: paragraphs without their labels, and footnotes."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.core.date_words import MONTH_NAMES
from trucewatch.core.model import BlockKind, Document
from trucewatch.core.parse import Passage, passage_of

from .bylines import Bylines
from .chats import Chats
from .dialogues import Dialogue, interviewed
from .speeches import Speech
from .turns import Turns, listed_speakers, turn_blocks

# A parser's memory grows with the passage: longer paragraphs are cut at a sentence end, or at a space.
LONGEST = 4000
# Words that a line of a title has at most.
_TITLE_WORDS = 16
_SECTION_WORDS = 8
# "Security. The week was calm ...": the title of a paragraph on its first line.
_RUN_IN = re.compile(
    r"(?:(?:Security|Politics|Political|Humanitarian|Military|Diplomatic|Economic)(?: (?:situation|matters|affairs|issues|track))?"
    r"|State of play|Positions|Outlook|Background|Context|Comment|Summary|Assessment|Analysis|Next steps|Way forward|Overview)"
    r"\.\s+(?=[A-Z][^.?!\n]{12})"
)
# ... and that the title of the whole has, with the paper's name and the day above it.
_HEADLINE_WORDS = 30
# "2. SARAJEVO", on a line of its own
_ITEM_TITLE = re.compile(r"\d{1,2}[.)]\s[A-Z][^\s.?!:;]+(?:\s[^\s.?!:;]+){0,3}")
_ENDED = re.compile(r"[.?!:;,\"”’'»)\]…]\s*\Z")

_DATELINE = re.compile(
    r"[A-Z][\w .,'()/-]{2,60}?(?:\s(?:-{1,2}|–|—|_)|(?:19|20)\d\d\.)\s+(?=[A-Z\"])"
    r"|[A-Z]{4}[A-Z '/-]*,[\w .,/-]{3,40}?(?:19|20)\d\d:\s+(?=[A-Z\"])"
)
# What a dateline has besides the place: a year, a day, or the place in capitals.
_PLACED = re.compile(
    rf"\d\d|[A-Z]{{4}}|\d (?:{'|'.join(m[:3] for m in MONTH_NAMES)})|(?:{'|'.join(m[:3] for m in MONTH_NAMES)})\w*\.? \d"
)
# A sentence that ends in a year is no dateline: "Rebels shelled the town on 3 May 2019. ...".
_TELLS = re.compile(
    r"[a-z]{2}\. [A-Z]|(?<![\w'’-])(?!(?:and|the|of|from|de|al|el|for|our|staff)\b)[a-z]{3,}\b[^.]*(?:19|20)\d\d\.\s+\Z"
)
# A clock time in front is that of a live page's entry: "09:40 The group denies ...".
_COUNTER = re.compile(
    r"(?:\(?\d{1,3}[/.)]\)?|\d{1,3}/\d{1,3}|[-*•–])\s+(?=\S)"
    # "2. (C) The Ambassador ..." of a cable
    r"|\((?:C|U|S|SBU|C/NF|S/NF)\)\s+(?=[A-Z])"
    r"|(?:UPDATE|LATEST|BREAKING|NEW)[:.]?\s+(?=[\[(A-Z@\d])"
    # "9 July, 21:40" on a line of its own.
    r"|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?,? \d{1,2}[:.]\d\d[ \t]*\n\s*"
    r"|[\[(]?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?[\])]?:?\s+(?:[-–—]\s+)?(?=[A-Z\"@])"
    # "1746 GMT - The army ...", "[Fri 15 June, 11:45] name: ..."
    r"|[012]\d[0-5]\d\s?(?:GMT|UTC|hrs|hours|h)\b:?\s+(?:[-–—]\s+)?(?=[A-Z\"@])"
    r"|\[[^\]\n]{3,40}?\d{1,2}[:.]\d\d[^\]\n]{0,8}\]\s+(?=\S)"
)
# What agencies put in front of a story's title: "UPDATE 2-Army suspends talks", "RPT-WRAPUP 1-...".
_SLUG = re.compile(
    r"(?:(?:UPDATE|WRAPUP|RPT|REPEAT|CORRECTED|REFILE|EXCLUSIVE|ANALYSIS|INTERVIEW|FACTBOX|TIMELINE|FEATURE|INSIGHT|EXPLAINER"
    r"|SCENARIOS|NEWSMAKER|HIGHLIGHTS|PREVIEW|URGENT|ALERT|RECAST|LEAD|FLASH)(?:\s\d{1,2})?\s?[-–—]\s?)+(?=[A-Z\"])"
)
# The line above a post in a thread, "↪ @name (analyst) · 12:20", or what stands in front of it: "@name (analyst) - ".
_POST = re.compile(
    r"(?:[^\w\s@]\s*)?(?P<name>@\w+)(?:\s\([^()\n]{2,60}\))?(?:\s+[·|][^\n]{2,40}(?:\n|$)|,\s[^\n]{2,40}\d\n|\n|\s+(?:--?|[–—])\s+(?=\S))"
)
# What stands in front of a post that answers another one.
_REPLY = re.compile(r"(?:Reply|In reply|Replying)(?:\sto\s@?\w+)?:\s+(?=\S)")
_POSTED_BY = re.compile(r"[Pp]osted by (?P<name>u/[\w-]{2,30}|@\w{2,30})")
# The marks around a name ('the "Donetsk People's Republic"') mislead parsers; blanks keep every offset.
_QUOTED_NAME = re.compile(r"\"(?P<name>[A-Z][\w'’-]*(?: (?:of|the|for|[A-Z][\w'’-]*)){0,5})\"")
# A note's mark right behind a word, "freeze them.[iii] An adviser", hides from parsers where the sentence ends.
_NOTE_MARK = re.compile(r"(?<=[^\s\[(])\[(?:\d{1,3}|[ivxl]{1,6}|[a-z]|fn)\]")
# The point of a rank that is cut short, "Brig. Gen. X", is taken for the end of a sentence.
_RANK = re.compile(r"\b(?:Brig|Maj|Lt|Lieut|Col|Capt|Sgt|Cpl|Cmdr|Cdr|Amb|Hon)\.(?= [A-Z])")
# "Wed 2 June: ..." is read as "we'd"; the day of the month says as much.
_SHORT_WEEKDAY = re.compile(
    rf"\s*(?P<day>(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\.?,?) (?=\d{{1,2}} (?:{'|'.join(m[:3] for m in MONTH_NAMES)})[a-z]*\b)"
)
# "Submitted its map on 6 Sep. FARDC has yet to do so": the point ends a sentence, and "May." does not look cut short.
_MONTH_END = re.compile(
    rf"(?P<front>\b\d{{1,2}} )(?P<month>{'|'.join(m[:3] for m in MONTH_NAMES if m != 'May')}|Sept)\.(?= [A-Z\"])"
)
_LEADS_DAY = re.compile(
    r"(?:\A|[.!?:;]\s+)(?:On|In|By|From|Since|Until|Till|Before|After|Between|To|For|Of)\s[^.!?:;]{0,24}\Z"
)
# A row of a table: "| N-405 | 23 Mar | Qala | Release of four prisoners |".
_ROW = re.compile(r"(?m)^[^|\n]*\|(?:[^|\n]*\|)+[^\n]*$")
# A row with no longer cell than this holds numbers, names and headings.
_CELL_WORDS = 3
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+(?=[\"'(\[]?[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the working text to parse on its own.

    `label` is the range of the speaker's name in a transcript, `dateline` that of a place and date in
    front. `noted` says that a footnote mark stood right before the stretch, `paragraph` counts the blocks.
    """

    start: int
    end: int
    paragraph: int
    heading: bool = False
    label: tuple[int, int] | None = None
    dateline: tuple[int, int] | None = None
    # The name of whoever posts it, where several people post.
    poster: tuple[int, int] | None = None


def stretches(document: Document) -> tuple[Stretch, ...]:
    """The pieces of a report in order of place."""
    found: list[Stretch] = []
    text = document.text
    turns = Turns(document)
    posts, chats = Bylines(document), Chats(document)
    named = [text[slice(*name)] for name, _ in listed_speakers(document)] if turns.transcript else []
    spoken: tuple[int, int] | None = None
    # Who answers the questions of a transcript, told by name once: "A:".
    answerer: tuple[int, int] | None = interviewed(document) or turns.addressed(document)
    dialogue = None if turns.transcript else Dialogue(document, answerer)
    speech = Speech(document, turns)
    thread = _Thread(document)
    for number, begins, ends in turn_blocks(document):
        slug = _SLUG.match(text, begins, ends)
        begins = slug.end() if slug is not None else begins
        entry = chats.at(begins, ends)
        # "[17:30] Dr Salim, head of the council: the road is closed."
        start, label = (entry.end, entry.name) if entry is not None else (_behind_counters(text, begins, ends), None)
        if entry is not None and chats.narrator is not None:
            label = thread.wrote(entry.name, chats.narrator)
        dateline = _dateline(text, start, ends)
        start = dateline[1] if dateline else start
        post = thread.at(start, ends) if entry is None else None
        posted = posts.at(start, ends) if not post and entry is None else None
        if post is not None or posted is not None:
            above = post.end() if post is not None else posted.end if posted is not None else start
            found.append(Stretch(start, above, number, True))
            start, label = above, posted.name if posted is not None else None
            start = reply.end() if (reply := _REPLY.match(text, start, ends)) is not None else start
        if not text[start:ends].strip():
            continue
        # "Libya: The Guns Are Quiet", above a text of no turns, is its title.
        titled = number == 0 and not turns.transcript and _is_headline(document, number)
        turn = turns.at(start, ends) if entry is None and not titled else None
        turn = turn or (dialogue.at(begins, ends) if dialogue is not None and not post else None)
        if turn is not None:
            start = max(start, turn.end)
            if not turn.asks and not turn.answers:
                answerer = turn.name
            label = spoken = None if turn.asks else answerer or (turn.name if turn.answers else None)
        elif entry is None and turns.transcript and text[start : start + 1] not in "([":
            # The next paragraph of the same speaker.
            label = spoken
        elif entry is None and dateline is None and not post:
            label = label or speech.at(start, ends)
        lead = turns.lead(start, ends) if label is None and not post and not titled else start
        begins, start = (lead if start == begins else begins), lead
        label = label or thread.answers or chats.goes_on() or (posts.goes_on() if posted is None else None)
        plain = label is None and dateline is None and not post
        if plain and (title := _section_title(text, start, ends)) is not None:
            found.append(Stretch(start, title, number, True))
            start = title
        numbered = _ITEM_TITLE.fullmatch(text, begins, ends) is not None
        titled = _is_title(document, number, plain=(start == begins or numbered) and label is None)
        heading = not post and (titled or _ends_in(text[start:ends], named))
        block = Stretch(start, ends, number, heading, label, dateline, None if label else thread.poster)
        found += _cut(text, block, may_be_title=not post)
    several = len(set(thread.names)) > 1 or (turns.transcript and not thread.names)
    return tuple(found if several else (replace(part, poster=None) for part in found))


class _Thread:
    """Who posts what in a thread of handles, and whether they answer whoever started it."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self.names: list[str] = []
        self.poster = _posted_by(document)
        self.answers: tuple[int, int] | None = None

    def at(self, start: int, end: int) -> re.Match[str] | None:
        """The line with a handle at the beginning of a block, whose post goes on below."""
        post = _POST.match(self._text, start, end)
        if post is not None:
            # Who started the thread is its author; whoever answers speaks for themselves.
            self.answers = self.wrote(post.span("name"), self.names[0] if self.names else post["name"])
        return post

    def wrote(self, name: tuple[int, int], author: str) -> tuple[int, int] | None:
        """Takes note of who posts; their name, if they speak for themselves in what somebody else has started."""
        self.names.append(self._text[slice(*name)])
        self.poster = name
        return name if self.names[-1] != author else None


def _behind_counters(text: str, start: int, end: int) -> int:
    """Where the numbers and times in front of a block end."""
    while (counter := _COUNTER.match(text, start, end)) and counter.end() < end:
        start = counter.end()
    return start


def _cut(text: str, block: Stretch, *, may_be_title: bool) -> list[Stretch]:
    """The lines of a block that is a title, else its pieces; the first keeps the dateline."""
    lines = _title_lines(text, block.start, block.end) if may_be_title else []
    cuts = lines or _pieces(text, block.start, block.end)
    return [
        replace(block, start=start, end=end, dateline=block.dateline if n == 0 else None)
        for n, (start, end) in enumerate(cuts)
    ]


def _dateline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The place and date in front of a report's first words."""
    front = _DATELINE.match(text, start, min(end, start + 90))
    placed = front and _PLACED.search(front[0]) and not _TELLS.search(front[0]) and _in_prose(text, front)
    return (start, front.end()) if front and placed else None


def _posted_by(document: Document) -> tuple[int, int] | None:
    """Who is said at the head of a page to have posted it: "Posted by u/harbour_view"."""
    hits = (_POSTED_BY.search(document.text, b.start, b.end) for b in document.blocks[:3])
    return next((hit.span("name") for hit in hits if hit is not None), None)


def _is_title(document: Document, number: int, *, plain: bool) -> bool:
    """Whether a block is a heading, or reads like one where nothing stands in front of it."""
    return document.blocks[number].kind is BlockKind.HEADING or (plain and _is_headline(document, number))


def _ends_in(block: str, names: Sequence[str]) -> bool:
    """Whether the last line of a block is the one that lists the speakers."""
    last = block.strip().rpartition("\n")[2]
    return bool(names) and all(name in last for name in names)


def _is_headline(document: Document, number: int) -> bool:
    """Whether a block without a full stop stands above prose: the first one, or a short one between others."""
    # Between the title of the whole and its prose stand a name and a day.
    longest, below = (_HEADLINE_WORDS, 3) if number == 0 else (_TITLE_WORDS, 1)
    own, *others = (document.text[b.start : b.end] for b in document.blocks[number : number + 1 + below])
    words = len(own.split())
    if _ENDED.search(own) or words > longest:
        return False
    return any(_ENDED.search(other) and len(other.split()) > words for other in others)


def _in_prose(text: str, front: re.Match[str]) -> bool:
    """Whether prose follows a dateline on its line, not the rest of a name in capitals: "PEOPLE'S MOVEMENT - NORTH"."""
    return re.search(r"[a-z]", text[front.end() :].partition("\n")[0]) is not None


def _section_title(text: str, start: int, end: int) -> int | None:
    """Where the title of a section ends that stands on a line of its own above its prose; None without one.

    In prose with hard line ends the first line is as long as the others, a title is much shorter.
    """
    if (run_in := _RUN_IN.match(text, start, end)) is not None:
        return run_in.end()
    first, *rest = re.findall(r"[^\r\n]+", text[start:end]) or [""]
    words = first.split()
    short = 0 < len(words) <= _SECTION_WORDS and re.search(r"\w$", first.rstrip()) is not None
    if not (short and rest and rest[0][:1].isupper() and rest[-1].rstrip().endswith((".", "?", "!", '"', "]"))):
        return None
    return start + len(first) if max(map(len, rest)) > 2 * len(first) else None


def _title_lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of a title, which are no one sentence; none for prose."""
    lines = list(re.finditer(r"[^\r\n]+", text[start:end]))
    short = all(len(m[0].split()) <= _TITLE_WORDS and not m[0].rstrip().endswith((".", ",")) for m in lines)
    return [(start + m.start(), start + m.end()) for m in lines if m[0].strip()] if len(lines) > 1 and short else []


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start, end)] if end - start > LONGEST else []
    while end - start > LONGEST:
        at = bisect_right(ends, start + LONGEST) - 1
        cut = ends[at] if at >= 0 and ends[at] > start else text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        pieces.append((start, cut))
        start = cut
    if text[start:end].strip():
        pieces.append((start, end))
    return pieces


def report_passages(document: Document) -> tuple[Passage, ...]:
    """What to parse before `read_claims`: one passage per stretch, in order.

    `read_claims` takes the parses of these passages, each put back with `Passage.relocate`.
    """
    whole = (passage_of(document.text, f"stretch_{n}", (s.start, s.end)) for n, s in enumerate(stretches(document), 1))
    return tuple(replace(p, text=_plain(p.text)) for p in whole)


def _cells(row: str) -> str:
    """A row of a table with each cell a sentence of its own; blanks for a row of numbers, names and headings."""
    if all(len(cell.split()) <= _CELL_WORDS for cell in row.split("|")):
        return " " * len(row)
    return row.replace("|", ".")


def _month_end(day: re.Match[str]) -> str:
    """A day and a month at the end of a sentence; left alone in "On 6 Sep. Colonel Bahati said so"."""
    if _LEADS_DAY.search(day.string[: day.start()]) is not None:
        return day[0]
    return f"{day['front']}{'May' if len(day['month']) == 3 else 'June'}."


def _plain(text: str) -> str:
    """The text as a parser can read it, every offset kept."""
    if (weekday := _SHORT_WEEKDAY.match(text)) is not None:
        text = " " * weekday.end() + text[weekday.end() :]
    text = _MONTH_END.sub(_month_end, text)
    text = _ROW.sub(lambda row: _cells(row[0]), text)
    text = _RANK.sub(lambda rank: f"{rank[0][:-1]} ", text)
    return _NOTE_MARK.sub(lambda mark: " " * len(mark[0]), _QUOTED_NAME.sub(r" \g<name> ", text))
