"""Expressions for one of many words."""

import re

import pytest

from trucewatch.core.date_words import NUMBER
from trucewatch.core.patterns import one_of


def test_the_longest_word_that_fits_is_found() -> None:
    found = re.compile(one_of(["twenty", "twenty-one", "two", "a", "an"]))
    assert found.findall("an army of twenty-one, twenty or two") == ["an", "a", "twenty-one", "twenty", "two"]


def test_a_shorter_word_is_taken_where_what_follows_asks_for_it() -> None:
    assert re.match(one_of(["seven", "seventh", "seventeen"]) + "th$", "seventh") is not None
    assert re.match(one_of(["seven"]) + "th$", "seventeenth") is None


def test_signs_of_expressions_are_taken_as_letters() -> None:
    assert re.fullmatch(one_of(["a.b", "^c", "d]"]), "a.b") is not None
    assert re.fullmatch(one_of(["a.b", "^c", "d]"]), "axb") is None
    assert re.fullmatch(one_of(["a.b", "^c", "d]"]), "^c") is not None


def test_no_words_are_refused() -> None:
    with pytest.raises(ValueError, match="no words to choose from"):
        one_of([""])


@pytest.mark.parametrize(
    "words", ["7", "1,200", "seventy-two", "seventy two", "third", "an", "twentieth", "Ninety-Ninth"]
)
def test_numbers_are_found_whole(words: str) -> None:
    found = re.compile(rf"\b(?P<n>{NUMBER})\b", re.I).search(f"some {words} days")
    assert found is not None
    assert found["n"] == words
