"""Terms in the forms of plain telling: "Rebels to free nurses", "depends on ...", "was told to ...", "..., the accord says"."""

from collections.abc import Iterator, Sequence

from trucewatch.core.parse import Token

from .led_terms import LedTerms
from .owed_terms import BY_TEXT, OWED, PROMISED, Term
from .term_items import items

_DEPENDS = frozenset("depend hinge rest".split())
_ORDERED = frozenset("tell order instruct direct command".split())
_SAYS = frozenset("say read state provide put".split())
_THESE = frozenset("those these that this".split())
_TERMS = frozenset("term deal accord agreement truce bargain arrangement".split())
# How many words may name who is to do something in a headline.
_WHO = 7


class ToldTerms(LedTerms):
    """Finds terms that are told as news or in passing."""

    def _told(self, sentence: Sequence[Token]) -> Iterator[Term]:
        yield from self._headline(sentence)
        for token in sentence:
            if token.lemma in _DEPENDS and token.pos == "VERB":
                yield from self._depends_on(token)
            elif token.lemma in _ORDERED and token.tag == "VBN" and self.parse.children(token, "auxpass"):
                yield from self._asked_to(sentence, token)
            elif token.lemma == "condition" and token.pos == "NOUN":
                yield from self._conditional(sentence, token)
            elif token.lemma == "give" and token.pos == "VERB":
                yield from self._given_until(sentence, token)
            elif token.dep == "ROOT" and token.pos in ("VERB", "AUX"):
                yield from self._before_its_text(sentence, token)

    def _headline(self, sentence: Sequence[Token]) -> Iterator[Term]:
        """ "Rebels to free nurses by Friday under truce": nothing finite, and a text."""
        words = [t for t in sentence if t.pos != "SPACE"]
        to = next((n for n, t in enumerate(words[:_WHO]) if t.lower == "to" and n + 1 < len(words)), 0)
        plain = to and all(t.pos in ("NOUN", "PROPN", "ADJ", "DET", "CCONJ", "NUM", "PART") for t in words[:to])
        if not plain or words[to + 1].tag != "VB" or words[0].text[:1].islower():
            return
        if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
            return
        if any(self._is_text(t) for t in words[to + 2 :]):
            for first, last in items(self.parse, words[to + 1 :], owed=True)[:3]:
                yield Term(first, last, OWED, "is to")

    def _depends_on(self, verb: Token) -> Iterator[Term]:
        """ "The truce depends on the rebels leaving the dam"."""
        if self._is_denied(verb) or not any(self._is_text(k) for k in self.parse.children(verb, "nsubj")):
            return
        for lead in self.parse.children(verb, "prep"):
            below = self.parse.subtree(lead)[1:] if lead.lower in ("on", "upon") else ()
            if any(t.tag == "VBG" for t in below):
                yield Term(below[0], below[-1], OWED, "on")

    def _asked_to(self, sentence: Sequence[Token], verb: Token) -> Iterator[Term]:
        """ "Under the deal Hezbollah was told to take its rockets north of the Litani"."""
        under = any(
            t.lower in ("under", "by") and any(self._is_text(k) for k in self.parse.children(t, "pobj"))
            for t in sentence
        )
        if not under or self._is_denied(verb) or self._is_reported(verb) or verb.dep not in ("ROOT", "conj"):
            return
        for clause in self.parse.children(verb, "xcomp"):
            if self._is_asked(clause):
                rest = self.parse.tokens[clause.i : self.parse.subtree(clause)[-1].i + 1]
                for first, last in items(self.parse, rest, owed=True)[:3]:
                    yield Term(first, last, PROMISED, "promised")

    def _conditional(self, sentence: Sequence[Token], noun: Token) -> Iterator[Term]:
        """ "On condition that schools stay open", "one condition of the truce is that the rebels leave the dam"."""
        if not any(self._is_text(t) for t in sentence):
            return
        that = next(
            (t for t in self.parse.tokens[noun.i + 1 : noun.i + 8] if t.lower == "that" and t.dep == "mark"), None
        )
        if that is None:
            return
        clause = self.parse.subtree(self.parse.tokens[that.head])
        rest = [t for t in clause if t.i > that.i]
        for first, last in items(self.parse, rest)[:2] if rest else ():
            yield Term(first, last, OWED, "on")

    def _given_until(self, sentence: Sequence[Token], verb: Token) -> Iterator[Term]:
        """ "The ceasefire gives the Houthis until Friday to pull their snipers off the rooftops"."""
        rest = self.parse.tokens[verb.i + 1 : sentence[-1].i + 1]
        to = next((n for n, t in enumerate(rest[:10]) if t.lower == "to"), 0)
        until = any(t.lower == "until" for t in rest[:to])
        by_text = any(self._is_text(k) for k in self.parse.children(verb, "nsubj"))
        if by_text and until and len(rest) > to + 2 and rest[to + 1].tag == "VB":
            for first, last in items(self.parse, self._up_to_teller(rest[to + 1 :]), owed=True)[:3]:
                yield Term(first, last, BY_TEXT, "until")

    def _before_its_text(self, sentence: Sequence[Token], verb: Token) -> Iterator[Term]:
        """ "Cattle go back to their owners, the accord says", "...: those are the terms"."""
        subject = next(iter(self.parse.children(verb, "nsubj")), None)
        if subject is None or verb.i - sentence[0].i < 4:
            return
        says = verb.lemma in _SAYS and self._is_text(subject)
        named = subject.lower in _THESE and any(k.lemma in _TERMS for k in self.parse.children(verb, "attr"))
        low = self.parse.subtree(subject)[0].i
        before = [t for t in sentence if t.i < low]
        if not (says or named) or not before or before[-1].text not in (",", ":", ";", "—", "–", "-"):
            return
        clauses = [k for k in self.parse.children(verb, "ccomp") if k.i < low]
        if any(k.tag in ("VBZ", "VBP", "MD") or self.parse.children(k, "aux", "auxpass") for k in clauses):
            for first, last in items(self.parse, before[:-1]):
                yield Term(first, last, BY_TEXT, "says")
