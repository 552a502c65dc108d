"""Chooses which stances are left to the cues, and how sure the head must be, on propositions that it has not learned from."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from typing import Any

from trucewatch.core.ports import StanceQuestion
from trucewatch.trained.judge import answered

from .stance_examples import NO_CLAIM, Span

# What it is worth to print a claim of the right family of stances, or one of another family; and what it costs where
# nothing is claimed. One more claim makes F1 better when it is right in more than half of F1.
RIGHT, OTHER, COST = 1.0, 0.5, 0.75
STEPS = tuple(step / 20 for step in range(21))
# Before anything is chosen; the order is that of choosing. Without cases to choose by, this stays.
BEFORE = {
    "cue": 0.4,
    "cue_none": 0.9,
    "default": 0.25,
    "default_none": 0.5,
    "main": 0.0,
    "open": 0.8,
    "open_none": 0.3,
    "apart_none": 0.2,
}
# A cue is silenced only where the head is nearly sure that nothing is claimed: silence is what a reader cannot check.
SILENT = 0.9
# With fewer cases than this nothing is chosen.
FEW = 10
# Cues of a stance decide without the head, which takes time, where it would be right in hardly more of all cases.
HARDLY = 0.02


def left_to_cues(asked: Sequence[Span], likely: Any, codes: Sequence[str], families: Any) -> list[str]:
    """The stances whose cues decide without being asked again; one row of `likely` belongs to each proposition."""
    # No claim is no family of stances, whatever else counts as one with it.
    family = {code: -1 if code == NO_CLAIM else int(number) for code, number in zip(codes, families, strict=True)}
    count, gain = Counter[str](), Counter[str]()
    for span, row in zip(asked, likely, strict=True):
        question = _question(span)
        if question.source == "cue" and question.rule is not None:
            right = {family[code] for code in span.accepted if code in family}
            count[question.rule] += 1
            gain[question.rule] += family[codes[int(row.argmax())]] in right
            gain[question.rule] -= family.get(question.rule) in right
    return sorted(stance for stance, cases in count.items() if cases >= FEW and gain[stance] <= HARDLY * cases)


def chosen(
    asked: Sequence[Span],
    likely: Any,
    codes: Sequence[str],
    families: Any,
    firm: Collection[str],
) -> dict[str, float]:
    """For each name of `answered` the least change from `BEFORE` that is worth most.

    One row of `likely` belongs to each proposition; those with a cue in `firm` are not asked about.
    """
    sure = dict(BEFORE)
    cases = [(s, row) for s, row in zip(asked, likely, strict=True) if not _left(_question(s), firm)]

    def worth(kind: str, sure: dict[str, float]) -> float:
        own = [(s, row) for s, row in cases if kind_of(_question(s)) == kind]
        return sum(_worth(s, answered(_question(s), row, codes, families, sure), families, codes) for s, row in own)

    for kind in ("cue", "default", "open", "apart"):
        if sum(kind_of(_question(s)) == kind for s, _ in cases) >= FEW:
            names = [name for name in sure if name.split("_")[0] in _NAMES[kind]]
            sure = _best(names, sure, lambda now, kind=kind: worth(kind, now))
    return sure


_NAMES = {"cue": ("cue",), "default": ("default",), "open": ("open", "main"), "apart": ("apart",)}


def kind_of(question: StanceQuestion) -> str:
    """Which of the names' stems a question is answered by."""
    if question.source == "apart":
        return "apart"
    return question.source if question.rule else "open"


def _best(names: Sequence[str], sure: dict[str, float], worth: Callable[[dict[str, float]], float]) -> dict[str, float]:
    """One name after the other, twice: the first choice of one bears on that of the next."""
    for name in [*names, *names]:
        steps = [step for step in STEPS if name != "cue_none" or step >= SILENT]
        choices = sorted(steps, key=lambda step: abs(step - BEFORE[name]))
        best = max(choices, key=lambda step: round(worth({**sure, name: step}), 6))
        if worth({**sure, name: best}) > worth(sure):
            sure = {**sure, name: best}
    return sure


def _worth(span: Span, answer: str | None, families: Any, codes: Sequence[str]) -> float:
    """What the answer is worth; where there is none, what that of the cues is."""
    stance = answer or _question(span).rule or NO_CLAIM
    if stance == NO_CLAIM:
        return 0.0
    if span.stance == NO_CLAIM:
        return -COST
    places = {code: number for number, code in enumerate(codes)}
    family = families[places[stance]] if stance in places else None
    return RIGHT if family in {families[places[code]] for code in span.accepted if code in places} else OTHER


def _left(question: StanceQuestion, firm: Collection[str]) -> bool:
    return question.source == "cue" and question.rule in firm


def _question(span: Span) -> StanceQuestion:
    if span.question is None:
        raise ValueError("a case is a proposition that the judge was asked about")
    return span.question
