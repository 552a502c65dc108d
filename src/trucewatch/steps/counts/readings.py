"""A sentence of a report, and what is read of it: figures with what they count."""

from dataclasses import dataclass
from functools import cached_property

from trucewatch.core.dates import When, when
from trucewatch.core.model import Document
from trucewatch.core.quotes import Span

from .figures import Figure
from .sentences import Part, parts
from .stretches import Stretch

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with what it counts; offsets are into the sentence. `form` is count, part or previous."""

    figure: Figure
    form: str
    kind: str
    what: Bounds | None
    where: Bounds | None = None


@dataclass(frozen=True, slots=True)
class What:
    start: int
    end: int
    kind: str


@dataclass(frozen=True)
class Sentence:
    """A sentence with what was read in it. `text` is the working text from `start`, line ends as blanks."""

    document: Document
    start: int
    text: str
    stretches: tuple[Stretch, ...]
    after_incident: bool
    label: Bounds | None = None

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The pieces that its figures belong to; most sentences have no figure."""
        return parts(self.text)

    def span(self, start: int, end: int) -> Span:
        return self.document.span(self.start + start, self.start + end)

    def when(self, stretch: Stretch) -> When:
        """The days of a stretch of this sentence, tied to its words."""
        return when(stretch.edtf, self.span(stretch.start, stretch.end))
