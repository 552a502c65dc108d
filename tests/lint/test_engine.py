"""The engine: exact spans, order, fingerprints, and rules that need more than the text."""

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.lint.reading import agreement_of, findings_in
from tests.paths import SHARED, needs_shared
from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.engine import lint
from trucewatch.lint.registry import all_rules

TEXT = "1. The dead shall be handed over as soon as possible.\n2. The Front should free the hostages.\n"


def word_rule(word: str, severity: Severity = Severity.LOW, hit_severity: Severity | None = None) -> Rule:
    def check(agreement: Agreement) -> Iterator[Hit]:
        at = agreement.document.text.find(word)
        if at >= 0:
            clause = next((c.id for c in agreement.operative if c.start <= at < c.end), None)
            yield Hit(at, at + len(word), f"{word} found", clause=clause, severity=hit_severity)

    return replace(all_rules()["TIME002"], code="WORD001", severity=severity, check=check)


def test_a_finding_points_at_exact_words_and_carries_the_rules_readings():
    rule = word_rule("hostages")
    [finding] = lint(agreement_of(TEXT), [rule]).findings
    assert finding.span.exact == "hostages"
    assert TEXT[finding.span.start : finding.span.end] == "hostages"
    assert finding.readings == rule.readings
    assert finding.suggestion == rule.suggestion
    assert finding.clause == "point_2"


def test_a_hit_may_weigh_more_than_its_rule():
    [finding] = lint(agreement_of(TEXT), [word_rule("dead", Severity.LOW, Severity.HIGH)]).findings
    assert finding.severity is Severity.HIGH


def test_findings_come_in_order_of_place():
    starts = [finding.span.start for finding in findings_in(TEXT)]
    assert starts == sorted(starts)


def test_a_fingerprint_survives_a_move_and_a_new_number():
    moved = "1. The bridge shall be opened by 4 May 2027.\n2. The dead shall be handed over as soon as possible.\n"
    before, after = ({f.fingerprint for f in findings_in(t) if f.code == "TIME002"} for t in (TEXT, moved))
    assert before == after != set()


def test_the_same_words_twice_have_two_fingerprints():
    findings = [f for f in findings_in("1. Guns leave promptly.\n2. Guns leave promptly.\n") if f.code == "TIME002"]
    assert len({f.fingerprint for f in findings}) == len(findings) == 2


def test_a_rule_that_needs_more_than_the_text_says_so():
    rule = replace(word_rule("dead"), needs="a map")
    assert lint(agreement_of(TEXT), [rule]).not_checked == ("WORD001 not fully checked: needs a map",)


def test_one_finding_for_each_sentence_and_rule():
    text = "The Front shall promptly and without delay hand over the dead."
    assert len([f for f in findings_in(text) if f.code == "TIME002"]) == 1


def test_preamble_headings_and_signatures_are_not_judged():
    text = (
        "CONVINCED that the Parties should free the hostages as soon as possible,\n\nHAVE AGREED AS FOLLOWS:\n\n"
        "Article 1\n\nThe bridge is painted.\n\nFor the Front: General Ada, who should sign promptly\n"
    )
    assert not {f.code for f in findings_in(text)} & {"MOD001", "TIME002", "DEF007"}


@pytest.mark.parametrize("name", ["pax_1362", "pax_1364", "pax_1966", "pax_930"])
@needs_shared
def test_every_span_of_the_sample_agreements_is_exact(name: str):
    text = (SHARED / "cases" / "agreements" / f"{name}.txt").read_bytes().decode("utf-8")
    for finding in findings_in(text):
        assert text[finding.span.start : finding.span.end] == finding.span.exact


def sample(name: str) -> set[tuple[str, str]]:
    text = (SHARED / "cases" / "agreements" / f"{name}.txt").read_bytes().decode("utf-8")
    return {(finding.code, finding.clause or "") for finding in findings_in(text)}


@needs_shared
def test_minsk_package_the_loop_of_point_9_and_the_first_day_of_the_withdrawal():
    found = sample("pax_1364")
    assert ("SEQ001", "point_9") in found
    assert {clause for code, clause in found if code == "TIME004"} >= {"point_3", "point_4", "point_6"}
    assert ("PLACE003", "point_2") in {(code, clause.split("__")[0]) for code, clause in found}


@needs_shared
def test_south_sudan_2017_notice_after_effect_and_two_deadlines_for_detainees():
    found = sample("pax_1966")
    assert ("TIME006", "art_1") in {(code, clause.split("__")[0]) for code, clause in found}
    assert ("TIME005", "art_8") in {(code, clause.split("__")[0]) for code, clause in found}


def test_the_time_grows_with_the_length_and_not_with_its_square():
    def seconds(points: int) -> float:
        body = "\n".join(
            f"{n}. Each Party shall withdraw its heavy weapons from the town as soon as possible, provided that point "
            f"{n - 1} has been implemented, and the Mission shall monitor the withdrawal in area {n}."
            for n in range(1, points + 1)
        )
        agreement = agreement_of(body)
        started = time.process_time()
        assert lint(agreement, all_rules().values()).findings
        return time.process_time() - started

    # Eight times the length; its square would be 64 times. The room between is for a busy machine.
    assert seconds(640) < 24 * seconds(80)
