"""Times that a text names and nobody can place: "two weeks later" behind a month, "on Friday" of a text without a day."""

import re

from trucewatch.core.date_words import NUMBER

from .date_bounds import limits
from .draft import Draft
from .report_dates import ReportDates

# "Days later", "a month later", "within weeks", "soon afterwards".
_VAGUE = re.compile(
    rf"(?i)\b(?:(?:(?:a\s+)?(?:few|couple\s+of)|some|several|many|{NUMBER})\s+)?(?:hour|day|week|month|year)s?\s+(?:later|afterwards?)\b"
    r"|\bwithin\s+(?:(?:a\s+(?:few\s+)?|the\s+|some\s+)?(?:day|week|month)s?)\b(?!\s+of\s+(?:today|now))"
    r"|\b(?:soon|shortly|not\s+long|long)\s+after(?:wards?)?\b"
)


def is_unplaced(dates: ReportDates, draft: Draft) -> bool:
    """Whether a claim's own sentence says when it was, in words that nothing in the text gives a day."""
    return any(_unplaced(dates, start, end) for start, end in _own_words(draft))


def _own_words(draft: Draft) -> list[tuple[int, int]]:
    """The stretches of a sentence that can say when something was said, or where nobody says it, done."""
    low, high = draft.content
    if draft.frame is None or draft.frame.verb is None:
        return [(min(draft.sentence_start, low), high)]
    verb = draft.frame.verb
    return [(draft.sentence_start, low)] if verb.start < low else [(verb.start, draft.end)]


def _unplaced(dates: ReportDates, start: int, end: int) -> bool:
    text = dates.document.text
    placed = [d for d in dates.dated(start, end) if not d.bound]
    if placed:
        return False
    if any(dates.resolve(m) is None and not limits(text, m.start) for m in dates.between(start, end)):
        return True
    return _VAGUE.search(text, start, end) is not None
