"""What an optional second reader says of a report: places to look at, never claims.

Nothing here is read by a step. A suggestion becomes a claim only when a person writes one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .quotes import Quote, Span

# How an entry of an answer can fail to stand up to the text, each in words.
UNMATCHED_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "wrong-type": "no object with a quote and a stance, or a value that is no text",
        "invented-quote": "a quote that is not in the passage",
        "stitched-quote": "a quote joined from pieces that stand apart",
        "ambiguous-quote": "a quote that stands in several places",
        "unknown-stance": "a stance that is none of the codes",
        "speaker-not-in-text": "a speaker whom the passage does not name in these words",
        "date-not-in-text": "words for a date that are not in the passage",
        "about-not-in-text": "words for a duty or agreement that are not in the passage",
        "given-twice": "the same as another entry",
        "over-the-limit": "more entries than a passage can hold claims",
    }
)


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

    `unmatched` counts the entries of its answers that did not stand up to the text, by `UNMATCHED_KINDS`; every entry
    is a suggestion or counted there. `faults` say, a line each, why passages have no answer.
    """

    model: str
    passages: int
    answered: int
    suggestions: tuple[Suggestion, ...] = ()
    unmatched: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    faults: tuple[str, ...] = ()
