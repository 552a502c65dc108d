"""The fields of duties that single words belong to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from .loader import load
from .matter_words import stem


@dataclass(frozen=True, slots=True)
class DutyField:
    """Words of one field of what agreements ask for."""

    id: str
    words: tuple[str, ...]


# Reports have ever new words, a process may read any number of them.
@lru_cache(maxsize=8192)
def fields_of(word: str, lemma: str) -> tuple[str, ...]:
    """The fields that a word, or its lemma, belongs to."""
    table = _table()
    return tuple(dict.fromkeys((*table.get(stem(word), ()), *table.get(stem(lemma), ()))))


@cache
def _table() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for entry in load("duty_fields.yaml", DutyField):
        for word in entry.words:
            found.setdefault(stem(word), []).append(entry.id)
    return {word: tuple(dict.fromkeys(ids)) for word, ids in found.items()}
