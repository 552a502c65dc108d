"""TIME008: two counts."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b[\w-]+ months?(?: later| thereafter)?(?: ?\(|,? or |, or | i\.e\. |, that is )[^.;]{0,25}?\b[\w-]+ days\b|\b[\w-]+ days ?(?:\(|"
    r" or )[^.;]{0,15}?\b[\w-]+ months?\b"
    r"|\b[\w-]+ weeks? ?\([^.;]{0,25}?\b[\w-]+ days\b"
)
_CUE_2 = r"\b[\w-]+ (?:working|business) days?\b"
_LET_2_UNLESS = r"calendar of|sunday|friday|saturday|\bevery month\b|first working day|last working day"

RULE = Rule(
    code="TIME008",
    name="two-counts",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds months that are also given as days, and working days without a calendar.",
    why=(
        "Three months from 23 October 2020 end on 23 January; ninety days end on the 21st. The press gave "
        "both for Libya."
    ),
    bad="The units shall leave within three months (90 days).",
    good="The units shall leave by 23 January 2027, inclusive.",
    readings=(
        "The bearer reads: the longer count. It is in time.",
        "The other side reads: the shorter count. It is late.",
    ),
    suggestion="Print the last day itself.",
    check=all_of(
        flag(_CUE_1, '"{words}" are two different days'),
        flag(_CUE_2, '"{words}": which days count depends on a calendar that is not named', unless=_LET_2_UNLESS),
    ),
)
