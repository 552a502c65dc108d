"""The encoder in numpy against the same steps written out by hand."""

import math
from typing import Any

import numpy as np
import pytest

from trucewatch.trained.encoder import Encoder

from .weights import WIDTH, arrays


def with_layer(seed: int = 1) -> dict[str, Any]:
    """One layer of random matrices beside the embeddings written by hand."""
    rng = np.random.default_rng(seed)
    made = arrays(layers=1)
    made["word"] = rng.integers(-100, 100, made["word"].shape).astype(np.int8)
    for name, shape in {
        "q": (WIDTH, WIDTH),
        "k": (WIDTH, WIDTH),
        "v": (WIDTH, WIDTH),
        "o": (WIDTH, WIDTH),
        "i": (WIDTH, 20),
        "f": (20, WIDTH),
    }.items():
        made[f"0.{name}"] = rng.integers(-100, 100, shape).astype(np.int8)
        made[f"0.{name}_factor"] = np.full(shape[1], 0.01, np.float32)
        made[f"0.{name}b"] = rng.normal(0, 0.1, shape[1]).astype(np.float16)
    for name in ("n1", "n2"):
        made[f"0.{name}"], made[f"0.{name}b"] = np.ones(WIDTH, np.float16), np.zeros(WIDTH, np.float16)
    return made


def normal(row: list[float]) -> list[float]:
    mean = sum(row) / len(row)
    spread = math.sqrt(sum((x - mean) ** 2 for x in row) / len(row))
    return [(x - mean) / spread for x in row]


def test_without_layers_a_piece_is_its_normalised_row() -> None:
    found = Encoder(arrays(), 0).encode([[3, 4]])[0]
    assert found[0].tolist() == pytest.approx(normal([1.0] + [0.0] * 11), abs=1e-5)
    assert found[1].tolist() == pytest.approx(normal([0.0, 1.0] + [0.0] * 10), abs=1e-5)


def test_one_layer_agrees_with_the_steps_written_out() -> None:
    made = with_layer()
    matrix = {n: made[f"0.{n}"].astype(float) * 0.01 for n in "qkvoif"}
    shift = {n: made[f"0.{n}b"].astype(float) for n in "qkvoif"}
    x = [normal(list(made["word"][i].astype(float) * 0.01)) for i in (3, 4, 5)]
    q, k, v = (np.asarray(x) @ matrix[n] + shift[n] for n in "qkv")
    mixed = np.zeros((3, WIDTH))
    for head in range(WIDTH):  # twelve heads of one number each
        for i in range(3):
            shares = [math.exp(q[i, head] * k[j, head]) for j in range(3)]
            mixed[i, head] = sum(s * v[j, head] for j, s in enumerate(shares)) / sum(shares)
    middle = [normal(row) for row in np.asarray(x) + mixed @ matrix["o"] + shift["o"]]
    inner = np.asarray(middle) @ matrix["i"] + shift["i"]
    bent = np.vectorize(lambda t: 0.5 * t * (1 + math.tanh(0.7978845608 * (t + 0.044715 * t**3))))(inner)
    wanted = [normal(row) for row in np.asarray(middle) + bent @ matrix["f"] + shift["f"]]
    assert Encoder(made, 1).encode([[3, 4, 5]])[0] == pytest.approx(np.asarray(wanted), abs=1e-3)


def test_sentences_that_are_read_together_do_not_see_each_other() -> None:
    encoder = Encoder(with_layer(), 1)
    sentences = [[3, 4, 5], [5], [4, 4, 3, 5, 3]]
    for together, alone in zip(encoder.encode(sentences), sentences, strict=True):
        assert together == pytest.approx(encoder.encode([alone])[0], abs=1e-4)


def test_very_small_numbers_become_nothing_without_a_warning() -> None:
    made = with_layer()
    made["0.ib"] = np.full(20, -60000, np.float16)
    with np.errstate(all="raise"):
        assert np.isfinite(Encoder(made, 1).encode([[3, 4, 5]])[0]).all()
