"""The days that deadlines count from, with the words that give them; no other text's days."""

from datetime import date

import pytest

from tests.steps.test_segment import document
from trucewatch.core.model import Anchor
from trucewatch.steps.anchors import find_anchors
from trucewatch.steps.segment import segment

SIGNED = "\n\nDone at Tana on 3 November 2020.\n\nFor the Government\nA. Bel\n"


def anchors(text: str, signed_on: date | None = None) -> dict[str, Anchor]:
    made = document(text)
    return dict(find_anchors(made, segment(made), signed_on))


def test_the_signature_block_dates_the_signature() -> None:
    found = anchors("Truce\n\n1. The Parties shall stop." + SIGNED)
    assert found["signature"].when.edtf == "2020-11-03"
    assert found["signature"].given_by == "“3 November 2020” in the signature"


def test_without_a_block_the_title_dates_it() -> None:
    found = anchors("Truce of Tana, 3 May 2021\n\n1. The Parties shall stop.")
    assert (found["signature"].when.edtf, found["signature"].given_by) == ("2021-05-03", "“3 May 2021” in the title")


def test_else_a_preamble_that_says_signed() -> None:
    found = anchors("Truce\n\nSigned at Tana on 3 May 2021, the Parties agree as follows:\n1. They shall stop.")
    assert found["signature"].given_by == "“3 May 2021” in the preamble"


def test_the_user_wins_over_the_text() -> None:
    found = anchors("Truce\n\n1. The Parties shall stop." + SIGNED, date(2020, 11, 4))
    assert (found["signature"].when.edtf, found["signature"].given_by) == ("2020-11-04", "given by the user")


@pytest.mark.parametrize(
    ("words", "kind", "edtf", "given_by"),
    [
        (
            "The ceasefire shall begin at 06:00 on 7 November 2020.",
            "ceasefire-start",
            "2020-11-07",
            "“at 06:00 on 7 November 2020”",
        ),
        ("The truce comes into effect on 5 November.", "ceasefire-start", "2020-11-05", "“on 5 November”"),
        ("The ceasefire takes effect upon signature.", "ceasefire-start", "2020-11-03", "“upon signature”"),
        (
            "Hostilities shall cease as of midnight on 4 November 2020.",
            "ceasefire-start",
            "2020-11-04",
            "“as of midnight on 4 November 2020”",
        ),
        (
            "This Agreement shall enter into force five days after its signature.",
            "entry-into-force",
            "2020-11-08",
            "“five days after its signature”",
        ),
        ('"D-Day" means 1 June 2021.', "D-Day", "2021-06-01", "“1 June 2021”"),
        ("The forces withdraw by E-Day, which is 1 June 2021.", "D-Day", "2021-06-01", "“1 June 2021”"),
        ("Day 1 of this plan is 1 June 2021.", "Day 1", "2021-06-01", "“1 June 2021”"),
    ],
)
def test_a_day_that_the_text_gives(words: str, kind: str, edtf: str, given_by: str) -> None:
    found = anchors(f"Truce\n\n1. {words}\n2. The Parties shall stop.{SIGNED}")
    assert (found[kind].when.edtf, found[kind].given_by) == (edtf, given_by)
    assert set(found) == {"signature", kind}


@pytest.mark.parametrize(
    "words",
    [
        "The Mission monitors the ceasefire from 1 December 2020.",
        "Persons displaced by hostilities from 1 January 2018 shall return.",
        "The ceasefire that began on 1 March 2020 failed.",
        "The ceasefire ends on 5 December 2020.",
        "Both sides shall extend the ceasefire from 1 January 2021.",
        "The amnesty law enters into force on 5 December 2020.",
        "The agreement on water of 2019 enters into force on 9 December 2020.",
        "The Parties shall meet on 9 December 2020.",
        "The ceasefire shall last for 72 hours.",
    ],
)
def test_a_day_of_something_else_is_no_anchor(words: str) -> None:
    assert set(anchors(f"Truce\n\n1. {words}{SIGNED}")) == {"signature"}


def test_a_day_without_a_year_needs_the_signature() -> None:
    assert anchors("Truce\n\n1. The truce comes into effect on 5 November.") == {}
    # No year near the signature has that day.
    assert set(anchors("Truce\n\n1. The truce comes into effect on 29 February.", date(2021, 1, 1))) == {"signature"}


def test_an_anchor_says_whether_it_was_worked_out() -> None:
    found = anchors(
        "Truce\n\n1. The truce begins on 5 November 2020.\n2. This Agreement enters into force upon signature." + SIGNED
    )
    assert not found["ceasefire-start"].when.computed
    assert found["entry-into-force"].when.computed
