"""What the table is made of: columns that grow, texts kept once and named by a number, and a long row of bytes."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Mask = NDArray[np.bool_]
NONE = -1
SMALLEST = 64


class Columns:
    """Arrays of one length that grow together, by name."""

    def __init__(self, **kinds: str) -> None:
        self._length = 0
        self._arrays: dict[str, Array] = {name: np.empty(0, kind) for name, kind in kinds.items()}

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, name: str) -> Array:
        return self._arrays[name][: self._length]

    def append(self, **values: Sequence[Any] | Array) -> None:
        """Adds rows; every column gets as many values."""
        (count,) = {len(column) for column in values.values()}
        start, self._length = self._length, self._length + count
        for name, array in self._arrays.items():
            if self._length > len(array):
                grown = np.empty(max(SMALLEST, self._length, 3 * len(array) // 2), array.dtype)
                grown[:start] = array[:start]
                self._arrays[name] = grown
            self._arrays[name][start : self._length] = values[name]

    def items(self) -> Iterator[tuple[str, Array]]:
        return ((name, self[name]) for name in self._arrays)

    def fill(self, arrays: Mapping[str, Array]) -> None:
        """Takes over stored columns; raises ValueError where they do not fit."""
        if arrays.keys() != self._arrays.keys() or len({len(array) for array in arrays.values()}) != 1:
            raise ValueError("the stored columns are not these")
        for name, array in arrays.items():
            if array.dtype != self._arrays[name].dtype:
                raise ValueError(f"the stored column {name} holds {array.dtype}")
            self._length = len(array)
            # A copy: what was stored may be read-only.
            self._arrays[name] = array.copy()


class Texts:
    """Each text once, with its number in order of first appearance; no text has the number -1."""

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._all: list[str] = []
        self._numbers: dict[str, int] = {}
        self._tested: dict[Hashable, Mask] = {}
        for text in known:
            self.number(text)

    def __len__(self) -> int:
        return len(self._all)

    def __getitem__(self, number: int) -> str:
        return self._all[number]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def number(self, text: str | None) -> int:
        """The text's number, a new one for a new text."""
        if text is None:
            return NONE
        found = self._numbers.get(text)
        if found is None:
            found = self._numbers[text] = len(self._all)
            self._all.append(text)
        return found

    def find(self, text: str | None) -> int:
        """The text's number; -1 where it is not here."""
        return NONE if text is None else self._numbers.get(text, NONE)

    def among(self, wanted: tuple[str, ...]) -> Mask:
        """By number, whether the text is one of these; False for -1, which is the last place."""
        return self.tested(wanted, wanted.__contains__)

    def tested(self, name: Hashable, test: Callable[[str], bool]) -> Mask:
        """By number, whether the text passes the test that goes by this name; False for -1."""
        known = self._tested.get(name)
        if known is None or len(known) != len(self._all) + 1:
            known = self._tested[name] = np.array([*map(test, self._all), False], np.bool_)
        return known

    def ranks(self) -> Array:
        """By number, the text's place among all of them in alphabetical order."""
        ranks = np.empty(len(self._all), np.int64)
        ranks[sorted(range(len(self._all)), key=self._all.__getitem__)] = np.arange(len(self._all))
        return ranks


class Wording:
    """Texts one after the other as UTF-8: what was stored, which is only looked into, and what came since."""

    def __init__(self, stored: Array | None = None) -> None:
        self._stored = memoryview(b"") if stored is None else memoryview(stored.data)
        self._since = bytearray()

    def __len__(self) -> int:
        return len(self._stored) + len(self._since)

    def put(self, text: str) -> tuple[int, int]:
        """Where the text starts from now on, and its length in bytes."""
        start, coded = len(self), text.encode("utf-8", "surrogatepass")
        self._since += coded
        return start, len(coded)

    def read(self, start: int, length: int) -> str:
        """The text at a place that `put` gave."""
        stored = len(self._stored)
        held, at = (self._stored, start) if start < stored else (self._since, start - stored)
        part = held[at : at + length]
        return bytes(part).decode("utf-8", "surrogatepass")

    def whole(self) -> Array:
        """All bytes, to be stored."""
        return np.concatenate([np.frombuffer(self._stored, np.uint8), np.frombuffer(self._since, np.uint8)])
