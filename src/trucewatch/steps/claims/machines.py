"""Whose machines do something: the army of "army helicopters", Azerbaijan's of "Azerbaijani drones"."""

from collections.abc import Iterator

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.states import states_named

from .mentions import folded

_IN_FRONT = frozenset({"compound", "amod", "nmod", "poss"})
# What is done to machines rather than by them in notes without a helping verb.
_SEEN = frozenset("see spot observe sight hear report".split())
# Who has machines and is known by such a word alone.
_BODIES = frozenset("army government military navy junta coalition".split())


def acts_as_machine(parse: Parse, noun: Token, machines: frozenset[str]) -> bool:
    """Whether a noun for a machine, and no name, does something: "helicopters fired", "was hit by drones"."""
    above = parse.tokens[noun.head]
    by = noun.dep == "pobj" and above.dep == "agent"
    # "Ethiopian trucks seen on the road" do nothing.
    acts = noun.dep == "nsubj" and above.lemma not in _SEEN and (above.tag != "VBN" or parse.children(above, "aux"))
    return noun.pos == "NOUN" and noun.lemma in machines and (by or bool(acts))


def owner_word(parse: Parse, machine: Token) -> Token | None:
    """The word for the owner that stands before a machine."""
    before = (k for k in parse.children(machine) if k.i < machine.i and k.dep in _IN_FRONT and k.pos != "PRON")
    return max(before, key=lambda k: k.i, default=None)


def owner_keys(word: Token) -> Iterator[str]:
    """The folded names by which a text may call the owner elsewhere: "rebels" for "rebel tanks", "azerbaijan"."""
    yield folded(word.text)
    yield folded(word.text + "s")
    yield from (folded(name) for name in states_named(word.text))


def is_body_word(word: Token) -> bool:
    """Whether a word for an owner can stand for it by itself: "army helicopters", "government jets"."""
    return word.lower in _BODIES
