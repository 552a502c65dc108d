"""What the head for clauses answers, and when a sentence is encoded besides."""

import json
from typing import Any

import numpy as np
import pytest

from trucewatch.core.ports import Clause, StanceQuestion, Verdict
from trucewatch.trained.clauses import ClauseHead, facts_of
from trucewatch.trained.encoder import piece_vectors
from trucewatch.trained.judge import TrainedJudge, trained_judge
from trucewatch.trained.wordpieces import WordPieces
from trucewatch.vocabulary.states import states_named

from .weights import PIECES, arrays

CODES = ["ACCUSE", "COMMIT", "NONE"]
NAMES = ["verb attack", "verb promise", "is negative", "cues say COMMIT"]
WIDTH, HIDDEN = 2, 2


def clauses(**weighs: Any) -> dict[str, Any]:
    """Facts speak for a stance at once: "attack" for ACCUSE, "promise" for COMMIT, and a part with "fire" for ACCUSE."""
    rows = np.zeros((len(NAMES), HIDDEN + len(CODES)), np.int8)
    rows[0, HIDDEN], rows[1, HIDDEN + 1], rows[2, HIDDEN + 2], rows[3, HIDDEN + 1] = 100, 100, 100, 100
    parts = np.zeros((WIDTH, HIDDEN + len(CODES)), np.int8)
    parts[0, 0] = 100
    used = {"plain": 0.9, "confirms": 0.7, "of_clause": 0.5, "of_words": 0.5, **weighs}
    told = {"names": NAMES, "codes": CODES, "weighs": used}
    seen = np.zeros((12, WIDTH), np.float32)
    seen[0, 0] = 10
    return {
        "seen": seen,
        "rows": rows,
        "rows_factor": np.full(len(NAMES), 0.05, np.float32),
        "parts": parts,
        "parts_factor": np.full(WIDTH, 0.05, np.float32),
        "start": np.zeros(HIDDEN + len(CODES), np.float32),
        "second": np.eye(HIDDEN, dtype=np.float32),
        "second_start": np.zeros(HIDDEN, np.float32),
        "last": np.asarray([[1, 0, 0], [0, 0, 0]], np.float32),
        "facts": np.frombuffer(json.dumps(told).encode(), np.uint8),
    }


def head() -> ClauseHead:
    return ClauseHead(clauses(), WordPieces(PIECES), piece_vectors(arrays()))


def asked(*facts: str, part: tuple[str, ...] = (), words: tuple[int, int] = (0, 4), **more: Any) -> StanceQuestion:
    told: dict[str, Any] = {"conditions": frozenset[str](), "rule": None, "source": "default", **more}
    clause = Clause(frozenset(facts), (part,))
    return StanceQuestion("fire peace", *words, **told, clause=clause)


def best(question: StanceQuestion) -> str:
    likely = head().likely(question)
    assert likely is not None
    assert likely.sum() == pytest.approx(1)
    return CODES[int(likely.argmax())]


def test_facts_words_conditions_and_cues_all_speak() -> None:
    assert best(asked("verb attack")) == "ACCUSE"
    assert best(asked("verb promise")) == "COMMIT"
    assert best(asked(part=("fire",))) == "ACCUSE"
    assert best(asked(conditions=frozenset({"negative"}))) == "NONE"
    assert best(asked(rule="COMMIT", source="cue")) == "COMMIT"


def test_what_was_never_learned_says_nothing() -> None:
    likely = head().likely(asked("verb juggle", part=()))
    assert likely is not None
    assert likely.tolist() == pytest.approx([1 / 3] * 3)


def test_without_a_clause_there_is_no_answer() -> None:
    assert head().likely(StanceQuestion("fire", 0, 4, frozenset(), None, "default")) is None


def test_conditions_are_told_alone_in_pairs_and_with_the_cues() -> None:
    told = facts_of(Clause(frozenset({"quoted"}), ()), frozenset({"past", "act"}), "BREACH", "cue")
    assert told == {
        "quoted",
        "cues asked",
        "cues say BREACH",
        "is act",
        "is past",
        "is act and past",
        "cues say BREACH, is act",
        "cues say BREACH, is past",
    }


def test_a_sentence_is_encoded_only_where_the_clause_leaves_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    judge = TrainedJudge(arrays(), clauses())
    batches: list[int] = []
    encode = judge._encoder.encode
    monkeypatch.setattr(judge._encoder, "encode", lambda found: batches.append(len(found)) or encode(found))
    plain, doubtful = asked("verb attack", words=(5, 10)), asked(words=(5, 10))
    judge.expect([plain, doubtful])
    assert judge.judge(plain) == Verdict("ACCUSE", "stance by trained head")
    assert batches == []
    assert judge.judge(doubtful) == Verdict("COMMIT", "stance by trained head")
    assert batches == [1]


def test_in_doubt_both_weigh_in() -> None:
    told = [asked("verb promise", words=(0, 4)), asked(words=(0, 4))]
    doubtful, words_alone = (TrainedJudge(arrays(), clauses(plain=1.1)).likely(question) for question in told)
    assert words_alone.argmax() == 0
    assert doubtful[1] > words_alone[1]


def test_the_order_of_facts_changes_no_number() -> None:
    # Two sets that were filled in another order.
    names = [f"own {n}" for n in range(50)] + NAMES[:2]
    one, other = (head().likely(asked(*order)) for order in (names, names[::-1]))
    assert one is not None
    assert other is not None
    assert one.tolist() == other.tolist()


def test_the_weights_of_the_package_know_no_name_and_have_the_codes_of_the_encoder() -> None:
    judge = trained_judge()
    assert judge._clauses is not None
    assert judge._clauses.codes == judge.codes
    words = {word.strip(",") for name in judge._clauses._numbers for word in name.split()}
    assert not words & {"kiir", "haftar", "sarraj", "juba", "tripoli", "splm", "houthi", "donbas"}
    assert not {word for word in words if states_named(word.title())}
    assert len(judge._clauses._numbers) > 5_000
