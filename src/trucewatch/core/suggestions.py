"""What an optional second reader says of a report: places to look at, never claims.

Nothing here is read by a step. A suggestion becomes a claim only when a person writes one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .quotes import Quote, Span


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that a second reader takes for a claim; every value is a span of the text or a code of ours.

    `speaker` None stands for the author of the text. `agrees_with` is the id of the claim that the rules
    found in the same words, None when they found none.
    """

    id: str
    stance: str
    axis: str
    quote: Quote
    speaker: Span | None = None
    said_on: Span | None = None
    about: Span | None = None
    agrees_with: str | None = None


@dataclass(frozen=True, slots=True)
class SecondReading:
    """What a second reader was asked, what it suggests, and what of its answers is not shown.

    `unmatched` counts the entries of its answers that did not stand up to the text, by kind; every entry
    is a suggestion or counted there. `faults` say, a line each, why passages have no answer.
    """

    model: str
    passages: int
    answered: int
    suggestions: tuple[Suggestion, ...] = ()
    unmatched: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[str, ...] = ()
