"""Learns what the facts count that tie a claim to a stated duty, and writes the weights into the vocabulary.

Run from the repository's root: `python -m scripts.train_links`. It reads the development passages (none that is held out),
keeps for each claim what may be its duty and what its answer sheet says, and fits a chain: what speaks for a duty, and what
ties a claim to the duty of the claim before. Claims without an answer count as unknown. Each passage is learned from twice:
with the duties that reading finds, and with those of its sheet. The judge of meaning (`scripts/train_meaning.py`, which comes
first) is asked with weights that were learned without the passage. It prints how often links are right, on passages left
out of the fit.
"""

import json
import pickle
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

import trucewatch
from quality.claims import compare_claims, link_right
from trucewatch.core.ports import DutyJudge, Words
from trucewatch.steps.claims import reading
from trucewatch.steps.claims.choosing import best_answers, chain, likely_of, weighed
from trucewatch.steps.claims.linking import Linker
from trucewatch.steps.claims.matching import OWN, TERM, TOPIC, TRUCE, WHOLE, Asked, Candidate, Step, speaks_there
from trucewatch.steps.claims.owed_terms import BY_TEXT, Term
from trucewatch.steps.claims.stated_duties import Weighed
from trucewatch.steps.claims.support import supported
from trucewatch.trained.meaning import TrainedDutyJudge

from .meaning_cases import FOLDS, PARTS, ROOT, Case
from .meaning_cases import Choice as Chosen
from .stance_examples import FOLDERS

GOLD = ROOT / "tests" / "gold" / "reports"
TARGET = ROOT / "src" / "trucewatch" / "vocabulary" / "link_weights.yaml"
HEAD = "# What the facts count that tie a claim to a stated duty, in hundredths; learned by scripts/train_links.py.\n"
SECOND = TARGET.with_name("second_link_weights.yaml")
SECOND_HEAD = "# The same where claims are weighed again, knowing what the others are likely about; learned together with the first.\n"
# The worked case of the specification must come out right: it counts for several passages.
SHARED = ROOT.parent / "shared"
WORKED, COUNTS_FOR = Path(__file__).with_name("worked_case.gold.json"), 12
STEPS, SHRINK = 140, 3.0
NEVER = -1e4
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Passage:
    """A passage to learn from: its claims in a chain, and for those with an answer the candidates that are right.

    `words` and `texts` are what the judge of meaning reads of claims and candidates.
    """

    number: int
    candidates: Sequence[Candidate]
    asked: Sequence[Asked]
    words: Sequence[Words]
    texts: Sequence[str]
    steps: Sequence[Step]
    right: Mapping[int, frozenset[int]]
    as_read: bool


class Unlearned:
    """A judge of meaning to whom everything is alike, for as long as there is none."""

    def meant(self, claims: Sequence[Words], duties: Sequence[str]) -> list[list[float]]:
        """Nothing but zeros."""
        return [[0.0] * len(duties) for _ in claims]


def main() -> None:
    """Learn, print how well it goes on passages left out, and write the weights."""
    judges = [TrainedDutyJudge(arrays) for arrays in pickle.loads(FOLDS.read_bytes())]
    passages = list(passages_with(judges))
    read = [p for p in passages if p.as_read]
    print(f"{len(read)} passages with claims; {len(passages)} to learn from")
    worked = _worked(judges[0])
    parts = _left_out("weighed once", passages, worked)
    again = [_supported(p, parts[p.number % PARTS]) for p in passages]
    first = fit([*passages, *worked])
    worked_again = [_supported(p, first) for p in worked]
    _left_out("weighed twice", again, worked_again)
    _write(TARGET, HEAD, first)
    _write(SECOND, SECOND_HEAD, fit([*again, *worked_again]))


def _worked(judge: DutyJudge) -> list[Passage]:
    """The worked case as several passages, its claims only about the two duties that it states; none where it is not there."""
    case = SHARED / "cases" / "libya"
    if not case.exists():
        print(f"without the worked case: {case} is not there")
        return []
    (found,) = _passages(WORKED, 0, judge, case)
    stated = {at for at, c in enumerate(found.candidates) if c.kind in (TERM, TRUCE)}
    return [replace(found, right={n: frozenset(right & stated) for n, right in found.right.items()})] * COUNTS_FOR


def _left_out(how: str, passages: Sequence[Passage], worked: Sequence[Passage]) -> list[dict[str, float]]:
    """The weights that are learned without each part; prints how many links are right in the part left out."""
    parts = [fit([*(p for p in passages if p.number % PARTS != part), *worked]) for part in range(PARTS)]
    for as_read, duties in ((True, "duties as read"), (False, "duties of the sheets")):
        hits = [hit for p in passages if p.as_read is as_read for hit in _hits(p, parts[p.number % PARTS])]
        told = f"{sum(hits)} of {len(hits)} claims tied to the right duty"
        print(f"left out of the fit, {how}, {duties}: {told}", flush=True)
    return parts


def _supported(p: Passage, weights: Mapping[str, float]) -> Passage:
    """The passage with facts on what its other claims are likely about."""
    if not p.steps:
        return p
    return replace(p, steps=supported(p.candidates, p.steps, likely_of(p.candidates, *weighed(p.steps, weights))))


def _write(target: Path, head: str, weights: Mapping[str, float]) -> None:
    rows = sorted((name, round(100 * w)) for name, w in weights.items())
    lines = [f"- {{id: {json.dumps(name)}, hundredths: {w}}}" for name, w in rows if abs(w) >= 3]
    target.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


# ---------------------------------------------------------------------- gathering


def passages_with(judges: Sequence[DutyJudge]) -> Iterator[Passage]:
    """Every passage to learn from, as it is read and with the duties of its sheet; the judges take turns."""
    sheets = [path for folder in FOLDERS for path in sorted((GOLD / folder).glob("*.gold.json"))]
    for number, path in enumerate(sheets):
        yield from _passages(path, number, judges[number % len(judges)])


def cases() -> Iterator[Case]:
    """What `scripts.train_meaning` learns from."""
    for p in passages_with([Unlearned()]):
        kinds = [c.kind for c in p.candidates]
        choices = []
        for n, right in p.right.items():
            apart = [at for at in p.steps[n].facts if kinds[at] in (TERM, TRUCE) or _elsewhere(p, n, at)]
            good = [at in right for at in apart]
            if any(good) and not all(good):
                choices.append(Chosen(n, apart, good))
        if choices:
            yield Case(p.number, p.words, p.texts, choices)


def _elsewhere(p: Passage, n: int, at: int) -> bool:
    """Whether a claim may be about what other claims speak of."""
    candidate, claim = p.candidates[at], p.asked[n]
    return candidate.kind in (OWN, TOPIC) and not speaks_there(claim, candidate)


def _passages(path: Path, number: int, judge: DutyJudge, texts: Path | None = None) -> Iterator[Passage]:
    gold: Any = json.loads(path.read_text(encoding="utf-8"))
    text = (texts or path.parent) / gold["text_file"]
    heard: list[Linker] = []

    class Listening(Linker):
        def __init__(self, *given: Any) -> None:
            super().__init__(*given)
            self.judge = judge

        def weighed(self) -> Weighed | None:
            heard.append(self)
            return super().weighed()

    reading.Linker = Listening  # type: ignore[misc]
    report = trucewatch.read_report(text)
    reading.Linker = Linker  # type: ignore[misc]
    printed: Any = trucewatch.to_json(report)
    answers = _answers(printed, gold, text.read_bytes().decode("utf-8"))
    if not heard or not answers:
        return
    linker = heard[0]
    weighed = linker.weighed()
    if weighed is not None:
        yield _as_read(number, linker, weighed, gold, answers)
    stand_in = _by_sheet(number, linker, gold, answers)
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


def _as_read(number: int, linker: Linker, weighed: Weighed, gold: Any, answers: Mapping[int, Any]) -> Passage:
    texts = [linker.document.text[d.best.start : d.best.end] if d is not None else None for d in weighed.duties]
    agreements = {a["id"] for a in gold["agreements"]}
    kinds = [c.kind for c in weighed.candidates]
    right = {}
    for n, answer in answers.items():
        if answer["commitment"] in agreements:
            right[n] = frozenset(at for at, kind in enumerate(kinds) if kind in (WHOLE, TRUCE))
        else:
            right[n] = frozenset(at for at, text in enumerate(texts) if text and is_right(text, gold, answer))
    steps = chain(weighed.candidates, weighed.asked, weighed.rules, weighed.meant)
    return _passage(number, linker, weighed.candidates, weighed.asked, steps, right, as_read=True)


def _passage(
    number: int,
    linker: Linker,
    candidates: Sequence[Candidate],
    asked: Sequence[Asked],
    steps: Sequence[Step],
    right: Mapping[int, frozenset[int]],
    *,
    as_read: bool,
) -> Passage:
    words = [linker.stated.values.in_sentence(draft) for draft in linker.drafts]
    texts = [linker.document.text[c.start : c.end] for c in candidates]
    return Passage(number, candidates, asked, words, texts, steps, right, as_read)


def is_right(text: str, gold: Any, answer: Any) -> bool:
    """Whether a duty in these words is that of a claim on a sheet."""
    printed = {"commitments": [{"id": "x", "exact": text, "slots": {}}], "agreements": []}
    return link_right(printed, {"about": {"commitment": "x", "agreement": None}}, gold, answer)


def _by_sheet(number: int, linker: Linker, gold: Any, answers: Mapping[int, Any]) -> Passage | None:
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
    steps = chain(candidates, asked, [(-1, "")] * len(asked), linker.meant(candidates))
    return _passage(number, linker, candidates, asked, steps, right, as_read=False)


# ---------------------------------------------------------------------- fitting


@dataclass(frozen=True)
class _Cases:
    """All passages in arrays of one shape: passages, claims, candidates.

    `facts` and `values` hold the numbers and sizes of the facts of each pair that may be, whose `places` they follow; `tied` are
    the numbers of claim and tie; `right` is `NEVER` where the sheet says otherwise; `valid` says which claims there are.
    """

    facts: NDArray[np.int64]
    values: Floats
    places: NDArray[np.int64]
    tied: tuple[NDArray[np.int64], NDArray[np.int64]]
    may: Floats
    right: Floats
    valid: NDArray[np.bool_]


def fit(passages: Sequence[Passage]) -> dict[str, float]:
    """The weights under which the answers of the sheets are most likely, shrunk towards 0."""
    names = sorted(
        {name for p in passages for s in p.steps for f in s.facts.values() for name in f}
        | {name for p in passages for s in p.steps for name in s.ties}
    )
    cases = _cases(passages, {name: n for n, name in enumerate(names)})
    weights = np.zeros(len(names))
    drift, spread = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, STEPS + 1):
        slope = 2 * SHRINK * weights + _slope(cases, weights)
        drift = 0.9 * drift + 0.1 * slope
        spread = 0.99 * spread + 0.01 * slope**2
        pace = 0.1 if turn < 0.7 * STEPS else 0.03
        weights = weights - pace * (drift / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.99**turn)) + 1e-8)
    return dict(zip(names, map(float, weights), strict=True))


def _cases(passages: Sequence[Passage], place: Mapping[str, int]) -> _Cases:
    claims, kinds = max(len(p.steps) for p in passages), max(len(p.candidates) for p in passages)
    most = max(len(f) for p in passages for s in p.steps for f in s.facts.values())
    shape = (len(passages), claims, kinds)
    may, right = np.full(shape, NEVER), np.zeros(shape)
    valid = np.zeros(shape[:2], dtype=np.bool_)
    rows: list[tuple[int, list[int], list[float]]] = []
    ties: list[tuple[int, int]] = []
    for b, p in enumerate(passages):
        valid[b, : len(p.steps)] = True
        for n, step in enumerate(p.steps):
            for at, facts in step.facts.items():
                may[b, n, at] = 0.0
                rest = most - len(facts)
                rows.append(
                    (
                        (b * claims + n) * kinds + at,
                        [place[name] for name in facts] + [0] * rest,
                        [*facts.values()] + [0.0] * rest,
                    )
                )
            ties += [(b * claims + n, place[name]) for name in step.ties]
            offered = p.right.get(n, frozenset()) & step.facts.keys()
            if offered:
                right[b, n] = [0.0 if at in offered else NEVER for at in range(kinds)]
    places, facts_of, values = zip(*rows, strict=True)
    where, which = zip(*ties, strict=True)
    return _Cases(
        np.array(facts_of), np.array(values), np.array(places), (np.array(where), np.array(which)), may, right, valid
    )


def _slope(cases: _Cases, weights: Floats) -> Floats:
    size = len(weights)
    scores = cases.may.copy().ravel()
    scores[cases.places] += (weights[cases.facts] * cases.values).sum(1)
    scores = scores.reshape(cases.may.shape)
    where, which = cases.tied
    stay = np.bincount(where, weights=weights[which], minlength=cases.valid.size).reshape(cases.valid.shape)
    free, free_same = _likely(scores, stay, cases.valid)
    bound, bound_same = _likely(scores + cases.right, stay, cases.valid)
    apart = (free - bound).ravel()[cases.places][:, None] * cases.values
    tied = (free_same - bound_same).ravel()[where]
    slope: Floats = np.bincount(cases.facts.ravel(), weights=apart.ravel(), minlength=size) + np.bincount(
        which, weights=tied, minlength=size
    )
    return slope


def _likely(scores: Floats, stay: Floats, valid: NDArray[np.bool_]) -> tuple[Floats, Floats]:
    """How likely each candidate is for each claim, and that a claim has the candidate of the one before."""
    size = scores.shape[1]
    ahead, behind, same = scores.copy(), np.zeros_like(scores), np.zeros_like(stay)
    for n in range(1, size):
        reached = scores[:, n] + _step(ahead[:, n - 1], stay[:, n])
        ahead[:, n] = np.where(valid[:, n, None], reached, ahead[:, n - 1])
    for n in range(size - 2, -1, -1):
        reached = _step(scores[:, n + 1] + behind[:, n + 1], stay[:, n + 1])
        behind[:, n] = np.where(valid[:, n + 1, None], reached, behind[:, n + 1])
    total = _log_sum(ahead[:, -1])
    for n in range(1, size):
        both = ahead[:, n - 1] + stay[:, n, None] + scores[:, n] + behind[:, n] - total
        same[:, n] = np.where(valid[:, n], np.exp(both).sum(-1), 0.0)
    each = np.exp(np.minimum(ahead + behind - total[:, None], 0.0))
    each[~valid] = 0.0
    return each, same


def _step(before: Floats, stay: Floats) -> Floats:
    total = _log_sum(before)
    share = np.exp(before - total)
    left: Floats = np.log(np.maximum(1 - share + share * np.exp(stay)[:, None], 1e-30)) + total
    return left


def _log_sum(values: Floats) -> Floats:
    top = values.max(-1, keepdims=True)
    total: Floats = top + np.log(np.exp(values - top).sum(-1, keepdims=True))
    return total


def _hits(p: Passage, weights: Mapping[str, float]) -> list[bool]:
    """For each claim with an answer whether it is tied to the right duty; the agreement counts wherever it is named."""
    path = best_answers(p.candidates, *weighed(p.steps, weights))
    return [path[n] in right or WHOLE in {p.candidates[at].kind for at in right} for n, right in p.right.items()]


if __name__ == "__main__":
    main()
