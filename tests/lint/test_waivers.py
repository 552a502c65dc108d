"""Waivers in the text: how they are read, what they hold for, and when they do not count."""

import pytest

from tests.lint.reading import agreement_of, findings_in
from trucewatch.core.model import Waiver
from trucewatch.lint.engine import lint
from trucewatch.lint.registry import all_rules
from trucewatch.lint.sentences import sentences
from trucewatch.lint.waivers import inline_waivers, lacks, read_waiver

CLAUSE = "The dead shall be handed over as soon as possible."
BODY = "accepted-ambiguity: TIME002, the road is mined, Joint Commission, 1 June 2027"


def time002(text: str):
    return [finding for finding in findings_in(text) if finding.code == "TIME002"]


@pytest.mark.parametrize("form", [f"[{BODY}]", f"<!-- {BODY} -->", BODY, f"> {BODY}"])
def test_a_waiver_may_stand_in_brackets_in_a_comment_or_on_its_own_line(form: str):
    [finding] = time002(f"{CLAUSE}\n{form}\n")
    assert finding.waived == Waiver("TIME002", "the road is mined", "Joint Commission", "1 June 2027")


@pytest.mark.parametrize("form", [f"[{BODY}]", f"<!-- {BODY} -->"])
def test_a_waiver_within_a_line_is_found_with_its_exact_place(form: str):
    document = agreement_of(f"{CLAUSE} {form} The bridge is painted.").document
    [found] = inline_waivers(document)
    assert document.text[found.start : found.end] == form
    assert found.waiver == Waiver("TIME002", "the road is mined", "Joint Commission", "1 June 2027")


def test_a_waiver_holds_for_its_clause_only():
    text = f"1. {CLAUSE}\n[{BODY}]\n2. The wounded shall be evacuated promptly to the town.\n"
    assert [finding.waived is None for finding in time002(text)] == [False, True]


def test_a_waiver_is_no_clause():
    agreement = agreement_of(f"{CLAUSE}\n\n[{BODY}]\n")
    assert [sentence.text.strip() for sentence in sentences(agreement)] == [CLAUSE]


def test_a_waiver_for_another_rule_waives_nothing():
    assert time002(f"{CLAUSE}\n[{BODY.replace('TIME002', 'TIME001')}]")[0].waived is None


def test_a_waiver_without_body_and_date_keeps_the_finding_and_says_what_is_missing():
    [finding] = time002(f"{CLAUSE}\n[accepted-ambiguity: TIME002, the road is mined]")
    assert finding.waived is None
    assert finding.message.endswith(
        "(A waiver for TIME002 does not count yet: it must name the body that clears it up, the date by which.)"
    )


def test_a_waiver_given_from_outside_holds_for_the_whole_document():
    waiver = Waiver("TIME002", "the road is mined", "Joint Commission", "1 June 2027")
    result = lint(agreement_of(CLAUSE), all_rules().values(), [waiver])
    assert {f.waived for f in result.findings if f.code == "TIME002"} == {waiver}


@pytest.mark.parametrize(
    ("body", "waiver"),
    [
        ("X001", Waiver("X001", "", "", "")),
        ("X001, why", Waiver("X001", "why", "", "")),
        ("X001, why, and why not, JMC, 5 May, 2027", Waiver("X001", "why, and why not", "JMC", "5 May, 2027")),
    ],
)
def test_fields_of_a_waiver(body: str, waiver: Waiver):
    assert read_waiver(body) == waiver


def test_what_a_waiver_lacks():
    assert lacks(Waiver("X001", "why", "JMC", "5 May 2027")) == ()
    assert lacks(Waiver("X001", "", "JMC", "soon")) == ("a reason", "the date by which")
    assert lacks(Waiver("X001", "why", "5 May 2027", "")) == ("the body that clears it up", "the date by which")
