"""Counts of right, wrong and missed, and the ratios that follow from them."""

from dataclasses import dataclass, field


@dataclass
class Tally:
    """Right, wrong (found, not in the answer sheet) and missed (in it, not found)."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def __iadd__(self, other: "Tally") -> "Tally":
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed
        return self

    @property
    def precision(self) -> float | None:
        return _ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float | None:
        return _ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        return _ratio(2 * self.right, 2 * self.right + self.wrong + self.missed)


@dataclass
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        self.right += right
        self.of += 1

    def __iadd__(self, other: "Share") -> "Share":
        self.right += other.right
        self.of += other.of
        return self

    @property
    def ratio(self) -> float | None:
        return _ratio(self.right, self.of)


@dataclass
class Sheet:
    """The outcome of one comparison: named tallies and shares, and the single differences."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    shares: dict[str, Share] = field(default_factory=dict)
    differences: list[str] = field(default_factory=list)

    def tally(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())

    def share(self, name: str) -> Share:
        return self.shares.setdefault(name, Share())

    def __iadd__(self, other: "Sheet") -> "Sheet":
        for name, tally in other.tallies.items():
            self.tallies[name] = self.tally(name).__iadd__(tally)
        for name, share in other.shares.items():
            self.shares[name] = self.share(name).__iadd__(share)
        self.differences += other.differences
        return self


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
