"""One of two and the other of them: each says what is theirs; and who answers a charge that is summed up in a word."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "One side denies that the post was moved, and the other says it was.",
            [("One side", "DENY_CONDUCT"), ("other", "ACCUSE")],
        ),
        (
            "One party claims that the road was reopened on Monday, while the other insists that the barrier is still there.",
            [("One party", "CLAIM_COMPLIANCE"), ("other", "REPORT_NOT_DONE")],
        ),
        (
            "One side says that the army shelled the post, and the other denies it.",
            [("One side", "ACCUSE"), ("other", "DENY_CONDUCT")],
        ),
        (
            "One rebel commander said his men had left the town, and another said that they would stay.",
            [("One rebel commander", "CLAIM_COMPLIANCE"), ("another", "DECLARE_CONTINUE")],
        ),
        (
            "The army says that the rebels shelled the post, and the rebels deny it.",
            [("army", "ACCUSE"), ("rebels", "DENY_CONDUCT")],
        ),
        (
            "The army said that it had left the post. The other army unit denied it.",
            [("army", "CLAIM_COMPLIANCE"), ("other army unit", "DENY_CONDUCT")],
        ),
    ],
)
def test_the_other_of_two_speaks_for_itself(text, found):
    assert told_wholly(PLACE + text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The government accused the rebels of burning the post at Hamra, something they deny.",
            [("government", "ACCUSE"), ("rebels", "DENY_CONDUCT")],
        ),
        (
            "The rebels say the army kept two prisoners, something the army denies.",
            [("rebels", "ACCUSE"), ("army", "DENY_CONDUCT")],
        ),
        (
            "The Front says the army kept two prisoners, a charge it denies.",
            [("Front", "ACCUSE"), ("army", "DENY_CONDUCT")],
        ),
        (
            "The army says the Front has mined the road, which it denies.",
            [("army", "ACCUSE"), ("Front", "DENY_CONDUCT")],
        ),
        (
            "The army was accused of moving guns into the zone, an accusation it rejects.",
            [("", "ACCUSE"), ("army", "DENY_CONDUCT")],
        ),
        (
            "The rebels were accused by the mission of moving guns into the zone, a charge they deny.",
            [("mission", "ACCUSE"), ("rebels", "DENY_CONDUCT")],
        ),
        (
            "The army denies that it shelled the market; the rebels insist that it did.",
            [("army", "DENY_CONDUCT"), ("rebels", "ACCUSE")],
        ),
        (
            "The rebels deny that they fired first, but the army says they did.",
            [("rebels", "DENY_CONDUCT"), ("army", "ACCUSE")],
        ),
        (
            "The army says the attack was the work of bandits.",
            [("army", "DENY_CONDUCT")],
        ),
    ],
)
def test_who_answers_a_charge_in_a_word_denies_it(text, found):
    assert told_wholly(PLACE + text) == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Front accused the army. It said that the government had added conditions.", "Front"),
        ("The Front answered the next day. It said that the government had promised nothing.", "Front"),
        ("The Front accused the army. The government said that it had denied nothing.", "government"),
    ],
)
def test_whoever_is_told_of_is_not_who_tells(text, speaker):
    assert told_wholly(PLACE + text)[-1][0] == speaker
