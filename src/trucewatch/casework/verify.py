"""Whether a case is as it was recorded: the chain of its events, and the bytes of its originals."""

from trucewatch.core.errors import BrokenLedger

from .case import Case


def faults(case: Case) -> tuple[list[str], int, int]:
    """The first break of the chain and every original that is damaged or missing; then how many of both were looked at.

    In a team's case originals that others added may lie in their folders; those that are here are looked at.
    """
    found: list[str] = []
    broken = case.first_break()
    if broken is not None:
        return [f"BrokenLedger: case {case.id} breaks at event {broken.seq}: {broken.what}"], 0, 0
    originals = 0
    for document in case.state().documents.values():
        for revision in document.revisions:
            try:
                data = case.folder.bytes_of(revision.sha256)
            except BrokenLedger as error:
                found.append(str(error))
                continue
            if data is None and case.folder.store is None:
                path = case.folder.original(revision.sha256)
                found.append(f"BrokenLedger: {path}, the original of {document.id}, is missing. Restore it from a copy")
            originals += data is not None
    return found, case.head().seq, originals
