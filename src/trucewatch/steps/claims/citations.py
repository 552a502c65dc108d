"""Finds the sources that a report names, also where footnotes were flattened into the body."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from trucewatch.core.dates import When
from trucewatch.core.model import BlockKind, Document, Source
from trucewatch.core.quotes import Span

from .note_marks import Marks, in_place, mark_offsets, skip
from .report_dates import Dated, ReportDates, whole_of
from .source_fields import (
    IN_BRACKETS,
    asked,
    handle_of,
    is_unnamed,
    kind_of,
    number_of,
    place_of,
    publisher_of,
    time_of,
    title_of,
)

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
# Words of a sentence that tells something, and names no mere source.
_TELLS = re.compile(r"(?i)\b(?:said|says|told|was|were|had|has|is|are|stated|declared|reported)\b")
# A longer "note" is a paragraph that tells a story of its own.
_NOTE_WORDS = 40
# Where a note goes on with another work; "see also" says that it only points there.
_NEXT_WORK = re.compile(r"(?:;\s+|\.\s+(?=(?:[Ss]ee|Cf\.)\s))(?:and\s+)?(?=[\"\w])")
_ALSO = re.compile(r"(?i)(?:see|cf\.)\s+(?:also|further|for\s)")
# The source of the note before, once more.
_IBID = re.compile(r"(?i)(?:ibid|ibidem|id)\b\.?(?:,?\s*(?:at\s+)?(?:pp?|paras?|arts?)?\.?\s*[\d–-]{1,9})?\W*")
# The only source of an earlier note: "Panel, supra note 3, para. 9", "See above note 3", "see note 3 above".
_ABOVE = re.compile(
    r"(?i)\b(?:(?:above|supra),?\s+(?:at\s+)?(?:fn|foot-?note|note|n)\.?\s*(?P<a>\d{1,3})|(?:fn|foot-?note|note|n\.)\s*(?P<b>\d{1,3}),?\s+(?:above|supra))\b|\((?:see\s+)?note\s+(?P<c>\d{1,3})\)"
)
# A work named before, once more: "Lake Watch, op. cit., p. 4".
_NAMED_BEFORE = re.compile(r"(?i)\A(?:see\s+(?:also\s+)?)?(?P<name>[^,.;]{2,80}),?\s+(?:op\.?|loc\.?)\s*cit\b")
# "[Note 7: Confidential interviews, Goma, 23 September 1999.]" behind the sentence that it belongs to.
_NOTE_IN_PLACE = re.compile(r"\[(?:fn|note|footnote)\.?\s*\d{0,3}\s*[:.,]\s*(?P<source>[^\[\]\n]{8,400})\]", re.I)
_NUMBER_BEHIND = re.compile(r"(?<=[.!?\"')\]])\s\(?\d{1,3}[.)]?\s*$")
_SHORT = re.compile(r"(?:\b(?:No|Nos|no|nos|pp?|paras?|arts?|vol|ed|Mr|Ms|Dr|Gen|Col|Lt|Cf|Ibid|[ap]\.m|[A-Z]))$")
_FURTHER = re.compile(r"(?:(?:For|On)\s[^.\n]{3,140}?,\s+)?(?:[Ss]ee|[Vv]iew|Cf\.|Ibid\.?)\b")


_ACCESSED = re.compile(r"(?i)\b(?:accessed|retrieved|viewed|consulted|visited|checked|archived)(?:\s+on)?:?\s+\Z")
_DATED = re.compile(r"(?i)\bdated(?:\s+on)?\s+\Z")


@dataclass(frozen=True, slots=True)
class Citation:
    """A sentence that only names a source; working-text range, and the typed source.

    `mark` is where the text refers to a numbered note that stands elsewhere; `beside` says that it only points to
    further reading, `also` that it does so behind another source.
    """

    start: int
    end: int
    source: Source
    who: tuple[int, int] | None = None
    mark: int | None = None
    beside: bool = False
    also: bool = False


def find_citations(document: Document, dates: ReportDates) -> tuple[Citation, ...]:
    """The citations of a report in order of place."""
    made: list[Citation] = []
    marks, before = Marks(document), _Before()
    single: Source | None = None
    for start, end in _ranges(document, marks, dates):
        parts = list(_parts(document.text, start, end, dates))
        for n, (first, last) in enumerate(parts):
            citation = _citation(document, dates, f"s{len({c.source.id for c in made}) + 1}", first, last)
            if single is not None and _IBID.fullmatch(document.text, first, last):
                citation = replace(citation, source=single)
            elif citation.source.date is None and (meant := before.meant(document.text[first:last])) is not None:
                citation = replace(citation, source=meant)
            before.add(marks.label(start), citation.source)
            also = n > 0 and _ALSO.match(document.text, first) is not None
            made.append(replace(citation, mark=marks.of_note(start), also=also))
        # "Ibid." behind a note with several works names none of them.
        single = made[-1].source if len(parts) == 1 else None
    for hit in (*IN_BRACKETS.finditer(document.text), *_NOTE_IN_PLACE.finditer(document.text)):
        for n, (start, end) in enumerate(_parts(document.text, *hit.span("source"), dates)):
            told = dates.between(start, end) or number_of(document.text[start:end])
            if told and not any(c.start <= start < c.end for c in made):
                also = n > 0 and _ALSO.match(document.text, start) is not None
                found = _citation(document, dates, f"s{len(made) + 1}", start, end)
                made.append(replace(found, mark=hit.start(), also=also))
    return _numbered(sorted(made, key=lambda c: c.start))


class _Before:
    """Remembers the sources of the notes before, for notes that only point back to them."""

    def __init__(self) -> None:
        self._by_note: dict[str, list[Source]] = {}
        self._all: dict[str, Source] = {}

    def add(self, label: str | None, source: Source) -> None:
        self._all[source.id] = source
        if label is not None:
            self._by_note.setdefault(label, []).append(source)

    def meant(self, words: str) -> Source | None:
        """The one source that "Panel, supra note 3" or "Lake Watch, op. cit., p. 4" names once more."""
        named = _NAMED_BEFORE.match(words)
        above = _ABOVE.search(words)
        if above is not None:
            found = self._by_note.get(above["a"] or above["b"] or above["c"], [])
        elif named is not None:
            name = named["name"].strip('"').casefold()
            found = [s for s in self._all.values() if name in s.span.exact[: 2 * len(name) + 40].casefold()]
        else:
            return None
        return found[0] if len({s.id for s in found}) == 1 else None


def _numbered(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations with their sources numbered in order of place."""
    names = {name: f"s{n}" for n, name in enumerate(dict.fromkeys(c.source.id for c in citations), 1)}
    return tuple(replace(c, source=replace(c.source, id=names[c.source.id])) for c in citations)


def _ranges(document: Document, marks: Marks, dates: ReportDates) -> Iterator[tuple[int, int]]:
    text, last = document.text, 0
    found: list[tuple[int, int]] = []

    def opens_note(at: int) -> bool:
        return bool(_CITATION.match(text, at)) or _is_dated_note(text, at, dates, row=True)

    notes = [n for n in _bounds(text, marks.notes(opens_note)) if _is_short(text, *n)]
    notes += [n for n in in_place(document) if _is_short(text, *n)]
    notes.sort()
    behind = {skip(text, o) for o in mark_offsets(document)}
    starts = {m.end() for m in _LINE_START.finditer(text)} | {0} | behind
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


def _is_short(text: str, start: int, end: int) -> bool:
    return len(text[start:end].split()) < _NOTE_WORDS


def _days(text: str, dated: Dated) -> When:
    """The day of a source; interviews "on 4 and 9 January" lie between these."""
    several = re.search(r"\band\b|&", text[dated.mention.start : dated.mention.end])
    return whole_of(dated) if several else dated.when


def _parts(text: str, start: int, end: int, dates: ReportDates) -> Iterator[tuple[int, int]]:
    """The sources of a note that names several with a day or a number each.

    "Diallo, interview, 3 May 2020; Ba, by letter, 5 May 2020", "Ibid. See also S/2023/41, para. 9; Decree No. 12 of 2019".
    """
    cuts = [m.span() for m in _NEXT_WORK.finditer(text, start, end)]
    opens = [start, *(b for _, b in cuts)]
    closes = [*(a for a, _ in cuts), end]
    parts = list(zip(opens, closes, strict=True))
    yield from parts if all(_is_work(text, a, b, dates) for a, b in parts) else [(start, end)]


def _is_work(text: str, start: int, end: int, dates: ReportDates) -> bool:
    """Whether a part of a note names a source of its own: with its day, its number, or as that of the note before."""
    words = text[start:end]
    days = [m for m in dates.between(start, end) if m.kind in ("day", "days", "span", "month")]
    known = any(m.year_known for m in days) or (bool(days) and kind_of(words) != "document")
    again = _IBID.fullmatch(words) or _ABOVE.search(words) or _NAMED_BEFORE.match(words)
    return known or number_of(words) is not None or again is not None


def _bounds(text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each note up to the next one, or to the end of its line."""
    for start, following in pairwise([*starts, len(text)]):
        line = text.find("\n", start)
        end = min(following, line if line >= 0 else len(text))
        # The number of the next note in the line; that of "Ibid., art. 2" at its end is part of the note.
        note = _NUMBER_BEHIND.sub("", text[start:end]) if end == following < len(text) else text[start:end]
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


def _sentence_end(text: str, start: int) -> int:
    """The end of the sentence; the full stops of "No. 257" and "1:57 p.m." are none."""
    for m in _END.finditer(text, start, start + 1200):
        if m[0] != "." or not _SHORT.search(text, max(start, m.start() - 6), m.start()):
            return m.start()
    return min(len(text), start + 1200)


def _citation(document: Document, dates: ReportDates, name: str, start: int, end: int) -> Citation:
    text = document.text[start:end]
    kind = kind_of(text)

    def words(bounds: tuple[int, int] | None) -> Span | None:
        return document.span(start + bounds[0], start + bounds[1]) if bounds and bounds[1] > bounds[0] else None

    # "Interviews, 5-9 September 2006. For background, see Report 48, July 2005.": the day is that of the interviews.
    further = next((m.start() for m in _FURTHER.finditer(text) if m.start() > 0), len(text))
    dated = dates.dated(start, start + further) or dates.dated(start, end)
    # "Interview, 5 June 2019. Parliament began its session on 3 June.": what a note goes on to tell is no day of its source.
    dated = [d for d in dated if d.mention.start < _sentence_end(document.text, dated[0].mention.end)]
    # "Accessed 3 May 2020" is the day of whoever looked; "letter dated 3 May" says which day is its own.
    dated = [d for d in dated if not _ACCESSED.search(document.text, start, d.mention.start)]
    own = [d for d in dated if _DATED.search(document.text, start, d.mention.start)]
    dated = own[:1] or dated
    who = asked(text) if kind == "interview" else None
    source = Source(
        id=name,
        kind=kind,
        span=document.span(start, end),
        title=words(title_of(text)),
        publisher=words(publisher_of(text)),
        number=words(number_of(text)),
        date=_days(document.text, dated[-1]) if dated else None,
        handle=words(handle_of(text)),
        time=words(time_of(text)) if kind in ("post", "broadcast") else None,
        place=words(place_of(text, who)) if kind == "interview" else None,
        anonymous=is_unnamed(text, who),
    )
    named = (start + who[0], start + who[1]) if who else None
    return Citation(start, end, source, named, beside=_FURTHER.match(text) is not None)
