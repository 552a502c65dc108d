"""The names of staffs, commands, offices and ministries, which many states and movements have."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    "name",
    [
        "Valdoria's General Staff",
        "Syria's General Command",
        "Polisario's High Command",
        "Ombudsman's Office",
        "Burundi's Attorney General's Office",
        "Estado Mayor Central",
        "Russia's Federal Security Service",
        "444 Brigade",
    ],
)
def test_a_body_has_all_of_its_name(name):
    article = "The " if name.split()[0] in ("Polisario's", "Ombudsman's", "Estado") else ""
    assert told_wholly(f"{PLACE}{article}{name} said the rebels had broken the truce.")[-1] == (name, "ACCUSE")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lebanon's Hezbollah said the army had broken the truce.", "Hezbollah"),
        ("Sudan's Rapid Support Forces said the army had broken the truce.", "Rapid Support Forces"),
        ("Russia's General Gerasimov said the rebels had broken the truce.", "Gerasimov"),
        ("The General Staff said the rebels had broken the truce.", "General Staff"),
        ("In 2018 the Brigade broke the truce.", "Brigade"),
        ("The governor's office said the rebels had broken the truce.", "governor's office"),
    ],
)
def test_a_name_of_its_own_needs_no_owner(text, found):
    assert told_wholly(PLACE + text)[-1][0] == found
