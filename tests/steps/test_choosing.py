"""Which of several duties claims are about, all weighed together."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from tests.steps.reading_reports import read
from trucewatch.core.model import Link, Report
from trucewatch.steps.claims.choosing import Choice, best_answers, choose, likely, score
from trucewatch.steps.claims.matching import (
    TERM,
    TRUCE,
    WHOLE,
    Asked,
    Candidate,
    Scorer,
    Step,
    relatives,
    states_enough,
    ties,
)
from trucewatch.steps.claims.support import supported
from trucewatch.vocabulary.matter_words import matter_words
from trucewatch.wiring import duty_judge

PRISONERS = Candidate(TERM, 3, frozenset({"release", "detain"}), frozenset({"captives"}), start=0, end=20, form="under")
ROADS = Candidate(TERM, 3, frozenset({"open", "road"}), frozenset({"roads"}), start=22, end=40, form="under")
FIRE = Candidate(TRUCE, 2, frozenset({"ceasefire"}), frozenset({"fire"}), truce=True, start=50, end=60)
DUTIES = [PRISONERS, ROADS, FIRE, Candidate(WHOLE)]
# A judge of meaning to whom all duties fit a claim alike.
ALIKE = [[0.0] * 4]


def claim(stance: str, words: str = "", **more: object) -> Asked:
    return replace(Asked(stance, frozenset(words.split()), start=100, end=120, order=9, paragraph=3), **more)


def test_a_claim_is_about_the_duty_that_shares_its_words():
    (choice,) = choose(DUTIES, [claim("ACCUSE", "road closed")], [(3, "fallback")], ALIKE)
    assert (choice.at, choice.reason, choice.shared) == (1, "shares its words", ("road",))
    assert choice.told("opened the roads", "open the road") == "shares its words: roads (road)"


def test_an_answer_is_about_the_duty_of_the_accusation():
    accused = claim("ACCUSE", "detain", speaker=frozenset({"army"}))
    denied = claim("DENY_CONDUCT", "charge", order=10, speaker=frozenset({"rebels"}))
    first, second = choose(DUTIES, [accused, denied], [(3, "fallback"), (3, "fallback")], ALIKE * 2)
    assert first.at == second.at == 0
    assert second.reason == "goes on with the claim before it"


def test_fighting_is_about_the_duty_to_hold_fire():
    (choice,) = choose(
        DUTIES, [claim("ACCUSE", "shell", fights=True, fields=frozenset({"fire"}))], [(2, "named")], ALIKE
    )
    assert choice.at == 2


def test_of_duties_without_shared_words_the_meaning_decides():
    (choice,) = choose(DUTIES, [claim("ACCUSE", "tax trader")], [(3, "fallback")], [[1.0, 9.0, 1.0, 0.0]])
    assert choice.at == 1
    assert choice.reason == "the likeliest of the duties that the report states"


def test_a_claim_goes_on_where_staying_is_worth_more_than_leaving():
    scores = [{0: 1.0, 1: 0.0}, {0: 0.0, 1: 0.5}, {0: 1.0, 1: 0.0}]
    apart = [PRISONERS, ROADS]
    assert best_answers(apart, scores, [0.0, 1.0, 1.0]) == [0, 0, 0]
    assert best_answers(apart, scores, [0.0, 0.0, 0.0]) == [0, 1, 0]
    assert best_answers(apart, [], []) == []


def test_how_likely_answers_are_is_summed_over_all_chains():
    scores = [{0: 0.3, 1: 0.0}, {0: 0.0, 1: 0.2, 2: 0.9}, {1: 0.5, 2: 0.4}]
    stay = [0.0, 0.7, 1.1]
    found = likely(3, scores, stay)
    shares = np.zeros((3, 3))
    for chain in product(range(3), repeat=3):
        if all(at in own for at, own in zip(chain, scores, strict=True)):
            points = sum(own[at] for at, own in zip(chain, scores, strict=True))
            points += sum(stay[n] for n in (1, 2) if chain[n] == chain[n - 1])
            for n, at in enumerate(chain):
                shares[n, at] += np.exp(points)
    assert np.allclose(found, shares / shares.sum(1, keepdims=True))


def test_duties_in_nearly_the_same_words_count_for_each_other():
    again = replace(ROADS, words=ROADS.words | {"north"})
    scores = [{0: 0.3, 1: 0.1, 2: 0.0}]
    assert best_answers([PRISONERS, ROADS, again], scores, [0.0]) == [1]
    assert best_answers([PRISONERS, ROADS], [{0: 0.3, 1: 0.1}], [0.0]) == [0]


def test_a_rare_word_counts_more_than_one_that_many_duties_have():
    scorer = Scorer([PRISONERS, replace(PRISONERS, words=frozenset({"detain", "list"})), ROADS])
    shared = [s.words for s in scorer.shared(claim("ACCUSE", "detain list"))]
    assert shared == [0.5, 1.5, 0.0]


def test_relatives_share_a_stem_and_are_not_the_same():
    assert relatives({"demilitarised", "town"}, {"demilitarisation", "town"}) == 1


@pytest.mark.parametrize(
    ("by", "enough"), [((3,), False), ((3, 3), True), ((2, 2), False), ((2, 2, 2), True), ((1, 1, 1), False)]
)
def test_a_report_states_enough_with_two_terms_of_a_text_or_three_things_owed(by, enough):
    assert states_enough([replace(PRISONERS, by=n) for n in by]) is enough


def test_ties_name_how_near_the_claim_before_stands():
    before = claim("ACCUSE")
    assert "tied, answers, next" in ties(before, claim("DENY_CONDUCT", order=10), weak=True)
    assert "tied, far, words" in ties(before, claim("COMMIT", order=30, paragraph=9), weak=False)


# ---------------------------------------------------------------------- in reports

TERMS = "Under the Ardo accord, the army is to leave the port, the rebels must free their prisoners and no tolls are to be taken."


def linked(report: Report) -> list[str | None]:
    words = {c.id: c.span.exact for c in report.commitments}
    return [words.get(c.about.commitment or "") if isinstance(c.about, Link) else None for c in report.claims]


@pytest.mark.parametrize(
    ("said", "duty"),
    [
        ("The minister said the rebels had released 40 captives.", "the rebels must free their prisoners"),
        ("The rebels accused the army of keeping soldiers at the port.", "leave the port"),
    ],
)
def test_claims_of_a_report_are_tied_to_the_duties_that_it_states(said, duty):
    report = read(f"{TERMS}\n\n{said}", duty_judge())
    assert duty in (linked(report)[-1] or "")


def test_the_reason_and_the_agreement_are_told():
    about = read(f"{TERMS}\n\nThe minister said the rebels had released 40 captives.", duty_judge()).claims[-1].about
    assert isinstance(about, Link)
    assert about.agreement == "a1"
    assert about.reason


def test_without_a_judge_of_meaning_the_rules_alone_decide():
    report = read(f"{TERMS}\n\nThe minister said the rebels had released 40 captives.")
    about = report.claims[-1].about
    assert isinstance(about, Link)
    assert about.reason.startswith("its words speak of")


def test_what_facts_count_together_does_not_depend_on_their_order():
    weights = {"a": 0.1, "b": 0.2, "c": 0.3}
    assert score(weights, dict.fromkeys("abc", 1.0)) == score(weights, dict.fromkeys("cba", 1.0))


def test_shared_words_are_told_also_where_they_are_part_of_another():
    choice = Choice(0, "shares its words", (), tuple(matter_words("Luri")))
    assert choice.told("The team was stopped at Luri.", "the removal of roadblocks on the Luri-Toro road") == (
        "shares its words: Luri"
    )


def test_a_duty_that_a_claim_may_not_be_about_is_not_chosen_for_its_words():
    both = replace(PRISONERS, words=frozenset("detain road fire".split()))
    apart = [replace(ROADS, words=frozenset({word})) for word in ("detain", "road", "fire")]
    (chosen,) = best_answers([both, *apart], [{1: 0.0, 2: 0.1, 3: 0.0}], [0.0])
    assert chosen != 0


def test_a_claim_below_a_heading_is_about_what_the_heading_names():
    below = claim("REPORT_PROGRESS", "half", heading=frozenset({"open", "road"}))
    (choice,) = choose(DUTIES, [below], [(3, "fallback")], ALIKE)
    assert (choice.at, choice.reason) == (1, "stands under its heading")
    (choice,) = choose(DUTIES, [replace(below, heading=frozenset({"general"}))], [(3, "fallback")], ALIKE)
    assert choice.reason != "stands under its heading"


def test_what_other_claims_are_likely_about_is_counted_without_the_claim_itself():
    step = Step({0: {"a": 1.0}, 1: {"a": 1.0}}, (), ())
    one, other = supported(DUTIES[:2], [step, step], np.array([[0.9, 0.1], [0.2, 0.8]]))
    assert one.facts[0]["other claims, term"] == pytest.approx(0.2)
    assert one.facts[1]["other claims, term"] == pytest.approx(0.8)
    assert other.facts[0]["other claims, term"] == pytest.approx(0.9)
    assert "most other claims, term" in one.facts[1]
    assert "most other claims, term" not in one.facts[0]
    assert one.facts[0]["a"] == 1.0


def test_a_claim_alone_in_its_report_has_no_other_claims():
    (only,) = supported(DUTIES[:1], [Step({0: {}}, (), ())], np.array([[1.0]]))
    assert only.facts[0]["other claims, term"] == only.facts[0]["share of other claims, term"] == 0


def test_the_share_of_few_other_claims_says_little():
    step = Step({0: {}}, (), ())
    two = supported(DUTIES[:1], [step] * 2, np.ones((2, 1)))
    many = supported(DUTIES[:1], [step] * 11, np.ones((11, 1)))
    assert two[0].facts[0]["share of other claims, term"] == pytest.approx(1 / 8)
    assert many[0].facts[0]["share of other claims, term"] == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("duties", "headed", "quote", "duty"),
    [
        (
            "Both sides agreed to stay 2 km from the river and to mark their vehicles with white flags.",
            "2. Vehicles. The provincial command said the driver had been punished.",
            "the driver had been punished",
            "mark their vehicles with white flags",
        ),
        (
            "What was signed in Kell: no new trenches, POWs home by the 20th, the bridge open to civilians.",
            "3/ POWs. 61 went home on Saturday. The rebels say they have sent everyone they had.",
            "they have sent everyone they had",
            "POWs home by the 20th",
        ),
    ],
)
def test_a_thing_alone_is_the_duty_that_tells_of_it_in_full(duties, headed, quote, duty):
    report = read(f"The Kell truce holds. {duties}\n\n{headed}", duty_judge())
    (about,) = [c.about for c in report.claims if quote in c.quote.span.exact]
    named = {c.id: c.span.exact for c in report.commitments}
    assert isinstance(about, Link)
    assert about.commitment is not None
    assert named[about.commitment] == duty


def test_under_a_heading_a_claim_without_words_of_its_own_is_about_the_duty_that_the_heading_names():
    headed = claim("DECLARE_CONTINUE", "check", fields=frozenset({"captives"}), heading=frozenset({"road"}))
    (choice,) = choose(DUTIES, [headed], [(3, "fallback")], ALIKE)
    assert (choice.at, choice.reason) == (1, "stands under its heading")
    # Its own words count for more.
    (choice,) = choose(DUTIES, [replace(headed, words=frozenset({"detain", "release"}))], [(3, "fallback")], ALIKE)
    assert choice.at == 0
