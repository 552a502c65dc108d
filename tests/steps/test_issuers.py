"""Who issues a statement whose letterhead names its issuer by initials alone."""

import pytest

from tests.steps.reading_reports import read, told

BODY = "\nHavana, 9 July 2018\n\nWe reject the accusation that our fighters broke the truce.\n"


@pytest.mark.parametrize(
    ("title", "issuer"),
    [
        ("Statement of the ELN", "ELN"),
        ("Communiqué of the MILF on the ceasefire", "MILF"),
        ("ELN COMMUNIQUÉ", "ELN"),
        ("SPLM-IO: PRESS STATEMENT", "SPLM-IO"),
        ("Press release from SPLM/A-IO (Juba)", "SPLM/A-IO"),
    ],
)
def test_initials_in_a_title_are_its_issuer(title, issuer):
    assert told(read(title + BODY)) == [(issuer, "DENY_CONDUCT")]


@pytest.mark.parametrize(
    "title", ["Statement on the ELN", "FINAL STATEMENT", "PRESS COMMUNIQUÉ", "TRUCE STATEMENT", "Statement for the UN"]
)
def test_other_words_in_capitals_issue_nothing(title):
    assert told(read(title + BODY)) == [(None, "DENY_CONDUCT")]
