"""Baselines: what is known stays quiet, through moves and new versions of rules."""

from dataclasses import replace

import pytest

from tests.lint.reading import agreement_of
from trucewatch.core.errors import BadInput
from trucewatch.core.known import KnownCounts
from trucewatch.core.model import LintResult, Waiver
from trucewatch.lint.baseline import Baseline, against, baseline_of, read_baseline, write_baseline
from trucewatch.lint.engine import lint
from trucewatch.lint.registry import all_rules

DRAFT = """Article 1. Prisoners

1. The dead shall be handed over as soon as possible.

2. Each Party shall free the hostages at Doum.

Article 2. Joint Commission

1. The Joint Commission shall meet bi-weekly at Karsa.
"""


def result(text: str) -> LintResult:
    return lint(agreement_of(text), all_rules().values())


def known(text: str = DRAFT) -> Baseline:
    return read_baseline(write_baseline(baseline_of(result(text))), "draft.baseline.json")


def codes(found: LintResult) -> list[str]:
    return [finding.code for finding in found.findings]


def test_the_same_draft_has_nothing_new():
    before = result(DRAFT)
    after = against(before, known())
    assert after.findings == ()
    assert after.baseline == KnownCounts(known=len(before.findings), new=0, resolved=0)


def test_a_baseline_comes_back_as_it_was_written():
    assert known() == baseline_of(result(DRAFT))


def test_only_what_is_new_is_shown_and_what_is_gone_is_counted():
    reworded = DRAFT.replace("bi-weekly", "every Monday").replace("at Doum.", "at Doum by 4 May 2027, if possible.")
    found = against(result(reworded), known())
    assert "TIME009" not in codes(found)
    assert "WEASEL002" in codes(found)
    assert "TIME002" not in codes(found)
    assert found.baseline is not None
    assert found.baseline.resolved >= 1
    assert found.baseline.new == len(found.findings)


def test_a_moved_clause_is_still_known():
    first, second = DRAFT.split("Article 2")
    moved = ("Article 1" + second + first.replace("Article 1", "Article 2")).strip() + "\n"
    found = against(result(moved), known())
    assert found.baseline == KnownCounts(known=len(known().findings), new=0, resolved=0)


def test_a_new_version_of_a_rule_that_marks_other_words_of_the_clause_is_still_known():
    before = result(DRAFT)
    changed = [replace(f, fingerprint=f"{n:016x}") for n, f in enumerate(before.findings)]
    found = against(replace(before, findings=tuple(changed)), known())
    assert found.baseline == KnownCounts(known=len(changed), new=0, resolved=0)


def test_the_same_gap_twice_is_known_only_once():
    clause = "The dead shall be handed over as soon as possible."
    twice = DRAFT.replace("Article 2. ", f"3. {clause}\n\nArticle 2. ")
    found = against(result(twice), known())
    assert codes(found).count("TIME002") == 1


def test_a_waived_finding_is_neither_known_nor_new_and_comes_back_when_its_waiver_ends():
    waiver = Waiver("TIME002", "the road is mined", "Joint Commission", "1 June 2027")
    waived = lint(agreement_of(DRAFT), all_rules().values(), [waiver])
    baseline = baseline_of(waived)
    assert "TIME002" not in {finding.code for finding in baseline.findings}
    assert [f.waived for f in against(waived, baseline).findings] == [waiver]
    assert codes(against(result(DRAFT), baseline)) == ["TIME002"]


def test_a_waiver_written_into_a_clause_makes_its_other_findings_no_news():
    line = "[accepted-ambiguity: TIME002, the road is mined, Joint Commission, 1 June 2027]"
    found = against(result(DRAFT.replace("as soon as possible.", f"as soon as possible. {line}")), known())
    assert [finding.waived is not None for finding in found.findings] == [True]
    assert found.baseline == KnownCounts(known=len(known().findings) - 1, new=0, resolved=0)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("oops", "b.json is no JSON (line 1)"),
        ('{"findings": []}', "b.json is no baseline"),
        (
            '{"schema": "trucewatch.baseline/1", "findings": [3, {"code": "TIME002", "clause": null}]}',
            "b.json has finding 1 that is no object; finding 2 without fingerprint, clause_words",
        ),
    ],
)
def test_what_is_no_baseline_is_refused_with_all_its_faults(text, said):
    with pytest.raises(BadInput) as caught:
        read_baseline(text, "b.json")
    assert str(caught.value) == (
        f'BadInput: {said}; expected a file that "trucewatch lint --write-baseline" writes '
        '("schema": "trucewatch.baseline/1"). Write it again'
    )
