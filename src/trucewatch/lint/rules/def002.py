"""DEF002: unnamed actor."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = r"\bforeign and (?:all )?(?:other|non-?\s?\w+)(?: \w+)? (?:forces|groups|troops|fighters|elements)\b"
_CUE_2 = (
    r"\bnon-(?!state|signator|govern|party|violent|essential|lethal)\w+(?: [A-Z]\w+)? (?:armed |military )*(?:forces|groups|formations|troops|fighters|elements|"
    r"units)\b"
)
_CUE_3 = (
    r"\b(?:certain|some|various|unspecified) (?:armed |military |other |foreign |outside )*(?:groups|forces|areas|"
    r"districts|actors|elements|countries|states|parties|quarters|persons)\b"
)
_CUE_4 = (
    r"\b(?:the )?other side'?s? (?:allies|backers|supporters|friends)\b|\b(?:external|outside|third) (?:actors|"
    r"parties|powers|forces|elements|backers)\b|\ballied forces\b"
)

RULE = Rule(
    code="DEF002",
    name="unnamed-actor",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        'Finds expressions that stand for somebody whom the text avoids to name: "non-national forces", '
        '"certain groups", "certain areas".'
    ),
    why=(
        "An unnamed actor can deny that it is meant. In the Nairobi declaration of November 2022 Eritrea "
        "stands behind foreign and non-federal forces; in January 2023 an Ethiopian general said that "
        "none remained while others said they did."
    ),
    bad="Certain groups shall leave the province.",
    good="The forces of Arland and the Hill Guards shall leave the province.",
    readings=(
        "The side that is meant reads: we are not these. It stays and breaks nothing.",
        "The other side reads: everybody knows who is meant. It calls their staying a breach.",
    ),
    suggestion="Name the force, or list it in an annex.",
    check=all_of(
        flag(_CUE_1, '"{words}" stands for an actor that is not named', once=True, unless=r"\bannex|namely|listed"),
        flag(_CUE_2, '"{words}" stands for an actor that is not named', once=True, unless=r"\bannex|namely|listed"),
        flag(_CUE_3, '"{words}" stands for something that is not named', once=True, unless=r"\bannex|namely|listed"),
        flag(_CUE_4, '"{words}" stands for an actor that is not named', once=True, unless=r"\bannex|namely|listed"),
    ),
)
