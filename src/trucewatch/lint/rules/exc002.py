"""EXC002: self defence without test."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\bself[- ]?defen[cs]e\b(?! (?:groups?|forces|units?|militias?|committees?))|\b(?:right|entitled|may|free)\b[^.;]{0,30}\bto? ?(?:defend (?:itself|themselves|"
    r"himself)|respond to (?:any |an )?(?:attack|aggression|violation)s?|retaliate|hot pursuit)\b|"
    r"\bactive defen[cs]e\b|\bacting against (?:\w+ )?threats?\b|\baffects? the right of [^.;]{0,30}\bdefend\b|\bin case of (?:armed violence|attack|aggression|"
    r"provocation)\b|\bif (?:attacked|provoked|fired upon)\b|\b(?:hot pursuit|in response to (?:an? )?(?:attack|"
    r"threat|aggression))\b"
)
_LET_UNLESS = (
    r"\breport(?:ed|s)?\b.{0,40}\b(?:within|hours?|minutes?)|\bhotline\b|on (?:the )?(?:\w+ )?order|"
    r"notif\w+\b.{0,40}\bwithin|at (?:its|the) source\b"
)

RULE = Rule(
    code="EXC002",
    name="self-defence-without-test",
    severity=Severity.HIGH,
    since="0.1.0",
    what=("Finds a right of self-defence or response with no test of necessity, prior contact, command or report."),
    why=(
        "Every exchange of fire then has two defenders. In Lebanon in November 2024 the right was kept "
        "and its meaning was not agreed; a strike followed the next day. Ukraine's measures of July 2020 "
        "allow return fire only after coordination was tried and on the order of the leadership."
    ),
    bad="Nothing in this Truce touches the right to self-defence.",
    good=(
        "Fire may be returned only under attack, after a call to the hotline when time allows, on a "
        "colonel's order, and shall be reported within one hour."
    ),
    readings=(
        "The side that fires reads: I felt threatened. It was self-defence.",
        "The side that is hit reads: no shot was fired from here. It was an attack.",
    ),
    suggestion="Add the test: under attack, after contact was tried, on whose order, reported within what time.",
    check=flag(_CUE, '"{words}": no test says when, on whose order, and reported to whom', unless=_LET_UNLESS),
)
