"""What monitors' reports tell, for people: incidents, and figures that contradict an earlier report."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from trucewatch.core.incidents import AttributedBy, Incident, NotAttributed, Verification
from trucewatch.core.model import Contradiction
from trucewatch.core.quotes import Span

from .wording import DASH, QUIET, clip, count_of, figure_text, flat, gap, indented, section, when_text

_BY = {
    AttributedBy.MONITOR: "as the monitor finds",
    AttributedBy.AUTHOR: "as the report tells it",
    AttributedBy.PARTY: "as a party alleges: no finding",
    AttributedBy.WITNESS: "as others told the monitor",
}
_HOW_SURE = {
    Verification.VERIFIED: "verified",
    Verification.REPORTED: "reported",
    Verification.UNVERIFIED: "not verified",
    Verification.STATED: "stated without a word on how it is known",
}


def show_incidents(incidents: Sequence[Incident], console: Console) -> None:
    """Every event with who, to whom, where, when, what was broken, and how sure the text is."""
    if not incidents:
        return
    section(console, "Incidents")
    for incident in incidents:
        line = Text.assemble((f"{incident.kind}  ", "bold"), f"“{clip(incident.span.exact, 160)}”")
        indented(console, line, 2)
        _fact(console, "who", _doer(incident))
        for name, spans in (("to whom", incident.victims), ("where", incident.where)):
            if spans:
                _fact(console, name, Text(_listed(spans)))
        _fact(console, "when", when_text(incident.when))
        for name, spans in (("casualties", incident.casualties), ("broken", incident.provisions)):
            if spans:
                _fact(console, name, Text(_listed(spans)))
        _fact(console, "how sure", _how_sure(incident))


def show_contradictions(contradictions: Sequence[Contradiction], console: Console) -> None:
    """Every figure stated for the period before beside what the earlier report gave, both documents named."""
    if not contradictions:
        return
    section(console, "Figures for the period before that an earlier report contradicts")
    for found in contradictions:
        stated = found.later_count.previous or found.later_count
        line = Text.assemble((f"{found.later_count.kind}  ", "bold"))
        line.append(f"{figure_text(stated)} here, {figure_text(found.earlier_count)} in the earlier report")
        indented(console, line, 2)
        for path, span in ((found.later, stated.span), (found.earlier, found.earlier_count.span)):
            indented(console, Text(f"{path}  “{clip(span.exact, 120)}”", style=QUIET), 4)
        for assumption in found.assumes:
            indented(console, Text(f"assumes: {assumption}", style=QUIET), 4)


def _fact(console: Console, name: str, words: Text) -> None:
    indented(console, Text(f"{name}: ", style=QUIET).append_text(words), 4)


def _doer(incident: Incident) -> Text:
    doer = incident.perpetrator
    if isinstance(doer, NotAttributed):
        return gap(f"{doer.reason}: “{flat(doer.span.exact)}”" if doer.span else doer.reason)
    source = f": {flat(incident.source.exact)}" if incident.source else ""
    return Text(_listed(doer)).append(f"  ({_BY[incident.attributed_by]}{source})", style=QUIET)


def _how_sure(incident: Incident) -> Text:
    words = f"  “{clip(incident.verification_words.exact, 120)}”" if incident.verification_words else ""
    also = f"  {count_of(len(incident.also), 'more sentence')} on it" if incident.also else ""
    return Text(_HOW_SURE[incident.verification]).append(words + also, style=QUIET)


def _listed(spans: Sequence[Span]) -> str:
    return "; ".join(flat(span.exact) for span in spans) or DASH
