"""Dates that hold without being repeated: the speaker's last, the statement's own day, a report's period."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from trucewatch.core.dates import When, when

from .drafts import Draft
from .mentions import Entity
from .report_dates import ReportDates

# Days. What a report on so short a period leaves undated is dated by the period.
SHORT_PERIOD = 14
_MONITORS = frozenset({"THIRD_PARTY_FINDING", "CALL_TO_COMPLY", "THIRD_PARTY_INTERPRET"})
# Characters in front that can be a title.
_TITLE = 300
_TO_THIS_DAY = re.compile(r"(?i)\b(?:so far|until (?:now|this hour|today)|to date|to this day|up to now|as yet)\b")


def default_dates(drafts: Sequence[Draft], dates: ReportDates, present: Collection[Entity]) -> None:
    """Gives undated drafts the day that holds for them, where the text has one.

    `present` are those who speak in a statement or at a sitting; what others said elsewhere is not dated by it.
    """
    issuer = _issuer(drafts, dates)
    last = _Spoken()
    for draft in drafts:
        same = draft.speaker is not None and (draft.speaker, draft.paragraph) == (last.speaker, last.paragraph)
        # "They recorded X. Of the other side they could verify nothing": the finding goes on.
        goes_on = draft.frame is not None or (draft.stance == "THIRD_PARTY_FINDING" and draft.order - last.order <= 1)
        if draft.said is None and goes_on and same and draft.stance != "ECHO":
            draft.said = last.said
        if draft.said is None:
            own = _own_day(draft, dates, present, issuer)
            draft.said = when(own.edtf, *own.spans, computed=True) if own is not None else None
        if draft.frame is not None or draft.speaker is not None:
            last = _Spoken(draft.speaker, draft.paragraph, draft.order, draft.said or (last.said if same else None))


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Who spoke last, where and when."""

    speaker: Entity | None = None
    paragraph: int = -1
    order: int = -1
    said: When | None = None


def _own_day(draft: Draft, dates: ReportDates, present: Collection[Entity], issuer: Entity | None) -> When | None:
    """The report's day or period, where the draft is dated by it.

    What the author says in the author's own voice is said on the day of publication.
    """
    author = draft.speaker is None and draft.frame is None
    issued = issuer is not None and draft.speaker is issuer
    to_this_day = draft.stance == "PUBLIC_SILENCE" and _TO_THIS_DAY.search(
        dates.document.text, draft.start, draft.content[1] + 24
    )
    if issued and dates.period is not None and draft.stance == "THIRD_PARTY_FINDING":
        return dates.period
    if author or issued or to_this_day:
        return dates.published or dates.period
    if dates.statement:
        elsewhere = present and draft.speaker is not None and draft.speaker not in present
        return None if elsewhere and draft.frame is not None else dates.published
    if dates.published is None and dates.period is not None:
        first, final = dates.period.earliest, dates.period.latest
        short = first is not None and final is not None and (final - first).days <= SHORT_PERIOD
        return dates.period if short or draft.stance == "THIRD_PARTY_FINDING" else None
    return None


def _issuer(drafts: Sequence[Draft], dates: ReportDates) -> Entity | None:
    """The body whose report it is: it finds things or calls on the parties, and the title names it."""
    if dates.period is None or not dates.document.blocks:
        return None
    first = dates.document.blocks[0]
    end = min(first.end, first.start + _TITLE)
    named = [d for d in drafts if d.speaker is not None and any(m.start < end for m in d.speaker.mentions)]
    return next((d.speaker for d in named if d.stance in _MONITORS), None)
