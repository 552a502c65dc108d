"""TEXT003: secret annex."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:confidential|secret|classified|unpublished|undisclosed) (?:\w+ )?(?:annex(?:es)?|understandings?|"
    r"protocols?|letters?|agreements?|appendix|arrangements?|documents?)\b|\bside[- ]letters?\b|"
    r"\b(?:understandings?|annex(?:es)?|letters?|protocols?|lists?|documents?|arrangements?) (?:\w+ ){0,3}?(?:not|never) (?:be )?(?:made public|published|disclosed)\b|"
    r"\bseparate (?:understanding|letter|note|protocol)s?\b"
)
_LET_UNLESS = r"\b(?:no|not|without any) (?:other )?(?:confidential|secret|side)|\bthere (?:is|are) no\b"

RULE = Rule(
    code="TEXT003",
    name="secret-annex",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds mentions of confidential annexes, side letters and separate understandings.",
    why=(
        "Who cannot read a duty cannot watch it. The annexes of the Doha agreement were classified; in "
        "Northern Ireland a side letter carried the point that mattered."
    ),
    bad="Details are in a confidential annex.",
    good="There are no other understandings than Annexes A to T.",
    readings=(
        "One side reads: the secret text goes further. It points to what nobody can see.",
        "The other side reads: only what is published binds. It denies the rest.",
    ),
    suggestion="Publish the annex, or say that no other understanding exists.",
    check=flag(_CUE, '"{words}" cannot be read by those who are to watch it', unless=_LET_UNLESS),
)
