"""Plain text and Markdown: .txt and .md."""

import re
from collections.abc import Iterator
from pathlib import Path

from trucewatch.core.model import BlockKind
from trucewatch.core.ports import Extract, RawBlock

from .encoding import decode

_LINE = re.compile(r"[^\r\n]+")
_ITEM = re.compile(r"\s*(?:[-–—•·▪◦●○*\uf0b7](?:\s|\Z)|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?:\s|\Z))")
_MARK_ALONE = re.compile(r"\s*(?:\W{1,3}|\(?\w{1,5}[.)])\s*\Z")
_MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+\S")


class TextReader:
    """Plain text: a block is a paragraph, that is lines that no blank line, bullet or number parts."""

    suffixes: tuple[str, ...] = (".txt", ".md")

    def extract(self, path: Path, data: bytes) -> Extract:
        """The decoded text with the line ends that the file has."""
        original, flags = decode(path, data)
        return Extract(original, tuple(_paragraphs(original, markdown=path.suffix.lower() == ".md")), flags)


def opens_item(line: str) -> bool:
    """Whether the line starts with a bullet or an item's number."""
    return _ITEM.match(line) is not None


def _paragraphs(text: str, *, markdown: bool) -> Iterator[RawBlock]:
    start = end = -1
    for line in _LINE.finditer(text):
        words = line.group()
        if words.isspace():
            continue
        heading = _MARKDOWN_HEADING.match(words) if markdown else None
        if start >= 0 and (heading or not _continues(text, start, end, line)):
            yield _block(text, start, end)
            start = -1
        if heading:
            yield RawBlock(line.start(), line.end(), BlockKind.HEADING, level=len(heading[1]))
            continue
        start = line.start() if start < 0 else start
        end = line.end()
    if start >= 0:
        yield _block(text, start, end)


def _block(text: str, start: int, end: int) -> RawBlock:
    kind = BlockKind.LIST_ITEM if _ITEM.match(text, start, end) else BlockKind.PARAGRAPH
    return RawBlock(start, end, kind)


def _continues(text: str, start: int, end: int, line: re.Match[str]) -> bool:
    """Whether a line goes on with the paragraph that stands between `start` and `end`."""
    if opens_item(line.group()):
        return False
    breaks = text[end : line.start()].replace("\r\n", "\n")
    # Text taken from a PDF may have blank lines after a bullet or in the middle of a sentence.
    return (
        breaks.count("\n") + breaks.count("\r") < 2
        or (end - start < 10 and _MARK_ALONE.match(text, start, end) is not None)
        or (text[max(0, end - 20) : end].rstrip()[-1:].isalnum() and line.group().lstrip()[:1].islower())
    )
