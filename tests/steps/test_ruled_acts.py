"""What is done to something decides: a road kept closed is not opened, a fire that is held threatens nobody."""

import pytest

from tests.steps.reading_wholly import told_wholly


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        ("The exchange of prisoners has been completed.", "", "COMPLY"),
        ("Half of the exchange of prisoners has been completed.", "", "REPORT_PARTIAL"),
        ("The army has kept the road to Taiz closed.", "", "REPORT_NOT_DONE"),
        ("The army opened the road to Taiz.", "army", "COMPLY"),
        ("The army said it would hold its fire.", "army", "COMMIT"),
        ("The army said it had held its fire.", "army", "CLAIM_COMPLIANCE"),
        ("The army said the rebels had held their fire.", "army", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"),
        ("The army said the rebels had not held their fire.", "army", "ACCUSE"),
        ("The army accepted the commission's finding that it had moved its tanks.", "army", "BREACH_ADMITTED"),
        ("The army accepted an offer to extend the ceasefire.", "army", "AMEND"),
        ("The government ignored the rebels' demand for the release of prisoners.", "", "REPORT_NOT_DONE"),
        ("The rebels demanded the release of the prisoners.", "rebels", "CALL_TO_COMPLY"),
        ("The rebels told the mission that they had left Bori.", "rebels", "CLAIM_COMPLIANCE"),
        ("The rebel leader confirmed what his spokesman had said about Bori.", "rebel leader", "AFFIRM"),
        ("The mission dismissed the complaint that the army had shelled Bori.", "mission", "THIRD_PARTY_FINDING"),
        ("The army dismissed the complaint that it had shelled Bori.", "army", "DENY_CONDUCT"),
        ("The mission reminded the rebels that they had to leave Bori by Friday.", "mission", "CALL_TO_COMPLY"),
        ("The army met the deadline to leave Bori.", "army", "COMPLY"),
        ("The army missed the deadline to leave Bori.", "army", "MISSED_DEADLINE"),
        ("The deadline for the army to leave Bori expired on Friday.", "", "MISSED_DEADLINE"),
        (
            "The army would have left Bori by Friday if the rebels had not attacked it, its spokesman said.",
            "its spokesman",
            "JUSTIFY",
        ),
        ("The rebels' claim to have left Bori is false, the army said.", "army", "REPORT_NOT_DONE"),
        ("What happened in Bori was not a violation of the truce, the army said.", "army", "DENY_CONDUCT"),
        ("Both sides agreed that the army would leave Bori.", "Both sides", "COMMIT"),
        ("The army plans to move tanks to the border, a diplomat said.", "diplomat", "ASSESS"),
        ("The army will keep its tanks at the border, its spokesman said.", "its spokesman", "DECLARE_CONTINUE"),
    ],
)
def test_what_is_done_to_something_decides(text, speaker, stance):
    assert told_wholly(text) == [(speaker, stance)]


DAGNE = "Colonel Dagne said "


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        (DAGNE + "he had ordered his men back across the line.", "Dagne", "CLAIM_COMPLIANCE"),
        (DAGNE + "he would order his men back across the line.", "Dagne", "COMMIT"),
        (DAGNE + "some of his men had crossed the line by mistake.", "Dagne", "BREACH_ADMITTED"),
        ("Colonel Dagne's men would be punished if they had fired at it, he said.", "Dagne", "COMMIT"),
        ("Colonel Dagne's men did not fire at the UN patrol, he said.", "Dagne", "DENY_CONDUCT"),
        ("Colonel Dagne's men were seen digging trenches on Tuesday.", "", "THIRD_PARTY_FINDING"),
        ('"We do not take orders from the committee," Colonel Dagne said.', "Dagne", "DENY_OBLIGATION"),
        (
            '"They have moved their guns, I grant them that," Colonel Dagne said.',
            "Dagne",
            "THIRD_PARTY_FINDING_BY_COUNTERPARTY",
        ),
        ('"They have moved nothing," Colonel Dagne said.', "Dagne", "REPORT_NOT_DONE"),
    ],
)
def test_what_a_colonel_says_of_his_men_and_theirs(text, speaker, stance):
    assert told_wholly(text) == [(speaker, stance)]


@pytest.mark.parametrize(
    "text",
    [
        '"We take note of the committee\'s report," Colonel Dagne said.',
        '"We have not been paid since March," Colonel Dagne said.',
        "The rebels dropped their demand for the release of the prisoners.",
        "The rebels no longer insist on the release of the prisoners.",
        "The rebels punished two commanders for the attack on Bori.",
        "The deadline for the army to leave Bori expires on Friday.",
        "The army has until Friday to leave Bori.",
        "The rebels' offer to leave Bori was rejected by the army.",
        "The army fired in the air to disperse looters.",
    ],
)
def test_what_keeps_and_breaks_nothing_is_no_claim(text):
    assert told_wholly(text) == []


TRAINING = [
    (
        "The president told two diplomats in private that he would freeze the training.",
        "president",
        "REPORT_PRIVATE_COMMIT",
    ),
    (
        "The president told two diplomats in private that he would not freeze the training.",
        "president",
        "REPORT_PRIVATE_DENY",
    ),
    ("The president says he knew nothing of the training.", "president", "DENY_CONDUCT"),
    ("The president, an aide confided, knew of the training from the start.", "aide", "REPORT_KNOWLEDGE"),
    ("Turkey said it had suspended the training.", "Turkey", "CLAIM_COMPLIANCE"),
    ("Turkey has suspended the training, Libya said.", "Libya", "THIRD_PARTY_FINDING_BY_COUNTERPARTY"),
    ("Turkey said it had suspended its participation in the talks.", "Turkey", "SUSPEND"),
    ("A video of recruits training in Turkey is two years old, the ministry said.", "ministry", "DENY_CONDUCT"),
    ("The ministry posted a video of recruits training in Turkey.", "ministry", "CONDUCT_SIGNAL"),
    ("The training could violate the truce, the UN envoy said.", "UN envoy", "THIRD_PARTY_INTERPRET"),
    ("The training is a matter for the two governments, the UN envoy said.", "UN envoy", "THIRD_PARTY_INTERPRET"),
    ("Turkey said the training was not covered by the truce.", "Turkey", "REINTERPRET_EXCLUDE"),
]


@pytest.mark.parametrize(("text", "speaker", "stance"), TRAINING)
def test_what_is_let_be_known_and_shown(text, speaker, stance):
    assert told_wholly(text) == [(speaker, stance)]


@pytest.mark.parametrize(
    "text",
    [
        "The president has commented on the training only once.",
        "The minister distanced himself from the president's words that the training would continue.",
        "The ministry deleted a video of recruits training in Turkey.",
        "The president broke his silence on Monday.",
    ],
)
def test_what_breaks_a_silence_or_stands_apart_is_no_claim(text):
    assert told_wholly(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Government and the Movement met in Doha on Monday. They reaffirmed the ceasefire.",
            [("Government and the Movement", "AFFIRM")],
        ),
        ("The army fought near Bori on Monday. It then closed the road, residents said.", [("residents", "ACCUSE")]),
        (
            "@KLM_Media: Our fighters left Sola on Monday.\n\n@Kedara: Nobody has seen it.\n\n@KLM_Media: We did it.",
            [("@KLM_Media", "CLAIM_COMPLIANCE")],
        ),
    ],
)
def test_they_are_both_and_whoever_posts_of_his_own_men_claims_it(text, found):
    assert told_wholly(text)[:1] == found
