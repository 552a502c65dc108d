"""The rival readings of each clause, when a holder changed his, and how many sources stand behind each side."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np

from trucewatch.core.case import Balance, Reading, Switch

from .columns import NONE, Array
from .docket import Docket
from .evidence import Evidence
from .marks import ECHO, READS_THE_CLAUSE
from .parties import party_sides
from .table import UNDATED
from .view import View

NO_SIDE = "no side"
# Statements that take the clause as it stands.
KEEPS_IT = ("AFFIRM", "COMMIT", "RECOMMIT", "CLAIM_COMPLIANCE")
# So many holders of one side are shown for a clause: those of a higher level, then those who read it so first.
MOST_HOLDERS = 3


def readings(cases: Sequence[Docket]) -> tuple[Reading, ...]:
    """What each holder takes each clause to mean, in the holder's words, oldest first.

    Statements by one holder on one clause count as one reading, in the words used first. Of very many holders on one
    side those of a higher level are shown.
    """
    found: dict[tuple[str | None, str], list[Docket]] = {}
    for case in cases:
        found.setdefault(case.clause, []).append(case)
    return tuple(reading for (_, clause), own in found.items() for reading in _of_clause(clause, own))


def _of_clause(clause: str, cases: Sequence[Docket]) -> Iterator[Reading]:
    view = cases[0].view
    stances = view.table.texts["stance"]
    reading = stances.among(tuple(sorted(READS_THE_CLAUSE)))
    if not any(reading[case.own.said].any() for case in cases):
        return
    speaks = reading | stances.among(KEEPS_IT)
    # Reading the clause, or taking it as it stands; what was said in private takes nothing.
    places = np.concatenate(
        [rows.places[speaks[rows.said] & (reading[rows.said] | ~rows.anonymous)] for rows in (c.own for c in cases)]
    )
    # A claim on two commitments of the clause is one statement.
    _, once = np.unique(view["claim"][places], return_index=True)
    places = places[np.sort(once)]
    stance, who = view["stance"][places], view.people.who[view["speaker"][places]]
    reads = reading[stance]
    for holder in _holders(view, places[reads]):
        own = reads & (who == holder)
        # Only a named holder can change his mind.
        yield _reading(view, clause, places[own], places[who == holder] if holder != NONE else places[:0])


def _holders(view: View, places: Array) -> Iterator[int]:
    """Who reads the clause, in the order in which they come first; of each side so many."""
    people, speaker = view.people, view["speaker"][places]
    first: dict[int, int] = {}
    for who, own in zip(people.who[speaker].tolist(), speaker.tolist(), strict=True):
        first.setdefault(who, own)
    entry = np.array([*first.values()], np.int64)
    if len(entry) > MOST_HOLDERS:
        level = people.level_order[people.level[entry]]
        order = np.lexsort((np.arange(len(entry)), level, level == NONE, people.side[entry]))
        side = people.side[entry][order]
        starts = np.flatnonzero(np.r_[True, side[1:] != side[:-1]])
        within = np.arange(len(order)) - np.repeat(starts, np.diff(np.r_[starts, len(order)]))
        entry = entry[np.sort(order[within < MOST_HOLDERS])]
    return (int(who) for who in people.who[entry])


def _reading(view: View, clause: str, places: Array, said: Array) -> Reading:
    first = Evidence(int(view["claim"][places[0]]), view, int(places[0]))
    speaker = first.speaker
    return Reading(
        clause=clause,
        text=view.reading(int(places[0])),
        holder=speaker.name if speaker else None,
        since=view.oldest(places),
        claims=view.table.keys(view.rows[places]),
        stance=first.stance,
        side=speaker.side if speaker else None,
        switches=_switches(view, said) if len(said) > 1 else (),
    )


def _switches(view: View, places: Array) -> tuple[Switch, ...]:
    """Each later day on which the holder says something else than in the statement before it."""
    stance = view["stance"][places]
    # Taking the clause as it stands is one position, however it is put.
    if (stance == stance[0]).all():
        return ()
    places = view.in_time(places[view["day"][places] != UNDATED])
    stance, day = view["stance"][places], view["day"][places]
    kind = np.where(view.table.texts["stance"].among(KEEPS_IT)[stance], NONE, stance)
    texts, table = view.table.texts["stance"], view.table
    return tuple(
        Switch(
            on=date.fromordinal(int(day[at])),
            before=texts[stance[at - 1]],
            to=texts[stance[at]],
            claim=table.keys(view.rows[places[at : at + 1]])[0],
        )
        for at in np.flatnonzero((kind[1:] != kind[:-1]) & (day[1:] > day[:-1])) + 1
    )


def balance(view: View) -> tuple[Balance, ...]:
    """Claims and independent sources per side; a side that is named and never heard has none."""
    sides = {**dict.fromkeys(party_sides(view.people), (0, 0)), **dict(_heard(view))}
    return tuple(Balance(side, claims, sources) for side, (claims, sources) in sorted(sides.items()))


def _heard(view: View) -> Iterator[tuple[str, tuple[int, int]]]:
    """Each side that says something, with its claims and their origins."""
    # Few sides and many claims: which side has which origin is marked in one place for each pair.
    sides, of_entry = np.unique(view.people.side, return_inverse=True)
    side = of_entry[view["speaker"][view.first]]
    # An origin that is not known has the number -1.
    origin, own = view.origin[view.first] + 1, view["marks"][view.first] & ECHO == 0
    claims = np.bincount(side, minlength=len(sides))
    known = np.zeros((len(sides), int(origin.max(initial=0)) + 1), np.bool_)
    known[side[own], origin[own]] = True
    sources = known.sum(axis=1)
    for number in np.flatnonzero(claims):
        name = NO_SIDE if sides[number] == NONE else view.people.names[int(sides[number])]
        yield name, (int(claims[number]), int(sources[number]))
