"""Kinds of events in monitors' reports, and the words by which an event's facts are read."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import MappingProxyType

from .loader import load

KINDS, WORDS = "incident_kinds.yaml", "incident_words.yaml"
_ACT = re.compile(r"(?P<neg>not )?(?P<heads>[\w|-]+)(?: \((?P<subject>victim|finder)\))?(?:: (?P<words>.+))?")


@dataclass(frozen=True, slots=True)
class Act:
    """A predicate or a noun that names an event. `groups`: of each one word must stand beside it, or none with "-".

    `subject` is what the grammatical subject is: doer, victim or finder.
    """

    heads: frozenset[str]
    groups: tuple[tuple[str, ...], ...]
    denied: bool
    subject: str


@dataclass(frozen=True)
class IncidentKind:
    """One entry of incident_kinds.yaml; the file's header says what the fields mean."""

    id: str
    meaning: str
    acts: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    weak: bool = False

    def __post_init__(self) -> None:
        for line in (*self.acts, *self.nouns):
            _act(line)

    @cached_property
    def predicates(self) -> tuple[Act, ...]:
        return tuple(map(_act, self.acts))

    @cached_property
    def names(self) -> tuple[Act, ...]:
        return tuple(map(_act, self.nouns))


@dataclass(frozen=True, slots=True)
class WordSet:
    """One entry of incident_words.yaml: lemmas, or regular expressions over the text."""

    id: str
    words: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for pattern in self.patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                raise ValueError(f'"patterns" has no regular expression: {error}') from error


@cache
def incident_kinds() -> tuple[IncidentKind, ...]:
    """The kinds in the file's order; raises BadVocabulary."""
    return load(KINDS, IncidentKind)


@cache
def word_set(name: str) -> frozenset[str]:
    """The lemmas of a set."""
    return frozenset(_sets()[name].words)


@cache
def pattern_of(name: str) -> re.Pattern[str]:
    """One regular expression for a set's patterns; a blank fits any white space."""
    lines = (p.replace(" ", r"\s+") for p in _sets()[name].patterns)
    # The expressions of provisions tell capitals from small letters.
    return re.compile("|".join(f"(?:{line})" for line in lines), 0 if name == "provision" else re.I)


@cache
def acts_by_head() -> Mapping[str, tuple[tuple[IncidentKind, Act], ...]]:
    """For every lemma of a predicate, the kinds and acts that it may show, in the file's order."""
    return _by_head((kind, act) for kind in incident_kinds() for act in kind.predicates)


@cache
def nouns_by_head() -> Mapping[str, tuple[tuple[IncidentKind, Act], ...]]:
    """For every noun that names an event, the kinds that it may show, in the file's order."""
    return _by_head((kind, act) for kind in incident_kinds() for act in kind.names)


def rank_of(kind: IncidentKind) -> int:
    """The kind's place in the file: of two that fit, the first decides."""
    return _ranks()[kind.id]


@cache
def _ranks() -> Mapping[str, int]:
    return MappingProxyType({kind.id: number for number, kind in enumerate(incident_kinds())})


@cache
def first_words() -> frozenset[str]:
    """The lemmas, without particles, that a token must have to be looked at."""
    return frozenset(head.partition("_")[0] for head in (*acts_by_head(), *nouns_by_head()))


def _by_head(pairs: Iterable[tuple[IncidentKind, Act]]) -> Mapping[str, tuple[tuple[IncidentKind, Act], ...]]:
    found: dict[str, list[tuple[IncidentKind, Act]]] = {}
    for kind, act in pairs:
        for head in act.heads:
            found.setdefault(head, []).append((kind, act))
    return MappingProxyType({head: tuple(acts) for head, acts in found.items()})


@cache
def _sets() -> Mapping[str, WordSet]:
    return MappingProxyType({entry.id: entry for entry in load(WORDS, WordSet)})


def _act(line: str) -> Act:
    match = _ACT.fullmatch(line)
    if match is None:
        raise ValueError(f'"{line}" is no act; expected lemmas between bars, then ": words"')
    groups = tuple(tuple(group.split()) for group in (match["words"] or "").split("+") if group.split())
    return Act(frozenset(match["heads"].split("|")), groups, bool(match["neg"]), match["subject"] or "doer")
