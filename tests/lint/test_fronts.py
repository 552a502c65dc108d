"""The one rule that the text alone cannot decide: it takes the list of fronts from the user."""

from dataclasses import replace

from tests.lint.reading import agreement_of
from trucewatch.core.model import LintResult
from trucewatch.lint.engine import lint
from trucewatch.lint.registry import all_rules

TEXT = "1. The Parties shall cease fire in the whole region, including Dara and Elm.\n"


def linted(*fronts: str) -> LintResult:
    return lint(replace(agreement_of(TEXT), fronts=fronts), [all_rules()["PLACE004"]])


def test_without_the_list_it_is_said_what_was_not_checked() -> None:
    result = linted()
    assert result.findings == ()
    assert result.not_checked == ("PLACE004 not fully checked: needs the list of active fronts",)


def test_a_front_that_the_text_names_is_no_finding() -> None:
    result = linted("Dara", "ELM")
    assert (result.findings, result.not_checked) == ((), ())


def test_each_front_that_the_text_leaves_out_is_a_finding_of_its_own() -> None:
    result = linted("Dara", "Fenn", "Gorm")
    assert [f.message for f in result.findings] == [
        "Fenn, a front of your list, is not named",
        "Gorm, a front of your list, is not named",
    ]
    assert len({f.fingerprint for f in result.findings}) == 2
