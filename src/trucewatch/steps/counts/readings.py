"""What is read of a sentence: figures with what they count."""

from dataclasses import dataclass

from .figures import Figure

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
