"""`read_document`: bytes in, a repaired `Document` out."""

from pathlib import Path

from trucewatch.core.ids import sha256_of
from trucewatch.core.model import Block, Document
from trucewatch.core.repairs import find_repairs

from .text import TextReader


def read_document(path: Path) -> Document:
    """The file as a document: text as it stands, working text, blocks, hash and language."""
    data = path.read_bytes()
    extract = TextReader().extract(path, data)
    repairs = find_repairs(extract.original)
    blocks = tuple(
        Block(
            repairs.start_in_text(raw.start), repairs.end_in_text(raw.end), raw.kind, raw.level, raw.number, raw.page
        )
        for raw in extract.blocks
    )
    return Document(
        path=str(path),
        sha256=sha256_of(data),
        original=extract.original,
        text=repairs.apply(extract.original),
        repairs=repairs,
        blocks=blocks,
        language="en",
        flags=extract.flags,
    )
