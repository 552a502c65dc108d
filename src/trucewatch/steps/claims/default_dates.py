"""Dates that hold without being repeated: the speaker's last, the statement's own day, a report's period."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from trucewatch.core.dates import When, when

from .draft import Draft
from .mentions import Entity
from .report_dates import ReportDates
from .speakers import FIRST
from .word_groups import THEY

# Days. What a report on so short a period leaves undated is dated by the period.
SHORT_PERIOD = 14
_MONITORS = frozenset({"THIRD_PARTY_FINDING", "CALL_TO_COMPLY", "THIRD_PARTY_INTERPRET"})
_ACTS = frozenset({"COMMIT", "RECOMMIT", "AMEND"})
# Claims that are words whatever verb tells them.
_WORDS = frozenset(
    "ACCUSE DENY_CONDUCT DENY_OBLIGATION THREATEN REINTERPRET_NARROW REINTERPRET_EXCLUDE CONDITION ECHO JUSTIFY COMMIT "
    "CAST_DOUBT REPORT_PRIVATE_AFFIRM REPORT_PRIVATE_COMMIT REPORT_PRIVATE_DENY REPORT_PRIVATE_DELAY "
    "REPORT_PRIVATE_WITHDRAW REPORT_PRIVATE_ADMIT".split()
)
_CONDUCT = frozenset({"COMPLY", "COMPLY_PART", "BREACH", "MISSED_DEADLINE", "CONDUCT_SIGNAL", "PUBLIC_SILENCE"})
# Verbs that make a commitment by being said or signed.
_MAKES = frozenset("sign agree conclude renew extend prolong reaffirm initial adopt resolve decide".split())
_STATE = frozenset("government minister ministry army military president presidential police cabinet".split())
_SPEAKS = frozenset("spokesman spokeswoman spokesperson speaker".split())
# Words with which a story goes on with whoever spoke last.
_GOES_ON = frozenset("add continue conclude stress insist note go".split())
# How many sentences behind, across paragraphs, "he added" still means the same occasion.
_NEXT = 3
# Characters in front that can be a title.
_TITLE = 300
_TITLE_BLOCKS, _TITLE_WORDS = 3, 20
_REPORTS = frozenset("report sitrep bulletin summary".split())
_STEM = 6
_SMALL = frozenset("the a an of for in and 's their its his her".split())
_OWN = frozenset(
    "team teams patrol patrols observer observers monitor monitors investigator investigators staff".split()
)
# A question from the floor, up to where a claim begins.
_ASKED = re.compile(r"(?:^|\n)(?:Q|QUESTION|Question|REPORTER|JOURNALIST)\b[^\n:]{0,50}:[^\n]*$")
_SAME_OCCASION = re.compile(
    r"(?i)\bthe same (?:[\w-]+ )?(?:interview|speech|statement|letter|video|post|broadcast|(?:phone )?call|conversation|briefing|press conference)\b"
)
_ALSO = re.compile(r"(?i)\b(?:has|have)\s+(?:also|since|repeatedly|elsewhere|earlier)\s*$")
_OF_THEM = re.compile(
    r"(?i)\b(?:its|their|the (?:group|team|mission|movement|party|front|body|commission|delegation|council|army|government|ministry))\b"
)
_TO_THIS_DAY = re.compile(
    r"(?i)\b(?:so far|until (?:now|this hour|today)|to date|to this day|up to now|as yet|still"
    r"|(?:up )?(?:to|until|at|by) (?:the )?(?:time of (?:this|the|our|writing|going)|press time)(?: \w+)?)\b"
)

_SINCE = re.compile(r"(?i)\b(?:since|so far)\b")
_END = re.compile(r"[.!?\n]|$")


def default_dates(drafts: Sequence[Draft], dates: ReportDates, present: Collection[Entity]) -> None:
    """Gives undated drafts the day that holds for them, where the text has one.

    `present` are those who speak in a statement or at a sitting; what others said elsewhere is not dated by it.
    """
    issuer = _issuer(drafts, dates)
    last = _Spoken()
    by_speaker: dict[Entity, _Spoken] = {}
    lead: Draft | None = None
    for draft in drafts:
        _put_right(draft, dates, present)
        if draft.speaker in by_speaker and (_adds(draft) or _again(draft, dates)):
            # "The minister added": what others said in between is passed over.
            last = by_speaker[draft.speaker]
            if _again(draft, dates) and last.said is not None:
                draft.said = last.said
        now = _own_turn(draft, dates, present)
        same = not now and (
            (draft.speaker is last.speaker is not None and _goes_on(draft, last, dates.document.text))
            or _speaks_for(draft, last, dates.document.text)
        )
        if draft.said is None and same and draft.stance != "ECHO":
            draft.said = last.said
        if draft.said is None and not now and lead is not None and _goes_with_lead(draft, lead, by_speaker):
            draft.said = lead.said
        if lead is None and draft.speaker is not None and draft.stance not in _CONDUCT:
            lead = draft
        if draft.said is None:
            own = _own_day(draft, dates, present, issuer)
            draft.said = when(own.edtf, *own.spans, computed=True) if own is not None else None
        acts = draft.frame is None and draft.stance in _CONDUCT
        if (draft.frame is not None or draft.speaker is not None) and not (acts and not same):
            # The day of a signature is not that on which the signatory goes on speaking.
            signed = draft.stance in _ACTS and draft.said is draft.happened
            # Nor is the day on which a report finds something now that of what it found before.
            said = draft.said if not signed and not _finds_now(draft) else None
            last = _Spoken(draft.speaker, draft.paragraph, draft.order, said or (last.said if same else None))
            if draft.speaker is not None:
                by_speaker[draft.speaker] = last


def _own_turn(draft: Draft, dates: ReportDates, present: Collection[Entity]) -> bool:
    """Whether somebody speaks here and now, as a statement or a turn of a briefing does, whatever they quoted before."""
    now = draft.frame is not None and draft.frame.verb is None
    return _is_statement(draft, dates) and now and draft.speaker is not None and draft.speaker in present


def _is_statement(draft: Draft, dates: ReportDates) -> bool:
    """Whether a claim is part of a statement, and not of the reactions to it that are told behind it."""
    return dates.statement and not dates.reacts(draft.content[0])


def _put_right(draft: Draft, dates: ReportDates, present: Collection[Entity]) -> None:
    """Tells the day of an act of words from that of what is told."""
    if draft.stance in _ACTS and _is_past(draft.happened, draft, dates) and _root_lemma(draft) in _MAKES:
        # "On 24 April we signed": who signs commits himself on that day.
        draft.said = draft.happened
    elif _told_here(draft, dates, present) and draft.said is None:
        # "Last night the front sent word that ...", says somebody at a briefing: the day is that of the front's words.
        draft.said = draft.happened
    elif (
        _is_statement(draft, dates)
        and draft.frame is None
        and draft.said is draft.happened
        and draft.speaker in present
    ):
        # "We submitted our lists on 2 August", says the communiqué of October.
        draft.said = draft.said if draft.stance in _CONDUCT | _ACTS else None


def _is_past(day: When | None, draft: Draft, dates: ReportDates) -> bool:
    """Whether a day is not ahead of the report: "agreed that X, set for 15 October, would take place on 5 November"."""
    if day is None:
        return False
    own = dates.day_at(draft.content[0])
    return own is None or own.latest is None or day.earliest is None or day.earliest <= own.latest


def _told_here(draft: Draft, dates: ReportDates, present: Collection[Entity]) -> bool:
    """Whether whoever speaks in a statement or a turn tells what somebody else said or did."""
    here = _is_statement(draft, dates) and draft.frame is not None and draft.frame.verb is None
    return here and draft.speaker is not None and bool(present) and draft.speaker not in present


def _root_lemma(draft: Draft) -> str:
    inside = {t.i for t in draft.tokens}
    return next((t.lemma for t in draft.tokens if t.head not in inside or t.head == t.i), "")


def _root_tag(draft: Draft) -> str:
    inside = {t.i for t in draft.tokens}
    return next((t.tag for t in draft.tokens if t.head not in inside or t.head == t.i), "")


def _goes_with_lead(draft: Draft, lead: Draft, by_speaker: Collection[Entity]) -> bool:
    """Whether a quotation behind a story's lead is by an official of the side whose words the lead tells."""
    if lead.said is None or lead.speaker is None or draft.speaker is None or draft.frame is None:
        return False
    he = draft.frame.speaker is not None and draft.frame.speaker.lower in THEY
    addressed = draft.frame.verb is not None and draft.frame.verb.lemma == "tell"
    if not (draft.quoted or he or addressed):
        return False
    if not 0 < draft.order - lead.order <= _NEXT or draft.paragraph == lead.paragraph:
        return False
    if draft.speaker in by_speaker:
        return draft.speaker is lead.speaker
    ours, theirs = draft.speaker.words, lead.speaker.words
    return bool(ours & theirs & _SPEAKS) or bool(ours & _STATE and theirs & _STATE) or _same_people(ours, theirs)


def _same_people(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether two names share that of a country or movement: "Ethiopia", "Ethiopian government spokeswoman"."""
    return any(a[:_STEM] == b[:_STEM] for a in ours for b in theirs if min(len(a), len(b)) >= _STEM)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Who spoke last, where and when."""

    speaker: Entity | None = None
    paragraph: int = -1
    order: int = -1
    said: When | None = None


def _goes_on(draft: Draft, last: _Spoken, text: str) -> bool:
    """Whether a claim goes on with what its speaker said before, so that its day is the same."""
    if _has_also_said(draft, text):
        # "He has also argued" is not of the day on which he spoke before.
        return False
    if draft.paragraph == last.paragraph:
        # "They recorded X. Of the other side they could verify nothing": the finding goes on.
        finding = draft.stance == "THIRD_PARTY_FINDING" and draft.order - last.order <= 1
        return draft.frame is not None or finding or draft.stance not in _CONDUCT | _ACTS
    frame = draft.frame
    if frame is None or draft.order - last.order > _NEXT:
        return False
    return _adds(draft) or (frame.speaker is not None and frame.speaker.lower in THEY)


def _has_also_said(draft: Draft, text: str) -> bool:
    verb = draft.frame.verb if draft.frame is not None else None
    return verb is not None and _ALSO.search(text[max(0, verb.start - 24) : verb.start]) is not None


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
    if dates.daily:
        return dates.published
    published = dates.day_at(draft.content[0])
    author = draft.speaker is None and draft.frame is None
    issued = issuer is not None and draft.speaker is issuer
    to_this_day = draft.stance == "PUBLIC_SILENCE" and _lasts(draft, dates)
    if published is not None and dates.period is not None and _finds_now(draft):
        return published
    if dates.period is not None and (draft.stance == "THIRD_PARTY_FINDING" or _in_period(draft, dates)):
        return dates.period
    found = dates.report and _finds(draft, dates, issuer)
    if dates.minutes:
        # What a summary of meetings reports was said at them.
        return dates.sitting or dates.period or published
    writes = draft.frame is None and draft.speaker in present and _is_i(draft)
    if author or issued or to_this_day or found or writes:
        return published or dates.period
    if dates.thread and draft.speaker is not None and not _posts(draft, draft.speaker, dates.document.text):
        # Whoever writes a thread tells what others said, not on which day.
        return None if draft.frame is not None or draft.stance in _WORDS | {"PUBLIC_SILENCE"} else published
    if _is_statement(draft, dates):
        told = draft.stance.startswith("REPORT_PRIVATE") and draft.frame is not None and draft.frame.verb is not None
        elsewhere = (present or told) and not dates.live and draft.speaker is not None and draft.speaker not in present
        if elsewhere and (draft.frame is not None or draft.stance in _WORDS | {"CALL_TO_COMPLY"}):
            # "UNIFIL urges both sides", says UNIFIL's officer: that is said here and now.
            now = draft.stance == "CALL_TO_COMPLY" and (draft.frame is None or draft.frame.verb is None)
            now = now and _root_tag(draft) in ("VBZ", "VBP")
            return published if now and not _ASKED.search(dates.document.text[: draft.content[0]][-400:]) else None
        return dates.spoken_on or published
    if published is None and dates.period is not None:
        spoken = draft.frame is not None or (draft.speaker is not None and draft.stance in _WORDS)
        told = spoken and draft.stance not in _MONITORS
        return None if told else dates.period if _is_short(dates.period) else _of_finding(draft, dates.period)
    return None


def _is_i(draft: Draft) -> bool:
    """Whether "I" or "we" are the ones who say it."""
    return draft.subject is not None and draft.subject.lower in FIRST


def _finds(draft: Draft, dates: ReportDates, issuer: Entity | None) -> bool:
    """Whether a report finds something, and nobody else whom it tells of: "the other panel described it as an attempt"."""
    if draft.stance not in ("THIRD_PARTY_FINDING", "THIRD_PARTY_INTERPRET") or draft.frame is not None:
        return False
    if issuer is None or draft.speaker is None or _in_title(draft.speaker, dates, _title(dates)):
        return True
    # "The team established": the report's own, which has no name.
    return all(m.head.lower in _OWN and m.head.text.islower() for m in draft.speaker.mentions)


def _lasts(draft: Draft, dates: ReportDates) -> bool:
    """Whether a silence still holds as the text is written: "has said nothing", "not one word since", "so far"."""
    inside = {t.i for t in draft.tokens}
    root = next((t for t in draft.tokens if t.head not in inside or t.head == t.i), None)
    start = min(draft.start, draft.sentence_start)
    if root is None or not any(t.tag == "VBD" and (t.i == root.i or t.head == root.i) for t in draft.tokens):
        # A correspondent's "has not commented" is not dated; that of a paper holds on the day on which it looks back.
        end = _END.search(dates.document.text, draft.content[1])
        return not dates.filed or _SINCE.search(dates.document.text, start, end.start() if end else start) is not None
    return _TO_THIS_DAY.search(dates.document.text, start, draft.content[1] + 24) is not None


def _finds_now(draft: Draft) -> bool:
    """Whether a finding is made as the report is written: "NMOG confirms", "has not been able to verify"."""
    if draft.stance != "THIRD_PARTY_FINDING" or draft.frame is not None:
        return False
    inside = {t.i for t in draft.tokens}
    root = next((t for t in draft.tokens if t.head not in inside or t.head == t.i), None)
    helps = [t for t in draft.tokens if root is not None and t.head == root.i and t.dep in ("aux", "auxpass")]
    return root is not None and any(t.tag in ("VBZ", "VBP") for t in (root, *helps))


def _posts(draft: Draft, speaker: Entity, text: str) -> bool:
    """Whether a claim stands in a post of its speaker, or the text calls the speaker by a handle."""
    label = draft.frame.label if draft.frame is not None else None
    return (label is not None and text[label[0]] == "@") or any("@" in m.text for m in speaker.mentions)


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
    if (dates.own or dates.period) is None or not dates.document.blocks:
        return None
    title = _title(dates)
    if dates.period is None and not title & _REPORTS:
        return None
    for draft in drafts:
        if draft.stance not in _MONITORS or draft.speaker is None:
            continue
        if _in_title(draft.speaker, dates, title):
            return draft.speaker
    return None


def _front(dates: ReportDates) -> tuple[int, int]:
    """Where the title stands: the first block, with the short ones right behind it."""
    text, blocks = dates.document.text, dates.document.blocks
    end = blocks[0].end
    for block in blocks[1:_TITLE_BLOCKS]:
        if len(text[block.start : block.end].split()) > _TITLE_WORDS or text[: block.end].endswith("."):
            break
        end = block.end
    return blocks[0].start, min(end, blocks[0].start + _TITLE)


def _title(dates: ReportDates) -> set[str]:
    """The words in front of a report, and the first letters of each line's, as bodies are called in short."""
    first, end = _front(dates)
    front = dates.document.text[first:end]
    lines = [[w for w in re.findall(r"\w+", line.lower()) if w not in _SMALL] for line in front.splitlines()]
    return {w for line in lines for w in line} | {"".join(w[0] for w in line) for line in lines if len(line) > 2}


def _in_title(speaker: Entity, dates: ReportDates, title: Collection[str]) -> bool:
    """Whether the title names somebody: "ACEH MONITORING MISSION" in it, "the Mission" or "AMM" in the text."""
    return any(m.start < _front(dates)[1] or m.head.lower in title for m in speaker.mentions)
