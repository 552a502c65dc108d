"""Lays a report out with one line for each paragraph, however its file breaks lines.

Some files break every line at the same width, some set each paragraph on a line of its own, and headers often stand right
above what they head. Steps that read reports ask for paragraphs; those that read agreements ask for lines and go without this.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from trucewatch.core.date_words import MONTH_NAMES
from trucewatch.core.model import Block, BlockKind, Document
from trucewatch.core.quotes import Repair, make_repairs

# Longer lines are paragraphs, shorter ones end on purpose; neither was broken at a width. Columns of words are left alone.
_COLUMN = 30
_NARROWEST, _WIDEST = 45, 130
# So many sentences must go on behind a line end, so many of all line ends, where the lines are about as long as the longest.
_BROKEN, _SHARE, _EVEN = 2, 0.25, 0.75
# A line that would have had room for the next word, by so much of the width, ends on purpose.
_ROOM = 0.85
_HALF = 0.5
# Words that a line of a header has at most; that of a section, or of a day, fewer.
_HEADER_WORDS, _SHORT = 30, 12
_ENDED = re.compile(r"[.?!…][\"')\]]*\Z")
# What stands in front of the words below it: who posts it, when, or that something follows.
_LEADS = re.compile(
    r"(?:[^\w\s@]\s*)?@\w|[\[(]?\d{1,2}[:.]\d\d\b|\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?,? \d{1,2}[:.]\d\d\Z"
)
# What opens a line of its own behind a full stop: "Q: ...", "JAMUS: ...", "14:05 ...", "@name ...".
_OPENS = re.compile(r"@\w|[\[(]?\d{1,2}[:.]\d\d\b|[A-Z][\w .,'()-]{0,60}:\s")
_MONTH = rf"(?:{'|'.join(m[:3] for m in MONTH_NAMES)})[a-z]*\.?"
_DAY = re.compile(rf"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b{_MONTH}\s\d|\d\s{_MONTH}")
_ENDS_IN_DAY = re.compile(rf"(?:\d\s{_MONTH}|{_MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?\.\Z")
_TELLS = re.compile(r"\b(?:was|were|had|has|have|is|are|will|said|[a-z]+ed)\b")
# So many blanks, or a tab, stand between the cells of a row; so many of its cells are no longer than names, numbers and days.
_GAP, _CELLS, _CELL_WORDS, _LONGEST_CELL = 3, 2, 3, 20
_WHOLE = (BlockKind.HEADING, BlockKind.TABLE_CELL, BlockKind.FOOTNOTE)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, or several that are one: working-text offsets without the blanks around it, and its words."""

    start: int
    end: int
    words: str

    @property
    def ended(self) -> bool:
        return _ENDED.search(self.words) is not None

    @property
    def heads(self) -> bool:
        """Whether it reads like a line of a header: short, and no sentence; "Period: 22 May to 5 June 1998. Arawa, 5 June." is none."""
        if self.ended:
            return self.short and _ENDS_IN_DAY.search(self.words) is not None and _TELLS.search(self.words) is None
        return len(self.words.split()) <= _HEADER_WORDS

    @property
    def leads(self) -> bool:
        """Whether it stands in front of an entry: a clock time, a handle."""
        return _LEADS.match(self.words) is not None

    @property
    def short(self) -> bool:
        return len(self.words.split()) <= _SHORT


@dataclass(frozen=True, slots=True)
class _Change:
    """A piece of the working text that is to read otherwise."""

    start: int
    end: int
    now: str


def laid_out(document: Document) -> Document:
    """The document with line ends inside sentences read as blanks, and a block for each paragraph and each header.

    Every other line end stays. Cells that stand apart by blanks get a mark between them. The changes are repairs like all others: spans point into the same original.
    """
    lines = [_lines(document.text, block) for block in document.blocks]
    width = _width(lines)
    changes = list(_between_cells(document, lines))
    parts: list[tuple[Block, int, int]] = []
    for block, own in zip(document.blocks, lines, strict=True):
        whole: list[list[_Line]] = []
        if document.text[max(0, block.start - 2) : block.start].endswith(("\n ", "\n\t")):
            changes.append(_Change(block.start - 1, block.start, ""))
        for line in own:
            if whole and _goes_on(whole[-1][-1], line, width):
                changes.append(_Change(whole[-1][-1].end, line.start, " "))
                whole[-1].append(line)
            else:
                whole.append([line])
        logical = [_Line(w[0].start, w[-1].end, " ".join(line.words for line in w)) for w in whole]
        keep = block.kind in _WHOLE or max(len(line.words) for line in logical) < _COLUMN
        for piece in [logical] if keep else _pieces(logical, opens=not parts):
            changes += (_Change(a.end, b.start, "\n") for a, b in pairwise(piece))
            parts.append((block, piece[0].start, piece[-1].end))
    changes = [c for c in changes if document.text[c.start : c.end] != c.now]
    if not changes and len(parts) == len(document.blocks):
        return document
    return _changed(document, changes, parts)


def _between_cells(document: Document, blocks: Sequence[Sequence[_Line]]) -> Iterator[_Change]:
    """Marks between the cells of rows such as "3 Oct      Qala          IDF       Air violation"."""
    wide = [
        document.repairs.start_in_text(edit.start)
        for edit in document.repairs.edits
        if edit.kind == "spaces" and edit.now == " " and (len(edit.was) >= _GAP or "\t" in edit.was)
    ]
    for line in (line for block in blocks for line in block) if len(wide) > 1 else ():
        gaps = [at for at in wide[bisect_left(wide, line.start) : bisect_left(wide, line.end)] if at > line.start]
        edges = [line.start, *gaps, line.end]
        cells = [document.text[a:b].strip() for a, b in pairwise(edges)]
        words = [len(cell.split()) for cell in cells]
        named = sum(n <= _CELL_WORDS and not cell[:1].islower() for n, cell in zip(words, cells, strict=True))
        # Where every blank is wide, as some printers have it, words are no cells.
        prose = 3 * sum(cell[:1].islower() for cell in cells) >= len(cells)
        if len(gaps) >= _CELLS and named >= _CELLS and max(words) <= _LONGEST_CELL and not prose:
            yield from (_Change(at, at + 1, " | ") for at in gaps)


def _lines(text: str, block: Block) -> list[_Line]:
    lines, at = [], block.start
    for words in text[block.start : block.end].split("\n"):
        start = at + len(words) - len(words.lstrip())
        at += len(words) + 1
        if words.strip():
            lines.append(_Line(start, start + len(words.strip()), words.strip()))
    return lines


def _width(blocks: Sequence[Sequence[_Line]]) -> int | None:
    """The width at which the lines of a text are broken; None where they end on purpose."""
    gaps = [pair for lines in blocks for pair in pairwise(lines)]
    broken = [len(a.words) for a, b in gaps if not a.ended and b.words[0].islower()]
    if len(broken) < max(_BROKEN, _SHARE * len(gaps)) or not _NARROWEST <= max(broken) <= _WIDEST:
        return None
    return max(broken) if median(broken) >= _EVEN * max(broken) else None


def _goes_on(above: _Line, below: _Line, width: int | None) -> bool:
    """Whether a line goes on in the next one."""
    lower = not above.ended and below.words[0].islower()
    if above.leads and not lower:
        return False
    if width is None:
        # "COMMUNIQUE", and on the next line "of the General Headquarters"
        return lower and not (above.heads and below.heads)
    full = len(above.words) + 1 + len(below.words.split()[0]) > _ROOM * width
    if full:
        return not (above.ended and _OPENS.match(below.words))
    return lower and len(above.words) > _HALF * width


def _pieces(lines: Sequence[_Line], *, opens: bool) -> Iterator[Sequence[_Line]]:
    """The lines of a block, headers apart from paragraphs, paragraphs apart from one another.

    What a day heads stays with it up to the next header, unless it `opens` the whole text; behind a name or a time one line does.
    """
    first, led = 0, False
    for n, (above, below) in enumerate(pairwise(lines), 1):
        dated = n - first == 1 and above.heads and above.short and _DAY.search(above.words) is not None
        led = led or (dated and not opens)
        # "Adan Farah, spokesman of the front:", and what he says
        said = n - first == 1 and (above.leads or above.words.endswith(":"))
        if said or (led and not below.heads) or (above.heads and below.heads):
            continue
        yield lines[first:n]
        first, opens, led = n, False, False
    yield lines[first:]


def _changed(document: Document, changes: Sequence[_Change], parts: Sequence[tuple[Block, int, int]]) -> Document:
    """The document with changes of its working text, and its blocks cut into parts."""
    old = document.repairs
    made = []
    for change in changes:
        start, end = old.start_in_original(change.start), old.end_in_original(change.end)
        kind = "line-end" if change.now == " " else "spaces"
        made.append(Repair(start, end, document.original[start:end], change.now, kind))
    # Where a change takes up an old repair, the change comes first and stays.
    repairs = make_repairs([*made, *old.edits])
    blocks = [
        replace(
            block,
            start=repairs.start_in_text(old.start_in_original(start)),
            end=repairs.end_in_text(old.end_in_original(end)),
            kind=block.kind if start == block.start else BlockKind.PARAGRAPH,
            number=block.number if start == block.start else None,
        )
        for block, start, end in parts
    ]
    return replace(document, text=repairs.apply(document.original), repairs=repairs, blocks=tuple(blocks))
