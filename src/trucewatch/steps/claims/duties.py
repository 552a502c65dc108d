"""The duties that a report speaks of without quoting the clause: an act, and what it is done to.

Mentions come from the acts that `duties.yaml` lists, from verbs under an obligation ("must ground its aircraft"),
and from claims themselves (`DutyFinder.made`). Two mentions are one duty when act and object agree.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from trucewatch.core.ids import slug
from trucewatch.core.model import Document
from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import Duty, ReportVocabulary

from .duty_phrases import (
    BARE,
    BROKEN,
    CEASEFIRE,
    DEVERBAL,
    DONE,
    LETS,
    NO_ACTS,
    NO_THINGS,
    NOT_FIGHTS,
    NOUN,
    STIPULATES,
    THESE,
    TOLD,
    DutyMention,
    act_as_noun,
    act_of,
    attacks_stopped,
    ceasefire_named,
    clause_over,
    fighting_halted,
    is_ceasefire,
    is_required,
    mention_over,
    places_of,
    things_of,
)

_VISITS = frozenset("visit inspect check tour reach patrol know want need".split())
_WITHHOLDS = frozenset("hide keep retain conceal hoard hold withhold forget lose miss deny".split())
_SOLDIERS = frozenset("troop soldier fighter force unit army militia man policeman police".split())
_NOUNS = ("NOUN", "PROPN")
_RULES = frozenset({"rule", "law", "plan", "letter", "declaration", "statement"})
_PAPERS = frozenset("list map register plan".split())
_WHEN = frozenset("after since before under despite during following".split())


@dataclass(eq=False)
class FoundDuty:
    """Mentions that speak of one duty. `own` says that a claim needs it even if no list has its act."""

    act: str
    id: str
    listed: bool
    mentions: list[DutyMention] = field(default_factory=list)
    things: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    linked: bool = False

    def add(self, mention: DutyMention) -> None:
        """Counts one more mention in."""
        self.mentions.append(mention)
        self.things |= {mention.thing} - {""}
        self.words |= mention.words

    @property
    def best(self) -> DutyMention:
        """The mention that tells most of the duty, of equals the longest."""
        if self.act == CEASEFIRE:
            # Its name says it best, whatever else is said of it.
            named = [m for m in self.mentions if m.name]
            return max(
                named or self.mentions, key=lambda m: (min(m.told, NOUN), m.name, m.told, min(m.end - m.start, 70))
            )
        return max(
            self.mentions,
            key=lambda m: (
                m.told == TOLD,
                m.told > BARE,
                bool(m.thing),
                m.owed >= 0,
                m.told,
                m.owed,
                min(m.end - m.start, 70),
            ),
        )


class DutyFinder:
    """Collects the duties of a report and answers which of them stand in some words."""

    def __init__(self, document: Document, vocabulary: ReportVocabulary) -> None:
        self.document = document
        self.vocabulary = vocabulary
        self.duties: list[FoundDuty] = []
        self._stated: list[FoundDuty] = []
        self._at: dict[int, list[FoundDuty]] = {}
        self._by_object = {d.id: d.by_object for d in vocabulary.duties}
        classes = vocabulary.classes
        self._carrying_out = classes["deliver"] | classes["withdraw"] | classes["duty_noun"] | classes["fulfil"]
        listed = (word for d in vocabulary.duties if d.id == CEASEFIRE for word in (*d.verbs, *d.nouns))
        self._fights = classes["fight"].union(classes["attack"], listed) - NOT_FIGHTS
        self._matters = frozenset(vocabulary.matters.values())
        self._objects = {d.id: d.objects for d in vocabulary.duties}
        self._implied = {d.id: d.implied for d in vocabulary.duties}
        self._by_word: dict[str, list[Duty]] = {}
        self.tokens: tuple[Token, ...] = ()
        self.token_starts: list[int] = []
        for duty in vocabulary.duties:
            for word in dict.fromkeys(w.split("_")[0] for w in (*duty.verbs, *duty.nouns)):
                self._by_word.setdefault(word, []).append(duty)

    # ------------------------------------------------------------------ collecting

    def collect(self, parse: Parse, tokens: Sequence[Token]) -> None:
        """Finds every mention; those without an object wait until the others stand."""
        self.tokens = parse.tokens
        self.token_starts = [t.start for t in parse.tokens]
        found = [m for token in tokens for m in self._mentions(parse, token)]
        for mention in found:
            if mention.thing or mention.act == CEASEFIRE:
                self.register(mention)
        for mention in found:
            if not mention.thing and mention.act != CEASEFIRE:
                self.register(mention)

    def register(self, mention: DutyMention) -> FoundDuty | None:
        """The duty that the mention speaks of, a new one if none fits; None for a bare verb that no duty fits."""
        mention = self._folded(mention)
        duty = self._same(mention)
        if duty is None:
            if not mention.thing and mention.told <= DONE and mention.act != CEASEFIRE:
                return None
            listed = self._listed(mention.act)
            duty = FoundDuty(mention.act, self._new_id(mention, listed), listed)
            duty.things |= {self._implied.get(mention.act, "")} - {""}
            self.duties.append(duty)
        duty.add(mention)
        self._at.setdefault(mention.start, []).append(duty)
        return duty

    def stated(self, wordings: Sequence[tuple[Token, Token]], *, owed: bool) -> FoundDuty:
        """A duty by the words in which the report states it, or, where it is not said to be `owed`, a claim speaks of it;
        each wording is given by its first and last word."""
        mentions = [
            DutyMention(first.lemma, "", frozenset(), first.start, last.end, TOLD, required=owed)
            for first, last in wordings
        ]
        duty = FoundDuty(mentions[0].act, self._new_id(mentions[0], listed=False), listed=False)
        for mention in mentions:
            duty.add(mention)
        self._stated.append(duty)
        return duty

    def fold(self, lemma: str) -> str:
        """The name of the matter that a lemma is one word for, else the lemma."""
        return self.vocabulary.matters.get(lemma.lower(), lemma)

    def falls_under(self, duty: FoundDuty, heading: FoundDuty) -> bool:
        """Whether a duty can be what a section's heading names: "released 82 fighters" under "The prisoners"."""
        names = heading.things | heading.words
        objects = {self.fold(o) for o in self._objects.get(duty.act, ())}
        told = any(m.told > BARE for m in heading.mentions)
        return told or not duty.things or bool(names & (duty.things | duty.words | objects))

    def carries_out(self, mention: DutyMention) -> bool:
        """Whether a mention's act is one by which duties are fulfilled."""
        return self._listed(mention.act) or mention.act in self._carrying_out

    def _folded(self, mention: DutyMention) -> DutyMention:
        words = frozenset(self.fold(w) for w in mention.words)
        owed = -1 if mention.act.split("_")[0] in _WITHHOLDS else int(self.carries_out(mention))
        return replace(mention, thing=self.fold(mention.thing), words=words, owed=owed)

    def _same(self, mention: DutyMention) -> FoundDuty | None:
        alike = [d for d in self.duties if self._share_act(d.act, mention.act)]
        if not mention.thing:
            implied = self._implied.get(mention.act, "")
            alike = alike or [d for d in self.duties if implied and implied in d.things]
            before = [d for d in alike if d.mentions[0].start <= mention.start]
            return before[-1] if before else next(iter(alike), None)
        for duty in alike:
            if not duty.things or not self._by_object.get(mention.act, True) or self._overlap(mention, duty):
                return duty
        # "Kept the road clear" and "open the road": the object tells, unless both acts are listed and differ.
        for duty in self.duties:
            if mention.thing in duty.things and not (duty.listed and self._listed(mention.act)):
                return duty
        return None

    def _overlap(self, mention: DutyMention, duty: FoundDuty) -> bool:
        if mention.thing in self._matters and duty.things & self._matters:
            # "An inventory of its weapons" is no surrender of them.
            return mention.thing in duty.things
        return mention.thing in duty.things | duty.words or bool(mention.words & duty.things)

    def _share_act(self, one: str, other: str) -> bool:
        both = self._listed(one) and self._listed(other)
        return one == other or (both and one.split("-")[0] == other.split("-")[0])

    def _listed(self, act: str) -> bool:
        return act in self._by_object

    def _new_id(self, mention: DutyMention, listed: bool) -> str:
        words = mention.act if listed else self.document.text[mention.start : mention.end]
        base = f"c_{slug(words) or 'duty'}"
        taken = sum(d.id == base or d.id.startswith(f"{base}_") for d in (*self.duties, *self._stated))
        return base if not taken else f"{base}_{taken + 1}"

    def _mentions(self, parse: Parse, token: Token) -> Iterator[DutyMention]:
        stopped = attacks_stopped(parse, token, self.vocabulary.classes["breach_noun"])
        if stopped is not None:
            yield stopped
            return
        halted = fighting_halted(parse, token)
        if halted is not None:
            yield halted
            return
        for duty in self._by_word.get(token.lemma, ()):
            if duty.id == CEASEFIRE and is_ceasefire(parse, token, self.vocabulary.classes[CEASEFIRE]):
                yield ceasefire_named(parse, token, self.vocabulary.classes["agreement"])
                return
            mention = (
                act_as_noun(parse, token, duty) if token.pos in ("NOUN", "PROPN") else self._verbal(parse, token, duty)
            )
            if mention is not None:
                yield mention
                return
        required = self._stipulated(parse, token) or self._required(parse, token)
        if required is not None:
            yield required

    # ------------------------------------------------------------------ verbs

    def _verbal(self, parse: Parse, token: Token, duty: Duty) -> DutyMention | None:
        """ "free all prisoners of war", "pull his troops back", "will not withdraw"."""
        particles = {f"{token.lemma}_{k.lemma}" for k in parse.children(token, "prt", "advmod")}
        if token.pos != "VERB" or not ({token.lemma} | particles) & set(duty.verbs):
            return None
        things = things_of(parse, token)
        required = is_required(parse, token)
        told = TOLD if required else DONE
        for thing in things:
            if thing.lemma not in duty.objects:
                continue
            passive = bool(parse.children(token, "auxpass"))
            if thing.dep == "nsubj" and thing.head == token.i and not passive and not duty.id.startswith("withdraw"):
                continue
            if duty.id == CEASEFIRE:
                broken = thing.lemma in self.vocabulary.classes["agreement"] - self.vocabulary.classes[CEASEFIRE]
                return None if broken else mention_over(parse, duty.id, token, thing, BROKEN)
            over = clause_over if thing.dep in ("dobj", "nsubjpass", "nsubj") and not required else mention_over
            return replace(over(parse, duty.id, token, thing, told), required=required)
        if (
            duty.bare
            and duty.id != CEASEFIRE
            and not any(
                t.pos in ("NOUN", "PROPN") for t in things if t.dep != "nsubj" or parse.children(token, "auxpass")
            )
        ):
            return DutyMention(duty.id, "", frozenset({token.lemma}), token.start, token.end, DONE)
        return None

    def _required(self, parse: Parse, token: Token) -> DutyMention | None:
        """A verb under an obligation with what it is done to, whatever the verb: "may recruit additional forces"."""
        if token.pos != "VERB" or token.lemma in NO_ACTS or token.lemma in self.vocabulary.speech:
            return None
        if token.lemma in self.vocabulary.classes["abide"] or not is_required(parse, token):
            return None
        above = parse.tokens[token.head]
        if token.lemma == "exist" and above.lemma == "be":
            # "The mixed units were to exist on 7 April."
            for thing in parse.children(above, "nsubj"):
                return replace(mention_over(parse, "form", thing, thing, TOLD), required=True)
        for thing in things_of(parse, token):
            if thing.lemma in self._by_word:
                # "Promised to complete the releases": the noun names the act.
                return None
            if any(k.lower in THESE for k in parse.children(thing, "det", "amod", "predet")):
                return None
            passive = thing.dep == "nsubj" and (bool(parse.children(token, "auxpass")) or token.lemma in LETS)
            if (thing.dep in ("dobj", "nsubjpass") or passive) and self.is_done_to(thing):
                return replace(mention_over(parse, token.lemma, token, thing, TOLD), required=True)
        return None

    def _stipulated(self, parse: Parse, token: Token) -> DutyMention | None:
        """What an agreement bans or demands: "the understanding bans roadblocks", "demands that they remain in their bases"."""
        if token.pos != "VERB" or token.lemma not in STIPULATES or not self._by_agreement(parse, token):
            return None
        if any(k.dep == "neg" for k in parse.children(token)):
            # "The deal does not require the Houthis to leave the city"
            return None
        for thing in (*parse.children(token, "dobj"), *parse.behind(token, "for")):
            if self.is_thing(thing):
                return replace(mention_over(parse, token.lemma, token, thing, TOLD), required=True)
        for verb in parse.children(token, "ccomp", "xcomp"):
            for thing in (*parse.children(verb, "dobj", "nsubjpass"), *places_of(parse, verb)):
                if self.is_thing(thing):
                    return replace(mention_over(parse, verb.lemma, verb, thing, TOLD), required=True)
        return None

    def _by_agreement(self, parse: Parse, verb: Token) -> bool:
        agreements = self.vocabulary.classes["agreement"] | _RULES
        return any(k.lemma.lower() in agreements for k in parse.children(verb, "nsubj"))

    def is_thing(self, token: Token) -> bool:
        """Whether a noun can be what a duty is about: no agreement, nobody, no time and no talk."""
        classes = self.vocabulary.classes
        if token.pos not in ("NOUN", "PROPN") or token.entity in ("DATE", "TIME", "PERSON"):
            return False
        if token.lemma in NO_THINGS or token.lemma in classes["agreement"] or token.lemma in self.vocabulary.roles:
            return False
        somebody = token.lemma in classes["group"] or token.lemma in classes["third_party"]
        return not somebody or token.lemma in classes["duty_object"]

    def is_done_to(self, token: Token) -> bool:
        """Whether something can be done to what a noun names: people and bodies too, no agreement and no time."""
        if token.pos not in ("NOUN", "PROPN") or token.entity in ("DATE", "TIME"):
            return False
        return token.lemma not in NO_THINGS and token.lemma not in self.vocabulary.classes["agreement"]

    # ------------------------------------------------------------------ answering

    def among(self, parse: Parse, tokens: Sequence[Token]) -> FoundDuty | None:
        """The duty that some words speak of: by a mention in them, else by its object."""
        inside = [
            d for t in tokens for d in self._at.get(t.start, ()) if d.act != CEASEFIRE or self._names_truce(parse, t)
        ]
        for duty in inside:
            if duty.act != CEASEFIRE:
                return duty
        if inside:
            return inside[0]
        # "The Unit" that visits is a body, not the "mixed units" that are to be formed.
        bodies = self.vocabulary.classes["group"] | self.vocabulary.classes["third_party"]
        third = self.vocabulary.classes["third_party"]
        nouns = [t for t in tokens if t.lemma not in (third if t.pos == "NOUN" else bodies) and t.pos in _NOUNS]
        # "Cambodian troops had laid mines" is about mines.
        people = self.vocabulary.classes["group"] | self.vocabulary.classes["people"] | _SOLDIERS
        nouns = [t for t in nouns if not (t.lemma in people and _does(parse, t)) and not self.only_contained(parse, t)]
        lemmas = {self.fold(t.lemma) for t in nouns}
        scored = [(2 * len(lemmas & d.things) + len(lemmas & d.words), d) for d in self.duties if d.act != CEASEFIRE]
        score, best = max(scored, key=lambda s: s[0], default=(0, None))
        if best is None or score < 2:
            return None
        self.tell(parse, best, nouns)
        return best

    def only_contained(self, parse: Parse, token: Token) -> bool:
        """Whether a noun only says what a list or a map is of: "an inventory of its weapons" is not about giving them up."""
        of = parse.tokens[token.head]
        return token.dep == "pobj" and of.lower == "of" and self.fold(parse.tokens[of.head].lemma) in _PAPERS

    def tell(self, parse: Parse, duty: FoundDuty, nouns: Sequence[Token]) -> None:
        """Counts in what words say of a duty that they name by its object: "its list of the missing", "kept their guns"."""
        for token in nouns:
            if self.fold(token.lemma) not in duty.things:
                continue
            verb = parse.tokens[token.head]
            if any(k.lower == "of" for k in parse.children(token, "prep")):
                duty.add(self._folded(mention_over(parse, duty.act, token, token, TOLD)))
            elif verb.pos == "VERB" and token.dep in ("dobj", "nsubjpass") and self.acts(verb, token):
                duty.add(self._folded(clause_over(parse, act_of(parse, verb), verb, token, BROKEN)))

    def acts(self, verb: Token, thing: Token) -> bool:
        """Whether a verb does something to a thing, rather than see, visit or count it."""
        if verb.lemma in self.vocabulary.classes["record"] | _VISITS:
            return False
        return verb.lemma not in NO_ACTS or thing.lemma in self.vocabulary.classes["duty_object"]

    def _names_truce(self, parse: Parse, token: Token) -> bool:
        """Whether a ceasefire is spoken of, not a "joint ceasefire team", and not only to say when."""
        above = parse.tokens[token.head]
        bodies = self.vocabulary.classes["body"] | self.vocabulary.classes["third_party"]
        return not (token.dep == "compound" and above.lemma in bodies) and not _in_background(parse, token)

    def fights(self, parse: Parse, tokens: Iterable[Token]) -> bool:
        """Whether words tell of an attack; a ceasefire that is only named to say when is none."""
        return any(t.lemma in self._fights and not _in_background(parse, t) for t in tokens)

    @property
    def ceasefire(self) -> FoundDuty | None:
        """The duty to hold fire, if the text speaks of it."""
        return next((d for d in self.duties if d.act == CEASEFIRE), None)

    def by_name_of(self, agreement: tuple[int, int]) -> FoundDuty:
        """The duty to hold fire of a text that has no word for it but the name of its agreement."""
        named = DutyMention(CEASEFIRE, "", frozenset(), *agreement, NOUN)
        return self.ceasefire or self.register(named) or FoundDuty(CEASEFIRE, f"c_{CEASEFIRE}", listed=True)

    def forget_unspoken(self, agreement: tuple[int, int] | None) -> None:
        """Drops a duty to hold fire that only the agreement's name told of and that no claim is about."""
        truce = self.ceasefire
        if truce is not None and not truce.linked and all((m.start, m.end) == agreement for m in truce.mentions):
            self.duties.remove(truce)

    def of_heading(self, words: Sequence[Token], noun: Token) -> FoundDuty | None:
        """The duty that a heading's noun names by its object."""
        if not self.is_thing(noun):
            return None
        start, end = words[0].start, words[-1].end
        # "Separation of forces" tells a duty, "The prisoners" only what it is about.
        told = NOUN if noun.lemma.endswith(DEVERBAL) else BARE
        return self.register(DutyMention(noun.lemma, noun.lemma, frozenset({noun.lemma}), start, end, told))


def _in_background(parse: Parse, token: Token) -> bool:
    """Whether a ceasefire is only named to say when or against what: "since the ceasefire", "in violation of the truce"."""
    if token.pos == "VERB":
        return False
    if token.dep == "pobj" and token.lemma in ("violation", "breach") and parse.tokens[token.head].lower == "in":
        return True
    for above in (token, *list(parse.ancestors(token))[:4]):
        governor = parse.tokens[above.head]
        if above.dep == "pobj" and governor.lower in _WHEN:
            return True
        if above.dep == "pobj" and parse.tokens[governor.head].lemma in ("violation", "breach", "defiance", "spite"):
            return parse.tokens[parse.tokens[governor.head].head].lower == "in"
        if above.pos in ("VERB", "AUX"):
            return above.dep == "advcl" and any(k.lower in _WHEN for k in parse.children(above, "mark", "advmod"))
    return False


def _does(parse: Parse, token: Token) -> bool:
    """Whether a noun is who does something to something else."""
    verb = parse.tokens[token.head]
    return token.dep == "nsubj" and verb.pos == "VERB" and bool(parse.children(verb, "dobj"))
