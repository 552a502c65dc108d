"""What monitors count, and where two of their reports do not agree."""

from dataclasses import dataclass

from .dates import When
from .quotes import Span


@dataclass(frozen=True, slots=True)
class Previous:
    """The figure that a report itself gives for the period before."""

    value: int
    qualifier: str
    span: Span


@dataclass(frozen=True, slots=True)
class Count:
    """A monitor's count: what, where, from when to when, how many, how exactly.

    `qualifier` is exact, about, over, almost, at_least or at_most. `kind` is an id of
    vocabulary/count_words.yaml. `scope` is total (all that the report covers), area (only the place in
    `where`) or running (a total that goes further back than the report's period).
    """

    what: Span
    where: Span | None
    period: When | None
    value: int
    qualifier: str
    span: Span
    previous: Previous | None = None
    kind: str = ""
    scope: str = "total"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A figure stated for the period before, and the earlier report's own figure, which it cannot mean.

    `later`, `earlier` are the paths of the two documents. `assumes` says what the comparison took for
    granted, such as a year that one of the two does not print.
    """

    later: str
    later_count: Count
    earlier: str
    earlier_count: Count
    assumes: tuple[str, ...] = ()
