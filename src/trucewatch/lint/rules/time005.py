"""TIME005: contradictory deadlines."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import article_sentences, cue
from trucewatch.lint.sentences import Sentence

_VERBS = {
    "release": r"releas(?:e|es|ed)|free[ds]?\b|frees|liberat\w+",
    "withdraw": r"withdraw(?:s|n|al)?|pull(?:ed)? back",
    "hand over": r"hand(?:s|ed)? over|surrender(?:ed)?|deliver(?:s|ed)?",
    "exchange": r"exchang(?:e|es|ed)",
    "submit": r"submit(?:s|ted)?",
    "open": r"(?:re)?open(?:s|ed)?",
    "return": r"return(?:s|ed)?",
    "disarm": r"disarm(?:s|ed|ament)?",
    "vacate": r"vacat(?:e|es|ed)",
}
_SOON = r"\b(?:at once|without (?:any |undue |further )?delay|immediately|forthwith|promptly|as soon as (?:possible|practicable))\b"
_COUNT = r"\b(?:with)?in (?:a (?:maximum|period) of )?(?P<n>\d+|[a-z-]+)(?: \(\w+\))? (?P<unit>hours?|days?|weeks?|months?)\b"
_DATE = r"\b(?:by|before|until|not later than|no later than|on) (?:the )?(?P<date>\d{1,2}(?:st|nd|rd|th)? (?:of |day of )?(?:january|february|march|april|may|june|july|august|september|october|november|december))\b"
_ONE_LIMIT = r"\b(?:and in any (?:event|case)|at the latest|but (?:not|no) later|and (?:not|no) later|but in any|and at (?:the )?latest|start|begin|commence|complet|finish|first|remaining|others?|rest|tranche)"
_PIECE = re.compile(r"\.\.\.|;|:|,\s+and\s+|\s+and\s+(?=(?:shall|will|releas|withdr|free|submit|hand))")
_FILLER = {
    "party",
    "parties",
    "shall",
    "will",
    "must",
    "the",
    "and",
    "them",
    "they",
    "all",
    "any",
    "each",
    "within",
    "delay",
    "without",
    "following",
    "persons",
    "person",
    "days",
    "hours",
    "weeks",
    "months",
    "both",
    "sides",
    "side",
    "committee",
    "their",
    "with",
    "from",
    "this",
    "that",
    "agreement",
    "released",
    "release",
    "over",
    "immediately",
    "once",
    "signing",
    "signature",
}


def check(agreement: Agreement) -> Iterator[Hit]:
    for parts in article_sentences(agreement).values():
        seen: list[tuple[str, str, frozenset[str]]] = []
        for sentence in parts:
            yield from _clashes(sentence, seen)


def _clashes(sentence: Sentence, seen: list[tuple[str, str, frozenset[str]]]) -> Iterator[Hit]:
    """Hits for limits that contradict one seen before; what the sentence adds goes into `seen`."""
    for start, piece in _pieces(sentence.text):
        limit = _limit(piece)
        if limit is None or cue(_ONE_LIMIT).search(piece):
            continue
        for verb, words in _VERBS.items():
            if not cue(rf"\b(?:{words})").search(piece):
                continue
            about = _about(piece)
            other = next((old for old in seen if old[0] == verb and old[1] != limit[0] and _same(about, old[2])), None)
            if other:
                yield sentence.hit(
                    start + limit[1], start + limit[2], f'To {verb} is due "{{words}}" here and "{other[1]}" before'
                )
            seen.append((verb, limit[0], about))


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for stop in [*_PIECE.finditer(text), None]:
        yield at, text[at : stop.start() if stop else len(text)]
        at = stop.end() if stop else at


def _limit(piece: str) -> tuple[str, int, int] | None:
    for pattern in (_COUNT, _DATE, _SOON):
        match = cue(pattern).search(piece)
        if match:
            return " ".join(match[0].lower().split()), match.start(), match.end()
    return None


def _about(piece: str) -> frozenset[str]:
    return frozenset(
        w
        for w in re.findall(r"[a-z]{4,}", piece.lower())
        if w not in _FILLER and not cue(r"\b(?:" + "|".join(_VERBS.values()) + ")").match(w)
    )


def _same(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two pieces speak of the same thing; one that only says "them" speaks of what stands before."""
    return not one or not two or bool({w[:6] for w in one} & {w[:6] for w in two})


RULE = Rule(
    code="TIME005",
    name="contradictory-deadlines",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what="Finds one duty with two time limits in the same article.",
    why=(
        "The bearer chooses the later one, the other side the earlier. The South Sudanese text of "
        "December 2017 has detainees freed without delay and, two lines on, within 14 days."
    ),
    bad="The Front shall free the captives without delay. The Front shall free the captives within 20 days.",
    good="The Front shall free captured children at once and all other captives by 14 May.",
    readings=(
        "The bearer reads: the later day. It is in time.",
        "The other side reads: the earlier day. It calls the bearer late.",
    ),
    suggestion="Keep one limit, or say which persons or things each limit is for.",
    check=check,
)
