"""Fills a rule's good wording with the clause's own words.

A filled piece is always a span of the text. What the text does not say stays a blank; nothing is made up.
"""

from collections.abc import Iterable, Iterator, Sequence

from trucewatch.core.model import Agreement, Commitment, Finding, Missing, Modality
from trucewatch.core.parse import Token
from trucewatch.core.quotes import Span
from trucewatch.core.wording import Blank, Wording
from trucewatch.vocabulary.good_wordings import SLOTS, Place, good_wordings

from .sentences import Sentence, sentences

Part = str | Span | Blank
_END_MARKS = " \t\r\n.;:,"


def suggest(finding: Finding, agreement: Agreement) -> Wording | None:
    """The rule's wording for this finding; None where the rule has none or the clause lacks what it needs.

    The rule's general suggestion then stands alone.
    """
    template = good_wordings().get(finding.code)
    if template is None:
        return None
    terms = _Terms(finding, agreement)
    try:
        parts = tuple(_fill(template.pieces, terms))
    except LookupError:
        return None
    made_of_slots = any(isinstance(piece, Place) and piece.field in _OF_SLOTS for piece in template.pieces)
    return Wording((*parts, *(terms.left_out(parts) if made_of_slots else ())))


def _fill(pieces: Sequence[str | Place], terms: "_Terms") -> Iterator[Part]:
    for piece in pieces:
        if isinstance(piece, str):
            yield piece
        elif piece.blank is not None:
            yield Blank(piece.blank)
        else:
            parts = terms.of(piece.field or "")
            if not parts and piece.otherwise is None and piece.field in _NEEDED:
                raise LookupError(piece.field)
            yield from parts or _fill(piece.otherwise or (), terms)


# A wording made of these may leave out words of the sentence.
_OF_SLOTS = ("duty", "bearer")
_CONTENT = ("NOUN", "PROPN", "NUM", "VERB", "ADJ")
# Without these a wording would say nothing about the clause.
_NEEDED = ("duty", "sentence", "words", "action")


class _Terms:
    """What the clause of a finding has to fill places with."""

    def __init__(self, finding: Finding, agreement: Agreement) -> None:
        self.finding = finding
        self.agreement = agreement
        self.start, self.end = agreement.document.text_range(finding.span)
        self.sentence = self._sentence()
        self.commitment = self._commitment()

    def of(self, field: str) -> list[Part]:
        """The parts that stand for a field; empty when the text does not have it."""
        match field:
            case "words":
                return [self.finding.span] if self.finding.clause else []
            case "sentence":
                return self._whole_sentence()
            case "duty":
                return _spaced(self._duty())
            case "tail":
                return _spaced(span for name in ("trigger", "condition", "exception") for span in self._slot(name))
            case "bearer":
                return _spaced(self._bearer())
            case "place":
                return _spaced(self._outside_object("place"))
            case _ if field in SLOTS:
                return _spaced(self._slot(field))
        return []

    def _sentence(self) -> Sentence | None:
        for sentence in sentences(self.agreement) if self.finding.clause else ():
            if sentence.start <= self.start < sentence.end:
                return sentence
        return None

    def _commitment(self) -> Commitment | None:
        """The commitment that the finding is about: one with the words in a slot, else the first of the sentence."""
        if self.sentence is None:
            return None
        here = [
            c
            for c in self.agreement.commitments
            if c.clause == self.finding.clause and c.start < self.sentence.end and c.end > self.sentence.start
        ]
        touched = [c for c in here if any(_meet(span, self.finding.span) for span in _spans_of(c))]
        return next(iter(touched or here), None)

    def _whole_sentence(self) -> list[Part]:
        if self.sentence is None or self.sentence.lead:
            return []
        words = self.agreement.document.text[self.sentence.start : self.sentence.end]
        start = self.sentence.start + len(words) - len(words.lstrip(_END_MARKS))
        end = self.sentence.start + len(words.rstrip(_END_MARKS))
        return [self.agreement.document.span(start, end)] if start < end else []

    def _slot(self, name: str) -> tuple[Span, ...]:
        slot = getattr(self.commitment.slots, name) if self.commitment else Missing("no commitment")
        return () if isinstance(slot, Missing) else slot

    def _bearer(self) -> tuple[Span, ...]:
        """Who must act; without the "they" that stands for a name given elsewhere."""
        named = self._slot("bearer")
        return tuple(s for s in named if s.exact.lower() not in ("they", "it", "he", "she", "who", "which")) or named

    def _outside_object(self, name: str) -> Iterator[Span]:
        """The slot's spans that the object does not already hold."""
        for span in self._slot(name):
            if not any(_meet(span, other) for other in self._slot("object")):
                yield span

    def _duty(self) -> Iterator[Part]:
        """Bearer, shall, action, object, beneficiary, place: in the form that the action's own form allows."""
        actions = self._slot("action")
        if self.commitment is None or not actions:
            return
        bearer = self._bearer()
        objects = self._slot("object")
        yield from bearer or (Blank("which Party"),)
        forbids = self.commitment.modality is Modality.PROHIBITION
        negated = bool(bearer) and bearer[0].exact.lower().startswith(("neither", "no "))
        yield "shall not" if forbids and not negated else "shall"
        form = self._form(actions[0])
        parts: tuple[Part, ...] = (*actions, *objects)
        if form == "participle" and not bearer:
            parts = ("have", *objects, *actions)
        elif form == "noun":
            parts = ("carry out", *actions, *(("of",) if objects else ()), *objects)
        yield from parts
        for span in self._outside_object("beneficiary"):
            yield from ("to", span)
        yield from self._outside_object("place")

    def left_out(self, parts: Sequence[Part]) -> Iterator[Part]:
        """The words of the sentence that are in no part, so that none is lost unseen."""
        if self.sentence is None:
            return
        told = [part for part in parts if isinstance(part, Span)]
        told += [self.finding.span, *self._slot("action")]
        covered = [self.agreement.document.text_range(span) for span in told]
        runs: list[list[Token]] = [[]]
        for token in self.sentence.tokens:
            if not self.sentence.owns(token) or any(a <= token.start < b for a, b in covered):
                runs.append([])
            elif token.pos != "PUNCT" or runs[-1]:
                runs[-1].append(token)
        kept = [run for run in runs if any(t.pos in _CONTENT and t.tag != "MD" for t in run)]
        for number, run in enumerate(kept):
            end = max(t.end for t in run if t.pos != "PUNCT")
            yield " Keep: " if number == 0 else "; "
            yield self.agreement.document.span(run[0].start, end)
        if kept:
            yield "."

    def _form(self, action: Span) -> str:
        token = self._first_token(action)
        if token is None or token.tag in ("VB", "VBP"):
            return "verb"
        return "participle" if token.tag in ("VBN", "VBD") else "noun" if token.pos in ("NOUN", "PROPN") else "verb"

    def _first_token(self, span: Span) -> Token | None:
        start, end = self.agreement.document.text_range(span)
        parse = self.agreement.parses.get(self.finding.clause or "")
        return next((t for t in parse.tokens if start <= t.start and t.end <= end), None) if parse else None


def _spaced(parts: Iterable[Part]) -> list[Part]:
    """The parts with a space between them."""
    spaced: list[Part] = []
    for part in parts:
        spaced += [" ", part] if spaced else [part]
    return spaced


def _spans_of(commitment: Commitment) -> Iterator[Span]:
    for _, slot in commitment.slots.items():
        if not isinstance(slot, Missing):
            yield from slot


def _meet(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
