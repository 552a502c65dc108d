"""Documents of a case: what adding, marking and retracting one comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trucewatch.core.errors import BadInput, Refused
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import new_event
from trucewatch.ledger.state import CaseState, DocumentState

from . import NOTHING, Decision

KINDS = ("agreement", "report", "data")
HANDLINGS = ("TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR")
VISIBILITIES = (
    "public-signed", "public-oral", "public-social", "leaked", "private-on-record", "private-anonymous",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Placed:
    """Which document of the case it is, and what has to be recorded: added, revised or seen again."""

    id: str
    how: str
    decision: Decision

    @property
    def new_bytes(self) -> bool:
        return self.how != "seen"


def stream_of(document: str) -> str:
    """The stream of a document's events."""
    return f"document:{document}"


def next_id(state: CaseState) -> str:
    """The id of the next document; two who add at the same moment ask for the same, and one of them is refused."""
    return f"d{len(state.documents) + 1}"


def place(state: CaseState, incoming: e.DocumentAdded, versions: Mapping[str, int]) -> Placed:
    """Where a document belongs: the same key with other bytes is a revision, the same bytes are seen again.

    `incoming` is what is recorded where it is new.
    `versions` gives the version of the streams that the decision rests on. Raises BadInput for an unknown mark.
    """
    _check_marks(incoming.handling, incoming.visibility)
    known = state.by_key.get(incoming.key) or state.by_sha256.get(incoming.sha256)
    if known is None:
        id_ = next_id(state)
        return Placed(id_, "added", Decision((new_event(incoming, stream_of(id_)),), {stream_of(id_): 0}))
    document, stream = state.documents[known], stream_of(known)
    marks = _marks(document, incoming)
    if document.now.sha256 == incoming.sha256 and document.retracted is None:
        seen = new_event(e.DocumentSeen(name=incoming.name), stream)
        return Placed(known, "seen", Decision((seen, *marks), {stream: versions[stream]}))
    revised = e.DocumentRevised(
        sha256=incoming.sha256,
        size=incoming.size,
        name=incoming.name,
        published_on=incoming.published_on,
        sketch=incoming.sketch,
    )
    return Placed(known, "revised", Decision((new_event(revised, stream), *marks), {stream: versions[stream]}))


def mark(state: CaseState, document: str, marks: e.DocumentMarked, versions: Mapping[str, int]) -> Decision:
    """What people say of a document changes; raises Refused for an unknown document, BadInput for an unknown mark."""
    _known(state, document)
    _check_marks(marks.handling, marks.visibility)
    return Decision((new_event(marks, stream_of(document)),), {stream_of(document): versions[stream_of(document)]})


def retract(state: CaseState, document: str, reason: str, versions: Mapping[str, int]) -> Decision:
    """A document is taken back: its claims count no more from then on. Raises Refused."""
    if not reason.strip():
        raise Refused("a retraction needs a reason. Say who took the document back, and why")
    if _known(state, document).retracted is not None:
        raise Refused(f"{document} is retracted already: {state.documents[document].retracted}")
    stream = stream_of(document)
    return Decision((new_event(e.DocumentRetracted(reason=reason), stream),), {stream: versions[stream]})


def with_stable_ids(report: Mapping[str, Any], earlier: Mapping[str, Any] | None) -> dict[str, Any]:
    """The `read` JSON of a revision, in which a claim that stood before keeps its id and a new one has a new id.

    The same claim: the same words, stance and speaker's name. Decisions on it hold on.
    """
    if earlier is None:
        return dict(report)
    before: dict[tuple[str, str, str], list[str]] = {}
    for claim in earlier["claims"]:
        before.setdefault(_likeness(claim, earlier), []).append(claim["id"])
    highest = max((_number(claim["id"]) for claim in earlier["claims"]), default=0)
    new_id: dict[str, str] = {}
    for claim in report["claims"]:
        same = before.get(_likeness(claim, report))
        if same:
            new_id[claim["id"]] = same.pop(0)
        else:
            highest += 1
            new_id[claim["id"]] = f"k{highest}"
    claims = [
        claim | {"id": new_id[claim["id"]], "echo_of": new_id.get(claim["echo_of"] or "", claim["echo_of"])}
        for claim in report["claims"]
    ]
    return {**report, "claims": claims}


def linked_anew(document: str, agreement: str, about: Mapping[str, Any], versions: Mapping[str, int]) -> Decision:
    """The claims of a report that an agreement added later ties to its commitments."""
    if not about:
        return NOTHING
    stream = stream_of(document)
    event = new_event(e.ClaimsLinked(agreement=agreement, about=dict(about)), stream)
    return Decision((event,), {stream: versions[stream]})


def copies(document: str, others: Sequence[str], groups: Mapping[str, str], versions: Mapping[str, int]) -> Decision:
    """Claims of a document that go back to the same text as those of others."""
    if not groups:
        return NOTHING
    stream = stream_of(document)
    event = new_event(e.CopiesFound(others=list(others), groups=dict(groups)), stream)
    return Decision((event,), {stream: versions[stream]})


def _likeness(claim: Mapping[str, Any], report: Mapping[str, Any]) -> tuple[str, str, str]:
    names = {actor["id"]: actor["name"] for actor in report["actors"]}
    return " ".join(claim["quote"]["exact"].split()), claim["stance"], names.get(claim["speaker"], "")


def _number(claim: str) -> int:
    digits = "".join(letter for letter in claim if letter.isdigit())
    return int(digits) if digits else 0


def _marks(document: DocumentState, incoming: e.DocumentAdded) -> tuple[Any, ...]:
    """The marks given with a document that comes again, where they say something else."""
    changed = {
        name: value
        for name in ("source", "handling", "visibility")
        if (value := getattr(incoming, name)) is not None and value != getattr(document, name)
    }
    return (new_event(e.DocumentMarked(**changed), stream_of(document.id)),) if changed else ()


def _known(state: CaseState, document: str) -> DocumentState:
    found = state.documents.get(document)
    if found is None:
        have = ", ".join([*state.documents][:10]) or "none yet"
        raise Refused(f'the case has no document "{document}"; it has {have}. See: trucewatch case show')
    return found


def _check_marks(handling: str | None, visibility: str | None) -> None:
    for name, value, allowed in (("handling", handling, HANDLINGS), ("visibility", visibility, VISIBILITIES)):
        if value is not None and value not in allowed:
            raise BadInput(f'{name} is "{value}"; expected one of {", ".join(allowed)}')
