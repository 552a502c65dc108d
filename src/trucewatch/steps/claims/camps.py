"""Whose side somebody is on: a party, a third party, an analyst; and who belongs together."""

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .actors import ActorFinder
from .issuers import says_we
from .mentions import Entity
from .standing import authority_of, kind_of

_GENERIC = frozenset("movement group organisation organization front party faction".split())
_AMBASSADORS = frozenset(
    "permanent ambassador chargé minister ministry president government army command commander movement front party leader".split()
)
_NEUTRAL = frozenset(
    "secretary-general secretary special envoy mediator facilitator mission observer monitor panel group expert committee council "
    "commission coordinator chair chairman chairperson union nations".split()
)
# So many letters do a country and its people have in common.
_STEM = 4


class Camps:
    """Answers what somebody is, and whether two are of one side."""

    def __init__(self, actors: ActorFinder, vocabulary: ReportVocabulary) -> None:
        self.actors = actors
        self.vocabulary = vocabulary
        self._camps = vocabulary.classes["state_camp"] | vocabulary.classes["rebel_camp"] | vocabulary.classes["forces"]
        # What everybody is, by how many mentions they have: with nothing else does it change.
        self._classes: dict[Entity, tuple[int, str]] = {}

    def class_of(self, entity: Entity) -> str:
        """party, third, analyst or anonymous."""
        found = self._classes.get(entity)
        if found is None or found[0] != len(entity.mentions):
            found = self._classes[entity] = (len(entity.mentions), self._find_class(entity))
        return found[1]

    def _find_class(self, entity: Entity) -> str:
        level = authority_of(entity, self.vocabulary)
        if level == "T":
            return "third"
        if level == "A" or entity.lemmas & self.vocabulary.classes["analyst"]:
            return "analyst"
        return "anonymous" if kind_of(entity, self.vocabulary) == "anonymous" else "party"

    def is_sided(self, entity: Entity) -> bool:
        """Whether a list or a label tells of somebody that he is of a government or of those who fight it."""
        camps = self.vocabulary.classes["state_camp"] | self.vocabulary.classes["rebel_camp"]
        listed = any(m.head.i < 0 for m in entity.mentions)
        return listed and self.class_of(entity) == "party" and not camps.isdisjoint(entity.lemmas)

    def is_of_a_camp(self, author: Entity) -> bool:
        """Whether who issues a text is known for a party, or says "we" in it, and is no forum that reports on others."""
        if author.known is not None or author.lemmas & self._camps:
            return True
        return says_we(self.actors.document.text)

    def writes_for_a_side(self, writer: Entity) -> bool:
        """Whether who signs a letter speaks for a party by office: an ambassador, a minister, an army's command."""
        words = writer.words | writer.lemmas
        # A country's permanent mission watches nobody.
        words -= {"mission"} if "permanent" in words else set()
        abroad = "permanent" in words
        return (
            (abroad or self.class_of(writer) == "party")
            and not _AMBASSADORS.isdisjoint(words)
            and _NEUTRAL.isdisjoint(words)
        )

    def same_side(self, parse: Parse, speaker: Entity | None, subject: Token, *, own: bool = False) -> bool:
        """Whether a subject belongs to the speaker's side; `own` says that these are the speaker's own words.

        Others call a movement's men "the rebels", it does not.
        """
        if speaker is None:
            return False
        entity = self.actors.entity(subject)
        if entity is speaker:
            return True
        theirs_known = self.actors.side_of(entity) if entity is not None else None
        if theirs_known and (mine_known := self.actors.side_of(speaker)):
            return theirs_known == mine_known
        if self.class_of(speaker) in ("third", "anonymous", "analyst"):
            return False
        if subject.pos == "PROPN":
            return subject.lemma in speaker.lemmas
        mine = speaker.lemmas | self._camp_by_name(speaker)
        if own and "movement" not in speaker.lemmas:
            mine -= {"movement"}
        theirs = {t.lemma for t in parse.subtree(subject)[:10]}
        generic = subject.lemma in _GENERIC and any(k.lower == "the" for k in parse.children(subject, "det"))
        state, rebel = self.vocabulary.classes["state_camp"], self.vocabulary.classes["rebel_camp"]
        if (mine & state and theirs & rebel) or (mine & rebel and theirs & state):
            return False
        if own and theirs & self.vocabulary.classes["forces"] and self._is_namesake(parse, speaker, subject):
            return True
        if own and self._is_foreign(parse, speaker, subject):
            return False
        if generic and not mine & state:
            return True
        return bool((mine & state and theirs & state) or (mine & rebel and theirs & rebel))

    def _is_namesake(self, parse: Parse, speaker: Entity, subject: Token) -> bool:
        """Whether forces are called by the speaker's own name: the Ukrainian troops, in a letter of Ukraine's ambassador."""
        named = [k.lower[:_STEM] for k in parse.children(subject, "amod", "compound", "nmod") if k.text[0].isupper()]
        mine = {word.lower()[:_STEM] for word in speaker.lemmas}
        return any(len(stem) == _STEM and stem in mine for stem in named)

    def _is_foreign(self, parse: Parse, speaker: Entity, subject: Token) -> bool:
        """Whether a subject is called by a name that the speaker's own has not: the Ostrian troops, in a text of Varad's."""
        named = [k for k in parse.children(subject, "amod", "compound", "nmod") if k.pos in ("PROPN", "ADJ")]
        theirs = [k.lower[:_STEM] for k in named if k.text[0].isupper() and k.lemma.lower() not in self._camps]
        return any(not any(mine.lower().startswith(stem) for mine in speaker.lemmas) for stem in theirs)

    def _camp_by_name(self, speaker: Entity) -> frozenset[str]:
        """A country speaks for its army; another named body without an office may be a movement."""
        head = speaker.mentions[0].head
        if speaker.person:
            side = self.actors.side_of(speaker)
            kinds = {actor.kind for actor in self.vocabulary.actors if side is not None and actor.side == side}
            if kinds and "state" not in kinds:
                # A colonel of the rebels is not of the army.
                return frozenset({"movement"}) if "armed_group" in kinds else frozenset()
            officer = speaker.lemmas & {"general", "colonel", "minister", "president"}
            return frozenset({"army"}) if officer else frozenset()
        if head.entity == "GPE":
            return frozenset({"state"})
        return frozenset({"movement"}) if head.pos == "PROPN" else frozenset()
