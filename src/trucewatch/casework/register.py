"""What a case records about agreements and commitments after they were read, and the list of both."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from trucewatch import flow
from trucewatch.core.dates import CannotCompute, Due
from trucewatch.core.errors import BadInput
from trucewatch.core.model import Agreement, Commitment
from trucewatch.ledger import events as e
from trucewatch.ledger.decide import register as decide
from trucewatch.ledger.register import anchors_of, end_of, registered, terms_of
from trucewatch.ledger.state import CaseState

from .agreements import agreements_at
from .case import Case


def set_anchor(case: Case, agreement: str, kind: str, day: str | None, source: str) -> None:
    """Records a day that deadlines count from; None takes it back. Raises Refused and BadInput."""
    case.decide(
        lambda state, versions: decide.set_anchor(state, agreement, kind, day, source, versions),
        [decide.of_agreement(agreement)],
    )


def renegotiate(case: Case, commitment: str, due: str, source: str, agreed_on: str | None = None) -> None:
    """Records a new last day. Raises Refused and BadInput."""
    known = commitments_of(case)
    named = full_name(commitment, known)
    case.decide(
        lambda _, versions: decide.renegotiate(known, named, due, source, agreed_on, versions),
        [decide.of_commitment(named)],
    )


def lapse(case: Case, commitment: str, on: str, source: str) -> None:
    """Records that the event until which a duty runs has come. Raises Refused and BadInput."""
    known = commitments_of(case)
    named = full_name(commitment, known)
    case.decide(lambda _, versions: decide.lapse(known, named, on, source, versions), [decide.of_commitment(named)])


def relate(
    case: Case,
    agreement: str,
    relation: str,
    other: str,
    source: str,
    *,
    commitment: str | None = None,
    since: str | None = None,
) -> None:
    """Records how an agreement stands to another one. Raises Refused and BadInput."""
    named = full_name(commitment, commitments_of(case)) if commitment else None
    case.decide(
        lambda state, versions: decide.relate(
            state, agreement, relation, other, source, versions, commitment=named, since=since
        ),
        [decide.of_agreement(agreement)],
    )


def commitments_of(case: Case) -> tuple[str, ...]:
    """The ids of all commitments of the case."""
    return tuple(c.id for agreement in agreements_at(case, case.state()).values() for c in agreement.commitments)


def full_name(name: str, known: tuple[str, ...]) -> str:
    """The id of the commitment that a name means: the whole id, or the part after the agreement's where that is enough."""
    found = [c for c in known if name in (c, c.partition("/")[2])]
    if len(found) > 1:
        raise BadInput(f'several commitments are called "{name}": {", ".join(found)}. Give one of these')
    return found[0] if found else name


def register_json(case: Case, as_of: date, seq: int | None = None) -> dict[str, Any]:
    """Every agreement with its days and relations, and every commitment with its terms, oldest first; as known at a seq."""
    state = case.state(seq)
    read = agreements_at(case, state)
    return {
        "schema": "trucewatch.register/1",
        "as_of": as_of.isoformat(),
        "agreements": [_agreement(key, agreement, state) for key, agreement in read.items()],
        "commitments": [row for key, agreement in read.items() for row in _commitments(key, agreement, state, as_of)],
    }


def _commitments(key: str, agreement: Agreement, state: CaseState, as_of: date) -> Iterator[dict[str, Any]]:
    now, titles = registered(key, agreement, state, as_of), flow.titles(agreement)
    for commitment in agreement.commitments:
        yield {**_commitment(key, commitment, now, state, as_of), "title": titles[commitment.id]}


def _agreement(key: str, agreement: Agreement, state: CaseState) -> dict[str, Any]:
    related = [s for s in state.of_agreements.get(key, ()) if isinstance(s.what, e.AgreementsRelated)]
    return {
        "id": key,
        "title": agreement.title.exact if agreement.title else None,
        "name": state.documents[key].name,
        "anchors": [
            {"kind": a.kind, "day": a.when.edtf, "given_by": a.given_by}
            for a in anchors_of(key, agreement, state).values()
        ],
        "relations": [_relation(s.what, s.true_on, s.by) for s in related if isinstance(s.what, e.AgreementsRelated)],
    }


def _relation(what: e.AgreementsRelated, since: str | None, by: str) -> dict[str, Any]:
    return {
        "relation": what.relation,
        "other": what.other,
        "commitment": what.commitment,
        "since": since,
        "source": what.source,
        "by": by,
    }


def _commitment(
    key: str, commitment: Commitment, agreement: Agreement, state: CaseState, as_of: date
) -> dict[str, Any]:
    now = next(c for c in agreement.commitments if c.id == commitment.id)
    end = end_of(key, now, agreement, state, as_of)
    terms = [{"due": _due(t.due), "source": t.source, "event": t.seq} for t in terms_of(commitment, state, as_of)]
    return {
        "id": commitment.id,
        "exact": commitment.span.exact,
        "modality": commitment.modality.value,
        "duty": "continuous" if flow.is_continuous(agreement, commitment) else "once",
        "due": _due(now.due),
        "terms": terms,
        "ended": {"value": end.value, "on": end.on.isoformat() if end.on else None, "says": end.says} if end else None,
    }


def _due(due: Due | CannotCompute | None) -> Mapping[str, Any] | None:
    if due is None:
        return None
    if isinstance(due, CannotCompute):
        return {"cannot_compute": due.reason}
    ends = {"earliest": due.earliest, "latest": due.latest}
    return {name: day.isoformat() if day else None for name, day in ends.items()} | {"assumes": list(due.assumes)}
