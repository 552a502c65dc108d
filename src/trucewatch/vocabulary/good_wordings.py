"""For each rule the wording that would be clear, with places for the clause's own words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from .loader import load

SLOTS = ("bearer", "action", "object", "beneficiary", "place", "quantity", "deadline", "verifier")
FIELDS = (*SLOTS, "duty", "tail", "sentence", "words")
_PIECE = re.compile(r"\{(?P<field>\w+)(?:\|(?P<otherwise>[^{}]*))?\}|\[(?P<blank>[^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a wording: a field to fill, with what stands there when the text does not have it; or a blank."""

    field: str | None = None
    blank: str | None = None
    otherwise: "tuple[str | Place, ...] | None" = None


@dataclass(frozen=True, slots=True)
class GoodWording:
    """One entry of good_wordings.yaml; its header says what the fields are."""

    id: str
    wording: str

    def __post_init__(self) -> None:
        for place in self.pieces:
            if isinstance(place, Place) and place.field and place.field not in FIELDS:
                raise ValueError(f'"wording" has {{{place.field}}}, expected one of {", ".join(FIELDS)}')

    @property
    def pieces(self) -> "tuple[str | Place, ...]":
        """Words and places in order."""
        return _pieces(self.wording)


def good_wordings() -> Mapping[str, GoodWording]:
    """The wording for each rule that has one."""
    return _by_rule()


@cache
def _by_rule() -> Mapping[str, GoodWording]:
    return MappingProxyType({entry.id: entry for entry in load("good_wordings.yaml", GoodWording)})


def _pieces(wording: str) -> tuple[str | Place, ...]:
    pieces: list[str | Place] = []
    at = 0
    for match in _PIECE.finditer(wording):
        pieces.append(wording[at : match.start()])
        otherwise = match["otherwise"]
        pieces.append(Place(match["field"], match["blank"], None if otherwise is None else _pieces(otherwise)))
        at = match.end()
    return tuple(piece for piece in (*pieces, wording[at:]) if piece)
