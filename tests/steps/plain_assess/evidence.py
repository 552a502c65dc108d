"""Claims as evidence: whose they are, how high they were said, when, and which origin they share."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trucewatch.core.dates import When
from trucewatch.core.model import Actor, Claim, Commitment, Link, Report
from trucewatch.vocabulary.status_rules import finding_of

from .people import Key

PARTY_LEVELS = ("1", "2", "3", "4")
ANONYMOUS_LEVEL = "5"
FINDINGS = ("THIRD_PARTY_FINDING",)
# Independence groups that are numbered within one report.
OWN_TO_A_REPORT = ("text", "source:")


@dataclass(frozen=True, eq=False)
class Evidence:
    """One claim. `key` names it in the output; `stance` has a finding's direction in place of its code.

    `day` is when it was said, else when its report was published, else when what it tells of happened; None when none
    of these is given.
    `origin` is the same for claims that go back to one source.
    """

    key: str
    claim: Claim
    report: Report
    speaker: Actor | None
    target: Actor | None
    stance: str
    day: date | None
    origin: str

    @property
    def level(self) -> str | None:
        return self.speaker.authority if self.speaker else None

    @property
    def who(self) -> str | None:
        """The speaker's id, the same in all reports; None for the author."""
        return self.speaker.id if self.speaker else None

    @property
    def side(self) -> str | None:
        return self.speaker.side if self.speaker else None

    @property
    def anonymous(self) -> bool:
        unnamed = self.speaker is not None and (
            self.speaker.kind == "anonymous" or self.speaker.authority == ANONYMOUS_LEVEL
        )
        return unnamed or (self.claim.visibility or "").startswith("private")

    @property
    def words(self) -> str:
        """The claim's words as the working text has them."""
        return self.report.document.reads(self.claim.quote.span)

    def about(self, commitment: Commitment) -> bool:
        link = self.claim.about
        return isinstance(link, Link) and (link.commitment == commitment.id or commitment.id in link.also)

    @property
    def about_the_whole(self) -> bool:
        """Whether it is about the agreement and no clause of it."""
        link = self.claim.about
        return isinstance(link, Link) and link.commitment is None and link.agreement is not None


def gather(reports: Sequence[Report], actors: Mapping[Key, Actor], as_of: date) -> tuple[Evidence, ...]:
    """The claims of all reports that were made on or before the day, oldest first.

    `actors` are those of `people.known_across`. A claim without any date counts: what cannot be placed in time is shown, not dropped.
    """
    keys = _keys(reports)
    found = [
        _evidence(claim, report, keys[number, claim.id], known_here)
        for number, report in enumerate(reports)
        for known_here in [{actor.id: actors[number, actor.id] for actor in report.actors}]
        for claim in report.claims
    ]
    known = [evidence for evidence in found if evidence.day is None or evidence.day <= as_of]
    return tuple(sorted(known, key=lambda evidence: (evidence.day or date.min, evidence.key)))


def _keys(reports: Sequence[Report]) -> Mapping[Key, str]:
    """A name for every claim: its id, with the report's file name before it when two reports use one id."""
    ids = [claim.id for report in reports for claim in report.claims]
    names = [_file_name(report).rpartition(".")[0] or _file_name(report) for report in reports]
    plain = len(ids) == len(set(ids))
    return {
        (number, claim.id): claim.id if plain else f"{_distinct(names, number)}#{claim.id}"
        for number, report in enumerate(reports)
        for claim in report.claims
    }


def _file_name(report: Report) -> str:
    return report.document.path.replace("\\", "/").rpartition("/")[2]


def _distinct(names: Sequence[str], number: int) -> str:
    return names[number] if names.count(names[number]) == 1 else f"{names[number]}-{number + 1}"


def _evidence(claim: Claim, report: Report, key: str, actors: Mapping[str, Actor]) -> Evidence:
    words = report.document.reads(claim.quote.span)
    stance = claim.stance
    if stance in FINDINGS:
        stance = finding_of(words) or stance
    return Evidence(
        key=key,
        claim=claim,
        report=report,
        speaker=actors.get(claim.speaker) if claim.speaker else None,
        target=actors.get(claim.target) if claim.target else None,
        stance=stance,
        day=_last_day(claim.said_on) or _last_day(report.document.published_on) or _last_day(claim.happened_on),
        origin=_origin(claim, report, actors),
    )


def _origin(claim: Claim, report: Report, actors: Mapping[str, Actor]) -> str:
    """The claim's independence group; what a report says itself or cites is a group of that report alone."""
    group = claim.independence_group or f"text:{claim.speaker or 'author'}"
    who = group.removeprefix("actor:")
    if who != group:
        return f"actor:{actors[who].id if who in actors else who}"
    return f"{report.document.path} {group}" if group.startswith(OWN_TO_A_REPORT) else group


def _last_day(given: object) -> date | None:
    return (given.latest or given.earliest) if isinstance(given, When) else None


def independent(evidence: Iterable[Evidence]) -> int:
    """How many origins the evidence goes back to; an echo is no origin of its own."""
    return len({item.origin for item in evidence if item.claim.echo_of is None})
