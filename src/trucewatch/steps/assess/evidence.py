"""One row of the table, read when it is shown."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from .columns import NONE
from .marks import ECHO, HEDGED, OUTSIDE, PRIVATE
from .people import Person
from .table import UNDATED
from .view import View


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim as a view has it; `number` is the same for all rows of a claim. `stance` has a finding's direction."""

    number: int
    view: View = field(compare=False, repr=False)
    place: int = field(compare=False)

    @property
    def key(self) -> str:
        """What names it in the output."""
        return self.view.table.keys(self.view.rows[self.place : self.place + 1])[0]

    @property
    def row(self) -> int:
        return int(self.view.rows[self.place])

    @property
    def stance(self) -> str:
        return self.view.table.texts["stance"][self.view["stance"][self.place]]

    @property
    def day(self) -> date | None:
        """When it was said, else published, else when what it tells of happened."""
        return _day(int(self.view["day"][self.place]))

    @property
    def happened_on(self) -> date | None:
        return _day(int(self.view.table.rows["happened"][self.row]))

    @property
    def speaker(self) -> Person | None:
        return self.view.people.person(int(self.view["speaker"][self.place]))

    @property
    def target(self) -> Person | None:
        return self.view.people.person(int(self.view["target"][self.place]))

    @property
    def level(self) -> str | None:
        return self._named("level")

    @property
    def who(self) -> str | None:
        """The speaker's id, the same in all reports; None for the author."""
        return self._named("who")

    @property
    def side(self) -> str | None:
        return self._named("side")

    @property
    def anonymous(self) -> bool:
        return self.marked(PRIVATE) or bool(self.view.people.unnamed[self.view["speaker"][self.place]])

    @property
    def echo(self) -> bool:
        return self.marked(ECHO)

    @property
    def outside_the_letter(self) -> bool:
        return self.marked(OUTSIDE)

    @property
    def hedged(self) -> bool:
        return self.marked(HEDGED)

    @property
    def words(self) -> str:
        """The claim's words as the working text has them."""
        return self.view.table.words(self.row)

    @property
    def grounds(self) -> str:
        return self.view.table.grounds(self.row)

    @property
    def source(self) -> str:
        """The file name of its report."""
        return self.view.table.path(self.row).rpartition("/")[2]

    @property
    def cues(self) -> int:
        """Bits: which signs of `signals.yaml` have a cue in the words or the grounds."""
        return int(self.view["cues"][self.place])

    @property
    def origin(self) -> int:
        """The same for claims that go back to one source."""
        return int(self.view.origin[self.place])

    def marked(self, bit: int) -> bool:
        return bool(self.view["marks"][self.place] & bit)

    def _named(self, column: str) -> str | None:
        people = self.view.people
        number = int(getattr(people, column)[self.view["speaker"][self.place]])
        return None if number == NONE else people.names[number]


def _day(ordinal: int) -> date | None:
    return None if ordinal == UNDATED else date.fromordinal(ordinal)


def evidence(view: View, places: Iterable[int]) -> tuple[Evidence, ...]:
    """The rows at these places, to be shown."""
    return tuple(Evidence(int(view["claim"][place]), view, int(place)) for place in places)


def independent(items: Iterable[Evidence]) -> int:
    """How many origins the evidence goes back to; an echo is no origin of its own."""
    return len({item.origin for item in items if not item.echo})
