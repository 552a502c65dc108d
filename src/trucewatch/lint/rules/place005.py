"""PLACE005: domain missing."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = r"\b(?:land|ground|infantry|armou?red) (?:forces|troops|units|operations)\b"
_LET_UNLESS_ANYWHERE = r"\b(?:aerial|drones?|unmanned|aviation|aircraft|air (?:strikes?|forces?|attacks?)|naval)\b"

RULE = Rule(
    code="PLACE005",
    name="domain-missing",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds a ceasefire for land forces only, with no word on air, sea or drones.",
    why=(
        "The war moves to where the text is silent. In Sri Lanka movement at sea was in dispute after "
        "2002, and the monitors drafted naval rules a year later."
    ),
    bad="Ground forces shall hold their fire.",
    good="Ground, naval, air and unmanned forces shall hold their fire.",
    readings=(
        "One side reads: drones are not ground forces. It flies on.",
        "The other side reads: the war has stopped. It calls each flight a breach.",
    ),
    suggestion="Name land, sea, air, drones and cyber, or say that all are meant.",
    check=flag(
        _CUE,
        '"{words}" only: air, sea and drones are not spoken of',
        once=True,
        unless=r"\b(?:air|aerial|naval|sea|drones?|unmanned)\b",
        unless_anywhere=_LET_UNLESS_ANYWHERE,
    ),
)
