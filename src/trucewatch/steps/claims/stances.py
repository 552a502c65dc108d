"""Decides which stance a proposition takes: the first cue of the vocabulary that fits."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from trucewatch.vocabulary.reports import CONDITIONS, Cue, ReportVocabulary


@dataclass(frozen=True, slots=True)
class Features:
    """What a cue can ask of a proposition.

    `words` are its lemmas without those of whoever acts, `around` all of them; `conditions` holds one word of every group that applies.
    """

    head: frozenset[str]
    words: frozenset[str]
    around: frozenset[str]
    text: str
    conditions: frozenset[str]


@dataclass(frozen=True, slots=True)
class Found:
    """The stance of a cue that fits, and the cue's name: its number in its file."""

    stance: str
    name: str


class StanceRules:
    """The cues, with their word classes spelled out."""

    def __init__(self, vocabulary: ReportVocabulary) -> None:
        self._cues, self._defaults = _all_compiled(vocabulary)

    def decide(self, features: Features) -> Found | None:
        """The first cue that fits, or None."""
        return self._cues.first(features)

    def default(self, f: Features) -> Found | None:
        """The stance that classes of words alone suggest, or None; who acts is not asked for its words."""
        return self._defaults.first(Features(f.head, f.words, f.words, f.text, f.conditions))


@dataclass(frozen=True, slots=True)
class _Compiled:
    stance: str
    head: frozenset[str]
    words: frozenset[str]
    also: frozenset[str]
    without: frozenset[str]
    phrase: re.Pattern[str] | None
    allowed: tuple[frozenset[str], ...]

    def holds_under(self, conditions: frozenset[str]) -> bool:
        """Whether the cue is meant for propositions of which these conditions hold."""
        return not any(group.isdisjoint(conditions) for group in self.allowed)

    def fits(self, features: Features) -> bool:
        """Whether the words fit a cue that holds under the conditions."""
        if self.head and self.head.isdisjoint(features.head):
            return False
        if self.words and not self.words & features.around:
            return False
        if self.also and not self.also & features.around:
            return False
        if self.without & features.words:
            return False
        return self.phrase is None or self.phrase.search(features.text) is not None


class _Cues:
    """Cues in order, looked up by the words that they ask for, so that few of them are tried."""

    def __init__(self, cues: Sequence[_Compiled]) -> None:
        self._cues = cues
        self._by_head: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._always: list[int] = []
        for number, cue in enumerate(cues):
            index, words = (self._by_head, cue.head) if cue.head else (self._by_word, cue.words)
            for word in words:
                index.setdefault(word, []).append(number)
            if not words:
                self._always.append(number)
        # A report has few sets of conditions, and asks again what was asked when it was read for the questions.
        self._holding = lru_cache(maxsize=1024)(self._held)
        self.first = lru_cache(maxsize=512)(self._first)

    def _held(self, conditions: frozenset[str]) -> int:
        """The cues that hold, a bit for each: as a set they would take eighty times the room."""
        return sum(1 << number for number, cue in enumerate(self._cues) if cue.holds_under(conditions))

    def _first(self, features: Features) -> Found | None:
        """The first cue that fits, or None."""
        tried = set(self._always)
        for index, words in ((self._by_head, features.head), (self._by_word, features.around)):
            for word in index.keys() & words:
                tried.update(index[word])
        holding = self._holding(features.conditions)
        for number in sorted(tried):
            cue = self._cues[number]
            if holding >> number & 1 and cue.fits(features):
                return Found(cue.stance, f"{number + 1}")
        return None


@lru_cache(maxsize=4)
def _all_compiled(vocabulary: ReportVocabulary) -> tuple[_Cues, _Cues]:
    """The cues and the default cues of a vocabulary, made once for all reports."""

    def made(cues: Iterable[Cue]) -> _Cues:
        return _Cues([_compiled(cue, vocabulary.classes) for cue in cues])

    return made(vocabulary.cues), made(vocabulary.defaults)


def _compiled(cue: Cue, classes: Mapping[str, frozenset[str]]) -> _Compiled:
    def spelled(names: tuple[str, ...]) -> frozenset[str]:
        return frozenset(w for n in names for w in (classes[n[1:]] if n.startswith("@") else (n,)))

    when = set(cue.when)
    # Without a polarity of its own a cue is meant for a positive proposition.
    if not when & CONDITIONS["polarity"]:
        when.add("positive")
    allowed = tuple(frozenset(group & when) for group in CONDITIONS.values() if group & when)
    return _Compiled(
        cue.stance,
        spelled(cue.head),
        spelled(cue.words),
        spelled(cue.also),
        spelled(cue.without),
        _pattern(cue.phrase),
        allowed,
    )


@lru_cache(maxsize=512)
def _pattern(phrase: str) -> re.Pattern[str] | None:
    return re.compile(phrase) if phrase else None
