"""PDFs with a text layer, through pypdfium2."""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from trucewatch.core.errors import EmptyDocument, EncryptedFile, MissingExtra, NoTextLayer, TooLarge, UnreadableFile
from trucewatch.core.model import Flag
from trucewatch.core.ports import Extract, RawBlock

from .limits import MAX_CHARACTERS
from .text import opens_item

_END_MARK, _END_REACH = b"%%EOF", 2048
_LINE = re.compile(r"[^\r\n]+")
_ENDS = frozenset('.;:!?"”)')
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
# A step down wider than this many usual ones parts two paragraphs, and so does letter size that changes by more.
_PARAGRAPH_STEP, _SAME_SIZE = 1.35, 0.15
# PDFium is not safe to use from two threads at once.
_PDFIUM = threading.Lock()


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a page: its words, how far it stands above the page's foot, the size of its letters."""

    words: str
    height: float
    size: float


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
    pages: list[list[_Line]] = []
    pictures: list[int] = []
    left = MAX_CHARACTERS
    for number in range(1, len(pdf) + 1):
        lines, is_picture = _read_page(pdf[number - 1])
        pages.append(lines)
        pictures += [number] * is_picture
        left -= sum(len(line.words) for line in lines)
        if left < 0:
            raise TooLarge(
                f"{path} has more than {MAX_CHARACTERS:,} characters of text. Split it into parts and read each"
            )
    if not any(pages) and pictures:
        raise NoTextLayer(f"{path} {_pages(pictures)} without a text layer. Run OCR first, then read the file it makes")
    if not any(pages):
        raise EmptyDocument(f"{path} has no words on its pages. If you can see some, they are drawn: run OCR first")
    original, blocks = _compose(pages)
    return Extract(original, blocks, _picture_flags(pictures))


def _compose(pages: list[list[_Line]]) -> tuple[str, tuple[RawBlock, ...]]:
    """The pages' paragraphs as one text, parted by blank lines."""
    parts: list[str] = []
    blocks: list[RawBlock] = []
    at, usual = 0, _usual_step(pages)
    for number, lines in enumerate(pages, start=1):
        for paragraph in _paragraphs(lines, usual):
            words = "\n".join(line.words for line in paragraph)
            if blocks:
                # A sentence that runs over the page's end is not broken in two.
                runs_on = blocks[-1].page != number and _goes_on(parts[-1], words)
                parts.append("\n" if runs_on else "\n\n")
                at += len(parts[-1])
            parts.append(words)
            blocks.append(RawBlock(at, at + len(words), page=number))
            at += len(words)
    return "".join(parts), tuple(blocks)


def _read_page(page: Any) -> tuple[list[_Line], bool]:
    """The page's lines from top to bottom, and whether it is a picture without text."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range() if textpage.count_chars() else ""
        lines = [_line(textpage, m.start(), m.group()) for m in _LINE.finditer(text) if not m.group().isspace()]
        return lines, not lines and any(True for _ in page.get_objects(filter=[_IMAGE], max_depth=3))
    finally:
        textpage.close()
        page.close()


def _line(textpage: Any, start: int, words: str) -> _Line:
    first = start + len(words) - len(words.lstrip())
    try:
        _, bottom, _, top = textpage.get_charbox(first, loose=True)
    except RuntimeError:
        # Rare signs count as two characters there and one here; a line without a place joins the one above.
        return _Line(words, 0.0, 0.0)
    return _Line(words, bottom, top - bottom)


def _step(above: _Line, below: _Line) -> float:
    """How far one line stands below another, in sizes of its letters."""
    return (above.height - below.height) / below.size if above.size and below.size else 0.0


def _usual_step(pages: list[list[_Line]]) -> float:
    """The step from line to line within paragraphs: the lower quartile of all, for few lines stand closer."""
    down = sorted(step for lines in pages for a, b in pairwise(lines) if (step := _step(a, b)) > 0.2)
    return down[len(down) // 4] if down else 0.0


def _paragraphs(lines: list[_Line], usual: float) -> Iterator[list[_Line]]:
    """Lines grouped by the white space between them, the size of their letters and their list marks."""
    group = lines[:1]
    for above, below in pairwise(lines):
        same_size = not below.size or abs(above.size - below.size) <= _SAME_SIZE * max(above.size, below.size)
        # A line that stands above the one before it opens a new column.
        near = -0.1 <= _step(above, below) <= usual * _PARAGRAPH_STEP
        if not near or not same_size or opens_item(below.words):
            yield group
            group = []
        group.append(below)
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
