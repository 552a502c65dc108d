"""`read_document`: a path in, a repaired `Document` out, or one line that says why not."""

from collections.abc import Iterator
from pathlib import Path

from trucewatch.core.errors import (
    EmptyDocument,
    EncryptedFile,
    FileMissing,
    TooLarge,
    UnreadableFile,
    UnsupportedFormat,
)
from trucewatch.core.ids import sha256_of
from trucewatch.core.model import Block, Document
from trucewatch.core.ports import RawBlock, Reader
from trucewatch.core.quotes import Repairs
from trucewatch.core.repairs import find_repairs

from .content import ENCRYPTED, Content, content_of
from .language import language_of
from .limits import MAX_CHARACTERS, MAX_FILE_BYTES, megabytes
from .table import SUFFIXES, reader_for


def read_document(path: Path) -> Document:
    """The file as a document: text as it stands, working text, blocks, hash and language.

    Raises a `BadInput` for a file that cannot be used and `MissingExtra` where a library is not installed.
    """
    return document_from(path, load(path))


def document_from(path: Path, data: bytes) -> Document:
    """The bytes as the document that a file of that name would be; raises as `read_document`."""
    extract = _reader(path, content_of(data)).extract(path, data)
    original = extract.original
    if len(original) > MAX_CHARACTERS:
        raise TooLarge(
            f"{path} has {len(original):,} characters of text; at most {MAX_CHARACTERS:,} are read. "
            "Split it into parts and read each"
        )
    repairs = find_repairs(original)
    text = repairs.apply(original)
    if not text.strip():
        raise EmptyDocument(f"{path} has no words, only white space. Check that it is the right file")
    return Document(
        path=str(path),
        sha256=sha256_of(data),
        original=original,
        text=text,
        repairs=repairs,
        blocks=tuple(_blocks(text, extract.blocks, repairs)),
        language=language_of(text),
        flags=extract.flags,
        published_on=extract.published_on,
    )


def load(path: Path) -> bytes:
    """The file's bytes; its size is looked at before anything is read."""
    if path.is_dir():
        raise FileMissing(f"{path} is a folder; a file was expected. Name the files in it one by one")
    if not path.exists():
        raise FileMissing(f"{path} does not exist. Check the path")
    if not path.is_file():
        raise FileMissing(f"{path} is no regular file. Save its content to a file and name that")
    suffix = path.suffix.lower()
    size, most = path.stat().st_size, MAX_FILE_BYTES.get(suffix, max(MAX_FILE_BYTES.values()))
    if size > most:
        raise TooLarge(
            f"{path} is {megabytes(size)}; a {suffix or 'file'} file may be {megabytes(most)} at most. "
            "Split it into parts and read each"
        )
    if size == 0:
        raise EmptyDocument(f"{path} is empty. Check that it was saved or copied in full")
    try:
        return path.read_bytes()
    except OSError as error:
        raise FileMissing(f"{path} cannot be opened ({error.strerror}). Check that you may read it") from error


def _reader(path: Path, content: Content) -> Reader:
    """The reader for the file's ending, once the content is known to be of that kind."""
    if content is ENCRYPTED:
        raise EncryptedFile(f"{path} needs a password. Save a copy without one and read that")
    reader = reader_for(path.suffix)
    if reader is None:
        known = f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}"
        what = f"is a {path.suffix} file" if path.suffix else "has a name without an ending"
        raise UnsupportedFormat(f"{path} {what}; trucewatch reads {known}. Convert it to one of these")
    if content.suffix and reader_for(content.suffix) is not reader:
        remedy = (
            f"Rename it to {path.with_suffix(content.suffix).name}"
            if reader_for(content.suffix)
            else f"Open it with the program that made it and save it as {path.suffix}"
        )
        raise UnreadableFile(f"{path} is {content.name}, not the {path.suffix} file that its name says. {remedy}")
    return reader


def _blocks(text: str, raw_blocks: tuple[RawBlock, ...], repairs: Repairs) -> Iterator[Block]:
    """The reader's blocks in working-text offsets, trimmed; one without a letter or digit falls away."""
    for raw in raw_blocks:
        start, end = repairs.start_in_text(raw.start), repairs.end_in_text(raw.end)
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if any(map(str.isalnum, words)):
            yield Block(start, end, raw.kind, raw.level, raw.number, raw.page)
