"""When something was said and when it was done, as far as a report gives it."""

import pytest

from tests.steps.reading_reports import read
from trucewatch.core.dates import When
from trucewatch.core.model import Report

HEAD = "BRIEFING NOTE 41\nGoma, 6 September 2024\n\n"


def said(report: Report) -> list[str | None]:
    return [c.said_on.edtf if isinstance(c.said_on, When) else None for c in report.claims]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("yesterday", "2024-09-05"),
        ("last night", "2024-09-05"),
        ("this morning", "2024-09-06"),
        ("the day before yesterday", "2024-09-04"),
        ("on Monday", "2024-09-02"),
        ("two days ago", "2024-09-04"),
        ("last week", "2024-08-26/2024-09-01"),
        ("earlier this week", "2024-09-02/2024-09-06"),
    ],
)
def test_days_count_from_the_date_in_the_title(words, day):
    assert said(read(f"{HEAD}The minister said {words} that the truce did not cover the port.")) == [day]


def test_an_undated_statement_in_a_brief_stays_undated_and_the_authors_words_have_its_day():
    report = read(f"{HEAD}The minister said that the truce did not cover the port. The truce is short and vague.")
    assert said(report) == [None, "2024-09-06"]


def test_a_numbered_note_dates_the_sentence_of_its_mark():
    report = read(
        f"{HEAD}Three diplomats say that the minister privately agreed to suspend the flights.[1] The army denied this.\n\n"
        "[1] Interviews by telephone, diplomats, Nairobi, 26 August 2024."
    )
    assert said(report) == ["2024-08-26", None]


def test_entries_of_a_live_page_have_its_day():
    report = read(
        "LIVE: the southern truce\nBeirut, 20 November 2024\n\n09:15 The army said the rebels had violated the truce.\n"
        "09:40 The rebels denied this.\n10:05 The minister said the truce did not cover the port."
    )
    assert said(report) == ["2024-11-20"] * 3
    assert all(":" not in a.name.exact for a in report.actors)


def test_what_is_told_has_its_own_day():
    report = read(
        "JOINT STATEMENT\nKidal, 19 May 2021\n\n"
        "The movement acknowledged that the government had released the nine detainees on 11 May."
    )
    (claim,) = report.claims
    assert isinstance(claim.happened_on, When)
    assert (said(report), claim.happened_on.edtf) == (["2021-05-19"], "2021-05-11")


def test_a_figure_that_is_only_compared_with_dates_nothing():
    report = read(
        "Monthly report of the Monitoring Team, 1 to 31 August 2019\n\n"
        "The Monitoring Team recorded 58 violations of the truce, against 71 in July."
    )
    assert said(report) == ["2019-08-01/2019-08-31"]


def test_silence_to_this_day_is_of_the_reports_day():
    report = read(f"{HEAD}The foreign ministry has not commented publicly on the truce so far.")
    assert said(report) == ["2024-09-06"]


def test_a_day_behind_a_semicolon_belongs_to_the_other_statement():
    report = read(f"{HEAD}He promised to withdraw the guns from the camp; on 15 August the tanks were gone.")
    assert said(report)[0] is None
