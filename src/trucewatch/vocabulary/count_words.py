"""Words of counting: what is counted, how exactly, and the names of all the ground a mission watches."""

import re
from dataclasses import dataclass
from functools import cache

from .loader import load

FILE = "count_words.yaml"
ROLES = ("what", "qualifier", "whole", "recorded")


@dataclass(frozen=True, slots=True)
class CountWord:
    """One entry of count_words.yaml; its header says what the fields mean."""

    id: str
    role: str
    pattern: str

    def __post_init__(self) -> None:
        if self.role not in ROLES:
            raise ValueError(f'"role" is "{self.role}", expected {", ".join(ROLES[:-1])} or {ROLES[-1]}')
        try:
            re.compile(self.pattern)
        except re.error as error:
            raise ValueError(f'"pattern" is no regular expression: {error}') from error


@cache
def count_words(role: str) -> tuple[CountWord, ...]:
    """The entries of one role in the file's order."""
    return tuple(word for word in load(FILE, CountWord) if word.role == role)


@cache
def one_of(role: str) -> str:
    """A regular expression that any entry of the role fits; a blank fits any white space."""
    return "(?:" + "|".join(spaced(word.pattern) for word in count_words(role)) + ")"


def spaced(pattern: str) -> str:
    return pattern.replace(" ", r"\s+")
