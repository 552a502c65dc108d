"""ACT006: agreement to agree."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:shall|will|should|must|may|to|are|is) (?:then |later |subsequently |additionally |"
    r"further )*be (?:\w+ly )?(?:(?:discussed|negotiated) and )?(?:agreed|determined|worked out|negotiated|"
    r"discussed|elaborated|defined|decided|specified|settled)(?: (?:up)?on)?(?: (?:later|"
    r"additionally|subsequently|separately|jointly|in the course|by the parties|between the parties|at a later|"
    r"in due course|in (?:a )?(?:future|subsequent|separate)|in consultation|with representatives|through|"
    r"in the framework|as (?:soon|needed)))?"
    r"|\b(?:shall|will|are to) (?:then |jointly )?(?:negotiate|discuss|agree (?:up)?on|work out|develop|elaborate)\b[^.;]{0,60}\b(?:procedures?|modalities|details|parameters|terms|mechanisms?|timetable|arrangements)\b"
)
_LET_1_UNLESS = (
    r"\b(?:failing (?:that|which|agreement|this)|in default|if (?:no|they (?:do not|cannot) agree|not)|"
    r"in the absence of|otherwise|until then|by (?:the )?(?:chair|commander|head|arbitrator|president)|amicabl|"
    r"disputes?|differences?|cases?)\b"
)
_CUE_2 = (
    r"^\W*(?:the )?(?:definition|elaboration|agreement|agreeing|determination|negotiation)s? (?:of|"
    r"on) (?:the )?(?:\w+ )?(?:modalities|procedures|parameters|details|terms|mechanisms?|candidat\w+|boundar\w+)"
)
_CUE_3 = (
    r"\b(?:launch|start|begin|open|hold|conduct|continue|engage in)\b[^.;]{0,60}\b(?:dialogue|talks|negotiations?|"
    r"consultations?|discussions?)\b[^.;]{0,40}\b(?:on|about) (?:the )?(?:modalities|procedures|parameters|"
    r"details|terms|status|future)"
)
_CUE_4 = (
    r"\b(?:as|where|when) (?:may|shall|will) be (?:mutually )?agreed\b|\bagree(?:s|d)? (?:to (?:agree|negotiate|"
    r"discuss|develop|elaborate|work out)|additionally)\b|\bother (?:matters|issues) (?:as may be|"
    r"that may be) (?:requested|raised|agreed)\b"
)

_CUE_5 = (
    r"\b(?:(?:matters?|questions?|issues?|subjects?) (?:for|of)|(?:left|reserved|kept|deferred|postponed|put off) (?:for|to|until)) "
    r"(?:a |an |the |some |further )*(?:later|next|future|subsequent|second|separate|coming) (?:\w+ )?"
    r"(?:rounds?|talks|meetings?|stages?|phases?|negotiations?|agreements?|discussions?|date|time|sessions?|protocols?|day)\b"
)

RULE = Rule(
    code="ACT006",
    name="agreement-to-agree",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds terms that are left to be agreed, worked out or determined later, with no rule for the "
        "case that this fails."
    ),
    why=(
        "What is still to be agreed binds nobody meanwhile. The Moscow statement on Karabakh of 10 "
        "October 2020 left the parameters of the ceasefire to be agreed additionally; the Gaza "
        "understanding of November 2012 left the procedures for the crossings to be dealt with after a "
        "day."
    ),
    bad="The routes shall be agreed by the Parties later.",
    good="The Commission shall adopt the routes by 10 May; failing that, the routes in Annex J apply.",
    readings=(
        "The side that gains by waiting reads: nothing is due until we both agree. It need not agree.",
        "The other side reads: agreement must come. It calls the delay a breach and can cite no date.",
    ),
    suggestion="Add what applies when no agreement is reached by a fixed day.",
    check=all_of(
        flag(
            _CUE_1,
            '"{words}": the substance is left open and nothing applies until it is settled',
            unless=_LET_1_UNLESS,
        ),
        flag(_CUE_2, '"{words}": the substance is left open'),
        flag(_CUE_3, '"{words}" opens talks and settles nothing', unless=r"\bfailing|otherwise|in the absence of"),
        flag(_CUE_4, '"{words}": the substance is left open', unless=r"\bfailing|otherwise|in the absence of"),
        flag(_CUE_5, '"{words}": the substance is left open', unless=r"\bfailing|otherwise|in the absence of"),
    ),
)
