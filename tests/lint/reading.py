"""How the tests of the rules read a text: as the command line does, without a file."""

from datetime import date
from functools import cache
from pathlib import Path

from trucewatch.core.ids import sha256_of
from trucewatch.core.model import Agreement, Block, Document, Finding
from trucewatch.core.repairs import find_repairs
from trucewatch.flow import read_agreement
from trucewatch.lint.engine import lint
from trucewatch.lint.registry import all_rules
from trucewatch.nlp.spacy_parser import SpacyParser
from trucewatch.readers.table import reader_for


@cache
def parser() -> SpacyParser:
    return SpacyParser()


@cache
def agreement_of(text: str, signed_on: date | None = None) -> Agreement:
    """The agreement that the words make up."""
    reader = reader_for(".txt")
    assert reader is not None
    extract = reader.extract(Path("draft.txt"), text.encode())
    repairs = find_repairs(extract.original)
    blocks = tuple(
        Block(repairs.start_in_text(b.start), repairs.end_in_text(b.end), b.kind, b.level, b.number)
        for b in extract.blocks
    )
    document = Document(
        path="draft.txt",
        sha256=sha256_of(text.encode()),
        original=extract.original,
        text=repairs.apply(extract.original),
        repairs=repairs,
        blocks=blocks,
        language="en",
    )
    return read_agreement(document, parser(), signed_on=signed_on)


@cache
def findings_in(text: str) -> tuple[Finding, ...]:
    """What all rules find in the words."""
    return lint(agreement_of(text), all_rules().values()).findings


def live_codes(text: str) -> set[str]:
    return {finding.code for finding in findings_in(text) if finding.waived is None}
