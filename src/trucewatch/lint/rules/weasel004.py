"""WEASEL004: undefined body."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import all_of, flag
from trucewatch.lint.sentences import whole_text

_CUE_1 = (
    r"\b(?:an?|some) (?:(?:appropriate|suitable|agreed|new|special|single|neutral|independent|international|"
    r"regional|joint|credible|impartial|third[- ]party|mutually \w+) )+(?:\w+ )?(?:mechanisms?|bod(?:y|ies)|"
    r"commissions?|committees?|entit(?:y|ies)|institutions?|authorit(?:y|ies)|missions?|teams?|forces?|party|"
    r"parties|organi[sz]ations?|agenc(?:y|ies))\b"
)
_LET_1_UNLESS = (
    r"\b(?:compos|consist|comprising|made up|chaired|headed|led|members?)\b|\bannex|\([A-Z]{2,}|hereinafter|"
    r"(?:mechanism|body|commission|committee|mission|team) (?:of|under|by) the (?:[A-Z]{2,}|united|african|joint)"
)
_CUE_2 = (
    r"\b(?:the )?(?:relevant|interested|concerned|appropriate|responsible|"
    r"other relevant) (?:\w+ )?(?:stakeholders?|bod(?:y|ies)|entit\w+|actors|institutions?|organi[sz]ations?|"
    r"agenc(?:y|ies)|mechanisms?|organs?|structures?|quarters)\b|\bcompetent (?:bod(?:y|ies)|organs?|"
    r"institutions?|entit\w+)\b"
)

_indefinite = flag(_CUE_1, '"{words}" names nobody who could be asked', unless=_LET_1_UNLESS)


def _unnamed(agreement: Agreement) -> Iterator[Hit]:
    """A body introduced as "a monitoring mission" and then called "the Mission" has its name."""
    text = whole_text(agreement)
    for hit in _indefinite(agreement):
        kind = agreement.document.text[hit.start : hit.end].split()[-1].capitalize()
        if not re.search(rf"\b[Tt]he (?:[A-Z]\w+ )*{kind}\b", text):
            yield hit


RULE = Rule(
    code="WEASEL004",
    name="undefined-body",
    severity=Severity.HIGH,
    since="0.1.0",
    what=(
        "Finds duties laid on a body nobody can find: an international mechanism, relevant stakeholders, "
        "an independent commission."
    ),
    why=(
        "A body that does not exist cannot fail. The Minsk package of 2015 leaves relief and payments to "
        "an international mechanism."
    ),
    bad="An independent body shall run the ferry.",
    good="The Ferry Office of the Joint Commission shall run the ferry.",
    readings=(
        "The bearer reads: once such a body exists. Nothing is due before.",
        "The other side reads: the body we have in mind. It calls the delay a breach.",
    ),
    suggestion="Name the body, or say who appoints its members by when and what applies until then.",
    check=all_of(
        _unnamed,
        flag(_CUE_2, '"{words}" names nobody who could be asked', unless=r"\bannex|hereinafter|non-governmental"),
    ),
)
