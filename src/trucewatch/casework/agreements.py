"""The agreements of a case as they stand at a seq, with what became known of them since they were read."""

from collections.abc import Iterable, Mapping
from typing import Any

from trucewatch.core.errors import BrokenLedger
from trucewatch.core.model import Agreement, Finding
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import payload
from trucewatch.ledger.recorded import agreement_of, findings_of
from trucewatch.ledger.state import CaseState

from .case import Case


def agreements_at(case: Case, state: CaseState) -> dict[str, Agreement]:
    """The agreements of the state by the id of their document, in the order in which they were added."""
    return {
        document.id: _read(case, document.id, document.reading)[0]
        for document in state.documents.values()
        if document.kind == "agreement" and document.retracted is None and document.reading is not None
    }


def findings_at(case: Case, state: CaseState, agreements: Iterable[str]) -> dict[str, tuple[Finding, ...]]:
    """What the linter found in the agreements of these ids when they were read."""
    readings = {key: state.documents[key].reading for key in agreements}
    return {key: _read(case, key, reading)[1] for key, reading in readings.items() if reading is not None}


def agreement_read(document: str, data: Mapping[str, Any]) -> Agreement:
    """The agreement of a reading, with the ids that its commitments have in the case."""
    return agreement_of(data, f"{document}/")


def _read(case: Case, document: str, reading: int) -> tuple[Agreement, tuple[Finding, ...]]:
    """The agreement as it was read at a seq, and what the linter found in it then."""
    held = case.agreements.get((document, reading))
    if held is None:
        (event,) = case.events(after=reading - 1, until=reading)
        what = payload(event, case=case.id)
        if not isinstance(what, e.AgreementRead):
            raise BrokenLedger(f"case {case.id}: event {reading} is no reading of the agreement {document}")
        held = case.agreements[document, reading] = (
            agreement_read(document, what.agreement),
            findings_of(what.agreement),
        )
    return held
