"""Finds the sources that a report names, also where footnotes were flattened into the body."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trucewatch.core.model import BlockKind, Document, Source
from trucewatch.core.quotes import Span

from .report_dates import ReportDates

_CITATION = re.compile(
    r"(?:(?:For|On)\s[^.\n]{3,140}?,\s+)?\b(?:[Ss]ee|[Vv]iew|Cf\.|Ibid\.?|Source:)\s[^\n]{0,40}"
    r"|(?:[A-Z][\w'&.-]*\s+){0,5}?(?:[Tt]elephone |[Pp]hone |[Ee]-?mail |[Vv]ideo |[Aa]uthor |[Pp]ersonal |[Oo]nline |[Cc]onfidential )?"
    r"(?:[Ii]nterviews?|[Cc]orrespondence|[Cc]onversations?|[Cc]ommunications?)\s*(?:,|with\b|by\b)"
    r"|(?:Press release|Statement|Communiqué|Tweet|Post|Letter)\s+(?:by|from|of)\s(?:the\s)?[A-Z]"
)
_LINE_START = re.compile(
    r"(?:^|(?<=[.!?\"')\]] )|(?<=[.!?\"')\]]\n))(?:[1-9]\d{0,2}[.)]?\s+|\[\d{1,3}\]\s*)?(?=[A-Z\"])", re.MULTILINE
)
_END = re.compile(r"\.(?=\s+[\"'(\[]?[A-Z]|\s*\.\s*\.|\s*$)|\n|$")
_LABEL = re.compile(r"\d+|(?<=\[)[ivx]+(?=\])")
_NOTE_LABEL = re.compile(
    r"(?:^|(?<=\n))(?:(?:END)?(?:notes|footnotes|sources)\s*:\s*)?\W?(?P<n>\d{1,3}|[ivx]{1,6}(?=\]))[\].)]?\s+",
    re.MULTILINE | re.I,
)
# Words of a sentence that tells something, and names no mere source.
_TELLS = re.compile(r"(?i)\b(?:said|says|told|was|were|had|has|is|are|stated|declared|reported)\b")
_NOTE_LINE = re.compile(r"^\W?(?P<n>\d{1,3}|[ivx]{1,6}(?=\]))[\].)]\s+(?P<note>[^\n]{8,})$", re.MULTILINE)
# A longer "note" is a paragraph that tells a story of its own.
_NOTE_WORDS = 40
# "(telephone interviews, 7 and 8 June 2018)" in the sentence that it stands behind.
_IN_BRACKETS = re.compile(
    r"\((?P<source>(?:[\w'’-]+\s+){0,4}?(?:interviews?|correspondence|conversations?|statements?|press release|letter|speech|communiqué"
    r"|tweet|post|broadcast|remarks|press conference|radio|television)\b[^()\n]{0,120}|(?:both|all)\s+(?:to|in|on)\s[^()\n]{3,120})\)",
    re.I,
)
# "[Note 7: Confidential interviews, Goma, 23 September 1999.]" behind the sentence that it belongs to.
_NOTE_IN_PLACE = re.compile(r"\[(?:fn|note|footnote)\.?\s*\d{0,3}\s*[:.,]\s*(?P<source>[^\[\]\n]{8,400})\]", re.I)
# "1 Interview, Kambia, 21 May 2001. 2 Letter to the author, 3 June 2001.": the notes that follow the first in its line.
_IN_A_ROW = re.compile(r"(?<=[.!?\"')\]])\s\(?(?P<n>\d{1,3})[.)]?\s+(?=[A-Z\"])")
_NUMBER_BEHIND = re.compile(r"(?<=[.!?\"')\]])\s\(?\d{1,3}[.)]?\s*$")
# "... in at least 43 towns.(1)", with "(1) Statement, 30 January 2017. (2) Press conference, ..." at the end.
_BRACKETED = re.compile(
    # "Article 3(1)", "paragraph (2)" are no notes.
    r"(?<=[^\W\d]|[.!?\"'”’)\]])(?<!rticle)(?<!aragraph)(?<!ection)(?<!lause)(?<!oint)\s?\((?P<n>[1-9]\d?)\)(?=[\s.,;:]|$)"
)
_FIRST_NOTE = re.compile(r"^\(1\)\s+(?=[A-Z])", re.MULTILINE)
_SHORT = re.compile(r"(?:\b(?:No|Nos|pp?|vol|ed|Mr|Ms|Dr|Gen|Col|Lt|Cf|Ibid|[ap]\.m|[A-Z]))$")
_KIND = (
    ("post", re.compile(r"(?i)\b(?:tweet|twitter|facebook|telegram|post(?:ed)?\b|@\w)")),
    ("interview", re.compile(r"(?i)\b(?:interview|correspondence|conversation)s?\b")),
    (
        "statement",
        re.compile(
            r"(?i)\b(?:statement|press release|communiqu[eé]|remarks|speech|press conference|e-?mail to|letter (?:to|from|of)|message to"
            r"|(?:both|all) (?:to|in|on) (?:the )?[\w ]+(?=,))\b"
        ),
    ),
    ("law", re.compile(r"(?i)\b(?:law|decree|resolution)\s+(?:no|\d)")),
    ("broadcast", re.compile(r"(?i)\b(?:television|tv|radio|broadcast)\b")),
    ("report", re.compile(r"(?i)\b(?:report|briefing|note|paper|study)\b")),
)
_FURTHER = re.compile(r"(?:(?:For|On)\s[^.\n]{3,140}?,\s+)?(?:[Ss]ee|[Vv]iew|Cf\.|Ibid\.?)\b")
_NUMBER = re.compile(r"\bN(?:o\.?|°|º)\s*(?P<n>\d[\w/-]*)")
_HANDLE = re.compile(r"@\w{2,30}")
_WHO = re.compile(r"(?i)(?:interviews?|correspondence|conversations?)\s*(?:,|with)\s*(?P<who>[^,.\d]{3,80})")
_TITLE = re.compile(r"N(?:o\.?|°|º)\s*\d[\w/-]*\s*,\s*[\"']?(?P<title>[^,\"']{6,120})")
# The series of a publisher's reports, which is no part of its name: "Crisis Group Europe Report".
_SERIES = r"(?:(?:Europe|Africa|Asia|Middle East|Latin America|Eurasia|Special|Annual|Country|Policy|Field|Research|Press)\s+){0,3}"
_PAPER = r"(?:Report|Briefing|Paper|Note|Study|Statement|Commentary|report|briefing|paper|note|study|statement)"
_CAPITALISED = r"(?:[A-Z][\w'&.-]*\s+(?:of\s+|for\s+|and\s+)?){1,6}?"
_PUBLISHER = re.compile(
    rf"(?:[Ss]ee|[Vv]iew|Source:|Cf\.)\s+(?:also\s+)?(?:the\s+)?(?P<p>{_CAPITALISED}){_SERIES}{_PAPER}\b"
    rf"|^(?P<interviewer>{_CAPITALISED})(?:[Tt]elephone |[Pp]hone |[Ee]-?mail |[Vv]ideo |[Oo]nline |[Cc]onfidential )?"
    r"(?:[Ii]nterviews?|[Cc]orrespondence|[Cc]onversations?)\b"
    r"|(?:[Ss]ee|[Vv]iew)\s+(?:the\s+)?(?P<poster>[\w'-]+(?:\s[\w'-]+){0,5}?)['`’]s\s+(?:tweet|post|statement|message)\b"
    r"|^(?:Tweet|Post|Statement|Press release|Letter)\s+(?:by|from|of)\s+(?:the\s+)?(?P<author>[A-Z][^,.@(]{2,60}?)(?=[,.@(])"
)
_NO_PUBLISHER = frozenset("author telephone phone personal online confidential email video remote the their".split())
_NAMED = re.compile(r"\b(?:Mr|Ms|President|Minister|General|Colonel|[A-Z][a-z]+ [A-Z][a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence that only names a source; working-text range, and the typed source.

    `mark` is where the text refers to a numbered note that stands elsewhere; `beside` says that it only points to
    further reading.
    """

    start: int
    end: int
    source: Source
    who: tuple[int, int] | None = None
    mark: int | None = None
    beside: bool = False


def find_citations(document: Document, dates: ReportDates) -> tuple[Citation, ...]:
    """The citations of a report in order of place."""
    made: list[Citation] = []
    marks = _Marks(document)
    for start, end in _ranges(document, marks, dates):
        for first, last in _parts(document.text, start, end, dates):
            citation = _citation(document, dates, f"s{len(made) + 1}", first, last)
            made.append(replace(citation, mark=marks.of_note(start)))
    for hit in (*_IN_BRACKETS.finditer(document.text), *_NOTE_IN_PLACE.finditer(document.text)):
        for start, end in _parts(document.text, *hit.span("source"), dates):
            if dates.between(start, end) and not any(c.start <= start < c.end for c in made):
                made.append(replace(_citation(document, dates, f"s{len(made) + 1}", start, end), mark=hit.start()))
    return tuple(sorted(made, key=lambda c: c.start))


class _Marks:
    """Where the text refers to its numbered notes, and where the notes begin."""

    def __init__(self, document: Document) -> None:
        edits = [e for e in document.repairs.edits if e.kind == "footnote-mark"]
        found = ((_LABEL.search(e.was), document.repairs.start_in_text(e.start)) for e in edits)
        self._text = document.text
        self.places: dict[str, list[int]] = {}
        for hit, at in found:
            if hit:
                self.places.setdefault(hit[0], []).append(at)
        listed = next((m.start() for m in reversed(list(_FIRST_NOTE.finditer(self._text)))), 0)
        for mark in _BRACKETED.finditer(self._text, 0, listed):
            self.places.setdefault(mark["n"], []).append(mark.start())
        # "[1] ... [2] ...": the number of a second note in a line was taken out with its brackets.
        self._seconds = {_skip(self._text, at): n for n, places in self.places.items() for at in places[1:]}
        for line in _NOTE_LABEL.finditer(self._text):
            if line["n"] in self.places and line["n"].isdigit():
                self._seconds |= self._in_a_row(line.end(), int(line["n"]))

    def _in_a_row(self, first: int, count: int) -> dict[int, str]:
        """The notes of a line that numbers several in a row, with the first; none where the line holds only one."""
        end = self._text.find("\n", first)
        found = {first: str(count)}
        for hit in _IN_A_ROW.finditer(self._text, first, end if end >= 0 else len(self._text)):
            if hit["n"] == str(count + 1):
                count += 1
                found[hit.end()] = hit["n"]
        return found if len(found) > 1 else {}

    def of_note(self, start: int) -> int | None:
        """The place in the text that a note which begins at an offset belongs to."""
        line = _NOTE_LABEL.search(self._text, max(0, start - 8), start) or _NOTE_LABEL.match(self._text, start)
        if line:
            return self._before(line["n"], start)
        label = self._seconds.get(start)
        return self._before(label, start - 4) if label is not None else None

    def _before(self, label: str, start: int) -> int | None:
        places = self.places.get(label, ())
        at = bisect_left(places, start)
        return places[at - 1] if at else None

    def notes(self, dates: ReportDates) -> list[int]:
        """Where numbered notes begin: at a line's own number, or at a number used before in front of a source."""
        lines = (
            m.start("note") for m in _NOTE_LINE.finditer(self._text) if self._before(m["n"], m.start()) is not None
        )
        text = self._text
        second = (at for at in self._seconds if _CITATION.match(text, at) or _is_dated_note(text, at, dates, row=True))
        return sorted({*lines, *second})


def mark_offsets(document: Document) -> tuple[int, ...]:
    """Where footnote marks stood, as working-text offsets."""
    return tuple(document.repairs.start_in_text(e.start) for e in document.repairs.edits if e.kind == "footnote-mark")


def after_mark(marks: tuple[int, ...], start: int) -> bool:
    """Whether a sentence starts right behind a footnote mark."""
    at = bisect_left(marks, start - 2)
    return at < len(marks) and marks[at] <= start


def _ranges(document: Document, marks: _Marks, dates: ReportDates) -> Iterator[tuple[int, int]]:
    text, last = document.text, 0
    found: list[tuple[int, int]] = []
    notes = [
        (start, end) for start, end in _bounds(text, marks.notes(dates)) if len(text[start:end].split()) < _NOTE_WORDS
    ]
    starts = {m.end() for m in _LINE_START.finditer(text)} | {0} | {_skip(text, o) for o in mark_offsets(document)}
    behind = {_skip(text, o) for o in mark_offsets(document)}
    opens = [start for start, _ in notes]
    for start in sorted(starts - set(opens)):
        if start < last or not (
            _CITATION.match(text, start) or (start in behind and _is_dated_note(text, start, dates))
        ):
            continue
        at = bisect_left(opens, start) - 1
        if at >= 0 and start < notes[at][1]:
            continue
        end = _sentence_end(text, start)
        if end - start > 10:
            found.append((start, end))
            last = end
    blocks = [(b.start, b.end) for b in document.blocks if b.kind is BlockKind.FOOTNOTE and b.end > b.start]
    starts_found = [a for a, _ in found]
    further: dict[int, int] = {}
    for start, end in (*blocks, *notes):
        at = bisect_left(starts_found, end) - 1
        if at < 0 or found[at][1] <= start:
            further.setdefault(start, end)
    yield from sorted([*found, *further.items()])


def _parts(text: str, start: int, end: int, dates: ReportDates) -> Iterator[tuple[int, int]]:
    """The sources of a note that names several with a day each: "Diallo, interview, 3 May 2020; Ba, by letter, 5 May 2020"."""
    cuts = [m.span() for m in re.finditer(r";\s+(?=[A-Z])", text[start:end])]
    opens = [start, *(start + b for _, b in cuts)]
    closes = [*(start + a for a, _ in cuts), end]
    parts = list(zip(opens, closes, strict=True))
    each = all(any(m.year_known and m.kind == "day" for m in dates.between(a, b)) for a, b in parts)
    yield from parts if each else [(start, end)]


def _bounds(text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each note up to the next one, or to the end of its line."""
    for start, following in pairwise([*starts, len(text)]):
        line = text.find("\n", start)
        end = min(following, line if line >= 0 else len(text))
        note = text[start:end] if end == len(text) else _NUMBER_BEHIND.sub("", text[start:end])
        if note.strip():
            yield start, start + len(note.rstrip())


def _is_dated_note(text: str, start: int, dates: ReportDates, *, row: bool = False) -> bool:
    """Whether the sentence behind a mark names a source and its day, and tells nothing: "Situation report, 27 October 2006".

    In a row of notes the day may stand without its year.
    """
    end = _sentence_end(text, start)
    mentions = dates.between(start, end)
    named = (
        bool(mentions)
        and mentions[-1].end >= end - 1
        and (mentions[-1].year_known or row)
        and mentions[-1].start > start
    )
    return named and len(text[start:end].split()) < _NOTE_WORDS and not _TELLS.search(text, start, end)


def _publisher(text: str, start: int) -> tuple[int, int] | None:
    """Who published, asked or wrote what a citation names."""
    hit = _PUBLISHER.search(text)
    group = next((g for g, words in hit.groupdict().items() if words), None) if hit else None
    if hit is None or group is None or hit[group].split()[0].lower() in _NO_PUBLISHER:
        return None
    return start + hit.start(group), start + hit.start(group) + len(hit[group].rstrip())


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " .\"'":
        at += 1
    return at


def _sentence_end(text: str, start: int) -> int:
    """The end of the sentence; the full stops of "No. 257" and "1:57 p.m." are none."""
    for m in _END.finditer(text, start, start + 1200):
        if m[0] != "." or not _SHORT.search(text, max(start, m.start() - 6), m.start()):
            return m.start()
    return min(len(text), start + 1200)


def _citation(document: Document, dates: ReportDates, name: str, start: int, end: int) -> Citation:
    text = document.text[start:end]
    kind = next((k for k, pattern in _KIND if pattern.search(text)), "document")

    def found(pattern: re.Pattern[str], group: str | int = 0) -> tuple[int, int] | None:
        hit = pattern.search(text)
        return (start + hit.start(group), start + hit.end(group)) if hit else None

    def words(bounds: tuple[int, int] | None) -> Span | None:
        return document.span(*bounds) if bounds and bounds[1] > bounds[0] else None

    # "Interviews, 5-9 September 2006. For background, see Report 48, July 2005.": the day is that of the interviews.
    further = next((m.start() for m in _FURTHER.finditer(text) if m.start() > 0), len(text))
    dated = dates.dated(start, start + further) or dates.dated(start, end)
    # "Interview, 5 June 2019. Parliament began its session on 3 June.": what a note goes on to tell is no day of its source.
    dated = [d for d in dated if d.mention.start < _sentence_end(document.text, dated[0].mention.end)]
    who = found(_WHO, "who") if kind == "interview" else None
    source = Source(
        id=name,
        kind=kind,
        span=document.span(start, end),
        title=words(found(_TITLE, "title")),
        publisher=words(_publisher(text, start)),
        number=words(found(_NUMBER, "n")),
        date=dated[-1].when if dated else None,
        handle=words(found(_HANDLE)),
        anonymous=kind == "interview" and who is not None and not _NAMED.search(document.text, *who),
    )
    return Citation(start, end, source, who, beside=_FURTHER.match(text) is not None)
