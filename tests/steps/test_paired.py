"""Whom "the former" and "the latter" mean."""

import pytest

from tests.steps.reading_reports import read, told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Kiir and Machar met on Friday. The latter accused the army of violating the ceasefire. The former said that "
            "his troops would withdraw from the town.",
            [("Machar", "ACCUSE"), ("Kiir", "COMMIT")],
        ),
        (
            "The government met the front on Friday, and the latter denied that it had broken the truce.",
            [("front", "DENY_CONDUCT")],
        ),
        (
            "President Kiir met Riek Machar. The former accused the latter of breaking the truce.",
            [("Kiir", "ACCUSE")],
        ),
    ],
)
def test_one_of_two_is_who_was_named_first_or_second(text, found):
    assert told(read(text))[-len(found) :] == found


@pytest.mark.parametrize("word", ["former", "latter"])
def test_one_of_two_is_no_actor_of_its_own(word):
    text = f"Kiir and Machar met on Friday. The {word} accused the army of violating the ceasefire."
    assert word not in {a.name.exact for a in read(text).actors}


def test_former_rebels_are_none_of_two():
    text = "Kiir and Machar met on Friday. The former rebels denied that they had broken the truce."
    assert told(read(text)) == [("former rebels", "DENY_CONDUCT")]
