"""A small transformer in numpy: word pieces in, one vector for each piece out."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

HEADS = 12
_MATRICES = ("q", "k", "v", "o", "i", "f")
# The smooth step between 0 and 1 in the wide parts: its input's factor before the third power, and before the first.
_CUBED, _PLAIN = 2 * 0.7978845608 * 0.044715, 2 * 0.7978845608
_ROOT = np.float32(_CUBED ** (1 / 3))
_ADDED = np.float32(_PLAIN / _CUBED ** (1 / 3))
# Sums of powers between these lose nothing.
_LEAST, _MOST = 1e-30, 1e34


def piece_vectors(arrays: Mapping[str, NDArray[np.generic]]) -> Floats:
    """The vectors of the word pieces, as rows, before any sentence is encoded."""
    return np.asarray(np.asarray(arrays["word"]) * np.asarray(arrays["word_factor"], np.float32)[:, None], np.float32)


class Encoder:
    """Encodes sentences, several at a time. Matrices are kept as bytes with one factor for each column or row."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]], layers: int) -> None:
        self._words = np.asarray(arrays["word"])
        self._factors = np.asarray(arrays["word_factor"], np.float32)
        self._places = np.asarray(arrays["pos"], np.float32) + np.asarray(arrays["typ"], np.float32)
        self._first = (np.asarray(arrays["g"], np.float32), np.asarray(arrays["b"], np.float32))
        self._layers = [_layer(arrays, number) for number in range(layers)]
        self.longest = len(self._places)

    def encode(self, sentences: Sequence[Sequence[int]]) -> list[Floats]:
        """The vectors of the pieces of each sentence, as rows; at most `longest` pieces of one can be given.

        The matrices are far larger than the processor's own memory: sentences that are read together fetch them once.
        """
        ids = np.concatenate([np.asarray(sentence, np.int64) for sentence in sentences])
        places = np.concatenate([self._places[: len(sentence)] for sentence in sentences])
        x = _normal(self._words[ids].astype(np.float32) * self._factors[ids, None] + places, *self._first)
        ends = np.cumsum([len(sentence) for sentence in sentences]).tolist()
        bounds = list(zip([0, *ends], ends, strict=False))
        # Powers beyond any number are looked after: see `_attention` and `_gelu`.
        with np.errstate(over="ignore"):
            for w in self._layers:
                x = _normal(_attention(x, bounds, w) + x, w["n1"], w["n1b"])
                wide = _gelu(_product(x, w, "i"))
                x = _normal(_product(wide, w, "f") + x, w["n2"], w["n2b"])
        return [x[start:end] for start, end in bounds]


def _layer(arrays: Mapping[str, NDArray[np.generic]], number: int) -> dict[str, Floats]:
    made: dict[str, Floats] = {}
    for name in _MATRICES:
        factor = np.asarray(arrays[f"{number}.{name}_factor"], np.float32)
        made[name] = np.asarray(arrays[f"{number}.{name}"]).astype(np.float32) * factor
        made[f"{name}b"] = np.asarray(arrays[f"{number}.{name}b"], np.float32)
    # What is the same for every piece is multiplied into the matrices, once.
    size = np.float32(1 / np.sqrt(made["q"].shape[1] // HEADS))
    for name, times in (("q", size), ("qb", size), ("i", -_ROOT), ("ib", -_ROOT), ("f", -1 / _ROOT)):
        made[name] = np.asarray(made[name] * np.float32(times), np.float32)
    # One product instead of three.
    for end in ("", "b"):
        made[f"qkv{end}"] = np.concatenate([made.pop(f"{name}{end}") for name in "qkv"], axis=-1)
    for name in ("n1", "n2"):
        made[name] = np.asarray(arrays[f"{number}.{name}"], np.float32)
        made[f"{name}b"] = np.asarray(arrays[f"{number}.{name}b"], np.float32)
    return made


def _attention(x: Floats, bounds: Sequence[tuple[int, int]], w: Mapping[str, Floats]) -> Floats:
    count, width = x.shape
    size = width // HEADS
    qkv = _product(x, w, "qkv").reshape(count, 3, HEADS, size).transpose(1, 2, 0, 3)
    mixed = np.empty((count, HEADS, size), np.float32)
    ones = np.ones((count, 1), np.float32)
    for start, end in bounds:
        q, k, v = qkv[:, :, start:end]
        scores = q @ k.transpose(0, 2, 1)
        powers = np.exp(scores)
        sums = powers @ ones[start:end]
        if not _LEAST < sums.min() <= sums.max() < _MOST:
            # The same shares: what all have in common is taken off.
            powers = np.exp(scores - scores.max(-1, keepdims=True))
            sums = powers @ ones[start:end]
        found = powers @ v
        found /= sums
        mixed[start:end] = found.transpose(1, 0, 2)
    return _product(mixed.reshape(count, width), w, "o")


def _product(x: Floats, w: Mapping[str, Floats], name: str) -> Floats:
    y = x @ w[name]
    y += w[f"{name}b"]
    return np.asarray(y, np.float32)


def _normal(x: Floats, scale: Floats, shift: Floats) -> Floats:
    width = x.shape[1]
    x -= x @ np.full((width, 1), 1 / width, np.float32)
    x *= 1 / np.sqrt(np.einsum("ij,ij->i", x, x)[:, None] / np.float32(width) + np.float32(1e-12))
    x *= scale
    x += shift
    return x


def _gelu(y: Floats) -> Floats:
    """x times the logistic function of 1.596 (x + 0.0447 x^3), for x times `-_ROOT`; the next matrix takes the factor back.

    The same as 0.5 x (1 + tanh(0.798 (x + 0.0447 x^3))).
    """
    u = y * y
    u += _ADDED
    u *= y
    # Far below zero the power is beyond any number, and y divided by it is what it should be: nothing.
    np.exp(u, out=u)
    u += 1
    y /= u
    return y
