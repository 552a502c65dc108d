"""How a proposition is built, as facts that can be told in words: what the head that judges clauses learns from.

Names of people, peoples and places are no facts: who somebody is says nothing about what he does.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from trucewatch.core.parse import Parse, Token
from trucewatch.core.ports import Clause
from trucewatch.vocabulary.reports import ReportVocabulary
from trucewatch.vocabulary.states import states_named

from .propositions import Proposition

_NAMES = frozenset({"NNP", "NNPS"})
_CALLED = frozenset({"NORP", "GPE", "LOC", "PERSON"})
# The dependents whose words are told together with the verb's.
_TOLD = frozenset("dobj prep nsubj neg aux advmod acomp xcomp ccomp attr agent prt".split())
_OBJECTS = frozenset("dobj attr acomp xcomp ccomp pobj".split())
# How many words a proposition opens with.
_OPENING = 4
Classes = Mapping[str, tuple[str, ...]]


@lru_cache(maxsize=4)
def classes_of(vocabulary: ReportVocabulary) -> Classes:
    """For every word of the vocabulary the classes that it belongs to."""
    found: dict[str, list[str]] = {}
    for name, words in vocabulary.classes.items():
        for word in words:
            found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def clause_of(parse: Parse, p: Proposition, own: Sequence[Token], tokens: Sequence[Token], classes: Classes) -> Clause:
    """What can be told of a proposition that stands, with these words of its own, in a sentence."""
    mine = {t.i for t in own}
    words = [(t, _word(t)) for t in tokens]
    facts = {f"own {word}" if t.i in mine else f"beside {word}" for t, word in words}
    facts.update([f"own class {name}" for t, word in words if t.i in mine for name in classes.get(word, ())])
    head = _word(p.head)
    facts |= {f"verb {head}", f"verb tag {p.head.tag}", f"verb label {p.head.dep}"}
    facts.update([f"verb class {name}" for name in classes.get(head, ())])
    kids = parse.children(p.head)
    for kid in kids:
        word, label = _word(kid), kid.dep
        facts |= {f"{label} {word}", f"{label} there"}
        facts.update([f"{label} class {name}" for name in classes.get(word, ())])
        if label in _TOLD:
            facts.add(f"{head} {label} {word}")
    teller = p.frame.verb if p.frame is not None else None
    for name, verb in (("told by", teller), ("under", p.under)):
        if verb is not None:
            facts |= {f"{name} {verb.lemma}", f"{name} {verb.lemma}, {head}"}
    facts |= {f"marked {p.mark}", f"where {p.where}"}
    if p.quoted:
        facts.add("quoted")
    if p.frame is not None:
        facts.add("in a frame" if p.frame.label is None else "in a turn")
    parts = (
        own,
        [t for t in tokens if t.i not in mine],
        [p.head],
        [p.subject] if p.subject is not None else (),
        [kid for kid in kids if kid.dep in _OBJECTS],
        [teller] if teller is not None else (),
        [p.under] if p.under is not None else (),
        own[:_OPENING],
    )
    return Clause(frozenset(facts), tuple([_plain(part) for part in parts]))


def _is_name(token: Token) -> bool:
    """Whether a word says who or where: also the "Israeli" of "Israeli jets"."""
    return token.tag in _NAMES or token.entity in _CALLED or (token.pos == "ADJ" and bool(states_named(token.text)))


def _word(token: Token) -> str:
    return f"(name {token.entity})" if _is_name(token) else token.lemma.lower()


def _plain(tokens: Iterable[Token]) -> tuple[str, ...]:
    return tuple([t.lower for t in tokens if not _is_name(t) and t.pos != "SPACE"])
