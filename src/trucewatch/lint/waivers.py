"""Waivers that drafters write into the agreement itself.

    [accepted-ambiguity: TIME002, the route is mined, Joint Commission, 1 June 2027]

in square brackets, in an HTML comment, or on a line of its own. A waiver holds for the clause that it
stands in or follows. A finding about the whole document is waived by a waiver at any place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from trucewatch.core.date_words import find_dates
from trucewatch.core.dates import edtf_range
from trucewatch.core.model import Document, Waiver

_FORM = re.compile(
    r"<!--\s*accepted-ambiguity:\s*(?P<comment>.*?)\s*-->"
    r"|\[\s*accepted-ambiguity:\s*(?P<bracket>[^\]]*)\]"
    r"|^[ \t]*(?:[#%>*-]+[ \t]*)?accepted-ambiguity:[ \t]*(?P<line>[^\n]*)$",
    re.I | re.S | re.M,
)
# "5 May, 2027" is one field.
_FIELD = re.compile(r"\s*,\s*+(?!(?:19|20)\d\d\b)")


@dataclass(frozen=True, slots=True)
class InlineWaiver:
    """A waiver with the working-text offsets of its words."""

    start: int
    end: int
    waiver: Waiver


def inline_waivers(document: Document) -> Iterator[InlineWaiver]:
    """The waivers written into the document, in order of place."""
    if "accepted-ambiguity" not in document.text.lower():
        return
    for match in _FORM.finditer(document.text):
        body = match["comment"] or match["bracket"] or match["line"] or ""
        yield InlineWaiver(match.start(), match.end(), read_waiver(body))


def read_waiver(body: str) -> Waiver:
    """`RULE, reason, who clears it up, by when`; what is left out is empty. A reason may hold commas."""
    rule, *rest = [part.strip() for part in _FIELD.split(" ".join(body.split()))]
    match rest:
        case []:
            return Waiver(rule, "", "", "")
        case [reason]:
            return Waiver(rule, reason, "", "")
        case [reason, by]:
            return Waiver(rule, reason, by, "")
        case [*reason, by, until]:
            return Waiver(rule, ", ".join(reason), by, until)
    raise AssertionError("unreachable")


def lacks(waiver: Waiver) -> tuple[str, ...]:
    """What the waiver must still say before it counts; empty when it is complete."""
    gaps = []
    if not waiver.reason:
        gaps.append("a reason")
    if not waiver.by or (find_dates(waiver.by) and not waiver.until):
        gaps.append("the body that clears it up")
    if not find_dates(waiver.until):
        gaps.append("the date by which")
    elif last_day_of(waiver) is None:
        gaps.append("the year of the date by which")
    return tuple(gaps)


def last_day_of(waiver: Waiver) -> date | None:
    """The last day on which the waiver holds; None when its words name no full date."""
    days = [edtf_range(mention.edtf)[1] for mention in find_dates(waiver.until) if mention.edtf]
    return max((day for day in days if day is not None), default=None)


def has_passed(waiver: Waiver, on: date | None) -> bool:
    """Whether the waiver's last day lies before that day; never, when no day is given to compare with."""
    last = last_day_of(waiver)
    return on is not None and last is not None and last < on
