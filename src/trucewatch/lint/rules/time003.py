"""TIME003: immediate without clock."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:immediately|with immediate effect|immediate effect|forthwith|shall at once|instantly|"
    r"immediate (?:\w+ )?(?:(?:and|,) \w+ )?(?:ceasefire|cease-fire|truce|cessation|halt|end))\b(?! (?:after|"
    r"before|west|east|north|south|next|adjoining|following|preceding|adjacent|notif\w+|inform\w*|report\w*))"
)
_LET_UNLESS = (
    r"\b\d{1,2}[:.h]\d{2}\b|\b(?:midnight|noon|midday)\b|\b\d{4} hours\b|\b\d+ hours\b|upon (?:the )?(?:arrival|"
    r"request|receipt)"
)

RULE = Rule(
    code="TIME003",
    name="immediate-without-clock",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what='Finds "immediately" and "with immediate effect" without an hour and a zone.',
    why=(
        "Two armies need the same minute. The Karabakh statement of November 2020 gives midnight Moscow "
        "time and the South Sudanese text of 2017 a minute past midnight local time; the start of the "
        "energy pause announced in March 2025 was disputed between the two readouts."
    ),
    bad="The truce takes effect immediately.",
    good="The truce takes effect at 00:01 (UTC+3) on 5 May.",
    readings=(
        "One side reads: from the signature. Fire an hour later is a breach.",
        "The other side reads: once orders reach the units. Fire on the same night is none.",
    ),
    suggestion="Give the hour, the time zone and the date.",
    check=flag(_CUE, '"{words}" without an hour and a time zone', unless=_LET_UNLESS),
)
