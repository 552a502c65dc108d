"""Quiet fronts, monitors without means or findings, pictures of others: no silence, no finding and no signal."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The envoy told the Council that the front had been quiet for a week.", ("envoy", "THIRD_PARTY_FINDING")),
        ("The front lines have been quiet since Monday, the envoy said.", ("envoy", "THIRD_PARTY_FINDING")),
        ("The envoy said the front lines had remained largely calm.", ("envoy", "THIRD_PARTY_FINDING")),
        ('"It was quiet in Bori yesterday," the governor said.', ("governor", "CLAIM_COMPLIANCE")),
        ('"Our guns are silent," the general said.', ("general", "CLAIM_COMPLIANCE")),
        ("Four weeks into the truce, the guns in the north are mostly silent.", ("", "ASSESS")),
        (
            "The government spokesman said the Front had never observed the truce.",
            ("government spokesman", "ACCUSE"),
        ),
        ("The army said the rebels never observed the ceasefire.", ("army", "ACCUSE")),
        ("The UN panel has yet to publish its report on the attack.", ("UN panel", "PUBLIC_SILENCE")),
        ("The mission has not yet published its findings on the Bentiu attack.", ("mission", "PUBLIC_SILENCE")),
        (
            "The International Monitoring Team has yet to issue a report on the incident.",
            ("International Monitoring Team", "PUBLIC_SILENCE"),
        ),
    ],
)
def test_quiet_is_no_silence_and_a_report_not_given_is(text, found):
    assert told_wholly(PLACE + text) == [found]


def test_whoever_kept_a_truce_kept_no_silence():
    text = "The Arakan Army has an informal truce with the military and has kept it."

    assert told_wholly(PLACE + text)[-1] == ("Arakan Army", "COMPLY")


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The president has kept quiet about the truce.", "PUBLIC_SILENCE"),
        ("The government has been silent on the shelling.", "PUBLIC_SILENCE"),
        ("The government has yet to publish the decree on amnesty.", "REPORT_NOT_DONE"),
        ("The mission observed no violations of the truce.", "THIRD_PARTY_FINDING"),
        ("The army published footage of its drills.", "CONDUCT_SIGNAL"),
    ],
)
def test_silence_findings_and_shows_stay_what_they_are(text, stance):
    assert [found for _, found in told_wholly(PLACE + text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The mission has no mandate to investigate ceasefire violations.", "THIRD_PARTY_FINDING"),
        ("The monitors lack the staff to verify the withdrawal.", "THIRD_PARTY_FINDING"),
        ("The army promised to leave Mako, but no timetable was set.", "MISSED_DEADLINE"),
        ("The president promised to free the prisoners, but no deadline was set.", "MISSED_DEADLINE"),
        (
            "The minister accused the rebels of breaking the truce. He showed reporters a video of the attack.",
            "CONDUCT_SIGNAL",
        ),
        ("The rebel spokesman presented photographs of a drone to the monitors.", "CONDUCT_SIGNAL"),
        (
            "The ceasefire bans flights. Colonel Obe held up a map to show where the rebels had dug in.",
            "CONDUCT_SIGNAL",
        ),
    ],
)
def test_nothing_found_missed_or_shown(text, stance):
    assert stance not in [found for _, found in told_wholly(PLACE + text)]
