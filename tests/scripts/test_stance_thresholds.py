"""Which stances are left to the cues."""

import numpy as np

from scripts.stance_examples import NO_CLAIM, Span
from scripts.stance_thresholds import FEW, left_to_cues
from trucewatch.core.ports import StanceQuestion

CODES = ["ACCUSE", "COMMIT", NO_CLAIM]
FAMILIES = np.asarray([0, 1, 2])


def span(stance: str, rule: str | None, source: str = "default") -> Span:
    asked = StanceQuestion("x", 0, 1, frozenset({"said"}), rule, source)
    return Span(0, 1, stance, (stance,), False, False, asked)


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
