"""What a communiqué tells of others is no act or admission of its issuer's own, and what it says of itself no finding."""

import pytest

from tests.steps.reading_wholly import names, read_wholly, told_wholly

KNU = "Karen National Union"
HEAD = f"Statement of the {KNU}\nMae Sot, 6 April 2021\n\n"


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("On 27 March Burma Army jets bombed the village of Day Pu No.", "Burma Army jets"),
        ("Government troops shelled Papun on Monday.", "Government troops"),
        ("The Tatmadaw has attacked our villages since March.", "Tatmadaw"),
    ],
)
def test_the_enemy_s_attack_is_a_charge(words, target):
    report = read_wholly(HEAD + words)
    (claim,) = report.claims
    assert (names(report)[claim.speaker or ""], claim.stance) == (KNU, "ACCUSE")
    assert names(report)[claim.target or ""] in target


def test_the_issuer_s_own_attack_is_an_admission():
    assert told_wholly(HEAD + "Our men attacked an army post at Papun on Sunday.") == [(KNU, "BREACH_ADMITTED")]


@pytest.mark.parametrize(
    "words",
    [
        "No pipeline has been attacked by the KNU since May.",
        "No village was shelled by our troops.",
        "Nobody has been arrested by the KNU since the truce.",
    ],
)
def test_what_nobody_suffered_is_denied(words):
    assert [stance for _, stance in told_wholly(HEAD + words)] == ["DENY_CONDUCT"]


@pytest.mark.parametrize(
    "words",
    [
        "We are accused of having broken the truce.",
        "The KNU has been accused of attacking a convoy.",
        "Our fighters were blamed for the attack on Papun.",
    ],
)
def test_a_charge_against_the_issuer_is_none_of_its_own(words):
    assert "ACCUSE" not in [stance for _, stance in told_wholly(HEAD + words)]


def test_a_charge_against_another_is_one():
    assert told_wholly(HEAD + "The Tatmadaw has been accused of breaking the truce.") == [(KNU, "ACCUSE")]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The Army has not withdrawn its troops from Papun.", "ACCUSE"),
        ("The Tatmadaw has not released the prisoners.", "REPORT_NOT_DONE"),
        ("The Government has never honoured the ceasefire.", "ACCUSE"),
    ],
)
def test_what_the_enemy_left_undone_is_the_issuer_s_claim(words, stance):
    assert told_wholly(HEAD + words) == [(KNU, stance)]


def test_what_the_enemy_had_agreed_to_is_no_affirmation_of_the_issuer():
    words = "The Army has not withdrawn its troops from Papun, although it had agreed to do so by March."
    assert told_wholly(HEAD + words) == [(KNU, "ACCUSE"), ("Army", "COMMIT")]


@pytest.mark.parametrize(
    "words",
    [
        "It is the Government, not the resistance, that walked out of the talks.",
        "It was the army that broke the truce.",
        "It is the army, not the resistance, that broke the truce.",
        "It is not we but the Government who violated the ceasefire on Monday.",
    ],
)
def test_whoever_stands_behind_it_is_blamed(words):
    assert told_wholly(HEAD + words) == [(KNU, "ACCUSE")]


def test_whoever_it_was_not_is_not_blamed():
    assert told_wholly(HEAD + "It was not the army that broke the truce.") == [(KNU, "DENY_CONDUCT")]


def test_what_it_is_may_be_the_agreement():
    assert ("It", "ACCUSE") not in told_wholly(HEAD + "It is the only agreement that binds us.")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "We take note of the letter in which General Min Aung Hlaing says that the army will withdraw only after "
            "elections.",
            ("Min Aung Hlaing", "CONDITION"),
        ),
        (
            "We condemn the speech where the minister announced that the army would attack the liberated area.",
            ("minister", "THREATEN"),
        ),
        (
            "The KNU welcomes the interview in which the minister said that the army would respect the ceasefire.",
            ("minister", "AFFIRM"),
        ),
    ],
)
def test_words_in_a_letter_are_whose_letter_it_is(words, told):
    assert [t for t in told_wholly(HEAD + words) if t[0] != KNU] == [told]


def test_a_charge_in_a_statement_stays_with_whoever_rejects_it():
    words = "We reject the statement in which the government accuses our fighters of breaking the truce."
    assert told_wholly(HEAD + words) == [(KNU, "DENY_CONDUCT")]


def test_the_issuer_is_one_with_its_initials():
    report = read_wholly(HEAD + "The KNU denies that it broke the truce. We stand by the ceasefire.")
    assert len({claim.speaker for claim in report.claims}) == 1
