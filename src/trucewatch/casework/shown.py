"""A claim as a reviewer sees it: the words in their context, the values, the decisions, and no more than they may see.

A coder sees nobody else's values before having coded; blind, not the program's either.
"""

from collections.abc import Mapping
from typing import Any

from trucewatch.ledger import events as e
from trucewatch.ledger.codec import instant_text
from trucewatch.ledger.state import ClaimReview
from trucewatch.ledger.state import Decision as Decided

from .case import Case
from .claims import Claims, ShownClaim
from .corrections import coded_texts

Json = dict[str, Any]
DECISIONS: Mapping[type[e.Payload], str] = {
    e.ClaimAccepted: "accepted",
    e.ClaimCorrected: "corrected",
    e.ClaimCurated: "curated",
    e.ClaimRejected: "rejected",
    e.ClaimsMerged: "merged",
    e.ClaimSplit: "split",
    e.ClaimCoded: "coded",
}
SUGGESTION = "suggestion"
# What a blind coder is not shown: everything that the program, or anybody, judged.
JUDGED = (
    "about", "axis", "chain", "echo_of", "factuality", "grades", "grounds", "happened_on", "independence_group", "notes",
    "proposition", "said_on", "speaker", "stance", "target", "visibility", "voice",
)  # fmt: skip


def claim_json(case: Case, name: str, *, viewer: str, coder: str | None = None, blind: bool = False) -> Json:
    """The claim as `review show` prints it (trucewatch.claim/1). Raises Refused where there is none."""
    claims = Claims(case, case.state())
    return {
        "schema": "trucewatch.claim/1",
        **shown(claims, claims.find(name), coder or viewer, coder is not None, blind),
    }


def shown(claims: Claims, claim: ShownClaim, viewer: str, coding: bool, blind: bool) -> Json:
    """The claim for a viewer; `coding` says that they are about to code it."""
    document, now = claim.document, claim.now
    values = {name: value for name, value in now.items() if not (blind and name in JUDGED)}
    return {
        "id": claim.id,
        "version": claim.version,
        "blind": blind,
        "document": {
            "id": document.id,
            "name": document.name,
            "published_on": document.published_on,
            "handling": document.handling,
            "source": document.source,
        },
        "context": claims.context(claim),
        "claim": values,
        "actors": [
            {name: actor[name] for name in ("id", "name", "kind", "side", "authority")}
            for actor in claim.reading.actors.values()
        ],
        "state": None if blind else state_of(claim.review),
        "decisions": [] if blind else [_decided(d, claim.review) for d in claim.review.decisions if _told(d)],
        "codings": codings_for(claim.review, viewer, coding),
    }


def state_of(review: ClaimReview) -> str:
    """accepted, corrected, curated, rejected, merged or split by the verdict that holds; else suggestion."""
    return SUGGESTION if review.verdict is None else DECISIONS[type(review.verdict.what)]


def codings_for(review: ClaimReview, viewer: str, coding: bool) -> Json:
    """How many coded the claim, and their values for those who may see them.

    A coder may once they have coded it; somebody who only looks, once two have.
    """
    codings = review.codings
    open_ = viewer in codings or (not coding and len(codings) >= 2)
    return {
        "number": len(codings),
        "hidden": bool(codings) and not open_,
        "values": {coder: coded_texts(fields) for coder, fields in codings.items()} if open_ else {},
    }


def _told(decided: Decided) -> bool:
    """Codings have a place of their own, where they are hidden from those who may not see them."""
    return not isinstance(decided.what, e.ClaimCoded)


def _decided(decided: Decided, review: ClaimReview) -> Json:
    what = decided.what
    told: Json = {
        "event": decided.seq,
        "by": decided.by,
        "at": instant_text(decided.learned_at),
        "what": DECISIONS[type(what)],
        "reason": getattr(what, "reason", ""),
        "undone": decided.seq in review.undone,
    }
    if isinstance(what, e.ClaimCorrected | e.ClaimCurated):
        told["values"] = coded_texts(what.fields)
    if isinstance(what, e.ClaimsMerged):
        told["into"] = what.into
    if isinstance(what, e.ClaimSplit):
        told["parts"] = [{"id": part["id"], "exact": part["quote"]["exact"]} for part in what.parts]
    return told
