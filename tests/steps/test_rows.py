"""Rows of tables, and what agencies put in front of a story's title."""

import pytest

from tests.steps.reading_wholly import read_wholly, told_wholly

HEAD = "| No | Date | Place | Incident | Status |\n"


@pytest.mark.parametrize(
    "row",
    [
        "| N-406 | 24 Mar 2021 | Dera | Army shelled the village on Monday. | Not verified |",
        "N-406 | 24 Mar 2021 | Dera | Army shelled the village on Monday | Not verified",
        "| 3 | Dera | Army shelled the village on Monday |",
    ],
)
def test_a_cell_is_no_part_of_the_next(row):
    (claim,) = read_wholly(HEAD + row).claims
    assert claim.quote.span.exact.rstrip(".") == "Army shelled the village on Monday"
    assert told_wholly(HEAD + row) == [("Army", "BREACH")]


@pytest.mark.parametrize(
    "table",
    [
        "Table 2. Prisoner releases\nDate | Party | Released | Pledged\n3 May | Government | 40 | 100",
        "Place | Withdrawn | Verified\nKilo | 40 tanks | 12",
    ],
)
def test_rows_of_numbers_and_headings_claim_nothing(table):
    assert told_wholly(table) == []


def test_one_stroke_makes_no_table():
    text = "The army shelled Kilo on 3 May, the mission said. | UN photo"
    assert told_wholly(text) == [("mission", "THIRD_PARTY_FINDING")]


@pytest.mark.parametrize("slug", ["UPDATE 2-", "RPT-", "CORRECTED-", "WRAPUP 1-", "RPT-UPDATE 1-", "REFILE - "])
def test_what_an_agency_puts_in_front_of_a_title_is_in_no_name(slug):
    report = read_wholly(f"{slug}Congo's army suspends talks with M23")
    assert told_wholly(f"{slug}Congo's army suspends talks with M23") == [("Congo's army", "SUSPEND")]
    assert report.claims[0].quote.span.exact.startswith("Congo's")


def test_a_name_with_a_hyphen_is_no_such_mark():
    (claim,) = read_wholly("M23-Congo talks suspended by the army").claims
    assert claim.quote.span.exact.startswith("M23-Congo")
