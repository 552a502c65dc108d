"""What the commands really print for real files: the schema, and that every value stands in the text or is computed."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.exporters.schemas import closed
from tests.paths import SHARED, needs_shared
from trucewatch import cli

CASE = Path(__file__).resolve().parents[1] / "examples" / "libya"
REPORTS = sorted((CASE / "reports").glob("*.txt"))
AGREEMENTS = [CASE / "agreement.txt", *sorted((SHARED / "cases" / "agreements").glob("*.txt"))]
PROSE = [
    *REPORTS,
    *sorted((SHARED / "cases" / "libya").glob("*.txt")),
    *sorted((SHARED / "cases" / "osce").glob("*.txt")),
]
# Fields that hold words of the text as plain text; `spans` beside them says where.
NAMED = {"name", "place", "title", "publisher", "number", "handle", "what", "where", "heading"}


def printed(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> dict[str, Any]:
    assert cli.run([*map(str, arguments), "--format", "json"]) in (0, 1)
    (line,) = capsys.readouterr().out.splitlines()
    return json.loads(line)


def objects(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from objects(value)


def original(path: Path) -> str:
    return path.read_bytes().decode("utf-8").removeprefix("\ufeff")


def faults(output: dict[str, Any], text: str) -> list[str]:
    """Values that neither stand in the text nor are marked as computed."""
    found = []
    for value in objects(output):
        if isinstance(value.get("start"), int) and text[value["start"] : value["end"]] != value["exact"]:
            found.append(f"span {value}")
        if "prefix" in value and not text[: value["start"]].endswith(value["prefix"]):
            found.append(f"prefix {value}")
        if "suffix" in value and not text[value["end"] :].startswith(value["suffix"]):
            found.append(f"suffix {value}")
        for name, place in value.get("spans", {}).items():
            if value[name] != place["exact"]:
                found.append(f"{name} {value[name]!r} is not {place['exact']!r}")
        if "spans" in value:
            unplaced = [n for n in NAMED & value.keys() if value[n] is not None and n not in value["spans"]]
            found += [f"{name} {value[name]!r} has no place" for name in unplaced if name != "number"]
        if "edtf" in value and not value["from"] and not value["computed"]:
            found.append(f"date {value['edtf']} has neither words nor a mark that it is computed")
    return found


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.stem)
def test_lint_prints_words_of_the_text_in_the_published_shape(path, capsys):
    output = printed(capsys, "lint", path)
    closed("lint").validate(output)
    assert faults(output, original(path)) == []
    assert output["clauses"]
    assert output["commitments"]


@pytest.mark.parametrize("path", PROSE, ids=lambda path: path.stem)
def test_read_prints_words_of_the_text_in_the_published_shape(path, capsys):
    output = printed(capsys, "read", path)
    closed("read").validate(output)
    assert faults(output, original(path)) == []


def test_status_keeps_the_published_shape_and_quotes_the_reports(capsys):
    output = printed(capsys, "status", "--agreement", CASE / "agreement.txt", *REPORTS, "--as-of", "2020-10-31")
    closed("status").validate(output)
    texts = [original(path) for path in REPORTS]
    assert all(any(reading["text"] in text for text in texts) for reading in output["readings"])


@needs_shared
def test_the_passage_gives_nothing_that_is_not_in_it(capsys):
    output = printed(capsys, "read", SHARED / "cases" / "libya" / "passage.txt")
    line = json.dumps(output, ensure_ascii=False)
    for absent in ("mercenar", "foreign fighter", "LNA", "Haftar", "2021", "BREACH", "WITHDRAW"):
        assert absent not in line
    assert len(output["agreements"]) == 2
    assert any(claim["said_on"].get("conflict") for claim in output["claims"])


def test_the_checks_of_this_file_do_catch_an_invented_value():
    text = "The rebels left."
    span = {"start": 4, "end": 10, "exact": "rebels"}
    assert faults({"actors": [{"name": "rebels", "spans": {"name": span}}]}, text) == []
    assert faults({"actors": [{"name": "army", "spans": {"name": span}}]}, text)
    assert faults({"actors": [{"name": "army", "spans": {}}]}, text)
    assert faults({"quote": {**span, "exact": "army"}}, text)
    assert faults({"said_on": {"edtf": "2020", "from": [], "computed": False}}, text)
