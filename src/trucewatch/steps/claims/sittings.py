"""The days on which the people sat whose meeting a text is of: "Held at Nimule, 4 and 5 August 2015"."""

import re
from datetime import timedelta

from trucewatch.core.dates import When, edtf_range, lies_in, of_year, when
from trucewatch.core.model import Document

from .dated_entries import in_year
from .day_lines import Between

_SAT = re.compile(
    r"(?i)\b(?:held|met|meetings?|sessions?|sittings?|talks|convened|consultations|conference|round|workshop|visit|gathered)\b[^.;\n]{0,140}$"
)
# The days of what a meeting looks at, not those of the meeting.
_REVIEWED = re.compile(r"(?i)\b(?:period|review|cover(?:s|ed|ing)?|reporting|events|developments)\b[^.;\n]{0,60}$")
_OPENING = 1500
_LONGEST = timedelta(21)


def find_sitting(document: Document, between: Between, published: When | None) -> When | None:
    """The days of the meeting that the opening of a text tells of; None where it names a single day or none."""
    for mention in between(0, _OPENING):
        before = document.text[max(0, mention.start - 160) : mention.start]
        dated = in_year(mention, published)
        if mention.kind not in ("span", "days") or not dated.year_known:
            continue
        if not _SAT.search(before) or _REVIEWED.search(before):
            continue
        span = document.span(mention.start, mention.end)
        edtf = dated.edtf
        if mention.kind == "days":
            others = [other for a in mention.alternatives if (other := of_year(a, edtf[:4])) is not None]
            edtf = f"{edtf}/{max(others)}" if others else edtf
        first, final = edtf_range(edtf)
        if first is not None and final is not None and timedelta(0) < final - first <= _LONGEST:
            return when(edtf, span, computed=dated.completed)
    return None


def whole_sitting(days: When, sat: When | None) -> When:
    """All days of a sitting, of which its minutes say that it was opened on the first of them."""
    return sat if sat is not None and lies_in(days, sat) else days
