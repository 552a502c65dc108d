"""What was found out about propositions: a report is read more than once, and most of it does not change from once to once."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace

from trucewatch.core.parse import Parse, Token
from trucewatch.core.ports import Clause

from .clause_facts import Classes, clause_of
from .polarity import negated, time_of
from .propositions import Frame, Proposition
from .word_groups import NOBODY
from .wording import flags, own_tokens, without_comment

Words = tuple[frozenset[str], frozenset[str], str]

_PARTICLES = frozenset("over out back on by across into away off down up behind under".split())
_PARTED = frozenset((",", "(", "-", "–", "—"))
_WORDS = frozenset("word that value this".split())
NOTICE = frozenset("note notice heed cognizance cognisance stock".split())


class Known:
    """The propositions of a report's sentences, and what each of them says by itself, whoever speaks."""

    def __init__(self, parse: Parse, speech: Mapping[str, str]) -> None:
        self._parse = parse
        self._speech = speech
        self._read: dict[Hashable, tuple[Proposition, ...]] = {}
        self._told: dict[tuple[int, Frame], Proposition] = {}
        self._asserted: dict[int, bool] = {}
        # By the number of the object: propositions are large, and only the very same one is asked about again.
        self._facts: dict[int, Facts] = {}

    def propositions(self, where: Hashable, read: Callable[[], Iterable[Proposition]]) -> tuple[Proposition, ...]:
        """The propositions of a sentence; `where` holds all that they depend on."""
        found = self._read.get(where)
        if found is None:
            found = self._read[where] = tuple(read())
        return found

    def asserted(self, p: Proposition, decide: Callable[[Proposition], bool]) -> bool:
        """Whether it is put forward as so, which depends on its sentence alone."""
        found = self._asserted.get(id(p))
        if found is None:
            self.facts(p)
            found = self._asserted[id(p)] = decide(p)
        return found

    def told(self, p: Proposition, by: Frame) -> Proposition:
        """The proposition as what a statement's author says."""
        found = self._told.get((id(p), by))
        if found is None:
            self.facts(p)
            found = self._told[id(p), by] = replace(p, frame=replace(by, sentence=p.sentence), where="said")
        return found

    def facts(self, p: Proposition) -> "Facts":
        """What is known of this very proposition."""
        found = self._facts.get(id(p))
        if found is None:
            # It holds the proposition, whose number nothing else then has.
            found = self._facts[id(p)] = Facts(self._parse, p, self._speech)
        return found


class Facts:
    """What one proposition says by itself, found when it is first asked for."""

    def __init__(self, parse: Parse, p: Proposition, speech: Mapping[str, str]) -> None:
        self._parse, self._p, self._speech = parse, p, speech
        self._words: dict[tuple[bool, bool], Words] = {}
        self._own: tuple[Token, ...] | None = None
        self._lemmas: frozenset[str] | None = None
        self._negative: bool | None = None
        self._by_words: frozenset[str] | None = None
        self._predicate: frozenset[str] | None = None
        self._clause: Clause | None = None

    # Kept by hand: mypy's compiler takes `cached_property` for a property that keeps nothing.
    @property
    def own(self) -> tuple[Token, ...]:
        """Its own words."""
        if self._own is None:
            self._own = tuple(own_tokens(self._parse, self._p, self._speech))
        return self._own

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of its own words."""
        if self._lemmas is None:
            self._lemmas = frozenset([t.lemma for t in self.own])
        return self._lemmas

    @property
    def negative(self) -> bool:
        """Whether it is denied."""
        if self._negative is None:
            self._negative = negated(self._parse, self._p) or _to_nobody(self._parse, self._p)
        return self._negative

    @property
    def by_words(self) -> frozenset[str]:
        """The conditions that its words alone decide."""
        if self._by_words is None:
            sense = "negative" if self.negative else "positive"
            self._by_words = frozenset({sense, time_of(self._parse, self._p)} | flags(self.own, self.lemmas))
        return self._by_words

    @property
    def predicate(self) -> frozenset[str]:
        """The lemmas of its predicate."""
        if self._predicate is None:
            self._predicate = predicate_lemmas(self._parse, self._p.head)
        return self._predicate

    def clause(self, tokens: Sequence[Token], classes: Classes) -> Clause:
        """How it is built, in a sentence of these words."""
        if self._clause is None:
            self._clause = clause_of(self._parse, self._p, self.own, tokens, classes)
        return self._clause

    def words(self, *, verb: bool, acts: bool) -> Words:
        """(lemmas, lemmas with the subject's, text) that cues look at: of the verb of saying alone with `verb`.

        "The front quit the truce": what is done to what is not asked of the one who does it, with `acts`.
        """
        found = self._words.get((verb, acts))
        if found is None:
            found = self._words[verb, acts] = self._looked_at(verb, acts)
        return found

    def _looked_at(self, verb: bool, acts: bool) -> Words:
        parse, p = self._parse, self._p
        words = self.own
        if verb:
            # "reiterated that the truce did not cover X": the verb says nothing about what is said.
            inner = {t.i for k in parse.children(p.head, "ccomp") for t in parse.subtree(k)}
            words = tuple([t for t in words if t.i not in inner])
        aside = _beside(parse, p)
        words = without_comment(parse, tuple([t for t in words if t.i not in aside]) if aside else words)
        around = {t.lemma for t in words}
        subject = parse.subtree(p.subject) if p.subject is not None else ()
        actor = {t.i for t in subject}
        if p.subject is not None and p.subject not in self.own:
            around |= {t.lemma for t in subject[:12]}
        lemmas = {t.lemma for t in words if t.i not in actor} if acts else around
        return frozenset(lemmas), frozenset(around), " ".join([t.lemma for t in words])


def _beside(parse: Parse, p: Proposition) -> frozenset[int]:
    """What is told by the way of somebody who speaks: "the TNLA (not a signatory)", "the front, which has signed nothing, ..."."""
    if p.subject is None or p.subject.head != p.head.i:
        return frozenset()
    speaks = p.where == "report"
    kids = [k for k in parse.children(p.subject, "appos", "relcl") if k.i > p.subject.i] if speaks else []
    kids += [k for k in parse.children(p.subject, "dep") if parse.children(k, "neg")]
    # "Ten groups that signed the ceasefire declared that ...": which groups they are is not what they declare.
    told = [
        below
        for k in kids
        if (below := parse.subtree(k)) and (k.dep == "relcl" or parse.tokens[below[0].i - 1].text in _PARTED)
    ]
    return frozenset(t.i for below in told for t in below if p.head not in below)


def _to_nobody(parse: Parse, p: Proposition) -> bool:
    """Whether nothing suffers what somebody does: "No pipeline has been attacked by the ELN"."""
    if p.subject is None or p.subject.lower in ("anyone", "anybody"):
        return False
    suffers = [k for k in parse.children(p.head, "nsubjpass") if k is not p.subject]
    return any(k.lower in NOBODY or any(d.lower == "no" for d in parse.children(k, "det")) for k in suffers)


def _believes(parse: Parse, take: Token) -> bool:
    """Whether "take" is to believe: "We take him at his word", "We take the letter as their position"."""
    told = parse.behind(take, "at", "as")
    return any(t.lemma in _WORDS or parse.tokens[t.head].lower == "as" for t in told)


def predicate_lemmas(parse: Parse, head: Token) -> frozenset[str]:
    """The predicate's lemma, with its particle, and for "be" and its like what is predicated."""
    lemmas = {head.lemma}
    if head.lemma == "take" and (
        any(k.lemma in NOTICE for k in parse.children(head, "dobj")) or _believes(parse, head)
    ):
        # Who takes note of something takes nothing, and nor does who takes somebody at his word.
        lemmas = {"take_note"}
    for kid in parse.children(head):
        if kid.dep == "prt" or (kid.dep in ("prep", "advmod") and kid.lemma in _PARTICLES):
            lemmas.add(f"{head.lemma}_{kid.lemma}")
        if kid.lower == "free" and kid.dep in ("advmod", "acomp", "oprd", "ccomp"):
            lemmas.add(f"{head.lemma}_free")
        if kid.dep in ("acomp", "attr", "oprd") and (head.pos == "AUX" or head.lemma in ("remain", "become", "seem")):
            lemmas.add(kid.lemma)
    return frozenset(lemmas)
