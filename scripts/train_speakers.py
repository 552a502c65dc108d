"""Learns what speaks for somebody as the speaker of a claim, and writes the weights into the vocabulary.

Run from the repository's root: `python -m scripts.train_speakers`. It reads the development passages (none that is held out)
and keeps for each claim that the answer sheet has too who may have made it, with the facts, and who did. It prints how
often the speaker is right by the rules and by the weights, on passages left out of the fit.
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import trucewatch
from quality.likeness import overlap, places, same_name
from trucewatch.core.model import Document
from trucewatch.steps.claims import reading
from trucewatch.steps.claims.draft import Draft
from trucewatch.steps.claims.mentions import Entity
from trucewatch.steps.claims.speaker_choice import chosen, is_told, offered
from trucewatch.steps.claims.speaker_facts import SpeakerFacts

from .stance_examples import FOLDERS, GOLD, ROOT

TARGET = ROOT / "src" / "trucewatch" / "vocabulary" / "speaker_weights.yaml"
HEAD = "# What the facts count that speak for somebody as a speaker, in hundredths; learned by scripts/train_speakers.py.\n"
# Facts that are rarer, and weights that are smaller, say more of these passages than of others.
FOLDS, RAREST, SHRINK, LEAST, STEPS = 6, 8, 2.0, 0.15, 400


@dataclass(frozen=True)
class Case:
    """A claim: the facts of each candidate, the number of the one whom the rules chose, and of those who are right."""

    facts: tuple[frozenset[str], ...]
    rule: int
    right: frozenset[int]


def main() -> None:
    """Learn, print how well it goes on passages left out, and write the weights."""
    passages = [cases(path) for folder in FOLDERS for path in sorted((GOLD / folder).glob("*.gold.json"))]
    by_rule = by_weights = asked = 0
    for fold in range(FOLDS):
        weights = fit([case for n, passage in enumerate(passages) if n % FOLDS != fold for case in passage])
        for case in (case for passage in passages[fold::FOLDS] for case in passage):
            asked += 1
            by_rule += case.rule in case.right
            by_weights += chosen(case.facts, case.rule, weights) in case.right
    print(f"left out of the fit: speaker right of {asked} claims by rules {by_rule}, with the weights {by_weights}")
    weights = fit([case for passage in passages for case in passage])
    lines = [f"- {{id: {json.dumps(name)}, hundredths: {round(100 * w)}}}" for name, w in sorted(weights.items())]
    TARGET.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


# ---------------------------------------------------------------------- gathering


def cases(path: Path) -> list[Case]:
    """The claims of a passage that its sheet has too."""
    gold: Any = json.loads(path.read_text(encoding="utf-8"))
    kept: list[tuple[Draft, Entity | None, dict[Entity | None, frozenset[str]]]] = []

    def listen(drafts: Sequence[Draft], facts: SpeakerFacts, _: str) -> list[Draft]:
        for n, draft in enumerate(drafts):
            if not is_told(draft, facts) and facts.performer(draft) is None:
                kept.append((draft, draft.speaker, offered(drafts, n, facts)))
        return list(drafts)

    choose = reading.choose_speakers
    reading.choose_speakers = listen
    report = trucewatch.read_report(path.parent / gold["text_file"])
    reading.choose_speakers = choose
    text = report.document.original
    names = {a["id"]: [*a.get("names", ()), *a.get("aliases", ())] for a in gold["actors"]}
    answers = [(c, places(text, c["quote"])) for c in gold["claims"] if c.get("quote")]
    found = []
    for draft, by_rules, candidates in kept:
        answer = answer_of(report.document, draft, answers)
        if answer is None:
            continue
        speaker = answer["speaker"]
        wanted = names.get(speaker, [speaker]) if speaker else []
        right = frozenset(
            n
            for n, entity in enumerate(candidates)
            if any(same_name(ours, name) for ours in called(entity, report.document.text) for name in wanted)
            or (entity is None and not wanted)
        )
        found.append(Case(tuple(candidates.values()), list(candidates).index(by_rules), right))
    return found


def answer_of(
    document: Document, draft: Draft, answers: Sequence[tuple[dict[str, Any], Sequence[tuple[int, int]]]]
) -> dict[str, Any] | None:
    """The claim of the sheet whose words, at one of its places, a claim shares most of; None where it shares half with none."""
    span = document.span(draft.start, draft.end)
    near = [overlap([(span.start, span.end)], at) for _, at in answers]
    shared, n = max(((union, n) for n, (inside, union) in enumerate(near) if inside >= 0.5), default=(0.0, -1))
    return answers[n][0] if shared else None


def called(entity: Entity | None, text: str) -> list[str]:
    """All that the text calls an actor."""
    if entity is None:
        return []
    ranges = [r for m in entity.mentions for r in ((m.start, m.end), (m.start, m.full_end), *m.extra)]
    ranges += [m.name for m in entity.mentions if m.name is not None] + entity.aliases
    return [text[a:b] for a, b in ranges]


# ---------------------------------------------------------------------- fitting


def fit(given: Sequence[Case], rarest: int = RAREST, least: float = LEAST) -> Mapping[str, float]:
    """The weights under which those who are right are most likely, shrunk towards 0; small ones are left out."""
    learned = [case for case in given if case.right]
    counts = Counter(name for case in learned for facts in case.facts for name in facts)
    names = sorted(name for name, count in counts.items() if count >= rarest)
    place = {name: n for n, name in enumerate(names)}
    rows = [[place[name] for name in sorted(facts & place.keys())] for case in learned for facts in case.facts]
    flat = np.asarray([n for row in rows for n in row], np.int64)
    row_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    case_of = np.repeat(np.arange(len(learned)), [len(case.facts) for case in learned])
    starts = np.searchsorted(case_of, np.arange(len(learned)))
    right = np.asarray([n in case.right for case in learned for n in range(len(case.facts))])
    weights = np.zeros(len(names))
    drift, spread = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, STEPS + 1):
        scores = np.bincount(row_of, weights[flat], len(rows))
        powers = np.exp(scores - np.maximum.reduceat(scores, starts)[case_of])
        likely = powers / np.add.reduceat(powers, starts)[case_of]
        bound = np.where(right, powers, 0)
        bound /= np.add.reduceat(bound, starts)[case_of]
        slope = np.bincount(flat, (likely - bound)[row_of], len(names)) + 2 * SHRINK * weights
        drift, spread = 0.9 * drift + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        pace = 0.05 if turn < 0.7 * STEPS else 0.01
        weights = weights - pace * (drift / (1 - 0.9**turn)) / (np.sqrt(spread / (1 - 0.99**turn)) + 1e-8)
    return {name: round(float(w), 2) for name, w in zip(names, weights, strict=True) if abs(w) >= least}


if __name__ == "__main__":
    main()
