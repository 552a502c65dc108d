"""Runs of words that look like the name of a person."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from .loader import load

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\S")
# Small words inside a name.
_PARTICLES = frozenset("al el bin ben ibn abu abd ul von van der den de del della da dos y".split())


@dataclass(frozen=True, slots=True)
class NoNames:
    """Words that are in no person's name."""

    id: str
    words: tuple[str, ...]


def looks_like_a_person(text: str, known: Collection[str] = ()) -> bool:
    """Whether two capitalised words or more stand together that are no body, text or day, and not all `known`.

    `known` holds lower-case words that may be said, such as those of a public document.
    """
    run: list[str] = []
    for word in [*_WORD.findall(text), "."]:
        if word.lower() in _words("bodies", "texts"):
            # "Council" says that what stands before it names a body.
            run = []
        elif _belongs(word, run):
            run.append(word)
        elif _is_name(run, known):
            return True
        else:
            run = []
    return False


def _is_name(run: list[str], known: Collection[str]) -> bool:
    own = [word for word in run if word[0].isupper() or "-" in word]
    return len(own) >= 2 and any(word.lower() not in known for word in own)


def _belongs(word: str, run: list[str]) -> bool:
    """Whether a word goes on with a name, or begins one; an acronym and a word that opens a sentence do not."""
    if word.lower() in _words("days", "openers"):
        return False
    capital = word[0].isupper() and len(word) > 1 and not word.isupper()
    return capital or word.startswith(("al-", "el-")) or (bool(run) and word.lower() in _PARTICLES)


@cache
def _words(*kinds: str) -> frozenset[str]:
    entries: tuple[NoNames, ...] = load("institution_words.yaml", NoNames)
    return frozenset(word for entry in entries if entry.id in kinds for word in entry.words)
