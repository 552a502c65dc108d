"""Coefficients against values worked out by hand."""

import sys

import pytest

from trucewatch.coders.agreement import NOBODY_TWICE, ONE_VALUE, field_agreement
from trucewatch.core.errors import MissingExtra


def table(**by_coder: str):
    """Values by unit and coder; a letter is a value, a dot is none."""
    length = len(next(iter(by_coder.values())))
    return {f"u{n}": {coder: row[n] for coder, row in by_coder.items() if row[n] != "."} for n in range(length)}


def test_two_coders_by_hand():
    found = field_agreement(table(ada="aabb", bo="aabc"))
    # Alpha: of 8 values a 4, b 3, c 1; observed 1/4; expected 1 - (4*3 + 3*2 + 0)/(8*7) = 38/56.
    assert found.alpha == pytest.approx(1 - (1 / 4) / (38 / 56))
    # Kappa: observed 3/4; expected 2/4*2/4 + 2/4*1/4 = 3/8.
    (pair,) = found.pairs
    assert pair.kappa == pytest.approx((3 / 4 - 3 / 8) / (1 - 3 / 8))
    assert (found.units, found.alike, found.coders, pair.units) == (4, 3, ("ada", "bo"), 4)


def test_units_of_one_coder_are_left_out_and_pairs_count_what_both_coded():
    found = field_agreement(table(ada="aabb.a", bo="aabc..", cy="a.b..."))
    assert (found.units, found.coders) == (4, ("ada", "bo", "cy"))
    assert [(pair.coders, pair.units) for pair in found.pairs] == [
        (("ada", "bo"), 4),
        (("ada", "cy"), 2),
        (("bo", "cy"), 2),
    ]
    # Weighted by the pairs in a unit: (u0 aaa, u1 aa, u2 bbb, u3 bc): a 5, b 4, c 1; observed 2/10.
    expected = 1 - (5 * 4 + 4 * 3) / (10 * 9)
    assert found.alpha == pytest.approx(1 - (2 / 10) / expected)


def test_opposite_values_are_below_chance():
    found = field_agreement(table(ada="ab", bo="ba"))
    assert found.pairs[0].kappa == pytest.approx(-1)
    assert found.alpha < 0


def test_what_cannot_be_computed_says_why():
    assert field_agreement({}).alpha == NOBODY_TWICE
    assert field_agreement(table(ada="ab", bo="..")).alpha == NOBODY_TWICE
    alike = field_agreement(table(ada="aa", bo="aa"))
    assert (alike.alpha, alike.pairs[0].kappa, alike.alike) == (ONE_VALUE, ONE_VALUE, 2)


def test_without_the_library_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "nltk.metrics.agreement", None)
    with pytest.raises(MissingExtra, match=r'needs the "review" extra\. Run: pip install "trucewatch\[review\]"'):
        field_agreement({})
