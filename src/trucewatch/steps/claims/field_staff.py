"""The observers, patrols and teams of whom a mission's own report tells: what they find the mission finds."""

from collections.abc import Sequence

from trucewatch.core.parse import Parse, Token
from trucewatch.vocabulary.reports import ReportVocabulary

from .draft import Draft
from .mentions import Entity
from .standing import authority_of

_STAFF = frozenset("team patrol observer monitor verifier inspector officer".split())
# Who finds something in a mission's report anyway, and who may be of an army.
_MILITARY = frozenset({"officer"})
_NAMED = frozenset({"GPE", "ORG", "NORP", "PERSON"})
_THEIRS = frozenset("its their our my".split())
# Before whoever they belong to: "a team of the Red Cross", "observers from Fiji".
_BELONG = frozenset("of from for".split())
_FINDS = frozenset("THIRD_PARTY_FINDING THIRD_PARTY_INTERPRET CALL_TO_COMPLY".split())
# What a body that others set up to watch them is called.
_WATCHES = frozenset("joint follow-up monitoring verification observer supervisory supervision".split())


def watches(body: Entity, vocabulary: ReportVocabulary) -> bool:
    """Whether a body watches how others keep a truce: "the Verification Mission", "the Joint Follow-up Committee"."""
    return authority_of(body, vocabulary) == "T" or not _WATCHES.isdisjoint(body.words)


def for_their_mission(parse: Parse, drafts: Sequence[Draft], mission: Entity) -> None:
    """Gives the mission that issues a text what "the observers" or "a patrol" find, who then are ways to call it."""
    for draft in drafts:
        staff = draft.speaker
        if draft.stance not in _FINDS or staff is None or staff is mission:
            continue
        if all(_is_staff(parse, m.head, mission) for m in staff.mentions):
            first = staff.mentions[0]
            if (first.start, first.end) not in mission.aliases:
                mission.aliases.append((first.start, first.end))
            draft.speaker = mission


def _is_staff(parse: Parse, noun: Token, mission: Entity) -> bool:
    """Whether a noun is "the observers" or "its patrols", and nobody else's."""
    if noun.lemma not in _STAFF or noun.pos != "NOUN":
        return False
    owned = noun.lemma not in _MILITARY
    for kid in parse.children(noun):
        if kid.dep == "poss":
            owned = kid.lower in _THEIRS or any(m.head.lemma == kid.lemma for m in mission.mentions)
            if not owned:
                return False
        elif kid.pos == "PROPN" or kid.entity in _NAMED:
            return False
    others = any(parse.children(k, "pobj") for k in parse.children(noun, "prep") if k.lower in _BELONG)
    return owned and not others
