from dataclasses import replace

import pytest

from tests.lint.reading import agreement_of
from trucewatch.core.analysis import AgreementType
from trucewatch.core.model import ComponentCoverage, Level
from trucewatch.flow import lint_agreement
from trucewatch.lint.analysis import analyse, suited
from trucewatch.lint.components import components


@pytest.mark.parametrize("kind", [AgreementType.UNILATERAL, AgreementType.CESSATION])
def test_what_a_type_has_no_need_of_is_not_called_absent(kind):
    absent = [ComponentCoverage(component.id, Level.ABSENT) for component in components()]
    free = {component.id for component in components() if component.need[kind.value] == "none"}
    assert free
    for item in suited(absent, kind):
        assert item.level is (Level.NOT_APPLICABLE if item.id in free else Level.ABSENT)


def test_what_is_there_stays_even_where_the_type_has_no_need_of_it():
    there = [ComponentCoverage(component.id, Level.VAGUE) for component in components()]
    assert list(suited(there, AgreementType.UNILATERAL)) == there


def test_an_unknown_type_excuses_nothing():
    absent = [ComponentCoverage(component.id, Level.ABSENT) for component in components()]
    assert list(suited(absent, AgreementType.UNKNOWN)) == absent


def test_linting_brings_the_agreement_as_a_whole():
    agreement = agreement_of(
        "The Parties shall cease all hostilities. The Front shall free the captives by 3 May 2031."
    )
    result = lint_agreement(agreement, {})
    assert result.analysis == analyse(agreement)
    stated = lint_agreement(replace(agreement, stated_type=AgreementType.DEFINITIVE), {})
    assert stated.analysis is not None
    assert stated.analysis.type.overruled
