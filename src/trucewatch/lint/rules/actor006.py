"""ACTOR006: duty of influence."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:use|uses|using|exert|exercise)s? (?:(?:all|any|its|their|his|every|whatever|"
    r"the) )*(?:\w+ )?(?:influence|good offices|leverage)\b"
)
_CUE_2 = r"\bcalls? (?:up)?on (?!the (?:depositary|chair))[^.;]{1,80}? to \w+"
_CUE_3 = (
    r"\b(?:shall|will|must|to|agree to|undertake to) (?:\w+ly )?(?:encourage|urge|persuade|prevail upon|appeal to|"
    r"use (?:its|their) persuasion)\b[^.;]{0,60}\b(?:all(?:y|ies|ied)|militias?|(?:armed )?groups?|affiliates?|"
    r"forces|fighters|factions?|supporters|states?|governments?|backers?|movements?)\b"
)
_CUE_4 = (
    r"\b(?:we|(?:the|both) (?:parties|sides|signatories)) (?:also |jointly |further |\w+ly )?(?:ask|request|invite|urge|appeal to|entreat) "
    r"(?!each other|one another)[^.;]{1,80}? to \w+"
)

RULE = Rule(
    code="ACTOR006",
    name="duty-of-influence",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds promises to use influence, to encourage or to call upon somebody else, where the result "
        "itself is not promised."
    ),
    why=(
        "Influence cannot be measured, so the promise cannot be broken. In the Good Friday Agreement of "
        "1998 the parties were to use any influence they may have on decommissioning; the dispute over "
        "what that meant ran until 2005."
    ),
    bad="The Parties shall use their influence with the armed groups in the valley.",
    good=(
        "Each Party shall ensure that the armed groups named in Annex E observe Article 3; what they do "
        "counts as its own act."
    ),
    readings=(
        "The bearer reads: a phone call is enough. Whatever the group then does, the promise is kept.",
        "The other side reads: the group must stop. It calls each attack a breach by the patron.",
    ),
    suggestion="State the result that the party must bring about and what follows when the group does not obey.",
    check=all_of(
        flag(_CUE_1, '"{words}" promises an attempt and no result'),
        flag(_CUE_2, '"{words}" asks a third party and binds nobody'),
        flag(_CUE_3, '"{words}" promises an attempt and no result'),
        flag(_CUE_4, '"{words}" asks a third party and binds nobody'),
    ),
)
