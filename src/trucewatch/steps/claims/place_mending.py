"""Mends the front of sentences in which a place and the one around it stand before the subject: "In Tibú, Norte de Santander, ..."."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.parse import DOERS, FINITE, Token

_LEADS = frozenset("in at near outside".split())
# The words of a place and the one around it.
_LONGEST = 6


def part_places(tokens: list[Token], low: int, high: int) -> None:
    """Makes the clan the subject of "In Tibú, Norte de Santander, the clan was accused", not the place before it.

    An apposition would be closed by a comma: "In Tripoli, Haftar, the marshal, said".
    """
    commas = _commas(tokens, low, high)
    if commas is None:
        return
    first, second = commas
    place = tokens[second - 1]
    _make_lead(tokens, low, first)
    noun = next((t for t in tokens[second + 1 : high] if t.head == place.i and t.dep in ("appos", "conj")), None)
    noun = noun or next((t for t in tokens[second + 1 : high] if t.dep in DOERS and t.head > t.i), None)
    if noun is None:
        return
    verb = _verb_behind(tokens, noun, high)
    if verb is None:
        return
    main = verb if verb.pos == "VERB" or tokens[verb.head].i < verb.i else tokens[verb.head]
    passive = any(t.dep == "auxpass" and t.head == main.i for t in tokens[noun.i : high])
    taken = [t for t in tokens[low:high] if t.head == main.i and t.dep in DOERS and t.i not in (noun.i, place.i)]
    if any(t.i > noun.i for t in taken):
        return
    for token in (*taken, place):
        if token.i <= place.i and token.dep in DOERS:
            tokens[token.i] = replace(token, head=main.i, dep="npadvmod")
    tokens[noun.i] = replace(noun, head=main.i, dep="nsubjpass" if passive else "nsubj")


def _commas(tokens: Sequence[Token], low: int, high: int) -> tuple[int, int] | None:
    """The commas behind two places in front of a sentence, each a name alone; None without them."""
    lead = tokens[low]
    if lead.lower not in _LEADS or high - low < _LONGEST:
        return None
    found = [t.i for t in tokens[low : low + 2 * _LONGEST] if t.i < high and t.text == ","][:2]
    if len(found) < 2:
        return None
    first, second = tokens[low + 1 : found[0]], tokens[found[0] + 1 : found[1]]
    return (found[0], found[1]) if _is_place(first) and _is_place(second) and _goes_on(tokens, found[1], high) else None


def _is_place(words: Sequence[Token]) -> bool:
    """Whether words are a name with no more than an article before it."""
    named = [t for t in words if t.lower != "the"]
    plain = all(t.text[:1].isupper() or t.lower in ("de", "del", "al", "el", "-") for t in named)
    return bool(named) and plain and len(named) < _LONGEST and all(t.entity not in ("DATE", "TIME") for t in named)


def _goes_on(tokens: Sequence[Token], comma: int, high: int) -> bool:
    """Whether a noun phrase and its verb stand behind a comma, with no other comma between."""
    behind = tokens[comma + 1 : high]
    end = next((n for n, t in enumerate(behind) if t.tag in FINITE or t.text == ","), len(behind))
    run = behind[:end]
    verb = behind[end] if end < len(behind) else None
    if any(t.pos == "CCONJ" for t in run) and (run[0].tag != "DT" or tokens[comma - 1].entity == "PERSON"):
        # "In Goma, Uganda, Rwanda and Burundi signed": three may have.
        return False
    starts = bool(run) and (run[0].tag in ("DT", "PRP$") or run[0].pos in ("PROPN", "NOUN", "ADJ", "NUM"))
    return verb is not None and verb.tag in FINITE and starts and any(t.pos in ("PROPN", "NOUN") for t in run)


def _verb_behind(tokens: Sequence[Token], noun: Token, high: int) -> Token | None:
    """The first finite verb behind a noun."""
    return next((t for t in tokens[noun.i + 1 : high] if t.tag in FINITE), None)


def _make_lead(tokens: list[Token], low: int, comma: int) -> None:
    """Makes a preposition of the "Near" of "Near Kadugli, South Kordofan, the front shelled a post", taken for a name."""
    lead, place = tokens[low], tokens[comma - 1]
    if lead.pos == "ADP" or lead.lower != "near":
        return
    top = place if place.head not in range(low, comma) or place.head == place.i else tokens[place.head]
    head = top.head if top.head not in (low, top.i) else lead.head
    tokens[low] = replace(lead, pos="ADP", tag="IN", lemma="near", dep="prep", head=head, entity="")
    tokens[place.i] = replace(place, head=low, dep="pobj")
