"""The published rules that turn claims into a status, and the words that they look at."""

import re
from dataclasses import dataclass
from functools import cache

from .loader import load

# The note on a claim of conduct that the clause's words do not reach.
OUTSIDE_THE_LETTER = "outside the letter of the clause"
SPEAKERS = ("bearer", "other", "third", "backer", "author", "anonymous", "unplaced")


@dataclass(frozen=True, slots=True)
class StatusRule:
    """One rule of status_rules.yaml; its header says what the fields mean."""

    id: str
    axis: str
    value: str
    says: str
    changes: str
    stances: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    scope: str = "commitment"
    sources: int = 1
    grade: str | None = None
    letter: bool = False
    hedged: bool = False
    event: bool = False
    after_due: bool = False
    answered_by: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    duty: str = "any"
    clock: str = "any"
    days: int = 0

    def __post_init__(self) -> None:
        _expect("axis", self.axis, "reading", "performance", "trend")
        _expect("scope", self.scope, "commitment", "agreement")
        _expect("duty", self.duty, "once", "continuous", "any")
        _expect("clock", self.clock, "passed", "running", "open", "any")
        for speaker in self.speakers:
            _expect("speakers", speaker, *SPEAKERS)


@dataclass(frozen=True, slots=True)
class DutyWords:
    """A set of words that tell what kind of duty a clause sets."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingWords:
    """Patterns by which a third party's finding is known: `finding-violation`, `finding-none`, ..."""

    id: str
    patterns: tuple[str, ...]

    def __post_init__(self) -> None:
        for pattern in self.patterns:
            _compiled(pattern)


def _expect(field: str, value: str, *allowed: str) -> None:
    if value not in allowed:
        raise ValueError(f'"{field}" has "{value}", expected {", ".join(allowed[:-1])} or {allowed[-1]}')


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        return re.compile(pattern, re.I)
    except re.error as error:
        raise ValueError(f'"{pattern}" is no pattern: {error}') from None


@cache
def status_rules(axis: str) -> tuple[StatusRule, ...]:
    """The rules of an axis (reading, performance, trend) in the order in which they are tried."""
    return tuple(rule for rule in load("status_rules.yaml", StatusRule) if rule.axis == axis)


@cache
def duty_words(kind: str) -> re.Pattern[str]:
    """A pattern for the words of one kind: continuous, collective, parties, joint, happened, ahead."""
    entry = next(entry for entry in load("duty_words.yaml", DutyWords) if entry.id == kind)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, entry.words))})\b", re.I)


def finding_of(words: str) -> str | None:
    """What a third party's finding says (`finding-done`, ...); None when its words do not show it."""
    entries: tuple[FindingWords, ...] = load("finding_words.yaml", FindingWords)
    for entry in entries:
        if any(_compiled(pattern).search(words) for pattern in entry.patterns):
            return entry.id
    return None
