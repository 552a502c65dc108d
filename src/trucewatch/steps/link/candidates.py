"""Clauses that lie near a claim in meaning, named as candidates where structure ties it to none. They decide nothing."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.model import Claim, Document, Link, Unlinked
from trucewatch.core.ports import Encoder

from .index import Index, Target

# How many candidates are named. On the passages for development the right one is among three for a quarter of the claims that
# structure ties wrongly, and first for one in twenty.
NAMED = 3


def with_candidates(claims: Sequence[Claim], document: Document, index: Index, encoder: Encoder) -> tuple[Claim, ...]:
    """The claims; those tied to no commitment say in their reason which clauses are nearest in meaning."""
    untied = [c for c in claims if _is_untied(c)]
    if not untied or not index.targets:
        return tuple(claims)
    near = _nearest([document.reads(c.quote.span) for c in untied], index, encoder)
    named = {c.id: clauses for c, clauses in zip(untied, near, strict=True)}
    return tuple(_named(c, named[c.id]) if c.id in named else c for c in claims)


def _is_untied(claim: Claim) -> bool:
    return isinstance(claim.about, Unlinked) or claim.about.commitment is None


def _nearest(quotes: Sequence[str], index: Index, encoder: Encoder) -> list[list[str]]:
    """The ids of the nearest clauses of each quote, the nearest first, each once."""
    text = index.agreement.document.text
    vectors = encoder.encode([*quotes, *(text[t.commitment.start : t.commitment.end] for t in index.targets)])
    ours, theirs = vectors[: len(quotes)], vectors[len(quotes) :]
    return [_clauses(vector, theirs, index.targets) for vector in ours]


def _clauses(vector: Sequence[float], theirs: Sequence[Sequence[float]], targets: Sequence[Target]) -> list[str]:
    likeness = [sum(a * b for a, b in zip(vector, other, strict=True)) for other in theirs]
    order = sorted(range(len(targets)), key=lambda i: (-round(likeness[i], 6), targets[i].commitment.start))
    return list(dict.fromkeys(targets[i].commitment.clause for i in order))[:NAMED]


def _named(claim: Claim, clauses: Sequence[str]) -> Claim:
    about: Link | Unlinked = claim.about
    reason = f"{about.reason}; nearest in meaning, for a person to look at: {', '.join(clauses)}"
    return replace(claim, about=replace(about, reason=reason))
