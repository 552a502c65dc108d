"""What an agreement provides is told apart from what somebody claims."""

import pytest

from .reading_reports import read, told

TEXT = "The army and the rebels signed the Kani agreement on 3 May 2020.\n\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "The agreement calls for the army to leave the valley.",
        "It bans heavy weapons in the valley.",
        "Under the agreement the army pulls out its tanks.",
        "The army is to withdraw its tanks and to return to barracks.",
    ],
)
def test_what_the_text_asks_for_is_no_claim(sentence):
    assert told(read(TEXT + sentence)) == told(read(TEXT))


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("Under the agreement the army pulled out its tanks on 4 May.", "COMPLY"),
        ("The army said the agreement calls for the rebels to leave the valley.", "CALL_TO_COMPLY"),
    ],
)
def test_what_was_done_or_what_somebody_says_of_it_is_a_claim(sentence, stance):
    (claim,) = told(read(TEXT + sentence))[len(told(read(TEXT))) :]
    assert claim == ("army", stance)
