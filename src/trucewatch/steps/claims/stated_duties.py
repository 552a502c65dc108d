"""The duties that a report states as terms of an agreement, and all that its claims may be about beside them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from trucewatch.core.model import Document
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.matter_words import is_weak
from trucewatch.vocabulary.reports import ReportVocabulary

from .candidates import Candidates
from .draft import Draft
from .duties import DutyFinder, FoundDuty
from .duty_phrases import CEASEFIRE
from .matching import WHOLE, Asked, Candidate
from .owed_terms import Term
from .stated_terms import TermFinder

# How many words name a thing alone.
_FEW = 2


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the claims of a report may be about, the claims, the answers of the rules, and the duties behind the candidates.

    An answer of the rules is the number of a candidate, with how it was found; the agreement as a whole has no duty.
    `meant` says of each claim how well every candidate goes with it, by meaning.
    """

    candidates: Sequence[Candidate]
    asked: Sequence[Asked]
    rules: Sequence[tuple[int, str]]
    duties: Sequence[FoundDuty | None]
    meant: Sequence[Sequence[float]] = ()


class StatedDuties:
    """Finds the stated duties; `duties` holds them once the claims are weighed."""

    def __init__(self, document: Document, parse: Parse, vocabulary: ReportVocabulary, finder: DutyFinder) -> None:
        self.finder = finder
        self.values = Candidates(document, parse, vocabulary)
        self.duties: list[FoundDuty] = []
        self.topics: list[FoundDuty] = []
        # The forms in which each is told.
        self.forms: dict[str, frozenset[str]] = {}
        self._terms = TermFinder(parse, vocabulary).terms()

    def candidates(self, drafts: Sequence[Draft]) -> list[Candidate]:
        """The stated duties as values."""
        return self.values.of_terms(self._terms, drafts)

    def _wordings(self) -> list[list[int]]:
        """The terms by number, those together that word one duty of a known kind: "freeze the training", "the suspension of it"."""
        found: dict[str, list[tuple[frozenset[str], list[int]]]] = {}
        for n, term in enumerate(self._terms):
            told = (
                d.id
                for d in self.finder.duties
                if d.listed and d.act != CEASEFIRE
                if any(term.first.start <= m.start < term.last.end for m in d.mentions)
            )
            # "The army must free X", "the rebels must free Y": two duties, each with its own bearer.
            who, duties = self._who(term), found.setdefault(next(told, str(n)), [])
            at = next((at for at, (own, _) in enumerate(duties) if own == who or not own or not who), len(duties))
            own, same = duties[at] if at < len(duties) else (who, [])
            duties[at : at + 1] = [(own or who, [*same, n])]
        return sorted(same for duties in found.values() for _, same in duties)

    def _states(self, topic: tuple[Token, Token]) -> bool:
        """Whether what a claim speaks of are the words of a stated duty, or of several: it is not listed twice."""
        inside = [t for t in self._terms if topic[0].i <= t.first.i and t.last.i <= topic[1].i]
        return len(inside) > 1 or any(t.first.i <= topic[0].i and topic[1].i <= t.last.i for t in self._terms)

    def _who(self, term: Term) -> frozenset[str]:
        """Who does it, where the words of a term say so."""
        inside = self.finder.tokens[term.first.i : term.last.i + 1]
        return frozenset(t.lemma.lower() for t in inside if t.dep == "nsubj")

    def weighed(
        self,
        stated: Sequence[Candidate],
        asked: Sequence[Asked],
        by_rules: Sequence[tuple[FoundDuty | None, str]],
        truce: FoundDuty | None,
        topics: Sequence[tuple[Token, Token] | None],
        *,
        named: bool,
    ) -> Weighed:
        """The stated duties, the ceasefire, those that the rules found in the claims' own words, what each claim itself
        speaks of (`topics`: its first and last word), and the agreement."""
        wordings = self._wordings()
        terms = [(t.first, t.last) for t in self._terms]
        self.duties = [self.finder.stated([terms[n] for n in same], owed=True) for same in wordings]
        told = [frozenset(self._terms[n].form for n in same) for same in wordings]
        self.forms = {duty.id: forms for duty, forms in zip(self.duties, told, strict=True)}
        candidates = [_in_one([stated[n] for n in same]) for same in wordings]
        duties: list[FoundDuty | None] = list(self.duties)
        if truce is not None:
            candidates.append(self.values.of_truce(truce, named=named))
            duties.append(truce)
        places: list[int | None] = []
        for duty, _ in by_rules:
            at = None if duty is None else next((n for n, d in enumerate(duties) if _is_same(duty, d)), len(duties))
            if duty is not None and at == len(duties):
                at = _told_in_full(self.values.of_own(duty), candidates[: len(self.duties)], len(duties))
            if duty is not None and at == len(duties):
                candidates.append(self.values.of_own(duty))
                duties.append(duty)
            places.append(at)
        told_in = len(self.duties)
        self.topics = [self.finder.stated([t], owed=False) for t in topics if t is not None and not self._states(t)]
        self.topics = [
            d for d in self.topics if _told_in_full(self.values.of_topic(d), candidates[:told_in], told_in) == told_in
        ]
        candidates += [self.values.of_topic(d) for d in self.topics]
        duties += self.topics
        whole = len(duties)
        rules = [(whole if at is None else at, how) for at, (_, how) in zip(places, by_rules, strict=True)]
        return Weighed([*candidates, Candidate(WHOLE)], asked, rules, [*duties, None])


def _in_one(wordings: Sequence[Candidate]) -> Candidate:
    """One duty of several wordings, in the place of the first."""
    first, *others = wordings
    for other in others:
        first = replace(
            first,
            by=max(first.by, other.by),
            words=first.words | other.words,
            fields=first.fields | other.fields,
            bearer=first.bearer | other.bearer,
            numbers=first.numbers | other.numbers,
            truce=first.truce or other.truce,
        )
    return first


def _told_in_full(thing: Candidate, terms: Sequence[Candidate], otherwise: int) -> int:
    """The number of the one stated duty that has all words of what a claim speaks of: of "release of all captives" for
    "captives". A thing alone is no duty."""
    strong = any(not is_weak(w) for w in thing.words)
    fuller = [n for n, term in enumerate(terms) if thing.words < term.words] if strong else []
    return fuller[0] if len(fuller) == 1 and len(thing.words) <= _FEW else otherwise


def _is_same(one: FoundDuty, other: FoundDuty | None) -> bool:
    """Whether two duties are one, or a place that speaks of the one stands in the words of the other."""
    if other is None or one is other:
        return one is other
    return any(m.start < o.end and o.start < m.end for m in one.mentions for o in other.mentions)
