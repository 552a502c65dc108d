"""Folding of words, so that inflections and synonyms of the field meet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.errors import BadVocabulary
from trucewatch.vocabulary.loader import read
from trucewatch.vocabulary.matter_words import FILE, WordSet, is_weak, matter_words, stem


@pytest.mark.parametrize(
    "words",
    [
        "training trainings trained train trainees instructor",
        "suspended suspension freeze froze frozen",
        "withdraw withdrew withdrawn withdrawal departure departed leave left",
        "released releasing release freed free",
        "mercenary mercenaries",
        "categorise categorize categorised",
        "arms weapons weaponry",
    ],
)
def test_inflections_and_synonyms_meet(words: str) -> None:
    assert len({key for word in words.split() for key in matter_words(word)}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("armed", "arms"), ("forced", "forces"), ("united", "units"), ("camps", "campaign")]
)
def test_words_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert not matter_words(one).keys() & matter_words(other).keys()


def test_words_without_matter_are_left_out_and_the_first_form_is_kept() -> None:
    assert matter_words("The Parties agreed that all prisoners, and each prisoner, shall be released.") == {
        "detain": "prisoners",
        "release": "released",
    }


def test_weak_words_are_known_in_their_folded_form() -> None:
    assert all(is_weak(key) for key in matter_words("agreements governments areas forces"))
    assert not any(is_weak(key) for key in matter_words("mercenaries weapons"))


@given(st.text())
def test_any_text_can_be_folded(text: str) -> None:
    for key, form in matter_words(text).items():
        assert form in text
        assert key


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_stem_is_never_longer_and_never_empty(word: str) -> None:
    assert 0 < len(stem(word)) <= len(word) + 1


def test_a_set_of_another_kind_is_refused() -> None:
    with pytest.raises(BadVocabulary) as refusal:
        read(FILE, "- {id: a, kind: vague, words: [b]}", WordSet)
    assert str(refusal.value) == (
        'BadVocabulary: matter_words.yaml has 1 fault: entry 1 (a): "kind" is "vague", expected plain, weak or same. '
        "Mend the file and run again"
    )
