"""Says how likely each stance is by how a proposition is built: facts that can be told in words, and a small network over them."""

import json
from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from trucewatch.core.ports import Clause, StanceQuestion

from .encoder import Floats
from .wordpieces import WordPieces

# How many words' vectors are remembered, and how many answers: a report is read more than once.
_WORDS, _ANSWERS = 8192, 128


def facts_of(clause: Clause, conditions: frozenset[str], rule: str | None, source: str) -> frozenset[str]:
    """All facts of a question: those of the clause, the conditions, alone and two by two, and what the cues answer."""
    held = sorted(conditions)
    said = f"{source}s say {rule}"
    found = {said, f"{source}s asked"}
    found.update([f"is {name}" for name in held])
    found.update([f"is {one} and {other}" for one, other in combinations(held, 2)])
    found.update([f"{said}, is {name}" for name in held])
    return clause.facts | found


class WordMeans:
    """The means of the words of a clause's parts; `seen` turns the vectors of word pieces into shorter ones."""

    def __init__(self, pieces: WordPieces, vectors: Floats, seen: Floats) -> None:
        self._split = pieces.split
        self._seen = np.asarray((vectors - vectors.mean(0)) @ seen, np.float32)
        self._of_word = lru_cache(maxsize=_WORDS)(self._find_word)

    def of(self, clause: Clause) -> Floats:
        """The means of the words of each part, one behind the other; noughts for a part without words."""
        found = np.zeros((len(clause.parts), self._seen.shape[1]), np.float32)
        for row, part in enumerate(clause.parts):
            if part:
                found[row] = np.add.reduce([self._of_word(word) for word in part], 0) / np.float32(len(part))
        return found.ravel()

    def _find_word(self, word: str) -> Floats:
        ids = [piece.id for piece in self._split(word)]
        return np.asarray(self._seen[ids].mean(0) if ids else np.zeros(self._seen.shape[1]), np.float32)


class ClauseHead:
    """A network with two hidden layers over facts and words, and beside it one weight for each fact and stance.

    `arrays` are those that `scripts/train_stances.py` writes for it; `facts` among them is JSON with the names of the facts and
    of the stances, and in `weighs` how its answers are used. `pieces` and `vectors` are the word pieces of the encoder.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]], pieces: WordPieces, vectors: Floats) -> None:
        told = json.loads(np.asarray(arrays["facts"]).tobytes())
        self.codes: list[str] = told["codes"]
        self.weighs: Mapping[str, float] = told.get("weighs", {})
        self._numbers = {name: row for row, name in enumerate(told["names"])}
        self._means = WordMeans(pieces, vectors, np.asarray(arrays["seen"], np.float32))
        # What a fact, and what each number of a part's mean, adds to the hidden units and, behind them, to the stances.
        self._rows, self._parts = (
            np.asarray(arrays[name]).astype(np.float32) * np.asarray(arrays[f"{name}_factor"], np.float32)[:, None]
            for name in ("rows", "parts")
        )
        self._start, self._second, self._second_start, self._last = (
            np.asarray(arrays[name], np.float32) for name in ("start", "second", "second_start", "last")
        )
        self._hidden = len(self._second)
        self._answer = lru_cache(maxsize=_ANSWERS)(self._find)

    def likely(self, question: StanceQuestion) -> Floats | None:
        """How likely each code is, in the order of the codes; None where nothing is told of the clause."""
        clause = question.clause
        return None if clause is None else self._answer(clause, question.conditions, question.rule, question.source)

    def _find(self, clause: Clause, conditions: frozenset[str], rule: str | None, source: str) -> Floats:
        told = facts_of(clause, conditions, rule, source)
        # In order, so that the same sum comes out every time.
        held = sorted([self._numbers[name] for name in told if name in self._numbers])
        added = np.add.reduce(self._rows[held], 0) + self._means.of(clause) @ self._parts + self._start
        first = np.maximum(added[: self._hidden], 0)
        second = np.maximum(first @ self._second + self._second_start, 0)
        points = second @ self._last + added[self._hidden :]
        powers = np.exp(points - points.max())
        return np.asarray(powers / powers.sum(), np.float32)
