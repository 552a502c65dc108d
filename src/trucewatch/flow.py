"""START HERE: the whole way, one short function per journey.

    an agreement   read_agreement  ->  lint_agreement
    a report       read_report
    a case         assess_case     (an agreement, its reports, a day)

Every step returns a new value and changes nothing. The file reader, the language pipeline and the
vocabulary arrive as arguments; `wiring` decides which ones.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from .core.analysis import Order
from .core.case import CaseOverview
from .core.dates import When
from .core.drafts import Redraft
from .core.model import (
    Agreement,
    CaseStatus,
    ClauseKind,
    Commitment,
    Document,
    Finding,
    LintResult,
    Missing,
    Report,
    Rule,
    Severity,
    Skipped,
    Waiver,
)
from .core.parse import Parse, Passage
from .core.ports import DutyJudge, Encoder, Gazetteer, Parser, StanceJudge, Stopwatch
from .lint.analysis import analyse, suited
from .lint.choices import with_severities
from .lint.engine import lint
from .lint.order import order
from .lint.redraft import compare
from .lint.registry import choose, rule_for
from .lint.stable_ids import IdHistory
from .lint.suggestions import suggest
from .lint.waiver_file import unknown_rules
from .steps.access import with_deniers
from .steps.anchors import find_anchors
from .steps.assess import Assessment, assess, continuous
from .steps.assess import EvidenceTable as EvidenceTable
from .steps.assess import Waiting as Waiting
from .steps.assess import WaitingClaims as WaitingClaims
from .steps.assess import kept_evidence as kept_evidence
from .steps.assess import restored_evidence as restored_evidence
from .steps.assess import standing_claims as standing_claims
from .steps.assess import titles as titles
from .steps.assess import waiting_claims as waiting_claims
from .steps.claims import read_claims, read_plainly, report_passages
from .steps.commitments import extract_commitments, passages
from .steps.copies import CANDIDATE, as_one_source, find_copies
from .steps.copies import sketch as sketch
from .steps.counts import compare_counts, find_counts
from .steps.definitions import find_definitions
from .steps.incidents import find_incidents
from .steps.layout import laid_out
from .steps.link import link
from .steps.places import find_places
from .steps.segment import segment
from .steps.text_quality import text_quality
from .steps.translation import as_translation

if TYPE_CHECKING:
    from .vocabulary.reports import ReportVocabulary

_ONLY_IN_AGREEMENTS = {ClauseKind.ARTICLE, ClauseKind.PREAMBLE, ClauseKind.SIGNATURE, ClauseKind.ANNEX}
# Texts whose sketches agree in a smaller share of their values are no near-copies.
COPIES_FROM = CANDIDATE / 2
# A numbered list in a report, of posts or demands, is shorter, or hardly any of it binds.
_MANY = 10
_BINDS = re.compile(r"\b(?:shall|must|will|undertakes?|agrees?|commits?|ensures?|is to|are to)\b", re.I)
NO_GAZETTEER = Missing("no gazetteer was given")
# "und" is a text too short to tell: it is read as English.
_PARSED = frozenset({"en", "und"})
# Reading what was parsed takes about as long as parsing it.
_TO_PARSE = 0.5
# Characters that are parsed between two looks at the stopwatch.
_BATCH = 40_000


class _NoLimit:
    limit = float("inf")

    def passed(self, share: float = 1.0) -> bool:
        return share > self.limit


NO_LIMIT: Stopwatch = _NoLimit()


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
    agreement: Agreement,
    rules: Mapping[str, Rule],
    *,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    severities: Mapping[str, Severity] = MappingProxyType({}),
    waivers: Sequence[Waiver] = (),
    as_of: date | None = None,
    wordings: bool = False,
) -> LintResult:
    """What the rules find in the agreement, and what it shows as a whole; raises UnknownRule for an unknown code.

    The dates of waivers are compared with `as_of`, else with the day of signature. With `wordings` each
    finding carries its rule's good wording in the clause's own terms.
    """
    levels = {rule_for(code, rules).code: level for code, level in severities.items()}
    chosen = with_severities(choose(rules, select=select, ignore=ignore), levels)
    result = lint(agreement, chosen, waivers, on=as_of or _signed_on(agreement))
    findings = result.findings
    if wordings:
        findings = tuple(replace(finding, wording=suggest(finding, agreement)) for finding in findings)
    analysis = analyse(agreement)
    return replace(
        result,
        findings=findings,
        components=suited(result.components, analysis.type.type),
        analysis=analysis,
        waiver_notes=(*result.waiver_notes, *unknown_rules(agreement.document, rules)),
    )


def compare_drafts(
    old: LintResult, new: LintResult, ids: IdHistory | None = None, name: str = "the id file"
) -> Redraft:
    """What a new draft changed; raises BadInput where `ids`, called `name`, belong to other drafts."""
    return compare(old, new, ids, name)


def order_of(agreement: Agreement) -> Order:
    """What waits for what in the agreement."""
    return order(agreement)


def read_report(
    document: Document,
    parser: Parser,
    vocabulary: "ReportVocabulary",
    gazetteer: Gazetteer | Missing = NO_GAZETTEER,
    stopwatch: Stopwatch = NO_LIMIT,
    judge: StanceJudge | None = None,
    duty_judge: DutyJudge | None = None,
) -> Report:
    """Who said or did what about an agreement, what monitors counted and where, each tied to its words.

    Without a gazetteer the report says why no place is looked up; everything else is read all the same. A text that
    is not in English is read for dates, names and numbers only, and says so.
    What the stopwatch leaves no time for is skipped, and the report says so.
    """
    if document.language not in _PARSED:
        return as_translation(read_plainly(document, vocabulary))
    document = laid_out(document)
    document = replace(document, flags=(*document.flags, *text_quality(document)))
    parses, unparsed = _parse_in_time(document, report_passages(document), parser, stopwatch)
    report = read_claims(document, parses, vocabulary, stopwatch.passed, judge, duty_judge)
    report = replace(report, skipped=(*report.skipped, *unparsed))
    if stopwatch.passed():
        reason = f"{_out_of_time(stopwatch)}: incidents, counts and places were not looked for"
        not_looked_up = Missing("the time limit for one document is over")
        return as_translation(replace(report, skipped=(*report.skipped, Skipped(reason)), places=not_looked_up))
    incidents = find_incidents(report.document, parses, report.actors)
    places = gazetteer if isinstance(gazetteer, Missing) else find_places(document, parses, gazetteer, report.actors)
    report = replace(report, counts=find_counts(document), places=places, incidents=incidents)
    return as_translation(with_deniers(report))


def told_once(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, with near-copies of one text tied together and their shared claims counted as one source."""
    return as_one_source(reports, find_copies([report.document for report in reports]))


def compared(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, each with what it says of the period before that an earlier one of them contradicts."""
    found = compare_counts(reports)
    return tuple(
        replace(report, contradictions=tuple(c for c in found if c.later == report.document.path)) for report in reports
    )


def assess_case(
    agreement: Agreement, reports: Sequence[Report], as_of: date, rules: Mapping[str, Rule] = MappingProxyType({})
) -> CaseStatus:
    """Where each commitment stands on a day, with reasons; what `rules` find in it is tied to claims that use it."""
    linked = [link(report, agreement) for report in told_once(reports)]
    return assess(agreement, linked, as_of=as_of, findings=lint(agreement, rules.values()).findings)


def assess_evidence(
    agreements: Mapping[str, Agreement],
    evidence: EvidenceTable,
    as_of: date,
    *,
    known_seq: int | None = None,
    provisional: bool = False,
    findings: Mapping[str, Sequence[Finding]] = MappingProxyType({}),
    only: Collection[str] | None = None,
) -> CaseStatus:
    """Where each commitment of a case stands on a day, as known at a seq; `provisional` counts suggestions too.

    `findings` are the linter's on each agreement, by its key: claims that make use of one are tied to it. `only` these
    commitments are shown, where they are given.
    """
    return Assessment(agreements, evidence, as_of, known_seq, provisional=provisional).status(findings, only)


def overview_of_evidence(
    agreements: Mapping[str, Agreement],
    evidence: EvidenceTable,
    as_of: date,
    *,
    known_seq: int | None = None,
    provisional: bool = False,
) -> CaseOverview:
    """The same in short: what each commitment's status is, without the reasons."""
    return Assessment(agreements, evidence, as_of, known_seq, provisional=provisional).overview()


def is_continuous(agreement: Agreement, commitment: Commitment) -> bool:
    """Whether a duty is owed day by day, so that it is never done once for all."""
    return continuous(agreement, commitment)


def tied(report: Report, agreement: Agreement, encoder: Encoder | None = None) -> Report:
    """The report with its claims tied to the agreement's commitments, or to nothing, with reasons.

    With an encoder, untied claims name the clauses nearest in meaning, as candidates for a person.
    """
    return link(report, agreement, encoder)


def is_agreement(document: Document) -> bool:
    """Whether a text is laid out as an agreement: articles, recitals, signatures, or many numbered or binding clauses."""
    clauses = segment(document)
    own = [clause for clause in clauses if clause.operative]
    binding = sum(_BINDS.search(document.text[clause.start : clause.end]) is not None for clause in own)
    return (
        any(clause.kind in _ONLY_IN_AGREEMENTS for clause in clauses)
        or sum(bool(clause.number) for clause in clauses) >= _MANY
        or (len(own) >= _MANY and 5 * binding >= 2 * len(own))
    )


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


def _signed_on(agreement: Agreement) -> date | None:
    signature = agreement.anchors.get("signature")
    return signature.when.latest if signature else None


def _last_day(when: object) -> date | None:
    return (when.latest or when.earliest) if isinstance(when, When) else None


def _parse_in_time(
    document: Document, pieces: Sequence[Passage], parser: Parser, stopwatch: Stopwatch
) -> tuple[list[Parse], tuple[Skipped, ...]]:
    """A parse for each piece, empty for those that there was no time for, and what was skipped."""
    parses: list[Parse] = []
    while len(parses) < len(pieces):
        at = len(parses)
        if stopwatch.passed(_TO_PARSE):
            rest = document.span(pieces[at].pieces[0][0], pieces[-1].pieces[-1][1])
            reason = f"{_out_of_time(stopwatch)}: the text was not read from here on"
            return [*parses, *(Parse() for _ in pieces[at:])], (Skipped(reason, rest),)
        end, length = at, 0
        while end < len(pieces) and length < _BATCH:
            length, end = length + len(pieces[end].text), end + 1
        parses += _parse(pieces[at:end], parser, entities=True)
    return parses, ()


def _out_of_time(stopwatch: Stopwatch) -> str:
    return f"the time limit of {stopwatch.limit:g} seconds for one document is over"


def _parse(pieces: Sequence[Passage], parser: Parser, *, entities: bool = False) -> list[Parse]:
    parses = parser.parse([piece.text for piece in pieces], entities=entities)
    return [piece.relocate(parse) for piece, parse in zip(pieces, parses, strict=True)]
