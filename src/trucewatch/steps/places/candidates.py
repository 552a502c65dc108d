"""Finds the words of a report that may name a place."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from trucewatch.core.model import Document
from trucewatch.core.parse import PLACE_LABELS, Parse, Token
from trucewatch.vocabulary.places import place_words
from trucewatch.vocabulary.states import is_adjective, is_state

_TIMES = frozenset({"DATE", "TIME", "CARDINAL", "LAW", "EVENT"})
# "JUBA, 14 March 2018 -": cut off before parsing, so read from the text.
_DATELINE = re.compile(
    r"(?P<name>[^\W\d_][\w'’. -]{2,30}?)(?:, [A-Z][\w ]{2,20})?, (?:\d{1,2} [A-Za-z]{3,9}|[A-Z][a-z]{2,8} \d)"
)
_DIRECTION = re.compile(
    r"(?i)\b(?P<said>(?:north|south|east|west)[\w-]*)\s+(?:[\w']+\s+){0,2}?(?P<noun>\w+)\s+of\s+(?:the\s+)?$"
)
_BESIDE = re.compile(
    r"(?:,? (?:in|of)(?: the)? |, (?:the )?| \((?:the )?)(?P<name>[A-ZÀ-Ž][\w'.’-]+(?: (?:of(?: the)? )?[A-ZÀ-Ž][\w'.’-]+){0,4})"
)
# "Donetsk and Luhansk regions": the kind of all of them.
_LISTED = re.compile(r"(?:(?:,|,? and) [A-ZÀ-Ž][\w'’-]+){0,6} (?P<noun>[a-z]{4,15})\b")
# The article of an Arabic name, with a hyphen ("ad-Durayhimi") or as a word of its own ("At Tuhayta").
_OF = frozenset("de del du des la las los".split())
ARABIC_ARTICLES = frozenset("al el ad ar as ash at an az".split())
_LIST = frozenset({",", "and", "or"})
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "his", "their"})


class Grounds(IntEnum):
    """How far the words themselves say that a name is a place's.

    FAINT: it stands where somebody goes or comes from. LIKELY: something is "in" it, or an area is named by it;
    either counts only if a gazetteer has it. SURE: it is a place whether a gazetteer knows it or not.
    """

    FAINT = 1
    LIKELY = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may name a place: working-text range, and that of the sentence.

    `area` says that the text calls it one. `beside` is what stands right behind it ("Tripoli, Lebanon"), `said` the direction that the text gives.
    """

    start: int
    end: int
    sentence: tuple[int, int]
    grounds: Grounds
    area: bool = False
    beside: str = ""
    said: tuple[int, int] | None = None


def candidates(document: Document, parses: Sequence[Parse]) -> tuple[Candidate, ...]:
    """The candidates in order of place, none over another."""
    found = [c for parse in parses for sentence in parse.sentences for c in _in_sentence(document, parse, sentence)]
    parsed = [(parse.tokens[0].start, parse.tokens[-1].end) for parse in parses if parse.tokens]
    found += _datelines(document, parsed)
    kept: list[Candidate] = []
    for candidate in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or candidate.start >= kept[-1].end:
            kept.append(candidate)
    return tuple(kept)


def without_kind(name: str) -> str:
    """The name without what kind of area it says to be: "Shan" for "Shan State"."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in place_words()["area"] else name


def _datelines(document: Document, parsed: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    for block in document.blocks:
        match = _DATELINE.match(document.text, block.start, min(block.end, block.start + 90))
        if match and not any(start <= block.start < end for start, end in parsed):
            yield _candidate(document, *match.span("name"), (block.start, block.end), Grounds.LIKELY)


def _in_sentence(document: Document, parse: Parse, sentence: tuple[int, int]) -> Iterator[Candidate]:
    tokens = [token for token in parse.tokens[slice(*sentence)] if not token.text.isspace()]
    if not tokens:
        return
    bounds = tokens[0].start, tokens[-1].end
    at = 0
    listed: tuple[int, Grounds] | None = None
    while at < len(tokens):
        end = max(_run_end(document.text, tokens, at), _state_end(tokens, at))
        if end == at:
            at += 1
            continue
        name = tokens[at:end]
        before = tokens[at - 1] if at else None
        grounds = _grounds(tokens, name, before, at) or _in_list(tokens, name, at, listed)
        if grounds is not None:
            yield _candidate(document, name[0].start, name[-1].end, bounds, grounds)
            listed = end, grounds
        at = end


def _in_list(
    tokens: Sequence[Token], name: Sequence[Token], at: int, listed: tuple[int, Grounds] | None
) -> Grounds | None:
    """The grounds of a name that goes on with a list of places: "in Haris, Talloussa and Berghoz"."""
    if listed is None or name[0].entity in _TIMES or {t.lower for t in name} & place_words()["none"]:
        return None
    end, grounds = listed
    between = {token.lower for token in tokens[end:at]}
    behind = tokens[at + len(name)] if at + len(name) < len(tokens) else None
    if not between or not between <= _LIST or at - end > 2 or (behind is not None and behind.pos == "PROPN"):
        return None
    # "In Tripoli, Haftar said": only the last of a list with nothing behind it, or that nobody takes for a person, is surely one.
    closed = behind is None or behind.text in (".", ";")
    last = between & {"and", "or"} and (closed or not any(t.entity in ("PERSON", "ORG", "NORP") for t in name))
    return grounds if last else Grounds.FAINT


def _run_end(text: str, tokens: Sequence[Token], at: int) -> int:
    """The end of the name that starts here: tokens of one label side by side, also over hyphens and small words."""
    first = tokens[at]
    if not _may_begin(first, tokens[at - 1] if at else None, tokens[at + 1] if at + 1 < len(tokens) else None):
        return at
    end = at + 1
    inside = place_words()["inside"]
    while end < len(tokens):
        token, last = tokens[end], tokens[end - 1]
        glued = token.start == last.end
        if token.text == "-" and glued and end + 1 < len(tokens):
            after = tokens[end + 1]
            joins = after.text[:1].isupper() or (
                after.lower in inside and text[after.end : after.end + 1] in ("-", " ")
            )
            if not joins or after.start != token.end:
                break
            end += 2
        elif (token.lower in inside and end + 1 < len(tokens) and _leads_on(first, tokens, end + 1)) or (
            _continues(first, tokens, end) and not text[last.end : token.start].strip()
        ):
            end += 1
        else:
            break
    return end


def _state_end(tokens: Sequence[Token], at: int) -> int:
    """The end of a state's name with small words in it that starts here ("Democratic Republic of the Congo")."""
    if not tokens[at].text[:1].isupper():
        return at
    ends = range(min(len(tokens), at + 7), at + 2, -1)
    names = ((end, " ".join(token.text for token in tokens[at:end])) for end in ends)
    return next((end for end, name in names if is_state(name) or name.lower() in place_words()["wide"]), at)


def _leads_on(first: Token, tokens: Sequence[Token], at: int) -> bool:
    """Whether a small word before `at` leads on to more of the name, with a hyphen or without."""
    hyphen = tokens[at].text == "-" and tokens[at].start == tokens[at - 1].end and at + 1 < len(tokens)
    if hyphen:
        return tokens[at + 1].text[:1].isupper()
    spanish = tokens[at - 1].lower in _OF and tokens[at].pos == "PROPN" and tokens[at].text[:1].isupper()
    return spanish or _continues(first, tokens, at)


def _may_begin(token: Token, before: Token | None, after: Token | None = None) -> bool:
    word = token.text
    hyphened = after is not None and after.text.startswith("-") and after.start == token.end
    if (token.lower in _ARTICLES and word != "An") or not word[:1].isalpha():
        return False
    if token.entity in _TIMES and (before is None or before.lower not in place_words()["locative"]):
        return False
    if not word[0].isupper():
        return token.lower in ARABIC_ARTICLES and (
            hyphened or (token.lower in ("al", "el") and token.entity in PLACE_LABELS)
        )
    if word in ("At", "As", "An") and before is not None and after is not None:
        return after.text[:1].isupper() and after.pos == "PROPN"
    # Parsers take rare names for common nouns, but seldom capitalised ones within a sentence.
    return token.pos == "PROPN" or token.entity in PLACE_LABELS or (token.pos == "NOUN" and before is not None)


def _continues(first: Token, tokens: Sequence[Token], at: int) -> bool:
    """Whether the token goes on with the name; glued marks ("Donets'k") do, a possessive's "'s" does not."""
    token = tokens[at]
    if token.tag == "POS" or token.lower == "'s":
        return False
    if token.text[:1] in "-'’" and token.start == tokens[at - 1].end and token.text[1:2].isalpha():
        return True
    if tokens[at - 1].text == "-" and token.start == tokens[at - 1].end:
        return True
    if tokens[at - 1].text in ("e", "i") and token.text[:1].isupper():
        return True  # "Nahr-e Saraj"
    if tokens[at - 1].lower in ARABIC_ARTICLES and tokens[at - 1].text[0].isupper() and token.text[:1].isupper():
        return token.pos == "PROPN" or token.entity in PLACE_LABELS
    same = (token.entity in PLACE_LABELS) == (first.entity in PLACE_LABELS)
    return token.text[:1].isupper() and (token.pos == "PROPN" or token.entity in PLACE_LABELS) and same


def _grounds(tokens: Sequence[Token], name: Sequence[Token], before: Token | None, at: int) -> Grounds | None:
    """How far the words say that the name is a place's; None where they do not at all."""
    words = place_words()
    text = " ".join(token.lower for token in name)
    if text in words["none"] or name[0].lower in words["none"] or name[-1].lower in words["units"]:
        return None
    if len(name) == 1 and is_adjective(name[0].text):
        return None
    behind = tokens[at + len(name)] if at + len(name) < len(tokens) else None
    labelled = any(token.entity in PLACE_LABELS for token in name)
    if behind is not None and behind.pos == "PROPN" and behind.lower not in words["town"] | words["area"]:
        return None  # "Donetsk People's Republic", "Libya Observer": a part of another name
    if before is not None and before.pos == "PROPN" and before.end + 1 == name[0].start and labelled:
        return None
    if before is not None and before.lower == "the" and at > 1:
        before = tokens[at - 2]
    short = len(name) == 1 and name[0].text.isupper() and len(name[0].text) <= 5
    of_kind = words["town"] | words["area"]
    of_town = before is not None and before.lower == "of" and at > 1 and tokens[at - 2].lower in of_kind
    if of_town or labelled or (before is not None and before.lower in words["near"]):
        return Grounds.LIKELY if short else Grounds.SURE
    if (before is not None and before.lower in words["locative"]) or (behind is not None and behind.lower in of_kind):
        return Grounds.LIKELY
    going = before is not None and (before.lower in words["going"] or before.lemma in words["going"])
    return Grounds.FAINT if going else None


def _candidate(document: Document, start: int, end: int, sentence: tuple[int, int], grounds: Grounds) -> Candidate:
    text, words = document.text, place_words()
    after = re.match(r"[ ']*(?P<noun>[A-Za-z]+)", text[end : end + 30])
    listed = _LISTED.match(text, end, min(len(text), sentence[1]))
    said = _DIRECTION.search(text, max(sentence[0], start - 80), start)
    before = re.search(r"(\w+)\s+of\s+(?:the\s+)?$", text[max(sentence[0], start - 40) : start])
    beside = _BESIDE.match(text, end, min(len(text), sentence[1]))
    return Candidate(
        start,
        end,
        sentence,
        grounds,
        area=without_kind(text[start:end]) != text[start:end]
        or bool(after and after["noun"].lower() in words["area"])
        or bool(listed and listed["noun"] in words["areas"])
        or bool(before and before[1].lower() in words["area"]),
        beside=beside["name"].rstrip(".") if beside else "",
        said=said.span("said") if said and said["noun"].lower() in words["town"] else None,
    )
