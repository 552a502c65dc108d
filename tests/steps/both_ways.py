"""A status whose signs were also looked for on all commitments at once, as the overview does it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from trucewatch.core.model import Agreement, CaseStatus, Finding, Report, Signal
from trucewatch.steps.assess import Assessment, assess
from trucewatch.steps.assess.status import table_of

STRENGTHS = ("watch", "signal", "established")


def assessed(
    agreement: Agreement, reports: Sequence[Report], *, as_of: date, findings: Sequence[Finding] = ()
) -> CaseStatus:
    """The status; fails where the overview of the same case sees other signs, or sees them stronger or weaker."""
    status = assess(agreement, reports, as_of=as_of, findings=findings)
    overview = Assessment({"": agreement}, table_of(reports), as_of).overview()
    seen = {one.id: one.signs for one in overview.commitments if one.signs}
    loose = {None: overview.loose_signs} if overview.loose_signs else {}
    assert seen | loose == strongest(status.signals)
    return status


def strongest(signals: Iterable[Signal]) -> Mapping[str | None, Mapping[str, str]]:
    """By commitment the highest strength of each sign."""
    found: dict[str | None, dict[str, str]] = {}
    for signal in signals:
        own = found.setdefault(signal.commitment, {})
        if STRENGTHS.index(signal.strength) >= STRENGTHS.index(own.get(signal.code, "watch")):
            own[signal.code] = signal.strength
    return found
