"""PLACE004: hot spot missing."""

from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import flag
from trucewatch.lint.sentences import on_document, whole_text

_CUE = (
    r"\b(?:certain|some|various|several|parts of the|affected) (?:areas|districts|parts|places|sectors|"
    r"zones|locations|regions?)\b"
)
_vague = flag(
    _CUE,
    '"{words}": the places under fire are not named',
    once=True,
    unless=r"\bannex|namely|including|listed|\bmap \d|coordinates",
)


def check(agreement: Agreement) -> Iterator[Hit]:
    """Vague areas in the text, and the user's fronts that the text does not name."""
    yield from _vague(agreement)
    text = " ".join(whole_text(agreement).casefold().split())
    for front in agreement.fronts:
        if " ".join(front.casefold().split()) not in text:
            yield from on_document(agreement, f"{front}, a front of your list, is not named")


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
    check=check,
    needs="the list of active fronts",
)
