"""Who kept a monitor out is the target of the finding that tells of it."""

import pytest

from tests.steps.reading_reports import document_of, parser
from trucewatch import flow
from trucewatch.vocabulary.reports import report_vocabulary

HEAD = (
    "TRIPOLI, 25 October 2020\n\nThe UN Support Mission in Libya (UNSMIL) spoke to the Libyan National Army (LNA).\n\n"
)


def targets(text: str) -> list[tuple[str, str | None]]:
    report = flow.read_report(document_of(HEAD + text), parser(), report_vocabulary())
    return [(claim.stance, claim.target) for claim in report.claims if claim.quote.span.start >= len(HEAD)]


@pytest.mark.parametrize(
    "text",
    [
        "UNSMIL could not verify the withdrawal because the LNA denied it access to the camp.",
        "UNSMIL monitors were denied access to the port by the LNA.",
    ],
)
def test_the_doer_in_the_words_is_the_target(text):
    assert targets(text) == [("THIRD_PARTY_FINDING", "ly_lna")]


@pytest.mark.parametrize(
    "text",
    [
        "UNSMIL could not verify the withdrawal because it was denied access to the camp.",
        "UNSMIL could not verify the withdrawal of the LNA from the camp.",
    ],
)
def test_nobody_is_named_where_the_words_name_nobody(text):
    assert targets(text) == [("THIRD_PARTY_FINDING", None)]
