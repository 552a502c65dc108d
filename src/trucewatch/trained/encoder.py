"""A small transformer in numpy: word pieces in, one vector for each piece out."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

HEADS = 12
_MATRICES = ("q", "k", "v", "o", "i", "f")


class Encoder:
    """Encodes one sentence at a time. Matrices are kept as bytes with one factor for each column or row."""

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]], layers: int) -> None:
        self._words = np.asarray(arrays["word"])
        self._factors = np.asarray(arrays["word_factor"], np.float32)
        self._places = np.asarray(arrays["pos"], np.float32) + np.asarray(arrays["typ"], np.float32)
        self._first = (np.asarray(arrays["g"], np.float32), np.asarray(arrays["b"], np.float32))
        self._layers = [_layer(arrays, number) for number in range(layers)]
        self.longest = len(self._places)

    def encode(self, ids: Sequence[int]) -> Floats:
        """The vectors of the pieces, as rows; at most `longest` pieces can be given."""
        rows = self._words[np.asarray(ids)].astype(np.float32) * self._factors[np.asarray(ids), None]
        x = _normal(rows + self._places[: len(ids)], *self._first)
        for w in self._layers:
            x = _normal(x + _attention(x, w), w["n1"], w["n1b"])
            x = _normal(x + _gelu(x @ w["i"] + w["ib"]) @ w["f"] + w["fb"], w["n2"], w["n2b"])
        return x


def _layer(arrays: Mapping[str, NDArray[np.generic]], number: int) -> dict[str, Floats]:
    made: dict[str, Floats] = {}
    for name in _MATRICES:
        factor = np.asarray(arrays[f"{number}.{name}_factor"], np.float32)
        made[name] = np.asarray(arrays[f"{number}.{name}"]).astype(np.float32) * factor
        made[f"{name}b"] = np.asarray(arrays[f"{number}.{name}b"], np.float32)
    # One product instead of three.
    for end in ("", "b"):
        made[f"qkv{end}"] = np.concatenate([made.pop(f"{name}{end}") for name in "qkv"], axis=-1)
    for name in ("n1", "n2"):
        made[name] = np.asarray(arrays[f"{number}.{name}"], np.float32)
        made[f"{name}b"] = np.asarray(arrays[f"{number}.{name}b"], np.float32)
    return made


def _attention(x: Floats, w: Mapping[str, Floats]) -> Floats:
    count, width = x.shape
    size = width // HEADS
    q, k, v = (x @ w["qkv"] + w["qkvb"]).reshape(count, 3, HEADS, size).transpose(1, 2, 0, 3)
    scores = q @ k.transpose(0, 2, 1) / np.float32(np.sqrt(size))
    scores = np.exp(scores - scores.max(-1, keepdims=True))
    mixed = (scores / scores.sum(-1, keepdims=True)) @ v
    return np.asarray(mixed.transpose(1, 0, 2).reshape(count, width) @ w["o"] + w["ob"], np.float32)


def _normal(x: Floats, scale: Floats, shift: Floats) -> Floats:
    centred = x - x.mean(-1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(-1, keepdims=True) + np.float32(1e-12))
    return np.asarray(centred / spread * scale + shift, np.float32)


def _gelu(x: Floats) -> Floats:
    inner = np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)
    return np.asarray(np.float32(0.5) * x * (1 + np.tanh(inner)), np.float32)
