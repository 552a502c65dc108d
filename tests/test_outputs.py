"""Lint results in files: where they go, what is refused, and the Word document from end to end."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

import trucewatch
from tests.exporters import samples
from tests.exporters.word_files import anchored, letters
from tests.readers.samples import make_docx
from trucewatch import api, cli, wiring
from trucewatch.core.errors import BadInput
from trucewatch.outputs import LintFormat, plan


@pytest.fixture
def agreement(tmp_path, monkeypatch):
    """A file named truce.txt in the working folder whose lint result is built by hand."""
    monkeypatch.chdir(tmp_path)
    path = Path("truce.txt")
    path.write_text(samples.AGREEMENT, encoding="utf-8")
    monkeypatch.setattr(api, "read_agreement", lambda path, **_: path)
    monkeypatch.setattr(api, "lint", lambda path, **_: result_at(path))
    return path


def result_at(path):
    result = samples.lint_result()
    document = replace(result.agreement.document, path=str(path))
    return replace(result, agreement=replace(result.agreement, document=document))


def lint(*arguments):
    return cli.run(["lint", *map(str, arguments)])


def refusal(capsys, *arguments):
    assert lint(*arguments) == 2
    return capsys.readouterr().err.strip()


def test_sarif_is_one_log_for_all_files_with_relative_paths(agreement, capsys):
    assert lint(agreement, agreement, "--format", "sarif") == 1
    log = json.loads(capsys.readouterr().out)
    assert [artifact["location"]["uri"] for artifact in log["runs"][0]["artifacts"]] == ["truce.txt", "truce.txt"]


def test_html_is_printed_or_written(agreement, capsys):
    lint(agreement, "--format", "html")
    printed = capsys.readouterr().out
    lint(agreement, "--format", "html", "--output", "page.html")
    assert capsys.readouterr().out == ""
    assert printed == Path("page.html").read_text(encoding="utf-8")
    assert printed.startswith("<!doctype html>")


@pytest.mark.parametrize("form", ["text", "json", "sarif"])
def test_what_is_printed_can_go_to_a_file(agreement, capsys, form):
    lint(agreement, "--format", form, "--output", "result")
    assert capsys.readouterr().out == ""
    assert "point_2" in Path("result").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("form", "names"), [("html", ["a.html", "b.html"]), ("docx", ["a-comments.docx", "b-comments.docx"])]
)
@pytest.mark.usefixtures("agreement")
def test_several_files_go_to_a_folder(form, names):
    Path("out").mkdir()
    assert lint("a.txt", "b.txt", "--format", form, "--output", "out") == 1
    assert sorted(path.name for path in Path("out").iterdir()) == names


def test_a_word_document_comes_back_with_comments_and_nothing_else_changed(tmp_path):
    path = make_docx(tmp_path / "draft.docx")
    before = path.read_bytes()
    assert lint(path, "--format", "docx", "--output", tmp_path / "commented.docx") == 1
    after = (tmp_path / "commented.docx").read_bytes()
    assert letters(after) == letters(before)
    assert path.read_bytes() == before
    found = api.lint(api.read_agreement(path)).findings
    assert {f.span.exact for f in found if f.clause} <= set(anchored(after).values())


def test_the_python_api_gives_the_same(agreement, capsys):
    result = result_at(agreement)
    lint(agreement, "--format", "html")
    assert trucewatch.to_html(result) == capsys.readouterr().out
    lint(agreement, "--format", "sarif")
    assert trucewatch.to_sarif([result]) == json.loads(capsys.readouterr().out)
    assert trucewatch.to_docx(result)[:2] == b"PK"


def test_a_word_document_that_changed_meanwhile_is_not_written_over_with_old_places(tmp_path):
    path = make_docx(tmp_path / "draft.docx")
    result = api.lint(api.read_agreement(path))
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(BadInput) as caught:
        wiring.to_docx(result)
    expected = f"BadInput: {path} is not the file that was read; expected it unchanged. Read and lint it again"
    assert str(caught.value) == expected


# --------------------------------------------------------------------------- refusals


def test_word_needs_a_file_to_write(agreement, capsys):
    assert refusal(capsys, agreement, "--format", "docx") == (
        "BadInput: --format docx writes a Word file; expected --output PATH. Name a file, or a folder for several"
    )


@pytest.mark.parametrize("output", [(), ("--output", "page.html")])
def test_several_pages_need_a_folder(agreement, capsys, output):
    assert refusal(capsys, agreement, "b.txt", "--format", "html", *output) == (
        "BadInput: --format html writes a file for each of the 2 files; expected --output to name a folder that exists. "
        "Make one, or lint one file"
    )


def test_no_file_that_is_read_is_written_over(agreement, capsys):
    assert refusal(capsys, agreement, "--output", agreement.resolve()) == (
        f"BadInput: {agreement.resolve()} is one of the files to read; expected another name for the result. "
        "Change --output"
    )
    assert agreement.read_text(encoding="utf-8") == samples.AGREEMENT


def test_a_folder_that_is_not_there_is_named(agreement, capsys):
    place = Path("nowhere") / "page.html"
    assert refusal(capsys, agreement, "--format", "html", "--output", place) == (
        f"BadInput: {place} cannot be written: there is no folder nowhere. Make it or change --output"
    )


def test_a_folder_is_no_file(agreement, capsys):
    Path("out").mkdir()
    assert refusal(capsys, agreement, "--output", "out") == (
        "BadInput: out is a folder; expected the name of a file to write. Add one to --output"
    )


def test_two_results_never_share_a_name(tmp_path):
    with pytest.raises(BadInput) as caught:
        plan([Path("north/a.txt"), Path("south/a.txt")], LintFormat.HTML, tmp_path)
    assert str(caught.value) == (
        "BadInput: two of the files have the same name; expected results under names of their own. Lint one by one"
    )


def test_a_place_that_cannot_be_written_is_named(agreement, capsys, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuse)
    assert refusal(capsys, agreement, "--format", "html", "--output", "page.html") == (
        "BadInput: page.html cannot be written (Permission denied); expected a place for a file. Choose another"
    )
