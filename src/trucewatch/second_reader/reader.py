"""The second reader itself: a report in, a `SecondReading` out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType

from trucewatch.core.model import Document, Report
from trucewatch.core.suggestions import UNMATCHED_KINDS, SecondReading
from trucewatch.vocabulary.reports import Stance

from .answers import entries_in
from .client import ChatClient
from .faults import Fault
from .suggest import Match, PassageText, Range, match_all, suggestions

# Characters. Long enough for pronouns to have their names, short enough for a small model.
LONGEST_PASSAGE = 6000
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s+")


class ChatReader:
    """Asks a chat server about every passage and keeps what stands up to the text."""

    def __init__(self, client: ChatClient, stances: Mapping[str, Stance]) -> None:
        self.client = client
        self._stances = stances

    def read(self, report: Report) -> SecondReading:
        """Suggestions beside the report's claims; faults of the server are told in it, never raised."""
        document = report.document
        bounds = passages(document)
        answers = self.client.ask(instruction(self._stances), [document.text[start:end] for start, end in bounds])
        matches: list[Match] = []
        unmatched: Counter[str] = Counter()
        unanswered: list[Fault] = []
        for (start, end), answer in zip(bounds, answers, strict=True):
            entries = answer if isinstance(answer, Fault) else entries_in(answer)
            if isinstance(entries, Fault):
                unanswered.append(entries)
                continue
            kept, kinds = match_all(PassageText(document, start, end), entries, self._stances)
            matches += kept
            unmatched += kinds
        return SecondReading(
            model=self.client.model,
            passages=len(bounds),
            answered=len(bounds) - len(unanswered),
            suggestions=suggestions(report, matches, self._stances),
            unmatched=MappingProxyType({kind: unmatched[kind] for kind in UNMATCHED_KINDS if unmatched[kind]}),
            faults=_lines(unanswered, len(bounds)),
        )


def instruction(stances: Mapping[str, Stance]) -> str:
    """What the model is told: the packaged text, then the codes of the vocabulary."""
    text = (files(__package__) / "instruction.txt").read_text(encoding="utf-8")
    codes = (f"{stance.id}: {stance.family}; {stance.axis}; {stance.effect}" for stance in stances.values())
    return text + "\n" + "\n".join(codes) + "\n"


def passages(document: Document) -> list[Range]:
    """The working text in stretches of whole blocks; only a block longer than a stretch is cut."""
    blocks = [(block.start, block.end) for block in document.blocks] or [(0, len(document.text))]
    found: list[Range] = []
    for start, end in (piece for block in blocks for piece in _pieces(document.text, *block)):
        if found and end - found[-1][0] <= LONGEST_PASSAGE:
            found[-1] = (found[-1][0], end)
        elif document.text[start:end].strip():
            found.append((start, end))
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[Range]:
    """A block whole, or cut after sentences, at a space, or anywhere, in this order."""
    while end - start > LONGEST_PASSAGE:
        limit = start + LONGEST_PASSAGE
        cut = max((m.end() for m in _SENTENCE_END.finditer(text, start, limit)), default=text.rfind(" ", start, limit))
        cut = cut if cut > start else limit
        yield start, cut
        start = cut
    yield start, end


def _lines(faults: Iterable[Fault], of: int) -> tuple[str, ...]:
    """A line for each kind of fault, in the order in which they came."""
    return tuple(fault.line(passages, of) for fault, passages in Counter(faults).items())
