"""XREF003: numbering gap."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, ClauseKind, Hit, Rule, Severity
from trucewatch.lint.references import gaps_in, number_of

_PART = re.compile(r"(?:^|[.\u2026]\s+)(?P<part>Part\s+(?P<number>[IVX]+))\b", re.I | re.M)


def check(agreement: Agreement) -> Iterator[Hit]:
    for clause, message in gaps_in(agreement.clauses):
        words = clause.heading if clause.end == clause.start else clause.span
        if words is not None:
            start, end = agreement.document.text_range(words)
            line_end = agreement.document.text.find("\n", start, end)
            yield Hit(start, line_end if line_end > start else end, message, clause=clause.id)
    if sum(clause.kind is ClauseKind.PART for clause in agreement.clauses) < 2:
        yield from _parts(agreement)


def _parts(agreement: Agreement) -> Iterator[Hit]:
    """Parts counted off in running words: "Part IV ... Part VI"."""
    last: int | None = None
    for match in _PART.finditer(agreement.document.text):
        value = number_of(match["number"])
        if last is not None and value is not None and value > last + 1:
            message = f"{match['part']} follows part {last}: is something missing between them?"
            yield Hit(match.start("part"), match.end("part"), message)
        last = value if value is not None else last


RULE = Rule(
    code="XREF003",
    name="numbering-gap",
    severity=Severity.LOW,
    since="0.1.0",
    what="Finds gaps and repeats in the numbers of parts, articles, paragraphs and points.",
    why=(
        "A gap may be a slip or a part that was taken out: ask. The South Sudanese text of December 2017 "
        "goes from part IV to part VI."
    ),
    bad="Part II covers patrols. Part IV covers detainees.",
    good="Part II covers patrols. Part III covers detainees.",
    readings=(
        "One side reads: a slip. Nothing is missing.",
        "The other side reads: something was agreed and removed. It asks for it back.",
    ),
    suggestion="Renumber, or say what was removed.",
    check=check,
)
