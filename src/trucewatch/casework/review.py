"""What people decide on claims: each decision checked against the case as it stands, and recorded whole or not at all.

A claim is named as "d2/k1", or as "d2/k1@0.15" with the version that was shown: then a decision on a claim that has
changed since is refused.
"""

from collections.abc import Callable, Mapping, Sequence

from trucewatch.core.errors import BadInput, Refused
from trucewatch.core.ledger import Event
from trucewatch.ledger.decide import NOTHING, Decision
from trucewatch.ledger.decide import review as decide
from trucewatch.ledger.state import CaseState

from .case import Case
from .claims import Claims, ShownClaim, asked_for
from .corrections import FIELDS, Corrections, coded_texts
from .splitting import PartWish, parts_of

Versions = Mapping[str, int]
Act = Callable[[Claims, ShownClaim, Versions], Decision]


def accept(case: Case, names: Sequence[str], reason: str = "") -> tuple[Event, ...]:
    """Records that the person stands behind the claims; all of them, or none where one cannot be accepted."""
    return _record(case, names, lambda at, claim, versions: decide.accept(at.state, claim.id, versions, reason))


def correct(case: Case, name: str, wished: Mapping[str, str], reason: str) -> tuple[Event, ...]:
    """Records the claim with other values, which accepts it. Raises BadInput with every fault in the values."""

    def act(at: Claims, claim: ShownClaim, versions: Versions) -> Decision:
        fields = Corrections(at).changes(claim, wished)
        if wished and not fields:
            raise BadInput(f"{claim.id} has these values already; expected others. To accept it as it is: accept")
        return decide.correct(at.state, claim.id, fields, reason, versions)

    return _record(case, [name], act)


def reject(case: Case, name: str, reason: str) -> tuple[Event, ...]:
    """Records that the claim is none."""
    return _record(case, [name], lambda at, claim, versions: decide.reject(at.state, claim.id, reason, versions))


def merge(case: Case, name: str, into: str, reason: str) -> tuple[Event, ...]:
    """Records that the claim says the same as another one, which stays."""
    stays = asked_for(into)

    def act(at: Claims, claim: ShownClaim, versions: Versions) -> Decision:
        at.find(stays.id).refuse_other_than(stays.version)
        return decide.merge(at.state, claim.id, stays.id, reason, versions)

    return _record(case, [name], act, also=stays.streams)


def split(case: Case, name: str, parts: Sequence[PartWish], reason: str) -> tuple[Event, ...]:
    """Records the claim as several, each with words of its document. Raises Refused and BadInput."""

    def act(at: Claims, claim: ShownClaim, versions: Versions) -> Decision:
        return decide.split(at.state, claim.id, parts_of(at, claim, parts), reason, versions)

    return _record(case, [name], act)


def undo(case: Case, name: str, reason: str) -> tuple[Event, ...]:
    """Records that the last verdict on the claim holds no more."""
    return _record(case, [name], lambda at, claim, versions: decide.undo(at.state, claim.id, reason, versions))


def code(case: Case, name: str, coder: str, wished: Mapping[str, str]) -> tuple[Event, ...]:
    """Records a coder's own values; a later coding by the same coder replaces it."""
    if not coder.strip():
        raise BadInput("the coder has no name; expected one. Pass --coder")

    def act(at: Claims, claim: ShownClaim, versions: Versions) -> Decision:
        return decide.code(at.state, claim.id, coder.strip(), Corrections(at).coded(claim, wished), versions)

    return _record(case, [name], act)


def curate(case: Case, name: str, wished: Mapping[str, str], reason: str) -> tuple[Event, ...]:
    """Records the values settled on: those on which all coders agree, and the given ones; accepts the claim.

    Raises Refused where coders differ on a field and no value for it is given.
    """

    def act(at: Claims, claim: ShownClaim, versions: Versions) -> Decision:
        settled, open_fields = agreed(at.state, claim.id)
        missing = [field for field in open_fields if field not in wished]
        if len(claim.review.codings) >= 2 and missing:
            raise Refused(
                f"the coders of {claim.id} differ on {', '.join(missing)}. "
                f"Settle it, such as --set {missing[0]}={open_fields[missing[0]][0]}"
            )
        corrections = Corrections(at)
        fields = corrections.changes(claim, {**settled, **wished})
        # Where the coders come to what stands already, that they do is what is recorded.
        fields = fields or corrections.coded(claim, {**settled, **wished})
        return decide.curate(at.state, claim.id, fields, reason, versions)

    return _record(case, [name], act)


def agreed(state: CaseState, claim: str) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """The fields on which all who coded them gave one value, and those on which they differ with every value given."""
    codings = [coded_texts(fields) for fields in state.review(claim).codings.values()]
    given = {field: tuple(dict.fromkeys(c[field] for c in codings if field in c)) for field in FIELDS}
    return (
        {field: values[0] for field, values in given.items() if len(values) == 1},
        {field: values for field, values in given.items() if len(values) > 1},
    )


def _record(case: Case, names: Sequence[str], act: Act, also: Sequence[str] = ()) -> tuple[Event, ...]:
    """Records what `act` decides on each claim, at the versions that it was decided on."""
    asked = list(dict.fromkeys(map(asked_for, names)))
    if not asked:
        raise BadInput("no claim was named; expected one such as d2/k1. See: trucewatch review queue")
    streams = {stream for one in asked for stream in one.streams} | set(also)

    def decision(state: CaseState, versions: Versions) -> Decision:
        at, found = Claims(case, state), NOTHING
        for one in asked:
            claim = at.find(one.id, versions[one.streams[0]])
            claim.refuse_other_than(one.version)
            found += act(at, claim, versions)
        # What was read of a claim is in its document's stream: a revision meanwhile must be seen, too.
        return Decision(found.events, {stream: versions[stream] for stream in streams})

    return case.decide(decision, streams)
