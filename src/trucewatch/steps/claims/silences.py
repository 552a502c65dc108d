"""Silence that is told without a verb: "Still nothing from the ministry.", "Qatar, so far: nothing.", "Not a word on the list."."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trucewatch.core.parse import Parse, Token

from .propositions import FINITE, Proposition
from .wording import words_of

_SAYINGS = "word|peep|syllable|comment|reaction|response|statement|reply|answer|sound|tweet|message|explanation"
_NO_WORD = (
    rf"(?:not (?:a|one|even a)|no|nary a)(?: (?:single|official|public|further|new|known|clear))* (?:{_SAYINGS})s?\b"
)
_TIME = r"(?: (?:yet|so far|today|again|either|at all|as yet|to date|since|tonight|this \w+|on \w+day)\b)*"
_LEAD = (
    r"(?:(?:still|so far|yet|and|but|again|in public|publicly|officially|for now|meanwhile|to date|since then|until now|as yet|"
    r"on the record)(?: [,:-])* )*"
)
_NOTHING = r"(?:nothing|(?:\w+ )?silence)"
_FROM = r"(?: on (?:this|that|it|any of (?:this|that|it)))? (?:from|out of|of|by) "
# "Still nothing from the ministry", "No word from him in public"
_OF_SOMEBODY = re.compile(rf"{_LEAD}(?:{_NO_WORD}|{_NOTHING}){_TIME}{_FROM}")
# "Not a word on the burned villages", "No word yet.", "Silent since the signing"
_TOLD_BEFORE = re.compile(
    rf"{_LEAD}(?:{_NO_WORD}{_TIME}(?: (?:on|about|since|as to|beyond|regarding)\b| ?[.!]*$)"
    rf"|(?:silent|mum|tight-lipped){_TIME} (?:since|on|about|ever since|so far|as to)\b)"
)
# "And the army? Nothing so far.", "Since then: silence."
_ANSWERED = re.compile(rf"{_LEAD}{_NOTHING}{_TIME} ?[.!]*$")
# "Qatar, so far: nothing", "The ministry: not a word on it"
_BEHIND_COLON = re.compile(
    rf"{_LEAD}(?:{_NO_WORD}|{_NOTHING}|silent){_TIME}(?: (?:on|about|since|beyond|from (?:him|her|it|them)) .*| ?[.!]*)$"
)
_UNAVAILABLE = re.compile(
    r"(?:not (?:available|reachable)|unavailable|unreachable)\b.*\b(?:comment|phone)|silent since\b"
)
# "No word on casualties" is no one's silence.
_LOSSES = frozenset("casualty toll victim injury damage dead wounded loss survivor cause fate".split())
_LONGEST_NAME = 12
_SHORT = 4

IsActor = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Silence:
    """Who is said to be silent; None for whomever the text has just spoken of."""

    of: Token | None


def silence(parse: Parse, p: Proposition, sentence: Sequence[Token], is_actor: IsActor) -> Silence | None:
    """Whose silence a sentence without a verb of its own tells; None where it tells none."""
    quoted = p.quoted and (p.frame is None or p.frame.label is None)
    if p.under is not None or quoted or p.question or p.head.tag in FINITE or p.head.dep != "ROOT":
        return None
    words = [t for t in sentence if t.pos != "SPACE" and t.text != '"']
    if any(t.tag in FINITE and parse.tokens[t.head].i == p.head.i for t in words):
        return None
    text = words_of(words)
    found = _OF_SOMEBODY.match(text)
    if found is not None:
        behind = words[found[0].count(" ") :]
        who = next((t for t in behind if is_actor(t) or t.tag == "PRP"), None)
        return Silence(who) if who is not None else None
    if _TOLD_BEFORE.match(text) is not None:
        turn = p.frame is not None and p.frame.label is not None and len(words) < _SHORT
        # "No comment." of somebody in a transcript is his own answer.
        return None if turn or any(t.lemma in _LOSSES for t in words[:8]) else Silence(None)
    asked = words[0].i and parse.tokens[words[0].i - 1].text == "?"
    if (asked or text.startswith("since then")) and _ANSWERED.match(text) is not None:
        return Silence(None)
    return _named_first(words, is_actor)


def _named_first(words: Sequence[Token], is_actor: IsActor) -> Silence | None:
    """Who stands in front of "..., so far: nothing" or "... not available for comment"."""
    colon = next((n for n, t in enumerate(words[:_LONGEST_NAME]) if t.text in (":", "-", "–", "—") and n), None)
    if colon is not None and _BEHIND_COLON.match(words_of(words[colon + 1 :])):
        return _first_of(words[:colon], is_actor)
    for n in range(1, min(len(words), _LONGEST_NAME)):
        if _UNAVAILABLE.match(words_of(words[n:])):
            return _first_of(words[:n], is_actor)
    return None


def _first_of(front: Sequence[Token], is_actor: IsActor) -> Silence | None:
    """The noun that a phrase in front is about: the one that no other of its words is above."""
    inside = {t.i for t in front}
    named = [t for t in front if t.pos in ("NOUN", "PROPN") and is_actor(t) and t.dep not in ("compound", "poss")]
    heads = [t for t in named if t.head not in inside or t.head == t.i]
    return Silence((heads or named)[0]) if named else None
