"""Days that a claim cannot have, though they stand near it: told beside it, still to come, or in place of one that nobody can read."""

from collections.abc import Iterator
from datetime import date

from trucewatch.core.dates import When
from trucewatch.core.parse import FINITE, Parse

from .caused_mending import BRINGS
from .date_places import acts
from .draft import Draft
from .report_dates import ReportDates

# Whose words speak of days ahead.
_AHEAD = frozenset("CALL_TO_COMPLY COMMIT AMEND CONDITION DELAY THREATEN DECLARE_CONTINUE".split())
# What is told in the main clause; of a finding or an undertaking the clause beside somebody's name may tell it, too.
_APART = frozenset(
    "ACCUSE DENY_CONDUCT DENY_OBLIGATION JUSTIFY BREACH THREATEN CONDITION DELAY CAST_DOUBT AFFIRM SUSPEND WITHDRAW".split()
)


def drop_untold_days(parse: Parse, dates: ReportDates, draft: Draft) -> None:
    """Takes from a claim the days that its words do not give it."""
    if _told_earlier(parse, draft) and not dates.dated(draft.start, draft.end):
        # "The spokesman, who had earlier denied it, admitted it on Friday": then he did not deny it.
        draft.said = None
    reference = dates.written_at(draft.start) if draft.stance in _AHEAD and not dates.reacts(draft.start) else None
    # "Last month" of a report of which only the year is known is no day of that year.
    unread = not dates.day_known and dates.undated(draft.sentence_start, draft.end) != ""
    told = {d.when.edtf for d in dates.dated(draft.sentence_start, draft.end)} if unread else None
    if told is not None and dates.statement and dates.published is not None:
        # A statement was made on its day, whichever "Monday" it speaks of.
        told.add(dates.published.edtf)
    asides = list(_asides(parse, draft)) if draft.stance in _APART else []

    def may_be(day: When | None) -> bool:
        if day is None or _is_ahead_of(day, reference) or (told is not None and day.edtf not in told):
            return False
        return not asides or not _is_beside(dates, draft, day, asides)

    if is_owed(parse, draft):
        # "The army to leave Mako by 3 May": nothing has been done yet.
        draft.said = draft.happened = None
    if draft.stance == "CALL_TO_COMPLY" and draft.happened is not None and draft.said is not None:
        # "I appeal to both to come back on Friday": nothing was done on any Friday.
        draft.happened = draft.happened if draft.happened.edtf == draft.said.edtf else None
    draft.said = draft.said if may_be(draft.said) else None
    draft.happened = draft.happened if may_be(draft.happened) else None


def is_owed(parse: Parse, draft: Draft) -> bool:
    """Whether what is taken for conduct is an infinitive below no finite verb, as minutes and lists have what was agreed."""
    if not acts(draft) or draft.head.tag != "VB":
        return False
    to = any(k.lower == "to" for k in parse.children(draft.head, "aux"))
    return to and not any(t.tag in FINITE for t in (*parse.ancestors(draft.head), *parse.children(draft.head, "aux")))


def _is_ahead_of(day: When, reference: date | None) -> bool:
    """Whether a day was still to come: "invited both sides to a meeting on 12 June" was not said on it."""
    return day.earliest is not None and reference is not None and day.earliest > reference


def _is_beside(dates: ReportDates, draft: Draft, day: When, asides: list[tuple[int, int]]) -> bool:
    named = [d.mention.start for d in dates.dated(draft.sentence_start, draft.end) if d.when.edtf == day.edtf]
    return bool(named) and all(any(low <= at < high for low, high in asides) for at in named)


def _asides(parse: Parse, draft: Draft) -> Iterator[tuple[int, int]]:
    """Where a clause with "who" or "which" stands between the subject's comma and the verb.

    "The rebels, who took Dhale on 3 May, shelled the market": nobody says when; nor of what followed in "The army attacked on 3
    May, prompting the rebels to suspend talks".
    """
    for brings in parse.children(draft.head, "advcl"):
        if brings.lemma in BRINGS and brings.tag == "VBG" and brings.i < draft.head.i:
            yield draft.sentence_start, brings.start
    for subject in parse.children(draft.head, "nsubj", "nsubjpass"):
        for clause in parse.children(subject, "relcl"):
            below = parse.subtree(clause)
            set_off = parse.tokens[below[0].i - 1].text == "," and below[-1].i < draft.head.i
            if set_off and below[0].lower in ("who", "which"):
                yield below[0].start, below[-1].end


def _told_earlier(parse: Parse, draft: Draft) -> bool:
    """Whether somebody "had earlier" said what a claim says."""
    verb = draft.frame.verb if draft.frame is not None and draft.frame.verb is not None else draft.head
    had = any(k.lower == "had" for k in parse.children(verb, "aux"))
    return had and any(k.lower in ("earlier", "previously") for k in parse.children(verb, "advmod"))
