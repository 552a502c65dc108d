"""What turns of spoken language do not say: what is put to "you", "we will go", "we have no date", "let me say that"."""

import pytest

from tests.steps.reading_wholly import told_wholly

TURNS = ["HOST: Is the truce holding?", "MINISTER ITO: Good morning.", "HOST: In the port too?", "MINISTER ITO: Yes."]


def heard(turn: str, by: str = "MINISTER ITO") -> list[tuple[str, str]]:
    """The claims of a transcript that ends in a turn."""
    return told_wholly("Radio, 14 March 2021\n\n" + "\n\n".join([*TURNS, f"{by}: {turn}"]) + "\n")


@pytest.mark.parametrize(
    ("words", "claim"),
    [
        ("The army says you have not handed over the maps.", ("army", "ACCUSE")),
        ("Colonel Dimov said this morning your troops opened fire on a patrol.", ("Dimov", "ACCUSE")),
    ],
)
def test_what_others_say_of_you_is_their_charge(words, claim):
    assert heard(words, by="HOST") == [claim]


def test_what_others_own_to_you_is_no_charge():
    assert "ACCUSE" not in {code for _, code in heard("The army says you have handed over the maps.", by="HOST")}


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("We will go. We have never missed a meeting.", {"COMMIT"}),
        ("Then we will not stay in the commission.", {"THREATEN"}),
        ("We withdrew them on 3 June, as the Khartoum accord says.", {"CLAIM_COMPLIANCE"}),
        ("Let me say at the outset that we remain fully committed to the truce.", {"AFFIRM"}),
        ("Let me be clear: we have handed over the maps.", {"CLAIM_COMPLIANCE"}),
        ("Our forces pulled back, and the monitors were there to see it.", {"CLAIM_COMPLIANCE"}),
        ("We are not in a position to confirm the reports of an attack.", set()),
        ("The mission stands ready to verify both steps.", set()),
    ],
)
def test_what_a_turn_of_speech_says(words, claims):
    assert {code for _, code in heard(words)} == claims


def test_nothing_that_has_come_of_it_denies_nothing():
    told = heard("We have reported every attack to the committee and nothing has happened.")
    assert "DENY_CONDUCT" not in {code for _, code in told}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("We have no tanks in the zone.", "DENY_CONDUCT"),
        ("We have withdrawn from the truce.", "WITHDRAW"),
        ("The mission has verified that the rebels have left.", "THIRD_PARTY_FINDING"),
    ],
)
def test_look_alikes_keep_their_stance(words, code):
    assert code in {found for _, found in heard(words)}


def test_one_of_them_speaks_for_them():
    turn = "The commanders told me they have stopped fighting. One of them said they would hand in the artillery."
    assert heard(turn) == [("commanders", "CLAIM_COMPLIANCE"), ("commanders", "COMMIT")]


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("Do not break that promise.", {"CALL_TO_COMPLY"}),
        ("The general told me that he is ready to stop the fighting without conditions.", {"COMMIT"}),
        ("From noon tomorrow our guns will be silent.", {"COMMIT"}),
    ],
)
def test_what_is_asked_or_promised_is_no_denial_and_no_threat(words, claims):
    assert {code for _, code in heard(words)} == claims


def test_whoever_has_proof_denies_nothing():
    assert heard("The military says it has proof you gave the order.", by="HOST") == [("military", "ACCUSE")]


def test_who_goes_back_to_the_hills_threatens():
    assert {code for _, code in heard("If they come again, we will go back to the hills.")} == {"THREATEN"}


@pytest.mark.parametrize(
    ("words", "barred"),
    [
        ("The government is telling the papers that we left the talks.", "SUSPEND"),
        ("I do not accept that explanation of the army.", "DENY_OBLIGATION"),
        ("There are uncontrolled elements in the army.", "CLAIM_COMPLIANCE"),
        ("Those are police cars of the ministry.", "CLAIM_COMPLIANCE"),
    ],
)
def test_what_a_turn_of_speech_does_not_say(words, barred):
    assert barred not in {code for _, code in heard(words)}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("I did not order it.", "DENY_CONDUCT"),
        ("We did not order the attack.", "DENY_CONDUCT"),
        ("We left the talks on Monday.", "WITHDRAW"),
    ],
)
def test_what_a_turn_of_speech_still_says(words, code):
    assert code in {found for _, found in heard(words)}


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("Moscow says it has stopped bombing.", {("Moscow", "CLAIM_COMPLIANCE")}),
        ("Your guys came to the mill at 5 and opened fire.", {("MINISTER ITO", "ACCUSE")}),
        ("I have no evidence either way.", set()),
    ],
)
def test_what_was_stopped_or_is_not_known_is_no_denial(words, claims):
    assert set(heard(words)) == claims


def test_he_is_nobody_who_is_several():
    text = (
        "Nairobi, 20 November 2022. Fighters were seen near Maychew. "
        'Asked about it, he answered: "No." He denied that fighters had attacked a convoy.'
    )
    assert ("Fighters", "DENY_CONDUCT") not in told_wholly(text)
    assert ("fighters", "DENY_CONDUCT") not in told_wholly(text)


def test_a_line_that_names_somebody_leads_in_what_is_quoted_below():
    text = (
        "Speaker of the council, Mr. Tesfay Abay, at a press conference in Nairobi on 20 November 2022:\n\n"
        '"We have handed over the list of heavy weapons. We did it on Friday."\n'
    )
    assert told_wholly(text)[0] == ("Tesfay Abay", "CLAIM_COMPLIANCE")
