"""The words that monitors count with."""

import re

import pytest

from trucewatch.core.errors import BadVocabulary
from trucewatch.vocabulary.count_words import ROLES, CountWord, count_words, one_of
from trucewatch.vocabulary.loader import read

QUALIFIERS = {"exact", "about", "over", "almost", "at_least", "at_most"}


def test_every_role_has_words_and_every_qualifier_a_name():
    assert all(count_words(role) for role in ROLES)
    assert {word.id for word in count_words("qualifier")} == QUALIFIERS


def test_a_blank_fits_any_white_space():
    assert re.fullmatch(one_of("whole"), "contact \n line", re.IGNORECASE)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("{id: a, role: thing, pattern: x}", '"role" is "thing", expected what, qualifier, whole or recorded'),
        ("{id: a, role: what, pattern: '('}", '"pattern" is no regular expression: missing ), unterminated subpattern at position 0'),
    ],
)  # fmt: skip
def test_faults_are_reported(row, fault):
    with pytest.raises(BadVocabulary) as caught:
        read("words.yaml", f"- {row}", CountWord)
    assert (
        str(caught.value) == f"BadVocabulary: words.yaml has 1 fault: entry 1 (a): {fault}. Mend the file and run again"
    )
