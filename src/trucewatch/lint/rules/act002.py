"""ACT002: catch all prohibition."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\bany (?:other )?(?:form of )?(?:provocative|provocation|hostile|deceptive|unfriendly|confrontational|"
    r"aggressive)\b(?: (?:and|or) \w+)?(?: (?:acts?|actions?|behaviou?r|conduct))?"
    r"|\ball (?:forms of )?provocations?\b|\ball provocative acts?|\bcontrary to the spirit\b"
)
_LET_1_UNLESS = r"\b(?:declare|determine|decide|find)s?\b.{0,60}\b(?:within|in writing|hours)\b"
_CUE_2 = (
    r"\bany other (?:act|acts|action|actions|measure|activity|conduct)(?: that| which)? (?:could|might|may|"
    r"would) (?:be )?\w+"
)
_LET_2_UNLESS = r"\b(?:declare|determine|decide)s?\b.{0,60}\b(?:within|in writing|hours)\b"
_CUE_3 = (
    r"\b(?:unwarranted|unjustified|unfounded) (?:verbal )?(?:attacks?|accusations?|statements?)\b|\b(?:all|"
    r"any) acts? of provocation\b|\bany other (?:human rights )?violations?\b"
)

_CUE_4 = (
    r"\b(?:any|all|from) (?:acts?|actions?|steps?|activit(?:y|ies)) (?:that|which) (?:could|might|may|would) (?:be )?\w+"
    r"|\b(?:acts?|actions?|conduct) (?:that|which) violates? the (?:intent|spirit)\b"
)

RULE = Rule(
    code="ACT002",
    name="catch-all-prohibition",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=(
        'Finds bans on "any provocative action" and the like, where neither a list nor a person who '
        "decides limits them."
    ),
    why=(
        "A ban on everything is read as a ban on nothing, or on everything the other side does. The South "
        "Sudanese text of December 2017 forbids provocative and deceptive actions and whatever could be "
        "viewed as confrontational; hours after it took effect both sides accused each other."
    ),
    bad="The Parties shall abstain from any provocative act.",
    good=(
        "The acts in (a) to (n) are forbidden, and so is any other act that the Commission declares "
        "hostile in writing within 48 hours."
    ),
    readings=(
        "One side reads: only what hurts somebody. Flags, parades and drones stay allowed.",
        "The other side reads: whatever offends. It counts the same parade as a breach.",
    ),
    suggestion="Keep the catch-all, add a closed list before it, and name who decides within what time.",
    check=all_of(
        flag(_CUE_1, '"{words}" forbids everything and nothing', unless=_LET_1_UNLESS),
        flag(_CUE_2, '"{words}" forbids everything and nothing', unless=_LET_2_UNLESS),
        flag(_CUE_3, '"{words}" leaves open what is forbidden'),
        flag(_CUE_4, '"{words}" leaves open what is forbidden', unless=_LET_2_UNLESS),
    ),
)
