"""Interviews whose questions and answers bear no names: a dash in front of each, or each a paragraph of its own."""

import re
from collections.abc import Sequence
from itertools import pairwise

from trucewatch.core.model import Document

from .label_words import is_office
from .turns import Turn

_INTERVIEW = re.compile(
    r"(?i:\b(?:(?:interview|conversation|q ?& ?a|questions? and answers|questions?)\s+(?:with|to|for)|(?:interview|q ?& ?a):)\s+)"
    r"(?:the\s+)?"
    r"(?P<name>(?:(?:[A-Z][\w'’-]*[^\S\n]){0,2}(?:[a-z][\w-]*[^\S\n]){1,4}(?=[A-Z]))?"
    r"[A-Z][\w.'’-]*(?:[^\S\n](?:al|el|de|da|van|von|bin|[A-Z][\w.'’-]*)){1,5})"
)
# Below the title of an interview stands who is asked.
_HEAD = 3
_DASH = re.compile(r"[—–―-]{1,2}\s?(?=[\"'“¿¡A-Z])")
_ASKED = re.compile(r"\?[\"'”’)]*\s*\Z")
_FEWEST = 4
# Letters of the small words in names: "al", "van", "bin".
_PARTICLE = 3
_LONGEST_QUESTION = 70


def interviewed(document: Document) -> tuple[int, int] | None:
    """Whom a title names as the one who answers: "Interview with General Sesto, head of the verification team"."""
    for block in document.blocks[:_HEAD]:
        hit = _INTERVIEW.search(document.text, block.start, block.end)
        small = (
            [word for word in hit["name"].split() if word.islower() and len(word) > _PARTICLE]
            if hit is not None
            else []
        )
        if hit is not None and (not small or is_office(hit["name"])):
            return hit.span("name")
    return None


class Dialogue:
    """Answers which paragraphs of an interview ask and which answer; none do in any other text."""

    def __init__(self, document: Document, answerer: tuple[int, int] | None) -> None:
        self._text = document.text
        self._answerer = answerer
        blocks = [(b.start, b.end) for b in document.blocks]
        dashed = [b for b in blocks if _DASH.match(self._text, *b)]
        self._asks = self._in_turns(dashed) or self._by_questions(blocks)

    def at(self, start: int, end: int) -> Turn | None:
        """Whether a paragraph asks or answers; None for what belongs to nobody's turn."""
        asks = self._asks.get(start)
        if asks is None or (self._answerer is None and not asks):
            return None
        dash = _DASH.match(self._text, start, end)
        name = self._answerer or (start, start)
        return Turn(name, dash.end() if dash else start, asks, answers=not asks)

    def _is_question(self, block: tuple[int, int]) -> bool:
        words = self._text[slice(*block)]
        return _ASKED.search(words) is not None and len(words.split()) < _LONGEST_QUESTION

    def _in_turns(self, dashed: Sequence[tuple[int, int]]) -> dict[int, bool]:
        """By their beginnings the dashed paragraphs, of which every other one asks: that is where the question marks are."""
        asked = sum(map(self._is_question, dashed[::2]))
        answered = sum(map(self._is_question, dashed[1::2]))
        alternate = len(dashed) >= _FEWEST and 2 * asked >= len(dashed[::2]) and 4 * answered <= len(dashed[1::2])
        return {start: n % 2 == 0 for n, (start, _) in enumerate(dashed)} if alternate else {}

    def _by_questions(self, blocks: Sequence[tuple[int, int]]) -> dict[int, bool]:
        """The same of an interview without dashes, from its first question to the answer of its last; what stands in brackets
        belongs to nobody."""
        first = next((n for n, block in enumerate(blocks) if n and self._is_question(block)), None)
        if first is None or self._answerer is None or blocks[first][0] < self._answerer[1]:
            return {}
        last = max(n for n, block in enumerate(blocks) if self._is_question(block))
        # Below the last answer the interviewer may go on in his own words.
        run = blocks[first : last + 2]
        asks = {block[0]: self._is_question(block) for block in run}
        if len(run) >= 2 * _FEWEST and 2 * sum(asks.values()) >= len(run) // 2 and not any(list(asks.values())[1::2]):
            # Every other paragraph asks, also the one that only puts something to whoever answers: "Rwanda denies it."
            return {start: n % 2 == 0 for n, (start, _) in enumerate(run)}
        turns = list(asks.values())
        pairs = sum(a and not b for a, b in pairwise(turns))
        if pairs < _FEWEST - 1 or 3 * sum(turns) < len(turns):
            return {}
        return {start: asked for start, asked in asks.items() if self._text[start] not in "(["}
