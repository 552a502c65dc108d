"""TIME011: undefined duration."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:truce|cease-?fire|cessation(?: of hostilities)?|pause|"
    r"suspension)\b[^.;]{0,60}\b(?:lasts?|for (?:a|an) (?:initial |limited |short )?(?:period|duration)|"
    r"shall (?:last|be in force|remain in force|run|continue)|is valid|for (?:\d+|[a-z-]+) (?:hours|days|weeks|"
    r"months))\b[^.;]{0,40}"
    r"|\b(?:pause|truce|cease-?fire) of (?:\d+|[a-z-]+) (?:hours|days|weeks|months)\b"
)
_LET_UNLESS_ANYWHERE = r"\b(?:renew(?:al|ed|able|s)?|extend(?:ed|s)?|prolong\w*|extension of)\b|until terminated"

RULE = Rule(
    code="TIME011",
    name="undefined-duration",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=(
        "Finds a ceasefire for a limited time that says nothing about renewal, and one that ends at an "
        "event nobody dates."
    ),
    why=(
        "On the last day each side decides for itself whether it still holds. The Lebanese arrangement of "
        "November 2024 ran for sixty days and was prolonged by announcement; the Karabakh statement of "
        "2020 renews itself unless a side gives six months' notice."
    ),
    bad="The truce shall last for 30 days.",
    good=("The truce ends at 24:00 on 26 January unless both Parties sign a renewal; no conduct amounts to renewal."),
    readings=(
        "One side reads: it lapses by itself. Fire on the next day breaks nothing.",
        "The other side reads: it goes on while talks go on. Fire on the next day is a breach.",
    ),
    suggestion="Say how it is renewed, by whom, and until when.",
    check=flag(
        _CUE,
        '"{words}": what holds afterwards is not said',
        unless=r"\b(?:renew|extend|extension|prolong|unless|automatic|terminat)",
        unless_anywhere=_LET_UNLESS_ANYWHERE,
    ),
)
