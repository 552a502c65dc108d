"""What the other claims of a report say for or against a duty: claims spread over several matters.

All claims are first weighed by themselves and with their neighbours; what comes out becomes facts, and they are weighed again.
As the weights were learned, a duty that a great share of the others is about is less likely meant once more.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import log

import numpy as np
from numpy.typing import NDArray

from .matching import Candidate, Step

_MOST = 3.0
_LEAST = 1e-3
# In a report of two claims the other one is no share that says anything.
_FEW = 8


def supported(candidates: Sequence[Candidate], steps: Sequence[Step], likely: NDArray[np.float64]) -> list[Step]:
    """The claims with facts on the others; `likely` says of each claim (rows) how likely every duty is."""
    totals = likely.sum(0)
    kinds = [c.kind for c in candidates]
    found = []
    for step, own in zip(steps, likely, strict=True):
        others = (totals - own).tolist()
        most = max((others[at] for at in step.facts), default=0.0)
        facts = {
            at: {
                **of,
                **_facts(kinds[at], others[at], others[at] == most, others[at] / max(_FEW, len(steps) - 1), own[at]),
            }
            for at, of in step.facts.items()
        }
        found.append(replace(step, facts=facts))
    return found


def _facts(kind: str, claims: float, most: bool, share: float, own: float) -> dict[str, float]:
    number = "none" if claims < 0.25 else "hardly one" if claims < 1 else "one" if claims < 2 else "several"
    facts = {
        f"other claims, {kind}": min(claims, _MOST),
        f"other claims: {number}, {kind}": 1.0,
        f"share of other claims, {kind}": share,
        "likely by itself": log(max(own, _LEAST)),
    }
    if most:
        facts[f"most other claims, {kind}"] = 1.0
    return facts
