"""What is known of languages that are read for dates, names and numbers only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from .loader import load

_MONTHS = 12


@dataclass(frozen=True, slots=True)
class LanguageWords:
    """Words of one language. `months` has twelve entries or none; "|" stands between forms of a month or state.

    `decimal` is the sign before the fraction of a number. `capitals` is "nouns" where every noun has a capital.
    `states` are names of states by their ISO 3166-1 alpha-3 code.
    """

    id: str
    name: str
    decimal: str = "."
    capitals: str = "names"
    months: tuple[str, ...] = ()
    states: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def __post_init__(self) -> None:
        if len(self.months) not in (0, _MONTHS):
            raise ValueError(f'"months" has {len(self.months)} entries, expected {_MONTHS} or none')
        if self.capitals not in ("names", "nouns"):
            raise ValueError(f'"capitals" is {self.capitals}, expected names or nouns')


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters of a script and the Latin letters that stand for them in names; one entry for each pair of rows."""

    id: str
    letters: str
    latin: tuple[str, ...]

    def __post_init__(self) -> None:
        if len(self.letters) != len(self.latin):
            raise ValueError(f"{len(self.letters)} letters have {len(self.latin)} answers, expected one for each")


def language_words(code: str) -> LanguageWords:
    """The words of the language with that ISO 639-1 code; none where nothing is known of it but its code."""
    return _by_code().get(code) or LanguageWords(code, f'language "{code}"')


@cache
def _by_code() -> Mapping[str, LanguageWords]:
    return {entry.id: entry for entry in load("language_words.yaml", LanguageWords)}


@cache
def latin_letters() -> Mapping[int, str]:
    """For `str.translate`: what stands in Latin script for letters of other scripts."""
    return {
        ord(a): b for entry in load("letters.yaml", Letters) for a, b in zip(entry.letters, entry.latin, strict=True)
    }
