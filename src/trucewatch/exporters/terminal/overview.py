"""A case with many commitments on a day: each in a few lines, without the reasons."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.case import CaseOverview, CommitmentOverview

from .case import PERFORMANCE_STYLE, READING_STYLE, show_balance
from .wording import QUIET, clip, count_of, day_text, due_text, head, section

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


def _table(commitments: Iterable[CommitmentOverview]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    for one in commitments:
        table.add_row(one.id, _lines(one))
    return table


def _lines(one: CommitmentOverview) -> Text:
    state = Text(_plain(one.performance), style=PERFORMANCE_STYLE.get(one.performance, ""))
    state.append(" · ").append(_plain(one.reading), style=READING_STYLE.get(one.reading, ""))
    state.append(f" · trend {_plain(one.trend)}", style=QUIET)
    if one.provisional:
        state.append(" · provisional", style="yellow")
    facts = [Text("no time limit") if (due := due_text(one.due, assumptions=False)) is None else due]
    if one.claims:
        last = f"last {day_text(one.last_evidence_on)}" if one.last_evidence_on else "undated"
        sources = count_of(one.independent_sources, "independent source")
        facts.append(Text(f"{last}, {count_of(one.claims, 'claim')} from {sources}"))
    lines = [state, Text(clip(one.title, LONGEST_TITLE)), Text(" · ").join(facts)]
    lines[-1].stylize(QUIET)
    if one.signs:
        lines.append(_signs(one.signs))
    return Text("\n").join(lines)


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
