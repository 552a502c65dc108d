"""ACTOR002: undefined party."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:the|both|all|either|each) (?:(?:warring|opposing|conflicting|fighting|conflict) )?sides\b(?! of)"
    r"|\beach side\b(?! of)|\b(?:the|both|all) (?:belligerents|combatants|warring (?:factions|parties)|armed actors|fighting forces)\b"
)
_LET_UNLESS_ANYWHERE = (
    r"\bdelegations? of\b|\bbetween the [^.]{3,80} and |\bsides?\"|\"(?:the )?(?:side|armed party|part(?:y|ies))|\bsides? means?\b|hereinafter|following sides|"
    r"each an? .{0,3}(?:armed )?party"
)

RULE = Rule(
    code="ACTOR002",
    name="undefined-party",
    severity=Severity.HIGH,
    since="0.1.0",
    what='Finds duties laid on "the sides" or "the warring parties" in a text that never says who they are.',
    why=(
        "Whoever is not named can say the duty was somebody else's. The South Sudanese cessation of "
        "hostilities of December 2017 counted civil society and faith leaders among its Parties and then "
        "asked each Party for the place of its military headquarters."
    ),
    bad="The warring sides shall hold their fire.",
    good='The Army of Tolland and the River Front (each an "Armed Party") shall hold their fire.',
    readings=(
        ("A commander reads: my group signed nothing, so the sides are others. Nobody can show that he is bound."),
        "The other side reads: everyone who carries arms. It counts every shot against its opponent.",
    ),
    suggestion="List the parties by name in the first article and lay military duties on those who command forces.",
    check=flag(
        _CUE,
        '"{words}" bear a duty, and the text does not say who they are',
        unless_anywhere=_LET_UNLESS_ANYWHERE,
        unless_in_article=r"(?:government|republic of|army|troops|front|forces of)",
        once=True,
    ),
)
