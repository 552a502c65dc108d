"""The words that say what a text is about, folded so that inflections and synonyms of the field meet."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from .loader import load

FILE = "matter_words.yaml"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class WordSet:
    """One entry of the file: words that carry no matter (`plain`), little (`weak`), or that count as one (`same`)."""

    id: str
    kind: str
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.kind not in ("plain", "weak", "same"):
            raise ValueError(f'"kind" is "{self.kind}", expected plain, weak or same')


def matter_words(text: str) -> Mapping[str, str]:
    """What the text is about: each folded word, with its first form in the text; in text order."""
    found: dict[str, str] = {}
    for match in _WORD.finditer(text):
        word = match[0].lower()
        folded = _folded(word)
        if folded and len(folded) >= _SHORTEST_STEM:
            found.setdefault(folded, match[0])
    return found


def _folded(word: str) -> str | None:
    """The key of a word; None for a plain one. "armed" may be plain although "arms" is not."""
    key = stem(word)
    if word in _plain() or (key in _plain_stems() and key not in _same()):
        return None
    return _same().get(key, key)


def is_weak(folded: str) -> bool:
    """Whether a folded word tells nothing alone."""
    return folded in _weak()


def stem(word: str) -> str:
    """The word without its commonest English endings: `trainings` and `trained` both give `train`.

    Not a dictionary form: only a key under which inflections of one word meet.
    """
    word = word.lower()
    if word.endswith(("ies", "ied")) and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word[: -len(ending)]
            if word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    else:
        if word.endswith("e") and len(word) > _SHORTEST_STEM:
            word = word[:-1]
    # categorise, categorize
    return word[:-1] + "s" if word.endswith("iz") else word


@cache
def _plain() -> frozenset[str]:
    return frozenset(word for entry in load(FILE, WordSet) if entry.kind == "plain" for word in entry.words)


@cache
def _plain_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _plain() if len(word) > _SHORTEST_STEM)


@cache
def _weak() -> frozenset[str]:
    words = [word for entry in load(FILE, WordSet) if entry.kind == "weak" for word in entry.words]
    return frozenset(_same().get(stem(word), stem(word)) for word in words)


@cache
def _same() -> Mapping[str, str]:
    return {stem(word): entry.id for entry in load(FILE, WordSet) if entry.kind == "same" for word in entry.words}
