"""What is told without a verb: silence, "Qatar, so far: nothing.", "Not a word on the list.", denials, "Army: all lies.",
and conditions, "No list, no exchange."."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from trucewatch.core.parse import FINITE, Parse, Token

from .attribution_words import MARK, begins_quoted
from .propositions import Proposition
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
_OURS = r"our (?:work|doing|men|people|fighters|forces|units|troops|soldiers|boys|hands?|fire|shells?|rockets?|drones?|planes?|jets?|guns?|fault)"
# "All lies", "Not our work"
_DENIED = re.compile(
    r"(?:(?:all|pure|absolute|utter|complete|total|plain|just|simply|another|again) )*"
    r"(?:fabricated|(?:a |an )?(?:fabrication|lie|invention|fiction|slander|fake)s?|false(?: \w+)?|untrue|baseless|nonsense"
    rf"|rubbish|propaganda|disinformation|not (?:true|us|ours|by us|{_OURS})(?:,? (?:and|or) (?:not )?our \w+)?) ?[.!]*$"
)
# "No list, no exchange"
_ONE_FOR_ANOTHER = re.compile(
    r"no (?!war|news|progress|change|comment)(?:[\w'-]+ ){1,4}, (?:(?:and|then) )?no (?:[\w'-]+ ){0,3}"
    r"(?:exchange|deal|talks?|agreement|accord|truce|ceasefire|negotiations?|dialogue|peace|aid|release|swap|withdrawal"
    r"|pullout|signature|disarmament|elections?|meeting)(?: [,.!])*"
)
# "No word on casualties" is no one's silence.
_LOSSES = frozenset("casualty toll victim injury damage dead wounded loss survivor cause fate".split())
_LONGEST_NAME = 12
_SHORT = 4
_PARTS = frozenset({"compound", "poss", "nmod"})
_VOICES = frozenset("media press answer reply response version account".split())
_QUIET = "PUBLIC_SILENCE"

IsActor = Callable[[Token], bool]


@dataclass(frozen=True, slots=True)
class Verbless:
    """The stance of words without a verb, and whose it is; None for whomever the text has just spoken of, or who speaks."""

    stance: str
    of: Token | None


def verbless(parse: Parse, p: Proposition, sentence: Sequence[Token], is_actor: IsActor) -> Verbless | None:
    """What a sentence without a verb of its own tells; None where it tells nothing of the kind."""
    if p.under is not None or p.question or p.head.dep != "ROOT":
        return None
    if (p.frame is not None or p.where in ("report", "aside")) and _gives_for(parse, sentence):
        return Verbless("CONDITION", None)
    if p.head.tag in FINITE:
        return None
    words = [t for t in sentence if t.pos != "SPACE" and t.text != '"']
    if not words or any(t.tag in FINITE and t.head == p.head.i for t in words):
        return None
    quoted = p.quoted and p.frame is not None and p.frame.label is None
    found = None if quoted else _silence(parse, p, words, is_actor)
    return found or _denial(parse, p, words, is_actor)


def _gives_for(parse: Parse, sentence: Sequence[Token]) -> bool:
    """Whether all that is said is that one thing will not be had without another: '"No list, no exchange," he said'."""
    words = [t for t in sentence if t.pos != "SPACE"]
    marks = [n for n, t in enumerate(words) if t.text == MARK]
    if marks and begins_quoted(parse, words[0].i, words[-1].i + 1):
        said = words[: marks[0]]
    else:
        said = words[marks[0] + 1 : marks[1]] if len(marks) > 1 else [t for t in words if t.text != MARK]
    return _ONE_FOR_ANOTHER.fullmatch(words_of(said)) is not None


def _silence(parse: Parse, p: Proposition, words: Sequence[Token], is_actor: IsActor) -> Verbless | None:
    """Whose silence it is that the words tell."""
    text = words_of(words)
    found = _OF_SOMEBODY.match(text)
    if found is not None:
        behind = words[found[0].count(" ") :]
        who = next((t for t in behind if (is_actor(t) and t.dep not in _PARTS) or t.tag == "PRP"), None)
        return Verbless(_QUIET, who) if who is not None else None
    if _TOLD_BEFORE.match(text) is not None:
        turn = p.frame is not None and p.frame.label is not None and len(words) < _SHORT
        # "No comment." of somebody in a transcript is his own answer.
        return None if turn or any(t.lemma in _LOSSES for t in words[:8]) else Verbless(_QUIET, None)
    asked = words[0].i and parse.tokens[words[0].i - 1].text == "?"
    if (asked or text.startswith("since then")) and _ANSWERED.match(text) is not None:
        return Verbless(_QUIET, None)
    return _named_first(words, is_actor)


def _named_first(words: Sequence[Token], is_actor: IsActor) -> Verbless | None:
    """Who stands in front of "..., so far: nothing" or "... not available for comment"."""
    named = _before_colon(words, _BEHIND_COLON, is_actor)
    for n in range(1, min(len(words), _LONGEST_NAME)):
        named = named or (_first_of(words[:n], is_actor) if _UNAVAILABLE.match(words_of(words[n:])) else None)
    return Verbless(_QUIET, named) if named is not None else None


def _denial(parse: Parse, p: Proposition, words: Sequence[Token], is_actor: IsActor) -> Verbless | None:
    """Who denies something in a word: "Army media that evening: fabricated.", "Not our work", "Rubbish." as all that is said."""
    named = _before_colon(words, _DENIED, is_actor)
    said = named is not None or (p.frame is not None and p.quoted and _DENIED.match(words_of(words)) is not None)
    if not said:
        return None
    last = words[-1].i + 1
    marks = [t for t in parse.tokens[words[0].i : last + 1] if t.text == '"']
    # "Nonsense. We fired at nobody.": what follows says what is denied.
    goes_on = len(marks) == 1 and marks[0].i < last if named is not None else not marks
    return None if goes_on and all(t.lower != "our" for t in words) else Verbless("DENY_CONDUCT", named)


def _before_colon(words: Sequence[Token], behind: re.Pattern[str], is_actor: IsActor) -> Token | None:
    """Who is named before a colon, where the words behind it fit."""
    colon = next((n for n, t in enumerate(words[:_LONGEST_NAME]) if t.text in (":", "-", "–", "—") and n), None)
    if colon is None or behind.match(words_of(words[colon + 1 :])) is None:
        return None
    return _first_of(words[:colon], is_actor)


def _first_of(front: Sequence[Token], is_actor: IsActor) -> Token | None:
    """The noun that a phrase in front is about: the one that no other of its words is above."""
    inside = {t.i for t in front}
    nouns = [t for t in front if t.pos in ("NOUN", "PROPN") and t.dep not in _PARTS]
    named = [t for t in nouns if is_actor(t) or t.lower in _VOICES]
    heads = [t for t in named if t.head not in inside or t.head == t.i]
    return next(iter(heads or named), None)
