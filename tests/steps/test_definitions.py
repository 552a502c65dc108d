"""Defined terms and short names, each with its place."""

import pytest

from tests.steps.test_segment import document
from trucewatch.core.model import Definition
from trucewatch.steps.definitions import find_definitions
from trucewatch.steps.segment import segment


def definitions(text: str) -> tuple[Definition, ...]:
    made = document(text)
    found = find_definitions(made, segment(made))
    for definition in found:
        for span in (definition.span, definition.meaning):
            assert span is None or made.original[span.start : span.end] == span.exact
    return found


def terms(text: str) -> list[tuple[str, str | None, bool]]:
    return [(d.term, d.meaning.exact if d.meaning else None, d.abbreviation) for d in definitions(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Fire" means any shot.', [("Fire", "any shot", False)]),
        ("The term “Zone” shall mean land within 5 km of the line.", [("Zone", "land within 5 km of the line", False)]),
        ("“the Road” refers to the road to Ain.", [("Road", "road to Ain", False)]),
        ('The Movement (hereinafter "the Movement") shall stop.', [("Movement", None, False)]),
        ('The two sides (together the "Parties") shall stop.', [("Parties", None, False)]),
        ("The Joint Monitoring Commission (JMC) shall meet.", [("JMC", "The Joint Monitoring Commission", True)]),
        ("The Parties shall meet (in Tana) and stop.", []),
        ("The Parties shall not use the word “war”.", []),
    ],
)
def test_a_term_with_its_meaning(text: str, found: list[tuple[str, str | None, bool]]) -> None:
    assert terms(f"Truce\n\n1. {text}") == found


def test_a_list_under_a_heading_defines() -> None:
    text = "Truce\n\nArticle 1\nDefinitions\n\nBuffer zone: the land between the lines.\nFire – any use of a weapon.\n"
    assert terms(text) == [("Buffer zone", "land between the lines", False), ("Fire", "any use of a weapon", False)]


def test_a_table_of_abbreviations() -> None:
    text = (
        "Truce\n\nABBREVIATIONS\n\nJMC: Joint Monitoring Commission\n\nUN – United Nations\n\n1. The JMC shall meet.\n"
    )
    assert terms(text) == [("JMC", "Joint Monitoring Commission", True), ("UN", "United Nations", True)]


def test_a_term_is_reported_once_where_it_comes_first() -> None:
    text = 'Truce\n\n1. "Fire" means any shot.\n2. "FIRE" means artillery.\n'
    assert terms(text) == [("Fire", "any shot", False)]
