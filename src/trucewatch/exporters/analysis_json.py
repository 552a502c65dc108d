"""The agreement as a whole in JSON: the fields that `lint_json` adds to findings and components."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from trucewatch.core.analysis import (
    Analysis,
    Check,
    CrossReference,
    NearMiss,
    Order,
    Step,
    Term,
    Terms,
    TypeReading,
    Verifiability,
    Wait,
)
from trucewatch.core.model import ComponentCoverage, Level
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.frequencies import how_common

Json = dict[str, Any]


def analysis_json(analysis: Analysis) -> Json:
    """`agreement_type`, `terms`, `references`, `order` and `verifiability`."""
    return {
        "agreement_type": _type(analysis.type),
        "terms": _terms(analysis.terms),
        "references": [_reference(reference) for reference in analysis.references],
        "order": _order(analysis.order),
        "verifiability": [_verifiability(item) for item in analysis.verifiability],
    }


def common_json(component: ComponentCoverage, agreement_type: str) -> Json | None:
    """How common a component is that this agreement lacks; None for one that it has."""
    if component.level not in (Level.ABSENT, Level.MENTIONED):
        return None
    figure = how_common(component.id, agreement_type)
    if figure is None:
        return {"missing": "no figure"}
    return {
        "having": figure.having,
        "of": figure.of,
        "among": figure.among,
        "code": figure.code,
        "stands_for": figure.stands_for,
        "source": figure.source,
        "approximate": True,
    }


def _type(reading: TypeReading) -> Json:
    return {
        "type": reading.type.value,
        "because": reading.because,
        "overruled": reading.overruled,
        "traits": [{"id": t.id, "says": t.says, "evidence": _spans(t.evidence)} for t in reading.traits],
    }


# --------------------------------------------------------------------------- terms


def _terms(terms: Terms) -> Json:
    return {
        "used": [_term(term) for term in terms.used],
        "unused": [_term(term) for term in terms.unused],
        "undefined": [_term(term) for term in terms.undefined],
        "near_misses": [_near(near) for near in terms.near_misses],
        "two_meanings": [_near(near) for near in terms.two_meanings],
    }


def _term(term: Term) -> Json:
    return {"term": term.term, "defined": _span(term.defined) if term.defined else None, "uses": _spans(term.uses)}


def _near(near: NearMiss) -> Json:
    return {"one": _span(near.one), "other": _span(near.other), "why": near.why}


def _reference(reference: CrossReference) -> Json:
    clause: Any = reference.clause
    if clause is None:
        clause = {"missing": "no such place in this text" if reference.can_tell else "the text gives no such numbers"}
    return {"clause": clause, **_span(reference.span)}


# --------------------------------------------------------------------------- order


def _order(order: Order) -> Json:
    return {
        "steps": [_step(step) for step in order.steps],
        "waits": [_wait(wait) for wait in order.waits],
        "circles": [[_wait(wait) for wait in circle.waits] for circle in order.circles],
        "undated": [{"duty": u.duty, "event": u.event, "way": [_wait(w) for w in u.way]} for u in order.undated],
        "too_early": [
            {"wait": _wait(e.wait), "due": e.due.isoformat(), "not_before": e.not_before.isoformat()}
            for e in order.too_early
        ],
        "clashes": [
            {"kind": c.kind, "clause": c.clause, "says": c.says, "evidence": [_span(c.span)]} for c in order.clashes
        ],
    }


def _step(step: Step) -> Json:
    return {
        "id": step.id,
        "kind": "event" if step.is_event else "duty",
        "clause": step.clause,
        "name": step.name,
        "earliest": _day(step.earliest),
        "latest": _day(step.latest),
        "brought_by": list(step.brought_by),
        "computed": True,
        "from": [_span(step.span)],
    }


def _wait(wait: Wait) -> Json:
    return {
        "waiter": wait.waiter,
        "awaited": wait.awaited,
        "kind": wait.kind,
        "certain": wait.certain,
        **_span(wait.span),
    }


# --------------------------------------------------------------------------- verifiability


def _verifiability(item: Verifiability) -> Json:
    return {
        "commitment": item.commitment,
        "verdict": item.verdict.value,
        "because": item.because,
        "missing": list(item.missing),
        "checks": [_check(check) for check in item.checks],
    }


def _check(check: Check) -> Json:
    return {
        "name": check.name,
        "needed": check.needed,
        "here": _spans(check.here),
        "elsewhere": _spans(check.elsewhere),
    }


# --------------------------------------------------------------------------- spans and days


def _spans(spans: Iterable[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "exact": span.exact}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
