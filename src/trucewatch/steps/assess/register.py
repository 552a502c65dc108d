"""The rival readings of each clause, and how many sources stand behind each side."""

from collections.abc import Iterator, Sequence

import numpy as np

from trucewatch.core.model import Balance, Reading

from .columns import NONE, Array
from .docket import Docket
from .evidence import Evidence
from .marks import ECHO, READS_THE_CLAUSE
from .parties import party_sides
from .view import View

NO_SIDE = "no side"


def readings(cases: Sequence[Docket]) -> tuple[Reading, ...]:
    """What each holder takes each clause to mean, in the holder's words, oldest first.

    Statements by one holder on one clause count as one reading, in the words used first.
    """
    found: dict[tuple[str | None, str, int], dict[int, int]] = {}
    for case in cases:
        rows = case.own
        reads = rows.where(rows.view.table.texts["stance"].among(tuple(sorted(READS_THE_CLAUSE)))[rows.said])
        for place, claim, who in zip(reads.places, reads["claim"], reads.person("who"), strict=True):
            entry = found.setdefault((case.agreement_key, case.commitment.clause, int(who)), {})
            entry.setdefault(int(claim), int(place))
    return tuple(
        _reading(cases[0].view, clause, np.array([*places.values()])) for (_, clause, _), places in found.items()
    )


def _reading(view: View, clause: str, places: Array) -> Reading:
    first = Evidence(int(view["claim"][places[0]]), view, int(places[0]))
    return Reading(
        clause=clause,
        text=view.reading(int(places[0])),
        holder=first.speaker.name if first.speaker else None,
        since=view.oldest(places),
        claims=view.table.keys(view.rows[places]),
    )


def balance(view: View) -> tuple[Balance, ...]:
    """Claims and independent sources per side; a side that is named and never heard has none."""
    sides = {**dict.fromkeys(party_sides(view.people), (0, 0)), **dict(_heard(view))}
    return tuple(Balance(side, claims, sources) for side, (claims, sources) in sorted(sides.items()))


def _heard(view: View) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each side that says something, with its claims and their origins."""
    names, side = view.people.names, view.people.side[view["speaker"][view.first]]
    origin, own = view.origin[view.first], view["marks"][view.first] & ECHO == 0
    claims = np.bincount(side + 1, minlength=len(names) + 1)
    pairs = np.unique((side[own] + 1).astype(np.int64) * (int(view.origin.max(initial=0)) + 1) + origin[own])
    sources = np.bincount(pairs // (int(view.origin.max(initial=0)) + 1), minlength=len(names) + 1)
    for number in np.flatnonzero(claims):
        name = NO_SIDE if number - 1 == NONE else names[int(number) - 1]
        yield name, (int(claims[number]), int(sources[number]))
