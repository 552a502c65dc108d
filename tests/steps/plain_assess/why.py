"""The reasons for a status as sentences, built from quotes, ids, dates and rules."""

from collections.abc import Sequence
from datetime import date

from trucewatch.core.dates import CannotCompute
from trucewatch.core.model import Missing
from trucewatch.vocabulary.signals import bit_of, bits_of
from trucewatch.vocabulary.status_rules import OUTSIDE_THE_LETTER

from .duty import clock, last_day
from .evidence import Evidence
from .rules import Docket, Ruling

LONGEST_QUOTE = 200
LONGEST_TITLE = 90
TITLE_SLOTS = ("bearer", "action", "object", "beneficiary", "place", "quantity")
SHORT_GAP = 12

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


def reasons(case: Docket, *rulings: Ruling) -> tuple[str, ...]:
    """Each rule that holds with its evidence, what the clock says, and what is shown without counting."""
    lines: list[str] = []
    counted: set[str] = set()
    for ruling in rulings:
        lines.append(f"{ruling.rule.id} {ruling.rule.value}: {ruling.rule.says}")
        if ruling.rule.clock != "any":
            lines.append(_clock(case))
        lines += [told(item) for item in ruling.evidence]
        counted |= {item.key for item in ruling.evidence}
        if ruling.rule.value == "unverifiable":
            lines.append(_who_denied_access(case))
    if isinstance(case.commitment.due, CannotCompute):
        lines.append(f"no last day: {case.commitment.due.reason}")
    lines += [f"{told(item)}: {_uncounted(item, case)}" for item in case.evidence if item.key not in counted]
    return tuple(lines)


def _who_denied_access(case: Docket) -> str:
    claims: dict[str, list[str]] = {}
    for item in case.evidence:
        names = {actor.id: actor.name.exact for actor in item.report.actors}
        words = " ".join([item.words, *(ground.exact for ground in item.claim.grounds)])
        tells = bool(bits_of(words) & bit_of("B9")) and case.role(item) in ("third", "author")
        if tells and item.claim.target in names:
            claims.setdefault(names[item.claim.target], []).append(item.key)
    told_by = "; ".join(f"{name} [{', '.join(keys)}]" for name, keys in claims.items())
    return f"who denied access: {told_by or 'no source on this commitment says so'}"


def told(item: Evidence) -> str:
    """One claim: when, who at which level, the words, and its id."""
    day = item.day.isoformat() if item.day else "undated"
    who = item.speaker.name.exact if item.speaker else item.report.document.path.rpartition("/")[2]
    level = f" (level {item.level})" if item.level else ""
    outside = f", {OUTSIDE_THE_LETTER}" if OUTSIDE_THE_LETTER in item.claim.notes else ""
    return f"{day}, {who}{level}: “{shortened(item.words, LONGEST_QUOTE)}” [{item.key}{outside}]"


def title(case: Docket) -> str:
    """The commitment's own words, shortened; the words of its slots where the sentence holds several duties."""
    document, own = case.agreement.document, case.commitment
    alone = all(other.span != own.span for other in case.agreement.commitments if other.id != own.id)
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


def _uncounted(item: Evidence, case: Docket) -> str:
    role = case.role(item)
    if item.stance.startswith("REPORT_PRIVATE") or item.stance == "REPORT_KNOWLEDGE":
        return _BY_ROLE["anonymous"]
    if role == "backer" or (role in _BY_ROLE and item.stance not in _BY_STANCE):
        return _BY_ROLE[role]
    if item.stance == "REPORT_PROGRESS" and clock(case.commitment, case.as_of) == "passed":
        return "a step is no completion"
    return _BY_STANCE.get(item.stance, "no rule counts it here")
