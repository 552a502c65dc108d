"""The agreement as a whole, for people: its type, checklist, terms, order, and what a monitor could decide."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.analysis import Analysis, NearMiss, Order, Step, Term, Terms, TypeReading, Verdict, Verifiability
from trucewatch.core.model import Agreement, Commitment, ComponentCoverage, Level, Missing
from trucewatch.vocabulary.frequencies import how_common

from .wording import DASH, QUIET, clip, count_of, flat, section

LEVEL_STYLE = {"specific": "green", "vague": "yellow", "mentioned": "yellow", "absent": "red", "not-applicable": QUIET}
# One sign for each level, so that the strip reads without colour.
LEVEL_SIGN = {"specific": "█", "vague": "▓", "mentioned": "░", "absent": "·", "not-applicable": " "}
VERDICT_STYLE = {
    Verdict.DECIDABLE: "green",
    Verdict.IN_PART: "yellow",
    Verdict.NOT_AS_WRITTEN: "red",
    Verdict.NOT_FOR_A_MONITOR: QUIET,
}
_LINKS = {"part": "is part of", "is": "is"}
_MOST = 12


def show_type(reading: TypeReading, console: Console) -> None:
    """One line: the type and why."""
    console.print(Text.assemble(("type: ", QUIET), (reading.type.value, "bold"), (f", {reading.because}", QUIET)))


def show_components(
    components: Sequence[ComponentCoverage], names: Mapping[str, str], agreement: Agreement, kind: str, console: Console
) -> None:
    """The strip, and a table by level; what is missing comes with how common it is elsewhere."""
    section(console, "Components")
    strip = Text()
    for component in components:
        strip.append(LEVEL_SIGN[component.level.value], LEVEL_STYLE[component.level.value])
    meaning = "  ".join(f"{sign or ' '} {level}" for level, sign in LEVEL_SIGN.items() if sign.strip())
    console.print(strip.append(f"  {meaning}", QUIET), soft_wrap=True)
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for level in Level:
        for component in (c for c in components if c.level is level):
            where = ", ".join(dict.fromkeys(clause_at(agreement, span.start) for span in component.evidence))
            told = where if level in (Level.SPECIFIC, Level.VAGUE) else _common(component, kind, where)
            state = Text(level.value, LEVEL_STYLE[level.value])
            table.add_row(component.id, state, names.get(component.id, ""), told or DASH)
    console.print(table)


def _common(component: ComponentCoverage, kind: str, where: str) -> str:
    if component.level is Level.NOT_APPLICABLE:
        return ""
    figure = how_common(component.id, kind)
    elsewhere = (
        f"{figure.having} of {figure.of} {figure.among} agreements have it ({figure.source}, about: {figure.stands_for})"
        if figure
        else "no figure on how common it is"
    )
    return f"{where}; {elsewhere}" if where else elsewhere


def clause_at(agreement: Agreement, start: int) -> str:
    """The clause whose words or heading hold the place in the original text."""
    for clause in agreement.clauses:
        for place, words in (("", clause.span), (" (heading)", clause.heading)):
            if words and words.start <= start < words.end:
                return clause.id + place
    return f"character {start}"


def show_whole(analysis: Analysis, agreement: Agreement, console: Console) -> None:
    """Verifiability, order and terms, each in its section."""
    _show_verifiability(analysis.verifiability, agreement, console)
    _show_order(analysis.order, console)
    _show_terms(analysis.terms, agreement, console)


def _show_verifiability(items: Sequence[Verifiability], agreement: Agreement, console: Console) -> None:
    if not items:
        return
    section(console, "Could a monitor decide it?")
    counts = Counter(item.verdict for item in items)
    console.print(Text(" · ".join(f"{counts[v]} {v.value}" for v in Verdict if counts[v]), QUIET))
    commitments = {commitment.id: commitment for commitment in agreement.commitments}
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(min_width=12, overflow="fold")
    table.add_column(ratio=2)
    table.add_column(ratio=3)
    for item in items:
        commitment = commitments[item.commitment]
        table.add_row(
            commitment.clause,
            clip(_act(commitment), 60),
            Text(item.verdict.value, VERDICT_STYLE[item.verdict]).append(f": {flat(item.because)}", QUIET),
        )
    console.print(table)


def _act(commitment: Commitment) -> str:
    slots = (commitment.slots.action, commitment.slots.object)
    spans = sorted(span for slot in slots if not isinstance(slot, Missing) for span in slot)
    return " … ".join(flat(span.exact) for span in spans) or flat(commitment.span.exact)


def _show_order(order: Order, console: Console) -> None:
    if not order.waits and not order.clashes:
        return
    section(console, "What waits for what")
    for circle in order.circles:
        line = _name(order.step(circle.waits[0].waiter))
        for wait in circle.waits:
            line += f" {_LINKS.get(wait.kind, 'waits for')} {_name(order.step(wait.awaited))}"
        open_ = "" if all(wait.certain for wait in circle.waits) else " (one reading; the words leave it open)"
        console.print(Text("circle: ", "bold red").append(f"{line}{open_}", "default"))
        for wait in circle.waits:
            console.print(Text(f"  “{clip(wait.span.exact, 100)}”", "italic"))
    for undated in order.undated:
        line = f"{_name(order.step(undated.duty))} waits for {_name(order.step(undated.event))}, which has no day"
        console.print(Text("undated: ", "yellow").append(line, "default"))
    for early in order.too_early:
        line = f"{_name(order.step(early.wait.waiter))} is due by {early.due}, but what it waits for comes {early.not_before} at the earliest"
        console.print(Text("too early: ", "red").append(line, "default"))
    for clash in order.clashes:
        console.print(Text(f"{clash.kind}: ", "red").append(f"{clash.clause or ''}  {flat(clash.says)}", "default"))
    held = len({wait.waiter for wait in order.waits})
    console.print(Text(f"{count_of(held, 'step')} wait for another; as a picture: trucewatch graph FILE", QUIET))


def _name(step: Step) -> str:
    return f"{step.clause} “{step.name}”" if step.clause else f"“{step.name}”"


def _show_terms(terms: Terms, agreement: Agreement, console: Console) -> None:
    rows = [
        ("defined, not used", _listed(term.term for term in terms.unused)),
        ("used, not introduced", _listed(_with_place(term, agreement) for term in terms.undefined)),
        ("one thing or two?", _listed(_pair(near) for near in terms.near_misses)),
        ("two long forms", _listed(_pair(near) for near in terms.two_meanings)),
    ]
    if not any(shown for _, shown in rows):
        return
    section(console, "Terms")
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for label, shown in rows:
        if shown:
            table.add_row(Text(label, QUIET), shown)
    console.print(table)


def _with_place(term: Term, agreement: Agreement) -> str:
    return f"{term.term} ({clause_at(agreement, term.uses[0].start)})" if term.uses else term.term


def _pair(near: NearMiss) -> str:
    return f"“{flat(near.one.exact)}” and “{flat(near.other.exact)}” ({near.why})"


def _listed(words: Iterable[str]) -> str:
    found = list(words)
    more = f"; and {len(found) - _MOST} more" if len(found) > _MOST else ""
    return "; ".join(found[:_MOST]) + more
