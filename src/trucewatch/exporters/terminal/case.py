"""A case on a day: where each commitment stands, why, what would change it, and the signs of backtracking."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.case import Balance
from trucewatch.core.model import Agreement, CaseStatus, Claim, CommitmentStatus, Report

from .signs import show_loopholes, show_opposed, show_readings, show_signals, show_uncorrected
from .wording import DASH, QUIET, clip, count_of, day_text, due_text, flat, gap, head, indented, section

_RULE = re.compile(r"(?:[RPT]\d+|REG) \w+: ")
# Colour says how much needs attention, not who is right.
PERFORMANCE_STYLE = {
    "fulfilled": "green",
    "no_verified_violation": "green",
    "claimed": "cyan",
    "in_progress": "cyan",
    "alleged": "yellow",
    "overdue_unknown": "yellow",
    "missed": "red",
    "breached": "bold red",
    "suspended": "red",
    "withdrawn": "bold red",
}
READING_STYLE = {"agreed": "green", "contested": "yellow", "disputed_existence": "red"}


def show_status(status: CaseStatus, agreement: Agreement, reports: Sequence[Report], console: Console) -> None:
    """Commitments with their state and reasons, signals, rival readings, and the balance of sources."""
    head(
        console,
        agreement.title.exact if agreement.title else agreement.document.path,
        f"as of {day_text(status.as_of)}",
        f"as known on {day_text(status.known_by)}",
        count_of(len(reports), "report"),
    )
    quotes = {name: _said(c, report) for report in reports for c in report.claims for name in _names(c, report)}
    show_standing(status, quotes, console)


def show_standing(status: CaseStatus, quotes: Mapping[str, str], console: Console) -> None:
    """Everything below the head; `quotes` gives a line for each claim that a sign rests on."""
    _show_commitments(status, console)
    show_signals(status, quotes, console)
    show_opposed(status, quotes, console)
    show_uncorrected(status, console)
    show_loopholes(status, quotes, console)
    show_readings(status, console)
    show_balance(status.balance, console)


def _names(claim: Claim, report: Report) -> tuple[str, str]:
    """What a status may call the claim: its id, or the report's file name and the id."""
    return claim.id, f"{PurePath(report.document.path).stem}#{claim.id}"


def _said(claim: Claim, report: Report) -> str:
    names = {actor.id: flat(actor.name.exact) for actor in report.actors}
    speaker = names.get(claim.speaker, claim.speaker) if claim.speaker else "the author"
    return f"{speaker}: “{clip(claim.quote.span.exact, 160)}” ({claim.stance}, {report.document.path})"


def _show_commitments(status: CaseStatus, console: Console) -> None:
    with_evidence = [c for c in status.commitments if c.claims]
    without = [c for c in status.commitments if not c.claims]
    if with_evidence:
        section(console, "Commitments that the reports speak to")
    for commitment in with_evidence:
        console.print()
        _show_commitment(commitment, console)
    if without:
        section(console, "Commitments without evidence in these reports")
        table = Table(box=None, pad_edge=True, show_header=False, padding=(0, 1))
        for commitment in without:
            due = due_text(commitment.due, assumptions=False)
            title = Text(clip(commitment.title, 200))
            if due:
                title.append("  ").append_text(due)
            table.add_row(Text(commitment.id), _state(commitment), title)
        console.print(table)


def _show_commitment(commitment: CommitmentStatus, console: Console) -> None:
    console.print(Text.assemble((commitment.id, "bold"), f"  {flat(commitment.title)}"))
    facts = Table.grid(padding=(0, 1))
    facts.add_column(min_width=12, style=QUIET)
    facts.add_column(ratio=1)
    facts.add_row("reading", Text(_plain(commitment.reading), style=READING_STYLE.get(commitment.reading, "")))
    facts.add_row("performance", _state(commitment))
    facts.add_row("trend", Text(_plain(commitment.trend)))
    due = due_text(commitment.due)
    facts.add_row("due", due if due else gap("no time limit"))
    last = day_text(commitment.last_evidence_on) if commitment.last_evidence_on else f"{DASH} undated"
    sides = ", ".join(f"{side} {number}" for side, number in commitment.by_side.items())
    sources = count_of(commitment.independent_sources, "independent source")
    ago = f" ({count_of(commitment.days_since_evidence, 'day')} before)" if commitment.days_since_evidence else ""
    facts.add_row("evidence", Text(f"last {last}{ago}; {sources}" + (f" ({sides})" if sides else "")))
    for label, reasons in (("why", commitment.why), ("would change", commitment.would_change)):
        for number, reason in enumerate(reasons):
            facts.add_row("" if number else label, _reason(reason))
    facts.add_row("claims", Text(", ".join(_graded(claim, commitment) for claim in commitment.claims)))
    facts.add_row("rule", Text(commitment.rule, style=QUIET))
    indented(console, facts, 2)


def _graded(claim: str, commitment: CommitmentStatus) -> str:
    """The claim with its two grades: that it was said, and that it is true."""
    grades = commitment.grades.get(claim, {})
    return f"{claim} ({grades.get('said', DASH)}/{grades.get('true', DASH)})" if grades else claim


def _reason(line: str) -> Text:
    """A rule stands out from what it rests on."""
    return Text(line, style="bold" if _RULE.match(line) else "")


def _state(commitment: CommitmentStatus) -> Text:
    return Text(_plain(commitment.performance), style=PERFORMANCE_STYLE.get(commitment.performance, ""))


def show_balance(sides: Sequence[Balance], console: Console) -> None:
    """How many claims and sources stand behind each side's picture."""
    if not sides:
        return
    section(console, "Whose words these are")
    for balance in sides:
        claims, sources = count_of(balance.claims, "claim"), count_of(balance.sources, "source")
        indented(console, Text(f"{balance.side}: {claims} from {sources}"), 2)


def _plain(code: str) -> str:
    return code.replace("_", " ")
