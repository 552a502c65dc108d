"""What denials, silences and open questions mean, and what only looks like them."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "ADDIS, 3 June 2024 (Agence) - "


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ('"We," the general said, "have never agreed to leave Kelo."', ["DENY_OBLIGATION"]),
        ("The general said the army had agreed to leave Kelo.", ["COMMIT"]),
        (
            "The rebels denied a government claim that they had shelled Kelo, and said the army had done so itself.",
            ["DENY_CONDUCT", "ACCUSE"],
        ),
        ('"We will free them," said Ali Daw, a rebel commander. "But not today."', ["COMMIT"]),
        ("It was not immediately clear whether the rebels had left Kelo.", []),
        ("Neither side has confirmed that the exchange took place.", ["PUBLIC_SILENCE"]),
        ("A previous truce, signed in 2021, was broken by both sides within days.", []),
        ("The truce was broken by both sides within days.", ["BREACH"]),
        (
            "The foreign ministry summoned the ambassador over what it said were repeated violations of the truce.",
            ["ACCUSE"],
        ),
        ("Prime Minister Abebe told parliament that the army would go on respecting the truce.", ["AFFIRM"]),
        (
            "The Red Cross said it had received 20 prisoners from the rebels on Saturday and expected more.",
            ["THIRD_PARTY_FINDING"],
        ),
    ],
)
def test_denials_and_open_questions(text, stances):
    assert [stance for _, stance in told_wholly(PLACE + text + "\n")] == stances
