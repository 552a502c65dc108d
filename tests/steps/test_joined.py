"""What somebody says or does in one breath is one claim."""

import pytest

from .reading_reports import read


@pytest.mark.parametrize(
    "text",
    [
        "The army accused the rebels of shelling the port and accused them of burning two huts.",
        "The army accused the rebels of shelling the port, but accused them of burning two huts, too.",
    ],
)
def test_what_and_joins_is_one_claim_with_both_halves_quoted(text):
    (claim,) = [c for c in read(text).claims if c.stance == "ACCUSE"]
    assert "shelling" in claim.quote.span.exact
    assert "burning" in claim.quote.span.exact


@pytest.mark.parametrize(
    "text",
    [
        "The army said that the rebels had shelled the port and that the rebels had burned two huts.",
        "The army accused the rebels on 3 May 2019 of shelling the port and accused them on 5 May 2019 of burning two huts.",
        "The army accused the rebels of shelling the port, and the police accused them of burning two huts.",
        "The army accused the rebels of shelling the port. It accused them of burning two huts.",
    ],
)
def test_two_statements_two_days_two_speakers_and_two_sentences_stay_apart(text):
    assert [c.stance for c in read(text).claims].count("ACCUSE") == 2
