"""The agreement read as a whole, and its components measured by what its type calls for."""

from collections.abc import Iterable
from dataclasses import replace

from trucewatch.core.analysis import AgreementType, Analysis
from trucewatch.core.model import Agreement, ComponentCoverage, Level

from .agreement_type import agreement_type
from .components import components
from .order import order
from .terms import cross_references, terms
from .verifiability import verifiability


def analyse(agreement: Agreement) -> Analysis:
    """Type, terms, references, order and verifiability."""
    return Analysis(
        agreement_type(agreement),
        terms(agreement),
        cross_references(agreement),
        order(agreement),
        verifiability(agreement),
    )


def suited(coverage: Iterable[ComponentCoverage], kind: AgreementType) -> tuple[ComponentCoverage, ...]:
    """The coverage, in which what an agreement of this type has no need of is not called absent."""
    needs = {component.id: component.need.get(kind.value) for component in components()}
    return tuple(
        replace(item, level=Level.NOT_APPLICABLE)
        if item.level is Level.ABSENT and needs.get(item.id) == "none"
        else item
        for item in coverage
    )
