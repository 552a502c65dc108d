"""Word documents: .docx, through python-docx."""

import io
import zipfile
import zlib
from pathlib import Path
from typing import Any

from trucewatch.core.errors import EmptyDocument, EncryptedFile, MissingExtra, TooLarge, UnreadableFile
from trucewatch.core.ports import Extract

from .docx_transcript import Origin, Transcript
from .limits import MAX_UNPACKED_BYTES, megabytes

_CHUNK = 1 << 16


class DocxReader:
    """Paragraphs in reading order, then the text of footnotes and endnotes."""

    suffixes: tuple[str, ...] = (".docx",)

    def extract(self, path: Path, data: bytes) -> Extract:
        """The document's text with tracked insertions taken as accepted."""
        try:
            import docx
        except ImportError as error:
            raise MissingExtra('reading .docx needs the "docx" extra. Run: pip install "trucewatch[docx]"') from error
        from docx.opc.exceptions import OpcError
        from lxml import etree

        _check_archive(path, data)
        try:
            transcript = Transcript(docx.Document(io.BytesIO(data)).part)
        except (KeyError, ValueError, TypeError, AttributeError, etree.LxmlError, OpcError) as error:
            raise _damaged(path) from error
        transcript.read()
        if not transcript.manuscript.blocks:
            raise EmptyDocument(f"{path} has no words. If its pages are pictures, run OCR first")
        return Extract(transcript.manuscript.text, tuple(transcript.manuscript.blocks), transcript.flags())


def origins_in(part: Any) -> tuple[Origin, ...]:
    """Which elements of an open document's main part the text of `DocxReader.extract` comes from, in order."""
    transcript = Transcript(part)
    transcript.read()
    return tuple(transcript.origins)


def _check_archive(path: Path, data: bytes) -> None:
    """Raises before anything is unpacked into memory: too large, encrypted, damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if any(member.flag_bits & 1 for member in members):
                raise EncryptedFile(f"{path} needs a password. Save a copy without one and read that")
            if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
                raise _bomb(path)
            # The directory may lie about sizes: count what really comes out, a piece at a time.
            left = MAX_UNPACKED_BYTES
            for member in members:
                with archive.open(member) as stream:
                    while piece := stream.read(_CHUNK):
                        left -= len(piece)
                        if left < 0:
                            raise _bomb(path)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, EOFError) as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> UnreadableFile:
    return UnreadableFile(f"{path} is damaged or cut off; a Word document was expected. Copy or download it again")


def _bomb(path: Path) -> TooLarge:
    return TooLarge(
        f"{path} unpacks to more than {megabytes(MAX_UNPACKED_BYTES)}; no agreement or report needs that much. "
        "Check where the file comes from"
    )
