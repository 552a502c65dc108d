"""DEF006: shrinking qualifier."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:training|agreements?|cooperation|instruction|exercises?)\b[^.;,]{0,30}\b(?:inside|within|"
    r"on the (?:territory|soil) of)\b"
    r"|\b(?:recruitment|flights?|overflights?)\b[^.;,]{0,20}\b(?:inside|within|over)\b"
)
_LET_1_UNLESS = r"\b(?:in|inside|within) (?:and|or) outside\b|\babroad\b|\bthis agreement\b"
_CUE_2 = (
    r"\bfrom (?:the |all |its |their )?(?:front|contact|confrontation|battle) ?lines?\b|"
    r"\bfrom the lines? of (?:contact|confrontation)\b"
)
_CUE_3 = r"\bin the areas? of (?:the )?(?:front|contact|operations?|fighting|conflict)\b"

RULE = Rule(
    code="DEF006",
    name="shrinking-qualifier",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=(
        'Asks about qualifiers of place inside the object of a duty, such as "training inside the '
        'country" or "from the front lines", that can shrink the duty.'
    ),
    why=(
        "What lies beyond the qualifier is free. The Libyan ceasefire of October 2020 froze military "
        "agreements on training inside Libya, which leaves training abroad outside the letter; the text "
        "that followed it at Ghadames speaks of foreign forces leaving the contact lines."
    ),
    bad="Military agreements on training inside the country are frozen.",
    good="Military training of a Party's forces by a foreign State is frozen, in and outside the country.",
    readings=(
        "The bearer reads: only inside, only there. It moves the activity elsewhere.",
        "The other side reads: the place was an example. It calls the move a breach.",
    ),
    suggestion="Say whether the duty also holds beyond the place, or leave the place out.",
    check=all_of(
        flag(_CUE_1, 'Does the duty end where "{words}" ends?', unless=_LET_1_UNLESS),
        flag(
            _CUE_2,
            'Does the duty end where "{words}" ends?',
            unless=r"\d+ ?(?:km|kilomet|m\b|met)|\bannex|\bmap\b|memorandum|coordinates",
        ),
        flag(_CUE_3, 'Does the duty end where "{words}" ends?'),
    ),
)
