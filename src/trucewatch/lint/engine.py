"""Runs rules over an agreement and ties what they hit to exact words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from trucewatch.core.ids import fingerprint
from trucewatch.core.model import Agreement, Clause, Finding, Hit, LintResult, Rule, Severity, Waiver

from .components import cover
from .sentences import own_words
from .waivers import has_passed, inline_waivers, lacks

_ORDER = list(Severity)


def lint(
    agreement: Agreement, rules: Iterable[Rule], waivers: Sequence[Waiver] = (), *, on: date | None = None
) -> LintResult:
    """The agreement with its findings, in order of place and weight, and its components.

    Where a rule needs more than the text gives, `not_checked` names it and what it needs; what the text
    alone shows is still reported. Waived findings stay, with their waiver. `waivers` hold for the whole
    document, or for the clause that they name; `on` is the day that their dates are compared with.
    """
    findings: list[Finding] = []
    not_checked: list[str] = []
    ran: set[str] = set()
    for rule in rules:
        ran.add(rule.code)
        findings += _findings(agreement, rule)
        if rule.needs and not agreement.fronts:
            not_checked.append(f"{rule.code} not fully checked: needs {rule.needs}")
    placed = _placed_waivers(agreement, waivers)
    findings = [_waive(finding, placed, on) for finding in findings]
    findings.sort(key=lambda f: (f.span.start, _ORDER.index(f.severity), f.code))
    notes = _waiver_notes(agreement, findings, [p for p in placed if p.waiver.rule.upper() in ran], on)
    return LintResult(agreement, tuple(findings), cover(agreement), tuple(not_checked), notes)


def _findings(agreement: Agreement, rule: Rule) -> list[Finding]:
    seen: dict[str, int] = {}
    found: list[Finding] = []
    for hit in rule.check(agreement):
        print_ = _fingerprint(agreement, rule, hit)
        seen[print_] = repeat = seen.get(print_, 0) + 1
        # Word for word the same twice in one clause: the second one needs a print of its own.
        found.append(_finding(agreement, rule, hit, print_ if repeat == 1 else fingerprint(print_, str(repeat))))
    return found


def _finding(agreement: Agreement, rule: Rule, hit: Hit, print_: str) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=hit.severity or rule.severity,
        message=hit.message,
        readings=hit.readings or rule.readings,
        suggestion=hit.suggestion or rule.suggestion,
        clause=hit.clause,
        span=agreement.document.span(hit.start, hit.end),
        waived=None,
        fingerprint=print_,
    )


def _fingerprint(agreement: Agreement, rule: Rule, hit: Hit) -> str:
    """The code with the clause's words and the words hit; no offsets, so a move changes nothing."""
    if hit.clause is None:
        return fingerprint(rule.code, "document", hit.message)
    words = own_words(agreement, agreement.clause(hit.clause))
    return fingerprint(rule.code, words, agreement.document.text[hit.start : hit.end])


# --------------------------------------------------------------------------- waivers


@dataclass(frozen=True, slots=True)
class _Placed:
    """A waiver with the clause that it holds for; `everywhere` for the whole document."""

    waiver: Waiver
    clause: str | None
    everywhere: bool

    def fits(self, finding: Finding) -> bool:
        same_rule = self.waiver.rule.upper() == finding.code
        return same_rule and (self.everywhere or finding.clause in (None, self.clause))


def _placed_waivers(agreement: Agreement, general: Sequence[Waiver]) -> list[_Placed]:
    placed = [_Placed(waiver, waiver.clause, everywhere=waiver.clause is None) for waiver in general]
    for inline in inline_waivers(agreement.document):
        placed.append(_Placed(inline.waiver, _clause_before(agreement, inline.start, inline.end), everywhere=False))
    return placed


def _waive(finding: Finding, placed: Sequence[_Placed], on: date | None) -> Finding:
    """The finding with the waiver that fits it; with a note where that waiver does not count."""
    note = ""
    for waiver in (p.waiver for p in placed if p.fits(finding)):
        gaps = lacks(waiver)
        if gaps:
            note = f" (A waiver for {finding.code} does not count yet: it must name {', '.join(gaps)}.)"
        elif has_passed(waiver, on):
            note = f" (A waiver for {finding.code} does not count any more: its date, {waiver.until}, is before {on}.)"
        else:
            return replace(finding, waived=waiver)
    return replace(finding, message=finding.message + note)


def _waiver_notes(
    agreement: Agreement, findings: Sequence[Finding], placed: Sequence[_Placed], on: date | None
) -> tuple[str, ...]:
    """What a reader should know about waivers: those that fit no finding, and dates compared with nothing."""
    ids = {clause.id for clause in agreement.clauses}
    notes = []
    for p in placed:
        if any(p.fits(finding) for finding in findings):
            continue
        where = f" ({p.waiver.where})" if p.waiver.where else ""
        at = f" at {p.clause}" if p.clause and not p.everywhere else ""
        unknown = "; the text has no such clause" if at and p.clause not in ids else ""
        notes.append(f"waiver for {p.waiver.rule.upper()}{at} fits no finding{unknown}{where}")
    if on is None and any(not lacks(p.waiver) for p in placed):
        notes.append("the dates of waivers are compared with no day: pass --as-of, --signed-on or --today")
    return tuple(notes)


def _clause_before(agreement: Agreement, start: int, end: int) -> str | None:
    """The id of the clause that an inline waiver stands in or follows; None above the first one."""
    before: Clause | None = None
    for clause in agreement.operative:
        # A waiver on a line of its own may have been taken for a clause; it is none.
        if clause.start < start and not start <= clause.start < end:
            before = clause
    return before.id if before else None
