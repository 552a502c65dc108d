"""The flat Python API: its names, its values, and the whole way on the example case."""

from datetime import date
from pathlib import Path

import pytest

import trucewatch
from trucewatch.core.errors import BadInput, UnknownRule
from trucewatch.core.model import Agreement, CaseStatus, LintResult, Report, Rule

CASE = Path(__file__).resolve().parents[1] / "examples" / "libya"


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return trucewatch.read_agreement(CASE / "agreement.txt", signed_on="2020-10-23")


@pytest.fixture(scope="module")
def reports() -> list[Report]:
    return [trucewatch.read_report(path) for path in sorted((CASE / "reports").glob("*.txt"))]


def test_the_api_is_flat_and_these_are_its_names():
    assert trucewatch.__all__ == [
        "Agreement",
        "CaseStatus",
        "Finding",
        "LintResult",
        "Redraft",
        "Report",
        "Rule",
        "Settings",
        "Span",
        "TrucewatchError",
        "against_baseline",
        "components_svg",
        "diff",
        "explain",
        "lint",
        "order_png",
        "order_svg",
        "read_agreement",
        "read_report",
        "rules",
        "status",
        "suggest",
        "to_docx",
        "to_html",
        "to_json",
        "to_sarif",
        "write_baseline",
    ]
    assert all(hasattr(trucewatch, name) for name in trucewatch.__all__)
    assert set(trucewatch.__all__) <= set(dir(trucewatch))


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'trucewatch' has no attribute 'guess'"):
        _ = trucewatch.guess


def test_lint_stays_a_function_when_the_subpackage_of_that_name_is_imported():
    import trucewatch.lint.engine
    from trucewatch.lint import engine

    assert callable(trucewatch.lint)
    assert callable(engine.lint)


def test_an_agreement_is_read_and_linted(agreement):
    assert agreement.anchors["signature"].when.earliest == date(2020, 10, 23)
    assert agreement.commitments
    result = trucewatch.lint(agreement)
    assert isinstance(result, LintResult)
    assert result.findings
    assert result.components


def test_rules_can_be_chosen(agreement):
    code = next(iter(trucewatch.lint(agreement).findings)).code
    assert {finding.code for finding in trucewatch.lint(agreement, select=[code]).findings} == {code}
    assert code not in {finding.code for finding in trucewatch.lint(agreement, ignore=[code]).findings}


def test_an_unknown_rule_names_the_nearest(agreement):
    with pytest.raises(
        UnknownRule, match=r'^UnknownRule: no rule "TIME99". Nearest: TIME\d+. See all: trucewatch rules$'
    ):
        trucewatch.lint(agreement, select=["TIME99"])


def test_rules_and_their_explanation():
    rules = trucewatch.rules()
    assert len(rules) >= 15
    code = next(iter(rules))
    assert isinstance(trucewatch.explain(code), Rule)
    assert trucewatch.explain(code.lower()) is rules[code]


def test_a_report_is_read_with_the_date_given_to_it():
    path = CASE / "reports" / "2020-10-31-analyst-note.txt"
    report = trucewatch.read_report(path, published_on="2020-10")
    assert report.document.published_on.latest == date(2020, 10, 31)
    assert report.claims


def test_a_status_takes_the_newest_day_that_the_reports_name(agreement, reports):
    status = trucewatch.status(agreement, reports)
    assert isinstance(status, CaseStatus)
    assert status.as_of == date(2021, 3, 16)


def test_a_status_of_an_earlier_day(agreement, reports):
    assert trucewatch.status(agreement, reports, as_of="2020-10-31").as_of == date(2020, 10, 31)


def test_a_status_needs_a_day_from_somewhere(agreement):
    with pytest.raises(BadInput) as caught:
        trucewatch.status(agreement, [])
    assert str(caught.value) == (
        "BadInput: as_of is not given and the reports name no day; expected one of them. Pass a day as YYYY-MM-DD"
    )


def test_a_date_that_is_none_is_refused():
    with pytest.raises(BadInput) as caught:
        trucewatch.read_report(CASE / "agreement.txt", published_on="last week")
    assert str(caught.value) == (
        'BadInput: published_on is "last week"; expected a date such as 2020-11-04, 2020-11 or 2020-11-02/2020-11-04'
    )


def test_results_become_json(agreement, reports):
    assert trucewatch.to_json(trucewatch.lint(agreement))["schema"] == "trucewatch.lint/1"
    assert trucewatch.to_json(reports[0])["schema"] == "trucewatch.read/1"
    assert trucewatch.to_json(trucewatch.status(agreement, reports))["schema"] == "trucewatch.status/1"


def test_a_report_has_its_incidents(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("On 3 May 2019 rebels shelled Taiz.\n", encoding="utf-8")
    report = trucewatch.read_report(path)
    assert [incident.kind for incident in report.incidents] == ["shelling"]
    assert trucewatch.to_json(report)["incidents"][0]["perpetrator"][0]["exact"] == "rebels"
