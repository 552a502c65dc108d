"""SEQ005: silent order."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = r"^\W*(?:\(?a\) )?[^()]{3,80}\(b\) [^()]{3,80}"
_LET_UNLESS = r"\bindependent|in (?:this|the following) order|\bfirst\b|\bthen\b|\bby \d|shall not|prohibit"

RULE = Rule(
    code="SEQ005",
    name="silent-order",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds lettered steps in one sentence with no word on their order or independence.",
    why=(
        "Silence on order invites each side to put its own step last. In Northern Ireland a newspaper "
        "described what was left open on the order of decommissioning and government as a trap for both."
    ),
    bad="(a) weapons handed in (b) council formed (c) prisoners freed.",
    good="Steps (a), (b) and (c) are independent; delay in one does not excuse another.",
    readings=(
        "One side reads: in the order written. It waits for the step before its own.",
        "The other side reads: in any order. It calls the waiting a breach.",
    ),
    suggestion="Say that the steps are independent, or number them and certify each.",
    check=flag(
        _CUE,
        "Steps are listed, and nothing says in what order or whether they depend on each other",
        unless=_LET_UNLESS,
        unless_in_article=r"independent|in (?:this|the following) order",
    ),
)
