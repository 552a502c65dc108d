"""What is advised, expected, asked or to be done is not told as done."""

import pytest

from tests.steps.reading_wholly import read_wholly, told_wholly
from trucewatch.core.dates import When

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    "text",
    [
        "The Commission should extend the truce by six months.",
        "The guarantors should suspend the ceasefire monitors' travel ban.",
        "The guarantors must agree on a new date for the withdrawal.",
        "The parties must not suspend the ceasefire.",
        "The rebels need to withdraw from Mako under the ceasefire.",
        "The UN should confirm that the army has left Mako under the accord.",
        "The mission should verify that the rebels have left Mako.",
    ],
)
def test_advice_is_a_call_and_nothing_done(text):
    assert told_wholly(PLACE + text) == [("", "CALL_TO_COMPLY")]


def test_both_halves_of_advice_are_calls():
    text = "The Front should commit itself to the ceasefire and withdraw its fighters from Mako, the report concludes."

    assert {stance for _, stance in told_wholly(PLACE + text)} == {"CALL_TO_COMPLY"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We assess that the truce is likely to be extended by five days.", ("", "ASSESS")),
        ("Analysts expect the ceasefire to be extended in June.", ("Analysts", "ASSESS")),
        ("Diplomats predict that the truce will be extended by a month.", ("Diplomats", "ASSESS")),
        ("The Front is expected to withdraw from the accord.", ("", "ASSESS")),
        ("Both sides are likely to extend the truce.", ("", "ASSESS")),
        ("Observers believe the ceasefire may be suspended within weeks.", ("Observers", "ASSESS")),
        ("If the talks fail, the army could resume its offensive despite the truce.", ("", "ASSESS")),
        ("Analysts expect the army to attack despite the truce.", ("Analysts", "ASSESS")),
    ],
)
def test_a_forecast_is_a_judgement(text, found):
    assert told_wholly(PLACE + text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The parties extended the truce by six months.", ("parties", "AMEND")),
        ("The rebels believe that the army has suspended the truce.", ("rebels", "SUSPEND")),
        ("The Front said the army must leave Mako.", ("Front", "CALL_TO_COMPLY")),
        ("The mediator asked the army to leave Mako if it could.", ("mediator", "CALL_TO_COMPLY")),
        ("The army left Mako as soon as it was supposed to.", ("army", "COMPLY")),
        ("The envoy called on President Kiir to free the prisoners.", ("envoy", "CALL_TO_COMPLY")),
    ],
)
def test_what_is_done_or_demanded_stays(text, found):
    assert told_wholly(PLACE + text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Journalists asked whether the army would withdraw from Mako.",
        "The mediator asked the minister if the prisoners would be freed by May under the accord.",
        "A journalist asked the general whether his troops had left Bori as agreed.",
        "The reporter wanted to know if the rebels had released the prisoners as promised.",
        "The envoy asked about the release of prisoners under the accord.",
        "When I asked about the broken ceasefire, the colonel shrugged.",
        "The ambassador called on the Foreign Minister yesterday to discuss the ceasefire.",
        "We called on government chief negotiator Anna Kori on 11 August.",
        '"It was supposed to leave all of the bases by 30 April," General Osei said.',
        '"The government was due to open the road on Monday," the rebel spokesman said.',
        '"They were meant to hand over the prisoners last Friday," the mediator said.',
        '"The rebels are supposed to hand over their guns," the minister said.',
    ],
)
def test_questions_visits_and_what_was_due_claim_nothing(text):
    assert told_wholly(PLACE + text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("We expect Belgrade to abide by the agreement", "envoy"),
        ("We told the government that we expect it to respect the accord", "envoy"),
        ("We made it clear to both armies that we expect them to comply with the truce", "envoy"),
        ("I expect the government to free the prisoners", "envoy"),
    ],
)
def test_what_is_expected_of_others_is_a_call_quoted_whole(text, speaker):
    claims = read_wholly(f'{PLACE}"{text}," the envoy said.').claims

    assert [(claim.stance, claim.quote.span.exact) for claim in claims] == [("CALL_TO_COMPLY", text)]
    assert told_wholly(f'{PLACE}"{text}," the envoy said.')[0][0] == speaker


@pytest.mark.parametrize("text", ["We expect to leave Mako by May", "We expect the truce to hold"])
def test_what_is_expected_of_oneself_or_of_a_truce_is_no_call(text):
    assert "CALL_TO_COMPLY" not in [stance for _, stance in told_wholly(f'{PLACE}"{text}," the general said.')]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Recommendations\n- That the army immediately withdraw from the schools.\n- That the rebels release all prisoners.",
            [("", "CALL_TO_COMPLY"), ("", "CALL_TO_COMPLY")],
        ),
        (
            "Recommendations\n(b) That the Government grant free access to monitoring teams.",
            [("", "CALL_TO_COMPLY")],
        ),
        (
            "Action points\n- Government to remove the checkpoint at Kilo by 3 May.\n- NLA to return the seized vehicle.",
            [("", "CALL_TO_COMPLY"), ("", "CALL_TO_COMPLY")],
        ),
        (
            "Points agreed\n2. The UFDR to hand over the list of its fighters.\n3. Both parties to lift all roadblocks.",
            [("UFDR", "COMMIT"), ("Both parties", "COMMIT")],
        ),
        (
            "Next steps: Government to submit its list by 5 June; Front to open the road by 9 June.",
            [("Government", "COMMIT"), ("Front", "COMMIT")],
        ),
        ("Decisions. The army to leave Mako by 3 May 2020. The Front to free 40 prisoners.", [("Front", "COMMIT")]),
    ],
)
def test_items_of_what_is_to_be_done_are_not_done(text, found):
    assert told_wholly(text) == found
    assert not any(isinstance(claim.happened_on, When) for claim in read_wholly(text).claims)
