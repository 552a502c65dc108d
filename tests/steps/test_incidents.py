"""Incidents in monitors' reports, against the gold of this project."""

import json
from pathlib import Path

import pytest

from quality.incidents import compare_incidents
from quality.tally import Sheet
from tests.steps.reading_incidents import incidents_of
from trucewatch.exporters.monitors_json import incidents_json

GOLD = Path(__file__).resolve().parents[1] / "gold" / "incidents"


def sheet_of(half: str, name: str) -> Sheet:
    text = (GOLD / half / f"{name}.txt").read_text(encoding="utf-8")
    rows = json.loads((GOLD / f"{half}.json").read_text(encoding="utf-8"))[name]
    return compare_incidents(incidents_json(incidents_of(text)), rows, text)


def half_of(half: str) -> Sheet:
    sheet = Sheet()
    for name in json.loads((GOLD / f"{half}.json").read_text(encoding="utf-8")):
        sheet += sheet_of(half, name)
    return sheet


def names(half: str) -> list[str]:
    return list(json.loads((GOLD / f"{half}.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("name", names("dev"))
def test_every_incident_of_the_development_half_and_no_other(name):
    sheet = sheet_of("dev", name)
    assert [d for d in sheet.differences if " extra " in f" {d}" and d.startswith("extra")] == []
    assert [d for d in sheet.differences if d.startswith("missed")] == []


def test_the_facts_of_the_development_half():
    sheet = half_of("dev")
    for name in ("victims", "where", "casualties"):
        assert (sheet.tallies[name].f1 or 0) >= 0.95, name
    for name, share in sheet.shares.items():
        assert (share.ratio or 0) >= 0.95, name
