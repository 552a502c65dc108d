"""Verdicts and codings of claims. A suggestion counts for nothing until somebody stands behind it."""

from collections.abc import Mapping, Sequence
from typing import Any

from trucewatch.core.errors import Refused
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import new_event
from trucewatch.ledger.state import CaseState, ClaimReview

from . import Decision

# What a person may set right in a claim; its words are what the source says and stay.
CORRECTABLE = frozenset(
    "speaker stance axis about target said_on happened_on voice visibility factuality echo_of grades notes "
    "chain independence_group".split()
)


def stream_of(claim: str) -> str:
    """The stream of a claim's review events; a claim's id in the case is "<document>/<claim>"."""
    return f"claim:{claim}"


def accept(state: CaseState, claim: str, versions: Mapping[str, int], reason: str = "") -> Decision:
    """Somebody stands behind the claim as it is."""
    _open(state, claim)
    return _one(e.ClaimAccepted(reason=reason), claim, versions)


def correct(
    state: CaseState, claim: str, fields: Mapping[str, Any], reason: str, versions: Mapping[str, int]
) -> Decision:
    """Somebody accepts the claim with other values; raises Refused for a field that is no matter of judgement."""
    _open(state, claim)
    _reasoned("a correction", reason)
    _correctable(fields)
    return _one(e.ClaimCorrected(fields=dict(fields), reason=reason), claim, versions)


def reject(state: CaseState, claim: str, reason: str, versions: Mapping[str, int]) -> Decision:
    """Somebody says that the claim is none."""
    _open(state, claim)
    _reasoned("a rejection", reason)
    return _one(e.ClaimRejected(reason=reason), claim, versions)


def merge(state: CaseState, claim: str, into: str, reason: str, versions: Mapping[str, int]) -> Decision:
    """The claim says the same as another one, which stays."""
    _open(state, claim)
    _open(state, into)
    _reasoned("a merger", reason)
    if claim == into:
        raise Refused(f"{claim} cannot be merged into itself. Name the claim that stays")
    return _one(e.ClaimsMerged(into=into, reason=reason), claim, versions, rests_on=(into,))


def split(
    state: CaseState, claim: str, parts: Sequence[Mapping[str, Any]], reason: str, versions: Mapping[str, int]
) -> Decision:
    """The claim holds several: their whole JSON. Each part quotes words of the claim and gets an id of its own."""
    _open(state, claim)
    _reasoned("a split", reason)
    if len(parts) < 2:
        raise Refused(f"{claim} can be split into two claims or more; {len(parts)} was given")
    own = claim.partition("/")[2]
    numbered = [dict(part) | {"id": f"{own}.{number}"} for number, part in enumerate(parts, 1)]
    return _one(e.ClaimSplit(parts=numbered, reason=reason), claim, versions)


def code(state: CaseState, claim: str, coder: str, fields: Mapping[str, Any], versions: Mapping[str, int]) -> Decision:
    """A coder's own values, made without sight of others'. A coding is no verdict; a later one replaces it."""
    _open(state, claim)
    _correctable(fields)
    return _one(e.ClaimCoded(coder=coder, fields=dict(fields)), claim, versions)


def curate(
    state: CaseState, claim: str, fields: Mapping[str, Any], reason: str, versions: Mapping[str, int]
) -> Decision:
    """The values settled on after two coders; accepts the claim. Raises Refused with fewer than two codings."""
    coders = _open(state, claim).codings
    _reasoned("a curation", reason)
    _correctable(fields)
    if len(coders) < 2:
        raise Refused(
            f"{claim} was coded by {' and '.join(coders) or 'nobody'}; curation needs two coders. Let another one code it"
        )
    return _one(e.ClaimCurated(fields=dict(fields), reason=reason), claim, versions)


def undo(state: CaseState, claim: str, reason: str, versions: Mapping[str, int]) -> Decision:
    """The last verdict on the claim that still holds, holds no more."""
    held = state.review(claim).verdict
    _reasoned("undoing", reason)
    if held is None:
        raise Refused(f"no verdict on {claim} holds that could be undone")
    return _one(e.ReviewUndone(seq=held.seq, reason=reason), claim, versions)


def _one(payload: e.Payload, claim: str, versions: Mapping[str, int], *, rests_on: Sequence[str] = ()) -> Decision:
    streams = [stream_of(name) for name in (claim, *rests_on)]
    return Decision((new_event(payload, streams[0]),), {stream: versions[stream] for stream in streams})


def _open(state: CaseState, claim: str) -> ClaimReview:
    review = state.review(claim)
    if review.closed and review.verdict is not None:
        what = type(review.verdict.what).__name__
        raise Refused(
            f"{claim} counts no more: {review.verdict.by} decided so ({what}, event {review.verdict.seq}). "
            "Undo that first"
        )
    return review


def _reasoned(what: str, reason: str) -> None:
    if not reason.strip():
        raise Refused(f"{what} needs a reason. Give one with --reason")


def _correctable(fields: Mapping[str, Any]) -> None:
    unknown = sorted(fields.keys() - CORRECTABLE)
    if unknown:
        raise Refused(
            f"{', '.join(unknown)} cannot be set by review; expected some of {', '.join(sorted(CORRECTABLE))}"
        )
    if not fields:
        raise Refused("no field was given. Name what is to be set, such as stance=ACCUSE")
