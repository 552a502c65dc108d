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
_ACTS = frozenset({"COMMIT", "RECOMMIT", "AMEND"})
_CONDUCT = frozenset({"COMPLY", "COMPLY_PART", "BREACH", "MISSED_DEADLINE", "CONDUCT_SIGNAL", "PUBLIC_SILENCE"})
# Words with which a story goes on with whoever spoke last.
_GOES_ON = frozenset("add continue conclude stress insist note go".split())
_PERSONAL = frozenset("he she it they".split())
# How many sentences behind, across paragraphs, "he added" still means the same occasion.
_NEXT = 3
# Characters in front that can be a title.
_TITLE = 300
_SMALL = frozenset("the a an of for in and 's their its his her".split())
_SAME_OCCASION = re.compile(r"(?i)\bthe same (?:[\w-]+ )?(?:interview|speech|statement|letter|video|post|broadcast)\b")
_OF_THEM = re.compile(
    r"(?i)\b(?:its|their|the (?:group|team|mission|movement|party|front|body|commission|delegation|council|army|government|ministry))\b"
)
_TO_THIS_DAY = re.compile(
    r"(?i)\b(?:so far|until (?:now|this hour|today)|to date|to this day|up to now|as yet|still)\b"
)


def default_dates(drafts: Sequence[Draft], dates: ReportDates, present: Collection[Entity]) -> None:
    """Gives undated drafts the day that holds for them, where the text has one.

    `present` are those who speak in a statement or at a sitting; what others said elsewhere is not dated by it.
    """
    issuer = _issuer(drafts, dates)
    last = _Spoken()
    by_speaker: dict[Entity, _Spoken] = {}
    for draft in drafts:
        if draft.speaker in by_speaker and (_adds(draft) or _again(draft, dates)):
            # "The minister added": what others said in between is passed over.
            last = by_speaker[draft.speaker]
            if _again(draft, dates) and last.said is not None:
                draft.said = last.said
        same = draft.speaker is not None and (
            (draft.speaker is last.speaker and _goes_on(draft, last)) or _speaks_for(draft, last, dates.document.text)
        )
        if draft.said is None and same and draft.stance != "ECHO":
            draft.said = last.said
        if draft.said is None:
            own = _own_day(draft, dates, present, issuer)
            draft.said = when(own.edtf, *own.spans, computed=True) if own is not None else None
        acts = draft.frame is None and draft.stance in _CONDUCT
        if (draft.frame is not None or draft.speaker is not None) and not (acts and not same):
            last = _Spoken(draft.speaker, draft.paragraph, draft.order, draft.said or (last.said if same else None))
            if draft.speaker is not None:
                by_speaker[draft.speaker] = last


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Who spoke last, where and when."""

    speaker: Entity | None = None
    paragraph: int = -1
    order: int = -1
    said: When | None = None


def _goes_on(draft: Draft, last: _Spoken) -> bool:
    """Whether a claim goes on with what its speaker said before, so that its day is the same."""
    if draft.paragraph == last.paragraph:
        # "They recorded X. Of the other side they could verify nothing": the finding goes on.
        finding = draft.stance == "THIRD_PARTY_FINDING" and draft.order - last.order <= 1
        return draft.frame is not None or finding or draft.stance not in _CONDUCT | _ACTS
    frame = draft.frame
    if frame is None or draft.order - last.order > _NEXT:
        return False
    return _adds(draft) or (frame.speaker is not None and frame.speaker.lower in _PERSONAL)


def _again(draft: Draft, dates: ReportDates) -> bool:
    """Whether the sentence says that it was on the speaker's last occasion: "in the same interview"."""
    return _SAME_OCCASION.search(dates.document.text, draft.sentence_start, draft.content[1]) is not None


def _speaks_for(draft: Draft, last: _Spoken, text: str) -> bool:
    """Whether a quotation right behind a lead is by the one whose words the lead tells: "their spokesman said", and his name."""
    if draft.speaker is None or last.speaker is None or draft.order - last.order > 1 or not draft.quoted:
        return False
    if draft.paragraph == last.paragraph:
        # "They said ... "This is a first step," said X, who leads the group."
        return any(_OF_THEM.search(text, m.start, m.whole_end) for m in draft.speaker.mentions)
    return draft.paragraph != last.paragraph and bool((last.speaker.words & draft.speaker.words) - _SMALL)


def _adds(draft: Draft) -> bool:
    return draft.frame is not None and draft.frame.verb is not None and draft.frame.verb.lemma in _GOES_ON


def _own_day(draft: Draft, dates: ReportDates, present: Collection[Entity], issuer: Entity | None) -> When | None:
    """The report's day or period, where the draft is dated by it.

    What the author says in the author's own voice is said on the day of publication.
    """
    entry = dates.entry_at(draft.content[0])
    if entry is not None:
        return entry
    published = dates.day_at(draft.content[0])
    author = draft.speaker is None and draft.frame is None
    issued = issuer is not None and draft.speaker is issuer
    to_this_day = draft.stance == "PUBLIC_SILENCE" and _TO_THIS_DAY.search(
        dates.document.text, draft.start, draft.content[1] + 24
    )
    if dates.period is not None and (draft.stance == "THIRD_PARTY_FINDING" or _in_period(draft, dates)):
        return dates.period
    if author or issued or to_this_day:
        return published or dates.period
    if dates.statement:
        elsewhere = present and not dates.live and draft.speaker is not None and draft.speaker not in present
        if elsewhere and draft.frame is not None:
            return None
        return dates.spoken_on or published
    if published is None and dates.period is not None:
        told = draft.frame is not None and draft.stance not in _MONITORS
        return None if told else dates.period if _is_short(dates.period) else _of_finding(draft, dates.period)
    return None


def _of_finding(draft: Draft, period: When) -> When | None:
    return period if draft.stance == "THIRD_PARTY_FINDING" else None


def _in_period(draft: Draft, dates: ReportDates) -> bool:
    """Whether somebody's undated conduct is told by a report on a short period, which then holds it."""
    acted = draft.frame is None and draft.speaker is not None and draft.stance in _CONDUCT - {"PUBLIC_SILENCE"}
    return acted and draft.happened is None and dates.period is not None and _is_short(dates.period)


def _is_short(period: When) -> bool:
    first, final = period.earliest, period.latest
    return first is not None and final is not None and (final - first).days <= SHORT_PERIOD


def _issuer(drafts: Sequence[Draft], dates: ReportDates) -> Entity | None:
    """The body whose report it is: it finds things or calls on the parties, and the title names it."""
    if dates.period is None or not dates.document.blocks:
        return None
    first = dates.document.blocks[0]
    end = min(first.end, first.start + _TITLE)
    title = set(re.findall(r"\w+", dates.document.text[first.start : end].lower()))
    for draft in drafts:
        if draft.stance not in _MONITORS or draft.speaker is None:
            continue
        # "ACEH MONITORING MISSION" in the title, "the Mission" in the text.
        if any(m.start < end or m.head.lower in title for m in draft.speaker.mentions):
            return draft.speaker
    return None
