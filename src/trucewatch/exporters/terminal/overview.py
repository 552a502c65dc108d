"""A case with many commitments on a day: each in a few lines, without the reasons."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.case import CaseOverview, CommitmentOverview
from trucewatch.core.dates import Due

from .case import PERFORMANCE_STYLE, READING_STYLE, show_balance
from .signs import sign_names
from .wording import QUIET, clip, count_of, day_text, days_text, due_text, head, indented, section

STRENGTH_STYLE = {"established": "bold red", "signal": "yellow", "watch": QUIET}
LONGEST_TITLE = 200


def show_overview(overview: CaseOverview, heads: Sequence[str], console: Console) -> None:
    """The head, how many commitments stand where, then each of them in the order of the agreements."""
    head(console, *heads)
    _show_counts(overview.commitments, console)
    spoken_of = [one for one in overview.commitments if one.claims]
    others = [one for one in overview.commitments if not one.claims]
    for title, commitments in (("speak to", spoken_of), ("do not speak to", others)):
        if commitments:
            section(console, f"Commitments that the reports {title}")
            console.print(_table(commitments))
    if overview.loose_signs:
        section(console, "Signs of backtracking on no clause")
        console.print(Text("  ").append_text(_signs(overview.loose_signs)))
    _show_names(overview, console)
    show_balance(overview.balance, console)
    console.print()
    console.print(Text("One of them with its reasons: trucewatch why COMMITMENT. All of them: --in-full", style=QUIET))


def _show_counts(commitments: Sequence[CommitmentOverview], console: Console) -> None:
    console.print()
    for axis, styles in (("performance", PERFORMANCE_STYLE), ("reading", READING_STYLE)):
        counts = Counter(getattr(one, axis) for one in commitments)
        line = Text(f"{axis}: ", style=QUIET)
        parts = [Text(f"{counts[value]:,} {_plain(value)}", style=f"not dim {styles.get(value, '')}") for value in
                 sorted(counts, key=lambda value: -counts[value])]  # fmt: skip
        console.print(line.append_text(Text(", ").join(parts)))


def _show_names(overview: CaseOverview, console: Console) -> None:
    """What the signs above are called."""
    seen = {code for signs in (*(one.signs for one in overview.commitments), overview.loose_signs) for code in signs}
    if seen:
        section(console, "What the signs are called")
        named = ", ".join(f"{code} {name}" for code, name in sign_names().items() if code in seen)
        indented(console, Text(named), 2)


def _table(commitments: Iterable[CommitmentOverview]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    for one in commitments:
        table.add_row(one.id, _lines(one))
    return table


def _lines(one: CommitmentOverview) -> Text:
    parts = [
        (_plain(one.performance), PERFORMANCE_STYLE.get(one.performance, "")),
        (_plain(one.reading), READING_STYLE.get(one.reading, "")),
        (f"trend {_plain(one.trend)}", QUIET),
        *([("provisional", "yellow")] if one.provisional else []),
    ]
    if isinstance(one.due, Due):
        facts = Text(f"due {days_text(one.due.earliest, one.due.latest)}")
    else:
        facts = due_text(one.due) or Text("no time limit")
    if one.claims:
        last = f"last {day_text(one.last_evidence_on)}" if one.last_evidence_on else "undated"
        sources = count_of(one.independent_sources, "source")
        facts.append(f" · {last}, {count_of(one.claims, 'claim')} from {sources}")
    facts.stylize(QUIET)
    lines = [Text(" · ").join(Text(*part) for part in parts), Text(clip(one.title, LONGEST_TITLE)), facts]
    return Text("\n").join([*lines, _signs(one.signs)] if one.signs else lines)


def _signs(signs: Mapping[str, str]) -> Text:
    """The codes of the signs by strength, the strongest first."""
    parts = []
    for strength, style in STRENGTH_STYLE.items():
        codes = [code for code, of in signs.items() if of == strength]
        if codes:
            parts.append(Text(f"{strength} {' '.join(codes)}", style=style))
    return Text(" · ").join(parts)


def _plain(code: str) -> str:
    return code.replace("_", " ")
