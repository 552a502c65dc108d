"""Words broken at a hyphen: which halves belong together, and whether the hyphen belongs to the word.

No dictionary is consulted. The text itself is the first witness (does "ceasefire" or "cease-fire" stand
elsewhere in it?), then a few parts that English always or never hyphenates.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from .quotes import Repair

_LETTER = r"[^\W\d_]"
_GAP = r"[ \t\u00a0\u2002-\u200a\u202f]*"
# A hyphen at a line's end. PDF libraries write U+0002 or U+FFFE for one and leave the line end out.
_BROKEN = re.compile(rf"(?<={_LETTER})(?:-{_GAP}\r?\n{_GAP}|[\x02\ufffe]{_GAP}(?:\r?\n{_GAP})?)(?={_LETTER})")
_SOFT_BROKEN = re.compile(rf"(?<={_LETTER})\u00ad(?:{_GAP}\r?\n{_GAP}|[ \u00a0]{_GAP})(?=[a-zß-ÿ])")
_SPACED = re.compile(rf"(?<={_LETTER}{_LETTER})-([ \u00a0]{_GAP})(?={_LETTER})")
_WORD = re.compile(rf"(?<![\w\x02\ufffe-]){_LETTER}+(?:-{_LETTER}+)*(?![\w\x02\ufffe-])")
_WORD_AT_END = re.compile(rf"{_LETTER}+\Z")
_WORD_AT_START = re.compile(rf"{_LETTER}+")
_REACH = 40

# "pre- and post-conflict": the hyphen is suspended and the space is right.
_SUSPENDING = frozenset("and or to nor but and/or as than versus vs through".split())
# A word that opens a phrase follows a dash, not a broken word: "the agreement- which was signed".
_PHRASE_OPENERS = frozenset(
    "a an the this that these those which who whom whose where when while if it he she they we i you is are was were "
    "be been has have had will would shall should may might can could must do does did not no in on at of for from by "
    "with without under over into upon after before since until during between among against about including such all "
    "any each both either neither his her its their our your my there here so because although though however".split()
)
_FIRST_PARTS = frozenset("non self quasi e north south east west two three four five six seven eight nine".split())
_NOT_AFTER_FIRST = frozenset("ern erns erner erners erly ward wards teen teenth ty tieth th fold ish less".split())
_SECOND_PARTS = frozenset(
    "controlled held led based backed affected related brokered mediated sponsored supported facilitated funded "
    "governmental government appointed elected wide term range level scale free awareness action clearance".split()
)
# These join to what follows without a hyphen, though both halves are words.
_NEVER_FIRST_PARTS = frozenset(
    "under over with out up in there where here any every some no on to for through further more not never can".split()
)


def find_hyphen_repairs(text: str) -> Iterator[Repair]:
    """Words broken at a line's end are joined; "cease- fire" loses its space and keeps its hyphen."""
    words: frozenset[str] | None = None
    for m in _BROKEN.finditer(text):
        words = _words_of(text) if words is None else words
        before, after = _halves(text, m.start(), m.end())
        if after.lower() in _SUSPENDING and (before + after).lower() not in words:
            continue
        now = "-" if _in_address(text, m.start()) or _keeps_hyphen(before, after, words) else ""
        yield Repair(m.start(), m.end(), m.group(), now, "split-word")
    for m in _SOFT_BROKEN.finditer(text):
        yield Repair(m.start(), m.end(), m.group(), "", "soft-hyphen")
    for m in _SPACED.finditer(text):
        _, after = _halves(text, m.start(), m.end())
        if after.lower() not in _SUSPENDING | _PHRASE_OPENERS:
            yield Repair(m.start(1), m.end(1), m.group(1), "", "split-word")


def _keeps_hyphen(before: str, after: str, words: frozenset[str]) -> bool:
    """Whether the hyphen between two halves is part of the word; `words` are those of the whole text."""
    if after[0].isupper() and not before.isupper():
        return True
    first, second = before.lower(), after.lower()
    if first + second in words:
        return False
    if f"{first}-{second}" in words:
        return True
    if first in _FIRST_PARTS and second not in _NOT_AFTER_FIRST:
        return True
    if second in _SECOND_PARTS:
        return True
    both_are_words = len(first) > 2 and len(second) > 3 and first in words and second in words
    return both_are_words and first not in _NEVER_FIRST_PARTS


def _words_of(text: str) -> frozenset[str]:
    """Every whole word of the text in lower case; of a compound also its parts and neighbouring pairs."""
    found: set[str] = set()
    for word in set(_WORD.findall(text)):
        parts = word.lower().split("-")
        found.update(parts)
        found.update(f"{a}-{b}" for a, b in pairwise(parts))
    return frozenset(found)


def _halves(text: str, start: int, end: int) -> tuple[str, str]:
    before = _WORD_AT_END.search(text[max(0, start - _REACH) : start])
    after = _WORD_AT_START.match(text, end, end + _REACH)
    return before.group() if before else "", after.group() if after else ""


def _in_address(text: str, at: int) -> bool:
    """Whether the hyphen stands in a web address, where no hyphen is ever added by a typesetter."""
    token = text[max(0, at - 200) : at].split()
    return bool(token) and ("/" in token[-1] or "www." in token[-1])
