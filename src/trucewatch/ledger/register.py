"""The register: agreements with what became known of them since they were read, as it stood on a day.

Pure. A day that became known moves every deadline that counts from it; a new term replaces the old one and keeps it
on record; a duty that runs until an event lapses when the event's day is past.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from trucewatch.core.case import CaseOverview, CaseStatus, CommitmentStatus
from trucewatch.core.dates import CannotCompute, Due, edtf_range, when
from trucewatch.core.due_days import anchor_named, due_day
from trucewatch.core.model import Agreement, Anchor, Commitment, Missing
from trucewatch.core.time_limits import Limit, find_limits

from . import events as e
from .state import CaseState, Stated


@dataclass(frozen=True, slots=True)
class Term:
    """A last day that a commitment had, and where it is from; the newest is in force."""

    due: Due | CannotCompute | None
    source: str
    seq: int | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The day on which a duty ended, or was replaced: `value` is lapsed or superseded; `says` gives the reason."""

    value: str
    on: date | None
    says: str


# The kinds of limits that count from an event.
_COUNTED = ("duration", "day-number", "event")

# --------------------------------------------------------------------------- agreements on a day


def registered(key: str, agreement: Agreement, state: CaseState, as_of: date) -> Agreement:
    """The agreement with the days that are known and the terms that are in force on a day."""
    anchors = anchors_of(key, agreement, state)
    known = replace(agreement, anchors=anchors)
    moved = {stated.what.kind for stated in _said(state.of_agreements, key) if isinstance(stated.what, e.AnchorSet)}
    commitments = agreement.commitments
    if moved:
        commitments = tuple(replace(c, due=due_anew(c, known)) for c in commitments)
    return replace(known, commitments=tuple(replace(c, due=terms_of(c, state, as_of)[-1].due) for c in commitments))


def anchors_of(key: str, agreement: Agreement, state: CaseState) -> Mapping[str, Anchor]:
    """The days that deadlines count from: those of the text, and those that became known, which come first."""
    anchors = dict(agreement.anchors)
    for stated in _said(state.of_agreements, key):
        if not isinstance(stated.what, e.AnchorSet):
            continue
        if stated.what.day is None:
            given = agreement.anchors.get(stated.what.kind)
            anchors.pop(stated.what.kind, None)
            anchors |= {stated.what.kind: given} if given else {}
        else:
            said = f"{stated.what.source}, recorded by {stated.by}, event {stated.seq}"
            anchors[stated.what.kind] = Anchor(stated.what.kind, when(stated.what.day), said)
    return MappingProxyType(anchors)


def terms_of(commitment: Commitment, state: CaseState, as_of: date) -> tuple[Term, ...]:
    """Every last day that the commitment had by a day, the first that of the text; old ones are kept."""
    terms = [Term(commitment.due, "the text")]
    for stated in _said(state.of_commitments, commitment.id):
        if isinstance(stated.what, e.CommitmentRenegotiated) and _by(stated, as_of):
            first, last = edtf_range(stated.what.due)
            said = f"new term: {stated.what.source}, recorded by {stated.by}, event {stated.seq}"
            terms.append(Term(Due(first, last, (said,)), stated.what.source, stated.seq))
    return tuple(terms)


def due_anew(commitment: Commitment, agreement: Agreement) -> Due | CannotCompute | None:
    """The last day by the anchors that the agreement has now; what was read where the words give nothing to count."""
    limits = _limits(commitment, agreement)
    own = [limit for limit in limits if limit.kind in _COUNTED]
    found = [due for limit in own if (due := due_day(limit, agreement.anchors, limits)) is not None]
    firm = [due for due in found if isinstance(due, Due)]
    if firm:
        return max(firm, key=lambda due: (due.latest is not None, due.latest))
    return commitment.due


# --------------------------------------------------------------------------- ends


def end_of(key: str, commitment: Commitment, agreement: Agreement, state: CaseState, as_of: date) -> End | None:
    """How the duty ended by a day: it lapsed, or another agreement took its place; None while it runs."""
    return (
        _lapse_recorded(commitment, state, as_of)
        or _lapse_computed(commitment, agreement, as_of)
        or _superseded(key, commitment, state, as_of)
    )


def _lapse_recorded(commitment: Commitment, state: CaseState, as_of: date) -> End | None:
    for stated in reversed(_said(state.of_commitments, commitment.id)):
        if isinstance(stated.what, e.CommitmentLapsed):
            day = edtf_range(stated.what.on)[1]
            if day is not None and day <= as_of:
                says = f"the event until which the clause runs came on {stated.what.on}: {stated.what.source}, recorded by {stated.by}"
                return End("lapsed", day, says)
    return None


def _lapse_computed(commitment: Commitment, agreement: Agreement, as_of: date) -> End | None:
    for limit in _limits(commitment, agreement):
        if limit.kind != "until" or limit.anchor is None:
            continue
        anchor = anchor_named(limit.anchor, agreement.anchors)
        if anchor is not None and anchor.when.latest is not None and anchor.when.latest <= as_of:
            says = f"the clause runs until “{limit.anchor}”, which was on {anchor.when.edtf}: {anchor.given_by}"
            return End("lapsed", anchor.when.latest, says)
    return None


def _superseded(key: str, commitment: Commitment, state: CaseState, as_of: date) -> End | None:
    for newer, said in state.of_agreements.items():
        for stated in said:
            what = stated.what
            if not isinstance(what, e.AgreementsRelated) or what.relation != "supersedes" or what.other != key:
                continue
            if what.commitment in (None, commitment.id) and _by(stated, as_of):
                day = edtf_range(stated.true_on)[1] if stated.true_on else None
                return End("superseded", day, f"{newer} took its place: {what.source}, recorded by {stated.by}")
    return None


# --------------------------------------------------------------------------- over a status


def over(
    status: CaseStatus, agreements: Mapping[str, Agreement], read: Mapping[str, Agreement], state: CaseState
) -> CaseStatus:
    """The status with what the register says laid over it: ended duties, and the terms that were replaced.

    `agreements` are those as registered, `read` those as the text has them.
    """
    original = {c.id: c for agreement in read.values() for c in agreement.commitments}
    owner = {c.id: key for key, agreement in agreements.items() for c in agreement.commitments}
    own = {c.id: c for agreement in agreements.values() for c in agreement.commitments}

    def laid_over(one: CommitmentStatus) -> CommitmentStatus:
        key = owner[one.id]
        lines = list(_replaced_terms(original[one.id], state, status.as_of))
        end = end_of(key, own[one.id], agreements[key], state, status.as_of)
        if end is None:
            return replace(one, why=(*one.why, *lines)) if lines else one
        return replace(
            one,
            performance=end.value,
            rule=_ended(one.rule),
            why=(f"REG {end.value}: {end.says}", *lines, *one.why),
            would_change=("a source that says otherwise, recorded in the register", *one.would_change),
        )

    return replace(status, commitments=tuple(map(laid_over, status.commitments)))


def over_in_short(overview: CaseOverview, agreements: Mapping[str, Agreement], state: CaseState) -> CaseOverview:
    """The same for an overview: the duties that ended."""
    ends = {
        c.id: end
        for key, agreement in agreements.items()
        for c in agreement.commitments
        if (end := end_of(key, c, agreement, state, overview.as_of)) is not None
    }
    commitments = tuple(
        replace(one, performance=ends[one.id].value, rule=_ended(one.rule)) if one.id in ends else one
        for one in overview.commitments
    )
    return replace(overview, commitments=commitments)


def _ended(rules: str) -> str:
    """The names of the rules, with the register's in the place of that of the performance."""
    legal, _, going = rules.split()
    return f"{legal} REG {going}"


def _replaced_terms(commitment: Commitment, state: CaseState, as_of: date) -> Iterator[str]:
    terms = terms_of(commitment, state, as_of)
    for old, new in pairwise(terms):
        yield f"the earlier last day, {_day(old.due)} ({old.source}), was replaced: {new.source}"


def _day(due: Due | CannotCompute | None) -> str:
    if isinstance(due, Due) and due.latest is not None:
        return due.latest.isoformat()
    return "which could not be computed" if isinstance(due, CannotCompute) else "none"


# --------------------------------------------------------------------------- inside


def _said(where: Mapping[str, tuple[Stated, ...]], key: str) -> Sequence[Stated]:
    return where.get(key, ())


def _by(stated: Stated, as_of: date) -> bool:
    """Whether what is stated had come about by a day; without a day of its own it holds on every day."""
    if stated.true_on is None:
        return True
    first = edtf_range(stated.true_on)[0]
    return first is None or first <= as_of


@lru_cache(maxsize=4096)
def _limits_in(sentence: str) -> tuple[Limit, ...]:
    # The same sentences are asked about on every day that a case is looked at.
    return tuple(find_limits(sentence))


def _limits(commitment: Commitment, agreement: Agreement) -> Sequence[Limit]:
    """The time limits of the commitment's own words: those in its deadline and trigger, else all of its sentence."""
    text = agreement.document.text[commitment.start : commitment.end]
    limits = _limits_in(text)
    ranges = [
        agreement.document.text_range(span)
        for slot in (commitment.slots.deadline, commitment.slots.trigger)
        if not isinstance(slot, Missing)
        for span in slot
    ]
    inside = [
        limit
        for limit in limits
        if any(start < commitment.start + limit.end and commitment.start + limit.start < end for start, end in ranges)
    ]
    return inside or limits
