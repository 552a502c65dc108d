"""VER006: no baseline."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:share|exchange|provide|supply|give)\b(?: \w+){0,3}? (?:relevant |necessary |all |the |"
    r"any )*information\b"
    r"|\binform (?:each other|one another|the other(?: party| side)?) (?:of|about|on) (?:its|their) (?:forces|troops|units)"
)
_LET_UNLESS = (
    r"\b(?:following|positions?|locations?|strengths?|inventor|weapon|numbers|lists?|headquarters|minefields?|"
    r"detain|form \d|regarding|concerning|on the (?:fate|whereabouts))"
)
_LET_UNLESS_ANYWHERE = (
    r"\b(?:location|position)s? of (?:their|its|all)? ?(?:forces|troops|units|headquarters)|\binventor(?:y|ies)\b|"
    r"weapons? lists?|declared? (?:baseline|positions|stock)"
)

RULE = Rule(
    code="VER006",
    name="no-baseline",
    severity=Severity.HIGH,
    since="0.1.0",
    what=("Finds duties to share or exchange information that name no declaration of positions, strength and weapons."),
    why=(
        "Without a first list no later list proves anything. The mission in Ukraine had no inventories in "
        "November 2015; the South Sudanese text of 2017 asks for the location of forces and headquarters."
    ),
    bad="The Parties shall exchange information.",
    good="By 3 May each Party gives the Mission positions, strengths and weapon lists on Form 1.",
    readings=(
        "The bearer reads: what it likes to tell. A map without guns is information.",
        "The other side reads: everything. It calls the map false.",
    ),
    suggestion="Ask for a dated first declaration of positions, strengths and weapons to the monitor.",
    check=flag(
        _CUE,
        '"{words}": no first declaration of positions, strength and weapons is asked for',
        once=True,
        unless=_LET_UNLESS,
        unless_anywhere=_LET_UNLESS_ANYWHERE,
    ),
)
