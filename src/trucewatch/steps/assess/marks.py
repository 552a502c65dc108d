"""What the words of a claim show, looked at once when the claim comes in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trucewatch.core.dates import When
from trucewatch.core.model import Claim, Document
from trucewatch.vocabulary.matter_words import matter_words
from trucewatch.vocabulary.status_rules import OUTSIDE_THE_LETTER, duty_words, finding_of

FINDINGS = ("THIRD_PARTY_FINDING",)
# Stances that say what a clause means.
READS_THE_CLAUSE = frozenset({"REINTERPRET_EXCLUDE", "REINTERPRET_NARROW", "DENY_OBLIGATION", "THIRD_PARTY_INTERPRET"})
# Independence groups that are numbered within one report.
OWN_TO_A_REPORT = ("text", "source:")

# The bits of the column `marks`.
ECHO, OUTSIDE, HEDGED, PRIVATE, TOGETHER = 1, 2, 4, 8, 16


def marks_of(claim: Claim, words: str) -> int:
    """Bits: an echo, outside the letter, hedged by its author, private, about the parties together."""
    marks = ECHO if claim.echo_of is not None else 0
    marks |= OUTSIDE if OUTSIDE_THE_LETTER in claim.notes else 0
    marks |= HEDGED if (claim.factuality or "").upper().startswith(("POSSIBLE", "UNKNOWN")) else 0
    marks |= PRIVATE if (claim.visibility or "").startswith("private") else 0
    return marks | (TOGETHER if duty_words("parties").search(words) else 0)


def stance_of(claim: Claim, words: str) -> str:
    """The stance; of a third party's finding its direction, where the words show it."""
    return (finding_of(words) or claim.stance) if claim.stance in FINDINGS else claim.stance


def past_matter(words: str) -> Mapping[str, str]:
    """The matter words of what is told as having taken place; none where the words look ahead."""
    if duty_words("ahead").search(words) or not duty_words("happened").search(words):
        return {}
    return matter_words(words)


def day_of(claim: Claim, document: Document) -> date | None:
    """When it was said, else when its report was published, else when what it tells of happened."""
    return last_day(claim.said_on) or last_day(document.published_on) or last_day(claim.happened_on)


def last_day(given: object) -> date | None:
    return (given.latest or given.earliest) if isinstance(given, When) else None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim goes back to: a text that is the same for one source, or an actor's id in the report."""

    group: str | None
    actor: str | None = None


def origin_of(claim: Claim, document: Document) -> Origin:
    """The claim's independence group; what a report says itself or cites is a group of that report alone."""
    group = claim.independence_group or f"text:{claim.speaker or 'author'}"
    actor = group.removeprefix("actor:")
    if actor != group:
        return Origin(None, actor)
    return Origin(f"{document.path} {group}" if group.startswith(OWN_TO_A_REPORT) else group)
