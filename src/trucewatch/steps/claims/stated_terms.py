"""What an agreement asks, as a report tells it: "Under the accord A must leave X", "it bans Y and provides for Z"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from trucewatch.core.parse import Token

from .agreements import OTHER_TOPICS
from .duty_phrases import NONE
from .owed_terms import (
    AGREES,
    ALLOWS,
    BANS,
    BINDS,
    BY_TEXT,
    CLAUSES,
    MODALS,
    ORDINALS,
    OWED,
    THINGS,
    VOWS,
    WORDS_OF_HONOUR,
    Term,
    in_form,
)
from .sound_terms import SoundTerms
from .term_bounds import without_asked
from .term_items import BE, items

_UNDER = frozenset({"under", "by"})
_ASIDE = frozenset({"according", "pursuant", "accordance", "line", "terms"})
_OWES = BE | MODALS | {"should", "ought"}
_KEPT = frozenset("honour honor respect keep observe fulfil fulfill break violate breach apply implement".split())
_ITS = frozenset("it they this".split())
# How long a number in Roman figures or letters may be.
_SHORT = 5
_THOUGHT = frozenset("understand believe say report think know".split())
_SPEAKS = frozenset("speak talk concern deal mention".split())


class TermFinder(SoundTerms):
    """Finds the terms of agreements in the sentences of a report."""

    # Whether the sentence before asks what was agreed.
    _asked_what = False

    def terms(self) -> list[Term]:
        """The terms in order of place; where two runs of words overlap, the surer one."""
        found: list[Term] = []
        spoken = False
        for low, high in self.parse.sentences:
            sentence = self.parse.tokens[low:high]
            before = self.parse.tokens[max(0, low - 6) : low]
            self._asked_what = any(t.lemma in ("agree", "sign") for t in before) and "?" in [
                t.text for t in before[-2:]
            ]
            here = list(self._of_sentence(sentence, spoken))
            found += here
            # "They promised each other three things. Salaries would be paid. And a road would be opened."
            # "Fighters were to stay where they were. Prisoners would be freed."
            owes = any(t.form == "is to" and t.by >= OWED for t in here)
            would = owes or (spoken and bool(here) and any(t.lower == "would" for t in sentence))
            spoken = would or any(self._is_text(t) or self._announces(t) for t in sentence)
        found += (*self._after_leads(), *self._after_announcing())
        kept: list[Term] = []
        for term in sorted(
            filter(self._is_owed, (self._in_bounds(t) for t in found)), key=lambda t: (-t.by, t.first.i, -t.last.i)
        ):
            if all(term.last.i < k.first.i or term.first.i > k.last.i for k in kept):
                kept.append(term)
        return sorted((without_asked(self.parse, t) for t in kept), key=lambda t: t.first.i)

    def _of_sentence(self, sentence: Sequence[Token], spoken: bool) -> Iterator[Term]:
        yield from in_form("listed", self._listed(sentence))
        yield from in_form("under", self._under(sentence, spoken))
        yield from self._taken_up(sentence)
        yield from self._told(sentence)
        yield from in_form("foreseen", self._held(sentence))
        yield from self._plainly(sentence, spoken=spoken)
        for token in sentence:
            if token.pos in ("NOUN", "PROPN"):
                yield from self._by_noun(sentence, token)
            elif token.pos in ("VERB", "AUX"):
                yield from self._by_verb(sentence, token, spoken)
            yield from in_form("is to", self._tasked(sentence, token))

    def _by_noun(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        numbered = self._is_numbered(token)
        if token.lemma in CLAUSES:
            yield from in_form("due", self._clause_called(token))
        if numbered:
            yield from in_form("listed", self._headed(sentence, token))
        if self._is_text(token) or numbered:
            yield from in_form("on", self._on(sentence, token))
        elif token.pos == "NOUN":
            yield from in_form("foreseen", self._foreseen(token))
        if token.lemma in WORDS_OF_HONOUR:
            yield from in_form("word", self._promised(sentence, token))
        if token.lemma in BANS:
            yield from in_form("ban", self._banned(sentence, token))

    def _by_verb(self, sentence: Sequence[Token], token: Token, spoken: bool) -> Iterator[Term]:
        if token.lower in _OWES:
            yield from in_form("must" if token.lower in MODALS else "is to", self._owed(sentence, token))
        if token.lower in BE and spoken:
            yield from in_form("listed", self._is_one(token))
        if token.lower == "would" and (spoken or any(self._is_text(t) for t in sentence)):
            yield from in_form("would", self._would(sentence, token))
        if token.lemma in ("have", "give"):
            has_to = self.parse.tokens[token.i + 1 : token.i + 2]
            bound = bool(has_to) and has_to[0].lower == "to"
            yield from in_form("has to" if bound else "until", self._until(sentence, token))
        if token.pos == "VERB":
            yield from in_form("says", self._stipulated(sentence, token, spoken))
        if token.pos == "VERB":
            yield from in_form("promised", self._vowed(sentence, token))
            yield from in_form("until", self._granted(sentence, token))
        if token.lemma in AGREES | VOWS:
            yield from in_form("promised", self._promised(sentence, token))
        if token.lemma in AGREES:
            yield from in_form("agreed on", self._agreed_on(sentence, token))
        if token.lower == "may" or token.lemma in self.forbids | ALLOWS:
            yield from in_form("ban", self._banned(sentence, token))

    # ------------------------------------------------------------------ the text says

    def _stipulated(self, sentence: Sequence[Token], verb: Token, spoken: bool) -> Iterator[Term]:
        """ "The accord bans A, provides for B and promises to C"."""
        if verb.pos != "VERB" or not self._by_text(sentence, verb, spoken) or self._is_denied(verb):
            return
        if self._forbids_which(verb):
            return
        if self.parse.tokens[verb.i + 1 : verb.i + 2] and self.parse.tokens[verb.i + 1].lower in BE:
            # "All the truce asks is that soldiers keep out of the fields."
            return
        if verb.lemma in _SPEAKS:
            yield from self._spoken_of(verb)
            return
        known = verb.lemma in self._lists_terms
        if not known and (not self._lays_down(verb) or not self.parse.children(verb, "dobj", "ccomp", "xcomp")):
            return
        last = self._end_of(sentence, verb) if verb.dep == "relcl" else sentence[-1].i
        rest = self.parse.tokens[verb.i : last + 1]
        yield from self._terms_of(rest, BY_TEXT)

    def _by_text(self, sentence: Sequence[Token], verb: Token, spoken: bool) -> bool:
        if self.parse.children(verb, "auxpass"):
            return False
        subjects = self.parse.children(verb, "nsubj") or self._subjects_above(sentence, verb)
        above = self.parse.tokens[verb.head]
        if verb.dep == "xcomp" and above.lemma in _THOUGHT and above.tag == "VBN":
            # "The truce is understood to provide for the release of hostages"
            subjects = self.parse.children(above, "nsubjpass")
        if not subjects and spoken and any(t.lower in ORDINALS and t.head == verb.i for t in sentence[:2]):
            # "The agreement has three phases. The first, lasting six weeks, provided for ..."
            return True
        for subject in subjects:
            if self._is_text(subject):
                return True
            if self._is_numbered(subject):
                return True
            if subject.lower in ("which", "that") and verb.dep == "relcl" and self._is_part(subject, verb):
                return True
            if len(subject.text) < _SHORT and any(self._is_text(k) for k in self.parse.children(subject, "compound")):
                # "Article V excludes ..."
                return True
            if subject.lower in ("one", "other", "first", "second", "third", "former", "latter") and spoken:
                return True
            if subject.lower in _ITS and spoken and verb.lemma in self._lists_terms | {"hand"}:
                # "The group said it would give the town back"
                return not self._is_reported(verb) or not self.parse.children(verb, "aux")
        return False

    def _is_part(self, relative: Token, verb: Token) -> bool:
        """Whether what "which" stands for is a text or a part of one: "point four, which bars ...", "the part that bars ..."."""
        above = self.parse.tokens[verb.head]
        if self._is_text(above) or above.pos == "NUM" or above.lemma in ("part", "passage"):
            return True
        near = self.parse.tokens[max(0, relative.i - 5) : relative.i]
        if not near or near[-1].text != ",":
            return False
        # "Military Agreement No. 1, which forbids ..."
        called = len(near) > 1 and near[-2].pos == "NUM" and any(self._is_text(t) for t in near[:-2])
        return called or any(self._is_numbered(t) for t in near[2:])

    def _spoken_of(self, verb: Token) -> Iterator[Term]:
        """ "The document speaks of the separation of forces", "the third point concerns joint monitoring"."""
        things = [*self.parse.children(verb, "dobj")]
        for lead in self.parse.children(verb, "prep"):
            things += self.parse.children(lead, "pobj") if lead.lower in ("of", "about", "with") else ()
        for thing in things:
            # "Speaks of Eritrean forces keeping away"
            done = any(k.tag == "VBG" for k in self.parse.children(thing, "acl"))
            if self._is_deed(thing) or done:
                for first, last in items(self.parse, self.parse.subtree(thing), nouns=True):
                    yield Term(first, last, BY_TEXT)

    def _subjects_above(self, sentence: Sequence[Token], verb: Token) -> Sequence[Token]:
        """Whose verb one without a subject of its own is: "it confirmed the truce, provided for A and called for B"; behind a
        long insertion parsers lose the subject: "The accord, signed on Monday by six states, orders all forces to stay"."""
        lead = self.parse.tokens[verb.i - 1] if verb.i else verb
        if verb.lemma not in self._lists_terms | self.does or not (lead.text in (",", ";") or lead.pos == "CCONJ"):
            return ()
        named = self.parse.tokens[verb.head]
        if verb.tag == "VBN" and verb.dep == "acl" and any(k.i < verb.i for k in self.parse.children(named, "acl")):
            # "The accord, signed in May, provided for ...", read as two insertions.
            return (named,) if named.dep in ("ROOT", "nsubj") and lead.text == "," else ()
        above = verb
        while (
            above.dep in ("conj", "advcl", "acl")
            and above.head != above.i
            and above.tag in ("VBZ", "VBD", "VBP", "VBN")
        ):
            above = self.parse.tokens[above.head]
            if own := self.parse.children(above, "nsubj", "nsubjpass"):
                return own if above.i < verb.i else ()
        first = next((t for t in sentence if t.pos in ("NOUN", "PROPN") and t.dep in ("nsubj", "ROOT")), None)
        inserted = first is not None and first.i + 1 < verb.i and self.parse.tokens[first.i + 1].text == ","
        return (first,) if first is not None and inserted and verb.tag == "VBZ" and lead.text == "," else ()

    def _terms_of(self, tokens: Sequence[Token], by: int) -> Iterator[Term]:
        """Cuts a run that begins with the verb of a text; what follows another such verb is cut in its own way."""
        starts = [0] + [
            n
            for n, t in enumerate(tokens)
            if n
            and t.pos == "VERB"
            and t.tag in ("VBZ", "VBP", "VBD")
            and t.dep in ("conj", "ROOT", "ccomp")
            and (tokens[n - 1].text in (",", ";") or tokens[n - 1].lower in ("and", "also", "but"))
            and not self.parse.children(t, "nsubj", "nsubjpass")
        ]
        for n, start in enumerate(starts):
            end = starts[n + 1] if n + 1 < len(starts) else len(tokens)
            run = tokens[start:end]
            verb = run[0]
            if verb.lemma in self.forbids or verb.lemma not in self._lists_terms or self._allows_none(verb):
                for first, last in items(self.parse, run)[:1]:
                    yield Term(first, last, by)
                continue
            to = next(iter(self.parse.children(verb, "dative")), None)
            thing = next(iter(self.parse.children(verb, "dobj")), None)
            nouns = verb.lemma in self.lists
            body = run if to is not None else self._body(verb, run)
            if to is not None and thing is not None and to.i < thing.i and thing.entity not in ("DATE", "TIME"):
                # "Gives the rebels four ministries"; in "gives the army ten days to leave" the verb has to stay.
                body, nouns = [t for t in run if t.i > self.parse.subtree(to)[-1].i], True
            for part, things in _returned(body, nouns):
                for first, last in items(self.parse, part, nouns=things):
                    whom = all(t.pos in ("DET", "ADJ", "NOUN") for t in self.parse.tokens[first.i : last.i + 1])
                    if whom and verb.lemma in BINDS and last.lemma in self.people:
                        # "The obligation binds both sides"
                        continue
                    yield Term(first, last, by)

    def _allows_none(self, verb: Token) -> bool:
        """Whether a text allows nobody something: without the verb its words would say the opposite."""
        whom = [k for k in self.parse.children(verb, "dobj", "dative", "nsubj") if k.i > verb.i]
        for clause in self.parse.children(verb, "ccomp"):
            whom += self.parse.children(clause, "nsubj")
        none = any(k.lower in NONE or any(d.lower in NONE for d in self.parse.children(k, "det")) for k in whom)
        return none and verb.lemma in self.asks

    def _body(self, verb: Token, run: Sequence[Token]) -> Sequence[Token]:
        rest = run[1:]
        while rest and (rest[0].pos in ("ADV", "PART", "ADP", "PUNCT") or rest[0].lower in ("that", "for", "both")):
            if rest[0].lower == "both" and rest[0].dep in ("det", "predet"):
                break
            if rest[0].lower == "to" and verb.lemma in self.asks:
                break
            rest = rest[1:]
        return rest

    # ------------------------------------------------------------------ lists, "a deal on ..."

    def _listed(self, sentence: Sequence[Token]) -> Iterator[Term]:
        """ "An understanding of four points: A, B, C"."""
        for n, token in enumerate(sentence):
            if not token.text.endswith(":") or n + 2 >= len(sentence):
                continue
            before = sentence[max(0, n - 6) : n]
            # "What was agreed on Monday: ..."
            agreed = any(t.lemma == "agree" and t.tag == "VBN" for t in sentence[:n])
            # "It signed with the junta in Kunming: both sides stop fighting, no air strikes"
            agreed = agreed or any(t.lemma in ("sign", "initial", "shake") and t.pos == "VERB" for t in sentence[:n])
            # "What was agreed? A recap: ..."; "The text, for those who missed it: ..."
            agreed = agreed or self._asked_what or self._heads(sentence[:n])
            if not agreed and not any(t.lemma in THINGS | {"part"} or self._is_text(t) for t in before):
                continue
            if not agreed and not any(self._is_text(t) or t.lower in _ITS for t in sentence[:n]):
                continue
            rest = sentence[n + 1 :]
            if any(t.lemma in _KEPT and t.pos == "VERB" for t in sentence[:n]):
                # "The front has honoured Article 3: all prisoners were handed over": what was done.
                continue
            marks = [
                k
                for k, t in enumerate(rest[:-2])
                if t.text == "(" and len(rest[k + 1].text) < 3 and rest[k + 2].text == ")"
            ]
            for a, b in zip(marks, [*marks[1:], len(rest)], strict=True) if len(marks) > 1 else ():
                # "(a) no drones over the valley, (b) the army moves into the posts"
                for first, last in items(self.parse, rest[a + 3 : b])[:1]:
                    yield Term(first, last, BY_TEXT)
            if len(marks) > 1:
                return
            told = (agreed and rest[0].tag == "VB") or self._is_directive(rest)
            if (told or any(t.text in (",", ";") for t in rest)) and rest[0].text not in ('"', "“", "'"):
                for first, last in items(self.parse, rest, nouns=True):
                    yield Term(first, last, BY_TEXT)

    def _is_one(self, token: Token) -> Iterator[Term]:
        """ "It has two parts. The first is the withdrawal of troops.": what a point of a text consists in."""
        subject = next(iter(self.parse.children(token, "nsubj")), None)
        thing = next(iter(self.parse.children(token, "attr")), None)
        if subject is None or thing is None or subject.lower not in ORDINALS or not self._is_deed(thing):
            return
        for first, last in items(self.parse, self.parse.subtree(thing), nouns=True)[:2]:
            yield Term(first, last, BY_TEXT)

    def _headed(self, sentence: Sequence[Token], part: Token) -> Iterator[Term]:
        """ "Point 3 = no new works", "Point 5 - publishing the orders", "Point 1: soldiers stay in their camps"."""
        sign = self.parse.tokens[part.i + 2 : part.i + 3]
        rest = self.parse.tokens[part.i + 3 : sentence[-1].i + 1]
        told = bool(rest) and sign[0].text == ":" and self._is_directive(rest)
        if sign and (told or sign[0].text in ("=", "-", "–", "—")) and part.i + 4 < sentence[-1].i:
            for first, last in items(self.parse, self.parse.tokens[part.i + 3 : sentence[-1].i + 1])[:1]:
                yield Term(first, last, BY_TEXT)

    def _heads(self, before: Sequence[Token]) -> bool:
        """Whether words in front of a colon only name a text."""
        tells = any(t.tag in ("VBD", "VBZ", "VBP", "MD") and t.dep not in ("relcl", "acl", "aux") for t in before)
        return not tells and any(self._is_text(t) for t in before[:5])

    def _on(self, sentence: Sequence[Token], token: Token) -> Iterator[Term]:
        """ "An agreement on the exchange of prisoners", "a deal to reopen the road", "an accord providing for ..."."""
        if token.i >= sentence[-1].i - 2:
            return
        at = token.i + 1
        if self.parse.tokens[at].pos == "NUM" and at + 2 < sentence[-1].i:
            # "A breach of paragraph 1.8 on the disarming of paramilitaries"
            at += 1
        after = self.parse.tokens[at]
        rest = self.parse.tokens[at + 1 : sentence[-1].i + 1]
        if self._is_presented(token):
            return
        asked = [k for k in self.parse.children(token, "acl") if self._is_asked(k)]
        if after.lower == "to" and rest[0].pos == "VERB" and rest[0].tag == "VB":
            asked = [rest[0]]
        if asked:
            # "A deal to reopen the road", "the order of 18 January to cease operations"
            own = list(self.parse.tokens[asked[0].i : sentence[-1].i + 1])
            for first, last in items(self.parse, self._own_clause(asked[0], own))[:3]:
                yield Term(self._with_not(asked[0]) if first is asked[0] else first, last, BY_TEXT)
        elif after.lower in ("on", "for", "about", "concerning", "regarding") and after.dep in ("prep", "acl"):
            below = self.parse.subtree(after)
            goals = self.parse.children(after, "pobj", "pcomp")
            if goals and goals[0].entity not in ("DATE", "TIME", "GPE", "EVENT") and self._is_plain(goals[0], below):
                for first, last in items(self.parse, below[1:], nouns=True):
                    yield Term(self._called(token, first, last), last, BY_TEXT)
        elif after.lower in self._participles:
            # "A protocol providing for ...", which taggers also take for a thing.
            verb = replace(after, lemma=self._participles[after.lower], pos="VERB", tag="VBG")
            yield from self._terms_of((verb, *self.parse.tokens[after.i + 1 : sentence[-1].i + 1]), BY_TEXT)
        elif self._is_verb_by_form(after):
            # "Article 35 foresees mixed units", "the protocol reserves thirty seats": parsers take the verb for a plural.
            verb = replace(after, lemma=after.lower.removesuffix("s"), pos="VERB", tag="VBZ")
            yield from self._terms_of((verb, *self.parse.tokens[after.i + 1 : sentence[-1].i + 1]), BY_TEXT)

    def _is_presented(self, text: Token) -> bool:
        """Whether a text is itself what somebody owes: "was to present a plan for the camps"."""
        verb = self.parse.tokens[text.head]
        return (
            text.dep == "dobj" and verb.tag == "VB" and any(k.lower == "to" for k in self.parse.children(verb, "aux"))
        )

    def _is_verb_by_form(self, token: Token) -> bool:
        """Whether what looks like a plural is what a text says: "protects" before what is protected."""
        after = self.parse.tokens[token.i + 1]
        known = token.lower.endswith("s") and token.lower.removesuffix("s") in self._lists_terms
        led = after.pos in ("DET", "NUM", "ADJ") or after.lower in ("for", "that", "both")
        return known and token.tag == "NNS" and led

    def _is_plain(self, goal: Token, below: Sequence[Token]) -> bool:
        """Whether what follows "agreement on" says what is owed: it is no part of its name, no time, no other contract."""
        first = next((t for t in below[1:] if t.pos not in ("DET", "ADJ")), goal)
        return (
            goal.pos in ("NOUN", "VERB")
            and not first.text[:1].isupper()
            and goal.lemma not in ("month", "week", "day", "year", "file", "hold", "record", "paper")
            and not any(t.lemma in OTHER_TOPICS for t in below[:4])
        )

    # ------------------------------------------------------------------ "Under the accord, A is to ..."

    def _under(self, sentence: Sequence[Token], spoken: bool) -> Iterator[Term]:
        for n, token in enumerate(sentence[:-3]):
            part = token.lower == "as" and sentence[n + 1].lower == "part"
            if not (part or token.lower in _UNDER | _ASIDE | {"whereby"}) or (
                n and sentence[n - 1].pos == "VERB" and token.lower == "by"
            ):
                continue
            which = token.lower == "whereby" or sentence[n + 1].lower == "which"
            text = next((t for t in sentence[n + 1 : n + 9] if self._is_text(t)), None)
            if which and any(self._is_text(t) for t in sentence[max(0, n - 8) : n]):
                text = token if token.lower == "whereby" else sentence[n + 1]
            if n < 2 and spoken and sentence[n + 1].lower in ("it", "them", "this"):
                # "Under it the army leaves the town."
                text = sentence[n + 1]
            if text is None:
                continue
            start = self._clause_after(sentence, text, which=which)
            if start is None:
                continue
            rest = [t for t in sentence if t.i >= start.i]
            for first, last in items(self.parse, rest):
                yield Term(first, last, BY_TEXT)
            yield from self._meanwhile(rest)
            return

    def _meanwhile(self, rest: Sequence[Token]) -> Iterator[Term]:
        """ "... as the army deploys there": what another side is to do at the same time."""
        for mark in rest:
            verb = self.parse.tokens[mark.head]
            if mark.lower == "as" and mark.dep == "mark" and verb.dep == "advcl" and verb.tag in ("VBZ", "VBP"):
                body = [t for t in self.parse.subtree(verb) if t.i > mark.i]
                if verb.pos == "VERB" and any(t.dep == "nsubj" and t.pos in ("NOUN", "PROPN") for t in body):
                    for first, last in items(self.parse, body)[:1]:
                        yield Term(first, last, BY_TEXT)

    def _clause_after(self, sentence: Sequence[Token], text: Token, *, which: bool) -> Token | None:
        """The first word of the clause that follows "Under the accord ...", if it tells what is owed."""
        for token in sentence:
            lost = token.head == text.i and self.parse.tokens[text.head].dep == "ROOT"
            relative = (which or lost) and token.dep == "relcl" and token.tag in ("VBZ", "VBP") and token.pos == "VERB"
            if token.i <= text.i or not (relative or self._is_owing(token)):
                continue
            subject = next(iter(self.parse.children(token, "nsubj", "nsubjpass")), None)
            if subject is None or not text.i < subject.i < token.i:
                subject = next((t for t in sentence if text.i < t.i < token.i and t.dep.startswith("nsubj")), None)
            if subject is None:
                return None
            if token.pos == "VERB" and subject.lower in ("i", "we", "he", "she", "you"):
                return None
            # "Under article 10 prisoners were to be freed."
            begins = text.i + 1 + (self.parse.tokens[text.i + 1].pos == "NUM")
            low = min((t.i for t in self.parse.subtree(subject) if t.i >= begins and subject.i - t.i < 8), default=0)
            return self.parse.tokens[low]
        return None

    def _is_owing(self, token: Token) -> bool:
        """Whether a verb tells what is owed: "is to", "must", or the plain present."""
        if token.lower in BE:
            verb = self.parse.tokens[token.head]
            # "The Maoist army is confined to its camps"
            passive = token.dep == "auxpass" and token.tag in ("VBZ", "VBP") and verb.dep in ("ROOT", "conj", "ccomp")
            return passive or self._is_be_to(token) or self._is_allotted(token)
        if token.lower in MODALS | {"will", "may", "should", "would"} and token.tag == "MD":
            return True
        if token.lower == "had" and self.parse.tokens[token.i + 1].lower == "to":
            return True
        if token.lower in ("do", "does"):
            # "The army does not raid the camps."
            verb = self.parse.tokens[token.head]
            return verb.dep in ("ROOT", "conj", "ccomp") and bool(self.parse.children(verb, "neg"))
        if token.pos != "VERB" or token.tag not in ("VBZ", "VBP", "VB"):
            return False
        if token.dep == "advcl":
            return not self.parse.children(token, "mark", "advmod", "aux")
        return token.dep in ("ROOT", "conj", "ccomp") and not self.parse.children(token, "aux")


def _returned(body: Sequence[Token], nouns: bool) -> Iterator[tuple[Sequence[Token], bool]]:
    """What is given, and what is given in return for it: "an amnesty in return for the disarmament of its fighters"."""
    words = [t.lower for t in body]
    at = next(
        (n for n in range(1, len(words) - 3) if words[n] == "in" and words[n + 1] in ("return", "exchange")), None
    )
    if at is None or words[at + 2] != "for":
        yield body, nouns
    else:
        yield body[:at], nouns
        yield body[at + 3 :], True
