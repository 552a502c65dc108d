"""What a case says: the status of its commitments on a day, as known at an instant, and what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from trucewatch import flow
from trucewatch.core.errors import BadInput
from trucewatch.core.model import Agreement, CaseStatus, CommitmentStatus
from trucewatch.ledger.register import over, registered
from trucewatch.ledger.state import CaseState

from .agreements import agreements_at, findings_at
from .case import Case
from .evidence import Evidence, newest_reading


@dataclass(frozen=True, slots=True)
class CaseView:
    """A case on a day, as known at a seq."""

    state: CaseState
    seq: int
    agreements: Mapping[str, Agreement]
    status: CaseStatus


def case_view(case: Case, evidence: Evidence, *, as_of: date, known_by: datetime | None = None) -> CaseView:
    """Where every commitment of the case stands at the end of a day, by what was known at an instant.

    Exactly what the case would have shown then: nothing that was learned later has a part in it.
    """
    evidence.update()
    seq = evidence.seq if known_by is None else min(case.seq_known_by(known_by), evidence.seq)
    state = case.state(seq)
    agreements, status = evidence.assessed(seq, as_of, lambda: _assessed(case, evidence, state, seq, as_of))
    learned = known_by or case.head().learned_at
    status = replace(status, known_by=learned.date()) if learned else status
    return CaseView(state, seq, agreements, status)


def _assessed(
    case: Case, evidence: Evidence, state: CaseState, seq: int, as_of: date
) -> tuple[Mapping[str, Agreement], CaseStatus]:
    read = agreements_at(case, state)
    agreements = {key: registered(key, agreement, state, as_of) for key, agreement in read.items()}
    status = flow.assess_evidence(
        agreements,
        evidence.table,
        as_of,
        known_seq=seq,
        provisional=state.provisional,
        findings=findings_at(case, state, agreements),
    )
    return agreements, over(status, agreements, read, state)


def commitment_named(status: CaseStatus, name: str) -> CommitmentStatus:
    """The commitment of that id; the part after the document's id will do where it is the only one. Raises BadInput."""
    exact = [c for c in status.commitments if c.id == name]
    found = exact or [c for c in status.commitments if c.id.partition("/")[2] == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise BadInput(f'several commitments are called "{name}": {", ".join(c.id for c in found)}. Give one of these')
    near = [c.id for c in status.commitments if name in c.id][:5]
    hint = f"Perhaps {', '.join(near)}" if near else "See them all: trucewatch status"
    raise BadInput(f'the case has no commitment "{name}". {hint}')


def head_of(view: CaseView) -> tuple[str, ...]:
    """The name of the case, the day, what was known, and whether suggestions count."""
    reports = sum(d.kind == "report" and d.retracted is None for d in view.state.documents.values())
    agreements = f"{len(view.agreements)} agreement{'' if len(view.agreements) == 1 else 's'}"
    counted = "suggestions count, marked as provisional" if view.state.provisional else "accepted claims only"
    return (
        view.state.title,
        f"as of {view.status.as_of.isoformat()}",
        f"as known at event {view.seq}",
        f"{agreements}, {reports} report{'' if reports == 1 else 's'}",
        counted,
    )


def of_commitment(view: CaseView, name: str) -> CaseView:
    """The view with one commitment, and the signs and readings that bear on it. Raises BadInput."""
    own = commitment_named(view.status, name)
    clause = next(c.clause for a in view.agreements.values() for c in a.commitments if c.id == own.id)
    status = replace(
        view.status,
        commitments=(own,),
        signals=tuple(signal for signal in view.status.signals if signal.commitment == own.id),
        readings=tuple(reading for reading in view.status.readings if reading.clause == clause),
        opposed=tuple(opposed for opposed in view.status.opposed if opposed.commitment == own.id),
        uncorrected=tuple(timer for timer in view.status.uncorrected if timer.commitment == own.id),
        loopholes=tuple(loophole for loophole in view.status.loopholes if loophole.commitment == own.id),
    )
    return replace(view, status=status)


def quotes_in(case: Case, view: CaseView) -> dict[str, str]:
    """Who says what, in which document, for each claim that the view's signs rest on, as one line by the claim's id."""
    wanted: dict[str, set[str]] = {}
    for signal in view.status.signals:
        for claim in (*signal.claims, *signal.counter):
            document, _, own = claim.partition("/")
            wanted.setdefault(document, set()).add(own)
    found: dict[str, str] = {}
    for document, claims in wanted.items():
        reading = newest_reading(case, document, view.seq)
        names = {actor["id"]: actor["name"] for actor in reading.get("actors", ())}
        for claim in reading["claims"]:
            if claim["id"] in claims:
                who = names.get(claim["speaker"], "the author")
                words = " ".join(claim["quote"]["exact"].split())
                name = view.state.documents[document].name
                found[f"{document}/{claim['id']}"] = f"{who}: “{words}” ({claim['stance']}, {name})"
    return found
