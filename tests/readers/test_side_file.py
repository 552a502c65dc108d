"""Small files beside a draft: read and written whole, or refused in one line."""

import pytest

from trucewatch.core.errors import BadInput, FileMissing, TooLarge, UnreadableFile
from trucewatch.readers import side_file
from trucewatch.readers.side_file import read_side_file, write_side_file


def test_what_is_written_is_read(tmp_path):
    write_side_file(tmp_path / "a.waivers", "“é”\n")
    assert read_side_file(tmp_path / "a.waivers") == "“é”\n"


def test_a_byte_order_mark_is_no_text(tmp_path):
    (tmp_path / "a.waivers").write_bytes(b"\xef\xbb\xbf# remark\n")
    assert read_side_file(tmp_path / "a.waivers") == "# remark\n"


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(FileMissing) as caught:
        read_side_file(tmp_path / "gone")
    assert str(caught.value) == f"FileMissing: {tmp_path / 'gone'} does not exist or is no file. Check the path"


def test_other_encodings_are_refused(tmp_path):
    path = tmp_path / "a.waivers"
    path.write_bytes(b"caf\xe9")
    with pytest.raises(UnreadableFile) as caught:
        read_side_file(path)
    assert str(caught.value) == f"UnreadableFile: {path} is no UTF-8 text (byte 3). Save it as UTF-8"


def test_a_huge_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(side_file, "MOST_BYTES", 1_000_000)
    path = tmp_path / "a.waivers"
    path.write_bytes(b"#" * 2_000_000)
    with pytest.raises(TooLarge, match=r"a\.waivers is 2(\.0)? MB; at most 1(\.0)? MB are read\. Check the path"):
        read_side_file(path)


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    with pytest.raises(BadInput) as caught:
        write_side_file(tmp_path / "no" / "a.json", "{}")
    assert str(caught.value) == (
        f"BadInput: {tmp_path / 'no' / 'a.json'} cannot be written (No such file or directory). Choose another place"
    )
