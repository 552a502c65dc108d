"""The values of a status: where the commitments of a case stand on a day. `model` offers them with the others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from .dates import CannotCompute, Due
from .quotes import Span


@dataclass(frozen=True, slots=True)
class CommitmentStatus:
    """Where a commitment stands on a day: legal reading, performance and trend, never one number.

    `more_claims` counts those that bear on it beyond `claims`. `provisional`: it would be another by accepted claims alone.
    """

    id: str
    title: str
    reading: str
    performance: str
    trend: str
    due: Due | CannotCompute | None
    rule: str
    why: tuple[str, ...]
    would_change: tuple[str, ...]
    claims: tuple[str, ...]
    last_evidence_on: date | None
    independent_sources: int
    by_side: Mapping[str, int]
    more_claims: int = 0
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Signal:
    """A named sign of backtracking (B1 to B18) with the claims that show it, and those that speak against it.

    `more_claims` and `more_counter` count those beyond the lists, which hold the newest.
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


@dataclass(frozen=True, slots=True)
class Reading:
    """One party's reading of a clause."""

    clause: str
    text: Span
    holder: str | None
    since: date | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Balance:
    """How many claims and sources stand behind each side's picture."""

    side: str
    claims: int
    sources: int


@dataclass(frozen=True, slots=True)
class CaseStatus:
    """A whole case on a day, as known on a day."""

    as_of: date
    known_by: date
    commitments: tuple[CommitmentStatus, ...]
    signals: tuple[Signal, ...]
    readings: tuple[Reading, ...]
    balance: tuple[Balance, ...]
