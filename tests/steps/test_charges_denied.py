"""A charge and who denies it, in one breath: "X accuses Y of it, a charge Y denies"."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "accuser", "denier"),
    [
        ("Sudan accuses the UAE of arming the RSF, an accusation Abu Dhabi rejects.", "Sudan", "Abu Dhabi"),
        ("Kinshasa accuses Rwanda of backing the M23, a charge Kigali has repeatedly denied.", "Kinshasa", "Kigali"),
        ("Kinshasa accuses Rwanda of backing the M23, a charge Kigali denies.", "Kinshasa", "Kigali"),
        ("Kinshasa accuses Rwanda of backing the M23, a charge it denies.", "Kinshasa", "Rwanda"),
        ("Israel accuses Hezbollah of breaking the truce, a claim the militia rejects.", "Israel", "militia"),
        ("Israel accuses Hezbollah of breaking the truce, a claim the group has always rejected.", "Israel", "group"),
        ("The UN accuses Rwanda of backing the M23, allegations Kigali has denied.", "UN", "Kigali"),
        ("Sudan accuses the UAE of arming the RSF, an accusation that Abu Dhabi rejects.", "Sudan", "Abu Dhabi"),
        (
            "Kyiv says Moscow broke the truce, a claim Russia's Defence Ministry rejects as absurd.",
            "Kyiv",
            "Russia's Defence Ministry",
        ),
    ],
)
def test_the_accuser_accuses_and_the_accused_denies(text, accuser, denier):
    assert told_wholly(PLACE + text) == [(accuser, "ACCUSE"), (denier, "DENY_CONDUCT")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army denied a claim rebels made.", [("army", "DENY_CONDUCT")]),
        ("Rwanda rejects a charge Kinshasa made, that it broke the truce.", [("Rwanda", "DENY_CONDUCT")]),
        ("Kinshasa accuses Rwanda of breaking the truce, a charge Uganda supports.", [("Kinshasa", "ACCUSE")]),
    ],
)
def test_a_charge_that_nobody_denies_stays_one(text, found):
    assert told_wholly(PLACE + text) == found
