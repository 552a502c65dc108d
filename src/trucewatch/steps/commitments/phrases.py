"""Spans of phrases: from tokens to exact words of the document."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from trucewatch.core.model import Document
from trucewatch.core.parse import Parse, Token
from trucewatch.core.quotes import Span

_SIDE_REMARKS = frozenset("relcl acl appos parataxis advcl punct cc conj ccomp".split())
_TRIM = " \t\n,;:.-–—"


@dataclass(frozen=True)
class Phrases:
    """The parse of one passage over its document; `pieces` are the ranges it was joined from."""

    document: Document
    parse: Parse
    pieces: tuple[tuple[int, int], ...]

    def stretches(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """The parts of a range that the passage was made of: its chapeau, its own words, no other point's.

        An aside that was left out of the parse is the clause's own all the same.
        """
        made: list[tuple[int, int]] = []
        for start, end in self.pieces:
            if made and self.document.text[made[-1][1] : start].lstrip().startswith(","):
                made[-1] = (made[-1][0], end)
            else:
                made.append((start, end))
        return ((max(a, low), min(b, high)) for a, b in made if max(a, low) < min(b, high))

    def matches(self, pattern: re.Pattern[str], owned: tuple[int, int]) -> Iterator[re.Match[str]]:
        """The pattern's hits in the passage's own words, within a range."""
        for low, high in self.stretches(*owned):
            yield from pattern.finditer(self.document.text, low, high)

    def range_of(self, tokens: Iterable[Token], head: Token) -> tuple[int, int]:
        """The unbroken run of the tokens that holds the head, within the head's own piece."""
        piece = self._piece(head.start)
        wanted = {t.i for t in tokens if self._piece(t.start) == piece} | {head.i}
        low = high = head.i
        while low - 1 in wanted:
            low -= 1
        while high + 1 in wanted:
            high += 1
        return self.trimmed(self.parse.tokens[low].start, self.parse.tokens[high].end)

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        text = self.document.text
        while start < end and text[start] in _TRIM:
            start += 1
        while end > start and (text[end - 1] in _TRIM or text[end - 1] == "("):
            end -= 1
        return start, end

    def _piece(self, offset: int) -> tuple[int, int]:
        return next((p for p in self.pieces if p[0] <= offset < p[1]), self.pieces[-1])

    def span(self, bounds: tuple[int, int]) -> Span | None:
        start, end = bounds
        return self.document.span(start, end) if end > start else None

    def noun_phrase(
        self, head: Token, *, keep: Callable[[Token], bool] = lambda _: True, conjuncts: bool = True
    ) -> tuple[int, int]:
        """The noun with what belongs to it; clauses in apposition, asides and time limits left out."""
        return self._unjoined(*self.range_of(self._own(head, keep, conjuncts), head))

    def _unjoined(self, start: int, end: int) -> tuple[int, int]:
        """The range without an "and" at its end: what it joined was left out."""
        joiner = re.search(r"[\s,]+(?:and|or|but)$", self.document.text[start:end])
        return start, start + joiner.start() if joiner else end

    def _own(self, head: Token, keep: Callable[[Token], bool], conjuncts: bool) -> list[Token]:
        own = [head]
        for kid in self.parse.children(head):
            joined = kid.dep in ("conj", "cc") or (kid.dep == "punct" and kid.text in ",/-()" and conjuncts)
            if joined and conjuncts:
                own += self._own(kid, keep, conjuncts)
            elif kid.dep in _SIDE_REMARKS and kid.text not in ('"', "'"):
                continue
            elif keep(kid):
                own += self.parse.subtree(kid) if kid.dep not in ("prep",) else self._prep(kid, keep)
        return own

    def _prep(self, prep: Token, keep: Callable[[Token], bool]) -> list[Token]:
        own = [prep]
        for kid in self.parse.children(prep):
            own += self._own(kid, keep, True) if keep(kid) else []
        return own

    def prepositional(self, prep: Token, keep: Callable[[Token], bool]) -> tuple[int, int]:
        """A preposition with its object."""
        return self._unjoined(*self.range_of(self._prep(prep, keep), prep))

    def words_from(self, offset: int, end: int) -> tuple[int, int] | None:
        """The noun phrase whose first word stands at or after `offset`, up to `end`."""
        tokens = [t for t in self.parse.tokens if offset <= t.start < end]
        taken: list[Token] = []
        for token in tokens:
            inner = token.pos in ("DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART") or token.text in "-/'’"
            linking = token.lower in ("of", "and", "for", "/") and bool(taken)
            if not inner and not linking:
                break
            taken.append(token)
        while taken and (taken[-1].pos in ("ADP", "CCONJ", "DET") or taken[-1].text in "-/"):
            taken.pop()
        return (taken[0].start, taken[-1].end) if taken else None


def spans_of(phrases: Phrases, ranges: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
    """The ranges as spans, each once, in order."""
    return tuple(dict.fromkeys(s for s in (phrases.span(r) for r in sorted(ranges)) if s))
