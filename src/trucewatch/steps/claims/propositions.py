"""Takes sentences apart into propositions: one predicate each, with who is said to say it and how firmly."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from trucewatch.core.parse import FINITE, Parse, Token

from .attributions import Attribution, find_attributions
from .clause_ends import ALL_SUBJECTS, comes_and_goes, stands_alone
from .empty_subjects import is_the_other, means_nobody, noun_meant
from .signings import SIGNED, TELLING, tells_signing
from .voices import breaks_off, holder_of_view, let_me_say, lets_know, quoted_speaker, rejoinders, says_who

_PREDICATE_DEPS = frozenset("ccomp xcomp advcl conj parataxis dep csubj pcomp acl relcl".split())
SUBJECTS = ALL_SUBJECTS
_LIGHT = frozenset(
    "begin start continue have be want intend plan try manage seem appear get go come help need cease fail refuse "
    "decline stop keep hope expect set unable able likely ready".split()
)
_VIEWS = frozenset("view opinion eye reading estimation word account understanding judgement judgment".split())
_CERTAIN = frozenset("certain sure convinced adamant confident positive clear".split())
# How far behind its first word a charge may be answered.
_LONGEST_CHARGE = 30
_PERSONS = frozenset("he she they i we you".split())
_SAID = frozenset("ccomp xcomp dobj prep parataxis nsubj nsubjpass oprd npadvmod".split())
_QUOTES = frozenset("quote cite hear".split())
_CLAUSES = ("ccomp", "parataxis")
# Where predicates hang under what is none.
_UNDER = {"prep": ("pcomp",), "parataxis": _CLAUSES, "dep": _CLAUSES, "appos": _CLAUSES}


@dataclass(frozen=True)
class Frame:
    """Who is said to say something, by which verb. `verb` is None for a transcript's label."""

    speaker: Token | None
    verb: Token | None
    sentence: int
    label: tuple[int, int] | None = None
    # The phrase that names the speaker of an aside.
    words: tuple[int, int] | None = None
    # Who tells that it was said: the two of "two aides say that the minister promised ...".
    outer: "Frame | None" = None

    @property
    def outermost(self) -> "Frame":
        """Who tells all of it, through however many mouths."""
        return self if self.outer is None or self.outer.verb is None else self.outer.outermost


@dataclass(frozen=True)
class Proposition:
    """One predicate in its sentence.

    `where` is act (the author tells), report (the verb of saying), said, or aside (the verb of ", he said,", which
    says nothing by itself).
    """

    parse: Parse
    sentence: int
    head: Token
    where: str
    frame: Frame | None
    subject: Token | None
    quoted: bool
    question: bool
    under: Token | None = None
    mark: str = ""

    @property
    def subtree(self) -> tuple[Token, ...]:
        return self.parse.subtree(self.head)

    @property
    def control(self) -> tuple[Token, ...]:
        """The light verbs above the predicate ("have yet to free", "was not able to verify"), nearest first."""
        found: list[Token] = []
        token = self.head
        while (token.dep == "xcomp" or (found and token.dep == "acomp")) and token.head != token.i:
            token = self.parse.tokens[token.head]
            if token.lemma not in _LIGHT:
                break
            found.append(token)
        return tuple(found)


def subject_of(parse: Parse, head: Token) -> Token | None:
    """The grammatical subject, looked for at the predicate, then at what it is joined to or governed by."""
    token = head
    for _ in range(12):
        for kid in parse.children(token, *SUBJECTS):
            if kid.dep == "expl":
                # "There was no comment from X": what there was stands in the subject's place.
                kid = next(iter(parse.children(token, "attr", "nsubj", "dobj")), kid)
            if kid.dep != "expl" and not means_nobody(parse, kid):
                return noun_meant(parse, kid)
        if token.tag in ("VB", "VBG") and token.dep in ("acl", "advcl", "pcomp", "relcl") and token is not head:
            # A finite verb that was joined to an infinitive belongs to the finite verb above.
            token = next((a for a in parse.ancestors(token) if a.tag in FINITE), token)
            continue
        if token.dep in ("conj", "xcomp", "acomp") and token.head != token.i:
            above = parse.tokens[token.head]
            if token.dep == "xcomp":
                objects = parse.children(above, "dobj", "pobj") or [
                    o for p in parse.children(above, "prep") for o in parse.children(p, "pobj")
                ]
                if objects and above.lemma in ("urge", "call", "ask", "tell", "press", "allow", "order", "force"):
                    return objects[0]
            token = above
            continue
        return None
    return None


def agent_of(parse: Parse, head: Token) -> Token | None:
    """The "by ..." of a passive; in "said by telephone" there is none."""
    if parse.children(head, "nsubj") and not parse.children(head, "nsubjpass", "auxpass"):
        return None
    for kid in parse.children(head, "agent"):
        for inner in parse.children(kid, "pobj"):
            return inner
    return None


def _misjoined(parse: Parse, token: Token, speech: Mapping[str, str]) -> Iterator[Token]:
    """Finite verbs that a parser joined to an infinitive deep in a noun phrase: "steps to reduce X and renewed Y".

    So it is with "the fact that it had left, and called on both sides": the tenses differ.
    """
    tag = parse.tokens[token.head].tag
    for below in parse.subtree(token):
        if below.dep == "conj" and below.tag in FINITE and below.pos == "VERB":
            above = parse.tokens[below.head]
            helped = any(
                k.lower in ("had", "has", "have", "were", "was") for k in parse.children(above, "aux", "auxpass")
            )
            says = below.lemma in speech and below.tag == tag and above.tag == "VBN" and helped
            says = says and not parse.children(below, "aux", *SUBJECTS)
            if (says or is_infinite(parse, above)) and above.dep in ("acl", "relcl", "advcl", "pcomp"):
                yield below


def is_infinite(parse: Parse, token: Token) -> bool:
    """Whether a verb is an infinitive with "to" or a bare participle."""
    aux = parse.children(token, "aux", "auxpass")
    return any(k.lower == "to" for k in aux) or (token.tag == "VBG" and not aux)


class QuotedSpeech(Protocol):
    """Knows who speaks inside quotation marks."""

    def speaker_at(self, offset: int) -> Frame | None:
        """The frame of the quotation that covers a working-text offset."""
        ...


class SentenceReader:
    """Yields the propositions of a parse, given who speaks inside quotation marks."""

    def __init__(
        self,
        parse: Parse,
        speech: Mapping[str, str],
        inside: QuotedSpeech,
        label: tuple[int, int] | None,
        can_speak: Callable[[Parse, Token | None], bool],
        is_actor: Callable[[Token | None], bool],
    ) -> None:
        self.can_speak = can_speak
        self.is_actor = is_actor
        self.subjects: dict[int, Token | None] = {}
        self._outer: dict[int, Frame | None] = {}
        self._asides: list[Attribution] = []
        self._answers: set[int] = set()
        self.account: Frame | None = None  # whose account plain sentences are
        self.parse = parse
        self.speech = speech
        self.inside = inside
        self.label = label

    def read(self, number: int, bounds: tuple[int, int], text_end: str) -> Iterator[Proposition]:
        """The sentence's propositions from the root downwards."""
        root = self._main_verb(self.parse.root(bounds))
        question = text_end == "?"
        told = self._told_last(root, bounds, number) or self.account
        base = Frame(None, None, number, self.label) if self.label else told
        who = (self.can_speak, self.is_actor)
        self._asides = find_attributions(self.parse, bounds, self.speech, *who, in_turn=self.label is not None)
        stack: list[tuple[Token, Frame | None, str, Token | None]] = [(root, base, "", None)]
        while stack:
            head, outer, mark, under = stack.pop()
            frame, own = (None, False) if mark == SIGNED else self._frame_at(head, outer, number)
            speaks = mark != SIGNED and self.reports(head)
            where = "report" if speaks and not own else "act" if frame is None else "said"
            if any(aside.verb.i == head.i for aside in self._asides):
                where = "aside"
            quoted = self.label is not None or self.inside.speaker_at(head.start) is not None
            yield Proposition(
                self.parse, number, head, where, frame, self._subject(head), quoted, question, under, mark
            )
            stack += reversed(list(self._below(head, frame, outer, number, speaks)))

    def _main_verb(self, root: Token) -> Token:
        """The root, or the finite verb that a parser hung under a noun: "The envoy called on both parties"; what somebody lets
        himself say: "Let me say that we remain committed"."""
        if root.lower == "let":
            return let_me_say(self.parse, root) or root
        if root.pos in ("NOUN", "PROPN"):
            for kid in self.parse.children(root, "acl", "relcl"):
                if kid.tag == "VBD" and not self.parse.children(kid, *SUBJECTS):
                    self.subjects[kid.i] = root
                    return kid
        return root

    def _told_last(self, root: Token, bounds: tuple[int, int], number: int) -> Frame | None:
        """Who says it in "..., a participant recalled", where a parser hung the verb under a noun."""
        words = [t for t in self.parse.tokens[bounds[0] : bounds[1]] if t.pos not in ("PUNCT", "SPACE")]
        verb = words[-1] if words else root
        if verb.lemma not in self.speech or verb.dep not in ("relcl", "acl", "appos") or verb is root:
            return None
        for who in self.parse.children(verb, "nsubj"):
            before = self.parse.tokens[self.parse.subtree(who)[0].i - 1]
            if before.text == "," and before.i > root.i and self.can_speak(self.parse, who):
                return Frame(who, verb, number)
        return None

    def reports(self, head: Token) -> bool:
        """Whether the predicate is a verb of saying that somebody does."""
        holder = holder_of_view(self.parse, head, self.is_actor)
        if holder is not None:
            self.subjects[head.i] = holder
        if holder is not None or self._makes_clear(head) or lets_know(self.parse, head):
            return self.can_speak(self.parse, self._subject(head))
        if head.pos not in ("VERB", "AUX") or not (head.lemma in self.speech or self._told_before(head)):
            return False
        passive = self.parse.children(head, "nsubjpass") and agent_of(self.parse, head) is None
        if passive and head.lemma not in _QUOTES:
            # "The Head of State is invited to ...": he does not speak.
            return False
        told = any(k.dep in _SAID and (head.lemma != "hold" or k.dep != "dobj") for k in self.parse.children(head))
        return told and self.can_speak(self.parse, self._subject(head))

    def _spliced(self, kid: Token, head: Token) -> bool:
        """Whether a comma joins two sentences: "X denied any part in it, Y spoke of a breach"."""
        goes_on = any(k.i > head.i for k in self.parse.children(head, "ccomp", "dobj", "prep", "xcomp"))
        told = kid.dep in ("ccomp", "parataxis") and kid.i < head.i and kid.tag in FINITE
        goes_on = goes_on and self.inside.speaker_at(kid.start) is None
        return told and goes_on and bool(self.parse.children(head, "nsubj")) and self.reports(kid)

    def _says_beside(self, kid: Token, head: Token, frame: Frame | None) -> bool:
        """Whether a participle goes on with what somebody says: "..., adding that it would answer".

        "Denied it, saying that ..." says one thing in two ways.
        """
        if kid.tag != "VBG" or kid.lemma not in self.speech or self.parse.children(kid, *SUBJECTS):
            return False
        says = kid.lemma not in ("say", "write") and bool(self.parse.children(kid, "ccomp"))
        if says:
            told = frame is not None and frame.verb is not None
            self.subjects[kid.i] = frame.speaker if told and frame is not None else self._subject(head)
        return says

    def _says_who(self, noun: Token) -> Iterator[Token]:
        """What is told of those who speak in "X, who told parliament that ..., had not come", which hangs on a noun."""
        below = [k for lead in self.parse.children(noun, "prep") for k in self.parse.children(lead, "pobj")]
        for who in (noun, *(below if noun.dep == "dobj" else ())):
            for clause, subject in says_who(self.parse, who, self.speech):
                self.subjects[clause.i] = subject
                yield clause

    def _told_before(self, head: Token) -> bool:
        """Whether a verb that is none of saying has its words in front of it: "They will see, he scoffed"."""
        who = subject_of(self.parse, head)
        told = [k for k in self.parse.children(head, "ccomp") if k.i < head.i and self.parse.children(k, *SUBJECTS)]
        if (
            who is None
            or not told
            or who.i < told[0].i
            or self.parse.children(head, "dobj", "prep", "xcomp", "auxpass")
        ):
            return False
        if head.pos != "VERB" or not (who.lower in _PERSONS or self.is_actor(who)):
            return False
        return self.parse.tokens[self.parse.subtree(who)[0].i - 1].text in (",", '"')

    def _makes_clear(self, head: Token) -> bool:
        """Whether a predicate says something with an adjective: "made clear that", "is certain that"."""
        if head.lemma not in ("make", "be", "seem") or not self.parse.children(head, "ccomp", "acomp", "oprd"):
            return False
        said = [k for k in self.parse.children(head, "acomp", "oprd", "ccomp", "advmod") if k.lemma in _CERTAIN]
        clauses = [k for k in self.parse.children(head, "ccomp") if k not in said]
        return bool(said) and bool(clauses or self.parse.children(said[0], "ccomp"))

    def _subject(self, head: Token) -> Token | None:
        if head.i in self.subjects:
            return self.subjects[head.i]
        said = quoted_speaker(self.parse, head, self.speech) or agent_of(self.parse, head)
        return said or subject_of(self.parse, head) or self._before_aside(head)

    def _before_aside(self, head: Token) -> Token | None:
        """The subject in "The rebels, the governor said, have left", which parsers hang under "governor"."""
        above = self.parse.tokens[head.head]
        if head.dep != "ccomp" or head.i < above.i or above.lemma not in self.speech:
            return None
        speakers = self.parse.children(above, "nsubj")
        lost = [k for who in speakers for k in self.parse.children(who, "nmod") if k.i < who.i]
        return next((k for k in lost if self.parse.tokens[k.i + 1].text == ","), None)

    def _frame_at(self, head: Token, frame: Frame | None, number: int) -> tuple[Frame | None, bool]:
        """The frame that holds at a predicate: a quotation's, "according to X", or a parenthetical "he said"."""
        for aside in self._asides:
            nested = frame is not None and frame.verb is not None and aside.covers(frame.verb)
            # "The patrols are, I quote, 'neighbours with sticks'": somebody else said so.
            if aside.covers(head) and not nested and (aside.speaker.lower, aside.verb.lemma) != ("i", "quote"):
                own = self.label if aside.speaker.lower in ("my", "our", "i", "we") else None
                outer = frame if aside.verb.lower == "according" else None
                return Frame(aside.speaker, aside.verb, number, own, words=aside.words, outer=outer), False
        inside = self.inside.speaker_at(head.start)
        if inside is not None:
            return inside, False
        for kid in self.parse.children(head, "prep", "advcl"):
            if kid.lower == "according":
                for to in self.parse.children(kid, "prep"):
                    for who in self.parse.children(to, "pobj"):
                        return Frame(who, kid, number, outer=frame), True
            if kid.lower == "in":
                # "in the colonel's view"
                for view in self.parse.children(kid, "pobj"):
                    if view.lemma in _VIEWS:
                        of = [p for p in self.parse.children(view, "prep") if p.lower == "of"]
                        owners = [o for p in of for o in self.parse.children(p, "pobj")]
                        for who in (*self.parse.children(view, "poss"), *owners):
                            if frame is not None and (who.pos == "PRON" or frame.verb is not None):
                                # "said that in his understanding ...", "that in the ministry's understanding ..."
                                return frame, False
                            return Frame(who, kid, number), True
        if frame is None or frame.verb is None:
            for kid in self.parse.children(head, "parataxis", "ccomp", "dep", "advcl"):
                if kid.dep != "parataxis" and (kid.i < head.i or head.lemma in self.speech):
                    continue
                if kid.lemma in self.speech and kid.start > head.start - 400:
                    named = self.parse.children(kid, "nsubj")
                    if named and not self.parse.children(kid, "ccomp", "dobj", "xcomp", "mark") and kid.dep != "advcl":
                        return Frame(named[0], kid, number), True
        return frame, False

    def _below(
        self, head: Token, frame: Frame | None, outer: Frame | None, number: int, speaks: bool
    ) -> Iterator[tuple[Token, Frame | None, str, Token | None]]:
        own = Frame(self._subject(head), head, number, self.label, outer=frame) if speaks else frame
        if speaks:
            self._outer[head.i] = frame
        content = self.speech.get(head.lemma) == "view" or any(k.dep == "ccomp" for k in self.parse.children(head))
        aside = next((a for a in self._asides if a.verb.i == head.i), None)
        for kid in self.parse.children(head):
            if aside is not None and aside.covers(kid) and kid.pos in ("VERB", "AUX"):
                yield kid, own, "told", head
                continue
            if kid.dep == "acomp" and kid.lemma in _CERTAIN and speaks:
                yield from ((inner, own, "", head) for inner in self.parse.children(kid, "ccomp"))
            if kid.dep == "acomp" and kid.lemma in _LIGHT:
                # "was able to verify"
                yield from ((inner, own, "to", head) for inner in self.parse.children(kid, "xcomp"))
            if comes_and_goes(head, kid):
                continue
            if self._signing(kid, frame):
                yield kid, None, SIGNED, head
                continue
            if kid.dep not in _PREDICATE_DEPS:
                yield from ((inner, own, inner.dep, head) for inner in self._in_phrase(kid))
                for noun in (kid, *self.parse.children(kid, "pobj")):
                    yield from ((inner, frame, "who", head) for inner in self._says_who(noun))
                yield from self._answered(kid, head, frame)
                for lost in _misjoined(self.parse, kid, self.speech):
                    self.subjects[lost.i] = self._subject(head)
                    yield lost, frame, "", None
                continue
            if kid.pos not in ("VERB", "AUX") and not self.parse.children(kid, *SUBJECTS):
                yield from ((inner, own, "", head) for inner in self._in_phrase(kid))
                yield from self._answered(kid, head, frame)
                continue
            mark = next((m.lemma for m in self.parse.children(kid, "mark", "advmod") if m.start < kid.start), "")
            if stands_alone(self.parse, kid, head, speaks) or (speaks and self._spliced(kid, head)):
                yield kid, outer, "", None
            elif kid.dep == "advcl" and self._says_beside(kid, head, frame):
                yield kid, frame if aside is None else outer, "saying", head
            elif kid.dep == "conj":
                yield self._joined(kid, head, frame, speaks, own)
            elif kid.dep in ("ccomp", "parataxis", "csubj", "dep"):
                yield kid, own, "", head
            elif kid.dep == "xcomp":
                yield kid, own, "to", head
            elif speaks and not content and kid.i < head.i and self.parse.children(kid, *SUBJECTS):
                # "If they attack, we will leave, he said": the parser hangs the words under "said".
                yield kid, own, "told", head
            elif self._another_voice(mark, kid, head, frame):
                # "X said that it would go, while Y said that ...": the other voice is no part of what X says.
                yield kid, self._outer.get(frame.verb.i) if frame and frame.verb else None, mark, head
            else:
                yield kid, frame, mark or kid.dep, head

    def _answered(
        self, kid: Token, head: Token, frame: Frame | None
    ) -> Iterator[tuple[Token, Frame | None, str, Token | None]]:
        """Whoever answers a charge, once, and outside of what brings it: "..., which the army denied"."""
        told = self._outer.get(frame.verb.i) if frame is not None and frame.verb is not None else frame
        for noun in self.parse.subtree(kid)[:_LONGEST_CHARGE]:
            if self._signing(noun, frame):
                yield noun, None, SIGNED, head
            for clause, who in rejoinders(self.parse, noun, self.speech, self.is_actor):
                if clause.i not in self._answers:
                    self._answers.add(clause.i)
                    if who is not None:
                        self.subjects[clause.i] = who
                    yield clause, told, "who", head

    def _signing(self, clause: Token, frame: Frame | None) -> bool:
        """Whether a clause tells in passing, once, who signed what is spoken of, which the author tells."""
        if clause.lemma not in TELLING or clause.i in self._answers:
            return False
        named = not any(k.pos == "PRON" for k in self.parse.children(clause, "nsubj"))
        told = frame is None or (frame.verb is not None and named and self._outer.get(frame.verb.i) is None)
        told = told and self.inside.speaker_at(clause.start) is None
        found = told and tells_signing(self.parse, clause, self.is_actor)
        self._answers.update([clause.i] if found else ())
        return found

    def _another_voice(self, mark: str, kid: Token, head: Token, frame: Frame | None) -> bool:
        """Whether a clause beside what somebody says tells what another says.

        So it is after "while", and after "..., two officials said, although the minister insisted that ...".
        """
        if frame is None or frame.verb is None or not self.reports(kid):
            return False
        return mark in ("while", "whereas") or (mark in ("although", "though") and head.i < frame.verb.i < kid.i)

    def _joined(
        self, kid: Token, head: Token, frame: Frame | None, speaks: bool, own: Frame | None
    ) -> tuple[Token, Frame | None, str, Token | None]:
        verb = frame.verb if frame is not None else None
        if kid.tag in FINITE and is_infinite(self.parse, head):
            # "agreed to reduce X and renewed Y": a finite verb is not joined to an infinitive.
            if verb is not None and frame is not None and any(a.i == verb.i for a in self.parse.ancestors(kid)):
                self.subjects[kid.i] = frame.speaker
                frame = self._outer.get(verb.i)
            return kid, frame, "", None
        if verb is not None and frame is not None and not speaks and self._returns_to_speaker(kid, head, verb):
            self.subjects[kid.i] = frame.speaker
            return kid, self._outer.get(verb.i), "", None
        if verb is not None and frame is not None and breaks_off(self.parse, kid, head, verb) and self._speaks_too(kid):
            # "The army has left, an official said, but the rebels denied it"
            return kid, self._outer.get(verb.i), "", None
        mark = "to" if head.dep == "xcomp" and kid.tag in ("VB", "VBG") else ""
        has_that = any(m.lemma == "that" for m in self.parse.children(kid, "mark"))
        second = has_that and not any(m.lemma == "that" for m in self.parse.children(head, "mark"))
        above = self.parse.tokens[head.head] if head.head != head.i else None
        return kid, own if speaks and second else frame, mark, above

    def _speaks_too(self, kid: Token) -> bool:
        who = self.parse.children(kid, "nsubj")
        named = any((k.pos in ("NOUN", "PROPN") and self.is_actor(k)) or is_the_other(self.parse, k) for k in who)
        return kid.lemma in self.speech and self.reports(kid) and named

    def _returns_to_speaker(self, kid: Token, head: Token, verb: Token) -> bool:
        """Whether "X said the truce held and denied Y" goes on with X: a truce denies nothing."""
        if verb.i > head.i or kid.tag != verb.tag or self.parse.children(kid, *SUBJECTS):
            return False
        holds = kid.lemma == "hold" and not self.parse.children(kid, "ccomp")
        if (
            kid.lemma in self.speech
            and not holds
            and kid.tag in FINITE
            and head.tag == "VBN"
            and not self.parse.children(kid, "aux", "auxpass")
        ):
            # "India confirmed that China had left, but accused it of ...": the tenses differ.
            return any(k.lower in ("had", "has", "have") for k in self.parse.children(head, "aux"))
        if self.can_speak(self.parse, self._subject(head)):
            return False
        objects = self.parse.children(kid, "dobj")
        owned = any(p.dep == "poss" and p.pos == "PRON" for o in objects for p in self.parse.children(o))
        return (kid.lemma in self.speech and not holds) or owned

    def _in_phrase(self, kid: Token) -> Iterator[Token]:
        """Predicates under a preposition ("accused X of shelling") or a bare noun; one level is enough."""
        deps = _UNDER.get(kid.dep, ())
        for inner in self.parse.children(kid, *deps) if deps else ():
            if inner.pos in ("VERB", "AUX"):
                yield inner
