"""XAGR004: home state not engaged."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:mercenar(?:y|ies)|foreign (?:\w+ )?(?:fighters|forces|troops|formations|elements|combatants)|(?:hired|"
    r"foreign) fighters|non-[a-z]+(?: [a-z]+)? armed groups)\b[^.;]{0,80}\b(?:go home|leave|return|depart|"
    r"withdraw\w*|exit|repatriated|departure|be withdrawn)\b|\b(?:departure|withdrawal|exit|return|repatriation|"
    r"retreat) of (?:all )?(?:the )?(?:\w+ ){0,3}?(?:mercenar(?:y|ies)|foreign (?:\w+ )?(?:fighters|forces|troops|"
    r"formations|elements))"
)

RULE = Rule(
    code="XAGR004",
    name="home-state-not-engaged",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds foreign fighters who are to go home, with no undertaking of their state to take them.",
    why="Those who cannot go home stay. Fighters from Sudan and Chad in Libya are rebels at home.",
    bad="All hired fighters from abroad shall return home.",
    good="A's citizens leave through port P; A's note of 1 May in Annex U accepts them.",
    readings=(
        "The bearer reads: they may not be received. It keeps them.",
        "The other side reads: it is the bearer's affair. It calls each day a breach.",
    ),
    suggestion="Annex the undertaking of the home state, and name the exit points.",
    check=flag(
        _CUE,
        '"{words}": their own state has undertaken nothing',
        once=True,
        unless=r"\bundertak|\bannex|\baccepts?\b|note of|\bport\b",
        unless_anywhere=r"countries of origin|home state|repatriation agreement",
    ),
)
