"""Says which duties claims are likely to be about, by what their words mean: vectors of word pieces, one product for a pair.

No sentence is encoded: a text is the mean of the vectors of its pieces, in which common pieces count little.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from trucewatch.core.ports import Words

from .encoder import Floats
from .wordpieces import Piece, word_pieces

# A piece that makes up so large a share of all text counts half.
HALF = 1e-3


@lru_cache(maxsize=1)
def trained_duty_judge() -> "TrainedDutyJudge":
    """The judge with the weights of the package, loaded once; the word pieces are those of the head for stances."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, kept in (("stances.npz", ("word", "word_factor", "facts")), ("links.npz", None)):
        with (files("trucewatch.trained") / name).open("rb") as file, np.load(file) as found:
            arrays |= {key: found[key] for key in kept or found.files}
    return TrainedDutyJudge(arrays)


class TrainedDutyJudge:
    """Compares the words of a claim, and its whole sentence, with the words of duties.

    `arrays` are those that `scripts/train_meaning.py` writes, with the word pieces of `scripts/train_stances.py`; `shares` among
    them is JSON with the share of all text that common pieces make up.
    """

    def __init__(self, arrays: Mapping[str, NDArray[np.generic]]) -> None:
        pieces: list[str] = json.loads(np.asarray(arrays["facts"]).tobytes())["pieces"]
        shares: Mapping[str, float] = json.loads(np.asarray(arrays["shares"]).tobytes())
        self._split = word_pieces(tuple(pieces)).split
        self._words = np.asarray(arrays["word"])
        self._counts = np.asarray([HALF / (HALF + shares.get(piece, 0.0)) for piece in pieces], np.float32)
        self._factors = np.asarray(arrays["word_factor"], np.float32)
        self._middle = np.asarray(arrays["middle"], np.float32)
        self._own, self._whole, self._duty = (_matrix(arrays, name) for name in ("own", "whole", "duty"))
        self._threads = ThreadpoolController()
        self._sharp = float(np.asarray(arrays["sharp"]))

    def meant(self, claims: Sequence[Words], duties: Sequence[str]) -> list[list[float]]:
        """For each claim one number for each duty: the greater, the likelier that the claim is about it."""
        if not claims or not duties:
            return [[] for _ in claims]
        # Matrices this small are multiplied faster by one thread than by several that wait for each other.
        with self._threads.limit(limits=1):
            vectors = self.claim_vectors(claims)
            told = _unit(vectors[:, 0] @ self._own + vectors[:, 1] @ self._whole)
            owed = _unit(self.duty_vectors(duties) @ self._duty)
            found: list[list[float]] = (self._sharp * told @ owed.T).tolist()
        return found

    def claim_vectors(self, claims: Sequence[Words]) -> Floats:
        """For each claim two vectors of length 1: of its own words, and of its whole sentence."""
        # Most sentences that make a claim make several.
        whole = {sentence: self._split(sentence) for sentence in dict.fromkeys(claim.sentence for claim in claims)}
        inside = [
            [piece for piece in whole[claim.sentence] if piece.end > claim.start and piece.start < claim.end]
            for claim in claims
        ]
        means = self._means([*inside, *whole.values()])
        of_sentence = dict(zip(whole, means[len(claims) :], strict=True))
        both = [(mean, of_sentence[claim.sentence]) for mean, claim in zip(means, claims, strict=False)]
        return _unit(np.asarray(both, np.float32))

    def duty_vectors(self, duties: Sequence[str]) -> Floats:
        """For each duty a vector of length 1."""
        return _unit(np.asarray(self._means([self._split(duty) for duty in duties]), np.float32))

    def _means(self, texts: Sequence[Sequence[Piece]]) -> list[Floats]:
        """For each text the mean of its pieces' vectors, seen from the middle of all text; nothing where it has none."""
        ids = np.asarray([piece.id for pieces in texts for piece in pieces], np.int64)
        counts = self._counts[ids]
        vectors = self._words[ids].astype(np.float32) * self._factors[ids, None] - self._middle
        found, start = [], 0
        for pieces in texts:
            end = start + len(pieces)
            own = counts[start:end]
            found.append(np.asarray(own @ vectors[start:end] / max(float(own.sum()), 1e-6), np.float32))
            start = end
        return found


def _matrix(arrays: Mapping[str, NDArray[np.generic]], name: str) -> Floats:
    factor = np.asarray(arrays[f"{name}_factor"], np.float32)
    return np.asarray(np.asarray(arrays[name]).astype(np.float32) * factor, np.float32)


def _unit(rows: Floats) -> Floats:
    return np.asarray(rows / (np.linalg.norm(rows, axis=-1, keepdims=True) + np.float32(1e-6)), np.float32)
