"""Speeches: one person speaks all of a text, whom its title or the label of its first words names."""

import re
from collections.abc import Sequence

from trucewatch.core.model import Document

from .label_words import is_titled
from .turns import Turn, Turns, turn_blocks

QUOTATION = re.compile(r"\"[^\"]*\"")
_TITLE = re.compile(
    r"(?i:\b(?:address|speech|remarks|statement|briefing|message|intervention|testimony|words|appeal|sermon|homily|lecture|talk)\b[^\n.]{0,80}?\s(?:by|of|from)\s+)"
    r"(?:(?i:the|his excellency|her excellency|h\.\s?e\.|hon\.)\s+)*"
    r"(?P<name>[A-Z][\w.'’-]*(?:\s(?:al|el|de|da|van|von|bin|[A-Z][\w.'’-]*)){0,5}(?:\sof\s(?:the\s)?[A-Z][\w'’-]*)?)"
)
# Below the title of a speech stand its place and day.
_HEAD = 4
# Whoever holds a speech says "I" in it.
_I = re.compile(r"\b(?:I|[Mm]y|[Mm]e)\b")
_FEWEST = 2
_ENDED = re.compile(r"[.?!][\"”’')\]]*\s*\Z")
_SAYS_FOR = re.compile(r"(?i)\b(?:spokes\w+|secretariat|office|ministry|bureau)\b")


class Speech:
    """Answers whose words a paragraph is that bears no label."""

    def __init__(self, document: Document, turns: Turns) -> None:
        self._text = document.text
        blocks = [(start, end) for _, start, end in turn_blocks(document)]
        self._name, self._start = self._speaker(blocks, turns)

    def at(self, start: int, end: int) -> tuple[int, int] | None:
        """The name of whoever speaks a paragraph; None for titles, what stands in brackets, and any other text."""
        if self._name is None or start < self._start or self._text[start : start + 1] in ("(", "["):
            return None
        return self._name if _ENDED.search(self._text, start, end) else None

    def _speaker(self, blocks: Sequence[tuple[int, int]], turns: Turns) -> tuple[tuple[int, int] | None, int]:
        """The name, and where the speech begins."""
        if turns.transcript:
            return None, 0
        labels = [turn for block in blocks if (turn := turns.at(*block)) is not None]
        late = bool(labels) and labels[0].name[0] >= blocks[:_HEAD][-1][1]
        name, begins = self._labelled(labels) if labels and not late else self._titled(blocks[:_HEAD])
        if name is None:
            return None, 0
        words = QUOTATION.sub("", self._text[begins:])
        spoken = len(_I.findall(words)) >= _FEWEST
        # Nobody speaks of himself by his name: "Okot said".
        told_of = self._text[slice(*name)].split()[-1] in words
        return (name, begins) if spoken and not told_of else (None, 0)

    def _labelled(self, labels: Sequence[Turn]) -> tuple[tuple[int, int] | None, int]:
        """Whom the only label of a text names, if it is one person."""
        first = labels[0]
        name = self._text[slice(*first.name)]
        only = all(self._text[slice(*turn.name)] == name for turn in labels)
        one = only and not first.asks and not first.answers and (name.isupper() or is_titled(name)) and name[0] != "@"
        return (first.name, first.end) if one else (None, 0)

    def _titled(self, blocks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int] | None, int]:
        """Whom a title names: "Address by President Amadou Kone to the nation"."""
        for start, end in blocks:
            hit = _TITLE.search(self._text, start, end)
            if hit is None or _ENDED.search(self._text, start, end):
                continue
            name = hit["name"]
            if is_titled(name) and not _SAYS_FOR.search(name):
                return hit.span("name"), end
        return None, 0
