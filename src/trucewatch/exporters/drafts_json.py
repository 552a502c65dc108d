"""What concerns work on drafts in the JSON of an agreement: wordings, and how it stands against a baseline."""

from typing import Any

from trucewatch.core.known import KnownCounts
from trucewatch.core.quotes import Span
from trucewatch.core.wording import Blank, Wording

Json = dict[str, Any]


def wording_json(wording: Wording | None) -> Json | None:
    """The wording as text and in its parts: fixed words of the rule, spans of the text, and blanks."""
    if wording is None:
        return None
    return {"text": str(wording), "parts": [_part(part) for part in wording.parts]}


def known_json(counts: KnownCounts | None) -> Json | None:
    """The counts against a baseline; null without one."""
    return None if counts is None else {"known": counts.known, "new": counts.new, "resolved": counts.resolved}


def _part(part: str | Span | Blank) -> Json:
    if isinstance(part, Span):
        return {"start": part.start, "end": part.end, "exact": part.exact}
    return {"blank": part.what} if isinstance(part, Blank) else {"words": part}
