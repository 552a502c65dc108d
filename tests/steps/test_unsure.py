"""What is refused, undecided, hoped for, thought by others or might have been is not said to be so."""

import pytest

from tests.steps.reading_wholly import told_wholly

SAYS = "ADDIS, 3 June 2024 (Agence) - The army spokesman "


@pytest.mark.parametrize(
    ("text", "stances"),
    [
        ("refused to confirm that the army had shelled Kelo.", ["PUBLIC_SILENCE"]),
        ("would not confirm that the army had shelled Kelo.", ["PUBLIC_SILENCE"]),
        ("admitted that the army had shelled Kelo.", ["BREACH_ADMITTED"]),
        ("said it was wrong to say that the army had shelled Kelo.", ["DENY_CONDUCT"]),
        ("said that he could not rule out that the army had shelled Kelo.", []),
        ("said he hoped that the rebels would withdraw their guns from Kelo.", ["CALL_TO_COMPLY"]),
        ("said he had no doubt that the rebels would withdraw their guns from Kelo.", []),
        ("said that the rebels believed the ceasefire was no longer in force.", []),
        ("said that the ceasefire was no longer in force.", ["WITHDRAW"]),
        ("said that the army had not decided whether to leave the ceasefire committee.", []),
        ("said that the rebels had threatened to leave the ceasefire committee.", ["ACCUSE"]),
        ("threatened to leave the ceasefire committee.", ["THREATEN"]),
        ("said that the army would have respected the ceasefire.", []),
        ("said that the army would respect the ceasefire.", ["AFFIRM"]),
        ("said that the army could have extended the ceasefire.", []),
        ("said that the army might withdraw its guns from Kelo.", []),
        ("said that the army would withdraw its guns from Kelo.", ["COMMIT"]),
        ("said that nobody expected the army to respect the ceasefire alone.", []),
        ("said that the army had been ready to extend the ceasefire, but the rebels refused.", ["AFFIRM"]),
        ("said that talk of the army leaving the ceasefire committee was premature.", ["AFFIRM"]),
        ("said that the rebels had withdrawn their guns from Kelo.", ["THIRD_PARTY_FINDING_BY_COUNTERPARTY"]),
        ("said that the army had withdrawn its guns from Kelo.", ["CLAIM_COMPLIANCE"]),
    ],
)
def test_what_is_in_doubt_is_not_told_as_so(text, stances):
    assert [stance for _, stance in told_wholly(SAYS + text + "\n")] == stances
