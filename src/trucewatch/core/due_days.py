"""The days that a time limit falls on, with every assumption that the arithmetic makes.

Where the text gives no day to count from, the answer is `CannotCompute` with a reason that quotes the words.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from .date_words import with_year
from .dates import CannotCompute, Due, add_duration, edtf_range
from .model import Anchor
from .quotes import Span
from .time_limits import Limit, anchor_kind


def due_day(limit: Limit, anchors: Mapping[str, Anchor], siblings: Sequence[Limit] = ()) -> Due | CannotCompute | None:
    """When the limit falls due; None for a period or for leave that sets no day.

    `siblings` are the other limits of the same sentence: a bare "within 14 days" counts from what they
    count from.
    """
    if limit.floor:
        return CannotCompute("the words name the first day, and no last one")
    match limit.kind:
        case "elastic":
            return CannotCompute("the words set no day")
        case "period":
            return None
        case "notice":
            return CannotCompute(f"counted back from {_named(limit.anchor)}, which the text does not date")
        case "date":
            return _due_on_date(limit, anchors)
        case "until" if limit.mention:
            return _due_on_date(limit, anchors)
        case "until":
            return CannotCompute(f"ends with an event that the text does not date: “{limit.anchor}”")
        case "event":
            base = _base(limit.anchor, anchors)
            return base if isinstance(base, CannotCompute) else _due(base, base.when.earliest, base.when.latest, ())
        case _:
            return _due_after(limit, anchors, siblings)


def _named(anchor: str | None) -> str:
    return f"“{anchor}”" if anchor else "an event"


def _base(words: str | None, anchors: Mapping[str, Anchor]) -> Anchor | CannotCompute:
    if words is None:
        return CannotCompute("the text does not say from when it counts")
    named = anchor_named(words, anchors)
    kind = named.kind if named else anchor_kind(words)
    if kind is None:
        return CannotCompute(f"counts from “{words}”, which the text does not date")
    if kind not in anchors:
        return CannotCompute(f"counts from “{words}”, and no {kind.replace('-', ' ')} date is known")
    anchor = anchors[kind]
    if anchor.when.earliest is None or anchor.when.latest is None:
        return CannotCompute(f"counts from “{words}”, whose date is open: {anchor.when.edtf}")
    return anchor


def anchor_named(words: str, anchors: Mapping[str, Anchor]) -> Anchor | None:
    """The anchor that the words name: by its kind, else the one whose own name says the same in nearly the same words."""
    kind = anchor_kind(words)
    if kind is not None:
        return anchors.get(kind)
    wanted = _telling(words)
    for anchor in anchors.values():
        own = _telling(anchor.kind) if anchor.kind not in _OF_THE_AGREEMENT else None
        if own and wanted and len(own & wanted) >= _ALIKE * max(len(own), len(wanted)):
            return anchor
    return None


def _telling(words: str) -> frozenset[str]:
    """The words without those that every event has, cut to what their forms have in common."""
    return frozenset(w[:_STEM] for w in _WORD.findall(words.lower()) if len(w) >= _SHORTEST)


# Of the words for an event: "the new unified government assumes its functions", "new unified government assumes functions".
_ALIKE = 0.7
# These are of the agreement itself: "the entry into force of the amnesty law" is something else.
_OF_THE_AGREEMENT = frozenset({"signature", "entry-into-force", "ceasefire-start"})
_SHORTEST, _STEM = 4, 6
_WORD = re.compile(r"[^\W\d_]+")


def _due(base: Anchor, earliest: date | None, latest: date | None, notes: tuple[str, ...]) -> Due:
    said = f"{base.kind.replace('-', ' ')} is {base.when.edtf} ({base.given_by})"
    return Due(earliest, latest, (said, *notes), base.when.spans)


# A century, past which a count is a slip of the pen; it also keeps the arithmetic inside the calendar.
_LONGEST = {"hour": 876_600, "day": 36_525, "working-day": 36_525, "week": 5_218, "month": 1_200, "year": 100}


def _due_after(limit: Limit, anchors: Mapping[str, Anchor], siblings: Sequence[Limit]) -> Due | CannotCompute:
    if limit.duration is None:
        return CannotCompute("the words give no count")
    if limit.duration.count > _LONGEST[limit.duration.unit]:
        return CannotCompute(f"{limit.duration} reach beyond any calendar")
    if limit.anchor is None:
        return _due_like_sibling(limit, anchors, siblings)
    base = _base(limit.anchor, anchors)
    if isinstance(base, CannotCompute):
        return base
    first, last = base.when.earliest, base.when.latest
    if first is None or last is None:
        return CannotCompute(f"the date of “{limit.anchor}” is open")
    if limit.kind == "day-number":
        n = limit.duration.count
        note = f"day 1 is the day of “{limit.anchor}” itself in the earlier reading, the day after it in the later"
        return _due(base, first + timedelta(max(0, n - 1)), last + timedelta(n), (note,))
    try:
        early, late, note_or_none = add_duration(first, limit.duration)
        _, late, _ = add_duration(last, limit.duration)
    except ValueError as error:
        return CannotCompute(str(error))
    notes = [f"day 0 is the day of “{limit.anchor}”; {limit.duration} are counted after it"]
    if limit.duration.unit == "month":
        notes.append("months are calendar months, not 30 days")
    if limit.duration.unit == "hour":
        notes.append("the hour is not known, so hours are counted as days")
    if note_or_none:
        notes.append(note_or_none)
    return _due(base, early, late, tuple(notes))


def _due_like_sibling(limit: Limit, anchors: Mapping[str, Anchor], siblings: Sequence[Limit]) -> Due | CannotCompute:
    assert limit.duration is not None
    for other in siblings:
        if other is limit or other.anchor is None or other.kind not in ("duration", "day-number", "event"):
            continue
        if other.kind == "day-number":
            start = due_day(other, anchors)
            if isinstance(start, Due) and start.earliest and start.latest:
                early = add_duration(start.earliest, limit.duration)[0]
                late = add_duration(start.latest, limit.duration)[1]
                return Due(
                    early,
                    late,
                    (
                        *start.assumes,
                        f"{limit.duration} counted from day {other.duration.count if other.duration else 0} of “{other.anchor}”, named in the same sentence",
                    ),
                    start.spans,
                )
        due = due_day(replace(limit, anchor=other.anchor), anchors)
        if isinstance(due, Due):
            return replace(due, assumes=(*due.assumes, f"counted from “{other.anchor}”, named in the same sentence"))
        return due if due is not None else CannotCompute("the words set no day")
    return CannotCompute("the text does not say from when it counts")


def _exists(edtf: str) -> bool:
    try:
        edtf_range(edtf)
    except ValueError:
        return False
    return True


def _due_on_date(limit: Limit, anchors: Mapping[str, Anchor]) -> Due | CannotCompute:
    mention = limit.mention
    if mention is None or not mention.edtf:
        return CannotCompute("the words set no day")
    notes: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    readings = (mention.edtf, *mention.alternatives)
    if not mention.year_known:
        signed = anchors.get("signature")
        if signed is None or signed.when.earliest is None:
            return CannotCompute("the date has no year, and no signature date is known")
        readings = tuple(with_year(r, signed.when.earliest, forward=True) for r in readings)
        if not all(_exists(r) for r in readings):
            return CannotCompute("no year near the signature has such a day")
        notes = (f"the year is not stated: first such day from signature on ({signed.when.edtf})",)
        spans = signed.when.spans
    ranges = [edtf_range(r) for r in readings]
    lows = [low for low, _ in ranges if low]
    highs = [high for _, high in ranges if high]
    if not lows or not highs:
        return CannotCompute(f"the date is open: {mention.edtf}")
    if mention.alternatives:
        notes = (*notes, "the text names or allows several days: " + ", ".join(readings))
    if limit.before:
        return Due(
            min(lows) - timedelta(1),
            max(highs) - timedelta(1),
            (*notes, "“before” a day: the day before it is the last"),
            spans,
        )
    return Due(min(lows), max(highs), notes, spans)
