"""The vectors of words in their context: what the pipeline's own network makes of them, found in fewer steps.

The first half of the network looks at a word alone, so it is asked once for each word. The second half, a few layers that
look at a word and its two neighbours, is written out here without what only training needs.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

# How many words are remembered: some eight megabytes for each network.
_MOST = 16_000
# How many rows go through a layer together: of more, what was just made is no longer in the processor's own memory.
_TOGETHER = 512
_OF_A_WORD = ["extract_features", "list2ragged", "with_array", "with_array", "ragged2list"]
_OF_A_LAYER = {"expand_window", "maxout", "layernorm", "dropout"}

Array = Any


def with_quick_vectors(model: Any) -> Any:
    """The model, in which networks of the kind that this module knows are replaced; to read with, not to train."""
    for node in list(model.walk()):
        if _is_known(node):
            vectors = _InFewSteps(node)
            quick = type(node)("vectors_in_few_steps", vectors.forward, dims={"nO": vectors.width})
            if node is model:
                return quick
            model.replace_node(node, quick)
    return model


def _is_known(node: Any) -> bool:
    if len(node.layers) != 2 or [_kind(layer) for layer in node.layers[0].layers] != _OF_A_WORD:
        return False
    if _kind(node.layers[1]) != "with_array":
        return False
    blocks = node.layers[1].layers[0].layers
    return all(_kind(block) == "residual" and _is_known_layer(_leaves(block)) for block in blocks)


def _is_known_layer(parts: dict[str, Any]) -> bool:
    return parts.keys() == _OF_A_LAYER and parts["expand_window"].attrs["window_size"] == 1


def _kind(node: Any) -> str:
    return str(node.name).partition("(")[0]


def _leaves(node: Any) -> dict[str, Any]:
    return {part.name: part for part in node.walk() if not part.layers}


class _InFewSteps:
    """One network; `forward` is what a node of such models calls."""

    def __init__(self, node: Any) -> None:
        of_words, self._in_context = node.layers[0].layers, node.layers[1]
        self._features, self._alone = of_words[0], [layer.layers[0] for layer in of_words[2:4]]
        blocks = [_leaves(block) for block in self._in_context.layers[0].layers]
        self._layers = [_Layer(parts["maxout"], parts["layernorm"]) for parts in blocks]
        self.width = self._layers[0].width
        # Rows of nothing between texts: as many as there are layers, so that no text is seen from another.
        self._between = int(self._in_context.attrs["pad"])
        self._rows: dict[bytes, int] = {}
        self._known = np.zeros((_MOST, self.width), "float32")

    def forward(self, _: Any, docs: Sequence[Any], is_train: bool) -> tuple[list[Array], Any]:
        """The vectors of the words of each text; there is no way back, since nothing is trained here."""
        if is_train:
            raise ValueError("these vectors are to read with; train the pipeline as it was loaded")
        lengths = [len(doc) for doc in docs]
        starts = np.cumsum([self._between + length for length in lengths]) - lengths
        x = np.zeros((int(sum(lengths)) + self._between * (len(docs) + 1), self.width), "float32")
        words = self._of_words(docs)
        at = 0
        for start, length in zip(starts.tolist(), lengths, strict=True):
            x[start : start + length] = words[at : at + length]
            at += length
        for layer in self._layers:
            x += layer.of(x)
        return [x[start : start + length] for start, length in zip(starts.tolist(), lengths, strict=True)], None

    def _of_words(self, docs: Sequence[Any]) -> Array:
        """What the network makes of each word alone."""
        features = np.ascontiguousarray(np.concatenate(self._features.predict(docs)))
        # Words that have the same features are one key.
        keys = features.view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        new = {key: i for i, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > _MOST:
            self._rows.clear()
            new = {key: i for i, key in enumerate(keys)}
        if len(new) > _MOST:
            return self._asked(features)
        if new:
            first = len(self._rows)
            self._known[first : first + len(new)] = self._asked(features[list(new.values())])
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        rows = self._rows
        return self._known[[rows[key] for key in keys]]

    def _asked(self, features: Array) -> Array:
        for layer in self._alone:
            features = layer.predict(features)
        return features


class _Layer:
    """What a layer makes of words and their neighbours: the largest of some products, then of mean 0 and deviation 1."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        weights, shift = maxout.get_param("W"), maxout.get_param("b")
        self.width, self._pieces, looks_at = weights.shape
        # The first pieces of all units side by side, then the second ones: the largest is found in long rows.
        self._weights = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, looks_at).T)
        self._shift = shift.T.ravel()
        self._scale, self._rest = norm.get_param("G"), norm.get_param("b")

    def of(self, x: Array) -> Array:
        made = [self._of_rows(x, at, min(at + _TOGETHER, len(x))) for at in range(0, len(x), _TOGETHER)]
        return made[0] if len(made) == 1 else np.concatenate(made)

    def _of_rows(self, x: Array, start: int, end: int) -> Array:
        width = self.width
        seen = np.zeros((end - start, 3 * width), "float32")
        before, after = x[max(0, start - 1) : end - 1], x[start + 1 : end + 1]
        seen[end - start - len(before) :, :width] = before
        seen[:, width : 2 * width] = x[start:end]
        seen[: len(after), 2 * width :] = after
        products = seen @ self._weights
        products += self._shift
        best = products[:, :width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, products[:, piece * width : (piece + 1) * width])
        best = best - best.mean(axis=1, keepdims=True)
        best *= (np.einsum("ij,ij->i", best, best)[:, None] / np.float32(width) + np.float32(1e-8)) ** np.float32(-0.5)
        best *= self._scale
        best += self._rest
        return best
