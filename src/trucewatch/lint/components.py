"""How far an agreement covers what ceasefire agreements are made of.

A sentence that binds and speaks of a component makes it vague; enough of the particulars that a commander
and a monitor need make it specific. Words in the preamble, a heading or a weaker cue only mention it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from trucewatch.core.model import Agreement, ClauseKind, ComponentCoverage, Level
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.loader import load

from .cues import article_sentences, cue
from .sentences import Sentence, definition_sentences, has_firm_limit, once_for_each_agreement

TYPES = ("unilateral", "cessation", "preliminary", "definitive")
_NEEDS = ("required", "recommended", "none")
_FIRM_LIMIT = "FIRM-LIMIT"
_EVIDENCE = 8


@dataclass(frozen=True, slots=True)
class Component:
    """A part that ceasefire agreements have, and the words that show it; see `components.yaml`."""

    id: str
    name: str
    need: Mapping[str, str]
    cues: tuple[str, ...]
    particulars: tuple[str, ...]
    least: int
    specific: str
    vague: str
    mention: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for pattern in (*self.cues, *self.particulars, *self.mention):
            try:
                cue(pattern)
            except re.error as error:
                raise ValueError(f"{pattern!r} is no regular expression: {error}") from error
        if set(self.need) != set(TYPES) or not set(self.need.values()) <= set(_NEEDS):
            raise ValueError(f'"need" must give {", ".join(_NEEDS[:-1])} or none for each of {", ".join(TYPES)}')
        if not 1 <= self.least <= len(self.particulars):
            raise ValueError(f'"least" is {self.least}, expected 1 to {len(self.particulars)}')


def components() -> tuple[Component, ...]:
    """The checklist in its order."""
    return load("components.yaml", Component)


@once_for_each_agreement
def cover(agreement: Agreement) -> tuple[ComponentCoverage, ...]:
    """The level of each component with the words that show it."""
    articles = {**article_sentences(agreement), **{s.clause.id: (s,) for s in definition_sentences(agreement)}}
    articles = {article: tuple(_spelled_out(agreement, parts)) for article, parts in articles.items()}
    around = tuple(_words_around(agreement))
    return tuple(_cover(agreement, component, articles, around) for component in components())


def _cover(
    agreement: Agreement,
    component: Component,
    articles: Mapping[str, tuple[Sentence, ...]],
    around: tuple[tuple[int, str], ...],
) -> ComponentCoverage:
    evidence: list[Span] = []
    found: set[str] = set()
    speaking: list[Sentence] = []
    for parts in articles.values():
        here = [sentence for sentence in parts if _matches(component.cues, sentence.text)]
        speaking += here
        # What completes a point often stands beside it: the list under it, or the day in the next sentence.
        words = "\n".join(sentence.full for sentence in (_with_neighbours(parts, here)))
        found |= {p for p in component.particulars if _states(p, words)} if here else set()
    if speaking:
        evidence = [agreement.document.span(s.start, s.end) for s in speaking[:_EVIDENCE]]
        level = Level.SPECIFIC if len(found) >= component.least else Level.VAGUE
        return ComponentCoverage(component.id, level, tuple(evidence))
    for pattern in (*component.cues, *component.mention):
        for start, words in (*around, *((s.start, s.text) for parts in articles.values() for s in parts)):
            match = cue(pattern).search(words)
            if match:
                evidence.append(agreement.document.span(start + match.start(), start + match.end()))
                return ComponentCoverage(component.id, Level.MENTIONED, tuple(evidence))
    return ComponentCoverage(component.id, Level.ABSENT)


def _with_neighbours(parts: tuple[Sentence, ...], here: list[Sentence]) -> Iterator[Sentence]:
    """The sentences that speak of the component, the two after each of them and the points under them."""
    starts = {sentence.start for sentence in here}
    chapeaux = {sentence.clause.id for sentence in here if sentence.text.rstrip().endswith(":")}
    left = 0
    for sentence in parts:
        left = 2 if sentence.start in starts else left - 1
        if left >= 0 or sentence.clause.parent in chapeaux:
            yield sentence


def _spelled_out(agreement: Agreement, parts: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """The sentences, each followed by the full names of the abbreviations it uses."""
    long = {d.term: agreement.document.reads(d.meaning) for d in agreement.definitions if d.abbreviation and d.meaning}
    for sentence in parts:
        names = [long[word] for word in dict.fromkeys(re.findall(r"[\w/-]+", sentence.text)) if word in long]
        yield replace(sentence, text=" | ".join((sentence.text, *names))) if names else sentence


def _matches(patterns: tuple[str, ...], words: str) -> bool:
    return any(cue(pattern).search(words) for pattern in patterns)


def _states(particular: str, words: str) -> bool:
    return has_firm_limit(words) if particular == _FIRM_LIMIT else bool(cue(particular).search(words))


def _words_around(agreement: Agreement) -> Iterator[tuple[int, str]]:
    """Headings and the clauses that do not bind, with their offsets."""
    document = agreement.document
    for clause in agreement.clauses:
        if clause.heading is not None:
            start, end = document.text_range(clause.heading)
            yield start, document.text[start:end]
        if not clause.operative and clause.end > clause.start and clause.kind is not ClauseKind.ABBREVIATIONS:
            yield clause.start, agreement.words(clause)
