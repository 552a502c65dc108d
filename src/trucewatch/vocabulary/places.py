"""Words around the names of places, and other names of countries."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from .loader import load


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words that do the same for a name."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryNames:
    """Names of one country, by its ISO 3166-1 alpha-3 code."""

    id: str
    names: tuple[str, ...]


@cache
def place_words() -> Mapping[str, frozenset[str]]:
    """The lists by name; raises BadVocabulary when the file has faults."""
    return MappingProxyType({entry.id: frozenset(entry.words) for entry in load("places.yaml", PlaceWords)})


@cache
def country_names() -> tuple[CountryNames, ...]:
    """Names of countries that the gazetteer does not give."""
    return load("country_names.yaml", CountryNames)
