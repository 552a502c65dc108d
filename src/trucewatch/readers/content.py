"""What a file's first bytes say it is, whatever its name says."""

import io
import re
import zipfile
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """A kind of content in words ("a PDF") and the ending such files have; "" when bytes do not tell."""

    name: str
    suffix: str


ENCRYPTED = Content("an Office file with a password", ".docx")
UNKNOWN = Content("text or unknown", "")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Office wraps a .docx that has a password in a file of the old kind, which names this stream.
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_SIGNATURES = (
    (b"%PDF-", Content("a PDF", ".pdf")),
    (_OLE, Content("an old Word or Office file", ".doc")),
    (b"{\\rtf", Content("a rich text file", ".rtf")),
    (b"\x89PNG\r\n\x1a\n", Content("a picture", ".png")),
    (b"\xff\xd8\xff", Content("a picture", ".jpg")),
    (b"GIF8", Content("a picture", ".gif")),
    (b"II*\x00", Content("a picture", ".tif")),
    (b"MM\x00*", Content("a picture", ".tif")),
    (b"\x1f\x8b", Content("a compressed file", ".gz")),
    (b"7z\xbc\xaf\x27\x1c", Content("a compressed file", ".7z")),
    (b"Rar!\x1a\x07", Content("a compressed file", ".rar")),
)
_ZIP_MEMBERS = (
    ("word/document.xml", Content("a Word document", ".docx")),
    ("xl/workbook.xml", Content("a spreadsheet", ".xlsx")),
    ("ppt/presentation.xml", Content("a presentation", ".pptx")),
    ("META-INF/container.xml", Content("an e-book", ".epub")),
    ("content.xml", Content("an OpenDocument file", ".odt")),
)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,500}-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE
)


def content_of(data: bytes) -> Content:
    """What the bytes are; `UNKNOWN` leaves the decision to the reader that the name calls for."""
    head = data[:2048].removeprefix(b"\xef\xbb\xbf")
    if head.startswith(_OLE) and _ENCRYPTED_STREAM in data:
        return ENCRYPTED
    for signature, content in _SIGNATURES:
        if head.startswith(signature):
            return content
    if head.startswith(b"PK\x03\x04"):
        return _zip_content(data)
    # The PDF standard lets up to a kilobyte stand before the mark.
    if b"\n%PDF-" in head[:1024]:
        return Content("a PDF", ".pdf")
    return Content("a web page", ".html") if _HTML.match(head) else UNKNOWN


def _zip_content(data: bytes) -> Content:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        # Cut off: the list of members stands at the end. The reader says so.
        return UNKNOWN
    return next((content for name, content in _ZIP_MEMBERS if name in names), Content("a zip archive", ".zip"))
