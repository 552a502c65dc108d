"""What every reader owes: the same small agreement comes back from every format."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.paths import SHARED, needs_shared
from tests.readers.samples import PARAGRAPHS, SAMPLES, TITLE
from trucewatch.core.ids import sha256_of
from trucewatch.core.model import BlockKind, Document
from trucewatch.readers import read_document
from trucewatch.readers.table import SUFFIXES

SHARED_TEXTS = sorted(SHARED.glob("cases/*/*.txt"))


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    folder = tmp_path_factory.mktemp("samples")
    return {name: read_document(make(folder / name)) for name, make in SAMPLES.items()}


@pytest.fixture(params=sorted(SAMPLES))
def document(request: pytest.FixtureRequest, documents: dict[str, Document]) -> Document:
    return documents[request.param]


def test_every_reader_has_a_sample() -> None:
    assert {Path(name).suffix for name in SAMPLES} == set(SUFFIXES)


def test_the_words_are_all_there_once(document: Document) -> None:
    flat = " ".join(document.text.split())
    assert flat == " ".join((TITLE, *PARAGRAPHS))


def test_every_paragraph_is_a_block(document: Document) -> None:
    blocks = [" ".join(document.text[b.start : b.end].split()) for b in document.blocks]
    assert blocks == [TITLE, *PARAGRAPHS]


def test_blocks_do_not_overlap_and_start_and_end_with_words(document: Document) -> None:
    last = 0
    for block in document.blocks:
        assert last <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        last = block.end


def test_hash_is_of_the_bytes_and_language_is_told(document: Document) -> None:
    assert document.sha256 == sha256_of(Path(document.path).read_bytes())
    assert document.language == "en"


def test_reading_twice_gives_the_same(document: Document) -> None:
    assert read_document(Path(document.path)) == document


def test_only_pdf_blocks_have_a_page(document: Document) -> None:
    pages = {block.page for block in document.blocks}
    assert pages == ({1} if document.path.endswith(".pdf") else {None})


def test_structured_formats_name_the_heading(document: Document) -> None:
    if Path(document.path).suffix in (".html", ".htm", ".docx"):
        assert (document.blocks[0].kind, document.blocks[0].level) == (BlockKind.HEADING, 1)


def check_span(document: Document, start: int, end: int) -> None:
    span = document.span(start, end)
    assert document.original[span.start : span.end] == span.exact
    assert document.repairs.revert(document.text) == document.original
    first, last = document.text_range(span)
    assert first <= start < end <= last
    assert document.span(first, last) == span


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_range_has_an_exact_place_in_the_original(documents: dict[str, Document], data: st.DataObject) -> None:
    document = documents[data.draw(st.sampled_from(sorted(documents)))]
    start = data.draw(st.integers(0, len(document.text) - 1))
    check_span(document, start, data.draw(st.integers(start + 1, len(document.text))))


@needs_shared
@pytest.mark.parametrize("path", SHARED_TEXTS, ids=lambda path: path.stem)
def test_any_range_of_the_sample_texts_has_an_exact_place(path: Path) -> None:
    document = read_document(path)
    with open(path, encoding="utf-8", newline="") as file:
        assert document.original == file.read()

    @settings(max_examples=60, deadline=None)
    @given(st.integers(0, len(document.text) - 1), st.integers(1, 400))
    def holds(start: int, length: int) -> None:
        check_span(document, start, min(start + length, len(document.text)))

    holds()


@needs_shared
@pytest.mark.parametrize("path", SHARED_TEXTS, ids=lambda path: path.stem)
def test_blocks_of_the_sample_texts_leave_no_words_out(path: Path) -> None:
    document = read_document(path)
    between, last = [], 0
    for block in document.blocks:
        between.append(document.text[last : block.start])
        last = block.end
    assert not any(map(str.isalnum, "".join([*between, document.text[last:]])))
    assert document.language == "en"
