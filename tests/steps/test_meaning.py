"""What a judge of meaning says of duties, as facts with names."""

import pytest

from trucewatch.steps.claims.matching import TERM, TOPIC, WHOLE, Asked, Candidate
from trucewatch.steps.claims.meaning import meaning_facts

CLAIM = Asked("ACCUSE", start=100, end=140)
TOLLS, ROADS = Candidate(TERM, 3, start=0, end=20), Candidate(TERM, 3, start=22, end=40)
BEFORE, ITSELF = Candidate(TOPIC, start=60, end=70), Candidate(TOPIC, start=110, end=120)


def test_the_likeliest_duty_is_marked_and_the_shares_sum_to_one():
    facts = meaning_facts(CLAIM, [TOLLS, ROADS], [0, 1], [3.0, 3.0 - 0.6931471805599453])
    assert facts[0]["likeliest meaning"] == 1
    assert facts[1]["likeliest meaning"] == 0
    assert [facts[n]["meaning"] for n in (0, 1)] == pytest.approx([-0.405465, -1.098612], abs=1e-5)


def test_what_is_not_offered_has_no_facts_and_takes_no_share():
    facts = meaning_facts(CLAIM, [TOLLS, ROADS], [1], [9.0, 3.0])
    assert facts.keys() == {1}
    assert facts[1]["meaning"] == 0


def test_what_another_claim_speaks_of_is_compared_by_meaning_and_the_claims_own_words_are_not():
    facts = meaning_facts(CLAIM, [TOLLS, BEFORE, ITSELF, Candidate(WHOLE)], [0, 1, 2, 3], [2.0, 4.0, 12.0, 0.0])
    assert facts[1]["meaning, topic"] == 2
    assert facts[1]["topic elsewhere, likeliest meaning"] == 1
    assert "meaning, topic" not in facts[2]
    assert facts[2]["topic itself, meaning elsewhere"] == 2
    assert facts[3] == {"whole, meaning of duties": 1}


def test_without_duties_nothing_is_divided():
    assert meaning_facts(CLAIM, [Candidate(WHOLE)], [0], [0.0]) == {0: {"whole, meaning of duties": 0}}
