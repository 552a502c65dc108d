"""The parts of a claim that holds several: each with words of the document, at their place in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from trucewatch.core.errors import BadInput, Refused
from trucewatch.core.model import Document
from trucewatch.core.quotes import Span, quote_of

from .claims import Claims, ShownClaim
from .corrections import Corrections, wishes

GIVES = "=>"
_OFFSETS = re.compile(r"\s*(\d+):(\d+)\s*")


@dataclass(frozen=True, slots=True)
class PartWish:
    """A part as a person gives it: its words, or their offsets in the original as "165:301", and its values."""

    words: str
    wished: Mapping[str, str]


def part_wish(text: str) -> PartWish:
    """The part of "WORDS" or "WORDS => stance=ACCUSE; speaker=ly_gna"; raises BadInput."""
    words, _, settings = text.partition(GIVES)
    given = [setting for setting in settings.split(";") if setting.strip()]
    return PartWish(words.strip(), wishes(given))


def parts_of(at: Claims, claim: ShownClaim, parts: Sequence[PartWish]) -> list[dict[str, Any]]:
    """The whole JSON of each part. Raises Refused where words do not stand in the document, BadInput for a value."""
    document = at.text(claim.document.id)
    if document is None:
        raise Refused(
            f"the original of {claim.document.id} is not kept in this folder, so words cannot be held against it. "
            "Split the claim where the document was added"
        )
    corrections = Corrections(at)
    found = []
    for number, part in enumerate(parts, 1):
        span = located(document, claim, part.words, number)
        try:
            fields = corrections.changes(claim, part.wished)
        except BadInput as error:
            raise BadInput(f"part {number}: {error.args[0]}") from None
        found.append(_part(document, claim, span) | fields)
    spans = [(part["quote"]["start"], part["quote"]["end"], part["stance"], part["speaker"]) for part in found]
    if len(set(spans)) < len(spans):
        raise Refused(f"two parts of {claim.id} have the same words, stance and speaker. Set what tells them apart")
    return found


def located(document: Document, claim: ShownClaim, words: str, number: int) -> Span:
    """Where the words of a part stand: in the claim's quote, else in the document, once; or at the offsets given."""
    if offsets := _OFFSETS.fullmatch(words):
        start, end = int(offsets[1]), int(offsets[2])
        if not 0 <= start < end <= len(document.original):
            raise Refused(
                f"part {number}: {claim.document.id} has no text from {start} to {end}; "
                f"it has {len(document.original)} characters. Give offsets in it"
            )
        return Span(start, end, document.original[start:end])
    if not words:
        raise BadInput(f"part {number} has no words; expected words of the document")
    found = _everywhere(document, words)
    quote = claim.now["quote"]
    own = [span for span in found if quote["start"] <= span.start and span.end <= quote["end"]]
    found = own or found
    if not found:
        raise Refused(f"part {number}: its words do not stand in {claim.document.id}. Copy them from its text")
    if len(found) > 1:
        places = ", ".join(f"{span.start}:{span.end}" for span in found[:5])
        raise Refused(f"part {number}: its words stand in {claim.document.id} at {places}. Give one of these instead")
    return found[0]


def _everywhere(document: Document, words: str) -> list[Span]:
    """Every place of the words, whatever space is between them."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    spans = {document.span(match.start(), match.end()) for match in pattern.finditer(document.text)}
    spans |= {Span(match.start(), match.end(), match[0]) for match in pattern.finditer(document.original)}
    return sorted(spans)


def _part(document: Document, claim: ShownClaim, span: Span) -> dict[str, Any]:
    """The claim with the part's quote; of proposition and grounds what lies within it."""
    quote, words, now = quote_of(document.original, span), document.reads(span), claim.now
    own = {"start": span.start, "end": span.end, "exact": span.exact, "prefix": quote.prefix, "suffix": quote.suffix}

    def within(other: Mapping[str, Any]) -> bool:
        return bool(span.start <= other["start"] and other["end"] <= span.end)

    return now | {
        "quote": own | ({"reads": words} if words != span.exact else {}),
        "proposition": now["proposition"] if now["proposition"] and within(now["proposition"]) else None,
        "grounds": [ground for ground in now["grounds"] if within(ground)],
    }
