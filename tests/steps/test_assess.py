"""The status of a commitment follows published rules; every case here is built by hand."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.core.dates import CannotCompute, Due, when
from trucewatch.core.model import Actor, Agreement, Claim, CommitmentStatus, Link, Missing, Report
from trucewatch.steps.assess import assess
from trucewatch.vocabulary.status_rules import status_rules

from . import by_hand

FREEZE, CREWS, DEPARTURE, CALM = "art_3__para_1#1", "art_3__para_2#1", "art_2#1", "art_1#1"
DUE = date(2021, 1, 23)

AGREEMENT = by_hand.agreement(
    ("art_1", "The Parties shall observe a ceasefire.", {"bearer": "The Parties", "action": "observe"}),
    ("art_2", "All foreign fighters shall depart within three months.", {"action": "depart"}),
    (
        "art_3__para_1",
        "All agreements on training shall be suspended until the new unified government assumes its functions.",
        {"action": "suspended"},
    ),
    ("art_3__para_2", "Training crews shall depart.", {"action": "depart"}),
    due={
        "art_2": Due(DUE, DUE, ("day 0 is the day of signature",)),
        "art_3__para_2": CannotCompute("no day to count from"),
    },
)

TEXT = (
    "Minister Namroush of the GNA spoke. Prime Minister Serraj was there. Spokesman Mismari of the LNA replied. "
    "Turkey added a word. The UN mission watched. Unnamed politicians talked. It was done, they said."
)


def person(actor_id: str, name: str, authority: str | None, side: str | None = None, kind: str = "person"):
    return by_hand.actor(actor_id, by_hand.span_in(TEXT, name), authority, side, kind)


ACTORS = (
    person("namroush", "Namroush", "2", "GNA"),
    person("serraj", "Serraj", "1", "GNA"),
    person("mismari", "Mismari", "3", "LNA"),
    person("turkey", "Turkey", "X", "Turkey", "state"),
    person("un", "The UN mission", "T", None, "body"),
    person("unnamed", "Unnamed politicians", None, None, "anonymous"),
)


def claim(stance: str, speaker: str | None, commitment: str = FREEZE, on: str | None = "2020-10-25", **more) -> Claim:
    quote = more.pop("quote", "It was done, they said.")
    more.setdefault("claim_id", f"{stance}-{speaker}-{on}")
    return by_hand.claim(TEXT, quote, stance, speaker, on=on, about=commitment, **more)


def of(*claims: Claim, path: str = "report.txt", published: str | None = None) -> Report:
    return by_hand.report(TEXT, *claims, actors=ACTORS, path=path, published=published)


def status(
    commitment: str, *reports: Report, as_of: str = "2020-10-31", agreement: Agreement = AGREEMENT
) -> CommitmentStatus:
    case = assess(agreement, reports, as_of=date.fromisoformat(as_of))
    return next(found for found in case.commitments if found.id == commitment)


def both(found: CommitmentStatus) -> tuple[str, str]:
    return found.reading, found.performance


# --------------------------------------------------------------------------- how the duty is read


@pytest.mark.parametrize("stance", ["REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "DECLARE_CONTINUE"])
def test_a_minister_who_excludes_the_matter_contests_the_clause(stance: str) -> None:
    assert both(status(FREEZE, of(claim(stance, "namroush")))) == ("contested", "pending")


def test_a_denial_of_the_duty_disputes_that_it_exists() -> None:
    assert status(FREEZE, of(claim("DENY_OBLIGATION", "mismari"))).reading == "disputed_existence"


def test_a_denial_of_the_whole_agreement_reaches_every_commitment() -> None:
    denial = replace(claim("DENY_OBLIGATION", "mismari"), about=Link(None, "a1", "by hand"))
    assert {found.reading for found in assess(AGREEMENT, [of(denial)], as_of=date(2020, 10, 31)).commitments} == {
        "disputed_existence"
    }


def test_what_a_backer_says_never_sets_the_status() -> None:
    found = status(FREEZE, of(claim("REINTERPRET_EXCLUDE", "turkey"), claim("ECHO", "turkey")))
    assert both(found) == ("agreed", "pending")
    assert any("a backer's words do not set the status" in line for line in found.why)


def test_whoever_is_named_by_a_state_that_the_agreement_does_not_name_is_a_backer() -> None:
    president = person("president", "Turkey", "1")
    report = replace(of(claim("REINTERPRET_EXCLUDE", "president")), actors=(president,))
    agreement = by_hand.agreement(
        ("art_3__para_1", "All training in Libya shall be suspended.", {"action": "suspended"})
    )
    assert status(FREEZE, report, agreement=agreement).reading == "agreed"
    abroad = by_hand.agreement(("art_3__para_1", "All training in Turkey shall be suspended.", {"action": "suspended"}))
    assert status(FREEZE, report, agreement=abroad).reading == "contested"


def test_a_side_that_the_agreement_does_not_name_is_a_backer_where_it_names_two() -> None:
    third = person("third", "Unnamed politicians", "2", "Qatar")
    agreement = by_hand.agreement(("art_3__para_1", "The GNA and the LNA shall stop training.", {"action": "stop"}))
    report = replace(of(claim("REINTERPRET_EXCLUDE", "third")), actors=(*ACTORS[:3], third))
    assert status(FREEZE, report, agreement=agreement).reading == "agreed"
    assert status(FREEZE, report).reading == "contested"


def test_a_private_report_neither_settles_nor_contests() -> None:
    report = of(claim("REPORT_PRIVATE_AFFIRM", "unnamed", target="serraj"), claim("REINTERPRET_EXCLUDE", "namroush"))
    found = status(FREEZE, report)
    assert found.reading == "contested"
    assert any("reported, unconfirmed" in line for line in found.why)


def test_unnamed_sources_do_not_contest() -> None:
    assert status(FREEZE, of(claim("REINTERPRET_EXCLUDE", "unnamed"))).reading == "agreed"


def test_silence_is_no_consent_and_no_refusal() -> None:
    found = status(FREEZE, of(claim("PUBLIC_SILENCE", "serraj")))
    assert both(found) == ("agreed", "pending")
    assert any("silence is no consent" in line for line in found.why)


def test_a_later_word_from_above_takes_the_exclusion_back() -> None:
    exclusion, answer = claim("REINTERPRET_EXCLUDE", "namroush"), claim("AFFIRM", "serraj", on="2020-10-28")
    assert status(FREEZE, of(exclusion, answer)).reading == "agreed"


def test_a_word_from_below_or_from_before_does_not() -> None:
    exclusion = claim("REINTERPRET_EXCLUDE", "serraj")
    for answer in (claim("AFFIRM", "namroush", on="2020-10-28"), claim("AFFIRM", "serraj", on="2020-10-24")):
        assert status(FREEZE, of(exclusion, answer)).reading == "contested"


def test_neither_a_word_of_the_same_day_nor_a_private_one_takes_it_back() -> None:
    exclusion = claim("REINTERPRET_EXCLUDE", "namroush")
    private = claim("AFFIRM", "serraj", on="2020-10-28", visibility="private-on-record")
    for answer in (claim("AFFIRM", "serraj"), private):
        assert status(FREEZE, of(exclusion, answer)).reading == "contested"


def test_the_other_side_cannot_take_it_back() -> None:
    assert (
        status(
            FREEZE, of(claim("REINTERPRET_EXCLUDE", "namroush"), claim("AFFIRM", "mismari", on="2020-10-28"))
        ).reading
        == "contested"
    )


def test_a_side_that_does_not_owe_the_duty_cannot_contest_it() -> None:
    agreement = by_hand.agreement(("art_1", "The GNA shall withdraw.", {"bearer": "The GNA", "action": "withdraw"}))
    actors = (*ACTORS, person("gna", "GNA", "1", "GNA", "party"))
    report = replace(of(claim("REINTERPRET_EXCLUDE", "mismari", CALM)), actors=actors)
    assert status(CALM, report, agreement=agreement).reading == "agreed"
    own = replace(of(claim("REINTERPRET_EXCLUDE", "namroush", CALM)), actors=actors)
    assert status(CALM, own, agreement=agreement).reading == "contested"


def test_what_is_about_another_clause_changes_nothing_here() -> None:
    assert both(status(CALM, of(claim("REINTERPRET_EXCLUDE", "namroush")))) == ("agreed", "pending")


def test_a_link_that_also_reaches_a_second_duty_contests_both() -> None:
    exclusion = replace(claim("REINTERPRET_EXCLUDE", "namroush"), about=Link(FREEZE, "a1", "by hand", (CREWS,)))
    assert status(CREWS, of(exclusion)).reading == "contested"


# --------------------------------------------------------------------------- what was done


def test_an_accusation_is_an_allegation_and_never_a_breach() -> None:
    many = [claim("ACCUSE", "mismari", CALM, claim_id=f"c{n}", target="namroush") for n in range(5)]
    assert both(status(CALM, of(*many))) == ("agreed", "alleged")


def test_a_monitors_finding_is_a_breach() -> None:
    assert status(CALM, of(claim("BREACH", "un", CALM, axis="conduct"))).performance == "breached"


def test_conduct_outside_the_letter_is_no_breach() -> None:
    found = status(FREEZE, of(claim("BREACH", "un", notes=("outside the letter of the clause",), axis="conduct")))
    assert found.performance == "alleged"


def test_an_admission_is_a_breach_and_a_justification_is_for_a_person_to_judge() -> None:
    assert status(CALM, of(claim("BREACH_ADMITTED", "mismari", CALM))).performance == "breached"
    assert status(CALM, of(claim("JUSTIFY", "mismari", CALM))).performance == "alleged"


def test_two_independent_sources_graded_b2_make_a_breach_and_one_does_not() -> None:
    first = claim("BREACH", None, CALM, claim_id="c1", grades={"true": "B2"}, independence_group="wire")
    second = replace(first, id="c2", independence_group="radio")
    assert status(CALM, of(first, replace(second, independence_group="wire"))).performance == "alleged"
    assert status(CALM, of(first, replace(second, grades={"true": "C3"}))).performance == "alleged"
    assert status(CALM, of(first, second)).performance == "breached"


def test_a_hedged_claim_of_conduct_proves_nothing() -> None:
    assert status(CALM, of(claim("BREACH", "un", CALM, factuality="POSSIBLE+"))).performance == "alleged"


def test_a_partys_own_word_is_a_claim_and_a_monitors_is_fulfilment() -> None:
    assert status(DEPARTURE, of(claim("CLAIM_COMPLIANCE", "mismari", DEPARTURE))).performance == "claimed"
    assert status(DEPARTURE, of(claim("COMPLY", "un", DEPARTURE, axis="conduct"))).performance == "fulfilled"


def test_what_one_of_the_parties_did_is_a_part() -> None:
    agreement = by_hand.agreement(
        ("art_1", "The Parties shall release all.", {"bearer": "The Parties", "action": "release"})
    )
    text = TEXT + " The GNA has released twelve. Both sides have released all."
    one, two = (
        by_hand.claim(text, quote, "THIRD_PARTY_FINDING", "un", on="2020-10-25", about=CALM)
        for quote in ("The GNA has released twelve.", "Both sides have released all.")
    )
    assert status(CALM, by_hand.report(text, one, actors=ACTORS), agreement=agreement).performance == "partial"
    assert status(CALM, by_hand.report(text, two, actors=ACTORS), agreement=agreement).performance == "fulfilled"


def test_a_later_finding_that_it_is_not_done_keeps_it_from_being_fulfilled() -> None:
    done = claim("COMPLY", "un", DEPARTURE, axis="conduct")
    assert (
        status(DEPARTURE, of(done, claim("REPORT_NOT_DONE", "un", DEPARTURE, on="2020-10-26"))).performance
        != "fulfilled"
    )
    assert (
        status(DEPARTURE, of(done, claim("REPORT_NOT_DONE", "un", DEPARTURE, on="2020-10-24"))).performance
        == "fulfilled"
    )


def test_a_continuous_duty_is_never_fulfilled() -> None:
    assert status(CALM, of(claim("COMPLY", "un", CALM, axis="conduct"))).performance == "no_verified_violation"


def test_no_violation_is_no_completion_of_what_is_owed_once() -> None:
    assert status(DEPARTURE, of(claim("finding-none", "un", DEPARTURE))).performance == "not_yet_due"


def test_a_finding_keeps_its_direction() -> None:
    text = TEXT + " No violations were recorded. The mission could not verify the departure."
    none = by_hand.claim(text, "No violations were recorded.", "THIRD_PARTY_FINDING", "un", on="2020-10-25", about=CALM)
    unable = by_hand.claim(
        text,
        "The mission could not verify the departure.",
        "THIRD_PARTY_FINDING",
        "un",
        claim_id="c2",
        on="2020-10-25",
        about=DEPARTURE,
    )
    report = by_hand.report(text, none, unable, actors=ACTORS)
    assert status(CALM, report).performance == "no_verified_violation"
    assert status(DEPARTURE, report).performance == "unverifiable"


def test_what_cannot_be_verified_names_who_denied_access() -> None:
    words = "The mission could not verify it because access to the port was denied."
    text = f"{TEXT} {words}"
    named = by_hand.claim(text, words, "THIRD_PARTY_FINDING", "un", on="2020-10-25", about=DEPARTURE)
    unnamed = by_hand.report(text, named, actors=ACTORS)
    by_the_lna = by_hand.report(text, replace(named, target="mismari"), actors=ACTORS)
    accused = replace(named, stance="ACCUSE", speaker="namroush", target="mismari")
    found = status(DEPARTURE, unnamed)
    assert found.performance == "unverifiable"
    assert "who denied access: no source on this commitment says so" in found.why
    assert "who denied access: Mismari [c1]" in status(DEPARTURE, by_the_lna).why
    accusation = by_hand.report(text, named, replace(accused, id="c2"), actors=ACTORS)
    assert "who denied access: no source on this commitment says so" in status(DEPARTURE, accusation).why


def test_suspending_what_the_clause_asks_to_suspend_is_no_suspension_of_the_clause() -> None:
    assert status(FREEZE, of(claim("SUSPEND", "namroush"))).performance == "claimed"
    assert status(CALM, of(claim("SUSPEND", "namroush", CALM))).performance == "suspended"


def test_withdrawal_from_the_agreement_reaches_every_duty() -> None:
    withdrawal = replace(claim("WITHDRAW", "mismari"), about=Link(None, "a1", "by hand"))
    assert status(CALM, of(withdrawal)).performance == "withdrawn"
    assert status(DEPARTURE, of(withdrawal)).performance == "withdrawn"


def test_progress_and_renegotiation() -> None:
    assert status(DEPARTURE, of(claim("REPORT_PROGRESS", "un", DEPARTURE))).performance == "in_progress"
    assert status(DEPARTURE, of(claim("AMEND", "mismari", DEPARTURE))).performance == "renegotiated"


# --------------------------------------------------------------------------- the clock


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2021-01-22", "not_yet_due"), ("2021-01-23", "not_yet_due"), ("2021-01-24", "overdue_unknown")],
)
def test_overdue_is_arithmetic(as_of: str, expected: str) -> None:
    found = status(DEPARTURE, as_of=as_of)
    assert found.performance == expected
    assert found.reading == "agreed"


def test_overdue_says_how_it_was_computed() -> None:
    assert status(DEPARTURE, as_of="2021-01-24").why == (
        "R9 agreed: no public statement by a side that owes the duty reads it differently",
        "P16 overdue_unknown: the last day has passed and no source says whether it was done",
        "the last day is 2021-01-23, 1 day before 2021-01-24",
    )


def test_an_independent_source_makes_it_missed() -> None:
    late = claim("REPORT_NOT_DONE", None, DEPARTURE, on="2021-01-29")
    assert status(DEPARTURE, of(late), as_of="2021-01-31").performance == "missed"


def test_undated_words_that_the_day_has_passed_are_enough_and_undated_words_that_it_is_not_done_are_not() -> None:
    passed, undone = (claim(stance, None, DEPARTURE, on=None) for stance in ("MISSED_DEADLINE", "REPORT_NOT_DONE"))
    assert status(DEPARTURE, of(passed), as_of="2021-01-31").performance == "missed"
    assert status(DEPARTURE, of(undone), as_of="2021-01-31").performance == "overdue_unknown"


def test_what_happened_on_a_day_was_said_no_earlier() -> None:
    later = claim("REINTERPRET_EXCLUDE", "namroush", on=None, happened_on=when("2020-11-05"))
    assert status(FREEZE, of(later), as_of="2020-11-04").reading == "agreed"
    assert status(FREEZE, of(later), as_of="2020-11-05").reading == "contested"


def test_the_opposing_party_alone_does_not() -> None:
    agreement = by_hand.agreement(
        ("art_2", "The GNA shall leave the port.", {"bearer": "The GNA", "action": "leave"}),
        due={"art_2": Due(DUE, DUE)},
    )
    actors = (*ACTORS, person("gna", "GNA", "1", "GNA", "party"))
    report = replace(of(claim("REPORT_NOT_DONE", "mismari", DEPARTURE, on="2021-01-29")), actors=actors)
    assert status(DEPARTURE, report, as_of="2021-01-31", agreement=agreement).performance == "overdue_unknown"


def test_not_done_before_the_last_day_is_not_missed() -> None:
    early = claim("REPORT_NOT_DONE", None, DEPARTURE, on="2020-12-01")
    assert status(DEPARTURE, of(early), as_of="2021-01-31").performance == "overdue_unknown"


def test_a_claim_of_completion_stands_against_the_clock() -> None:
    assert (
        status(DEPARTURE, of(claim("CLAIM_COMPLIANCE", "mismari", DEPARTURE)), as_of="2021-01-31").performance
        == "claimed"
    )


def test_a_day_that_cannot_be_computed_is_never_overdue() -> None:
    found = status(CREWS, as_of="2030-01-01")
    assert found.performance == "pending"
    assert "no last day: no day to count from" in found.why


def test_a_continuous_duty_is_never_overdue() -> None:
    agreement = by_hand.agreement(
        ("art_1", "The Parties shall observe a ceasefire.", {"action": "observe"}), due={"art_1": Due(DUE, DUE)}
    )
    assert status(CALM, as_of="2030-01-01", agreement=agreement).performance == "pending"


def test_what_was_said_or_published_later_does_not_count() -> None:
    dated = claim("REINTERPRET_EXCLUDE", "namroush", on="2020-11-02")
    undated = claim("REINTERPRET_EXCLUDE", "namroush", on=None)
    assert status(FREEZE, of(dated)).reading == "agreed"
    assert status(FREEZE, of(undated, published="2020-11-02")).reading == "agreed"
    assert status(FREEZE, of(undated, published="2020-10-31")).reading == "contested"


def test_a_month_counts_when_it_is_over() -> None:
    exclusion = claim("REINTERPRET_EXCLUDE", "namroush", on="2020-11")
    assert status(FREEZE, of(exclusion), as_of="2020-11-15").reading == "agreed"
    assert status(FREEZE, of(exclusion), as_of="2020-11-30").reading == "contested"


def test_a_claim_without_any_date_counts_and_is_shown_as_undated() -> None:
    found = status(FREEZE, of(claim("REINTERPRET_EXCLUDE", "namroush", on=None)))
    assert found.reading == "contested"
    assert found.last_evidence_on is None
    assert found.why[1].startswith("undated, Namroush (level 2): “It was done, they said.” [")


def test_a_clause_that_runs_until_an_event_lapses_when_a_claim_says_that_it_happened() -> None:
    text = TEXT + " The unified government took office. They will stop when the unified government took office."
    happened = by_hand.claim(text, "The unified government took office.", "REPORT_PROGRESS", on="2021-03-15")
    ahead = by_hand.claim(text, "They will stop when the unified government took office.", "CONDITION", on="2021-03-15")
    assert status(FREEZE, by_hand.report(text, happened), as_of="2021-03-31").performance == "lapsed"
    assert status(FREEZE, by_hand.report(text, ahead), as_of="2021-03-31").performance == "pending"
    assert status(FREEZE, by_hand.report(text, happened), as_of="2021-03-14").performance == "pending"


# --------------------------------------------------------------------------- trend, sources, balance


def test_signs_one_way_are_a_trend_and_signs_both_ways_are_none() -> None:
    down, up = claim("REINTERPRET_EXCLUDE", "namroush"), claim("REPORT_PROGRESS", "un")
    assert status(FREEZE, of(down)).trend == "worsening"
    assert status(FREEZE, of(up)).trend == "improving"
    assert status(FREEZE, of(down, up)).trend == "unknown"
    assert status(FREEZE).trend == "unknown"
    assert status(FREEZE, of(down), as_of="2021-01-01").trend == "steady"
    assert status(FREEZE, of(replace(down, said_on=Missing("not stated")))).trend == "unknown"


def test_one_wire_in_two_papers_is_one_source_and_an_echo_is_none() -> None:
    first = claim("REINTERPRET_EXCLUDE", "namroush", claim_id="c1", independence_group="wire")
    again = replace(first, id="c2")
    echo = claim("ECHO", "turkey", claim_id="c3", echo_of="c1")
    found = status(FREEZE, of(first, path="one.txt"), of(again, echo, path="two.txt"))
    assert (found.independent_sources, dict(found.by_side)) == (1, {"GNA": 1})


def test_one_person_in_two_reports_is_one_speaker() -> None:
    other_text = "Salah al-Din Namroush, called Namroush, spoke. It was done, they said."
    names = [by_hand.span_in(other_text, name) for name in ("Salah al-Din Namroush", "Namroush")]
    in_other = Actor("namroush_2", names[0], "person", None, None, {}, tuple(names))
    in_first = replace(ACTORS[0], mentions=(*ACTORS[0].mentions, names[0]))
    first = replace(of(claim("REINTERPRET_EXCLUDE", "namroush", claim_id="c1"), path="one.txt"), actors=(in_first,))
    answer = by_hand.claim(
        other_text, "It was done, they said.", "AFFIRM", "namroush_2", claim_id="c2", on="2020-10-29", about=FREEZE
    )
    second = by_hand.report(other_text, answer, actors=(in_other,), path="two.txt")
    assert status(FREEZE, first).reading == "contested"
    assert status(FREEZE, first, second).reading == "agreed"
    assert dict(status(FREEZE, first, second).by_side) == {"GNA": 2}


def test_an_office_is_no_name() -> None:
    one, two = (
        replace(
            of(claim("REINTERPRET_EXCLUDE", "pm", claim_id=side), path=f"{side}.txt"),
            actors=(by_hand.actor("pm", by_hand.span_in(TEXT, "Prime Minister"), "1", side),),
        )
        for side in ("GNA", "LNA")
    )
    renamed = replace(two, actors=(replace(two.actors[0], id="pm2"),), claims=(replace(two.claims[0], speaker="pm2"),))
    case = assess(AGREEMENT, [one, renamed], as_of=date(2020, 10, 31))
    assert {(entry.side, entry.claims) for entry in case.balance} == {("GNA", 1), ("LNA", 1)}
    assert len([signal for signal in case.signals if signal.code == "B1"]) == 2


def test_claims_of_one_id_in_two_reports_are_kept_apart() -> None:
    one = of(claim("REINTERPRET_EXCLUDE", "namroush", claim_id="c1"), path="in/one.txt")
    two = of(claim("ACCUSE", "mismari", claim_id="c1"), path="in/two.txt")
    assert status(FREEZE, one, two).claims == ("one#c1", "two#c1")
    assert status(FREEZE, one).claims == ("c1",)


def test_the_balance_shows_a_side_that_was_not_heard() -> None:
    case = assess(AGREEMENT, [of(claim("REINTERPRET_EXCLUDE", "namroush"))], as_of=date(2020, 10, 31))
    assert {(entry.side, entry.claims, entry.sources) for entry in case.balance} == {("GNA", 1, 1), ("LNA", 0, 0)}


def test_rival_readings_stand_side_by_side() -> None:
    reports = of(claim("REINTERPRET_EXCLUDE", "namroush"), claim("THIRD_PARTY_INTERPRET", "un", on="2020-10-30"))
    case = assess(AGREEMENT, [reports], as_of=date(2020, 10, 31))
    assert [(reading.clause, reading.holder, reading.since) for reading in case.readings] == [
        ("art_3__para_1", "Namroush", date(2020, 10, 25)),
        ("art_3__para_1", "The UN mission", date(2020, 10, 30)),
    ]


def test_every_reason_names_its_rule_and_its_claims() -> None:
    found = status(FREEZE, of(claim("REINTERPRET_EXCLUDE", "namroush", claim_id="c1")))
    assert found.rule == "R2 P20 T1"
    assert found.why[0].startswith("R2 contested: ")
    assert found.why[1] == "2020-10-25, Namroush (level 2): “It was done, they said.” [c1]"
    assert found.why[2].startswith("P20 pending: ")
    assert (
        "a public statement by the same speaker or somebody above that the clause covers the matter"
        in found.would_change
    )


def test_nothing_is_known_of_a_case_without_reports() -> None:
    case = assess(AGREEMENT, [], as_of=date(2020, 10, 31))
    assert (case.as_of, case.known_by, case.signals, case.readings, case.balance) == (
        date(2020, 10, 31),
        date(2020, 10, 31),
        (),
        (),
        (),
    )


def test_the_order_of_the_reports_changes_nothing() -> None:
    one = of(claim("REINTERPRET_EXCLUDE", "namroush", claim_id="c1"), path="one.txt")
    two = of(claim("ACCUSE", "mismari", claim_id="c2"), path="two.txt")
    day = date(2020, 10, 31)
    assert assess(AGREEMENT, [one, two], as_of=day) == assess(AGREEMENT, [two, one], as_of=day)


SPEAKERS = [actor.id for actor in ACTORS] + [None]
# Stances that set nothing by themselves, whoever speaks and however often.
WORDS_ALONE = [
    "ACCUSE", "ECHO", "PUBLIC_SILENCE", "REPORT_PRIVATE_AFFIRM", "REPORT_PRIVATE_DENY", "REPORT_KNOWLEDGE",
    "CONDUCT_SIGNAL", "CAST_DOUBT", "ASSESS", "CALL_TO_COMPLY", "ATTACK_MONITOR", "DENY_CONDUCT",
]  # fmt: skip


@given(
    st.lists(
        st.tuples(st.sampled_from(WORDS_ALONE), st.sampled_from(SPEAKERS), st.sampled_from([FREEZE, DEPARTURE, CALM])),
        max_size=12,
    ),
    st.dates(date(2020, 10, 23), date(2021, 6, 30)),
)
@settings(max_examples=60, deadline=None)
def test_words_alone_never_contest_break_or_fulfil_a_duty(said: list[tuple[str, str | None, str]], as_of: date) -> None:
    claims = [claim(stance, who, duty, on=None, claim_id=f"c{n}") for n, (stance, who, duty) in enumerate(said)]
    for found in assess(AGREEMENT, [of(*claims)], as_of=as_of).commitments:
        assert found.reading == "agreed"
        assert found.performance in {"pending", "not_yet_due", "overdue_unknown", "alleged"}


STANCES = sorted(
    {stance for axis in ("reading", "performance", "trend") for rule in status_rules(axis) for stance in rule.stances}
)


@given(
    st.lists(
        st.tuples(st.sampled_from(STANCES), st.sampled_from(SPEAKERS), st.dates(date(2020, 10, 23), date(2021, 6, 30))),
        max_size=10,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_status_names_rules_of_the_page_and_only_claims_of_the_day(
    said: list[tuple[str, str | None, date]],
) -> None:
    as_of = date(2021, 1, 31)
    claims = [claim(stance, who, on=day.isoformat(), claim_id=f"c{n}") for n, (stance, who, day) in enumerate(said)]
    known = {c.id for c, (_, _, day) in zip(claims, said, strict=True) if day <= as_of}
    rules = {axis: {rule.id: rule.value for rule in status_rules(axis)} for axis in ("reading", "performance", "trend")}
    for found in assess(AGREEMENT, [of(*claims)], as_of=as_of).commitments:
        assert set(found.claims) <= known
        for axis, code in zip(rules, found.rule.split(), strict=True):
            assert rules[axis][code] == getattr(found, axis)
        assert found.last_evidence_on is None or found.last_evidence_on <= as_of


@pytest.mark.parametrize("axis", ["reading", "performance", "trend"])
def test_the_rules_of_an_axis_end_with_one_that_always_holds(axis: str) -> None:
    last = status_rules(axis)[-1]
    assert not last.stances
    assert (last.duty, last.clock) == ("any", "any")


def test_the_published_page_says_what_the_rules_say() -> None:
    from tests import signals_page, status_rules_page

    assert signals_page.PAGE.read_text(encoding="utf-8") == signals_page.page(), (
        "docs/signals.md is out of date. Run: python -m tests.signals_page"
    )

    assert status_rules_page.PAGE.read_text(encoding="utf-8") == status_rules_page.page(), (
        "docs/status-rules.md is out of date. Run: python -m tests.status_rules_page"
    )
