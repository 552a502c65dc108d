"""0 clean, 1 findings, 2 bad input, 3 our bug; only 3 prints a traceback."""

from dataclasses import replace

import pytest

from tests.exporters import samples
from trucewatch import api, cli
from trucewatch.core.model import Severity


@pytest.fixture
def findings(monkeypatch):
    """Lets a test say which findings `lint` comes to."""

    def use(*chosen):
        result = replace(samples.lint_result(), findings=chosen)
        monkeypatch.setattr(api, "read_agreement", lambda _, **__: result.agreement)
        monkeypatch.setattr(api, "lint", lambda _, **__: result)

    return use


OPEN, WAIVED, _ = samples.lint_result().findings


def test_clean_is_0(findings):
    findings()
    assert cli.run(["lint", "a.txt"]) == 0


@pytest.mark.parametrize("severity", [s for s in Severity if s is not Severity.INFO])
def test_a_finding_of_low_or_above_is_1(findings, severity):
    findings(replace(OPEN, severity=severity))
    assert cli.run(["lint", "a.txt"]) == 1


def test_a_remark_for_information_is_0(findings):
    findings(replace(OPEN, severity=Severity.INFO))
    assert cli.run(["lint", "a.txt"]) == 0


def test_an_accepted_finding_is_0(findings):
    findings(WAIVED)
    assert cli.run(["lint", "a.txt"]) == 0


def test_findings_in_any_of_several_files_are_1(findings):
    findings(OPEN)
    assert cli.run(["lint", "a.txt", "b.txt"]) == 1


def test_reading_a_report_has_no_findings(monkeypatch):
    monkeypatch.setattr(api, "read_report", lambda _, **__: samples.report())
    assert cli.run(["read", "a.txt"]) == 0


def test_a_missing_file_is_2_without_a_traceback(capsys, tmp_path):
    assert cli.run(["lint", str(tmp_path / "gone.txt")]) == 2
    assert "Traceback" not in capsys.readouterr().err


FRENCH = "Les Parties s'engagent à cesser immédiatement les hostilités dans toute la région. " * 5


@pytest.mark.parametrize("command", ["lint", "read"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("blank.md", b" \n\n "),
        ("junk.txt", bytes(range(256)) * 40),
        ("image.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 200),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("not_word.docx", b"PK\x03\x04 and nothing that follows"),
        ("french.txt", FRENCH.encode()),
        ("no_suffix", b"The Parties shall cease fire."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_cannot_be_used_is_2_with_one_line_that_names_it(tmp_path, capsys, command, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    if (command, name) == ("read", "french.txt"):
        # A report in another language is read for what can be read without a parser, and says so.
        assert cli.run([command, str(path)]) == 0
        assert "dates, names and numbers" in " ".join(capsys.readouterr().out.split())
        return
    assert cli.run([command, str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert name in err


def test_a_folder_is_2(tmp_path, capsys):
    assert cli.run(["lint", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_bad_day_is_2_and_names_what_was_expected(capsys, tmp_path):
    text = tmp_path / "a.txt"
    text.write_text("Article 1. The Parties shall cease fire.")
    assert cli.run(["lint", str(text), "--signed-on", "23.10.2020"]) == 2
    assert capsys.readouterr().err == 'BadInput: signed_on is "23.10.2020"; expected a day as YYYY-MM-DD\n'


def test_a_bad_setting_is_2(capsys, monkeypatch):
    monkeypatch.setenv("TRUCEWATCH_PIPELINE", "no such thing")
    assert cli.run(["lint", "a.txt"]) == 2
    assert capsys.readouterr().err.startswith("BadSetting: TRUCEWATCH_PIPELINE is 'no such thing'")


def test_our_own_bug_is_3_with_a_traceback(capsys, monkeypatch):
    def broken(_, **__):
        raise KeyError("oops")

    monkeypatch.setattr(api, "read_agreement", broken)
    assert cli.run(["lint", "a.txt"]) == 3
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert err.endswith("This is a bug in trucewatch, not in your input. Please report it with the lines above.\n")
