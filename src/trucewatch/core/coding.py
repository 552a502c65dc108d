"""How far coders agree on a field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Undefined:
    """A coefficient that cannot be computed, and why."""

    reason: str


Coefficient = float | Undefined


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two coders: on how many units both gave a value, and Cohen's kappa."""

    coders: tuple[str, str]
    units: int
    kappa: Coefficient


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """One field. `units` were coded by two or more `coders`, `alike` of them with one value; alpha is Krippendorff's."""

    units: int
    coders: tuple[str, ...]
    alike: int
    alpha: Coefficient
    pairs: tuple[PairAgreement, ...]
