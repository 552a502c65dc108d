"""Which claims stand against each other, and which faults of a clause a claim makes use of."""

from dataclasses import dataclass

from .loader import load
from .status_rules import SPEAKERS


@dataclass(frozen=True, slots=True)
class Opposites:
    """Two families of claims that one actor, or one side, cannot both mean; `kind` is say-say or say-do."""

    id: str
    kind: str
    name: str
    said: tuple[str, ...]
    against: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.kind not in ("say-say", "say-do"):
            raise ValueError(f'"kind" is "{self.kind}", expected say-say or say-do')


@dataclass(frozen=True, slots=True)
class LoopholeUse:
    """Claims that make use of lint findings of these codes; `shares`: the claim has a word of the place found."""

    id: str
    name: str
    stances: tuple[str, ...]
    rules: tuple[str, ...]
    speakers: tuple[str, ...]
    shares: bool = False
    outside: bool = False

    def __post_init__(self) -> None:
        for speaker in self.speakers:
            if speaker not in SPEAKERS:
                raise ValueError(f'"speakers" has "{speaker}", expected one of {", ".join(SPEAKERS)}')


def opposites() -> tuple[Opposites, ...]:
    """The families of claims that stand against each other."""
    return load("opposites.yaml", Opposites)


def loophole_uses() -> tuple[LoopholeUse, ...]:
    """Which kind of claim makes use of which kind of finding."""
    return load("loopholes.yaml", LoopholeUse)
