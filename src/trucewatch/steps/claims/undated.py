"""What the finding of dates needs to know of a claim in the making."""

from typing import Protocol

from trucewatch.core.dates import When
from trucewatch.core.parse import Token

from .propositions import Frame


class Undated(Protocol):
    """A claim in the making, as far as its dates go."""

    stance: str
    polarity: str
    content: tuple[int, int]
    paragraph: int
    sentence_start: int
    frame: Frame | None
    tokens: tuple[Token, ...]
    said: When | None
    happened: When | None


def root_of(draft: Undated) -> Token | None:
    """The topmost word of a claim."""
    inside = {t.i for t in draft.tokens}
    return next((t for t in draft.tokens if t.head not in inside or t.head == t.i), None)
