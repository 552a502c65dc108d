"""The line above a post on a forum or in an archive that names whoever posted it, and the day: "kirundo, 23 January 2004:"."""

import re
from dataclasses import dataclass

from trucewatch.core.date_words import MONTH_NAMES
from trucewatch.core.model import Document

_MONTH = "|".join((*MONTH_NAMES, *(rf"{m[:3]}\.?" for m in MONTH_NAMES)))
_DAY = (
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s)?"
    rf"(?:\d{{1,2}}\s(?:{_MONTH})\s\d{{4}}|(?:{_MONTH})\s\d{{1,2}},?\s\d{{4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:,?\s(?:at\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?)?"
)
# What people call themselves there, "kirundo" or "aden_first"; or a name.
_HANDLE = r"@?(?:[a-z]\w{2,29}|\w+[_\d]\w*)"
_NAME = rf"(?:{_HANDLE}|[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){{0,3}})"
_BYLINE = re.compile(
    rf"\[(?:[Pp]osted|[Ww]ritten|[Cc]omment)\s(?:by\s)?(?P<in_brackets>{_NAME})(?:,|\son|\s[-–—])?\s{_DAY}\]:?\s+"
    rf"|[Pp]osted\sby:?\s(?P<posted>{_NAME})(?:,|\son|\s[-–—])?\s{_DAY}:?[ \t]*(?:\n\s*|\Z)"
    rf"|(?P<wrote>{_NAME})\s(?:wrote|writes|posted|said)(?:\son|,)?\s{_DAY}:[ \t]*(?:\n\s*|\Z)"
    rf"|(?P<alone>{_HANDLE}),\s{_DAY}:[ \t]*(?:\n\s*|\Z)"
)
_NOBODY = frozenset(
    "he she they it we i you who this that which posted updated published written from dated here".split()
)


@dataclass(frozen=True, slots=True)
class Byline:
    """Where the name of whoever posted stands, and where the post begins."""

    name: tuple[int, int]
    end: int


def byline(text: str, start: int, end: int) -> Byline | None:
    """The line above a post, or in front of it, at the beginning of a block; None without one."""
    found = _BYLINE.match(text, start, end)
    if found is None:
        return None
    name = next(n for n in found.re.groupindex if found[n] is not None)
    return Byline(found.span(name), found.end()) if found[name].lower() not in _NOBODY else None


class Bylines:
    """Answers whose post a block of a document belongs to."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        places = [n for n, b in enumerate(document.blocks) if byline(document.text, b.start, b.end)]
        above = document.blocks[: places[0]] if places else ()
        titles = not any(document.text[b.start : b.end].rstrip().endswith((".", "?", "!")) for b in above)
        # A single post that a report quotes below its own words ends where its paragraph does.
        self._whole = len(places) > 1 or titles
        self._poster: tuple[int, int] | None = None

    def at(self, start: int, end: int) -> Byline | None:
        """The byline at the beginning of a block, whose poster goes on speaking below."""
        found = byline(self._text, start, end)
        alone = found is not None and not self._text[found.end : end].strip()
        if found is not None:
            self._poster = found.name if self._whole or alone else None
        return found

    def goes_on(self) -> tuple[int, int] | None:
        """Who posted what stands below a byline."""
        poster = self._poster
        if not self._whole:
            self._poster = None
        return poster
