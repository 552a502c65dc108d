"""The public function of the step: agreement and reports in, the status of the whole case out."""

from collections.abc import Sequence
from datetime import date

from trucewatch.core.case import RuleFired
from trucewatch.core.model import Agreement, CaseStatus, CommitmentStatus, Report

from .evidence import Evidence, gather, independent
from .parties import parties_of
from .people import known_across
from .register import balance, readings
from .rules import Docket, Ruling, docket, performance, reading, trend
from .why import reasons, title, would_change

_NO_SIDE = {
    "third": "third party",
    "author": "no party",
    "anonymous": "unnamed",
    "backer": "backer",
    "unplaced": "unplaced",
}


def assess(agreement: Agreement, reports: Sequence[Report], *, as_of: date) -> CaseStatus:
    """Where each commitment stands at the end of the day `as_of`, with reasons.

    Takes reports whose claims are linked to this agreement. Counts only what was said, or else published,
    on or before the day; a claim without a date counts and is shown as undated.
    """
    known = known_across(reports)
    evidence = gather(reports, known, as_of)
    actors = tuple(known.values())
    parties = parties_of(agreement, actors)
    cases = tuple(docket(commitment, evidence, parties, as_of) for commitment in agreement.commitments)
    return CaseStatus(
        as_of=as_of,
        known_by=max((_published(report, as_of) for report in reports), default=as_of),
        commitments=tuple(_status(case) for case in cases),
        signals=(),
        readings=readings(cases),
        balance=balance(evidence, actors),
    )


def _published(report: Report, as_of: date) -> date:
    published = report.document.published_on
    return max((published.latest if published else None) or as_of, as_of)


def _status(case: Docket) -> CommitmentStatus:
    legal, done, going = reading(case), performance(case), trend(case)
    counted = {item.key: item for ruling in (legal, done) for item in ruling.evidence}
    evidence = tuple({item.key: item for item in (*case.evidence, *counted.values())}.values())
    newest = max((item.day for item in evidence if item.day), default=None)
    return CommitmentStatus(
        id=case.commitment.id,
        title=title(case),
        reading=legal.rule.value,
        performance=done.rule.value,
        trend=going.rule.value,
        due=case.commitment.due,
        rule=f"{legal.rule.id} {done.rule.id} {going.rule.id}",
        why=reasons(case, legal, done),
        would_change=would_change(case, legal, done),
        claims=tuple(item.key for item in evidence),
        last_evidence_on=newest,
        days_since_evidence=(case.as_of - newest).days if newest else None,
        independent_sources=independent(evidence),
        by_side=_by_side(evidence, case),
        rules=tuple(_fired(ruling) for ruling in (legal, done, going)),
        grades={
            item.key: {axis: grade for axis in ("said", "true") if (grade := item.claim.grades.get(axis))}
            for item in evidence
        },
    )


def _fired(ruling: Ruling) -> RuleFired:
    rule = ruling.rule
    return RuleFired(
        rule.id, rule.axis, rule.value, rule.says, tuple(dict.fromkeys(item.key for item in ruling.evidence))
    )


def _by_side(evidence: Sequence[Evidence], case: Docket) -> dict[str, int]:
    """Independent sources behind each side's picture of this commitment."""
    sides: dict[str, list[Evidence]] = {}
    for item in evidence:
        sides.setdefault(item.side or _NO_SIDE.get(case.role(item), "unplaced"), []).append(item)
    return {side: count for side, items in sorted(sides.items()) if (count := independent(items))}
