"""Names that would be pronouns in small letters: the US and the WHO."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Geneva, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The US accused Hamas of rejecting the truce.", ("US", "ACCUSE")),
        ("The US pledged to lift the sanctions.", ("US", "COMMIT")),
        ("The US has suspended its obligations under the treaty.", ("US", "SUSPEND")),
        ("Iran said the US had violated the nuclear deal. The US denied the claim.", ("US", "DENY_CONDUCT")),
        ("WHO has called on both parties to leave health facilities at once.", ("WHO", "CALL_TO_COMPLY")),
        ("The Government denied the charge. WHO said that the army had blocked two convoys.", ("WHO", "ACCUSE")),
        ("On 3 May WHO condemned the shelling of the hospital by the army.", ("WHO", "ACCUSE")),
        ("On Friday, WHO said the army had violated the truce.", ("WHO", "ACCUSE")),
    ],
)
def test_a_name_in_capitals_is_no_pronoun(text, found):
    assert told_wholly(PLACE + text)[-1] == found


@pytest.mark.parametrize(
    "text",
    [
        "The rebel leader, who signed the truce, said the army had attacked us.",
        "THE REBELS SAID THE ARMY HAD ATTACKED US IN BREACH OF THE TRUCE.",
        "The army said that the men WHO broke the truce were rebels.",
        "WHO broke the truce? The army did, the rebels said.",
    ],
)
def test_a_pronoun_is_no_name(text):
    assert not {"US", "us", "WHO"} & {speaker for speaker, _ in told_wholly(PLACE + text)}
