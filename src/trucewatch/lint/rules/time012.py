"""TIME012: until political event."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE = (
    r"\b(?:until|till|pending|up to the time|as long as)\b[^.;]{0,70}\b(?:government|parliament|elections?|"
    r"settlement|constitution|political (?:solution|process|agreement|transition)|transition(?:al)?|(?:permanent|"
    r"final|comprehensive|definitive|lasting) (?:\w+ )?(?:cease-?fire|agreement|peace|settlement|solution)|"
    r"peace (?:agreement|treaty|accord)|president|assembly|authority)\b(?: \w+){0,4}"
)
_CALM = (
    r"\b(?:until|till|as long as) (?:such time as )?(?:the )?(?:\w+ ){0,2}?(?:situation|conditions?|circumstances|calm|peace|order|tensions?|stability|trust|confidence)\b"
    r"[^.;]{0,40}?\b(?:calm\w*|normal\w*|stab\w+|allows?|permits?|improves?|improved|returns?|returned|restored|quiet|secure|safe|eases?|eased|subsides?|subsided|settled)\b"
)
_LET_UNLESS = (
    r"\b(?:certif|record|confirm|declares? in writing|notif)\w*|\bat (?:least|latest)\b|no later than|\b(?:19|"
    r"20)\d\d\b"
)

RULE = Rule(
    code="TIME012",
    name="until-political-event",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds duties that run until a political event: a new government, a settlement, an election.",
    why=(
        "Whoever says that the event has happened is free. The Libyan text of October 2020 freezes "
        "foreign training until the new unified government assumes its functions, which says nothing of "
        "who establishes that it has."
    ),
    bad="Foreign trainers stay away until the new parliament takes up its work.",
    good=(
        "Foreign trainers stay away until the Mission records that parliament has sat, and at least until 30 June 2027."
    ),
    readings=(
        "The bearer reads: the event has happened. The duty lapsed.",
        "The other side reads: it has not, or not fully. The duty goes on.",
    ),
    suggestion="Name who records the event, and give a last and a first day.",
    check=all_of(
        *(
            flag(words, '"{words}": nobody is named who says that this has happened', unless=_LET_UNLESS)
            for words in (_CUE, _CALM)
        )
    ),
)
