"""ACTOR005: affiliates not bound."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:army|armed forces|forces|front|troops|government) (?:shall|will|"
    r"must) (?:\w+ly )?(?:cease (?:all )?(?:fire|hostilities|fighting|attacks)|stop (?:firing|fighting)|"
    r"hold (?:its|their) fire)"
)
_LET_UNLESS_ANYWHERE = (
    r"\b(?:affiliat|alli(?:es|ed)|prox(?:y|ies)|militia|auxiliar|command (?:or|and) control|under (?:its|"
    r"their) (?:command|control|influence)|groups? (?:that )?(?:fight|act)ing? )"
)

RULE = Rule(
    code="ACTOR005",
    name="affiliates-not-bound",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds a duty to stop fighting that reaches the signatory's own forces and says nothing of the "
        "groups that fight beside them."
    ),
    why=(
        "A ceasefire that binds the army alone leaves the fighting to allies. The Darfur ceasefire of "
        "April 2004 left a splinter group outside; the Pretoria agreement of 2022 did not name the "
        "Eritrean and Amhara forces."
    ),
    bad="The Army shall cease fire on 4 May.",
    good=(
        "The Army shall cease fire on 4 May and answers for the groups named in Annex E that act under "
        "its command or control."
    ),
    readings=(
        "The signatory reads: only my own soldiers are bound. Attacks by its allies break nothing.",
        "The opponent reads: everybody on that side is bound. It answers an ally's attack as a breach.",
    ),
    suggestion=(
        "Name the groups that act under the party's command, control or influence, and make the party "
        "answer for the result."
    ),
    check=flag(
        _CUE,
        '"{words}" binds the signatory\'s own forces only; nothing is said of groups that fight beside them',
        unless_anywhere=_LET_UNLESS_ANYWHERE,
        once=True,
    ),
)
