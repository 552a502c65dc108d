"""A second reader's suggestions as plain dictionaries, beside the claims and never among them."""

from typing import Any

from trucewatch.core.quotes import Span
from trucewatch.core.suggestions import SecondReading, Suggestion

Json = dict[str, Any]


def second_reading_json(reading: SecondReading | None) -> Json:
    """The two keys that a report has when a second reader was asked, and none otherwise."""
    if reading is None:
        return {}
    return {
        "suggestions": [_suggestion(suggestion) for suggestion in reading.suggestions],
        "second_reader": {
            "model": reading.model,
            "passages": reading.passages,
            "answered": reading.answered,
            "unmatched": dict(reading.unmatched),
            "faults": list(reading.faults),
        },
    }


def _suggestion(suggestion: Suggestion) -> Json:
    quote = suggestion.quote
    return {
        "id": suggestion.id,
        "stance": suggestion.stance,
        "axis": suggestion.axis,
        "speaker": _span(suggestion.speaker),
        "said_on": _span(suggestion.said_on),
        "about": _span(suggestion.about),
        "agrees_with": suggestion.agrees_with,
        "quote": {**(_span(quote.span) or {}), "prefix": quote.prefix, "suffix": quote.suffix},
    }


def _span(span: Span | None) -> Json | None:
    return None if span is None else {"start": span.start, "end": span.end, "exact": span.exact}
