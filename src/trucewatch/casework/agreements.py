"""The agreements of a case as they stand at a seq, with what became known of them since they were read."""

from collections.abc import Iterable, Mapping
from typing import Any

from trucewatch.core.model import Agreement, Finding
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import payload
from trucewatch.ledger.recorded import agreement_of, findings_of
from trucewatch.ledger.state import CaseState

from .case import Case


def agreements_at(case: Case, state: CaseState) -> dict[str, Agreement]:
    """The agreements of the state by the id of their document, in the order in which they were added."""
    return {
        document.id: agreement_read(document.id, data)
        for document in state.documents.values()
        if document.kind == "agreement" and document.retracted is None
        if (data := agreement_json(case, document.id, state.seq)) is not None
    }


def findings_at(case: Case, state: CaseState, agreements: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
    """What the linter found in the agreements of these ids when they were read."""
    read = {key: agreement_json(case, key, state.seq) for key in agreements}
    return {key: findings_of(data) for key, data in read.items() if data is not None}


def agreement_json(case: Case, document: str, until: int) -> dict[str, Any] | None:
    """The newest reading of an agreement up to a seq."""
    newest = None
    for event in case.events(until=until, streams=[f"document:{document}"], names=[e.AgreementRead]):
        newest = event
    if newest is None:
        return None
    what = payload(newest, case=case.id)
    return dict(what.agreement) if isinstance(what, e.AgreementRead) else None


def agreement_read(document: str, data: Mapping[str, Any]) -> Agreement:
    """The agreement of a reading, with the ids that its commitments have in the case."""
    return agreement_of(data, f"{document}/")
