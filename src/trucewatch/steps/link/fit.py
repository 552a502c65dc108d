"""Which commitments a claim's words fit, and which one wins."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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


def fits(words: Mapping[str, str], index: Index, *, by_name: bool = False) -> tuple[Fit, ...]:
    """Commitments that the words (folded, with their form in the text) fit, best first.

    One word is enough when it singles out an article. Otherwise it takes two, of which one is a strong word of
    the commitment's slots, or both of which stand in no other article; a country's name does not count. Who owes
    something tells nothing either, unless it is asked for `by_name`.
    """
    hidden = frozenset() if by_name else index.names
    found = []
    for target in index.targets:
        shared = [word for word in words if word in target.matter or word in target.rest]
        saying = [word for word in shared if word not in hidden]
        telling = any(index.tells(word, target) for word in saying)
        strong = any(index.strong(word) and word in target.matter for word in saying)
        alone = len([word for word in saying if index.singles_out(word)]) >= 2
        if telling or alone or (strong and len([word for word in saying if index.counts(word)]) >= 2):
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


def by_number(numbered: Sequence[Target], found: Sequence[Fit], agreement: str | None) -> Link | Unlinked:
    """Of the commitments whose clause is named by its number the one that the words fit, or the only one."""
    near = [fit for fit in found if fit.target in numbered]
    if near:
        about = decide(near, agreement)
        return replace(about, reason=f"names the clause; {about.reason}")
    clauses = ", ".join(dict.fromkeys(target.commitment.clause for target in numbered))
    if len(numbered) == 1:
        return Link(numbered[0].commitment.id, agreement, f"names {clauses}")
    return Unlinked(f"names a clause with several commitments: {', '.join(t.commitment.id for t in numbered)}")


def _reached(fit: Fit, best: Fit) -> bool:
    """Whether the words reach this duty too: one of the same article, unless they name only the best one's act."""
    if fit.target.article != best.target.article or not fit.telling:
        return False
    return not best.acts or fit.acts
