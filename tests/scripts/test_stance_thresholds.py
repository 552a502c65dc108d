"""How sure the head must be: chosen by what its answers are worth."""

import numpy as np

from scripts.stance_examples import NO_CLAIM, Span
from scripts.stance_thresholds import BEFORE, FEW, chosen, left_to_cues
from trucewatch.core.ports import StanceQuestion

CODES = ["ACCUSE", "COMMIT", NO_CLAIM]
FAMILIES = np.asarray([0, 1, 2])


def span(stance: str, rule: str | None, source: str = "default") -> Span:
    asked = StanceQuestion("x", 0, 1, frozenset({"said"}), rule, source)
    return Span(0, 1, stance, (stance,), False, False, asked)


def sure(cases: list[tuple[Span, list[float]]], firm: tuple[str, ...] = ()) -> dict[str, float]:
    return chosen([s for s, _ in cases], np.asarray([row for _, row in cases]), CODES, FAMILIES, firm)


def test_a_head_that_is_right_where_it_is_hardly_sure_may_overrule() -> None:
    found = sure([(span("COMMIT", "ACCUSE", "cue"), [0.35, 0.36, 0.29])] * FEW)
    assert found["cue"] <= 0.35 < BEFORE["cue"]


def test_a_head_that_is_wrong_where_it_overrules_must_be_surer() -> None:
    found = sure([(span("ACCUSE", "ACCUSE", "cue"), [0.1, 0.7, 0.2])] * FEW)
    assert found["cue"] > 0.7


def test_claims_are_dropped_only_where_that_is_worth_more() -> None:
    rows = [(span(NO_CLAIM, "ACCUSE"), [0.5, 0.1, 0.4]), (span("ACCUSE", "ACCUSE"), [0.9, 0.1, 0.0])]
    assert sure(rows * FEW)["default_none"] <= 0.4
    rows = [(span(NO_CLAIM, "ACCUSE"), [0.2, 0.2, 0.6]), *[(span("ACCUSE", "ACCUSE"), [0.2, 0.1, 0.7])] * 3]
    assert sure(rows * FEW)["default_none"] > 0.7


def test_what_is_as_good_as_before_stays_as_it_was() -> None:
    assert sure([(span("ACCUSE", "ACCUSE", "cue"), [0.9, 0.05, 0.05])] * FEW) == BEFORE


def test_few_cases_and_those_left_to_the_cues_decide_nothing() -> None:
    wrong = (span("ACCUSE", "ACCUSE", "cue"), [0.1, 0.7, 0.2])
    assert sure([wrong] * (FEW - 1)) == BEFORE
    assert sure([wrong] * FEW, firm=("ACCUSE",)) == BEFORE


def left(cases: list[tuple[Span, list[float]]]) -> list[str]:
    return left_to_cues([s for s, _ in cases], np.asarray([row for _, row in cases]), CODES, FAMILIES)


def test_a_stance_is_left_to_its_cues_where_the_head_would_be_right_in_hardly_more_cases() -> None:
    agree = (span("ACCUSE", "ACCUSE", "cue"), [0.8, 0.1, 0.1])
    better = (span("COMMIT", "ACCUSE", "cue"), [0.1, 0.8, 0.1])
    silent = (span(NO_CLAIM, "ACCUSE", "cue"), [0.1, 0.1, 0.8])
    assert left([agree] * 2 * FEW) == ["ACCUSE"]
    assert left([*[agree] * 6 * FEW, better]) == ["ACCUSE"]
    assert left([*[agree] * FEW, better]) == []
    assert left([*[agree] * FEW, silent]) == []
    assert left([agree] * (FEW - 1)) == []
    assert left([(span("ACCUSE", "ACCUSE"), [0.8, 0.1, 0.1])] * FEW) == []
