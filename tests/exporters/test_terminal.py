import io
import re
from dataclasses import replace
from datetime import date

import pytest
from rich.console import Console

from tests.exporters import samples
from tests.steps.reading_reports import document_of
from trucewatch.core.dates import When
from trucewatch.core.model import LintResult, Rule, Severity
from trucewatch.core.quotes import Span
from trucewatch.exporters import terminal
from trucewatch.exporters.terminal.wording import when_text
from trucewatch.steps.counts import find_counts

RULE = Rule(
    code="TIME002",
    name="elastic-deadline",
    severity=Severity.MEDIUM,
    since="0.1",
    what="A time limit without a last day.",
    why="No day comes on which it is broken.",
    bad="as soon as possible",
    good="by 5 May 2024",
    readings=("at once", "when it suits the holder"),
    suggestion="Add a last day.",
    check=lambda _: (),
    needs="a calendar",
)


def shown(view, *values, width: int = 80, colour: bool = False) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        highlight=False,
        color_system="standard" if colour else None,
    )
    view(*values, console)
    return console.file.getvalue()


def lint_text(width: int = 80) -> str:
    return shown(terminal.show_lint, samples.lint_result(), width=width)


def status_text(width: int = 80) -> str:
    agreement = samples.lint_result().agreement
    return shown(terminal.show_status, samples.case_status(), agreement, [samples.report()], width=width)


def test_the_overview_tells_where_each_commitment_stands_in_short():
    lines = shown(terminal.show_overview, samples.case_overview(), ("a case", "as of 2024-03-15")).splitlines()
    first = [line.strip() for line in lines if line.startswith(("point_1__c1 ", " " * 13))][:4]
    assert first == [
        "point_1__c1  overdue unknown · contested · trend unknown",
        "The Parties shall withdraw their heavy weapons",
        "due 11 Mar 2024 · last 5 Mar 2024, 1 claim from 1 source",
        "established B1 · watch B5",
    ]
    assert "performance: 1 overdue unknown, 1 pending" in lines
    assert "B1 scope narrowing, B5 deadline slips, B10 attack on the monitor" in [line.strip() for line in lines]
    assert "no day can be computed: no day" in [line.strip() for line in lines]
    assert max(map(len, lines)) <= 80


def test_each_part_of_an_overview_has_a_colour_of_its_own():
    coloured = shown(terminal.show_overview, samples.case_overview(), ("a case",), colour=True)
    assert "\x1b[33mcontested\x1b[0m" in coloured
    assert "\x1b[1;31mestablished B1\x1b[0m" in coloured


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(width):
    views = lint_text(width) + shown(terminal.show_read, samples.report(), width=width) + status_text(width)
    assert max(len(line) for line in views.splitlines()) <= width


def test_no_colour_codes_without_a_terminal_and_some_with_one():
    assert "\x1b" not in lint_text()
    assert "\x1b" in shown(terminal.show_lint, samples.lint_result(), colour=True)


def test_the_agreement_is_marked_up_where_the_words_stand():
    text = lint_text()
    assert text.startswith("Truce of the Two Rivers\ntruce.txt · 4 clauses · 2 commitments\n")
    assert "withdraw their heavy weapons[1] from the bridge" in one_line(text)
    assert "released as soon as possible[2]." in one_line(text)
    assert "reading b: at once" in text
    assert "instead: Name a day and an hour." in text


def test_missing_answers_are_dashes_with_their_reason():
    assert "— who: passive without an agent; where: not stated" in lint_text(80)
    assert "— passive" in lint_text(120)


def test_a_computed_day_is_marked_as_computed_with_what_it_assumes():
    assert "= 11 Mar 2024 to 12 Mar 2024, computed (counted from signature" in lint_text(80)
    assert 'no day can be computed: "as soon as possible" names no day' in one_line(lint_text(80))


def test_counts_by_severity_leave_accepted_findings_out_and_there_is_no_score():
    text = lint_text()
    assert "1 high · 1 medium · 1 accepted" in text
    assert "accepted: lists follow; Joint Commission clears it up by 2024-04-01" in text
    assert "1 vague · 1 absent" in text
    assert "GEO002 not checked: needs a map" in text
    assert not re.search(r"score|rating|%", text, re.I)


def test_components_are_listed_with_level_name_and_clause():
    console = Console(file=io.StringIO(), width=80)
    terminal.show_lint(samples.lint_result(), console, {"HW": "heavy weapons", "MVM": "monitoring"})
    text = one_line(console.file.getvalue())
    assert "HW vague heavy weapons point_1 MVM absent monitoring 171 of 414 ceasefire agreements have it" in text


def test_an_agreement_without_findings_says_so():
    clean = replace(samples.lint_result(), findings=(), components=())
    assert "NO FINDINGS" in shown(terminal.show_lint, clean)


def test_readings_are_told_once_and_pointed_to_after_that():
    result = samples.lint_result()
    first = result.findings[0]
    again = replace(first, clause="point_1", span=result.findings[1].span, fingerprint="dddd")
    text = shown(terminal.show_lint, replace(result, findings=(first, again)))
    assert text.count("reading a: the holder decides when") == 1
    assert "readings and remedy as at [1]" in text


def test_a_finding_in_a_clause_that_is_not_listed_is_still_shown():
    result = samples.lint_result()
    lost = replace(result.findings[0], clause="point_99")
    assert "TIME002 elastic-deadline" in shown(terminal.show_lint, replace(result, findings=(lost,)))


def test_square_brackets_in_a_text_are_text():
    result = samples.lint_result()
    finding = replace(result.findings[0], message="[bold]not markup[/bold] [red]")
    marked = LintResult(result.agreement, (finding,), ())
    assert "[bold]not markup[/bold] [red]" in shown(terminal.show_lint, marked)


def test_a_report_shows_speaker_stance_quote_date_conflict_chain_and_link():
    text = one_line(shown(terminal.show_read, samples.report(), width=120))
    assert "k1 The Northern Council`s spokesman REINTERPRET_EXCLUDE speech" in text
    assert "“the truce does not cover its bridge guard”" in text
    assert "5 Mar 2024 (the text also says 6 Mar 2024)" in text
    assert "speaker: The Northern Council`s spokesman > text: the truce does not cover its bridge guard" in text
    assert "“its bridge guard”, the truce (names the bridge guard)" in text
    assert "— no clause fits" in text
    assert "about 40 explosions, near the bridge, 1 Mar 2024 to 31 Mar 2024 (before: 35)" in text
    assert "NOT READ a table without words" in text


def test_another_wording_of_a_commitment_stands_below_it():
    report = samples.report()
    (duty,) = report.commitments
    other = samples.words(report.document, "explosions")
    shown_report = replace(report, commitments=(replace(duty, wordings=(other,)),))
    assert "“its bridge guard” or “explosions”" in one_line(shown(terminal.show_read, shown_report, width=120))


def test_a_status_shows_three_axes_why_and_what_would_change_it():
    text = one_line(status_text())
    assert "as of 15 Mar 2024 · as known on 15 Mar 2024 · 1 report" in text
    assert "reading contested performance overdue unknown trend unknown" in text
    assert "why the spokesman excludes the bridge guard" in text
    assert "would change a monitor's finding that the bridge is clear" in text
    assert (
        "The Northern Council`s spokesman: “the truce does not cover its bridge guard” (REINTERPRET_EXCLUDE, news.txt)"
        in text
    )
    assert "B1 scope narrowing (watch) point_1__c1 north since 5 Mar 2024 (2 people) k1 The Northern" in text
    assert "point_2__c1 pending All prisoners shall be released" in text
    assert "south: 0 claims from 0 sources" in text
    assert "evidence last 5 Mar 2024 (10 days before); 1 independent source (north 1)" in text
    assert "claims k1 (A1/F6)" in text


def test_a_status_shows_what_stands_beside_the_commitments():
    text = one_line(status_text())
    assert "against it: and 2 older claims" in text
    assert "says and says otherwise: keeps and leaves point_1__c1 a (across time) since 5 Mar 2024 k2" in text
    assert "split position: keeps and leaves point_1__c1 a, b (across own-side, private-public) k2" in text
    assert "and yet: and 4 older claims" in text
    assert "says and does otherwise: says and does point_1__c1 a (across conduct)" in text
    assert "and 3 more" in text
    assert "north: 10 days (at least 240 hours) since 5 Mar 2024; above: the leader; silence reported in k2" in text
    assert "guard: 1 day (at least 24 hours) since 14 Mar 2024; above: — no report names a leader of this side" in text
    assert "DEF006 shrinking-qualifier point_1__c1 “heavy weapons”: leaves it out k1" in text
    assert "5 Mar 2024: from AFFIRM to REINTERPRET_EXCLUDE [k1]" in text


def test_the_list_of_rules_has_one_line_for_each():
    text = shown(terminal.show_rules, {"TIME002": RULE})
    assert text.splitlines()[0].split() == ["TIME002", "medium", "elastic-deadline"]
    assert "1 rules" in text


def test_a_rule_is_explained_with_both_wordings_its_readings_and_the_waiver():
    text = one_line(shown(terminal.show_rule, RULE))
    assert text.startswith("TIME002 elastic-deadline medium, since 0.1 — needs a calendar")
    for part in (RULE.what, RULE.why, RULE.bad, RULE.good, "2. when it suits the holder", RULE.suggestion):
        assert part in text
    assert "accepted-ambiguity: TIME002, reason, who clears it up, by when" in text


def test_a_count_says_what_was_counted_and_in_which_words():
    document = document_of(
        "Report, 4 to 10 May 2019\n\nThe team confirmed that two civilians were killed and six were injured."
    )
    report = replace(samples.report(), document=document, counts=find_counts(document))
    text = one_line(shown(terminal.show_read, report, width=100))
    assert "6 civilians injured, 4 May 2019 to 10 May 2019 “six were injured”" in text


def test_a_computed_day_is_shown_with_the_words_that_it_comes_from():
    day = When(
        "2024-03-05", date(2024, 3, 5), date(2024, 3, 5), ("2024-03-01/2024-03-04",), (Span(3, 10, "Tuesday"),), True
    )
    assert when_text(day).plain == "5 Mar 2024, from “Tuesday” (the text also says 1 Mar 2024 to 4 Mar 2024)"
    assert when_text(replace(day, computed=False, alternatives=())).plain == "5 Mar 2024"
