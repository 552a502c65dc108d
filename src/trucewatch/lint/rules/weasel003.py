"""WEASEL003: good faith only."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\bin (?:a|the) spirit of\b|\bguided by (?:the|a) spirit of\b|\b(?:act|proceed|work|cooperate|negotiate|behave) in good faith\b|"
    r"\bwith good ?will\b|\bin good ?will\b"
)

RULE = Rule(
    code="WEASEL003",
    name="good-faith-only",
    severity=Severity.LOW,
    since="0.1.0",
    what="Finds sentences whose only content is good faith, goodwill or a spirit of something.",
    why="Nobody can be shown to lack good faith on a given day.",
    bad="The Parties shall act in a spirit of trust.",
    good="The Parties shall carry out Articles 3 to 9, and do so in good faith.",
    readings=(
        "The bearer reads: an attitude. It always had it.",
        "The other side reads: cooperation in everything. It calls each refusal bad faith.",
    ),
    suggestion="Say what is to be done; good faith may follow.",
    check=flag(_CUE, '"{words}" is all that this sentence asks', unless=r"\b(?:by \d|within \d|article|annex)\b"),
)
