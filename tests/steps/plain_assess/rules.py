"""Which rule holds for a commitment, and on which evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from trucewatch.core.model import Agreement, Commitment
from trucewatch.vocabulary.matter_words import matter_words
from trucewatch.vocabulary.status_rules import OUTSIDE_THE_LETTER, StatusRule, duty_words, status_rules

from .duty import clock, continuous, end_event, last_day, owed_together, says_it_happened
from .evidence import Evidence, independent
from .parties import Parties


@dataclass(frozen=True, eq=False)
class Docket:
    """A commitment with the evidence on it, and everything a rule may ask about."""

    agreement: Agreement
    commitment: Commitment
    evidence: tuple[Evidence, ...]
    whole: tuple[Evidence, ...]
    everything: tuple[Evidence, ...]
    parties: Parties
    as_of: date

    def role(self, evidence: Evidence) -> str:
        return self.parties.role(evidence, self.commitment)

    def stance(self, evidence: Evidence) -> str:
        """The stance, as it bears on this duty.

        Suspending is doing one's duty where the clause asks for a suspension; where the parties owe the duty
        together, what is found of one of them is a part.
        """
        if evidence.stance == "SUSPEND" and evidence in self.evidence and self._asks_to_suspend:
            return "CLAIM_COMPLIANCE"
        if evidence.stance == "finding-done" and owed_together(self.agreement, self.commitment):
            return "finding-done" if duty_words("parties").search(evidence.words) else "finding-partial"
        return evidence.stance

    @property
    def _asks_to_suspend(self) -> bool:
        return "suspend" in matter_words(self.agreement.document.text[self.commitment.start : self.commitment.end])


@dataclass(frozen=True)
class Ruling:
    """The rule that holds, and the evidence that it holds on (none for a rule of the clock)."""

    rule: StatusRule
    evidence: tuple[Evidence, ...] = ()


def docket(commitment: Commitment, everything: Sequence[Evidence], parties: Parties, as_of: date) -> Docket:
    """The evidence on one commitment."""
    return Docket(
        agreement=parties.agreement,
        commitment=commitment,
        evidence=tuple(item for item in everything if item.about(commitment)),
        whole=tuple(item for item in everything if item.about_the_whole),
        everything=tuple(everything),
        parties=parties,
        as_of=as_of,
    )


def reading(case: Docket) -> Ruling:
    """How the duty is read."""
    return _first("reading", case)


def performance(case: Docket) -> Ruling:
    """What was done."""
    return _first("performance", case)


def trend(case: Docket) -> Ruling:
    """Where it is going: the signs of the last days, when they all point one way."""
    worse, better, steady, unknown = status_rules("trend")
    down, up = _fitting(worse, case), _fitting(better, case)
    if down and up:
        return Ruling(unknown, (*down, *up))
    if down or up:
        return Ruling(worse, down) if down else Ruling(better, up)
    earlier = (*_fitting(replace(worse, days=0), case), *_fitting(replace(better, days=0), case))
    return Ruling(steady if any(item.day for item in earlier) else unknown)


def _first(axis: str, case: Docket) -> Ruling:
    for rule in status_rules(axis):
        ruling = _ruling(rule, case)
        if ruling:
            return ruling
    raise LookupError(f"no rule for {axis} holds without conditions")  # the data must end with one


def _ruling(rule: StatusRule, case: Docket) -> Ruling | None:
    if rule.duty != "any" and (rule.duty == "continuous") != continuous(case.agreement, case.commitment):
        return None
    if rule.clock not in ("any", clock(case.commitment, case.as_of)):
        return None
    if rule.event:
        event = end_event(case.agreement, case.commitment)
        happened = tuple(item for item in case.everything if says_it_happened(item, event))
        return Ruling(rule, happened) if happened else None
    if not rule.stances:
        return Ruling(rule)
    found = _fitting(rule, case)
    if not found or independent(found) < rule.sources or _contradicted(rule, found, case):
        return None
    return Ruling(rule, found)


def _fitting(rule: StatusRule, case: Docket) -> tuple[Evidence, ...]:
    pool = case.evidence + (case.whole if rule.scope == "agreement" else ())
    return tuple(item for item in pool if _fits(rule, item, case) and not _answered(rule, item, case))


def _contradicted(rule: StatusRule, found: Sequence[Evidence], case: Docket) -> bool:
    """Whether the same kind of speaker says otherwise, no earlier than the newest of the evidence."""
    newest = max((item.day for item in found if item.day), default=date.min)
    return any(
        case.stance(item) in rule.unless and case.role(item) in rule.speakers and (item.day or date.max) >= newest
        for item in case.evidence
    )


def _fits(rule: StatusRule, item: Evidence, case: Docket) -> bool:
    if case.stance(item) not in rule.stances or (rule.levels and item.level not in rule.levels):
        return False
    if rule.speakers and case.role(item) not in rule.speakers:
        return False
    if rule.letter and OUTSIDE_THE_LETTER in item.claim.notes:
        return False
    if rule.axis == "performance" and not rule.hedged and hedged(item):
        return False
    if rule.grade and not _good_enough(item.claim.grades.get("true", ""), rule.grade):
        return False
    if rule.days and (item.day is None or item.day < case.as_of - timedelta(rule.days)):
        return False
    return not rule.after_due or _said_after_the_last_day(item, case)


def _said_after_the_last_day(item: Evidence, case: Docket) -> bool:
    """A claim that the day has passed was made after it, dated or not."""
    due = last_day(case.commitment)
    return item.stance == "MISSED_DEADLINE" if item.day is None else due is not None and item.day > due


def hedged(item: Evidence) -> bool:
    """Whether the author presents it as possible or unknown only."""
    return (item.claim.factuality or "").upper().startswith(("POSSIBLE", "UNKNOWN"))


def _good_enough(grade: str, limit: str) -> bool:
    """Both axes at least as good; F and 6 mean that nobody can judge."""
    return len(grade) == 2 and grade[0] <= limit[0] and grade[1] <= limit[1]


def _answered(rule: StatusRule, item: Evidence, case: Docket) -> bool:
    """Whether the same speaker, or somebody above on that side, has publicly taken it back since."""
    return any(
        answer.stance in rule.answered_by
        and not answer.anonymous
        and answer.day is not None
        and item.day is not None
        and answer.day > item.day
        and _same_or_above(answer, item)
        for answer in case.evidence + (case.whole if item in case.whole else ())
    )


def _same_or_above(answer: Evidence, item: Evidence) -> bool:
    if answer.speaker is None or item.speaker is None:
        return False
    if answer.speaker.id == item.speaker.id:
        return True
    same_side = answer.side is not None and answer.side == item.side
    return same_side and answer.level in ("1", "2", "3") and (answer.level or "") <= (item.level or "")
