"""What stands against each other, how long nobody above corrects, which loopholes are used, who changed a reading."""

from dataclasses import replace
from datetime import date

import pytest

from trucewatch.core.case import CaseStatus, OpposedClaims
from trucewatch.core.model import Agreement, Finding, Severity
from trucewatch.lint.registry import all_rules
from trucewatch.vocabulary.opposites import loophole_uses

from .cast import ACTORS, DUE, WITHDRAWAL, agreement, claim, status

LEAVE = agreement("All agreements on training inside the country shall be suspended.", action="suspended")
KEEPS, LEAVES = "We remain committed", "The agreement on training does not include our ally"


def keeps(speaker: str = "two", on: str = "2020-11-01", stance: str = "AFFIRM", **more) -> tuple[str, dict]:
    return claim(KEEPS, stance, speaker, on, **{"claim_id": f"keeps-{speaker}", **more})


def leaves(
    speaker: str = "two", on: str = "2020-11-10", stance: str = "REINTERPRET_EXCLUDE", **more
) -> tuple[str, dict]:
    return claim(LEAVES, stance, speaker, on, **{"claim_id": f"leaves-{speaker}", **more})


def opposed(*claims: tuple[str, dict], text: Agreement = LEAVE) -> list[OpposedClaims]:
    return list(status(text, *claims).opposed)


# --------------------------------------------------------------------------- say/say


def test_one_speaker_on_two_days() -> None:
    (found,) = opposed(keeps(), leaves())
    assert (found.kind, found.across, found.commitment, found.side) == ("say-say", ("time",), WITHDRAWAL, "North")
    assert (found.actors, found.claims, found.against) == (("two",), ("keeps-two",), ("leaves-two",))
    assert found.since == date(2020, 11, 10)


def test_one_speaker_to_two_audiences() -> None:
    (found,) = opposed(keeps(visibility="public-signed"), leaves(on="2020-11-01", visibility="public-social"))
    assert found.across == ("audience",)


def test_one_speaker_in_private_and_in_public() -> None:
    private = claim("He agreed to it in private", "REPORT_PRIVATE_AFFIRM", "unnamed", target="two", claim_id="private")
    (found,) = opposed(private, leaves())
    assert (found.kind, found.across) == ("say-say", ("private-public",))
    assert (found.claims, found.against) == (("private",), ("leaves-two",))


@pytest.mark.parametrize(
    "second",
    [
        leaves("nine"),  # the other side
        leaves("unnamed"),
        leaves("farland"),
        keeps(claim_id="again", on="2020-11-03"),
        leaves(about="art_2#1"),  # another duty
    ],
)
def test_no_contradiction(second: tuple[str, dict]) -> None:
    text = agreement("Training shall be suspended.", ("art_2", "Roads shall be opened.", {}))
    assert not opposed(keeps(), second, text=text)


def test_done_and_not_yet_and_denied_and_admitted() -> None:
    done = claim("It is done", "CLAIM_COMPLIANCE", "two", "2020-11-01", claim_id="done")
    asks = claim("We need more time", "DELAY", "two", "2020-11-05", claim_id="asks")
    denies = claim("We did not fire", "DENY_CONDUCT", "three", "2020-11-01", claim_id="denies")
    admits = claim("We answered fire", "JUSTIFY", "three", "2020-11-05", claim_id="admits")
    found = opposed(done, asks, denies, admits)
    assert {(one.name, one.claims, one.against) for one in found} == {
        ("it is done, and it needs more", ("done",), ("asks",)),
        ("denies the act, and admits it", ("denies",), ("admits",)),
    }


# --------------------------------------------------------------------------- inside one side


def test_a_minister_against_his_leader_is_a_split_position() -> None:
    (found,) = opposed(keeps("one"), leaves("two"))
    assert (found.kind, found.across, found.side) == ("split", ("own-side", "time"), "North")
    assert (found.actors, found.against_actors) == (("one",), ("two",))


def test_one_person_alone_is_no_split() -> None:
    assert [one.kind for one in opposed(keeps(), leaves())] == ["say-say"]


# --------------------------------------------------------------------------- say/do


@pytest.mark.parametrize(
    "deed",
    [
        claim("A parade was held", "CONDUCT_SIGNAL", "three", axis="conduct", claim_id="deed"),
        claim(
            "Shelling in violation of it was seen", "THIRD_PARTY_FINDING", "mission", target="three", claim_id="deed"
        ),
        claim("They took the town", "BREACH", None, target="one", axis="conduct", claim_id="deed"),
    ],
)
def test_words_of_a_side_against_its_conduct(deed: tuple[str, dict]) -> None:
    (found,) = opposed(keeps(), deed)
    assert (found.kind, found.across, found.claims, found.against) == (
        "say-do",
        ("conduct",),
        ("keeps-two",),
        ("deed",),
    )


def test_an_accusation_is_no_conduct_and_a_finding_about_nobody_neither() -> None:
    assert not opposed(keeps(), claim("They broke it", "ACCUSE", "eight", target="two"))
    assert not opposed(keeps(), claim("Shelling was seen", "THIRD_PARTY_FINDING", "mission", claim_id="deed"))


def test_of_many_people_the_highest_are_shown_and_the_rest_counted() -> None:
    everyone = ["one", "two", "three", "nine", "eight"]
    found = status(LEAVE, *(keeps(who) for who in everyone), *(leaves(who) for who in everyone))
    assert [one.kind for one in found.opposed] == ["split", "split", "say-say", "say-say", "say-say", "say-say"]
    assert [one.actors for one in found.opposed[2:]] == [("nine",), ("one",), ("two",), ("eight",)]
    assert found.more_opposed == 1


# --------------------------------------------------------------------------- not corrected from above


def timers(*claims: tuple[str, dict], actors=ACTORS, as_of: str = "2020-11-20") -> CaseStatus:
    return status(LEAVE, *claims, actors=actors, as_of=as_of)


def test_how_long_nobody_above_has_corrected() -> None:
    (timer,) = timers(leaves()).uncorrected
    assert (timer.commitment, timer.side, timer.actors) == (WITHDRAWAL, "North", ("two",))
    assert (timer.since, timer.days, timer.hours) == (date(2020, 11, 10), 10, 240)
    assert (timer.superiors, timer.claims, timer.looked) == (("Leader One",), ("leaves-two",), ())


def test_a_source_that_looked_is_named() -> None:
    silent = claim("He has not commented", "PUBLIC_SILENCE", "one", "2020-11-15", claim_id="silent")
    assert timers(leaves(), silent).uncorrected[0].looked == ("silent",)


def test_the_leader_is_named_only_where_a_report_names_him() -> None:
    without = [actor for actor in ACTORS if actor.id != "one"]
    assert timers(leaves(), actors=without).uncorrected[0].superiors == ()


def test_no_timer_once_it_is_taken_back_or_where_the_leader_says_it_too() -> None:
    assert not timers(leaves(), keeps("one", on="2020-11-12")).uncorrected
    assert not timers(leaves(), leaves("one")).uncorrected
    assert not timers(leaves("one")).uncorrected
    # A word from below takes nothing back.
    assert timers(leaves(), keeps("three", on="2020-11-12")).uncorrected


# --------------------------------------------------------------------------- loopholes used


def finding(code: str, words: str, clause: str | None = "art_1") -> Finding:
    at = LEAVE.document.original.index(words)
    span = LEAVE.document.span(at, at + len(words))
    return Finding(code, code.lower(), Severity.HIGH, "", (), "", clause, span, None, f"print-{code}")


SHRINKS = finding("DEF006", "agreements on training inside")


def test_an_exclusion_uses_the_fault_whose_place_it_touches() -> None:
    (used,) = status(LEAVE, leaves(), findings=[SHRINKS]).loopholes
    assert (used.commitment, used.clause, used.code, used.fingerprint) == (
        WITHDRAWAL,
        "art_1",
        "DEF006",
        "print-DEF006",
    )
    assert (used.claims, used.span.exact) == (("leaves-two",), "agreements on training inside")


def test_no_use_without_a_shared_word_by_an_outsider_or_of_another_kind_of_fault() -> None:
    other = claim("It does not reach the port", "REINTERPRET_EXCLUDE", "two")
    assert not status(LEAVE, other, findings=[SHRINKS]).loopholes
    assert not status(LEAVE, leaves("farland"), findings=[SHRINKS]).loopholes
    assert not status(LEAVE, leaves(), findings=[replace(SHRINKS, code="TIME001")]).loopholes
    assert not status(LEAVE, leaves(), findings=[replace(SHRINKS, clause=None)]).loopholes
    assert not status(LEAVE, leaves()).loopholes


def test_a_display_uses_a_place_limit_only_from_outside_the_letter() -> None:
    notes = ("outside the letter of the clause",)
    video = claim("A video shows training abroad", "CONDUCT_SIGNAL", "two", axis="conduct", claim_id="v", notes=notes)
    assert [used.claims for used in status(LEAVE, video, findings=[SHRINKS]).loopholes] == [("v",)]
    inside = claim("A video shows training", "CONDUCT_SIGNAL", "two", axis="conduct", claim_id="v")
    assert not status(LEAVE, inside, findings=[SHRINKS]).loopholes


def test_asking_for_time_uses_a_missing_day() -> None:
    asks = claim("We need more time", "DELAY", "two", claim_id="asks")
    (used,) = status(LEAVE, asks, findings=[finding("TIME001", "shall be suspended")]).loopholes
    assert (used.use, used.claims) == ("takes time, where no day binds", ("asks",))


def test_the_kinds_of_use_name_rules_that_exist() -> None:
    assert {code for use in loophole_uses() for code in use.rules} <= all_rules().keys()


# --------------------------------------------------------------------------- who changed a reading


def test_a_holder_who_changes_his_reading() -> None:
    found = status(LEAVE, keeps(), leaves(), leaves(on="2020-11-20", stance="REINTERPRET_NARROW", claim_id="narrows"))
    (reading,) = found.readings
    assert (reading.holder, reading.side, reading.stance) == ("Minister Two", "North", "REINTERPRET_EXCLUDE")
    assert [(s.on, s.before, s.to, s.claim) for s in reading.switches] == [
        (date(2020, 11, 10), "AFFIRM", "REINTERPRET_EXCLUDE", "leaves-two"),
        (date(2020, 11, 20), "REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "narrows"),
    ]


def test_no_switch_by_repeating_by_two_holders_on_one_day_or_in_private() -> None:
    again = leaves(on="2020-11-20", claim_id="again")
    assert [reading.switches for reading in status(LEAVE, leaves(), again).readings] == [()]
    assert [reading.switches for reading in status(LEAVE, keeps("one"), leaves()).readings] == [()]
    assert [reading.switches for reading in status(LEAVE, keeps(on="2020-11-10"), leaves()).readings] == [()]
    assert [r.switches for r in status(LEAVE, keeps(visibility="private-on-record"), leaves()).readings] == [()]


# --------------------------------------------------------------------------- what a status says of its evidence


def test_a_status_has_its_rules_grades_and_the_days_since_the_last_evidence() -> None:
    text = agreement("The Parties shall withdraw.", action="withdraw", due=DUE)
    found = status(text, leaves(grades={"said": "A1", "true": "F6"}), as_of="2020-11-20").commitments[0]
    assert [(rule.id, rule.value, rule.claims) for rule in found.rules] == [
        ("R2", "contested", ("leaves-two",)),
        ("P19", "not_yet_due", ()),
        ("T1", "worsening", ("leaves-two",)),
    ]
    assert found.grades == {"leaves-two": {"said": "A1", "true": "F6"}}
    assert found.days_since_evidence == 10
    assert status(text, as_of="2020-11-20").commitments[0].days_since_evidence is None
