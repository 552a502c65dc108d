"""Plain text: encodings, offsets and paragraphs."""

from pathlib import Path

import pytest

from trucewatch.core.model import BlockKind, Document
from trucewatch.readers import read_document


def read(tmp_path: Path, data: bytes, name: str = "a.txt") -> Document:
    path = tmp_path / name
    path.write_bytes(data)
    return read_document(path)


def paragraphs(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_offsets_are_those_of_the_file_read_newline_for_newline(tmp_path: Path) -> None:
    document = read(tmp_path, "\ufeffThe Parties\r\nshall\rwithdraw\n".encode())
    with open(document.path, encoding="utf-8", newline="") as file:
        assert document.original == file.read()
    assert document.text == "The Parties\nshall\nwithdraw\n"


def test_utf16_with_a_mark_is_read(tmp_path: Path) -> None:
    assert read(tmp_path, "Erdoğan’s truce".encode("utf-16")).text == "Erdoğan's truce"


def test_windows_text_is_read_and_flagged_with_its_evidence(tmp_path: Path) -> None:
    document = read(tmp_path, "The Parties’ forces in Orléans.\n".encode("cp1252"))
    assert document.original == "The Parties’ forces in Orléans.\n"
    (flag,) = document.flags
    assert flag.code == "encoding-assumed"
    assert flag.message == ("the text is not UTF-8: it was read as Windows-1252. Letters outside English may be wrong")
    assert [span.exact for span in flag.evidence] == ["’", "é"]
    assert all(document.original[span.start : span.end] == span.exact for span in flag.evidence)


def test_mixed_encodings_are_read_line_by_line(tmp_path: Path) -> None:
    document = read(tmp_path, "Erdoğan\n".encode() + "Orléans\n".encode("cp1252"))
    assert document.original == "Erdoğan\nOrléans\n"
    assert "some lines were read as Windows-1252" in document.flags[0].message


def test_a_wrapped_paragraph_is_one_block(tmp_path: Path) -> None:
    document = read(tmp_path, b"The SMM recorded more\nceasefire violations.\n\nIt saw mines.")
    assert paragraphs(document) == ["The SMM recorded more\nceasefire violations.", "It saw mines."]


def test_a_blank_line_within_a_sentence_does_not_part_it(tmp_path: Path) -> None:
    document = read(tmp_path, b"The Mission recorded 10,919 ceasefire \n\nviolations.")
    assert paragraphs(document) == ["The Mission recorded 10,919 ceasefire\n\nviolations."]


@pytest.mark.parametrize("mark", ["-", "•", "\uf0b7", "2.", "(b)", "iii)"])
def test_a_list_mark_opens_a_block(tmp_path: Path, mark: str) -> None:
    document = read(tmp_path, f"The Parties shall:\n{mark} withdraw\nat once".encode())
    assert paragraphs(document) == ["The Parties shall:", f"{mark} withdraw\nat once"]
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM]


@pytest.mark.parametrize("mark", ["•", "7."])
def test_a_mark_alone_on_its_line_belongs_to_what_follows(tmp_path: Path, mark: str) -> None:
    document = read(tmp_path, f"Signed by:\n\n{mark}\n\nThe Mission\n\n{mark}\n".encode())
    assert paragraphs(document)[:2] == ["Signed by:", f"{mark}\n\nThe Mission"]


def test_markdown_headings_have_their_level(tmp_path: Path) -> None:
    document = read(tmp_path, b"# Agreement\nThe Parties agree.\n## Article 1\nThey stop.", "a.md")
    assert [(block.kind, block.level) for block in document.blocks] == [
        (BlockKind.HEADING, 1),
        (BlockKind.PARAGRAPH, None),
        (BlockKind.HEADING, 2),
        (BlockKind.PARAGRAPH, None),
    ]


def test_a_number_sign_in_plain_text_is_no_heading(tmp_path: Path) -> None:
    assert read(tmp_path, b"# Agreement\nThe Parties agree.").blocks[0].kind is BlockKind.PARAGRAPH
