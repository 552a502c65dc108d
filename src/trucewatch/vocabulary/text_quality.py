"""Signs that a text was translated or reworded by a machine."""

import re
from dataclasses import dataclass
from functools import cache

from trucewatch.core.patterns import one_of

from .loader import load
from .states import State

FLAGS = ("machine-translated", "spun-text")
EITHER = "either"
# Names of states that are also common words in small letters.
_WORDS = frozenset({"chad", "china", "jordan", "mali", "niger", "peru", "cuba", "guinea", "oman", "polish", "panama"})


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign: what it speaks for, what it is in words, and the regular expression that finds it.

    `alone` says that one is enough: the text itself says what it is. `weak` says that people write so too, and `cased`
    that it says nothing in a text that writes all its words small.
    """

    id: str
    flag: str
    what: str
    pattern: str
    alone: bool = False
    weak: bool = False
    cased: bool = False

    def __post_init__(self) -> None:
        if self.flag not in (*FLAGS, EITHER):
            raise ValueError(f'"flag" is {self.flag}, expected one of {", ".join((*FLAGS, EITHER))}')
        try:
            re.compile(self.pattern.replace("{state}", "state"))
        except re.error as error:
            raise ValueError(f'"pattern" is no regular expression: {error}') from error


@cache
def signs() -> tuple[tuple[Sign, re.Pattern[str]], ...]:
    """Every sign with its expression; raises BadVocabulary when a file has faults."""
    entries = load("states.yaml", State)
    names = {word.lower() for entry in entries for word in (*entry.names, *entry.adjectives)}
    small = one_of(names - _WORDS)
    listed = load("text_quality.yaml", Sign)
    return tuple((sign, re.compile(sign.pattern.replace("{state}", small))) for sign in listed)
