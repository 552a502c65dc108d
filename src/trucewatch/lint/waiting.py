"""Which step waits for which other: the edges that a sentence states, and the circles they form."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from trucewatch.core.model import Agreement

from .cues import article_ids, cue
from .references import label
from .sentences import Sentence

_WAITS = (
    r"\b(?:only )?(?:(?:starts?|begins?|starting|beginning|ending|ends?|commences?|takes? place|occurs?) )?(?:on day \d+ )?"
    r"(?P<link>after|following|once|upon (?:the )?(?:completion|implementation) of|(?<!call )(?<!calls )(?<!agreed )(?<!based )upon|as soon as|when|not before|until|only if|depends? on|is conditional on|waits? for|follows?)\b(?! up\b)"
)
_ON_CLAUSE = r"\b(?:provided that|on condition that|subject to|after|once|upon|when|only if|conditional on|until) (?:the )?(?:\w+ of )?(?:paragraph|point|article|step|clause|section)s? (?P<n>\d+|[IVX]+\b|[a-z]\b|\([a-z]\))(?:[^.;]{0,40}\b(?:implemented|fulfilled|completed|carried out|done|executed))?"
_PIECE = re.compile(r"[;.]\s|;|,\s+(?:and|while|whereas|but)\s+")
_STOP = frozenset(
    "party parties shall will must the and them they all any each both side sides with from this that these those their its his have has had been being are was were day days hour hours week "
    "weeks month months first second start starts begin begins starting ending end ends complete completed completion full only also once upon after before until when then than not taken "
    "place comprehensive basis law regions region area areas certain which whose into within immediately soon implemented implementation provided agreement article paragraph point part parts lifted "
    "held done made carrying carry out carried latest finish finished finalized process own launch take takes following follows".split()
)
_NEGATED = re.compile(r"\b(?:no|not|never|nothing|neither|independent)\b", re.I)


@dataclass(frozen=True, slots=True)
class Wait:
    """One step that waits for another. Offsets are into the sentence; topics are stems of its words."""

    start: int
    end: int
    name: str
    name_of_other: str
    topic: frozenset[str]
    other: frozenset[str]
    link: str = "waits for"

    def __str__(self) -> str:
        return f'"{self.name}" {self.link} "{self.name_of_other}"'


def waits(sentence: Sentence, agreement: Agreement) -> Iterator[Wait]:
    """What the sentence says about one step waiting for another."""
    own = _own_topic(sentence)
    at = 0
    for stop in [*_PIECE.finditer(sentence.text), None]:
        piece = sentence.text[at : stop.start() if stop else len(sentence.text)]
        if not _NEGATED.search(piece):
            yield from _waits_in(piece, at, own)
        at = stop.end() if stop else at
    yield from _waits_on_clause(sentence, agreement, own)


def _waits_in(piece: str, offset: int, own: frozenset[str]) -> Iterator[Wait]:
    matches = list(cue(_WAITS).finditer(piece))
    for match, following in zip_longest(matches, matches[1:]):
        start, end = offset + match.start("link"), offset + match.end("link")
        left, right = piece[: match.start()], piece[match.end() : following.start() if following else len(piece)]
        right = re.split(r"\bprovided that\b", right)[0]
        bare = re.sub(r"\([^()]*\)", " ", right).split(",")[0]
        topic, other = (topic_of(left) if match is matches[0] else own) or own, topic_of(bare)
        if topic and other and topic != other:
            yield Wait(start, end, _name(left) or "this step", _name(bare), topic, other)
        # "The settlement (elections and reform)": the parts end with the whole, and the whole with them.
        inner = re.search(r"\(([^()]{8,})\)", right)
        for part in re.split(r",|\band\b", inner[1]) if inner else ():
            if other and topic_of(part):
                yield Wait(start, end, _name(part), _name(bare), topic_of(part), other, link="is part of")


def _waits_on_clause(sentence: Sentence, agreement: Agreement, own: frozenset[str]) -> Iterator[Wait]:
    match = cue(_ON_CLAUSE).search(sentence.text)
    if match is None:
        return
    home = article_ids(agreement)
    target = next(
        (
            c
            for c in agreement.clauses
            if c.number and label(c.number) == label(match["n"]) and home[c.id] == c.id and c.id != sentence.clause.id
        ),
        None,
    )
    if target is None:
        return
    words = agreement.words(target).replace("\n", " ")
    subject = topic_of(re.split(r"\b(?:with|in order|providing|as well as|shall|will|,)\b", words)[0])
    # What the condition hangs on: the nearest event before it, if one is named, or the clause itself.
    before = list(cue(_WAITS).finditer(sentence.text[: match.start()]))
    event = sentence.text[before[-1].end() : match.start()] if before else ""
    whole = topic_of(re.sub(r"\([^()]*\)", " ", event)) or own
    if subject and whole:
        yield Wait(
            match.start(),
            match.end(),
            _name(re.sub(r"\([^()]*\)", " ", event)) or _name(sentence.text),
            _name(words),
            whole,
            subject,
        )


def _own_topic(sentence: Sentence) -> frozenset[str]:
    return topic_of(cue(_WAITS).split(sentence.text)[0])


def topic_of(words: str) -> frozenset[str]:
    """Stems of the first content words: enough to see that "is withdrawn" and "withdrawal" are one step."""
    words = (
        re.split(
            r"\b(?:on the basis of|in accordance with|to be finali[sz]ed|by the end of|throughout|in the|of the)\b",
            words,
        )[0]
        if len(words.split()) > 6
        else words
    )
    found: list[str] = []
    for word in re.findall(r"[A-Za-z0-9][\w'-]*", words):
        low = word.lower()
        if low in _STOP or (
            len(low) < 3
            and not (word.isdigit() or (word.isupper() and word != "A") or (word == "A" and len(found) == 0))
        ):
            continue
        found.append(_stem(low))
    return frozenset(found[:5])


def _stem(word: str) -> str:
    word = {"left": "leave", "gone": "leave", "freed": "free", "withdrew": "withdraw", "paid": "pay"}.get(word, word)
    return word[:7] if len(word) > 7 else re.sub(r"(?:es|ed|s|e|ing)$", "", word) if len(word) > 4 else word


def _name(words: str) -> str:
    return " ".join(words.split()[:8]).strip(" ,;:.(")


def circles(edges: Sequence[Wait]) -> list[tuple[int, ...]]:
    """Circles as tuples of places in `edges`, each found once, shortest first from each edge."""
    nodes: list[frozenset[str]] = []
    ends = [(_node(nodes, edge.topic), _node(nodes, edge.other)) for edge in edges]
    out: dict[int, list[int]] = {}
    for index, (start, end) in enumerate(ends):
        if start != end:
            out.setdefault(start, []).append(index)
    found: dict[frozenset[int], tuple[int, ...]] = {}
    for index, (start, end) in enumerate(ends):
        if start != end and (path := _path(ends, out, end, start)):
            circle = (index, *path)
            found.setdefault(frozenset(circle), circle)
    return list(found.values())


def _path(ends: Sequence[tuple[int, int]], out: dict[int, list[int]], start: int, goal: int) -> tuple[int, ...]:
    """The edges of a shortest way from one node to another; empty when there is none."""
    came: dict[int, tuple[int, ...]] = {start: ()}
    queue = [start]
    for node in queue:
        for edge in out.get(node, ()):
            end = ends[edge][1]
            if end == goal:
                return (*came[node], edge)
            if end not in came:
                came[end] = (*came[node], edge)
                queue.append(end)
    return ()


def _node(nodes: list[frozenset[str]], topic: frozenset[str]) -> int:
    """The place of the topic among the nodes; topics of nearly the same words are one node."""
    for index, known in enumerate(nodes):
        shared = len(topic & known)
        if shared and (topic == known or (2 * shared >= len(topic | known) and _marks(topic) == _marks(known))):
            return index
    nodes.append(topic)
    return len(nodes) - 1


def _marks(topic: frozenset[str]) -> frozenset[str]:
    """Numbers and single letters tell steps apart that are otherwise alike."""
    return frozenset(word for word in topic if word.isdigit() or len(word) == 1)
