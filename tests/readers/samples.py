"""Files of every format, made on the fly: the same small agreement in each."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

TITLE = "Agreement on the Valley Road"
PARAGRAPHS = (
    "The Parties shall withdraw their heavy weapons from the Valley Road within 72 hours of signature.",
    "Each Party's commander reports the withdrawal to the Monitoring Mission in writing.",
    "The Mission publishes what it has verified, and what it was not allowed to see, every two weeks.",
)


def make_text(path: Path) -> Path:
    path.write_text("\n\n".join((TITLE, *PARAGRAPHS)).replace("'", "’"), encoding="utf-8", newline="")
    return path


def make_html(path: Path) -> Path:
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    path.write_text(f"<html><head><title>x</title></head><body><h1>{TITLE}</h1>{body}</body></html>", encoding="utf-8")
    return path


def make_web_page(path: Path, *, head: str = "", extra: str = "") -> Path:
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    path.write_text(
        f"<!doctype html><html><head><title>{TITLE}</title>{head}<script>var hidden = 1</script></head><body>"
        f"<nav><a href='/'>Subscribe to our newsletter</a></nav><article><h1>{TITLE}</h1>{body}{extra}</article>"
        "<footer>Cookie settings</footer></body></html>",
        encoding="utf-8",
    )
    return path


def make_pdf(path: Path, pages: tuple[tuple[str, ...], ...] = ((TITLE, *PARAGRAPHS),), **options: object) -> Path:
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path), **options)
    for page in pages:
        height = 780
        for words in page:
            for line in simpleSplit(words, "Helvetica", 12, 300):
                canvas.drawString(72, height, line)
                height -= 14
            height -= 14
        canvas.showPage()
    canvas.save()
    return path


def make_picture_pdf(path: Path, pages: int = 1, text_on: tuple[int, ...] = ()) -> Path:
    from PIL import Image
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    picture = ImageReader(Image.new("RGB", (40, 40), "grey"))
    canvas = Canvas(str(path))
    for number in range(1, pages + 1):
        if number in text_on:
            canvas.drawString(72, 700, PARAGRAPHS[0])
        else:
            canvas.drawImage(picture, 72, 600)
        canvas.showPage()
    canvas.save()
    return path


def make_docx(path: Path) -> Path:
    import docx

    document = docx.Document()
    document.add_heading(TITLE, level=1)
    for words in PARAGRAPHS:
        document.add_paragraph(words)
    document.save(str(path))
    return path


def docx_of(path: Path, body: str, **parts: str) -> Path:
    """A .docx whose body is the given WordprocessingML; `parts` are the inside of numbering, footnotes, ..."""
    names = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    relations = "".join(
        f"<Relationship Id='r{i}' Type='{office}/{name}' Target='{name}.xml'/>" for i, name in enumerate(parts)
    )
    types = "".join(f"<Override PartName='/word/{name}.xml' ContentType='{main}.{name}+xml'/>" for name in parts)
    package = "http://schemas.openxmlformats.org/package/2006"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f"<Types xmlns='{package}/content-types'><Default Extension='rels' "
            "ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
            f"<Override PartName='/word/document.xml' ContentType='{main}.document.main+xml'/>{types}</Types>",
        )
        archive.writestr(
            "_rels/.rels",
            f"<Relationships xmlns='{package}/relationships'>"
            f"<Relationship Id='r' Type='{office}/officeDocument' Target='word/document.xml'/></Relationships>",
        )
        archive.writestr(
            "word/_rels/document.xml.rels",
            f"<Relationships xmlns='{package}/relationships'>{relations}</Relationships>",
        )
        archive.writestr("word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>")
        for name, inside in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {names}>{inside}</w:{name}>")
    return path


def zip_of(**members: bytes) -> bytes:
    """A zip archive; a double underscore in a name stands for a slash, a single one for a dot."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return buffer.getvalue()


SAMPLES: dict[str, Callable[[Path], Path]] = {
    "agreement.txt": make_text,
    "agreement.md": make_text,
    "agreement.html": make_html,
    "page.htm": make_web_page,
    "agreement.pdf": make_pdf,
    "agreement.docx": make_docx,
}
