"""Spans, quotes and the offset map between original and working text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trucewatch.core.quotes import Quote, Repair, Repairs, Span, make_repairs, quote_of


@st.composite
def repaired(draw: st.DrawFn) -> tuple[str, Repairs]:
    """A text of distinct characters, so that each place can be told from every other, and repairs of it."""
    original = "".join(chr(0x4E00 + i) for i in range(draw(st.integers(1, 40))))
    cuts = sorted(draw(st.sets(st.integers(0, len(original)), max_size=12)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        now = draw(st.text("abc", max_size=3))
        edits.append(Repair(start, end, original[start:end], now, "spaces"))
    return original, Repairs(tuple(edits))


@given(repaired())
def test_revert_undoes_apply(case: tuple[str, Repairs]) -> None:
    original, repairs = case
    assert repairs.revert(repairs.apply(original)) == original


@settings(max_examples=300)
@given(repaired())
def test_every_working_range_has_an_exact_place_in_the_original(case: tuple[str, Repairs]) -> None:
    original, repairs = case
    text = repairs.apply(original)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            a, b = repairs.start_in_original(start), repairs.end_in_original(end)
            assert 0 <= a < b <= len(original)
            untouched = [c for c in text[start:end] if c not in "abc"]
            assert [c for c in original[a:b] if c in untouched] == untouched


@settings(max_examples=300)
@given(repaired())
def test_a_range_without_repairs_comes_back_to_itself(case: tuple[str, Repairs]) -> None:
    original, repairs = case
    text = repairs.apply(original)
    for start in range(len(text)):
        for end in range(start + 1, len(text) + 1):
            a, b = repairs.start_in_original(start), repairs.end_in_original(end)
            back = repairs.start_in_text(a), repairs.end_in_text(b)
            assert back[0] <= start < end <= back[1]
            if text[start] not in "abc" and text[end - 1] not in "abc":
                assert back == (start, end)


def test_a_span_beside_a_deleted_piece_does_not_swallow_it() -> None:
    repairs = make_repairs([Repair(5, 9, " [fn]", "", "footnote-mark")])
    assert (repairs.start_in_original(5), repairs.end_in_original(5)) == (9, 5)


def test_of_two_overlapping_repairs_the_earlier_then_the_longer_is_kept() -> None:
    short, long, late = Repair(1, 2, "b", "", "x"), Repair(1, 4, "bcd", "", "x"), Repair(3, 5, "de", "", "x")
    assert make_repairs([late, short, long]).edits == (long,)


def test_overlapping_repairs_are_refused() -> None:
    with pytest.raises(ValueError, match="repairs overlap or run backwards at 1"):
        Repairs((Repair(0, 2, "ab", "", "x"), Repair(1, 3, "bc", "", "x")))


def test_quote_keeps_what_stands_before_and_after() -> None:
    span = Span(4, 11, "Parties")
    assert quote_of("The Parties shall withdraw", span, context=6) == Quote(span, "The ", " shall")
