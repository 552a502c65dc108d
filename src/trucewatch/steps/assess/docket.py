"""A commitment with the evidence on it: the rows of a view, as they bear on this duty."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

import numpy as np

from trucewatch.core.model import Agreement, Commitment
from trucewatch.vocabulary.status_rules import SPEAKERS

from .columns import Array, Mask
from .duty import asks_to_suspend, clock, continuous, owed_together
from .evidence import Evidence, evidence
from .marks import PRIVATE, TOGETHER
from .parties import ROLE, Parties
from .view import View


@dataclass(frozen=True, eq=False)
class Seen:
    """Places of a view as they bear on duties: the stance as it was said and as it bears, who speaks, and if unnamed."""

    view: View
    places: Array
    said: Array
    stance: Array
    role: Array
    speaker: Array
    anonymous: Mask


@dataclass(frozen=True, eq=False)
class Rows:
    """Some of the places that were looked at. `stance` is as it bears on the duty, `said` as it was said."""

    seen: Seen
    # Which of them; values are fetched when they are asked for.
    at: slice | Array

    def __len__(self) -> int:
        return self.at.stop - self.at.start if isinstance(self.at, slice) else len(self.at)

    def __getitem__(self, name: str) -> Array:
        return self.view[name][self.places]

    @property
    def view(self) -> View:
        return self.seen.view

    @cached_property
    def places(self) -> Array:
        return self.seen.places[self.at]

    @cached_property
    def said(self) -> Array:
        return self.seen.said[self.at]

    @cached_property
    def stance(self) -> Array:
        return self.seen.stance[self.at]

    @cached_property
    def role(self) -> Array:
        return self.seen.role[self.at]

    @cached_property
    def speaker(self) -> Array:
        return self.seen.speaker[self.at]

    @cached_property
    def anonymous(self) -> Mask:
        return self.seen.anonymous[self.at]

    def person(self, name: str) -> Array:
        """The speakers' `who`, `side` or `level`."""
        values: Array = getattr(self.view.people, name)
        return values[self.speaker]

    def where(self, chosen: Array) -> "Rows":
        """Some of the rows: by a mask, or by their numbers among these."""
        numbers = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen
        return Rows(self.seen, numbers + self.at.start if isinstance(self.at, slice) else self.at[numbers])


def seen(view: View, places: Array, said: Array, stance: Array, roles: Array) -> Seen:
    """Rows of a view, with who speaks. `roles`: by number of an entry."""
    speaker, marks = view["speaker"][places], view["marks"][places]
    anonymous = (marks & PRIVATE != 0) | view.people.unnamed[speaker]
    return Seen(view, places, said, stance, np.where(anonymous, ROLE["anonymous"], roles[speaker]), speaker, anonymous)


def everything(seen: Seen) -> Rows:
    """All rows that were looked at."""
    return Rows(seen, slice(0, len(seen.places)))


@cache
def spoken_by(speakers: tuple[str, ...]) -> Mask:
    """By number of a role, whether it is one of these."""
    return np.array([role in speakers for role in SPEAKERS])


@dataclass(frozen=True, eq=False)
class Docket:
    """A commitment with the rows on it, and everything a rule may ask about.

    `agreement_key` is what rows on the agreement as a whole name it by; None where the case has one agreement.
    """

    view: View
    parties: Parties
    commitment: Commitment
    agreement_key: str | None = None

    @property
    def agreement(self) -> Agreement:
        return self.parties.agreement

    @property
    def clause(self) -> tuple[str | None, str]:
        """The agreement, where there are several, and the clause."""
        return self.agreement_key, self.commitment.clause

    @property
    def as_of(self) -> date:
        return self.view.as_of

    @cached_property
    def span(self) -> slice:
        """The places of the rows on this commitment, which follow each other."""
        return self.view.places(self.commitment.id)

    @cached_property
    def own(self) -> Rows:
        """The rows on this commitment."""
        return self._rows(np.arange(self.span.start, self.span.stop), own=True)

    @cached_property
    def whole(self) -> Rows:
        """The rows on the agreement as a whole; the same object for all commitments from which they look the same."""
        held = self.parties.whole
        key = (id(self.roles), owed_together(self.agreement, self.commitment))
        if key not in held:
            held[key] = self.seen(self.view.whole(self.agreement_key))
        return held[key]

    @cached_property
    def has_whole(self) -> bool:
        """Whether anything is said of the agreement as a whole."""
        return len(self.view.whole(self.agreement_key)) > 0

    @cached_property
    def continuous(self) -> bool:
        """Whether the duty is owed day by day."""
        return continuous(self.agreement, self.commitment)

    @property
    def clock(self) -> str:
        """Whether the last day has passed, is to come, or cannot be computed."""
        return clock(self.commitment, self.as_of)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        return self.shown(self.own.places)

    def shown(self, places: Array) -> tuple[Evidence, ...]:
        return evidence(self.view, places)

    def among_own(self, places: Array) -> Mask:
        """Which rows on this commitment are of the same claims as these."""
        own, claims = self.own.places, self.view["claim"]
        mask = np.zeros(len(own), np.bool_)
        if not len(own) or not len(places):
            return mask
        here = (places >= own[0]) & (places <= own[-1])
        mask[places[here] - own[0]] = True
        # A claim may be named by its row on something else.
        return mask if here.all() else mask | np.isin(claims[own], claims[places[~here]])

    def role(self, item: Evidence) -> str:
        """Who speaks, seen from this commitment."""
        return SPEAKERS[int(self.seen(np.array([item.place])).role[0])]

    def stance(self, item: Evidence) -> str:
        """The stance as it bears on this duty."""
        own = self.span.start <= item.place < self.span.stop
        return self.view.table.texts["stance"][self._rows(np.array([item.place]), own).stance[0]]

    def seen(self, places: Array) -> Rows:
        """Any rows of the view as they bear on this duty."""
        return self._rows(places, own=False)

    def loose(self, places: Array) -> Rows:
        """Rows that are tied to no clause: every party may be meant."""
        said = self.view["stance"][places]
        return everything(seen(self.view, places, said, said, self.parties.all_owing))

    def _rows(self, places: Array, own: bool) -> Rows:
        said, marks = self.view["stance"][places], self.view["marks"][places]
        stance = self.bears(said, marks, own)
        return everything(seen(self.view, places, said, stance, self.roles))

    def bears(self, said: Array, marks: Array, own: bool) -> Array:
        """The stances as they bear on this duty; `own`: they are those of rows on this commitment.

        Suspending is doing one's duty where the clause asks for a suspension; where the parties owe the duty
        together, what is found of one of them is a part.
        """
        stances, stance = self.view.table.texts["stance"], said
        if own and asks_to_suspend(self.agreement, self.commitment):
            stance = np.where(said == stances.find("SUSPEND"), stances.find("CLAIM_COMPLIANCE"), stance)
        if owed_together(self.agreement, self.commitment):
            part = (said == stances.find("finding-done")) & (marks & TOGETHER == 0)
            stance = np.where(part, stances.find("finding-partial"), stance)
        return stance

    @cached_property
    def roles(self) -> Array:
        """Who speaks, seen from this commitment, by number of the entry; the last place, -1, is nobody."""
        return self.parties.roles(self.commitment)

    @cached_property
    def owing_sides(self) -> frozenset[int]:
        """The sides, and people without one, that may owe the duty, as numbers of names."""
        return self.parties.owing(self.commitment)

    @property
    def owing_alone(self) -> int | None:
        """The one side that the words name as owing the duty; None where they name none or several."""
        named = self.parties.named(self.commitment)
        return next(iter(named)) if named is not None and len(named) == 1 else None
