"""Ties the sources that a report names to the claims that they stand behind, with the day that they give them."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from trucewatch.core.dates import When, lies_in
from trucewatch.core.model import Document
from trucewatch.core.quotes import Span

from .citations import Citation
from .draft import Draft
from .report_dates import conflicting

_SOURCE_GAP = 400
# How many claims before a note its interview can reach.
_SENTENCES = 12
_SENTENCE_ENDS = re.compile(r"[.!?][\"')\]]*\s+[\"'(]?(?=[A-Z])")
_LEAKED = re.compile(
    r"(?i)\bleaked\b|\b(?:confidential|restricted|internal|unpublished)\s+(?:[\w-]+\s+){0,3}(?:report|memo|memorandum|note|cable|minutes|paper|document|record|file)s?\b"
)
_INTERVIEWS = re.compile(r"(?i)\b(?:interviews|conversations)\b")
_SMALL = frozenset("the a an of for in and 's their its his her on to".split())


def cite(document: Document, drafts: Sequence[Draft], citations: Sequence[Citation]) -> None:
    """Ties a flattened footnote to the claims of the sentence before it.

    An interview stands behind all that the sentence reports, a post or a report behind its last claim.
    """
    for draft in drafts:
        _without_brackets(document, draft, citations)
    ends = [d.end for d in drafts]
    for citation in citations:
        if citation.also:
            continue
        place = citation.start if citation.mark is None else citation.mark
        at = bisect_right(ends, place)
        if citation.mark is not None:
            # A numbered note stands behind the sentence of its mark, also behind what follows in that sentence.
            at += sum(d.sentence_start <= place for d in drafts[at : at + 3])
        near = [d for d in drafts[max(0, at - 6) : at] if place - d.end < _SOURCE_GAP]
        same = [d for d in near if d.order == near[-1].order]
        end = same[-1].end if same else place
        if citation.mark is None and citation.source.kind == "interview" and same:
            private = _private_before(document, near, same, place)
            same, end = (private, place) if private else (same, end)
        if same and _SENTENCE_ENDS.search(document.text, end, place):
            # What the note stands behind tells no claim.
            continue
        spoken = citation.source.kind in ("interview", "statement", "broadcast")
        framed = {d.speaker for d in same if d.frame is not None}
        told = [
            d for d in same if d.frame is not None or _holds(d, same) or (d.told is not None and d.speaker in framed)
        ]
        told = told if spoken else same[-1:]
        told = _theirs(document, told or same, citation, place)
        told = [d for d in told if not _asked_others(document, d, citation, citations)]
        for draft in told:
            _tie(draft, citation)
        if told and citation.source.kind == "interview":
            _tie_before(drafts[max(0, at - _SENTENCES) : at], told[0], citation)


def _without_brackets(document: Document, draft: Draft, citations: Sequence[Citation]) -> None:
    """Takes a source in brackets out of what a claim quotes, and out of its days: "denied it (Radio Lira, 14 August 2019)"."""
    inside = [c for c in citations if draft.start < c.start and c.start < draft.end + 2 and c.mark is not None]
    if inside and inside[0].mark is not None and document.text[inside[0].mark] == "(":
        end = len(document.text[: inside[0].mark].rstrip())
        if not re.search(r"\w", document.text[inside[-1].end : draft.end]) and end > draft.start:
            draft.end = min(draft.end, end)
            draft.content = (draft.content[0], min(draft.content[1], end))
    ranges = [(document.span(c.start, c.end)) for c in citations if c.start >= draft.sentence_start]
    if _lies_within(draft.happened, ranges):
        draft.happened = None
    if _lies_within(draft.said, ranges):
        draft.said = None


def _lies_within(when: When | None, ranges: Sequence[Span]) -> bool:
    """Whether a day is told nowhere but in stretches of the text."""
    if when is None or not when.spans:
        return False
    return all(any(r.start <= span.start and span.end <= r.end for r in ranges) for span in when.spans)


def _asked_others(document: Document, draft: Draft, citation: Citation, citations: Sequence[Citation]) -> bool:
    """Whether an interview was with others, and another of the same note with whoever speaks."""
    if citation.source.kind != "interview" or citation.mark is None or draft.speaker is None:
        return False
    words = draft.speaker.words - _SMALL
    beside = [c for c in citations if c.mark == citation.mark and c.source.kind == "interview"]
    named = [c for c in beside if words & set(re.findall(r"\w+", document.text[c.start : c.end].lower()))]
    return bool(named) and citation not in named


def _is_private(draft: Draft) -> bool:
    told = draft.private or draft.stance.startswith("REPORT_PRIVATE") or draft.stance == "REPORT_KNOWLEDGE"
    return told and draft.stance != "PUBLIC_SILENCE"


def _private_before(document: Document, near: Sequence[Draft], same: Sequence[Draft], place: int) -> list[Draft]:
    """What somebody told in private in the sentence before the one that an interview stands behind, if that one tells none.

    "Two officials say that he agreed. He has said nothing in public. Interviews, 3 May 2020."
    """
    told = _SENTENCE_ENDS.search(document.text, same[-1].end, place) is None
    if told and any(d.frame is not None or _is_private(d) for d in same):
        return []
    before = [d for d in near if d.paragraph == same[-1].paragraph and (d not in same or not told)]
    last = [d for d in before if d.order == before[-1].order]
    return [d for d in last if _is_private(d)]


def _holds(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether a claim's words hold another's saying: "an officer confirmed that his battalion had found ..."."""
    verbs = [d.frame.verb for d in others if d.frame is not None and d.frame.verb is not None]
    return any(draft.content[0] <= verb.start < draft.content[1] for verb in verbs)


def _theirs(document: Document, told: list[Draft], citation: Citation, place: int) -> list[Draft]:
    """Of the claims of a sentence those that a source stands behind: the speaker's it names, else those of its last part."""
    words = set(re.findall(r"\w+", document.text[citation.start : citation.end].lower()))
    named = [d for d in told if any(e.words & words - _SMALL for e in (d.speaker, d.relay) if e is not None)]
    if named:
        return named
    part = max((document.text.rfind(";", d.start, place) for d in told), default=-1)
    last = [d for d in told if d.content[1] > part]
    return [d for d in told if d in last or d.speaker is last[-1].speaker] if last else told


def _tie_before(drafts: Sequence[Draft], told: Draft, citation: Citation) -> None:
    """Ties an interview to what its speaker says in the sentences before, up to another speaker or source."""
    several = _is_private(told) and _INTERVIEWS.search(citation.source.span.exact) is not None
    for draft in reversed(drafts[: drafts.index(told)]):
        theirs = draft.speaker is told.speaker or _is_short_for(told, draft)
        # "Interviews, ministers and officers, 5-8 May" stand behind all who told something in private.
        theirs = theirs or (several and _is_private(draft))
        if draft.paragraph != told.paragraph or not theirs or draft.sources or draft.said:
            return
        _tie(draft, citation)


def _is_short_for(later: Draft, earlier: Draft) -> bool:
    """Whether "the officers" of one claim are the "two Haitian officers" of an earlier one."""
    if later.speaker is None or earlier.speaker is None or later.frame is None or later.frame.speaker is None:
        return False
    return later.speaker.words - _SMALL <= earlier.speaker.words and later.frame.speaker.tag in ("NN", "NNS")


def _tie(draft: Draft, citation: Citation) -> None:
    date = citation.source.date
    if date is not None and citation.source.kind in ("interview", "post", "statement", "broadcast"):
        told = draft.said if not draft.settled else draft.own_day
        draft.sourced |= draft.said is None and citation.source.kind in ("interview", "statement")
        draft.own_day, draft.settled = told, True
        if told is not None and lies_in(date, told):
            # One of the works in a note bears out the day of the sentence; that of another is no contradiction.
            draft.said, draft.borne_out = date, True
        elif not draft.borne_out:
            draft.said = conflicting(date, draft.said) if draft.said else date
    elif date is not None and not citation.beside and _is_day(date):
        # A report says what it says on its own day, unless the sentence gives another.
        draft.sourced |= draft.said is None
        draft.said = draft.said or date
    draft.social = draft.social or citation.source.kind == "post"
    draft.leaked = draft.leaked or _LEAKED.search(citation.source.span.exact) is not None
    confided = citation.source.kind == "interview" and citation.source.anonymous
    draft.confided = draft.confided or confided
    if citation.source.id not in draft.sources:
        draft.sources.append(citation.source.id)


def _is_day(when: When) -> bool:
    return when.earliest is not None and when.earliest == when.latest


def merge_notes(drafts: Sequence[Draft]) -> list[Draft]:
    """One claim where body and footnote tell the same: the quoted words stay, both dates are kept."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next(
            (
                d
                for d in reversed(kept[-4:])
                if draft.noted
                and draft.quoted
                and not d.quoted
                and d.stance == draft.stance
                and d.speaker is draft.speaker
                and 0 < draft.order - d.order <= 2
            ),
            None,
        )
        if twin is None:
            kept.append(draft)
            continue
        if draft.said and twin.said:
            draft.said = conflicting(draft.said, twin.said)
        draft.said = draft.said or twin.said
        draft.grounds = (*twin.grounds, *draft.grounds)
        draft.notes.append("the body tells it in other words; the footnote quotes it")
        draft.noted = False
        kept[kept.index(twin)] = draft
    return kept
