"""The pages of `docs/rules/`: one for each rule, made from the rule itself."""

from collections.abc import Mapping

from trucewatch.core.model import Rule

from .registry import all_rules


def rules_markdown() -> Mapping[str, str]:
    """File name and content of every page, the index first."""
    rules = all_rules()
    pages = {"README.md": _index(list(rules.values()))}
    return pages | {f"{code}.md": _page(rule) for code, rule in rules.items()}


def _index(rules: list[Rule]) -> str:
    lines = [
        "# Rules",
        "",
        "A finding says that a text can be read in two ways or leaves something open; it does not say that the text is wrong.",
        "",
        "| code | name | severity | what it finds |",
        "|---|---|---|---|",
    ]
    lines += [f"| [{r.code}]({r.code}.md) | {r.name} | {r.severity.value} | {_cell(r.what)} |" for r in rules]
    return "\n".join(lines) + "\n"


def _page(rule: Rule) -> str:
    parts = [
        f"# {rule.code} {rule.name}",
        f"Severity: {rule.severity.value}. Since {rule.since}.",
        "## What it does",
        rule.what,
        "## Why it matters",
        rule.why,
        "## Example",
        f"> {rule.bad}",
        "Better:",
        f"> {rule.good}",
        "## How it can be read",
        "\n".join(f"- {reading}" for reading in rule.readings),
        "## What to do",
        rule.suggestion,
    ]
    if rule.needs:
        parts += ["## What it needs beyond the text", f"{rule.needs[0].upper()}{rule.needs[1:]}."]
    parts += [
        "## To live with it",
        f"`[accepted-ambiguity: {rule.code}, reason, who clears it up, by when]` in the clause keeps the finding in view "
        "and marks it as accepted. Without a body and a date it does not count.",
    ]
    return "\n\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
