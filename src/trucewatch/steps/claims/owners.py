"""Whose claim a proposition is: its speaker's, whom it is told of, or nobody's but the author's."""

from collections.abc import Sequence
from dataclasses import replace

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .actors import ActorFinder
from .draft import Draft, acts_for_itself, kept_silent
from .issuers import Issuer
from .known import Known
from .mentions import Entity
from .ours import hits_us, holds_on, is_ours
from .outlets import is_quoted
from .own_statements import as_issued, as_told_by_victims, as_told_of_ourselves
from .posting import is_advice, posts_itself, was_told
from .propositions import Proposition
from .ruled_deeds import decides
from .ruled_plans import is_put_off
from .silent_ones import silent_one, unanswering
from .speakers import FIRST, PERSONAL
from .targets import Targets
from .telling import is_authors
from .unsaid import cannot_claim, is_disclaimer
from .verbless import Verbless
from .voices import gave_word

_JOINT = frozenset({"COMMIT", "RECOMMIT", "AMEND", "REPORT_PROGRESS"})
_DONE = _JOINT | {"AFFIRM", "SUSPEND", "BREACH", "COMPLY", "COMPLY_PART"}

_PERSONS = frozenset("he she i we".split())
_READS = frozenset("say specify mention name tell state set".split())
_SEES = frozenset("see spot film photograph observe hear notice sight catch".split())


class Owners:
    """Finds whose claims the propositions of a sentence are; what reads them sets the sentence and who issues the text."""

    def __init__(
        self, parse: Parse, known: Known, vocabulary: ReportVocabulary, actors: ActorFinder, speakers: Targets
    ) -> None:
        self.parse = parse
        self.known = known
        self.vocabulary = vocabulary
        self.actors = actors
        self.speakers = speakers
        self.issuer: Issuer | None = None
        self._tokens: Sequence[Token] = ()
        # Whether the words show whose the last claim is, so that nobody else near it can be meant.
        self._settled = False
        self._quiet: Verbless | None = None
        self._monitors: list[Entity] = []
        # Predicates that claim nothing, and the verbs that say so.
        self._empty: set[int] = set()

    def _noted(self, p: Proposition, stance: str | None, left: str | None) -> str | None:
        """What rules have left of a stance; that they left nothing is noted, so that the same words are not asked again."""
        if stance is not None and left is None:
            self._empty |= {p.head.i, *([p.frame.verb.i] if p.frame is not None and p.frame.verb is not None else [])}
        return left

    def _is_empty(self, p: Proposition) -> bool:
        """Whether rules have found that a proposition claims nothing."""
        return p.head.i in self._empty

    def _owner(self, p: Proposition, stance: str, speaker: Entity | None) -> tuple[Entity | None, Entity | None]:
        """(speaker, relay) of a claim, from who speaks by the words around it."""
        self._settled = False
        if self._quiet is not None:
            return self._whose(p, self._quiet), None
        speaker, relay = self._relayed(p, stance, speaker)
        if p.frame is not None and speaker is not None:
            cited = self.speakers.cited(self.parse, p.frame) is not None
            self._settled |= cited or is_quoted(self.parse, p.frame.verb)
        # "The army to leave the schools", "The regime has decided to scrap the accord": never theirs.
        charged = stance == "ACCUSE" and decides(p)
        self._settled |= self._unspoken(p) and (charged or is_advice(self.parse, p, stance))
        if stance == "THIRD_PARTY_FINDING":
            speaker = self._finder(p, speaker)
        elif stance == "ASSESS" and (cannot_claim(self.parse, p) or self._is_of_it(p)):
            # "It does not say who will check it", of a paper: the text's own word.
            speaker, self._settled = None, self._settled or self._is_of_it(p)
        if stance == "PUBLIC_SILENCE":
            who = unanswering(self.actors, self.parse, p)
            somebody = p.subject is not None and (p.subject.lower in _PERSONS or self.actors.is_actor(p.subject))
            unsaid = p.subject is None or (p.frame is None and not somebody)
            if who is None and (speaker is None or unsaid):
                who = silent_one(self.actors, self.parse, self.known.facts(p).own)
            # "There was no reaction from the rebels": nobody else is meant.
            self._settled |= who is not None
            speaker = who or speaker
        elif stance == "ACCUSE":
            # "Hours after the government accused it of ...": whoever is accused accuses nobody there.
            self._settled |= self._accuses_by_name(p)
            speaker = self._not_of_himself(p, speaker)
        return speaker, relay

    def _not_of_himself(self, p: Proposition, speaker: Entity | None) -> Entity | None:
        """Who is "it" in "Congo broke the truce, it said": nobody charges himself, so whoever was spoken of before."""
        said, subject = p.frame.speaker if p.frame is not None else None, p.subject
        if said is None or subject is None or said.lower not in ("it", "they") or subject.pos not in ("NOUN", "PROPN"):
            return speaker
        himself = speaker is not None and self.actors.entity(subject) is speaker
        return self.actors.pronoun(said.lower, speaker) or speaker if himself else speaker

    def _accuses_by_name(self, p: Proposition) -> bool:
        verb, said = (p.frame.verb, p.frame.speaker) if p.frame is not None else (None, None)
        accuses = self.vocabulary.speech["accuse"]
        named = said is not None and said.pos in ("NOUN", "PROPN") and self.actors.is_actor(said)
        return named and verb is not None and self.vocabulary.speech.get(verb.lemma) == accuses

    def _unspoken(self, p: Proposition) -> bool:
        """Whether nobody is said to say it: the text's own voice."""
        return p.frame is None or (self.issuer is not None and p.frame.label == self.issuer.name)

    def _relayed(self, p: Proposition, stance: str, speaker: Entity | None) -> tuple[Entity | None, Entity | None]:
        """(speaker, relay): what the parties agreed stays theirs when a mediator tells of it."""
        if p.frame is None:
            return self._untold(p, stance, speaker), None
        silent = self._kept_silent(p) if stance == "PUBLIC_SILENCE" else None
        if silent is not None and silent is not speaker:
            return silent, speaker
        denied = self.known.facts(p).negative
        if p.frame.label is not None and p.frame.speaker is not None and p.frame.speaker.lower == "they":
            self._settled = _is_known(speaker)
        turn = p.frame.label is not None and p.frame.speaker is None and not denied
        if turn and self._is_private(stance) and was_told(p, self.known.facts(p).own, self.vocabulary.speech):
            return speaker, None
        if self._tells_for_others(p) and not is_advice(self.parse, p, stance):
            # In a transcript: "Both sides agreed last week to extend it", "The front wrote to me that ...".
            told_of = self.speakers.who(self.parse, p.subject, p)
            self._settled = posts_itself(self.actors.document.text, p, told_of) or _is_they(p, told_of)
            itself = told_of is None or posts_itself(self.actors.document.text, p, told_of)
            return (speaker, None) if itself else (told_of, speaker)
        if p.frame.outer is not None and self._is_private(stance):
            # "Two aides say that the minister privately promised ...": the aides' claim about the minister.
            return self._outermost(p) or speaker, None
        if (told := self._told_of_saying(p, stance, speaker)) is not None:
            return told, speaker
        if stance in _DONE and self.speakers.only_tells(self.parse, p.frame.speaker):
            # "The rebels have left, Radio France said": the radio relays what the rebels do.
            subject = self.speakers.who(self.parse, p.subject, p)
            if subject is not None and subject is not speaker and p.subject is not None and p.subject.pos != "PRON":
                return subject, speaker
        if self._gives_for_others(p, stance, speaker):
            # "They have both committed themselves to it," the envoy said: the parties have, and not he.
            who = self.speakers.who(self.parse, p.subject, p)
            self._settled = True
            known = who is not speaker and who is not None and who.mentions[0].text.lower() not in PERSONAL
            known = known and who is not None and (not p.quoted or self.speakers.class_of(who) != "third")
            return (who if known else None), speaker
        decided = stance in ("SUSPEND", "WITHDRAW") and decides(p)
        if (stance in _JOINT or decided) and speaker is not None and p.subject is not None:
            subject = self.speakers.who(self.parse, p.subject, p)
            third = self.speakers.class_of(speaker) == "third"
            relayed = self.speakers.several_parties(self.parse, p.subject, both=not third) or (
                # "The group had promised to free them, the commissioner said": nobody promises for an opponent.
                (stance == "COMMIT" or decided)
                and p.where == "report"
                and self.speakers.doer(self.parse, p, speaker) == "other"
            )
            if relayed and subject is not None and subject is not speaker:
                return subject, speaker
        return speaker, None

    def _told_of_saying(self, p: Proposition, stance: str, speaker: Entity | None) -> Entity | None:
        """Whose charge or denial it is in "A diplomat said the minister had accused the rebels": the minister's."""
        manner, said = self.vocabulary.speech.get(p.head.lemma), p.frame.verb if p.frame is not None else None
        if p.where != "report" or said is None or p.subject is None or p.subject.pos not in ("NOUN", "PROPN"):
            return None
        if (manner, stance) not in (("accuse", "ACCUSE"), ("deny", "DENY_CONDUCT")) or p.head.dep not in (
            "ccomp",
            "conj",
        ):
            return None
        who = self.speakers.who(self.parse, p.subject, p) if self.actors.is_actor(p.subject) else None
        self._settled |= who is not None and who is not speaker
        return who if who is not speaker else None

    def _untold(self, p: Proposition, stance: str, speaker: Entity | None) -> Entity | None:
        """Whose claim it is that nobody is said to say."""
        acts = p.where == "report" or stance == "PUBLIC_SILENCE"
        acts = acts or self.speakers.doer(self.parse, p, speaker) == "self"
        if self._is_private(stance) and self.issuer is not None and not self.issuer.reports:
            # "A secretary of the ministry has admitted to our delegation in private that ..."
            return self.speakers.author
        if stance == "REPORT_NOT_DONE" and self._is_of_others(p):
            # "The Council has so far not agreed", in the statement of its enemy.
            return self.speakers.author
        if is_advice(self.parse, p, stance):
            # "The parties should publish the lists": the author says so, and not they.
            return None
        if p.subject is not None and p.where == "act":
            speaker = self.speakers.whose(self.parse, p.subject, speaker)
        if stance == "DELAY" and is_put_off(self.parse, p):
            self._settled = True
            return None
        return speaker if acts and not is_authors(self.parse, p, stance) else None

    def _tells_for_others(self, p: Proposition) -> bool:
        """Whether somebody in a turn tells what others said: "Both sides agreed last week to extend it"."""
        turn = p.frame is not None and p.frame.label is not None and p.frame.speaker is None
        told = turn and p.where == "report" and not self.known.facts(p).negative
        return told and acts_for_itself(self.parse, p, self.actors.is_actor)

    def _gives_for_others(self, p: Proposition, stance: str, speaker: Entity | None) -> bool:
        """Whether a third party tells of the word that others have given, or a party in its own text of what "it" signed."""
        subject = p.subject
        if stance not in _JOINT or subject is None or speaker is None:
            return False
        if p.mark == "who" and self._unspoken(p) and gave_word(self.parse, p.head):
            return subject.pos in ("NOUN", "PROPN") and not is_ours(self.parse, subject)
        they = p.quoted and subject.lower in ("they", "he", "she") and p.where == "report"
        return they and self.speakers.class_of(speaker) == "third"

    def _is_of_others(self, p: Proposition) -> bool:
        """Whether a party tells of somebody else in a statement of its own."""
        author, subject = self.speakers.author, p.subject
        if author is None or self.issuer is None or self.issuer.reports or subject is None:
            return False
        named = subject.pos in ("NOUN", "PROPN") and self.actors.is_actor(subject) and not is_ours(self.parse, subject)
        return named and not self.speakers.same_side(self.parse, author, subject, own=True)

    def _finder(self, p: Proposition, speaker: Entity | None) -> Entity | None:
        """Who finds something, for what is told without saying who: the last monitor. "I counted two craters" is the text's own."""
        begins = p.subject is None and p.head.tag in ("VBD", "VBN") and p.head.i == self._tokens[0].i
        first = p.subject is not None and p.subject.lower in FIRST
        # "No aid has entered the region": whoever was named before has not found that.
        nothing = p.subject is not None and any(k.lower == "no" for k in self.parse.children(p.subject, "det"))
        nothing = nothing and p.where == "act" and p.subject is not None and not self.actors.is_actor(p.subject)
        if p.frame is None and (begins or first or nothing or is_disclaimer(self.parse, p.head, p.subject)):
            # "Counted four barriers": whoever writes did.
            self._settled |= begins
            return speaker
        if p.frame is None and self._is_seen(p):
            # Those who were seen have found nothing.
            party = speaker is not None and self.speakers.class_of(speaker) == "party"
            speaker, self._settled = None if party else speaker, True
        kept_out = self.speakers.turned_away(self.parse, p) or speaker or self.speakers.kept_out(self.parse, p)
        found = kept_out or self.actors.last_monitor() or next(iter(self._monitors), None)
        self._monitors[:0] = [found] if found is not None else []
        return found

    def _is_of_it(self, p: Proposition) -> bool:
        """Whether it is told, by nobody, what "it" says."""
        it = p.subject is not None and p.subject.lower == "it"
        return p.frame is None and p.where == "report" and it and p.head.lemma in _READS

    def _is_seen(self, p: Proposition) -> bool:
        """Whether something was seen of its subject, by nobody named: "The colonel's men were seen digging trenches"."""
        passive = self.parse.children(p.head, "nsubjpass") and not self.parse.children(p.head, "agent")
        return bool(passive) and p.head.lemma in _SEES

    def _kept_silent(self, p: Proposition) -> Entity | None:
        """Who kept silent in "He has not said a word, diplomats noted", rather than who noted it."""
        silent = kept_silent(self.parse, p, self.actors.is_actor)
        return self.speakers.who(self.parse, silent, p) if silent is not None else None

    def _whose(self, p: Proposition, told: Verbless) -> Entity | None:
        """Whose words without a verb are; nobody keeps silent in his own words."""
        if told.of is not None:
            return self.speakers.who(self.parse, told.of, p) or self.actors.entity(told.of)
        if told.stance != "PUBLIC_SILENCE":
            return self.speakers.speaker(self.parse, p)
        label = p.frame.label if p.frame is not None else None
        return self.actors.last(self.actors.labelled(*label) if label is not None else self.speakers.author)

    def _as_teller_has_it(self, draft: Draft) -> None:
        """Gives deeds that a party, or whoever was hit, tells in its own text the stance that it takes to them."""
        author, subject = self.speakers.author, draft.subject
        writer = self.speakers.writer if author is None else None
        if writer is not None and self.speakers.writes_for_a_side(writer):
            # A letter of a party's ambassador is a text of the party's.
            author = writer
        if author is not None and (author is writer or (self.issuer is not None and not self.issuer.reports)):
            party = self.speakers.class_of(author) == "party" and self.speakers.is_of_a_camp(author)
            if author is writer or party:
                ours = draft.speaker is author or (subject is not None and is_ours(self.parse, subject))
                ours = ours or (subject is not None and self.speakers.same_side(self.parse, author, subject, own=True))
                # "Ukraine freed them", in a letter of the ambassador of Ukraine
                named = author is writer and subject is not None and subject.pos == "PROPN"
                ours = ours or (named and subject is not None and subject.lower in author.words)
                if draft.stance in ("CLAIM_COMPLIANCE", "AFFIRM") and not ours and holds_on(self.parse, draft.head):
                    draft.stance = "BREACH"
                as_issued(draft, author, ours=ours)
        elif draft.stance == "BREACH" and draft.frame is None and not draft.quoted and hits_us(self.parse, draft.head):
            as_told_by_victims(draft, author)
        elif subject is not None and subject.dep == "nsubj" and (subject.lower == "we" or is_ours(self.parse, subject)):
            as_told_of_ourselves(draft)

    def _is_private(self, stance: str) -> bool:
        return self.vocabulary.stances[stance].family == "private report"

    def _outermost(self, p: Proposition) -> Entity | None:
        told = replace(p, frame=p.frame.outermost) if p.frame is not None else p
        return self.speakers.speaker(self.parse, told)


def _is_they(p: Proposition, told_of: Entity | None) -> bool:
    """Whether "they" are somebody of whom a noun has told before: "Two boys came to me. They said that ..."."""
    return p.subject is not None and p.subject.lower == "they" and _is_known(told_of)


def _is_known(they: Entity | None) -> bool:
    return they is not None and they.mentions[0].head.pos in ("NOUN", "PROPN")
