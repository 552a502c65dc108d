"""TEXT002: no signed text."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:agreed|concluded|reached|announced|confirmed|decided|understanding)\b[^.;]{0,50}\b(?:by (?:tele)?phone|"
    r"in a (?:tele)?phone (?:call|conversation)|orally|verbally|over the phone|by video ?(?:call|link))\b|"
    r"\b(?:oral|verbal|unwritten|gentlemen's) (?:agreement|understanding)\b|\bread-?outs?\b"
)
_LET_UNLESS = r"\b(?:text|document) signed|no (?:oral|verbal)|\bshall not\b|confirmed in writing|\bhotline\b|\b(?:is|are|be) reached by"

RULE = Rule(
    code="TEXT002",
    name="no-signed-text",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what="Finds agreements that were reached by telephone, orally or in readouts.",
    why=(
        "Each side publishes its own version. The readouts of 18 March 2025 differ; in Colombia a "
        "ceasefire was decreed on 31 December 2022 as bilateral, the other side said on 3 January that "
        "nothing was agreed, and on the 4th it was suspended."
    ),
    bad="The two presidents agreed this by phone.",
    good="Text signed by both on 18 March; the Depositary holds one original.",
    readings=(
        "One side reads: what its own readout says.",
        "The other side reads: what its own says. Neither can be shown to be wrong.",
    ),
    suggestion="Have one text signed, and say who holds the original.",
    check=flag(_CUE, '"{words}": no signed text exists to refer to', unless=_LET_UNLESS),
)
