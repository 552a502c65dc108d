"""ACTOR004: duty on outsider."""

import re
from collections.abc import Iterator

from trucewatch.core.model import Agreement, Hit, Rule, Severity
from trucewatch.lint.cues import PARTY
from trucewatch.lint.sentences import sentences

_HELD = re.compile(
    rf"\b(?:held|detained|imprisoned|kept|interned|in\s+the\s+(?:custody|hands|prisons)\s+of|controlled|commanded)\s+(?:by\s+)?"
    rf"(?!(?i:{PARTY}|them|it|their|its|one|either|each)\b)(?:the\s+)?(?P<who>[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)"
)
_FREED = re.compile(
    r"\b(?:(?:shall|will|must|(?:is|are)\s+to)\s+be|ensure\b.*\b(?:is|are))\s+(?:\w+\s+)?(?:set\s+free|released|freed|handed\s+over|returned|exchanged|withdrawn|disarmed)",
    re.I,
)
_OUTSIDER = re.compile(
    r"\b(?P<who>(?:neighbou?ring|third|other|all|regional|backing|sponsoring)\s+(?:states?|countries|governments|powers)|"
    r"(?:armed\s+)?groups?\s+(?:that\s+(?:are|is|have)\s+)?not\s+(?:(?:a\s+)?part(?:y|ies)\s+to|signed|signatory\s+to)[\w\s]{0,20}?)\s+(?:shall|will|must)\s+(?!be\b|not\s+be\b)",
    re.I,
)


def check(agreement: Agreement) -> Iterator[Hit]:
    parties = _named_parties(agreement)
    for sentence in sentences(agreement):
        match = _HELD.search(sentence.text)
        if match and _FREED.search(sentence.text) and match["who"].lower() not in parties:
            yield sentence.hit(
                match.start(), match.end(), '"{words}": only somebody who is not shown as a party can do this'
            )
        elif match := _OUTSIDER.search(sentence.text):
            yield sentence.hit(
                match.start("who"), match.end("who"), '"{words}" did not sign, so the text cannot bind them'
            )


def _named_parties(agreement: Agreement) -> str:
    """What the title, the preamble, the definitions and the signatures say, in lower case: parties are named there."""
    outside = [agreement.words(clause) for clause in agreement.clauses if not clause.operative]
    return " ".join([*outside, *(definition.term for definition in agreement.definitions)]).lower()


RULE = Rule(
    code="ACTOR004",
    name="duty-on-outsider",
    severity=Severity.BLOCKER,
    since="0.1.0",
    what="Finds duties that only somebody who has not signed can fulfil.",
    why=(
        "A signature binds the one who signs. In Doha in February 2020 up to 5,000 prisoners were to be "
        "freed who were held by a government that was no party; its president said on the next day that "
        "he had made no commitment to free them."
    ),
    bad="The 200 captives held by the Hill Guards shall be freed by 1 May.",
    good=(
        "The Front shall deliver by 20 April the Hill Guards' signed undertaking (Annex D) to free the "
        "200 captives listed there."
    ),
    readings=(
        "The signatory reads: I promised what another must do. His refusal is not my breach.",
        "The other side reads: a promise is a promise. It stops its own part.",
    ),
    suggestion="Have the outsider sign an undertaking, annex it, and say who answers when it is not kept.",
    check=check,
)
