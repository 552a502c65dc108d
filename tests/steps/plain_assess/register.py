"""The rival readings of each clause, and how many sources stand behind each side."""

from collections.abc import Sequence

from trucewatch.core.model import Actor, Balance, Reading

from .evidence import Evidence, independent
from .parties import party_sides
from .rules import Docket

# Stances that say what a clause means.
READS_THE_CLAUSE = frozenset({"REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "DENY_OBLIGATION", "THIRD_PARTY_INTERPRET"})
NO_SIDE = "no side"


def readings(cases: Sequence[Docket]) -> tuple[Reading, ...]:
    """What each holder takes each clause to mean, in the holder's words, oldest first.

    Statements by one holder on one clause count as one reading, in the words used first.
    """
    found: dict[tuple[str, str | None], list[Evidence]] = {}
    for case in cases:
        for item in case.evidence:
            if item.stance in READS_THE_CLAUSE:
                entry = found.setdefault((case.commitment.clause, item.who), [])
                if item not in entry:
                    entry.append(item)
    return tuple(
        Reading(
            clause=clause,
            text=items[0].claim.proposition or items[0].claim.quote.span,
            holder=items[0].speaker.name.exact if items[0].speaker else None,
            since=min((item.day for item in items if item.day), default=None),
            claims=tuple(item.key for item in items),
        )
        for (clause, _), items in found.items()
    )


def balance(evidence: Sequence[Evidence], actors: Sequence[Actor]) -> tuple[Balance, ...]:
    """Claims and independent sources per side; a side that is named and never heard has none."""
    sides: dict[str, list[Evidence]] = {side: [] for side in party_sides(actors)}
    for item in evidence:
        sides.setdefault(item.side or NO_SIDE, []).append(item)
    return tuple(Balance(side, len(items), independent(items)) for side, items in sorted(sides.items()))
