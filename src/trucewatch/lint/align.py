"""Pairs the provisions of two drafts by what they say and where they stand.

Likeness is the share of words and neighbouring word pairs that two provisions have in common (the Dice
measure), so it is the same whichever draft comes first. It decides only which provisions belong
together; whether the new one is vaguer is read from its slots and findings.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from trucewatch.core.model import Agreement, Clause

from .sentences import own_words

# Provisions this much alike are the same one; beside the same neighbour, or between both and under the same
# number, less is enough.
ALIKE = 0.5
ALIKE_BETWEEN_NEIGHBOURS = 0.2
ALIKE_IN_ITS_PLACE = 0.05
# Of a provision that was split off or taken in, this much of the words stand in the other one.
CONTAINED = 0.6
_WORD = re.compile(r"\w+(?:['’.:,]\w+)*")

Pair = tuple[int, int]


@dataclass(frozen=True)
class Alignment:
    """Places of provisions that belong together, in order of the new draft.

    `moved` are the pairs that changed their place among the others. `split` gives for a new provision
    without a partner the old one whose words it took; `merged` for an old one the new one that took its.
    """

    pairs: tuple[Pair, ...]
    moved: frozenset[Pair]
    split: Mapping[int, int]
    merged: Mapping[int, int]


# More clauses than two long agreements have.
_CLAUSES = 1 << 14


@lru_cache(maxsize=_CLAUSES)
def words_of(text: str) -> tuple[str, ...]:
    """The words without case, punctuation or typography."""
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def times(sought: tuple[str, ...], words: tuple[str, ...]) -> int:
    """How often the words stand in a row among others."""
    size = len(sought)
    return sum(words[at : at + size] == sought for at in range(len(words) - size + 1)) if size else 0


@lru_cache(maxsize=_CLAUSES)
def _shingles(words: tuple[str, ...]) -> Counter[object]:
    return Counter([*words, *pairwise(words)])


def likeness(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    """Between 0 and 1: the share of words and of neighbouring word pairs that both have."""
    if a == b:
        return 1.0
    left, right = _shingles(a), _shingles(b)
    total = left.total() + right.total()
    # No more can be shared than the shorter one holds.
    if not total or 2 * min(left.total(), right.total()) < ALIKE_IN_ITS_PLACE * total:
        return 0.0
    if len(left) > len(right):
        left, right = right, left
    return 2 * sum(min(count, right[shingle]) for shingle, count in left.items()) / total


def align(old: Agreement, new: Agreement) -> Alignment:
    """The provisions of two drafts paired; the same pairs come out whichever draft is called old."""
    left, right = _contents(old), _contents(new)
    pairs = _best_first(old, new, left, right)
    pairs = _between_neighbours(old, new, left, right, pairs)
    free_old = [i for i in range(len(left)) if i not in {i for i, _ in pairs}]
    free_new = [j for j in range(len(right)) if j not in {j for _, j in pairs}]
    turned = {(j, i) for i, j in pairs}
    return Alignment(
        pairs=tuple(sorted(pairs, key=lambda pair: pair[1])),
        moved=_moved(old, new, pairs),
        split={j: i for j in free_new if (i := _home(right[j], left, right, pairs)) is not None},
        merged={i: j for i in free_old if (j := _home(left[i], right, left, turned)) is not None},
    )


def _contents(agreement: Agreement) -> list[tuple[str, ...]]:
    """For each clause its heading and words; for a container without any, those of what it holds."""
    held: dict[str, list[str]] = {}
    parents = {clause.id: clause.parent for clause in agreement.clauses}
    own = [
        " ".join(filter(None, (clause.heading.exact if clause.heading else "", own_words(agreement, clause))))
        for clause in agreement.clauses
    ]
    for clause, words in zip(agreement.clauses, own, strict=True):
        above = clause.parent
        while above is not None:
            held.setdefault(above, []).append(words)
            above = parents.get(above)
    return [
        words_of(words or " ".join(held.get(clause.id, ())))
        for clause, words in zip(agreement.clauses, own, strict=True)
    ]


def _best_first(
    old: Agreement, new: Agreement, left: Sequence[tuple[str, ...]], right: Sequence[tuple[str, ...]]
) -> set[Pair]:
    """The most alike pairs first, each provision once; among equals the nearest places."""
    above_left, above_right = _parents(old, left), _parents(new, right)
    candidates = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if not _same_sort(old.clauses[i], new.clauses[j]) or (alike := likeness(a, b)) < ALIKE:
                continue
            # Short items recur ("tanks", "by each Party"): what they stand under tells them apart.
            context = likeness(above_left[i], above_right[j])
            distance = abs(i / len(left) - j / len(right))
            candidates.append((-(alike + 0.1 * context - 0.05 * distance), distance, i + j, i, j))
    return _each_once(sorted(candidates))


def _parents(agreement: Agreement, contents: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    by_id = {clause.id: words for clause, words in zip(agreement.clauses, contents, strict=True)}
    return [by_id.get(clause.parent or "", ()) for clause in agreement.clauses]


def _same_sort(a: Clause, b: Clause) -> bool:
    """Whether both could be the same provision: both bind, or both are of one kind."""
    return a.kind is b.kind or (a.operative and b.operative)


def _between_neighbours(
    old: Agreement,
    new: Agreement,
    left: Sequence[tuple[str, ...]],
    right: Sequence[tuple[str, ...]],
    pairs: set[Pair],
) -> set[Pair]:
    """The pairs, with those added that stand beside the same neighbour and are rewritten freely."""
    to_new = dict(pairs)
    to_old = {j: i for i, j in pairs}
    before_old, after_old = _neighbours(len(left), to_new)
    before_new, after_new = _neighbours(len(right), to_old)

    def enough(i: int, j: int) -> float:
        """How much alike the two must be, by what stands around them."""
        same_before = to_new.get(before_old[i], -1) == before_new[j]
        same_after = to_new.get(after_old[i], len(right)) == after_new[j]
        if same_before and same_after and old.clauses[i].number == new.clauses[j].number:
            return ALIKE_IN_ITS_PLACE
        return ALIKE_BETWEEN_NEIGHBOURS if same_before or same_after else 1.0

    candidates = sorted(
        (-alike, abs(i / len(left) - j / len(right)), i + j, i, j)
        for i in range(len(left))
        if i not in to_new
        for j in range(len(right))
        if j not in to_old
        and old.clauses[i].kind is new.clauses[j].kind
        and (alike := likeness(left[i], right[j])) >= enough(i, j)
    )
    return pairs | _each_once(candidates)


def _neighbours(count: int, paired: Mapping[int, int]) -> tuple[list[int], list[int]]:
    """For each place the nearest paired place before it (-1: none) and after it (`count`: none)."""
    before, after = [-1] * count, [count] * count
    for i in range(1, count):
        before[i] = i - 1 if i - 1 in paired else before[i - 1]
    for i in range(count - 2, -1, -1):
        after[i] = i + 1 if i + 1 in paired else after[i + 1]
    return before, after


def _each_once(candidates: Iterable[tuple[float, float, int, int, int]]) -> set[Pair]:
    """The best candidates of which no place is taken twice."""
    pairs: set[Pair] = set()
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for *_, i, j in candidates:
        if i not in taken_old and j not in taken_new:
            pairs.add((i, j))
            taken_old.add(i)
            taken_new.add(j)
    return pairs


def _in_order(pairs: set[Pair]) -> list[Pair]:
    """The longest run of pairs that keep their order."""
    ordered = sorted(pairs)
    ends: list[int] = []
    runs: list[list[Pair]] = []
    for pair in ordered:
        at = bisect_left(ends, pair[1])
        run = [*(runs[at - 1] if at else []), pair]
        ends[at : at + 1] = [pair[1]]
        runs[at : at + 1] = [run]
    return runs[-1] if runs else []


def _moved(old: Agreement, new: Agreement, pairs: set[Pair]) -> frozenset[Pair]:
    """The pairs out of order, and those that stand under another provision than before."""
    kept = set(_in_order(pairs))
    same = {(old.clauses[i].id, new.clauses[j].id) for i, j in pairs} | {(None, None)}
    partnered_old = {a for a, _ in same}
    partnered_new = {b for _, b in same}

    def under_another(i: int, j: int) -> bool:
        above = old.clauses[i].parent, new.clauses[j].parent
        # A parent that came or went as a mere heading moves nothing by itself.
        return above not in same and above[0] in partnered_old and above[1] in partnered_new

    return frozenset(pair for pair in pairs if pair not in kept or under_another(*pair))


def _home(
    words: tuple[str, ...], here: Sequence[tuple[str, ...]], there: Sequence[tuple[str, ...]], pairs: set[Pair]
) -> int | None:
    """The provision of the other draft, `here`, whose words these were before its partner `there` lost them."""
    # A few words are found anywhere.
    if len(words) < 4:
        return None
    sought = _shingles(words)
    best: tuple[float, int] | None = None
    for i, j in sorted(pairs):
        shared = (sought & (_shingles(here[i]) - _shingles(there[j]))).total() / sought.total()
        if shared >= CONTAINED and (best is None or shared > best[0]):
            best = (shared, i)
    return best[1] if best else None
