"""What the claims of a report may be about, and what of each claim its link depends on, as plain values."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from trucewatch.core.model import Document
from trucewatch.core.parse import Parse, Token
from trucewatch.core.ports import Words
from trucewatch.vocabulary.reports import ReportVocabulary

from .agreements import Subjects
from .draft import Draft
from .duties import FoundDuty
from .duty_phrases import CEASEFIRE, NOUN
from .matching import OWN, TERM, TOPIC, TRUCE, Asked, Candidate, fields_in, folded_words, manner
from .mentions import Entity
from .owed_terms import OWED, Term

_NUMBER = re.compile(
    r"\b(?:on(?=\s+\d{1,2}:)|article|clause|paragraph|point|section|item|art\.?)s?\s+(\d+|[ivx]+|[a-z]\b|one|two|three|four|five|six)",
    re.IGNORECASE,
)
_POINTS = frozenset("it that this they these them so such".split())
_NOT = frozenset("no not never neither nor without".split())
_LEAVES_OFF = frozenset("ban bar forbid prohibit halt stop cease refrain freeze end suspend suspension".split())
_NO_NAME = frozenset("the and for his its their spokesman minister said".split())
# Claims that call for something or tell in confidence state no duty of their own.
_TELL_AGAIN = frozenset("CALL_TO_COMPLY REPORT_PRIVATE_COMMIT REPORT_PRIVATE_AFFIRM".split())
# How far from a term, in words, those who owe it are named; the ceasefire is named in words, or only its duty is.
_NEAR = 8
_LONGEST = 900
NAMED_TRUCE, TOLD_TRUCE = 2, 1


class Candidates:
    """Builds the values that `matching` weighs; places are working-text offsets."""

    def __init__(self, document: Document, parse: Parse, vocabulary: ReportVocabulary) -> None:
        self.document = document
        self.parse = parse
        self.truce_words = vocabulary.classes[CEASEFIRE]
        self.fight_words = vocabulary.classes["hold_fire"]
        self._starts = [t.start for t in parse.tokens]
        self._sentences = [parse.tokens[a].start for a, _ in parse.sentences]
        self._blocks = [b.start for b in document.blocks]

    # ------------------------------------------------------------------ duties

    def of_terms(self, terms: Sequence[Term], drafts: Sequence[Draft]) -> list[Candidate]:
        """The stated duties. Beside two that the author tells, one that somebody only speaks of counts for little."""
        told = [t for t in terms if t.by >= OWED and not _retold(t, drafts)]
        return [self._of_term(t, t.by if t in told or len(told) < 2 else 0) for t in terms]

    def _of_term(self, term: Term, by: int) -> Candidate:
        tokens = self.parse.tokens[term.first.i : term.last.i + 1]
        # "Recruiting schoolboys, which the ground rules forbid" is not about the rules.
        told = tokens[: next((n for n, t in enumerate(tokens) if n and t.lower == "which"), len(tokens))]
        order = self._order(term.first.start)
        low, high = self.parse.sentences[order]
        before = [
            t
            for t in self.parse.tokens[low : term.last.i + 1]
            if t.dep in ("nsubj", "dobj", "nsubjpass") and t.i <= term.first.i + _NEAR
        ]
        bearer = (t for noun in before[-2:] for t in self.parse.subtree(noun)[:6])
        return Candidate(
            TERM,
            by,
            folded_words(told),
            fields_in(told),
            frozenset(t.lower for t in bearer if t.pos in ("NOUN", "PROPN", "ADJ")),
            self._numbers(self.parse.tokens[low].start, self.parse.tokens[high - 1].end),
            term.first.start,
            term.last.end,
            order,
            self._paragraph(term.first.start),
            self._holds_fire(tokens),
            term.form,
            _leaves_off(tokens),
        )

    def of_truce(self, duty: FoundDuty, *, named: bool) -> Candidate:
        """The duty to hold fire."""
        told = any(m.act == CEASEFIRE and m.told >= NOUN for m in duty.mentions)
        return self._of_duty(TRUCE, duty, NAMED_TRUCE if named else TOLD_TRUCE if told else 0)

    def of_own(self, duty: FoundDuty) -> Candidate:
        """A duty of a claim's own words."""
        return self._of_duty(OWN, duty, 0)

    def of_topic(self, duty: FoundDuty) -> Candidate:
        """What a claim itself speaks of."""
        return self._of_duty(TOPIC, duty, 0)

    def _of_duty(self, kind: str, duty: FoundDuty, by: int) -> Candidate:
        start, end = duty.best.start, duty.best.end
        tokens = self.parse.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        fields = fields_in(tokens) | ({"fire"} if kind == TRUCE else set())
        return Candidate(
            kind,
            by,
            folded_words(tokens),
            frozenset(fields),
            start=start,
            end=end,
            order=self._order(start),
            paragraph=self._paragraph(start),
            truce=kind == TRUCE,
            leaves_off=_leaves_off(tokens),
        )

    def _holds_fire(self, tokens: Sequence[Token]) -> bool:
        """Whether a duty is to hold fire: "no firing", "any use of force", "a halt to armed activity"."""
        lemmas = {t.lemma.lower() for t in tokens} | {t.lower for t in tokens}
        return bool(lemmas & self.fight_words) or {"use", "force"} <= lemmas or {"armed", "activity"} <= lemmas

    # ------------------------------------------------------------------ claims

    def asked(
        self,
        draft: Draft,
        subjects: Subjects,
        fights: Callable[[Draft], bool],
        tells: Callable[[Token], bool],
    ) -> Asked:
        """A claim as far as its link depends on it; `tells` says which words say what something is about."""
        inside = [t for t in draft.tokens if draft.content[0] <= t.start < draft.content[1]] or draft.tokens
        own = [t for t in inside if tells(t)]
        words = folded_words(own)
        return Asked(
            draft.stance,
            words,
            folded_words(t for t in self._beside(draft.start) if tells(t)) - words,
            fields_in(own),
            _names(draft.speaker),
            _names(draft.target),
            self._numbers(draft.start, draft.end),
            draft.start,
            draft.end,
            draft.order,
            draft.paragraph,
            fights(draft),
            any(t.lemma.lower() in self.truce_words or t.lower == "cease" for t in draft.tokens),
            subjects.named_in(self._beyond_text(draft, subjects)) is not None,
            any(t.lower in _POINTS for t in draft.tokens),
        )

    def _beyond_text(self, draft: Draft, subjects: Subjects) -> Iterable[Token]:
        """A claim's words without an agreement that is only what a reading reads: "the signing of the deal excludes it"."""
        text = draft.subject
        if text is None or manner(draft.stance) != "read" or not subjects.is_text(self.parse, text):
            return draft.tokens
        below = {t.i for t in self.parse.subtree(text)}
        return [t for t in draft.tokens if t.i not in below]

    def in_sentence(self, draft: Draft) -> Words:
        """What a claim says, in the sentence where it begins; of a quotation that goes on, so much as can be read."""
        first, last = draft.content
        order = self._order(first)
        start = self._sentences[order]
        end = max(self.parse.tokens[self.parse.sentences[order][1] - 1].end, min(last, start + _LONGEST))
        return Words(self.document.text[start:end], first - start, last - start)

    def _beside(self, at: int) -> Iterable[Token]:
        """The words of a place's sentence, and of those before and after it in the paragraph."""
        order = self._order(at)
        block = self._paragraph(self._sentences[order])
        for n in (order - 1, order, order + 1):
            if 0 <= n < len(self._sentences) and self._paragraph(self._sentences[n]) == block:
                low, high = self.parse.sentences[n]
                yield from self.parse.tokens[low:high]

    def _numbers(self, start: int, end: int) -> frozenset[str]:
        return frozenset(hit.lower() for hit in _NUMBER.findall(self.document.text, start, end))

    def _order(self, at: int) -> int:
        return max(0, bisect_right(self._sentences, at) - 1)

    def _paragraph(self, at: int) -> int:
        return bisect_right(self._blocks, at) - 1


def _leaves_off(tokens: Iterable[Token]) -> bool:
    """Whether words say that something is to be done no more: "no new posts", "bars both sides from flying"."""
    return any(t.lower in _NOT or t.lemma.lower() in _LEAVES_OFF for t in tokens)


def _retold(term: Term, drafts: Sequence[Draft]) -> bool:
    """Whether somebody in the report says it, rather than the report itself."""
    return any(d.start <= term.first.start < d.end and (d.frame is not None or d.stance in _TELL_AGAIN) for d in drafts)


def _names(entity: Entity | None) -> frozenset[str]:
    if entity is None:
        return frozenset()
    words = (w.lower() for m in entity.mentions for w in re.findall(r"\w+", m.text) if len(w) > 2)
    return frozenset(words) - _NO_NAME
