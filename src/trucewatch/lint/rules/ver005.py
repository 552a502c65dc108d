"""VER005: monitors come late."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:monitors?|observers?|mission|monitoring (?:team|mission)s?)\b(?: (?:are|is|will|shall|to|"
    r"be))+ (?:later )?(?:sent|follow|deployed|dispatched|arrive|established|set up|invited|requested)\b"
    r"|\b(?:monitors?|observers?)\b(?: \w+){0,2} (?:will|shall|are to) (?:arrive|deploy|follow)\b"
)
_LET_UNLESS = r"\bin place\b|before the (?:withdrawal|ceasefire|start)|at least|\b(?:monitor|observer|mission)s?\b.*\b(?:by \d|on \d|within)"

RULE = Rule(
    code="VER005",
    name="monitors-come-late",
    severity=Severity.HIGH,
    since="0.1.0",
    what="Finds duties with a day beside monitors without one.",
    why=(
        "What nobody saw did not count. At Hodeidah the first withdrawal of December 2018 came before the "
        "observers; in May 2019 there were 15 of 75. Sixty monitors for Libya were approved in April 2021 "
        "for a duty due in January."
    ),
    bad="The withdrawal ends by 8 January; observers are to follow.",
    good="The withdrawal starts 3 days after 60 observers are in place and ends 15 days later.",
    readings=(
        "The bearer reads: done, and nobody can say otherwise. It reports success.",
        "The other side reads: nothing was seen. It counts nothing.",
    ),
    suggestion="Let the duty start so many days after so many monitors are in place.",
    check=flag(
        _CUE,
        '"{words}" without a day: the duties may fall due before they come',
        once=True,
        firm_limit_mends=False,
        unless=_LET_UNLESS,
    ),
)
