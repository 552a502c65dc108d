"""What kind of duty a commitment is, and what its clock says on a day."""

import re
from datetime import date
from functools import lru_cache

from trucewatch.core.dates import Due
from trucewatch.core.model import Agreement, Commitment, Missing, Modality, Slot
from trucewatch.vocabulary.matter_words import matter_words
from trucewatch.vocabulary.status_rules import duty_words

_UNTIL = re.compile(r"\b(?:until|till|pending)\b(?P<event>[^,;.]+)", re.I)


def continuous(agreement: Agreement, commitment: Commitment) -> bool:
    """Whether the duty is owed day by day, so that it is never done once for all."""
    if commitment.modality not in (Modality.OBLIGATION, Modality.EFFORT):
        return True
    action = slot_words(agreement, commitment.slots.action)
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


def signed_on(agreement: Agreement) -> date | None:
    """The last day on which the agreement may have been signed."""
    signed = agreement.anchors.get("signature")
    return signed.when.latest if signed else None


def owed_together(agreement: Agreement, commitment: Commitment) -> bool:
    """Whether the words name the parties together as those who owe it."""
    return bool(duty_words("parties").search(slot_words(agreement, commitment.slots.bearer)))


def end_event(agreement: Agreement, commitment: Commitment) -> frozenset[str]:
    """The matter words of the event until which the clause runs; empty when it names none."""
    match = _UNTIL.search(agreement.document.text[commitment.start : commitment.end])
    return _matter(match["event"]) if match else frozenset()


def asks_to_suspend(agreement: Agreement, commitment: Commitment) -> bool:
    """Whether the clause itself asks for something to be suspended."""
    return "suspend" in _matter(agreement.document.text[commitment.start : commitment.end])


@lru_cache(maxsize=4096)
def _matter(words: str) -> frozenset[str]:
    return frozenset(matter_words(words))


def slot_words(agreement: Agreement, slot: Slot) -> str:
    """The words of a slot; empty when it is missing."""
    return "" if isinstance(slot, Missing) else " ".join(agreement.document.reads(span) for span in slot)
