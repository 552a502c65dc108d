"""Places and near-copies in JSON and on the terminal."""

import io
from dataclasses import replace

from rich.console import Console

from tests.exporters import samples
from trucewatch.core.copies import SharedText
from trucewatch.core.model import Missing, Report
from trucewatch.core.places import Location, NoPoint, Place, PlaceKind, Point, Unresolved
from trucewatch.exporters.json_export import read_json
from trucewatch.exporters.terminal.places import show_copies
from trucewatch.exporters.terminal.report import show_read

from .schemas import closed


def placed() -> Report:
    report = samples.report()
    document = report.document
    spans = [document.span(0, 4), document.span(5, 9), document.span(10, 14)]
    answers = (
        Location(PlaceKind.TOWN, "LBY", Point(30.1, 9.5), "no other country has a place of this name", "Atlas 1"),
        Location(PlaceKind.AREA, "UKR", NoPoint("the text speaks of an area"), "the text names the country", "Atlas 1"),
        Unresolved("several places have this name: LBY; LBN"),
    )
    places = tuple(Place(span, (span,), where) for span, where in zip(spans, answers, strict=True))
    return replace(report, places=places, copies=SharedText("1f", 0.875, ("b.txt",), (spans[0],)))


def shown(view, *values) -> str:
    console = Console(file=io.StringIO(), width=100, highlight=False)
    view(*values, console)
    return console.file.getvalue()


def test_json_has_every_place_with_its_look_up_or_the_reason_why_not():
    town, area, unresolved = read_json(placed())["places"]
    assert town["country"] == "LBY"
    assert town["coordinates"] == {"latitude": 30.1, "longitude": 9.5}
    assert (town["gazetteer"], town["computed"]) == ("Atlas 1", True)
    assert area["coordinates"] == {"missing": "the text speaks of an area"}
    assert unresolved["country"] == {"missing": "several places have this name: LBY; LBN"}
    assert unresolved["gazetteer"] is None


def test_json_says_why_no_place_was_looked_up():
    report = replace(samples.report(), places=Missing("no gazetteer was given"))
    assert read_json(report)["places"] == {"missing": "no gazetteer was given"}


def test_json_names_the_near_copies():
    copies = read_json(placed())["copies"]
    assert (copies["likeness"], copies["others"], len(copies["shared"])) == (0.875, ["b.txt"], 1)
    assert read_json(samples.report())["copies"] is None


def test_json_is_as_the_schema_says():
    assert [error.message for error in closed("read").iter_errors(read_json(placed()))] == []


def test_the_terminal_marks_look_ups_with_their_gazetteer():
    text = shown(show_read, placed())
    told = " ".join(text.split())
    assert "countries and coordinates looked up in Atlas 1" in text
    (line,) = (line for line in text.splitlines() if "30.10, 9.50" in line)
    assert "LBY" in line
    assert line.split()[-9:] == "no other country has a place of this name".split()
    assert "no point: the text speaks of an area" in told
    assert "several places have this name: LBY; LBN" in text


def test_the_terminal_tells_one_reason_once_for_all_names_that_have_it():
    report = placed()
    unknown = tuple(
        Place(span, (span, span), Unresolved("Atlas 1 has no place of this name"))
        for span in (report.document.span(0, 4), report.document.span(5, 9))
    )
    text = shown(show_read, replace(report, places=unknown))
    assert text.count("Atlas 1 has no place of this name") == 1
    assert "why this one" not in text


def test_the_terminal_lists_a_group_of_near_copies_once():
    report = placed()
    other = replace(
        report,
        document=replace(report.document, path="b.txt"),
        copies=SharedText("1f", 0.875, (report.document.path,), ()),
    )
    text = shown(show_copies, [report, other])
    assert text.count("b.txt") == 1
    assert "88% of the shorter text" in text
    assert shown(show_copies, [samples.report()]) == ""
