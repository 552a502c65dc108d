"""The `review` commands, end to end on a small case."""

import io
import json
from pathlib import Path

import pytest

from tests.casework.cases import AGREEMENT, MINISTER
from tests.exporters.schemas import closed
from trucewatch import cli


@pytest.fixture
def case(tmp_path, monkeypatch, capsys):
    """A case with an agreement and a report, in the folder where the commands run."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TRUCEWATCH_CASE", "libya")
    monkeypatch.setenv("TRUCEWATCH_BY", "ada")
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "deal.txt").write_text(AGREEMENT, encoding="utf-8")
    (tmp_path / "minister.txt").write_text(MINISTER, encoding="utf-8")
    assert cli.run(["case", "new", "libya"]) == 0
    assert cli.run(["add", "deal.txt", "minister.txt"]) == 0
    capsys.readouterr()
    return tmp_path


@pytest.fixture
def run(case, capsys):
    def run(*arguments, code=0):
        assert Path.cwd() == case
        assert cli.run(list(arguments)) == code
        out, err = capsys.readouterr()
        return err if code else out

    return run


def as_json(printed):
    return json.loads(printed)


def test_the_queue_shows_words_values_and_the_reason_of_the_place(run):
    out = run("review", "queue", "--as-of", "2020-10-31")
    assert "1 claim waiting for a decision" in out
    assert "accepting it turns d1/art_2__para_1__c1: reading from agreed to contested" in " ".join(out.split())
    assert "“The defence minister of the Government of National Accord (GNA)" in " ".join(out.split())
    for part in ("d2/k1@0.5", "REINTERPRET_EXCLUDE", "level 2", "said: A1, true: F6", "rule R2 looks at its stance"):
        assert part in " ".join(out.split())
    assert max(map(len, out.splitlines())) <= 80


def test_a_claim_is_shown_accepted_and_undone(run):
    shown = as_json(run("review", "show", "d2/k1", "--format", "json"))
    closed("claim").validate(shown)
    assert (shown["state"], shown["version"]) == ("suggestion", "0.5")
    assert run("review", "accept", "d2/k1@0.5", "--by", "bo") == "d2/k1: accepted (event 6, bo)\n"
    assert "StaleVersion: d2/k1 is at version 1.5; your decision was based on 0.5" in run(
        "review", "accept", "d2/k1@0.5", code=2
    )
    assert run("review", "undo", "d2/k1", "--reason", "a slip") == "d2/k1: undone: event 6 (event 7, ada)\n"
    out = run("review", "show", "d2/k1")
    assert "accepted by bo" in out
    assert "undone" in out
    assert "WHOM D2 NAMES" in out


def test_corrections_name_every_fault_in_one_line(run):
    err = run("review", "correct", "d2/k1", "--set", "stance=X", "--set", "said_on=soon", "--reason", "x", code=2)
    assert err.startswith("BadInput: stance is")
    assert err.count("\n") == 1
    assert "said_on" in err
    out = run("review", "correct", "d2/k1", "--set", "stance=condition", "--reason", "it sets one")
    assert out == "d2/k1: corrected: stance = CONDITION (event 6, ada)\n"
    assert "corrected by ada" in run("review", "show", "d2/k1")


def test_reject_split_and_merge(run, case):
    assert "rejection needs a reason" in run("review", "reject", "d2/k1", code=2)
    out = run(
        "review", "split", "d2/k1", "--part", "the ceasefire agreement signed in Geneva", "--part",
        "does not cover the military training agreements with Turkey => stance=DENY_OBLIGATION", "--reason", "two",
    )  # fmt: skip
    assert out == "d2/k1: split into k1.1, k1.2 (event 6, ada)\n"
    assert "k1.2  “does not cover" in run("review", "show", "d2/k1")
    run("review", "undo", "d2/k1", "--reason", "one")
    (case / "again.txt").write_text(MINISTER.replace("said on Sunday", "repeated"), encoding="utf-8")
    run("add", "again.txt")
    assert run("review", "merge", "d3/k1", "--into", "d2/k1", "--reason", "the same").startswith(
        "d3/k1: merged into d2/k1"
    )
    assert "rejected" in run("review", "reject", "d2/k1", "--reason", "a guess")
    assert "Nothing waits." in run("review", "queue")


def test_coding_blind_curating_and_what_is_hidden(run):
    assert "expected --coder NAME" in run("review", "queue", "--blind", code=2)
    run("review", "code", "d2/k1", "--coder", "ada", "--set", "stance=ACCUSE")
    out = run("review", "show", "d2/k1", "--coder", "bo", "--blind")
    assert "hidden until you have coded it" in " ".join(out.split())
    assert "ACCUSE" not in out
    assert "REINTERPRET" not in run("review", "queue", "--coder", "bo", "--blind")
    run("review", "code", "d2/k1", "--coder", "bo", "--set", "stance=CONDITION")
    assert "by ada: stance = ACCUSE" in run("review", "show", "d2/k1", "--coder", "bo")
    assert "differ on stance" in run("review", "curate", "d2/k1", "--reason", "x", code=2)
    out = run("review", "curate", "d2/k1", "--set", "stance=CONDITION", "--reason", "it does", "--by", "cy")
    assert out == "d2/k1: curated: stance = CONDITION (event 8, cy)\n"
    assert "Nothing here." in run("review", "queue", "--coder", "bo", "--offset", "5")


def test_agreement_between_coders(run):
    assert "Nobody has coded a claim yet" in run("review", "agreement")
    for coder in ("ada", "bo"):
        run("review", "code", "d2/k1", "--coder", coder, "--set", "stance=ACCUSE")
    out = run("review", "agreement")
    assert "1 of 1" in out
    assert "— only one value" in out
    assert max(map(len, out.splitlines())) <= 80
    assert as_json(run("review", "agreement", "--format", "json"))["units"] == 1


def test_claims_go_out_as_csv_and_come_back(run, case):
    assert run("review", "export", "claims.csv") == "Wrote 1 claims to claims.csv.\n"
    path = case / "claims.csv"
    path.write_text(path.read_text(encoding="utf-8-sig").replace("paraphrased", "quoted"), encoding="utf-8")
    assert "needs a reason" in run("review", "import", "claims.csv", code=2)
    out = run("review", "import", "claims.csv", "--reason", "his words")
    assert out == "Corrected 1 claims; 0 rows changed nothing.\n"
    err = run("review", "import", "claims.csv", "--reason", "again", code=2)
    assert err.startswith("StaleVersion: claims.csv: 1 row cannot be used: line 2: d2/k1 is at version 1.5")
    log = run("case", "log")
    assert "ada d2/k1: corrected: voice = quoted (his words)" in " ".join(log.split())


def test_the_log_is_printed_and_written(run, case):
    run("review", "accept", "d2/k1", "--reason", "seen it")
    assert "d2/k1: accepted (seen it)" in " ".join(run("case", "log").split())
    lines = run("case", "log", "--format", "json").splitlines()
    assert json.loads(lines[-1])["what"] == "accepted"
    assert run("case", "log", "--format", "csv").splitlines()[0].startswith("seq,learned_at,")
    assert run("case", "log", "--format", "csv", "--output", "log.csv") == f"Wrote {len(lines)} events to log.csv.\n"
    assert (case / "log.csv").read_text(encoding="utf-8-sig").count("\n") == len(lines) + 1
    assert "expected --format json or csv" in run("case", "log", "--output", "log.txt", code=2)


def test_a_protected_name_is_refused_unless_anyway(run, monkeypatch):
    assert run("case", "protect", "Karim Idris") == "1 name is protected in this folder.\n"
    err = run("review", "accept", "d2/k1", "--reason", "Idris told me", code=2)
    assert err.startswith("Refused: the reason has the name of a protected person")
    assert "Idris" not in err
    assert "Refused" in run("case", "retract", "d2", "--reason", "Idris", code=2)
    assert "Refused" in run("register", "anchor", "d1", "signature", "2020-10-23", "--source", "Idris", code=2)
    assert "accepted" in run("review", "accept", "d2/k1", "--reason", "Idris told me", "--anyway")
    monkeypatch.setattr("sys.stdin", io.StringIO("Yusuf Haddad\n\nAmal Nasser\n"))
    assert run("case", "protect") == "2 names are protected in this folder.\n"
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert "no name was given" in run("case", "protect", code=2)
