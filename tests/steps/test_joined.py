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


def test_what_two_parties_undertake_together_is_a_claim_of_each():
    report = read(
        "The Zambian government and the Valley Front (VF) signed a ceasefire at Adwa on 2 May 2022. "
        "The Valley Front accused the government of shelling the mill."
    )
    told = [(c.stance, spoken(report, c)) for c in report.claims]
    assert told == [("COMMIT", "Zambian government"), ("COMMIT", "Valley Front"), ("ACCUSE", "Valley Front")]
    assert [a.kind for a in report.actors if a.name.exact == "Zambian government"] == ["state"]
    assert 'together with others: "The Zambian government and the Valley Front"' in report.claims[0].notes


def test_who_accuse_each_other_are_each_the_others_target():
    report = read(
        "Armenia and Azerbaijan accused each other on 13 December 2020 of breaking the truce. "
        "Azerbaijan said that its troops had taken the hill."
    )
    first, second = report.claims[:2]
    assert (first.stance, second.stance) == ("ACCUSE", "ACCUSE")
    assert (first.speaker, first.target) == (second.target, second.speaker)


def test_what_two_undertake_is_a_claim_of_each_also_where_nothing_else_is_told_of_them():
    report = read("Zambia and the Valley Front signed a ceasefire at Adwa on 2 May 2022.")
    told = [(c.stance, spoken(report, c)) for c in report.claims]
    assert told == [("COMMIT", "Zambia"), ("COMMIT", "Valley Front")]


def spoken(report, claim):
    """What the text calls whoever makes a claim."""
    (actor,) = [a for a in report.actors if a.id == claim.speaker]
    return actor.name.exact
