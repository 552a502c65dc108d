"""Two drafts side by side: each changed provision in both wordings, and what that did to it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from trucewatch.core.drafts import Change, ClauseChange, Direction, Fate, FindingChange, Redraft, Shift
from trucewatch.core.model import Clause
from trucewatch.core.quotes import Span

from .rules import SEVERITY_STYLE
from .wording import DASH, QUIET, clip, count_of, flat, gap, head, indented, section

# Below this width two columns would be too narrow to read.
SIDE_BY_SIDE = 90
_WORD = re.compile(r"\w+|[^\w\s]")
_SIGN = {
    Direction.VAGUER: ("▼ vaguer", "bold red"),
    Direction.MORE_SPECIFIC: ("▲ more specific", "bold green"),
    Direction.OTHER: ("• different", "yellow"),
}
_FATE = {
    Fate.INTRODUCED: ("+ new finding", "red"),
    Fate.RESOLVED: ("- resolved", "green"),
    Fate.CARRIED: ("= still", QUIET),
}


def show_diff(redraft: Redraft, console: Console) -> None:
    """What changed, provision by provision in the order of the new draft; then the whole, and the counts."""
    old, new = redraft.old.agreement, redraft.new.agreement
    head(
        console,
        new.title.exact if new.title else new.document.path,
        f"old: {old.document.path}, {count_of(len(old.clauses), 'clause')}",
        f"new: {new.document.path}, {count_of(len(new.clauses), 'clause')}",
    )
    if not redraft.changed:
        section(console, "Nothing changed")
        return
    if not any(change.old and change.new for change in redraft.clauses):
        console.print(gap("the two texts have no provision in common: are they drafts of one agreement?"))
    section(console, "What changed")
    view = _View(redraft, console)
    for quiet, group in groupby(redraft.clauses, key=view.is_quiet):
        if quiet:
            view.skip(list(group))
        else:
            for change in group:
                view.show(change)
    view.whole()
    _show_counts(redraft, console)


class _View:
    """What the parts of the view share: the drafts, what is said about each provision, and the console."""

    def __init__(self, redraft: Redraft, console: Console) -> None:
        self.redraft = redraft
        self.console = console
        self.shifts: dict[str | None, list[Shift]] = {}
        self.findings: dict[str | None, list[FindingChange]] = {}
        for shift in redraft.shifts:
            # A finding that came or went has a line of its own.
            if shift.what != "finding":
                self.shifts.setdefault(shift.clause, []).append(shift)
        for finding in redraft.findings:
            if finding.fate is not Fate.CARRIED:
                self.findings.setdefault(finding.clause, []).append(finding)

    def is_quiet(self, change: ClauseChange) -> bool:
        """Whether there is nothing to say about the provision."""
        nothing_said = change.id not in self.shifts and change.id not in self.findings
        return nothing_said and change.change is Change.UNCHANGED

    def skip(self, changes: list[ClauseChange]) -> None:
        """One line for provisions that stayed as they are."""
        renumbered = [f"{c.id} is now {c.new.id}" for c in changes if c.renumbered and c.new]
        line = f"{count_of(len(changes), 'provision')} unchanged: {_from_to([c.id for c in changes])}"
        self.console.print()
        self.console.print(Text(line, style=QUIET))
        if renumbered:
            indented(self.console, Text("renumbered: " + ", ".join(renumbered), style=QUIET), 2)

    def show(self, change: ClauseChange) -> None:
        """One provision: its name, both wordings, what the change did."""
        self.console.print()
        self.console.print(_heading(change))
        old, new = self._wordings(change)
        if change.change is Change.UNCHANGED or (change.change is Change.MOVED and not change.reworded):
            indented(self.console, new, 2)
        elif self.console.width >= SIDE_BY_SIDE and change.old and change.new:
            self._side_by_side(old, new)
        else:
            for label, words in (("old", old), ("new", new)):
                if words:
                    self._labelled(label, words)
        self._say(change.id)

    def whole(self) -> None:
        """What concerns the agreement as a whole."""
        if None in self.shifts or None in self.findings:
            section(self.console, "The agreement as a whole")
            self._say(None)

    def _side_by_side(self, old: Text, new: Text) -> None:
        table = Table(box=None, show_header=False, pad_edge=True, padding=(0, 1, 0, 2), expand=True)
        table.add_column(ratio=1)
        table.add_column(ratio=1)
        table.add_row(Text("old", style=QUIET), Text("new", style=QUIET))
        table.add_row(old, new)
        self.console.print(table)

    def _labelled(self, label: str, words: Text) -> None:
        self._line(Text(label, style=QUIET), words)

    def _line(self, label: Text, words: Text) -> None:
        """A label and, beside it, words that keep to their column when they run on."""
        card = Table.grid(padding=(0, 2, 0, 0))
        card.add_column(no_wrap=True)
        card.add_column(ratio=1)
        card.add_row(label, words)
        indented(self.console, card, 2)

    def _wordings(self, change: ClauseChange) -> tuple[Text, Text]:
        """Both wordings with what differs marked; what was split off or taken in is no difference."""
        if change.old and change.new and not change.reworded:
            return Text(_words(change.old)), Text(_words(change.new))
        parts = [c for c in self.redraft.clauses if change.id in (c.split_from, c.merged_into)]
        home = change.split_from or change.merged_into
        parts += [c for c in self.redraft.clauses if home and c.id == home]
        before = _joined(c.old for c in (change, *parts))
        after = _joined(c.new for c in (change, *parts))
        plain = not self.console.is_terminal
        return (
            _marked(_words(change.old), after, "red strike", ("[-", "-]") if plain else ("", "")),
            _marked(_words(change.new), before, "green underline", ("{+", "+}") if plain else ("", "")),
        )

    def _say(self, clause: str | None) -> None:
        for shift in self.shifts.get(clause, ()):
            label, style = _SIGN[shift.direction]
            words = Text(f"{shift.what}: {shift.message}").append_text(_from_what_to_what(shift))
            self._line(Text(label, style=style), words)
        for change in self.findings.get(clause, ()):
            finding = change.new or change.old
            if finding is None:
                continue
            label, style = _FATE[change.fate]
            severity = finding.severity.value
            words = Text.assemble(f"{finding.code} {finding.name} ", (severity, SEVERITY_STYLE[severity]))
            words.append(" (accepted)" if finding.waived else "", style=QUIET)
            if change.fate is Fate.INTRODUCED:
                words.append(f"\n{flat(finding.message)}", style=QUIET)
            self._line(Text(label, style=style), words)


def _heading(change: ClauseChange) -> Text:
    """The stable id, what happened, and where the provision stands now."""
    facts = [change.change.value]
    if change.change is Change.MOVED and change.reworded:
        facts.append("reworded")
    if change.renumbered and change.new:
        facts.append(f"now {change.new.id}")
    if change.change is Change.NEW and change.new and change.new.id != change.id:
        facts.append(f"stands at {change.new.id}")
    if change.split_from:
        facts.append(f"split from {change.split_from}")
    if change.merged_into:
        facts.append(f"merged into {change.merged_into}")
    clause = change.new or change.old
    heading = f"  {flat(clause.heading.exact)}" if clause and clause.heading else ""
    return Text.assemble((change.id, "bold"), heading, (f"  {' · '.join(facts)}", QUIET))


def _words(clause: Clause | None) -> str:
    if clause is None:
        return ""
    return flat(clause.span.exact) if clause.span else flat(clause.heading.exact) if clause.heading else ""


def _joined(clauses: Iterable[Clause | None]) -> str:
    """The wording of several provisions in the order of their draft."""
    return " ".join(_words(c) for c in sorted(filter(None, clauses), key=lambda c: c.start))


def _marked(words: str, other: str, style: str, marks: tuple[str, str]) -> Text:
    """The words, with those marked that the other wording does not have at this place."""
    own = list(_WORD.finditer(words))
    match = SequenceMatcher(None, [word.group() for word in own], _WORD.findall(other), autojunk=False)
    text, at = Text(), 0
    for tag, first, last, _, _ in match.get_opcodes() if other else ():
        if tag != "equal" and last > first:
            start, end = own[first].start(), own[last - 1].end()
            text.append(words[at:start]).append(f"{marks[0]}{words[start:end]}{marks[1]}", style=style)
            at = end
    return text.append(words[at:])


def _from_what_to_what(shift: Shift) -> Text:
    def quoted(span: Span | None) -> str:
        return f"“{clip(span.exact, 120)}”" if span else DASH

    return Text(f"  {quoted(shift.old)} → {quoted(shift.new)}", style="italic")


def _from_to(ids: list[str]) -> str:
    return ids[0] if len(ids) == 1 else f"{ids[0]} to {ids[-1]}"


def _show_counts(redraft: Redraft, console: Console) -> None:
    section(console, "Counts")
    for name, counted in (
        ("provisions", _counts(change.change.value for change in redraft.clauses)),
        ("changes of substance", _counts(shift.direction.value for shift in redraft.shifts)),
        ("findings", _counts(change.fate.value for change in redraft.findings)),
    ):
        line = " · ".join(f"{number} {what}" for what, number in counted)
        console.print(Text(f"{name}: {line or 'none'}"))
    if redraft.retired:
        console.print(Text(f"retired ids, never to be used again: {', '.join(redraft.retired)}", style=QUIET))


def _counts(values: Iterable[str]) -> Iterator[tuple[str, int]]:
    yield from Counter(values).items()
