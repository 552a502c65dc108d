"""Holds a second reader's entries against the text. Pure: an entry is a suggestion, or one of `UNMATCHED_KINDS`."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from trucewatch.core.model import Claim, Document, Report
from trucewatch.core.quotes import Span, quote_of
from trucewatch.core.repairs import find_repairs
from trucewatch.core.suggestions import UNMATCHED_KINDS, Suggestion
from trucewatch.vocabulary.reports import Stance

MOST_ENTRIES = 500
_GAP_MARK = re.compile(r"\s*(?:\[\s*(?:\.{3,}|…)\s*\]|\.{3,}|…)\s*")
# A quote without a gap mark counts as joined from pieces when each has at least so many words.
_PIECE = 3

Range = tuple[int, int]


class Unmatched(Exception):
    """An entry that does not stand up to the text; `kind` is one of `UNMATCHED_KINDS`."""

    def __init__(self, kind: str) -> None:
        super().__init__(UNMATCHED_KINDS[kind])
        self.kind = kind


@dataclass(frozen=True, slots=True)
class Match:
    """An entry all of whose words are in the text, as ranges of the working text."""

    stance: str
    quote: Range
    speaker: Range | None
    said_on: Range | None
    about: Range | None


def match_all(
    passage: "PassageText", entries: Sequence[Any], codes: Collection[str]
) -> tuple[list[Match], Counter[str]]:
    """The entries that stand up to the passage, each once, and how many do not, by kind."""
    kept: dict[Match, None] = {}
    unmatched = Counter({"over-the-limit": max(0, len(entries) - MOST_ENTRIES)})
    for entry in entries[:MOST_ENTRIES]:
        try:
            found = match(passage, entry, codes)
        except Unmatched as fault:
            unmatched[fault.kind] += 1
            continue
        unmatched["given-twice"] += found in kept
        kept[found] = None
    return list(kept), unmatched


def match(passage: "PassageText", entry: Any, codes: Collection[str]) -> Match:
    """The entry's places in the passage; raises Unmatched with the first fault."""
    if not isinstance(entry, dict):
        raise Unmatched("wrong-type")
    quote, stance = _text(entry, "quote"), _text(entry, "stance")
    speaker, said_on, about = (_text(entry, name) for name in ("speaker", "said_on", "about"))
    if not (quote and stance):
        raise Unmatched("wrong-type")
    place = _only(passage, quote, passage.places(speaker))
    code = stance.upper()
    if code not in codes:
        raise Unmatched("unknown-stance")
    return Match(
        code,
        place,
        _near(passage, speaker, place, "speaker-not-in-text"),
        _near(passage, said_on, place, "date-not-in-text"),
        _near(passage, about, place, "about-not-in-text"),
    )


def _text(entry: Mapping[str, Any], name: str) -> str:
    """The entry's value, "" for null and for nothing; raises Unmatched when it is no text."""
    value = entry.get(name)
    if not isinstance(value, str | None):
        raise Unmatched("wrong-type")
    return (value or "").strip()


class PassageText:
    """A passage of the working text in which words are looked up, however the lines are broken."""

    def __init__(self, document: Document, start: int, end: int) -> None:
        text = document.text
        groups = [list(group) for _, group in groupby(range(start, end), key=lambda at: text[at].isspace())]
        pieces = [group[:1] if text[group[0]].isspace() else group for group in groups]
        self._at = [at for piece in pieces for at in piece]
        # Most line ends are only wraps, and a model has no reason to copy them.
        self.words = "".join(" " if text[at].isspace() else text[at] for at in self._at)

    def places(self, words: str) -> list[Range]:
        """Where exactly these words stand as whole words, in the working text.

        Words that are not there are looked for once more with the repairs that the document itself had:
        a model may set the typographic marks of the original again.
        """
        words = " ".join(words.split())
        if not words:
            return []
        found = self._places(words)
        return found or self._places(" ".join(find_repairs(words).apply(words).split()))

    def _places(self, words: str) -> list[Range]:
        found: list[Range] = []
        at = self.words.find(words) if words else -1
        while at >= 0:
            end = at + len(words)
            if not _splits_word(self.words, at) and not _splits_word(self.words, end):
                found.append((self._at[at], self._at[end - 1] + 1))
            at = self.words.find(words, at + 1)
        return found


def _splits_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _only(passage: PassageText, quote: str, speakers: Sequence[Range]) -> Range:
    """The quote's one place; of several the one nearest to where the speaker is named."""
    places = passage.places(quote)
    if not places:
        raise Unmatched("stitched-quote" if _stitched(passage, quote) else "invented-quote")
    if len(places) > 1 and speakers:
        gaps = [_gap(place, _nearest(speakers, place)) for place in places]
        nearest = min(gaps)
        places = [place for place, gap in zip(places, gaps, strict=True) if gap == nearest]
    if len(places) > 1:
        raise Unmatched("ambiguous-quote")
    return places[0]


def _near(passage: PassageText, words: str, quote: Range, kind: str) -> Range | None:
    """The place of the words that is nearest to the quote; None when no words are given."""
    if not words:
        return None
    places = passage.places(words)
    if not places:
        raise Unmatched(kind)
    return _nearest(places, quote)


def _nearest(places: Sequence[Range], to: Range) -> Range:
    """The nearest of places that are in order and of about one length; the earlier of two as near."""
    at = bisect_left(places, to)
    return min(places[max(0, at - 1) : at + 1], key=lambda place: _gap(place, to))


def _gap(a: Range, b: Range) -> int:
    """How many characters lie between two ranges; 0 where they meet."""
    return max(0, a[0] - b[1], b[0] - a[1])


def _stitched(passage: PassageText, quote: str) -> bool:
    """Whether a quote that is not in the passage is made of pieces that are."""
    pieces = [piece for piece in _GAP_MARK.split(quote) if piece]
    if len(pieces) > 1:
        return all(passage.places(piece) for piece in pieces)
    words, found = quote.split(), 0
    while words:
        length = 0
        while length < len(words) and " ".join(words[: length + 1]) in passage.words:
            length += 1
        if length < _PIECE:
            return False
        words, found = words[length:], found + 1
    return found > 1


# --------------------------------------------------------------------------- from places to suggestions


def suggestions(report: Report, matches: Iterable[Match], stances: Mapping[str, Stance]) -> tuple[Suggestion, ...]:
    """The matches as suggestions in order of place, each with the claim of the report that it repeats."""
    document = report.document
    ordered = sorted(matches, key=lambda m: (m.quote, m.stance, m.speaker or (-1, -1)))
    return tuple(
        Suggestion(
            id=f"suggestion_{number}",
            stance=match.stance,
            axis=stances[match.stance].axis,
            quote=quote_of(document.original, document.span(*match.quote)),
            speaker=_span(document, match.speaker),
            said_on=_span(document, match.said_on),
            about=_span(document, match.about),
            agrees_with=_same_claim(report, match),
        )
        for number, match in enumerate(ordered, start=1)
    )


def _span(document: Document, place: Range | None) -> Span | None:
    return None if place is None else document.span(*place)


def _same_claim(report: Report, match: Match) -> str | None:
    """The claim in the same words, of the same stance, by nobody else."""
    quote, speaker = report.document.span(*match.quote), _span(report.document, match.speaker)
    fitting = (
        claim
        for claim in report.claims
        if claim.stance == match.stance and _mostly_same(claim.quote.span, quote) and _may_say(report, claim, speaker)
    )
    return next((claim.id for claim in fitting), None)


def _mostly_same(a: Span, b: Span) -> bool:
    """Whether two spans share at least half of the shorter one."""
    shared = min(a.end, b.end) - max(a.start, b.start)
    return 2 * shared >= min(a.end - a.start, b.end - b.start)


def _may_say(report: Report, claim: Claim, speaker: Span | None) -> bool:
    """Whether the words for the speaker do not name somebody else than the claim's."""
    if claim.speaker is None or speaker is None:
        return claim.speaker is None and speaker is None
    named = {
        actor.id
        for actor in report.actors
        for mention in (actor.name, *actor.mentions)
        if mention.exact == speaker.exact or (mention.start < speaker.end and speaker.start < mention.end)
    }
    # "He" is nobody's name: the rules have found out who that is, the second reader only copies the word.
    return claim.speaker in named or not named
