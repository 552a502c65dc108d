"""Sentences to learn stances from, each with its propositions: what a careful reader marks and what the cues say."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from trucewatch.core.ports import StanceQuestion

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "reports"
FILES = ("sentences_train_1", "sentences_train_2", "sentences_train_3", "sentences_dev", "sentences_dev_wide")
# Rows that stand side by side are often of one conflict, so whole blocks are held out.
BLOCK, BLOCKS = 20, 6
HELD_OUT = 0  # the block of sentences that is not learned from
NO_CLAIM = "NONE"
# Further propositions of one sentence are left out.
MOST = 6


@dataclass(frozen=True)
class Span:
    """A proposition as offsets into its sentence, with the stances that are right and whether a reader marked it."""

    start: int
    end: int
    stance: str
    accepted: tuple[str, ...]
    marked: bool
    trap: bool = False
    question: StanceQuestion | None = None


@dataclass(frozen=True)
class Sentence:
    """One row of a file."""

    file: str
    row: int
    text: str
    spans: list[Span] = field(default_factory=list)

    @property
    def tuned_on(self) -> bool:
        """Whether the cues were written with this sentence in view, so that they say little here."""
        return "train" not in self.file

    @property
    def block(self) -> int:
        return block_of(self.row)


def block_of(row: int) -> int:
    """The block that a row of a file belongs to, by its number from 0."""
    return row // BLOCK % BLOCKS


def sentences(files: Iterable[str] = FILES) -> list[Sentence]:
    """All rows with their propositions, those of the answer first."""
    # Here, so that training can run in an environment without the language pipeline.
    from trucewatch import flow, wiring
    from trucewatch.settings import read_settings
    from trucewatch.steps.claims.deciding import Listener

    parser, vocabulary = wiring.parser(read_settings()), wiring.vocabulary()
    found = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sentence.txt"
        for file in files:
            lines = (GOLD / f"{file}.jsonl").read_text(encoding="utf-8").splitlines()
            for number, line in enumerate(lines):
                row = json.loads(line)
                path.write_text(row["text"], encoding="utf-8", newline="")
                listener = Listener()
                flow.read_report(wiring.read(path), parser, vocabulary, judge=listener)
                spans = {(s.start, s.end): s for s in _asked(row, listener.asked)}
                for span in _marked(row):
                    asked = spans.get((span.start, span.end))
                    spans[span.start, span.end] = replace(span, question=asked.question) if asked else span
                ordered = sorted(spans.values(), key=lambda s: (not s.marked, s.start, s.end))
                found.append(Sentence(file, number, row["text"], ordered[:MOST]))
    return found


def _marked(row: dict[str, Any]) -> Iterator[Span]:
    if not row["claims"]:
        yield Span(0, len(row["text"]), NO_CLAIM, (NO_CLAIM,), True)
    for claim in row["claims"]:
        start = row["text"].find(claim["quote"])
        accepted = (claim["stance"], *claim.get("also_accept", ()))
        yield Span(start, start + len(claim["quote"]), claim["stance"], accepted, True, claim["negated_trap"])


def _asked(row: dict[str, Any], questions: Iterable[StanceQuestion]) -> Iterator[Span]:
    from quality.likeness import overlap, places

    for question in questions:
        shift = row["text"].find(question.sentence)
        if shift < 0:
            continue
        start, end = shift + question.start, shift + question.end
        best, share = None, 0.0
        for claim in row["claims"]:
            inside, union = overlap([(start, end)], places(row["text"], claim["quote"]))
            if inside >= 0.5 and union > share:
                best, share = claim, union
        if best is None:
            yield Span(start, end, NO_CLAIM, (NO_CLAIM,), False, False, question)
        else:
            accepted = (best["stance"], *best.get("also_accept", ()))
            yield Span(start, end, best["stance"], accepted, False, best["negated_trap"], question)
