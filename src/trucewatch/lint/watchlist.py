"""Terms whose meaning is fought over, as the vocabulary lists them."""

import re
from dataclasses import dataclass

from trucewatch.core.model import Severity
from trucewatch.vocabulary.loader import load


@dataclass(frozen=True, slots=True)
class WatchedTerm:
    """A term that a duty should not use undefined, and how much that weighs."""

    id: str
    pattern: str
    severity: str

    def __post_init__(self) -> None:
        Severity(self.severity)
        try:
            re.compile(self.pattern)
        except re.error as error:
            raise ValueError(f'"pattern" is no regular expression: {error}') from error


def watched_terms() -> tuple[WatchedTerm, ...]:
    """The watch-list in the file's order."""
    return load("watchlist.yaml", WatchedTerm)
