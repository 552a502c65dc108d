"""Two drafts compared, as JSON and for people."""

import json
from io import StringIO

import pytest
from jsonschema import Draft202012Validator
from rich.console import Console

from tests.exporters.schemas import _close, schema
from tests.lint.test_redraft import FIRST, SECOND, THIRD, redraft
from trucewatch.exporters.redraft_json import diff_json
from trucewatch.exporters.terminal.redraft import show_diff


def shown(old: str, new: str, width: int) -> str:
    console = Console(width=width, highlight=False, record=True, file=StringIO())
    show_diff(redraft(old, new), console)
    return console.export_text()


@pytest.mark.parametrize(("old", "new"), [(FIRST, SECOND), (SECOND, THIRD), (FIRST, FIRST)])
def test_the_json_keeps_its_schema(old, new):
    value = json.loads(json.dumps(diff_json(redraft(old, new))))
    Draft202012Validator(_close(schema("diff"))).validate(value)


def test_every_span_of_the_json_is_in_its_draft():
    value = diff_json(redraft(FIRST, SECOND))
    for side, text in (("old", FIRST), ("new", SECOND)):
        spans = [row[side] for rows in ("clauses", "shifts", "findings") for row in value[rows] if row[side]]
        assert spans
        assert all(text[s["start"] : s["end"]] == s["exact"] for s in spans if s["exact"] is not None)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal(width):
    assert max(len(line.rstrip()) for line in shown(FIRST, SECOND, width).splitlines()) <= width


def test_a_wide_terminal_has_both_wordings_beside_each_other():
    wide = shown(FIRST, SECOND, 120)
    assert any("[-shall-] issue" in line and "{+should+} issue" in line for line in wide.splitlines())
    narrow = shown(FIRST, SECOND, 80)
    assert not any("[-shall-] issue" in line and "{+should+} issue" in line for line in narrow.splitlines())
    assert "{+should+} issue" in narrow


def test_what_changed_is_told_with_old_and_new_words():
    view = shown(FIRST, SECOND, 120)
    assert "art_2__para_1  reworded · now art_3__para_1" in view
    assert "deadline: the deadline can no longer be measured  “by 20 March 2027” → “as soon as possible”" in view
    assert "split from art_4__para_1" in view
    assert "merged into art_3__para_2" in view
    assert "renumbered: art_2 is now art_3" in view
    assert "retired ids, never to be used again: art_3__para_1, art_4__para_2" in view


def test_nothing_changed_is_said():
    assert "NOTHING CHANGED" in shown(FIRST, FIRST, 80)


def test_texts_that_have_nothing_in_common_are_said_to():
    assert "no provision in common" in shown(FIRST, "Shopping\n\n1. Onions\n\n2. Four red peppers\n", 80)
