"""What looks like a person's name, and what does not."""

import pytest

from trucewatch.vocabulary.names import looks_like_a_person


@pytest.mark.parametrize(
    "text",
    [
        "Heard from Ahmed Salem on the phone",
        "he is called Ahmed al-Salem",
        "Colonel Haftar told us",
        "The call with Karim bin Yusuf, at noon",
        "Ahmed Salem",
    ],
)
def test_names(text):
    assert looks_like_a_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "a second look", "The words set a condition", "He said so on Sunday", "Security Council resolution",
        "The Joint Military Commission confirmed it", "as GNA and LNA say", "Geneva Convention", "Sunday October",
        "In Geneva. The other side", "the Libyan National Army denies it",
    ],
)  # fmt: skip
def test_other_words(text):
    assert not looks_like_a_person(text)


def test_known_words_may_be_said():
    assert not looks_like_a_person("Ahmed Salem said so", {"ahmed", "salem"})
    assert looks_like_a_person("Ahmed Salem said so", {"ahmed"})
