"""Where a text places something, by the names of states."""

import pytest

from trucewatch.vocabulary.loader import load
from trucewatch.vocabulary.states import ABROAD, State, is_state, placings, states_named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("training inside Libya", [("Libya", True)]),
        ("on Libyan territory", [("Libya", True)]),
        ("on the territory of the Sudan", [("Sudan", True)]),
        ("throughout the whole of South Sudan", [("South Sudan", True)]),
        ("recruits in training in Turkey", [("Turkey", True)]),
        ("outside Libya and in Türkiye", [("Libya", False), ("Turkey", True)]),
        ("training abroad", [(ABROAD, True)]),
        ("with Turkey, from Turkey, Turkish recruits", []),
        ("in Georgia's capital", [("Georgia", True)]),
        ("in Chadian and Nigerian hands", []),
    ],
)
def test_places_are_read_from_in_inside_and_outside(text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(placing.state, placing.inside) for placing in placings(text)] == expected


def test_the_words_of_a_placing_can_be_found_again() -> None:
    text = "a video of recruits in Turkey"
    (placing,) = placings(text)
    assert text[placing.start : placing.end] == "in Turkey"


def test_states_are_named_by_name_or_adjective_and_the_longer_name_wins() -> None:
    assert states_named("South Sudanese and Turkish officers in Mali") == {"South Sudan", "Turkey", "Mali"}


def test_one_word_is_a_states_or_not() -> None:
    assert is_state("libyan")
    assert not is_state("tripoli")


def test_no_name_stands_for_two_states() -> None:
    names = [name for entry in load("states.yaml", State) for name in entry.names]
    assert len(names) == len(set(names))
