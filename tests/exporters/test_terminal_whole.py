import io
from dataclasses import replace

from rich.console import Console

from tests.exporters import samples
from trucewatch.exporters.terminal import show_lint


def shown(**change: object) -> str:
    out = io.StringIO()
    show_lint(replace(samples.lint_result(), **change), Console(file=out, width=100, highlight=False))
    return out.getvalue()


def test_the_type_is_told_with_its_reason():
    assert "type: cessation, several sides are bound to stop, and nobody watches it" in shown()


def test_the_strip_has_one_sign_for_each_component():
    line = next(line for line in shown().splitlines() if "specific" in line and "absent" in line)
    assert line.startswith("▓·  █ specific")


def test_a_missing_component_comes_with_its_figure():
    words = " ".join(shown().split())
    assert "171 of 414 ceasefire agreements have it (PA-X v9, about: a body that follows up" in words


def test_each_commitment_has_its_verdict():
    words = shown()
    assert "1 decidable in part · 1 not decidable as written" in words
    assert "decidable in part: missing: access for them" in words


def test_circles_undated_events_and_clashes_are_told():
    words = " ".join(shown().split())
    assert (
        "circle: point_1 “withdraw their heavy weapons” waits for point_2 “All prisoners be released” is part of"
        in words
    )
    assert "(one reading; the words leave it open)" in words
    assert "undated: point_1 “withdraw their heavy weapons” waits for “the bridge”, which has no day" in words
    assert "too early:" in words
    assert "contradictory-deadlines: point_2 two limits" in words


def test_terms_that_need_a_look_are_listed():
    words = " ".join(shown().split())
    assert "defined, not used Bridge Guard" in words
    assert "one thing or two? “The Parties” and “the bridge”" in words


def test_a_result_without_analysis_shows_no_such_sections():
    words = shown(analysis=None)
    assert "COULD A MONITOR DECIDE IT?" not in words
    assert "WHAT WAITS FOR WHAT" not in words
