"""Where a text refers to its numbered notes, where these begin, and which of them stand right in their place."""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from trucewatch.core.model import Document
from trucewatch.core.quotes import Repair

_LABEL = re.compile(r"\d+|(?<=\[)[ivx]+(?=\])|\A[ivx]+\Z")
_NOTE_LABEL = re.compile(
    r"(?:^|(?<=\n))(?:(?:END)?(?:notes|footnotes|sources)\s*:\s*)?"
    r"(?:\W?(?P<n>\d{1,3}|[ivx]{1,6}(?=\]|[.)]?\s))[\].)/]?|(?:fn|foot-?note|note)\.?\s?(?P<word>\d{1,3})[\].):])\s+",
    re.MULTILINE | re.I,
)
_NOTE_LINE = re.compile(
    r"^(?:\W?(?P<n>\d{1,3}|[ivx]{1,6}(?=\]))[\].)/]|(?i:fn|foot-?note|note)\.?\s?(?P<word>\d{1,3})[\].):])\s+(?P<note>[^\n]{8,}|[Ii]bid\.?)$",
    re.MULTILINE,
)
# "1 Interview, Kambia, 21 May 2001. 2 Letter to the author, 3 June 2001.": the notes that follow the first in its line.
_IN_A_ROW = re.compile(r"(?<=[.!?\"')\]])\s\(?(?P<n>\d{1,3})[.)]?\s+(?=[A-Z\"])")
# "... in at least 43 towns.(1)", with "(1) Statement, 30 January 2017. (2) Press conference, ..." at the end.
_BRACKETED = re.compile(
    # "Article 3(1)", "paragraph (2)" are no notes.
    r"(?<=[^\W\d]|[.!?\"'”’)\]])(?<!rticle)(?<!aragraph)(?<!ection)(?<!lause)(?<!oint)\s?\((?P<n>[1-9]\d?(?:,\s?[1-9]\d?){0,4})\)(?=[\s.,;:]|$)"
)
_FIRST_NOTE = re.compile(r"^\(1\)\s+(?=[A-Z])", re.MULTILINE)
_NUMBER_BEFORE = re.compile(r"(?<!\S)[(\[]?\d{1,3}[\].)/]{0,2}\s{1,3}\Z")
# The longest label of a note in front of its words: "Footnote 12: ".
_LABEL_LENGTH = 16


class Marks:
    """Where the text refers to its numbered notes, and where the notes begin."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self.places: dict[str, list[int]] = {}
        # Whether the notes are numbered as "1/" is, so that "1." begins a paragraph.
        self._strokes = any("/" in edit.was for edit in _edits(document, "footnote-mark"))
        # The number of a note whose line begins with a mark, "¹ Interview, ...", was taken out with the marks.
        self._openers: dict[int, str] = {}
        for edit in _edits(document, "footnote-mark"):
            hit = _LABEL.search(unicodedata.normalize("NFKC", edit.was))
            at = document.repairs.start_in_text(edit.start)
            if hit and (at == 0 or self._text[at - 1] == "\n"):
                self._openers[at] = hit[0]
            elif hit:
                self.places.setdefault(hit[0], []).append(at)
        listed = next((m.start() for m in reversed(list(_FIRST_NOTE.finditer(self._text)))), 0)
        for mark in _BRACKETED.finditer(self._text, 0, listed):
            for number in re.findall(r"\d+", mark["n"]):
                self.places.setdefault(number, []).append(mark.start())
        # "[1] ... [2] ...": the number of a second note in a line was taken out with its brackets.
        self._seconds = {skip(self._text, at): n for n, places in self.places.items() for at in places[1:]}
        self._rows: set[int] = set()
        for line in _NOTE_LABEL.finditer(self._text):
            if line["n"] in self.places and line["n"].isdigit():
                row = self._in_a_row(line.end(), int(line["n"]))
                self._seconds |= row
                self._rows |= set(row) if all(n in self.places for n in row.values()) else set()

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
        label = self.label(start)
        return self._before(label, start - 4 if start in self._seconds else start) if label is not None else None

    def label(self, start: int) -> str | None:
        """The number of the note that begins at an offset."""
        if start in self._openers:
            return self._openers[start]
        line = _NOTE_LABEL.search(self._text, max(0, start - _LABEL_LENGTH), start) or _NOTE_LABEL.match(
            self._text, start
        )
        return (line["n"] or line["word"]) if line else self._seconds.get(start)

    def _before(self, label: str, start: int) -> int | None:
        places = self.places.get(label, ())
        at = bisect_left(places, start)
        return places[at - 1] if at else None

    def notes(self, opens: Callable[[int], bool]) -> list[int]:
        """Where numbered notes begin: at a line's own number, or at a number used before where `opens` sees a source."""
        lines = (
            m.start("note")
            for m in _NOTE_LINE.finditer(self._text)
            if self._before(m["n"] or m["word"], m.start()) is not None and self._fits(m)
        )
        own = (at for at, label in self._openers.items() if self._before(label, at) is not None)
        numerals = (m for m in _NOTE_LABEL.finditer(self._text) if m["n"] in self.places and not m["n"].isdigit())
        lettered = (m.end() for m in numerals if self._before(m["n"], m.start()) is not None)
        return sorted({*lines, *own, *lettered, *self._counted(), *self._rows, *filter(opens, self._seconds)})

    def _fits(self, line: re.Match[str]) -> bool:
        """Whether a line is numbered as the marks are."""
        return not self._strokes or self._text.startswith("/", line.end("n"))

    def _counted(self) -> Iterator[int]:
        """Notes in lines of their own that only a bare number opens, when they are counted up: "1 Interview", "2 Ibid."."""
        lines = [m for m in _NOTE_LABEL.finditer(self._text) if (m["n"] or "").isdigit() and self._fits(m)]
        for one, two in pairwise(lines):
            if int(two["n"]) == int(one["n"]) + 1:
                yield from (m.end() for m in (one, two) if self._before(m["n"], m.start()) is not None)


def note_lines(document: Document) -> tuple[tuple[int, int], ...]:
    """The lines of the notes below a text that its marks refer to."""
    starts = Marks(document).notes(lambda _: False)
    ends = (document.text.find("\n", start) for start in starts)
    return tuple((a, b if b >= 0 else len(document.text)) for a, b in zip(starts, ends, strict=True))


def in_place(document: Document) -> Iterator[tuple[int, int]]:
    """The notes that stand between their mark and a mark that closes them."""
    marks = mark_offsets(document)
    ends = [document.repairs.start_in_text(e.start) for e in _edits(document, "footnote-end")]
    for before, end in pairwise([0, *ends]):
        at = bisect_right(marks, end) - 1
        start = skip(document.text, marks[at], " ") if at >= 0 else end
        if at >= 0 and before <= marks[at] and start < end:
            yield start, end


def mark_offsets(document: Document) -> tuple[int, ...]:
    """Where footnote marks stood, as working-text offsets."""
    return tuple(document.repairs.start_in_text(e.start) for e in _edits(document, "footnote-mark"))


def after_mark(marks: tuple[int, ...], start: int) -> bool:
    """Whether a sentence starts right behind a footnote mark."""
    at = bisect_left(marks, start - 2)
    return at < len(marks) and marks[at] <= start


def label_before(text: str, start: int) -> int:
    """Where the number begins that stands in front of a note's words, else their start."""
    hit = _NUMBER_BEFORE.search(text, max(0, start - _LABEL_LENGTH), start)
    return hit.start() if hit else start


def skip(text: str, at: int, marks: str = " .\"'") -> int:
    """The first place from an offset on that holds none of the marks."""
    while at < len(text) and text[at] in marks:
        at += 1
    return at


def _edits(document: Document, kind: str) -> list[Repair]:
    return [e for e in document.repairs.edits if e.kind == kind]
