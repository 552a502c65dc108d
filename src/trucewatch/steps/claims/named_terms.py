"""Terms that a report calls parts of a text: "the deal's prisoner exchange", "the airport's reopening, the third of its points"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from trucewatch.core.parse import Token

from .owed_terms import BANS, BY_TEXT, ORDINALS, OWED, THINGS, Term, in_form
from .plain_terms import PlainTerms
from .term_items import items

_PART = (
    THINGS
    | ORDINALS
    | frozenset("part heart core crux key centrepiece centerpiece cornerstone element pillar plank one".split())
)
_NUMBERED = frozenset("point item clause article paragraph section provision annex step".split())
_LAID_DOWN = frozenset(
    {"called for", "provided for", "laid down", "set out", "spelled out", "spelt out", "written into"}
)
_IN = frozenset({"in", "under", "by"})
_ABOUT = frozenset("on concerning about regarding".split())
_FORBIDS = frozenset("forbid ban bar prohibit outlaw preclude".split())
_NO_DEED = frozenset("implementation".split())
_TIMES = ("DATE", "TIME")
# How many words may stand between a deed and the text that asks for it, and in the brackets behind a number.
_FAR, _ASIDE = 12, 9


class NamedTerms(PlainTerms):
    """Finds what is owed by the text that it is said to be a part of."""

    def _named(self, sentence: Sequence[Token]) -> Iterator[Term]:
        for token in sentence:
            if token.pos in ("NOUN", "PROPN") and token.lemma.lower() in _NUMBERED:
                yield from in_form("listed", self._beside_number(sentence, token))
            if token.pos == "NOUN" and not self._is_text(token):
                yield from in_form("due", self._text_before(token))
                yield from in_form("foreseen", self._text_behind(sentence, token))
            if token.lemma in _PART:
                yield from in_form("due", self._called_part(token))
            if token.lemma in _FORBIDS and token.dep == "relcl":
                yield from in_form("ban", self._which_it_forbids(token))
            if token.lower in ("namely", "including"):
                yield from in_form("listed", self._namely(sentence, token))
        yield from in_form("would", self._in_return(sentence))

    def _has_object(self, deed: Token) -> bool:
        """Whether a deed is told with what it is done to: "prisoner exchange", "release of captives"."""
        named = any(k.i < deed.i and k.pos in ("NOUN", "PROPN") for k in self.parse.children(deed, "compound", "nmod"))
        return named or any(k.lower in ("of", "from") for k in self.parse.children(deed, "prep"))

    def _is_known_deed(self, noun: Token) -> bool:
        return noun.lemma in (self.duties - _NO_DEED) | (BANS - {"right", "time", "period", "limit"})

    # ------------------------------------------------------------------ "the deal's prisoner exchange"

    def _text_before(self, deed: Token) -> Iterator[Term]:
        """ "The deal's prisoner exchange"; "the truce's extension" is none of its terms."""
        whose = [k for k in self.parse.children(deed, "poss") if self._is_text(k)]
        if whose and self._is_known_deed(deed) and deed.lemma not in BANS and self._has_object(deed):
            inside = [t for t in self.parse.subtree(deed) if whose[-1].i + 1 < t.i <= deed.i]
            yield Term(inside[0], self._tail(deed), OWED)

    def _text_behind(self, sentence: Sequence[Token], deed: Token) -> Iterator[Term]:
        """ "The release of all captives under the truce", "the return of land called for in article 5"."""
        if not (self._is_known_deed(deed) and self._has_object(deed)):
            return
        rest = self.parse.tokens[deed.i + 1 : min(deed.i + _FAR, sentence[-1].i + 1)]
        if any(t.lemma in self.hostile | {"fire"} for t in rest[:3]):
            # "The exchange of fire under the truce"
            return
        for n, token in enumerate(rest):
            laid = n > 1 and f"{rest[n - 2].lower} {rest[n - 1].lower}" in _LAID_DOWN
            if token.lower in _IN and (laid or token.lower != "by") and self._names_text(rest[n + 1 :]):
                last = rest[n - 1 - 2 * laid] if n > 2 * laid else deed
                left = [t for t in self.parse.subtree(deed) if t.i <= deed.i and deed.i - t.i < _FAR // 2]
                if last.pos in ("NOUN", "PROPN", "NUM"):
                    yield Term(left[0], last, BY_TEXT)
                return
            part = token.pos in ("ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "CCONJ") and token.entity not in _TIMES
            if not part and not any(
                f"{a.lower} {b.lower}" in _LAID_DOWN for a, b in pairwise(rest[max(0, n - 1) : n + 2])
            ):
                return

    def _names_text(self, words: Sequence[Token]) -> bool:
        """Whether words begin with the name of a text: "the Minsk accord", "paragraph 5"."""
        for token in words[:5]:
            if self._is_text(token):
                return True
            if token.pos not in ("DET", "ADJ", "NUM", "PROPN", "PRON") and token.dep not in (
                "compound",
                "poss",
                "case",
            ):
                return False
        return False

    # ------------------------------------------------------------------ "the third of the truce's points"

    def _called_part(self, part: Token) -> Iterator[Term]:
        """ "Amnesty, the heart of the deal", "the exchange of prisoners is part of the truce"."""
        of = [k for k in self.parse.children(part, "prep") if k.lower in ("of", "in", "to")]
        whose = [*self.parse.children(part, "poss"), *(t for k in of for t in self.parse.subtree(k)[1:2])]
        if any(k.lower == "its" or self._is_text(k) for k in whose):
            # "Its central promise, the return of the archive, has not been kept."
            for deed in self.parse.children(part, "appos"):
                if deed.i > part.i and self._is_deed(deed):
                    yield Term(self.parse.subtree(deed)[0], self._tail(deed), OWED)
        by_text = any(self._is_text(t) for k in of for t in self.parse.subtree(k)[:5])
        if part.lemma in THINGS and part.dep == "nsubj" and (by_text or any(self._is_text(k) for k in whose)):
            yield from self._consists_in(part)
        if not by_text:
            return
        above = self.parse.tokens[part.head]
        begins = self.parse.subtree(part)[0].i
        before = self.parse.tokens[max(0, begins - 2) : begins]
        beside = len(before) == 2 and before[1].text == "," and before[0].pos == "NOUN" and above.pos != "AUX"
        if beside and self._is_matter(self._top(before[0])) and self.parse.tokens[begins].pos in ("DET", "NUM"):
            yield from self._in_front(self._top(before[0]), begins, OWED)
        elif part.dep == "attr" and above.lemma == "be" and not self._is_denied(above):
            if any(k.lower == "no" for k in self.parse.children(part, "det")):
                return
            for subject in self.parse.children(above, "nsubj", "csubj"):
                owed = self._is_known_deed(subject) or subject.dep == "csubj" or subject.lemma == "amnesty"
                if subject.i < above.i and owed:
                    yield Term(self.parse.subtree(subject)[0], self.parse.subtree(subject)[-1], OWED)
        elif part.dep in ("dobj", "oprd", "ccomp") and above.dep == "relcl":
            # "The amnesty, which she called the heart of the deal"
            thing = self._top(self.parse.tokens[above.head])
            if self._is_matter(thing):
                yield from self._in_front(thing, self.parse.subtree(above)[0].i, OWED)

    def _consists_in(self, part: Token) -> Iterator[Term]:
        """ "One point of the truce was the return of cattle"."""
        verb = self.parse.tokens[part.head]
        for thing in self.parse.children(verb, "attr") if verb.lemma == "be" and not self._is_denied(verb) else ():
            if self._is_matter(thing) and thing.lemma not in _PART and self.parse.children(thing):
                for first, last in items(self.parse, self.parse.subtree(thing), nouns=True)[:2]:
                    yield Term(first, last, OWED)

    def _is_matter(self, noun: Token) -> bool:
        return noun.pos == "NOUN" and noun.lemma not in self.people and not self._is_text(noun)

    def _namely(self, sentence: Sequence[Token], lead: Token) -> Iterator[Term]:
        """ "The commitments of Kidal, namely the dismantling of posts and free passage", "the terms, including the release of ..."."""
        before = [t for t in sentence if lead.i - _ASIDE <= t.i < lead.i]
        if not before or before[-1].text != "," or not any(t.lemma in THINGS for t in before):
            return
        rest = self.parse.tokens[lead.i + 1 : sentence[-1].i + 1]
        end = next(
            (n for n, t in enumerate(rest) if t.text in (":", ";") or t.tag in ("VBD", "VBZ", "VBP", "MD")), len(rest)
        )
        for first, last in items(self.parse, rest[:end], nouns=True)[:6]:
            if (
                any(self._is_deed(t) or t.lemma in BANS for t in self.parse.tokens[first.i : last.i + 1])
                or lead.lower == "namely"
            ):
                yield Term(first, last, OWED)

    # ------------------------------------------------------------------ "point 4, on the return of refugees"

    def _beside_number(self, sentence: Sequence[Token], part: Token) -> Iterator[Term]:
        """ "Point 4 (return of refugees)", "article 7, on the return of refugees,"."""
        rest = self.parse.tokens[part.i + 1 : sentence[-1].i + 1]
        counted = bool(rest) and (rest[0].pos == "NUM" or rest[0].text.isdigit())
        before = self.parse.tokens[part.i - 1] if part.i else part
        if not counted and before.lower not in ORDINALS:
            return
        rest = rest[counted:]
        ends = {"(": ")", ",": ","}.get(rest[0].text) if rest else None
        led = len(rest) > 2 and rest[1].lower in _ABOUT
        if ends is None or (ends == "," and not led):
            return
        inside = rest[1 + led :]
        end = next((n for n, t in enumerate(inside) if t.text in (ends, ".", ";") or t.text == ")"), len(inside))
        inside = inside[: min(end, len(inside))]
        if 0 < len(inside) <= _ASIDE and any(t.pos == "NOUN" for t in inside) and inside[0].entity not in _TIMES:
            for first, last in items(self.parse, inside, nouns=True)[:2]:
                yield Term(first, last, BY_TEXT)

    # ------------------------------------------------------------------ "..., which the agreement forbids"

    def _forbids_which(self, verb: Token) -> bool:
        """Whether "which" stands for what a text forbids."""
        # Of "which the agreement forbids" parsers make a thing, too.
        things = ("dobj", "nsubj") if verb.tag == "NNS" else ("dobj",)
        return verb.dep == "relcl" and any(k.lower == "which" for k in self.parse.children(verb, *things))

    def _which_it_forbids(self, verb: Token) -> Iterator[Term]:
        """ "Recruiting schoolboys, which the agreement forbids": without its last words it would say the opposite."""
        if not self._forbids_which(verb) or self._is_denied(verb):
            return
        if not any(self._is_text(k) for k in self.parse.children(verb, "nsubj", "compound")):
            return
        thing = self._top(self.parse.tokens[verb.head])
        for deed in self.parse.ancestors(thing):
            if deed.i < thing.i and deed.pos == "VERB":
                first = deed if deed.lemma not in self.speech else self.parse.subtree(thing)[0]
                if verb.i - first.i < 2 * _FAR:
                    yield Term(first, verb, BY_TEXT)
                return

    # ------------------------------------------------------------------ "in exchange for a halt to air raids"

    def _in_return(self, sentence: Sequence[Token]) -> Iterator[Term]:
        """ "In exchange for a halt to air raids, the rebels will free 40 soldiers", told by the author."""
        at = next(
            (
                n
                for n, t in enumerate(sentence[:-4])
                if t.lower == "in"
                and sentence[n + 1].lower in ("return", "exchange")
                and sentence[n + 2].lower == "for"
            ),
            None,
        )
        if at is None:
            return
        modal = next((t for t in sentence if t.lower in ("will", "would", "shall") and t.tag == "MD"), None)
        verb = self.parse.tokens[modal.head] if modal is not None else None
        if verb is None or verb.dep not in ("ROOT", "conj") or self._is_reported(verb):
            return
        end = next((n for n, t in enumerate(sentence) if n > at and t.text == ","), len(sentence))
        thing = sentence[at + 3 : end]
        if thing and thing[0].pos in ("DET", "NOUN", "ADJ", "NUM", "VERB"):
            for first, last in items(self.parse, thing, nouns=True)[:2]:
                yield Term(first, last, OWED)
        if at == 0 and modal is not None and modal.lower == "will" and end < modal.i:
            rest = [t for t in sentence if t.i > modal.i]
            for first, last in items(self.parse, self._up_to_teller(rest), owed=True)[:2]:
                yield Term(first, last, OWED)
