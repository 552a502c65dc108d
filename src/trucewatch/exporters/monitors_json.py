"""What monitors' reports tell, as the JSON contract has it: incidents, and figures that contradict each other."""

from collections.abc import Sequence
from typing import Any

from trucewatch.core.incidents import Incident, NotAttributed
from trucewatch.core.model import Contradiction, Count, Missing, Previous
from trucewatch.core.quotes import Span

from .values_json import span_json, when_json

Json = dict[str, Any]
_NOT_STATED = {"missing": "not stated"}


def incidents_json(incidents: Sequence[Incident]) -> list[Json]:
    """Every event, each fact a list of spans or the reason why there is none."""
    return [
        {
            "id": incident.id,
            "kind": incident.kind,
            **span_json(incident.span),
            "act": span_json(incident.act),
            "perpetrator": _perpetrator(incident.perpetrator),
            "attributed_by": incident.attributed_by.value,
            "source": _one(incident.source),
            "victims": _spans(incident.victims),
            "where": _spans(incident.where),
            "when": when_json(incident.when or Missing("not stated")),
            "casualties": _spans(incident.casualties),
            "provisions": _spans(incident.provisions),
            "verification": incident.verification.value,
            "verification_words": _one(incident.verification_words),
            "also": [span_json(span) for span in incident.also],
        }
        for incident in incidents
    ]


def contradictions_json(contradictions: Sequence[Contradiction]) -> list[Json]:
    """Every figure stated for the period before that cannot mean the earlier report's own, both in their words."""
    return [
        {
            "kind": found.later_count.kind,
            "stated": _figure(found.later, found.later_count.previous or found.later_count),
            "with": _figure(found.later, found.later_count),
            "earlier": _figure(found.earlier, found.earlier_count),
            "assumes": list(found.assumes),
            "computed": True,
        }
        for found in contradictions
    ]


def _perpetrator(doer: tuple[Span, ...] | NotAttributed) -> list[Json] | Json:
    if isinstance(doer, NotAttributed):
        return {"missing": doer.reason} | ({"from": [span_json(doer.span)]} if doer.span else {})
    return [span_json(span) for span in doer]


def _spans(spans: Sequence[Span]) -> list[Json] | Json:
    return [span_json(span) for span in spans] if spans else _NOT_STATED


def _one(span: Span | None) -> Json | None:
    return None if span is None else span_json(span)


def _figure(path: str, figure: Count | Previous) -> Json:
    return {"document": path, "value": figure.value, "qualifier": figure.qualifier, **span_json(figure.span)}
