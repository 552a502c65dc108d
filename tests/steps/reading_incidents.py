"""Reads small monitors' reports through the default pipeline, for tests of the incidents step."""

from tests.steps.reading_reports import document_of, parser
from trucewatch.core.incidents import Incident, NotAttributed
from trucewatch.steps.claims import read_claims, report_passages
from trucewatch.steps.incidents import find_incidents


def incidents_of(text: str) -> tuple[Incident, ...]:
    document = document_of(text)
    passages = report_passages(document)
    parses = parser().parse([p.text for p in passages], entities=True)
    parses = [p.relocate(parse) for p, parse in zip(passages, parses, strict=True)]
    report = read_claims(document, parses)
    return find_incidents(report.document, parses, report.actors)


def only(text: str) -> Incident:
    (incident,) = incidents_of(text)
    return incident


def doer(incident: Incident) -> str | None:
    """The words for the doers; None where nobody is named."""
    if isinstance(incident.perpetrator, NotAttributed):
        return None
    return "; ".join(span.exact for span in incident.perpetrator)


def nobody(incident: Incident) -> str | None:
    """The words that say that nobody can be named."""
    who = incident.perpetrator
    return who.span.exact if isinstance(who, NotAttributed) and who.span else None
