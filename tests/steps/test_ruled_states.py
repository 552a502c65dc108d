"""What is said to be so: ready for war, a mistake, a step towards peace, a list of charges, cases that lay by a well."""

import pytest

from tests.steps.reading_wholly import told_wholly


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("the withdrawal from Bori was a mistake", "CAST_DOUBT"),
        ("the withdrawal from Bori was a trick", "ACCUSE"),
        ("his men were ready for war", "THREATEN"),
        ("his men were ready to disarm", "AFFIRM"),
        ("his men were ready to resume the war", "THREATEN"),
        ("he was ready to resume talks", "AFFIRM"),
        ("he trusted the army", "AFFIRM"),
        ("he did not trust the army", "CAST_DOUBT"),
        ("the truce was a step towards peace", "AFFIRM"),
        ("the truce had brought nothing", "CAST_DOUBT"),
        ("the truce could be extended if both sides agreed", "CONDITION"),
        ("the truce would not be extended", "WITHDRAW"),
        ("the truce had been extended by a month", "AMEND"),
        ("the monitors were welcome in Bori", "AFFIRM"),
        ("the monitors were not welcome in Bori", "ATTACK_MONITOR"),
    ],
)
def test_what_is_said_to_be_so_decides(said, stance):
    assert told_wholly(f"Mr Daw said that {said}.") == [("Daw", stance)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mr Daw handed the monitors a list of 14 violations.", [("Daw", "ACCUSE")]),
        ("Mr Daw handed the monitors a list of his depots.", [("Daw", "COMPLY")]),
        ("Mr Daw would not be drawn on the list of his depots.", [("Daw", "PUBLIC_SILENCE")]),
        ("Mr Daw said the withdrawal had been imposed on him.", []),
        ("Mr Daw said the report was a lie.", [("Daw", "DENY_CONDUCT")]),
        ('"We have nothing to add," Colonel Dagne said.', [("Dagne", "PUBLIC_SILENCE")]),
        ('"The ceasefire is not a joke to us," Colonel Dagne said.', [("Dagne", "AFFIRM")]),
        ('"The ceasefire is a joke," Colonel Dagne said.', [("Dagne", "CAST_DOUBT")]),
        ('"The ceasefire ends where our land begins," Colonel Dagne said.', [("Dagne", "REINTERPRET_NARROW")]),
        ('"The ceasefire ends on Friday and we will not renew it," Colonel Dagne said.', [("Dagne", "WITHDRAW")]),
        ("Residents said they had gone back to fields that lay untilled for years.", []),
        ("Cartridge cases lay by the well, the mission said.", [("mission", "THIRD_PARTY_FINDING")]),
    ],
)
def test_lists_lies_and_what_is_left_unsaid(text, found):
    assert told_wholly(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The army signed a declaration on Thursday. It does not say where the camps are to be.",
            [("army", "COMMIT"), ("", "ASSESS")],
        ),
        ("The army was asked about the camps. It does not say where they are.", [("army", "PUBLIC_SILENCE")]),
        ("The sides stopped short of agreeing a truce.", []),
        ("The Mission conducted 41 patrols.", []),
        ("The prefect confirmed that the rebels collect taxes daily.", [("prefect", "ACCUSE")]),
        (
            "The prefect confirmed that the rebels no longer collect taxes.",
            [("prefect", "THIRD_PARTY_FINDING_BY_COUNTERPARTY")],
        ),
        ("Traders confirmed that the rebels had burned the market.", [("Traders", "ACCUSE")]),
        ("The general said his men would leave the post.", [("general", "COMMIT")]),
        ("The general said his men would leave the post as soon as they are paid.", [("general", "CONDITION")]),
        ("The general said his men had left the post.", [("general", "CLAIM_COMPLIANCE")]),
        ("The general denied that his men had left the post.", [("general", "DENY_CONDUCT")]),
        (
            "The general said his men would leave the post, and complained that the Government has not paid them.",
            [("general", "COMMIT"), ("general", "ACCUSE")],
        ),
        (
            "Minister Dologuele came on Monday. She would not comment on the arrest of two FPRC officers.",
            [("Dologuele", "PUBLIC_SILENCE")],
        ),
    ],
)
def test_papers_posts_taxes_and_complaints(text, found):
    assert told_wholly(text) == found
