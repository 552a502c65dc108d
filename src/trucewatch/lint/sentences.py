"""What rules look at: the sentences of the clauses that can bind, each with its exact place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import TypeVar

from trucewatch.core.model import Agreement, Clause, ClauseKind, Commitment, Hit, Severity
from trucewatch.core.parse import Parse, Token
from trucewatch.core.time_limits import find_limits

from .waivers import inline_waivers

Value = TypeVar("Value")
_LINE_ENDS = str.maketrans("\n\r\t\x0b\x0c", "     ")
_D_DAY = re.compile(r"\bD-?\s?day\b", re.I)
_RUN_IN = re.compile(r"\W*[A-Z][\w'’-]*(?:\s+(?:and|or|of|the|to|[\w'’-]+)){0,3}\.\s*")
_MODAL = re.compile(r"\b(?:shall|must|will)\b", re.I)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“(\[])")
# Fewer sentences than this are an excerpt: what such a text leaves out proves nothing.
WHOLE_INSTRUMENT = 4


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a clause's own words. `text` has the same length as the stretch it comes from.

    `lead` is the chapeau that the words complete ("The Parties shall:"), or empty.
    """

    clause: Clause
    start: int
    end: int
    text: str
    lead: str
    parse: Parse
    bounds: tuple[int, int]

    @property
    def full(self) -> str:
        """The sentence as it is to be read, chapeau first."""
        return f"{self.lead} {self.text}" if self.lead else self.text

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading on the line of the clause that it opens: "Withdrawal. The Front shall ..."."""
        first = self.start <= self.clause.start + len(self.clause.number) + 3
        return first and self.end < self.clause.end and not self.lead and bool(_RUN_IN.fullmatch(self.text))

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the parsed sentence, those of the chapeau included."""
        return self.parse.tokens[self.bounds[0] : self.bounds[1]]

    def owns(self, token: Token) -> bool:
        return self.start <= token.start < self.end

    def hit(self, start: int, end: int, message: str, severity: Severity | None = None) -> Hit:
        """A hit on part of `text` (offsets into it); `{words}` in the message becomes those words."""
        words = " ".join(self.text[start:end].split())
        return Hit(
            self.start + start,
            self.start + end,
            message.replace("{words}", words),
            clause=self.clause.id,
            severity=severity,
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """An agreement compared by identity: the rules of one run ask for its sentences again and again."""

    agreement: Agreement

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.agreement is other.agreement

    def __hash__(self) -> int:
        return id(self.agreement)


def once_for_each_agreement(work: Callable[[Agreement], Value]) -> Callable[[Agreement], Value]:
    """The same function, which remembers its answer for the last agreements that it was asked about."""
    remembered = lru_cache(maxsize=2)(lambda same: work(same.agreement))

    @wraps(work)
    def ask(agreement: Agreement) -> Value:
        return remembered(_Same(agreement))

    return ask


@once_for_each_agreement
def text_without_waivers(agreement: Agreement) -> str:
    """The working text with spaces where waivers stand: accepting a gap changes no wording."""
    text = agreement.document.text
    for waiver in inline_waivers(agreement.document):
        text = text[: waiver.start] + " " * (waiver.end - waiver.start) + text[waiver.end :]
    return text


def own_words(agreement: Agreement, clause: Clause) -> str:
    """The clause's own words without waivers, on one line."""
    return " ".join(text_without_waivers(agreement)[clause.start : clause.end].split())


@once_for_each_agreement
def sentences(agreement: Agreement) -> tuple[Sentence, ...]:
    """The sentences of the operative clauses in order of place, without waivers."""
    return tuple(_sentences(agreement, agreement.operative))


@once_for_each_agreement
def definition_sentences(agreement: Agreement) -> tuple[Sentence, ...]:
    """The sentences of the clauses that define terms."""
    return tuple(_sentences(agreement, tuple(c for c in agreement.clauses if c.kind is ClauseKind.DEFINITION)))


def _sentences(agreement: Agreement, clauses: tuple[Clause, ...]) -> Iterator[Sentence]:
    text = text_without_waivers(agreement).translate(_LINE_ENDS)
    for clause in clauses:
        parse = agreement.parses.get(clause.id)
        cut = _by_parse(text, clause, parse) if parse and parse.tokens else _by_marks(text, clause)
        yield from (sentence for sentence in cut if sentence.text.strip(" -•*.;:()[]<>!"))


def _by_parse(text: str, clause: Clause, parse: Parse) -> Iterator[Sentence]:
    lead = ""
    at = clause.start
    for first, last in parse.sentences:
        start, end = parse.tokens[first].start, parse.tokens[last - 1].end
        if end <= clause.start or start >= clause.end:
            continue
        if start < clause.start:
            before = [t for t in parse.tokens[first:last] if t.end <= clause.start]
            lead = text[before[0].start : before[-1].end] if before else ""
        own = max(start, at)
        at = min(end, clause.end)
        if own < at:
            yield Sentence(clause, own, at, text[own:at], lead, parse, (first, last))
        lead = ""


def _by_marks(text: str, clause: Clause) -> Iterator[Sentence]:
    at = clause.start
    words = text[clause.start : clause.end]
    for stop in [*(m.start() for m in _SENTENCE_END.finditer(words)), len(words)]:
        end = clause.start + stop
        if text[at:end].strip():
            at += len(text[at:end]) - len(text[at:end].lstrip())
            yield Sentence(clause, at, end, text[at:end], "", Parse(), (0, 0))
        at = end


def is_whole(agreement: Agreement) -> bool:
    """Whether the text is long enough for its silences to mean something."""
    return len(sentences(agreement)) >= WHOLE_INSTRUMENT


@once_for_each_agreement
def speaks_in_the_present(agreement: Agreement) -> bool:
    """Whether duties stand in the present tense, "the guns are withdrawn": hardly a sentence has a modal of duty."""
    bound = sum(bool(_MODAL.search(sentence.full)) for sentence in sentences(agreement))
    return is_whole(agreement) and bound * 5 < len(sentences(agreement))


@once_for_each_agreement
def whole_text(agreement: Agreement) -> str:
    """Operative sentences and definitions as one text, a line each: for questions about the whole agreement."""
    return "\n".join(sentence.text for sentence in (*sentences(agreement), *definition_sentences(agreement)))


def on_document(agreement: Agreement, message: str, severity: Severity | None = None) -> Iterator[Hit]:
    """A hit about the whole text, shown at its title or, without one, at its first operative sentence."""
    if agreement.title is not None:
        start, end = agreement.document.text_range(agreement.title)
        yield Hit(start, end, message, severity=severity)
        return
    for sentence in sentences(agreement)[:1]:
        yield Hit(sentence.start, sentence.end, message, severity=severity)


def commitments_of(agreement: Agreement, sentence: Sentence) -> tuple[Commitment, ...]:
    """The commitments that the sentence states."""
    return tuple(
        c
        for c in agreement.commitments
        if c.clause == sentence.clause.id and c.start < sentence.end and c.end > sentence.start
    )


@lru_cache(maxsize=4096)
def has_firm_limit(words: str) -> bool:
    """Whether the words hold a time limit that can be measured."""
    return bool(_D_DAY.search(words)) or any(limit.firm for limit in find_limits(words))
