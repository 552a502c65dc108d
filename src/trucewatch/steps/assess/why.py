"""The reasons for a status as sentences, built from quotes, ids, dates and rules."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from trucewatch.core.dates import CannotCompute
from trucewatch.core.model import Agreement, Commitment, Document, Missing
from trucewatch.vocabulary.signals import bit_of
from trucewatch.vocabulary.status_rules import OUTSIDE_THE_LETTER, SPEAKERS

from .columns import NONE, Array
from .docket import Docket, spoken_by
from .duty import clock, last_day
from .evidence import Evidence
from .rules import Ruling

LONGEST_QUOTE = 200
LONGEST_TITLE = 90
# So many claims are told under one heading.
LONGEST_LIST = 20
TITLE_SLOTS = ("bearer", "action", "object", "beneficiary", "place", "quantity")
SHORT_GAP = 12
# The sign in the words of a claim that monitors were kept out.
KEPT_OUT = "B9"

# Why evidence on a commitment is shown without setting its status, by stance and by speaker.
_BY_STANCE = {
    "PUBLIC_SILENCE": "silence is no consent",
    "ECHO": "an echo is no new evidence",
    "ACCUSE": "an allegation is no breach",
    "CALL_TO_COMPLY": "a call on somebody says nothing of their conduct",
    "THIRD_PARTY_INTERPRET": "a third party's reading, which stands beside the parties' own",
    "CONDUCT_SIGNAL": "a sign, and no breach",
}
_BY_ROLE = {
    "anonymous": "reported, unconfirmed",
    "backer": "a backer's words do not set the status",
    "author": "no party's word",
}


def reasons(case: Docket, others: Array, *rulings: Ruling) -> tuple[str, ...]:
    """Each rule that holds with its evidence, what the clock says, and what is shown without counting (`others`).

    Of very many claims the newest are told; a line says how many more there are.
    """
    lines: list[str] = []
    for ruling in rulings:
        lines.append(f"{ruling.rule.id} {ruling.rule.value}: {ruling.rule.says}")
        if ruling.rule.clock != "any":
            lines.append(_clock(case))
        lines += _older(ruling.places)
        lines += [told(item) for item in case.shown(ruling.places[-LONGEST_LIST:])]
        if ruling.rule.value == "unverifiable":
            lines.append(_who_denied_access(case))
    if isinstance(case.commitment.due, CannotCompute):
        lines.append(f"no last day: {case.commitment.due.reason}")
    lines += _older(others)
    others = others[-LONGEST_LIST:]
    for item, role in zip(case.shown(others), case.seen(others).role, strict=True):
        lines.append(f"{told(item)}: {_uncounted(item, SPEAKERS[role], case)}")
    return tuple(lines)


def uncounted(case: Docket, *rulings: Ruling) -> Array:
    """The places of the evidence on the commitment that no ruling rests on."""
    return case.own.places[~case.among_own(np.concatenate([ruling.places for ruling in rulings]))]


def _who_denied_access(case: Docket) -> str:
    """Whom the sources that are no party name as having kept the monitor out, with their claims."""
    rows = case.own
    tells = (rows["cues"] & np.uint64(bit_of(KEPT_OUT)) != 0) & spoken_by(("third", "author"))[rows.role]
    named = case.shown(rows.places[tells & (rows["target"] != NONE)])
    claims: dict[str, list[str]] = {}
    for item in named:
        if item.target is not None:
            claims.setdefault(item.target.name, []).append(item.key)
    if not claims:
        return "who denied access: no source on this commitment says so"
    denied = (f"{name} [{', '.join(keys[-LONGEST_LIST:])}]" for name, keys in claims.items())
    return f"who denied access: {'; '.join(denied)}"


def _older(places: Array) -> list[str]:
    more = len(places) - LONGEST_LIST
    return [f"and {more:,} older claim{'s' if more > 1 else ''}"] if more > 0 else []


def told(item: Evidence) -> str:
    """One claim: when, who at which level, the words, and its id."""
    known = item.view.people.told
    line = known.get(item.row)
    if line is None:
        line = known[item.row] = _told(item)
    return line


def _told(item: Evidence) -> str:
    day, speaker = item.day, item.speaker
    who = speaker.name if speaker else item.source
    level = f" (level {speaker.authority})" if speaker and speaker.authority else ""
    outside = f", {OUTSIDE_THE_LETTER}" if item.outside_the_letter else ""
    words = shortened(item.words, LONGEST_QUOTE)
    return f"{day.isoformat() if day else 'undated'}, {who}{level}: “{words}” [{item.key}{outside}]"


def titles(agreement: Agreement) -> Mapping[str, str]:
    """By commitment, its own words, shortened; the words of its slots where the sentence holds several duties."""
    sentences = Counter(commitment.span for commitment in agreement.commitments)
    return {own.id: _title(agreement.document, own, sentences[own.span] == 1) for own in agreement.commitments}


def _title(document: Document, own: Commitment, alone: bool) -> str:
    spans = [
        document.text_range(span)
        for name, slot in own.slots.items()
        if name in TITLE_SLOTS and not isinstance(slot, Missing)
        for span in slot
    ]
    if alone or not spans:
        return shortened(document.text[own.start : own.end], LONGEST_TITLE)
    return shortened(_joined(document.text, spans), LONGEST_TITLE)


def _joined(text: str, ranges: Sequence[tuple[int, int]]) -> str:
    """The ranges in text order, with what stands between them when it is short, else an ellipsis."""
    (start, end), *later = sorted(ranges)
    words = text[start:end]
    for start, stop in later:
        if stop > end:
            words += text[end:stop] if start - end <= SHORT_GAP else f" … {text[start:stop]}"
            end = stop
    return words


def would_change(case: Docket, *rulings: Ruling) -> tuple[str, ...]:
    """What would give another status."""
    due = last_day(case.commitment)
    return tuple(dict.fromkeys(ruling.rule.changes.format(due=due.isoformat() if due else "") for ruling in rulings))


def shortened(words: str, longest: int) -> str:
    """The words on one line, cut at a word's end with an ellipsis where they are longer."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[:longest].rpartition(" ")[0] + " …"


def _clock(case: Docket) -> str:
    due = last_day(case.commitment)
    if due is None:
        return "no last day can be computed"
    return f"the last day is {due.isoformat()}, {_apart(due, case.as_of)}"


def _apart(due: date, as_of: date) -> str:
    days = abs((as_of - due).days)
    count = "1 day" if days == 1 else f"{days} days"
    return f"{count} {'before' if due < as_of else 'after'} {as_of.isoformat()}" if days else "the day of this status"


def _uncounted(item: Evidence, role: str, case: Docket) -> str:
    stance = item.stance
    if stance.startswith("REPORT_PRIVATE") or stance == "REPORT_KNOWLEDGE":
        return _BY_ROLE["anonymous"]
    if role == "backer" or (role in _BY_ROLE and stance not in _BY_STANCE):
        return _BY_ROLE[role]
    if stance == "REPORT_PROGRESS" and clock(case.commitment, case.as_of) == "passed":
        return "a step is no completion"
    return _BY_STANCE.get(stance, "no rule counts it here")
