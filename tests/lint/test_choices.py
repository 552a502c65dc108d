"""Other severities for rules, by choice."""

import pytest

from tests.lint.reading import agreement_of
from trucewatch.core.errors import BadInput
from trucewatch.core.model import Severity
from trucewatch.lint.choices import read_severities, with_severities
from trucewatch.lint.engine import lint
from trucewatch.lint.registry import all_rules


def test_choices_are_read():
    assert read_severities(["TIME002=low", "qty001 = High"]) == {"TIME002": Severity.LOW, "QTY001": Severity.HIGH}


def test_all_faults_are_reported_at_once():
    with pytest.raises(BadInput) as caught:
        read_severities(["TIME002", "TIME002=hihg", "=low", "QTY001=7"])
    expected = "expected blocker, high, medium, low or info"
    assert str(caught.value) == (
        'BadInput: --severity has "TIME002"; expected CODE=level, such as TIME002=low; '
        f'--severity has "hihg" for TIME002, nearest: high; {expected}; '
        '--severity has "=low"; expected CODE=level, such as TIME002=low; '
        f'--severity has "7" for QTY001; {expected}'
    )


def test_a_chosen_severity_wins_over_the_one_that_a_rule_chooses_by_place():
    # TIME002 is high on a core duty and medium elsewhere.
    agreement = agreement_of("The dead shall be handed over as soon as possible. The Front shall withdraw promptly.")
    rules = with_severities([all_rules()["TIME002"]], {"TIME002": Severity.INFO})
    assert {finding.severity for finding in lint(agreement, rules).findings} == {Severity.INFO}
    assert rules[0].severity is Severity.INFO


def test_other_rules_keep_theirs():
    rules = list(all_rules().values())
    assert [r for r in with_severities(rules, {"TIME002": Severity.INFO}) if r.code != "TIME002"] == [
        r for r in rules if r.code != "TIME002"
    ]
