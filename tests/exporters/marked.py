"""Lint results built by hand over any text: the words named are the findings."""

from itertools import count

from tests.exporters.samples import document, words
from trucewatch.core.model import (
    Agreement,
    Clause,
    ClauseKind,
    Document,
    Finding,
    LintResult,
    Severity,
    Waiver,
)
from trucewatch.core.quotes import Span

WAIVER = Waiver("TIME002", "the route is mined", "Joint Commission", "1 June 2027")


def finding(
    span: Span,
    code: str = "TIME002",
    severity: Severity = Severity.MEDIUM,
    message: str = "no last day is given",
    clause: str | None = "point_1",
    waived: Waiver | None = None,
    mark: str = "",
) -> Finding:
    """A finding on a span, with two readings and a suggestion."""
    return Finding(
        code,
        "elastic-deadline",
        severity,
        message,
        ("The holder reads: some day.", "The other side reads: at once."),
        "Name a day and an hour.",
        clause,
        span,
        waived,
        mark or f"{span.start:04}{span.end:04}{code}",
    )


def result_of(source: Document, *quoted: str | Finding) -> LintResult:
    """One clause that holds the whole text, with a finding for each of the words quoted."""
    whole = source.span(0, len(source.text))
    clause = Clause("point_1", ClauseKind.POINT, "1.", None, whole, 0, len(source.text))
    numbers = count(1)
    findings = tuple(
        quote if isinstance(quote, Finding) else finding(words(source, quote), mark=f"{next(numbers):016}")
        for quote in quoted
    )
    return LintResult(Agreement(source, None, (clause,), (), {}, ()), findings, ())


def result_in(text: str, *quoted: str, path: str = "draft.txt") -> LintResult:
    """The same, over a text."""
    return result_of(document(text, path), *quoted)
