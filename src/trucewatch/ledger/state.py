"""The case as its events leave it: `fold(events)` is the case at the last of them.

What a report's claims say is not held here (a case has a million of them); what people decided about single claims is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from trucewatch.core.ledger import Event

from . import events as e
from .codec import payload

CASE = "case"


@dataclass(frozen=True, slots=True)
class Revision:
    """The bytes that a document had from an event on."""

    sha256: str
    size: int
    name: str
    published_on: str | None
    seq: int
    learned_at: datetime


@dataclass(frozen=True, slots=True)
class DocumentState:
    """A document of the case. `reading` is the seq of its newest reading, `readings` how many there were."""

    id: str
    kind: str
    key: str
    language: str | None
    source: str | None
    handling: str | None
    visibility: str | None
    revisions: tuple[Revision, ...]
    reading: int | None = None
    readings: int = 0
    retracted: str | None = None

    @property
    def now(self) -> Revision:
        """The newest bytes."""
        return self.revisions[-1]

    @property
    def name(self) -> str:
        return self.now.name

    @property
    def published_on(self) -> str | None:
        return self.now.published_on


@dataclass(frozen=True, slots=True)
class Decision:
    """One review event on a claim, with who made it and when."""

    seq: int
    by: str
    learned_at: datetime
    what: e.Payload


VERDICTS = (e.ClaimAccepted, e.ClaimCorrected, e.ClaimCurated, e.ClaimRejected, e.ClaimsMerged, e.ClaimSplit)


@dataclass(frozen=True, slots=True)
class ClaimReview:
    """Everything that was decided about a claim, oldest first; what was undone stays and counts no more."""

    decisions: tuple[Decision, ...] = ()
    undone: frozenset[int] = frozenset()

    @property
    def standing(self) -> tuple[Decision, ...]:
        """The verdicts that hold, oldest first; codings are no verdicts."""
        return tuple(d for d in self.decisions if d.seq not in self.undone and isinstance(d.what, VERDICTS))

    @property
    def verdict(self) -> Decision | None:
        """The last verdict that holds; None: the claim is a suggestion."""
        return self.standing[-1] if self.standing else None

    @property
    def accepted(self) -> bool:
        held = self.verdict
        return held is not None and isinstance(held.what, e.ClaimAccepted | e.ClaimCorrected | e.ClaimCurated)

    @property
    def closed(self) -> bool:
        """Whether the claim counts no more: rejected, merged into another or split up."""
        return self.verdict is not None and not self.accepted

    @property
    def fields(self) -> e.Json:
        """The values that people put in place of what was read, field by field."""
        merged: e.Json = {}
        for decision in self.standing:
            if isinstance(decision.what, e.ClaimCorrected | e.ClaimCurated):
                merged |= decision.what.fields
        return merged

    @property
    def codings(self) -> dict[str, e.Json]:
        """Each coder's newest values."""
        return {d.what.coder: d.what.fields for d in self.decisions if isinstance(d.what, e.ClaimCoded)}


@dataclass(frozen=True, slots=True)
class Stated:
    """Something said of an agreement or commitment, by whom and when; `what` is the event's payload, `true_on` since when it is so."""

    seq: int
    by: str
    learned_at: datetime
    what: e.Payload
    true_on: str | None = None


@dataclass
class CaseState:
    """A case. Built by `fold` only; whoever holds one reads it and changes nothing."""

    title: str = ""
    seq: int = 0
    settings: dict[str, bool | int | str | None] = field(default_factory=dict)
    documents: dict[str, DocumentState] = field(default_factory=dict)
    by_key: dict[str, str] = field(default_factory=dict)
    by_sha256: dict[str, str] = field(default_factory=dict)
    reviews: dict[str, ClaimReview] = field(default_factory=dict)
    # Agreement id -> what was said of it (anchors, relations); commitment id -> new terms and lapses.
    of_agreements: dict[str, tuple[Stated, ...]] = field(default_factory=dict)
    of_commitments: dict[str, tuple[Stated, ...]] = field(default_factory=dict)

    @property
    def provisional(self) -> bool:
        """Whether suggestions may set a status, marked as provisional."""
        return bool(self.settings.get("provisional", False))

    def review(self, claim: str) -> ClaimReview:
        return self.reviews.get(claim, ClaimReview())


def fold(events: Iterable[Event], state: CaseState | None = None) -> CaseState:
    """The case after the events; carries `state` on where one is given."""
    state = CaseState() if state is None else state
    for event in events:
        _apply(event, state)
        state.seq = event.seq
    return state


def subject(event: Event) -> str:
    """What the event's stream is about, without its kind: "d1" of "document:d1"."""
    return event.stream.partition(":")[2]


def _apply(event: Event, state: CaseState) -> None:
    what = payload(event)
    match what:
        case e.CaseOpened():
            state.title = what.title
        case e.SettingChanged():
            state.settings[what.name] = what.value
        case e.AnchorSet() | e.AgreementsRelated():
            _state(state.of_agreements, event, what)
        case e.CommitmentRenegotiated() | e.CommitmentLapsed():
            _state(state.of_commitments, event, what)
        case e.ReviewUndone():
            review = state.review(subject(event))
            state.reviews[subject(event)] = replace(review, undone=review.undone | {what.seq})
        case e.ClaimCoded() | e.ClaimAccepted() | e.ClaimCorrected() | e.ClaimCurated() | e.ClaimRejected():
            _decide(state, event, what)
        case e.ClaimsMerged() | e.ClaimSplit():
            _decide(state, event, what)
        case _:
            _apply_to_document(event, what, state)


def _state(where: dict[str, tuple[Stated, ...]], event: Event, what: e.Payload) -> None:
    stated = Stated(event.seq, event.by, event.learned_at, what, event.true_on)
    where[subject(event)] = (*where.get(subject(event), ()), stated)


def _decide(state: CaseState, event: Event, what: e.Payload) -> None:
    review = state.review(subject(event))
    decision = Decision(event.seq, event.by, event.learned_at, what)
    state.reviews[subject(event)] = replace(review, decisions=(*review.decisions, decision))


def _apply_to_document(event: Event, what: e.Payload, state: CaseState) -> None:
    id_ = subject(event)
    if isinstance(what, e.DocumentAdded):
        state.documents[id_] = DocumentState(
            id=id_,
            kind=what.kind,
            key=what.key,
            language=what.language,
            source=what.source,
            handling=what.handling,
            visibility=what.visibility,
            revisions=(Revision(what.sha256, what.size, what.name, what.published_on, event.seq, event.learned_at),),
        )
        state.by_key[what.key] = id_
        state.by_sha256[what.sha256] = id_
        return
    document = state.documents[id_]
    match what:
        case e.DocumentRevised():
            revision = Revision(what.sha256, what.size, what.name, what.published_on, event.seq, event.learned_at)
            document = replace(document, revisions=(*document.revisions, revision), retracted=None)
            state.by_sha256[what.sha256] = id_
        case e.DocumentMarked():
            marks = {name: getattr(what, name) for name in ("source", "handling", "visibility")}
            document = replace(document, **{name: value for name, value in marks.items() if value is not None})
        case e.DocumentRetracted():
            document = replace(document, retracted=what.reason)
        case e.AgreementRead() | e.ReportRead():
            document = replace(document, reading=event.seq, readings=document.readings + 1)
        case _:
            pass  # seen again, linked anew, copies: nothing of the document itself changes
    state.documents[id_] = document
