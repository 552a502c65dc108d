"""Near-copies across documents: one wire story printed twice is one source, not two."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from trucewatch.core.copies import Copy, CopyGroup, SharedText
from trucewatch.core.ids import fingerprint
from trucewatch.core.model import Claim, Document, Report
from trucewatch.core.quotes import Span

# Words in a row. Two writers seldom choose the same five by chance, except in names of bodies and agreements.
_ROW = 5
# Of the shorter text's rows: below this, two texts quote the same statement but are not one text.
ENOUGH = 0.4
# Texts with fewer rows than this say too little to be compared.
_FEWEST = 12
# Shared words in a row that are shown, and whose claims are one with the other text's.
_SHOWN = 8
# MinHash finds pairs worth a word-by-word comparison. A seed makes every run the same.
_HASHES, _BANDS, _SEED = 128, 64, 1
CANDIDATE = 0.15

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Rows:
    """A text's words with their places, and every row of words with where it starts."""

    words: tuple[tuple[int, int], ...]
    rows: Mapping[str, Sequence[int]]


def find_copies(documents: Sequence[Document]) -> tuple[CopyGroup, ...]:
    """The groups of documents that are near-copies, in order of their first document; each document is in one at most.

    Candidates come from MinHash (Broder 1997) with banding; every pair is then compared word by word, so a group
    never rests on a hash. A short extract of a long text may be missed.
    """
    rows = [_rows(document.text) for document in documents]
    likeness = {pair: share for pair in _pairs(rows) if (share := _share(*(rows[n] for n in pair))) >= ENOUGH}
    return tuple(_group(documents, rows, members, likeness) for members in _joined(likeness))


def sketch(document: Document) -> tuple[int, ...]:
    """The MinHash values of a text's rows of words; empty for a text that says too little to be compared."""
    rows = _rows(document.text)
    return tuple(_sketch(rows).digest()) if len(rows.rows) >= _FEWEST else ()


def as_one_source(reports: Sequence[Report], groups: Sequence[CopyGroup]) -> tuple[Report, ...]:
    """The reports, with the claims of shared passages in one independence group across the copies.

    A claim that only one of the copies has keeps its own group: there somebody added something.
    """
    found = {copy.document: (group, copy) for group in groups for copy in group.copies}
    return tuple(_marked(report, *found[n]) if n in found else report for n, report in enumerate(reports))


def _marked(report: Report, group: CopyGroup, copy: Copy) -> Report:
    sources = {f"source:{source.id}": f"source:{fingerprint(source.span.exact)}" for source in report.sources}
    claims = (_regrouped(claim, group.id, copy.shared, sources) for claim in report.claims)
    others = tuple(other.path for other in group.copies if other is not copy)
    return replace(report, claims=tuple(claims), copies=SharedText(group.id, group.likeness, others, copy.shared))


def _regrouped(claim: Claim, group: str, shared: Iterable[Span], sources: Mapping[str, str]) -> Claim:
    quote = claim.quote.span
    if not any(span.start < quote.end and quote.start < span.end for span in shared):
        return claim
    own = claim.independence_group or "text"
    # The same source may be the second footnote of one copy and the first of the other: its words tie them.
    return replace(claim, independence_group=f"copies:{group} {sources.get(own, own)}")


# --------------------------------------------------------------------------- pairs


def _rows(text: str) -> _Rows:
    words = tuple(match.span() for match in _WORD.finditer(text))
    plain = [text[start:end].casefold() for start, end in words]
    rows: dict[str, list[int]] = {}
    for at in range(len(plain) - _ROW + 1):
        row = " ".join(plain[at : at + _ROW])
        rows.setdefault(row, []).append(at)
    return _Rows(words, rows)


def _pairs(texts: Sequence[_Rows]) -> Iterator[tuple[int, int]]:
    """The pairs of texts that may be copies, each once and in order."""
    import rensa

    index = rensa.RMinHashLSH(threshold=CANDIDATE, num_perm=_HASHES, num_bands=_BANDS)
    for number, text in enumerate(texts):
        if len(text.rows) < _FEWEST:
            continue
        sketch = _sketch(text)
        for other in sorted(index.query(sketch)):
            yield other, number
        index.insert(number, sketch)


def _sketch(text: _Rows) -> Any:
    import rensa

    sketch = rensa.RMinHash(num_perm=_HASHES, seed=_SEED)
    sketch.update(sorted(text.rows))
    return sketch


def _share(one: _Rows, other: _Rows) -> float:
    """How much of the shorter text stands in the longer one."""
    return len(one.rows.keys() & other.rows.keys()) / min(len(one.rows), len(other.rows))


def _joined(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, ...]]:
    """The groups that the pairs tie together."""
    group_of: dict[int, set[int]] = {}
    for one, other in pairs:
        merged = group_of.get(one, {one}) | group_of.get(other, {other})
        for member in merged:
            group_of[member] = merged
    return sorted({tuple(sorted(members)) for members in group_of.values()})


# --------------------------------------------------------------------------- evidence


def _group(
    documents: Sequence[Document],
    rows: Sequence[_Rows],
    members: tuple[int, ...],
    likeness: Mapping[tuple[int, int], float],
) -> CopyGroup:
    inside = [share for pair, share in likeness.items() if set(pair) <= set(members)]
    copies = tuple(_copy(documents, rows, number, members) for number in members)
    return CopyGroup(
        fingerprint(*sorted(documents[number].sha256 for number in members)), round(min(inside), 2), copies
    )


def _copy(documents: Sequence[Document], rows: Sequence[_Rows], number: int, members: Sequence[int]) -> Copy:
    document, own = documents[number], rows[number]
    common = {row for other in members if other != number for row in own.rows.keys() & rows[other].rows.keys()}
    covered = sorted({at + step for row in common for at in own.rows[row] for step in range(_ROW)})
    runs = [run for run in _runs(covered) if len(run) >= _SHOWN]
    spans = tuple(document.span(own.words[run[0]][0], own.words[run[-1]][1]) for run in runs)
    return Copy(number, document.path, spans)


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """The numbers in runs without a gap."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs
