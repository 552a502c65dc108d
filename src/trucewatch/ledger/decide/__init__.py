"""What a person may do to a case: the state and the wish in, the events to record or a refusal out.

documents  adding, marking and taking back documents, and what was read in them
review     verdicts and codings of single claims
register   days that became known, new terms, lapses, relations between agreements
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from trucewatch.core.ledger import NewEvent


@dataclass(frozen=True, slots=True)
class Decision:
    """Events to record, and the version of each stream that they rest on."""

    events: tuple[NewEvent, ...]
    expected: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    def __add__(self, other: "Decision") -> "Decision":
        return Decision((*self.events, *other.events), {**other.expected, **self.expected})


NOTHING = Decision(())
