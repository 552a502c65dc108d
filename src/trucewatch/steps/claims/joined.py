"""What somebody says or does in one breath is one claim: "shelled the post and burned two huts"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.dates import When

from .draft import Draft
from .mentions import Entity

# What may stand between the two halves; "and that" begins another statement.
_BETWEEN = re.compile(r"[\s,\"“”'‘’]*(?:and|but)?[\s,\"“”'‘’]*")

# "Had left the port but had kept the airport": what somebody grants the other side ends before "but".
_GRANTS = "THIRD_PARTY_FINDING_BY_COUNTERPARTY"
# What binds or accuses each one of those who do it together.
_OF_EACH = frozenset("COMMIT RECOMMIT AMEND ACCUSE ECHO".split())
_MOST = 3
_SAME = ("stance", "speaker", "relay", "quoted", "private", "polarity", "sentence_start")


def joined(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The claims, where two of one speaker, stance and day that "and" joins in one sentence are one."""
    kept: list[Draft] = []
    for draft in drafts:
        if kept and _is_one(kept[-1], draft, text):
            kept[-1] = _both(kept[-1], draft)
        else:
            kept.append(draft)
    return kept


def each_alone(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The claims, where what two or three actors undertake or charge together is a claim of each: "A and B signed".

    A register asks what each party has undertaken, and one side's words are not another's.
    """
    found: list[Draft] = []
    for draft in drafts:
        several = draft.speaker.members if draft.speaker is not None else ()
        apart = 1 < len(several) <= _MOST
        if draft.speaker is None or draft.stance not in _OF_EACH or not apart:
            found.append(draft)
            continue
        first = draft.speaker.mentions[0]
        note = f'together with others: "{text[first.start : first.end]}"'
        for one in several:
            other = next(m for m in several if m is not one)
            mutual = draft.stance == "ACCUSE" and len(several) == 2 and draft.target in (None, draft.speaker)
            target = other if mutual else draft.target
            found.append(replace(draft, speaker=one, target=target, notes=[*draft.notes, note]))
    return found


def _is_one(one: Draft, other: Draft, text: str) -> bool:
    between = text[one.end : other.start]
    return (
        all(getattr(one, name) == getattr(other, name) for name in _SAME)
        # "Blamed the gunners and said the attack was a mockery": what is said anew is a claim of its own.
        and one.end <= other.start == other.content[0]
        and _BETWEEN.fullmatch(between) is not None
        and not (one.stance == _GRANTS and "but" in between)
        and _agree(one.target, other.target)
        and _agree(one.said, other.said)
        and _agree(one.happened, other.happened)
    )


def _agree(one: Entity | When | None, other: Entity | When | None) -> bool:
    """Whether two answers are the same, or only one is given."""
    return one is None or other is None or one == other


def _both(one: Draft, other: Draft) -> Draft:
    return replace(
        one,
        end=other.end,
        content=(one.content[0], other.content[1]),
        tokens=(*one.tokens, *other.tokens),
        target=one.target or other.target,
        said=one.said or other.said,
        happened=one.happened or other.happened,
        undated="" if other.said or other.happened else one.undated,
        grounds=(*one.grounds, *other.grounds),
        sources=list(dict.fromkeys([*one.sources, *other.sources])),
        notes=list(dict.fromkeys([*one.notes, *other.notes])),
    )
