"""XREF003: numbering gap."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import cue
from trucewatch.lint.references import gaps_in
from trucewatch.lint.sentences import whole_text


def check(agreement: Agreement) -> Iterator[Hit]:
    text = agreement.document.text
    for clause, message in gaps_in(agreement.clauses):
        start = (
            clause.start
            if clause.end > clause.start
            else agreement.document.text_range(clause.heading)[0]
            if clause.heading
            else -1
        )
        if start < 0:
            continue
        end = (
            clause.end
            if clause.end > clause.start
            else agreement.document.text_range(clause.heading)[1]
            if clause.heading
            else start
        )
        line = text.find("\n", start, end)
        yield Hit(start, line if line > start else end, message, clause=clause.id)
    yield from _parts(agreement, whole_text(agreement))


def _parts(agreement: Agreement, words: str) -> Iterator[Hit]:
    """Parts counted off in running words: "Part IV ... Part VI"."""
    from trucewatch.lint.references import number_of
    from trucewatch.lint.sentences import sentences

    if not cue(r"\bPart [IVX]+\b").search(words):
        return
    last: int | None = None
    for sentence in sentences(agreement):
        for match in re.finditer(r"\bPart\s+([IVX]+)\b", sentence.text):
            value = number_of(match[1])
            if last is not None and value is not None and value > last + 1:
                yield sentence.hit(
                    match.start(), match.end(), f'"{{words}}" follows part {last}: is something missing between them?'
                )
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
