"""States by the names and adjectives that texts use, and which of them a text places something in."""

import re
from dataclasses import dataclass
from functools import cache

from trucewatch.core.patterns import one_of

from .loader import load

FILE = "states.yaml"
# The state of something placed "abroad": none that is named.
ABROAD = "abroad"


@dataclass(frozen=True, slots=True)
class State:
    """A state: `id` is its first English name; `adjectives` are for "Libyan territory"."""

    id: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placing:
    """Something placed inside (or outside) a state by the words from `start` to `end`."""

    state: str
    inside: bool
    start: int
    end: int


def placings(text: str) -> tuple[Placing, ...]:
    """The states that a text places something in or outside of, in text order.

    "in Turkey", "inside Libya", "on Libyan territory", "abroad"; not "with Turkey", "from Turkey", "Turkish recruits".
    """
    pattern, states = _pattern()
    found = []
    for match in pattern.finditer(text):
        if match["abroad"]:
            found.append(Placing(ABROAD, True, match.start(), match.end()))
            continue
        state = states[match["name"] or match["name_2"] or match["adjective"]]
        outside = (match["lead"] or match["lead_2"]).lower().startswith("outside")
        found.append(Placing(state, not outside, match.start(), match.end()))
    return tuple(found)


def states_named(text: str) -> frozenset[str]:
    """The states that a text names, by name or by adjective."""
    states = _pattern()[1]
    return frozenset(states[match[0]] for match in _any_name().finditer(text))


def adjectives_of(state: str) -> tuple[str, ...]:
    """The adjectives that go with a state, which is called by its first name."""
    return next((entry.adjectives for entry in load(FILE, State) if entry.id == state), ())


@cache
def _any_name() -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(_pattern()[1])}\b")


def is_state(word: str) -> bool:
    """Whether the word, in any case, names a state or goes with one."""
    return word.lower() in _words()


def is_adjective(word: str) -> bool:
    """Whether a capitalised word goes with a state and names none: "Azeri"."""
    return word in _adjectives()


@cache
def _adjectives() -> frozenset[str]:
    entries = load(FILE, State)
    names = {name for entry in entries for name in entry.names}
    return frozenset(word for entry in entries for word in entry.adjectives if word not in names)


@cache
def _words() -> frozenset[str]:
    return frozenset(word.lower() for entry in load(FILE, State) for word in (*entry.names, *entry.adjectives))


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    entries = load(FILE, State)
    states = {word: entry.id for entry in entries for word in (*entry.names, *entry.adjectives)}
    names = one_of(name for entry in entries for name in entry.names)
    adjectives = one_of(adjective for entry in entries for adjective in entry.adjectives)
    whole = r"(?:(?i:all|the|whole)(?:\s+(?i:of))?\s+)*"
    ground = r"(?i:territory|territories|soil|lands?|waters)"
    return re.compile(
        # The letters that any of it begins with: so nearly every word is turned down at once.
        r"\b(?=[iowatIOWAT])(?:"
        rf"(?P<lead>(?i:inside|outside(?: of)?|within|in|across|throughout))\s+{whole}(?P<name>{names})\b"
        rf"|(?P<lead_2>(?i:inside|outside(?: of)?|within|in|on|across|throughout))\s+{whole}"
        rf"(?:{ground}\s+of\s+(?:the\s+)?(?P<name_2>{names})\b|(?P<adjective>{adjectives})\s+{ground}\b)"
        r"|(?P<abroad>(?i:abroad))\b)"
    ), states
