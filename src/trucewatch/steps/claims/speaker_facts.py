"""Who may be the speaker of a claim, and what speaks for each: facts that can be told in words, each with a weight.

The weights were learned from passages read by hand (`scripts/train_speakers.py`) and lie in
`vocabulary/speaker_weights.yaml`.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from trucewatch.core.parse import PLACE_LABELS, Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .actors import ActorFinder
from .agreements import Subjects
from .draft import Draft
from .matching import manner
from .mentions import Entity
from .ours import is_ours
from .papers import PAPERS, is_paper
from .propositions import agent_of
from .speakers import FIRST, PERSONAL, Speakers
from .spoken import HERS, HIS
from .unsaid import is_disclaimer
from .voices import denies_charge, gave_word
from .word_groups import THEY

# How many sentences back somebody may have been named.
_BACK = 4
_MARKS = frozenset('"“”«»')
_HE = frozenset("he she him her his".split())
_BODIES = ("group", "third_party", "state_camp", "rebel_camp", "people", "body")
# What only whoever does it does: to tell of it is no such act. Of what is done on the ground a third party tells; a party speaks for its own.
_PERFORMED = frozenset("SUSPEND RECOMMIT AMEND CONDUCT_SIGNAL".split())
# The clauses of what is found: "no proof that Eritrea sent troops".
_FOUND = frozenset({"ccomp", "acl"})
_DOES = frozenset({"nsubj", "nsubjpass", "dobj"})
_DONE = frozenset("COMPLY COMPLY_PART BREACH WITHDRAW".split())
Facts = frozenset[str]


class SpeakerFacts:
    """Offers candidates for the speakers of a report's claims, each with its facts; None stands for the text's own voice."""

    def __init__(
        self,
        parse: Parse,
        actors: ActorFinder,
        subjects: Subjects,
        vocabulary: ReportVocabulary,
        issuers: Sequence[Entity],
    ) -> None:
        self._parse = parse
        self._speakers = Speakers(actors, subjects, vocabulary)
        self._vocabulary = vocabulary
        self._issuers = issuers
        self._is_nobody = actors.is_nobody
        self._starts = [low for low, _ in parse.sentences]
        self._bodies = frozenset().union(*(vocabulary.classes[name] for name in _BODIES))
        # The kind, the side and the first word of everybody who was asked about: nobody changes while speakers are chosen.
        self._known: dict[Entity, tuple[str, str, int]] = {}
        self._text = actors.document.text
        self._named: dict[int, list[tuple[Entity, Token]]] = {}
        self._labels: dict[tuple[int, int], Entity] = {}
        for entity in actors.entities:
            for mention in entity.mentions:
                head = mention.head
                if head.i < 0:
                    self._labels[mention.start, mention.end] = entity
                # An agreement, a communiqué and a drone say nothing by themselves.
                dumb = PAPERS | vocabulary.classes["engine"]
                if head.i < 0 or _only_announces(parse, head, vocabulary):
                    continue
                if head.lemma.lower() not in dumb and not subjects.is_text(parse, head):
                    self._named.setdefault(self._sentence(head), []).append((entity, head))

    def _sentence(self, token: Token) -> int:
        return bisect_right(self._starts, token.i) - 1

    def names(self, entity: Entity | None, token: Token) -> bool:
        """Whether a noun names somebody."""
        return any(found is entity and head.i == token.i for found, head in self._named.get(self._sentence(token), ()))

    def is_within(self, entity: Entity | None, token: Token) -> bool:
        """Whether a noun, or what stands below it, names somebody: MINUSMA in "MINUSMA's patrol"."""
        return any(self.names(entity, t) for t in self._parse.subtree(token))

    def is_found(self, entity: Entity | None, draft: Draft) -> bool:
        """Whether somebody is only what the words are about: "no proof that Eritrea sent troops", "does not mention Goma"."""
        if entity is None or draft.speaker is not None:
            return False
        if any(m.head.dep == "dobj" and m.head.head == draft.head.i for m in entity.mentions):
            return True
        if draft.stance != "THIRD_PARTY_FINDING":
            return False
        inside = [m.head for m in entity.mentions if draft.content[0] <= m.start < draft.content[1] and m.head.i >= 0]
        done = any(t.dep in _DOES and self._parse.tokens[t.head].dep in _FOUND for t in inside)
        return (done or draft.subject in inside) and self._speakers.class_of(entity) == "party"

    def _passes_on(self, draft: Draft) -> Entity | None:
        """Who only passes on in a turn what others told him: "They told us that the road is open", "They said that it is"."""
        frame = draft.frame
        if frame is None or frame.label is None:
            return None
        # Whom the rules did not take for "it" or "they" himself, though he speaks.
        says = draft.speaker is not None and draft.subject is not None and draft.subject.lower in THEY
        if frame.verb is None and not says:
            return None
        own = frame.verb is not None and self._speakers.speaks_for_turn(self._parse, frame)
        return None if own else self._speakers.actors.labelled(*frame.label)

    def finds_against(self, draft: Draft) -> bool:
        """Whether one of the parties only says what it finds: who is of a side finds nothing for all."""
        says = self._vocabulary.speech.get(draft.head.lemma) == "say" or (
            draft.frame is not None
            and draft.frame.verb is not None
            and self._vocabulary.speech.get(draft.frame.verb.lemma) == "say"
        )
        sided = draft.speaker is not None and self._speakers.is_sided(draft.speaker)
        told = draft.told[0] if draft.told is not None else draft.polarity
        return says and sided and told == "positive"

    def is_own_turn(self, draft: Draft) -> bool:
        """Whether a party tells in its own turn what its side did: "On my orders the army left the town"."""
        frame, subject, speaker = draft.frame, draft.subject, draft.speaker
        if frame is None or frame.verb is not None or frame.label is None or speaker is None or subject is None:
            return False
        if self.is_third(speaker) or self._speakers.actors.labelled(*frame.label) is not speaker:
            return False
        ours = subject.lower in FIRST or is_ours(self._parse, subject)
        return ours or self._speakers.same_side(self._parse, speaker, subject, own=True)

    def is_third(self, entity: Entity) -> bool:
        """Whether somebody is no party: a monitor, a mediator, an aid organisation."""
        return self._speakers.class_of(entity) == "third"

    def is_spoken_of(self, entity: Entity, draft: Draft) -> bool:
        """Whether somebody is named in the quotation that a claim stands in, before it."""
        opened = max(self._text.rfind(mark, 0, draft.start) for mark in _MARKS)
        return any(opened <= m.start < draft.start for m in entity.mentions) if opened >= 0 else False

    def cannot_be(self, entity: Entity, draft: Draft) -> bool:
        """Whether somebody cannot be meant: a place in which something is, or whoever is named only in what "they" say.

        "They come from Ariha, and they say they will stay until the army leaves": neither the town nor the army.
        """
        places = all(m.head.entity in PLACE_LABELS and m.head.dep == "pobj" for m in entity.mentions)
        verb, said = (draft.frame.verb, draft.frame.speaker) if draft.frame is not None else (None, None)
        if verb is not None and said is not None and said.pos == "PRON" and said.i < verb.i < entity.mentions[0].head.i:
            return True
        return entity.known is None and places

    def is_said_by(self, draft: Draft) -> bool:
        """Whether it is said by whom the words name: "Pyongyang is said by defectors to regard the accord as dead"."""
        says = draft.frame is None and self._vocabulary.speech.get(draft.head.lemma) == "say"
        teller = draft.frame.speaker if draft.frame is not None else draft.subject if says else None
        if teller is None or draft.speaker is None:
            return False
        if self._parse.tokens[teller.head].dep == "agent":
            return True
        # "The rebels said it was still there"
        verb = draft.frame.verb if draft.frame is not None else draft.head
        beside = verb is not None and teller.i == verb.i - 1 and teller.dep == "nsubj" and teller.head == verb.i
        return beside and self._is_body(teller) and self._speakers.actors.entity(teller) is draft.speaker

    def _is_body(self, noun: Token) -> bool:
        camps = self._vocabulary.classes["state_camp"] | self._vocabulary.classes["rebel_camp"]
        return noun.pos == "NOUN" and noun.lemma in camps

    def is_in_camp(self, entity: Entity | None) -> bool:
        """Whether somebody is called by a camp: "the army", "rebel officers"."""
        camps = self._vocabulary.classes["state_camp"] | self._vocabulary.classes["rebel_camp"]
        return entity is not None and not camps.isdisjoint(entity.lemmas)

    def disclaims(self, draft: Draft) -> bool:
        """Whether the text says in its own voice that something could not be checked, or only what is done: "2. Agree that"."""
        if draft.frame is not None or draft.speaker is not None:
            return False
        head = draft.head
        item = draft.subject is None and head.tag in ("VB", "VBP") and head.head == head.i and head.text[:1].isupper()
        return item or is_disclaimer(self._parse, head, draft.subject)

    def does_it(self, draft: Draft) -> bool:
        """Whether nobody else than the speaker of the rules can be meant: who acts in the text's own voice, "Israeli jets hit
        two villages", or who says in a turn what "we" do."""
        if self._is_own_side(draft):
            return True
        subject = draft.subject
        if draft.speaker is not None and (gave_word(self._parse, draft.head) or denies_charge(self._parse, draft.head)):
            # "..., which it had promised to open"; "a charge it denies"
            return True
        if (
            draft.frame is not None
            or subject is None
            or draft.stance not in _PERFORMED | _DONE
            or subject.dep != "nsubj"
        ):
            return False
        owned = any(k.pos == "PRON" for k in self._parse.children(subject, "poss"))
        found, who = self._speakers.actors.entity(subject), draft.speaker
        # "The army and the rebels signed": also those who do it together.
        return not owned and who is not None and found is not None and found in (who, *who.members)

    def _is_own_side(self, draft: Draft) -> bool:
        """Whether somebody says in a turn what "we", "I" or "our men" do: nobody else's words, whoever was named before."""
        subject, frame = draft.subject, draft.frame
        if subject is None or frame is None or frame.label is None:
            return False
        if frame.speaker is not None and not self._speakers.speaks_for_turn(self._parse, frame):
            return False
        theirs = frame.speaker is not None and frame.speaker.lower not in FIRST
        return theirs or subject.lower in FIRST or is_ours(self._parse, subject)

    def performer(self, draft: Draft) -> Entity | None:
        """Who is told by another to have suspended, renewed or done something in their own turn or text: it is theirs."""
        subject, frame = draft.subject, draft.frame
        if draft.stance not in _PERFORMED | _DONE or subject is None or frame is None or frame.speaker is not None:
            return None
        if draft.stance in _DONE and (draft.speaker is None or self._speakers.class_of(draft.speaker) != "third"):
            return None
        if frame.label is None or subject.dep != "nsubj" or subject.pos not in ("NOUN", "PROPN"):
            return None
        if any(k.lower in FIRST for k in self._parse.children(subject, "poss")):
            return None
        found = self._speakers.actors.entity(subject) if self._speakers.actors.is_actor(subject) else None
        return None if found is None or self._is_nobody(found) else found

    def candidates(self, drafts: Sequence[Draft], n: int) -> dict[Entity | None, Facts]:
        """Everybody whom the text names around a claim, and the text itself, with what speaks for each."""
        draft = drafts[n]
        at = self._sentence(draft.head)
        places: dict[Entity | None, list[str]] = {None: [], draft.speaker: []}
        for entity, rank in self._latest(draft, at):
            places.setdefault(entity, []).append(rank)
        for entity in self._issuers:
            places.setdefault(entity, []).append("issuer")
        for back in range(_BACK + 1):
            for entity, head in self._named.get(at - back, ()):
                where = self._place(draft, head) if back == 0 else f"{min(back, 3)} back, {self._role(head)}"
                places.setdefault(entity, []).append(where)
        for somebody, where in (*self._in_paragraph(draft, at), *self._beside(drafts, n)):
            places.setdefault(somebody, []).append(where)
        for kind, before in zip(("claim", "claim before"), _before(drafts, n), strict=False):
            where = f"last {kind}" + ("" if before.paragraph == draft.paragraph else ", other paragraph")
            places.setdefault(before.speaker, []).append(where)
        asked = self._asked(draft)
        passed = self._passes_on(draft)
        he = asked.endswith(" he") and not draft.stance.startswith("REPORT_PRIVATE")
        told = (e for e in places if e is not passed or passed is None or passed is draft.speaker)
        # "He denied it" is nobody who is several.
        told = (
            e
            for e in told
            if e is None or e is draft.speaker or not (he and e.mentions[0].plural and not e.named and not e.person)
        )
        offered = [e for e in told if e is None or e is draft.speaker or not self._is_nobody(e)]
        return {e: self._told(draft, e, places[e], asked) for e in offered if not self.is_found(e, draft)}

    def _latest(self, draft: Draft, at: int) -> Iterator[tuple[Entity, str]]:
        """The persons and others who were named last before the claim, and last as those who act or speak."""
        seen: set[str] = set()
        last: dict[str, Entity] = {}
        for back in range(_BACK + 1):
            for entity, head in sorted(self._named.get(at - back, ()), key=lambda pair: -pair[1].i):
                if head.start >= draft.content[0] and back == 0:
                    continue
                sort = "person" if entity.person or head.lemma in self._vocabulary.roles else "body"
                acts = head.dep in ("nsubj", "nsubjpass")
                for name in (f"last {sort}", f"last {sort} to act" if acts else ""):
                    if name and name not in seen:
                        seen.add(name)
                        yield entity, name
                    elif name == f"last {sort}" and f"{name} but one" not in seen and entity is not last.get(sort):
                        seen.add(f"{name} but one")
                        yield entity, f"{name} but one"
                last.setdefault(sort, entity)

    def _in_paragraph(self, draft: Draft, at: int) -> Iterator[tuple[Entity, str]]:
        """Who is named before the claim in its paragraph: at all, first, or most often."""
        begins = self._text.rfind("\n", 0, draft.sentence_start) + 1
        before = [
            (entity, head)
            for back in range(_BACK, -1, -1)
            for entity, head in self._named.get(at - back, ())
            if begins <= head.start < draft.content[0]
        ]
        for entity in dict.fromkeys(entity for entity, _ in before):
            yield entity, "in the paragraph"
        if before:
            yield before[0][0], "first in the paragraph"
            (most, times), *others = Counter(entity for entity, _ in before).most_common(2)
            if times > 1 and (not others or others[0][1] < times):
                yield most, "most in the paragraph"

    def _beside(self, drafts: Sequence[Draft], n: int) -> Iterator[tuple[Entity | None, str]]:
        """Who a transcript's label names, and who spoke before in the same sentence or the same quotation."""
        draft = drafts[n]
        frame = draft.frame
        while frame is not None:
            if frame.label is not None and (labelled := self._labels.get(frame.label)) is not None:
                yield labelled, "label"
                break
            frame = frame.outer
        last = next(_before(drafts, n), None)
        if last is None:
            return
        if last.sentence_start == draft.sentence_start:
            yield last.speaker, "last claim, same sentence"
        if draft.quoted and last.quoted and not any(c in self._text[last.end : draft.start] for c in _MARKS):
            yield last.speaker, "last claim, same quotation"

    # ------------------------------------------------------------------ what is asked for

    def _asked(self, draft: Draft) -> str:
        """How the text calls whoever speaks: by a pronoun, a name, "its men", a paper, not at all."""
        frame = draft.frame
        if frame is None:
            voice, token = "act", draft.subject
        elif frame.verb is None:
            voice, token = "turn" if frame.label is not None else "left to a quotation", frame.speaker
        else:
            voice, token = "quoted" if draft.quoted else "said", frame.speaker
        return f"{voice} {self._called(token)}"

    def _called(self, token: Token | None) -> str:
        if token is None:
            return "nobody"
        word = token.lower
        if word in FIRST:
            return "we"
        if word in PERSONAL:
            return "he" if word in _HE else word
        if token.pos == "PRON":
            return "pronoun"
        owners = self._parse.children(token, "poss")
        if owners:
            return "its own" if any(k.lower in PERSONAL for k in owners) else "somebody's"
        if is_paper(self._parse, token):
            return "paper"
        if token.pos == "PROPN":
            return "name"
        if token.pos != "NOUN":
            return "other"
        definite = any(k.lower in ("the", "this", "that", "these", "both") for k in self._parse.children(token, "det"))
        many = "s" if token.tag == "NNS" else ""
        return ("the noun" if definite else "noun") + many

    def _unlike(self, draft: Draft) -> frozenset[str]:
        """The words that "he" or "she", who is said to speak or act, cannot stand for."""
        token = draft.frame.speaker if draft.frame is not None else draft.subject
        return HERS if token is not None and token.lower in ("he", "him", "his") else HIS

    # ------------------------------------------------------------------ where somebody is named

    def _place(self, draft: Draft, head: Token) -> str:
        """Where in the claim's own sentence a name stands."""
        frame, subject = draft.frame, draft.subject
        if frame is not None and frame.speaker is not None:
            found = self._within(frame.speaker, head, "teller")
            if found:
                return found
            outer = frame.outer
            while outer is not None:
                if outer.speaker is not None and (found := self._within(outer.speaker, head, "outer teller")):
                    return found
                outer = outer.outer
        if subject is not None and (found := self._within(subject, head, "subject")):
            return found
        agent = agent_of(self._parse, draft.head)
        if agent is not None and (found := self._within(agent, head, "agent")):
            return found
        side = (
            "inside"
            if draft.content[0] <= head.start < draft.content[1]
            else ("in front" if head.start < draft.content[0] else "behind")
        )
        return f"{side}, {self._role(head)}"

    def _within(self, token: Token, head: Token, name: str) -> str:
        """How a name belongs to the noun that speaks: it is the noun, owns it, is of it, stands beside it."""
        if head.i == token.i:
            return name
        up = head
        for _ in range(6):
            above = self._parse.tokens[up.head]
            if above.i == up.i:
                return ""
            if above.i == token.i:
                relation = up.dep if up.dep in ("poss", "appos", "compound", "conj", "nmod") else "below"
                if up.dep == "prep":
                    relation = up.lower if up.lower in ("of", "from", "for", "in", "to", "by") else "prep"
                return f"{name}'s {relation}"
            up = above
        return ""

    def _role(self, head: Token) -> str:
        """What a name does in its clause."""
        above = self._parse.tokens[head.head]
        speaks = above.lemma in self._vocabulary.speech
        if head.dep == "nsubj":
            return "speaks" if speaks else "acts"
        if head.dep == "nsubjpass":
            return "undergoes"
        if head.dep == "pobj":
            if above.dep == "agent" or above.lower == "by":
                return "by"
            return above.lower if above.lower in ("to", "of", "from", "with", "against", "in", "for") else "prep"
        return head.dep if head.dep in ("dobj", "poss", "conj", "appos", "compound", "dative", "ROOT") else "else"

    # ------------------------------------------------------------------ facts

    def _told(self, draft: Draft, entity: Entity | None, places: Sequence[str], asked: str) -> Facts:
        voice, _, called = asked.partition(" ")
        rule = entity is draft.speaker
        way = manner(draft.stance)
        # A set that grows: a claim has two hundred facts, and handing them over one by one takes as long as naming them.
        found = {"rule", f"rule, {asked}", f"rule, {way}"} if rule else set()
        for place in set(places):
            found |= {place, f"{place}, {asked}", f"{place}, {voice}, {way}"}
        if not places:
            found.add("nowhere near")
        if entity is None:
            found |= {"text", f"text, {asked}", f"text, {draft.stance}"}
            if rule:
                found |= {f"text by rule, {draft.stance}", f"text by rule, {asked}"}
            if self._issuers:
                found.add("text, with an issuer")
            return frozenset(found)
        kind, side, earliest = self._about(entity)
        found |= {kind, f"{kind}, {called}", f"{kind}, {voice}", f"{side}, {draft.stance}"}
        if rule:
            found |= {f"rule, {kind}", f"rule, {kind}, {asked}", f"rule, {side}, {way}"}
            found |= {f"rule, {place}" for place in places}
        if called == "he" and entity.words & self._unlike(draft):
            found.add("another gender")
        if earliest >= draft.head.i:
            found.add("named later")
        if len(entity.mentions) > 2:
            found.add("named often")
        return frozenset(found)

    def _about(self, entity: Entity) -> tuple[str, str, int]:
        """The kind, the side, and the first word that names it."""
        found = self._known.get(entity)
        if found is None:
            earliest = min(m.head.i for m in entity.mentions)
            found = self._known[entity] = (self._kind(entity), self._speakers.class_of(entity), earliest)
        return found

    def _kind(self, entity: Entity) -> str:
        """A person, a body, several, men of somebody, a thing."""
        first = entity.mentions[0]
        if entity.person:
            return "person"
        if entity.known is not None:
            return "known"
        label = first.head.entity
        owned = first.text.lower().startswith(("its ", "his ", "her ", "their ", "our ", "my "))
        if owned:
            return "owned"
        if label in ("DATE", "TIME", "CARDINAL", "QUANTITY", "MONEY", "ORDINAL", "PERCENT"):
            return "measure"
        if entity.named:
            return "named bodies" if first.plural else "named body" if label in ("ORG", "NORP", "GPE") else "named"
        if first.head.lemma in self._vocabulary.roles:
            return "office"
        known = first.head.lemma in self._bodies
        return ("people" if first.plural else "body") if known else ("things" if first.plural else "thing")


def _before(drafts: Sequence[Draft], n: int) -> Iterator[Draft]:
    """The claims before one, the last first, without what is told in passing: nobody goes on from there."""
    return (draft for draft in reversed(drafts[:n]) if not draft.passing)


def _only_announces(parse: Parse, head: Token, vocabulary: ReportVocabulary) -> bool:
    """Whether somebody is named only as who made the text that is spoken of: "despite the truce announced by the minister"."""
    lead = parse.tokens[head.head]
    clause = parse.tokens[lead.head]
    made = lead.dep == "agent" and clause.dep == "acl" and clause.tag == "VBN"
    return made and parse.tokens[clause.head].lemma in vocabulary.classes["agreement"]
