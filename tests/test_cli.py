"""The command line over hand-built results: output, streams, several files, messages."""

import json
from pathlib import Path

import pytest

import trucewatch
from tests.exporters import samples
from tests.exporters.schemas import validator
from trucewatch import api, cli
from trucewatch.core.errors import FileMissing, UnreadableFile


@pytest.fixture
def fake_api(monkeypatch):
    """The API with hand-built results; a path named bad.txt cannot be read. Returns what it was asked."""
    asked = {}

    def refuse(path):
        if Path(path).name == "bad.txt":
            raise UnreadableFile(f"{path} is damaged; expected text. Save it again")

    def read_agreement(path, **options):
        refuse(path)
        asked["agreement"] = options
        return samples.lint_result().agreement

    def lint(_, **options):
        asked["lint"] = options
        return samples.lint_result()

    def read_report(path, **options):
        refuse(path)
        asked["report"] = options
        return samples.report()

    def status(_, reports, **options):
        asked["status"] = {"reports": len(reports), **options}
        return samples.case_status()

    for function in (read_agreement, lint, read_report, status):
        monkeypatch.setattr(api, function.__name__, function)
    return asked


def test_version(capsys):
    assert cli.run(["--version"]) == 0
    assert capsys.readouterr().out == f"trucewatch {trucewatch.__version__}\n"


def test_without_a_command_the_help_is_shown(capsys):
    assert cli.run([]) == 0
    assert "lint" in capsys.readouterr().out


@pytest.mark.usefixtures("fake_api")
def test_lint_prints_the_marked_up_agreement(capsys):
    cli.run(["lint", "a.txt"])
    out, err = capsys.readouterr()
    assert out.startswith("Truce of the Two Rivers")
    assert err == ""


def test_lint_hands_its_options_on(fake_api):
    chosen = ["--select", "TIME002,TIME004", "--ignore", "QTY001", "--type", "definitive", "--severity", "TIME002=low"]
    chosen += ["--front", "Dara,Elm"]
    cli.run(["lint", "a.txt", "--signed-on", "2024-03-01", *chosen])
    assert fake_api["agreement"]["signed_on"] == "2024-03-01"
    assert fake_api["lint"] == {
        "select": ("TIME002", "TIME004"),
        "ignore": ("QTY001",),
        "severity": ("TIME002=low",),
        "as_type": "definitive",
        "fronts": ("Dara", "Elm"),
        "waivers": None,
        "as_of": None,
        "wordings": False,
    }


@pytest.mark.usefixtures("fake_api")
@pytest.mark.parametrize(("command", "name"), [("lint", "lint"), ("read", "read")])
def test_json_is_one_object_a_line_for_each_file(capsys, command, name):
    cli.run([command, "a.txt", "b.txt", "--format", "json"])
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    for line in lines:
        validator(name).validate(json.loads(line))


@pytest.mark.usefixtures("fake_api")
def test_status_json_keeps_its_schema(capsys):
    cli.run(["status", "--agreement", "a.txt", "r.txt", "--as-of", "2024-03-15", "--format", "json"])
    validator("status").validate(json.loads(capsys.readouterr().out))


@pytest.mark.usefixtures("fake_api")
def test_one_bad_file_does_not_lose_the_others(capsys):
    assert cli.run(["read", "a.txt", "bad.txt", "c.txt", "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 2
    assert err.splitlines() == [
        "UnreadableFile: bad.txt is damaged; expected text. Save it again",
        "1 of 3 files could not be used; the others were.",
    ]


def test_status_says_which_day_it_took_when_none_was_given(capsys, fake_api):
    cli.run(["status", "--agreement", "a.txt", "r.txt", "s.txt"])
    assert fake_api["status"] == {"reports": 2, "as_of": None}
    expected = "As of 2024-03-15, the newest day that the reports name. For another day pass --as-of.\n"
    assert capsys.readouterr().err == expected


@pytest.mark.usefixtures("fake_api")
def test_status_goes_on_without_a_bad_report(capsys):
    assert cli.run(["status", "--agreement", "a.txt", "bad.txt", "s.txt", "--as-of", "2024-03-15"]) == 2
    out, err = capsys.readouterr()
    assert "as of 15 Mar 2024" in out
    assert "1 of 2 files could not be used" in err


@pytest.mark.usefixtures("fake_api")
def test_status_without_any_usable_report_prints_no_status(capsys):
    assert cli.run(["status", "--agreement", "a.txt", "bad.txt", "--as-of", "2024-03-15"]) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("fake_api")
def test_many_files_are_quiet_in_a_pipe(capsys):
    cli.run(["read", *(f"{n}.txt" for n in range(20)), "--format", "json"])
    assert capsys.readouterr().err == ""


def test_progress_shows_rate_and_remaining_time_on_a_terminal(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    progress = cli.Batch([Path("a"), Path("b")])._progress()
    names = [type(column).__name__ for column in progress.columns]
    assert {"Rate", "TimeRemainingColumn", "MofNCompleteColumn"} <= set(names)


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["lint"], "BadUsage: Missing argument 'FILE'. See: trucewatch --help"),
        (["explan"], "BadUsage: No such command 'explan'. Did you mean 'explain'? See: trucewatch --help"),
        (["lint", "a.txt", "--formt", "json"], "BadUsage: No such option: --formt"),
        (
            ["read", "a.txt", "--format", "xml"],
            "BadUsage: Invalid value for '--format': 'xml' is not one of 'text', 'json'. See: trucewatch --help",
        ),
    ],
)
def test_wrong_usage_is_one_line(capsys, arguments, line):
    assert cli.run(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(line)
    assert err.count("\n") == 1


def test_an_error_is_one_line_on_stderr(capsys, monkeypatch):
    def missing(path, **_):
        raise FileMissing(f"{path} is not there")

    monkeypatch.setattr(api, "read_agreement", missing)
    assert cli.run(["status", "--agreement", "gone.txt", "r.txt"]) == 2
    assert capsys.readouterr() == ("", "FileMissing: gone.txt is not there\n")
