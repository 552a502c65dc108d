"""Duties that are told as news or in passing, and words that are no duty."""

import pytest

from tests.steps.reading_wholly import read_wholly

PLACE = "Nairobi, 4 May 2023. "


def owed(text: str) -> list[str]:
    """The duties that a text implies; matters that claims only speak of are left out."""
    return [c.span.exact for c in read_wholly(PLACE + text).commitments if c.note.startswith("implied")]


def matters(text: str) -> list[str]:
    return [c.span.exact for c in read_wholly(PLACE + text).commitments if c.note.startswith("a matter")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Rebels to free nurses by Friday under truce. The army said on Saturday that the nurses were still being held.",
            "free nurses by Friday under truce",
        ),
        (
            "The truce depends on the rebels leaving the dam. The army said rebels were still at the dam.",
            "the rebels leaving the dam",
        ),
        (
            "One condition of the truce is that the rebels leave the dam. The army said rebels were still at the dam.",
            "the rebels leave the dam",
        ),
        (
            "Under the truce the army pays for burned huts. A chief said the army had paid for none.",
            "the army pays for burned huts",
        ),
        (
            "The ceasefire gives the Houthis until Friday to pull their snipers off the rooftops of Taiz. Residents said "
            "snipers had fired on Sunday.",
            "pull their snipers off the rooftops of Taiz",
        ),
        (
            "Cattle go back to their owners, and the owners pay no ransom, the accord says. Herders said they had been made "
            "to pay.",
            "the owners pay no ransom",
        ),
        (
            "The army leaves the dam, the rebels free the pilots: those are the terms. The army said no pilot had been freed.",
            "the rebels free the pilots",
        ),
        (
            "The two sides agreed to the following:\n- the rebels will leave the dam\n- the army will not fly over the dam\n\n"
            "The rebels accused the army of flying over the dam.",
            "the army will not fly over the dam",
        ),
        (
            "The army promised neither to fly over the dam nor to stop barges. Bargemen said they had been stopped at Bor.",
            "neither to fly over the dam nor to stop barges",
        ),
    ],
)
def test_a_duty_told_in_passing_is_found(text, found):
    assert found in owed(text)


def test_of_two_duties_in_one_sentence_both_are_printed():
    text = (
        "Under the ceasefire signed on Monday, the rebels are to leave the airport by Friday and the army is to open the "
        "bridge at Kesh. The rebels accused the army of keeping the bridge closed."
    )

    assert owed(text) == ["the rebels are to leave the airport by Friday", "the army is to open the bridge at Kesh"]


@pytest.mark.parametrize(
    "text",
    [
        "The army refused to promise that it would leave the dam. The rebels said soldiers were still at the dam.",
        "The army never agreed to leave the dam. The rebels said soldiers were still at the dam.",
    ],
)
def test_what_nobody_promised_is_no_duty(text):
    assert not any("leave the dam" in words for words in owed(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army denied firing on the ferry. It said a mine was to blame for breaking the truce.", "to blame"),
        ("The army agreed with the UN that the attack was a crime. It denied having broken the truce.", "crime"),
        ("They agreed on five points:\n1. Withdrawal from the dam\n2. Release of all pilots\n", "five points"),
    ],
)
def test_what_is_told_of_something_else_is_no_duty(text, words):
    assert not any(words in duty for duty in owed(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "No more checkpoints on the Marib road: so says the deal. Drivers complained of eleven checkpoints between Marib "
            "and Sanaa.",
            "No more checkpoints on the Marib road",
        ),
        (
            "Neither the planting of mines nor the use of schools as barracks is permitted. The army said mines had been "
            "planted.",
            "Neither the planting of mines",
        ),
    ],
)
def test_a_matter_keeps_the_word_that_denies_it(text, found):
    assert found in matters(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The truce does not depend on the rebels leaving the dam. The army said rebels were at the dam.",
            "leaving the dam",
        ),
        (
            "Journalists were told to leave the hall where the accord was signed. The army denied an attack.",
            "leave the hall",
        ),
        ("UN envoy to visit the dam on Monday. The army denied that it had broken the truce.", "visit the dam"),
    ],
)
def test_what_is_told_beside_a_truce_is_no_duty(text, words):
    assert not any(words in duty for duty in owed(text))
