"""Which of the duties that a report states each claim is about: all claims are weighed together, in order.

A claim's own words count, and so does the claim before it: answers and further words on a matter are about the same duty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trucewatch.vocabulary.link_weights import link_weights

from .matching import OWN, TERM, TRUCE, WHOLE, Asked, Candidate, Scorer, Shared, ties

# A duty nearly as likely as the chosen one is named beside it.
_CLOSE = 0.5
_FURTHEST = 2
_IMPOSSIBLE = -1e9


@dataclass(frozen=True, slots=True)
class Choice:
    """The number of the duty that a claim is about, why, and those that are nearly as likely."""

    at: int
    reason: str
    also: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A claim in the chain: what speaks for each duty that it may be about, and what ties it to the claim before."""

    facts: Mapping[int, Mapping[str, float]]
    ties: tuple[str, ...]
    shared: Sequence[Shared]


def chain(candidates: Sequence[Candidate], asked: Sequence[Asked], rules: Sequence[tuple[int, str]]) -> list[Step]:
    """The claims with all that their links depend on; `rules` are the answers of the rules."""
    scorer = Scorer(candidates)
    steps: list[Step] = []
    for n, claim in enumerate(asked):
        shared = scorer.shared(claim)
        near = {at for at, _ in rules[max(0, n - _FURTHEST) : n + 1]}
        offered = [at for at, c in enumerate(candidates) if c.kind != OWN or at in near]
        facts = {at: scorer.facts(claim, at, shared, rules[n]) for at in offered}
        weak = max(s.own for s in shared) < 0.5
        steps.append(Step(facts, ties(asked[n - 1], claim, weak=weak) if n else (), shared))
    return steps


def choose(candidates: Sequence[Candidate], asked: Sequence[Asked], rules: Sequence[tuple[int, str]]) -> list[Choice]:
    """The duty of each claim: the most likely answers for all of them together."""
    weights = link_weights()
    steps = chain(candidates, asked, rules)
    scores = [{at: score(weights, f) for at, f in step.facts.items()} for step in steps]
    stay = [sum(weights.get(name, 0.0) for name in step.ties) for step in steps]
    path = best_path(len(candidates), scores, stay)
    found = []
    for n, at in enumerate(path):
        told = {
            other: points + (stay[n] if n and path[n - 1] == other else 0.0)
            for other, points in scores[n].items()
            if candidates[other].kind == TERM
        }
        also = tuple(other for other, score in told.items() if other != at and told.get(at, 1e9) - score < _CLOSE)
        goes_on = n > 0 and path[n - 1] == at
        found.append(Choice(at, _reason(candidates[at], asked[n], steps[n].shared[at], goes_on=goes_on), also[:2]))
    return found


def score(weights: Mapping[str, float], facts: Mapping[str, float]) -> float:
    """What facts count together."""
    return sum(weights.get(name, 0.0) * value for name, value in facts.items())


def best_path(size: int, scores: Sequence[Mapping[int, float]], stay: Sequence[float]) -> list[int]:
    """The answers with the greatest sum, where a claim with the same answer as the one before gains `stay`."""
    if not scores:
        return []
    best = [scores[0].get(at, _IMPOSSIBLE) for at in range(size)]
    back: list[list[int]] = []
    for n in range(1, len(scores)):
        top = max(range(size), key=best.__getitem__)
        came = [at if best[at] + stay[n] > best[top] else top for at in range(size)]
        gained = [max(best[at] + stay[n], best[top]) for at in range(size)]
        best = [gained[at] + scores[n].get(at, _IMPOSSIBLE) for at in range(size)]
        back.append(came)
    path = [max(range(size), key=best.__getitem__)]
    for came in reversed(back):
        path.append(came[path[-1]])
    return path[::-1]


def _reason(c: Candidate, asked: Asked, shared: Shared, *, goes_on: bool) -> str:
    """Why a claim is about a duty, in words."""
    words = ", ".join(sorted(asked.words & c.words))
    if c.kind == WHOLE:
        return "speaks of the agreement as a whole" if not asked.agreement else "names the agreement"
    if c.kind == TERM and c.start < asked.end and asked.start < c.end:
        return "states the duty"
    if asked.numbers & c.numbers:
        return "names the clause"
    if words:
        return f"shares its words: {words}"
    if c.truce and asked.fights:
        return "tells of fighting; the duty is to hold fire"
    if c.kind == TRUCE and asked.truce:
        return "names the ceasefire"
    if goes_on:
        return "goes on with the claim before it"
    fields = ", ".join(sorted(asked.fields & c.fields))
    if fields:
        return f"speaks of the same field: {fields}"
    if shared.around or shared.related:
        return "stands beside words of the duty"
    return "the likeliest of the duties that the report states"
