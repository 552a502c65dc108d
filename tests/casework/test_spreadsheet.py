"""Claims as a CSV file: what comes back is what was changed, or nothing."""

import csv

import pytest

from trucewatch.casework import review
from trucewatch.casework.audit import log_of
from trucewatch.casework.cells import plain, safe
from trucewatch.casework.claims import Claims
from trucewatch.casework.spreadsheet import COLUMNS, export_claims, import_claims
from trucewatch.core.errors import BadInput, FileMissing, Refused, StaleVersion

from .cases import AGREEMENT, EXAMPLE, a_case, put


@pytest.fixture
def case(tmp_path):
    with a_case(tmp_path, provisional=False) as made:
        put(made, tmp_path, "deal.txt", AGREEMENT)
        for name in ("2020-10-25-defence-minister", "2020-10-31-analyst-note"):
            put(made, tmp_path, f"{name}.txt", (EXAMPLE / "reports" / f"{name}.txt").read_text(encoding="utf-8"))
        yield made


@pytest.fixture
def sheet(case, tmp_path):
    """The exported file as rows, and a way to write them back; returns the path."""
    path = tmp_path / "claims.csv"
    export_claims(case, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))

    def save(*, columns=COLUMNS, delimiter=",", encoding="utf-8"):
        with path.open("w", encoding=encoding, newline="") as file:
            writer = csv.DictWriter(file, columns, delimiter=delimiter, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        return path

    return rows, save


def now(case, claim):
    return Claims(case, case.state()).find(claim).now


def test_every_claim_that_counts_is_a_row(case, sheet, tmp_path):
    rows, _ = sheet
    assert len(rows) == 7 + 7
    assert [row["id"] for row in rows[:2]] == ["d2/k1", "d2/k2"]
    assert rows[0]["quote"] == now(case, "d2/k1")["quote"]["exact"]
    assert (rows[0]["state"], rows[0]["stance"], rows[0]["grade_true"]) == ("suggestion", "REINTERPRET_EXCLUDE", "F6")
    review.reject(case, "d2/k1", "none")
    assert export_claims(case, tmp_path / "fewer.csv") == 13


@pytest.mark.parametrize("how", [{}, {"delimiter": ";"}, {"encoding": "utf-8-sig"}, {"columns": ("id", "stance")}])
def test_a_file_that_was_not_changed_changes_nothing(case, sheet, how):
    _, save = sheet
    before = case.head()
    found = import_claims(case, save(**how), "look")
    assert (found.events, found.unchanged, case.head()) == ((), 14, before)


def test_only_changed_cells_become_corrections_and_the_log_tells_of_them(case, sheet):
    rows, save = sheet
    rows[0]["stance"] = "CONDITION"
    rows[1]["said_on"], rows[1]["notes"] = "2020-10", "seen | checked"
    rows[2]["about"] = "art_1__para_1__c1"
    found = import_claims(case, save(), "second look")
    assert [event.name for event in found.events] == ["claim-corrected.v1"] * 3
    assert [sorted(event.data["fields"]) for event in found.events] == [["stance"], ["notes", "said_on"], ["about"]]
    assert found.unchanged == 11
    assert now(case, "d2/k1")["stance"] == "CONDITION"
    assert now(case, "d2/k2")["notes"] == ["seen", "checked"]
    assert now(case, "d2/k3")["about"]["commitment"] == "d1/art_1__para_1__c1"
    told = [(row["on"], row["what"], row["reason"], row["by"]) for row in log_of(case)][-3:]
    assert told == [
        ("d2/k1", "corrected: stance = CONDITION", "second look", "ada"),
        ("d2/k2", "corrected: said_on = 2020-10, notes = seen | checked", "second look", "ada"),
        ("d2/k3", "corrected: about = d1/art_1__para_1__c1", "second look", "ada"),
    ]


def test_all_faults_are_told_with_their_lines_and_nothing_is_recorded(case, sheet):
    rows, save = sheet
    rows[0]["stance"] = "SHOUT"
    rows[1]["id"] = "d9/k1"
    rows[2]["quote"] = "He never said so"
    rows[3]["state"] = "accepted"
    rows[4]["said_on"], rows[4]["grade_true"] = "soon", "Z9"
    rows[5]["id"] = "d2/k1"
    rows[6]["id"] = "k7"
    for row in rows:
        row["colour"] = "red"
    before = case.head()
    with pytest.raises(BadInput) as told:
        import_claims(case, save(columns=(*COLUMNS, "colour")), "x")
    text = str(told.value)
    for part in (
        'line 1: "colour" is no column',
        'line 2: stance is "SHOUT"; expected one of',
        'line 3: the case has no report "d9"',
        "line 4: the quote of d2/k3 was changed; it is what the source says, and stays",
        "line 5: the state of d2/k4 was changed",
        'line 6: said_on is "soon"',
        'grade_true is "Z9"',
        "line 7: d2/k1 stands in line 2 already",
        'line 8: "k7" names no claim',
        "nothing was recorded",
    ):
        assert part in text, part
    assert "\n" not in text
    assert case.head() == before


def test_rows_that_somebody_has_changed_since_are_stale(case, sheet):
    rows, save = sheet
    rows[1]["stance"] = "CONDITION"
    review.correct(case, "d2/k1", {"voice": "quoted"}, "his words")
    before = case.head()
    with pytest.raises(StaleVersion, match=r"line 2: d2/k1 is at version 1\.\d+, not 0\.\d+\. Export it anew"):
        import_claims(case, save(), "x")
    assert case.head() == before
    rows[0] = rows[1]
    del rows[1]
    assert len(import_claims(case, save(), "x").events) == 1


def test_lines_count_rows_over_several_lines(case, sheet):
    rows, save = sheet
    rows[0]["quote"] = "\n".join(rows[0]["quote"].split(" ", 2))
    rows[1]["voice"] = "loud"
    with pytest.raises(BadInput, match=r"line 5: voice is"):
        import_claims(case, save(), "x")


def test_files_that_cannot_be_read_are_named(case, tmp_path):
    path = tmp_path / "x.csv"
    with pytest.raises(FileMissing):
        import_claims(case, path, "x")
    path.write_text("stance\nACCUSE\n")
    with pytest.raises(BadInput, match='no column "id"'):
        import_claims(case, path, "x")
    path.write_bytes("id,notes\nd2/k1,caf\xe9\n".encode("latin-1"))
    with pytest.raises(BadInput, match="is not UTF-8"):
        import_claims(case, path, "x")
    path.write_text("id,stance\nd2/k1,ACCUSE,more\n")
    with pytest.raises(BadInput, match="line 2: it has 3 cells; expected 2"):
        import_claims(case, path, "x")
    with pytest.raises(Refused, match="needs a reason"):
        import_claims(case, path, " ")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-", "@x", "'quoted'", "plain", "", "\tx"])
def test_no_cell_is_a_formula_and_each_comes_back(text):
    assert plain(safe(text)) == text
    assert not safe(text).startswith(("=", "+", "-", "@", "\t"))
