"""Who asks and who answers in an interview without names: turns behind a dash, or questions above their answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from trucewatch.core.model import Document

_INTERVIEW = re.compile(
    r"(?i:\b(?:interview|conversation|q ?& ?a|questions? and answers|questions?)\s+(?:with|to|for)\s+)(?:the\s+)?"
    r"(?P<name>[A-Z][\w.'’-]*(?:\s(?:al|el|de|da|van|von|bin|[A-Z][\w.'’-]*)){1,5})"
)
_DASH = re.compile(r"[—–―-]{1,2}\s?(?=[\"“¿¡(A-Z])")
_ASKED = re.compile(r"\?[\s\"'”’)]*\Z")
# From this many turns on an interview is one; a question has this many words at most.
_TURNS = 4
_LONGEST_QUESTION = 60
# Below the title of an interview stands who is asked.
_HEAD = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """A paragraph of an interview: where its words begin, and whether it asks."""

    start: int
    asks: bool


def interviewed(document: Document) -> tuple[int, int] | None:
    """Whom a title names as the one who answers: "Interview with General Sesto, head of the verification team"."""
    for block in document.blocks[:_HEAD]:
        hit = _INTERVIEW.search(document.text, block.start, block.end)
        if hit is not None:
            return hit.span("name")
    return None


def unnamed_turns(document: Document) -> dict[int, Spoken]:
    """The questions and answers of an interview whose title names who answers, by the ends of their blocks."""
    if interviewed(document) is None:
        return {}
    blocks = [(b.start, b.end) for b in document.blocks]
    return _dashed(document.text, blocks) or _asked_above(document.text, blocks)


def _dashed(text: str, blocks: Sequence[tuple[int, int]]) -> dict[int, Spoken]:
    """The turns behind a dash, every other one of which asks."""
    marks = [(hit, end) for start, end in blocks if (hit := _DASH.match(text, start, end)) is not None]
    asked = [_ASKED.search(text, hit.end(), end) is not None for hit, end in marks]
    questions, answers = asked[::2], asked[1::2]
    if len(marks) < _TURNS or 2 * sum(questions) < len(questions) or 3 * sum(answers) > len(answers):
        return {}
    return {end: Spoken(hit.end(), n % 2 == 0) for n, (hit, end) in enumerate(marks)}


def _asked_above(text: str, blocks: Sequence[tuple[int, int]]) -> dict[int, Spoken]:
    """Paragraphs that only ask, and what stands below each up to the next; of the last answer one paragraph."""
    body = blocks[1:]
    asks = [n for n, (start, end) in enumerate(body) if _only_asks(text, start, end)]
    alone = [n for n in asks if n + 1 < len(body) and n + 1 not in asks]
    if len(alone) < _TURNS - 1 or len(alone) < len(asks) - 1:
        return {}
    found = {body[n][1]: Spoken(body[n][0], True) for n in alone}
    for n, following in zip(alone, [*alone[1:], alone[-1] + 2], strict=True):
        found |= {end: Spoken(start, False) for start, end in body[n + 1 : following]}
    return found


def _only_asks(text: str, start: int, end: int) -> bool:
    words = text[start:end].split()
    return len(words) <= _LONGEST_QUESTION and _ASKED.search(text, start, end) is not None and words[0][0] not in '"“('
