"""Definitions of the signs of backtracking."""

import re
from dataclasses import dataclass

from .loader import load
from .status_rules import SPEAKERS

TESTS = ("said", "private-public-gap", "superior-silence", "deadline")


@dataclass(frozen=True, slots=True)
class SignalDefinition:
    """One sign of signals.yaml; its header says what the fields mean."""

    id: str
    name: str
    test: str
    axis: str
    definition: str
    stances: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    days: int = 0
    count: int = 1

    def __post_init__(self) -> None:
        for field, values, allowed in (
            ("test", (self.test,), TESTS),
            ("axis", (self.axis,), ("speech", "conduct", "deadline")),
            ("speakers", self.speakers, SPEAKERS),
        ):
            for value in values:
                if value not in allowed:
                    raise ValueError(f'"{field}" has "{value}", expected {", ".join(allowed[:-1])} or {allowed[-1]}')

    def cued(self, words: str) -> bool:
        """Whether the words carry one of the cues; True when the sign needs none."""
        return not self.cues or any(re.search(cue, words, re.I) for cue in self.cues)


def signal_definitions() -> tuple[SignalDefinition, ...]:
    """Every sign that is looked for, in the order of their codes."""
    return load("signals.yaml", SignalDefinition)
