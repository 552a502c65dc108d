"""How well a claim and a duty fit: facts that can be told in words, each with a weight.

The weights were learned from passages read by hand (`scripts/train_links.py`) and lie in `vocabulary/link_weights.yaml`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum

from trucewatch.core.parse import Token
from trucewatch.vocabulary.duty_fields import fields_of
from trucewatch.vocabulary.matter_words import is_weak, matter_words

from .owed_terms import BY_TEXT, OWED

# What a claim may be about: a duty that the report states, the ceasefire, a duty of the claim's own words, the agreement,
# what a claim itself speaks of.
TERM, TRUCE, OWN, WHOLE, TOPIC = "term", "truce", "own", "whole", "topic"
# Words with so many first letters in common are relatives: "demilitarised" and "demilitarisation".
_STEM = 5
_HALF = 0.5
_CONTENT = frozenset("NOUN VERB ADJ PROPN ADV NUM".split())
# From so many stated duties on, a reader ties claims to them before looking elsewhere.
_BY_TEXT_ENOUGH, _OWED_ENOUGH = 2, 3

# Stances that go about a duty in one way.
_MANNERS = {
    "doubt": "ASSESS CAST_DOUBT",
    "affirm": "AFFIRM RECOMMIT DECLARE_CONTINUE",
    "commit": "COMMIT AMEND",
    "leave": "WITHDRAW SUSPEND",
    "accuse": "ACCUSE BREACH BREACH_ADMITTED MISSED_DEADLINE ATTACK_MONITOR",
    "answer": "DENY_CONDUCT JUSTIFY",
    "read": "REINTERPRET_NARROW REINTERPRET_EXCLUDE THIRD_PARTY_INTERPRET",
    "deny": "DENY_OBLIGATION",
    "threaten": "THREATEN CONDUCT_SIGNAL",
    "call": "CALL_TO_COMPLY",
    "do": "CLAIM_COMPLIANCE COMPLY COMPLY_PART REPORT_PARTIAL REPORT_PROGRESS THIRD_PARTY_FINDING_BY_COUNTERPARTY",
    "wait": "DELAY CONDITION REPORT_NOT_DONE",
    "find": "THIRD_PARTY_FINDING",
    "quiet": "PUBLIC_SILENCE ECHO REPORT_KNOWLEDGE",
}
_MANNER = {code: name for name, codes in _MANNERS.items() for code in codes.split()}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that a claim may be about: its words folded, who owes it, where it is stated.

    `by` says how surely it is stated and `form` in which words, `truce` that it is to hold fire, `leaves_off` that it is to do
    something no more.
    """

    kind: str
    by: int = 0
    words: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    bearer: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    start: int = 0
    end: int = 0
    order: int = 0
    paragraph: int = -1
    truce: bool = False
    form: str = ""
    leaves_off: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A claim as far as its link depends on it; `around` are the words of the sentences beside it, `heading` those of the
    heading over its paragraph."""

    stance: str
    words: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    speaker: frozenset[str] = frozenset()
    target: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    start: int = 0
    end: int = 0
    order: int = 0
    paragraph: int = 0
    fights: bool = False
    truce: bool = False
    agreement: bool = False
    points: bool = False
    heading: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Shared:
    """What a claim and a duty share, rarer words counting more: words, words beside the claim, fields, relatives."""

    words: float = 0.0
    around: float = 0.0
    fields: float = 0.0
    related: float = 0.0

    @property
    def own(self) -> float:
        """What the claim's own words share with the duty's."""
        return self.words + 0.5 * self.related


@dataclass(frozen=True, slots=True)
class Step:
    """A claim in the chain: what speaks for each duty that it may be about, and what ties it to the claim before."""

    facts: Mapping[int, Mapping[str, float]]
    ties: tuple[str, ...]
    shared: Sequence[Shared]


_NOTHING = Shared()


@dataclass(frozen=True, slots=True)
class Rivals:
    """(own words, words beside the claim, fields): the most of each that a claim shares with one duty, or one of the others.

    `heading` says whether the heading over the claim names any of them.
    """

    duties: tuple[float, float, float]
    others: tuple[float, float, float]
    heading: bool = False


def _most(shared: Sequence[Shared]) -> tuple[float, float, float]:
    return (
        max([s.own for s in shared], default=0.0),
        max([s.around for s in shared], default=0.0),
        max([s.fields for s in shared], default=0.0),
    )


def speaks_there(asked: Asked, c: Candidate) -> bool:
    """Whether a duty stands in the words of a claim."""
    return c.start < asked.end and asked.start < c.end


def manner(stance: str) -> str:
    """The way in which a stance goes about a duty."""
    return _MANNER.get(stance, "private" if stance.startswith("REPORT_") else "other")


def folded_words(tokens: Iterable[Token]) -> frozenset[str]:
    """What words are about, folded so that inflections and synonyms meet."""
    return frozenset(w for t in tokens if t.pos in _CONTENT for w in _folded(t.text))


@lru_cache(maxsize=8192)
def _folded(word: str) -> tuple[str, ...]:
    return tuple(matter_words(word))


def fields_in(tokens: Iterable[Token]) -> frozenset[str]:
    """The fields of duties that words belong to."""
    return frozenset(f for t in tokens if t.pos in _CONTENT for f in fields_of(t.lower, t.lemma.lower()))


def relatives(one: Collection[str], other: Collection[str]) -> int:
    """How many words have another word of the same stem among others."""
    stems = _stems(other)
    return sum(len(w) > _STEM and w not in other and w[:_STEM] in stems for w in one)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset([w[:_STEM] for w in words if len(w) > _STEM])


class Scorer:
    """What the claims of one report share with the duties that it speaks of, and the facts that follow."""

    def __init__(self, candidates: Sequence[Candidate], asked: Sequence[Asked] = ()) -> None:
        self.candidates = candidates
        self._taken_up = [
            _amount(sum(not a.words.isdisjoint(c.words) and not speaks_there(a, c) for a in asked)) for c in candidates
        ]
        terms = [c for c in candidates if c.kind == TERM]
        self.holds_fire = any(c.truce for c in terms)
        self.plenty = "many terms" if states_enough(candidates) else "some terms" if terms else "no terms"
        self._terms = _amount(len(terms))
        self.first = min((c.start for c in terms), default=-1)
        told = [c for c in candidates if c.kind in (TERM, TRUCE)]
        spread = Counter(w for c in told for w in c.words)
        self._weights = {w: (0.3 if is_weak(w) else 1.0) / max(1, spread[w]) for c in candidates for w in c.words}
        fields = Counter(f for c in told for f in c.fields)
        self._field_weights = {f: 1 / max(1, fields[f]) for c in candidates for f in c.fields}
        self._stems = [_stems(c.words) for c in candidates]

    def shared(self, asked: Asked) -> list[Shared]:
        """What a claim shares with each duty."""
        stems = _stems(asked.words)
        return [self._with(asked, stems, c, others) for c, others in zip(self.candidates, self._stems, strict=True)]

    def _with(self, asked: Asked, stems: frozenset[str], c: Candidate, others: frozenset[str]) -> Shared:
        if c.kind == WHOLE or (c.kind in (OWN, TOPIC) and speaks_there(asked, c)):
            return _NOTHING
        weights = self._weights
        words, around, fields = asked.words & c.words, asked.around & c.words, asked.fields & c.fields
        return Shared(
            fsum(weights[w] for w in words) if words else 0.0,
            fsum(weights[w] for w in around) if around else 0.0,
            fsum(self._field_weights[f] for f in fields) if fields else 0.0,
            0.0 if stems.isdisjoint(others) else min(2.0, float(relatives(asked.words, c.words))),
        )

    def rivals(self, asked: Asked, shared: Sequence[Shared]) -> "Rivals":
        """The most that a claim shares with a duty, and with anything else: what each of them is compared with."""
        duties = [s for s, c in zip(shared, self.candidates, strict=True) if c.kind in (TERM, TRUCE)]
        others = [s for s, c in zip(shared, self.candidates, strict=True) if c.kind not in (TERM, TRUCE)]
        named = any(not asked.heading.isdisjoint(c.words) for c in self.candidates) if asked.heading else False
        return Rivals(_most(duties), _most(others), named)

    def facts(
        self, asked: Asked, at: int, ours: Shared, rules: tuple[int, str], rivals: "Rivals"
    ) -> Mapping[str, float]:
        """What speaks for or against the duty number `at`, by name. `rules` say which duty the rules chose, and how."""
        c = self.candidates[at]
        how, kind = manner(asked.stance), _kind(c)
        of = "" if c.kind in (TERM, TRUCE, WHOLE) else ", own"
        best, around, fields = rivals.others if of else rivals.duties
        values = (
            1.0,
            1.0,
            min(ours.words, 2.0),
            ours.words > 0,
            0 < best <= ours.own,
            ours.own == 0 < best,
            min(ours.around, 2.0),
            0 < around <= ours.around,
            0 < around <= ours.around and best == 0,
            min(ours.fields, 2.0),
            0 < fields <= ours.fields,
            0 < fields <= ours.fields and best == 0,
            ours.fields == 0 < fields,
            ours.related,
            rules[0] == at,
        )
        names = _names(kind, c.kind, how, of, rules[1])
        f = {name: float(value) for name, value in zip(names, values, strict=True) if value}
        f[f"{c.kind}, terms: {self._terms}"] = 1.0
        if c.kind != WHOLE:
            if speaks_there(asked, c):
                f[f"stated in it, {c.kind}"] = f[f"stated in it, {c.kind}, {how}"] = 1.0
            if asked.heading and rivals.heading:
                share = len(asked.heading & c.words) / len(asked.heading)
                f["under its heading" if share else "under the heading of another"] = share or 1.0
            if not asked.numbers.isdisjoint(c.numbers):
                f["number"] = 1.0
            if not asked.speaker.isdisjoint(c.bearer):
                f[f"speaker owes it, {how}"] = 1.0
            if not asked.target.isdisjoint(c.bearer):
                f[f"target owes it, {how}"] = 1.0
            f |= self._how_much(asked, at, how)
        if of:
            fit = "words" if rivals.duties[0] else "fields" if rivals.duties[2] else "no duty fits"
            f[f"{c.kind}, {self.plenty}, a duty has {fit}"] = 1.0
            f[f"{c.kind}, {_place(c, asked)}"] = 1.0
        if c.kind == TERM:
            f[f"told as: {c.form}"] = 1.0
            if c.paragraph == asked.paragraph and 0 <= asked.order - c.order <= 2:
                f["stated just before"] = 1.0
            if c.start == self.first:
                f["first term"] = 1.0
        elif self.holds_fire:
            f[f"{kind}, a term is to hold fire"] = 1.0
        named = f"{'truce ' if c.truce else ''}{kind}"
        f |= {f"{name}, {named}": 1.0 for name in ("fights", "truce", "agreement", "points") if getattr(asked, name)}
        return f

    def _how_much(self, asked: Asked, at: int, how: str) -> dict[str, float]:
        """How much of a duty a claim has, how often others take it up, how long it is and how far before it is told."""
        c = self.candidates[at]
        f = {
            f"{c.kind}, taken up by {self._taken_up[at]}": 1.0,
            f"{c.kind}, {_amount(len(c.words))} words long": 1.0,
            f"{c.kind}, {_before(c, asked)}{'' if asked.words.isdisjoint(c.words) else ', words'}": 1.0,
        }
        covered = len(asked.words & c.words) / len(c.words) if c.words and not speaks_there(asked, c) else 0.0
        if covered:
            f[f"words of it, {c.kind}"] = covered
        if covered >= _HALF:
            f[f"half of its words, {c.kind}"] = 1.0
        if c.kind != TRUCE:
            f[f"{'to leave off' if c.leaves_off else 'to do'}, {how}, {c.kind}"] = 1.0
        return f


# Putting the names together takes longer than all that is compared.
@lru_cache(maxsize=4096)
def _names(kind: str, of_kind: str, how: str, of: str, rule: str) -> tuple[str, ...]:
    """The names of the facts that every duty may have, in the order of `Scorer.facts`."""
    return (
        kind,
        f"{of_kind}, {how}",
        f"words{of}",
        f"any word, {of_kind}",
        f"best words{of}",
        f"others have words{of}",
        f"words beside it{of}",
        f"best words beside it{of}",
        f"best words beside it, none in it{of}",
        f"fields{of}",
        f"best fields{of}",
        f"best fields, no words{of}",
        f"others have fields{of}",
        f"related words{of}",
        f"rules: {rule}, {of_kind}",
    )


def states_enough(candidates: Iterable[Candidate]) -> bool:
    """Whether a report states so many duties that its claims are about these before anything else."""
    told = [c.by for c in candidates if c.kind == TERM]
    return sum(by == BY_TEXT for by in told) >= _BY_TEXT_ENOUGH or sum(by >= OWED for by in told) >= _OWED_ENOUGH


def _kind(c: Candidate) -> str:
    return f"{c.kind}{c.by}" if c.kind in (TERM, TRUCE) else c.kind


def ties(before: Asked, asked: Asked, *, weak: bool) -> tuple[str, ...]:
    """What makes it likely that a claim is about the duty of the claim before it, by name.

    `weak` says that its own words fit no duty.
    """
    how, gap = manner(asked.stance), _gap(before, asked)
    answers = manner(before.stance) == "accuse" and how == "answer"
    return (
        f"tied, {gap}, {'no words' if weak else 'words'}",
        f"tied, {how}, {'far' if gap == 'far' else 'near'}",
        *((f"tied, answers, {gap}",) if answers else ()),
        *((f"tied, same speaker, {gap}",) if before.speaker & asked.speaker else ()),
        *(("tied, points",) if asked.points and gap != "far" else ()),
    )


def _place(c: Candidate, asked: Asked) -> str:
    """Where what another claim speaks of stands, seen from a claim."""
    if speaks_there(asked, c):
        return "itself"
    if c.start > asked.start:
        return "later"
    if c.paragraph == asked.paragraph:
        return "same paragraph"
    return "paragraph before" if asked.paragraph - c.paragraph == 1 else "far"


def _amount(number: int) -> str:
    return str(number) if number < 3 else "some" if number < 6 else "many"


def _before(c: Candidate, asked: Asked) -> str:
    """How many sentences before a claim something is told."""
    far = asked.order - c.order
    return (
        "told later"
        if far < 0
        else "told here"
        if far == 0
        else "told just before"
        if far < 3
        else ("told before" if far < 8 else "told long before")
    )


def _gap(before: Asked, asked: Asked) -> str:
    if before.order == asked.order:
        return "same sentence"
    if before.paragraph == asked.paragraph:
        return "next" if asked.order - before.order <= 1 else "same paragraph"
    return "paragraph before" if asked.paragraph - before.paragraph == 1 else "far"
