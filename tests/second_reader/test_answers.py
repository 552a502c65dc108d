"""The list of claims in what a model says, however it wraps it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.second_reader import faults
from trucewatch.second_reader.answers import entries_in
from trucewatch.second_reader.faults import Fault

ONE = '{"claims": [{"quote": "a"}]}'


@pytest.mark.parametrize(
    "said",
    [
        ONE,
        f"  {ONE}\n",
        f"```json\n{ONE}\n```",
        f"```\n{ONE}\n```\nI hope this helps.",
        f"Here are the claims [as asked]:\n\n{ONE}",
        f'<think>A first draft: {{"claims": []}} but "a" is one.</think>\n{ONE}',
        '[{"quote": "a"}]',
        'The list is:\n```json\n[{"quote": "a"}]\n```',
    ],
)
def test_the_list_is_found(said):
    assert entries_in(said) == [{"quote": "a"}]


def test_an_empty_list_is_an_answer():
    assert entries_in('{"claims": []}') == []
    assert entries_in("[]") == []


def test_entries_of_any_type_are_handed_on():
    assert entries_in('{"claims": [1, null, "a", []]}') == [1, None, "a", []]


def test_a_list_inside_broken_json_is_no_answer():
    assert entries_in('{"claims": [{"quote": "a", "about": []}, {"quo') == faults.NOT_WHOLE


def test_numbers_in_brackets_are_no_list_of_entries():
    assert entries_in("See notes [1] and [2].") == faults.NO_LIST


@given(st.text())
def test_any_text_gives_a_list_or_a_fault(said):
    assert isinstance(entries_in(said), list | Fault)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.lists(JSON), st.sampled_from(["%s", "```json\n%s\n```", "Here it is: %s Done."]))
def test_every_list_of_claims_comes_back_whole(entries, wrap):
    said = wrap % json.dumps({"claims": entries})
    assert json.dumps(entries_in(said)) == json.dumps(entries)
