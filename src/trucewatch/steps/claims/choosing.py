"""Which of the duties that a report states each claim is about: all claims are weighed together, in order.

A claim's own words count, and so does the claim before it: answers and further words on a matter are about the same duty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

import numpy as np
from numpy.typing import NDArray

from trucewatch.vocabulary.link_weights import link_weights, second_link_weights
from trucewatch.vocabulary.matter_words import matter_words

from .matching import OWN, TERM, TOPIC, TRUCE, WHOLE, Asked, Candidate, Scorer, Shared, Step, manner, speaks_there, ties
from .meaning import meaning_facts
from .support import supported

# A duty nearly as likely as the chosen one is named beside it.
_CLOSE = 0.5
_FURTHEST = 2
_IMPOSSIBLE = -1e9
# How much a duty in the very same words counts for another.
_ALIKE = 0.5
SHARES = "shares its words"


@dataclass(frozen=True, slots=True)
class Choice:
    """The number of the duty that a claim is about, why, and those that are nearly as likely.

    `shared` are the folded words that both have, where they are the reason.
    """

    at: int
    reason: str
    also: tuple[int, ...] = ()
    shared: tuple[str, ...] = ()

    def told(self, claim: str, duty: str) -> str:
        """Why, with the shared words as both texts have them: "shares its words: withdraw (leave), road"."""
        mine, its = _by_part(claim), _by_part(duty)
        both = [(mine[w], its[w]) for w in self.shared if w in mine and w in its]
        words = [one if one.lower() == other.lower() else f"{one} ({other})" for one, other in both]
        return f"{self.reason}: {', '.join(words)}" if words else self.reason


def chain(
    candidates: Sequence[Candidate],
    asked: Sequence[Asked],
    rules: Sequence[tuple[int, str]],
    meant: Sequence[Sequence[float]],
) -> list[Step]:
    """The claims with all that their links depend on; `rules` are the answers of the rules.

    `meant` says of each claim how well every candidate goes with it, by meaning.
    """
    scorer = Scorer(candidates, asked)
    steps: list[Step] = []
    for n, claim in enumerate(asked):
        shared = scorer.shared(claim)
        near = {at for at, _ in rules[max(0, n - _FURTHEST) : n + 1]}
        offered = [at for at, c in enumerate(candidates) if c.kind not in (OWN, TOPIC) or at in near or _may(c, claim)]
        by_meaning = meaning_facts(claim, candidates, offered, meant[n])
        rivals = scorer.rivals(claim, shared)
        facts = {at: {**scorer.facts(claim, at, shared[at], rules[n], rivals), **by_meaning[at]} for at in offered}
        weak = rivals.duties[0] < 0.5
        steps.append(Step(facts, ties(asked[n - 1], claim, weak=weak) if n else (), shared))
    return steps


def choose(
    candidates: Sequence[Candidate],
    asked: Sequence[Asked],
    rules: Sequence[tuple[int, str]],
    meant: Sequence[Sequence[float]],
) -> list[Choice]:
    """The duty of each claim: the most likely answers for all of them together."""
    steps = chain(candidates, asked, rules, meant)
    if steps:
        steps = supported(candidates, steps, likely_of(candidates, *weighed(steps, link_weights())))
    scores, stay = weighed(steps, second_link_weights())
    path = best_answers(candidates, scores, stay)
    path = [_under_heading(candidates, asked[n], steps[n].shared, at) for n, at in enumerate(path)]
    path = [at if n and path[n - 1] == at else _in_its_words(candidates, asked[n], at) for n, at in enumerate(path)]
    found = []
    for n, at in enumerate(path):
        told = {
            other: points + (stay[n] if n and path[n - 1] == other else 0.0)
            for other, points in scores[n].items()
            if candidates[other].kind == TERM
        }
        also = tuple(other for other, score in told.items() if other != at and told.get(at, 1e9) - score < _CLOSE)
        goes_on = n > 0 and path[n - 1] == at
        reason = _reason(candidates[at], asked[n], steps[n].shared[at], goes_on=goes_on)
        words = sorted(asked[n].words & candidates[at].words) if reason == SHARES else ()
        found.append(Choice(at, reason, also[:2], tuple(words)))
    return found


def _under_heading(candidates: Sequence[Candidate], asked: Asked, shared: Sequence[Shared], at: int) -> int:
    """The one stated duty that the heading over a claim names, where the claim shares no word with the chosen one."""
    chosen = candidates[at]
    own = chosen.kind != WHOLE and (speaks_there(asked, chosen) or shared[at].own > 0)
    if not asked.heading or own or not asked.heading.isdisjoint(chosen.words):
        return at
    headed = [n for n, c in enumerate(candidates) if c.kind == TERM and not asked.heading.isdisjoint(c.words)]
    return headed[0] if len(headed) == 1 else at


def _in_its_words(candidates: Sequence[Candidate], asked: Asked, at: int) -> int:
    """The one duty that a claim promises in its own words, where it shares none with the chosen one: "undertook not to recruit"."""
    chosen = candidates[at]
    if (
        manner(asked.stance) != "commit"
        or chosen.kind != TERM
        or speaks_there(asked, chosen)
        or asked.words & chosen.words
    ):
        return at
    own = [n for n, c in enumerate(candidates) if c.kind == TERM and speaks_there(asked, c)]
    return own[0] if len(own) == 1 else at


def _by_part(text: str) -> Mapping[str, str]:
    """The words of a text by their folded form, those with a hyphen also part by part."""
    return {**matter_words(text.replace("-", " ")), **matter_words(text)}


def _may(c: Candidate, claim: Asked) -> bool:
    """Whether a claim may be about what it or another claim speaks of: one near before it, or one with a word of it."""
    near = c.kind == TOPIC and 0 <= claim.paragraph - c.paragraph <= 1 and c.start < claim.end
    return near or bool(c.words & (claim.words | claim.heading))


def score(weights: Mapping[str, float], facts: Mapping[str, float]) -> float:
    """What facts count together."""
    return fsum([weights[name] * value for name, value in facts.items() if name in weights])


def weighed(steps: Sequence[Step], weights: Mapping[str, float]) -> tuple[list[dict[int, float]], list[float]]:
    """What the facts count for each duty that a claim may be about, and for the duty of the claim before."""
    scores = [{at: score(weights, f) for at, f in step.facts.items()} for step in steps]
    return scores, [fsum(weights.get(name, 0.0) for name in step.ties) for step in steps]


def best_answers(
    candidates: Sequence[Candidate], scores: Sequence[Mapping[int, float]], stay: Sequence[float]
) -> list[int]:
    """For each claim the likeliest duty."""
    if not scores:
        return []
    points = likely_of(candidates, scores, stay)
    # Only what a claim may be about, whatever else is in like words.
    return [max(own, key=row.__getitem__) for own, row in zip(scores, points.tolist(), strict=True)]


def likely_of(
    candidates: Sequence[Candidate], scores: Sequence[Mapping[int, float]], stay: Sequence[float]
) -> NDArray[np.float64]:
    """How likely each duty is for each claim, where others count for it by half of the share of words that they have in common."""
    size = len(candidates)
    alike = np.eye(size)
    for n, one in enumerate(candidates):
        for m, other in enumerate(candidates[:n]):
            least = min(len(one.words), len(other.words))
            alike[n, m] = alike[m, n] = _ALIKE * len(one.words & other.words) / least if least else 0.0
    return np.asarray(likely(size, scores, stay) @ alike)


def likely(size: int, scores: Sequence[Mapping[int, float]], stay: Sequence[float]) -> NDArray[np.float64]:
    """How likely each of `size` answers is for each claim, all claims weighed together; rows sum to one.

    A claim with the same answer as the one before gains `stay`. The method is the forward-backward algorithm.
    """
    own = np.full((len(scores), size), _IMPOSSIBLE)
    for n, row in enumerate(scores):
        own[n, list(row)] = list(row.values())
    ahead, behind = own.copy(), np.zeros_like(own)
    for n in range(1, len(own)):
        ahead[n] += _passed_on(ahead[n - 1], stay[n])
    for n in range(len(own) - 2, -1, -1):
        behind[n] = _passed_on(own[n + 1] + behind[n + 1], stay[n + 1])
    both = ahead + behind
    shares = np.exp(both - both.max(1, keepdims=True))
    return np.asarray(shares / shares.sum(1, keepdims=True))


def _passed_on(points: NDArray[np.float64], stay: float) -> NDArray[np.float64]:
    """The logarithm of the sum over all answers of the claim beside, the same one counting `stay` more."""
    top = points.max()
    powers = np.exp(points - top)
    return np.asarray(np.log(np.maximum(powers.sum() + powers * np.expm1(stay), 1e-300)) + top)


def _reason(c: Candidate, asked: Asked, shared: Shared, *, goes_on: bool) -> str:
    """Why a claim is about a duty, in words."""
    if c.kind == WHOLE:
        return "speaks of the agreement as a whole" if not asked.agreement else "names the agreement"
    if c.kind != OWN and speaks_there(asked, c):
        return "states the duty" if c.kind == TERM else "speaks of it in its own words"
    if asked.numbers & c.numbers:
        return "names the clause"
    if asked.words & c.words:
        return SHARES
    if asked.heading & c.words:
        return "stands under its heading"
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
    if c.kind == TOPIC:
        return "the likeliest of the matters that claims near it speak of"
    return "the likeliest of the duties that the report states"
