"""EXC005: enforcement exemption."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:except|excluding|other than|save|not (?:apply|affect|include|cover|"
    r"prevent))\b[^.;]{0,40}\b(?:counter-?\s?terror\w*|anti-?\s?terror\w*|counter-?\s?insurgency|"
    r"law[- ]enforcement|police|policing|security operations?|training|routine (?:patrols?|operations?))\b"
    r"|\b(?:training|policing|law[- ]enforcement|counter-?terror\w*|police)\b[^.;]{0,40}\b(?:are|is|remain) (?:exempt\w*|excluded|not (?:covered|affected|included))"
)

RULE = Rule(
    code="EXC005",
    name="enforcement-exemption",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds exemptions for law enforcement, counter-terrorism or training, without notice to anybody.",
    why="A raid and an attack look alike to those who are hit.",
    bad="Military action stops, except for counter-insurgency operations.",
    good=("Military action stops, except arrests by police without weapons above 7.62 mm, notified 6 hours before."),
    readings=(
        "One side reads: every raid is police work. It goes on.",
        "The other side reads: soldiers are no police. It calls the raid an attack.",
    ),
    suggestion="Limit arms and places, and ask for notice.",
    check=flag(
        _CUE,
        '"{words}" without notice to anybody',
        unless=r"\bnotif|\bnotice\b|\bhours before|prior|communicat|\binform",
    ),
)
