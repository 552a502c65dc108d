"""Work on drafts from the command line, from files to exit codes."""

import json
from datetime import date
from pathlib import Path

import pytest

from tests.exporters.schemas import closed, validator
from trucewatch import cli

DRAFTS = Path(__file__).resolve().parents[1] / "examples" / "drafts"
FIRST, SECOND, THIRD = (str(DRAFTS / f"{name}.txt") for name in ("first", "second", "third"))
CLAUSE = "Article 1. The dead\n\n1. Each Party shall hand over the dead as soon as possible.\n"
WAIVER = "accepted-ambiguity: TIME002, the route is mined, Joint Commission, 1 June 2027\n"


@pytest.fixture
def draft(tmp_path, monkeypatch) -> Path:
    """A draft of one clause in a folder of its own, which is the folder where commands run."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "draft.txt"
    path.write_text(CLAUSE, encoding="utf-8")
    return path


def lint(capsys, *arguments: object) -> tuple[int, dict]:
    code = cli.run(["lint", *map(str, arguments), "--format", "json"])
    value = json.loads(capsys.readouterr().out)
    closed("lint").validate(value)
    return code, value


def waived(value: dict, code: str = "TIME002") -> list[bool]:
    return [finding["waived"] is not None for finding in value["findings"] if finding["code"] == code]


# --------------------------------------------------------------------------- waivers


def test_a_file_of_waivers_beside_the_draft_is_read(draft, capsys):
    draft.with_name("draft.txt.waivers").write_text(WAIVER, encoding="utf-8")
    _, value = lint(capsys, draft, "--as-of", "2027-05-01")
    assert waived(value) == [True]
    assert value["waiver_notes"] == []


def test_another_file_of_waivers_may_be_named(draft, tmp_path, capsys):
    (tmp_path / "ours").write_text(WAIVER, encoding="utf-8")
    _, value = lint(capsys, draft, "--waivers", tmp_path / "ours", "--as-of", "2027-05-01")
    assert waived(value) == [True]


def test_waivers_end_by_the_day_given_or_the_day_of_signature(draft, capsys):
    draft.with_name("draft.txt.waivers").write_text(WAIVER, encoding="utf-8")
    assert waived(lint(capsys, draft, "--as-of", "2027-06-02")[1]) == [False]
    assert waived(lint(capsys, draft, "--signed-on", "2027-06-02")[1]) == [False]
    assert waived(lint(capsys, draft, "--signed-on", "2027-06-02", "--as-of", "2027-06-01")[1]) == [True]


def test_the_clock_is_read_only_when_asked(draft, capsys, monkeypatch):
    monkeypatch.setattr(cli, "_today", lambda: date(2027, 6, 2))
    draft.with_name("draft.txt.waivers").write_text(WAIVER, encoding="utf-8")
    _, value = lint(capsys, draft)
    assert waived(value) == [True]
    assert value["waiver_notes"] == [
        "the dates of waivers are compared with no day: pass --as-of, --signed-on or --today"
    ]
    assert waived(lint(capsys, draft, "--today")[1]) == [False]


def test_today_and_another_day_are_one_too_many(draft, capsys):
    assert cli.run(["lint", str(draft), "--today", "--as-of", "2027-06-01"]) == 2
    assert capsys.readouterr().err == (
        "BadInput: --today and --as-of both name a day; expected one of them. Leave the other out\n"
    )


def test_a_waiver_that_fits_nothing_is_shown(draft, capsys):
    draft.with_name("draft.txt.waivers").write_text(WAIVER.replace("TIME002", "SEQ001"), encoding="utf-8")
    cli.run(["lint", str(draft), "--as-of", "2027-05-01"])
    out = " ".join(capsys.readouterr().out.split())
    assert "waiver for SEQ001 fits no finding" in out


def test_a_bad_file_of_waivers_is_refused(draft, capsys):
    beside = draft.with_name("draft.txt.waivers")
    beside.write_text("TIME002 is fine\n" + WAIVER.replace("TIME002", "TIME0002"), encoding="utf-8")
    assert cli.run(["lint", str(draft)]) == 2
    assert capsys.readouterr().err == (
        f'BadInput: {beside}: line 1 is no waiver; expected "accepted-ambiguity: RULE, reason, who clears it up, by '
        'when"; line 2: no rule "TIME0002", nearest: TIME002\n'
    )


# --------------------------------------------------------------------------- baselines


def test_a_baseline_leaves_only_what_is_new(draft, tmp_path, capsys):
    baseline = tmp_path / "baseline.json"
    assert cli.run(["lint", str(draft), "--write-baseline", str(baseline)]) == 1
    written = len(json.loads(baseline.read_text(encoding="utf-8"))["findings"])
    assert capsys.readouterr().err == f"Wrote {written} findings to {baseline}.\n"

    code, value = lint(capsys, draft, "--baseline", baseline)
    assert code == 0
    assert value["findings"] == []
    assert value["baseline"] == {"known": written, "new": 0, "resolved": 0}

    draft.write_text(CLAUSE + "\n2. The Front should withdraw its guns from Karsa by 4 May 2027.\n", encoding="utf-8")
    code, value = lint(capsys, draft, "--baseline", baseline)
    assert code == 1
    assert "MOD001" in {finding["code"] for finding in value["findings"]}
    assert "TIME002" not in {finding["code"] for finding in value["findings"]}


def test_the_counts_against_a_baseline_are_shown(draft, tmp_path, capsys):
    cli.run(["lint", str(draft), "--write-baseline", str(tmp_path / "b.json")])
    draft.write_text(CLAUSE.replace("as soon as possible", "by 12:00 on 4 May 2027"), encoding="utf-8")
    capsys.readouterr()
    cli.run(["lint", str(draft), "--baseline", str(tmp_path / "b.json")])
    out = capsys.readouterr().out
    assert "against the baseline: 0 new" in out
    assert "1 resolved" in out


def test_a_baseline_is_for_one_draft(draft, capsys):
    assert cli.run(["lint", str(draft), FIRST, "--baseline", "b.json"]) == 2
    assert capsys.readouterr().err == (
        "BadInput: a baseline belongs to one draft; expected one file, 2 were given. Lint them one by one\n"
    )


def test_a_missing_baseline_is_named(draft, capsys):
    assert cli.run(["lint", str(draft), "--baseline", "gone.json"]) == 2
    assert capsys.readouterr().err == "FileMissing: gone.json does not exist or is no file. Check the path\n"


# --------------------------------------------------------------------------- choices


def test_a_severity_is_chosen_and_decides_the_exit_code(draft, capsys):
    assert cli.run(["lint", str(draft), "--select", "TIME002", "--format", "json"]) == 1
    capsys.readouterr()
    code, value = lint(capsys, draft, "--select", "TIME002", "--severity", "time002=info")
    assert code == 0
    assert {finding["severity"] for finding in value["findings"]} == {"info"}


def test_choices_of_the_settings_hold_and_an_option_wins_over_them(draft, tmp_path, capsys):
    (tmp_path / "trucewatch.toml").write_text('[lint]\nselect = ["TIME002"]\n[lint.severity]\nTIME002 = "info"\n')
    assert {f["severity"] for f in lint(capsys, draft)[1]["findings"]} == {"info"}
    assert {f["severity"] for f in lint(capsys, draft, "--severity", "TIME002=low")[1]["findings"]} == {"low"}
    assert lint(capsys, draft, "--select", "SEQ001")[1]["findings"] == []


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["--severity", "TIME002=lo"],
            'BadInput: --severity has "lo" for TIME002, nearest: low; expected blocker, high, medium, low or info',
        ),
        (
            ["--severity", "TIME0002=low"],
            'UnknownRule: no rule "TIME0002". Nearest: TIME002. See all: trucewatch rules',
        ),
        (["--select", "TIME0002"], 'UnknownRule: no rule "TIME0002". Nearest: TIME002. See all: trucewatch rules'),
    ],
)
def test_a_wrong_choice_names_the_nearest(draft, capsys, arguments, line):
    assert cli.run(["lint", str(draft), *arguments]) == 2
    assert capsys.readouterr().err == line + "\n"


def test_all_faults_of_the_settings_are_shown_at_once(draft, tmp_path, capsys):
    (tmp_path / "trucewatch.toml").write_text(
        '[lint]\nignore = ["TIME0002"]\nselect = 4\n[lint.severity]\nACT001 = "hgh"\n'
    )
    assert cli.run(["lint", str(draft)]) == 2
    assert capsys.readouterr().err == (
        'BadSetting: trucewatch.toml: lint.ignore has no rule "TIME0002", nearest: TIME002. See all: trucewatch rules; '
        'trucewatch.toml: lint.select is 4; expected a list of rule codes, such as ["TIME001", "TIME002"]; '
        "trucewatch.toml: lint.severity has 'hgh' for ACT001, nearest: high; expected blocker, high, medium, low or info\n"
    )


# --------------------------------------------------------------------------- wordings


def test_clearer_wordings_are_added_on_request(draft, capsys):
    _, value = lint(capsys, draft)
    assert {finding["wording"] for finding in value["findings"]} == {None}
    _, value = lint(capsys, draft, "--fix-suggestions")
    [wording] = [finding["wording"] for finding in value["findings"] if finding["code"] == "TIME002"]
    assert wording["text"] == (
        "Each Party shall hand over the dead as soon as possible, and in any event by [hour, time zone] on [date]."
    )
    assert {part["exact"] for part in wording["parts"] if "exact" in part} <= set(_stretches(CLAUSE))
    cli.run(["lint", str(draft), "--fix-suggestions"])
    assert "write: Each Party shall hand over" in " ".join(capsys.readouterr().out.split())


def _stretches(text: str) -> set[str]:
    return {text[a:b] for a in range(len(text)) for b in range(a + 1, len(text) + 1)}


# --------------------------------------------------------------------------- two drafts


def test_diff_ends_with_1_when_something_got_vaguer_and_with_0_when_not(capsys):
    assert cli.run(["diff", FIRST, SECOND]) == 1
    out, err = capsys.readouterr()
    assert "▼ vaguer" in out
    assert err == ""
    assert cli.run(["diff", FIRST, FIRST]) == 0
    assert "NOTHING CHANGED" in capsys.readouterr().out


def test_diff_as_json_keeps_its_schema(capsys):
    cli.run(["diff", FIRST, SECOND, "--format", "json"])
    value = json.loads(capsys.readouterr().out)
    validator("diff").validate(value)
    assert value["old"]["path"] == FIRST


def test_ids_go_on_from_draft_to_draft(tmp_path, capsys):
    ids = tmp_path / "valley.ids.json"
    cli.run(["diff", FIRST, SECOND, "--ids", str(ids)])
    kept = ids.read_text(encoding="utf-8")
    cli.run(["diff", FIRST, SECOND, "--ids", str(ids)])
    assert ids.read_text(encoding="utf-8") == kept
    capsys.readouterr()
    cli.run(["diff", SECOND, THIRD, "--ids", str(ids), "--format", "json"])
    value = json.loads(capsys.readouterr().out)
    names = {change["new"]["id"]: change["id"] for change in value["clauses"] if change["new"]}
    # The article on withdrawal was the second one at first.
    assert names["art_3__para_1"] == "art_2__para_1"
    assert "art_4__para_2" in value["retired"]


def test_an_id_file_of_other_drafts_is_refused_and_left_alone(tmp_path, capsys):
    ids = tmp_path / "valley.ids.json"
    cli.run(["diff", FIRST, SECOND, "--ids", str(ids)])
    kept = ids.read_text(encoding="utf-8")
    capsys.readouterr()
    assert cli.run(["diff", THIRD, FIRST, "--ids", str(ids)]) == 2
    assert capsys.readouterr().err == (
        f"BadInput: {ids} has no ids for {THIRD}; expected OLD to be a draft that it was written for. Compare from that "
        "draft, or pass a new file\n"
    )
    assert ids.read_text(encoding="utf-8") == kept


def test_a_draft_that_cannot_be_read_is_2(tmp_path, capsys):
    assert cli.run(["diff", FIRST, str(tmp_path / "gone.txt")]) == 2
    assert capsys.readouterr().err == f"FileMissing: {tmp_path / 'gone.txt'} does not exist. Check the path\n"
