"""PLACE006: scope smaller than war."""

from trucewatch.core.model import Rule, Severity
from trucewatch.lint.cues import all_of, flag

_CUE_1 = (
    r"\b(?:ceasefire|cease-fire|truce|cessation of hostilities|silence of guns)\b[^.;]{0,60}\bin (?:the )?(?:city|"
    r"town|governorate|district|province|(?:\w+ )?areas?|(?:certain )?(?:areas|districts)|port|valley|"
    r"region)s?\b(?: of)?"
    r"|\b(?:cease-?fire|truce|cessation of hostilities) (?:only )?(?:covers|applies to|is limited to|is confined to|holds in|concerns) (?:only )?(?:the )?(?:\w+ )?(?:city|town|port|governorate|districts?|province|valley|areas?|region)\b"
)
_CUE_2 = r"^\W*in (?:the )?(?:city|town|governorate|district|province|port|valley)s? of\b"

RULE = Rule(
    code="PLACE006",
    name="scope-smaller-than-war",
    severity=Severity.MEDIUM,
    since="0.1.0",
    what="Finds a ceasefire limited to a town, district or governorate.",
    why=("The war goes on next door. Strikes went on outside the scope of the Hodeidah ceasefire of December 2018."),
    bad="A ceasefire is declared in the governorate of Hala.",
    good=("A ceasefire is declared in the whole territory of Xenia; strikes from or into other States are included."),
    readings=(
        "One side reads: outside is free. It shifts its forces.",
        "The other side reads: a step to the whole. It calls the shift bad faith.",
    ),
    suggestion="Say what holds outside the area, and for attacks launched from there.",
    check=all_of(
        flag(
            _CUE_1,
            '"{words}": what holds outside is not said',
            unless=r"\b(?:throughout|whole|entire|all (?:of )?the (?:territory|country))\b",
        ),
        flag(_CUE_2, '"{words}": what holds outside is not said', unless=r"\b(?:whole|entire|throughout)\b"),
    ),
)
