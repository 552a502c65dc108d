"""What a baseline says about a result."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownCounts:
    """How a result stands against a baseline: findings known, new, and known once but gone."""

    known: int
    new: int
    resolved: int
