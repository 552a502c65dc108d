"""Waivers beside the draft: how they are read, what they hold for, when their date has passed."""

from datetime import date

import pytest

from tests.lint.reading import agreement_of
from trucewatch.core.errors import BadInput
from trucewatch.core.model import LintResult, Waiver
from trucewatch.lint.engine import lint
from trucewatch.lint.registry import all_rules
from trucewatch.lint.waiver_file import read_waivers

DRAFT = """Article 1. The dead and the wounded

1. The dead shall be handed over as soon as possible.

2. The wounded shall be evacuated to the town as soon as possible.
"""
LINE = "accepted-ambiguity: TIME002, the route is mined, Joint Commission, 1 June 2027"


def waivers(*lines: str) -> tuple[Waiver, ...]:
    return read_waivers("\n".join(lines), "draft.txt.waivers", all_rules())


def result(*lines: str, on: date | None = date(2027, 5, 1), draft: str = DRAFT) -> LintResult:
    return lint(agreement_of(draft), all_rules().values(), waivers(*lines), on=on)


def time002(found: LintResult) -> list[bool]:
    """For each finding of TIME002 whether it is waived, in order of place."""
    return [finding.waived is not None for finding in found.findings if finding.code == "TIME002"]


def test_a_file_has_one_waiver_a_line_and_remarks():
    assert waivers("# why we live with these", "", LINE.upper().replace("1 JUNE", "1 June"), f"  {LINE}") == (
        Waiver("TIME002", "THE ROUTE IS MINED", "JOINT COMMISSION", "1 June 2027", None, "draft.txt.waivers, line 3"),
        Waiver("TIME002", "the route is mined", "Joint Commission", "1 June 2027", None, "draft.txt.waivers, line 4"),
    )


def test_a_waiver_holds_for_the_whole_draft_or_for_the_clause_that_it_names():
    assert time002(result(LINE)) == [True, True]
    assert time002(result(LINE.replace("TIME002", "TIME002 at art_1__para_2"))) == [False, True]


def test_all_faults_of_a_file_are_reported_at_once():
    with pytest.raises(BadInput) as caught:
        waivers(
            "TIME002, we like it", LINE, LINE.replace("TIME002", "TIME02"), LINE.replace("TIME002", "TIME002 art_1")
        )
    assert str(caught.value) == (
        'BadInput: draft.txt.waivers: line 1 is no waiver; expected "accepted-ambiguity: RULE, reason, who clears it up, '
        'by when"; line 3: no rule "TIME02", nearest: TIME012; line 4 is no waiver; expected "accepted-ambiguity: RULE, '
        'reason, who clears it up, by when"'
    )


@pytest.mark.parametrize(
    ("left", "missing"),
    [
        (", the route is mined", "the body that clears it up, the date by which"),
        (", the route is mined, Joint Commission", "the date by which"),
        (", the route is mined, Joint Commission, 1 June", "the year of the date by which"),
        ("", "a reason, the body that clears it up, the date by which"),
    ],
)
def test_a_waiver_that_leaves_something_out_keeps_the_finding_with_a_note(left, missing):
    found = result(f"accepted-ambiguity: TIME002{left}")
    assert time002(found) == [False, False]
    [first, _] = [finding for finding in found.findings if finding.code == "TIME002"]
    assert first.message.endswith(f" (A waiver for TIME002 does not count yet: it must name {missing}.)")


def test_a_waiver_ends_with_its_date():
    assert time002(result(LINE, on=date(2027, 6, 1))) == [True, True]
    late = result(LINE, on=date(2027, 6, 2))
    assert time002(late) == [False, False]
    [first, _] = [finding for finding in late.findings if finding.code == "TIME002"]
    assert first.message.endswith(
        " (A waiver for TIME002 does not count any more: its date, 1 June 2027, is before 2027-06-02.)"
    )


def test_a_month_lasts_to_its_end():
    line = LINE.replace("1 June 2027", "June 2027")
    assert time002(result(line, on=date(2027, 6, 30))) == [True, True]
    assert time002(result(line, on=date(2027, 7, 1))) == [False, False]


def test_without_a_day_dates_are_not_compared_and_the_result_says_so():
    found = result(LINE, on=None)
    assert time002(found) == [True, True]
    assert found.waiver_notes == (
        "the dates of waivers are compared with no day: pass --as-of, --signed-on or --today",
    )


@pytest.mark.parametrize(
    ("line", "note"),
    [
        (LINE.replace("TIME002", "SEQ001"), "waiver for SEQ001 fits no finding (draft.txt.waivers, line 1)"),
        (
            LINE.replace("TIME002", "TIME002 at art_9"),
            "waiver for TIME002 at art_9 fits no finding; the text has no such clause (draft.txt.waivers, line 1)",
        ),
    ],
)
def test_a_waiver_that_fits_no_finding_is_reported(line, note):
    assert result(line).waiver_notes == (note,)


def test_an_inline_waiver_that_fits_no_finding_is_reported():
    assert result(draft=f"{DRAFT}\n[{LINE.replace('TIME002', 'SEQ001')}]\n").waiver_notes == (
        "waiver for SEQ001 at art_1__para_2 fits no finding",
    )


def test_a_waiver_for_a_rule_that_was_not_run_is_not_blamed():
    only = [all_rules()["SEQ001"]]
    assert lint(agreement_of(DRAFT), only, waivers(LINE), on=date(2027, 5, 1)).waiver_notes == ()


def test_a_waiver_that_counts_has_no_notes():
    assert result(LINE).waiver_notes == ()
