"""Which duty a claim's own words tell of: what its predicate does, what it is about, what its words take up."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.matter_words import is_weak, matter_words

from .duties import DutyFinder, FoundDuty
from .duty_phrases import (
    BROKEN,
    CEASEFIRE,
    DEVERBAL,
    DONE,
    NO_ACTS,
    NO_THINGS,
    NOUN,
    THESE,
    TOLD,
    DutyMention,
    act_of,
    clause_over,
    mention_over,
    places_of,
)

_JOINS = frozenset(
    "leave quit walk stay return come back join rejoin boycott attend sit occupy withdraw suspend pull freeze".split()
)
_PARTS = frozenset("some most all both none many few half several others other rest neither one".split())
_FORCES = frozenset(
    "troop force soldier fighter army unit militia building hill zone area valley camp village town city gate district "
    "phase territory line".split()
)
_RANKS = {"dobj": 0, "nsubjpass": 0, "nsubj": 1}
_BELOW = ("pcomp", "xcomp", "ccomp")
_USES = frozenset("use exploit abuse take".split())
_BESIDE = frozenset("with by without despite".split())
_SAID_OF = ("nsubjpass", "dobj", "attr", "nsubj")
_SEATS = frozenset({"seat", "chair"})
_COUNTS = frozenset("part half quarter third number hundred thousand dozen majority rest most all share bulk".split())
_VIOLATIONS = frozenset({"violation", "breach", "infringement"})
_THEM = frozenset("them these those it".split())
SUBJECTS = ("nsubj", "nsubjpass")
# Names of people, peoples and states say who, not what; so do times and figures.
_NO_MATTER = frozenset({"DATE", "TIME", "PERSON", "CARDINAL", "GPE", "NORP", "ORG", "PERCENT"})


class ClaimDuties:
    """Answers from the words of single claims; what it finds becomes a duty of the report."""

    def __init__(self, finder: DutyFinder) -> None:
        self.finder = finder
        self.vocabulary = finder.vocabulary
        classes = self.vocabulary.classes
        self._no_matter = NO_THINGS.union(NO_ACTS, self.vocabulary.speech, self.vocabulary.roles)
        self._actors = classes["group"] | classes["third_party"] | classes["agreement"] | classes["person"]
        self._matters: dict[int, frozenset[str]] = {}

    def spoken_of(self, parse: Parse, tokens: Sequence[Token], *, anywhere: bool) -> FoundDuty | None:
        """The duty that a claim tells as a noun: "the registration of weapons"; only its subject unless `anywhere`."""
        head, classes = _head(parse, tokens), self.vocabulary.classes
        subjects = parse.children(head, "nsubj", "nsubjpass") if head is not None else ()
        owed = classes["duty_object"] | classes["topic"] - classes["agreement"]
        within = [t for t in tokens if anywhere or any(o.lemma in owed for o in parse.behind(t))]
        mention = self._violated(parse, tokens) or self._deverbal(parse, [*subjects, *within])
        return self.finder.register(mention) if mention is not None else None

    def made(self, parse: Parse, tokens: Sequence[Token], actors: Collection[int] = ()) -> FoundDuty | None:
        """The duty that a claim's predicate names, though no list has it: "expelled police officers from two villages".

        `actors` are the places of those who speak or act in the claim.
        """
        mention = self._object_of(parse, tokens, actors) or self._subject_of(parse, tokens, actors)
        return self.finder.register(mention) if mention is not None else None

    def named(self, parse: Parse, tokens: Sequence[Token], actors: Collection[int] = ()) -> FoundDuty | None:
        """The matter that a claim names by a thing that agreements are about, whatever is told of it."""
        classes = self.vocabulary.classes
        owed = classes["duty_object"] - classes["group"] - _FORCES
        inside = {t.i for t in tokens}
        best: tuple[int, Token] | None = None
        for token in tokens:
            rank = _RANKS.get(token.dep, len(_RANKS))
            known = token.lemma in self.vocabulary.matters or (token.lemma in owed and rank < len(_RANKS))
            if token.pos != "NOUN" or not known or token.start in actors or not self.finder.is_thing(token):
                continue
            beside = token.dep == "pobj" and parse.tokens[token.head].lower in _BESIDE
            if (
                token.dep == "compound"
                or beside
                or any(a.dep == "advcl" and a.i in inside for a in parse.ancestors(token))
            ):
                continue
            if best is None or rank < best[0]:
                best = rank, token
        if best is None:
            return None
        thing = best[1]
        whole = _whole(parse, thing)
        verb = parse.tokens[whole.head]
        done = whole.dep in ("dobj", "nsubjpass") and verb.i in inside and verb.pos == "VERB"
        if done and self.finder.acts(verb, thing):
            mention = clause_over(parse, act_of(parse, verb), verb, whole, DONE)
            return self.finder.register(replace(mention, thing=thing.lemma))
        return self.finder.register(mention_over(parse, thing.lemma, thing, thing, BROKEN))

    def any_thing(self, parse: Parse, tokens: Sequence[Token], actors: Collection[int] = ()) -> FoundDuty | None:
        """What a claim tells of that speaks of nothing known and goes on with nothing: "no unauthorised camps were found"."""
        classes = self.vocabulary.classes
        seen = classes["evidence"] | classes["breach_noun"] | classes["fight"] | {"firing"}
        named = [t for t in tokens if t.pos == "NOUN" and t.dep in _SAID_OF and t.start not in actors]
        things = [t for t in named if t.lemma not in seen]
        for thing in sorted(things, key=lambda t: _SAID_OF.index(t.dep)):
            if self._is_no_body(thing) and self.finder.is_thing(thing):
                return self.finder.register(mention_over(parse, thing.lemma, thing, thing, BROKEN))
        return None

    def attack(self, parse: Parse, tokens: Sequence[Token], actors: Collection[int] = ()) -> FoundDuty | None:
        """The attack that a claim tells of, as a matter of its own: "attacked a bus", "two mortar rounds hit the camp"."""
        inside = {t.i for t in tokens}
        for token in tokens:
            if (
                not self.finder.fights(parse, [token])
                or token.lemma in self.vocabulary.classes["violate"] | _VIOLATIONS
            ):
                continue
            above = parse.tokens[token.head]
            if token.pos == "NOUN" and above.lower == "of" and parse.tokens[above.head].pos == "NOUN":
                token = parse.tokens[above.head]
                above = parse.tokens[token.head]
            verb = token if token.pos == "VERB" else above
            for thing in (*parse.children(token, "dobj", "nsubjpass"), token):
                if thing.i not in inside or thing.start in actors or thing.pos not in ("NOUN", "PROPN"):
                    continue
                if verb.pos == "VERB":
                    return self.finder.register(clause_over(parse, verb.lemma, verb, thing, DONE))
                return self.finder.register(mention_over(parse, thing.lemma, thing, thing, DONE))
        return None

    def fulfil(self, parse: Parse, tokens: Sequence[Token], duty: FoundDuty) -> None:
        """Counts in what a claim under a heading says was done: "released 82 fighters" under "The prisoners"."""
        mention = self._object_of(parse, tokens, ())
        classes = self.vocabulary.classes
        if mention is not None and mention.act in classes["deliver"] | classes["withdraw"]:
            duty.add(replace(mention, owed=1))

    def topic(self, parse: Parse, tokens: Sequence[Token], actors: Collection[int] = ()) -> FoundDuty | None:
        """What a reading of the text is about: "These brigades do not fall under it", "it says nothing about rifles"."""
        mention = self._subject_of(parse, tokens, actors)
        if mention is None:
            inside = {t.i for t in tokens}
            objects = [t for t in tokens if t.dep in ("dobj", "pobj") and t.head in inside and t.pos == "NOUN"]
            thing = next((t for t in objects if t.start not in actors and self._is_no_body(t)), None)
            mention = mention_over(parse, thing.lemma, thing, thing, DONE) if thing is not None else None
        return self.finder.register(mention) if mention is not None else None

    def _subject_of(self, parse: Parse, tokens: Sequence[Token], actors: Collection[int]) -> DutyMention | None:
        """What goes on, is gone or stays: "military flights over the north would continue"."""
        head = _head(parse, tokens, self.vocabulary.speech)
        inside = {t.i for t in tokens}
        if head is None or head.lemma in self.vocabulary.speech:
            return None
        while not parse.children(head, *SUBJECTS) and head.dep == "xcomp" and head.head in inside:
            head = parse.tokens[head.head]
        for thing in parse.children(head, *SUBJECTS):
            if thing.i in inside and thing.pos == "NOUN" and thing.start not in actors and self._is_no_body(thing):
                return mention_over(parse, thing.lemma, thing, thing, DONE)
        return None

    def _is_no_body(self, token: Token) -> bool:
        classes = self.vocabulary.classes
        bodies = (
            classes["third_party"]
            | classes["person"]
            | classes["anonymous"]
            | classes["analyst"]
            | classes["state_camp"]
        )
        return self.finder.is_done_to(token) and token.lemma not in bodies and token.lemma not in self.vocabulary.roles

    def _violated(self, parse: Parse, tokens: Sequence[Token]) -> DutyMention | None:
        """What is said to be violated, where it is no agreement: "violates the status quo"."""
        for token in tokens:
            if token.lemma in self.vocabulary.classes["violate"] and token.pos == "VERB":
                for thing in parse.children(token, "dobj", "nsubjpass"):
                    if self.finder.is_thing(thing) and thing.lemma not in self.vocabulary.classes["attack"]:
                        return mention_over(parse, thing.lemma, thing, thing, TOLD)
        return None

    def _deverbal(self, parse: Parse, tokens: Sequence[Token]) -> DutyMention | None:
        """ "the registration of weapons", "neutralisation of the FDLR": an act told as a noun, with its object."""
        classes = self.vocabulary.classes
        for token in tokens:
            if token.pos != "NOUN" or not (token.lemma.endswith(DEVERBAL) or token.lemma in classes["duty_noun"]):
                continue
            if not self.finder.is_thing(token) or token.lemma in classes["breach_noun"] | classes["evidence"]:
                continue
            if token.dep == "pobj" and parse.tokens[token.head].lower in _BESIDE:
                continue
            goals = parse.behind(token, "of")
            if token.lemma.removesuffix("ing") in classes["attack"]:
                continue
            if goals and goals[0].entity not in ("DATE", "TIME") and goals[0].lemma not in classes["agreement"]:
                mention = mention_over(parse, token.lemma, token, token, TOLD)
                return replace(mention, thing=goals[0].lemma, words=mention.words | {goals[0].lemma})
        return None

    def _does_nothing(self, parse: Parse, head: Token) -> bool:
        """Whether a verb has no object that is owed: it says something, or keeps to the whole."""
        owed = self.vocabulary.classes["duty_object"]
        if head.lemma in NO_ACTS and any(k.lemma in owed for k in parse.children(head, "dobj", "nsubjpass")):
            # "Put all its weapons beyond use."
            return False
        abides = head.lemma in self.vocabulary.classes["abide"] and head.lemma != "keep"
        return abides or head.lemma in NO_ACTS or head.lemma in self.vocabulary.speech

    def _object_of(self, parse: Parse, tokens: Sequence[Token], actors: Collection[int]) -> DutyMention | None:
        """What a claim's predicate is done to: "handed over its lists"; else what a verb deeper in it is done to."""
        inside = {t.i for t in tokens}
        head = _head(parse, tokens, self.vocabulary.speech)
        omitted = next((v for v in tokens if v.dep == "pcomp" and parse.tokens[v.head].lower == "without"), None)
        below = ("pcomp", "xcomp", "ccomp", "advcl") if head is not None and head.lemma in _USES else _BELOW
        deeper = [t for t in tokens if t.pos == "VERB" and t.dep in below and t is not head]
        for verb in (omitted, head, *deeper):
            if verb is None or verb.pos not in ("VERB", "AUX") or self._does_nothing(parse, verb):
                continue
            mention, own = self._done_by(parse, verb, inside, actors)
            if mention is not None or own:
                return mention
        return None

    def _done_by(
        self, parse: Parse, head: Token, inside: Collection[int], actors: Collection[int]
    ) -> tuple[DutyMention | None, bool]:
        """The mention over a verb's object; the second value says that its own object goes on with what was told."""
        goals = [o for p in parse.children(head, "prep") if p.lower == "for" for o in parse.children(p, "pobj")]
        goals += [
            o
            for k in parse.children(head, "dobj")
            for p in parse.children(k, "prep")
            if p.lower == "for"
            for o in parse.children(p, "pobj")
        ]
        for thing in (*parse.children(head, "dobj", "nsubjpass"), *goals):
            owned = any(k.dep == "poss" and k.pos == "PRON" for k in parse.children(thing))
            if thing.dep == "dobj" and self._goes_on(parse, head):
                return None, True
            if thing.dep == "nsubjpass" and owned:
                # "Their papers have not been returned" goes on with what was spoken of before.
                return None, True
            if thing.i not in inside or thing.start in actors:
                continue
            if any(k.lower in THESE for k in parse.children(thing, "det", "amod", "predet")):
                # "Undertook to abolish both bodies" goes on with those told of before.
                return None, True
            if thing.dep == "pobj" and self.finder.is_thing(thing):
                return mention_over(parse, thing.lemma, thing, thing, TOLD), True
            if thing.dep != "pobj" and self.finder.is_done_to(thing):
                return clause_over(parse, act_of(parse, head), head, thing, DONE), True
        for place in places_of(parse, head):
            if place.i in inside and place.start not in actors and self.finder.is_thing(place):
                return mention_over(parse, act_of(parse, head), head, place, DONE), True
        return None, False

    def _goes_on(self, parse: Parse, head: Token) -> bool:
        """Whether a verb tells of what was spoken of before: "300 of them had reached the centre", "most have left the camp"."""
        for subject in parse.children(head, "nsubj", "nsubjpass"):
            of = parse.behind(subject, "of")
            if subject.lower in _PARTS and (not of or of[0].pos == "PRON"):
                return True
            if any(o.lower in _THEM for o in of):
                return True
        return False

    def body_left(self, parse: Parse, tokens: Sequence[Token]) -> FoundDuty | None:
        """The body that somebody leaves, stays out of or is called back to: "walked out of the joint team"."""
        classes = self.vocabulary.classes
        bodies = classes["body"] | classes["third_party"] | {"council"} | _SEATS
        inside = {t.i for t in tokens}
        for token in sorted(tokens, key=lambda t: t.lemma in _SEATS):
            if token.dep not in ("pobj", "dobj") or token.lemma.lower() not in bodies or token.head not in inside:
                continue
            if any(a.lemma in _JOINS for a in list(parse.ancestors(token))[:4]):
                return self.finder.register(mention_over(parse, token.lemma.lower(), token, token, NOUN))
        return None

    def akin(self, parse: Parse, tokens: Sequence[Token], at: int) -> FoundDuty | None:
        """The duty whose words the claim's words share in another form: "camps" closed, "the others would be dismantled"."""
        told = [t for t in _without_doer(parse, tokens) if not self.finder.only_contained(parse, t)]
        words = self.matter(told)
        strong = [w for w in words if not is_weak(w)]
        if not strong:
            return None
        matters = [(d, self._matter_of(d)) for d in self.finder.duties if d.act != CEASEFIRE]
        spread = Counter(w for _, matter in matters for w in matter)
        best: tuple[float, int] = (0.0, 0)
        found: FoundDuty | None = None
        for duty, matter in matters:
            if matter.isdisjoint(strong):
                continue
            common = words & matter
            before = max((m.start for m in duty.mentions if m.start <= at), default=-1)
            score = (round(sum(1 / spread[w] for w in common), 3), before)
            if score > best:
                best, found = score, duty
        if found is not None:
            self.finder.tell(parse, found, [t for t in tokens if t.pos == "NOUN"])
        return found

    def matter(self, tokens: Sequence[Token]) -> frozenset[str]:
        """What some words are about, folded: no actors, no times, no verbs of saying."""
        kept = [t for t in tokens if self.tells(t)]
        matters = self.vocabulary.matters
        return frozenset(w for t in kept for w in ((matters[t.lemma],) if t.lemma in matters else matter_words(t.text)))

    def tells(self, token: Token) -> bool:
        """Whether a word says what something is about: no actor, no time, no verb of saying."""
        if token.pos not in ("NOUN", "VERB", "PROPN", "ADJ") or token.entity in _NO_MATTER:
            return False
        if token.lemma in self._no_matter:
            return False
        return token.lemma.lower() not in self._actors or token.lemma in self.vocabulary.classes["duty_object"]

    def _matter_of(self, duty: FoundDuty) -> frozenset[str]:
        found: set[str] = set()
        for mention in duty.mentions:
            if mention.start not in self._matters:
                inside = self.finder.tokens[
                    bisect_left(self.finder.token_starts, mention.start) : bisect_left(
                        self.finder.token_starts, mention.end
                    )
                ]
                self._matters[mention.start] = self.matter(inside)
            found |= self._matters[mention.start]
        return frozenset(found)


def _whole(parse: Parse, token: Token) -> Token:
    """What a noun is counted as a part of: "part" in "part of its arsenal"."""
    of = parse.tokens[token.head]
    part = parse.tokens[of.head]
    return part if token.dep == "pobj" and of.lower == "of" and part.lemma in _COUNTS else token


def _without_doer(parse: Parse, tokens: Sequence[Token]) -> list[Token]:
    """Words without who does it: "Cambodian troops had laid mines" is about mines."""
    verbs = [t for t in tokens if t.pos == "VERB" and parse.children(t, "dobj")]
    doers = {t.i for v in verbs for k in parse.children(v, "nsubj") for t in parse.subtree(k)}
    return [t for t in tokens if t.i not in doers]


def _head(parse: Parse, tokens: Sequence[Token], speech: Collection[str] = ()) -> Token | None:
    """The lowest verb of a claim's chain: "free" in "have yet to free", "collected" in "denied that it collected taxes"."""
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if (t.head not in inside or t.head == t.i) and t.pos in ("VERB", "AUX")), None)
    while head is not None:
        deps = ("xcomp", "ccomp") if head.lemma in speech else ("xcomp",)
        below = [k for k in parse.children(head, *deps) if k.i in inside and k.pos in ("VERB", "AUX")]
        if not below:
            break
        head = below[0]
    return head
