"""How values read in running text: spans on one line, dates with their doubts, gaps with their reasons."""

import re
from calendar import month_abbr
from collections.abc import Iterable
from datetime import date

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from trucewatch.core.dates import CannotCompute, Due, When, edtf_range
from trucewatch.core.model import Count, Document, Missing, Previous, Slot
from trucewatch.core.quotes import Span

DASH = "—"
QUIET = "dim"
# How much of the words that a day was computed from is shown.
_FROM = 60
# A day or a month of an unknown year.
_DAY_AND_MONTH = re.compile(r"XXXX-(?P<month>\d\d)(?:-(?P<day>\d\d))?")


def flat(words: str) -> str:
    """The words on one line."""
    return " ".join(words.split())


def clip(words: str, limit: int) -> str:
    """The words on one line, cut at a word's end where they run over the limit."""
    line = flat(words)
    if len(line) <= limit:
        return line
    return line[: limit - 2].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def gap(reason: str) -> Text:
    """An em dash and why nothing stands here."""
    return Text(f"{DASH} {reason}", style=QUIET)


def slot_text(slot: Slot, limit: int = 400) -> Text:
    """The slot's spans, or a dash with the reason."""
    if isinstance(slot, Missing):
        return gap(slot.reason)
    return Text(clip("; ".join(flat(span.exact) for span in slot), limit))


def day_text(day: date | None) -> str:
    return "?" if day is None else f"{day.day} {day:%b %Y}"


def days_text(earliest: date | None, latest: date | None) -> str:
    """One day, or the days between which something lies."""
    if earliest == latest:
        return day_text(earliest)
    if earliest is None:
        return f"by {day_text(latest)}"
    return f"from {day_text(earliest)}" if latest is None else f"{day_text(earliest)} to {day_text(latest)}"


def figure_text(figure: Count | Previous) -> str:
    """The figure with its qualifier: "about 400"."""
    how = "" if figure.qualifier == "exact" else f"{figure.qualifier.replace('_', ' ')} "
    return f"{how}{figure.value}"


def when_text(when: When | Missing | None) -> Text:
    """The date as known, with the words that a computed one comes from; a conflict is shown, not settled."""
    if when is None:
        return gap("no date")
    if isinstance(when, Missing):
        return gap(when.reason)
    text = Text(_days_of(when.edtf, when.earliest, when.latest))
    if when.computed and when.spans:
        words = "; ".join(dict.fromkeys(f"“{clip(span.exact, _FROM)}”" for span in when.spans))
        text.append(f", from {words}", style=QUIET)
    if when.conflict:
        others = ", ".join(_reading(edtf) for edtf in when.alternatives)
        text.append(f" (the text also says {others})", style="yellow")
    return text


def _reading(edtf: str) -> str:
    """Another reading of a date, as days where it names any."""
    return _days_of(edtf, *edtf_range(edtf))


def _days_of(edtf: str, earliest: date | None, latest: date | None) -> str:
    """The days of an expression; of an unknown year day and month: "12 May, no year given"."""
    if earliest or latest:
        return days_text(earliest, latest)
    parts = [_DAY_AND_MONTH.fullmatch(part) for part in edtf.split("/")]
    told = [f"{part['day'] or ''} {month_abbr[int(part['month'])]}".lstrip(" 0") for part in parts if part is not None]
    return f"{' to '.join(told)}, no year given" if len(told) == len(parts) else edtf


def due_text(due: Due | CannotCompute | None, *, assumptions: bool = True) -> Text | None:
    """The computed days, or why there are none; None for a duty without a time limit."""
    if due is None:
        return None
    if isinstance(due, CannotCompute):
        return Text(f"no day can be computed: {due.reason}", style="yellow")
    text = Text(f"= {days_text(due.earliest, due.latest)}, computed")
    return text.append(f" ({'; '.join(due.assumes)})", style=QUIET) if due.assumes and assumptions else text


def head(console: Console, title: str, *facts: str) -> None:
    """The top of a view: what it is about, and a line of facts."""
    console.print(Text(clip(title, 3 * console.width), style="bold"))
    console.print(Text(" · ".join(fact for fact in facts if fact), style=QUIET))


def section(console: Console, title: str) -> None:
    console.print()
    console.print(Text(title.upper(), style="bold cyan"))


def indented(console: Console, what: RenderableType, left: int) -> None:
    """Print with every line moved to the right."""
    console.print(Padding(what, (0, 0, 0, left), expand=False))


def flags(console: Console, document: Document) -> None:
    """What a reader should know about the document itself, with its evidence."""
    for flag in document.flags:
        line = Text.assemble(("note  ", "yellow"), flag.message)
        if flag.evidence:
            line.append("  " + quoted(flag.evidence, 120), style=QUIET)
        console.print(line)


def quoted(spans: Iterable[Span], limit: int) -> str:
    return " ".join(f"“{clip(span.exact, limit)}”" for span in spans)


def count_of(number: int, one: str, many: str = "") -> str:
    """`1 clause`, `2 clauses`, `2,000 clauses`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
