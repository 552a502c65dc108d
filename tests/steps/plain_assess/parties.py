"""Who speaks for whom, seen from a commitment."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from trucewatch.core.model import Actor, Agreement, Commitment
from trucewatch.vocabulary.matter_words import matter_words
from trucewatch.vocabulary.states import states_named
from trucewatch.vocabulary.status_rules import duty_words

from .duty import slot_words
from .evidence import ANONYMOUS_LEVEL, PARTY_LEVELS, Evidence


@dataclass(frozen=True, eq=False)
class Parties:
    """The actors of all reports, with the sides and the states that the agreement itself names.

    `sides` is empty when it names fewer than two of the sides that the reports know: nothing follows then.
    """

    agreement: Agreement
    actors: tuple[Actor, ...]
    sides: frozenset[str]
    states: frozenset[str]

    def role(self, evidence: Evidence, commitment: Commitment) -> str:
        """Who speaks, seen from this commitment: bearer, other, third, backer, author, anonymous or unplaced."""
        speaker = evidence.speaker
        if evidence.anonymous:
            return "anonymous"
        if speaker is None or speaker.authority in ("A", "L") or speaker.kind == "media":
            return "author"
        if speaker.authority == "T":
            return "third"
        if speaker.authority == "X" or self.outside(speaker):
            return "backer"
        if speaker.authority in PARTY_LEVELS:
            return "bearer" if self.may_owe(speaker, commitment) else "other"
        return "unplaced"

    def outside(self, speaker: Actor) -> bool:
        """Whether the speaker belongs to a side, or is named by a state, that the agreement does not name."""
        if speaker.side is not None and self.sides:
            return speaker.side not in self.sides
        named = frozenset[str]().union(*(states_named(span.exact) for span in (speaker.name, *speaker.mentions)))
        return bool(named and self.states) and not named & self.states

    def may_owe(self, speaker: Actor, commitment: Commitment) -> bool:
        """Whether the speaker's side may owe the duty: yes, unless the words name another side alone.

        A passive without agent and a collective ("the Parties") bind every side.
        """
        bearer = slot_words(self.agreement, commitment.slots.bearer)
        if not bearer or duty_words("collective").search(bearer):
            return True
        owners = {a.side or a.id for a in self.actors if a.authority in PARTY_LEVELS and _shares(a, bearer)}
        return not owners or (speaker.side or speaker.id) in owners


def parties_of(agreement: Agreement, actors: Sequence[Actor]) -> Parties:
    """The actors, set against what the agreement names."""
    text = agreement.document.text
    sides = frozenset(side for side in party_sides(actors) if _named(side, actors, text))
    return Parties(agreement, tuple(actors), sides if len(sides) >= 2 else frozenset(), states_named(text))


def party_sides(actors: Iterable[Actor]) -> tuple[str, ...]:
    """The sides that have somebody who can speak for a party, in order of appearance."""
    levels = (*PARTY_LEVELS, ANONYMOUS_LEVEL)
    return tuple(dict.fromkeys(actor.side for actor in actors if actor.side and actor.authority in levels))


def _named(side: str, actors: Sequence[Actor], text: str) -> bool:
    names = {side} | {span.exact for actor in actors if actor.side == side for span in actor.mentions}
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names if len(name) > 2)


def _shares(actor: Actor, bearer: str) -> bool:
    names = " ".join([actor.side or "", *(span.exact for span in actor.mentions)])
    return bool(matter_words(names).keys() & matter_words(bearer).keys())
