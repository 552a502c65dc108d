"""Places and near-copies of a report, for people."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from trucewatch.core.model import Missing, Report
from trucewatch.core.places import Location, Place, PlaceKind, Point

from .wording import QUIET, count_of, flat, gap, indented, section


def show_places(places: tuple[Place, ...] | Missing, console: Console) -> None:
    """Every place with country and coordinates, or why not; the look-up is marked with its gazetteer."""
    if isinstance(places, Missing):
        section(console, "Places")
        indented(console, gap(places.reason), 2)
    elif places:
        titles = {place.where.gazetteer for place in places if isinstance(place.where, Location)}
        section(console, "Places")
        for title in sorted(titles):
            indented(console, Text(f"countries and coordinates looked up in {title}", style=QUIET), 2)
        for place in places:
            _show_place(place, console)


def _show_place(place: Place, console: Console) -> None:
    line = Text.assemble((flat(place.name.exact), "bold"), "  ")
    if isinstance(place.where, Location):
        point = place.where.point
        line.append(place.where.country)
        line.append(f" {point.latitude:.2f}, {point.longitude:.2f}" if isinstance(point, Point) else "")
        line.append(f"  ({place.where.reason})", style=QUIET)
        if not isinstance(point, Point) and place.where.kind in (PlaceKind.TOWN, PlaceKind.AREA):
            line.append(f"  no point: {point.reason}", style=QUIET)
    else:
        line.append_text(gap(place.where.reason))
    indented(console, line.append(f"  {count_of(len(place.mentions), 'mention')}", style=QUIET), 2)
    for note in place.notes:
        indented(console, Text(note, style="yellow"), 4)


def show_copies(reports: Sequence[Report], console: Console) -> None:
    """Each group of near-copies once, after the reports."""
    groups = {report.copies.group: report for report in reports if report.copies is not None}
    if not groups:
        return
    section(console, "Near-copies, counted as one source")
    for report in groups.values():
        if report.copies is not None:
            paths = ", ".join(sorted((report.document.path, *report.copies.others)))
            line = Text(paths).append(f"  {report.copies.likeness:.0%} of the shorter text", style=QUIET)
            indented(console, line, 2)
