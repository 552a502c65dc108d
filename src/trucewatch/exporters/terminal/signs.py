"""What a status shows beside the commitments: signs, what stands against each other, timers, loopholes, readings."""

from collections.abc import Iterable, Mapping

from rich.console import Console
from rich.text import Text

from trucewatch.core.case import CaseStatus, OpposedClaims, Signal, Uncorrected
from trucewatch.vocabulary.signals import signal_definitions

from .wording import DASH, QUIET, clip, count_of, day_text, indented, section

KINDS = {"say-say": "says and says otherwise", "split": "split position", "say-do": "says and does otherwise"}


def show_signals(status: CaseStatus, quotes: Mapping[str, str], console: Console) -> None:
    """Each sign with its claims, and those that speak against it."""
    section(console, "Signs of backtracking" if status.signals else "No signs of backtracking in these reports")
    for signal in status.signals:
        indented(console, _signal_line(signal), 2)
        _claims(signal.claims, signal.more_claims, "", quotes, console)
        _claims(signal.counter, signal.more_counter, "against it: ", quotes, console)


def _claims(claims: Iterable[str], more: int, before: str, quotes: Mapping[str, str], console: Console) -> None:
    for claim in claims:
        indented(console, Text(f"{before}{claim}  {quotes.get(claim, '')}".rstrip(), style="italic"), 4)
    if more:
        indented(console, Text(f"{before}and {more:,} older claim{'s' if more > 1 else ''}", style=QUIET), 4)


def sign_names() -> dict[str, str]:
    """What each sign is called, by its code, in order."""
    names: dict[str, str] = {}
    for definition in signal_definitions():
        names.setdefault(definition.code, definition.name)
    return names


def _signal_line(signal: Signal) -> Text:
    line = Text.assemble((f"{signal.code} {sign_names().get(signal.code, '')} ({signal.strength})", "bold yellow"))
    for part in (signal.commitment, signal.actor or signal.side):
        if part:
            line.append(f"  {part}")
    if signal.since:
        line.append(f"  since {day_text(signal.since)}")
    if signal.measure:
        line.append(f"  ({signal.measure})")
    return line


def show_opposed(status: CaseStatus, quotes: Mapping[str, str], console: Console) -> None:
    """Claims that stand against each other, both with their words."""
    if not status.opposed:
        return
    section(console, "What stands against each other")
    for opposed in status.opposed:
        indented(console, _opposed_line(opposed), 2)
        _claims(opposed.claims, opposed.more_claims, "", quotes, console)
        _claims(opposed.against, opposed.more_against, "and yet: ", quotes, console)
    if status.more_opposed:
        indented(console, Text(f"and {status.more_opposed:,} more", style=QUIET), 2)


def _opposed_line(opposed: OpposedClaims) -> Text:
    who = ", ".join(dict.fromkeys((*opposed.actors, *opposed.against_actors)))
    line = Text.assemble((f"{KINDS[opposed.kind]}: {opposed.name}", "bold"), f"  {opposed.commitment}  {who}")
    if opposed.across:
        line.append(f"  (across {', '.join(opposed.across)})")
    if opposed.since:
        line.append(f"  since {day_text(opposed.since)}")
    return line


def show_uncorrected(status: CaseStatus, console: Console) -> None:
    """For how long a narrowing has stood without a word from above."""
    if not status.uncorrected:
        return
    section(console, "Not corrected from above")
    for timer in status.uncorrected:
        indented(console, _timer_line(timer), 2)


def _timer_line(timer: Uncorrected) -> Text:
    who, above = ", ".join(timer.actors), ", ".join(timer.superiors) or f"{DASH} no report names a leader of this side"
    line = Text.assemble((timer.commitment, "bold"), f"  {who}: {count_of(timer.days, 'day')}")
    line.append(f" (at least {timer.hours:,} hours) since {day_text(timer.since)}; above: {above}")
    if timer.looked:
        line.append(f"; silence reported in {', '.join(timer.looked)}")
    return line


def show_loopholes(status: CaseStatus, quotes: Mapping[str, str], console: Console) -> None:
    """Faults of a clause that claims make use of."""
    if not status.loopholes:
        return
    section(console, "Loopholes used")
    for loophole in status.loopholes:
        line = Text.assemble((f"{loophole.code} {loophole.name}", "bold"), f"  {loophole.commitment}  ")
        line.append(f"“{clip(loophole.span.exact, 120)}”: {loophole.use}")
        indented(console, line, 2)
        _claims(loophole.claims, 0, "", quotes, console)


def show_readings(status: CaseStatus, console: Console) -> None:
    """Who reads which clause how, since when, and when the holder said something else."""
    if not status.readings:
        return
    section(console, "Who reads which clause how")
    for reading in status.readings:
        since = f", since {day_text(reading.since)}" if reading.since else ""
        line = Text.assemble((reading.clause, "bold"))
        line.append(f"  {reading.holder or 'the author'}{since}: “{clip(reading.text.exact, 200)}”")
        indented(console, line, 2)
        for switch in reading.switches:
            changed = f"{day_text(switch.on)}: from {switch.before} to {switch.to} [{switch.claim}]"
            indented(console, Text(changed, style="italic"), 4)
