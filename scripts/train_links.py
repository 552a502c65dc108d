"""Learns what the facts count that tie a claim to a stated duty, and writes the weights into the vocabulary.

Run from the repository's root: `python -m scripts.train_links`. It reads the development passages (none that is held out),
keeps for each claim what may be its duty and what its answer sheet says, and fits a chain: what speaks for a duty, and what
ties a claim to the duty of the claim before. Claims without an answer count as unknown. Each passage is learned from twice:
with the duties that reading finds, and with those of its sheet. It prints how often links are right, on passages left out of
the fit.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import trucewatch
from quality.claims import compare_claims, link_right
from trucewatch.steps.claims import reading
from trucewatch.steps.claims.choosing import Step, best_path, chain, score
from trucewatch.steps.claims.linking import Linker
from trucewatch.steps.claims.matching import TRUCE, WHOLE, Candidate
from trucewatch.steps.claims.stated_duties import Weighed
from trucewatch.steps.claims.stated_terms import BY_TEXT, Term

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT / "tests" / "gold" / "reports"
TARGET = ROOT / "src" / "trucewatch" / "vocabulary" / "link_weights.yaml"
SETS = ("dev", "dev_2", "dev_3", "dev_4", "dev_5")
HEAD = "# What the facts count that tie a claim to a stated duty, in hundredths; learned by scripts/train_links.py.\n"
FOLDS, STEPS, SHRINK = 6, 140, 1.0
NEVER = -1e4
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Passage:
    """A passage to learn from: its claims in a chain, and for those with an answer the candidates that are right."""

    name: str
    kinds: tuple[str, ...]
    steps: Sequence[Step]
    right: Mapping[int, frozenset[int]]
    as_read: bool


def main() -> None:
    """Learn, print how well it goes on passages left out, and write the weights."""
    passages = [p for folder in SETS for path in sorted((GOLD / folder).glob("*.gold.json")) for p in _passages(path)]
    read = [p for p in passages if p.as_read]
    print(f"{len(read)} passages state enough duties to choose from; {len(passages)} to learn from")
    found = asked = 0
    for fold in range(FOLDS):
        out = {p.name for p in read[fold::FOLDS]}
        weights = fit([p for p in passages if p.name not in out])
        for passage in read[fold::FOLDS]:
            hits = _hits(passage, weights)
            found, asked = found + sum(hits), asked + len(hits)
    print(f"left out of the fit: {found} of {asked} claims tied to the right duty")
    rows = sorted((name, round(100 * w)) for name, w in fit(passages).items())
    lines = [f"- {{id: {json.dumps(name)}, hundredths: {w}}}" for name, w in rows if abs(w) >= 3]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


# ---------------------------------------------------------------------- gathering


def _passages(path: Path) -> Iterator[Passage]:
    gold: Any = json.loads(path.read_text(encoding="utf-8"))
    heard: list[Linker] = []

    class Listening(Linker):
        def weighed(self) -> Weighed | None:
            heard.append(self)
            return super().weighed()

    reading.Linker = Listening  # type: ignore[misc]
    report = trucewatch.read_report(path.parent / gold["text_file"])
    reading.Linker = Linker  # type: ignore[misc]
    printed: Any = trucewatch.to_json(report)
    answers = _answers(printed, gold, (path.parent / gold["text_file"]).read_bytes().decode("utf-8"))
    if not heard or not answers:
        return
    linker = heard[0]
    weighed = linker.weighed()
    if weighed is not None:
        yield _as_read(path.name, linker, weighed, gold, answers)
    stand_in = _by_sheet(path.name, linker, gold, answers)
    if stand_in is not None:
        yield stand_in


def _answers(printed: Any, gold: Any, text: str) -> dict[int, Any]:
    """The answer of each printed claim that has one with a commitment, by the claim's number."""
    answers = [c for c in gold["claims"] if c.get("quote")]
    names = {a["id"]: [*a.get("names", ()), *a.get("aliases", ())] for a in gold["actors"]}
    speakers = [names.get(c["speaker"], [c["speaker"]]) if c["speaker"] else [] for c in answers]
    _, pairs = compare_claims(printed, answers, speakers, text)
    place = {id(claim): n for n, claim in enumerate(printed["claims"])}
    return {place[id(ours)]: answer for ours, answer in pairs if answer["commitment"]}


def _as_read(name: str, linker: Linker, weighed: Weighed, gold: Any, answers: Mapping[int, Any]) -> Passage:
    texts = [linker.document.text[d.best.start : d.best.end] if d is not None else None for d in weighed.duties]
    agreements = {a["id"] for a in gold["agreements"]}
    kinds = tuple(c.kind for c in weighed.candidates)
    right = {}
    for n, answer in answers.items():
        if answer["commitment"] in agreements:
            right[n] = frozenset(at for at, kind in enumerate(kinds) if kind in (WHOLE, TRUCE))
        else:
            right[n] = frozenset(at for at, text in enumerate(texts) if text and _is_right(text, gold, answer))
    return Passage(name, kinds, chain(weighed.candidates, weighed.asked, weighed.rules), right, as_read=True)


def _is_right(text: str, gold: Any, answer: Any) -> bool:
    printed = {"commitments": [{"id": "x", "exact": text}], "agreements": []}
    return link_right(printed, {"about": {"commitment": "x", "agreement": None}}, gold, answer)


def _by_sheet(name: str, linker: Linker, gold: Any, answers: Mapping[int, Any]) -> Passage | None:
    """The passage with the duties of its sheet in place of those that reading finds."""
    values, tokens, text = linker.stated.values, linker.parse.tokens, linker.document.text
    candidates: list[Candidate] = []
    numbers: dict[str, int] = {}
    for commitment in gold["commitments"]:
        start = text.casefold().find(commitment["text"].casefold())
        inside = [t for t in tokens if start <= t.start < start + len(commitment["text"])]
        if start >= 0 and inside and "ceasefire" not in commitment["text"].casefold():
            numbers[commitment["id"]] = len(candidates)
            candidates += values.of_terms([Term(inside[0], inside[-1], BY_TEXT)], ())
    if len(candidates) < 2:
        return None
    terms = len(candidates)
    truce = linker.duties.ceasefire
    candidates += [values.of_truce(truce, named=True)] if truce is not None else []
    candidates.append(Candidate(WHOLE))
    agreements = {a["id"] for a in gold["agreements"]}
    right = {}
    for n, answer in answers.items():
        wanted = answer["commitment"]
        if wanted in numbers:
            right[n] = frozenset({numbers[wanted]})
        elif wanted in agreements or truce is not None:
            right[n] = frozenset(range(terms, len(candidates)))
    asked = [values.asked(d, linker.subjects, linker._fights, linker.told.tells) for d in linker.drafts]
    steps = chain(candidates, asked, [(-1, "")] * len(asked))
    return Passage(name, tuple(c.kind for c in candidates), steps, right, as_read=False)


# ---------------------------------------------------------------------- fitting


@dataclass(frozen=True)
class _Case:
    """A passage in arrays: facts by claim, candidate and name; what may be; ties by claim and name; what is right."""

    facts: Floats
    may: Floats
    ties: Floats
    right: Floats


def fit(passages: Sequence[Passage]) -> dict[str, float]:
    """The weights under which the answers of the sheets are most likely, shrunk towards 0."""
    names = sorted(
        {name for p in passages for s in p.steps for f in s.facts.values() for name in f}
        | {name for p in passages for s in p.steps for name in s.ties}
    )
    place = {name: n for n, name in enumerate(names)}
    cases = [_case(p, place) for p in passages]
    weights = np.zeros(len(names))
    drift, spread = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, STEPS + 1):
        slope = 2 * SHRINK * weights
        for case in cases:
            slope = slope + _slope(case, weights)
        drift = 0.9 * drift + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        pace = 0.1 if turn < 0.7 * STEPS else 0.03
        weights = weights - pace * (drift / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.99**turn)) + 1e-8)
    return dict(zip(names, map(float, weights), strict=True))


def _case(p: Passage, place: Mapping[str, int]) -> _Case:
    shape = (len(p.steps), len(p.kinds))
    case = _Case(
        np.zeros((*shape, len(place))), np.full(shape, NEVER), np.zeros((shape[0], len(place))), np.zeros(shape)
    )
    for n, step in enumerate(p.steps):
        for at, facts in step.facts.items():
            case.may[n, at] = 0.0
            for name, value in facts.items():
                case.facts[n, at, place[name]] = value
        for name in step.ties:
            case.ties[n, place[name]] = 1.0
        offered = p.right.get(n, frozenset()) & step.facts.keys()
        if offered:
            case.right[n] = [0.0 if at in offered else NEVER for at in range(shape[1])]
    return case


def _slope(case: _Case, weights: Floats) -> Floats:
    scores, stay = case.facts @ weights + case.may, case.ties @ weights
    free, free_same = _likely(scores, stay)
    bound, bound_same = _likely(scores + case.right, stay)
    slope: Floats = np.tensordot(free - bound, case.facts, 2) + (free_same - bound_same) @ case.ties
    return slope


def _likely(scores: Floats, stay: Floats) -> tuple[Floats, Floats]:
    """How likely each candidate is for each claim, and that a claim has the candidate of the one before."""
    size = len(scores)
    ahead, behind = np.array(scores), np.zeros_like(scores)
    for n in range(1, size):
        ahead[n] = scores[n] + _step(ahead[n - 1], stay[n])
    for n in range(size - 2, -1, -1):
        behind[n] = _step(scores[n + 1] + behind[n + 1], stay[n + 1])
    total = _log_sum(ahead[-1])
    same = np.zeros(size)
    for n in range(1, size):
        same[n] = np.exp(ahead[n - 1] + stay[n] + scores[n] + behind[n] - total).sum()
    return np.exp(ahead + behind - total), same


def _step(before: Floats, stay: float) -> Floats:
    total = _log_sum(before)
    left: Floats = np.log(np.maximum(1 - np.exp(before - total) + np.exp(before - total + stay), 1e-30)) + total
    return left


def _log_sum(values: Floats) -> float:
    top = values.max()
    return float(top + np.log(np.exp(values - top).sum()))


def _hits(p: Passage, weights: Mapping[str, float]) -> list[bool]:
    """For each claim with an answer whether the likeliest chain has it right; the agreement counts wherever it is named."""
    path = best_path(
        len(p.kinds),
        [{at: score(weights, f) for at, f in s.facts.items()} for s in p.steps],
        [sum(weights.get(name, 0.0) for name in s.ties) for s in p.steps],
    )
    return [path[n] in right or WHOLE in {p.kinds[at] for at in right} for n, right in p.right.items()]


if __name__ == "__main__":
    main()
