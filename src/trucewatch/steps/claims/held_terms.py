"""Duties told as parts of a text: "an amnesty is at the heart of the deal", "prisoners to be released", "with X to begin in May"."""

from collections.abc import Iterator, Sequence

from trucewatch.core.parse import Token

from .foreseen_terms import ForeseenTerms
from .owed_terms import BY_TEXT, OWED, Term
from .term_items import items

_HEARTS = frozenset("core heart centre center pillar backbone cornerstone".split())
_HAS = frozenset("write include cover contain mention regulate".split())
_LED = ("pobj", "attr")


class HeldTerms(ForeseenTerms):
    """Finds what a text is said to have in it, and what is told in passing as still to be done."""

    def _held(self, sentence: Sequence[Token]) -> Iterator[Term]:
        for token in sentence:
            if token.lemma in _HEARTS and token.dep in _LED:
                yield from self._at_heart(token)
            elif token.lemma in _HAS and token.tag == "VBN" and token.dep in ("ROOT", "conj", "ccomp"):
                yield from self._written(sentence, token)
            elif token.tag == "VBN" and token.dep in ("relcl", "acl", "advcl"):
                yield from self._to_be_done(token)
            elif token.lower == "with" and token.dep == "prep":
                yield from self._with_what(sentence, token)

    def _at_heart(self, heart: Token) -> Iterator[Term]:
        """ "An amnesty and the return of the exiles are at the heart of the deal"."""
        above = self.parse.tokens[heart.head]
        verb = self.parse.tokens[above.head] if heart.dep == "pobj" else above
        texts = (t for lead in self.parse.children(heart, "prep") for t in self.parse.children(lead, "pobj"))
        if verb.lemma != "be" or self._is_denied(verb) or not any(self._is_text(t) for t in texts):
            return
        for subject in self.parse.children(verb, "nsubj"):
            owed = (
                subject.pos == "NOUN" and not self._is_text(subject) and subject.lemma not in self.people | self.roles
            )
            if owed and subject.i < verb.i:
                for first, last in items(self.parse, self.parse.subtree(subject), nouns=True):
                    yield Term(first, last, BY_TEXT)

    def _written(self, sentence: Sequence[Token], verb: Token) -> Iterator[Term]:
        """ "The release was written into the agreement, along with free passage and humane treatment"."""
        behind = [t for t in self.parse.subtree(verb) if t.i > verb.i]
        if self._is_denied(verb) or not any(self._is_text(t) for t in behind[:6]):
            return
        for subject in self.parse.children(verb, "nsubjpass"):
            if self._is_deed(subject) and not self._is_text(subject):
                for first, last in items(self.parse, self.parse.subtree(subject), nouns=True):
                    yield Term(first, last, BY_TEXT)
        along = next((t for t in behind if t.lower == "along" and self.parse.tokens[t.i + 1].lower == "with"), None)
        if along is not None:
            for first, last in items(self.parse, self.parse.tokens[along.i + 2 : sentence[-1].i], nouns=True):
                yield Term(first, last, BY_TEXT)

    def _to_be_done(self, verb: Token) -> Iterator[Term]:
        """ "The prisoners to be released", "the zone to be demilitarized"."""
        marks = self.parse.tokens[max(0, verb.i - 2) : verb.i]
        noun = self.parse.tokens[max(0, verb.i - 3)]
        beside = verb.dep != "advcl" or noun.dep == "pobj"
        if (
            beside
            and [t.lower for t in marks] == ["to", "be"]
            and noun.pos == "NOUN"
            and noun.entity not in ("DATE", "TIME")
        ):
            named = [t for t in self.parse.subtree(noun) if t.i <= noun.i and noun.i - t.i < 4]
            yield Term(named[0], verb, OWED)

    def _with_what(self, sentence: Sequence[Token], lead: Token) -> Iterator[Term]:
        """ "A new calendar, with cantonment to begin on 31 July"."""
        if self.parse.tokens[lead.i - 1].text != "," or not any(self._is_text(t) for t in sentence if t.i < lead.i):
            return
        for noun in self.parse.children(lead, "pobj"):
            if noun.pos == "NOUN" and any(self._is_asked(k) for k in self.parse.children(noun, "acl")):
                rest = self.parse.tokens[lead.i + 1 : sentence[-1].i + 1]
                for first, last in items(self.parse, rest, owed=True)[:3]:
                    yield Term(first, last, OWED)
