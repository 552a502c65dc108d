"""Trains the small network that judges stances by how clauses are built, with jax; the same seed gives the same weights."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from trucewatch.core.ports import Clause, StanceQuestion
from trucewatch.trained.clauses import WordMeans, facts_of
from trucewatch.trained.wordpieces import WordPieces

from .stance_examples import Span

# Facts that are rarer say more of these sentences than of others.
RAREST, MOST = 6, 300
# Numbers of a word's vector that are kept, hidden units of the two layers.
WIDTH, HIDDEN, SECOND = 96, 96, 64
ROUNDS, BATCH, RATE, SHRINK, FAMILY_WEIGHT, SEED = 14, 128, 2e-3, 0.02, 0.5, 0
# So many facts are left out while learning, and so many hidden units.
HIDDEN_FACTS, DROPPED = 0.3, 0.4
# What the stance of the sheet counts beside all that it accepts.
OWN = 0.8
# From which share of one family on the sentence is not encoded, and from which where that confirms a cue.
PLAIN, CONFIRMS = 0.8, 0.7


class Clauses:
    """Questions as numbers: the facts that are known, and the means of the words of their parts."""

    def __init__(self, spans: Sequence[Span], pieces: Sequence[str], vectors: Any) -> None:
        counted = Counter(name for span in spans for name in _facts(span))
        self.names = sorted(name for name, count in counted.items() if count >= RAREST)
        self._rows = {name: row for row, name in enumerate(self.names, start=1)}
        middle = vectors - vectors.mean(0)
        directions = np.linalg.svd(middle, full_matrices=False)[2][:WIDTH].T
        self.seen = directions / (middle @ directions).std()
        self._means = WordMeans(WordPieces(pieces), vectors, self.seen)

    def numbers(self, spans: Sequence[Span]) -> tuple[Any, Any]:
        """For each question the rows of its facts, 0 for none, and its parts' means side by side."""
        held = np.zeros((len(spans), MOST), np.int32)
        for n, span in enumerate(spans):
            rows = sorted(self._rows[name] for name in _facts(span) if name in self._rows)[:MOST]
            held[n, : len(rows)] = rows
        return held, np.stack([self._means.of(_asked(span)[1]) for span in spans])


def train(
    spans: Sequence[Span], pieces: Sequence[str], vectors: Any, codes: Sequence[str], families: Sequence[int]
) -> dict[str, Any]:
    """The weights, as `trucewatch.trained.clauses` reads them, learned from these questions."""
    known = [span for span in spans if span.question is not None and span.stance in codes]
    clauses = Clauses(known, pieces, vectors)
    held, means = clauses.numbers(known)
    wanted = np.stack([_wanted(span, codes) for span in known])
    same = np.zeros((len(codes), max(families) + 1), np.float32)
    same[np.arange(len(codes)), list(families)] = 1
    weights = _learned(held, means, wanted, jnp.asarray(same), len(clauses.names) + 1)
    return _written(weights, clauses, codes)


def weighed(
    asked: Sequence[Span], built: Any, by_words: Any, codes: Sequence[str], families: Sequence[int]
) -> dict[str, float]:
    """How much the clause and the encoded sentence count, so that the right families are likeliest; prints how often both are right."""
    same = np.zeros((len(codes), max(families) + 1))
    same[np.arange(len(codes)), list(families)] = 1
    right = np.asarray([families[codes.index(span.stance)] for span in asked])

    def told(shares: Any) -> tuple[float, float]:
        of_families = shares @ same
        likely = of_families[np.arange(len(right)), right]
        return float(-np.log(likely + 1e-4).mean()), float((of_families.argmax(1) == right).mean())

    def both(of_clause: float, of_words: float) -> Any:
        points = of_clause * np.log(built + 1e-6) + of_words * np.log(by_words + 1e-6)
        powers = np.exp(points - points.max(1, keepdims=True))
        return powers / powers.sum(1, keepdims=True)

    pairs = [(a / 20, b / 20) for a in range(4, 16) for b in range(4, 16)]
    best = min(pairs, key=lambda pair: told(both(*pair))[0])
    for title, shares in (("clauses", built), ("encoded sentences", by_words), ("both", both(*best))):
        print(
            f"{len(asked)} held-out questions, by {title}: surprise {told(shares)[0]:.3f}, family right {told(shares)[1]:.3f}"
        )
    return {"of_clause": best[0], "of_words": best[1], "plain": PLAIN, "confirms": CONFIRMS}


def _learned(held: Any, means: Any, wanted: Any, same: Any, facts: int) -> Any:
    weights = _fresh(jax.random.PRNGKey(SEED), facts, means.shape[1], wanted.shape[1])
    steps = len(held) // BATCH
    pace = optax.cosine_decay_schedule(RATE, ROUNDS * steps)
    rule = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(pace, weight_decay=SHRINK))
    state = rule.init(weights)

    def loss(weights: Any, held: Any, means: Any, wanted: Any, key: Any) -> Any:
        points = jax.nn.log_softmax(_points(weights, held, means, key))
        of_families = jnp.log(jnp.exp(points) @ same + 1e-6)
        return -(wanted * points).sum(1).mean() - FAMILY_WEIGHT * ((wanted @ same) * of_families).sum(1).mean()

    @jax.jit
    def step(weights: Any, state: Any, held: Any, means: Any, wanted: Any, key: Any) -> Any:
        change, state = rule.update(jax.grad(loss)(weights, held, means, wanted, key), state, weights)
        return optax.apply_updates(weights, change), state

    order, key = np.random.default_rng(SEED), jax.random.PRNGKey(SEED + 1)
    for _ in range(ROUNDS):
        shuffled = order.permutation(len(held))
        for n in range(steps):
            chosen = shuffled[n * BATCH : (n + 1) * BATCH]
            key, own = jax.random.split(key)
            weights, state = step(weights, state, held[chosen], means[chosen], wanted[chosen], own)
    return jax.tree.map(np.asarray, weights)


def _fresh(key: Any, facts: int, width: int, codes: int) -> dict[str, Any]:
    keys = jax.random.split(key, 4)
    normal = lambda n, *shape: jax.random.normal(keys[n], shape)  # noqa: E731
    return {
        "near": normal(0, facts, HIDDEN) * 0.024,
        "far": jnp.zeros((facts, codes)),
        "parts_near": normal(1, width, HIDDEN) * 0.5 / np.sqrt(width),
        "parts_far": jnp.zeros((width, codes)),
        "start": jnp.zeros(HIDDEN),
        "second": normal(2, HIDDEN, SECOND) / np.sqrt(HIDDEN),
        "second_start": jnp.zeros(SECOND),
        "last": normal(3, SECOND, codes) / np.sqrt(SECOND),
        "far_start": jnp.zeros(codes),
    }


def _points(w: Any, held: Any, means: Any, key: Any) -> Any:
    facts, first, second = jax.random.split(key, 3)
    shown = (held > 0) * jax.random.bernoulli(facts, 1 - HIDDEN_FACTS, held.shape) / (1 - HIDDEN_FACTS)
    near = (w["near"][held] * shown[..., None]).sum(1) + means @ w["parts_near"] + w["start"]
    hidden = _dropped(jax.nn.relu(near), first)
    hidden = _dropped(jax.nn.relu(hidden @ w["second"] + w["second_start"]), second)
    far = (w["far"][held] * shown[..., None]).sum(1) + 0.1 * means @ w["parts_far"] + w["far_start"]
    return hidden @ w["last"] + far


def _dropped(x: Any, key: Any) -> Any:
    return jnp.where(jax.random.bernoulli(key, 1 - DROPPED, x.shape), x / (1 - DROPPED), 0)


def _written(w: Mapping[str, Any], clauses: Clauses, codes: Sequence[str]) -> dict[str, Any]:
    arrays: dict[str, Any] = {"seen": np.asarray(clauses.seen, np.float32)}
    # The row before the first stood for no fact.
    rows = np.concatenate([w["near"], w["far"]], 1)[1:]
    parts = np.concatenate([w["parts_near"], 0.1 * w["parts_far"]], 1)
    for name, matrix in (("rows", rows), ("parts", parts)):
        factor = np.maximum(np.abs(matrix).max(1), 1e-8) / 127
        arrays[name] = np.round(matrix / factor[:, None]).astype(np.int8)
        arrays[f"{name}_factor"] = factor.astype(np.float32)
    arrays["start"] = np.concatenate([w["start"], w["far_start"]]).astype(np.float32)
    for name in ("second", "second_start", "last"):
        arrays[name] = np.asarray(w[name], np.float32)
    told = {"names": clauses.names, "codes": list(codes)}
    arrays["facts"] = np.frombuffer(json.dumps(told, ensure_ascii=False).encode(), np.uint8)
    return arrays


def _wanted(span: Span, codes: Sequence[str]) -> Any:
    row = np.zeros(len(codes), np.float32)
    row[codes.index(span.stance)] += OWN
    accepted = [code for code in span.accepted if code in codes]
    for code in accepted:
        row[codes.index(code)] += (1 - OWN) / len(accepted)
    return row


def _facts(span: Span) -> frozenset[str]:
    question, clause = _asked(span)
    return facts_of(clause, question.conditions, question.rule, question.source)


def _asked(span: Span) -> tuple[StanceQuestion, Clause]:
    if span.question is None or span.question.clause is None:
        raise ValueError("the head learns from propositions that it is asked about")
    return span.question, span.question.clause
