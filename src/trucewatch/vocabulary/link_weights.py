"""The learned weights of the facts that tie a claim to a duty, to its speaker and to its day, by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from .loader import load


@dataclass(frozen=True, slots=True)
class FactWeight:
    """A fact and what it counts, in hundredths."""

    id: str
    hundredths: int


@cache
def link_weights() -> Mapping[str, float]:
    """The weight of every fact; others count nothing."""
    return MappingProxyType({w.id: w.hundredths / 100 for w in load("link_weights.yaml", FactWeight)})


@cache
def second_link_weights() -> Mapping[str, float]:
    """The same where a claim is weighed again, knowing what the others of its report are likely about."""
    return MappingProxyType({w.id: w.hundredths / 100 for w in load("second_link_weights.yaml", FactWeight)})


@cache
def speaker_weights() -> Mapping[str, float]:
    """The weight of every fact that speaks for or against somebody as the speaker; others count nothing."""
    return MappingProxyType({w.id: w.hundredths / 100 for w in load("speaker_weights.yaml", FactWeight)})


@dataclass(frozen=True, slots=True)
class TiedWeights:
    """What a fact counts together with others that are told of a claim, "" for itself alone; in hundredths."""

    id: str
    hundredths: Mapping[str, str]

    def __post_init__(self) -> None:
        for tie, hundredths in self.hundredths.items():
            if not hundredths.removeprefix("-").isdigit():
                raise ValueError(f"hundredths of {tie!r} is {hundredths!r}, expected a whole number")


@cache
def date_weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of the facts that speak for or against a day as that of a claim; others count nothing."""
    return MappingProxyType(
        {
            w.id: {tie: int(hundredths) / 100 for tie, hundredths in w.hundredths.items()}
            for w in load("date_weights.yaml", TiedWeights)
        }
    )
