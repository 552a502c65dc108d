import io
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exporters import samples
from tests.exporters.marked import WAIVER, finding, result_in, result_of
from tests.exporters.samples import document, words
from tests.exporters.word_files import W, anchored, comments, letters, references, truce
from trucewatch.core.errors import MissingExtra
from trucewatch.core.model import Block, Document, Finding, Severity
from trucewatch.exporters.docx_comments import commented_copy, commented_transcript
from trucewatch.readers import read_document
from trucewatch.readers.docx import origins_in

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="needs LibreOffice (soffice), which is not installed"
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> tuple[Document, bytes]:
    """The document with everything in it, as read and as bytes."""
    path = truce(tmp_path_factory.mktemp("word"))
    return read_document(path), path.read_bytes()


def copy_of(original: tuple[Document, bytes], *quoted: str | Finding) -> bytes:
    source, data = original
    return commented_copy(result_of(source, *quoted), data, origins_in)


def copy_of_file(path: Path, *quoted: str | Finding) -> bytes:
    return copy_of((read_document(path), path.read_bytes()), *quoted)


def squeezed(text: str) -> str:
    return "".join(text.split())


# --------------------------------------------------------------------------- where a comment lies


@pytest.mark.parametrize(
    "quoted",
    [
        pytest.param("Truce of the Two Rivers", id="a heading"),
        pytest.param("heavy weapons", id="inside a run"),
        pytest.param("withdraw", id="a whole run"),
        pytest.param("shall withdraw their", id="across runs"),
        pytest.param("The Parties", id="a paragraph's start"),
        pytest.param("as soon as possible.", id="a paragraph's end"),
        pytest.param("leave \nthe", id="across a line break in one run"),
        pytest.param("the bridge", id="after a line break in one run"),
        pytest.param("Guards\tleave", id="across a tab"),
        pytest.param("agreed number", id="a table's cell"),
        pytest.param("Tanks\tan agreed", id="across two cells"),
        pytest.param("map of", id="inside a link"),
        pytest.param("See the map", id="into a link"),
        pytest.param("undue delay", id="inside a tracked insertion"),
        pytest.param("freed without undue delay by both", id="across tracked changes"),
        pytest.param("as possible.\n\nGuards", id="across paragraphs"),
        pytest.param("Monitors may visit. They", id="across a footnote's mark"),
    ],
)
def test_a_comment_lies_on_exactly_the_words(original, quoted):
    copy = copy_of(original, quoted)
    [(number, lies_on)] = anchored(copy).items()
    assert squeezed(lies_on) == squeezed(quoted)
    assert "".join(lies_on.split("\n")) == "".join(quoted.split("\n")) or "\t" in quoted
    assert list(references(copy)) == [number]
    assert letters(copy) == letters(original[1])


def test_the_mark_stands_outside_links_and_insertions(original):
    copy = copy_of(original, "map of positions", "undue delay")
    for mark in references(copy).values():
        assert mark.getparent().getparent().tag == W + "p"


def test_several_comments_lie_on_the_same_words(original):
    quoted = ["heavy weapons", "heavy weapons", "weapons as soon", "their heavy weapons as soon as possible"]
    copy = copy_of(original, *quoted)
    assert sorted(anchored(copy).values()) == sorted(quoted)
    assert letters(copy) == letters(original[1])


@pytest.mark.parametrize(
    ("quoted", "where", "lies_on"),
    [
        ("times of their choice", "in a footnote", "Monitors may visit. They report."),
        ("forces stay", "in a text box", "Beside a box."),
    ],
)
def test_where_word_keeps_no_comments_the_paragraph_gets_it_and_it_says_so(original, quoted, where, lies_on):
    copy = copy_of(original, quoted)
    assert squeezed(next(iter(anchored(copy).values()))).startswith(squeezed(lies_on))
    [text] = comments(copy).values()
    why = f"The words are {where}, where Word keeps no comments; this comment is at the paragraph that they belong to."
    assert text.splitlines()[-1] == why
    assert letters(copy) == letters(original[1])


def test_words_from_a_box_to_the_text_fall_back_to_the_paragraph(original):
    copy = copy_of(original, "put.\n\nAll of this")
    assert "text box" in next(iter(comments(copy).values()))
    assert letters(copy) == letters(original[1])


def test_comments_that_were_there_stay(tmp_path):
    path = tmp_path / "draft.docx"
    draft = docx.Document()
    sentence = draft.add_paragraph("Forces leave soon.")
    draft.add_comment(sentence.runs, text="Ours to decide.", author="Legal", initials="L")
    draft.save(str(path))
    copy = copy_of_file(path, "soon")
    assert anchored(copy) == {"0": "Forces leave soon.", "1": "soon"}
    assert comments(copy)["0"] == "Ours to decide."


def test_the_same_input_gives_the_same_comments(original):
    copies = [copy_of(original, "heavy weapons") for _ in range(2)]
    part = docx.Document(io.BytesIO(copies[0])).part._comments_part
    assert part.blob == docx.Document(io.BytesIO(copies[1])).part._comments_part.blob
    assert b"w:date" not in part.blob


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_comment_changes_text_or_formatting(original, data):
    source, before = original
    places = st.tuples(st.integers(0, len(source.text) - 1), st.integers(1, 60))
    spans = [
        source.span(start, min(start + length, len(source.text)))
        for start, length in data.draw(st.lists(places, min_size=1, max_size=6))
    ]
    after = copy_of(original, *(finding(span) for span in spans))
    assert letters(after) == letters(before)
    assert len(references(after)) == len(anchored(after)) == len(spans)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "after.docx"
        path.write_bytes(after)
        assert read_document(path).original == source.original


# --------------------------------------------------------------------------- what a comment says


def test_a_comment_says_how_grave_which_rule_what_and_how_to_mend_it(original):
    [text] = comments(copy_of(original, "heavy weapons")).values()
    assert text.splitlines() == [
        "medium: TIME002 elastic-deadline",
        "no last day is given",
        "reading a: The holder reads: some day.",
        "reading b: The other side reads: at once.",
        "instead: Name a day and an hour.",
    ]


def test_a_waived_finding_says_who_accepted_it(original):
    source, _ = original
    [text] = comments(copy_of(original, finding(words(source, "heavy weapons"), waived=WAIVER))).values()
    assert "accepted: the route is mined; Joint Commission clears it up by 1 June 2027" in text.splitlines()


def test_findings_about_the_whole_agreement_share_one_comment_the_gravest_first(original):
    title = words(original[0], "Truce of the Two Rivers")
    low = finding(title, "COMP-A", Severity.LOW, "A is absent", clause=None)
    high = finding(title, "COMP-B", Severity.HIGH, "B is absent", clause=None)
    copy = copy_of(original, low, high, "heavy weapons")
    assert sorted(anchored(copy).values()) == ["Truce of the Two Rivers", "heavy weapons"]
    shared = next(text for text in comments(copy).values() if "COMP-A" in text).splitlines()
    assert shared[0] == "2 findings about the agreement as a whole"
    assert shared.index("high: COMP-B elastic-deadline") < shared.index("low: COMP-A elastic-deadline")


# --------------------------------------------------------------------------- other formats


def paragraphs_of(data: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]


def test_other_formats_get_a_new_document_with_the_text_and_the_comments():
    copy = commented_transcript(samples.lint_result())
    assert squeezed("".join(paragraphs_of(copy))) == squeezed(samples.AGREEMENT)
    assert sorted(anchored(copy).values()) == ["Truce of the Two Rivers", "as soon as possible", "heavy weapons"]


def test_wrapped_lines_run_on_and_short_lines_end():
    text = "The Parties shall withdraw their heavy weapons from\nthe bridge.\r\n\r\nSigned:\r\nNorth\r\nSouth"
    source = replace(document(text, "draft.txt"), blocks=(Block(0, 59), Block(63, len(text))))
    copy = commented_transcript(result_of(source, "from\nthe bridge", "North\r\nSouth"))
    assert paragraphs_of(copy) == [
        "The Parties shall withdraw their heavy weapons from the bridge.",
        "Signed:\nNorth\nSouth",
    ]
    assert list(anchored(copy).values()) == ["from the bridge", "North\nSouth"]


def test_what_xml_cannot_hold_becomes_a_space():
    copy = commented_transcript(result_in("Forces\x02leave\x00 soon.", "leave\x00 soon"))
    assert paragraphs_of(copy) == ["Forces leave  soon."]
    assert list(anchored(copy).values()) == ["leave  soon"]


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtra) as caught:
        commented_transcript(samples.lint_result())
    expected = 'MissingExtra: writing .docx needs the "docx" extra. Run: pip install "trucewatch[docx]"'
    assert str(caught.value) == expected


# --------------------------------------------------------------------------- LibreOffice

# In the margin of the PDF; older versions know it as a setting of the printer only.
MARGIN_SETTING = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Writer/Print/Content"><prop oor:name="Note" oor:op="fuse"><value>4</value></prop></item>
</oor:items>
"""
MARGIN_FILTER = 'pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}'


def office(data: bytes, to: str, folder: Path, name: str = "copy") -> Path:
    """What LibreOffice makes of the document."""
    user = folder / "profile" / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(MARGIN_SETTING, encoding="utf-8")
    source, out = folder / f"{name}.docx", folder / "out"
    source.write_bytes(data)
    profile = f"-env:UserInstallation={user.parent.as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", to, "--outdir", str(out), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return out / f"{name}.{to.split(':')[0]}"


@needs_office
def test_libreoffice_shows_the_comments_beside_the_text(original, tmp_path):
    import pypdfium2

    made = office(copy_of(original, "heavy weapons", "map of"), MARGIN_FILTER, tmp_path)
    if not made.exists():
        pytest.skip("this LibreOffice has no windows and cannot draw comments in the margin")
    pdf = pypdfium2.PdfDocument(made)
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    assert text.count("medium: TIME002 elastic-deadline") == 2
    assert "no last day is given" in text


@needs_office
def test_libreoffice_reads_the_same_text_with_and_without_comments(original, tmp_path):
    copy = copy_of(original, "heavy weapons", "map of", "undue delay", "possible.\n\nGuards", "agreed")
    texts = [
        office(data, "txt:Text (encoded):UTF8", tmp_path, name).read_text(encoding="utf-8-sig")
        for name, data in (("before", original[1]), ("after", copy))
    ]
    assert texts[0] == texts[1]
    assert "heavy weapons as soon as possible" in texts[0]


@needs_office
def test_libreoffice_keeps_every_comment_on_its_words(original, tmp_path):
    quoted = ["heavy weapons", "shall withdraw their", "agreed number"]
    saved = office(copy_of(original, *quoted), "docx", tmp_path, "after").read_bytes()
    assert sorted(anchored(saved).values()) == sorted(quoted)
    plain = office(original[1], "docx", tmp_path, "before").read_bytes()
    assert paragraphs_of(saved) == paragraphs_of(plain)
