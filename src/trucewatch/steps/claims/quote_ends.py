"""Where the words of a claim end beside quotation marks."""

from collections.abc import Sequence

from trucewatch.core.parse import Parse, Token

from .attribution_words import MARK, closes
from .wording import trimmed

_BEFORE_MARK = frozenset(",.!?")


def quoted_part(parse: Parse, own: Sequence[Token]) -> tuple[Token, Token]:
    """The first and the last word of a claim; of 'No list, no exchange," Orlic said' what stands before the mark that closes."""
    first, last = trimmed(own)
    marks = [t for t in parse.tokens[first.i : last.i + 1] if t.text == MARK]
    if len(marks) != 1 or not closes(parse, marks[0]) or parse.tokens[marks[0].i - 1].text not in _BEFORE_MARK:
        return first, last
    inside = [t for t in own if t.i < marks[0].i]
    return trimmed(inside) if inside else (first, last)


def closed(parse: Parse, sentence: Sequence[Token], start: int, end: int) -> int:
    """Where a claim's words end, with the mark that closes what is opened in them: 'called it "dead in all but name"'."""
    opened = sum(t.text == MARK for t in sentence if start <= t.start < end) % 2
    for token in [t for t in sentence if t.start >= end][:2] if opened else ():
        if token.text == MARK:
            return token.end if closes(parse, token) else end
        if token.text not in _BEFORE_MARK:
            break
    return end
