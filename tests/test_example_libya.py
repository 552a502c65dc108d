"""The example case from end to end: files in, a status on several days out."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

import trucewatch
from trucewatch import flow
from trucewatch.core.dates import CannotCompute, Due
from trucewatch.core.model import Agreement, CaseStatus, Claim, CommitmentStatus, Link, Missing, Report
from trucewatch.steps.link import link
from trucewatch.vocabulary.status_rules import OUTSIDE_THE_LETTER

CASE = Path(__file__).resolve().parents[1] / "examples" / "libya"
REPORTS = tuple(sorted((CASE / "reports").glob("*.txt")))
LATE = ("2021-01-29-deadline-passes.txt", "2021-03-16-new-government.txt")
SIGNS_OF_OCTOBER = {"B1", "B3", "B4", "B8", "B12", "B16"}


@cache
def the_agreement() -> Agreement:
    return trucewatch.read_agreement(CASE / "agreement.txt")


@cache
def the_report(path: Path) -> Report:
    return trucewatch.read_report(path)


@cache
def the_case(as_of: str, *, late: bool = True) -> CaseStatus:
    reports = [the_report(path) for path in REPORTS if late or path.name not in LATE]
    return trucewatch.status(the_agreement(), reports, as_of=as_of)


def duty(words: str) -> str:
    """The id of the one commitment whose own slots hold the words."""
    found = [
        commitment.id
        for commitment in the_agreement().commitments
        if any(
            words in span.exact
            for _, slot in commitment.slots.items()
            if not isinstance(slot, Missing)
            for span in slot
        )
    ]
    assert len(found) == 1, found
    return found[0]


def freeze() -> str:
    return duty("agreements on training inside Libya")


def crews() -> str:
    return duty("Training crews")


def departure() -> str:
    return duty("mercenaries and foreign fighters")


def status(commitment: str, as_of: str, *, late: bool = True) -> CommitmentStatus:
    return next(found for found in the_case(as_of, late=late).commitments if found.id == commitment)


def signals(as_of: str, *commitments: str | None) -> set[str]:
    return {signal.code for signal in the_case(as_of).signals if signal.commitment in commitments}


def claims_of(name: str) -> tuple[Report, tuple[Claim, ...]]:
    report = link(the_report(CASE / "reports" / name), the_agreement())
    return report, report.claims


# --------------------------------------------------------------------------- the agreement


def test_the_departure_is_due_three_calendar_months_after_the_signature() -> None:
    (due,) = [found.due for found in the_agreement().commitments if found.id == departure()]
    assert isinstance(due, Due)
    assert (due.earliest, due.latest) == (date(2021, 1, 23), date(2021, 1, 23))


def test_the_freeze_ends_on_a_day_that_nobody_can_compute() -> None:
    dues = {found.id: found.due for found in the_agreement().commitments}
    assert isinstance(dues[freeze()], CannotCompute)
    assert isinstance(dues[crews()], CannotCompute)


# --------------------------------------------------------------------------- the reports


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_report_is_dated_and_gives_claims_in_its_own_words(path: Path) -> None:
    report = the_report(path)
    assert report.document.published_on is not None
    assert path.stem.startswith(report.document.published_on.edtf)
    assert report.claims
    for claim in report.claims:
        span = claim.quote.span
        assert report.document.original[span.start : span.end] == span.exact


def test_the_ministers_exclusion_is_read_and_tied_to_the_freeze() -> None:
    report, claims = claims_of("2020-10-25-defence-minister.txt")
    names = {actor.id: actor.name.exact for actor in report.actors}
    exclusions = [
        c for c in claims if c.stance == "REINTERPRET_EXCLUDE" and "Namroush" in names.get(c.speaker or "", "")
    ]
    assert exclusions
    assert any(isinstance(claim.about, Link) and claim.about.commitment == freeze() for claim in exclusions)


def test_the_video_is_outside_the_letter_of_the_clause() -> None:
    _, claims = claims_of("2020-10-31-analyst-note.txt")
    (video,) = [claim for claim in claims if "video" in claim.quote.span.exact and claim.axis == "conduct"]
    assert video.stance == "CONDUCT_SIGNAL"
    assert OUTSIDE_THE_LETTER in video.notes


# --------------------------------------------------------------------------- 31 October 2020


def test_on_31_october_the_freeze_and_the_crews_are_contested() -> None:
    assert status(freeze(), "2020-10-31").reading == "contested"
    assert status(crews(), "2020-10-31").reading == "contested"


def test_on_31_october_nothing_is_breached_missed_or_withdrawn() -> None:
    performances = {found.performance for found in the_case("2020-10-31").commitments}
    assert performances <= {"pending", "not_yet_due", "alleged", "in_progress"}


def test_the_other_commitments_are_agreed() -> None:
    others = [found for found in the_case("2020-10-31").commitments if found.id not in (freeze(), crews())]
    assert {found.reading for found in others} == {"agreed"}


def test_the_signs_on_the_freeze_are_exactly_these() -> None:
    assert signals("2020-10-31", freeze()) == SIGNS_OF_OCTOBER
    assert signals("2020-10-31", crews()) == {"B1", "B4", "B8", "B16"}
    assert {signal.code for signal in the_case("2020-10-31").signals} == SIGNS_OF_OCTOBER


def test_as_known_on_26_october_nothing_of_31_october_is_known() -> None:
    evidence = flow.EvidenceTable()
    for seq, path in enumerate(REPORTS, start=1):
        evidence.add(link(the_report(path), the_agreement()), seq, document=path.stem)
    by_then = sum(path.name < "2020-10-27" for path in REPORTS)
    for as_of in (date(2020, 10, 26), date(2020, 10, 31), date(2021, 3, 31)):
        case = flow.assess_evidence({"": the_agreement()}, evidence, as_of, known_seq=by_then)
        claims = {claim for found in case.commitments for claim in found.claims}
        assert {claim.partition("/")[0] for claim in claims} == {path.stem for path in REPORTS[:by_then]}
        assert {s.code for s in case.signals if s.commitment == freeze()} == {"B1", "B12"}
        assert not any(timer.looked for timer in case.uncorrected)
    # What happened on the 24th and was learned on the 31st belongs to the 26th for whoever knows it.
    assert "B8" in signals("2020-10-26", freeze())


def test_the_prime_minister_has_not_corrected_his_minister_for_six_days() -> None:
    timers = {timer.commitment: timer for timer in the_case("2020-10-31").uncorrected}
    assert timers.keys() == {freeze(), crews()}
    found = timers[freeze()]
    assert (found.actors, found.since, found.days, found.hours) == (("ly_namroush",), date(2020, 10, 25), 6, 144)
    assert found.superiors == ("Faiez Serraj",)
    assert found.looked == ("2020-10-31-analyst-note#k5",)


def test_what_is_told_of_the_prime_minister_in_private_stands_against_his_minister() -> None:
    (split,) = the_case("2020-10-31").opposed
    assert (split.kind, split.commitment, split.side) == ("split", freeze(), "ly_gna")
    assert (split.actors, split.against_actors) == (("ly_serraj",), ("ly_namroush",))
    assert "private-public" in split.across


def test_the_exclusion_uses_the_unlisted_agreements_and_the_shrinking_place() -> None:
    used = {loophole.code for loophole in the_case("2020-10-31").loopholes if loophole.commitment == freeze()}
    assert used == {"XAGR001", "DEF006"}
    video = [
        loophole for loophole in the_case("2020-10-31").loopholes if "2020-10-31-analyst-note#k7" in loophole.claims
    ]
    assert {loophole.use for loophole in video} == {"does beside the letter what the letter does not reach"}


def test_the_appeal_to_legitimacy_is_seen() -> None:
    assert "B12" in signals("2020-10-31", freeze(), crews(), None)


def test_speech_and_display_together_are_a_signal_and_not_established() -> None:
    strengths = {s.strength for s in the_case("2020-10-31").signals if s.commitment == freeze()}
    assert strengths == {"signal"}


def test_both_sides_are_in_the_balance() -> None:
    heard = {entry.side for entry in the_case("2020-10-31").balance if entry.claims}
    assert {"ly_gna", "ly_lna"} <= heard


def test_the_accusation_stays_an_allegation() -> None:
    _, claims = claims_of("2020-10-26-accusation-from-the-east.txt")
    assert "ACCUSE" in {claim.stance for claim in claims}
    assert "breached" not in {found.performance for found in the_case("2021-01-31").commitments}


def test_reasons_quote_the_reports() -> None:
    why = " ".join(status(freeze(), "2020-10-31").why)
    assert "Namroush" in why
    assert "does not include the military cooperation agreement" in why
    assert "reported, unconfirmed" in why
    assert "silence is no consent" in why
    assert "a backer's words do not set the status" in why


# --------------------------------------------------------------------------- the end of January 2021


def test_a_day_after_the_last_day_and_without_later_reports_the_departure_is_overdue() -> None:
    assert status(departure(), "2021-01-24", late=False).performance == "overdue_unknown"


def test_a_later_report_does_not_reach_back() -> None:
    assert status(departure(), "2021-01-24").performance == "overdue_unknown"


def test_with_the_late_report_the_departure_is_missed() -> None:
    found = status(departure(), "2021-01-31")
    assert found.performance == "missed"
    assert found.rule.split()[1] == "P13"
    assert "B5" in signals("2021-01-31", departure())


def test_from_the_lines_is_less_than_from_libya() -> None:
    (drift,) = [signal for signal in the_case("2020-11-03").signals if signal.code == "B6"]
    assert (drift.actor, drift.strength, drift.measure) == ("ly_jmc", "watch", "words: territory to lines")


def test_after_the_new_government_is_sworn_in_the_freeze_has_possibly_lapsed() -> None:
    assert status(freeze(), "2021-03-14").performance == "alleged"
    found = status(freeze(), "2021-03-31")
    assert (found.reading, found.performance, found.rule.split()[1]) == ("contested", "lapsed", "P3")
    assert any("possibly lapsed" in line for line in found.why)
    assert status(crews(), "2021-03-31").performance == "pending"


def test_the_missions_reading_stands_beside_the_ministers() -> None:
    readings = [reading for reading in the_case("2021-01-31").readings if freeze().startswith(reading.clause)]
    holders = " ".join(reading.holder or "" for reading in readings)
    assert "Namroush" in holders
    assert "Williams" in holders


def test_the_api_and_the_flow_agree() -> None:
    reports = [the_report(path) for path in REPORTS]
    assert flow.assess_case(the_agreement(), reports, date(2020, 10, 31), trucewatch.rules()) == the_case("2020-10-31")
