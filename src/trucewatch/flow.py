"""START HERE: the whole way, one short function per journey.

    an agreement   read_agreement  ->  lint_agreement
    a report       read_report
    a case         assess_case     (an agreement, its reports, a day)

Every step returns a new value and changes nothing. The file reader, the language pipeline and the
vocabulary arrive as arguments; `wiring` decides which ones.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from .core.analysis import Order
from .core.dates import When
from .core.model import Agreement, CaseStatus, ClauseKind, Document, LintResult, Report, Rule
from .core.parse import Parse, Passage
from .core.ports import Parser
from .lint.analysis import analyse, suited
from .lint.engine import lint
from .lint.order import order
from .lint.registry import choose
from .steps.anchors import find_anchors
from .steps.assess import assess
from .steps.claims import read_claims, report_passages
from .steps.commitments import extract_commitments, passages
from .steps.definitions import find_definitions
from .steps.link import link
from .steps.segment import segment

if TYPE_CHECKING:
    from .vocabulary.reports import ReportVocabulary


def read_agreement(document: Document, parser: Parser, *, signed_on: date | None = None) -> Agreement:
    """The agreement taken apart: clauses, definitions, days to count from, and what each clause asks for."""
    clauses = segment(document)
    pieces = passages(document, clauses)
    parses = {piece.clause: parse for piece, parse in zip(pieces, _parse(pieces, parser), strict=True)}
    anchors = find_anchors(document, clauses, signed_on)
    return Agreement(
        document=document,
        title=next((clause.span for clause in clauses if clause.kind is ClauseKind.TITLE), None),
        clauses=clauses,
        definitions=find_definitions(document, clauses),
        anchors=anchors,
        commitments=extract_commitments(document, clauses, parses, anchors),
        parses=parses,
    )


def lint_agreement(
    agreement: Agreement, rules: Mapping[str, Rule], *, select: Collection[str] = (), ignore: Collection[str] = ()
) -> LintResult:
    """What the rules find in the agreement, and what it shows as a whole; raises UnknownRule for an unknown code."""
    result = lint(agreement, choose(rules, select=select, ignore=ignore))
    analysis = analyse(agreement)
    return replace(result, components=suited(result.components, analysis.type.type), analysis=analysis)


def order_of(agreement: Agreement) -> Order:
    """What waits for what in the agreement."""
    return order(agreement)


def read_report(document: Document, parser: Parser, vocabulary: "ReportVocabulary") -> Report:
    """Who said or did what about an agreement, each claim tied to its words."""
    pieces = report_passages(document)
    return read_claims(document, _parse(pieces, parser, entities=True), vocabulary)


def assess_case(agreement: Agreement, reports: Sequence[Report], as_of: date) -> CaseStatus:
    """Where each commitment stands on a day, with reasons."""
    return assess(agreement, [link(report, agreement) for report in reports], as_of=as_of)


def newest_day(reports: Iterable[Report]) -> date | None:
    """The newest day that the reports themselves name: when they were published, else what they tell of.

    A report cannot tell of days after its publication, so later days in it are plans.
    """
    days = [day for report in reports if (day := _newest_day_of(report)) is not None]
    return max(days, default=None)


def _newest_day_of(report: Report) -> date | None:
    published = _last_day(report.document.published_on)
    if published is not None:
        return published
    told = (_last_day(when) for claim in report.claims for when in (claim.said_on, claim.happened_on))
    return max((day for day in told if day is not None), default=None)


def _last_day(when: object) -> date | None:
    return (when.latest or when.earliest) if isinstance(when, When) else None


def _parse(pieces: Sequence[Passage], parser: Parser, *, entities: bool = False) -> list[Parse]:
    parses = parser.parse([piece.text for piece in pieces], entities=entities)
    return [piece.relocate(parse) for piece, parse in zip(pieces, parses, strict=True)]
