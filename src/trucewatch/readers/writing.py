"""Puts an original text together from the pieces of a structured file, and keeps where each one went."""

from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.core.model import BlockKind
from trucewatch.core.ports import RawBlock

_PARAGRAPH_BREAK = "\n\n"
_CELL_BREAK = "\t"
# A longer cell is no entry of a table but text that was laid out with one.
_LONGEST_ENTRY = 200


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph on its way into a manuscript."""

    words: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    number: str | None = None


class Manuscript:
    """Text written paragraph by paragraph; `text` and `blocks` are what a reader returns.

    Paragraphs are parted by a blank line. Short cells of a table's row stand on one line, parted by tabs,
    as the abbreviations at the head of an agreement do in plain text.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.blocks: list[RawBlock] = []

    @property
    def text(self) -> str:
        return "".join(self._parts)

    def add(self, paragraph: Paragraph, apart: str = _PARAGRAPH_BREAK) -> int:
        """Writes one paragraph and returns where it starts; one without words is passed over."""
        if not paragraph.words.strip():
            return self._length
        if self._parts:
            self._write(apart)
        start = self._length
        self._write(paragraph.words)
        self.blocks.append(RawBlock(start, self._length, paragraph.kind, paragraph.level, paragraph.number))
        return start

    def add_row(self, cells: Sequence[Sequence[Paragraph]]) -> list[int]:
        """Writes the paragraphs of a row's cells and returns where each one starts."""
        filled = [[p for p in cell if p.words.strip()] for cell in cells]
        entries = all(len(cell) < 2 and all(len(p.words) <= _LONGEST_ENTRY for p in cell) for cell in filled)
        starts: list[int] = []
        for paragraph in (p for cell in filled for p in cell):
            starts.append(self.add(paragraph, _CELL_BREAK if entries and starts else _PARAGRAPH_BREAK))
        return starts

    def _write(self, words: str) -> None:
        self._parts.append(words)
        self._length += len(words)
