"""Whose words a claim is where parsers, places and pronouns lead astray."""

import pytest

from .reading_reports import read, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The colonel said that the rebels had fired first; a rebel spokesman denied it.",
            {("colonel", "ACCUSE"), ("rebel spokesman", "DENY_CONDUCT")},
        ),
        (
            "The army said the rebels had shelled the village; the rebels denied the charge.",
            {("army", "ACCUSE"), ("rebels", "DENY_CONDUCT")},
        ),
        (
            "The army accused the rebels of five attacks; the rebels denied having attacked anybody.",
            {("army", "ACCUSE"), ("rebels", "DENY_CONDUCT")},
        ),
        (
            "The army left the town; the rebels denied having fired on the village.",
            {("army", "COMPLY"), ("rebels", "DENY_CONDUCT")},
        ),
        (
            "Residents interviewed at Ganyiel on 22 March said that youths had broken the truce.",
            {("Residents", "ACCUSE")},
        ),
        ("The co-chairs called on both to honour what they agreed in Vienna.", {("co-chairs", "CALL_TO_COMPLY")}),
        (
            "I met a farmer and his brother. They are from Ariha, and they say they will stay until the army leaves Saraqib.",
            {("farmer and his brother", "CONDITION")},
        ),
    ],
)
def test_each_voice_is_heard(text, expected):
    assert set(told(read(text))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Agdam changed hands on 20 November 2020 as foreseen in the agreement.",
        "The truce holds: the army will stay where it is, no unit moves forward.",
    ],
)
def test_what_does_nothing_speaks_for_nobody(text):
    assert {who for who, _ in told(read(text))}.isdisjoint({"Agdam", "no unit", "unit"})
