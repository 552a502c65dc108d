"""What the words around a date say of it: that it is beside the matter, or what is counted from it."""

import re
from collections.abc import Sequence
from datetime import timedelta

from trucewatch.core.date_words import NUMBER, read_number
from trucewatch.core.dates import When, when
from trucewatch.core.model import Document
from trucewatch.core.parse import Token

from .report_dates import Dated, Governed, whole_of

# "On Saturday, a day after the government threatened to end it": what stands in the clause was the day before.
_COUNTS = re.compile(
    rf"(?i)\b(?:(?P<n>{NUMBER})\s+(?P<unit>days?|weeks?)|the\s+(?P<one>day|week))\s+(?P<way>after|before)\s+[^,.;:]{{0,80}}$"
)
_CLAUSES = frozenset({"advcl", "pcomp"})
# "They would withdraw by Friday, as agreed on 5 July": when it was agreed, not when this was said.
_AS_AGREED = re.compile(
    r"(?i)\bas\s+(?:(?:was|had been|they|he|she|it|both sides|the parties)\s+)?"
    r"(?:agreed|promised|planned|foreseen|stipulated|provided|announced|reported|stated|demanded|required|set out|laid down)\b[^,.;()]{0,40}\b(?:on|in|of)\s+(?:the\s+)?$"
)
# "A violation of the ceasefire signed in Kuala Lumpur on 28 July": the day is the agreement's, whatever is said of it.
_SIGNED_THEN = re.compile(
    r"(?i)\b(?:agreement|accord|deal|truce|cease-?fire|armistice|protocol|memorandum|pact|treaty|understanding)s?\s+"
    r"(?:of|dated|(?:that|which)?\s*(?:(?:was|were|had\s+been|been|they|it|the\s+(?:two\s+)?(?:sides|parties|countries))\s+){0,2}"
    r"(?:signed|reached|concluded|agreed|brokered|sealed|struck|made|announced|declared)\b[^,.;:]{0,50}\bon)\s+(?:the\s+)?$"
)
_OR = re.compile(r"\bor\b")
_NOW = re.compile(r"(?i)\b(?:so far|to date|to this day|up to now|as yet|until (?:now|today))\b")
_AT = re.compile(r"(?i)\b(?:in|at|during|on)\s+$")
_COLON = re.compile(r":(?!\d)")
_BEFORE = 90


def as_agreed(text: str, d: Dated) -> bool:
    """Whether a date only says when something had been agreed or announced before."""
    return _AS_AGREED.search(text[max(0, d.mention.start - _BEFORE) : d.mention.start]) is not None


def signed_then(text: str, start: int) -> bool:
    """Whether a day only tells which agreement is meant: "the truce of 20 May", "the ceasefire signed on 28 July"."""
    return _SIGNED_THEN.search(text, max(0, start - _BEFORE), start) is not None


def days_meant(text: str, d: Dated) -> When:
    """All the days of "on 29 and 30 September"; of "on 29 or 30 September" one is meant, and both readings stay."""
    return d.when if _OR.search(text, d.mention.start, d.mention.end) else whole_of(d)


def holds_now(text: str, start: int, end: int) -> bool:
    """Whether a stretch tells of what holds up to the day of the text: "so far", "to date"."""
    return _NOW.search(text, start, end) is not None


def held_then(text: str, d: Dated, occasion: re.Pattern[str]) -> bool:
    """Whether a date names the sitting or broadcast at which something is said: "in last night's broadcast"."""
    start, end = d.mention.start, d.mention.end
    return _AT.search(text[max(0, start - 8) : start]) is not None and occasion.match(text, end) is not None


def leads(text: str, d: Dated, sentence: int, content: int) -> bool:
    """Whether a date stands in what leads to words behind a colon: "The minister in parliament, 11 October: ..."."""
    return sentence <= d.mention.start and _COLON.search(text[d.mention.end : content]) is not None


def in_brackets(text: str, start: int, at: int) -> bool:
    """Whether an offset lies in round brackets that were opened behind another."""
    return text.rfind("(", start, at) > text.rfind(")", start, at)


def counted_clause(
    document: Document, sentence: int, content: tuple[int, int], own: Token | None, governed: Sequence[Governed]
) -> When | None:
    """The day of a clause from which the sentence counts its own day: "on Saturday, a day after they threatened".

    `own` is the verb that the clause is told by.
    """
    if own is None or own.dep not in _CLAUSES:
        return None
    hit = _COUNTS.search(document.text, max(sentence, own.start - 120), own.start)
    days = [g.dated for g in governed if not g.dated.bound and not content[0] <= g.dated.mention.start < content[1]]
    count = (1 if hit["one"] else read_number(hit["n"])) if hit else None
    if hit is None or count is None or len(days) != 1:
        return None
    main = days[0].when
    if main.earliest is None or main.earliest != main.latest or main.alternatives:
        return None
    step = timedelta(count * (7 if (hit["one"] or hit["unit"]).lower().startswith("week") else 1))
    day = main.earliest - step if hit["way"].lower() == "after" else main.earliest + step
    return when(day.isoformat(), *main.spans, document.span(hit.start(), hit.end("way")), computed=True)
