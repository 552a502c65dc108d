"""DEF005: attachment ambiguity."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE = (
    r"\b(?:energy|civilian|power|water|transport|medical|humanitarian|military|port|oil) (?:and|"
    r"or) (?:infrastructures?|facilities|installations?|objects?|sites?|targets?)\b"
)

_CUE_2 = (
    r"\b\w+s (?:and|or) (?:oil|energy|power|water|transport|military|civilian) (?:infrastructure|facilities|installations)\b|"
    r"\b\w+ (?:facilities|installations|sites) or personnel\b"
)
_LISTED = r"\bannex|\blisted\b|\bmeans\b"

RULE = Rule(
    code="DEF005",
    name="attachment-ambiguity",
    severity=Severity.HIGH,
    since="0.1.0",
    what=('Finds pairs such as "energy and infrastructure" where it is open whether the first word limits the second.'),
    why=(
        "On 18 March 2025 one capital spoke of energy and infrastructure and the other of energy "
        "infrastructure: a bridge is in the first and not in the second."
    ),
    bad="The Parties shall not strike energy and infrastructure.",
    good="The Parties shall not strike the 212 facilities in Annex K.",
    readings=(
        "One side reads: power stations only. Bridges may be hit.",
        "The other side reads: all infrastructure. A hit on a bridge is a breach.",
    ),
    suggestion="Attach a list of the facilities.",
    check=all_of(
        flag(_CUE, '"{words}" can be read as one thing or two', unless=_LISTED),
        flag(_CUE_2, '"{words}" can be read as one thing or two', unless=_LISTED, severity=Severity.MEDIUM),
    ),
)
