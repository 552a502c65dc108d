"""SEQ002: parallel without steps."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:concurrent(?:ly)?|simultaneous(?:ly)?|in parallel|parallel to|at the same time as|hand in hand|"
    r"synchroni[sz]ed|reciprocal(?:ly)?)\b"
)

RULE = Rule(
    code="SEQ002",
    name="parallel-without-steps",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds duties that are to run concurrently, in parallel or simultaneously, with no table of steps.",
    why=(
        "Each waits to see the other begin. The Nairobi declaration of November 2022 makes disarmament "
        "concurrent with the withdrawal of foreign forces: arms were handed over and verified in January "
        "2023, the withdrawal was not verified."
    ),
    bad="The return of the guns shall run in parallel with the departure of the garrison.",
    good=(
        "A quarter of the guns is returned when a quarter of the garrison has left, and so on in four "
        "tranches; the Mission certifies each."
    ),
    readings=(
        "The first side reads: we move when you move. It waits.",
        "The other side reads: both move from the first day. It calls the waiting a breach.",
    ),
    suggestion="Pair the steps in tranches and say who certifies each.",
    check=flag(
        _CUE,
        '"{words}" with no table of paired steps',
        unless=r"\btranche|\bquarter|per cent|%|\bas in annex|in annex|\bstep \d|certif",
    ),
)
