"""Where something is: the values between a gazetteer, the step that places names, and the outputs.

A name is always the text's own; country and coordinates are look-ups and name the gazetteer they are from.
"""

from dataclasses import dataclass
from enum import StrEnum

from .quotes import Span


class PlaceKind(StrEnum):
    """What a gazetteer's entry is; only a town is a point."""

    COUNTRY = "country"
    STATE = "state"
    TOWN = "town"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east."""

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class GazetteerEntry:
    """One place of a gazetteer. `country` is ISO 3166-1 alpha-3; `population` 0 where it is not known; for a
    region, an `AREA`, what the gazetteer lets it count.

    `main` is False where the name asked for is one of its other names.
    """

    kind: PlaceKind
    country: str
    population: int = 0
    main: bool = True
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """The southernmost, westernmost, northernmost and easternmost degree of a country's towns."""

    south: float
    west: float
    north: float
    east: float


# How a reason ends that says no more than the kind of a place.
NOT_A_POINT = "not a point"


@dataclass(frozen=True, slots=True)
class NoPoint:
    """Why a place has a country and no coordinates."""

    reason: str


@dataclass(frozen=True, slots=True)
class Location:
    """A look-up's answer: the country, the point or why there is none, why this entry, and who says so."""

    kind: PlaceKind
    country: str
    point: Point | NoPoint
    reason: str
    gazetteer: str


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Why a name was not placed; the reason names the candidates."""

    reason: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a text names, every mention of it, and where a gazetteer has it.

    `notes` say where the text and the coordinates differ.
    """

    name: Span
    mentions: tuple[Span, ...]
    where: Location | Unresolved
    notes: tuple[str, ...] = ()
