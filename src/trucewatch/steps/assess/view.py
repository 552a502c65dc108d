"""The table as it stands on a day, with what was known at a seq."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import numpy as np

from trucewatch.core.quotes import Span

from .columns import NONE, Array, Mask
from .marks import ECHO, PRIVATE
from .people import People
from .table import NOWHERE, UNDATED, WHOLE, EvidenceTable

# More than any day has as its number.
_DAYS = 1 << 22


@dataclass(frozen=True, eq=False)
class View:
    """The rows that count, in order: `rows` are their numbers in the table, `columns` their values.

    A place in these arrays is what a ruling names its evidence by. Places of one `about` stand together.
    """

    table: EvidenceTable
    people: People
    as_of: date
    known_seq: int
    rows: Array
    columns: Mapping[str, Array]
    # Several clauses run until the same event.
    _told: dict[tuple[frozenset[str], float], Array] = field(default_factory=dict, repr=False)
    _spoke: dict[tuple[str, ...], tuple[Array, Array]] = field(default_factory=dict, repr=False)

    def __getitem__(self, name: str) -> Array:
        return self.columns[name]

    def places(self, commitment: str) -> slice:
        """The places of the rows on one commitment."""
        number = self.table.texts["commitment"].find(commitment)
        return self._about(number) if number != NONE else slice(0, 0)

    def whole(self, agreement: str | None) -> Array:
        """The places of the rows on an agreement as a whole; None: on any."""
        found = self._about(WHOLE)
        places = np.arange(found.start, found.stop)
        if agreement is None:
            return places
        named: Array = places[self["agreement"][found] == self.table.texts["agreement"].find(agreement)]
        return named

    def _about(self, number: int) -> slice:
        start, stop = self._starts[number - NOWHERE : number - NOWHERE + 2]
        return slice(int(start), int(stop))

    @cached_property
    def _starts(self) -> Array:
        """The first place of each `about`, from NOWHERE on, and of the one after the last."""
        numbers = np.arange(NOWHERE, len(self.table.texts["commitment"]) + 1, dtype=self["about"].dtype)
        return np.searchsorted(self["about"], numbers)

    @cached_property
    def origin(self) -> Array:
        """What a row goes back to, by number; the same actor in all reports has one."""
        origins, names = self.table.texts["origin"], self.people
        stored: Array = self["origin"]
        of_entry = np.array([origins.find(f"actor:{names.names[who]}") if who != NONE else NONE for who in names.who])
        by_actor = stored < 0
        if not by_actor.any():
            return stored
        found = stored.copy()
        found[by_actor] = of_entry[-1 - stored[by_actor]]
        return found

    @cached_property
    def is_first(self) -> Mask:
        """Whether a row is its claim's first: every claim once."""
        first: Mask = self["claim"] == self.rows
        return first

    @cached_property
    def first(self) -> Array:
        """The places of each claim's first row."""
        return np.flatnonzero(self.is_first)

    @cached_property
    def _place_of_row(self) -> Array:
        places = np.full(len(self.table.rows), NONE, np.int32)
        places[self.rows] = np.arange(len(self.rows))
        return places

    def in_time(self, places: Array) -> Array:
        """The places in order of day and name, across commitments."""
        return places[np.argsort(self["rank"][places], kind="stable")]

    def telling(self, event: frozenset[str], share: float) -> Array:
        """The places of claims told as past that have at least this share of the event's words, oldest first."""
        if not event:
            return np.empty(0, np.int64)
        found = self._told.get((event, share))
        if found is None:
            found = self._told[event, share] = self._telling(event, share)
        return found

    def _telling(self, event: frozenset[str], share: float) -> Array:
        numbers = [number for word in event if (number := self.table.texts["word"].find(word)) != NONE]
        if len(numbers) < share * len(event):
            return np.empty(0, np.int64)
        rows, counts = np.unique(self.table.told_with(numbers), return_counts=True)
        places = self._place_of_row[rows[counts >= share * len(event)]]
        return self.in_time(places[places != NONE])

    def independent(self, places: Array) -> int:
        """How many origins the rows go back to; an echo is no origin of its own."""
        origins = np.sort(self.origin[places[self["marks"][places] & ECHO == 0]])
        return int((origins[1:] != origins[:-1]).sum()) + 1 if len(origins) else 0

    def newest(self, places: Array) -> date | None:
        day = int(self["day"][places].max(initial=UNDATED))
        return None if day == UNDATED else date.fromordinal(day)

    def oldest(self, places: Array) -> date | None:
        days = self["day"][places]
        dated = days[days != UNDATED]
        return date.fromordinal(int(dated.min())) if len(dated) else None

    def spoken_on(self, side: int, levels: tuple[str, ...]) -> Array:
        """The days on which people of a side and these levels publicly spoke of an agreement or a duty, in order."""
        sides, days = self._spoken(levels)
        return days[slice(*np.searchsorted(sides, [side, side + 1]))]

    def spoken_after(self, side: Array, day: Array, levels: tuple[str, ...]) -> Array:
        """On how many of those days each side spoke after a day."""
        sides, days = self._spoken(levels)
        # Side and day as one number: the days of a side stand together.
        both = sides * _DAYS + days
        return np.searchsorted(sides, side, side="right") - np.searchsorted(both, side * _DAYS + day, side="right")

    def _spoken(self, levels: tuple[str, ...]) -> tuple[Array, Array]:
        """The sides, in order, and the days on which each of them spoke, each day once."""
        found = self._spoke.get(levels)
        if found is None:
            people, speaker = self.people, self["speaker"]
            counts = (people.side != NONE) & people.names.among(levels)[people.level] & ~people.unnamed
            spoke = counts[speaker] & self.is_first & (self["marks"] & (ECHO | PRIVATE) == 0)
            spoke &= (self["about"] != NOWHERE) & (self["day"] != UNDATED)
            day, side = self["day"][spoke], people.side[speaker[spoke]].astype(np.int64)
            both = np.unique(side * _DAYS + day)
            found = self._spoke[levels] = (both // _DAYS, both % _DAYS)
        return found

    def published_by(self) -> date:
        """The day of the view, or the newest on which a report that was known by then was published."""
        documents = self.table.documents
        known = (documents["from_seq"] <= self.known_seq) & (self.known_seq < documents["to_seq"])
        return date.fromordinal(int(documents["published"][known].max(initial=self.as_of.toordinal())))

    def reading(self, place: int) -> Span:
        """The words of a row that says what a clause means."""
        table, claim = self.table, self["claim"][place]
        found = np.searchsorted(table.readings["row"], claim)
        start, end, at, length = (int(table.readings[name][found]) for name in ("start", "end", "words_at", "words"))
        return Span(start, end, table.wording.read(at, length))


class _Chosen(dict[str, Array]):
    """Columns of the table without the rows that do not count, each worked out when it is asked for."""

    def __init__(self, columns: Mapping[str, Array], counts: Array) -> None:
        super().__init__()
        self._columns, self._counts = columns, counts

    def __missing__(self, name: str) -> Array:
        column = self[name] = self._columns[name][self._counts]
        return column


def view_of(table: EvidenceTable, as_of: date, known_seq: int | None = None, *, provisional: bool = False) -> View:
    """What was said, or else published, on or before the day, as known at the seq; a claim without a day counts.

    Without `known_seq`: as known now. Unless `provisional`, only what a person has accepted by then.
    """
    seq = table.newest if known_seq is None else known_seq
    ordered = table.ordered()
    columns, rows = ordered.columns, ordered.rows
    counts = (columns["from_seq"] <= seq) & (columns["day"] <= as_of.toordinal())
    counts &= seq < table.rows["to_seq"][rows]
    if not provisional:
        counts &= table.rows["accepted_from"][rows] <= seq
    if not counts.all():
        rows, columns = rows[counts], _Chosen(columns, np.flatnonzero(counts))
    return View(table, table.people(seq), as_of, seq, rows, columns)
