"""WEASEL001: unbounded means."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:(?:all|any|the|every|other|such) )*(?:necessary|appropriate|adequate|effective|suitable|reasonable|"
    r"proper|specific|practical|concrete|possible|relevant|required) (?:and \w+ )?(?:measures?|steps?|means|"
    r"actions?|methods?|arrangements|precautions|resources|mechanisms?|monitoring|support|conditions|assistance|"
    r"guarantees|strategies)\b|\bas (?:appropriate|necessary|needed|required)\b|\b(?:effective|adequate|"
    r"appropriate|sufficient) (?:\w+ )?(?:monitoring|protection|control|access|security|cooperation)\b|"
    r"\bmost effective\b"
)

# What somebody may do, or leave, binds nobody to any means.
_LET_UNLESS = r"\bannex|following (?:measures|steps)|namely|^(?!.*\b(?:shall|must|will)\b).*\bmay\b(?! not)"

RULE = Rule(
    code="WEASEL001",
    name="unbounded-means",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what='Finds "all necessary measures", "appropriate steps", "as appropriate", "adequate", "effective".',
    why=(
        "The bearer chooses the means and so the duty. The South Sudanese text of December 2017 asks for "
        "the necessary steps."
    ),
    bad="The Front shall take all necessary measures against looting.",
    good="The Front shall take the measures in Annex N against looting and report each week which were taken.",
    readings=(
        "The bearer reads: what I think fit. A circular is a measure.",
        "The other side reads: whatever it takes. Any looting is a breach.",
    ),
    suggestion="List the measures and have them reported.",
    check=flag(_CUE, '"{words}" leaves the means to the bearer', unless=_LET_UNLESS),
)
