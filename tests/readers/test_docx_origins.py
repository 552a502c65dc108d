import io
from pathlib import Path

import docx

from tests.exporters.word_files import W, truce
from trucewatch.readers import read_document
from trucewatch.readers.docx import origins_in

SIGNS = {W + "tab": "\t", W + "br": "\n"}


def test_every_origin_is_the_element_that_its_words_were_read_from(tmp_path: Path) -> None:
    path = truce(tmp_path)
    text = read_document(path).original
    part = docx.Document(io.BytesIO(path.read_bytes())).part
    origins = origins_in(part)
    for start, end, element in origins:
        words = SIGNS.get(element.tag) or "".join(t.text for t in element.iter(W + "t"))
        assert text[start:end] == words
    covered = {at for start, end, _ in origins for at in range(start, end)}
    # What stands between the stretches is what parts paragraphs and cells.
    assert {text[at] for at in range(len(text)) if at not in covered} == {"\n", "\t"}
    assert [element.tag for _, _, element in origins].count(W + "footnote") == 1


def test_origins_are_elements_of_the_document_given(tmp_path: Path) -> None:
    part = docx.Document(str(truce(tmp_path))).part
    inside = set(part.element.body.iter())
    assert all(element in inside for _, _, element in origins_in(part) if element.tag != W + "footnote")
