"""What is denied, how far a denial reaches, and what is left of the words without it."""

import pytest

from tests.steps.reading_wholly import told_wholly

CASES = [
    ("The army said nothing about the ceasefire.", "army", "PUBLIC_SILENCE"),
    ("The army said the agreement says nothing about mines.", "army", "REINTERPRET_EXCLUDE"),
    ("The movement says nobody promised to hand over its weapons.", "movement", "DENY_OBLIGATION"),
    ("The government said it had never promised to release the prisoners.", "government", "DENY_OBLIGATION"),
    ("The government promised to release the prisoners.", "government", "COMMIT"),
    ("The army said it would be bound by the ceasefire only if the rebels were.", "army", "CONDITION"),
    ("The commander said he had no intention of leaving the talks.", "commander", "AFFIRM"),
    ("The commander threatened to leave the talks.", "commander", "THREATEN"),
    ("Not all heavy weapons have been withdrawn.", "", "REPORT_PARTIAL"),
    ("Both sides have withdrawn their heavy weapons.", "Both sides", "COMPLY"),
    ("The minister denied that the ceasefire was dead.", "minister", "AFFIRM"),
    ("The ministry denied that it had broken the truce.", "ministry", "DENY_CONDUCT"),
    ("The minister said the agreement applies to the border guards as well.", "minister", "AFFIRM"),
    ("The minister said the agreement does not apply to the border guards.", "minister", "REINTERPRET_EXCLUDE"),
    ("The minister denied that the agreement covers the border guards.", "minister", "REINTERPRET_EXCLUDE"),
    ("The general said the raid had been approved by the commission.", "general", "JUSTIFY"),
    ("The envoy thanked both sides for respecting the truce.", "envoy", "THIRD_PARTY_FINDING"),
    ("The envoy urged both sides to respect the truce.", "envoy", "CALL_TO_COMPLY"),
    ("The mayor insisted that the roadblocks would not stay.", "mayor", "COMMIT"),
    ("The mayor insisted that the roadblocks would stay.", "mayor", "DECLARE_CONTINUE"),
    ("The army rejected calls to end the ceasefire.", "army", "AFFIRM"),
    ("The army rejected the ceasefire.", "army", "DENY_OBLIGATION"),
    ("The mayor disputed that the roadblocks had been removed.", "mayor", "REPORT_NOT_DONE"),
    ("The mayor confirmed that the roadblocks had been removed.", "mayor", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"),
    (
        "The army would violate the ceasefire if it moved its tanks, the monitors said.",
        "monitors",
        "THIRD_PARTY_INTERPRET",
    ),
    (
        "The army is not violating the ceasefire by moving its tanks, its spokesman said.",
        "its spokesman",
        "DENY_CONDUCT",
    ),
    ("The army's movements violate the ceasefire, the rebels said.", "rebels", "ACCUSE"),
    ("The front said it would stop observing the ceasefire on Friday.", "front", "WITHDRAW"),
    ("The front said it had not stopped observing the ceasefire.", "front", "DENY_CONDUCT"),
    ("The front suspended its participation in the commission.", "front", "SUSPEND"),
    ("The front said it would not release prisoners.", "front", "DECLARE_CONTINUE"),
    ("The front said it could not release prisoners before the siege was lifted.", "front", "CONDITION"),
    ("The front says it is obliged to release prisoners.", "front", "AFFIRM"),
    ("The front said it had released all its prisoners.", "front", "CLAIM_COMPLIANCE"),
    ("The rebels said the attack on Bori would not derail the talks.", "rebels", "AFFIRM"),
    ("The rebels said the attack on Bori would derail the talks.", "rebels", "THREATEN"),
    ("The rebels will never leave Bori, their commander said.", "their commander", "DECLARE_CONTINUE"),
    ("The rebels are not leaving Bori, their commander said.", "their commander", "REPORT_NOT_DONE"),
    ("The rebels will not leave the talks, their commander said.", "their commander", "AFFIRM"),
    ("The rebels said the attack on Bori was the work of bandits.", "rebels", "DENY_CONDUCT"),
]


@pytest.mark.parametrize(("text", "speaker", "stance"), CASES)
def test_a_denial_turns_round_what_it_reaches_and_nothing_else(text, speaker, stance):
    assert told_wholly(text) == [(speaker, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The ministry did not deny that it had broken the truce.",
        "No one promised that the prisoners would be freed.",
        "No commander promised to free the prisoners.",
        "No one has claimed responsibility for the attack on Bori.",
        "Few believe that the rebels have pulled out of the port.",
        "The front has not suspended its participation in the commission.",
    ],
)
def test_what_nobody_said_or_did_is_no_claim(text):
    assert told_wholly(text) == []


def test_that_somebody_never_agreed_is_the_texts_own_word():
    assert told_wholly("The army never agreed to leave the valley.") == [("", "ASSESS")]
    assert told_wholly("The army never promised to release the prisoners.") == []


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("The rebels said they would leave the talks.", "rebels", "THREATEN"),
        ("The rebels have not left the commission, their spokesman said.", "their spokesman", "AFFIRM"),
        ("Not everyone respects the truce, the envoy said.", "envoy", "THIRD_PARTY_FINDING"),
        ("The rebels laid down their arms on Friday.", "rebels", "COMPLY"),
    ],
)
def test_leaving_talks_and_towns_are_two_things(text, speaker, stance):
    assert told_wholly(text) == [(speaker, stance)]
