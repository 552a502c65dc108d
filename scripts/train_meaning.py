"""Trains the judge that compares claims with duties by what both mean, and writes its weights into the package.

Run from the repository's root, first with the project's environment, then with the one that trains stances, then links:

    python -m scripts.train_meaning gather
    python -m scripts.train_meaning fit
    python -m scripts.train_links

`gather` keeps, for every passage, its claims and what each may be about, with what its sheet says. `fit` takes the vectors of
word pieces as they were published and learns three matrices, by which claims are turned towards their duties: for each part of the
passages without it, for `scripts.train_links`. Those that were learned without the first part go into the package.
"""

import argparse
import json
import pickle
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from trucewatch.trained.meaning import TrainedDutyJudge
from trucewatch.trained.wordpieces import WordPieces

from .meaning_cases import CASES, FOLDS, KEPT, PARTS, ROOT, Case

TRAINED = ROOT / "src" / "trucewatch" / "trained"
TARGET = TRAINED / "links.npz"
ROUNDS, BATCH, RATE, DROPPED, SHRINK, MOST, SHARP, WHOLE = 5, 96, 4e-4, 0.3, 1e-3, 32, 12.0, 0.5
MATRICES = ("own", "whole", "duty")


def main() -> None:
    """Gather the cases, or fit on what was gathered."""
    options = argparse.ArgumentParser(prog="scripts.train_meaning", description=__doc__)
    options.add_argument("what", choices=("gather", "fit"))
    given = options.parse_args()
    KEPT.mkdir(parents=True, exist_ok=True)
    if given.what == "gather":
        from .train_links import cases

        found = list(cases())
        CASES.write_bytes(pickle.dumps(found))
        print(f"{len(found)} passages, {sum(len(c.choices) for c in found)} choices")
        return
    found = pickle.loads(CASES.read_bytes())
    begin = untaught(found)
    table = Table(found, begin)
    folds = []
    for part in range(PARTS):
        # The first part is learned from by none, so that what is in the package can be looked at there.
        inside = (table.number % PARTS != part) & (table.number % PARTS != 0)
        folds.append(begin | learned(table, inside))
        print(f"part {part}: {table.right(folds[-1], table.number % PARTS == part)}", flush=True)
    FOLDS.write_bytes(pickle.dumps(folds))
    np.savez_compressed(TARGET, **{k: v for k, v in folds[0].items() if k not in _SHARED})


_SHARED = ("word", "word_factor", "facts")


def untaught(cases: Sequence[Case]) -> dict[str, Any]:
    """The judge as `trucewatch.trained.meaning` reads it, with matrices that change nothing."""
    with np.load(TRAINED / "stances.npz") as found:
        arrays = {name: found[name] for name in _SHARED}
    pieces = json.loads(arrays["facts"].tobytes())["pieces"]
    split = WordPieces(pieces).split
    texts = {claim.sentence for case in cases for claim in case.claims}
    counted = Counter(piece.id for text in sorted(texts) for piece in split(text))
    total = sum(counted.values())
    shares = {pieces[at]: round(count / total, 7) for at, count in sorted(counted.items())}
    vectors = arrays["word"].astype(np.float32) * arrays["word_factor"][:, None]
    arrays["middle"] = sum(count / total * vectors[at] for at, count in sorted(counted.items())).astype(np.float32)
    arrays["shares"] = np.frombuffer(json.dumps(shares, ensure_ascii=False).encode(), np.uint8)
    return arrays | _written(_begin(vectors.shape[1]))


def _begin(width: int) -> dict[str, Any]:
    same = np.eye(width, dtype=np.float32)
    return {"own": same, "whole": WHOLE * same, "duty": same, "sharp": np.float32(np.log(SHARP))}


def _written(matrices: Mapping[str, Any]) -> dict[str, Any]:
    from .train_stances import _bytes

    arrays: dict[str, Any] = {"sharp": np.float32(np.exp(matrices["sharp"]))}
    for name in MATRICES:
        arrays[name], arrays[f"{name}_factor"] = _bytes(np.asarray(matrices[name]), 0)
    return arrays


class Table:
    """All choices in arrays: the vectors of claims and duties, which duties a claim may be about, which are right."""

    def __init__(self, cases: Sequence[Case], judged: Mapping[str, Any]) -> None:
        judge = TrainedDutyJudge(judged)
        rows = [(case, choice) for case in cases for choice in case.choices]
        self.number = np.asarray([case.number for case, _ in rows])
        self.told = judge.claim_vectors([case.claims[choice.claim] for case, choice in rows])
        self.owed = judge.duty_vectors([duty for case in cases for duty in case.duties])
        self.duties = np.zeros((len(rows), MOST), np.int32)
        self.may, self.good = (np.zeros((len(rows), MOST), np.float32) for _ in range(2))
        firsts = np.cumsum([0, *(len(case.duties) for case in cases)]).tolist()
        first = {id(case): at for case, at in zip(cases, firsts, strict=False)}
        for row, (case, choice) in enumerate(rows):
            for place, (at, right) in enumerate(list(zip(choice.duties, choice.right, strict=True))[:MOST]):
                self.duties[row, place] = first[id(case)] + at
                self.may[row, place], self.good[row, place] = 1, right

    def batches(self, rows: Any, rng: np.random.Generator) -> Iterator[tuple[Any, ...]]:
        """So many choices at a time, in an order of the generator's."""
        order = rng.permutation(rows)
        for at in range(0, len(order) - BATCH + 1, BATCH):
            chosen = order[at : at + BATCH]
            yield self.told[chosen], self.owed[self.duties[chosen]], self.good[chosen], self.may[chosen]

    def right(self, arrays: Mapping[str, Any], where: Any) -> str:
        """How many choices come out right, as words."""
        own, whole, duty = (arrays[name] * arrays[f"{name}_factor"] for name in MATRICES)
        rows = np.flatnonzero(where)
        claims = _unit(self.told[rows, 0] @ own + self.told[rows, 1] @ whole, np)
        found = np.einsum("nd,nkd->nk", claims, _unit(self.owed[self.duties[rows]] @ duty, np))
        best = np.where(self.may[rows] > 0, found, -9).argmax(1)
        return f"{int(self.good[rows, best].sum())} of {len(rows)} right by meaning alone"


def _unit(rows: Any, library: Any) -> Any:
    return rows / library.sqrt((rows**2).sum(-1, keepdims=True) + 1e-6)


def learned(table: Table, where: Any) -> dict[str, Any]:
    """The matrices under which the right duties are likeliest; drawn towards those that change nothing."""
    import jax
    import jax.numpy as jnp
    import optax

    start = _begin(table.told.shape[-1])

    def loss(now: Any, told: Any, owed: Any, good: Any, may: Any, key: Any) -> Any:
        first, second = jax.random.split(key)
        told, owed = (
            x * jax.random.bernoulli(k, 1 - DROPPED, x.shape) / (1 - DROPPED)
            for x, k in ((told, first), (owed, second))
        )
        claims = _unit(told[:, 0] @ now["own"] + told[:, 1] @ now["whole"], jnp)
        found = jnp.exp(now["sharp"]) * jnp.einsum("nd,nkd->nk", claims, _unit(owed @ now["duty"], jnp))
        likely = jax.nn.log_softmax(jnp.where(may > 0, found, -1e9))
        moved = sum(((now[name] - start[name]) ** 2).sum() for name in MATRICES)
        return SHRINK * moved - jax.nn.logsumexp(jnp.where(good > 0, likely, -1e9), -1).mean()

    optimiser = optax.adam(RATE)

    @jax.jit
    def step(now: Any, state: Any, batch: Any, key: Any) -> Any:
        slopes = jax.grad(loss)(now, *batch, key)
        change, state = optimiser.update(slopes, state, now)
        return optax.apply_updates(now, change), state

    now = jax.tree_util.tree_map(jnp.asarray, start)
    state, key, rng = optimiser.init(now), jax.random.PRNGKey(0), np.random.default_rng(0)
    for _ in range(ROUNDS):
        for batch in table.batches(np.flatnonzero(where), rng):
            key, use = jax.random.split(key)
            now, state = step(now, state, batch, use)
    return _written(jax.tree_util.tree_map(np.asarray, now))


if __name__ == "__main__":
    main()
