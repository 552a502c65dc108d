"""Weighs what the encoder says of a proposition against the cues, on sentences that neither has learned from."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from trucewatch.core.ports import StanceQuestion

from .stance_examples import BLOCK, NO_CLAIM, Sentence, Span

STEPS, RATE, PULL = 200, 0.05, 0.02
# What every stance starts with when its cues are judged: as many cases, half of them right.
PRIOR = 4
# To see what the layers do on cases that they have not learned from, these are cut into parts.
PARTS = 3
SOURCES = ("cue", "default", "apart")
Case = tuple[Any, Span]
# For each kind of cue and stance: how often it answered, how often that could be defended.
Shown = Mapping[tuple[str, str], tuple[int, int]]


def reliability(examples: Sequence[Sentence]) -> dict[tuple[str, str], tuple[int, int]]:
    """For each kind of cue and stance: how often it answered, and how often that could be defended."""
    asked, right = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for example in examples:
        for span in example.spans if not example.tuned_on else ():
            if span.question is not None and span.question.rule is not None:
                key = (span.question.source, span.question.rule)
                asked[key] += 1
                right[key] += span.question.rule in span.accepted
    return {key: (count, right[key]) for key, count in asked.items()}


def cases(logits: Sequence[Any], examples: Sequence[Sentence]) -> list[Case]:
    """The propositions that a judge is asked about, each with its logits."""
    pairs = zip(logits, examples, strict=True)
    return [(row, span) for rows, e in pairs for row, span in zip(rows, e.spans, strict=True) if span.question]


def parts(examples: Sequence[Sentence]) -> list[int]:
    """Which part each of the `cases` belongs to: a passage or block of rows stays together, neighbours go apart."""
    blocks: dict[tuple[str, int], int] = {}
    found = []
    for example in examples:
        own = (example.file, example.row if example.in_passage else example.row // BLOCK)
        found += [blocks.setdefault(own, len(blocks)) % PARTS for span in example.spans if span.question]
    return found


class Layers:
    """Turns a question and its logits into one row: the weights are `scale`, `by_rule` and `by_condition`."""

    def __init__(self, codes: Sequence[str], families: Sequence[int], conditions: Sequence[str], shown: Shown) -> None:
        self.codes, self.families, self.conditions = list(codes), np.asarray(families), list(conditions)
        self.rules = [(source, code) for source in SOURCES[:2] for code in ("", *codes) if code != NO_CLAIM]
        self.rules.append(("apart", ""))
        self.shown = shown
        self.weights: Any = None

    def fit(self, known: Sequence[Case]) -> None:
        """Learns the weights; the pull keeps those of conditions small."""
        rows = self._inputs(known)
        wanted = np.zeros((len(known), len(self.codes)), np.float32)
        for row, (_, span) in enumerate(known):
            for code in span.accepted:
                if code in self.codes:
                    wanted[row, self.codes.index(code)] = 1 / len(span.accepted)
        wanted /= wanted.sum(1, keepdims=True)
        start = {
            "scale": jnp.ones(()),
            "same": jnp.ones(2) * 0.5,
            "family": jnp.zeros(2),
            "nothing": jnp.zeros(2 * len(SOURCES)),
            "by_condition": jnp.zeros((len(self.conditions), len(self.codes))),
        }

        def loss(now: Any) -> Any:
            told = jax.nn.log_softmax(self._combined(now, rows))
            return -(wanted * told).sum(-1).mean() + PULL * (now["by_condition"] ** 2).sum() / 10

        optimiser = optax.adam(RATE)
        state, slope = optimiser.init(start), jax.jit(jax.grad(loss))
        for _ in range(STEPS):
            change, state = optimiser.update(slope(start), state)
            start = optax.apply_updates(start, change)
        self.weights = jax.tree_util.tree_map(np.asarray, start)

    def likely(self, asked: Sequence[Case]) -> Any:
        """How likely each code is, one row for each case."""
        return np.asarray(jax.nn.softmax(self._combined(self.weights, self._inputs(asked))))

    def by_rule(self) -> Any:
        """What an answer of the cues adds to each code, one row for each of `rules`."""
        return np.asarray(self._by_rule(self.weights), np.float32)

    def _combined(self, weights: Any, rows: Mapping[str, Any]) -> Any:
        added = self._by_rule(weights)[rows["rule"]] + rows["conditions"] @ weights["by_condition"]
        return weights["scale"] * rows["logits"] + added

    def _by_rule(self, weights: Any) -> Any:
        found = []
        nothing = np.asarray([code == NO_CLAIM for code in self.codes], np.float32)
        for source, code in self.rules:
            kind = SOURCES.index(source)
            row = nothing * weights["nothing"][kind + len(SOURCES) * (code == "")]
            if code:
                asked, right = self.shown.get((source, code), (0, 0))
                share = (right + PRIOR / 2) / (asked + PRIOR)
                trust = float(np.log(share / (1 - share)) + 3)
                same = np.asarray([c == code for c in self.codes], np.float32)
                near = (self.families == self.families[self.codes.index(code)]).astype(np.float32)
                row = row + trust * (weights["same"][kind] * same + weights["family"][kind] * near)
            found.append(row)
        return jnp.stack(found)

    def _inputs(self, asked: Sequence[Case]) -> dict[str, Any]:
        place = {rule: number for number, rule in enumerate(self.rules)}
        logits = np.asarray([row for row, _ in asked])
        questions = [_question(span) for _, span in asked]
        return {
            "logits": logits - logits.max(1, keepdims=True),
            "rule": np.asarray([place[q.source, q.rule or ""] for q in questions]),
            "conditions": np.asarray([[c in q.conditions for c in self.conditions] for q in questions], np.float32),
        }


def crossed(known: Sequence[Case], part: Sequence[int], like: Layers) -> Any:
    """How likely each code is for each case, by layers like these that learned on the cases of the other parts."""
    found = np.zeros((len(known), len(like.codes)))
    for number in sorted(set(part)):
        layers = Layers(like.codes, like.families, like.conditions, like.shown)
        layers.fit([case for case, own in zip(known, part, strict=True) if own != number])
        here = np.asarray(part) == number
        found[here] = layers.likely([case for case, own in zip(known, part, strict=True) if own == number])
    return found


def _question(span: Span) -> StanceQuestion:
    if span.question is None:
        raise ValueError("a case is a proposition that the judge was asked about")
    return span.question
