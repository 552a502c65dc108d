"""The frozen names of the ledger's events and what each holds.

A name is never reused and what it holds never changes its meaning: a new shape is a new version ("claim-coded.v2")
with an upcaster from the old one. `Json` is the contract of docs/schema: what `read` and `lint` print.
"""

from typing import Any

import msgspec

Json = dict[str, Any]


class Payload(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an event holds."""


# --------------------------------------------------------------------------- the case: stream "case"


class CaseOpened(Payload, frozen=True, kw_only=True):
    """A case begins. `program` is the version that opened it."""

    title: str
    program: str


class SettingChanged(Payload, frozen=True, kw_only=True):
    """A setting of the case, such as `provisional`: whether suggestions may set a status, marked as such."""

    name: str
    value: bool | int | str | None


# --------------------------------------------------------------------------- documents: stream "document:<id>"


class DocumentAdded(Payload, frozen=True, kw_only=True):
    """A document was put into the case. Its bytes are kept under `sha256` and never changed.

    `key` is what makes it the same living source when it comes again: the address or path it was given under.
    `kind`: agreement, report or data. `sketch`: MinHash values that find near-copies.
    """

    kind: str
    name: str
    key: str
    sha256: str
    size: int
    language: str | None = None
    published_on: str | None = None
    source: str | None = None
    handling: str | None = None
    visibility: str | None = None
    sketch: list[int] = []


class DocumentRevised(Payload, frozen=True, kw_only=True):
    """A living source came again with other bytes; the old ones stay."""

    sha256: str
    size: int
    name: str
    published_on: str | None = None
    sketch: list[int] = []


class DocumentSeen(Payload, frozen=True, kw_only=True):
    """A document came again unchanged."""

    name: str


class DocumentRetracted(Payload, frozen=True, kw_only=True):
    """Its publisher, or a person on the team, took a document back; its claims count no more from then on."""

    reason: str


class DocumentMarked(Payload, frozen=True, kw_only=True):
    """What people say about a document changed; None leaves a value as it is."""

    source: str | None = None
    handling: str | None = None
    visibility: str | None = None


# ------------------------------------------------------------ what was read: stream "document:<id>" as well


class AgreementRead(Payload, frozen=True, kw_only=True):
    """What the program found in an agreement: the `lint` JSON. Commitment ids are unique below the document."""

    sha256: str
    program: str
    agreement: Json


class ReportRead(Payload, frozen=True, kw_only=True):
    """What the program found in a report, linked to the agreements of that moment: the `read` JSON.

    A claim's id in the case is "<document id>/<claim id>". All of it is suggestion until a person accepts it.
    """

    sha256: str
    program: str
    report: Json


class ClaimsLinked(Payload, frozen=True, kw_only=True):
    """Claims of a report were tied anew, because an agreement came later: claim id -> `about`."""

    agreement: str
    about: dict[str, Json]


class CopiesFound(Payload, frozen=True, kw_only=True):
    """Near-copies: this document and others go back to one text. claim id -> independence group."""

    others: list[str]
    groups: dict[str, str]


# --------------------------------------------------------------------------- register


class AnchorSet(Payload, frozen=True, kw_only=True):
    """A day that deadlines count from became known (or was corrected). Stream "agreement:<document id>".

    `kind`: signature, entry-into-force or a name of the text; `day`: EDTF, None takes it back; `document`: the source.
    """

    kind: str
    day: str | None
    source: str


class CommitmentRenegotiated(Payload, frozen=True, kw_only=True):
    """A new last day was agreed; the old one stays on record. Stream "commitment:<document id>/<commitment id>"."""

    due: str
    source: str


class CommitmentLapsed(Payload, frozen=True, kw_only=True):
    """The event until which a duty runs has come. Stream as above."""

    on: str
    source: str


class AgreementsRelated(Payload, frozen=True, kw_only=True):
    """How an agreement stands to another: supersedes, silent-about, conflicts-with, implements. Stream "agreement:<id>"."""

    relation: str
    other: str
    source: str
    commitment: str | None = None


# --------------------------------------------------------------------------- review: stream "claim:<claim id>"


class ClaimAccepted(Payload, frozen=True, kw_only=True):
    """A person stands behind the claim as it is."""

    reason: str = ""


class ClaimCorrected(Payload, frozen=True, kw_only=True):
    """A person accepts the claim with other values. Field names as in the `read` JSON."""

    fields: Json
    reason: str


class ClaimRejected(Payload, frozen=True, kw_only=True):
    """A person says that the claim is none."""

    reason: str


class ClaimsMerged(Payload, frozen=True, kw_only=True):
    """This claim says the same as `into`, which stays; this one counts no more."""

    into: str
    reason: str


class ClaimSplit(Payload, frozen=True, kw_only=True):
    """This claim holds several: their whole JSON, with ids "<claim id>.1", "<claim id>.2". This one counts no more."""

    parts: list[Json]
    reason: str


class ClaimCoded(Payload, frozen=True, kw_only=True):
    """A coder's own values for a claim, made without sight of the other's. Field names as in the `read` JSON."""

    coder: str
    fields: Json


class ClaimCurated(Payload, frozen=True, kw_only=True):
    """The values that were settled on after two coders differed; accepts the claim."""

    fields: Json
    reason: str


class ReviewUndone(Payload, frozen=True, kw_only=True):
    """A review event of this stream, named by its `seq`, holds no more."""

    seq: int
    reason: str


PAYLOADS: dict[str, type[Payload]] = {
    "case-opened.v1": CaseOpened,
    "setting-changed.v1": SettingChanged,
    "document-added.v1": DocumentAdded,
    "document-revised.v1": DocumentRevised,
    "document-seen.v1": DocumentSeen,
    "document-retracted.v1": DocumentRetracted,
    "document-marked.v1": DocumentMarked,
    "agreement-read.v1": AgreementRead,
    "report-read.v1": ReportRead,
    "claims-linked.v1": ClaimsLinked,
    "copies-found.v1": CopiesFound,
    "anchor-set.v1": AnchorSet,
    "commitment-renegotiated.v1": CommitmentRenegotiated,
    "commitment-lapsed.v1": CommitmentLapsed,
    "agreements-related.v1": AgreementsRelated,
    "claim-accepted.v1": ClaimAccepted,
    "claim-corrected.v1": ClaimCorrected,
    "claim-rejected.v1": ClaimRejected,
    "claims-merged.v1": ClaimsMerged,
    "claim-split.v1": ClaimSplit,
    "claim-coded.v1": ClaimCoded,
    "claim-curated.v1": ClaimCurated,
    "review-undone.v1": ReviewUndone,
}
