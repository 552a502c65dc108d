"""Places and near-copies of a report, for people."""

from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.model import Missing, Report
from trucewatch.core.places import NOT_A_POINT, Location, Place, PlaceKind, Point

from .wording import DASH, QUIET, flat, gap, indented, section


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
        _show_placed([place for place in places if isinstance(place.where, Location)], console)
        _show_unplaced(places, console)


def _show_placed(places: Sequence[Place], console: Console) -> None:
    """A line for each place, and under it where the text and the coordinates differ."""
    if not places:
        return
    table = Table(box=None, pad_edge=True, header_style=QUIET, padding=(0, 1))
    for column in ("name", "country", "at", "mentions", "why this one"):
        # A name is not broken; what runs over is the reason.
        table.add_column(
            column,
            justify="right" if column == "mentions" else "left",
            no_wrap=column in ("country", "at"),
            ratio=1 if column == "why this one" else None,
            min_width=12 if column == "name" else None,
        )
    for place in places:
        if not isinstance(place.where, Location):
            continue
        point, reason = place.where.point, Text(place.where.reason, style=QUIET)
        if not isinstance(point, Point) and not point.reason.endswith(NOT_A_POINT):
            reason.append(f"; no point: {point.reason}")
        for note in place.notes:
            reason.append(f"\n{note}", style="yellow")
        kind = DASH if place.where.kind is PlaceKind.TOWN else place.where.kind.value
        at = f"{point.latitude:.2f}, {point.longitude:.2f}" if isinstance(point, Point) else kind
        name = Text(flat(place.name.exact), style="bold")
        table.add_row(name, place.where.country, at, str(len(place.mentions)), reason)
    console.print(table)


def _show_unplaced(places: Sequence[Place], console: Console) -> None:
    """The names that were not placed, those with one reason together."""
    by_reason: dict[str, list[Place]] = {}
    for place in places:
        if not isinstance(place.where, Location):
            by_reason.setdefault(place.where.reason, []).append(place)
    for reason, named in by_reason.items():
        names = (
            flat(place.name.exact) + (f" ({len(place.mentions)} mentions)" if len(place.mentions) > 1 else "")
            for place in named
        )
        indented(console, Text(", ".join(names), style="bold").append_text(Text("  ")).append_text(gap(reason)), 2)


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
