"""TIME009: ambiguous frequency."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = r"\bbi-? ?(?:monthly|weekly|annual(?:ly)?|yearly)\b|\bbiannual(?:ly)?\b"
_CUE_2 = (
    r"\b(?:periodically|regularly|from time to time|at (?:regular|suitable|appropriate) intervals|"
    r"on a regular basis|frequently|periodic|regular (?:meetings|reports|contacts?|consultations|updates))\b"
)

RULE = Rule(
    code="TIME009",
    name="ambiguous-frequency",
    severity=Severity.LOW,
    since="0.1.0",
    what="Finds frequencies with two meanings (bi-monthly, bi-weekly) or none (periodically, regularly).",
    why=(
        "Twice a month and every two months are both bi-monthly. The monitors' board of the South "
        "Sudanese text of 2017 was to meet bi-monthly."
    ),
    bad="The Board shall meet bi-weekly.",
    good="The Board shall meet on the first Monday of every second month.",
    readings=(
        "One side reads: twice in the period. It calls a missed meeting a breach.",
        "The other side reads: once in two periods. It comes half as often.",
    ),
    suggestion="Name the day: the first Monday of every second month.",
    check=all_of(
        flag(_CUE_1, '"{words}" has two meanings'),
        flag(_CUE_2, '"{words}" names no frequency', unless=r"\b(?:every|each|daily|weekly|monthly) ?(?:\w+)?\b"),
    ),
)
