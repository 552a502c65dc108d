"""ACTOR002: party not defined, or defined too widely."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import all_of, cue, flag
from trucewatch.lint.sentences import sentences

_CUE = (
    r"\b(?:the|both|all|either|each) (?:(?:warring|opposing|conflicting|fighting|conflict) )?sides\b(?! of)"
    r"|\beach side\b(?! of)|\b(?:the|both|all) (?:belligerents|combatants|warring (?:factions|parties)|armed actors|fighting forces)\b"
)
_LET_UNLESS_ANYWHERE = (
    r"\bdelegations? of\b|\bbetween the [^.]{3,80} and |\bsides?\"|\"(?:the )?(?:side|armed party|part(?:y|ies))|\bsides? means?\b|hereinafter|following sides|"
    r"each an? .{0,3}(?:armed )?party"
)
# Those who command no forces, counted among the Parties ...
_TOO_WIDE = (
    r"\b(?:civil society|faith[- ]?(?:based|leaders)|(?:religious|faith|community|traditional) leaders|(?:other )?political parties|women'?s? (?:groups|bloc|organi[sz]ations)|"
    r"trade unions|eminent persons)\b[^.]{0,400}?\b(?:referred to|called|known|hereinafter|together|each)\b[^.;]{0,40}?[\"“]?(?:the )?[\"“]?part(?:y|ies)\b"
)
# ... and a duty of each Party that only a commander can carry out.
_FOR_COMMANDERS = r"\b(?:each|every) party (?:\w+ )?(?:shall|must|will) [^.;]{0,100}?\bits (?:\w+ )?(?:military|forces|troops|units|commanders|fighters|weapons|soldiers)\b"


def _too_wide(agreement: Agreement) -> Iterator[Hit]:
    if not cue(_TOO_WIDE).search(agreement.document.text):
        return
    for sentence in sentences(agreement):
        if match := cue(_FOR_COMMANDERS).search(sentence.text):
            message = '"{words}", and the Parties include some who command no forces'
            yield sentence.hit(match.start(), match.end(), message)


RULE = Rule(
    code="ACTOR002",
    name="undefined-party",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        'Finds duties laid on "the sides" or "the warring parties" in a text that never says who they are, and military '
        "duties of each Party where civil society and the like are counted among the Parties."
    ),
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
    check=all_of(
        flag(
            _CUE,
            '"{words}" bear a duty, and the text does not say who they are',
            unless_anywhere=_LET_UNLESS_ANYWHERE,
            unless_in_article=r"(?:government|republic of|army|troops|front|forces of)",
            once=True,
        ),
        _too_wide,
    ),
)
