"""Compares two drafts: what became of each provision, what became vaguer, which findings came and went."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from trucewatch.core.drafts import Change, ClauseChange, Direction, Fate, FindingChange, Redraft, Shift
from trucewatch.core.model import Agreement, Clause, Finding, LintResult, Severity

from .align import Alignment, align, times, words_of
from .sentences import own_words
from .shifts import Comparison, Side, duties_of, find_shifts
from .stable_ids import IdHistory, fresh

# What these rules find is a slip of the text's outer form, and says nothing about how far a duty binds.
_FORMAL = ("XREF", "TEXT")
_ITEM_END = re.compile(r"(?:[;,.]|\s(?:and|or))+$")


def compare(old: LintResult, new: LintResult, history: IdHistory | None = None, name: str = "the id file") -> Redraft:
    """Two drafts, provision by provision.

    `history` has the ids of earlier drafts; `name` is what messages call it. Raises BadInput when it
    knows other drafts but not the old one.
    """
    history = history or IdHistory({})
    before = history.of(old.agreement, name)
    alignment = align(old.agreement, new.agreement)
    after = _new_ids(old.agreement, new.agreement, alignment, before, history)
    clauses = tuple(_clause_changes(old.agreement, new.agreement, alignment, before, after))
    findings = _same_elsewhere(tuple(_finding_changes(old, new, clauses, before, after)), old.agreement, clauses)
    shifts = list(_provision_shifts(old.agreement, new.agreement, clauses))
    lost = {shift.clause for shift in shifts if shift.direction is Direction.VAGUER}
    shifts += _finding_shifts(findings, clauses, lost)
    gone = (history.used | set(before.values())) - set(after.values())
    return Redraft(old, new, clauses, tuple(shifts), findings, after, tuple(sorted(gone)))


def _new_ids(
    old: Agreement, new: Agreement, alignment: Alignment, before: Mapping[str, str], history: IdHistory
) -> dict[str, str]:
    """The stable id of each clause of the new draft, in its order."""
    known = history.drafts.get(new.document.sha256)
    if known is not None:
        return dict(known)
    partner = {j: i for i, j in alignment.pairs}
    used = set(history.used | set(before.values()))
    ids: dict[str, str] = {}
    for j, clause in enumerate(new.clauses):
        kept = before.get(old.clauses[partner[j]].id) if j in partner else None
        ids[clause.id] = kept or fresh(clause.id, used)
        used.add(ids[clause.id])
    return ids


def _clause_changes(
    old: Agreement, new: Agreement, alignment: Alignment, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[ClauseChange]:
    """The provisions in the order of the new draft; deleted ones stand after the one they followed."""
    partner = {j: i for i, j in alignment.pairs}
    kept = {i for i, _ in alignment.pairs}
    deleted_after: dict[int, list[int]] = {}
    last = -1
    for i in range(len(old.clauses)):
        if i in kept:
            last = i
        else:
            deleted_after.setdefault(last, []).append(i)

    def deleted(i: int) -> Iterator[ClauseChange]:
        for gone in deleted_after.get(i, ()):
            clause = old.clauses[gone]
            home = alignment.merged.get(gone)
            into = after[new.clauses[home].id] if home is not None else None
            yield ClauseChange(before[clause.id], Change.DELETED, clause, None, merged_into=into)

    yield from deleted(-1)
    for j, clause in enumerate(new.clauses):
        if j not in partner:
            origin = alignment.split.get(j)
            split = before[old.clauses[origin].id] if origin is not None else None
            yield ClauseChange(after[clause.id], Change.NEW, None, clause, split_from=split)
            continue
        i = partner[j]
        reworded = _text(old, old.clauses[i]) != _text(new, clause)
        moved = (i, j) in alignment.moved
        change = Change.MOVED if moved else Change.REWORDED if reworded else Change.UNCHANGED
        yield ClauseChange(after[clause.id], change, old.clauses[i], clause, reworded)
        yield from deleted(i)


def _text(agreement: Agreement, clause: Clause) -> tuple[str, str]:
    """Heading and words as they read; where lines end, and what ends an item of a list, makes no difference."""
    heading = clause.heading.exact if clause.heading else ""
    return " ".join(heading.split()), _ITEM_END.sub("", own_words(agreement, clause))


# --------------------------------------------------------------------------- shifts


def _provision_shifts(old: Agreement, new: Agreement, changes: tuple[ClauseChange, ...]) -> Iterator[Shift]:
    home = _homes(changes)
    for change in changes:
        if change.id in home:
            continue
        parts = [part for part in changes if home.get(part.id, part.id) == change.id]
        before = Side(old, tuple(part.old for part in parts if part.old))
        after = Side(new, tuple(part.new for part in parts if part.new))
        if change.change is Change.DELETED:
            yield from duties_of(before, change.id, dropped=True)
        elif change.change is Change.NEW:
            yield from duties_of(after, change.id, dropped=False)
        else:
            yield from find_shifts(Comparison(change.id, before, after))


def _homes(changes: tuple[ClauseChange, ...]) -> dict[str, str]:
    """The stable id of the provision that a split or merged one is compared with."""
    return {change.id: home for change in changes if (home := change.split_from or change.merged_into)}


def _finding_shifts(
    findings: tuple[FindingChange, ...], changes: tuple[ClauseChange, ...], lost: set[str | None]
) -> Iterator[Shift]:
    """Findings that came or went in a provision that both drafts have; `lost` are those that lost something."""
    in_both = {change.id for change in changes if change.old and change.new} | {None}
    for change in findings:
        finding = change.new or change.old
        if finding is None or change.fate is Fate.CARRIED or change.clause not in in_both or not _weighs(finding):
            continue
        label = f"{finding.code} {finding.name}"
        if change.fate is Fate.INTRODUCED:
            yield Shift(Direction.VAGUER, "finding", f"{label} is new", change.clause, None, finding.span)
        else:
            # A gap may also be gone because the words around it are.
            direction = Direction.OTHER if change.clause in lost else Direction.MORE_SPECIFIC
            yield Shift(direction, "finding", f"{label} is resolved", change.clause, finding.span, None)


def _weighs(finding: Finding) -> bool:
    return not finding.code.startswith(_FORMAL) and finding.severity is not Severity.INFO and finding.waived is None


# --------------------------------------------------------------------------- findings


@dataclass(frozen=True, slots=True)
class _Placed:
    """A finding with the stable id of its provision, or of the one that this was split from or merged into."""

    finding: Finding
    clause: str | None
    home: str | None


def _finding_changes(
    old: LintResult,
    new: LintResult,
    changes: tuple[ClauseChange, ...],
    before: Mapping[str, str],
    after: Mapping[str, str],
) -> Iterator[FindingChange]:
    """Every finding of either draft, in the order of the new one and then those that went."""
    home = _homes(changes)
    left = [_place(finding, before, home) for finding in old.findings]
    for right in [_place(finding, after, home) for finding in new.findings]:
        same = [p for p in left if p.finding.code == right.finding.code and p.home == right.home]
        if not same:
            yield FindingChange(Fate.INTRODUCED, right.clause, None, right.finding)
            continue
        words = words_of(right.finding.span.exact)
        match = next((p for p in same if words_of(p.finding.span.exact) == words), same[0])
        left.remove(match)
        yield FindingChange(Fate.CARRIED, right.clause, match.finding, right.finding)
    yield from (FindingChange(Fate.RESOLVED, p.clause, p.finding, None) for p in left)


def _same_elsewhere(
    changes: tuple[FindingChange, ...], old: Agreement, clauses: tuple[ClauseChange, ...]
) -> tuple[FindingChange, ...]:
    """The changes, where a rule that reports only its first place found another first place.

    Words that the old draft had at the same provision were not introduced; they stand in for the place
    that is gone.
    """
    words = {clause.id: words_of(own_words(old, clause.old)) for clause in clauses if clause.old}
    gone = [change for change in changes if change.fate is Fate.RESOLVED]
    result: list[FindingChange] = []
    for change in changes:
        new = change.new
        if (
            change.fate is Fate.INTRODUCED
            and new
            and times(words_of(new.span.exact), words.get(change.clause or "", ()))
        ):
            first = next((c for c in gone if c.old and c.old.code == new.code), None)
            if first is not None:
                gone.remove(first)
                change = FindingChange(Fate.CARRIED, change.clause, first.old, new)
        result.append(change)
    return tuple(c for c in result if c.fate is not Fate.RESOLVED or c in gone)


def _place(finding: Finding, ids: Mapping[str, str], home: Mapping[str, str]) -> _Placed:
    clause = ids.get(finding.clause or "")
    return _Placed(finding, clause, home.get(clause, clause) if clause else None)
