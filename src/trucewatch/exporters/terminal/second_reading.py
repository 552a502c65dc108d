"""What a second reader suggests, set apart from the claims."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.suggestions import UNMATCHED_KINDS, SecondReading, Suggestion

from .wording import QUIET, count_of, flat, indented, section


def show_second_reading(reading: SecondReading, console: Console) -> None:
    """The suggestions, what of the answers is not shown and why, and what went wrong."""
    section(console, "Second reader's suggestions")
    asked = f"{reading.answered} of {count_of(reading.passages, 'passage')} answered"
    indented(console, Text(f"model {reading.model} · {asked} · no claims, and no status rests on them", style=QUIET), 2)
    for suggestion in reading.suggestions:
        console.print()
        _show(suggestion, console)
    if reading.answered and not reading.suggestions:
        indented(console, Text("none"), 2)
    if reading.unmatched:
        console.print()
        indented(console, Text("Not shown, because the text does not bear it out:"), 2)
        for kind, number in reading.unmatched.items():
            indented(console, Text(f"{number}  {UNMATCHED_KINDS[kind]}"), 4)
    for fault in reading.faults:
        indented(console, Text(fault, style="yellow"), 2)


def _show(suggestion: Suggestion, console: Console) -> None:
    speaker = flat(suggestion.speaker.exact) if suggestion.speaker else "the author"
    line = Text.assemble((f"{suggestion.id}  ", QUIET), (speaker, "bold"), "  ", (suggestion.stance, "cyan"))
    line.append(f"  {suggestion.axis}", style=QUIET)
    line.append(f"  agrees with {suggestion.agrees_with}" if suggestion.agrees_with else "  new")
    console.print(line)
    indented(console, Text(f"“{flat(suggestion.quote.span.exact)}”", style="italic"), 4)
    facts = Table.grid(padding=(0, 1))
    facts.add_column(min_width=9, style=QUIET)
    facts.add_column(ratio=1)
    for name, span in (("said", suggestion.said_on), ("about", suggestion.about)):
        if span:
            facts.add_row(name, Text(f"“{flat(span.exact)}”"))
    if facts.row_count:
        indented(console, facts, 4)
