"""ACTOR007: no order to units."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:inform|notify|instruct|brief|sensiti[sz]e|communicate(?: this \w+)? to) (?:(?:all|its|their|"
    r"the) )*(?:forces|troops|units|commanders|fighters|soldiers|combatants|field commanders)\b"
    r"|\bcommanders? (?:shall|must|will) be (?:informed|told|notified|instructed)"
)

RULE = Rule(
    code="ACTOR007",
    name="no-order-to-units",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what=("Finds a duty to tell one's forces about the agreement that names neither the kind of order nor the hour."),
    why=(
        "A unit that was not told keeps fighting in good faith. Monitors in South Sudan found in 2016 "
        "that forces on the ground had not been informed by their parties; Ukraine's measures of July "
        "2020 asked for written orders, made public, that no secret order may undo."
    ),
    bad="The Parties shall inform their forces of this truce.",
    good="By 18:00 on 3 May each commander-in-chief shall issue the written order in Annex F and publish it.",
    readings=(
        "The leadership reads: a statement on the radio will do. Units without an order are not at fault.",
        "The opponent reads: a written order to every unit. Each later shot shows bad faith.",
    ),
    suggestion="Ask for a written and published order by a named officer before a fixed hour.",
    check=flag(
        _CUE,
        '"{words}": neither a written order nor its hour is named',
        unless=r"\bwritten|in writing|\border",
        firm_limit_mends=True,
    ),
)
