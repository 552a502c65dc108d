"""PLACE004: hot spot missing."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import flag

_CUE = (
    r"\b(?:certain|some|various|several|parts of the|affected) (?:areas|districts|parts|places|sectors|"
    r"zones|locations|regions?)\b"
)

RULE = Rule(
    code="PLACE004",
    name="hot-spot-missing",
    severity=Severity.HIGH,
    since="0.1.0",
    what=("Compares the places named in the text with a list of the active fronts and reports those it leaves out."),
    why=(
        "What is not named is fought over until it is taken. Debaltseve was not named in February 2015; "
        "one leader said the agreements had nothing on this area, and it fell on the 18th."
    ),
    bad="The ceasefire holds in certain areas of the region.",
    good="The ceasefire holds in the whole region, including the towns of Dara, Elm and Fenn.",
    readings=(
        "The attacker reads: this town is not covered. It goes on.",
        "The defender reads: the whole region is covered. It calls the attack a breach.",
    ),
    suggestion="Name every active front.",
    check=flag(
        _CUE,
        '"{words}": the places under fire are not named',
        once=True,
        unless=r"\bannex|namely|including|listed|\bmap \d|coordinates",
    ),
    needs="the list of active fronts",
)
