"""Where an event happened, as its clause says it."""

import re
from collections.abc import Collection, Iterator

from trucewatch.core.date_words import MONTHS
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.incidents import word_set

from .clauses import Range, bounds, phrase, verb_above

_NAMED = frozenset(
    "in at near outside inside around off to into towards toward between beside behind within from across opposite over".split()
)
_ANY = _NAMED | frozenset("on along of through by".split())
_ROADS = frozenset("road track route highway street line".split())
# "Hill 302", "post 23"
_NUMBERED = frozenset("hill post checkpoint height point gate block sector position camp site kilometre".split())
_DIGITS = re.compile(r"\d")
_CAPITAL = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
_MONTH = re.compile(
    r"(?i)\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|may|june|july|august|september|october|november|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)


def places_of(parse: Parse, sentence: tuple[int, int], verbs: Collection[int], taken: Collection[Range]) -> list[Range]:
    """The places named with the predicates at `verbs`: what follows them first, then what opens the sentence.

    `taken` are phrases that are somebody, not some place.
    """
    first = min(verbs)
    found: list[tuple[bool, int, Range]] = []
    for token in parse.tokens[sentence[0] : sentence[1]]:
        if not _locates(parse, token) or verb_above(parse, token).i not in verbs:
            continue
        where = place_span(parse, token)
        if where and not any(a <= where[0] and where[1] <= b for a, b in taken):
            found.append((token.i < first, token.i, where))
    return [where for _, _, where in sorted(found)]


def _locates(parse: Parse, token: Token) -> bool:
    if token.dep != "pobj" and not (token.dep in ("conj", "appos") and parse.tokens[token.head].dep == "pobj"):
        return False
    if token.lower in word_set("aircraft") or not any(c.isalnum() for c in token.text):
        return False
    if token.dep == "appos" and parse.tokens[token.i - 1].text != ",":
        return False
    # "Mundri West" is a county.
    named = token.pos == "PROPN" and bool(parse.children(token, "compound"))
    if (token.entity in ("DATE", "TIME", "LAW", "MONEY") and token.pos != "PROPN") or (
        token.lemma in word_set("no_place") and not named
    ):
        return False
    if token.entity in ("DATE", "TIME") and (_MONTH.search(token.text) or _DIGITS.search(token.text)):
        return False
    top = token if token.dep == "pobj" else parse.tokens[token.head]
    prep = parse.tokens[top.head]
    if top.dep != "pobj" or prep.lower not in _ANY:
        return False
    before = parse.tokens[prep.head]
    if before.pos == "ADJ" and before.lemma in ("loyal", "allied", "aligned", "affiliated", "close", "due"):
        return before.lemma == "close"
    if prep.lower == "of":
        return before.lemma in ("south", "north", "east", "west", "outskirt", "vicinity") and is_place(token)
    if prep.lower in ("on", "by", "through", "along"):
        return token.lemma in word_set("place")
    return is_place(token)


def is_place(token: Token) -> bool:
    return token.lemma in word_set("place") or (token.pos == "PROPN" and token.tag in ("NNP", "NNPS"))


def place_span(parse: Parse, token: Token) -> Range:
    """The words of a place; of a road also where it leads."""
    words = phrase(parse, token)
    end = words[-1].end
    if token.lemma in _ROADS:
        for kid in parse.children(token, "prep"):
            if kid.lower in ("to", "from", "between") and kid.i > token.i:
                near = [t for t in parse.subtree(kid) if t.i < kid.i + 6 and (t.pos != "PUNCT" or t.text == "-")]
                end = max([end, *(t.end for t in near)])
    after = parse.tokens[words[-1].i + 1] if words[-1].i + 1 < len(parse.tokens) else None
    beyond = parse.tokens[after.i + 1].lower if after is not None and after.i + 1 < len(parse.tokens) else ""
    if after is not None and words[-1].lemma.lower() in _NUMBERED and after.text.isdigit() and beyond not in MONTHS:
        end = after.end
    return words[0].start, end


def named_in(text: str, start: int, end: int) -> Iterator[Range]:
    """The names in a label such as "14 July, Lamitan, Basilan:"."""
    for hit in _CAPITAL.finditer(text, start, end):
        if not _MONTH.search(hit[0]) and not _DIGITS.search(hit[0]):
            yield hit.span()


def named_object(parse: Parse, noun: Token, *, struck: bool = False) -> Range | None:
    """An object that is itself a place with a name: "shelled Krasnohorivka". Nobody is `struck` by name."""
    words = phrase(parse, noun)
    proper = noun.pos == "PROPN" or (
        noun.lemma in word_set("place")
        and noun.tag == "NN"
        and any(w.pos == "PROPN" and w.entity != "NORP" for w in words)
    )
    somebody = {w.lemma for w in words} & (word_set("soldier") | word_set("monitor")) or noun.lemma in word_set(
        "position"
    ) - {"town", "village", "city", "district", "camp", "bridge", "airport", "port", "hill"}
    return bounds(words) if proper and not somebody and (struck or noun.entity != "PERSON") else None
