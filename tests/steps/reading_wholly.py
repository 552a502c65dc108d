"""Reads small texts as a user's files are read, the trained judge of stances included."""

import tempfile
from pathlib import Path

import trucewatch
from trucewatch.core.dates import When
from trucewatch.core.model import Claim, Report


def read_wholly(text: str) -> Report:
    """The report on a text in a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(text, encoding="utf-8", newline="")
        return trucewatch.read_report(path)


def told_wholly(text: str) -> list[tuple[str, str]]:
    """(speaker's name, stance) of every claim, in order; "" for the text's own voice."""
    report = read_wholly(text)
    return [(names(report).get(claim.speaker or "", ""), claim.stance) for claim in report.claims]


def names(report: Report) -> dict[str, str]:
    """The name of every actor."""
    return {actor.id: actor.name.exact for actor in report.actors}


def day_said(claim: Claim) -> str | None:
    """The day on which a claim was said, in EDTF, or None."""
    return claim.said_on.edtf if isinstance(claim.said_on, When) else None
