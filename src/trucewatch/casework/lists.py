"""What there is: the cases in a folder or a database, and the documents of a case, as JSON."""

from pathlib import Path
from typing import Any

from trucewatch import wiring
from trucewatch.core.errors import TrucewatchError
from trucewatch.ledger.codec import instant_text

from .case import Case
from .folder import folders_in


def cases_in(folder: Path, store: str | None = None) -> list[dict[str, Any]]:
    """A row for each case: its id, folder, events and last change; one that cannot be opened says why."""
    if store is not None:
        kept = wiring.open_store(store)
        try:
            return [_row(case, None, store, kept.head(case)) for case in kept.cases()]
        finally:
            kept.close()
    rows = []
    for found in folders_in(folder):
        try:
            own = wiring.open_store(found.where)
            try:
                rows.append(_row(found.id, str(found.path), found.store, own.head(found.id)))
            finally:
                own.close()
        except TrucewatchError as error:
            rows.append({"case": found.id, "folder": str(found.path), "fault": str(error)})
    return rows


def case_json(case: Case, seq: int | None = None) -> dict[str, Any]:
    """The documents of a case with their revisions, and its settings; as known at a seq."""
    state = case.state(seq)
    return {
        "schema": "trucewatch.case/1",
        "case": case.id,
        "title": state.title,
        "events": state.seq,
        "settings": {"provisional": state.provisional},
        "documents": [
            {
                "id": document.id,
                "kind": document.kind,
                "name": document.name,
                "language": document.language,
                "published_on": document.published_on,
                "source": document.source,
                "handling": document.handling,
                "visibility": document.visibility,
                "retracted": document.retracted,
                "revisions": [
                    {"sha256": r.sha256, "size": r.size, "name": r.name, "learned_at": instant_text(r.learned_at)}
                    for r in document.revisions
                ],
            }
            for document in state.documents.values()
        ],
    }


def _row(case: str, folder: str | None, store: str | None, head: Any) -> dict[str, Any]:
    changed = instant_text(head.recorded_at) if head.recorded_at else None
    return {"case": case, "folder": folder, "store": _without_password(store), "events": head.seq, "changed": changed}


def _without_password(store: str | None) -> str | None:
    """The address without a password in it."""
    if store is None or "@" not in store:
        return store
    before, _, rest = store.rpartition("@")
    scheme, slashes, user = before.partition("://")
    return f"{scheme}{slashes}{user.partition(':')[0]}@{rest}"
