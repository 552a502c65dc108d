"""Who kept a monitor out, where a finding tells of it: the doer that the same words name, as the claim's target."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from trucewatch.core.incidents import Incident, NotAttributed
from trucewatch.core.model import Actor, Claim, Report
from trucewatch.core.quotes import Span

KEPT_OUT = "access-denial"
# What a source that is no party says it found, or could not find out.
_FOUND = ("THIRD_PARTY_FINDING", "REPORT_NOT_DONE", "REPORT_PARTIAL", "REPORT_PROGRESS")


def with_deniers(report: Report) -> Report:
    """The report, its findings of a denied access with whoever denied it as target; those that have one keep it."""
    denials = [incident for incident in report.incidents if incident.kind == KEPT_OUT]
    if not denials:
        return report
    return replace(report, claims=tuple(_with_denier(claim, denials, report.actors) for claim in report.claims))


def _with_denier(claim: Claim, denials: Iterable[Incident], actors: Sequence[Actor]) -> Claim:
    if claim.target is not None or claim.stance not in _FOUND:
        return claim
    told = (claim.quote.span, *claim.grounds)
    for denial in denials:
        if any(_overlap(denial.span, part) for part in told):
            denier = _named(denial, actors)
            if denier is not None and denier != claim.speaker:
                return replace(claim, target=denier)
    return claim


def _named(denial: Incident, actors: Iterable[Actor]) -> str | None:
    """The actor that the words for the doer are, or begin with."""
    if isinstance(denial.perpetrator, NotAttributed):
        return None
    doer = denial.perpetrator[0]
    inside = [
        (mention.start, -mention.end, actor.id)
        for actor in actors
        for mention in actor.mentions
        if doer.start <= mention.start and mention.end <= doer.end
    ]
    return min(inside)[2] if inside else None


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
