"""XAGR002: two texts two words."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:text|instrument|document|version|declaration) (?:1|one|a|i)\b[^.]{0,120}[.;] ?(?:text|instrument|"
    r"document|version|declaration) (?:2|two|b|ii)\b"
)
_CUE_2 = r"^\W*(?:text|instrument|document|declaration) (?:2|two|b|ii)\b[^.]{0,120}"

RULE = Rule(
    code="XAGR002",
    name="two-texts-two-words",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what="Finds two instruments quoted on one subject in different words.",
    why=(
        "Each side signs both and keeps one. On the day of the Doha agreement another declaration spoke "
        "of the feasibility of releasing prisoners, where the agreement had them released."
    ),
    bad="Text A: captives freed. Text B: the freeing of captives considered.",
    good="Text B repeats Text A, article 4, word for word.",
    readings=(
        "One side reads: the firm text.",
        "The other side reads: the soft text. Both signed both.",
    ),
    suggestion="Use one wording in both, or say which text prevails.",
    check=all_of(
        flag(
            _CUE_1,
            "Two instruments speak of one subject in different words",
            unless=r"word for word|prevail|identical|repeats",
        ),
        flag(
            _CUE_2,
            '"{words}": another instrument says this in other words',
            unless=r"word for word|prevail|identical|repeats",
        ),
    ),
)
