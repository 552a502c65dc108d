"""What became known of agreements and commitments after they were read: days, new terms, lapses, relations."""

from collections.abc import Collection, Mapping

from trucewatch.core.dates import edtf_range
from trucewatch.core.errors import BadInput, Refused
from trucewatch.core.ledger import NewEvent
from trucewatch.ledger import events as e
from trucewatch.ledger.codec import new_event
from trucewatch.ledger.state import CaseState

from . import Decision

RELATIONS = ("supersedes", "silent-about", "conflicts-with", "implements")


def of_agreement(agreement: str) -> str:
    """The stream of what is said of an agreement."""
    return f"agreement:{agreement}"


def of_commitment(commitment: str) -> str:
    """The stream of what is said of a commitment."""
    return f"commitment:{commitment}"


def set_anchor(
    state: CaseState, agreement: str, kind: str, day: str | None, source: str, versions: Mapping[str, int]
) -> Decision:
    """A day that deadlines count from became known, or was corrected; None takes it back.

    `kind` is signature, entry-into-force, ceasefire-start, or the words of the text for the event.
    """
    _agreement(state, agreement)
    _sourced(source)
    if not kind.strip():
        raise BadInput("the event has no name; expected signature, entry-into-force, or the words of the text for it")
    if day is not None:
        _edtf("the day", day)
    payload = e.AnchorSet(kind=" ".join(kind.split()), day=day, source=source)
    return _one(new_event(payload, of_agreement(agreement), true_on=day), versions)


def renegotiate(
    commitments: Collection[str],
    commitment: str,
    due: str,
    source: str,
    agreed_on: str | None,
    versions: Mapping[str, int],
) -> Decision:
    """A new last day was agreed; the old one stays on record."""
    _commitment(commitments, commitment)
    _sourced(source)
    _edtf("the new last day", due)
    if agreed_on is not None:
        _edtf("agreed-on", agreed_on)
    payload = e.CommitmentRenegotiated(due=due, source=source)
    return _one(new_event(payload, of_commitment(commitment), true_on=agreed_on), versions)


def lapse(commitments: Collection[str], commitment: str, on: str, source: str, versions: Mapping[str, int]) -> Decision:
    """The event until which a duty runs has come."""
    _commitment(commitments, commitment)
    _sourced(source)
    _edtf("the day", on)
    return _one(new_event(e.CommitmentLapsed(on=on, source=source), of_commitment(commitment), true_on=on), versions)


def relate(
    state: CaseState,
    agreement: str,
    relation: str,
    other: str,
    source: str,
    versions: Mapping[str, int],
    *,
    commitment: str | None = None,
    since: str | None = None,
) -> Decision:
    """How an agreement stands to another one of the case, or to one outside it that `other` names in words."""
    _agreement(state, agreement)
    _sourced(source)
    if relation not in RELATIONS:
        raise BadInput(f'the relation is "{relation}"; expected one of {", ".join(RELATIONS)}')
    if agreement == other:
        raise Refused(f"{agreement} cannot be related to itself. Name the other agreement")
    if not other.strip():
        raise BadInput("the other agreement has no name; expected an id of the case, or its title")
    if since is not None:
        _edtf("since", since)
    payload = e.AgreementsRelated(relation=relation, other=other, source=source, commitment=commitment)
    return _one(new_event(payload, of_agreement(agreement), true_on=since), versions)


def _one(event: NewEvent, versions: Mapping[str, int]) -> Decision:
    return Decision((event,), {event.stream: versions[event.stream]})


def _agreement(state: CaseState, agreement: str) -> None:
    document = state.documents.get(agreement)
    if document is None or document.kind != "agreement":
        have = ", ".join(d.id for d in state.documents.values() if d.kind == "agreement") or "none yet"
        raise Refused(f'the case has no agreement "{agreement}"; it has {have}. See: trucewatch case show')


def _commitment(commitments: Collection[str], commitment: str) -> None:
    if commitment not in commitments:
        near = [c for c in sorted(commitments) if commitment in c][:3]
        hint = f"Perhaps {', '.join(near)}" if near else "See: trucewatch register show"
        raise Refused(f'the case has no commitment "{commitment}". {hint}')


def _sourced(source: str) -> None:
    if not source.strip():
        raise Refused("it needs a source: a document of the case, or words that say where it is from. Pass --source")


def _edtf(name: str, text: str) -> None:
    try:
        edtf_range(text)
    except ValueError:
        raise BadInput(
            f'{name} is "{text}"; expected a date such as 2021-03-15, 2021-03 or 2021-03-10/2021-03-15'
        ) from None
