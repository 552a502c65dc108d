"""An incident while its sentences are being read."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from trucewatch.core.dates import When
from trucewatch.core.incidents import AttributedBy, Incident, NotAttributed, Verification
from trucewatch.core.model import Document
from trucewatch.core.quotes import Span

from .clauses import Range

SILENT = "the report does not say who did it"


@dataclass(slots=True)
class Draft:
    """Ranges of the working text, one incident's; `Draft.made` gives the value."""

    kind: str
    span: Range
    act: Range
    doers: list[Range] = field(default_factory=list)
    nobody: Range | None = None
    by: AttributedBy = AttributedBy.AUTHOR
    source: Range | None = None
    victims: list[Range] = field(default_factory=list)
    where: list[Range] = field(default_factory=list)
    when: When | None = None
    casualties: list[Range] = field(default_factory=list)
    provisions: list[Range] = field(default_factory=list)
    verification: Verification = Verification.STATED
    verification_words: Range | None = None
    also: list[Range] = field(default_factory=list)
    weak: bool = False
    definite: bool = False
    outcome: bool = False

    def made(self, number: int, document: Document) -> Incident:
        """The incident, every fact a span."""

        def spans(ranges: Iterable[Range]) -> tuple[Span, ...]:
            return tuple(_span(document, r) for r in ranges)

        nobody = _span(document, self.nobody) if self.nobody else None
        silent = NotAttributed("the report says that the doer is not known" if nobody else SILENT, nobody)
        return Incident(
            id=f"i{number}",
            kind=self.kind,
            span=_span(document, self.span),
            act=_span(document, self.act),
            perpetrator=spans(self.doers) if self.doers else silent,
            attributed_by=self.by,
            source=_span(document, self.source) if self.source else None,
            victims=spans(self.victims),
            where=spans(self.where),
            when=self.when,
            casualties=spans(self.casualties),
            provisions=spans(self.provisions),
            verification=self.verification,
            verification_words=_span(document, self.verification_words) if self.verification_words else None,
            also=spans(self.also),
        )

    def add(self, name: str, found: Iterable[Range]) -> bool:
        """Adds ranges to a list of facts unless they overlap one that is there; whether any was added."""
        kept: list[Range] = getattr(self, name)
        before = len(kept)
        for one in found:
            if not any(one[0] < b and a < one[1] for a, b in kept):
                kept.append(one)
        return len(kept) > before


def _span(document: Document, found: Range) -> Span:
    """The span without spaces at its ends, and with the mark that closes a quoted name."""
    start, end = found
    text = document.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
    if document.text.count('"', start, end) % 2 and document.text[end : end + 1] == '"':
        end += 1
    return document.span(start, end) if start < end else document.span(*found)
