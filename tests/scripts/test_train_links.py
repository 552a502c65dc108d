"""Which duties the weights of links are learned to choose."""

from scripts.train_links import is_right

GOLD = {
    "agreements": [],
    "commitments": [
        {"id": "C1", "text": "withdraw heavy weapons from the port"},
        {"id": "C2", "text": "release all prisoners"},
    ],
}


def test_a_duty_is_right_that_names_the_sheets_best():
    answer = {"commitment": "C1"}
    assert is_right("pull heavy weapons out of the port", GOLD, answer)
    assert not is_right("release of 40 prisoners", GOLD, answer)
