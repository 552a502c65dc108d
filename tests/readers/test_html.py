"""Web pages and saved documents."""

from pathlib import Path

import pytest

from tests.readers.samples import PARAGRAPHS, make_web_page
from trucewatch.core.model import Document
from trucewatch.readers import read_document


def read(tmp_path: Path, body: str, head: str = "") -> Document:
    path = tmp_path / "a.html"
    path.write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return read_document(path)


def blocks(document: Document) -> list[tuple[str, int | None, str | None, str]]:
    return [(b.kind.value, b.level, b.number, document.text[b.start : b.end]) for b in document.blocks]


def test_a_saved_document_keeps_headings_lists_and_tables(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "<h1>Truce</h1><h2>Article 1</h2><p>The Parties\n  shall <b>stop</b>.<br>At once.</p>"
        "<ol type=a start=2><li>mines<li>guns</ol><ul><li>guards</ul>"
        "<table><tr><th>JMC</th><td>Joint <i>Military</i> Commission</td></tr><tr><td>DFZ</td><td></td></tr></table>",
    )
    assert blocks(document) == [
        ("heading", 1, None, "Truce"),
        ("heading", 2, None, "Article 1"),
        ("paragraph", None, None, "The Parties shall stop.\nAt once."),
        ("list-item", None, "b.", "mines"),
        ("list-item", None, "c.", "guns"),
        ("list-item", None, None, "guards"),
        ("table-cell", None, None, "JMC"),
        ("table-cell", None, None, "Joint Military Commission"),
        ("table-cell", None, None, "DFZ"),
    ]
    assert "JMC Joint Military Commission\n\nDFZ" in document.text


def test_long_cells_are_paragraphs_of_their_own(tmp_path: Path) -> None:
    document = read(tmp_path, f"<table><tr><td>{PARAGRAPHS[0]}<p>Next.</td><td>Other.</td></tr></table>")
    assert document.text == f"{PARAGRAPHS[0]}\n\nNext.\n\nOther."


def test_text_outside_paragraphs_is_not_lost(tmp_path: Path) -> None:
    document = read(tmp_path, "loose <div>inner<p>one</p>tail</div>after<!-- not shown -->wards")
    assert document.text == "loose\n\ninner\n\none\n\ntail\n\nafterwards"


def test_what_a_reader_of_the_page_does_not_see_is_not_read(tmp_path: Path) -> None:
    document = read(
        tmp_path,
        "<script>var x</script><style>p{}</style><p style='display:none'>hidden</p><p>seen",
        "<title>t</title>",
    )
    assert document.text == "seen"


def test_preformatted_lines_stay_lines(tmp_path: Path) -> None:
    assert read(tmp_path, "<pre>one\ntwo</pre>").text == "one\ntwo"


def test_a_web_page_is_freed_of_its_menus(tmp_path: Path) -> None:
    document = read_document(make_web_page(tmp_path / "a.html"))
    assert PARAGRAPHS[2] in document.text
    for furniture in ("Subscribe", "Cookie", "hidden"):
        assert furniture not in document.original


@pytest.mark.parametrize(
    ("head", "source"),
    [
        ("<meta property='article:published_time' content='2020-10-25T10:00:00Z'>", "article:published_time"),
        ("<meta name='DC.date.issued' content='2020-10-25'>", "dc.date.issued"),
        ('<script type=\'application/ld+json\'>{"datePublished": "2020-10-25"}</script>', "datePublished"),
        ("<time pubdate datetime='2020-10-25'></time>", "time"),
    ],
)
def test_the_day_of_publication_comes_with_where_it_stands(tmp_path: Path, head: str, source: str) -> None:
    document = read_document(make_web_page(tmp_path / "a.html", head=head))
    assert document.published_on is not None
    assert document.published_on.edtf == "2020-10-25"
    assert [flag.code for flag in document.flags] == ["published-on", "not-read"]
    assert document.flags[0].message.startswith(f'the page gives its date as {source} = "2020-10-25')


@pytest.mark.parametrize(
    "head", ["", "<meta name='date' content='last Friday'>", "<meta name='date' content='2020-13-45'>"]
)
def test_without_a_stated_day_none_is_given(tmp_path: Path, head: str) -> None:
    page = make_web_page(tmp_path / "a.html", head=head, extra="<p>Copyright 2019. Updated 3 May 2021.</p>")
    document = read_document(page)
    assert document.published_on is None
    assert [flag.code for flag in document.flags] == ["not-read"]


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes("<html><meta charset='windows-1251'><body><p>Минск, Minsk</p></body></html>".encode("cp1251"))
    assert read_document(path).text == "Минск, Minsk"


def test_an_xml_declaration_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(b"<?xml version='1.0' encoding='utf-8'?><html><body><p>Truce</p></body></html>")
    assert read_document(path).text == "Truce"


def test_deep_nesting_is_read(tmp_path: Path) -> None:
    assert "truce" in read(tmp_path, "<div>" * 1000 + "truce").text


def test_a_web_page_without_an_article_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: None)
    document = read(tmp_path, "<nav>Menu</nav>")
    assert (document.text, document.flags) == ("Menu", ())


def test_what_was_left_out_of_a_page_is_said(tmp_path: Path) -> None:
    (flag,) = read_document(make_web_page(tmp_path / "a.html")).flags
    assert flag.code == "not-read"
    assert flag.message == "51 of the page's 57 words were read as its text; the rest was taken for menus and footers"


def test_deleted_passages_are_left_out_and_said(tmp_path: Path) -> None:
    document = read(tmp_path, "<p>within <del>30</del><ins>90</ins> days</p>")
    assert document.text == "within 90 days"
    assert [flag.message for flag in document.flags] == ["deletions left out: 1"]


def test_a_page_wrapped_in_a_form_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "<form><div>The Parties stop.</div></form>").text == "The Parties stop."


def test_a_huge_page_is_read_whole_and_says_so(tmp_path: Path) -> None:
    document = read(tmp_path, "<nav>Menu</nav>" + "<p>a b. </p>" * 10_001)
    assert document.text.startswith("Menu\n\na b.")
    assert [flag.message for flag in document.flags] == [
        "the page is too large to tell its text from menus: all of it was read"
    ]
