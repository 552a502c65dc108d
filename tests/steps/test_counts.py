"""Counts in monitors' reports, against the gold of this project and the shared reports."""

import csv
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.paths import SHARED, needs_shared
from tests.steps.reading_reports import document_of
from trucewatch.core.model import Count
from trucewatch.readers.document import read_document
from trucewatch.steps.counts import find_counts

GOLD = Path(__file__).resolve().parents[1] / "gold" / "counts"
OSCE = SHARED / "cases" / "osce"
QUALIFIERS = {"~": "about", ">": "over", "<": "almost", "=": "exact"}


def gold_rows(half: str) -> list[tuple[str, list[dict[str, Any]]]]:
    return list(json.loads((GOLD / f"{half}.json").read_text(encoding="utf-8")).items())


def row(count: Count) -> tuple[Any, ...]:
    first, _, last = count.period.edtf.partition("/") if count.period else ("", "", "")
    previous = (count.previous.value, count.previous.qualifier) if count.previous else None
    where = " ".join(count.where.exact.split()) if count.where else None
    return count.kind, where, first, last or first, count.value, count.qualifier, count.scope, previous


def gold_row(gold: Mapping[str, Any]) -> tuple[Any, ...]:
    previous = gold["previous"] and (gold["previous"]["value"], gold["previous"]["qualifier"])
    named = (gold[name] for name in ("kind", "where", "from", "to", "value", "qualifier", "scope"))
    return *named, previous


def counts_of(text: str) -> tuple[Count, ...]:
    return find_counts(document_of(text))


def rows_of(text: str) -> list[tuple[Any, ...]]:
    return [row(count) for count in counts_of(text)]


@pytest.mark.parametrize(("name", "gold"), gold_rows("dev"))
def test_every_count_of_the_development_half_and_no_other(name, gold):
    text = (GOLD / "dev" / f"{name}.txt").read_text(encoding="utf-8")
    assert rows_of(text) == [gold_row(g) for g in gold]


def test_the_test_half_stays_where_it_was_measured():
    right = found = wanted = 0
    for name, gold in gold_rows("test"):
        got = Counter(rows_of((GOLD / "test" / f"{name}.txt").read_text(encoding="utf-8")))
        want = Counter(gold_row(g) for g in gold)
        right, found, wanted = right + (got & want).total(), found + got.total(), wanted + want.total()
    assert right / found >= 0.95
    assert right / wanted >= 0.85


def osce_rows() -> list[dict[str, str]]:
    if not OSCE.is_dir():
        return []
    with (OSCE / "counts.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@needs_shared
@pytest.mark.parametrize("gold", osce_rows(), ids=lambda gold: gold["report_id"])
def test_ceasefire_violations_of_the_shared_reports(gold):
    counts = find_counts(read_document(OSCE / f"{gold['report_id']}.txt"))
    totals = [c for c in counts if c.kind == "ceasefire-violations" and c.scope == "total"]
    whole = [c for c in totals if c.period and c.period.edtf.count("/") == 1 and _days(c) == int(gold["days"])]
    assert len(whole) == 1, "one total for the whole period"
    (count,) = whole
    first, _, last = count.period.edtf.partition("/")
    if "XXXX" not in count.period.edtf:
        assert (first, last) == (gold["start"], gold["end"])
    else:
        assert gold["end_year_printed_in_text"] == "no"
        assert (first[4:], last[4:]) == (gold["start"][4:], gold["end"][4:])
    assert (count.value, count.qualifier) == (int(gold["cfv"]), QUALIFIERS[gold["qualifier"]])
    stated = str(count.previous.value) if count.previous else ""
    assert stated == gold["cfv_prev_stated"]
    # Every other figure of the report is of days within the period.
    assert all(_days(c) < int(gold["days"]) for c in totals if c is not count)


@needs_shared
def test_running_totals_of_the_shared_reports_are_kept_apart():
    for path in sorted(OSCE.glob("*.txt")):
        for count in find_counts(read_document(path)):
            if count.kind == "civilian-casualties" and count.value > 40:
                assert count.scope == "running", path.name


def _days(count: Count) -> int:
    from trucewatch.steps.counts.compare import _length

    first, _, last = count.period.edtf.partition("/") if count.period else ("", "", "")
    return _length(first, last or first) if ".." not in (first, last) else 0
