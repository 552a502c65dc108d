"""A Word document with everything that a comment may meet, and ways to look at one from outside."""

import io
from pathlib import Path
from typing import Any

import docx

from tests.readers.samples import docx_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BOLD, SMALL = "<w:b/>", "<w:i/><w:sz w:val='18'/>"


def run(words: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def p(*runs: str, style: str = "") -> str:
    properties = f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


BOX = (
    "<w:r><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
    + p(run("Boxed: forces stay put."))
    + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
INSERTED = f"<w:ins w:id='90' w:author='A' w:date='2027-01-01T00:00:00Z'>{run('without undue delay', BOLD)}</w:ins>"
DELETED = "<w:del w:id='91' w:author='A' w:date='2027-01-01T00:00:00Z'><w:r><w:delText>within 9 days</w:delText></w:r></w:del>"
BODY = (
    p(run("Truce of the Two Rivers", BOLD), style="Heading1")
    + p(run("The Parties shall "), run("withdraw", BOLD), run(" their heavy weapons as soon as possible."))
    + p(run("Guards"), "<w:r><w:tab/><w:t>leave </w:t><w:br/><w:t>the bridge.</w:t></w:r>")
    + "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>"
    + f"<w:tc>{p(run('Tanks'))}</w:tc><w:tc>{p(run('an agreed number', SMALL))}</w:tc></w:tr></w:tbl>"
    + p(run("See "), f"<w:hyperlink w:anchor='map'>{run('the map of positions', SMALL)}</w:hyperlink>", run(" below."))
    + p(run("Prisoners are freed "), DELETED, INSERTED, run(" by both sides."))
    + p(run("Monitors may visit."), "<w:r><w:footnoteReference w:id='2'/></w:r>", run(" They report."))
    + p(run("Beside a box."), BOX)
    + p(run("All of this is binding."))
)
FOOTNOTES = f"<w:footnote w:id='2'>{p(run('At times of their choice.'))}</w:footnote>"


def truce(folder: Path) -> Path:
    return docx_of(folder / "truce.docx", BODY, footnotes=FOOTNOTES)


# --------------------------------------------------------------------------- looking at one


def body_of(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data)).element.body


def letters(data: bytes) -> list[tuple[str, str, int]]:
    """Every character and sign of the document, with its run's properties and its paragraph's place."""
    from lxml import etree

    found = []
    for number, paragraph in enumerate(body_of(data).iter(W + "p")):
        for element in paragraph.iter():
            if element.tag not in (W + "t", W + "tab", W + "br", W + "delText"):
                continue
            properties = element.getparent().find(W + "rPr")
            look = "" if properties is None else etree.tostring(properties, method="c14n").decode()
            found += [(letter, look, number) for letter in element.text or element.tag]
    return found


def comments(data: bytes) -> dict[str, str]:
    """The text of each comment, by id."""
    return {str(comment.comment_id): comment.text for comment in docx.Document(io.BytesIO(data)).comments}


def anchored(data: bytes) -> dict[str, str]:
    """The words that each comment lies on, by id; paragraphs apart by a line end."""
    open_now: set[str] = set()
    words: dict[str, str] = {}
    for element in body_of(data).iter():
        number = element.get(W + "id", "")
        if element.tag == W + "commentRangeStart":
            open_now.add(number)
            words[number] = ""
        elif element.tag == W + "commentRangeEnd":
            open_now.remove(number)
        for comment in open_now:
            signs = {W + "t": element.text or "", W + "tab": "\t", W + "br": "\n", W + "p": "\n"}
            words[comment] += signs.get(element.tag, "")
    return words


def references(data: bytes) -> dict[str, Any]:
    """The mark of each comment in the text, by id."""
    return {mark.get(W + "id"): mark for mark in body_of(data).iter(W + "commentReference")}
