"""Readings, hopes, warnings and conditions: what is not denied, doubted or threatened by them."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    "text",
    [
        "The army has moved tanks into the zone from which heavy weapons are excluded under Article 5.",
        "The enemy has stationed guns in an area that is excluded from military activity by the accord.",
    ],
)
def test_what_is_excluded_from_a_zone_is_not_excluded_from_the_accord(text):
    statement = "STATEMENT OF THE MOVEMENT OF ASUR\n4 May 2021\n\n"

    assert told_wholly(statement + text) == [("MOVEMENT OF ASUR", "ACCUSE")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The Minister has stated that the ceasefire does not apply to smugglers. We reject this interpretation. "
            "Nothing in the protocols allows it.",
            ["AFFIRM", "AFFIRM"],
        ),
        (
            "The army claims that the zone ends at the river. We reject that interpretation of the accord. "
            "The text says nothing of the kind.",
            ["AFFIRM", "AFFIRM"],
        ),
        ("The army says that the accord allows raids. We reject this reading.", ["AFFIRM"]),
        # Who rejects what would oblige himself denies the duty.
        (
            "The Minister has stated that the accord obliges us to leave Bor. We reject this interpretation.",
            ["CAST_DOUBT"],
        ),
    ],
)
def test_whoever_rejects_a_narrow_reading_holds_to_the_text(text, said):
    found = told_wholly(f"STATEMENT OF THE TIGERS\n4 May 2021\n\n{text}")

    assert [stance for _, stance in found][-len(said) :] == said


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ('"No list, no exchange," Orlic said.', "CONDITION"),
        ('"No withdrawal, no talks," rebel leader Riek Machar said.', "CONDITION"),
        ('"If they respect our sovereignty, nothing prevents it," he said on Monday.', "CONDITION"),
        ("The mediator said he hoped the ceasefire would hold through Ramadan.", "ASSESS"),
        ("Deputy Minister Andrei Rudenko said that Moscow hoped the truce would hold.", "AFFIRM"),
        ("The mediator, Festus Okoro, said that a deal was very close.", "REPORT_PROGRESS"),
        ("The envoy said that a breakthrough was close.", "REPORT_PROGRESS"),
        ("Prime Minister Karim said a peace deal was within reach.", "REPORT_PROGRESS"),
        ('The foreign ministry called the truce "a step forward".', "AFFIRM"),
        ('The foreign ministry called the ceasefire "a turning point".', "AFFIRM"),
        ("Ebrahim said the front isn't walking away from the Comprehensive Agreement.", "AFFIRM"),
        ("Oxfam warned that the parties were continuing to block aid in defiance of the ceasefire.", "ACCUSE"),
        ("Human Rights Watch warned that the junta continues to bomb villages despite the ceasefire.", "ACCUSE"),
        ('"The army shelled us while the truce was in force," the rebel chief said.', "ACCUSE"),
        (
            "Russia's Foreign Ministry spokeswoman Maria Zakharova said Moscow saw no breach, as the protocol dealt only with "
            "heavy weapons.",
            "REINTERPRET_NARROW",
        ),
        (
            "Turkey's foreign minister said the drone flights did not violate the agreement, which covers only ground forces.",
            "REINTERPRET_NARROW",
        ),
    ],
)
def test_hopes_warnings_and_conditions_are_taken_for_what_they_are(text, stance):
    assert [found for _, found in told_wholly(PLACE + text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The minister said the accord excludes the port.", "REINTERPRET_EXCLUDE"),
        ("The minister said the truce was close to collapse.", "CAST_DOUBT"),
        ('The rebels called the truce "a farce".', "ACCUSE"),
        ("The army warned that it would bomb the camps.", "THREATEN"),
        ("The army warned that the rebels would pay for every shell.", "THREATEN"),
        ("The minister said the flights did not violate the agreement.", "DENY_CONDUCT"),
        ("The minister said the weapons had to be withdrawn by Friday.", "CALL_TO_COMPLY"),
    ],
)
def test_doubts_threats_and_readings_stay_what_they_are(text, stance):
    assert [found for _, found in told_wholly(PLACE + text)] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The spokesman said the observers are in daily contact with the two armies.", "ATTACK_MONITOR"),
        ("The minister said the mediators are in touch with both sides every hour.", "CALL_TO_COMPLY"),
        ("Maj. Rahimi said that the bridge was mined and had to be demolished.", "CALL_TO_COMPLY"),
        ("The spokesman said the trenches had to be repaired.", "CALL_TO_COMPLY"),
    ],
)
def test_what_attacks_nobody_and_calls_on_nobody(text, stance):
    assert stance not in [found for _, found in told_wholly(PLACE + text)]
