"""XREF003: numbering gap."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, ClauseKind, Hit, Rule, Severity
from trucewatch.lint.references import gaps_in, number_of

_COUNTED = re.compile(
    r"(?:^|[.\u2026]\s+)(?P<label>(?P<kind>Part|Article|Section|Chapter)\s+(?P<number>[IVX]+|\d+))\b(?! of )",
    re.I | re.M,
)


def check(agreement: Agreement) -> Iterator[Hit]:
    for clause, message in gaps_in(agreement.clauses):
        words = clause.heading if clause.end == clause.start else clause.span
        if words is not None:
            start, end = agreement.document.text_range(words)
            line_end = agreement.document.text.find("\n", start, end)
            yield Hit(start, line_end if line_end > start else end, message, clause=clause.id)
    if sum(clause.kind in (ClauseKind.PART, ClauseKind.ARTICLE) for clause in agreement.clauses) < 2:
        yield from _in_running_words(agreement)


def _in_running_words(agreement: Agreement) -> Iterator[Hit]:
    """Parts counted off in one paragraph: "Part IV ... Part VI"."""
    last: dict[str, int] = {}
    for match in _COUNTED.finditer(agreement.document.text):
        kind, value = match["kind"].lower(), number_of(match["number"])
        if value is None:
            continue
        if kind in last and value > last[kind] + 1:
            message = f"{match['label']} follows {kind} {last[kind]}: is something missing between them?"
            yield Hit(match.start("label"), match.end("label"), message)
        last[kind] = value


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
