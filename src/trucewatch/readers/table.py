"""Which reader takes which kind of file. To add a format, add its reader here."""

from trucewatch.core.ports import Reader

from .docx import DocxReader
from .html import HtmlReader
from .pdf import PdfReader
from .text import TextReader

READERS: tuple[Reader, ...] = (TextReader(), HtmlReader(), PdfReader(), DocxReader())
SUFFIXES: tuple[str, ...] = tuple(sorted(suffix for reader in READERS for suffix in reader.suffixes))


def reader_for(suffix: str) -> Reader | None:
    """The reader that takes files with this ending, or None."""
    return next((reader for reader in READERS if suffix.lower() in reader.suffixes), None)
