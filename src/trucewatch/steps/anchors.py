"""Step 2 of an agreement: the days that its deadlines count from, with the words that give them."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from trucewatch.core.date_words import DateMention, find_dates, with_year
from trucewatch.core.dates import Due, When, when
from trucewatch.core.due_days import due_day
from trucewatch.core.model import Anchor, Clause, ClauseKind, Document
from trucewatch.core.time_limits import anchor_kind, find_limits

_SIGNED = re.compile(r"(?i)\b(?:signed|done|concluded|adopted|agreed|witness|dated|initialled)\b")
_BEGINS = re.compile(
    r"(?i)\b(?:(?:cease-?\s?fire|truce|pause)(?!\s+(?:zone|area|line|violation|agreement|regime|mechanism|monitor|committee))|cessation\s+of\s+(?:all\s+)?(?:hostilities|military)|hostilities|suspension\s+of\s+(?:all\s+)?(?:hostilities|military|offensive)|silenc\w+)\b"
)
_OTHER_ACT = re.compile(
    r"(?i)\b(?:monitor|verif|report|review|meet|deploy|exten[ds]|violat|investigat|displac|detain|captur|held|occup|support|kill|arrest)\w*"
)
_START = re.compile(
    r"(?i)\b(?:start\w*|beg[ia]n\w*|commenc\w*|tak\w*\s+effect|com\w*\s+into\s+(?:force|effect)|ent\w*\s+into\s+(?:force|effect)|effective|as\s+(?:of|from)|with\s+effect|from|at\s+\d{1,2}[:.]\d{2}|cease)\b"
)
_IN_FORCE = re.compile(
    r"(?i)\b(?:this\s+(?:\w+\s+){0,3}?(?:agreement|protocol|memorandum|accord|document|declaration|arrangement)\b|"
    r"(?:agreement|protocol|memorandum|accord|document|declaration|arrangement)\b(?!\s+(?:on|of|between|with|concerning|for)\b)|"
    r"(?:truce|cease-?\s?fire|it|they)\b)[^.;]{0,60}?\b(?:shall|will|is\s+to|does|to)?\s*(?:enters?|comes?|takes?|become|be)\s+(?:into\s+(?:force|effect)|effect(?:ive)?)\b"
)
_DEFINED = r"[\"”']?(?:\s+\([^)]*\))?,?\s+(?i:(?:which\s+)?(?:is|means|shall\s+be|falls\s+on|refers\s+to)|:)\s*"
# A named day from which others are counted, whatever its letter, and the first of numbered days.
_NAMED_DAYS = {
    "D-Day": re.compile(rf"(?<!\w)(?:(?i:D-?Day)|[A-Z]-[Dd]ay){_DEFINED}"),
    "Day 1": re.compile(rf"\bDay\s+(?:1|One|one)(?:\s+of\s+(?:the|this|that)\s+[\w-]+)?{_DEFINED}"),
}


def find_anchors(document: Document, clauses: Sequence[Clause], signed_on: date | None) -> Mapping[str, Anchor]:
    """Anchors by kind: signature, entry-into-force, ceasefire-start, D-Day; absent when the text has none.

    `signed_on` is the user's word and wins over what the text says.
    """
    anchors: dict[str, Anchor] = {}
    signature = _signature(document, clauses)
    if signed_on is not None:
        anchors["signature"] = Anchor("signature", when(signed_on.isoformat()), "given by the user")
    elif signature is not None:
        anchors["signature"] = signature
    for clause in clauses:
        for start, end in _sentences(document.text, clause):
            _named_days(document, start, end, anchors)
            if clause.operative or clause.kind is ClauseKind.DEFINITION:
                _from_sentence(document, start, end, anchors)
    return MappingProxyType(anchors)


def _sentences(text: str, clause: Clause) -> list[tuple[int, int]]:
    """Rough sentence ranges; a date never stands far from the words that it dates."""
    ends = [
        m.end()
        for m in re.finditer(r"(?<![A-Z]\.)(?<=[a-z0-9)\"”])[.;](?=\s+[A-Z(]|\s*$)", text[clause.start : clause.end])
    ]
    starts = [0, *ends]
    stops = [*ends, clause.end - clause.start]
    return [(clause.start + a, clause.start + b) for a, b in zip(starts, stops, strict=True) if b > a]


def _signature(document: Document, clauses: Sequence[Clause]) -> Anchor | None:
    """The signature date: from the signature block, else from a line that says "signed", else the title."""
    blocks = [c for c in clauses if c.kind is ClauseKind.SIGNATURE]
    titles = [c for c in clauses if c.kind is ClauseKind.TITLE]
    signing = [
        c
        for c in clauses
        if c.kind is ClauseKind.PREAMBLE
        and re.search(r"(?i)\b(?:signed|concluded|done)\s+(?:at|in|on|this)\b", document.text[c.start : c.end])
    ]
    for group, needs_word in ((blocks, False), (titles, False), (signing, True)):
        for clause in reversed(group) if group is blocks else group:
            mention = _day_in(document.text[clause.start : clause.end], needs_word)
            if mention:
                span = document.span(clause.start + mention.start, clause.start + mention.end)
                given = f"“{span.exact}” in the {clause.kind.value}"
                return Anchor("signature", when(mention.edtf, span, alternatives=mention.alternatives), given)
    return None


def _day_in(text: str, needs_word: bool) -> DateMention | None:
    """The full date nearest after a word for signing; without such a word, the last full date."""
    days = [m for m in find_dates(text) if m.kind == "day" and m.year_known]
    word = _SIGNED.search(text)
    if word:
        days = [m for m in days if m.start > word.start()] or ([] if needs_word else days)
        return days[0] if days else None
    return None if needs_word or not days else days[-1]


def _named_days(document: Document, start: int, end: int, anchors: dict[str, Anchor]) -> None:
    words = document.text[start:end]
    for name, definition in _NAMED_DAYS.items():
        defined = definition.search(words)
        for mention in find_dates(words[defined.end() :]) if defined and name not in anchors else ():
            dated = _dated(document, mention, start + defined.end(), anchors) if defined else None
            if dated is not None:
                anchors[name] = Anchor(name, dated, f"“{dated.spans[0].exact}”")
                break


def _from_sentence(document: Document, start: int, end: int, anchors: dict[str, Anchor]) -> None:
    words = document.text[start:end]
    force = _IN_FORCE.search(words)
    if force and "entry-into-force" not in anchors:
        kind = "ceasefire-start" if re.search(r"(?i)truce|cease-?\s?fire", force[0]) else "entry-into-force"
        if kind not in anchors:
            _add(document, kind, words, start, anchors)
    # "The Mission monitors the ceasefire from 1 May" dates the monitoring.
    begins = _BEGINS.search(words) and _START.search(words) and not _OTHER_ACT.search(words)
    if "ceasefire-start" not in anchors and begins:
        _add(document, "ceasefire-start", words, start, anchors)


def _add(document: Document, kind: str, words: str, offset: int, anchors: dict[str, Anchor]) -> None:
    """Adds the anchor when a limit in the words dates it."""
    for limit in find_limits(words):
        # A date that ends something, or counts from the very thing it should date, is no start.
        if limit.kind in ("elastic", "period", "notice", "until") or anchor_kind(limit.anchor or "") == kind:
            continue
        if limit.mention is not None and re.match(
            r"(?i)by|before|no\s+later|not\s+later|until", words[limit.start : limit.end]
        ):
            continue
        dated = _dated(document, limit.mention, offset, anchors) if limit.mention else None
        due = None if dated else due_day(limit, anchors)
        span = document.span(offset + limit.start, offset + limit.end)
        if dated is None and isinstance(due, Due) and due.latest is not None and due.earliest is not None:
            edtf = (
                due.latest.isoformat()
                if due.earliest == due.latest
                else f"{due.earliest.isoformat()}/{due.latest.isoformat()}"
            )
            dated = when(edtf, span, computed=True)
        if dated is not None and not _past(dated, anchors):
            anchors[kind] = Anchor(kind, dated, f"“{span.exact}”")
            return


def _past(dated: When, anchors: Mapping[str, Anchor]) -> bool:
    """Whether the day lies before the signature: such a day tells of the war, not of what was agreed."""
    signed = anchors.get("signature")
    if signed is None or signed.when.earliest is None or dated.latest is None:
        return False
    return dated.latest < signed.when.earliest


def _dated(document: Document, mention: DateMention, offset: int, anchors: Mapping[str, Anchor]) -> When | None:
    if mention.kind not in ("day", "month", "span"):
        return None
    span = document.span(offset + mention.start, offset + mention.end)
    if mention.year_known:
        return when(mention.edtf, span, alternatives=mention.alternatives)
    signed = anchors.get("signature")
    if signed is None or signed.when.earliest is None:
        return None
    try:
        return when(with_year(mention.edtf, signed.when.earliest, forward=True), span, computed=True)
    except ValueError:
        # 29 February, and no leap year near the signature.
        return None
