"""No mend may tie words in a circle, whatever a parser made of a sentence."""

from dataclasses import replace

from tests.steps.test_mending import parse_of
from trucewatch.steps.claims import mending

SPEECH = {"said": "say"}


def test_a_mend_that_ties_words_in_a_circle_is_undone(monkeypatch):
    def tie_in_a_circle(tokens, low, high):
        tokens[low] = replace(tokens[low], head=high - 1)
        tokens[high - 1] = replace(tokens[high - 1], head=low)

    parse = parse_of(("armies", "NOUN", "NNS", "nsubj", 1), ("left", "VERB", "VBD", "ROOT", 1))
    monkeypatch.setattr(mending, "_join_verbs", tie_in_a_circle)
    assert mending.mended(parse, SPEECH).tokens == parse.tokens


def test_a_circle_is_no_tree():
    circle = parse_of(("a", "NOUN", "NN", "dep", 1), ("b", "NOUN", "NN", "dep", 0), ("c", "VERB", "VB", "ROOT", 2))
    assert not mending.is_tree(circle.tokens, 0, 3)


def test_the_verb_below_a_name_taken_for_a_verb_takes_its_place():
    """The verb hung below "Khaing", which is made to hang on its own last name: a circle, if the verb stayed."""
    parse = parse_of(
        ("It", "PRON", "PRP", "nsubj", 1),
        ("ended", "VERB", "VBD", "ROOT", 1),
        (",", "PUNCT", ",", "punct", 1),
        ("Khaing", "VERB", "VBG", "advcl", 1),
        ("Min", "PROPN", "NNP", "dobj", 3),
        ("said", "VERB", "VBD", "ccomp", 3),
    )
    after = mending.mended(parse, SPEECH).tokens
    assert (after[5].dep, after[5].head) == ("advcl", 1)
    assert (after[4].dep, after[4].head, after[3].head) == ("nsubj", 5, 4)
