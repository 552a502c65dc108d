"""Which of several bodies of one name is meant: "the Communist Party of Nepal (Maoist)", beside another one "(UML)"."""

import re
from collections.abc import Set

_WORD = re.compile(r" \([A-Z][a-z]{3,}(?:-[A-Z]?[a-z]+)*\)")
_ANY = re.compile(r" \((?P<wing>[A-Z][\w/-]*)\)")
_NAMED = re.compile(
    rf"(?<![\w'’-])(?P<name>[A-Z][\w'’-]{{1,40}}(?: (?:(?:of|for|the|and) ){{0,2}}[A-Z][\w'’-]{{1,40}}){{0,9}}){_ANY.pattern}"
)

Range = tuple[int, int]


class Wings:
    """The names of a text that go on in brackets; `bodies` are the words for bodies, of which a name must have one.

    A word in brackets is a wing. Initials are one only where the text has others behind the same name, else they are short for it.
    """

    def __init__(self, text: str, bodies: Set[str]) -> None:
        self._text = text
        self._bodies = bodies
        wings: dict[str, set[str]] = {}
        for hit in _NAMED.finditer(text):
            wings.setdefault(hit["name"].removeprefix("The "), set()).add(hit["wing"])
        self._several = frozenset(name for name, found in wings.items() if len(found) > 1)

    def added(self, name: Range | None, end: int, extra: list[Range]) -> tuple[Range | None, int, list[Range]]:
        """A name's range, where its phrase ends, and what else it is called, with the wing that stands behind it."""
        if name is None:
            return name, end, extra
        several = self._text[name[0] : end] in self._several
        wing = (_ANY if several else _WORD).match(self._text, end)
        words = {w.lower() for w in re.findall(r"\w+", self._text[name[0] : end])}
        if wing is None or not words & self._bodies:
            return name, end, extra
        whole = (name[0], wing.end())
        if not several:
            return name, end, [*extra, whole]
        # Less of the name would be the others', too.
        return whole, wing.end(), [e for e in extra if e[0] != name[0]]
