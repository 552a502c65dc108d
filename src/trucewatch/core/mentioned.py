"""What is found in a text that is read without a parser, and what of a text was not read."""

from dataclasses import dataclass

from .dates import When
from .quotes import Span


@dataclass(frozen=True, slots=True)
class Mentioned:
    """One date, name or number. `kind` is date, name, handle or number.

    `when` is the date's meaning, `value` the number's; `actor` is the id of the known actor that a name means.
    """

    kind: str
    span: Span
    when: When | None = None
    value: int | float | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A stretch of a report that was not read, and why; without a span the reason says how much."""

    reason: str
    span: Span | None = None
