"""TIME006: notice after effect."""

from collections.abc import Iterator
from datetime import date

from trucewatch.core.date_words import find_dates
from trucewatch.core.dates import Due, edtf_range
from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import cue
from trucewatch.lint.sentences import Sentence, commitments_of, sentences

_TELL = r"\b(?:notif(?:y|ied|ies)|inform(?:ed|s)?|instruct(?:ed|s)?|brief(?:ed)?|communicat(?:e|ed)|issue|issued|orders?)\b[^.;]{0,80}\b(?:commanders?|forces|troops|units|affiliates|soldiers|fighters)\b|\b(?:commanders?|forces|troops|units)\b[^.;]{0,40}\b(?:notified|informed|instructed|told|briefed)\b"
_EFFECT = r"\b(?:cease-?fire|cessation|truce|hostilities)\b"
_BEGIN = r"\b(?:with effect|take(?:s)? effect|effective|come(?:s)? into (?:force|effect)|enter(?:s)? into (?:force|effect)|start(?:s|ing)?|begin(?:s|ning)?|cease|from)\b"


def check(agreement: Agreement) -> Iterator[Hit]:
    """The start is the text's own; days without a year are compared as days of one year."""
    effects = [day for s in sentences(agreement) if (day := _effect_day(s))]
    anchor = agreement.anchors.get("ceasefire-start")
    if anchor and anchor.when.earliest:
        effects.append(anchor.when.earliest)
    if not effects:
        return
    first = min(effects)
    for sentence in sentences(agreement):
        match = cue(_TELL).search(sentence.text)
        due = match and _told_by(agreement, sentence, match.start())
        if match and due and _as_year(due, first) >= first:
            yield sentence.hit(
                match.start(),
                match.end(),
                f'"{{words}}" is due by {due:%d %B}, when the ceasefire is already in force (from {first:%d %B})',
            )


def _as_year(day: date, like: date) -> date:
    """The day in the year of `like` when its own year is not known (year 4, a leap year, stands for that)."""
    return day if 4 not in (day.year, like.year) else date(like.year, day.month, day.day)


def _days(words: str) -> list[tuple[int, date]]:
    found = []
    for mention in find_dates(words):
        if mention.kind == "day":
            day = edtf_range(mention.edtf.replace("XXXX", "0004"))[0]
            found += [(mention.start, day)] if day else []
    return found


def _effect_day(sentence: Sentence) -> date | None:
    """The day on which the sentence has the ceasefire begin."""
    for piece in sentence.text.split(";"):
        match = cue(_EFFECT).search(piece)
        if match and (cue(_BEGIN).search(piece) or cue(rf"{_EFFECT}:? \d").search(piece)):
            days = _days(piece)
            return min(days, key=lambda d: abs(d[0] - match.start()))[1] if days else None
    return None


def _told_by(agreement: Agreement, sentence: Sentence, at: int) -> date | None:
    """The last day for telling the units, as the commitment has it or as the words name it."""
    dues = [c.due.latest for c in commitments_of(agreement, sentence) if isinstance(c.due, Due) and c.due.latest]
    if dues:
        return max(dues)
    days = [d for d in _days(sentence.text) if d[0] >= at]
    return min(days)[1] if days else None


RULE = Rule(
    code="TIME006",
    name="notice-after-effect",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what=("Compares the day by which commanders are to be told with the day on which the ceasefire takes effect."),
    why=(
        "Units that do not know of a ceasefire break it. In South Sudan in December 2017 commanders were "
        "to be told within 72 hours of the signature on the 21st; the ceasefire began a minute past "
        "midnight on the 24th, and fighting was reported at six."
    ),
    bad="The ceasefire begins on 8 May. Commanders shall be informed by 9 May.",
    good="Commanders shall be informed by 6 May. The ceasefire begins on 8 May.",
    readings=(
        "The unit reads: nobody told me. My fire was no breach.",
        "The other side reads: the ceasefire was in force. Each shot was a breach.",
    ),
    suggestion="Let the order reach the units at least a day before the ceasefire begins.",
    check=check,
)
