"""How sure the head must be, and which stances are left to the cues, by propositions that it has not learned from."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from trucewatch.core.ports import StanceQuestion

from .stance_examples import NO_CLAIM, Span

# How much must speak for a family of stances, to overrule a cue and elsewhere; and how much for no claim, where a cue would be
# silenced and elsewhere. Chosen for each kind of question on what is held out they were no better. A cue is silenced only where
# the head is nearly sure: silence is what a reader cannot check.
OVERRULES, LEAST, SILENT, NOTHING = 0.4, 0.2, 0.9, 0.6
SURE = {"cue": OVERRULES, "cue_none": SILENT}
SURE |= dict.fromkeys(("default", "open", "main"), LEAST) | dict.fromkeys(
    ("default_none", "open_none", "apart_none"), NOTHING
)
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


def kind_of(question: StanceQuestion) -> str:
    """Which of the names' stems a question is answered by."""
    if question.source == "apart":
        return "apart"
    return question.source if question.rule else "open"


def _question(span: Span) -> StanceQuestion:
    if span.question is None:
        raise ValueError("a case is a proposition that the judge was asked about")
    return span.question
