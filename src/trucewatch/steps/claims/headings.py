"""Headings over the parts of a report, and topics in front of a paragraph: what they name, and which claims stand below."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from trucewatch.core.model import Document
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .duties import DutyFinder, FoundDuty
from .duty_phrases import DEVERBAL
from .matching import folded_words
from .passages import Stretch

# A heading in front of a paragraph ("B. Roadblocks. On 6 August ...") or a topic ("As to the blockade at X, ...").
_HEADING = re.compile(
    r"(?:(?:[A-Z]|\d{1,2})[.)/]\s+)?(?P<words>[A-Z][\w'’-]*(?:\s+[\w'’-]+){0,3})(?:\.\s+(?=[A-Z\d\"“])|:\s+)"
    r"|(?:[^\w\n]{0,3}\w[.)]\s+)?(?:As (?:to|for)|Regarding|Concerning|With regard to|On the (?:matter|question) of)\s+"
    r"(?P<topic>(?:the\s+)?[^,.;:\n]{3,60}),"
)
_LONGEST = 8
# Sections that every report has.
_SECTIONS = frozenset(
    "administration assessment situation introduction conclusion recommendation meeting operation information communication "
    "development observation implementation finding briefing reporting coordination violation security politics politic "
    "comment background summary overview context incident".split()
)


class Headings:
    """The headings of one report, by the number of the paragraph that stands below them.

    `duties` hold the duty that a heading names, `matters` the first and last word of each that names what is owed.
    """

    def __init__(
        self,
        document: Document,
        parse: Parse,
        parts: Sequence[Stretch],
        vocabulary: ReportVocabulary,
        finder: DutyFinder,
    ) -> None:
        self.document = document
        self.parse = parse
        self.parts = parts
        self.vocabulary = vocabulary
        self.finder = finder
        self.duties: dict[int, FoundDuty] = {}
        self.matters: list[tuple[Token, Token]] = []
        self._words: dict[int, frozenset[str]] = {}
        tokens = {t.start: t for t in parse.tokens}
        common = {t.lemma for t in parse.tokens if t.pos == "NOUN"}
        for number, inside in self._topics(tokens, common):
            self._count(number, inside)
        for numbers, inside, of_all in self._sections(tokens, common):
            for number in numbers:
                self._count(number, inside, of_all=of_all)

    def words(self, paragraph: int) -> frozenset[str]:
        """What the heading over a paragraph is about, its words folded; nothing without a heading."""
        return self._words.get(paragraph, frozenset())

    def _count(self, number: int, inside: Sequence[Token], *, of_all: bool = False) -> None:
        duty = self._duty(inside)
        if duty is not None:
            self.duties[number] = duty
        if of_all:
            return
        self._words[number] = folded_words(inside)
        matter = (inside[0], inside[-1])
        if duty is not None and matter not in self.matters:
            self.matters.append(matter)

    def _topics(self, tokens: Mapping[int, Token], common: Collection[str]) -> Iterator[tuple[int, Sequence[Token]]]:
        """Paragraphs that open with a heading or a topic."""
        for number, block in enumerate(self.document.blocks):
            hit = _HEADING.match(self.document.text, block.start, block.end)
            if hit is None:
                continue
            start, end = hit.span("words") if hit["words"] else hit.span("topic")
            inside = [_common(t, common) for at in range(start, end) if (t := tokens.get(at))]
            if self._duty(inside) is not None:
                yield number, inside

    def _sections(
        self, tokens: Mapping[int, Token], common: Collection[str]
    ) -> Iterator[tuple[Sequence[int], Sequence[Token], bool]]:
        """Paragraphs below a heading on a line of its own that names a matter: "Amnesty", "Relocation of forces"; and whether
        it is the title of the whole report."""
        current: Sequence[Token] = ()
        below: list[int] = []
        begun = of_all = False
        for number, parts in groupby(self.parts, key=lambda p: p.paragraph):
            for part in parts:
                if part.heading:
                    if current:
                        yield below, current, of_all
                    inside = [_common(t, common) for at in range(part.start, part.end) if (t := tokens.get(at))]
                    current, below, of_all = (inside if self._names_matter(inside) else ()), [], not begun
                    continue
                begun = True
                if current and number not in below:
                    below.append(number)
        if current:
            yield below, current, of_all

    def _names_matter(self, inside: Sequence[Token]) -> bool:
        """Whether a section's heading says what is owed, rather than "General", "Incidents" or a place."""
        classes = self.vocabulary.classes
        nouns = [t for t in inside if t.pos == "NOUN"]
        owed = classes["duty_object"] | classes["duty_noun"] | classes["topic"] - classes["agreement"]
        heads = [t for t in nouns if t.dep != "pobj"] or nouns
        return len(inside) <= _LONGEST and any(
            t.lemma in owed or (t.lemma.endswith(DEVERBAL) and t.lemma not in _SECTIONS) for t in heads
        )

    def _duty(self, inside: Sequence[Token]) -> FoundDuty | None:
        nouns = [t for t in inside if t.pos == "NOUN"]
        if all(t.lemma in _SECTIONS for t in nouns) or any(t.pos in ("VERB", "AUX") for t in inside):
            return None
        head = nouns[-1] if all(t.dep != "pobj" for t in nouns) else nouns[0]
        return self.finder.among(self.parse, inside) or self.finder.of_heading(inside, head)


def _common(token: Token, common: Collection[str]) -> Token:
    """A word that a tagger took for a name because a heading has capitals, when the text has it as a noun."""
    if token.pos == "PROPN":
        for lemma in (token.lower, token.lower.removesuffix("s")):
            if lemma in common:
                return replace(token, pos="NOUN", lemma=lemma, entity="")
    return token
