"""TEXT001: no prevailing language."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:done|signed|drawn up|made|issued|written|executed)\b[^.;]{0,60}\bin (?:the )?[A-Z]\w+(?:,? (?:and|"
    r"or)? ?(?:the )?[A-Z]\w+)* (?:and|or) (?:the )?[A-Z]\w+\b[^.]{0,60}\b(?:equally|both|all|each|authentic|"
    r"same)|\b(?:both|all|each|two|three) (?:\w+ )?(?:texts?|versions?|"
    r"languages?)(?: \w+){0,3} (?:equally )?(?:authentic|authoritative|valid|binding)\b|\bequally authentic\b"
    r"|\b(?:done|signed|drawn up|executed)\b[^.;]{0,60}\bin (?:the )?(?:arabic|english|french|russian|spanish|portuguese|swahili|burmese|chinese|dari|pashto|ukrainian|amharic|somali|tamil|sinhala)\b(?:,? (?:arabic|english|french|russian|spanish|portuguese|swahili|burmese|chinese|dari|pashto|ukrainian|amharic|somali|tamil|sinhala))* and (?:the )?(?:arabic|english|french|russian|spanish|portuguese|swahili|burmese|chinese|dari|pashto|ukrainian|amharic|somali|tamil|sinhala)\b"
)

RULE = Rule(
    code="TEXT001",
    name="no-prevailing-language",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds several authentic language versions of which none prevails.",
    why=(
        "A duty then has as many meanings as languages. The Libyan text of October 2020 circulated in "
        "Arabic and English with different terms."
    ),
    bad="Done in French and Arabic, each text being authentic.",
    good="Done in French and Arabic; the French text prevails.",
    readings=(
        "One side reads: its own language. The duty is narrow.",
        "The other side reads: its own. The duty is wide.",
    ),
    suggestion="Say which version prevails.",
    check=flag(
        _CUE,
        '"{words}": no version prevails',
        unless=r"\bprevail|\bin case of (?:doubt|divergence|difference)",
        unless_anywhere=r"\b(?:text|version|language)s? (?:shall )?prevail|\bprevailing\b",
    ),
)
