"""Results as plain dictionaries, ready for `json.dumps`, in the shape of `docs/schema/`.

Three rules hold everywhere. A span carries offsets into the original text. What was not found says so
with a reason. What was worked out from words, and is none itself, carries `computed` and the spans it
came `from`. Where a name is given as plain text, `spans` holds the place that it was read from.
"""

import re
from typing import Any

from trucewatch.core.analysis import Analysis
from trucewatch.core.dates import When
from trucewatch.core.model import (
    Actor,
    Agreement,
    AgreementMention,
    Claim,
    Clause,
    Commitment,
    ComponentCoverage,
    Count,
    Document,
    Finding,
    ImpliedCommitment,
    Link,
    LintResult,
    Missing,
    Previous,
    Report,
    Skipped,
    Slot,
    Source,
    Unlinked,
    Waiver,
)
from trucewatch.core.quotes import Span

from .analysis_json import analysis_json, common_json
from .drafts_json import known_json, wording_json
from .languages_json import mentioned_json, translation_json
from .monitors_json import contradictions_json, incidents_json
from .places_json import copies_json, places_json
from .second_reading_json import second_reading_json
from .status_json import overview_json as overview_json
from .status_json import status_json as status_json
from .values_json import day_json as _day
from .values_json import due_json as _due
from .values_json import span_json as _span
from .values_json import when_json as _when

Json = dict[str, Any]
_YEARLESS_DAY = re.compile(r"XXXX-\d\d-\d\d")


def lint_json(result: LintResult) -> Json:
    """An agreement with its findings: `trucewatch.lint/1`."""
    agreement = result.agreement
    return {
        "schema": "trucewatch.lint/1",
        "document": _document(agreement.document),
        "title": _span_or_none(agreement.title),
        "anchors": [
            {"kind": a.kind, "when": _when(a.when), "given_by": a.given_by} for a in agreement.anchors.values()
        ],
        "definitions": _definitions(agreement),
        "clauses": [_clause(clause) for clause in agreement.clauses],
        "commitments": [_commitment(commitment) for commitment in agreement.commitments],
        "findings": [_finding(finding) for finding in result.findings],
        "components": [_component(component, result.analysis) for component in result.components],
        "not_checked": list(result.not_checked),
        "waiver_notes": list(result.waiver_notes),
        "baseline": known_json(result.baseline),
        **(analysis_json(result.analysis) if result.analysis else {}),
    }


def read_json(report: Report) -> Json:
    """A report with its claims: `trucewatch.read/1`."""
    return {
        "schema": "trucewatch.read/1",
        "document": _document(report.document),
        "agreements": [_agreement_mention(mention) for mention in report.agreements],
        "actors": [_actor(actor) for actor in report.actors],
        "commitments": [_implied(commitment) for commitment in report.commitments],
        "claims": [_claim(claim, report.document) for claim in report.claims],
        "sources": [_source(source) for source in report.sources],
        "counts": [_count(count) for count in report.counts],
        "incidents": incidents_json(report.incidents),
        "contradictions": contradictions_json(report.contradictions),
        "skipped": [_skipped(skipped) for skipped in report.skipped],
        "places": places_json(report.places),
        "copies": copies_json(report.copies),
        "mentioned": mentioned_json(report.mentioned),
        **second_reading_json(report.second_reading),
    }


# --------------------------------------------------------------------------- values that all three share


def _span_or_none(span: Span | None) -> Json | None:
    return None if span is None else _span(span)


def _place(span: Span | None) -> Json:
    """The span fields of an object that may have no words of its own."""
    return {"start": None, "end": None, "exact": None} if span is None else _span(span)


def _words(**named: Span | None) -> Json:
    """Plain text for each name, null where there is none, and `spans` with the places."""
    found = {name: span for name, span in named.items() if span is not None}
    return {name: span.exact if span else None for name, span in named.items()} | {
        "spans": {name: _span(span) for name, span in found.items()}
    }


def _document(document: Document) -> Json:
    return {
        "path": document.path,
        "sha256": document.sha256,
        "language": document.language,
        "published_on": _when(document.published_on),
        "flags": [
            {"code": flag.code, "message": flag.message, "evidence": [_span(span) for span in flag.evidence]}
            for flag in document.flags
        ],
        **translation_json(document.translation_of),
    }


# --------------------------------------------------------------------------- agreements


def _component(component: ComponentCoverage, analysis: Analysis | None) -> Json:
    shown = {"id": component.id, "level": component.level.value, "evidence": [_span(s) for s in component.evidence]}
    return shown | ({"common": common_json(component, analysis.type.type.value)} if analysis else {})


def _definitions(agreement: Agreement) -> list[Json]:
    return [
        {
            "term": definition.term,
            "abbreviation": definition.abbreviation,
            "meaning": _span_or_none(definition.meaning),
            **_span(definition.span),
        }
        for definition in agreement.definitions
    ]


def _clause(clause: Clause) -> Json:
    return {
        "id": clause.id,
        "kind": clause.kind.value,
        "number": clause.number,
        "parent": clause.parent,
        **_words(heading=clause.heading),
        # A container without words of its own is where its heading stands.
        **_place(clause.span or clause.heading),
    }


def _slot(slot: Slot) -> Json | list[Json]:
    return {"missing": slot.reason} if isinstance(slot, Missing) else [_span(span) for span in slot]


def _commitment(commitment: Commitment) -> Json:
    return {
        "id": commitment.id,
        "clause": commitment.clause,
        **_span(commitment.span),
        "modality": commitment.modality.value,
        "slots": {name: _slot(slot) for name, slot in commitment.slots.items()},
        "due": _due(commitment.due),
    }


def _waiver(waiver: Waiver | None) -> Json | None:
    return None if waiver is None else {"reason": waiver.reason, "by": waiver.by, "until": waiver.until}


def _finding(finding: Finding) -> Json:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "message": finding.message,
        "readings": list(finding.readings),
        "suggestion": finding.suggestion,
        "clause": finding.clause,
        **_span(finding.span),
        "waived": _waiver(finding.waived),
        "fingerprint": finding.fingerprint,
        "wording": wording_json(finding.wording),
    }


# --------------------------------------------------------------------------- reports


def _agreement_mention(mention: AgreementMention) -> Json:
    return {
        "id": mention.id,
        **_words(name=mention.name, place=mention.place),
        "date": _when(mention.date),
        "mentions": [_span(span) for span in mention.mentions],
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        **_words(name=actor.name),
        "kind": actor.kind,
        "side": actor.side,
        "authority": actor.authority,
        "ids": dict(actor.ids),
        "mentions": [_span(span) for span in actor.mentions],
    }


def _implied(commitment: ImpliedCommitment) -> Json:
    return {
        "id": commitment.id,
        "agreement": commitment.agreement,
        "note": commitment.note,
        **_span(commitment.span),
        "slots": {name: _slot(slot) for name, slot in commitment.slots.items()},
        "wordings": [_span(span) for span in commitment.wordings],
    }


def _claim(claim: Claim, document: Document) -> Json:
    about = Link(None, None, claim.about.reason) if isinstance(claim.about, Unlinked) else claim.about
    return {
        "id": claim.id,
        "speaker": claim.speaker,
        "stance": claim.stance,
        "axis": claim.axis,
        "about": {
            "commitment": about.commitment,
            "agreement": about.agreement,
            "reason": about.reason,
            "also": list(about.also),
        },
        "target": claim.target,
        "said_on": _when(claim.said_on),
        "happened_on": _when(claim.happened_on),
        "voice": claim.voice,
        "visibility": claim.visibility,
        "chain": [_hop(hop.role, actor=hop.actor, source=hop.source) for hop in claim.chain],
        "independence_group": claim.independence_group,
        "factuality": claim.factuality,
        "echo_of": claim.echo_of,
        "grounds": [_span(span) for span in claim.grounds],
        "grades": dict(claim.grades),
        "quote": {
            **_span(claim.quote.span),
            "prefix": claim.quote.prefix,
            "suffix": claim.quote.suffix,
            **_read_as(claim.quote.span, document),
            **({"translated": True} if document.translation_of else {}),
        },
        "proposition": _span_or_none(claim.proposition),
        "notes": list(claim.notes),
    }


def _read_as(span: Span, document: Document) -> Json:
    """The words as they were read, where repairs make them differ from those that stand there."""
    words = document.reads(span)
    return {"reads": words} if words != span.exact else {}


def _hop(role: str, **by: str | None) -> Json:
    return {"role": role} | {kind: value for kind, value in by.items() if value is not None}


def _source(source: Source) -> Json:
    return {
        "id": source.id,
        "kind": source.kind,
        **_words(
            title=source.title,
            publisher=source.publisher,
            number=source.number,
            handle=source.handle,
            time=source.time,
            place=source.place,
        ),
        "date": _when(source.date),
        "anonymous": source.anonymous,
        **_span(source.span),
    }


def _count(count: Count) -> Json:
    first, last = _ends_of(count.period)
    return {
        **_words(what=count.what, where=count.where),
        "kind": count.kind,
        "scope": count.scope,
        "from": first,
        "to": last,
        "period": _when(count.period),
        "value": count.value,
        "qualifier": count.qualifier,
        "previous": _previous(count.previous),
        **_span(count.span),
    }


def _ends_of(period: When | None) -> tuple[str | None, str | None]:
    """The first and the last day, `XXXX` for a year that the text does not print, None for an open end."""
    if period is None:
        return None, None
    ends = period.edtf.split("/")
    yearless = [end if _YEARLESS_DAY.fullmatch(end) else None for end in (ends[0], ends[-1])]
    return _day(period.earliest) or yearless[0], _day(period.latest) or yearless[1]


def _previous(previous: Previous | None) -> Json | None:
    if previous is None:
        return None
    return {"value": previous.value, "qualifier": previous.qualifier, **_span(previous.span)}


def _skipped(skipped: Skipped) -> Json:
    return {"reason": skipped.reason, **_place(skipped.span)}
