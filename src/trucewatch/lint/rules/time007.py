"""TIME007: shared deadline."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:return|withdraw|leave|release|redeploy|disarm|dismantle|open|hand over|submit|depart|deliver|evacuate|"
    r"vacate)\b[^.;:]{0,120}\b(?:and|,? accompanied by|together with) (?:[\w'’-]+ ){0,6}(?:return|withdraw|leave|"
    r"release|redeploy|disarm|dismantle|open|hand over|submit|depart|departure|deliver|evacuate|"
    r"vacate)\b[^.;:]{0,80}\bwithin (?:a (?:maximum|period) of )?[\w-]+(?: \(\w+\))? (?:hours?|days?|weeks?|"
    r"months?)\b"
    r"|\b(?:released|returned|withdrawn|vacated|reopened|exchanged|handed over)\b[^.;:]{0,80}\band (?:[\w-]+ ){0,6}(?:return|withdraw|leave|release|hand over|open|disarm)\b[^.;:]{0,60}\bwithin [\w-]+ (?:hours?|days?|weeks?|months?)\b"
)

RULE = Rule(
    code="TIME007",
    name="shared-deadline",
    severity=Severity.HIGH,
    since="0.1.0",
    what=("Finds one time limit at the end of a sentence with two duties, where it is open whether it holds for both."),
    why=(
        "The Libyan text of October 2020 joins the return of units to camp and the departure of foreign "
        "fighters before one limit of three months: one United Nations text gives it to the fighters "
        "only, another to both."
    ),
    bad="Units return to their camps and fighters leave the country within three months.",
    good="Units return to their camps by 15 June. Fighters leave the country by 23 August.",
    readings=(
        "The bearer of the first duty reads: the limit is for the second only. It is never late.",
        "The other side reads: both are due on that day. It calls the first one late.",
    ),
    suggestion="Give each duty a date of its own.",
    check=flag(_CUE, "One time limit and two duties: does it hold for both?"),
)
