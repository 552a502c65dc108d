"""Mends "X accuses Y of it, a charge Y denies", where parsers take the charge, its denier and the verb for one noun."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from trucewatch.core.parse import FINITE, Token

from .voices import ALLEGATIONS

_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset("DET PROPN NOUN ADJ NUM PART".split())
_HAS = frozenset("has have had".split())
_BEHIND = frozenset("PUNCT SPACE CCONJ ADP SCONJ ADV".split())
_LONGEST = 6


def free_denier(tokens: list[Token], low: int, high: int, speech: Mapping[str, str]) -> None:
    """Makes the "rejects" of "Sudan accuses the UAE, an accusation Abu Dhabi rejects" the verb of Abu Dhabi."""
    forms = _forms(frozenset(verb for verb, manner in speech.items() if manner == "deny"))
    for comma in tokens[low + 1 : high - 3]:
        if comma.text != ",":
            continue
        charge = _charge(tokens, comma.i + 1, high)
        first = charge.i + 1 if charge is not None else high
        first += first < high and tokens[first].lower in ("that", "which")
        verb = _denial(tokens, first, high, forms)
        if charge is None or verb is None:
            continue
        above = _told(tokens, low, comma.i)
        if above is not None:
            _hang(tokens, (low, high), (above, comma, charge, verb), forms[verb.lower])
            return


@lru_cache(maxsize=4)
def _forms(verbs: frozenset[str]) -> dict[str, str]:
    """What each form of some verbs is a form of: "denies" and "denied" of "deny"."""
    forms: dict[str, str] = {}
    for verb in verbs:
        stem = verb[:-1] + "i" if verb.endswith("y") else verb
        add_e = verb.endswith(("s", "x", "ch", "sh", "y"))
        past = f"{verb}d" if verb.endswith("e") else f"{stem}ed"
        forms |= dict.fromkeys((verb, f"{stem}es" if add_e else f"{verb}s", past), verb)
    return forms


def _charge(tokens: Sequence[Token], at: int, high: int) -> Token | None:
    """The "charge" of ", a charge" or ", allegations"."""
    article = tokens[at].lower in ("a", "an")
    noun = tokens[at + 1] if article and at + 1 < high else tokens[at]
    many = noun.lower.endswith("s") and noun.lower[:-1] in ALLEGATIONS
    return noun if (noun.lower in ALLEGATIONS and article) or (many and not article) else None


def _denial(tokens: Sequence[Token], first: int, high: int, forms: Mapping[str, str]) -> Token | None:
    """The verb of denial behind a noun phrase that begins at `first`: "Abu Dhabi | rejects", "the group | has always denied"."""
    at = first
    who = tokens[at] if at < high else None
    if who is None or not (who.pos == "PROPN" or who.tag in ("DT", "PRP$", "PRP")):
        return None
    while at < high and at - first < _LONGEST and tokens[at].lower not in _HAS and tokens[at].lower not in forms:
        if (
            tokens[at].pos not in _INSIDE
            and tokens[at].text != "-"
            and not (at == first and who.tag in ("PRP", "PRP$"))
        ):
            return None
        at += 1
    if at == first or (tokens[at - 1].pos not in _NOUNS and who.tag != "PRP"):
        return None
    had = at < high and tokens[at].lower in _HAS
    while at < high and (tokens[at].lower in _HAS or tokens[at].pos == "ADV"):
        at += 1
    verb = tokens[at] if at < high and tokens[at].lower in forms else None
    after = tokens[at + 1] if at + 1 < high else None
    if verb is None or (after is not None and after.pos not in _BEHIND) or (had and not verb.lower.endswith("ed")):
        return None
    return verb


def _told(tokens: Sequence[Token], low: int, end: int) -> Token | None:
    """The first verb before the comma that has a subject and hangs on nothing before the comma."""
    for verb in tokens[low:end]:
        own = any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass") for t in tokens[low : verb.i])
        helped = any(t.head == verb.i and t.tag in FINITE for t in tokens[low : verb.i])
        outside = tokens[verb.head].i >= end or verb.head == verb.i
        if verb.pos == "VERB" and own and outside and (verb.tag in FINITE or helped):
            return verb
    return None


def _hang(tokens: list[Token], bounds: tuple[int, int], places: tuple[Token, Token, Token, Token], lemma: str) -> None:
    """Hangs the charge on what is told before it, its denial on the charge, and the denier on that."""
    (low, high), (told, comma, charge, verb) = bounds, places
    that = tokens[charge.i + 1].lower in ("that", "which")
    run = [t for t in tokens[charge.i + 1 + that : verb.i] if t.lower not in _HAS and t.pos != "ADV"]
    who = run[-1]
    inside = {t.i for t in run}
    for token in tokens[low:high]:
        if token.i in (told.i, charge.i, verb.i, who.i):
            continue
        if token.i in inside:
            near = token.head in inside
            dep = token.dep if near or token.pos not in _NOUNS else "compound"
            tokens[token.i] = replace(token, head=token.head if near else who.i, dep=dep)
        elif charge.i < token.i < verb.i:
            dep = "aux" if token.lower in _HAS else "advmod"
            tokens[token.i] = replace(token, head=verb.i, dep="dobj" if token.lower in ("that", "which") else dep)
        elif comma.i < token.i < charge.i:
            tokens[token.i] = replace(token, head=charge.i, dep="det")
        elif token.head in inside or token.head in (charge.i, verb.i):
            tokens[token.i] = replace(token, head=told.i if token.i < charge.i or token.dep == "punct" else verb.i)
    many = charge.lower not in ALLEGATIONS
    tokens[charge.i] = replace(
        charge, head=told.i, dep="npadvmod", pos="NOUN", tag="NNS" if many else "NN", lemma=charge.lower.rstrip("s")
    )
    had = any(t.lower in _HAS for t in tokens[charge.i + 1 : verb.i])
    tag = "VBN" if had else "VBD" if verb.lower.endswith("ed") else "VBZ" if verb.lower.endswith("s") else "VBP"
    tokens[verb.i] = replace(verb, head=charge.i, dep="relcl", pos="VERB", tag=tag, lemma=lemma)
    tokens[who.i] = replace(who, head=verb.i, dep="nsubj")
    if told.head >= comma.i:
        tokens[told.i] = replace(told, head=told.i, dep="ROOT")
