"""The rival readings of each clause, and how many sources stand behind each side."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from trucewatch.core.case import Balance, Reading, Switch
from trucewatch.core.model import Actor

from .evidence import Evidence, independent
from .parties import party_sides
from .rules import Docket

# Stances that say what a clause means.
READS_THE_CLAUSE = frozenset({"REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "DENY_OBLIGATION", "THIRD_PARTY_INTERPRET"})
NO_SIDE = "no side"
KEEPS_IT = frozenset({"AFFIRM", "COMMIT", "RECOMMIT", "CLAIM_COMPLIANCE"})
MOST_HOLDERS = 3


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
    kept = _kept(found)
    return tuple(
        Reading(
            clause=clause,
            text=items[0].claim.proposition or items[0].claim.quote.span,
            holder=items[0].speaker.name.exact if items[0].speaker else None,
            since=min((item.day for item in items if item.day), default=None),
            claims=tuple(item.key for item in items),
            stance=items[0].stance,
            side=items[0].side,
            switches=_switches(
                [item for case in cases if case.commitment.clause == clause for item in case.evidence], who
            ),
        )
        for (clause, who), items in found.items()
        if (clause, who) in kept
    )


def _kept(found: Mapping[tuple[str, str | None], list[Evidence]]) -> set[tuple[str, str | None]]:
    """Of very many holders of one side on a clause those of a higher level, then those who came first."""
    kept: set[tuple[str, str | None]] = set()
    for clause in dict.fromkeys(clause for clause, _ in found):
        here = [(key, items[0]) for key, items in found.items() if key[0] == clause]
        for side in {item.side for _, item in here}:
            # A stable sort: who came first stays first.
            of_side = sorted((pair for pair in here if pair[1].side == side), key=lambda pair: pair[1].level or "~")
            kept |= {key for key, _ in of_side[:MOST_HOLDERS]}
    return kept


def _switches(evidence: Sequence[Evidence], who: str | None) -> tuple[Switch, ...]:
    """Each later day on which a named holder says something else of the clause than in the statement before it."""
    own = {
        item.key: item
        for item in evidence
        if who is not None and item.who == who and item.day is not None
        and (item.stance in READS_THE_CLAUSE or (item.stance in KEEPS_IT and not item.anonymous))
    }  # fmt: skip
    said = sorted(own.values(), key=lambda item: (item.day, item.key))
    return tuple(
        Switch(item.day, before.stance, item.stance, item.key)
        for before, item in pairwise(said)
        if item.day > before.day and _position(item) != _position(before)
    )


def _position(item: Evidence) -> str:
    return "as it stands" if item.stance in KEEPS_IT else item.stance


def balance(evidence: Sequence[Evidence], actors: Sequence[Actor]) -> tuple[Balance, ...]:
    """Claims and independent sources per side; a side that is named and never heard has none."""
    sides: dict[str, list[Evidence]] = {side: [] for side in party_sides(actors)}
    for item in evidence:
        sides.setdefault(item.side or NO_SIDE, []).append(item)
    return tuple(Balance(side, len(items), independent(items)) for side, items in sorted(sides.items()))
