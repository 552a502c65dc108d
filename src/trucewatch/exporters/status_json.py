"""A case on a day as plain dictionaries, in the shape of `docs/schema/`: status-1 and overview-1."""

from collections.abc import Iterable

from trucewatch.core.case import (
    Balance,
    CaseOverview,
    CaseStatus,
    CommitmentOverview,
    CommitmentStatus,
    Loophole,
    OpposedClaims,
    Reading,
    RuleFired,
    Signal,
    Standing,
    Uncorrected,
)

from .values_json import Json, day_json, due_json, span_json


def status_json(status: CaseStatus) -> Json:
    """A case on a day: `trucewatch.status/1`."""
    return {
        "schema": "trucewatch.status/1",
        "as_of": status.as_of.isoformat(),
        "known_by": status.known_by.isoformat(),
        "commitments": [_commitment(commitment) for commitment in status.commitments],
        "signals": [_signal(signal) for signal in status.signals],
        "readings": [_reading(reading) for reading in status.readings],
        "contradictions": [_opposed(opposed) for opposed in status.opposed],
        "contradictions_not_listed": status.more_opposed,
        "uncorrected": [_uncorrected(uncorrected) for uncorrected in status.uncorrected],
        "loopholes": [_loophole(loophole) for loophole in status.loopholes],
        "balance": _balance(status.balance),
    }


def overview_json(overview: CaseOverview) -> Json:
    """A case on a day in short: `trucewatch.overview/1`."""
    return {
        "schema": "trucewatch.overview/1",
        "as_of": overview.as_of.isoformat(),
        "known_by": overview.known_by.isoformat(),
        "commitments": [_in_short(commitment) for commitment in overview.commitments],
        "signs_on_no_clause": dict(overview.loose_signs),
        "balance": _balance(overview.balance),
    }


def _in_short(overview: CommitmentOverview) -> Json:
    return {
        **_standing(overview),
        "signs": dict(overview.signs),
        "claims": overview.claims,
        "last_evidence_on": day_json(overview.last_evidence_on),
        "sources": {
            "independent": overview.independent_sources,
            "days_since_last_evidence": overview.days_since_evidence,
        },
        "provisional": overview.provisional,
    }


def _commitment(status: CommitmentStatus) -> Json:
    return {
        **_standing(status),
        "rules": [_rule(rule) for rule in status.rules],
        "why": list(status.why),
        "would_change": list(status.would_change),
        "claims": list(status.claims),
        "grades": {claim: dict(grades) for claim, grades in status.grades.items()},
        "last_evidence_on": day_json(status.last_evidence_on),
        "sources": {
            "independent": status.independent_sources,
            "by_side": dict(status.by_side),
            "claims_not_listed": status.more_claims,
            "days_since_last_evidence": status.days_since_evidence,
        },
        "provisional": status.provisional,
    }


def _standing(one: Standing) -> Json:
    return {
        "id": one.id,
        "title": one.title,
        "reading": one.reading,
        "performance": one.performance,
        "trend": one.trend,
        "due": due_json(one.due),
        "rule": one.rule,
    }


def _balance(sides: Iterable[Balance]) -> list[Json]:
    return [{"side": one.side, "claims": one.claims, "sources": one.sources} for one in sides]


def _rule(rule: RuleFired) -> Json:
    return {"id": rule.id, "axis": rule.axis, "value": rule.value, "says": rule.says, "claims": list(rule.claims)}


def _signal(signal: Signal) -> Json:
    return {
        "code": signal.code,
        "strength": signal.strength,
        "commitment": signal.commitment,
        "actor": signal.actor,
        "side": signal.side,
        "since": day_json(signal.since),
        "measure": signal.measure or None,
        "claims": list(signal.claims),
        "counter": list(signal.counter),
        "claims_not_listed": signal.more_claims,
        "counter_not_listed": signal.more_counter,
    }


def _reading(reading: Reading) -> Json:
    return {
        "clause": reading.clause,
        "text": reading.text.exact,
        "stance": reading.stance or None,
        "holder": reading.holder,
        "side": reading.side,
        "since": day_json(reading.since),
        "claims": list(reading.claims),
        "switches": [
            {"on": day_json(switch.on), "before": switch.before, "to": switch.to, "claim": switch.claim}
            for switch in reading.switches
        ],
        "spans": {"text": span_json(reading.text)},
    }


def _opposed(opposed: OpposedClaims) -> Json:
    return {
        "kind": opposed.kind,
        "name": opposed.name,
        "across": list(opposed.across),
        "commitment": opposed.commitment,
        "side": opposed.side,
        "since": day_json(opposed.since),
        "actors": list(opposed.actors),
        "claims": list(opposed.claims),
        "against_actors": list(opposed.against_actors),
        "against": list(opposed.against),
        "claims_not_listed": opposed.more_claims,
        "against_not_listed": opposed.more_against,
    }


def _uncorrected(uncorrected: Uncorrected) -> Json:
    return {
        "commitment": uncorrected.commitment,
        "side": uncorrected.side,
        "actors": list(uncorrected.actors),
        "since": day_json(uncorrected.since),
        "days": uncorrected.days,
        "hours_at_least": uncorrected.hours,
        "superiors": list(uncorrected.superiors) or {"missing": "no report names a leader of this side"},
        "claims": list(uncorrected.claims),
        "looked": list(uncorrected.looked),
    }


def _loophole(loophole: Loophole) -> Json:
    return {
        "commitment": loophole.commitment,
        "clause": loophole.clause,
        "code": loophole.code,
        "name": loophole.name,
        "fingerprint": loophole.fingerprint,
        "use": loophole.use,
        "claims": list(loophole.claims),
        **span_json(loophole.span),
    }
