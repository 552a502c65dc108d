"""Learns what speaks for a day as that of a claim, and writes the weights into the vocabulary.

Run from the repository's root: `python -m scripts.train_dates`, after `train_speakers`. It reads the development passages
(none that is held out) and keeps for each claim that the answer sheet has too which days it may have, with the facts, and
which it has. It prints how often the day is right by the rules and by the weights, on passages left out of the fit.
"""

import json
from collections.abc import Mapping, Sequence
from math import fsum
from pathlib import Path
from typing import Any

import trucewatch
from quality.likeness import days_of, places
from trucewatch.core.dates import When
from trucewatch.steps.claims import reading
from trucewatch.steps.claims.date_choice import FEW, chosen
from trucewatch.steps.claims.date_facts import DateFacts, DayFacts, day_of
from trucewatch.steps.claims.date_places import acts
from trucewatch.steps.claims.draft import Draft

from .stance_examples import FOLDERS, GOLD, ROOT
from .train_speakers import FOLDS, Case, answer_of, fit

TARGET = ROOT / "src" / "trucewatch" / "vocabulary" / "date_weights.yaml"
HEAD = "# What the facts count that speak for a day as that of a claim, in hundredths; learned by scripts/train_dates.py.\n"
# A stretch of more days than these, or than the sheet's own, is no answer to the question for a day.
NARROW = 7
# How often a fact must be met, and what it must count: facts are many here, so smaller weights count too.
KEPT = (6, 0.05)


def main() -> None:
    """Learn, print how well it goes on passages left out, and write the weights."""
    passages = [cases(path) for folder in FOLDERS for path in sorted((GOLD / folder).glob("*.gold.json"))]
    by_rule = by_weights = asked = 0
    for fold in range(FOLDS):
        weights = fit([case for n, passage in enumerate(passages) if n % FOLDS != fold for case in passage], *KEPT)
        for left_out, case in ((p, case) for p in passages[fold::FOLDS] for case in p):
            asked += 1
            by_rule += case.rule in case.right
            points = [fsum(weights.get(name, 0.0) for name in names) for names in case.facts]
            dated = not any(name.endswith(" | rules: nothing") for name in case.facts[0])
            by_weights += chosen(points, dated=dated, few=len(left_out) < FEW) in case.right
    print(f"left out of the fit: day right of {asked} claims by rules {by_rule}, with the weights {by_weights}")
    TARGET.write_text(HEAD + written(fit([case for passage in passages for case in passage], *KEPT)), encoding="utf-8")


def written(weights: Mapping[str, float]) -> str:
    """The weights as the vocabulary holds them: the ties of each head, "" for the head alone, one a line."""
    tied: dict[str, dict[str, int]] = {}
    for name, weight in sorted(weights.items()):
        head, _, tie = name.partition(" | ")
        tied.setdefault(head, {})[tie] = round(100 * weight)
    lines = []
    for head, ties in tied.items():
        lines += [f"- id: {json.dumps(head)}", "  hundredths:"]
        lines += [f'    {json.dumps(tie)}: "{hundredths}"' for tie, hundredths in ties.items()]
    return "\n".join(lines) + "\n"


def cases(path: Path) -> list[Case]:
    """The claims of a passage that its sheet has too; those whose text contradicts itself are left to the rules."""
    gold: Any = json.loads(path.read_text(encoding="utf-8"))
    kept: list[tuple[Draft, list[DayFacts]]] = []

    def listen(drafts: Sequence[Draft], facts: DateFacts) -> None:
        kept.extend((draft, facts.candidates(n)) for n, draft in enumerate(drafts))

    choose = reading.choose_dates
    reading.choose_dates = listen
    report = trucewatch.read_report(path.parent / gold["text_file"])
    reading.choose_dates = choose
    text = report.document.original
    answers = [(claim, places(text, claim["quote"])) for claim in gold["claims"] if claim.get("quote")]
    found = []
    for draft, days in kept:
        ruled, answer = day_of(draft), answer_of(report.document, draft, answers)
        if answer is not None and not (ruled is not None and ruled.conflict):
            right = frozenset(n for n, day in enumerate(days) if is_right(draft, day.when, answer))
            found.append(Case(tuple(day.names() for day in days), 0, right))
    return found


def is_right(draft: Draft, when: When | None, answer: Mapping[str, Any]) -> bool:
    """Whether a day is that of the answer sheet; where it has none, what is done may have any."""
    wanted = [days for d in (answer.get("date"), *(answer.get("date_alternatives") or ())) if (days := days_of(d))]
    if not wanted:
        return when is None or (acts(draft) and not draft.social)
    if when is None or when.earliest is None or when.latest is None:
        return False
    long = (when.latest - when.earliest).days
    return any(
        long <= max(NARROW, (last - first).days) and when.earliest <= last and first <= when.latest
        for first, last in wanted
    )


if __name__ == "__main__":
    main()
