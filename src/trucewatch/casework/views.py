"""What a case says: the status of its commitments on a day, as known at an instant, and what it holds."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Generic, TypeVar

from trucewatch import flow
from trucewatch.core.case import CaseOverview
from trucewatch.core.errors import BadInput
from trucewatch.core.model import Agreement, CaseStatus
from trucewatch.ledger.register import over, over_in_short, registered
from trucewatch.ledger.state import CaseState

from .agreements import agreements_at, findings_at
from .case import Case
from .evidence import Evidence, newest_reading

Shown = TypeVar("Shown", CaseStatus, CaseOverview)


@dataclass(frozen=True, slots=True)
class CaseView(Generic[Shown]):
    """A case on a day, as known at a seq: its status, or the overview of it."""

    state: CaseState
    seq: int
    agreements: Mapping[str, Agreement]
    status: Shown


def case_view(
    case: Case, evidence: Evidence, *, as_of: date, known_by: datetime | None = None, commitment: str | None = None
) -> CaseView[CaseStatus]:
    """Where every commitment of the case stands at the end of a day, by what was known at an instant.

    Exactly what the case would have shown then: nothing that was learned later has a part in it. With `commitment`,
    that one with the signs and readings that bear on it; raises BadInput where the case has none of that name.
    """
    moment = _Moment(case, evidence, as_of, known_by)
    if commitment is None:
        return moment.view(evidence.assessed("status", moment.seq, as_of, moment.status))
    own = commitment_named(moment.agreements, commitment)
    return moment.view(moment.status(only=[own]))


def case_overview(
    case: Case, evidence: Evidence, *, as_of: date, known_by: datetime | None = None
) -> CaseView[CaseOverview]:
    """The same in short, without reasons: much quicker where there are very many claims."""
    moment = _Moment(case, evidence, as_of, known_by)
    return moment.view(evidence.assessed("overview", moment.seq, as_of, moment.overview))


class _Moment:
    """A case as known at an instant, looked at for a day."""

    def __init__(self, case: Case, evidence: Evidence, as_of: date, known_by: datetime | None) -> None:
        evidence.update()
        self._case, self._evidence, self._as_of = case, evidence, as_of
        self.seq = evidence.seq if known_by is None else min(case.seq_known_by(known_by), evidence.seq)
        self._state = case.state(self.seq)
        learned = known_by or case.head().learned_at
        self._known_by = learned.date() if learned else None

    def view(self, status: Shown) -> CaseView[Shown]:
        shown = replace(status, known_by=self._known_by) if self._known_by else status
        return CaseView(self._state, self.seq, self.agreements, shown)

    @cached_property
    def _read(self) -> Mapping[str, Agreement]:
        return agreements_at(self._case, self._state)

    @cached_property
    def agreements(self) -> Mapping[str, Agreement]:
        return {key: registered(key, agreement, self._state, self._as_of) for key, agreement in self._read.items()}

    def status(self, only: Collection[str] | None = None) -> CaseStatus:
        found = flow.assess_evidence(
            self.agreements,
            self._evidence.table,
            self._as_of,
            known_seq=self.seq,
            provisional=self._state.provisional,
            findings=findings_at(self._case, self._state, self.agreements),
            only=only,
        )
        return over(found, self.agreements, self._read, self._state)

    def overview(self) -> CaseOverview:
        found = flow.overview_of_evidence(
            self.agreements,
            self._evidence.table,
            self._as_of,
            known_seq=self.seq,
            provisional=self._state.provisional,
        )
        return over_in_short(found, self.agreements, self._state)


def commitment_named(agreements: Mapping[str, Agreement], name: str) -> str:
    """The id of the commitment; the part after the document's id will do where it is the only one. Raises BadInput."""
    ids = [commitment.id for agreement in agreements.values() for commitment in agreement.commitments]
    found = [id_ for id_ in ids if id_ == name] or [id_ for id_ in ids if id_.partition("/")[2] == name]
    if len(found) == 1:
        return found[0]
    if found:
        raise BadInput(f'several commitments are called "{name}": {", ".join(found)}. Give one of these')
    near = [id_ for id_ in ids if name in id_][:5]
    hint = f"Perhaps {', '.join(near)}" if near else "See them all: trucewatch status"
    raise BadInput(f'the case has no commitment "{name}". {hint}')


def head_of(view: CaseView[CaseStatus] | CaseView[CaseOverview]) -> tuple[str, ...]:
    """The name of the case, the day, what was known, and whether suggestions count."""
    reports = sum(d.kind == "report" and d.retracted is None for d in view.state.documents.values())
    agreements = f"{len(view.agreements)} agreement{'' if len(view.agreements) == 1 else 's'}"
    counted = "suggestions count, marked as provisional" if view.state.provisional else "accepted claims only"
    return (
        view.state.title,
        f"as of {view.status.as_of.isoformat()}",
        f"as known at event {view.seq}",
        f"{agreements}, {reports:,} report{'' if reports == 1 else 's'}",
        counted,
    )


def quotes_in(case: Case, view: CaseView[CaseStatus]) -> dict[str, str]:
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
