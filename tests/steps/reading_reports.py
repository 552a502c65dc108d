"""Reads small reports through the default pipeline, for tests of the claims step."""

from functools import cache

from trucewatch.core.dates import When
from trucewatch.core.model import Block, Claim, Document, Report
from trucewatch.core.ports import DutyJudge
from trucewatch.core.repairs import find_repairs
from trucewatch.nlp.spacy_parser import SpacyParser
from trucewatch.steps.claims import read_claims, report_passages


@cache
def parser() -> SpacyParser:
    return SpacyParser()


def document_of(original: str) -> Document:
    """The text as the plain-text reader would give it: one block per line that has words."""
    repairs = find_repairs(original)
    text = repairs.apply(original)
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            blocks.append(Block(at, at + len(line.rstrip("\r\n"))))
        at += len(line)
    return Document("report.txt", "0" * 64, original, text, repairs, tuple(blocks), "en")


def read(original: str, duty_judge: DutyJudge | None = None) -> Report:
    document = document_of(original)
    passages = report_passages(document)
    parses = parser().parse([p.text for p in passages], entities=True)
    parses = [p.relocate(parse) for p, parse in zip(passages, parses, strict=True)]
    return read_claims(document, parses, duty_judge=duty_judge)


def told(report: Report) -> list[tuple[str | None, str]]:
    """(speaker's name, stance) of every claim, in order."""
    names = {a.id: a.name.exact for a in report.actors}
    return [(names[c.speaker] if c.speaker else None, c.stance) for c in report.claims]


def speakers(text: str) -> list[frozenset[str]]:
    """For every claim all the names that its speaker has in the text."""
    report = read(text)
    names = {a.id: frozenset((a.name.exact, *(m.exact for m in a.mentions))) for a in report.actors}
    return [names[c.speaker] if c.speaker else frozenset() for c in report.claims]


def only(report: Report) -> Claim:
    (claim,) = report.claims
    return claim


def name_of(report: Report, actor: str | None) -> str | None:
    return next((a.name.exact for a in report.actors if a.id == actor), None)


def said(report: Report) -> list[str | None]:
    """The day on which each claim was said, in EDTF, or None."""
    return [c.said_on.edtf if isinstance(c.said_on, When) else None for c in report.claims]
