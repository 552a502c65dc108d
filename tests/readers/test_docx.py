"""Word documents: numbering, tables, tracked changes, notes, text boxes."""

from pathlib import Path

import pytest

from tests.readers.samples import PARAGRAPHS, docx_of
from trucewatch.core.model import Document
from trucewatch.readers import read_document


def p(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


def item(words: str, level: int, numbering: int = 1) -> str:
    return p(words, f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{numbering}'/></w:numPr>")


def level(depth: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f"<w:lvl w:ilvl='{depth}'><w:start w:val='{start}'/><w:numFmt w:val='{style}'/>"
        f"<w:lvlText w:val='{text}'/>{more}</w:lvl>"
    )


LEVELS = level(0, "decimal", "Article %1") + level(1, "decimal", "%1.%2") + level(2, "lowerLetter", "(%3)")
NUMBERING = (
    f"<w:abstractNum w:abstractNumId='7'>{LEVELS}</w:abstractNum>"
    f"<w:abstractNum w:abstractNumId='8'>{level(0, 'bullet', '·')}</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='8'/></w:num>"
    "<w:num w:numId='3'><w:abstractNumId w:val='7'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
)


def read(tmp_path: Path, body: str, **parts: str) -> Document:
    return read_document(docx_of(tmp_path / "a.docx", body, **parts))


def blocks(document: Document) -> list[tuple[str, str | None, str]]:
    return [(b.kind.value, b.number, document.text[b.start : b.end]) for b in document.blocks]


def test_automatic_numbers_are_counted_level_by_level(tmp_path: Path) -> None:
    body = (
        item("Aim", 0)
        + item("Stop.", 1)
        + item("guns", 2)
        + item("mines", 2)
        + item("Report.", 1)
        + item("Place", 0)
        + item("Withdraw.", 1)
        + item("roads", 2)
    )
    numbers = [number for _, number, _ in blocks(read(tmp_path, body, numbering=NUMBERING))]
    assert numbers == ["Article 1", "1.1", "(a)", "(b)", "1.2", "Article 2", "2.1", "(a)"]


def test_numbers_stand_in_no_text(tmp_path: Path) -> None:
    document = read(tmp_path, item("Aim", 0), numbering=NUMBERING)
    assert (document.text, blocks(document)) == ("Aim", [("list-item", "Article 1", "Aim")])


def test_an_annex_that_starts_over_counts_from_one(tmp_path: Path) -> None:
    body = item("Aim", 0) + item("Place", 0) + p("Annex") + item("Maps", 0, 3) + item("Posts", 0, 3)
    numbers = [number for _, number, _ in blocks(read(tmp_path, body, numbering=NUMBERING))]
    assert numbers == ["Article 1", "Article 2", None, "Article 1", "Article 2"]


def test_bullets_are_items_without_a_number(tmp_path: Path) -> None:
    assert blocks(read(tmp_path, item("guns", 0, 2), numbering=NUMBERING)) == [("list-item", None, "guns")]


def test_a_number_may_come_from_the_paragraph_s_style(tmp_path: Path) -> None:
    styles = (
        "<w:style w:styleId='Base'><w:name w:val='base'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
        "<w:style w:styleId='Art'><w:name w:val='heading 2'/><w:basedOn w:val='Base'/></w:style>"
    )
    document = read(tmp_path, p("Aim", "<w:pStyle w:val='Art'/>"), numbering=NUMBERING, styles=styles)
    assert blocks(document) == [("heading", "Article 1", "Aim")]
    assert document.blocks[0].level == 2


@pytest.mark.parametrize(
    ("style", "labels"),
    [
        ("decimalZero", ["27", "28"]),
        ("lowerLetter", ["aa", "bb"]),
        ("upperLetter", ["AA", "BB"]),
        ("lowerRoman", ["xxvii", "xxviii"]),
        ("upperRoman", ["XXVII", "XXVIII"]),
        ("ordinal", ["27th", "28th"]),
        ("somethingNew", ["27", "28"]),
    ],
)
def test_numbering_styles(tmp_path: Path, style: str, labels: list[str]) -> None:
    numbering = (
        f"<w:abstractNum w:abstractNumId='7'>{level(0, style, '%1', start=27)}</w:abstractNum>"
        "<w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>"
    )
    document = read(tmp_path, item("one", 0) + item("two", 0), numbering=numbering)
    assert [number for _, number, _ in blocks(document)] == labels


def test_a_table_is_read_cell_by_cell_a_row_to_a_line(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{p(cell)}</w:tc>' for cell in cells)}</w:tr>"

    document = read(tmp_path, f"<w:tbl>{row('JMC', 'Joint Military Commission')}{row('DFZ', '')}</w:tbl>")
    assert document.text == "JMC Joint Military Commission\n\nDFZ"
    assert [kind for kind, _, _ in blocks(document)] == ["table-cell"] * 3


def test_text_laid_out_with_a_table_is_read_as_paragraphs(tmp_path: Path) -> None:
    cells = f"<w:tc>{item('Aim', 0)}{p(PARAGRAPHS[0])}</w:tc><w:tc>{p('Other.')}</w:tc>"
    document = read(tmp_path, f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>", numbering=NUMBERING)
    assert document.text == f"Aim\n\n{PARAGRAPHS[0]}\n\nOther."
    assert blocks(document)[0] == ("list-item", "Article 1", "Aim")


def test_insertions_are_read_deletions_left_out_and_both_are_said(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t xml:space='preserve'>within </w:t></w:r><w:ins><w:r><w:t>90</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>30</w:delText></w:r></w:del><w:r><w:t xml:space='preserve'> days</w:t></w:r></w:p>"
    )
    document = read(tmp_path, body)
    assert document.original == "within 90 days"
    (flag,) = document.flags
    assert flag.code == "tracked-changes"
    assert flag.message == "tracked changes: 1 insertion read as text, 1 deletion left out"
    assert [(span.start, span.end, span.exact) for span in flag.evidence] == [(7, 9, "90")]


def test_evidence_of_insertions_in_tables_points_to_their_words(tmp_path: Path) -> None:
    inserted = "<w:p><w:r><w:t>in </w:t></w:r><w:ins><w:r><w:t>Juba</w:t></w:r></w:ins></w:p>"
    document = read(tmp_path, f"<w:tbl><w:tr><w:tc>{p('Seat')}</w:tc><w:tc>{p('')}{inserted}</w:tc></w:tr></w:tbl>")
    (span,) = document.flags[0].evidence
    assert document.original[span.start : span.end] == span.exact == "Juba"


def test_footnotes_follow_the_text(tmp_path: Path) -> None:
    notes = (
        f"<w:footnote w:type='separator' w:id='0'>{p('')}</w:footnote>"
        f"<w:footnote w:id='1'>{p('See the map.')}</w:footnote>"
    )
    document = read(tmp_path, p("They stop."), footnotes=notes)
    assert blocks(document) == [("paragraph", None, "They stop."), ("footnote", "1", "See the map.")]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    choice = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent xmlns:mc='{choice}'><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><w:t>Outside.</w:t></w:r></w:p>{p('After.')}"
    )
    assert read(tmp_path, body).text == "Outside.\n\nIn the box.\n\nAfter."


def test_what_is_not_read_is_said(tmp_path: Path) -> None:
    styles = "<w:style w:styleId='T'><w:name w:val='toc 1'/></w:style>"
    picture = "<w:p><w:r><pic:pic xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'/></w:r></w:p>"
    body = p("Aim 3", "<w:pStyle w:val='T'/>") + p("Aim") + picture
    document = read(tmp_path, body, styles=styles, comments=p("Why?"), header=p("Draft"))
    assert document.text == "Aim"
    assert [flag.message for flag in document.flags] == [
        "not read: 1 picture, the table of contents, comments, page headers and footers"
    ]


def test_signs_and_links_are_text(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>cease</w:t><w:noBreakHyphen/><w:t>fire</w:t><w:tab/><w:t>zone</w:t><w:br/></w:r>"
        "<w:hyperlink><w:r><w:instrText>HYPERLINK x</w:instrText><w:t>map</w:t></w:r></w:hyperlink></w:p>"
    )
    document = read(tmp_path, body)
    assert (document.original, document.text) == ("cease-fire\tzone\nmap", "cease-fire zone\nmap")


def test_paragraphs_in_content_controls_are_read(tmp_path: Path) -> None:
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('Inside.')}</w:sdtContent></w:sdt>{p('After.')}"
    assert read(tmp_path, body).text == "Inside.\n\nAfter."


def test_outside_entities_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    path = docx_of(tmp_path / "a.docx", p("They stop."), footnotes="")
    import zipfile

    evil = (
        f"<!DOCTYPE w [<!ENTITY e SYSTEM 'file://{secret}'>]><w:footnotes "
        "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
        "<w:footnote><w:p><w:r><w:t>note &e;</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    with zipfile.ZipFile(path) as old:
        members = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w") as new:
        for name, data in (members | {"word/footnotes.xml": evil.encode()}).items():
            new.writestr(name, data)
    assert "secret" not in read_document(path).original
