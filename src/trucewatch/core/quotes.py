"""Exact text spans, and the reversible repairs that stand between original and working text.

A document keeps two texts. `original` is what the file says, decoded and otherwise untouched.
`text` is what the steps read: the original with small repairs (an apostrophe for a backtick, a word
rejoined across a line end). Every value that leaves the program points into `original`, so
`original[span.start:span.end] == span.exact` holds for all of them.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets into the ORIGINAL text, in Unicode code points, and the text they cover."""

    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A span with what stands before and after it (W3C TextQuoteSelector with its position)."""

    span: Span
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True, order=True)
class Repair:
    """One replacement: `original[start:end]`, which was `was`, reads `now` in the working text.

    `kind` is one of apostrophe, quotation-mark, soft-hyphen, split-word, spaces, footnote-mark,
    footnote-end, line-end, invisible, ligature.
    """

    start: int
    end: int
    was: str
    now: str
    kind: str


@dataclass(frozen=True)
class Repairs:
    """The repairs of one document, sorted, not overlapping; maps offsets both ways."""

    edits: tuple[Repair, ...] = ()
    _edit_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _text_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _text_ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        text_starts: list[int] = []
        text_ends: list[int] = []
        shift = last = 0
        for edit in self.edits:
            if edit.start < last or edit.end < edit.start:
                raise ValueError(f"repairs overlap or run backwards at {edit.start}")
            text_starts.append(edit.start + shift)
            shift += len(edit.now) - (edit.end - edit.start)
            text_ends.append(edit.end + shift)
            last = edit.end
        object.__setattr__(self, "_edit_starts", tuple(edit.start for edit in self.edits))
        object.__setattr__(self, "_text_starts", tuple(text_starts))
        object.__setattr__(self, "_text_ends", tuple(text_ends))

    def apply(self, original: str) -> str:
        """The working text."""
        parts: list[str] = []
        at = 0
        for edit in self.edits:
            parts += (original[at : edit.start], edit.now)
            at = edit.end
        parts.append(original[at:])
        return "".join(parts)

    def revert(self, text: str) -> str:
        """The original text, rebuilt from the working text and the repairs alone."""
        parts: list[str] = []
        at = 0
        for edit, start, end in zip(self.edits, self._text_starts, self._text_ends, strict=True):
            parts += (text[at:start], edit.was)
            at = end
        parts.append(text[at:])
        return "".join(parts)

    def start_in_original(self, offset: int) -> int:
        """Where a span that starts at `offset` of the working text starts in the original."""
        at = bisect_right(self._text_starts, offset) - 1
        if at < 0:
            return offset
        edit, text_end = self.edits[at], self._text_ends[at]
        # Inside a replacement there is no finer position than its first character.
        return edit.start if offset < text_end else edit.end + (offset - text_end)

    def end_in_original(self, offset: int) -> int:
        """Where a span that ends at `offset` of the working text ends in the original."""
        # A span ending where a deleted piece stood must not swallow it: look at the character before.
        at = bisect_right(self._text_starts, offset - 1) - 1
        if at < 0:
            return offset
        edit, text_end = self.edits[at], self._text_ends[at]
        return edit.end if offset <= text_end else edit.end + (offset - text_end)

    def start_in_text(self, offset: int) -> int:
        """The working-text offset of an original offset; inside an edit, the edit's first character."""
        at = bisect_right(self._edit_starts, offset) - 1
        if at < 0:
            return offset
        edit = self.edits[at]
        if offset < edit.end:
            return self._text_starts[at]
        return self._text_ends[at] + (offset - edit.end)

    def end_in_text(self, offset: int) -> int:
        """The working-text end of a span that ends at an original offset; inside an edit, its end."""
        at = bisect_right(self._edit_starts, offset - 1) - 1
        if at < 0:
            return offset
        edit = self.edits[at]
        if offset <= edit.end:
            return self._text_ends[at]
        return self._text_ends[at] + (offset - edit.end)


def make_repairs(edits: Iterable[Repair]) -> Repairs:
    """Repairs in order; where two overlap, the earlier and then the longer one is kept."""
    kept: list[Repair] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end)):
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return Repairs(tuple(kept))


def quote_of(original: str, span: Span, context: int = 32) -> Quote:
    """The span with up to `context` characters on either side."""
    return Quote(
        span=span,
        prefix=original[max(0, span.start - context) : span.start],
        suffix=original[span.end : span.end + context],
    )
