"""What somebody orders, says of others' plans, or hears borne out is no promise and no good word of his."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The commander ordered his men to fire on anyone who crossed the line.", [("commander", "THREATEN")]),
        ("The army has ordered its units to shell the port.", [("army", "THREATEN")]),
        ("The commander ordered his men to open fire on the convoy.", [("commander", "THREATEN")]),
        ("General Bakri ordered his forces to stop all attacks from midnight.", [("Bakri", "COMMIT")]),
        ("The commander ordered his men to hold their fire.", [("commander", "COMMIT")]),
        ("The commander ordered his men not to fire on the convoy.", [("commander", "COMMIT")]),
        ("The rebels ordered their fighters to leave the town.", [("rebels", "COMMIT")]),
        ("The president ordered the army to halt its offensive.", [("president", "COMMIT")]),
        ("The general said he had ordered his men to shoot at the patrol.", [("general", "BREACH_ADMITTED")]),
        ("The rebels said the general had ordered his men to shoot at the patrol.", [("rebels", "ACCUSE")]),
    ],
)
def test_an_order_to_harm_is_no_promise(text, found):
    assert told_wholly(PLACE + text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The army said the rebels would leave the town by Friday.", []),
        ("The government said the militia would hand over the two prisoners on Sunday.", []),
        ("The rebels say the government will lift the blockade next week.", []),
        ("Moscow said Azerbaijan would withdraw from the height by 3 pm.", []),
        ('"The other side will open the bridge on Monday," General Sow said.', []),
        ("The government said the army would leave the town by Friday.", [("government", "COMMIT")]),
        ("The army said it would leave the town by Friday.", [("army", "COMMIT")]),
        ("Kyiv said Ukrainian forces would pull back their guns on Monday.", [("Kyiv", "COMMIT")]),
        ("The Front said the fighters would leave the town by Friday.", [("Front", "COMMIT")]),
        ("General Sow said the company at Bara would leave tomorrow.", [("Sow", "COMMIT")]),
        ("General Sow said the company at Bara would stay.", [("Sow", "DECLARE_CONTINUE")]),
        (
            "The rebels say the government has promised to lift the blockade next week.",
            [("government", "COMMIT")],
        ),
    ],
)
def test_what_others_will_do_is_no_promise_of_who_says_so(text, found):
    assert told_wholly(PLACE + text) == found


CHARGE = PLACE + "The rebels accused the army of closing the road to the market. "


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        (CHARGE + "Traders confirmed it.", "Traders", "THIRD_PARTY_FINDING"),
        (CHARGE + "The army confirmed this.", "army", "BREACH_ADMITTED"),
        (CHARGE + "The mission confirmed it.", "mission", "THIRD_PARTY_FINDING"),
        (
            PLACE + "The army said it had left the school. The rebels confirmed it.",
            "rebels",
            "THIRD_PARTY_FINDING_BY_COUNTERPARTY",
        ),
    ],
)
def test_who_bears_out_a_charge_speaks_for_nobody_it_is_against(text, speaker, stance):
    assert told_wholly(text)[-1] == (speaker, stance)
