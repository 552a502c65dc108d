"""The generated pages are those that stand in `docs/rules`."""

from pathlib import Path

from trucewatch.lint.pages import rules_markdown
from trucewatch.lint.registry import all_rules

DOCS = Path(__file__).parents[2] / "docs" / "rules"
REMEDY = "run: python -m tests.lint.write_pages"


def test_every_rule_has_its_current_page():
    for name, content in rules_markdown().items():
        path = DOCS / name
        assert path.exists(), f"{path} is missing; {REMEDY}"
        assert path.read_text(encoding="utf-8") == content, f"{path} is not current; {REMEDY}"


def test_no_page_is_left_over_from_a_rule_that_is_gone():
    assert {path.name for path in DOCS.glob("*.md")} == set(rules_markdown())


def test_a_page_shows_what_a_drafter_asks():
    page = rules_markdown()["TIME002.md"]
    rule = all_rules()["TIME002"]
    for words in (rule.what, rule.why, rule.bad, rule.good, rule.suggestion, *rule.readings):
        assert words in page
