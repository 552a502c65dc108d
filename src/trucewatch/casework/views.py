"""What a case says: the status of its commitments on a day, as known at an instant, and what it holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from trucewatch import flow
from trucewatch.core.errors import BadInput
from trucewatch.core.model import Agreement, CaseStatus, CommitmentStatus
from trucewatch.ledger.state import CaseState

from .agreements import agreements_at
from .case import Case
from .evidence import Evidence


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
    agreements = agreements_at(case, state)
    status = flow.assess_evidence(agreements, evidence.table, as_of, known_seq=seq, provisional=state.provisional)
    return CaseView(state, seq, agreements, status)


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
