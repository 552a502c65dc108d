"""Bytes to text, newline for newline, and a flag where the encoding had to be assumed."""

import re
from pathlib import Path

from trucewatch.core.errors import UnreadableFile
from trucewatch.core.model import Flag
from trucewatch.core.quotes import Span

_NOT_TEXT = re.compile("[\x00-\x01\x03-\x08\x0e-\x1f\x7f\ufffd]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
_MOST_EVIDENCE = 5


def decode(path: Path, data: bytes) -> tuple[str, tuple[Flag, ...]]:
    """The text and, where UTF-8 does not fit, a flag that says what was assumed.

    A byte-order mark of UTF-8 stays in the text as U+FEFF, so that offsets are those of the file read
    as UTF-8. Raises UnreadableFile for bytes that are no text.
    """
    text, flags = _decode(path, data)
    if "\x00" in text or len(_NOT_TEXT.findall(text)) > len(text) // 50:
        raise UnreadableFile(f"{path} holds binary data; text was expected. Check that it is the right file")
    return text, flags


def _decode(path: Path, data: bytes) -> tuple[str, tuple[Flag, ...]]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), ()
        except UnicodeDecodeError as error:
            raise UnreadableFile(
                f"{path} is cut off: it starts as UTF-16 text and breaks off. Copy it again"
            ) from error
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _windows_text(data)


def _windows_text(data: bytes) -> tuple[str, tuple[Flag, ...]]:
    """Each line as UTF-8 where that fits, else as Windows-1252."""
    parts: list[str] = []
    evidence: list[Span] = []
    at, mixed = 0, False
    for line in data.splitlines(keepends=True):
        try:
            words = line.decode("utf-8")
            mixed = mixed or not words.isascii()
        except UnicodeDecodeError:
            words = line.decode("cp1252", errors="replace")
            if len(evidence) < _MOST_EVIDENCE:
                evidence += (Span(at + m.start(), at + m.end(), m.group()) for m in _NOT_ASCII.finditer(words))
        parts.append(words)
        at += len(words)
    some = "some lines were" if mixed else "it was"
    message = f"the text is not UTF-8: {some} read as Windows-1252. Letters outside English may be wrong"
    return "".join(parts), (Flag("encoding-assumed", message, tuple(evidence[:_MOST_EVIDENCE])),)
