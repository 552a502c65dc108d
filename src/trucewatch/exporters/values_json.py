"""Spans and dates as the JSON contract has them: what every result is made of."""

from datetime import date
from typing import Any

from trucewatch.core.dates import CannotCompute, Due, When
from trucewatch.core.model import Missing
from trucewatch.core.quotes import Span

Json = dict[str, Any]


def span_json(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "exact": span.exact}


def day_json(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def when_json(when: When | Missing | None) -> Json | None:
    """A date with its earliest and latest day, or why there is none."""
    if when is None:
        return None
    if isinstance(when, Missing):
        return {"missing": when.reason}
    return {
        "edtf": when.edtf,
        "earliest": day_json(when.earliest),
        "latest": day_json(when.latest),
        "conflict": when.conflict,
        "alternatives": list(when.alternatives),
        "computed": when.computed,
        "from": [span_json(span) for span in when.spans],
    }


def due_json(due: Due | CannotCompute | None) -> Json | None:
    """The days between which a duty falls due, why there are none, or null."""
    if due is None:
        return None
    if isinstance(due, CannotCompute):
        return {"cannot_compute": due.reason}
    return {
        "earliest": day_json(due.earliest),
        "latest": day_json(due.latest),
        "assumes": list(due.assumes),
        "computed": True,
        "from": [span_json(span) for span in due.spans],
    }
