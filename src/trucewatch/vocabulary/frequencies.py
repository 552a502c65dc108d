"""How common a component is among agreements of the same kind, as sums over expert codings."""

from dataclasses import dataclass

from .loader import load

GROUPS = ("unilateral", "ceasefire", "settlement")
# The agreements that each type of ours is compared with.
COMPARED_WITH = {
    "unilateral": "unilateral",
    "cessation": "ceasefire",
    "preliminary": "ceasefire",
    "definitive": "settlement",
    "unknown": "ceasefire",
}


@dataclass(frozen=True, slots=True)
class ComponentFrequency:
    """`having` of `of` agreements `among` a group speak of what `code` of `source` stands for."""

    id: str
    component: str
    among: str
    having: int
    of: int
    code: str
    stands_for: str
    source: str

    def __post_init__(self) -> None:
        if self.among not in GROUPS:
            raise ValueError(f'"among" is "{self.among}", expected one of {", ".join(GROUPS)}')
        if not 0 <= self.having <= self.of or not self.of:
            raise ValueError(f'"having" is {self.having} of {self.of}, expected a part of at least one agreement')

    @property
    def share(self) -> float:
        return self.having / self.of


def component_frequencies() -> tuple[ComponentFrequency, ...]:
    """All figures, in the file's order."""
    return load("component_frequencies.yaml", ComponentFrequency)


def how_common(component: str, agreement_type: str) -> ComponentFrequency | None:
    """The figure for agreements like those of `agreement_type`; None when there is none."""
    among = COMPARED_WITH[agreement_type]
    return next((f for f in component_frequencies() if f.component == component and f.among == among), None)
