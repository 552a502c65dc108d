"""Where and when a text is set: which of the known actors its names can mean."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from trucewatch.core.dates import edtf_range
from trucewatch.core.model import Document, Flag
from trucewatch.core.patterns import one_of
from trucewatch.vocabulary.reports import KnownActor, ReportVocabulary

from .report_dates import ReportDates

# A name of one word and so many letters is nobody else's: "Houthis", "UNSMIL". Shorter ones are.
_OWN_NAME = 5
_SHORT = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """The conflicts that a text is about and its last day, None where it gives none."""

    conflicts: frozenset[str]
    last_day: date | None

    def may_mean(self, known: KnownActor, vocabulary: ReportVocabulary) -> bool:
        """Whether a known actor can be meant here, and not a namesake elsewhere.

        A user's own actors can be meant anywhere, and so can persons: "Haftar" is nobody else's name.
        """
        if known.id in vocabulary.own or known.kind == "person":
            return True
        return known.conflict in self.conflicts or known.conflict not in vocabulary.conflicts

    def later_names(self, document: Document, vocabulary: ReportVocabulary) -> tuple[Flag, ...]:
        """A flag for bodies of these conflicts that were formed after every day that the text gives."""
        later = [a for a in vocabulary.actors if a.conflict in self.conflicts and self._is_later(a)]
        names = {alias for actor in later for alias in actor.aliases if " " in alias}
        hits = list(re.finditer(rf"\b{one_of(names)}\b", document.text)) if names else []
        if not hits:
            return ()
        message = "by the table of known actors a body was formed later than any day that the text gives"
        return (Flag("later-name", message, tuple(document.span(*hit.span()) for hit in hits)),)

    def _is_later(self, known: KnownActor) -> bool:
        first = edtf_range(known.since)[0] if known.since else None
        return first is not None and self.last_day is not None and first > self.last_day


def setting_of(dates: ReportDates, vocabulary: ReportVocabulary) -> Setting:
    """The setting of a text by its words, by who is named in it, and by its dates that have a year."""
    text = dates.document.text
    words, names = _signs(vocabulary)
    near: set[str] = set()
    named: dict[str, dict[str, bool]] = {}
    for hit in _pattern(vocabulary).finditer(text):
        if hit["word"]:
            near.add(words[hit["word"]])
        for actor in names.get(hit["name"] or "", ()):
            of_it = named.setdefault(actor.conflict, {})
            of_it[actor.id] = of_it.get(actor.id, False) or len(hit["name"]) > _SHORT
    # Two of its actors, and not by initials alone.
    near |= {conflict for conflict, actors in named.items() if len(actors) > 1 and any(actors.values())}
    days = [edtf_range(m.edtf)[1] for m in dates.between(0, len(text)) if m.year_known and m.edtf]
    last = max((day for day in (*days, dates.reference) if day is not None), default=None)
    return Setting(frozenset(near), last)


@lru_cache(maxsize=4)
def _signs(vocabulary: ReportVocabulary) -> tuple[Mapping[str, str], Mapping[str, tuple[KnownActor, ...]]]:
    """The conflict that each word shows, and the actors of a conflict that bear each name."""
    words = {word: conflict for conflict, listed in vocabulary.conflicts.items() for word in listed}
    names: dict[str, tuple[KnownActor, ...]] = {}
    for actor in vocabulary.actors:
        if actor.conflict not in vocabulary.conflicts:
            continue
        shown = vocabulary.conflicts[actor.conflict]
        for alias in actor.aliases:
            alone = actor.kind != "person" and " " not in alias and len(alias) >= _OWN_NAME
            if alone or any(word in alias for word in shown):
                words.setdefault(alias, actor.conflict)
            else:
                names[alias] = (*names.get(alias, ()), actor)
    return words, names


@lru_cache(maxsize=4)
def _pattern(vocabulary: ReportVocabulary) -> re.Pattern[str]:
    words, names = _signs(vocabulary)
    return re.compile(rf"\b(?:(?P<name>{one_of(names)})\b|(?P<word>{one_of(words)}))")
