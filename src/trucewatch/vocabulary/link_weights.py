"""The learned weights of the facts that tie a claim to a duty, and to its speaker, by name."""

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
def speaker_weights() -> Mapping[str, float]:
    """The weight of every fact that speaks for or against somebody as the speaker; others count nothing."""
    return MappingProxyType({w.id: w.hundredths / 100 for w in load("speaker_weights.yaml", FactWeight)})
