"""Writes `docs/rules` anew: `PYTHONPATH=src python -m tests.lint.write_pages`."""

from tests.lint.test_pages import DOCS
from trucewatch.lint.pages import rules_markdown


def main() -> None:
    DOCS.mkdir(parents=True, exist_ok=True)
    for name, content in rules_markdown().items():
        (DOCS / name).write_text(content, encoding="utf-8")


if __name__ == "__main__":
    main()
