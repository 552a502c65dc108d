"""Duties that a report names by saying that they were foreseen: "the withdrawal foreseen in article 3", "the exchange due today"."""

from collections.abc import Iterator

from trucewatch.core.parse import Token

from .owed_terms import BY_TEXT, DUE_WHEN, NEAR, OWED, PROMISED, OwedTerms, Term
from .term_items import items

_SAID_SO = frozenset(
    "foresee require set provide agree promise demand stipulate prescribe order envisage lay guarantee impose establish "
    "list plan owe name schedule".split()
)


class ForeseenTerms(OwedTerms):
    """Finds what is said to have been foreseen, agreed or due."""

    def _foreseen(self, token: Token) -> Iterator[Term]:
        """ "The withdrawal foreseen in article 3", "the release of prisoners, which the accord requires"."""
        if token.pos != "NOUN" or self._is_text(token) or token.entity in ("DATE", "TIME"):
            return
        passive = self.parse.tokens[token.head]
        if token.dep == "nsubjpass" and passive.lemma in _SAID_SO and passive.tag == "VBN":
            below = self.parse.subtree(passive)
            dated = passive.lemma in ("schedule", "plan", "set") and token.lemma in self.duties
            dated = dated and any(t.entity in ("DATE", "TIME") for t in below if passive.i < t.i < passive.i + NEAR)
            if passive.lemma == "agree" or dated or any(self._is_text(t) for t in below if t.i > passive.i):
                whole = [t for t in self.parse.subtree(token) if t.i < passive.i]
                for first, last in items(self.parse, whole, nouns=True):
                    yield Term(first, last, BY_TEXT)
            return
        yield from self._due_later(token)
        if (
            token.dep == "nsubj"
            and passive.lemma in _SAID_SO
            and passive.tag in ("VBN", "VBD")
            and passive.i == token.i + 1
        ):
            # "The lists foreseen in paragraph 6 were exchanged", of which parsers make the predicate.
            broken = self.parse.children(passive, "ccomp") and not self.parse.children(passive, "dobj", "xcomp")
            thing = token.lemma not in self.people and self.parse.tokens[passive.i + 1].lower in ("in", "by", "under")
            named = (passive.tag == "VBN" or (broken and thing)) and any(
                self._is_text(t) for t in self.parse.tokens[passive.i : passive.i + NEAR]
            )
            named = named or bool(self._is_met(token, passive) and self.parse.children(passive, "ccomp"))
            if named and not self.parse.children(passive, "aux", "auxpass"):
                yield from self._in_front(token, passive.i, BY_TEXT)
        for verb in self.parse.children(token, "acl", "relcl"):
            if not self._says_so(verb):
                continue
            below = self.parse.subtree(verb)
            given = verb.lemma == "promise" and verb.dep == "acl"
            dated = any(t.entity in ("DATE", "TIME") for t in (below if given else below[:5])) and (
                given or self._is_deed(token)
            )
            # "The joint patrols agreed at its second session"
            met = (
                verb.lemma == "agree" and verb.i == token.i + 1 and verb.tag == "VBN" and token.lemma not in self.people
            )
            met = met and self.parse.tokens[verb.i + 1].lower in ("at", "between", "by", "with")
            # "Two of the sixty monitors foreseen have been deployed."
            counted = verb.i == token.i + 1 and verb.tag == "VBN" and bool(self.parse.children(token, "nummod"))
            met = met or verb.lemma == "commit" or (counted and len(below) == 1)
            if (dated or met or any(self._is_text(t) for t in below[:10])) and verb.tag != "VBG":
                yield from self._told_of(token, below[0].i, BY_TEXT)

    def _says_so(self, verb: Token) -> bool:
        """Whether a verb behind a noun tells who or what laid it down: "called for by the accord", "to which they committed"."""
        if verb.lemma == "commit" and verb.dep == "relcl":
            return any(
                k.lower == "which" for lead in self.parse.children(verb, "prep") for k in self.parse.children(lead)
            )
        if verb.lemma == "call":
            return self.parse.tokens[verb.i + 1].lower == "for" and verb.dep == "acl"
        return verb.lemma in _SAID_SO

    def _due_later(self, token: Token) -> Iterator[Term]:
        """ "The exchange of prisoners, due on Friday", "a promised flight schedule"."""
        for kid in self.parse.children(token, "amod"):
            given = kid.lower in ("promised", "pledged")
            last = self._tail(token)
            # "The agreed handover of the radio station", but "agreed locations"
            agreed = kid.lower in ("agreed", "stipulated") and self._is_deed(token) and last.i > token.i
            if kid.i < token.i and (given or agreed):
                yield Term(kid, last, PROMISED)
            elif kid.lower == "due" and kid.i > token.i and self._is_due(self._top(token), kid):
                yield from self._in_front(self._top(token), kid.i, OWED)

    def _is_due(self, noun: Token, due: Token) -> bool:
        """Whether what is due is a deed, or a thing told in full: "the lists of weapons due since May", not "talks due today"."""
        full = any(k.lower == "of" for k in self.parse.children(noun, "prep")) and noun.lemma not in self.people
        return self._is_deed(noun) or (full and self.parse.tokens[due.i + 1].lower in DUE_WHEN)

    def _is_met(self, noun: Token, verb: Token) -> bool:
        """Whether somebody has agreed on what a noun names: "the joint patrols agreed at its second session"."""
        agreed = verb.lemma == "agree" and verb.i == noun.i + 1 and noun.lemma not in self.people
        return agreed and self.parse.tokens[verb.i + 1].lower in ("at", "between", "by", "with")
