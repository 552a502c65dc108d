"""PDFs: pages, paragraphs, pages without text."""

from pathlib import Path

from tests.readers.samples import PARAGRAPHS, make_pdf, make_picture_pdf
from trucewatch.readers import read_document


def test_every_block_knows_its_page(tmp_path: Path) -> None:
    document = read_document(make_pdf(tmp_path / "a.pdf", (PARAGRAPHS[:2], PARAGRAPHS[2:])))
    assert [block.page for block in document.blocks] == [1, 1, 2]


def test_a_sentence_that_runs_over_a_page_is_not_parted_by_a_blank_line(tmp_path: Path) -> None:
    document = read_document(make_pdf(tmp_path / "a.pdf", (("The Parties shall withdraw",), ("their weapons.",))))
    assert document.text == "The Parties shall withdraw\ntheir weapons."


def test_a_word_broken_at_a_line_s_end_is_joined(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(72, 700, "The Parties shall withdraw the arma-")
    canvas.drawString(72, 686, "ments in non-government-")
    canvas.drawString(72, 672, "controlled areas.")
    canvas.save()
    document = read_document(tmp_path / "a.pdf")
    assert document.text == "The Parties shall withdraw the armaments in non-government-controlled areas."
    start = document.text.index("armaments")
    assert "ments" in document.span(start, start + len("armaments")).exact


def test_a_larger_line_is_a_paragraph_of_its_own(tmp_path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.setFont("Helvetica", 18)
    canvas.drawString(72, 714, "Agreement")
    canvas.setFont("Helvetica", 12)
    for height, words in ((700, "The Parties shall stop"), (686, "at once."), (672, "1. They withdraw.")):
        canvas.drawString(72, height, words)
    canvas.save()
    document = read_document(tmp_path / "a.pdf")
    words = [document.text[block.start : block.end] for block in document.blocks]
    assert words == ["Agreement", "The Parties shall stop\nat once.", "1. They withdraw."]


def test_pages_that_are_pictures_are_named(tmp_path: Path) -> None:
    document = read_document(make_picture_pdf(tmp_path / "a.pdf", 5, text_on=(2,)))
    assert [flag.message for flag in document.flags] == [
        "pages 1, 3-5 are images without a text layer and not read. Run OCR to read them"
    ]


def test_a_blank_page_is_no_picture(tmp_path: Path) -> None:
    assert read_document(make_pdf(tmp_path / "a.pdf", (PARAGRAPHS, ()))).flags == ()
