"""All commitments of a case on a day, with the rows on them in one piece: what is looked for on each is looked for once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .columns import NONE, Array
from .docket import Docket, Rows, Seen, everything
from .duty import last_day, signed_on
from .marks import ECHO, PRIVATE
from .parties import ROLE
from .view import View

# A day, or an origin, fits in the lower bits of a number that sorts by something else first.
DAY_BITS = 22
ORIGIN_BITS = 32


@dataclass(frozen=True, eq=False)
class Lots:
    """Places, one lot for each commitment after the other."""

    places: Array
    bounds: Array

    def __getitem__(self, number: int) -> Array:
        return self.places[self.bounds[number] : self.bounds[number + 1]]


@dataclass(frozen=True, eq=False)
class Sheaf:
    """Rows, and for each of them the number of the commitment that it is seen from, in order of these numbers."""

    roll: "Roll"
    rows: Rows
    of: Array

    def __len__(self) -> int:
        return len(self.of)

    def where(self, chosen: Array) -> "Sheaf":
        """Some of them: by a mask, or by their numbers among these."""
        return Sheaf(self.roll, self.rows.where(chosen), self.of[chosen])

    def having(self, stances: tuple[str, ...], kind: str = "stance") -> "Sheaf":
        """The rows that have one of the stances; `kind` "said": as they were said."""
        if self is self.roll.sheaf:
            return self.where(self.roll.with_stances(stances, kind))
        values: Array = getattr(self.rows, kind)
        return self.where(self.roll.view.table.texts["stance"].among(stances)[values])

    def worded(self) -> "Sheaf":
        """The rows that carry the words of any sign."""
        return self.roll.worded if self is self.roll.sheaf else self.where(self.rows["cues"] != 0)

    @property
    def due(self) -> Array:
        """The last day of the duty; -1 where there is none."""
        return self.roll.due[self.of]

    @property
    def signed(self) -> Array:
        """The day on which the agreement was signed; -1 where it is not known."""
        days: Array = self.roll.signed[self.of]
        return days

    def role_of(self, entries: Array) -> Array:
        """The role of an entry for each row, as seen from the row's commitment."""
        return self.roll.role_of(self.of, entries)

    def keyed(self, numbers: Array) -> Array:
        """The commitment and a person or side (-1: nobody), as one number that sorts by the commitment first."""
        keys: Array = self.of.astype(np.int64) * self.roll.width + (numbers + 1)
        return keys

    def lots(self) -> Lots:
        """The places by commitment."""
        return Lots(self.rows.places, self.bounds())

    def bounds(self) -> Array:
        """Where the rows of each commitment begin, and after them where the last one's end."""
        found: Array = np.searchsorted(self.of, np.arange(len(self.roll.cases) + 1, dtype=self.of.dtype))
        return found

    def numbers(self) -> list[int]:
        """The commitments that have a row."""
        found: list[int] = np.flatnonzero(np.diff(self.bounds())).tolist()
        return found


def every_pair(one: Sheaf, other: Sheaf) -> tuple[Array, Array]:
    """The numbers of every row of the one, each with every row of the other that is on the same commitment."""
    starts, stops = np.searchsorted(other.of, one.of), np.searchsorted(other.of, one.of, side="right")
    each = stops - starts
    # Where the rows of each run begin among all pairs.
    before = np.cumsum(each) - each
    return np.repeat(np.arange(len(one)), each), np.arange(each.sum()) - np.repeat(before - starts, each)


class Roll:
    """The commitments of one view by number, and their rows, one commitment after the other."""

    def __init__(self, cases: Sequence[Docket], view: View) -> None:
        self.cases, self.view = cases, view
        self.bounds = np.cumsum([0, *(case.span.stop - case.span.start for case in cases)])
        # Room for a person, a side or nobody beside the number of a commitment.
        self.width = len(view.people.names) + 2
        self._ordered: dict[str, tuple[Array, Array]] = {}

    def own(self, number: int) -> Rows:
        """The rows on one commitment."""
        return Rows(self._seen, slice(int(self.bounds[number]), int(self.bounds[number + 1])))

    @cached_property
    def sheaf(self) -> Sheaf:
        """The rows on all of them."""
        of = np.repeat(np.arange(len(self.cases), dtype=np.int32), np.diff(self.bounds))
        return Sheaf(self, everything(self._seen), of)

    def on_the_whole(self, number: int) -> Sheaf:
        """The rows on its agreement as a whole, seen from one commitment."""
        return self.seen_from(number, self.cases[number].whole)

    def seen_from(self, number: int, rows: Rows) -> Sheaf:
        """Any rows, as those of one commitment."""
        return Sheaf(self, rows, np.full(len(rows), number, np.int32))

    def with_stances(self, stances: tuple[str, ...], kind: str) -> Array:
        """The numbers of the rows on all commitments that have one of the stances."""
        order, starts = self._by_stance(kind)
        chosen = np.flatnonzero(self.view.table.texts["stance"].among(stances)[:-1])
        found = [order[starts[number] : starts[number + 1]] for number in chosen]
        return np.sort(np.concatenate([np.empty(0, np.int64), *found]))

    def _by_stance(self, kind: str) -> tuple[Array, Array]:
        known = self._ordered.get(kind)
        if known is None:
            values: Array = getattr(self._seen, kind)
            # Of small whole numbers the stable sort is the quickest.
            order = np.argsort(values, kind="stable")
            counts = np.bincount(values, minlength=len(self.view.table.texts["stance"]))
            known = self._ordered[kind] = (order, np.append(0, np.cumsum(counts)))
        return known

    @cached_property
    def worded(self) -> Sheaf:
        """The rows on all of them that carry the words of any sign."""
        return self.sheaf.where(self._together("cues") != 0)

    @cached_property
    def independent(self) -> list[int]:
        """How many origins the rows on each commitment go back to; an echo is no origin of its own."""
        own = self.sheaf.where(self._together("marks") & ECHO == 0)
        origins = self.view.origin[own.rows.places] + 1
        both = np.sort(own.of.astype(np.int64) << ORIGIN_BITS | origins)
        new = np.ones(len(both), np.bool_)
        new[1:] = both[1:] != both[:-1]
        counts: list[int] = np.bincount(both[new] >> ORIGIN_BITS, minlength=len(self.cases)).tolist()
        return counts

    @cached_property
    def due(self) -> Array:
        days = (last_day(case.commitment) for case in self.cases)
        return np.array([day.toordinal() if day else NONE for day in days], np.int64)

    @cached_property
    def signed(self) -> Array:
        days = (signed_on(case.agreement) for case in self.cases)
        return np.array([day.toordinal() if day else NONE for day in days], np.int64)

    def role_of(self, of: Array, entries: Array) -> Array:
        """The roles of entries as seen from commitments."""
        roles, which = self._roles
        found: Array = roles[which[of], entries]
        return found

    @cached_property
    def _roles(self) -> tuple[Array, Array]:
        """The different casts of roles by number of an entry, and which of them is each commitment's."""
        numbers: dict[int, int] = {}
        which = np.array([numbers.setdefault(id(case.roles), len(numbers)) for case in self.cases], np.int64)
        casts = {id(case.roles): case.roles for case in self.cases}
        width = len(self.view.people.who)
        return np.array([casts[one] for one in numbers], np.uint8).reshape(len(numbers), width), which

    @cached_property
    def _seen(self) -> Seen:
        """The rows as `Docket.own` has them, one commitment after the other."""
        view, spans = self.view, [case.span for case in self.cases]
        runs = (np.arange(span.start, span.stop, dtype=np.int32) for span in spans)
        places = np.concatenate([np.empty(0, np.int32), *runs])
        said, marks, speaker = (self._together(name) for name in ("stance", "marks", "speaker"))
        bearing = (
            c.bears(view["stance"][s], view["marks"][s], own=True) for c, s in zip(self.cases, spans, strict=True)
        )
        stance = np.concatenate([said[:0], *bearing])
        anonymous = (marks & PRIVATE != 0) | view.people.unnamed[speaker]
        roles = (case.roles[view["speaker"][span]] for case, span in zip(self.cases, spans, strict=True))
        role = np.concatenate([np.empty(0, np.uint8), *roles])
        role[anonymous] = ROLE["anonymous"]
        return Seen(view, places, said, stance, role, speaker, anonymous)

    def _together(self, name: str) -> Array:
        column = self.view[name]
        return np.concatenate([column[:0], *(column[case.span] for case in self.cases)])
