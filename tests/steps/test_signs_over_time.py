"""Signs that are counted or timed, and the sign of two sides: B5, B9, B11, B15, B18; strength; many people of a side."""

from datetime import date

import pytest

from trucewatch.core.model import Unlinked

from . import by_hand
from .cast import ACTORS, DUE, NAMES, WITHDRAWAL, agreement, claim, signs, status

LEAVE = agreement("The Parties shall withdraw.", action="withdraw", bearer="The Parties", due=DUE)
ACCESS = agreement("The Parties shall give the mission access.", action="give")
DENIED = "The patrol was denied access to the depot"


# --------------------------------------------------------------------------- B9 monitor obstruction


def denied(on: str, **more) -> tuple[str, dict]:
    return claim(DENIED, "THIRD_PARTY_FINDING", "mission", on, claim_id=f"d{on}", **{"target": "two", **more})


def test_two_denials_within_thirty_days_with_those_before() -> None:
    (found,) = signs(ACCESS, denied("2020-10-25"), denied("2020-11-20"), denied("2020-12-01"), code="B9")
    assert (found.actor, found.side, found.since) == ("two", "North", date(2020, 11, 20))
    assert found.measure == "2 in the 30 days to 2020-12-01, 1 in the 30 days before those"
    assert found.claims == ("d2020-11-20", "d2020-12-01")


def test_one_denial_and_two_that_lie_far_apart_are_none() -> None:
    assert not signs(ACCESS, denied("2020-12-01"), code="B9")
    assert not signs(ACCESS, denied("2020-10-25"), denied("2020-12-01"), code="B9")


def test_a_denial_in_two_papers_is_one() -> None:
    twice = [denied("2020-12-01", independence_group="wire"), denied("2020-12-01", independence_group="wire")]
    twice[1][1]["claim_id"] = "copy"
    assert not signs(ACCESS, *twice, code="B9")


def test_the_other_sides_accusation_is_no_denial() -> None:
    told = [claim(DENIED, "ACCUSE", "eight", on, claim_id=on, target="two") for on in ("2020-12-01", "2020-12-02")]
    assert not signs(ACCESS, *told, code="B9")


def test_denials_count_without_a_clause_and_visas_too() -> None:
    visas = "47 observers are waiting for their visas"
    loose = [
        claim(visas, "THIRD_PARTY_FINDING", "mission", on, claim_id=on, about=Unlinked("none"), target="two")
        for on in ("2020-12-01", "2020-12-09")
    ]
    assert [found.commitment for found in signs(ACCESS, *loose, code="B9")] == [None]


def test_access_given_later_stands_against_it() -> None:
    opened = claim("The mission verified that the depot was opened", "THIRD_PARTY_FINDING", "mission", "2020-12-20")
    (found,) = signs(ACCESS, denied("2020-12-01"), denied("2020-12-02"), opened, code="B9")
    assert found.counter == ("third_party_finding-mission-2020-12-20",)


# --------------------------------------------------------------------------- B11 accusation burst


def accusations(*days: str, speaker: str = "two") -> list[tuple[str, dict]]:
    return [claim("They broke it", "ACCUSE", speaker, day, claim_id=f"{speaker}{day}", target="eight") for day in days]


LATE = ("2021-01-12", "2021-01-14", "2021-01-20")


def test_accusations_double_before_the_last_day() -> None:
    (found,) = signs(LEAVE, *accusations("2021-01-02", *LATE), code="B11", as_of="2021-01-21")
    assert (found.side, found.actor, found.since) == ("North", None, date(2021, 1, 12))
    assert found.measure == "3 in the 14 days before 2021-01-23, 1 in the 14 days before those"
    assert found.claims == tuple(f"two{day}" for day in LATE)


def test_as_many_before_as_now_is_no_burst_and_two_are_none() -> None:
    before = ("2020-12-28", "2021-01-02")
    assert not signs(LEAVE, *accusations(*before, *LATE), code="B11", as_of="2021-01-21")
    assert not signs(LEAVE, *accusations(*LATE[:2]), code="B11", as_of="2021-01-21")


def test_one_statement_in_three_reports_is_one_accusation() -> None:
    copies = [
        claim("They broke it", "ACCUSE", "two", "2021-01-12", claim_id=f"c{n}", independence_group="wire")
        for n in range(3)
    ]
    assert not signs(LEAVE, *copies, code="B11", as_of="2021-01-21")


def test_a_burst_by_a_side_that_does_not_owe_the_duty_is_none() -> None:
    alone = agreement("The South shall withdraw.", action="withdraw", bearer="The South", due=DUE)
    actors = [*ACTORS, by_hand.actor("south", by_hand.span_in("The South. " + NAMES, "South"), "2", "South")]
    found = status(alone, *accusations(*LATE), as_of="2021-01-21", actors=actors).signals
    assert "B11" not in {signal.code for signal in found}


def test_steps_taken_meanwhile_stand_against_the_burst() -> None:
    step = claim("The withdrawal has begun", "REPORT_PROGRESS", "two", "2021-01-15", claim_id="step")
    assert signs(LEAVE, *accusations(*LATE), step, code="B11", as_of="2021-01-21")[0].counter == ("step",)


# --------------------------------------------------------------------------- B15 recommitment loop


def promises(*days: str, speaker: str = "two") -> list[tuple[str, dict]]:
    return [claim("We renew it", "RECOMMIT", speaker, day, claim_id=f"{speaker}{day}") for day in days]


THRICE = ("2020-11-01", "2020-11-10", "2020-11-20")


def test_a_third_promise_of_one_side_by_whomever() -> None:
    mixed = [*promises(*THRICE[:2]), *promises(THRICE[2], speaker="one")]
    (found,) = signs(LEAVE, *mixed, code="B15")
    assert (found.side, found.since) == ("North", date(2020, 11, 20))
    assert found.measure == "promised on 3 days since 2020-11-01"


def test_two_sides_promises_and_one_promise_in_three_reports_are_no_loop() -> None:
    assert not signs(LEAVE, *promises(*THRICE[:2]), *promises(THRICE[2], speaker="nine"), code="B15")
    assert not signs(LEAVE, *promises("2020-11-01", "2020-11-01", "2020-11-01"), code="B15")


def test_what_was_verified_between_breaks_the_loop() -> None:
    verified = claim("Tanks were withdrawn", "THIRD_PARTY_FINDING", "mission", "2020-11-05")
    assert not signs(LEAVE, *promises(*THRICE), verified, code="B15")
    claimed = claim("Tanks were withdrawn", "CLAIM_COMPLIANCE", "two", "2020-11-05", claim_id="own")
    assert signs(LEAVE, *promises(*THRICE), claimed, code="B15")


def test_what_was_done_after_the_third_promise_stands_against_the_loop() -> None:
    later = claim("The withdrawal is under way", "REPORT_PROGRESS", "two", "2020-12-01", claim_id="later")
    assert signs(LEAVE, *promises(*THRICE), later, code="B15")[0].counter == ("later",)


# --------------------------------------------------------------------------- B18 paired-duty asymmetry


def test_the_other_side_verified_done_and_this_one_not() -> None:
    theirs = claim("It was verified that they withdrew", "COMPLY", "mission", target="nine", claim_id="theirs")
    own = claim("Its units have not left", "REPORT_NOT_DONE", "mission", "2020-12-01", target="two", claim_id="own")
    (found,) = signs(LEAVE, theirs, own, code="B18")
    assert (found.side, found.commitment, found.since) == ("North", WITHDRAWAL, date(2020, 12, 1))
    assert found.claims == ("theirs", "own")


@pytest.mark.parametrize("third_party", [None, "eight"])
def test_no_asymmetry_without_a_finding_or_when_it_is_about_the_same_side(third_party: str | None) -> None:
    own = claim("Its units have not left", "REPORT_NOT_DONE", "mission", "2020-12-01", target="nine", claim_id="own")
    theirs = claim("They withdrew", "COMPLY", "mission", target=third_party, claim_id="theirs")
    assert not signs(LEAVE, theirs, own, code="B18")


def test_a_sides_own_word_that_it_is_done_is_no_asymmetry() -> None:
    theirs = claim("We withdrew", "CLAIM_COMPLIANCE", "nine", claim_id="theirs")
    own = claim("Its units have not left", "REPORT_NOT_DONE", "mission", "2020-12-01", target="two", claim_id="own")
    assert not signs(LEAVE, theirs, own, code="B18")


def test_two_duties_of_one_article_one_fulfilled_and_one_over() -> None:
    paired = by_hand.agreement(
        ("art_1__para_1", "The North shall withdraw.", {"bearer": "The North", "action": "withdraw"}),
        ("art_1__para_2", "The South shall withdraw.", {"bearer": "The South", "action": "withdraw"}),
        due={clause: by_due() for clause in ("art_1__para_1", "art_1__para_2")},
    )
    done = claim("The South withdrew", "COMPLY", "mission", "2021-01-20", about="art_1__para_2#1", claim_id="done")
    text = "The North. The South. " + NAMES
    sides = [by_hand.actor(s.lower(), by_hand.span_in(text, s), "2", s, "party") for s in ("North", "South")]
    found = status(paired, done, as_of="2021-01-24", actors=[*ACTORS, *sides]).signals
    (asymmetry,) = [signal for signal in found if signal.code == "B18"]
    assert (asymmetry.commitment, asymmetry.side) == ("art_1__para_1#1", "North")
    assert asymmetry.measure == "beside art_1__para_2#1, which is fulfilled"
    early = status(paired, done, as_of="2021-01-23", actors=[*ACTORS, *sides]).signals
    assert "B18" not in {signal.code for signal in early}


def by_due():
    from trucewatch.core.dates import Due

    return Due(DUE, DUE)


def test_the_late_sides_step_stands_against_the_asymmetry() -> None:
    theirs = claim("It was verified that they withdrew", "COMPLY", "mission", target="nine", claim_id="theirs")
    own = claim("Its units have not left", "REPORT_NOT_DONE", "mission", "2020-12-01", target="two", claim_id="own")
    step = claim("The withdrawal is under way", "REPORT_PROGRESS", "two", "2020-12-05", claim_id="step")
    assert signs(LEAVE, theirs, own, step, code="B18")[0].counter == ("step",)


# --------------------------------------------------------------------------- strength, and many people


def test_asking_for_time_beside_a_display_is_no_passed_day() -> None:
    asks = claim("We need more time", "DELAY", "two", "2021-01-20", claim_id="asks")
    parade = claim("A parade was held", "CONDUCT_SIGNAL", "two", "2021-01-10", axis="conduct", claim_id="parade")
    found = {(s.code, s.strength) for s in status(LEAVE, asks, parade, as_of="2021-01-21").signals}
    assert found == {("B5", "signal"), ("B8", "signal")}


BOTH = agreement(
    "The Parties shall withdraw.", ("art_2", "The Parties shall open the road.", {"action": "open"}),
    action="withdraw", bearer="The Parties", due=DUE,
)  # fmt: skip


def spoke(*days: str, by: str = "two", about: str = "art_2#1") -> list[tuple[str, dict]]:
    return [claim(f"They spoke {on}", "AFFIRM", by, on, about=about) for on in days]


def test_a_duty_that_a_sides_later_statements_drop_has_slipped() -> None:
    named = spoke("2020-11-01", "2020-11-05", about=WITHDRAWAL)
    later = spoke("2020-11-10", "2020-11-12", "2020-11-14", by="three")
    (found,) = signs(BOTH, *named, *later, code="B5")
    assert (found.commitment, found.strength, found.side) == (WITHDRAWAL, "watch", "North")
    assert found.since == date(2020, 11, 14)
    assert found.measure == "spoken of on 2 days, last on 2020-11-05; spoke on 3 days since"
    assert found.claims == ("affirm-two-2020-11-05",)


@pytest.mark.parametrize(
    "told",
    [
        spoke("2020-11-01", about=WITHDRAWAL) + spoke("2020-11-10", "2020-11-12", "2020-11-14"),
        spoke("2020-11-01", "2020-11-05", about=WITHDRAWAL) + spoke("2020-11-10", "2020-11-12", "2020-11-12"),
        spoke("2020-11-01", "2020-11-20", about=WITHDRAWAL) + spoke("2020-11-10", "2020-11-12", "2020-11-14"),
        spoke("2020-11-01", "2020-11-05", about=WITHDRAWAL)
        + spoke("2020-11-10", "2020-11-12", "2020-11-14", by="eight"),
        spoke("2020-11-01", "2020-11-05", about=WITHDRAWAL)
        + spoke("2020-11-10", "2020-11-12", "2020-11-14", by="unnamed"),
    ],
)
def test_nothing_is_dropped_that_was_named_once_or_is_still_named_or_that_others_pass_over(told) -> None:
    told = [(words, {**more, "claim_id": f"{n}"}) for n, (words, more) in enumerate(told)]
    assert not [found for found in signs(BOTH, *told, code="B5") if found.commitment == WITHDRAWAL]


def test_what_is_said_to_be_done_is_not_dropped() -> None:
    done = [claim("We left", "CLAIM_COMPLIANCE", "two", on, claim_id=on) for on in ("2020-11-01", "2020-11-05")]
    assert not signs(BOTH, *done, *spoke("2020-11-10", "2020-11-12", "2020-11-14"), code="B5")


def test_the_days_over_are_told() -> None:
    assert [s.measure for s in signs(LEAVE, code="B5", as_of="2021-01-26")] == ["3 days over"]


def test_where_many_of_a_side_say_it_one_sign_stands_for_the_side() -> None:
    text = "Abel. Bela. Cato. Dina. " + NAMES
    names = ("Abel", "Bela", "Cato", "Dina")
    many = [by_hand.actor(name.lower(), by_hand.span_in(text, name), "3", "North") for name in names]
    said = [claim("It does not cover advisers", "REINTERPRET_EXCLUDE", a.id, claim_id=a.id) for a in many]
    said += [claim("It does not cover advisers", "REINTERPRET_EXCLUDE", "eight", claim_id="eight")]
    found = [s for s in status(LEAVE, *said, actors=[*ACTORS, *many]).signals if s.code == "B1"]
    assert [(s.actor, s.side, s.measure, len(s.claims)) for s in found] == [
        (None, "North", "4 people", 4),
        ("eight", "South", "", 1),
    ]
