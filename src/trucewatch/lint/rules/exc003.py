"""EXC003: one sided security measures."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:additional|special|extra|further|exceptional|supplementary) (?:\w+ )?security (?:measures|zones?|"
    r"arrangements|regime)\b|\b(?:additional|exceptional) (?:military|protective) measures\b|\b(?:take|"
    r"adopt) (?:all )?(?:measures|steps) (?:it|they) (?:deem|consider|find)s? (?:necessary|appropriate)"
    r"|\badditional measures (?:of|for) security\b"
)

RULE = Rule(
    code="EXC003",
    name="one-sided-security-measures",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what=(
        "Finds one party's right to take additional security measures, or to keep peacekeepers of its "
        "own, for a time that nobody limits."
    ),
    why=(
        "An exception for one side has no edge. After August 2008 in Georgia one party's peacekeepers "
        "stayed at posts far from the old zone, for a period that was not set."
    ),
    bad="Until monitors come, the northern contingent takes additional security measures.",
    good=("Until 1 October the northern contingent keeps at most 8 posts of 18 soldiers at the places in Annex Q."),
    readings=(
        "The bearer reads: whatever we hold needed, wherever. New posts are measures.",
        "The other side reads: a few patrols. It calls each new post an occupation.",
    ),
    suggestion="Give number, places, means and the last day.",
    check=flag(
        _CUE, '"{words}" for one side, without number, place or end', unless=r"\bannex|at most \d|no more than \d"
    ),
)
