"""What events hold, as values again: the `read` and `lint` JSON back into reports and agreements."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from trucewatch.core.dates import CannotCompute, Due, When, edtf_range
from trucewatch.core.model import (
    Actor,
    Agreement,
    AgreementMention,
    Anchor,
    Claim,
    Clause,
    ClauseKind,
    Commitment,
    Definition,
    Document,
    Finding,
    Hop,
    Link,
    Missing,
    Modality,
    Report,
    Severity,
    Slots,
    Unlinked,
)
from trucewatch.core.quotes import Quote, Repairs, Span
from trucewatch.core.repairs import find_repairs

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RecordedDocument(Document):
    """A document of which only what the ledger keeps is at hand: spans read as `readings` has them, else as they stand."""

    readings: Mapping[tuple[int, int], str] = field(default_factory=lambda: MappingProxyType({}))

    def reads(self, span: Span) -> str:
        return self.readings.get((span.start, span.end), span.exact)


# --------------------------------------------------------------------------- reports


def report_of(data: Json, document: Document | None = None) -> Report:
    """The report of a `read` JSON: its document, agreements, actors and claims; other parts stay in the JSON.

    With `document`, the text as it was read, spans can be set in their context; without it only their words are known.
    """
    return Report(
        document=document or _recorded(data),
        agreements=tuple(_mention(mention) for mention in data["agreements"]),
        actors=tuple(_actor(actor) for actor in data["actors"]),
        claims=tuple(claim_of(claim) for claim in data["claims"]),
    )


def claim_of(data: Json) -> Claim:
    """The claim of its JSON."""
    quote, proposition = data["quote"], data["proposition"]
    return Claim(
        id=data["id"],
        speaker=data["speaker"],
        stance=data["stance"],
        axis=data["axis"],
        about=_about(data["about"]),
        quote=Quote(_span(quote), quote["prefix"], quote["suffix"]),
        target=data["target"],
        said_on=_when(data["said_on"]),
        happened_on=_when(data["happened_on"]),
        voice=data["voice"],
        visibility=data["visibility"],
        chain=tuple(Hop(hop["role"], hop.get("actor"), hop.get("source")) for hop in data["chain"]),
        independence_group=data["independence_group"],
        factuality=data["factuality"],
        echo_of=data["echo_of"],
        grounds=_spans(data["grounds"]),
        grades=MappingProxyType(dict(data["grades"])),
        proposition=_span(proposition) if proposition else None,
        notes=tuple(data["notes"]),
    )


def _recorded(data: Json) -> RecordedDocument:
    own = data["document"]
    quotes = (claim["quote"] for claim in data["claims"])
    readings = {(quote["start"], quote["end"]): quote["reads"] for quote in quotes if "reads" in quote}
    published = _when(own["published_on"])
    return RecordedDocument(
        path=own["path"],
        sha256=own["sha256"],
        original="",
        text="",
        repairs=Repairs(),
        blocks=(),
        language=own["language"],
        published_on=published if isinstance(published, When) else None,
        readings=readings,
    )


def _mention(data: Json) -> AgreementMention:
    spans = data["spans"]
    date = _when(data["date"])
    return AgreementMention(
        id=data["id"],
        name=_span(spans["name"]),
        date=date if isinstance(date, When) else None,
        place=_span(spans["place"]) if "place" in spans else None,
        mentions=_spans(data["mentions"]),
    )


def _actor(data: Json) -> Actor:
    return Actor(
        id=data["id"],
        name=_span(data["spans"]["name"]),
        kind=data["kind"],
        side=data["side"],
        authority=data["authority"],
        ids=MappingProxyType(dict(data["ids"])),
        mentions=_spans(data["mentions"]),
    )


def _about(data: Json) -> Link | Unlinked:
    also = tuple(data.get("also", ()))
    if data["commitment"] is None and data["agreement"] is None and not also:
        return Unlinked(data["reason"] or "")
    return Link(data["commitment"], data["agreement"], data["reason"] or "", also)


# --------------------------------------------------------------------------- agreements


def agreement_of(data: Json, prefix: str = "") -> Agreement:
    """The agreement of a recorded `lint` JSON, whose document holds its `original` text.

    `prefix` stands before the ids of commitments, which are unique only within their agreement.
    """
    document = _with_text(data["document"])
    clauses = tuple(_clause(clause, document) for clause in data["clauses"])
    return Agreement(
        document=document,
        title=_span(data["title"]) if data["title"] else None,
        clauses=clauses,
        definitions=tuple(
            Definition(d["term"], _span(d), _span(d["meaning"]) if d["meaning"] else None, d["abbreviation"])
            for d in data["definitions"]
        ),
        anchors=MappingProxyType({anchor.kind: anchor for anchor in map(_anchor, data["anchors"])}),
        commitments=tuple(_commitment(commitment, document, prefix) for commitment in data["commitments"]),
    )


def findings_of(data: Json) -> tuple[Finding, ...]:
    """The linter's findings of a recorded `lint` JSON that nobody has waived."""
    return tuple(
        Finding(
            code=finding["code"],
            name=finding["name"],
            severity=Severity(finding["severity"]),
            message=finding["message"],
            readings=tuple(finding["readings"]),
            suggestion=finding["suggestion"],
            clause=finding["clause"],
            span=_span(finding),
            waived=None,
            fingerprint=finding["fingerprint"],
        )
        for finding in data["findings"]
        if finding["waived"] is None
    )


def _with_text(own: Json) -> Document:
    original = own["original"]
    repairs = find_repairs(original)
    published = _when(own["published_on"])
    return Document(
        path=own["path"],
        sha256=own["sha256"],
        original=original,
        text=repairs.apply(original),
        repairs=repairs,
        blocks=(),
        language=own["language"],
        published_on=published if isinstance(published, When) else None,
    )


def _clause(data: Json, document: Document) -> Clause:
    heading = data["spans"].get("heading")
    own = None if data["start"] is None else _span(data)
    headed = _span(heading) if heading else None
    # A container without words of its own is printed where its heading stands.
    words = None if own == headed else own
    start, end = document.text_range(words) if words else (0, 0)
    return Clause(
        data["id"], ClauseKind(data["kind"]), data["number"], headed, words, start, end, data["parent"]
    )  # fmt: skip


def _anchor(data: Json) -> Anchor:
    day = _when(data["when"])
    if not isinstance(day, When):
        raise ValueError(f"the anchor {data['kind']} has no day")
    return Anchor(data["kind"], day, data["given_by"])


def _commitment(data: Json, document: Document, prefix: str) -> Commitment:
    span = _span(data)
    start, end = document.text_range(span)
    slots = {name: Missing(s["missing"]) if isinstance(s, Mapping) else _spans(s) for name, s in data["slots"].items()}
    return Commitment(
        id=prefix + data["id"],
        clause=data["clause"],
        span=span,
        start=start,
        end=end,
        modality=Modality(data["modality"]),
        slots=Slots(**slots),
        due=_due(data["due"]),
    )


def _due(data: Json | None) -> Due | CannotCompute | None:
    if data is None:
        return None
    if "cannot_compute" in data:
        return CannotCompute(data["cannot_compute"])
    earliest, latest = (edtf_range(data[end])[0] if data[end] else None for end in ("earliest", "latest"))
    return Due(earliest, latest, tuple(data["assumes"]), _spans(data["from"]))


# --------------------------------------------------------------------------- spans and days


def _span(data: Json) -> Span:
    return Span(data["start"], data["end"], data["exact"])


def _spans(data: Iterable[Json]) -> tuple[Span, ...]:
    return tuple(map(_span, data))


def _when(data: Json | None) -> When | Missing:
    if data is None:
        return Missing("not stated")
    if "missing" in data:
        return Missing(data["missing"])
    first, last = edtf_range(data["edtf"])
    return When(
        data["edtf"], first, last, tuple(data["alternatives"]), _spans(data["from"]), data["computed"]
    )  # fmt: skip
