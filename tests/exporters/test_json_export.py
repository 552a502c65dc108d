import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from tests.exporters import samples
from tests.exporters.schemas import NAMES, closed, schema, validator
from trucewatch.core.dates import CannotCompute, when
from trucewatch.exporters.json_export import lint_json, overview_json, read_json, status_json

OUTPUTS: dict[str, Callable[[], dict[str, Any]]] = {
    "lint": lambda: lint_json(samples.lint_result()),
    "read": lambda: read_json(samples.report()),
    "status": lambda: status_json(samples.case_status()),
    "overview": lambda: overview_json(samples.case_overview()),
}


def spans(node: Any) -> Iterator[dict[str, Any]]:
    """Every object that carries span fields."""
    if isinstance(node, dict):
        if node.get("start") is not None:
            yield node
        for value in node.values():
            yield from spans(value)
    elif isinstance(node, list):
        for value in node:
            yield from spans(value)


@pytest.mark.parametrize("name", NAMES)
def test_output_fits_its_published_schema_and_adds_nothing_unnamed(name):
    output = json.loads(json.dumps(OUTPUTS[name]()))
    assert output["schema"] == f"trucewatch.{name}/1"
    validator(name).validate(output)
    closed(name).validate(output)


@pytest.mark.parametrize("name", NAMES)
def test_schema_is_valid_versioned_and_no_network_address(name):
    published = schema(name)
    Draft202012Validator.check_schema(published)
    assert published["$id"] == f"urn:trucewatch:schema:{name}:1"
    assert published["title"] == OUTPUTS[name]()["schema"]


@pytest.mark.parametrize("name", NAMES)
def test_schema_refuses_an_output_that_lacks_a_named_field(name):
    for field in OUTPUTS[name]():
        if field in schema(name)["required"]:
            damaged = {key: value for key, value in OUTPUTS[name]().items() if key != field}
            with pytest.raises(ValidationError):
                validator(name).validate(damaged)


@pytest.mark.parametrize(("name", "text"), [("lint", samples.AGREEMENT), ("read", samples.REPORT)])
def test_every_span_is_exact_in_the_original_text(name, text):
    found = list(spans(OUTPUTS[name]()))
    assert len(found) > 10
    assert all(text[span["start"] : span["end"]] == span["exact"] for span in found)


def test_names_keep_the_original_characters_where_the_working_text_was_repaired():
    actor = read_json(samples.report())["actors"][0]
    assert actor["name"] == "The Northern Council`s spokesman"
    assert actor["spans"]["name"]["exact"] == actor["name"]


def test_what_was_not_found_says_why():
    release = lint_json(samples.lint_result())["commitments"][1]
    assert release["slots"]["bearer"] == {"missing": "passive without an agent"}
    assert release["due"] == {"cannot_compute": '"as soon as possible" names no day'}


def test_a_computed_day_names_its_assumptions_and_the_words_it_comes_from():
    due = lint_json(samples.lint_result())["commitments"][0]["due"]
    assert due["computed"] is True
    assert (due["earliest"], due["latest"]) == ("2024-03-11", "2024-03-12")
    assert due["assumes"] == ["counted from signature", "day 0 is the day of signature"]
    assert [span["exact"] for span in due["from"]] == ["within 10 days", "1 March 2024"]


def test_a_clause_without_words_of_its_own_stands_where_its_heading_does():
    clauses = lint_json(samples.lint_result())["clauses"]
    part = next(clause for clause in clauses if clause["id"] == "part_1")
    assert (part["start"], part["end"], part["exact"], part["heading"]) == (None, None, None, None)


def test_waived_findings_stay_with_their_waiver():
    findings = lint_json(samples.lint_result())["findings"]
    assert [finding["waived"] for finding in findings] == [
        None,
        {"reason": "lists follow", "by": "Joint Commission", "until": "2024-04-01"},
        None,
    ]


def test_conflicting_dates_are_all_kept():
    said = read_json(samples.report())["claims"][0]["said_on"]
    assert said["edtf"] == "2024-03-05"
    assert said["conflict"] is True
    assert said["alternatives"] == ["2024-03-06"]


def test_an_unlinked_claim_says_why():
    about = read_json(samples.report())["claims"][1]["about"]
    assert about == {"commitment": None, "agreement": None, "reason": "no clause fits", "also": []}


def test_open_ends_of_time_are_null():
    report = samples.report()
    claim = replace(report.claims[0], said_on=when("../2024-03-31"))
    said = read_json(replace(report, claims=(claim,)))["claims"][0]["said_on"]
    assert (said["earliest"], said["latest"]) == (None, "2024-03-31")


def test_status_carries_no_number_that_could_be_read_as_a_score():
    status = status_json(samples.case_status())
    numbers = {
        key
        for c in status["commitments"]
        for key, value in c.items()
        if isinstance(value, int | float) and not isinstance(value, bool)
    }
    assert numbers == set()
    assert isinstance(samples.case_status().commitments[1].due, CannotCompute)
    assert status["commitments"][1]["due"] == {"cannot_compute": "no day"}


def test_what_is_missing_says_how_common_it_is_and_what_is_there_does_not():
    weapons, monitor = lint_json(samples.lint_result())["components"]
    assert weapons["common"] is None
    assert (monitor["common"]["among"], monitor["common"]["approximate"]) == ("ceasefire", True)
    assert 0 < monitor["common"]["having"] < monitor["common"]["of"]


def test_a_reference_that_leads_nowhere_says_whether_that_is_known():
    found = [reference["clause"] for reference in lint_json(samples.lint_result())["references"]]
    assert found == [
        "point_1",
        {"missing": "no such place in this text"},
        {"missing": "the text gives no such numbers"},
    ]


def test_without_an_analysis_the_fields_of_the_whole_are_left_out():
    output = lint_json(replace(samples.lint_result(), analysis=None))
    assert "order" not in output
    validator("lint").validate(output)
