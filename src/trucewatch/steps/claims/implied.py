"""The commitments that a report implies, with what it says of each."""

import re
from collections.abc import Iterable, Mapping, Sequence

from trucewatch.core.model import Document, ImpliedCommitment, Link, Unlinked
from trucewatch.core.quotes import Span
from trucewatch.vocabulary.matter_words import matter_words

from .draft import Draft
from .duties import FoundDuty
from .duty_phrases import BROKEN, CEASEFIRE, NOUN, DutyMention, whole_words
from .duty_slots import TELLS_OWED, DutySlots
from .stated_duties import StatedDuties

IMPLIED = "implied; clause text not quoted in the source"
# The forms that hardly anything but a duty is told in.
_SURE = frozenset({"under", "is to", "must"})
_STOPS = re.compile(r"[.!?]\s|\n")
SPOKEN_OF = "a matter that claims speak of; the source does not say what was agreed on it"


def implied_commitments(
    document: Document,
    agreement: str | None,
    stated: StatedDuties,
    others: Iterable[FoundDuty],
    slots: DutySlots,
    linked: Iterable[tuple[Draft, Link | Unlinked]],
) -> tuple[ImpliedCommitment, ...]:
    """The duties that the report states or lists, and the others that a claim is about; `linked` are the claims."""
    told = tuple(linked)
    claims = _by_duty(told)
    places = [(m.start, m.end) for d in stated.duties for m in d.mentions]
    return tuple(
        ImpliedCommitment(
            d.id,
            agreement,
            document.span(*whole_words(document.text, d.best.start, d.best.end)),
            IMPLIED if d in stated.duties or _is_owed(d) else SPOKEN_OF,
            slots.of(d.mentions, (*claims.get(d.id, ()), *_undertaking(d, told)), places),
            _other_wordings(document, d) if d in stated.duties else (),
        )
        for d in (*stated.duties, *stated.topics, *others)
        if d.linked or _is_listed(d, places) or _is_beside_one(document, d, stated)
    )


def _other_wordings(document: Document, duty: FoundDuty) -> tuple[Span, ...]:
    """The other words in which a duty is stated, those that say more than the ones before them."""
    best = duty.best
    told = set(matter_words(document.text[best.start : best.end]))
    found = []
    for mention in sorted(duty.mentions, key=lambda m: m.start):
        start, end = whole_words(document.text, mention.start, mention.end)
        more = matter_words(document.text[start:end]).keys() - told
        if mention is not best and more:
            told |= more
            found.append(document.span(start, end))
    return tuple(found)


def _is_owed(duty: FoundDuty) -> bool:
    """Whether a report says that something is owed or names a known duty; an attack alone does not name the ceasefire."""
    if any(m.required for m in duty.mentions):
        return True
    return duty.listed and (duty.act != CEASEFIRE or any(m.told > BROKEN for m in duty.mentions))


def _is_listed(duty: FoundDuty, stated: Sequence[tuple[int, int]]) -> bool:
    """Whether a duty is of a known kind and told by act and object, be no claim about it; what was done need not be owed."""
    best = duty.best
    return (
        duty.listed
        and best.told >= NOUN
        and bool(best.thing)
        and not any(best.start < end and start < best.end for start, end in stated)
    )


def _is_beside_one(document: Document, duty: FoundDuty, stated: StatedDuties) -> bool:
    """Whether one sentence asks for a duty and, in the same form, for another that a claim is about: "A is to ... and B is to ..."."""
    forms = stated.forms.get(duty.id, frozenset()) & _SURE
    return any(
        other.linked and forms & stated.forms[other.id] and _in_one_sentence(document, one, two)
        for other in stated.duties
        for one in duty.mentions
        for two in other.mentions
    )


def _in_one_sentence(document: Document, one: DutyMention, two: DutyMention) -> bool:
    first, second = sorted((one, two), key=lambda m: m.start)
    return first.end <= second.start and not _STOPS.search(document.text, first.end, second.start)


def _undertaking(duty: FoundDuty, told: Iterable[tuple[Draft, Link | Unlinked]]) -> list[Draft]:
    """The claims in whose words somebody undertakes a duty or is asked for it, also one that is tied to another beside it."""
    places = [(m.start, m.end) for m in duty.mentions if m.required]
    return [d for d, _ in told if d.stance in TELLS_OWED and any(d.start <= a and b <= d.end for a, b in places)]


def _by_duty(linked: Iterable[tuple[Draft, Link | Unlinked]]) -> Mapping[str, Sequence[Draft]]:
    found: dict[str, list[Draft]] = {}
    for draft, about in linked:
        if isinstance(about, Link) and about.commitment is not None:
            found.setdefault(about.commitment, []).append(draft)
    return found
