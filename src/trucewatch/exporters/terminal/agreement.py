"""An agreement as a careful colleague would hand it back: what it asks for, then the marked-up clauses."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from types import MappingProxyType
from typing import NamedTuple

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.dates import Due
from trucewatch.core.model import Agreement, Clause, Commitment, Finding, Level, LintResult, Missing, Severity
from trucewatch.core.quotes import Span

from .drafts import show_known, wording_line
from .rules import SEVERITY_STYLE
from .whole import show_components, show_type, show_whole
from .wording import DASH, QUIET, clip, count_of, due_text, flags, flat, gap, head, indented, section, slot_text

# The six questions of a monitor, in the order in which they are asked.
QUESTIONS = {
    "who": "bearer",
    "what": "action",
    "when": "deadline",
    "where": "place",
    "verified by": "verifier",
    "else what": "consequence",
}
# Below this width six columns would be too narrow to read.
TABLE_WIDTH = 110
NO_NAMES: Mapping[str, str] = MappingProxyType({})


class Note(NamedTuple):
    """A finding with the number that stands in the marked-up text."""

    number: int
    finding: Finding


def show_lint(result: LintResult, console: Console, component_names: Mapping[str, str] = NO_NAMES) -> None:
    """The agreement's title, commitments, marked-up clauses, components by name, and counts."""
    agreement = result.agreement
    head(
        console,
        agreement.title.exact if agreement.title else agreement.document.path,
        agreement.document.path,
        count_of(len(agreement.clauses), "clause"),
        count_of(len(agreement.commitments), "commitment"),
    )
    flags(console, agreement.document)
    if result.analysis:
        show_type(result.analysis.type, console)
    _show_anchors(agreement, console)
    _show_commitments(agreement, console)
    _show_findings(result, console)
    if result.components:
        kind = result.analysis.type.type.value if result.analysis else "unknown"
        show_components(result.components, component_names, agreement, kind, console)
    if result.analysis:
        show_whole(result.analysis, agreement, console)
    _show_counts(result, console)


def _show_anchors(agreement: Agreement, console: Console) -> None:
    for anchor in agreement.anchors.values():
        line = f"day to count from: {anchor.kind} {anchor.when.edtf}, given by {anchor.given_by}"
        console.print(Text(line, style=QUIET))


# --------------------------------------------------------------------------- what the agreement asks for


def _show_commitments(agreement: Agreement, console: Console) -> None:
    if not agreement.commitments:
        return
    section(console, "What it asks for")
    if console.width >= TABLE_WIDTH:
        _show_table(agreement, console)
    else:
        _show_cards(agreement, console)


def _show_table(agreement: Agreement, console: Console) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style=QUIET, expand=True)
    table.add_column("clause", width=15, overflow="fold")
    for question in QUESTIONS:
        table.add_column(question, ratio=4 if question in ("what", "when") else 3)
    shown = ""
    for commitment in agreement.commitments:
        label = f"{commitment.clause}\n" if commitment.clause != shown else ""
        shown = commitment.clause
        cells = [_answer(commitment, question, assumptions=False) for question in QUESTIONS]
        table.add_row(Text(label).append(commitment.modality.value, style=QUIET), *cells)
    console.print(table)
    for commitment in agreement.commitments:
        # In a narrow column these would push everything else apart.
        if isinstance(commitment.due, Due) and commitment.due.assumes:
            due = due_text(commitment.due) or Text()
            console.print(Text.assemble((f"{commitment.clause}  ", QUIET), due))


def _show_cards(agreement: Agreement, console: Console) -> None:
    shown = ""
    for commitment in agreement.commitments:
        if commitment.clause != shown:
            shown = commitment.clause
            console.print()
            console.print(Text(shown, style="bold"))
        card = Table.grid(padding=(0, 1))
        card.add_column(min_width=11, style=QUIET)
        card.add_column(ratio=1)
        unanswered = []
        for question, name in QUESTIONS.items():
            slot = getattr(commitment.slots, name)
            if isinstance(slot, Missing) and not (question == "when" and commitment.due):
                unanswered.append(f"{question}: {slot.reason}")
            else:
                card.add_row(question, _answer(commitment, question))
        console.print(Text(f"  {commitment.modality.value}", style="italic"))
        indented(console, card, 4)
        if unanswered:
            indented(console, Text(f"{DASH} " + "; ".join(unanswered), style=QUIET), 4)


def _answer(commitment: Commitment, question: str, *, assumptions: bool = True) -> Text:
    text = slot_text(getattr(commitment.slots, QUESTIONS[question]))
    if question == "what":
        text = _action(commitment)
    if question == "when" and (due := due_text(commitment.due, assumptions=assumptions)):
        text = text.append("\n").append_text(due)
    return text


def _action(commitment: Commitment) -> Text:
    """Verb and object together, in the order of the text; the action alone when they overlap."""
    parts = [slot for slot in (commitment.slots.action, commitment.slots.object) if not isinstance(slot, Missing)]
    spans = sorted({span for slot in parts for span in slot})
    if not spans:
        return slot_text(commitment.slots.action)
    text, end = Text(), 0
    for span in _outermost(spans):
        between = "" if not text else " " if span.start - end <= 1 else " … "
        text.append(between + flat(span.exact))
        end = span.end
    return text


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.end > kept[-1].end:
            kept.append(span)
    return kept


# --------------------------------------------------------------------------- the marked-up copy


def _show_findings(result: LintResult, console: Console) -> None:
    if not result.findings:
        section(console, "No findings")
        return
    section(console, "Where a party can slip through")
    clauses = {clause.id: clause for clause in result.agreement.clauses}
    order = {clause_id: place for place, clause_id in enumerate(clauses)}
    # By clause as the text has them; what concerns the agreement as a whole comes last.
    findings = sorted(result.findings, key=lambda finding: order.get(finding.clause or "", len(order)))
    notes = [Note(number, finding) for number, finding in enumerate(findings, start=1)]
    explained: dict[tuple[object, ...], int] = {}
    for clause_id, group in groupby(notes, key=lambda note: note.finding.clause):
        console.print()
        _show_clause(clauses.get(clause_id or ""), list(group), result, explained, console)


def _show_clause(
    clause: Clause | None,
    notes: Sequence[Note],
    result: LintResult,
    explained: dict[tuple[object, ...], int],
    console: Console,
) -> None:
    if clause is None:
        console.print(Text("the agreement as a whole", style="bold"))
    else:
        heading = f"  {flat(clause.heading.exact)}" if clause.heading else ""
        console.print(Text.assemble((clause.id, "bold"), heading))
        if clause.span:
            indented(console, _marked(result.agreement.document.original, clause.span, notes), 2)
    for note in notes:
        _show_note(note, explained, console)


def _marked(original: str, span: Span, notes: Sequence[Note]) -> Text:
    """The clause's words with the quoted words underlined and the note's number after them."""
    inside = [n for n in notes if span.start <= n.finding.span.start and n.finding.span.end <= span.end]
    marks = [(note.finding.span.end, note.number) for note in inside]
    findings = [note.finding for note in inside]
    edges = sorted({span.start, span.end} | {edge for f in findings for edge in (f.span.start, f.span.end)})
    text = Text()
    for start, end in pairwise(edges):
        covered = any(f.span.start <= start and end <= f.span.end for f in findings)
        # Line ends inside a clause are only wraps; one space stands for any run of them.
        text.append(re.sub(r"\s+", " ", original[start:end]), style="underline" if covered else "")
        ends = "".join(f"[{number}]" for at, number in marks if at == end)
        text.append(ends, style="bold magenta")
    return text


def _show_note(note: Note, explained: dict[tuple[object, ...], int], console: Console) -> None:
    """The finding with its readings; when an earlier note has the same ones, a pointer to it."""
    number, finding = note
    severity = finding.severity.value
    label = f"  {finding.code} {finding.name}"
    line = Text.assemble((f"[{number}] ", "bold magenta"), (severity, SEVERITY_STYLE[severity]), (label, "bold"))
    indented(console, line, 2)
    words, message = flat(finding.span.exact), flat(finding.message)
    if finding.clause and words not in message:
        indented(console, Text(f"“{clip(words, 200)}”", style="italic"), 6)
    indented(console, Text(message), 6)
    first = explained.setdefault((finding.code, finding.readings, finding.suggestion), number)
    if first != number:
        indented(console, Text(f"readings and remedy as at [{first}]", style=QUIET), 6)
    else:
        for letter, reading in zip("abcdefgh", finding.readings, strict=False):
            indented(console, Text(f"reading {letter}: {flat(reading)}"), 6)
        if finding.suggestion:
            indented(console, Text(f"instead: {flat(finding.suggestion)}", style="green"), 6)
    if finding.wording:
        indented(console, wording_line(finding.wording), 6)
    if finding.waived:
        waiver = finding.waived
        indented(console, gap(f"accepted: {waiver.reason}; {waiver.by} clears it up by {waiver.until}"), 6)


# --------------------------------------------------------------------------- components and counts


def _show_counts(result: LintResult, console: Console) -> None:
    """Counts by severity and by component level. There is no score: a number would hide the words."""
    live = Counter(finding.severity for finding in result.findings if not finding.waived)
    waived = sum(1 for finding in result.findings if finding.waived)
    section(console, "Counts")
    line = Text()
    for severity in Severity:
        if live[severity]:
            line.append(" · " if line else "").append(f"{live[severity]} {severity.value}", SEVERITY_STYLE[severity])
    line.append(f" · {waived} accepted" if waived else "", style=QUIET)
    console.print(line if line else Text("no findings"))
    levels = Counter(component.level for component in result.components)
    if levels:
        covered = " · ".join(f"{levels[level]} {level.value}" for level in Level if levels[level])
        console.print(Text(f"components: {covered}", style=QUIET))
    for note in result.not_checked:
        console.print(gap(note))
    show_known(result, console)
