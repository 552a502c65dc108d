"""Texts that are copies of one another, and the words that show it."""

from dataclasses import dataclass

from .quotes import Span


@dataclass(frozen=True, slots=True)
class Copy:
    """One text of a group: its number in the batch and the passages that it shares, in order of place."""

    document: int
    path: str
    shared: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class SharedText:
    """What a report shares with its near-copies: their paths, the least share that ties them, its own passages."""

    group: str
    likeness: float
    others: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Texts that share most of their words. `likeness` is the least share, over the shorter text, of a text that joined.

    `id` is the same for the same texts, whatever their order.
    """

    id: str
    likeness: float
    copies: tuple[Copy, ...]
