"""PLACE002: map announced absent."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, ClauseKind, Hit, Rule, Severity
from trucewatch.lint.cues import cue
from trucewatch.lint.sentences import sentences

_THING = r"(?:maps?|charts?|lists?|plans?|time-? ?plans?|schedules?|timetables?|tables?|matri(?:x|ces)|sketch(?:es)?|overlays?|diagrams?|annex(?:es)?|understandings?|protocols?|documents?|appendix|appendices)"
_ATTACHED = rf"\b(?:attached|annexed|appended|enclosed|accompanying) {_THING}\b|\b{_THING} (?:is |are |which is |as )?(?:hereto )?(?:attached|annexed|appended|enclosed)\b"
_AGREED = r"\b(?:agreed(?:[- ]upon)?|defined|designated|mutually agreed|pre-?agreed) (?:locations|positions|areas|places|points|sites|lines?|routes|time-? ?plan|timetable|zones?)\b"
_DRAWN = r"\b(?:as )?(?:shown|drawn|marked|indicated|depicted|delineated) (?:on|in) (?P<map>map (?:no\.? ?)?\w+)\b"
_HELD = (
    r"\b(?:original|copy|copies) (?:is |are )?(?:with|held|kept|deposited)|\bheld by\b|\bdeposited\b|signed original"
)
_NAMED = r"\bannex \w\b|\bmap \d|\bcoordinates"


def check(agreement: Agreement) -> Iterator[Hit]:
    annexes = " ".join(
        f"{clause.number} {clause.heading.exact if clause.heading else ''} {agreement.words(clause)}"
        for clause in agreement.clauses
        if clause.kind is ClauseKind.ANNEX or clause.id.startswith("annex")
    ).lower()
    for sentence in sentences(agreement):
        match = cue(_ATTACHED).search(sentence.text)
        if match and not annexes and not cue(_HELD).search(sentence.text):
            yield sentence.hit(match.start(), match.end(), '"{words}", and this text ends without it')
            continue
        match = cue(_DRAWN).search(sentence.text)
        if match and not cue(_HELD).search(sentence.text) and " ".join(match["map"].lower().split()) not in annexes:
            yield sentence.hit(match.start("map"), match.end("map"), '"{words}" is not in this text')
            continue
        match = cue(_AGREED).search(sentence.text)
        if match and not annexes and not cue(_NAMED).search(sentence.text):
            yield sentence.hit(match.start(), match.end(), '"{words}", and this text does not say which', Severity.HIGH)


RULE = Rule(
    code="PLACE002",
    name="map-announced-absent",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what="Finds maps, lists and plans that the text calls attached, agreed or shown, and does not contain.",
    why=(
        "Each side then brings its own map. The agreement at Zawiya near Tripoli of September 2018 speaks "
        "of agreed locations and a defined time plan that were not attached."
    ),
    bad="Units stay behind the line shown on the attached chart.",
    good="Units stay behind the line shown on Map 1, of which the Mission holds the signed original.",
    readings=(
        "One side reads: the map it remembers. It stays where it is.",
        "The other side reads: another map. It calls the same place a breach.",
    ),
    suggestion="Attach the map, signed by both, or say who holds the signed original.",
    check=check,
)
