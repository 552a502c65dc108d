"""The lint rules: a list, and a page for each."""

from collections.abc import Mapping

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.model import Rule

from .wording import flat, gap, indented, section

SEVERITY_STYLE = {"blocker": "bold red", "high": "red", "medium": "yellow", "low": "cyan", "info": "dim"}


def show_rules(rules: Mapping[str, Rule], console: Console) -> None:
    """One line for each rule."""
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for rule in rules.values():
        table.add_row(rule.code, Text(rule.severity.value, style=SEVERITY_STYLE[rule.severity.value]), rule.name)
    console.print(table)
    console.print(f"\n{len(rules)} rules. For one of them: trucewatch explain CODE", style="dim")


def show_rule(rule: Rule, console: Console) -> None:
    """Everything about one rule."""
    console.print(Text.assemble((rule.code, "bold"), f"  {rule.name}"))
    severity = Text(rule.severity.value, style=SEVERITY_STYLE[rule.severity.value])
    console.print(Text.assemble(severity, f", since {rule.since}"))
    if rule.needs:
        console.print(gap(f"needs {rule.needs}"))
    _part(console, "What it finds", rule.what)
    _part(console, "Why it matters", rule.why)
    _part(console, "Found in", f"“{flat(rule.bad)}”")
    _part(console, "Not found in", f"“{flat(rule.good)}”")
    if rule.readings:
        section(console, "How it can be read")
        for number, reading in enumerate(rule.readings, start=1):
            indented(console, Text(f"{number}. {flat(reading)}"), 2)
    _part(console, "Instead", rule.suggestion)
    console.print()
    console.print(f"To live with it: accepted-ambiguity: {rule.code}, reason, who clears it up, by when", style="dim")


def _part(console: Console, title: str, words: str) -> None:
    section(console, title)
    indented(console, Text(flat(words)), 2)
