"""Which words are names, dates and figures: what the pipeline's entity recognizer says, found in fewer steps.

The recognizer walks from word to word with one small calculation for each. Outside an entity what it does at a word
does not depend on earlier words, so all those calculations are one multiplication of matrices here; it then walks
through the entities alone.
"""

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from spacy.attrs import ENT_TYPE, IS_SPACE, SENT_START
from spacy.pipeline import EntityRecognizer

# How many words the recognizer looks at: this one, the first and the last one of the entity that it is in.
_LOOKS_AT = 3
_OUT = "O"

Array = Any


class EntityLabels(Protocol):
    """Says which kind of entity each word belongs to; `instead_of` are the components that it does the work of."""

    instead_of: Sequence[str]

    def of(self, docs: Sequence[Any]) -> list[list[str]]:
        """The label of every word of each text, "" outside entities."""
        ...


def entity_labels(nlp: Any) -> EntityLabels:
    """The quickest labels that say the same as the pipeline does."""
    makers = [name for name in nlp.pipe_names if "token.ent_type" in nlp.get_pipe_meta(name).assigns]
    if makers == ["ner"] and (ner := nlp.get_pipe("ner")) and _is_plain(ner):
        return _InFewSteps(ner)
    return _AsParsed(nlp)


def _is_plain(ner: Any) -> bool:
    """Whether the recognizer takes the best action at each word, by the network that this module knows."""
    model = ner.model
    return (
        type(ner) is EntityRecognizer
        and ner.cfg["beam_width"] == 1
        and bool(model.attrs["has_upper"])
        and not model.attrs["unseen_classes"]
        and model.layers[1].get_dim("nF") == _LOOKS_AT
    )


class _AsParsed:
    """The labels that a pipeline has written into its texts."""

    instead_of: Sequence[str] = ()

    def __init__(self, nlp: Any) -> None:
        self._strings = nlp.vocab.strings

    def of(self, docs: Sequence[Any]) -> list[list[str]]:
        return [[self._strings[label] if label else "" for label in doc.to_array(ENT_TYPE).tolist()] for doc in docs]


class _InFewSteps:
    """The labels by the recognizer's own network."""

    instead_of: Sequence[str] = ("ner",)

    def __init__(self, ner: Any) -> None:
        self._to_vectors, self._to_hidden, scorer = ner.model.layers
        self._bias = self._to_hidden.get_param("b")
        self._weights, self._score_bias = scorer.get_param("W"), scorer.get_param("b")
        names = [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]
        self._moves = [(name[:1], name[2:]) for name in names]
        place = {name: i for i, name in enumerate(names)}
        labels = [label for move, label in self._moves if move == "B"]
        # At each label the places of its two ways on: the entity goes further, or this word is its last.
        self._ways = {label: [place[f"I-{label}"], place[f"L-{label}"]] for label in labels}
        self._out = place[_OUT]
        self._closed = _penalties(self._moves, "BUO")
        # At the end of a sentence no entity of several words begins.
        self._last = _penalties(self._moves, "UO")

    def of(self, docs: Sequence[Any]) -> list[list[str]]:
        found = [[""] * len(doc) for doc in docs]
        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return found
        # The first row stands for a word that is not there.
        hidden = self._to_hidden.predict(self._to_vectors.predict(filled))
        at = 1
        for labels, doc in zip(found, docs, strict=True):
            if labels:
                self._label(labels, doc, hidden, at)
                at += len(labels)
        return found

    def _label(self, labels: list[str], doc: Any, hidden: Array, at: int) -> None:
        """Writes the labels of one text, whose words have the rows from `at` on."""
        space, ends = self._bounds(doc)
        alone = ((hidden[at : at + len(labels), 0] + hidden[0, 1]) + hidden[0, 2]) + self._bias
        scores = _largest(alone) @ self._weights.T + self._score_bias
        scores += np.where(ends[:, None], self._last, self._closed)
        actions = np.where(space, self._out, scores.argmax(axis=1)).tolist()
        i = 0
        while i < len(labels):
            move, label = self._moves[actions[i]]
            first = i
            if move == "B":
                i += 1
                while not ends[i] and self._goes_on(hidden, at + first, at + i, label):
                    i += 1
            if move != _OUT:
                labels[first : i + 1] = [label] * (i + 1 - first)
            i += 1

    def _goes_on(self, hidden: Array, first: int, here: int, label: str) -> bool:
        ways = self._ways[label]
        inside = ((hidden[here, 0] + hidden[first, 1]) + hidden[here - 1, 2]) + self._bias
        further, last = self._weights[ways] @ _largest(inside) + self._score_bias[ways]
        return bool(further > last) or (bool(further == last) and ways[0] < ways[1])

    def _bounds(self, doc: Any) -> tuple[Array, Array]:
        """Which words are white space, and which end a sentence: no entity goes on from there."""
        rows = doc.to_array([IS_SPACE, SENT_START])
        ends = np.append(rows[1:, 1] == 1, True)
        return rows[:, 0] == 1, ends


def _largest(pieces: Array) -> Array:
    """The largest piece of each unit: one piece after the other, since a loop over so short an axis takes far longer."""
    best = pieces[..., 0]
    for piece in range(1, pieces.shape[-1]):
        best = np.maximum(best, pieces[..., piece])
    return best


def _penalties(moves: Sequence[tuple[str, str]], allowed: str) -> Array:
    """What to add to the scores of all moves so that only allowed ones win; a unit without a label never is one."""
    return np.array([0 if move in allowed and (label or move == _OUT) else -np.inf for move, label in moves], "float32")
