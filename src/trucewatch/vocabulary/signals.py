"""Definitions of the signs of backtracking, of words that drift, and of what speaks against a sign."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from .loader import load
from .status_rules import SPEAKERS

TESTS = (
    "said", "precondition", "private-public-gap", "superior-silence", "deadline", "drift", "obstruction",
    "accusation-burst", "recommitment", "supply", "paired-duty", "dropped",
)  # fmt: skip
# The table keeps one bit for each of them.
MOST_WORD_SIGNS = 64


def _alternatives(patterns: Iterable[str]) -> re.Pattern[str]:
    try:
        return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I)
    except re.error as error:
        raise ValueError(f'"{error.pattern!s}" is no pattern: {error}') from None


@dataclass(frozen=True, slots=True)
class SignalDefinition:
    """One sign of signals.yaml; its header says what the fields mean."""

    id: str
    name: str
    test: str
    axis: str
    definition: str
    stances: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    unless_in_text: tuple[str, ...] = ()
    after_signature: bool = False
    loose: bool = False
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
        _alternatives((*self.cues, *self.unless_in_text))

    @property
    def code(self) -> str:
        """B1 to B18; "B16-supply" is a second way in which B16 is seen."""
        return self.id.partition("-")[0]


@dataclass(frozen=True, slots=True)
class Drift:
    """A word of the clause and the weaker one that comes in its place; `unless`: words that keep the clause's sense."""

    id: str
    clause: str
    claim: str
    unless: str

    def __post_init__(self) -> None:
        _alternatives((self.clause, self.claim, self.unless))


@dataclass(frozen=True, slots=True)
class CounterSign:
    """Words that speak against a sign."""

    id: str
    name: str
    cues: tuple[str, ...]

    def __post_init__(self) -> None:
        _alternatives(self.cues)


def signal_definitions() -> tuple[SignalDefinition, ...]:
    """Every sign that is looked for, in the order of their codes."""
    return load("signals.yaml", SignalDefinition)


def drifts() -> tuple[Drift, ...]:
    """The pairs of words by which a duty gets smaller."""
    return load("drifts.yaml", Drift)


def counter_signs() -> tuple[CounterSign, ...]:
    """What speaks against a sign, beside the stances that do."""
    return load("counter_signs.yaml", CounterSign)


@cache
def bit_of(name: str) -> int:
    """The bit of a sign, a drift or a counter-sign that goes by its words; 0 for a sign that does not."""
    names = [name for name, _, _ in _word_signs()]
    return 1 << names.index(name) if name in names else 0


def bits_of(words: str) -> int:
    """Which signs, drifts and counter-signs the words carry."""
    return sum(
        1 << n
        for n, (_, cue, unless) in enumerate(_word_signs())
        if cue.search(words) and not (unless and unless.search(words))
    )


@cache
def word_signs_mark() -> str:
    """What changes when other words are looked for: bits that were stored under another mark mean something else."""
    patterns = [(name, cue.pattern, unless.pattern if unless else "") for name, cue, unless in _word_signs()]
    return sha256(repr(patterns).encode()).hexdigest()[:16]


@cache
def pattern_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for several; matches where one of them does."""
    return _alternatives(patterns)


@cache
def _word_signs() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...]:
    """Name, the words looked for, and the words beside which they do not count."""
    signs = [(sign.id, _alternatives(sign.cues), None) for sign in signal_definitions() if sign.cues]
    signs += [(f"drift {d.id}", _alternatives((d.claim,)), _alternatives((d.unless,))) for d in drifts()]  # type: ignore[misc]
    signs += [(f"counter {sign.id}", _alternatives(sign.cues), None) for sign in counter_signs()]
    if len(signs) > MOST_WORD_SIGNS:
        raise ValueError(f"there are {len(signs)} signs that go by words, the table has room for {MOST_WORD_SIGNS}")
    return tuple(signs)
