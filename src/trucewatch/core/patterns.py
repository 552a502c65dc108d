"""Regular expressions over long lists of words, written so that they are tried quickly."""

import re
from collections.abc import Iterable


def one_of(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest that fits first.

    It says the same as the words with "|" between them, longest first; but what they share at the front is tried once.
    """
    every = frozenset(words) - {""}
    if not every:
        raise ValueError("no words to choose from; expected at least one")
    firsts = "".join(re.escape(letter) for letter in sorted({word[0] for word in every}))
    # Nearly every place in a text is turned down by the first letter alone.
    return f"(?=[{firsts}])(?:{_ways(every)})"


def _ways(endings: frozenset[str]) -> str:
    by_letter: dict[str, set[str]] = {}
    for ending in sorted(endings - {""}):
        by_letter.setdefault(ending[0], set()).add(ending[1:])
    ways = [re.escape(letter) + _ways(frozenset(rest)) for letter, rest in by_letter.items() if rest != {""}]
    ways += [re.escape(letter) for letter, rest in by_letter.items() if rest == {""}]
    if not ways:
        return ""
    joined = ways[0] if len(ways) == 1 and "" not in endings else f"(?:{'|'.join(ways)})"
    return f"{joined}?" if "" in endings else joined
