"""Runs rules over an agreement and ties what they hit to exact words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trucewatch.core.ids import fingerprint
from trucewatch.core.model import Agreement, Clause, Finding, Hit, LintResult, Rule, Severity, Waiver

from .components import cover
from .waivers import InlineWaiver, inline_waivers, lacks

_ORDER = list(Severity)


def lint(agreement: Agreement, rules: Iterable[Rule], waivers: Sequence[Waiver] = ()) -> LintResult:
    """The agreement with its findings, in order of place and weight, and its components.

    Where a rule needs more than the text gives, `not_checked` names it and what it needs; what the text
    alone shows is still reported. Waived findings stay, with their waiver. `waivers` hold for the whole
    document.
    """
    findings: list[Finding] = []
    not_checked: list[str] = []
    for rule in rules:
        findings += _findings(agreement, rule)
        if rule.needs:
            not_checked.append(f"{rule.code} not fully checked: needs {rule.needs}")
    inline = tuple(inline_waivers(agreement.document))
    findings = [_waive(agreement, finding, inline, waivers) for finding in findings]
    findings.sort(key=lambda f: (f.span.start, _ORDER.index(f.severity), f.code))
    return LintResult(agreement, tuple(findings), cover(agreement), tuple(not_checked))


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
    words = agreement.words(agreement.clause(hit.clause))
    return fingerprint(rule.code, words, agreement.document.text[hit.start : hit.end])


def _waive(
    agreement: Agreement, finding: Finding, inline: Sequence[InlineWaiver], general: Sequence[Waiver]
) -> Finding:
    """The finding with the waiver that fits it; with a note where that waiver is incomplete."""
    fitting = [w for w in general if w.rule.upper() == finding.code]
    fitting += [
        w.waiver
        for w in inline
        if w.waiver.rule.upper() == finding.code and finding.clause in (None, _holds_for(agreement, w))
    ]
    note = ""
    for waiver in fitting:
        gaps = lacks(waiver)
        if not gaps:
            return replace(finding, waived=waiver)
        note = f" (A waiver for {finding.code} does not count yet: it must name {', '.join(gaps)}.)"
    return replace(finding, message=finding.message + note)


def _holds_for(agreement: Agreement, waiver: InlineWaiver) -> str | None:
    """The id of the clause that the waiver stands in or follows; None above the first one."""
    before: Clause | None = None
    for clause in agreement.operative:
        # A waiver on a line of its own may have been taken for a clause; it is none.
        if clause.start < waiver.start and not waiver.start <= clause.start < waiver.end:
            before = clause
    return before.id if before else None
