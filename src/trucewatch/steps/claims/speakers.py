"""Who speaks, who acts, and whom a claim is against: names, pronouns, "its statement", "his troops"."""

from collections.abc import Sequence
from functools import partial

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .actors import ActorFinder
from .agreements import Subjects
from .camps import Camps
from .empty_subjects import is_the_other, met_apart
from .mentions import Entity
from .ours import hits_us, is_ours, is_spoken_for
from .outlets import cited, is_outlet
from .owned_men import are_men, owner_of_men
from .papers import PAPERS, Papers, is_paper
from .propositions import Frame, Proposition, agent_of, subject_of
from .ruled_words import blamed
from .unsaid import acts_for_none
from .voices import mouthpiece
from .word_groups import THEY

PERSONAL = frozenset("he she it they we i you his her its their our my him them us".split())
FIRST = frozenset("we i our my us".split())
_MEN = frozenset("officer man team patrol inspector staff people expert".split())
_SOMEBODY = frozenset("one another other others both neither each".split())
_SOME = frozenset("those some many several someone somebody".split())
_NOT_SOMEBODY = frozenset("this that which what there nothing nobody none everybody".split())
_SINGULAR = frozenset("he she his her him".split())
_MEETINGS = frozenset("meeting talk round session delegation team".split())
_COLLECTIVE = frozenset(
    "party side delegation committee commission government army meeting negotiator capital leader both commander".split()
)
_MEDIA = frozenset(
    "media radio television tv newspaper daily agency reporter reporters press broadcaster papers".split()
)
# Who is freed or handed over can also tell of it.
_CAPTIVES = frozenset("captive prisoner detainee hostage".split())
_THINGS = ("topic", "duty_noun", "breach_noun", "agreement", "programme", "position", "evidence", "duty_object")
_NAMES_SO = frozenset("call describe term label".split())
_OWNERS = frozenset("my our his her its their".split())


def _is_moved(parse: Parse, subject: Token) -> bool:
    """Whether something is done to some of many: not they speak in "Three camps had been dismantled, they said"."""
    given = any(k.dep in ("det", "poss") or k.pos == "PROPN" for k in parse.children(subject))
    return subject.dep == "nsubjpass" and subject.tag == "NNS" and not given


class Speakers(Camps):
    """Answers the questions about persons that one proposition raises."""

    def __init__(self, actors: ActorFinder, subjects: Subjects, vocabulary: ReportVocabulary) -> None:
        super().__init__(actors, vocabulary)
        self.subjects = subjects
        self.papers = Papers(actors)
        self._things = frozenset().union(*(vocabulary.classes[name] for name in _THINGS))
        self._men = vocabulary.classes["forces"]
        # Whether "it" now means the agreement rather than somebody.
        self.text_in_focus = False
        # The noun of whom or what the last sentence told something.
        self.topic: Token | None = None
        # Who issues the text that is being read.
        self.author: Entity | None = None
        # Who says "I" or "we" in a letter that speaks of others.
        self.writer: Entity | None = None

    def can_speak(self, parse: Parse, token: Token | None) -> bool:
        """Whether the subject of a verb of saying is somebody rather than a text or a thing."""
        if token is None or (token.lower == "it" and (self.text_in_focus or _lasts(parse, parse.tokens[token.head]))):
            return False
        if token.lower in PERSONAL or token.pos == "PRON":
            return token.lower not in _NOT_SOMEBODY
        if token.lemma in PAPERS and any(k.pos == "PRON" for k in parse.children(token, "poss")):
            # "Their statement found that ..." is no agreement.
            return True
        if self.subjects.is_text(parse, token):
            return False
        return (
            is_paper(parse, token) or self.actors.is_actor(token) or self._someone(token) or is_the_other(parse, token)
        )

    def named_speaker(self, token: Token | None) -> bool:
        """Whether a noun that stands alone before a colon is somebody, or a paper of theirs."""
        return token is not None and (token.lemma in PAPERS or self.actors.is_actor(token))

    def _someone(self, token: Token) -> bool:
        """Whether a noun that no list knows may be a person: it is none of the things reports speak of."""
        if token.pos != "NOUN":
            return False
        if token.lemma in _CAPTIVES:
            return True
        return token.lemma not in self._things

    def speaker(self, parse: Parse, p: Proposition) -> Entity | None:
        """Whose claim the proposition is: the frame's speaker, or whoever acts in the author's account."""
        if p.frame is None:
            accused = self.accused(parse, p)
            return self.who(parse, p.subject if accused is None else agent_of(parse, p.head), p)
        if p.frame.label is not None and (p.frame.speaker is None or self.speaks_for_turn(parse, p.frame)):
            return self.actors.labelled(*p.frame.label)
        said = self._teller(parse, p.frame)
        subject = p.subject
        if said is not None and said.lower in ("it", "they") and subject is not None and subject.i < said.i:
            # "The group will answer, it said": the pronoun is the one who acts.
            acts = subject.lower not in PERSONAL and self.actors.is_actor(subject) and not _is_moved(parse, subject)
            return self._meant_by(parse, subject, said) if acts else self.who(parse, said, p, framed=True)
        found = self.who(parse, said, p, framed=True)
        if p.frame.words is not None and said is not None and said.lower not in PERSONAL and found is not None:
            self.actors.also_called(found, *p.frame.words)
        return found

    def speaks_for_turn(self, parse: Parse, frame: Frame) -> bool:
        """Whether whoever speaks in a turn tells it: "I can tell you that ...", "My officers have confirmed that ..."."""
        said, verb = frame.speaker, frame.verb
        if said is None or said.lower in FIRST:
            return said is not None
        finds = verb is not None and self.vocabulary.speech.get(verb.lemma) == "find"
        men = said.lemma in self.vocabulary.classes["forces"] | self.vocabulary.classes["monitor"] | _MEN
        return finds and men and said.tag == "NNS" and any(k.lower in FIRST for k in parse.children(said, "poss"))

    def cited(self, parse: Parse, frame: Frame) -> Token | None:
        """Whom an outlet cites for what it says."""
        return cited(parse, frame, self.vocabulary.classes, partial(self.can_speak, parse))

    def _teller(self, parse: Parse, frame: Frame) -> Token | None:
        """Who tells it: the commander of "The commander said that his men had seen ...", for they do not speak here."""
        said, outer = frame.speaker, frame.outer
        said = self.cited(parse, frame) or (said and (mouthpiece(parse, said) or said))
        if said is None or frame.verb is None or outer is None or outer.verb is None or outer.speaker is None:
            return said
        found = self.vocabulary.speech.get(frame.verb.lemma) == "find"
        if found and any(k.lower in _OWNERS for k in parse.children(said, "poss")):
            return self._teller(parse, outer)
        return said

    def _meant_by(self, parse: Parse, subject: Token, said: Token) -> Entity | None:
        """Who is "it" in "The group will answer, it said", "The movement's units had not fired, it claimed"."""
        plural = {"have", "are", "were", "'ve"} & {k.lower for k in parse.children(parse.tokens[subject.head], "aux")}
        singular = subject.tag in ("NN", "NNP") and not plural
        if (said.lower == "they") == singular:
            owners = [k for k in parse.children(subject, "poss") if k.lower not in PERSONAL and self.actors.is_actor(k)]
            owner = self.actors.entity(owners[0]) if owners else None
            before = self.actors.pronoun(said.lower)
            # "Witnesses ... The army had left, they said": a singular group is "they" where nobody else can be.
            several = before is not None and before.mentions[-1].plural and not before.named
            if owner is not None or (before is not None and (several or not singular)):
                return owner or before
        return self.actors.entity(subject)

    def who(self, parse: Parse, token: Token | None, p: Proposition, *, framed: bool = False) -> Entity | None:
        """The actor that a token names or stands for."""
        if token is None:
            return None
        word = token.lower
        if word in FIRST:
            return self.speaker(parse, p) if p.frame is not None and not framed else self.author or self.writer
        if word in _SINGULAR:
            # In a transcript "he" is not the one who speaks.
            own = self.actors.labelled(*p.frame.label) if p.frame is not None and p.frame.label is not None else None
            return self._person_before(parse, token) or self.actors.pronoun(word, own) or self._unnamed(token)
        if word == "it" and self._finds_itself(p):
            return self.author
        if word in THEY and framed and (charges := self._calls_so(parse, token)) is not None:
            return charges
        if word in PERSONAL:
            accuser, accused = self._answered(parse, p)
            accused = accused or self._met_apart(parse, token)
            return accused or self.actors.pronoun(word, accuser) or self._found_for(p) or self._unnamed(token)
        if (token.pos == "PRON" and word in ("who", "which", "that")) or acts_for_none(parse, token):
            return None
        if self.author is not None and (p.frame is None or p.frame.verb is None) and is_ours(parse, token):
            return self.author
        if are_men(token, self._men):
            if any(k.lower == "our" for k in parse.children(token, "poss")):
                # "Our forces" are whose text or turn it is, or nobody whom the text names.
                return self.speaker(parse, p) if p.frame is not None and not framed else self.author or self.writer
            whose = owner_of_men(parse, token, self.actors.entity, self.actors.is_actor)
            if whose is not None:
                return whose
        if word in _SOME and token.dep == "nsubj" and any(k.i > token.i for k in parse.children(token)):
            # "Those close to him relate": nobody whom the text names.
            end = next((t for t in reversed(parse.subtree(token)) if t.pos not in ("PUNCT", "SPACE")), token)
            return self.actors.labelled(token.start, end.end, person=False)
        counted = token.pos == "NUM" and any(k.lower == "the" for k in parse.children(token, "det"))
        if (word in _SOMEBODY or counted) and token.dep == "nsubj" and (word != "other" or is_the_other(parse, token)):
            # "said one", "another said", "the other says": all that the text calls them.
            return self.actors.labelled(token.start, token.end, person=False)
        if is_paper(parse, token):
            return self.papers.author(parse, token)
        if token.lemma in _MEETINGS and not self.actors.is_actor(token):
            return self._whose_meeting(parse, token)
        speaks = framed or (p.where == "report" and token is p.subject)
        if self.subjects.is_text(parse, token) or not (
            self.actors.is_actor(token) or (speaks and self._someone(token))
        ):
            return None
        found = self.actors.entity(token)
        if found is None and (framed or (speaks and token.dep == "pobj")):
            found = self.actors.met(parse, token)
        if token.dep in ("nsubj", "ROOT") or parse.tokens[token.head].dep == "agent":
            found = self.actors.joint(parse, token) or found
        none = speaks and any(k.lower == "no" for k in parse.children(token, "det"))
        if found is not None and self.actors.is_nobody(found) and not none:
            # "NMOG's examination of the craters established": NMOG did. Of "no commander has said" nobody else is meant.
            owner = next(iter(parse.children(token, "poss")), None)
            return self.who(parse, owner, p) if owner is not None and owner.lower not in FIRST else None
        if found is not None and not found.named:
            self.actors.also_called(found, *self.actors.phrase(parse, token))
        return found

    def _met_apart(self, parse: Parse, token: Token) -> Entity | None:
        """Who is "they" in "With the Movement: they want the ban lifted first"."""
        met = met_apart(parse, token, self.actors.is_actor) if token.lower in ("they", "it") else None
        return self.actors.entity(met) if met is not None else None

    def _calls_so(self, parse: Parse, token: Token) -> Entity | None:
        """Who is "it" in "The army accused Cambodia of ..., in what it called a breach": the one who accuses."""
        if parse.tokens[token.head].lemma not in _NAMES_SO:
            return None
        accuses = self.vocabulary.speech["accuse"]
        for verb in parse.ancestors(token):
            if self.vocabulary.speech.get(verb.lemma) == accuses and verb.lemma not in _NAMES_SO:
                who = next((k for k in parse.children(verb, "nsubj") if k.pos in ("NOUN", "PROPN")), None)
                return self.actors.entity(who) if who is not None else None
        return None

    def _answered(self, parse: Parse, p: Proposition) -> tuple[Entity | None, Entity | None]:
        """Whose charge is answered, and whom it is against, in "The army says that they burned it, which they deny"."""
        if p.mark != "who" or p.under is None:
            return None, None
        verb = next((t for t in (p.under, *parse.ancestors(p.under)) if t.lemma in self.vocabulary.speech), None)
        if verb is None:
            return None, None
        told = [subject_of(parse, k) for k in parse.children(verb, "ccomp")] + [
            *parse.children(verb, "dobj", "nsubjpass")
        ]
        accused = next((t for t in told if t is not None and self.actors.is_actor(t)), None)
        accuser = (
            agent_of(parse, verb) if accused is not None and accused.dep == "nsubjpass" else subject_of(parse, verb)
        )
        first, other = (self.actors.entity(t) if t is not None else None for t in (accuser, accused))
        return first, other if other is not first else None

    def _finds_itself(self, p: Proposition) -> bool:
        """Whether "it" finds or establishes something in a text that a mission issues: the mission itself."""
        if self.author is None or p.where != "report" or self.vocabulary.speech.get(p.head.lemma) != "find":
            return False
        return self.class_of(self.author) == "third"

    def _found_for(self, p: Proposition) -> Entity | None:
        """Whose men found something in a turn: "We sent a team; they found nothing"."""
        turn = p.frame is not None and p.frame.label is not None and p.frame.speaker is None
        finds = turn and p.where == "report" and self.vocabulary.speech.get(p.head.lemma) == "find"
        return self.actors.labelled(*p.frame.label) if finds and p.frame is not None and p.frame.label else None

    def _unnamed(self, token: Token) -> Entity | None:
        """Somebody whom the text only calls "he" or "they"; "it" may be whoever issues it."""
        if token.lower in ("you", "your"):
            # Whoever is asked: the text need not name them.
            return None
        if self.author is not None and token.lower not in _SINGULAR:
            return self.author
        return self.actors.labelled(token.start, token.end) if token.dep.startswith("nsubj") else None

    def _person_before(self, parse: Parse, token: Token) -> Entity | None:
        """The last single person named earlier in the same sentence.

        In "Qodiri replied that the minister was wrong; he added ..." who spoke goes on.
        """
        goes_on = token.dep == "nsubj" and parse.tokens[token.head].lemma in self.vocabulary.speech
        spoke = self._last_subject(parse, token, speaking=True) if goes_on else None
        return spoke or self._last_subject(parse, token)

    def _last_subject(self, parse: Parse, token: Token, *, speaking: bool = False) -> Entity | None:
        for other in reversed(parse.tokens[max(0, token.i - 60) : token.i]):
            if other.text in (".", "?", "!"):
                return None
            # "Colonel Dagne's men did not fire, he said": theirs, too, whose men are the subject.
            owns = other.dep == "poss" and other.entity != "GPE" and parse.tokens[other.head].dep.startswith("nsubj")
            if other.tag in ("NNP", "NN") and (owns or other.dep.startswith("nsubj")):
                if speaking and parse.tokens[other.head].lemma not in self.vocabulary.speech:
                    continue
                entity = self.actors.entity(other)
                if entity is not None and (entity.person or other.lemma in self.vocabulary.roles):
                    return entity
        return None

    def _whose_meeting(self, parse: Parse, token: Token) -> Entity | None:
        for kid in parse.children(token, "prep"):
            if kid.lower in ("of", "between"):
                for inner in parse.children(kid, "pobj"):
                    return self.actors.entity(inner)
        return None

    def only_tells(self, parse: Parse, token: Token | None) -> bool:
        """Whether somebody speaks for nobody: a radio, reporters, a paper of unknown hand."""
        if token is None or token.pos == "PRON":
            return False
        first, last = self.actors.phrase(parse, token)
        words = {w.strip(",.").lower() for w in self.actors.document.text[first:last].split()}
        owned = bool(parse.children(token, "poss")) or self.papers.named_author(parse, token) is not None
        outlet = is_outlet(parse, token, self.vocabulary.classes)
        return outlet or (not owned and (is_paper(parse, token) or bool(words & _MEDIA)))

    def whose(self, parse: Parse, engine: Token, found: Entity | None) -> Entity | None:
        """Who is behind what a machine does; nobody whom the text names in "two drones struck the refinery"."""
        if engine.lemma not in self.vocabulary.classes["engine"] or engine.pos == "PROPN":
            return found
        kids = parse.children(engine)
        told = any(k.dep in ("poss", "compound", "amod", "nmod", "acl", "relcl") or k.lower == "the" for k in kids)
        return found if told or any(k.lower in ("of", "by") for k in kids) else None

    # ------------------------------------------------------------------ who does it, seen from the speaker

    def doer(self, parse: Parse, p: Proposition, speaker: Entity | None) -> str:
        """self, other, text, event or nobody."""
        subject = p.subject
        if subject is None:
            return "nobody"
        passive = bool(parse.children(p.head, "nsubjpass", "auxpass")) and agent_of(parse, p.head) is None
        if subject.lower == "it" and self.text_in_focus and not passive:
            return "text"
        if self.subjects.is_text(parse, subject):
            return "nobody" if passive else "text"
        if passive:
            return "nobody"
        if p.frame is None:
            who = subject.lower in PERSONAL or is_paper(parse, subject) or self.actors.is_actor(subject)
            return "self" if who else "event"
        return self._seen_by(parse, p, subject, speaker)

    def _seen_by(self, parse: Parse, p: Proposition, subject: Token, speaker: Entity | None) -> str:
        word = subject.lower
        # Who tells it in their own words: "we" is theirs, and nobody else's who is quoted without marks.
        issued = p.frame is not None and p.frame.verb is None and not p.quoted
        relayed = self._passes_on(parse, p.frame)
        quoted = p.quoted and not relayed
        ours = (quoted or issued or self.author is None or speaker is self.author) and not relayed
        if word in FIRST:
            return "self" if ours else "other"
        if word == "you" or ((quoted or issued) and hits_us(parse, p.head)):
            return "other"
        if word in PERSONAL and self._accused_before(parse, p):
            return "other"
        if word in PERSONAL and issued:
            return self._of_another(parse, subject, speaker)
        if word in ("they", "it") and self._brought_up(parse, p, speaker):
            return "other"
        if word in PERSONAL:
            plural = speaker is not None and (speaker.mentions[0].plural or not self._may_be_person(speaker))
            return "other" if quoted or (word in _SINGULAR and plural) else "self"
        for kid in parse.children(subject, "poss"):
            if kid.lower == "your":
                return "other"
            if kid.lower in FIRST or (kid.lower in PERSONAL and not quoted):
                side = self._of_another(parse, kid, speaker) if issued and kid.lower not in FIRST else "self"
                side = side if ours or kid.lower not in FIRST else "other"
                return "event" if subject.lemma in self.vocabulary.classes["breach_noun"] else side
        if any(o.lower in ("ours", "mine") for o in parse.behind(subject)):
            return "self"
        if not self.actors.is_actor(subject):
            return "event"
        if is_spoken_for(parse, p, subject):
            return "self"
        return "self" if self.same_side(parse, speaker, subject, own=quoted or issued) else "other"

    def _passes_on(self, parse: Parse, frame: Frame | None) -> bool:
        """Whether somebody in a turn tells what others said, where "it" is theirs: "The army told us that it has left"."""
        told = frame is not None and frame.verb is not None and frame.label is not None
        return told and frame is not None and not self.speaks_for_turn(parse, frame)

    def _of_another(self, parse: Parse, pronoun: Token, speaker: Entity | None) -> str:
        """self or other, by whom "it", "they" or "its" stands for in what somebody issues who says "we" of himself."""
        above = (subject_of(parse, verb) for verb in parse.ancestors(pronoun))
        named = next((t for t in above if t is not None and t.i < pronoun.i and t.lower not in PERSONAL), self.topic)
        if named is None or not self.actors.is_actor(named) or is_ours(parse, named):
            return "self"
        return "self" if self.same_side(parse, speaker, named, own=True) else "other"

    def _brought_up(self, parse: Parse, p: Proposition, speaker: Entity | None) -> bool:
        """Whether "they" are those of whom the sentence before told: "He complained about the rebels. They had shelled Kilo"."""
        verb = p.frame.verb if p.frame is not None else None
        if verb is None or p.subject is None or not any(t.text in ".?!" for t in parse.tokens[verb.i : p.head.i]):
            return False
        told = [k for c in parse.children(verb, "ccomp") for k in parse.children(c, "nsubj", "nsubjpass")]
        told += parse.behind(verb, "about", "against", "of")
        named = [t for t in told if t.pos in ("NOUN", "PROPN") and self.actors.is_actor(t)]
        return any(not self.same_side(parse, speaker, t) for t in named)

    def _accused_before(self, parse: Parse, p: Proposition) -> bool:
        """Whether who speaks has just accused somebody: "accused the rebels of lying and said they had left"."""
        verb = p.frame.verb if p.frame is not None else None
        if verb is None or verb.dep != "conj" or p.subject is None or p.subject.lower != "they":
            return False
        before = parse.tokens[verb.head]
        accuses = self.vocabulary.speech.get(before.lemma) == self.vocabulary.speech["accuse"]
        return accuses and any(self.actors.is_actor(kid) for kid in parse.children(before, "dobj"))

    def _may_be_person(self, entity: Entity) -> bool:
        return entity.person or entity.mentions[0].head.lemma in self.vocabulary.roles

    def repeated(self, parse: Parse, p: Proposition, own: Sequence[Token]) -> Entity | None:
        """Whose position it is in "took the same line as the movement", "adopted the general's view"."""
        mine = parse.subtree(p.subject) if p.subject is not None else ()
        others = (self.actors.entity(t) for t in own if t not in mine and self.actors.is_actor(t))
        return next((found for found in others if found is not None), None)

    def turned_away(self, parse: Parse, p: Proposition) -> Entity | None:
        """The mission of "The mission was denied access by the army", which tells it, and not the army."""
        told = p.frame is None or p.frame.verb is None
        for token in parse.children(p.head, "nsubjpass") if told and parse.children(p.head, "agent") else ():
            found = self.actors.entity(token)
            if found is not None and self.class_of(found) == "third":
                return found
        return None

    def kept_out(self, parse: Parse, p: Proposition) -> Entity | None:
        """The mission of "The observers were denied access", which is what it tells itself."""
        subject = self.who(parse, p.subject, p) if p.frame is None else None
        return subject if subject is not None and self.class_of(subject) == "third" else None

    # ------------------------------------------------------------------ relays

    def several_parties(self, parse: Parse, token: Token, *, both: bool = False) -> bool:
        """Whether a subject is the parties together, or a joint body of theirs; `both` asks for "both" or "the two"."""
        words = {t.lemma for t in parse.subtree(token)[:14]}
        if both and not words & {"both", "two"}:
            return False
        return bool(words & _COLLECTIVE) and (token.tag == "NNS" or bool(words & {"committee", "commission", "joint"}))

    def accused(self, parse: Parse, p: Proposition) -> Token | None:
        """Who is accused in "the rebels were accused of it" and "is in violation of it": nobody accuses himself."""
        passive = next(iter(parse.children(p.head, "nsubjpass")), None)
        charged = [p.head] if passive is not None else parse.children(p.head, "acomp", "oprd")
        by_others = any(t.tag == "VBN" and self.vocabulary.speech.get(t.lemma) == "accuse" for t in charged)
        return (passive or p.subject) if by_others else blamed(parse, p.head)


def _lasts(parse: Parse, verb: Token) -> bool:
    """Whether something holds, as a truce does: "It is holding"; "It holds that ..." is said."""
    return verb.lemma == "hold" and not parse.children(verb, "ccomp", "dobj")
