"""Mends what somebody was brought to do into something that he did: "..., prompting the government to suspend talks"."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.parse import Token

from .name_mending import NOUNS

BRINGS = frozenset("prompt lead force cause push drive compel".split())
# What ends, or puts off, what was going on.
_STOPS = frozenset("suspend freeze halt cancel postpone boycott".split())
_OFF = frozenset("call break".split())
_LEAVES = frozenset("withdraw pull quit leave walk abandon".split())
_LEFT = frozenset(
    "talk talks negotiation negotiations commission committee process agreement accord truce ceasefire conference council "
    "dialogue deal mechanism board".split()
)
_UNREAL = frozenset("to not n't never will would could may might should must can".split())


def free_caused(tokens: list[Token], low: int, high: int) -> None:
    """Makes "suspend" a verb beside the one that tells why, with the government as its subject."""
    for brings in tokens[low:high]:
        if brings.lemma not in BRINGS or not _is_real(tokens, brings, low, high):
            continue
        who = next((t for t in tokens[brings.i + 1 : high] if t.head == brings.i and t.dep in ("dobj", "nsubj")), None)
        below = {brings.i} | ({who.i} if who is not None else set())
        behind = tokens[who.i + 1 : high] if who is not None else []
        verb = next(
            (t for t in behind if t.head in below and t.dep in ("xcomp", "ccomp", "acl") and t.tag == "VB"), None
        )
        if who is None or verb is None or who.pos not in NOUNS or not _ends(tokens, verb, high):
            continue
        to = next((t for t in tokens[who.i + 1 : verb.i] if t.lower == "to" and t.head == verb.i), None)
        if to is None or any(t.lower in _UNREAL for t in tokens[to.i + 1 : verb.i]):
            continue
        above = brings if brings.dep in ("ROOT", "conj") else _verb_above(tokens, brings)
        under, dep = (above.i, "conj") if above is not brings else (brings.head, brings.dep)
        tokens[brings.i] = replace(brings, head=verb.i, dep="advcl")
        tokens[to.i] = replace(to, dep="dep", tag="IN", pos="ADP")
        tokens[who.i] = replace(who, head=verb.i, dep="nsubj")
        tokens[verb.i] = replace(verb, head=verb.i if dep == "ROOT" else under, dep=dep, tag="VBD")
        return


def _is_real(tokens: Sequence[Token], brings: Token, low: int, high: int) -> bool:
    """Whether somebody was brought to it, and is not only about to be: by a past verb, or one that hangs on it."""
    if any(t.head == brings.i and t.lower in _UNREAL for t in tokens[low:high]):
        return False
    if brings.tag == "VBG":
        above = tokens[brings.head]
        plain = brings.dep == "advcl" and above.i < brings.i
        return plain and above.tag in ("VBD", "VBN") and not _helped(tokens, above, low, high) & _UNREAL
    had = _helped(tokens, brings, low, high) & {"has", "have", "had"}
    which = any(t.lower == "which" and t.head == brings.i and t.dep == "nsubj" for t in tokens[low : brings.i])
    after = brings.dep == "relcl" and which and _verb_above(tokens, brings).tag in ("VBD", "VBN")
    return (brings.dep in ("ROOT", "conj") or after) and (brings.tag == "VBD" or (brings.tag == "VBN" and bool(had)))


def _verb_above(tokens: Sequence[Token], token: Token) -> Token:
    """The nearest verb that a word hangs on; the root where none is."""
    above = tokens[token.head]
    while above.pos not in ("VERB", "AUX") and above.head != above.i:
        above = tokens[above.head]
    return above


def _helped(tokens: Sequence[Token], verb: Token, low: int, high: int) -> set[str]:
    return {t.lower for t in tokens[low:high] if t.head == verb.i and t.dep in ("aux", "neg", "auxpass")}


def _ends(tokens: Sequence[Token], verb: Token, high: int) -> bool:
    """Whether a verb ends talks or leaves what was agreed."""
    near = tokens[verb.i + 1 : min(high, verb.i + 6)]
    if verb.lemma in _OFF:
        return bool(near) and near[0].lower == "off"
    return verb.lemma in _STOPS or (verb.lemma in _LEAVES and any(t.lower in _LEFT for t in near))
