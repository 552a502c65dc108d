"""EXC001: exclusion eats rule."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:not (?:apply|cover|extend|include|protect|concern|bind|affect|prevent|limit|preclude)|exclud\w*|"
    r"exempt\w*|except(?:ion)?s?(?: for| of| against)?|with the exception of|other than|"
    r"outside the scope)\b[^.;]{0,80}\b(?:terroris\w*|designated \w+|extremis\w*|jihadis\w*|radical \w+|outlaw\w*|"
    r"bandits?|criminal(?:s| groups| gangs| elements)?|ISIL|ISIS|Daesh|al-?\s?Qa\w+)"
)
_CUE_2 = (
    r"\b(?:fight|struggle|operations?|measures?|action|war) against (?:\w+ ){0,2}(?:terroris\w*|designated \w+|"
    r"extremis\w*|jihadis\w*|radical \w+|outlaw\w*|bandits?|criminal(?:s| groups| gangs| elements)?|ISIL|ISIS|"
    r"Daesh|al-?\s?Qa\w+)[^.;]{0,60}\b(?:shall )?(?:continue|not be (?:affected|limited)|permitted|allowed)"
    r"|\b(?:terroris\w*|designated|extremis\w*|jihadis\w*|criminal)\b[^.;]{0,30}\b(?:are|is|remain|shall be) (?:excluded|exempt\w*|not (?:covered|protected|included)|outside)"
)

RULE = Rule(
    code="EXC001",
    name="exclusion-eats-rule",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds exclusions by label (terrorists, extremists, criminal groups) without a dated list, a "
        "decider and rules for mixed areas."
    ),
    why=(
        "Whoever may pin the label may go on fighting. The Syrian cessation of February 2016 left out two "
        "groups; the government accepted it while going on against these and others that it held to be "
        "linked with them."
    ),
    bad="This truce does not protect terrorists.",
    good=(
        "This truce does not protect the groups on the list of 1 May in Annex P; no strike on them falls "
        "within 5 km of a Party's position without 24 hours' notice to the Commission."
    ),
    readings=(
        "One side reads: my enemy is a terrorist. It goes on firing.",
        "The other side reads: only those whom all sides name. It calls each strike a breach.",
    ),
    suggestion="Attach a dated list, name who may change it, and rule on mixed areas and notice.",
    check=all_of(
        flag(
            _CUE_1,
            '"{words}": no dated list and no decider limits this exclusion',
            unless=r"\blist of \d|list of (?:the )?(?:UN|\d|1)|\bannex|un list",
        ),
        flag(_CUE_2, '"{words}": no dated list and no decider limits this exclusion', unless=r"\bannex|list of \d"),
    ),
)
