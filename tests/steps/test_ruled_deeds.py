"""What a verb does to its object decides: violations are committed, and allegations withdrawn."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "
TIGERS = "STATEMENT OF THE TIGERS\n4 May 2021\n\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Five of the ceasefire violations in May 2020 were committed by the army.", ("army", "BREACH")),
        ("Of these, 41 were committed by the army and 22 by the rebels.", ("army", "BREACH")),
        ("Both parties committed violations of the ceasefire in May 2020.", ("Both parties", "BREACH")),
        ("The army committed atrocities in Mako despite the truce.", ("army", "BREACH")),
        ("Five of the nine ceasefire violations were committed by the army.", ("army", "BREACH")),
    ],
)
def test_to_commit_a_violation_is_no_commitment(text, found):
    assert told_wholly(PLACE + text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Front committed itself to the ceasefire.", [("Front", "AFFIRM")]),
        ("The army committed troops to the mission.", [("army", "COMMIT")]),
        ("Both parties are committed to the truce.", [("Both parties", "AFFIRM")]),
        ("Of these, 40 million were committed by donors.", []),
        ("The mission said that the army had committed five violations.", [("mission", "THIRD_PARTY_FINDING")]),
        ("The Front repeated its promise to respect the truce.", [("Front", "AFFIRM")]),
        ("The government withdrew its promise to respect the truce.", [("government", "WITHDRAW")]),
        ("The army took two villages despite the truce.", [("army", "BREACH")]),
        ("The rebels have taken new positions on the hill in violation of the truce.", [("rebels", "BREACH")]),
        ("The army has decided to stop its attacks on Mako.", [("army", "COMMIT")]),
        ("The rebels decided to withdraw from Mako.", [("rebels", "COMMIT")]),
        ("The government has decided not to suspend the truce.", [("government", "AFFIRM")]),
        ("The army called off the ceasefire.", [("army", "WITHDRAW")]),
        (
            "The Front confirmed that the army had left Mako.",
            [("Front", "THIRD_PARTY_FINDING_BY_COUNTERPARTY")],
        ),
    ],
)
def test_likes_of_them_stay(text, found):
    assert told_wholly(PLACE + text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('The Front repeated its threat to "go back to war" if the accord is changed.', ("Front", "THREATEN")),
        ("The general renewed his threat to leave the ceasefire.", ("general", "THREATEN")),
        ("The militia reiterated its threat to leave the peace talks.", ("militia", "THREATEN")),
        ('The president told parliament that there would be "no more fighting".', ("president", "COMMIT")),
        ('"There will be no more attacks on Mako," the rebel leader said.', ("rebel leader", "COMMIT")),
        ("The minister said that there would never again be fighting in Mako.", ("minister", "COMMIT")),
        ('"The war will not return," the rebel leader said of the accord.', ("rebel leader", "COMMIT")),
    ],
)
def test_a_threat_is_one_and_an_end_of_war_is_none(text, found):
    assert told_wholly(PLACE + text)[-1] == found


@pytest.mark.parametrize("end", ["talks", "peace"])
def test_no_more_talks_is_no_promise(end):
    assert told_wholly(f'{PLACE}"There will be no more {end}," the rebel leader said.')[-1][1] != "COMMIT"


@pytest.mark.parametrize(
    "text",
    [
        "Wek withdrew the allegation that the army had broken the ceasefire.",
        "The army has dropped its complaint about the rebels' ceasefire violations.",
        "The government took back its claim that the rebels had violated the accord.",
        "The minister retracted his statement that the rebels had broken the ceasefire.",
        "The charge that the army had broken the truce was withdrawn.",
        "The Restoration Council has taken a more cautious line on the ceasefire.",
        "The new government took a dim view of the accord.",
        "The two sides have taken different positions on the ceasefire.",
        "The president took a softer tone on the truce.",
        "The rebels say they were promised an amnesty by the government.",
        'Colonel Adu said: "Twice we were promised that the prisoners would be freed."',
        "We were assured that the road would be opened.",
    ],
)
def test_what_is_taken_back_only_held_or_promised_by_others_claims_nothing(text):
    assert told_wholly(PLACE + text) == []


def test_the_same_line_echoes():
    text = "The Front said the truce did not cover Mako. The army took the same line on the truce."

    assert ("army", "ECHO") in told_wholly(PLACE + text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The rebels said on Monday that they had decided to freeze their participation in the committee.",
            ("rebels", "SUSPEND"),
        ),
        (
            "The government decided to halt its cooperation with the monitoring commission.",
            ("government", "SUSPEND"),
        ),
        (
            "The government has decided to end the truce, its spokesman said on Tuesday.",
            ("its spokesman", "WITHDRAW"),
        ),
        ("The rebels said the government had decided to scrap the accord.", ("rebels", "ACCUSE")),
        ("The Movement has called off its blockade.", ("Movement", "COMPLY")),
        ("The rebels said they had called off their boycott of the committee.", ("rebels", "CLAIM_COMPLIANCE")),
        ("The rebels called off talks.", ("rebels", "SUSPEND")),
        ("The rebels have decided to pull out of the ceasefire.", ("rebels", "WITHDRAW")),
        ("The envoy said Kesselia had confirmed it would withdraw its guns by Friday.", ("Kesselia", "COMMIT")),
        ("ENVOY: The Front has confirmed that it will release the prisoners.", ("Front", "COMMIT")),
    ],
)
def test_what_is_decided_called_off_or_confirmed_counts(text, found):
    assert told_wholly(text if text.startswith("ENVOY") else PLACE + text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We have decided to suspend the talks.", [("TIGERS", "SUSPEND")]),
        ("The leadership of the Tigers has decided to suspend the talks.", [("leadership of the Tigers", "SUSPEND")]),
        ("The regime has decided to scrap the accord.", [("TIGERS", "ACCUSE")]),
        ("We have called off our general strike.", [("TIGERS", "CLAIM_COMPLIANCE")]),
        ("We were promised a corridor.", []),
        ("We were told that the guns would be removed by March.", []),
        ("We have raised this eleven times in the Joint Military Committee.", []),
        ("We have informed the monitors of these acts.", []),
        ("We have invited the monitors to inspect the site.", [("TIGERS", "CALL_TO_COMPLY")]),
        ("We propose that the Commission send observers to Lel.", []),
        ("I ask that this statement be annexed to the minutes.", []),
        ("I have ordered my men to leave the joint patrols.", [("TIGERS", "SUSPEND")]),
        ("I have instructed our delegation to return home.", [("TIGERS", "SUSPEND")]),
        ("We have informed the monitors that we are withdrawing from the ceasefire.", [("TIGERS", "WITHDRAW")]),
    ],
)
def test_what_a_statement_does_and_only_tells(text, found):
    assert told_wholly(TIGERS + text) == found


def test_in_view_of_the_above_nobody_else_speaks():
    text = "In view of the above, the General Command has decided to suspend its participation in the talks."

    assert told_wholly(TIGERS + text) == [("General Command", "SUSPEND")]


def test_what_a_statement_charges_others_with_is_its_own_word():
    text = (
        "Statement by the Liberation Movement of Asur\n4 May 2021\n\n"
        "The enemy shelled our camps in breach of the truce. Netanyahu has decided to overturn the ceasefire agreement."
    )

    assert told_wholly(text)[-1] == ("Liberation Movement of Asur", "ACCUSE")
