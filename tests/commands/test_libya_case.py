"""The Libya example as a case on the command line: what was so on a day, and what was known on a day."""

import json
from pathlib import Path

import pytest

from tests.exporters.schemas import closed
from trucewatch.cli import run

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "libya"
# The day on which the case learned of each report: when it came out.
LEARNED = {
    "2020-10-25-defence-minister.txt": "2020-10-25",
    "2020-10-26-accusation-from-the-east.txt": "2020-10-26",
    "2020-10-31-analyst-note.txt": "2020-10-31",
    "2020-11-03-ghadames.txt": "2020-11-03",
    "2021-01-29-deadline-passes.txt": "2021-01-29",
}
FREEZE, CREWS, DEPART = "art_3__para_1__c1", "art_3__para_2__c1", "art_2__para_1__c2"


@pytest.fixture(scope="module")
def libya(tmp_path_factory):
    """The case, filled report by report as the days went by."""
    folder = str(tmp_path_factory.mktemp("cases") / "libya")
    assert run(["case", "new", folder, "--title", "Libya", "--provisional", "--by", "ada"]) == 0
    return folder


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A case whose every document was learned on its day; the clock of the case itself is today's."""
    from datetime import UTC, datetime

    from trucewatch.casework.adding import Adding
    from trucewatch.casework.case import new_case
    from trucewatch.casework.settings import set_setting
    from trucewatch.settings import Settings

    folder = tmp_path_factory.mktemp("cases") / "libya"
    now = [datetime(2020, 10, 23, 12, tzinfo=UTC)]
    with new_case(folder, by="ada", title="Libya", clock=lambda: now[0]) as case:
        set_setting(case, "provisional", "true")
        adding = Adding(case, Settings())
        adding.add(EXAMPLE / "agreement.txt")
        for name, day in LEARNED.items():
            now[0] = datetime.fromisoformat(f"{day}T18:00:00+00:00")
            adding.add(EXAMPLE / "reports" / name)
    return str(folder)


@pytest.fixture
def status(filled, capsys):
    def asked(as_of: str, known_by: str | None = None) -> dict:
        known = ["--known-by", known_by] if known_by else []
        assert run(["status", "--case", filled, "--as-of", as_of, *known, "--format", "json"]) == 0
        return json.loads(capsys.readouterr().out)

    return asked


def of(status: dict, commitment: str) -> dict:
    return next(c for c in status["commitments"] if c["id"].endswith(commitment))


def signs(status: dict, commitment: str) -> set[str]:
    return {s["code"] for s in status["signals"] if (s["commitment"] or "").endswith(commitment)}


def test_on_31_october_the_freeze_and_the_crews_are_contested(status):
    found = status("2020-10-31")
    assert [of(found, c)["reading"] for c in (FREEZE, CREWS)] == ["contested"] * 2
    assert "breached" not in {c["performance"] for c in found["commitments"]}
    assert {"B1", "B3", "B4", "B8", "B12", "B16"} <= signs(found, FREEZE)


def test_a_claim_that_slips_through_a_gap_is_tied_to_the_finding(status):
    used = {(found["code"], found["commitment"].partition("/")[2]) for found in status("2020-10-31")["loopholes"]}
    assert ("XAGR001", FREEZE) in used


def test_as_known_on_26_october_31_october_is_not_known(status):
    then, now = status("2020-10-31", "2020-10-26"), status("2020-10-31")
    assert then["known_by"] == "2020-10-26"
    assert {claim.partition("/")[0] for claim in of(then, FREEZE)["claims"]} == {"d2", "d3"}
    assert "d4" in {claim.partition("/")[0] for claim in of(now, FREEZE)["claims"]}
    assert "B3" not in signs(then, FREEZE)
    assert "B8" not in signs(then, FREEZE)
    assert of(then, FREEZE)["reading"] == "contested"


def test_after_the_last_day_the_departure_is_overdue_unknown_and_then_missed(status):
    assert of(status("2021-01-24", "2021-01-24"), DEPART)["performance"] == "overdue_unknown"
    assert of(status("2021-01-30"), DEPART)["performance"] == "missed"


def test_once_the_new_government_has_assumed_its_functions_the_freeze_lapses(filled, status, capsys):
    event = "the new unified government assumes its functions"
    source = "the House's vote of confidence"
    assert of(status("2021-03-20"), FREEZE)["performance"] != "lapsed"
    assert run(["register", "anchor", "--case", filled, "d1", event, "2021-03-15", "--source", source]) == 0
    capsys.readouterr()
    assert of(status("2021-03-20"), FREEZE)["performance"] == "lapsed"
    assert of(status("2021-03-14"), FREEZE)["performance"] != "lapsed"
    assert of(status("2021-03-20", "2021-02-01"), FREEZE)["performance"] != "lapsed"


def test_why_tells_the_claims_the_rule_and_what_would_change_it(filled, capsys):
    assert run(["why", FREEZE, "--case", filled, "--as-of", "2020-10-31"]) == 0
    out = capsys.readouterr().out
    assert "R2 contested" in out
    assert "[d2/k1]" in out
    assert "would change" in out
    assert "art_1__" not in out
    assert run(["why", "art_99", "--case", filled]) == 2
    assert "BadInput: the case has no commitment" in capsys.readouterr().err


def test_a_case_is_listed_verified_and_shown(libya, filled, capsys):
    assert run(["cases", str(Path(filled).parent)]) == 0
    assert "libya" in capsys.readouterr().out
    assert run(["case", "verify", "--case", filled]) == 0
    assert "is whole" in capsys.readouterr().out
    assert run(["case", "show", "--case", filled, "--known-by", "2020-10-26", "--format", "json"]) == 0
    assert [d["id"] for d in json.loads(capsys.readouterr().out)["documents"]] == ["d1", "d2", "d3"]
    assert run(["case", "set", "--case", libya, "provisional=perhaps"]) == 2
    assert capsys.readouterr().err == 'BadInput: provisional is "perhaps"; expected true or false\n'
    assert run(["status", "--case", str(Path(libya) / "nothing")]) == 2
    assert "holds no case: case.toml is missing" in capsys.readouterr().err


def test_add_names_a_bad_file_and_takes_the_others(libya, tmp_path, capsys):
    good = tmp_path / "minister.txt"
    good.write_text(
        "TRIPOLI, 25 October 2020\n\nThe defence minister, Salah al-Namroush, said the agreement does not cover it.\n"
    )
    assert run(["add", "--case", libya, str(tmp_path / "none.txt"), str(good), "--handling", "TLP:AMBER"]) == 2
    captured = capsys.readouterr()
    assert "minister.txt: report added" in captured.out
    assert "none.txt does not exist" in captured.err
    assert run(["add", "--case", libya, str(good), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["how"] == "seen"


def test_an_agreement_without_reports_and_reports_without_an_agreement_are_refused(capsys):
    assert run(["status", "report.txt"]) == 2
    assert "reports were given without an agreement" in capsys.readouterr().err
    assert run(["status", "--agreement", "deal.txt"]) == 2
    assert "an agreement was given without reports" in capsys.readouterr().err
    assert run(["status", "report.txt", "--agreement", "deal.txt", "--known-by", "2020-10-26"]) == 2
    assert "--case, --known-by, --overview and --in-full are for a case" in capsys.readouterr().err
    assert run(["status", "report.txt", "--agreement", "deal.txt", "--overview"]) == 2
    assert "are for a case" in capsys.readouterr().err


def test_the_overview_is_asked_for_or_stands_in_for_a_page_that_is_too_long(filled, capsys, monkeypatch):
    from trucewatch.commands import case as case_command

    asked = ["status", "--case", filled, "--as-of", "2020-10-31"]
    assert run([*asked, "--overview"]) == 0
    short = capsys.readouterr().out
    assert run(asked) == 0
    whole = capsys.readouterr().out
    assert "d1/art_3__para_1__c1" in short
    assert "R2 contested" not in short
    assert "R2 contested" in whole
    monkeypatch.setattr(case_command, "MOST_IN_FULL", 1)
    assert run(asked) == 0
    assert capsys.readouterr().out == short
    assert run([*asked, "--in-full"]) == 0
    assert capsys.readouterr().out == whole


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("status", ["status", "--as-of", "2020-10-31"]),
        ("status", ["why", FREEZE, "--as-of", "2020-10-31"]),
        ("overview", ["status", "--overview", "--as-of", "2020-10-31"]),
        ("case", ["case", "show"]),
        ("register", ["register", "show", "--as-of", "2021-03-20"]),
        ("added", ["add", str(EXAMPLE / "reports" / "2020-11-03-ghadames.txt")]),
    ],
)
def test_what_is_printed_as_json_fits_its_schema(filled, capsys, name, arguments):
    assert run([*arguments, "--case", filled, "--format", "json"]) == 0
    closed(name).validate(json.loads(capsys.readouterr().out))


def test_the_list_of_cases_fits_its_schema(filled, capsys):
    broken = Path(filled).parent / "broken"
    broken.mkdir(exist_ok=True)
    (broken / "case.toml").write_text('format = 1\nid = "gone"\n')
    assert run(["cases", str(Path(filled).parent), "--format", "json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    closed("cases").validate(printed)
    assert ["fault" in case for case in printed["cases"]] == [True, False]
