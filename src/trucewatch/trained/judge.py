"""Judges stances with the trained head: how the clause is built and, where that leaves doubt, the encoded sentence."""

import json
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from trucewatch.core.ports import StanceQuestion, Verdict

from .clauses import ClauseHead
from .encoder import Encoder, Floats, piece_vectors
from .wordpieces import word_pieces

# What the head answers where words claim nothing.
NO_CLAIM = "NONE"
# How many pieces of a long sentence are read, and how many of them may stand before the proposition.
_WINDOW, _BEFORE = 96, 24
# How many sentences are remembered, some kilobytes each, and how many questions' places in them; and how many pieces are
# encoded together: more gain no time.
_SENTENCES, _PASSAGES = 128, 128
_TOGETHER = 256
# What is added to shares before their logarithm is taken.
_HARDLY = 1e-6


@dataclass(frozen=True, slots=True)
class _Passage:
    """What is read for a proposition: pieces of its sentence, at most `_WINDOW`, and which of them are its own."""

    ids: tuple[int, ...]
    own: Sequence[int]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the linear layer makes of a passage: of each piece, and of all together."""

    pieces: Floats
    whole: Floats


def answered(
    question: StanceQuestion, likely: Floats, codes: Sequence[str], families: Floats, sure: Mapping[str, float]
) -> str | None:
    """The stance that the shares in `likely` give, `NO_CLAIM`, or None where they are not sure enough to say anything.

    `sure` holds, from 0 to 1, how much must speak for a family of stances: against "cue" and "default" cues, where no cue
    answers ("open"), and there for anything but a verb of saying ("main"); with "_none" behind it, how much must speak for
    no claim ("apart_none" for words that seem to be about other things).
    """
    # Where no cue at all speaks for a claim, the head must be surer of one.
    kind = question.source if question.rule else "open"
    apart = question.source == "apart"
    nothing = codes.index(NO_CLAIM)
    if likely[nothing] >= sure["apart_none" if apart else f"{kind}_none"]:
        return NO_CLAIM
    likely = likely.copy()
    likely[nothing] = 0
    if (codes[int(likely.argmax())], "") in question.never:
        # What the head would say cannot be, and nothing is known to stand in its place.
        return None
    for code, instead in question.never:
        if code in codes:
            if instead in codes:
                likely[codes.index(instead)] += likely[codes.index(code)]
            likely[codes.index(code)] = 0
    # The family first: whoever hesitates between two stances of one family is surer than any of them looks.
    shares = np.bincount(families, likely)
    family = int(shares.argmax())
    # A verb of saying says little about its stance; elsewhere it is enough that something is claimed.
    main = kind == "open" and (apart or "report" not in question.conditions)
    if shares[family] < sure["main" if main else kind]:
        return None
    return codes[int(np.where(families == family, likely, 0).argmax())]


@lru_cache(maxsize=1)
def trained_judge() -> "TrainedJudge":
    """The judge with the weights of the package, loaded once."""
    return TrainedJudge(_loaded("stances.npz"), _loaded("clauses.npz"))


def _loaded(name: str) -> dict[str, NDArray[np.generic]]:
    with (files("trucewatch.trained") / name).open("rb") as file, np.load(file) as arrays:
        return {key: arrays[key] for key in arrays.files}


class TrainedJudge:
    """Decides from the words of a proposition and its sentence, from what holds of it, and from the cues' answer.

    `arrays` are those that `scripts/train_stances.py` writes; `facts` among them is JSON with the names of
    stances, conditions and pieces, and how sure the head must be. `clauses` are those of `ClauseHead`: with them a sentence is
    encoded only where how the clause is built leaves doubt about the family, and what both say is then weighed together.
    """

    def __init__(
        self, arrays: Mapping[str, NDArray[np.generic]], clauses: Mapping[str, NDArray[np.generic]] | None = None
    ) -> None:
        facts = json.loads(np.asarray(arrays["facts"]).tobytes())
        self.codes: list[str] = facts["codes"]
        self.conditions = {name: row for row, name in enumerate(facts["conditions"])}
        self._rules = {tuple(pair): row for row, pair in enumerate(facts["rules"])}
        self._families = np.asarray(facts["families"])
        # To claim nothing is a family of its own where it is asked how much doubt is left.
        self._apart = np.where(np.asarray(self.codes) == NO_CLAIM, self._families.max() + 1, self._families)
        self._sure: Mapping[str, float] = facts["sure"]
        self._firm = frozenset(facts["firm"])
        self._pieces = word_pieces(tuple(facts["pieces"]))
        self._encoder = Encoder(arrays, facts["layers"])
        self._w, self._c, self._by_rule, self._by_condition, self._scale = (
            np.asarray(arrays[name], np.float32) for name in ("w", "c", "by_rule", "by_condition", "scale")
        )
        self._clauses: ClauseHead | None = None
        if clauses is not None:
            self._clauses = ClauseHead(clauses, self._pieces, piece_vectors(arrays))
        self._threads = ThreadpoolController()
        self._readings: dict[tuple[int, ...], _Reading] = {}
        # What is expected is asked later.
        self._passage_of = lru_cache(maxsize=_PASSAGES)(self._find_passage)
        self._expected: deque[StanceQuestion] = deque()

    def expect(self, questions: Sequence[StanceQuestion]) -> None:
        """Takes note of the questions that are likely to come, in order: their sentences are encoded several at a time."""
        self._expected = deque(question for question in questions if self.is_encoded(question))

    def judge(self, question: StanceQuestion) -> Verdict | None:
        """The stance the head is sure of, or that nothing is claimed; None where the cues' answer stands."""
        if self._left_to_cues(question):
            return None
        answer = answered(question, self.likely(question), self.codes, self._families, self._sure)
        if answer is None:
            return None
        if answer == NO_CLAIM:
            return Verdict(None, "the trained head finds no claim in it")
        if question.rule == answer:
            return Verdict(answer, "stance by cues and trained head")
        said = f"; by {question.source}s {question.rule}" if question.rule else ""
        return Verdict(answer, f"stance by trained head{said}")

    def likely(self, question: StanceQuestion) -> Floats:
        """How likely each code is, in the order of the codes; they sum to one."""
        built = self._clauses.likely(question) if self._clauses is not None else None
        if self._clauses is None or built is None:
            return self.by_sentence(question)
        weighs = self._clauses.weighs
        if self._is_plain(question, built, weighs):
            return built
        by_words = self.by_sentence(question)
        points = weighs["of_clause"] * np.log(built + _HARDLY) + weighs["of_words"] * np.log(by_words + _HARDLY)
        shares = np.exp(points - points.max())
        return np.asarray(shares / shares.sum(), np.float32)

    def by_sentence(self, question: StanceQuestion) -> Floats:
        """The same by the encoded sentence and the cues, without how the clause is built."""
        logits = self._by_words(question)
        logits = (logits - logits.max()) * self._scale
        row = self._rules.get((question.source, question.rule or ""))
        if row is not None:
            logits = logits + self._by_rule[row]
        for condition in question.conditions & self.conditions.keys():
            logits = logits + self._by_condition[self.conditions[condition]]
        shares = np.exp(logits - logits.max())
        return np.asarray(shares / shares.sum(), np.float32)

    def _is_plain(self, question: StanceQuestion, built: Floats, weighs: Mapping[str, float]) -> bool:
        """Whether how a clause is built leaves so little doubt about the family of stances that nothing else is asked.

        Where a cue of its own fits, it may confirm it; to overrule it the sentence is always encoded, too.
        """
        shares = np.bincount(self._apart, built)
        family = int(shares.argmax())
        if question.source != "cue":
            return float(shares[family]) >= weighs["plain"]
        agrees = question.rule in self.codes and family == int(self._apart[self.codes.index(question.rule)])
        return agrees and float(shares[family]) >= weighs["confirms"]

    def is_encoded(self, question: StanceQuestion) -> bool:
        """Whether the sentence of a question is encoded before it is answered."""
        if self._left_to_cues(question):
            return False
        built = self._clauses.likely(question) if self._clauses is not None else None
        return self._clauses is None or built is None or not self._is_plain(question, built, self._clauses.weighs)

    def _left_to_cues(self, question: StanceQuestion) -> bool:
        return question.source == "cue" and question.rule in self._firm

    def _by_words(self, question: StanceQuestion) -> Floats:
        passage = self._passage(question)
        reading = self._readings.get(passage.ids) or self._read(passage.ids)
        return np.asarray(_mean(reading.pieces[list(passage.own)]) + reading.whole, np.float32)

    def _passage(self, question: StanceQuestion) -> _Passage:
        return self._passage_of(question.sentence, question.start, question.end)

    def _find_passage(self, sentence: str, start: int, end: int) -> _Passage:
        pieces = self._pieces.split(sentence)
        # Which pieces of the sentence belong to the proposition.
        inside = [i for i, p in enumerate(pieces) if p.end > start and p.start < end]
        first = 0
        if len(pieces) > _WINDOW and inside:
            first = max(0, min(inside[0] - _BEFORE, len(pieces) - _WINDOW))
        shown = pieces[first : first + _WINDOW]
        own = [i - first + 1 for i in inside if first <= i < first + _WINDOW]
        ids = (self._pieces.opening, *(p.id for p in shown), self._pieces.closing)
        return _Passage(ids, own or range(len(ids)))

    def _read(self, asked: tuple[int, ...]) -> _Reading:
        """The reading of a passage; those that are expected next are read with it and remembered."""
        together = {asked: None}
        count = len(asked)
        while self._expected and count < _TOGETHER:
            ids = self._passage(self._expected.popleft()).ids
            if ids not in together and ids not in self._readings:
                together[ids] = None
                count += len(ids)
        own, whole, first = np.split(self._w, 3)
        # Matrices this small are multiplied faster by one thread than by several that wait for each other.
        with self._threads.limit(limits=1):
            for ids, vectors in zip(together, self._encoder.encode(list(together)), strict=True):
                if len(self._readings) >= _SENTENCES:
                    del self._readings[next(iter(self._readings))]
                self._readings[ids] = _Reading(vectors @ own, _mean(vectors) @ whole + vectors[0] @ first + self._c)
        return self._readings[asked]


def _mean(rows: Floats) -> Floats:
    # The same as numpy's own `mean`, which takes several times as long over so few rows.
    return np.asarray(np.add.reduce(rows, 0) / np.float32(len(rows)), np.float32)
