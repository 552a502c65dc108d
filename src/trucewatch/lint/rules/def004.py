"""DEF004: open list."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\betc\b\.?|\band so (?:on|forth)\b|\binter alia\b|\band the like\b|\band (?:similar|other such) (?:weapons|"
    r"equipment|items|areas|places|groups)\b"
)
_CUE_2 = r"\b(?:weapons|arms|equipment|zones?|areas?|sites?|persons?|groups?|installations?|facilities)\b,? such as\b"

RULE = Rule(
    code="DEF004",
    name="open-list",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what='Finds lists of weapons, zones or persons that end in "etc.", "such as" or "and so on".',
    why="What is not on the list is what will be used.",
    bad="Howitzers, rocket launchers, etc. shall be stored.",
    good="The weapon types in Annex B, and no others, shall be stored.",
    readings=(
        "The bearer reads: only what is written. Mortars stay in the field.",
        "The other side reads: everything like it. It calls each mortar a breach.",
    ),
    suggestion="Close the list, or name who adds to it and how.",
    check=all_of(
        flag(_CUE_1, '"{words}" leaves the list open', unless=r"\b(?:prohibit|forbid|forbidden|banned|not limited to)"),
        flag(_CUE_2, '"{words}" leaves the list open', unless=r"\b(?:prohibit|forbid|forbidden|banned|not limited to)"),
    ),
)
