"""What a report says of the period before, against the earlier report."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.paths import SHARED, needs_shared
from tests.steps.reading_reports import document_of
from trucewatch.core.dates import when
from trucewatch.core.model import Actor, Contradiction, Report
from trucewatch.core.quotes import Span
from trucewatch.readers.document import read_document
from trucewatch.steps.counts import compare_counts, find_counts
from trucewatch.steps.counts.compare import meant_by

OSCE = SHARED / "cases" / "osce"
FIRST = "Between 17 and 30 September 2018, the mission recorded {} ceasefire violations."
SECOND = (
    "Between 1 and 14 October 2018, it recorded 400 ceasefire violations, compared with {} in the previous two weeks."
)


def report_of(text: str) -> Report:
    document = document_of(text)
    return Report(document, counts=find_counts(document))


def contradictions(earlier: str, stated: str) -> tuple[Contradiction, ...]:
    return compare_counts([report_of(FIRST.format(earlier)), report_of(SECOND.format(stated))])


@pytest.mark.parametrize(
    ("earlier", "stated"),
    [("8,980", "almost 9,000"), ("almost 9,000", "less than 9,000"), ("over 18,000", "18,400"), ("412", "about 400")],
)
def test_rounding_is_no_contradiction(earlier, stated):
    assert contradictions(earlier, stated) == ()


@pytest.mark.parametrize(
    ("earlier", "stated"), [("almost 9,000", "over 10,000"), ("412", "388"), ("at least 50", "fewer than 40")]
)
def test_figures_that_cannot_mean_the_same_contradict_each_other(earlier, stated):
    (found,) = contradictions(earlier, stated)
    assert found.later_count.previous is not None
    assert found.later_count.previous.span.exact == stated
    assert earlier in found.earlier_count.span.exact
    assert found.assumes == ()


def test_a_year_that_is_not_printed_is_assumed_and_said():
    (found,) = compare_counts([report_of(FIRST.format("412").replace(" 2018", "")), report_of(SECOND.format("388"))])
    assert found.assumes == ("the two periods are of one year: a year is not printed",)


def test_only_the_days_right_before_are_compared():
    late = SECOND.format("388").replace("1 and 14 October", "15 and 28 October")
    assert compare_counts([report_of(FIRST.format("412")), report_of(late)]) == ()


def test_places_are_compared_with_themselves():
    elsewhere = FIRST.format("412").replace("violations.", "violations in the Zolote area.")
    assert compare_counts([report_of(elsewhere), report_of(SECOND.format("388"))]) == ()


def test_reports_of_two_missions_are_not_compared():
    first, second = (
        replace(report_of(text), actors=(monitor(text, name),))
        for text, name in (
            (FIRST.format("412").replace("the mission", "UNMHA"), "UNMHA"),
            (SECOND.format("388").replace("it recorded", "the SMM recorded"), "SMM"),
        )
    )
    assert compare_counts([first, second]) == ()
    assert len(compare_counts([first, replace(second, actors=())])) == 1


def test_months_are_compared_by_their_days():
    def of_month(text: str, month: str) -> Report:
        report = report_of(text)
        return replace(report, counts=tuple(replace(count, period=when(month)) for count in report.counts))

    later = of_month(SECOND.format("388"), "2018-10")
    assert len(compare_counts([of_month(FIRST.format("412"), "2018-09"), later])) == 1
    assert compare_counts([of_month(FIRST.format("412"), "2018-07"), later]) == ()


def monitor(text: str, name: str) -> Actor:
    at = text.index(name)
    span = Span(at, at + len(name), name)
    return Actor(name, span, "body", None, "T", {}, (span,))


@given(st.integers(1, 10**6), st.sampled_from("exact about over almost at_least at_most".split()))
def test_a_figure_can_always_mean_itself(value, qualifier):
    low, high = meant_by(value, qualifier)
    assert low <= value <= high


@needs_shared
def test_the_shared_reports_do_not_contradict_each_other():
    documents = [read_document(path) for path in sorted(OSCE.glob("*.txt"))]
    reports = [Report(document, counts=find_counts(document)) for document in documents]
    assert compare_counts(reports) == ()


def test_periods_of_daily_reports_that_share_a_day_are_compared():
    first = report_of("Reporting period 7-8 February 2020. The mission recorded 70 ceasefire violations.")
    second = report_of(
        "Reporting period 8-9 February 2020. The mission recorded 61 ceasefire violations, compared with 75 in the "
        "previous reporting period."
    )
    (found,) = compare_counts([first, second])
    assert found.assumes == ("the one period ends on the day on which the other begins",)


@pytest.mark.parametrize(("explosions", "many"), [("1,388", 0), ("2,388", 1)])
def test_what_is_included_is_compared_with_what_was_included(explosions, many):
    first = report_of(
        f"Weekly report 3-9 February 2020\nThe mission recorded 5,871 ceasefire violations, including {explosions} explosions."
    )
    second = report_of(
        "Weekly report 10-16 February 2020\nThe mission recorded 4,700 ceasefire violations, including 1,120 explosions, "
        "down from about 5,900 (including almost 1,400 explosions) the previous week."
    )
    found = compare_counts([first, second])
    assert [c.later_count.kind for c in found] == ["explosions"] * many


@pytest.mark.parametrize(("stated", "many"), [("966", 0), ("969", 1)])
def test_months_are_compared_across_the_turn_of_the_year(stated, many):
    first = report_of("Monthly figures, December 2020\n\nCeasefire violations: 966")
    second = report_of(f"Monthly figures, January 2021\n\nCeasefire violations: 1,204 (December 2020: {stated})")
    assert len(compare_counts([first, second])) == many
