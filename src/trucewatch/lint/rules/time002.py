"""TIME002: elastic deadline."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:release|released|free|freed|withdraw\w*|cease|stop|vacate|hand(?:ed)? over|return|"
    r"returned)\b[^.;]{0,160}\b(?:as soon as (?:possible|practicable|feasible)|without (?:any |undue |"
    r"further )?delay|promptly|expeditiously|at the earliest)\b"
)
_CUE_2 = (
    r"\b(?:as soon as (?:possible|practicable|feasible|conditions \w+)|as (?:quickly|early|rapidly|"
    r"speedily) as possible|without (?:any |undue |further )?delay|promptly|expeditiously|speedily|swiftly|"
    r"urgently|rapidly|in (?:a )?timely (?:manner|fashion)|in due (?:course|time)|at the earliest(?: (?:possible|"
    r"opportunity|convenience)\w*)?|within (?:an? |the )?(?:reasonable|suitable|appropriate|acceptable|shortest(?: possible)?|short) (?:time|period|delay|term)|gradually|step by step|"
    r"in the (?:near|nearest|shortest possible) (?:future|time)|in good time|at an early date|"
    r"(?:full and )?rapid deployment)\b"
)

RULE = Rule(
    code="TIME002",
    name="elastic-deadline",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=(
        "Finds deadlines that stretch: as soon as possible, promptly, without delay, in a timely manner, in due course."
    ),
    why=(
        "There is no day on which such a duty is broken. The Moscow statement on Karabakh of October 2020 "
        "says as soon as possible; the South Sudanese text of December 2017 says in a timely manner and "
        "without delay."
    ),
    bad="The dead shall be handed over as soon as possible.",
    good="The dead shall be handed over as soon as possible and in any event by 18:00 (UTC+3) on 12 May.",
    readings=(
        "The bearer reads: when it can be done. There is no day on which this is broken.",
        (
            "The other side reads: in the next days. It calls the first week of waiting a breach and has no "
            "date to point to."
        ),
    ),
    suggestion="Keep the words and add an outer limit: in any event by a day and an hour.",
    check=all_of(
        flag(
            _CUE_1,
            '"{words}": there is no day on which this core duty is broken',
            firm_limit_mends=True,
            severity=Severity.HIGH,
        ),
        flag(_CUE_2, '"{words}": there is no day on which this is broken', firm_limit_mends=True),
    ),
)
