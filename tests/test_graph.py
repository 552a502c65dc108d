"""`trucewatch graph` and the Python functions behind it, on a real text."""

import pytest

import trucewatch
from trucewatch import cli
from trucewatch.core.errors import BadInput

TEXT = "Truce\n\n1. The guns shall leave after the siege is lifted.\n\n2. The siege shall be lifted after the guns leave.\n"


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_picture_goes_to_the_standard_output(draft, capsys):
    assert cli.run(["graph", str(draft)]) == cli.ExitCode.CLEAN
    out = capsys.readouterr().out
    assert out.startswith("<svg")
    assert "1 circle" in out


def test_the_picture_goes_into_a_file_of_the_kind_that_its_name_asks_for(draft, tmp_path):
    pytest.importorskip("vl_convert")
    for name, start in (("order.svg", b"<svg"), ("order.png", b"\x89PNG")):
        assert cli.run(["graph", str(draft), "--output", str(tmp_path / name)]) == cli.ExitCode.CLEAN
        assert (tmp_path / name).read_bytes().startswith(start)


def test_the_strip_of_components_is_drawn_on_request(draft, capsys):
    assert cli.run(["graph", str(draft), "--components"]) == cli.ExitCode.CLEAN
    out = capsys.readouterr().out
    assert "Components of Truce" in out
    assert ">SCOPE</text>" in out


def test_another_kind_of_picture_is_refused(draft, tmp_path, capsys):
    place = tmp_path / "order.gif"
    assert cli.run(["graph", str(draft), "--output", str(place)]) == cli.ExitCode.BAD_INPUT
    assert capsys.readouterr().err == (
        f"BadInput: {place} is no name for a picture; expected one that ends in .svg or .png. Change --output\n"
    )
    assert not place.exists()


def test_a_type_that_a_person_states_stands(draft):
    agreement = trucewatch.read_agreement(draft)
    result = trucewatch.lint(agreement, as_type="definitive")
    assert result.analysis is not None
    assert (result.analysis.type.type, result.analysis.type.overruled) == ("definitive", True)


def test_a_type_that_does_not_exist_is_refused(draft):
    with pytest.raises(BadInput) as caught:
        trucewatch.lint(trucewatch.read_agreement(draft), as_type="final")
    assert str(caught.value) == (
        'BadInput: as_type is "final"; expected one of unilateral, cessation, preliminary, definitive'
    )
