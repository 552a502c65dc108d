"""The place that a count is said to be of."""

import re
from dataclasses import dataclass

from trucewatch.core.date_words import MONTHS
from trucewatch.vocabulary.count_words import one_of

_PREPOSITION = re.compile(
    r"(?:in\s+and\s+(?:near|around)|in|inside|within|outside|near|around|at|along|across|throughout|on|close\s+to|"
    r"(?:\d[\d.,-]*\s*(?:km|m|kilomet(?:re|er)s?|met(?:re|er)s?|miles?)\s+)?(?:north|south|east|west)(?:-?(?:north|south|east|west)){0,2}\s+of)\s+",
    re.I,
)
_TOKEN = re.compile(r"[\w'’/-]+")
_AREA = re.compile(
    r"(?:sub-?)?(?:areas?|zones?|sectors?|lines?|sides?|districts?|regions?|governorates?|states?|count(?:y|ies)|provinces?|cit(?:y|ies)"
    r"|towns?|villages?|camps?|ports?|checkpoints?|crossings?|east|west|north|south|capital|interior|valley|outskirts|country|government-)$"
)
# What goes on from "areas", "the district"; any other small word begins what is told of it.
_GOES_WITH_AREA = re.compile(
    r"(?:(?:of|not|and|under|(?:north|south|east|west)(?:-?(?:north|south|east|west))*|held|controlled|adjacent|close|next|facing|surrounding|near|outside|around|beyond|\d+)$|"
    + _AREA.pattern
    + ")"
)
# "areas not controlled by the government"
_NOT_HELD = re.compile(r"not\s+(?:under|controlled|held)\b", re.I)
_STOPS = frozenset(
    "compared during between from was were is are had has have that which who while with over for as since until after before "
    "alone this last where to throughout against versus up down according in on at including but or despite via because no not".split()
)
_NO_PLACE = frozenset(
    "total all addition violation line particular one two three four five six seven eight nine ten several shelling january "
    "february march april may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday previous preceding same response its their his breach accordance clashes front week weeks fortnight month months quarter year "
    "years period reporting days day hours last course context wake early late mid first second third addition".split()
)
_WHOLE = re.compile(one_of("whole"), re.I)
_PART_OF = re.compile(r"\b(?:near|northern|southern|eastern|western|part|side)\b", re.I)
_MOST_WORDS = 12
_UNIT = r"(?:[Ss]ector|SECTOR|[Rr]egion|[Dd]istrict|[Cc]ounty|[Pp]rovince|[Gg]overnorate|[Ss]tate|[Zz]one|[Ii]sland)"
# "Sector North.", "Unity State: ...", "Eastern sector" alone on a line.
_LABEL = re.compile(
    rf"(?<=\n)[^\S\n]*(?:\(?[\da-z]{{1,2}}[.)]\s+)?(?P<place>(?:[A-Z][\w'’-]*[ /]+){{1,4}}{_UNIT}|{_UNIT} [A-Z][\w-]*)(?:[.:]\s|[^\S\n]*\n)"
)
_LABEL_FIRST = re.compile(rf"\W*(?P<place>(?:[A-Z][\w'’-]*[ /]+){{1,4}}{_UNIT}|{_UNIT} [A-Z][\w-]*):\s")
# "Zolote: 117 ceasefire violations"
_ROW = re.compile(
    r"(?m)^[^\S\n]*(?:[-–•*·][^\S\n]+)?(?P<place>[A-Z][\w'’-]*(?:[ -][A-Z][\w'’-]*){0,3}):[^\S\n]+(?:[a-z]+[^\S\n]+){0,3}\d"
)
_NO_ROW = re.compile(
    rf"(?:.*\b(?:{'|'.join(MONTHS)})\b.*|(?:.*\s)?{one_of('what')}|(?:total|overall|altogether|day|night|daytime|night-?time|summary|highlights|confirmed"
    r"|hardware|this\s+\w+|last\s+\w+|week\s*\d*|killed|injured|wounded|dead|civilians|casualties|previous.*))",
    re.I,
)
_SIDE_WORD = re.compile(
    r"\b(?:forces?|army|government|opposition|rebels?|militias?|groups?|side|movement|front|party|command)\b", re.I
)
# "The east saw 61 violations"
_PLACE_SAW = re.compile(
    r"\W*(?P<place>(?:the\s+)?(?:[\w'’-]+\s+){0,3}?(?P<unit>[\w-]+))\s+(?:saw|had|recorded|registered|experienced|suffered|witnessed)\b",
    re.I,
)
_PARAGRAPH_END = re.compile(r"\n[^\S\n]*\n")
# A heading of its own, which ends what the heading before it holds for.
_HEADING = re.compile(r"\n[^\S\n]*\n[^\S\n]*[^\W_][^\n.;]{0,59}\n")


@dataclass(frozen=True, slots=True)
class Label:
    """A place in front of text: it is the place of all that stands from `start` to `end`."""

    start: int
    end: int
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list that begins at `start` with a name; None where the name is not known to be a place."""

    start: int
    place: tuple[int, int] | None


def labels_of(text: str) -> tuple[Label, ...]:
    """The places that stand in front of paragraphs and sections, in order."""
    hits = list(_LABEL.finditer(text))
    found: list[Label] = []
    for n, hit in enumerate(hits):
        if (
            text[max(0, hit.start() - 9) : hit.start()].rstrip()[-1:] not in (".", ":", ";", ")")
            and "\n\n" not in text[hit.start() - 3 : hit.start()]
        ):
            # In the middle of a sentence that goes on from the line before.
            continue
        alone = hit[0].endswith("\n") and hit[0].rstrip()[-1:] not in ".:"
        stop = hits[n + 1].start() if n + 1 < len(hits) else len(text)
        after = _PARAGRAPH_END.search(text, hit.end(), stop)
        if alone and after:
            after = _HEADING.search(text, hit.end(), stop)
        found.append(Label(hit.end(), after.start() if after else stop, hit.span("place")))
    return tuple(found)


def rows_of(text: str) -> tuple[Row, ...]:
    """The lines "Zolote: 117 violations" of a list; none where there is only one such line."""
    hits = [hit for hit in _ROW.finditer(text) if not _NO_ROW.fullmatch(hit["place"])]
    if len({hit["place"] for hit in hits}) < 2:
        return ()
    return tuple(
        Row(hit.start("place"), hit.span("place") if _is_a_place(hit["place"], text) else None) for hit in hits
    )


def _is_a_place(label: str, text: str) -> bool:
    """Whether the text elsewhere names a label as a place; "Government: 5" and "UPF: 3" are sides."""
    if label.isupper() or _SIDE_WORD.search(label):
        return False
    return re.search(rf"\b(?:in|at|near|from|around|outside|to)\s+(?:the\s+)?{re.escape(label)}\b", text) is not None


def label_at(text: str) -> tuple[int, int] | None:
    """The place in front of a sentence: "Northern sector: 70 violations", "The east saw 61 violations"."""
    hit = _LABEL_FIRST.match(text)
    saw = None if hit else _PLACE_SAW.match(text)
    if saw and _AREA.match(saw["unit"].lower()) and not saw["unit"].lower().startswith(("side", "camp")):
        hit = saw
    return hit.span("place") if hit else None


def place_at(text: str, at: int, stop: int | None = None) -> tuple[int, int] | None:
    """The bounds of the place named from `at` on, a preposition first; None where no place stands there before `stop`."""
    lead = _PREPOSITION.match(text, at)
    if not lead:
        return None
    start = end = lead.end()
    words: list[str] = []
    for token in _TOKEN.finditer(text, start):
        gap = text[end : token.start()]
        word = token[0].lower()
        # A comma, a bracket or a dash ends the name; so does whatever goes on with the sentence.
        if (
            gap.strip()
            or (words and _AREA.match(words[-1].lower()) and word == token[0] and not _GOES_WITH_AREA.match(word))
            or (stop is not None and token.start() >= stop)
            or len(words) == _MOST_WORDS
            or (word in _STOPS and not _NOT_HELD.match(text, token.start()))
            or (word == "by" and words[-1:] != ["controlled"])
        ):
            break
        if word == "and" and not _goes_on(text, token.end()):
            break
        words.append(token[0])
        end = token.end()
    while words and words[-1].lower() in ("and", "the", "of"):
        end -= len(words.pop())
        end = len(text[:end].rstrip())
    named = [w for w in words if w.lower() not in ("the", "a", "an")]
    if not named or named[0].lower() in _NO_PLACE or named[0][0].isdigit():
        return None
    if not any(w[0].isupper() or _AREA.match(w.lower()) or w.lower().endswith("-controlled") for w in named):
        return None
    # "outside the area" is not the area.
    return (lead.start() if lead[0].lower().startswith("outside") else start), end


def _goes_on(text: str, at: int) -> bool:
    """Whether a name goes on after "and": with another name, and no number."""
    following = re.compile(r"\s+(?:the\s+)?(?:[A-Z]|(?:north|south|east|west|in\s+areas|areas|around)\b)").match(
        text, at
    )
    return following is not None


def is_area(place: str) -> bool:
    """Whether the words end in a word for ground: "the northern districts"."""
    return _AREA.match(place.split()[-1].lower()) is not None


def is_whole(place: str) -> bool:
    """Whether the words name all the ground that a mission watches rather than a part of it."""
    return bool(_WHOLE.search(place)) and not _PART_OF.search(place)
