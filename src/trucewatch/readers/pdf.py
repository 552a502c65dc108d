"""PDFs with a text layer, through pypdfium2."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from trucewatch.core.errors import EncryptedFile, MissingExtra, NoTextLayer, TooLarge, UnreadableFile
from trucewatch.core.model import Flag
from trucewatch.core.ports import Extract, RawBlock

from .limits import MAX_CHARACTERS

_END_MARK, _END_REACH = b"%%EOF", 2048
_LINE = re.compile(r"[^\r\n]+")
_ENDS = frozenset('.;:!?"”)')
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
# A gap wider than this many usual line pitches parts two paragraphs.
_PARAGRAPH_GAP = 1.35
# PDFium is not safe to use from two threads at once.
_PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a page: its words and the height of its first character above the page's foot."""

    words: str
    height: float


class PdfReader:
    """Paragraphs by the gaps between lines; every block knows its page, counted from 1."""

    suffixes: tuple[str, ...] = (".pdf",)

    def extract(self, path: Path, data: bytes) -> Extract:
        """The text layer; a page that is only a picture is an error where no page has text, else a flag."""
        try:
            import pypdfium2
        except ImportError as error:
            raise MissingExtra('reading .pdf needs the "pdf" extra. Run: pip install "trucewatch[pdf]"') from error
        if _END_MARK not in data[-_END_REACH:]:
            raise UnreadableFile(f"{path} is cut off: a PDF should end with %%EOF. Copy or download it again")
        with _PDFIUM:
            try:
                pdf = pypdfium2.PdfDocument(data)
            except pypdfium2.PdfiumError as error:
                raise _refusal(path, error) from error
            try:
                return _extract(path, pdf)
            except pypdfium2.PdfiumError as error:
                raise UnreadableFile(
                    f"{path} is damaged: one of its pages cannot be loaded. Copy or download it again"
                ) from error
            finally:
                pdf.close()


def _refusal(path: Path, error: Exception) -> EncryptedFile | UnreadableFile:
    if "password" in str(error).lower():
        return EncryptedFile(f"{path} needs a password. Save a copy without one and read that")
    return UnreadableFile(f"{path} is damaged: it starts as a PDF and cannot be opened. Copy or download it again")


def _extract(path: Path, pdf: Any) -> Extract:
    parts: list[str] = []
    blocks: list[RawBlock] = []
    pictures: list[int] = []
    at = 0
    for number in range(1, len(pdf) + 1):
        lines, is_picture = _read_page(pdf[number - 1])
        if is_picture:
            pictures.append(number)
        for paragraph in _paragraphs(lines):
            words = "\n".join(line.words for line in paragraph)
            if parts:
                # A sentence that runs over the page's end is not broken in two.
                apart = "\n" if blocks[-1].page != number and _goes_on(parts[-1], words) else "\n\n"
                parts.append(apart)
                at += len(apart)
            parts.append(words)
            blocks.append(RawBlock(at, at + len(words), page=number))
            at += len(words)
        if at > MAX_CHARACTERS:
            raise TooLarge(
                f"{path} has more than {MAX_CHARACTERS:,} characters of text. Split it into parts and read each"
            )
    if not blocks:
        which = _pages(pictures) if pictures else _pages(list(range(1, len(pdf) + 1)))
        raise NoTextLayer(f"{path} {which} without a text layer. Run OCR first, then read the file that it makes")
    return Extract("".join(parts), tuple(blocks), _picture_flags(pictures))


def _read_page(page: Any) -> tuple[list[_Line], bool]:
    """The page's lines from top to bottom, and whether it is a picture without text."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range() if textpage.count_chars() else ""
        lines = [
            _Line(m.group(), _height(textpage, m.start() + len(m.group()) - len(m.group().lstrip())))
            for m in _LINE.finditer(text)
            if not m.group().isspace()
        ]
        return lines, not lines and any(True for _ in page.get_objects(filter=[_IMAGE], max_depth=3))
    finally:
        textpage.close()
        page.close()


def _height(textpage: Any, index: int) -> float:
    if index >= textpage.count_chars():
        return 0.0
    _, bottom, _, _ = textpage.get_charbox(index, loose=True)
    return float(bottom)


def _paragraphs(lines: list[_Line]) -> Iterator[list[_Line]]:
    """Lines grouped where the gap to the line above is the usual one of the page."""
    pitches = [above.height - below.height for above, below in pairwise(lines)]
    usual = median([pitch for pitch in pitches if pitch > 1] or [12.0])
    group: list[_Line] = []
    for line, pitch in zip(lines, [0.0, *pitches], strict=True):
        # A line above the one before it opens a new column.
        if group and not -1 <= pitch <= usual * _PARAGRAPH_GAP:
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _goes_on(above: str, below: str) -> bool:
    return above.rstrip()[-1:] not in _ENDS and below.lstrip()[:1].islower()


def _pages(numbers: list[int]) -> str:
    """ "page 3 is an image", "pages 1-3, 7 are images"."""
    ranges: list[list[int]] = []
    for number in numbers:
        if ranges and ranges[-1][1] == number - 1:
            ranges[-1][1] = number
        else:
            ranges.append([number, number])
    listed = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in ranges)
    return f"page {listed} is an image" if len(numbers) == 1 else f"pages {listed} are images"


def _picture_flags(pictures: list[int]) -> tuple[Flag, ...]:
    if not pictures:
        return ()
    return (Flag("pages-not-read", f"{_pages(pictures)} without a text layer and not read. Run OCR to read them"),)
