"""Sentences to learn stances from, each with its propositions: what a careful reader marks and what the cues say.

Some stand alone, in files of their own. The others stand in passages, as the head meets them when it is used.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from trucewatch.core.ports import StanceQuestion
from trucewatch.core.quotes import Span as Quote

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "reports"
FILES = ("sentences_train_1", "sentences_train_2", "sentences_train_3", "sentences_dev", "sentences_dev_wide")
FOLDERS = ("dev", "dev_2", "dev_3", "dev_4", "dev_5", "dev_6", "dev_8", "dev_9", "dev_10", "dev_11", "dev_12")
# Rows that stand side by side are often of one conflict, so whole blocks are held out; so are whole passages.
BLOCK, BLOCKS = 20, 6
HELD_OUT = 0  # the block of rows, and of passages, that is not learned from
NO_CLAIM = "NONE"
# Further propositions of one sentence are left out.
MOST = 6
# A proposition is about a claim when they share so much of the shorter of the two.
SHARED = 0.5

Place = tuple[int, int]


@dataclass(frozen=True)
class Span:
    """A proposition as offsets into its sentence, with the stances that are right and whether a reader marked it.

    `question` is what the head is asked about it, None where it is not.
    """

    start: int
    end: int
    stance: str
    accepted: tuple[str, ...]
    marked: bool
    trap: bool = False
    question: StanceQuestion | None = None


@dataclass(frozen=True)
class Sentence:
    """A row of a file, or a sentence of a passage; `row` is the number of the row or of the passage."""

    file: str
    row: int
    text: str
    spans: list[Span] = field(default_factory=list)

    @property
    def in_passage(self) -> bool:
        """Whether it stands in running text."""
        return self.file in FOLDERS

    @property
    def tuned_on(self) -> bool:
        """Whether the cues were written with this sentence in view, so that they say little here."""
        return "train" not in self.file

    @property
    def held_out(self) -> bool:
        """Whether it is not learned from: one block of rows in six, one passage in six."""
        if self.in_passage:
            return self.row % BLOCKS == HELD_OUT
        return not self.tuned_on and block_of(self.row) == HELD_OUT


def block_of(row: int) -> int:
    """The block that a row of a file belongs to, by its number from 0."""
    return row // BLOCK % BLOCKS


class Asking:
    """Reads a report and keeps what a judge would be asked about it, with the place in the working text."""

    def __init__(self) -> None:
        # Here, so that training can run in an environment without the language pipeline.
        from trucewatch import wiring
        from trucewatch.settings import read_settings

        self._parser, self._vocabulary = wiring.parser(read_settings()), wiring.vocabulary()

    def about(self, path: Path) -> tuple[Any, list[tuple[StanceQuestion, int]]]:
        """The document, and each question with the place of its sentence."""
        from trucewatch import flow, wiring
        from trucewatch.steps.claims.deciding import Listener

        document, listener = wiring.read(path), Listener()
        flow.read_report(document, self._parser, self._vocabulary, judge=listener)
        found, last = [], 0
        for question in listener.asked:
            # In order; a report may be read a second time, with another narrator.
            last = max(document.text.find(question.sentence, last), document.text.find(question.sentence))
            found.append((question, last))
        return document, found


def sentences() -> list[Sentence]:
    """All rows of the files and all sentences of the passages that the head is asked about."""
    asking = Asking()
    found = [sentence for file in FILES for sentence in _rows(asking, file)]
    sheets = [path for name in FOLDERS for path in sorted((GOLD / name).glob("*.gold.json"))]
    for number, path in enumerate(sheets):
        found += _of_passage(asking, path, number)
    return found


def _rows(asking: Asking, file: str) -> Iterator[Sentence]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentence.txt"
        for number, line in enumerate((GOLD / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()):
            row = json.loads(line)
            path.write_text(row["text"], encoding="utf-8", newline="")
            shifts = ((q, row["text"].find(q.sentence)) for q, _ in asking.about(path)[1])
            places = [(q, shift + q.start, shift + q.end) for q, shift in shifts if shift >= 0]
            claims = [(claim, _places(row["text"], claim)) for claim in row["claims"]]
            marked = [
                _span(*place, claim, marked=True, question=None) for claim, found in claims for place in found[:1]
            ]
            if not row["claims"]:
                marked = [Span(0, len(row["text"]), NO_CLAIM, (NO_CLAIM,), True)]
            yield Sentence(file, number, row["text"], _chosen(marked, _asked(places, claims)))


def _of_passage(asking: Asking, sheet: Path, number: int) -> Iterator[Sentence]:
    """The sentences of a passage; what the reader does not ask about is not learned from."""
    gold = json.loads(sheet.read_text(encoding="utf-8"))
    document, questions = asking.about(sheet.parent / gold["text_file"])
    claims = []
    for claim in gold["claims"]:
        found = _places(document.original, claim) if claim.get("quote") else []
        claims.append((claim, [document.text_range(Quote(*place, claim["quote"])) for place in found]))
    by_sentence: dict[int, list[StanceQuestion]] = {}
    for question, at in questions:
        by_sentence.setdefault(at, []).append(question)
    for at, asked in sorted(by_sentence.items()):
        text = asked[0].sentence
        near = [(c, [(a - at, b - at) for a, b in found if a < at + len(text) and b > at]) for c, found in claims]
        inside = [(c, [(max(a, 0), min(b, len(text))) for a, b in found]) for c, found in near]
        marked = [_span(*place, claim, marked=True, question=None) for claim, found in inside for place in found]
        spans = _chosen(marked, _asked([(q, q.start, q.end) for q in asked], inside))
        yield Sentence(sheet.parent.name, number, text, spans)


def _places(text: str, claim: Mapping[str, Any]) -> list[Place]:
    from quality.likeness import places

    return places(text, claim["quote"])


def _asked(
    questions: Iterable[tuple[StanceQuestion, int, int]], claims: Sequence[tuple[Mapping[str, Any], Sequence[Place]]]
) -> Iterator[Span]:
    """The propositions of the questions, each with the stance of the claim that it is about, if any."""
    from quality.likeness import overlap

    for question, start, end in questions:
        best, share = None, 0.0
        for claim, found in claims:
            inside, union = overlap([(start, end)], found)
            if inside >= SHARED and union > share:
                best, share = claim, union
        yield _span(start, end, best, marked=False, question=question)


def _span(
    start: int, end: int, claim: Mapping[str, Any] | None, *, marked: bool, question: StanceQuestion | None
) -> Span:
    if claim is None:
        return Span(start, end, NO_CLAIM, (NO_CLAIM,), marked, False, question)
    accepted = (claim["stance"], *(claim.get("also_accept") or ()))
    return Span(start, end, claim["stance"], accepted, marked, claim.get("negated_trap", False), question)


def _chosen(marked: Iterable[Span], asked: Iterable[Span]) -> list[Span]:
    """One span for each place, those that a reader marked first."""
    spans: dict[Place, Span] = {}
    for span in asked:
        spans.setdefault((span.start, span.end), span)
    for span in marked:
        same = spans.get((span.start, span.end))
        spans[span.start, span.end] = replace(span, question=same.question) if same else span
    return sorted(spans.values(), key=lambda s: (not s.marked, s.start, s.end))[:MOST]
