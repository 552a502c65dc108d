"""For how long nobody above has taken a narrowing back."""

from collections.abc import Iterator
from datetime import date

import numpy as np

from trucewatch.core.case import Uncorrected

from .columns import NONE, Array
from .docket import Docket, Rows
from .rules import Ruling
from .scene import among, name_of, of_level, owner
from .table import UNDATED

SUBORDINATE = ("2", "3")
HEAD = ("1",)
# So many claims and names are shown: the newest claims, the names in alphabetical order.
MOST_CLAIMS = 5
NARROWED = frozenset({"contested", "disputed_existence"})


def uncorrected(case: Docket, legal: Ruling) -> Iterator[Uncorrected]:
    """For each side the narrowing by a minister or spokesperson on which the reading rests; not where its head says it too."""
    if legal.rule.value not in NARROWED or not len(legal.places):
        return
    rows, people = case.seen(legal.places), case.view.people
    owners, heads = owner(rows), of_level(case.view, rows.person("level"), HEAD)
    below = of_level(case.view, rows.person("level"), SUBORDINATE) & (rows["day"] != UNDATED)
    for side in np.unique(owners[below]).tolist():
        mine = below & (owners == side)
        if heads[owners == side].any():
            continue
        places, days = rows.places[mine], rows["day"][mine]
        first = int(days.min())
        waited = case.as_of.toordinal() - first
        own_side = int(rows.person("side")[np.flatnonzero(mine)[0]])
        yield Uncorrected(
            commitment=case.commitment.id,
            side=name_of(case.view, own_side),
            actors=tuple(dict.fromkeys(people.names[who] for who in rows.person("who")[mine][-MOST_CLAIMS:].tolist())),
            since=date.fromordinal(first),
            days=waited,
            hours=24 * waited,
            superiors=_heads_named(case, own_side),
            claims=case.view.table.keys(case.view.rows[places[-MOST_CLAIMS:]]),
            looked=case.view.table.keys(case.view.rows[_looked(case.own, own_side, first)[-MOST_CLAIMS:]]),
        )


def _heads_named(case: Docket, side: int) -> tuple[str, ...]:
    """The leaders of the side whom a report names."""
    people = case.view.people
    if side == NONE:
        return ()
    there = np.flatnonzero(people.here & (people.side == side) & people.names.among(HEAD)[people.level])
    names = {int(people.who[entry]): people.entries[int(entry)].name for entry in reversed(there.tolist())}
    return tuple(sorted(names.values())[:MOST_CLAIMS])


def _looked(rows: Rows, side: int, since: int) -> Array:
    """The reported silences of somebody who could have corrected it, of its day or later."""
    silent = among(rows, ("PUBLIC_SILENCE",)) & (rows["day"] >= since)
    if silent.any():
        silent &= of_level(rows.view, rows.person("level"), ("1", "2"))
        silent &= (rows.person("side") == side) | (rows.person("side") == NONE)
    return rows.places[silent]
