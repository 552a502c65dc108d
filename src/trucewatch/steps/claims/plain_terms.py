"""Duties in plain words: "the deal has the army pull back", "does not allow either side to ...", "there should be no flags"."""

from collections.abc import Iterator, Sequence

from trucewatch.core.parse import Token

from .held_terms import HeldTerms
from .owed_terms import ALLOWS, BY_TEXT, MODALS, OWED, PROMISED, Term
from .term_items import items

_HAS = frozenset("have see get".split())
_DECIDES = frozenset("decide rule".split())
_WILL = frozenset("would will shall should".split())
_SURE = frozenset("doubt question illusion surprise mistake reason hurry mercy victor winner".split())
_LIMITS = frozenset("deadline limit ceiling cap".split())


class PlainTerms(HeldTerms):
    """Finds what is owed in sentences that use none of the words for it."""

    def _plainly(self, sentence: Sequence[Token], *, spoken: bool) -> Iterator[Term]:
        for token in sentence:
            if token.pos == "VERB" and token.lemma in _HAS and token.tag in ("VBZ", "VBP"):
                yield from self._has_done(token)
            elif token.lemma in ALLOWS and token.pos == "VERB":
                yield from self._not_allowed(sentence, token)
            elif token.lemma in _DECIDES and token.pos == "VERB" and not self._is_denied(token):
                yield from self._decided(token)
            elif token.lemma == "be" and token.tag == "VB":
                yield from self._to_be_none(token)
            elif token.lemma == "commitment":
                yield from self._committed_to(token)
            elif token.lemma in _LIMITS:
                yield from self._limited(token)
            elif token.lemma == "core" and spoken:
                yield from self._at_its_core(token)

    def _has_done(self, verb: Token) -> Iterator[Term]:
        """ "The agreement has the army pull back to the river"."""
        if not any(self._is_text(s) for s in self.parse.children(verb, "nsubj")):
            return
        for clause in self.parse.children(verb, "ccomp"):
            whole = self.parse.subtree(clause)
            if clause.tag == "VB" and whole[0].i == verb.i + 1 and self.parse.children(clause, "nsubj"):
                for first, last in items(self.parse, whole)[:2]:
                    yield Term(first, last, BY_TEXT, "says")

    def _not_allowed(self, sentence: Sequence[Token], verb: Token) -> Iterator[Term]:
        """ "The deal does not allow either side to move its lines", "nothing in it allows the army to search houses"."""
        subject = next(iter(self.parse.children(verb, "nsubj")), None)
        if subject is None or verb.tag not in ("VB", "VBZ", "VBP") or not self.parse.children(verb, "ccomp", "dobj"):
            return
        does = next((k for k in self.parse.children(verb, "aux") if k.lower in ("do", "does")), None)
        denied = does is not None and self._is_text(subject) and self._is_denied(verb)
        below = self.parse.subtree(subject)
        none = subject.lower == "nothing" and any(self._is_text(t) or t.lower == "it" for t in below)
        first = does if denied else below[0] if none else None
        if first is not None:
            for begin, last in items(self.parse, self.parse.tokens[first.i : sentence[-1].i + 1])[:1]:
                yield Term(begin, last, BY_TEXT, "ban")

    def _decided(self, verb: Token) -> Iterator[Term]:
        """ "The committee decided that all roadblocks be removed", "and that patrols would begin in March"."""
        for clause in self.parse.children(verb, "ccomp"):
            marks = self.parse.children(clause, "mark")
            aux = self.parse.children(clause, "aux", "auxpass")
            owed = any(k.lower in _WILL for k in aux) or any(k.lower == "be" for k in aux) or clause.tag == "VB"
            if marks and marks[0].lower == "that" and marks[0].i > verb.i and owed:
                rest = [t for t in self.parse.subtree(clause) if t.i > marks[0].i]
                for first, last in items(self.parse, rest)[:3]:
                    yield Term(first, last, PROMISED, "promised")

    def _to_be_none(self, be: Token) -> Iterator[Term]:
        """ "There should be no flags, no weapons and no uniforms in the zone"."""
        owed = any(k.lower in MODALS | {"should"} for k in self.parse.children(be, "aux"))
        for thing in self.parse.children(be, "attr") if owed and self.parse.children(be, "expl") else ():
            none = any(k.lower == "no" for k in self.parse.children(thing, "det"))
            if none and thing.lemma not in _SURE:
                for first, last in items(self.parse, self.parse.subtree(thing))[:1]:
                    yield Term(first, last, OWED, "must")

    def _committed_to(self, noun: Token) -> Iterator[Term]:
        """ "Their commitment to the cessation of hostilities and to the unhindered delivery of aid"."""
        for lead in self.parse.children(noun, "prep"):
            whole = self.parse.subtree(lead)
            if lead.lower == "to" and any(self._is_deed(t) for t in self.parse.children(lead, "pobj")):
                for first, last in items(self.parse, [t for t in whole[1:] if t.lower != "to"], nouns=True)[:4]:
                    yield Term(first, last, PROMISED, "promised")

    def _limited(self, noun: Token) -> Iterator[Term]:
        """ "The withdrawal deadline of 23 January", "the recruitment ceiling"."""
        for kid in self.parse.children(noun, "compound", "amod"):
            if kid.i == noun.i - 1 and kid.pos == "NOUN" and self._is_deed(kid):
                yield Term(kid, self._tail(noun), OWED, "due")

    def _at_its_core(self, core: Token) -> Iterator[Term]:
        """ "The deal was signed on Monday. At its core is a swap of hostages for prisoners."."""
        lead = self.parse.tokens[core.head]
        verb = self.parse.tokens[lead.head]
        its = any(k.lower == "its" for k in self.parse.children(core, "poss"))
        for thing in self.parse.children(verb, "attr", "nsubj") if its and verb.lemma == "be" else ():
            if thing.i > verb.i:
                for first, last in items(self.parse, self.parse.subtree(thing), nouns=True)[:3]:
                    yield Term(first, last, BY_TEXT, "says")
