"""XREF004: undated incorporation."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:relevant|existing|applicable|previous|prior|earlier|pertinent|other|respective)"
    r" (?:(?:\w+ )?(?:decisions|resolutions|agreements|accords|standards|instruments|understandings|"
    r"arrangements|protocols|undertakings|documents|communiqu[ée]s|rules|best practices))\b|"
    r"\binternational best practices\b|\brelevant (?:\w+ )?standards\b"
)
_LET_UNLESS = r"\bannex|\b(?:19|20)\d\d\b|\barticle \d|no (?:prior|other|previous)|\blisted"

RULE = Rule(
    code="XREF004",
    name="undated-incorporation",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds outside texts taken in without title, date or number: relevant decisions, existing agreements.",
    why="Each side brings the version that suits.",
    bad="Patrols follow the relevant decisions.",
    good="Patrols follow the communique of 24 November 2014, paragraph 7 (Annex T).",
    readings=(
        "One side reads: the latest version. New duties apply.",
        "The other side reads: the version it signed. It refuses the new ones.",
    ),
    suggestion="Give title, date and paragraph, or annex the text.",
    check=flag(_CUE, '"{words}": neither title nor date says which text is meant', unless=_LET_UNLESS),
)
