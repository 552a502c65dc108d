"""Who signs a statement or an open letter whose title names nobody: "On behalf of the Front, we ...", "for the Alliance"."""

import re

from trucewatch.core.model import Document

_NAME = r"(?P<name>[^\W\d_a-z][\w'’-]*(?:\s(?:of|for|the|and|de|du|la|[^\W\d_a-z][\w'’-]*))*)"
# "On behalf of the Karun Front, I have the honour", "We, the undersigned leaders of the Northern Alliance, write"
_OPENS = re.compile(
    r"(?:\b[Oo]n behalf of (?:the )?"
    + _NAME
    + r",? (?=[Ww]e\b|I\b)|\bWe, (?:the )?(?:[a-z]+ ){1,3}(?:of the [a-z]+ )?of (?:the )?"
    + _NAME.replace("name", "ours")
    + r"(?: in [A-Z]\w+)?,)"
)
# "Bilal ag Moussa, for the Northern Alliance", "For and on behalf of the Front"
_CLOSES = re.compile(
    r"(?:^|[,(]\s*)(?:[Ff]or(?: and on behalf of)?|[Oo]n behalf of|[Ss]igned (?:for|by))(?: the)? " + _NAME + r"[.)]?$"
)
# "President, Karun Liberation Front", "Secretary-General of the Front"
_OFFICE = re.compile(
    r"(?i:acting |deputy )?(?i:president|chair(?:man|person|woman)?|secretary[- ]general|commander|spokes(?:man|person|woman)"
    r"|leader|minister)(?:,| of)(?: the)? " + _NAME + r"$"
)
_OPENING = 500
_CLOSING_LINES = 6


def signer(document: Document, start: int) -> tuple[int, int] | None:
    """The range of the one body in whose name a text from `start` on is written, or None."""
    opens = _OPENS.search(document.text, start, start + _OPENING)
    if opens is not None:
        return opens.span("name" if opens["name"] else "ours")
    lines = list(re.finditer(r"[^\n]+", document.text[start:]))[-_CLOSING_LINES:]
    found: dict[str, tuple[int, int]] = {}
    for line in lines:
        words = line[0].rstrip()
        hit = _CLOSES.search(words) or _OFFICE.match(words)
        if hit is not None:
            low = start + line.start()
            found.setdefault(hit["name"], (low + hit.start("name"), low + hit.end("name")))
    return next(iter(found.values())) if len(found) == 1 else None
