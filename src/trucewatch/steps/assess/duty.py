"""What kind of duty a commitment is, who may owe it, and what its clock says on a day."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from trucewatch.core.dates import Due
from trucewatch.core.model import Actor, Agreement, Commitment, Missing, Modality, Slot
from trucewatch.vocabulary.matter_words import matter_words
from trucewatch.vocabulary.status_rules import duty_words

from .evidence import ANONYMOUS_LEVEL, PARTY_LEVELS, Evidence

_UNTIL = re.compile(r"\b(?:until|till|pending)\b(?P<event>[^,;.]+)", re.I)
# Of the words that name an end event, this share must stand in the claim that says it happened.
EVENT_SHARE = 2 / 3


def continuous(agreement: Agreement, commitment: Commitment) -> bool:
    """Whether the duty is owed day by day, so that it is never done once for all."""
    if commitment.modality not in (Modality.OBLIGATION, Modality.EFFORT):
        return True
    action = _words(agreement, commitment.slots.action)
    return bool(duty_words("continuous").search(_base_forms(action)))


def _base_forms(words: str) -> str:
    """The words, and each without an ending: "suspended" also gives "suspend"."""
    bare = [re.sub(r"(?:ing|ed|es|s|d)$", "", word) for word in words.split()]
    return " ".join([words, *bare, *(word + "e" for word in bare)])


def clock(commitment: Commitment, as_of: date) -> str:
    """passed: the last day is over. running: it is to come. open: no last day can be computed."""
    due = commitment.due
    if not isinstance(due, Due) or due.latest is None:
        return "open"
    return "passed" if due.latest < as_of else "running"


def last_day(commitment: Commitment) -> date | None:
    return commitment.due.latest if isinstance(commitment.due, Due) else None


def speaker_role(
    evidence: Evidence, commitment: Commitment, agreement: Agreement, actors: Sequence[Actor], parties: frozenset[str]
) -> str:
    """Who speaks, seen from this commitment: bearer, other, third, backer, author, anonymous or unplaced."""
    speaker = evidence.speaker
    if evidence.anonymous:
        return "anonymous"
    if speaker is None or speaker.authority in ("A", "L") or speaker.kind == "media":
        return "author"
    if speaker.authority == "T":
        return "third"
    if speaker.authority == "X" or (parties and speaker.side is not None and speaker.side not in parties):
        return "backer"
    if speaker.authority in PARTY_LEVELS:
        return "bearer" if may_owe(speaker, commitment, agreement, actors) else "other"
    return "unplaced"


def sides_of(agreement: Agreement, actors: Sequence[Actor]) -> frozenset[str]:
    """The sides that the agreement itself names; empty when it names fewer than two, and nothing follows then."""
    text = agreement.document.text
    named = frozenset(side for side in party_sides(actors) if _named(side, actors, text))
    return named if len(named) >= 2 else frozenset()


def _named(side: str, actors: Sequence[Actor], text: str) -> bool:
    names = {side} | {span.exact for actor in actors if actor.side == side for span in actor.mentions}
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names if len(name) > 2)


def party_sides(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The sides that have somebody who can speak for a party, in order of appearance."""
    levels = (*PARTY_LEVELS, ANONYMOUS_LEVEL)
    return tuple(dict.fromkeys(actor.side for actor in actors if actor.side and actor.authority in levels))


def may_owe(speaker: Actor, commitment: Commitment, agreement: Agreement, actors: Sequence[Actor]) -> bool:
    """Whether the speaker's side may owe the duty: yes, unless the words name another side alone.

    A passive without agent and a collective ("the Parties") bind every side.
    """
    bearer = _words(agreement, commitment.slots.bearer)
    if not bearer or duty_words("collective").search(bearer):
        return True
    owners = {actor.side or actor.id for actor in actors if actor.authority in PARTY_LEVELS and _shares(actor, bearer)}
    return not owners or (speaker.side or speaker.id) in owners


def owed_together(agreement: Agreement, commitment: Commitment) -> bool:
    """Whether the words name the parties together as those who owe it."""
    return bool(duty_words("parties").search(_words(agreement, commitment.slots.bearer)))


def _shares(actor: Actor, bearer: str) -> bool:
    names = " ".join([actor.side or "", *(span.exact for span in actor.mentions)])
    return bool(matter_words(names).keys() & matter_words(bearer).keys())


def end_event(agreement: Agreement, commitment: Commitment) -> frozenset[str]:
    """The matter words of the event until which the clause runs; empty when it names none."""
    match = _UNTIL.search(agreement.document.text[commitment.start : commitment.end])
    return frozenset(matter_words(match["event"])) if match else frozenset()


def says_it_happened(evidence: Evidence, event: frozenset[str]) -> bool:
    """Whether the claim tells that the event took place: enough of its words, told as past."""
    if not event or duty_words("ahead").search(evidence.words) or not duty_words("happened").search(evidence.words):
        return False
    shared = event & matter_words(evidence.words).keys()
    return len(shared) >= EVENT_SHARE * len(event)


def _words(agreement: Agreement, slot: Slot) -> str:
    return "" if isinstance(slot, Missing) else " ".join(agreement.document.reads(span) for span in slot)
