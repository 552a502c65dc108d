"""A clause with what holds of it, for the rules that put its stance right: also of what a verb of saying introduces."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from types import CodeType, FunctionType

from trucewatch.core.parse import Parse, Token

from .polarity import negated, time_of
from .propositions import SUBJECTS, Proposition
from .speakers import PERSONAL
from .wording import words_of

# Stances that a rule bars, each with the one that takes its place or "".
Ruled = Iterator[tuple[str, str]]
# What tells that terms are met.
MET = ("CLAIM_COMPLIANCE", "COMPLY", "COMPLY_PART")
# What holds of a verb of saying and not of what is said.
_OF_THE_CLAUSE = frozenset("report self other positive negative past present ongoing future must possible act".split())
_POSSESSIVES = frozenset("its his her their our my".split())
_GRANTS = frozenset("if unless provided provide".split())
_FOR_AS_LONG = ("as long as", "so long as")


@dataclass(frozen=True)
class ToldClause:
    """A predicate with its subject and its words; `teller` is who says it, None for the text's own voice."""

    p: Proposition
    own: Sequence[Token]
    conditions: frozenset[str]
    classes: Mapping[str, frozenset[str]]
    teller: Token | None

    @property
    def parse(self) -> Parse:
        """Where its words stand."""
        return self.p.parse

    @property
    def head(self) -> Token:
        """Its predicate."""
        return self.p.head

    @property
    def subject(self) -> Token | None:
        """Who or what it is about."""
        return self.p.subject

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """Its words as dictionaries have them."""
        return frozenset(t.lemma for t in self.own)

    @cached_property
    def words(self) -> str:
        """Its words, in small letters and with a blank between them."""
        return words_of(self.own)

    @cached_property
    def texts(self) -> frozenset[str]:
        """What agreements and ceasefires are called."""
        return self.classes["agreement"] | self.classes["ceasefire"]

    @property
    def denied(self) -> bool:
        """Whether it is said not to be so."""
        return "negative" in self.conditions

    @property
    def said(self) -> bool:
        """Whether somebody says it."""
        return "said" in self.conditions

    @property
    def watches(self) -> bool:
        """Whether a third party or a monitor speaks, or acts."""
        return not self.conditions.isdisjoint(("third", "monitor"))

    @property
    def charge(self) -> str:
        """What whoever finds fault with others does: a third party finds, a party accuses."""
        return "THIRD_PARTY_FINDING" if "third" in self.conditions else "ACCUSE"

    @property
    def finding(self) -> str:
        """What whoever tells that all is well does: a party claims it, anybody else finds it."""
        aside = not self.conditions.isdisjoint(("third", "analyst", "anonymous"))
        return "THIRD_PARTY_FINDING" if aside else "CLAIM_COMPLIANCE"

    def holds(self, *conditions: str) -> bool:
        """Whether all of these hold."""
        return self.conditions.issuperset(conditions)

    def named(self, token: Token | None, words: frozenset[str]) -> bool:
        """Whether a word is one of these."""
        return token is not None and token.lemma in words

    def owned(self, token: Token | None) -> bool:
        """Whether a noun is somebody's own: "its troops", "our post"."""
        return token is not None and any(k.lower in _POSSESSIVES for k in self.parse.children(token, "poss"))

    def things(self) -> tuple[Token, ...]:
        """What its predicate is done to: the object, or the subject of a passive, and the guns of "most of their guns"."""
        found = self.parse.children(self.head, "dobj", "nsubjpass")
        return (*found, *(o for k in found for o in self.parse.behind(k, "of")))

    def is_conditional(self) -> bool:
        """Whether it holds only if something else does."""
        held = any(words in self.words for words in _FOR_AS_LONG)
        return "conditional" in self.conditions or held or not self.lemmas.isdisjoint(_GRANTS)


def put_right(
    rules: Sequence[Callable[[ToldClause], Ruled]],
    p: Proposition,
    own: Sequence[Token],
    conditions: frozenset[str],
    classes: Mapping[str, frozenset[str]],
    stance: str | None,
) -> str | None:
    """The stance, or what takes its place by the first rule that bars it; None where nothing is claimed."""
    if stance is None:
        return None
    asked = [rule for rule in rules if stance in codes_of(rule)]
    for told in _clauses(p, own, conditions, classes) if asked else ():
        for rule in asked:
            for code, instead in rule(told):
                if code == stance:
                    return instead or None
    return stance


@cache
def codes_of(rule: Callable[..., Ruled]) -> frozenset[str]:
    """The words in capitals that a rule names, itself, in what it calls or in the lists that it uses: all that it can bar.

    Most rules name a few stances, so that few are asked about each.
    """
    return frozenset(_named(rule.__code__, rule.__globals__, set()))


def _in_capitals(value: object) -> Iterator[str]:
    """The words in capitals that a value is, or that lie in it, however deep."""
    if isinstance(value, str) and value.isupper():
        yield value
    elif isinstance(value, tuple | frozenset | Mapping):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _in_capitals(one)
        yield from (
            (key for key in value if isinstance(key, str) and key.isupper()) if isinstance(value, Mapping) else ()
        )


def _named(code: CodeType, scope: Mapping[str, object], seen: set[CodeType]) -> Iterator[str]:
    if code in seen:
        return
    seen.add(code)
    for value in (*code.co_consts, *(scope.get(name) for name in code.co_names)):
        yield from _in_capitals(value)
        if isinstance(value, CodeType):
            yield from _named(value, scope, seen)
        elif isinstance(value, FunctionType) and value.__module__.startswith(__package__ or ""):
            yield from _named(value.__code__, value.__globals__, seen)


def _clauses(
    p: Proposition, own: Sequence[Token], conditions: frozenset[str], classes: Mapping[str, frozenset[str]]
) -> Iterator[ToldClause]:
    """The proposition, and behind a verb of saying what is said."""
    teller = p.frame.speaker if p.frame is not None else None
    yield ToldClause(p, own, conditions, classes, teller)
    if p.where != "report":
        return
    said = p.parse.children(p.head, "ccomp")
    for clause in [k for k in said if k.i > p.head.i] or said:
        subject = next(iter(p.parse.children(clause, *SUBJECTS)), None)
        inner = replace(p, head=clause, subject=subject, where="said")
        owned = subject is not None and any(k.lower in _POSSESSIVES for k in p.parse.children(subject, "poss"))
        itself = subject is not None and (subject.lower in PERSONAL or owned)
        doer = "other" if "theirs" in conditions else "self" if itself else "event"
        held = {"said", doer, "negative" if negated(p.parse, inner) else "positive", time_of(p.parse, inner)}
        words = p.parse.subtree(clause)
        yield ToldClause(inner, words, (conditions - _OF_THE_CLAUSE) | held, classes, p.subject)
