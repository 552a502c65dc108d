"""What machines do is done by whoever they belong to."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Army helicopters fired rockets at a market in breach of the truce.", "Army"),
        (
            "Azerbaijan signed the truce. Azerbaijani drones struck a convoy on 3 May, despite the ceasefire.",
            "Azerbaijan",
        ),
        ("Government jets bombed the town despite the truce.", "Government"),
        ("The rebels signed the truce. Rebel tanks shelled the town despite it.", "rebels"),
        ("The KNA signed the truce. KNA helicopters fired on Bor in breach of it.", "KNA"),
        ("The army signed the truce. The army's helicopters fired on Bor in breach of it.", "army"),
    ],
)
def test_a_machine_s_deeds_are_its_owner_s(text, found):
    assert told_wholly(PLACE + text)[-1] == (found, "BREACH")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two drones struck the refinery despite the truce.", ""),
        ("Rebel tanks shelled the town despite the truce.", "Rebel tanks"),
        ("Shahed drones hit Bor in breach of the truce.", "Shahed drones"),
    ],
)
def test_a_machine_whose_owner_the_text_does_not_name_is_nobody_else_s(text, found):
    assert told_wholly(PLACE + text)[-1] == (found, "BREACH")
