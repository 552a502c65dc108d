"""Every file that cannot be read is refused in one line that names it; the exact words are held here."""

import os
import struct
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readers.samples import docx_of, make_docx, make_pdf, make_picture_pdf, make_text, zip_of
from trucewatch.core.errors import TrucewatchError
from trucewatch.readers import read_document

OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def encrypted_pdf(path: Path) -> Path:
    from reportlab.lib.pdfencrypt import StandardEncryption

    return make_pdf(path, encrypt=StandardEncryption("secret"))


def cut(make: Callable[[Path], Path], keep: float) -> Callable[[Path], Path]:
    def make_cut(path: Path) -> Path:
        make(path)
        path.write_bytes(path.read_bytes()[: int(path.stat().st_size * keep)])
        return path

    return make_cut


def holding(data: bytes) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(data)
        return path

    return make


def picture_pages(pages: int) -> Callable[[Path], Path]:
    return lambda path: make_picture_pdf(path, pages)


def zip_bomb(path: Path) -> Path:
    path.write_bytes(zip_of(word__document_xml=bytes(210_000_000)))
    return path


def lying_zip(path: Path) -> Path:
    """A member that inflates to more than the directory says."""
    data = bytearray(zip_of(word__document_xml=bytes(1_000_000)))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + at, 100)
    path.write_bytes(data)
    return path


def big(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(52_428_800)
    return path


def damaged_pdf(path: Path) -> Path:
    path.write_bytes(b"%PDF-1.7\nnothing that a PDF needs\n%%EOF\n")
    return path


KNOWN = ".docx, .htm, .html, .md, .pdf and .txt"
CASES: list[tuple[str, Callable[[Path], object], str]] = [
    ("gone.txt", Path.exists, "FileMissing: {p} does not exist. Check the path"),
    ("folder.txt", Path.mkdir, "FileMissing: {p} is a folder; a file was expected. Name the files in it one by one"),
    ("queue.txt", os.mkfifo, "FileMissing: {p} is no regular file. Save its content to a file and name that"),
    ("empty.txt", holding(b""), "EmptyDocument: {p} is empty. Check that it was saved or copied in full"),
    ("empty.pdf", holding(b""), "EmptyDocument: {p} is empty. Check that it was saved or copied in full"),
    (
        "blank.txt",
        holding(b"\xef\xbb\xbf \n\t\r\n"),
        "EmptyDocument: {p} has no words, only white space. Check that it is the right file",
    ),
    (
        "blank.html",
        holding(b"<html><body><p> </p></body></html>"),
        "EmptyDocument: {p} has no words between its tags. Check that the page was saved in full",
    ),
    (
        "deep.html",
        holding(b"<html><body>" + b"<div>" * 3000 + b"truce"),
        "UnreadableFile: {p} nests its tags too deeply to be read in full. Save it as plain text",
    ),
    (
        "blank.docx",
        lambda path: docx_of(path, "<w:p/>"),
        "EmptyDocument: {p} has no words. If its pages are pictures, run OCR first",
    ),
    (
        "junk.txt",
        holding(bytes(range(256)) * 40),
        "UnreadableFile: {p} holds binary data; text was expected. Check that it is the right file",
    ),
    (
        "junk.docx",
        holding(bytes(range(256)) * 40),
        "UnreadableFile: {p} is damaged or cut off; a Word document was expected. Copy or download it again",
    ),
    (
        "junk.pdf",
        holding(bytes(range(256)) * 40),
        "UnreadableFile: {p} is cut off: a PDF should end with %%EOF. Copy or download it again",
    ),
    (
        "utf16.txt",
        holding("Ceasefire".encode("utf-16")[:-1]),
        "UnreadableFile: {p} is cut off: it starts as UTF-16 text and breaks off. Copy it again",
    ),
    (
        "cut.pdf",
        cut(make_pdf, 0.6),
        "UnreadableFile: {p} is cut off: a PDF should end with %%EOF. Copy or download it again",
    ),
    (
        "damaged.pdf",
        damaged_pdf,
        "UnreadableFile: {p} is damaged: it starts as a PDF and cannot be opened. Copy or download it again",
    ),
    (
        "cut.docx",
        cut(make_docx, 0.6),
        "UnreadableFile: {p} is damaged or cut off; a Word document was expected. Copy or download it again",
    ),
    (
        "lying.docx",
        lying_zip,
        "UnreadableFile: {p} is damaged or cut off; a Word document was expected. Copy or download it again",
    ),
    (
        "notxml.docx",
        holding(zip_of(word__document_xml=b"no xml")),
        "UnreadableFile: {p} is damaged or cut off; a Word document was expected. Copy or download it again",
    ),
    (
        "scan.pdf",
        picture_pages(1),
        "NoTextLayer: {p} page 1 is an image without a text layer. Run OCR first, then read the file it makes",
    ),
    (
        "scans.pdf",
        picture_pages(3),
        "NoTextLayer: {p} pages 1-3 are images without a text layer. Run OCR first, then read the file it makes",
    ),
    (
        "blank.pdf",
        lambda path: make_pdf(path, ((),)),
        "EmptyDocument: {p} has no words on its pages. If you can see some, they are drawn: run OCR first",
    ),
    ("secret.pdf", encrypted_pdf, "EncryptedFile: {p} needs a password. Save a copy without one and read that"),
    (
        "secret.docx",
        holding(OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le")),
        "EncryptedFile: {p} needs a password. Save a copy without one and read that",
    ),
    (
        "old.docx",
        holding(OLE + bytes(600)),
        "UnreadableFile: {p} is an old Word or Office file, not the .docx file that its name says. "
        "Open it with the program that made it and save it as .docx",
    ),
    (
        "old.doc",
        holding(OLE + bytes(600)),
        f"UnsupportedFormat: {{p}} is a .doc file; trucewatch reads {KNOWN}. Convert it to one of these",
    ),
    (
        "bomb.docx",
        zip_bomb,
        "TooLarge: {p} unpacks to more than 200 MB; no agreement or report needs that much. "
        "Check where the file comes from",
    ),
    (
        "big.txt",
        big,
        "TooLarge: {p} is 52.4 MB; a .txt file may be 20 MB at most. Split it into parts and read each",
    ),
    (
        "long.txt",
        holding(b"Ceasefire. " * 500_000),
        "TooLarge: {p} has 5,500,000 characters of text; at most 5,000,000 are read. Split it into parts and read each",
    ),
    (
        "treaty.docx",
        make_pdf,
        "UnreadableFile: {p} is a PDF, not the .docx file that its name says. Rename it to treaty.pdf",
    ),
    (
        "treaty.pdf",
        make_docx,
        "UnreadableFile: {p} is a Word document, not the .pdf file that its name says. Rename it to treaty.docx",
    ),
    (
        "page.txt",
        holding(b"\n<!DOCTYPE html><html><body>Ceasefire</body></html>"),
        "UnreadableFile: {p} is a web page, not the .txt file that its name says. Rename it to page.html",
    ),
    (
        "scan.txt",
        holding(b"\x89PNG\r\n\x1a\n" + bytes(99)),
        "UnreadableFile: {p} is a picture, not the .txt file that its name says. "
        "Open it with the program that made it and save it as .txt",
    ),
    (
        "table.docx",
        holding(zip_of(xl__workbook_xml=b"")),
        "UnreadableFile: {p} is a spreadsheet, not the .docx file that its name says. "
        "Open it with the program that made it and save it as .docx",
    ),
    (
        "text.odt",
        make_text,
        f"UnsupportedFormat: {{p}} is a .odt file; trucewatch reads {KNOWN}. Convert it to one of these",
    ),
    (
        "agreement",
        make_text,
        f"UnsupportedFormat: {{p}} has a name without an ending; trucewatch reads {KNOWN}. Convert it to one of these",
    ),
]


@pytest.mark.parametrize(("name", "make", "message"), CASES, ids=[case[0] for case in CASES])
def test_refused_in_one_line(tmp_path: Path, name: str, make: Callable[[Path], object], message: str) -> None:
    path = tmp_path / name
    make(path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(TrucewatchError) as caught:
        read_document(path)
    assert str(caught.value) == message.format(p=path)
    assert sorted(tmp_path.iterdir()) == before


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_text(tmp_path / "locked.txt")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(TrucewatchError) as caught:
        read_document(path)
    assert str(caught.value) == f"FileMissing: {path} cannot be opened (Permission denied). Check that you may read it"


@pytest.mark.parametrize(("extra", "library"), [("pdf", "pypdfium2"), ("docx", "docx")])
def test_a_missing_library_names_the_extra(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extra: str, library: str
) -> None:
    path = {"pdf": make_pdf, "docx": make_docx}[extra](tmp_path / f"agreement.{extra}")
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(TrucewatchError) as caught:
        read_document(path)
    expected = f'MissingExtra: reading .{extra} needs the "{extra}" extra. Run: pip install "trucewatch[{extra}]"'
    assert str(caught.value) == expected


def test_a_text_too_large_is_refused_at_once(tmp_path: Path) -> None:
    path = big(tmp_path / "big.txt")
    started = time.perf_counter()
    with pytest.raises(TrucewatchError):
        read_document(path)
    assert time.perf_counter() - started < 0.5
