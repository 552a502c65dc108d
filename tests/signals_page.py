"""`docs/signals.md` as the data has it. Run `python -m tests.signals_page` to write it."""

from pathlib import Path

from trucewatch.vocabulary.opposites import loophole_uses, opposites
from trucewatch.vocabulary.signals import SignalDefinition, counter_signs, drifts, signal_definitions

PAGE = Path(__file__).resolve().parents[1] / "docs" / "signals.md"

OPENING = """# Signs of backtracking, and what stands against each other

This page is written from `signals.yaml`, `drifts.yaml`, `counter_signs.yaml`, `opposites.yaml` and `loopholes.yaml` in
`src/trucewatch/vocabulary/` by `python -m tests.signals_page`; a test fails when it is out of date.

A sign is something observed, never a judgement of intent. Each names its claims with their days, who it is about, since
when, and what was counted or timed. How strong it is follows from what else is seen on the same commitment:

- **watch**: speech alone, or conduct alone; also a last day that passed alone, and whatever is tied to no clause.
- **signal**: speech and conduct on one commitment; also a last day that passed when an independent source says that
  nothing was done.
- **established**: speech and conduct, and beyond that a breach found or the last day passed.

An accusation by the other side is never a sign of this side's backtracking. Silence counts only where a source looked.
Where more than three people of one side show a sign on one commitment, one sign stands for the side.

| code | name | what is observed | on |
|---|---|---|---|"""

COUNTERS = """
## What speaks against a sign

Statements and findings of the sign's first day or later that the duty is kept (affirmed, claimed, observed, found done in
part or whole, confirmed by the other party), and claims with one of these words:

| | what is said |
|---|---|"""

DRIFTS = """
## Words that drift (B6)

The clause, or the agreement's title, has a word of the first kind; the claim has one of the second and none of the first.

| drift | the clause's word | in its place |
|---|---|---|"""

OPPOSED = """
## What stands against each other

Claims on one commitment by those who owe it. Both are shown with their ids, and nobody is said to lie. **say-say**: one
actor says both, on two days, to two audiences, or in private and in public. **split**: two actors of one side. **say-do**:
the words of a side, and what it did or was found to have done. What is reported of private words counts for whom it is
about, and is marked so; a finding counts only where it names whom it is about.

| | kind | on the one hand | on the other |
|---|---|---|---|"""

TIMERS = """
## Not corrected from above

Where a minister (level 2) or spokesperson (level 3) of a side that owes the duty reads it more narrowly, and neither he nor
anybody above has taken it back in public, a timer runs: whole days, and the hours that have passed at least. It is
arithmetic and no consent. The side's leaders are named where a report names them, else the status says that none does.
There is no timer where the leader says the same. B4 is a sign only when a source looked for a correction and found none.

## Who reads a clause how, and who changed

The register holds each holder's reading in the words used first, and each later day on which the same holder said something
else of the clause than in the statement before. Taking the clause as it stands (affirming, promising, claiming to comply)
is one position, however it is put. Two statements of one day have no order and make no change.

## Loopholes used

A lint finding on the commitment's sentence is tied to the claims of its bearer that make use of it. Where "by a shared
word" is said, the claim must have a word of the place that was found.

| what the claim does | stances | findings |
|---|---|---|"""


def page() -> str:
    """The page as it has to be."""
    parts = [OPENING, *(_sign(sign) for sign in signal_definitions())]
    parts += [COUNTERS, *(f"| `{sign.id}` | {sign.name} |" for sign in counter_signs())]
    parts += [
        DRIFTS,
        *(f"| {d.id.replace('-', ' to ')} | {_pattern(d.clause)} | {_pattern(d.claim)} |" for d in drifts()),
    ]
    parts += [OPPOSED]
    parts += [f"| {pair.name} | {pair.kind} | {_codes(pair.said)} | {_codes(pair.against)} |" for pair in opposites()]
    parts += [TIMERS]
    for use in loophole_uses():
        limits = [*(["by a shared word"] if use.shares else []), *(["outside the letter"] if use.outside else [])]
        more = f" ({', '.join(limits)})" if limits else ""
        parts.append(f"| {use.name}{more} | {_codes(use.stances)} | {', '.join(use.rules)} |")
    return "\n".join(parts) + "\n"


def _sign(sign: SignalDefinition) -> str:
    who = " or ".join(sign.speakers)
    level = f" of level {sign.levels[0]} to {sign.levels[-1]}" if sign.levels else ""
    by = f" by {who}{level}" if who else ""
    stances = _codes(sign.stances) or "any claim"
    conditions = [f"{stances}{by}"]
    conditions += [f"not {_codes(sign.but)}"] if sign.but and sign.test != "paired-duty" else []
    conditions += [f"against {_codes(sign.but)}"] if sign.but and sign.test == "paired-duty" else []
    conditions += [f"{len(sign.cues)} patterns of words"] if sign.cues else []
    conditions += ["after the signature"] if sign.after_signature else []
    conditions += ["not where the clause itself asks for it"] if sign.unless_in_text else []
    conditions += [f"{sign.count} times"] if sign.count > 1 else []
    conditions += ["also where it is tied to no clause"] if sign.loose else []
    return f"| {sign.code} | {sign.name} | {sign.definition} | {'; '.join(conditions)} |"


def _codes(codes: tuple[str, ...]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _pattern(pattern: str) -> str:
    return f"`{pattern}`".replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
