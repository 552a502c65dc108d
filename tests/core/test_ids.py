"""Identifiers are the same on every machine."""

import re

from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.ids import fingerprint, sha256_of, slug


def test_the_hash_is_the_published_one() -> None:
    assert sha256_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_a_fingerprint_ignores_case_spacing_and_typographic_variants() -> None:
    assert fingerprint("TIME002", "As soon  as\npossible") == fingerprint("time002", "as soon as possible")
    assert fingerprint("\ufb01re") == fingerprint("fire")


def test_a_fingerprint_keeps_the_parts_apart() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint("shall withdraw") != fingerprint("shall not withdraw")


def test_a_slug_is_plain() -> None:
    assert slug("Agreement on a Ceasefire, São Tomé") == "agreement_on_a_ceasefire_sao_tome"
    assert slug("وقف") == ""


@given(st.text(), st.integers(1, 40))
def test_a_slug_has_only_letters_digits_and_inner_underscores(words: str, limit: int) -> None:
    made = slug(words, limit)
    assert len(made) <= limit
    assert re.fullmatch(r"(?:[a-z0-9](?:[a-z0-9_]*[a-z0-9])?)?", made)


@given(st.lists(st.text(), max_size=4))
def test_a_fingerprint_is_short_and_repeats(parts: list[str]) -> None:
    assert fingerprint(*parts) == fingerprint(*parts)
    assert re.fullmatch(r"[0-9a-f]{16}", fingerprint(*parts))
