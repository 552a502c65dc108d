"""The lines of a chat, of whatever program: who writes, in front of what is written or on the line above it.

"[02/05/2021, 10:04] Abdallah (Gov): ...", "03/11/2023, 09:44 - M23 Liaison: ...", "[09:14] lno_front: ...", "<lno_front> ...".
"""

import re
from collections import Counter
from collections.abc import Sequence

from trucewatch.core.model import Document

from .bylines import Byline
from .label_words import names_nobody

_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?"
_DATE = r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d)"
# In brackets a clock time, with a day in front or not; without brackets the day, and a dash behind the time.
CHAT_STAMP = rf"(?:\[[^\]\n]{{0,40}}?{_CLOCK}[^\]\n]{{0,12}}\]\s+|{_DATE},?\s{_CLOCK}\s+[-–—]\s+)"
# What people call themselves there, "LNO_North", "obi"; or a name of some words.
_NICK = r"[^\W\d][\w-]{1,29}"
_NAME = r"[A-Z][\w.'’-]*(?:\s(?:of|the|al|[A-Z][\w.'’-]*)){1,4}"
# "UN Zone 3 duty", "Sector 2 ops"
_DESK = r"[A-Z][\w.'’-]*(?:\s(?:of|the|al|[A-Z\d][\w.'’-]*)){0,4}(?:\s(?:duty|desk|ops|room|hotline|team|patrol|base|post|officer|liaison))?"
_ENTRY = re.compile(
    rf"{CHAT_STAMP}~?\s?(?P<name>{_NAME}|{_DESK}|{_NICK})(?:\s\([^()\n]{{2,40}}\)|,\s[a-z][^:\n]{{2,60}})?:\s+(?=\S)"
)
_ANGLED = re.compile(rf"(?:\[?{_CLOCK}\]?\s+)?<[@+]?(?P<name>{_NICK})>\s+(?=\S)")
# On a line of its own: "lno_front 09:14".
_HEAD = re.compile(rf"(?P<name>{_NICK}|{_NAME})\s+[\[(]?{_CLOCK}[\])]?[ \t]*(?:\n\s*|\Z)")
# A line of a block from which on somebody else may write.
NEW_LINE = rf"\n(?={CHAT_STAMP}\S|(?:\[?{_CLOCK}\]?\s+)?<[@+]?{_NICK}>\s+\S)"
# What stands between such brackets in the pages of the web.
_TAGS = frozenset("br div span strong em html body table quote img li ul ol td tr hr pre code href link font".split())
_NOBODY = frozenset("he she they it we i you who this that there said at on until from since by edited".split())
_FEWEST = 2
# So many entries make whoever starts a thread its narrator, if they are half of all and few speak of "us".
_NARRATES = 4
_OURS = re.compile(r"\b(?:[Ww]e|[Oo]ur|us)\b")


class Chats:
    """Answers who writes an entry of a chat."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        blocks = [(b.start, b.end) for b in document.blocks]
        self._angled = self._are_names(_ANGLED, blocks)
        self._headed = self._are_names(_HEAD, blocks)
        self.narrator = self._who_narrates(blocks)
        self._writer: tuple[int, int] | None = None

    def at(self, start: int, end: int) -> Byline | None:
        """Who writes the entry that begins at `start`, and where the words begin; whoever heads words goes on below."""
        found = self._find(start, end)
        if found is not None:
            self._writer = found.name if not self._text[found.end : end].strip() else None
        return found

    def goes_on(self) -> tuple[int, int] | None:
        """Who writes what stands below a line with nothing but a name and a time."""
        return self._writer

    def _who_narrates(self, blocks: Sequence[tuple[int, int]]) -> str | None:
        """Who starts a thread and writes most of it, telling of others; None in a chat."""
        lines = [hit for start, end in blocks for hit in self._lines(_ENTRY, start, end)]
        names = Counter(hit["name"] for hit in lines)
        if not lines or names[first := lines[0]["name"]] < max(_NARRATES, len(lines) / 2):
            return None
        own = [self._text[hit.end() :].partition("\n")[0] for hit in lines if hit["name"] == first]
        return first if 2 * sum(_OURS.search(words) is not None for words in own) < len(own) else None

    def _find(self, start: int, end: int) -> Byline | None:
        for pattern, fits in ((_ENTRY, True), (_ANGLED, self._angled), (_HEAD, self._headed)):
            hit = pattern.match(self._text, start, end) if fits else None
            if hit is not None and _is_name(hit["name"]):
                return Byline(hit.span("name"), hit.end())
        return None

    def _are_names(self, pattern: re.Pattern[str], blocks: Sequence[tuple[int, int]]) -> bool:
        """Whether lines of that form are a chat's: several of them, or a name that nothing but a chat has ("lno_front")."""
        lines = [m for start, end in blocks for m in self._lines(pattern, start, end) if _is_name(m["name"])]
        return len(lines) >= _FEWEST or any(re.search(r"[_\d]", m["name"]) for m in lines)

    def _lines(self, pattern: re.Pattern[str], start: int, end: int) -> list[re.Match[str]]:
        starts = [start, *(m.end() for m in re.finditer(r"\n", self._text[start:end]) if m.end() < end - start)]
        places = [starts[0], *(start + at for at in starts[1:])]
        return [hit for at in places if (hit := pattern.match(self._text, at, end)) is not None]


def _is_name(name: str) -> bool:
    return name.lower() not in _TAGS | _NOBODY and not names_nobody(name)
