"""What a judge of meaning says of the duties that a claim may be about, as facts with names.

The judge's numbers weigh in beside what can be told in words; none of them is printed.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import exp, log

from .matching import OWN, TERM, TOPIC, TRUCE, WHOLE, Asked, Candidate, speaks_there

_LEAST = -6.0
# So that a difference that the judge finds great counts about as much as a shared word.
_SCALE = 0.5


def meaning_facts(
    asked: Asked, candidates: Sequence[Candidate], offered: Iterable[int], meant: Sequence[float]
) -> Mapping[int, Mapping[str, float]]:
    """By the number of a candidate what its meaning says for it; `meant` has a number for every candidate."""
    offered = list(offered)
    duties = dict.fromkeys(at for at in offered if candidates[at].kind in (TERM, TRUCE))
    others = dict.fromkeys(
        at for at in offered if candidates[at].kind in (OWN, TOPIC) and not speaks_there(asked, candidates[at])
    )
    best = max((meant[at] for at in duties), default=0.0)
    best_other = max((meant[at] for at in others), default=0.0)
    total = log(sum(exp(meant[at] - best) for at in duties)) if duties else 0.0
    found: dict[int, dict[str, float]] = {}
    for at in offered:
        kind = candidates[at].kind
        if kind == WHOLE:
            found[at] = {"whole, meaning of duties": _SCALE * best}
        elif at in duties:
            found[at] = {
                "meaning": max(meant[at] - best - total, _LEAST),
                "meaning alone": _SCALE * meant[at],
                f"compared, {kind}": 1.0,
                "likeliest meaning": float(meant[at] == best),
            }
        elif at in others:
            found[at] = {
                f"meaning, {kind}": _SCALE * meant[at],
                f"{kind} elsewhere, meaning of duties": _SCALE * best,
                f"{kind} elsewhere": 1.0,
                f"{kind} elsewhere, likeliest meaning": float(meant[at] == best_other),
            }
        else:
            found[at] = {
                f"{kind} itself, meaning of duties": _SCALE * best,
                f"{kind} itself, meaning elsewhere": _SCALE * best_other,
                f"{kind} itself": 1.0,
            }
    return found
