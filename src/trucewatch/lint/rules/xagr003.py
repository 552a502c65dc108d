"""XAGR003: no conflict clause."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:complements?|supplements?|adds? to|builds? (?:up)?on|addendum to|in addition to|elaborates?|"
    r"reaffirms?|to fulfil+)\b[^.;]{0,60}\b(?:accords?|agreements?|truces?|memorand\w+|protocols?|"
    r"ceasefires?|understandings?|arrangements?)\b|\bwithout (?:replacing|superseding)\b"
)
_LET_UNLESS_ANYWHERE = r"\bprevails?\b(?!ing)|\bsupersedes?\b|\bin case of (?:conflict|contradiction)|\breplaces\b"

RULE = Rule(
    code="XAGR003",
    name="no-conflict-clause",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds references to earlier ceasefires with no rule on which text prevails.",
    why=(
        "Each side cites the text that suits. The Minsk texts of September 2014 and February 2015 follow "
        "one another without a rule."
    ),
    bad="This truce adds to the earlier truces.",
    good="Where they differ, this truce prevails over those of 5 and 19 September.",
    readings=(
        "One side reads: the earlier text still holds. It claims the old line.",
        "The other side reads: the later text replaced it. It claims the new one.",
    ),
    suggestion="Say which text prevails where they differ.",
    check=flag(
        _CUE,
        '"{words}": nothing says which text prevails',
        once=True,
        unless=r"\bprevail|\bsupersed|\breplac|shall (?:be )?amend|amend this",
        unless_anywhere=_LET_UNLESS_ANYWHERE,
    ),
)
