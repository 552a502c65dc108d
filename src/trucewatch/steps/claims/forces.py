"""Whose men a noun phrase speaks of: the "SPLA" of "SPLA troops", the "Mission" of "a patrol of the Mission"."""

import re
from collections.abc import Iterator

from .name_starts import UNITS

_WORD = re.compile(r"[^\s,.()\"“”]+")
_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+)?")
_SMALL = frozenset("in at on from near to under with by for and of who which that".split())
_OWNER = re.compile(r"['’]s?\Z")
# An abbreviation: two capitals and nothing that is no letter, "SPLA-IO" and "SPLM/A" apart.
_SHORT = re.compile(r"[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?:[-/][A-Z]+)*\Z")


def owners(text: str, start: int, head: tuple[int, int], end: int) -> Iterator[tuple[int, int]]:
    """The names in a phrase from `start` to `end` that its head may belong to, longer ones first.

    They stand right in front of the head or behind "of": "some 1,500 Tatmadaw soldiers", "fighters of the FRUD".
    """
    of = _OF.match(text, head[1], end)
    if of is not None:
        run: list[tuple[int, int]] = []
        for word in _WORD.finditer(text, of.end(), end):
            if run and text[run[-1][1] : word.start()] != " ":
                break
            if not word[0][0].isupper():
                # "The UN mission" is not the UN.
                run = run if word[0] in _SMALL else []
                break
            run.append(word.span())
        yield from ((run[0][0], last) for _, last in reversed(run))
        return
    words = [m.span() for m in _WORD.finditer(text, start, head[0])]
    # "PMG's five team sites": what stands between the name and its men is in small letters.
    while words and not text[words[-1][0]].isupper():
        words.pop()
    first = len(words)
    while first and text[words[first - 1][0]].isupper():
        first -= 1
    numbered = 0 < first < len(words) and text[slice(*words[first - 1])].isdigit()
    if numbered and text[slice(*words[first])].lower() in UNITS:
        # "15 Brigade soldiers"
        first -= 1
    for n in range(first, len(words)):
        low, high = words[n][0], words[-1][1]
        owned = _OWNER.search(text, low, high)
        yield low, owned.start() if owned else high


def is_abbreviation(name: str) -> bool:
    """Whether a name is written in capitals, as those of bodies are: "SPLA", "M23" apart."""
    return _SHORT.match(name) is not None
