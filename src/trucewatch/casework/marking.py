"""What people say of documents after they were added."""

from trucewatch.core.errors import BadInput
from trucewatch.ledger import events as e
from trucewatch.ledger.decide import documents as decide

from .case import Case


def retract(case: Case, document: str, reason: str) -> None:
    """Records that a document was taken back; raises Refused."""
    case.decide(lambda state, versions: decide.retract(state, document, reason, versions), [decide.stream_of(document)])


def mark(case: Case, document: str, *, source: str | None, handling: str | None, visibility: str | None) -> None:
    """Records another source, handling or visibility; raises Refused, and BadInput for an unknown mark or none."""
    if source is None and handling is None and visibility is None:
        raise BadInput("nothing was given to mark; expected --source, --handling or --visibility")
    marks = e.DocumentMarked(source=source, handling=handling, visibility=visibility)
    case.decide(lambda state, versions: decide.mark(state, document, marks, versions), [decide.stream_of(document)])
