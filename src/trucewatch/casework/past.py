"""The state of a case: taken up from what was kept, carried on with the log, and as it was at an earlier seq.

Each is exactly what folding the log up to that seq gives. Of an earlier state only documents that changed since are
folded anew; everything else carries the seq from which it holds.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from trucewatch.core.errors import BrokenLedger
from trucewatch.ledger import events as e
from trucewatch.ledger.kept import documents_kept, kept_documents
from trucewatch.ledger.state import CASE, CaseState, DocumentState, Stated, fold, subject

from . import kept
from .reviews import OF_CLAIMS, Reviews

if TYPE_CHECKING:
    from .case import Case

# Events that change what a state holds of a document that is there.
_CHANGES = (e.DocumentRevised, e.DocumentMarked, e.DocumentRetracted, e.AgreementRead)
# What is folded of a document: all but the readings of reports, which are long and are looked up one by one.
OF_DOCUMENTS = (e.DocumentAdded, *_CHANGES)
OF_THE_CASE = (e.CaseOpened, e.SettingChanged)
OF_THE_REGISTER = (e.AnchorSet, e.AgreementsRelated, e.CommitmentRenegotiated, e.CommitmentLapsed)
KEPT = "documents"


def begun(case: "Case", end: int) -> CaseState:
    """The state at the end of a log, with the documents that were kept; keeps them where the last are far behind."""
    seq, documents = next(_usable(case, end), (0, {}))
    state = fold(case.events(until=seq, names=OF_THE_REGISTER)) if seq else CaseState()
    state.documents = documents
    if seq:
        of_case = fold(case.events(until=seq, streams=[CASE], names=OF_THE_CASE))
        state.title, state.settings = of_case.title, of_case.settings
        index(state)
    fold(case.events(after=seq, until=end, names=(*OF_DOCUMENTS, *OF_THE_CASE, *OF_THE_REGISTER)), state)
    state.seq, state.reviews = end, Reviews(case, end)
    if end - seq > kept.ENOUGH_EVENTS:
        kept.keep(case, KEPT, end, kept_documents(state.documents))
    return state


def carry_on(case: "Case", state: CaseState, end: int) -> None:
    """The state that was begun, carried on to the end of the log."""
    names = (*OF_DOCUMENTS, *OF_THE_CASE, *OF_THE_REGISTER, *OF_CLAIMS)
    fold(case.events(after=state.seq, until=end, names=names), state)
    state.seq = end


def _usable(case: "Case", until: int) -> Iterator[tuple[int, dict[str, DocumentState]]]:
    for seq, data in kept.kept(case, KEPT, until):
        try:
            yield seq, documents_kept(data)
        except BrokenLedger:
            continue


def state_at(case: "Case", now: CaseState, seq: int) -> CaseState:
    """The state at a seq up to that of `now`, which stays as it is; nothing in it is shared with `now` but values."""
    documents = {id_: document for id_, document in now.documents.items() if document.revisions[0].seq <= seq}
    changed = {
        event.stream for event in case.events(after=seq, until=now.seq, names=_CHANGES) if subject(event) in documents
    }
    state = CaseState(
        seq=seq,
        documents=documents | fold(case.events(until=seq, streams=changed, names=OF_DOCUMENTS)).documents,
        of_agreements=_said_by(now.of_agreements, seq),
        of_commitments=_said_by(now.of_commitments, seq),
        reviews=Reviews(case, seq),
    )
    index(state)
    of_case = fold(case.events(until=seq, streams=[CASE], names=OF_THE_CASE))
    state.title, state.settings = of_case.title, of_case.settings
    return state


def index(state: CaseState) -> None:
    """Fills in by which key and which bytes a document is found; the last to have them is."""
    state.by_key = {document.key: document.id for document in state.documents.values()}
    revisions = sorted((r.seq, r.sha256, d.id) for d in state.documents.values() for r in d.revisions)
    state.by_sha256 = {sha256: id_ for _, sha256, id_ in revisions}


def _said_by(where: dict[str, tuple[Stated, ...]], seq: int) -> dict[str, tuple[Stated, ...]]:
    return {key: held for key, said in where.items() if (held := tuple(s for s in said if s.seq <= seq))}
