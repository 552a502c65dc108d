"""What an agreement shows when it is read as a whole: its type, its terms, its order, what can be verified.

Values only, all frozen; `lint.agreement_type`, `lint.terms`, `lint.order` and `lint.verifiability` make
them, views show them. Every answer carries the spans that it was read from.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from .quotes import Span

# --------------------------------------------------------------------------- type


class AgreementType(StrEnum):
    """The four types of the checklist, and the answer that the text does not tell."""

    UNILATERAL = "unilateral"
    CESSATION = "cessation"
    PRELIMINARY = "preliminary"
    DEFINITIVE = "definitive"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Trait:
    """Something that the obligations show or do not show; `evidence` is empty when they do not."""

    id: str
    says: str
    evidence: tuple[Span, ...] = ()

    @property
    def holds(self) -> bool:
        return bool(self.evidence)


@dataclass(frozen=True, slots=True)
class TypeReading:
    """The type, the sentence that explains it, and every trait looked at. `overruled` when a person set it."""

    type: AgreementType
    because: str
    traits: tuple[Trait, ...]
    overruled: bool = False


# --------------------------------------------------------------------------- terms and references


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term with the places that use it, or a term in use without `defined`."""

    term: str
    defined: Span | None
    uses: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Two names that may stand for one thing, and why they are set side by side."""

    one: Span
    other: Span
    why: str


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of an agreement: in use, unused, undefined, alike, and short forms spelled out in two ways."""

    used: tuple[Term, ...]
    unused: tuple[Term, ...]
    undefined: tuple[Term, ...]
    near_misses: tuple[NearMiss, ...]
    two_meanings: tuple[NearMiss, ...]


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A reference to a numbered place of the same text; `clause` is the place, None where there is none.

    `can_tell` is False where the text gives no numbers of that kind to compare with.
    """

    span: Span
    clause: str | None
    can_tell: bool = True


# --------------------------------------------------------------------------- order


@dataclass(frozen=True, slots=True)
class Step:
    """A duty of the agreement, or an event that it names (`clause` is None).

    `span` are its words. `earliest`, `latest` are the days that the text gives it; both None when it
    gives none. `brought_by` are the duties whose performance is the event; several when the words fit several.
    """

    id: str
    clause: str | None
    name: str
    span: Span
    earliest: date | None = None
    latest: date | None = None
    brought_by: tuple[str, ...] = ()

    @property
    def is_event(self) -> bool:
        return self.clause is None


@dataclass(frozen=True, slots=True)
class Wait:
    """`waiter` waits for `awaited` (ids of steps); `span` are the words that say so, `kind` says how.

    after: cannot start before. condition: only once it is met. if: only in that case. until: ends with it.
    before: an event that waits for a duty. part: reached only together with its whole. is: an event that
    a duty, once done, brings about. `certain` is False where the words leave open what waits.
    """

    waiter: str
    awaited: str
    kind: str
    span: Span
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Circle:
    """Waits that lead back to where they start, in order."""

    waits: tuple[Wait, ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """A duty that cannot begin before an event without a day; `way` leads from the duty to that event."""

    duty: str
    event: str
    way: tuple[Wait, ...]


@dataclass(frozen=True, slots=True)
class TooEarly:
    """A duty that falls due before what it waits for can have happened."""

    wait: Wait
    due: date
    not_before: date


@dataclass(frozen=True, slots=True)
class Clash:
    """Two time limits that do not go together; `kind` is the name of the rule that found them."""

    kind: str
    clause: str | None
    span: Span
    says: str


@dataclass(frozen=True, slots=True)
class Order:
    """Who waits for whom, and what the words leave in a circle, undated or at odds."""

    steps: tuple[Step, ...]
    waits: tuple[Wait, ...]
    circles: tuple[Circle, ...]
    undated: tuple[Undated, ...]
    too_early: tuple[TooEarly, ...]
    clashes: tuple[Clash, ...] = ()

    def step(self, step_id: str) -> Step:
        return next(step for step in self.steps if step.id == step_id)


# --------------------------------------------------------------------------- verifiability


class Verdict(StrEnum):
    """Whether a monitor who was not in the room could decide if a commitment was kept."""

    DECIDABLE = "decidable"
    IN_PART = "decidable in part"
    NOT_AS_WRITTEN = "not decidable as written"
    NOT_FOR_A_MONITOR = "not for a monitor"


@dataclass(frozen=True, slots=True)
class Check:
    """One question of a monitor: `here` in the clause itself, `elsewhere` in the text, or neither.

    `needed` is False where this kind of duty can be decided without it.
    """

    name: str
    needed: bool
    here: tuple[Span, ...] = ()
    elsewhere: tuple[Span, ...] = ()

    @property
    def answered(self) -> bool:
        return bool(self.here or self.elsewhere)

    @property
    def missing(self) -> bool:
        return self.needed and not self.answered


@dataclass(frozen=True, slots=True)
class Verifiability:
    """The verdict on one commitment, in one line, with the checks behind it."""

    commitment: str
    verdict: Verdict
    because: str
    checks: tuple[Check, ...]

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(check.name for check in self.checks if check.missing)


# --------------------------------------------------------------------------- all of it


@dataclass(frozen=True, slots=True)
class Analysis:
    """The agreement as a whole; what `lint` adds to findings and components."""

    type: TypeReading
    terms: Terms
    references: tuple[CrossReference, ...]
    order: Order
    verifiability: tuple[Verifiability, ...]
