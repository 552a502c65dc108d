"""QTY002: open quantity."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:up to|at most|approximately|roughly|some|around|about|nearly|no more than|not more than|"
    r"a maximum of)(?: a)?(?: maximum of)? (?:\d[\d,.]*+|(?:a )?(?:hundred|thousand|dozen))(?! ?(?:hours?|days?|"
    r"weeks?|months?|years?|minutes?|%|per ?cent|km|kilomet\w+|met(?:re|er)s?|m\b|mm|at a time|january|february|"
    r"march|april|may|june|july|august|september|october|november|december))"
)
_CUE_2 = (
    r"\b(?:a )?(?:limited|small|sufficient|certain|appropriate|reasonable|agreed|adequate) (?:number|quantity|"
    r"amount|contingent|(?:\w+ )?force|presence|detachment)s?\b"
)

RULE = Rule(
    code="QTY002",
    name="open-quantity",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what='Finds quantities given as "up to", "approximately" or "a limited number".',
    why=(
        'Nothing is within "up to". The Doha agreement speaks of up to 5,000 prisoners, the Libyan one of '
        "a limited military force."
    ),
    bad="A limited contingent shall guard the bridge.",
    good="A contingent of 240 regular soldiers, 120 from each Party, shall guard the bridge.",
    readings=(
        "The bearer reads: one is enough. It delivers one.",
        "The other side reads: as many as could be meant. It counts the rest as missing.",
    ),
    suggestion="Give the number, or a lower and an upper bound.",
    check=all_of(
        flag(_CUE_1, '"{words}" is also met by none', unless=r"\bexcept|at least|not less than|provided that no more"),
        flag(_CUE_2, '"{words}" names no number', unless=r"\b\d+\b"),
    ),
)
