"""CONS002: violations not graded."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:violations?|breach(?:es)?|incidents?)\b[^.;]{0,50}\b(?:investigat\w*|examined|reviewed|looked into)\b|"
    r"\b(?:investigate|examine|review)s?\b[^.;]{0,40}\b(?:violations?|breach(?:es)?|incidents?)\b"
)
_LET_UNLESS_ANYWHERE = (
    r"\bgrades? (?:\d|one|i\b)|\bcategor(?:y|ies) of (?:violation|breach)|\bminor\b.{0,80}\bserious\b"
)

RULE = Rule(
    code="CONS002",
    name="violations-not-graded",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds duties to investigate violations without grades and times to report, visit and decide.",
    why="A shot and an offensive then weigh the same, and a report comes after the next battle.",
    bad="Breaches shall be looked into and investigated.",
    good="Breaches of grade 1 to 3 (Annex S): report in 6 hours, visit in 24 hours, decision in 7 days.",
    readings=(
        "The violator reads: one day. It waits for the file to close.",
        "The other side reads: now. It answers before the visit.",
    ),
    suggestion="Add a table of grades with hours to report, to visit and to decide.",
    check=flag(
        _CUE,
        '"{words}" with neither grades nor times',
        once=True,
        unless=r"\bgrade|\bcategor|\bwithin\b|\d+ ?(?:h\b|hours|days)",
        unless_anywhere=_LET_UNLESS_ANYWHERE,
    ),
)
