"""Signs known by words: drift, law and contract, supplies, nominees and meetings, cosmetic compliance, lawfare."""

from datetime import date

import pytest

from trucewatch.core.model import Unlinked

from .cast import WITHDRAWAL, agreement, claim, signs

LEAVE = agreement("The Parties shall withdraw all foreign forces from the territory of the country.", action="withdraw")
NAME = agreement("The Parties shall form a joint committee.", action="form")


# --------------------------------------------------------------------------- B6 vocabulary drift

FROM_LINES = "The withdrawal of forces from the contact lines has begun"


def test_from_the_lines_in_place_of_from_the_territory_is_a_drift() -> None:
    (found,) = signs(LEAVE, claim(FROM_LINES, "REPORT_PROGRESS", "two"), code="B6")
    assert (found.strength, found.commitment, found.actor, found.side) == ("watch", WITHDRAWAL, "two", "North")
    assert (found.since, found.measure) == (date(2020, 11, 10), "words: territory to lines")


def test_the_joint_body_drifts_too_and_the_mission_does_not() -> None:
    assert signs(LEAVE, claim(FROM_LINES, "RECOMMIT", "joint"), code="B6")
    assert not signs(LEAVE, claim(FROM_LINES, "REPORT_PROGRESS", "mission"), code="B6")


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("The withdrawal from the contact lines and from the whole territory has begun", "REPORT_PROGRESS"),
        ("The withdrawal of forces has begun", "REPORT_PROGRESS"),
        ("The clause concerns only forces on the contact lines, not a withdrawal from the lines", "REINTERPRET_NARROW"),
    ],
)
def test_no_drift_where_the_clauses_own_word_stands_or_the_narrowing_is_open(words: str, stance: str) -> None:
    assert not signs(LEAVE, claim(words, stance, "two"), code="B6")


def test_no_drift_from_a_word_that_the_clause_does_not_have() -> None:
    other = agreement("The Parties shall release all prisoners.", action="release")
    assert not signs(other, claim(FROM_LINES, "REPORT_PROGRESS", "two"), code="B6")


@pytest.mark.parametrize(
    ("sentence", "words", "drift"),
    [
        (
            "The Parties shall keep a permanent ceasefire.",
            "We keep the temporary arrangement",
            "permanent to temporary",
        ),
        ("The Parties shall withdraw heavy weapons.", "We have redeployed heavy weapons", "withdrawal to redeployment"),
        ("The fighters shall disarm.", "The weapons are in storage now", "disarm to store"),
        ("The crews shall leave immediately.", "The crews go home in stages", "immediately to gradually"),
        ("The Parties shall observe the ceasefire.", "We support the lull", "ceasefire to lull"),
        ("This accord binds the Parties.", "We stand by the non-binding framework", "agreement to understanding"),
    ],
)
def test_each_pair_of_words(sentence: str, words: str, drift: str) -> None:
    assert f"words: {drift}" in [
        s.measure for s in signs(agreement(sentence), claim(words, "AFFIRM", "two"), code="B6")
    ]


# --------------------------------------------------------------------------- B7 contrary law or contract

LAW = "Parliament extended the mandate for the deployment by 18 months"


def test_a_mandate_extended_after_the_signature_is_a_sign() -> None:
    (found,) = signs(LEAVE, claim(LAW, "DECLARE_CONTINUE", "two"), code="B7")
    assert (found.strength, found.actor) == ("watch", "two")


def test_the_backers_law_counts_and_an_accusation_of_one_does_not() -> None:
    assert signs(LEAVE, claim(LAW, "DECLARE_CONTINUE", "farland"), code="B7")[0].actor == "farland"
    assert not signs(LEAVE, claim(LAW, "ACCUSE", "eight", target="two"), code="B7")


def test_a_law_from_before_the_signature_and_a_duty_kept_by_law_are_none() -> None:
    assert not signs(LEAVE, claim(LAW, "DECLARE_CONTINUE", "two", "2020-10-01"), code="B7")
    assert not signs(LEAVE, claim("Parliament adopted the amnesty law", "CLAIM_COMPLIANCE", "two"), code="B7")


def test_an_order_to_withdraw_stands_against_the_law() -> None:
    order = claim("The ministry ordered its units to withdraw", "ASSESS", None, "2020-11-12", claim_id="order")
    (found,) = signs(LEAVE, claim(LAW, "DECLARE_CONTINUE", "two"), order, code="B7")
    assert found.counter == ("order",)


def test_what_spoke_for_it_before_the_sign_stands_not_against_it() -> None:
    early = claim("The ministry ordered its units to withdraw", "COMMIT", "two", "2020-11-01", claim_id="order")
    assert signs(LEAVE, claim(LAW, "DECLARE_CONTINUE", "two"), early, code="B7")[0].counter == ()


# --------------------------------------------------------------------------- B13 nominee not named, meeting missed

NOT_NAMED = "The delegation has not named its members of the committee"


@pytest.mark.parametrize(
    "words",
    [
        NOT_NAMED,
        "The meeting of the committee was called off",
        "The delegation did not attend",
        "The South boycotted the talks",
        "They refused to meet",
    ],
)
def test_a_nominee_not_named_or_a_meeting_missed(words: str) -> None:
    (found,) = signs(NAME, claim(words, "REPORT_NOT_DONE", "mission"), code="B13")
    assert found.strength == "watch"


def test_a_named_committee_and_an_accusation_of_the_other_side_are_none() -> None:
    assert not signs(NAME, claim("The delegation has named its members", "CLAIM_COMPLIANCE", "two"), code="B13")
    assert not signs(NAME, claim(NOT_NAMED, "ACCUSE", "eight", target="two"), code="B13")


def test_members_named_later_stand_against_it() -> None:
    later = claim("The members were appointed", "CLAIM_COMPLIANCE", "two", "2020-12-01", claim_id="named")
    assert signs(NAME, claim(NOT_NAMED, "REPORT_NOT_DONE", "mission"), later, code="B13")[0].counter == ("named",)


def test_a_missed_meeting_counts_without_a_clause() -> None:
    loose = claim("The South boycotted the talks", "REPORT_NOT_DONE", "mission", about=Unlinked("none named"))
    assert [found.commitment for found in signs(NAME, loose, code="B13")] == [None]


# --------------------------------------------------------------------------- B14 cosmetic compliance

SWAP = "The fighters changed their uniforms and stayed in the port"


@pytest.mark.parametrize(
    "words",
    [
        SWAP,
        "The port was handed over to its own coast guards",
        "The same fighters remain under a new name",
        "The withdrawal exists only on paper",
    ],
)
def test_compliance_that_changes_the_look(words: str) -> None:
    assert signs(LEAVE, claim(words, "THIRD_PARTY_FINDING", "mission"), code="B14")


def test_a_real_handover_and_a_mere_accusation_are_none() -> None:
    real = claim("The port was handed over to the United Nations", "THIRD_PARTY_FINDING", "mission")
    assert not signs(LEAVE, real, code="B14")
    assert not signs(LEAVE, claim(SWAP, "ACCUSE", "eight", target="two"), code="B14")


def test_a_verified_departure_stands_against_the_swap() -> None:
    left = claim("The fighters left the port", "THIRD_PARTY_FINDING", "mission", "2020-12-01", claim_id="left")
    assert signs(LEAVE, claim(SWAP, "CONDUCT_SIGNAL", "two"), left, code="B14")[0].counter == ("left",)


# --------------------------------------------------------------------------- B16 supplies of a backer

FLIGHT = "A military cargo plane landed near the front"


def test_a_backers_flights_are_a_sign_told_by_itself_or_by_the_mission() -> None:
    (own,) = signs(LEAVE, claim(FLIGHT, "CONDUCT_SIGNAL", "farland"), code="B16")
    (told,) = signs(LEAVE, claim(FLIGHT, "THIRD_PARTY_FINDING", "mission", target="farland"), code="B16")
    assert own.actor == told.actor == "farland"


def test_a_flight_of_nobody_an_accusation_and_one_before_the_signature_are_none() -> None:
    assert not signs(LEAVE, claim(FLIGHT, "THIRD_PARTY_FINDING", "mission"), code="B16")
    assert not signs(LEAVE, claim(FLIGHT, "ACCUSE", "eight", target="farland"), code="B16")
    assert not signs(LEAVE, claim(FLIGHT, "CONDUCT_SIGNAL", "farland", "2020-10-20"), code="B16")


# --------------------------------------------------------------------------- B17 lawfare


@pytest.mark.parametrize(
    "words",
    [
        "The House of Representatives has not ratified the agreement",
        "The agreement is unconstitutional, the minister said",
        "The supreme court suspended the release",
    ],
)
def test_a_court_or_parliament_held_up_against_the_duty(words: str) -> None:
    (found,) = signs(LEAVE, claim(words, "ASSESS", "two"), code="B17")
    assert found.strength == "watch"


def test_no_lawfare_where_the_clause_itself_asks_for_ratification() -> None:
    text = agreement("The Parties shall withdraw once parliament has ratified this Agreement.")
    assert not signs(text, claim("Parliament has not ratified it", "ASSESS", "two"), code="B17")


def test_ratification_done_is_none_and_stands_against_lawfare() -> None:
    done = claim("Parliament ratified the agreement", "CLAIM_COMPLIANCE", "two", "2020-12-01", claim_id="done")
    assert not signs(LEAVE, done, code="B17")
    delay = claim("Parliament has not ratified the agreement", "ASSESS", "two")
    assert signs(LEAVE, delay, done, code="B17")[0].counter == ("done",)


# --------------------------------------------------------------------------- B2 new precondition


def test_a_condition_that_the_clause_itself_has_is_not_new() -> None:
    waits = claim("We withdraw once the prisoners are released", "CONDITION", "two")
    assert signs(LEAVE, waits, code="B2")
    own = agreement(
        "The Parties shall withdraw after the release of prisoners.", trigger="after the release of prisoners"
    )
    assert not signs(own, waits, code="B2")
    other = claim("We withdraw once sanctions are lifted", "CONDITION", "two")
    assert signs(own, other, code="B2")
