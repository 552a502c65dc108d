"""The figures of `docs/quality.md`, written between its marks by `make quality ARGS=--write`."""

import re
from collections.abc import Iterator, Mapping

from .hand_check import HandCheck, Verdicts
from .tally import Sheet

_MARKED = re.compile(r"(<!-- figures: (?P<name>[^>]+?) -->\n).*?(<!-- end of figures -->)", re.S)


def with_figures(page: str, tables: Mapping[str, str]) -> str:
    """The page with each named table put between its marks; a name without a table keeps what stands there."""
    return _MARKED.sub(lambda m: f"{m[1]}\n{tables[m['name']]}\n{m[3]}" if m["name"] in tables else m[0], page)


def sheet_table(sheet: Sheet) -> str:
    """A comparison as a table."""
    lines = ["| | precision | recall | F1 | right/wrong/missed |", "|---|---|---|---|---|"]
    for name, tally in sheet.tallies.items():
        counts = f"{tally.right}/{tally.wrong}/{tally.missed}"
        ratios = " | ".join(figure(ratio) for ratio in (tally.precision, tally.recall, tally.f1))
        lines.append(f"| {name} | {ratios} | {counts} |")
    lines += [f"| {name} | | {figure(s.ratio)} | | {s.right} of {s.of} |" for name, s in sheet.shares.items()]
    return "\n".join(lines) + "\n"


def hand_check_table(check: HandCheck) -> str:
    """The verdicts as a table: overall, by severity, by rule."""
    lines = ["| | right | doubtful | wrong | precision |", "|---|---|---|---|---|"]
    for name, v in hand_check_rows(check):
        lines.append(f"| {name} | {v.right} | {v.doubtful} | {v.wrong} | {figure(v.precision)} |")
    return "\n".join(lines) + "\n"


def hand_check_rows(check: HandCheck) -> Iterator[tuple[str, Verdicts]]:
    """Every line of the hand check: the sums first, then each rule, components taken together."""
    yield "all findings", check.overall
    yield "high findings and blockers", check.serious
    for severity in ("blocker", "high", "medium", "low", "info"):
        if severity in check.severities:
            yield f"severity {severity}", check.severities[severity]
    components = Verdicts()
    for code, verdicts in check.rules.items():
        if code.startswith("COMP-"):
            components += verdicts
    if components.judged:
        yield "COMP-*", components
    for code, verdicts in sorted(check.rules.items()):
        if not code.startswith("COMP-"):
            yield code, verdicts


def figure(ratio: float | None) -> str:
    """A ratio with two decimals; a ratio of nothing is a dash."""
    return "—" if ratio is None else f"{ratio:.2f}"
