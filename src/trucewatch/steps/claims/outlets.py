"""Papers, agencies and stations, and whom they cite."""

from collections.abc import Callable, Iterator, Mapping

from trucewatch.core.parse import Parse, Token

from .propositions import Frame
from .word_groups import QUOTES

IsActor = Callable[[Token | None], bool]

# "The army's press office", "the prime minister's media adviser" speak for somebody.
_NOT_MEDIA = frozenset(
    "office service secretary officer official department adviser advisor wing centre center committee ministry spokesman "
    "spokeswoman spokesperson conference unit bureau director aid".split()
)
# "The BBC's Tigrinya service"
_PARTS = frozenset("service channel programme program website site page".split())
_AGENCIES = frozenset("news press wire".split())
_NEAR = 12
# How far from a verb a source may be named: nearly all sentences have none.
_AROUND = 120


def is_outlet(parse: Parse, token: Token | None, classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether a noun is a newspaper, an agency or a station: "Reuters", "Kan radio", "the state news agency"."""
    if token is None or token.pos not in ("NOUN", "PROPN"):
        return False
    kids = [k for k in parse.children(token, "compound", "amod", "nmod") if token.i - _NEAR < k.i < token.i]
    if not kids and token.lemma not in _PARTS and token.lower not in classes["media_name"]:
        return token.lemma.lower() in classes["media"] and token.lower not in _NOT_MEDIA
    words = [*(inner for k in kids for inner in parse.children(k, "compound")), *kids, token]
    plain = {t.lower for t in words}
    owners = parse.children(token, "poss") if token.lemma in _PARTS else ()
    named = any(t.lower in classes["media_name"] and t.text[:1].isupper() for t in (*words, *owners))
    if plain & _NOT_MEDIA and not (named and token.lemma in _PARTS):
        return False
    agency = token.lower in ("agency", "agencies") and bool(plain & _AGENCIES)
    return named or agency or token.lemma.lower() in classes["media"]


def cited(parse: Parse, frame: Frame, classes: Mapping[str, frozenset[str]], speaks: IsActor) -> Token | None:
    """Whom an outlet cites for what it says: the "two officials" of "Reuters reported, citing two officials, that ..."."""
    verb, who = frame.verb, frame.speaker
    if verb is None or who is None:
        return None
    around = parse.tokens[max(0, min(verb.i, who.i) - _AROUND) : max(verb.i, who.i) + _AROUND]
    if not any(t.tag == "VBG" and t.lemma in QUOTES for t in around):
        return None
    outlet = is_outlet(parse, who, classes)
    last = [t for t in parse.subtree(verb) if t.i > verb.i and _opens_source(parse, t)][-1:]
    near = [*_near(parse, who, verb, speaks), *(t for t in last if _ends(parse, t))]
    # A ministry that "cites" others says it itself; whoever "quotes" others passes it on.
    passed = [t for t in near if outlet or t.lemma == "quote"]
    return next((k for t in passed for k in parse.children(t, "dobj") if k.lemma == "source" or speaks(k)), None)


def _opens_source(parse: Parse, token: Token) -> bool:
    """Whether "citing" or "quoting" begins a phrase behind a comma."""
    return token.tag == "VBG" and token.lemma in QUOTES and parse.tokens[token.i - 1].text == ","


def _near(parse: Parse, who: Token, verb: Token, speaks: IsActor) -> Iterator[Token]:
    """The "citing" that stands right behind an outlet or its verb."""
    for start in {verb.i, who.i}:
        for token in parse.tokens[start + 1 : start + _NEAR]:
            if _opens_source(parse, token):
                yield token
            others = token.pos in ("NOUN", "PROPN") and speaks(token) and who.i not in (token.i, token.head)
            if token.text in ".;" or others or (token.pos == "VERB" and token is not verb):
                break


def _ends(parse: Parse, token: Token) -> bool:
    """Whether a "citing" opens the last phrase of its sentence."""
    below = parse.subtree(token)
    behind = parse.tokens[below[-1].i + 1 : below[-1].i + 2]
    return not behind or behind[0].text in ".;"


def is_quoted(parse: Parse, verb: Token | None) -> bool:
    """Whether a verb is the "saying" of "The agency quoted an officer as saying that ..."."""
    lead = parse.tokens[verb.head] if verb is not None and verb.dep == "pcomp" else None
    return lead is not None and lead.lower == "as" and parse.tokens[lead.head].lemma in QUOTES


def only_quotes(parse: Parse, verb: Token) -> bool:
    """Whether a verb says nothing of its own: "The agency quoted an officer as saying that ..."."""
    said = (c for k in parse.children(verb, "prep") if k.lower == "as" for c in parse.children(k, "pcomp"))
    return verb.lemma in QUOTES and any(k.lemma in ("say", "tell", "warn", "add", "claim") for k in said)
