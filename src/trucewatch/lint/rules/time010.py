"""TIME010: unrealistic deadline."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:full|complete|entire|whole|all|total)\b[^.;]{0,60}\b(?:redeploy\w*|withdraw\w*|disarm\w*|demobili\w+|"
    r"cantonment|repatriat\w+)\b[^.;]{0,60}\b(?:in|within) (?:\d|1\d|2[01]|seven|ten|fourteen|twenty-one) days\b|"
    r"\b(?:redeploy\w*|withdraw\w*|disarm\w*|demobili\w+|cantonment)\b[^.;]{0,50}\b(?:all|full|"
    r"complete)\b[^.;]{0,50}\b(?:in|within) (?:\d|1\d|2[01]|seven|ten|fourteen|twenty-one) days\b"
)

RULE = Rule(
    code="TIME010",
    name="unrealistic-deadline",
    severity=Severity.INFO,
    since="0.1.0",
    what="Notes whole redeployments or handovers that are due within two or three weeks.",
    why=(
        "A date that cannot be kept teaches both sides that dates do not matter. The redeployment at "
        "Hodeidah was due within 21 days, by 8 January 2019, and missed."
    ),
    bad="The redeployment of all forces shall be complete within 14 days.",
    good="Tranche 1 by day 20, tranche 2 by day 45; the Commission may extend once by 10 days.",
    readings=(
        "The bearer reads: a target. Being late is nobody's fault.",
        "The other side reads: a deadline. It is free of its own duty from the next day.",
    ),
    suggestion="Split the duty in tranches and say who may extend them.",
    check=flag(_CUE, '"{words}": a short time for a whole force'),
)
