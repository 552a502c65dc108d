"""What to parse together: each clause alone, or with the chapeau that its sentence begins in."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from trucewatch.core.model import Clause, ClauseKind, Document
from trucewatch.core.parse import Passage, passage_of


class Chapeau(StrEnum):
    """How the points below a chapeau are to be read."""

    JOIN = "join"  # "The Parties shall:" - each point completes the sentence
    BAN = "ban"  # "The following acts are prohibited:" - each point is a banned act
    LEAVE = "leave"  # "The following movements are permitted:"
    STEPS = "steps"  # "The Parties agree on the following measures:" - each point is a duty of its own
    OBJECTS = "objects"  # "shall release the following persons:" - the points say what or whom


_OPEN_END = re.compile(
    r"(?i)\b(?:shall|will|must|may|should|can|not|to|by|from|for|of|that|be|agree[sd]?|undertakes?|undertook|commit(?:s|ted)?(?:\s+themselves)?|pledge[sd]?|also|further|hereby|"
    r"decide[sd]?|resolve[sd]?|as\s+follows)\s*:$"
)
_BANNED = re.compile(
    r"(?i)\b(?:prohibit\w*|forbid\w*|banned|not\s+(?:be\s+)?(?:permitted|allowed)|violations?|breach(?:es)?|hostile\s+acts?)\b"
)
_PERMITTED = re.compile(r"(?i)\b(?:permitted|allowed|authori[sz]ed|exempt(?:ed)?)\b")
_STEPS = re.compile(
    r"(?i)(?:\bfollowing\s+(?:\w+\s+){0,3}(?:steps?|measures?|actions?|points?|arrangements?|understandings?|commitments?|provisions?|principles?|tasks?|obligations?|undertakings?|items?)\b"
    r"|\b(?:agree[sd]?|commit(?:s|ted)?|decide[sd]?|undertook|undertakes?)\b[^:]*\bfollowing\s*:$|\b(?:steps?|measures?)\s*:$)"
)


_ASIDE = re.compile(
    r"\b(?:shall|will|must|may|should)(?:\s+(?:not|also))?(?P<aside>\s*,\s+(?:(?:in|within|without|on|by|at|after|upon|before|under|"
    r"subject|for|from|where|when|whenever|if|as|not\s+later|no\s+later|immediately|pursuant|with|through|during|following|together|"
    r"jointly|inter\s+alia|prior|until|unless|to\s+the|throughout|wherever|once)\b[^,.;:]*,(?:\s+(?:and|or|but)\b,?)?\s+)+)(?=[a-z]+\b)(?!(?:the|an?|and|or|its|their|all|each)\b)"
)


def chapeau_kind(words: str) -> Chapeau | None:
    """How a clause that points hang under is to be read; None when it opens no list."""
    words = " ".join(words.split())
    if not words.endswith(":"):
        return Chapeau.JOIN if re.search(r"(?i)\b(?:shall|must|will|may)(?:\s+not)?$", words) else None
    if re.search(r"(?i)\b(?:refrain|abstain|desist)\w*\s+from\b.*\bfollowing\b", words):
        return Chapeau.BAN
    if _BANNED.search(words) and not re.search(r"(?i)\bshall\s+(?:not\s+)?:$", words):
        return Chapeau.BAN
    if _OPEN_END.search(words) and not words.lower().endswith("as follows:"):
        return Chapeau.JOIN
    if _STEPS.search(words) or words.lower().endswith("as follows:"):
        return Chapeau.STEPS
    return Chapeau.LEAVE if _PERMITTED.search(words) else Chapeau.OBJECTS


def chapeaux(document: Document, clauses: Sequence[Clause]) -> Mapping[str, Chapeau]:
    """The kind of every clause that has points below it and ends with a colon, by clause id."""
    parents = {c.parent for c in clauses if c.parent}
    found = {c.id: chapeau_kind(document.text[c.start : c.end]) for c in clauses if c.id in parents and c.end > c.start}
    return {clause_id: kind for clause_id, kind in found.items() if kind}


def passages(document: Document, clauses: Sequence[Clause]) -> tuple[Passage, ...]:
    """One passage for each operative clause, joined with its chapeau where that begins its sentence."""
    by_id = {c.id: c for c in clauses}
    kinds = chapeaux(document, clauses)
    made = []
    for clause in clauses:
        if not clause.operative:
            continue
        pieces = list(_without_asides(document.text, *_body(document.text, clause)))
        parent = by_id.get(clause.parent or "")
        while parent is not None and kinds.get(parent.id) is Chapeau.JOIN:
            start, end = parent.start, parent.end
            # A chapeau's last sentence is the one that the points complete.
            cut = document.text.rfind(". ", start, end)
            pieces.insert(0, (cut + 2 if cut > 0 else start, end - (document.text[end - 1] == ":")))
            parent = by_id.get(parent.parent or "")
        made.append(passage_of(document.text, clause.id, *pieces))
    return tuple(made)


def _without_asides(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without the asides between a modal and its verb, which parsers lose their way in.

    "The Commander shall, in consultation with the elders, designate" is read as "shall designate".
    """
    at = start
    for aside in _ASIDE.finditer(text, start, end):
        yield at, aside.start("aside")
        at = aside.end()
    yield at, end


_NUMBERED = (ClauseKind.ARTICLE, ClauseKind.PARAGRAPH, ClauseKind.POINT, ClauseKind.SUBPOINT)
# "Period. This ceasefire takes effect": a heading on the line of its clause is no sentence of it.
_RUN_IN = re.compile(
    r"[A-Z][\w'’-]*(?: (?!(?:shall|will|must|may|is|are|be|to|not)\b)[\w'’-]+){0,3}\.(?: [–—-])? +(?=[A-Z])(?!(?:It|They|These|This (?:shall|will|is))\b)"
)


def _body(text: str, clause: Clause) -> tuple[int, int]:
    """The clause without the "; and" that ties it to the next point."""
    heading = _RUN_IN.match(text, clause.start, clause.end)
    start = heading.end() if heading and clause.kind in _NUMBERED else clause.start
    tail = re.search(r"[;,]\s*(?:and|or|and/or)?\s*,?\s*$", text[start : clause.end])
    return start, start + tail.start() if tail and tail.start() > 0 else clause.end
