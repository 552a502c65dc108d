"""The sources that a report cites."""

from dataclasses import dataclass

from .dates import When
from .quotes import Span


@dataclass(frozen=True, slots=True)
class Source:
    """A source that a report cites. `time` is the hour as it is written, `place` where an interview was held."""

    id: str
    kind: str
    span: Span
    title: Span | None = None
    publisher: Span | None = None
    number: Span | None = None
    date: When | None = None
    handle: Span | None = None
    anonymous: bool = False
    time: Span | None = None
    place: Span | None = None
