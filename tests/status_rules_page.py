"""`docs/status-rules.md` as the data has it. Run `python -m tests.status_rules_page` to write it."""

from pathlib import Path

from trucewatch.vocabulary.status_rules import StatusRule, status_rules

PAGE = Path(__file__).resolve().parents[1] / "docs" / "status-rules.md"

OPENING = """# How a status comes about

This page is written from `src/trucewatch/vocabulary/status_rules.yaml` by `python -m tests.status_rules_page`; a test
fails when it is out of date. The signs of backtracking have a page of their own: [signals.md](signals.md).

A status has three parts that are never merged: how the duty is **read**, what was **done**, and where it is **going**. On
each axis the rules are tried from the top, and the first that holds gives the value. There is no score. Every status names
its rules, the claims that they rest on with their words, and what would change it. Unknown is a normal answer.

What the rules never do:

- An accusation is an allegation, however often it is made; it is never a breach.
- Silence is neither consent nor refusal.
- What a backer says never sets the status of a party's duty.
- What is reported from private talks stays "reported, unconfirmed".
- A day that has passed is arithmetic: `overdue_unknown`. It becomes `missed` when an independent source says that nothing
  was done after the last day, or a side that owes the duty says so itself.
- A duty that is owed day by day is never fulfilled, and never overdue.
- Conduct outside the letter of a clause is a sign and no breach.

Which claims count: those said, or else published, on or before the day of the status. A span of days (a month, "23-27
October") counts when it is over. A claim without any date counts and is shown as undated.

Who counts as speaking for a side that owes the duty: a passive without agent and a collective ("the Parties", "all units")
bind every side; where the words name one side, only that one. Somebody called by a state that the agreement does not name
("Turkish authorities") is a backer. Whether two claims are independent is decided by their
origin: one wire in six papers is one source, and an echo is none.
"""


def page() -> str:
    """The page as it has to be."""
    parts = [OPENING]
    for axis, heading in (
        ("reading", "How the duty is read"),
        ("performance", "What was done"),
        ("trend", "Where it is going"),
    ):
        parts.append(f"## {heading}\n\n| rule | value | holds when | on |\n|---|---|---|---|")
        parts += [_rule(rule) for rule in status_rules(axis)]
        parts.append("")
    return "\n".join(parts)


def _rule(rule: StatusRule) -> str:
    conditions = [_claims(rule)]
    conditions += [f"{rule.sources} independent sources"] if rule.sources > 1 else []
    conditions += [f"graded {rule.grade} or better"] if rule.grade else []
    conditions += ["a claim with most of the event's words, told as past"] if rule.event else []
    conditions += ["inside the letter of the clause"] if rule.letter else []
    conditions += ["said after the last day"] if rule.after_due else []
    conditions += [f"a duty owed {'once' if rule.duty == 'once' else 'day by day'}"] if rule.duty != "any" else []
    conditions += (
        [f"the last day {'is over' if rule.clock == 'passed' else 'is to come'}"] if rule.clock != "any" else []
    )
    conditions += ["also when it is about the whole agreement"] if rule.scope == "agreement" else []
    conditions += [f"unless taken back by {_codes(rule.answered_by)}"] if rule.answered_by else []
    conditions += [f"unless the same kind of speaker says {_codes(rule.unless)}"] if rule.unless else []
    conditions += [f"of the last {rule.days} days"] if rule.days else []
    return f"| {rule.id} | `{rule.value}` | {rule.says} | {'; '.join(filter(None, conditions)) or 'nothing else'} |"


def _claims(rule: StatusRule) -> str:
    who = " or ".join(rule.speakers)
    level = f" of level {_list(rule.levels)}" if rule.levels else ""
    by = f" by {who}{level}" if who else ""
    return f"{_codes(rule.stances)}{by}" if rule.stances else by.strip()


def _codes(codes: tuple[str, ...]) -> str:
    return ", ".join(f"`{code}`" for code in codes)


def _list(values: tuple[str, ...]) -> str:
    return f"{values[0]} to {values[-1]}" if len(values) > 2 else " or ".join(values)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
