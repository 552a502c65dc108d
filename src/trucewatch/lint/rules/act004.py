"""ACT004: permitted movement missing."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:all|any) (?:military )?movements?\b[^.;]{0,40}\b(?:prohibited|forbidden|banned|halted|ceases?|"
    r"suspended)|\b(?:prohibit|forbid|ban|halt)\w* (?:all|any) (?:military )?movements?\b|"
    r"\bshall (?:immediately )?freeze (?:in|at) their (?:current )?(?:locations|positions)"
    r"|\bno (?:troop |military |armed )?movements?(?: of \w+)? (?:is|are|shall be) (?:permitted|allowed)|\b(?:the )?movements? of (?:forces|troops|units)\b[^.;]{0,20}\b(?:prohibited|forbidden|banned)|\ball (?:military |troop )?movements? (?:shall|must|will) (?:stop|cease)"
)
_LET_UNLESS_IN_ARTICLE = r"\bpermitted (?:are|movements?)|movements? are (?:permitted|allowed)|medical evacuation"

RULE = Rule(
    code="ACT004",
    name="permitted-movement-missing",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=("Finds a ban on all movement that leaves no room for rotation, supply or the evacuation of the wounded."),
    why=(
        "Soldiers must eat and be relieved, so a total ban is broken on the first day and then means "
        "nothing. In Kodok in April 2017 an advance of seventy kilometres was presented as a mere "
        "reaction."
    ),
    bad="All movement of forces is prohibited.",
    good=(
        "Movement of forces is prohibited except medical evacuation, food supply and relief of up to 50 "
        "unarmed soldiers notified 24 hours before."
    ),
    readings=(
        "One side reads: supply is not movement. It drives at night.",
        "The other side reads: nothing may move. It reports the food truck.",
    ),
    suggestion="List what may move, with whose consent, and how long before it is to be notified.",
    check=flag(
        _CUE,
        '"{words}" leaves no room for supply, relief or the evacuation of the wounded',
        unless=r"\bexcept|unless|other than|with the exception|save for",
        unless_in_article=_LET_UNLESS_IN_ARTICLE,
    ),
)
