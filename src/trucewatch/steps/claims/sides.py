"""The side of a person that is known only by an office: "Suba Loro Samuel, a spokesman of the National Salvation Front"."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from trucewatch.vocabulary.reports import KnownActor, Role
from trucewatch.vocabulary.states import states_named

from .mentions import folded

# An office that somebody no longer holds, or holds against its owner, says nothing on a side.
_NO_LONGER = frozenset("former ex late ousted exiled rival opposition dissident".split())
_LONGEST = 6
# A body with one of these words in its name is seldom the state's that it is named for.
_GROUPS = frozenset(
    "front movement alliance party union congress coalition liberation resistance opposition rebels".split()
)

# What goes on with an office: "for the Russian Foreign Ministry".
_OWNER = re.compile(r"\s(?:of|for)\s(?:the\s)?[A-Z][\w’'/-]*+(?:\s(?:of\s)?(?:the\s)?[A-Z][\w’'/-]*+){0,6}")

Known = Callable[[str], KnownActor | None]


def side_of_office(phrase: str, roles: Mapping[str, Role], known: Known) -> str | None:
    """The side whose office a phrase names, by its owner before or behind it; None without one, or where two fit."""
    words = phrase.replace("’", "'").split()
    at = next((n for n, word in enumerate(words) if word.lower().strip(".,") in roles), None)
    if {w.lower().strip(".,-") for w in words[:at]} & _NO_LONGER:
        return None
    owners = {k.side for k in _before(words[:at], known)} if at is not None else set()
    of = next((n for n, word in enumerate(words) if n >= (at or 0) and word in ("of", "for")), None)
    if not owners and of is not None:
        owners = {k.side for k in _behind(words[of + 1 :], known, states=at is not None)}
    return owners.pop() if len(owners) == 1 else None


def with_owner(text: str, start: int, end: int, names: Iterable[tuple[int, int]] = ()) -> str:
    """A phrase with the owner's name that stands right behind it, and all of one of the `names` in which it begins."""
    start = next((a for a, b in names if a < start < b), start)
    behind = _OWNER.match(text, end)
    return text[start : behind.end() if behind else end]


def _before(words: list[str], known: Known) -> Iterator[KnownActor]:
    """The known owner that stands before an office: "NAS spokesman", "Turkish Defence Minister"."""
    for size in range(min(_LONGEST, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            found = known(folded(" ".join(words[start : start + size])))
            if found is not None and found.side is not None:
                yield found
                return
    yield from _states(" ".join(words), known)


def _behind(words: list[str], known: Known, *, states: bool) -> Iterator[KnownActor]:
    """The known owner right behind "of": "commander of the ELN", "spokeswoman for the Russian Foreign Ministry".

    Without an office only a known group counts: "Khaing Thukha of the AA", not "Ali of Tripoli".
    """
    for size in range(min(_LONGEST + 1, len(words)), 0, -1):
        found = known(folded(" ".join(words[:size])))
        if found is not None and found.kind == "person" and not states:
            # "The son of Khalifa Haftar" holds no office of his.
            return
        if found is not None and found.kind == "state" and _GROUPS & {w.lower().strip(".,") for w in words[size:]}:
            return
        if found is not None and found.side is not None:
            yield found
            return
    if states:
        yield from _states(" ".join(words), known)


def _states(phrase: str, known: Known) -> Iterator[KnownActor]:
    if _GROUPS & {word.lower().strip(".,") for word in phrase.split()}:
        # The "South Sudan United Front" is not South Sudan's.
        return
    named = states_named(phrase)
    found = [known(folded(name)) for name in named]
    if len(named) == 1 and found[0] is not None and found[0].kind == "state":
        yield found[0]
