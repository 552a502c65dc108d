"""PLACE001: line without map."""

from collections.abc import Callable, Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import all_of, flag

_LINES = (
    r"\b(?:front ?lines?|lines? of (?:contact|separation|control|confrontation|engagement|juxtaposition|"
    r"demarcation|actual control)|(?:contact|confrontation|separation|demarcation|control|ceasefire) lines?)\b"
)
_ZONES = (
    r"\b(?:buffer zones?|(?<!high )(?:security|safety|separation|demilitari[sz]ed|exclusion|weapons-free|de-?escalation|"
    r"cease-? ?fire|neutral|no-fire) (?:zones?|areas?|belts?|strips?)|areas? under (?:its|their|his) control)\b"
)
_POSITIONS = (
    r"\b(?:(?:in|at|to|from) their (?:current |present |existing |respective |former )?"
    r"(?:positions|locations|juxtaposition)|from juxtaposition)\b"
)
_LET_UNLESS = (
    r"\bcoordinates\b|\bWGS|\bgrid (?:squares?|reference|\d)|\bmap \w|\bmaps? (?:in|at|of|annexed|attached)|"
    r"\bmap annex|\blatitude|\d+ ?° ?\d+|\d{1,2}\.\d{3,}|\bannex|\bmap \d|memorandum of|\bdraw(?:n|ing)? up\b|(?:named|called|towns?|"
    r"villages?) (?:in|of)|\b\d+ ?-?(?:km|kilomet\w+)\b|\b(?:between|from) [A-Z]\w+ (?:and|to) [A-Z]"
)
_LET_UNLESS_ANYWHERE = (
    r"\bcoordinates\b|\bWGS ?84|\bgrid (?:squares?|reference)|\bline [A-Z]\b|map (?:\d|[A-Z]\b)|\bmap (?:in|is|"
    r"at) annex|annexed map|\bdrawn on\b"
)


def _undrawn(words: str) -> Callable[[Agreement], Iterator[Hit]]:
    """A check for the first line, zone or position that nothing in the text draws."""
    return flag(
        words,
        '"{words}" is drawn nowhere in this text',
        first_only=True,
        unless=_LET_UNLESS,
        unless_anywhere=_LET_UNLESS_ANYWHERE,
    )


RULE = Rule(
    code="PLACE001",
    name="line-without-map",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds lines and zones that carry a duty (front lines, buffer zone, their positions) in a text "
        "without coordinates, map or named places."
    ),
    why=(
        "Where nobody drew the line, each side draws it. The Darfur ceasefire of 2004 came without a map of positions."
    ),
    bad="No heavy gun may stand in the buffer zone.",
    good="No heavy gun may stand in the zone whose corner coordinates (WGS 84) are in Annex M, signed by both.",
    readings=(
        "One side reads: the line where its soldiers stand. It digs in there.",
        "The other side reads: the line of last year. It calls the same trench an advance.",
    ),
    suggestion="Attach coordinates or a signed map and say who keeps the master copy.",
    check=all_of(*(_undrawn(words) for words in (_LINES, _ZONES, _POSITIONS))),
)
