"""Krippendorff's alpha and Cohen's kappa for names without an order.

Krippendorff, Content Analysis (2004), chapter 11; Cohen, Educational and Psychological Measurement 20 (1960).
"""

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from trucewatch.core.coding import Coefficient, FieldAgreement, PairAgreement, Undefined
from trucewatch.core.errors import MissingExtra

NOBODY_TWICE = Undefined("no claim was coded by two")
ONE_VALUE = Undefined("only one value was given")


def field_agreement(values: Mapping[str, Mapping[str, str]]) -> FieldAgreement:
    """How far coders agree on a field; `values` are by unit, then by coder. Raises MissingExtra.

    A unit that one coder alone gave a value for says nothing of agreement and is left out.
    """
    task = _task()
    twice = {unit: given for unit, given in values.items() if len(given) >= 2}
    coders = tuple(sorted({coder for given in twice.values() for coder in given}))
    return FieldAgreement(
        units=len(twice),
        coders=coders,
        alike=sum(len(set(given.values())) == 1 for given in twice.values()),
        alpha=_alpha(task, twice),
        pairs=tuple(
            pair for one, other in combinations(coders, 2) if (pair := _pair(task, one, other, twice)) is not None
        ),
    )


def _alpha(task: Any, twice: Mapping[str, Mapping[str, str]]) -> Coefficient:
    undefined = _undefined(value for given in twice.values() for value in given.values())
    if undefined is not None:
        return undefined
    return float(
        task([(coder, unit, value) for unit, given in twice.items() for coder, value in given.items()]).alpha()
    )


def _pair(task: Any, one: str, other: str, twice: Mapping[str, Mapping[str, str]]) -> PairAgreement | None:
    """The two on what both coded; kappa has no room for units that one of them left out."""
    both = {unit: given for unit, given in twice.items() if one in given and other in given}
    if not both:
        return None
    kappa: Coefficient | None = _undefined(given[coder] for given in both.values() for coder in (one, other))
    if kappa is None:
        rows = [(coder, unit, given[coder]) for unit, given in both.items() for coder in (one, other)]
        kappa = float(task(rows).kappa_pairwise(one, other))
    return PairAgreement((one, other), len(both), kappa)


def _undefined(values: Iterable[str]) -> Undefined | None:
    different = set(values)
    if not different:
        return NOBODY_TWICE
    # The library calls this 1; both coefficients divide by nothing here.
    return ONE_VALUE if len(different) == 1 else None


def _task() -> Any:
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ImportError as error:
        raise MissingExtra(
            'agreement between coders needs the "review" extra. Run: pip install "trucewatch[review]"'
        ) from error
    return AnnotationTask
