"""Places and near-copies of a report as the JSON contract has them."""

from typing import Any

from trucewatch.core.copies import SharedText
from trucewatch.core.model import Missing
from trucewatch.core.places import Location, Place, Point
from trucewatch.core.quotes import Span

Json = dict[str, Any]


def places_json(places: tuple[Place, ...] | Missing) -> list[Json] | Json:
    """Every place, or why none was looked up."""
    if isinstance(places, Missing):
        return {"missing": places.reason}
    return [_place(place) for place in places]


def copies_json(shared: SharedText | None) -> Json | None:
    """Which other texts of the batch are near-copies of this one; null when none is."""
    if shared is None:
        return None
    return {
        "group": shared.group,
        "likeness": shared.likeness,
        "others": list(shared.others),
        "shared": [_span(span) for span in shared.spans],
        "computed": True,
    }


def _place(place: Place) -> Json:
    return {
        "name": place.name.exact,
        "mentions": [_span(span) for span in place.mentions],
        **_where(place),
        "notes": list(place.notes),
        **_span(place.name),
    }


def _where(place: Place) -> Json:
    where = place.where
    if not isinstance(where, Location):
        missing = {"missing": where.reason}
        return {"kind": None, "country": missing, "coordinates": missing, "reason": where.reason, "gazetteer": None}
    point = where.point
    coordinates = (
        {"latitude": point.latitude, "longitude": point.longitude}
        if isinstance(point, Point)
        else {"missing": point.reason}
    )
    return {
        "kind": where.kind.value,
        "country": where.country,
        "coordinates": coordinates,
        "reason": where.reason,
        "gazetteer": where.gazetteer,
        "computed": True,
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "exact": span.exact}
