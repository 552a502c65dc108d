"""Which commitments a claim's words fit, and which one wins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from trucewatch.core.model import Link, Unlinked

from .index import Index, Target

# The runner-up must stay below this share of the best.
CLEAR_LEAD = 0.8


@dataclass(frozen=True)
class Fit:
    """How well a claim fits a commitment, and the shared words that say so.

    `telling`: one of them singles out the article. `acts`: one of them is the commitment's own act.
    """

    target: Target
    weight: float
    shared: tuple[str, ...]
    telling: bool
    acts: bool


def fits(words: Mapping[str, str], index: Index) -> tuple[Fit, ...]:
    """Commitments that the words (folded, with their form in the text) fit, best first.

    One word is enough when it singles out an article. Otherwise it takes two, of which one is a strong word of
    the commitment's slots; a country's name does not count.
    """
    found = []
    for target in index.targets:
        shared = [word for word in words if word in target.matter or word in target.rest]
        telling = any(index.tells(word, target) for word in shared)
        strong = any(index.strong(word) and word in target.matter for word in shared)
        if telling or (strong and len([word for word in shared if index.counts(word)]) >= 2):
            weight = sum(index.rarity(word) * target.weight(word) for word in shared)
            acts = bool(target.action.intersection(shared))
            found.append(Fit(target, weight, tuple(words[word] for word in shared), telling, acts))
    return tuple(sorted(found, key=lambda fit: (-fit.weight, fit.target.commitment.start)))


def decide(found: Sequence[Fit], agreement: str | None) -> Link | Unlinked:
    """The best fit, when it leads clearly or its rivals stand in the same article; else a reason that names them."""
    best = found[0]
    rivals = [fit for fit in found if fit.weight >= CLEAR_LEAD * best.weight]
    if any(fit.target.article != best.target.article for fit in rivals):
        clauses = list(dict.fromkeys(fit.target.commitment.clause for fit in rivals))
        count = {2: "two", 3: "three", 4: "four"}.get(len(clauses), str(len(clauses)))
        return Unlinked(f"{count} clauses fit: {', '.join(clauses)}")
    also = tuple(fit.target.commitment.id for fit in found[1:] if _reached(fit, best))
    shared = ", ".join(f'"{word}"' for word in best.shared)
    return Link(best.target.commitment.id, agreement, f"shares {shared} with {best.target.commitment.clause}", also)


def _reached(fit: Fit, best: Fit) -> bool:
    """Whether the words reach this duty too: one of the same article, unless they name only the best one's act."""
    if fit.target.article != best.target.article or not fit.telling:
        return False
    return not best.acts or fit.acts
