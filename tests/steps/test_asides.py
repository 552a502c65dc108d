"""What stands beside a claim decides no stance: where a truce was signed, what the speaker is, what others say of it."""

import pytest

from tests.steps.reading_wholly import told_wholly


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Asked whether the navy had sunk the boat in breach of the ceasefire, as the Tigers say, Defence Minister "
            'Tilak Marapana replied: "The boat sank by itself."',
            ("Tilak Marapana", "DENY_CONDUCT"),
        ),
        (
            "Asked if the army had shelled the town, as the rebels claim, the general said that no gun had been fired.",
            ("general", "DENY_CONDUCT"),
        ),
        (
            "Questioned whether the front had broken the truce, as the government maintains, its spokesman said the front "
            "had not fired a shot.",
            ("its spokesman", "DENY_CONDUCT"),
        ),
    ],
)
def test_an_answer_is_not_what_those_say_who_bring_the_charge(words, told):
    assert told_wholly(words) == [told]


def test_what_others_say_beside_a_statement_is_theirs():
    (told,) = told_wholly("The navy sank the boat, as the Tigers say, and the ceasefire was broken.")
    assert told == ("Tigers", "ACCUSE")


@pytest.mark.parametrize(
    "words",
    [
        "The group denied that it had broken the ceasefire signed in Addis Ababa.",
        "The front denied having violated the agreement it had signed in May.",
        "The army denied that its men had infringed the truce agreed in Cairo.",
    ],
)
def test_where_a_truce_was_signed_denies_no_duty(words):
    assert [stance for _, stance in told_wholly(words)] == ["DENY_CONDUCT"]


def test_whoever_denies_having_signed_denies_the_duty():
    words = "The group denied that it had signed the ceasefire in Addis Ababa."
    assert told_wholly(words) == [("group", "DENY_OBLIGATION")]


@pytest.mark.parametrize(
    "words",
    [
        "The spokesman called the denial a lie.",
        "The spokesman dismissed the denial as a lie.",
        "The spokesman described the army's denial as untrue.",
    ],
)
def test_whoever_calls_a_denial_a_lie_accuses(words):
    assert told_wholly(words) == [("spokesman", "ACCUSE")]


def test_whoever_calls_a_charge_a_lie_denies_it():
    assert told_wholly("The spokesman called the accusation a lie.") == [("spokesman", "DENY_CONDUCT")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The army said that the truck was carrying nothing but flour.", "army"),
        ("The captain said his boat carried nothing but fish.", "captain"),
        ("The rebels said their lorries had carried no weapons.", "rebels"),
    ],
)
def test_what_a_vehicle_carries_is_no_duty(words, speaker):
    assert told_wholly(words) == [(speaker, "DENY_CONDUCT")]


def test_a_text_that_carries_no_duty_denies_it():
    words = "The commander said the accord carried no obligation for his men."
    assert told_wholly(words) == [("commander", "DENY_OBLIGATION")]


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("The TNLA (not a signatory) says the RCSS sent 300 men into Namkham.", "TNLA"),
        ("The TNLA, which is not a party to the agreement, says the RCSS sent 300 men into Namkham.", "TNLA"),
        ("The front, not a signatory of the accord, said that the army had shelled its camp.", "front"),
    ],
)
def test_what_the_speaker_is_by_the_way_decides_no_stance(words, speaker):
    assert told_wholly(words) == [(speaker, "ACCUSE")]


def test_what_the_speaker_says_it_is_decides_one():
    words = "The group says it is not a signatory of the accord."
    assert told_wholly(words) == [("group", "DENY_OBLIGATION")]
