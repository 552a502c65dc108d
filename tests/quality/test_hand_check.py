"""Verdicts given by hand, joined with what is found now, and the page of figures."""

from pathlib import Path

import pytest

import trucewatch
from quality.__main__ import (
    HAND_CHECK,
    HAND_CHECKED,
    KEPT_APART,
    LEARNED_FROM,
    PAGE,
    PASSAGES,
    PASSAGES_LEARNED_FROM,
    SENTENCES,
    TEXTS,
)
from quality.hand_check import HandCheck, Verdicts, join, verdict_rows
from quality.page import hand_check_rows, hand_check_table, sheet_table, with_figures
from quality.tally import Sheet
from tests.paths import needs_shared


def finding(
    code: str = "TIME001", clause: str | None = "art_1", exact: str = "shall  leave\nthe fort", severity: str = "high"
):
    return {"code": code, "clause": clause, "exact": exact, "severity": severity}


def row(code: str = "TIME001", clause: str = "art_1", words: str = "shall leave", verdict: str = "right"):
    return {"code": code, "clause": clause, "words": words, "verdict": verdict, "why": "No day."}


def joined(findings: list[dict], rows: list[dict]) -> HandCheck:
    check = HandCheck()
    join("draft", findings, rows, check)
    return check


def test_a_row_meets_the_finding_that_begins_with_its_words():
    check = joined([finding()], [row()])
    assert check.rules == {"TIME001": Verdicts(right=1)}
    assert (check.not_judged, check.gone) == ([], [])


@pytest.mark.parametrize("other", [row(code="TIME002"), row(clause="art_2"), row(words="shall withdraw")])
def test_another_rule_clause_or_wording_is_another_finding(other):
    check = joined([finding()], [other])
    assert check.rules == {}
    assert check.not_judged == ["draft  TIME001 art_1: shall leave the fort"]
    assert len(check.gone) == 1


def test_one_row_judges_one_finding():
    check = joined([finding(), finding()], [row()])
    assert check.overall.judged == 1
    assert len(check.not_judged) == 1


def test_a_finding_about_the_whole_text_has_neither_clause_nor_words():
    check = joined([finding("CONS003", None, "A Title")], [row("CONS003", "", "", "wrong"), row("TEXT004", "", "")])
    assert check.overall == Verdicts(wrong=1)
    assert check.gone == ["draft  TEXT004: the whole text: it was right"]


def test_what_is_doubtful_counts_against_precision():
    assert Verdicts(right=6, doubtful=1, wrong=1).precision == 6 / 8
    assert Verdicts().precision is None


def test_sums_are_over_all_severe_and_components():
    findings = [finding(), finding("ACT002", severity="medium"), finding("COMP-MINE", None, severity="low")]
    check = joined(findings, [row(), row("ACT002", verdict="doubtful"), row("COMP-MINE", "", "")])
    rows = dict(hand_check_rows(check))
    assert rows["all findings"] == Verdicts(right=2, doubtful=1)
    assert rows["high findings and blockers"] == Verdicts(right=1)
    assert rows["COMP-*"] == Verdicts(right=1)
    assert "| ACT002 | 0 | 1 | 0 | 0.00 |" in hand_check_table(check)


@pytest.mark.parametrize(
    "rows",
    ["- {code: TIME001, clause: art_1, words: x, verdict: good, why: y}", "- {code: TIME001, verdict: right}"],
)
def test_a_row_that_cannot_be_joined_is_named(tmp_path: Path, rows: str):
    path = tmp_path / "pax_1.yaml"
    path.write_text(rows, encoding="utf-8")
    with pytest.raises(ValueError, match=r"pax_1\.yaml") as refused:
        verdict_rows(path)
    assert str(refused.value) == (
        "pax_1.yaml, row 1: expected clause, code, verdict, why, words, and a verdict out of right, doubtful, wrong. "
        "Mend the row."
    )


@pytest.mark.parametrize("path", sorted(HAND_CHECKED.glob("*.yaml")), ids=lambda path: path.stem)
def test_verdicts_quote_few_words_and_give_a_reason(path: Path):
    rows = verdict_rows(path)
    assert rows
    assert all(len(row["words"].split()) < 12 and row["why"].strip() for row in rows)


@needs_shared
def test_the_bars_hold_and_every_finding_is_judged():
    check = HandCheck()
    for path in sorted(HAND_CHECKED.glob("*.yaml")):
        printed = trucewatch.to_json(trucewatch.lint(trucewatch.read_agreement(TEXTS / f"{path.stem}.txt")))
        join(path.stem, printed["findings"], verdict_rows(path), check)
    assert check.not_judged == []
    assert check.overall.precision >= 0.85
    assert {code: v.precision for code, v in check.often().items() if v.precision < 0.7} == {}


def test_figures_stand_between_their_marks():
    sheet = Sheet()
    sheet.tally("claims").right = 1
    sheet.share("stance").add(False)
    page = "A\n<!-- figures: one -->\nold\n<!-- end of figures -->\nB\n<!-- figures: two -->\nkept\n<!-- end of figures -->\n"
    new = with_figures(page, {"one": sheet_table(sheet)})
    assert "old" not in new
    assert "kept" in new
    assert "| claims | 1.00 | 1.00 | 1.00 | 1/0/0 |\n| stance | | 0.00 | | 0 of 1 |" in new
    assert with_figures(new, {"one": sheet_table(sheet)}) == new


def test_the_page_has_a_place_for_every_comparison():
    page = PAGE.read_text(encoding="utf-8")
    titles = ["agreements, dev", "agreements, test"]
    titles += [f"reports, {s}{' (learned from)' if s in PASSAGES_LEARNED_FROM else ''}" for s in PASSAGES]
    titles += [f"single sentences, {s}{' (learned from)' if s in LEARNED_FROM else ''}" for s in SENTENCES]
    for title in (HAND_CHECK, *titles, KEPT_APART, "the Libya passage"):
        assert page.count(f"<!-- figures: {title} -->") == 1
