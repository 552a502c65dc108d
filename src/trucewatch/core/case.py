"""The values of a status: where the commitments of a case stand on a day. `model` offers them with the others."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from .dates import CannotCompute, Due
from .quotes import Span


@dataclass(frozen=True, slots=True)
class RuleFired:
    """The rule that gave one value of a status, with the claims that it rests on (none for a rule of the clock)."""

    id: str
    axis: str
    value: str
    says: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a commitment stands on a day: legal reading, performance and trend, never one number; `rule` gave them."""

    id: str
    title: str
    reading: str
    performance: str
    trend: str
    due: Due | CannotCompute | None
    rule: str


@dataclass(frozen=True, slots=True)
class CommitmentStatus(Standing):
    """Where a commitment stands on a day, with the reasons.

    `more_claims` counts those that bear on it beyond `claims`. `provisional`: it would be another by accepted claims alone.
    `rules` are the rules that fired on the three axes; `grades` by claim the Admiralty pair for "said" and for "true".
    """

    why: tuple[str, ...]
    would_change: tuple[str, ...]
    claims: tuple[str, ...]
    last_evidence_on: date | None
    independent_sources: int
    by_side: Mapping[str, int]
    more_claims: int = 0
    provisional: bool = False
    rules: tuple[RuleFired, ...] = ()
    grades: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    days_since_evidence: int | None = None


@dataclass(frozen=True, slots=True)
class Signal:
    """A named sign of backtracking (B1 to B18) with the claims that show it, and those that speak against it.

    `more_claims` and `more_counter` count those beyond the lists, which hold the newest. `side` is the actor's;
    `measure` says in words what was counted or timed, computed from the claims.
    """

    code: str
    strength: str
    commitment: str | None
    actor: str | None
    since: date | None
    claims: tuple[str, ...]
    counter: tuple[str, ...] = ()
    more_claims: int = 0
    more_counter: int = 0
    side: str | None = None
    measure: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """A holder says of a clause what he did not say before: `to` is the new stance, `before` the one of the statement before it."""

    on: date
    before: str
    to: str
    claim: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One party's reading of a clause, in the words used first, and when the holder said something else of it."""

    clause: str
    text: Span
    holder: str | None
    since: date | None
    claims: tuple[str, ...]
    stance: str = ""
    side: str | None = None
    switches: tuple[Switch, ...] = ()


@dataclass(frozen=True, slots=True)
class OpposedClaims:
    """Claims on one commitment that stand against each other; it is shown, and nobody is said to lie.

    `kind` is say-say (one actor), split (two actors of one side) or say-do (words of a side, and what it did or was
    found to have done). `across` names what differs: time, audience, private-public, own-side, conduct. `since` is the
    first day on which both had been said. The lists hold the newest; `more_*` count the others.
    """

    kind: str
    name: str
    across: tuple[str, ...]
    commitment: str
    side: str | None
    actors: tuple[str, ...]
    against_actors: tuple[str, ...]
    since: date | None
    claims: tuple[str, ...]
    against: tuple[str, ...]
    more_claims: int = 0
    more_against: int = 0


@dataclass(frozen=True, slots=True)
class Uncorrected:
    """A narrowing that nobody above on that side has taken back in these reports, and for how long.

    Whole days, and the hours that have passed at least. `superiors` are the side's leaders whom a report names; empty
    where none does. `looked` are claims of a source that looked for a correction and found none.
    """

    commitment: str
    side: str | None
    actors: tuple[str, ...]
    since: date
    days: int
    hours: int
    superiors: tuple[str, ...]
    claims: tuple[str, ...]
    looked: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loophole:
    """A lint finding on the clause that claims make use of. `use` says how; `span` is the place found."""

    commitment: str
    clause: str | None
    code: str
    name: str
    fingerprint: str
    span: Span
    use: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """How many claims and sources stand behind each side's picture."""

    side: str
    claims: int
    sources: int


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """A whole case on a day, as known on a day. `more_opposed` counts opposed claims that are not listed."""

    as_of: date
    known_by: date
    commitments: tuple[CommitmentStatus, ...]
    signals: tuple[Signal, ...]
    readings: tuple[Reading, ...]
    balance: tuple[Balance, ...]
    opposed: tuple[OpposedClaims, ...] = ()
    more_opposed: int = 0
    uncorrected: tuple[Uncorrected, ...] = ()
    loopholes: tuple[Loophole, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitmentOverview(Standing):
    """Where a commitment stands on a day, without the reasons: `signs` by code with the highest strength of each.

    `provisional` and the rest are as in CommitmentStatus; `claims` is how many bear on it.
    """

    claims: int
    last_evidence_on: date | None
    days_since_evidence: int | None
    independent_sources: int
    provisional: bool
    signs: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class CaseOverview:
    """A whole case on a day in short. `loose_signs` are those on no clause; `balance` is as in CaseStatus."""

    as_of: date
    known_by: date
    commitments: tuple[CommitmentOverview, ...]
    loose_signs: Mapping[str, str]
    balance: tuple[Balance, ...]
