"""What the head learns from: which propositions stand for which claim of an answer sheet, and what is kept apart."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts import stance_examples
from scripts.stance_examples import FILES, FOLDERS, HELD_OUT, NO_CLAIM, Sentence, Span
from trucewatch import wiring
from trucewatch.core.ports import StanceQuestion

TEXT = "It rained. The rebels swore that they had left Kidal, and buses ran. “They\u00a0lie,” he said."
SWORN = "they had left Kidal"


def question(sentence: str, words: str) -> StanceQuestion:
    start = sentence.index(words)
    return StanceQuestion(sentence, start, start + len(words), frozenset(), None, "default")


class Asks:
    """In the place of reading: asks what it is told to."""

    def __init__(self, *asked: tuple[str, str]) -> None:
        self.asked = asked

    def about(self, path: Path) -> tuple[Any, list[tuple[StanceQuestion, int]]]:
        document = wiring.read(path)
        return document, [(question(s, words), document.text.index(s)) for s, words in self.asked]


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    (tmp_path / "dev_5").mkdir()
    (tmp_path / "dev_5" / "a.txt").write_text(TEXT, encoding="utf-8")
    claims = [
        {"id": "K1", "stance": "CLAIM_COMPLIANCE", "also_accept": ["COMPLY"], "quote": SWORN},
        {"id": "K2", "stance": "ACCUSE", "quote": "They\u00a0lie"},
        {"id": "K3", "stance": "PUBLIC_SILENCE"},
    ]
    path = tmp_path / "dev_5" / "a.gold.json"
    path.write_text(json.dumps({"text_file": "a.txt", "claims": claims}), encoding="utf-8")
    return path


def learned(sheet: Path, *asked: tuple[str, str]) -> list[Sentence]:
    return list(stance_examples._of_passage(Asks(*asked), sheet, 7))


def asked_spans(sentence: Sentence) -> list[Span]:
    return [span for span in sentence.spans if span.question is not None]


def test_a_proposition_takes_the_stance_of_the_claim_that_it_overlaps(sheet: Path) -> None:
    sentence = "The rebels swore that they had left Kidal, and buses ran."
    found = learned(sheet, (sentence, "they had left Kidal, and"), (sentence, "buses ran"))
    assert [e.text for e in found] == [sentence]
    assert [(s.stance, s.accepted) for s in asked_spans(found[0])] == [
        ("CLAIM_COMPLIANCE", ("CLAIM_COMPLIANCE", "COMPLY")),
        (NO_CLAIM, (NO_CLAIM,)),
    ]


def test_what_a_reader_marked_is_learned_from_as_marked(sheet: Path) -> None:
    sentence = "The rebels swore that they had left Kidal, and buses ran."
    (found,) = learned(sheet, (sentence, "buses ran"))
    marked = found.spans[0]
    assert (marked.marked, found.text[marked.start : marked.end], marked.question) == (True, SWORN, None)


def test_words_that_were_repaired_are_found_where_the_working_text_has_them(sheet: Path) -> None:
    document = wiring.read(sheet.parent / "a.txt")
    sentence = document.text[document.text.index("ran. ") + 5 :]
    (found,) = learned(sheet, (sentence, sentence[1:9]))
    assert [s.stance for s in found.spans] == ["ACCUSE"] * len(found.spans)


def test_sentences_that_nothing_is_asked_about_are_left_out(sheet: Path) -> None:
    assert [(e.text, e.spans[0].stance) for e in learned(sheet, ("It rained.", "It rained"))] == [
        ("It rained.", NO_CLAIM)
    ]


def test_one_place_is_learned_from_once_and_keeps_its_question(sheet: Path) -> None:
    sentence = "The rebels swore that they had left Kidal, and buses ran."
    (found,) = learned(sheet, (sentence, SWORN), (sentence, SWORN))
    assert [(s.marked, s.question is not None) for s in found.spans] == [(True, True)]


def test_whole_passages_and_blocks_of_rows_are_held_out() -> None:
    passages = [Sentence("dev_5", number, "x").held_out for number in range(12)]
    assert [n for n, held in enumerate(passages) if held] == [HELD_OUT, HELD_OUT + 6]
    rows = [Sentence("sentences_train_3", number, "x").held_out for number in range(240)]
    assert (rows.count(True), rows[0], rows[19], rows[20]) == (40, True, True, False)
    assert not Sentence("sentences_dev", 0, "x").held_out


def test_nothing_is_learned_from_what_is_kept_for_measuring() -> None:
    assert not {"dev_7", "test", "test_2"} & set(FOLDERS)
    assert not [name for name in FILES if "test" in name]
