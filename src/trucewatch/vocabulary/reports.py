"""Typed entries of the vocabulary for reading reports, and the whole of it in one value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType

from .loader import load, read


@dataclass(frozen=True, slots=True)
class Stance:
    """A stance code: its family (how far a confusion matters), its axis, and what it does to a status."""

    id: str
    family: str
    axis: str
    effect: str

    def __post_init__(self) -> None:
        if self.axis not in ("speech", "conduct"):
            raise ValueError(f'"axis" is {self.axis}, expected speech or conduct')


# Every condition a cue may set, by the question it answers. No word of a group: any answer will do.
CONDITIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "where": frozenset({"said", "act", "report"}),
        "polarity": frozenset({"positive", "negative"}),
        "doer": frozenset({"self", "other", "text", "event", "nobody"}),
        "speaker": frozenset({"party", "third", "analyst", "anonymous"}),
        "time": frozenset({"past", "present", "ongoing", "future", "must", "possible"}),
        "private": frozenset({"private"}),
        "partial": frozenset({"partial"}),
        "conditional": frozenset({"conditional"}),
        "only": frozenset({"only"}),
        "confirmed": frozenset({"confirmed"}),
        "monitor": frozenset({"monitor"}),
        "denied": frozenset({"theirs"}),
    }
)


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that show a stance. The first cue of the file that fits a proposition decides.

    `head` are lemmas of the predicate ("hand_over" with its particle), `words` and `also` lemmas of which
    at least one must stand in the proposition, `without` lemmas that must not, `phrase` a regular
    expression over its lemmas. A name with @ stands for a class of words. `when` are conditions.
    """

    stance: str
    head: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    phrase: str = ""
    when: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        known = frozenset().union(*CONDITIONS.values())
        unknown = [word for word in self.when if word not in known]
        if unknown:
            raise ValueError(f'"when" has {", ".join(unknown)}, expected some of {", ".join(sorted(known))}')
        if not (self.head or self.words or self.phrase):
            raise ValueError('none of "head", "words" and "phrase" is given')


@dataclass(frozen=True, slots=True)
class WordClass:
    """Lemmas that cues name together."""

    id: str
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb that reports what somebody said. `manner` is how: say, find, promise, deny, call, accuse, ..."""

    id: str
    manner: str = "say"


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for a person's office, with the authority of somebody who holds it."""

    id: str
    authority: str
    kind: str = "person"


@dataclass(frozen=True, slots=True)
class KnownActor:
    """What public records say of an actor; never a source of names for the output.

    `since` is when a body was formed, in EDTF, where that is told.
    """

    id: str
    conflict: str
    kind: str
    aliases: tuple[str, ...]
    side: str | None = None
    authority: str | None = None
    since: str = ""
    ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Conflict:
    """Words by which a text shows that it is about a conflict."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Authority:
    """A level of authority and who has it."""

    id: str
    meaning: str


@dataclass(frozen=True, slots=True)
class GradeDefault:
    """Default Admiralty grades for a kind of evidence: that it was said, and that it is true."""

    id: str
    said: str
    true: str
    reason: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A kind of commitment: the verbs that carry it out, the nouns that name it, what it is done to.

    `bare` says that a noun alone names it ("the withdrawal"), `by_object` that two objects are two duties,
    `implied` is what it is done to where no object is named ("disarmament").
    """

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    bare: bool = False
    by_object: bool = False
    implied: str = ""


@dataclass(frozen=True, slots=True)
class SameMatter:
    """Lemmas that name one matter of an agreement."""

    id: str
    lemmas: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ReportVocabulary:
    """All data that reading a report needs. Two of them are the same only if they are one, so it can be a key.

    `own` are the ids of a user's own actors.
    """

    stances: Mapping[str, Stance]
    cues: tuple[Cue, ...]
    defaults: tuple[Cue, ...]
    classes: Mapping[str, frozenset[str]]
    speech: Mapping[str, str]
    roles: Mapping[str, Role]
    actors: tuple[KnownActor, ...]
    conflicts: Mapping[str, tuple[str, ...]]
    authority: Mapping[str, str]
    grades: Mapping[str, GradeDefault]
    duties: tuple[Duty, ...]
    matters: Mapping[str, str]
    own: frozenset[str] = frozenset()


_CLASSES = ("word_classes.yaml", "thing_nouns.yaml")


@cache
def report_vocabulary() -> ReportVocabulary:
    """The packaged vocabulary; raises BadVocabulary when a file has faults."""
    classes = {c.id: frozenset(c.lemmas) for name in _CLASSES for c in load(name, WordClass)}
    return ReportVocabulary(
        stances=MappingProxyType({s.id: s for s in load("stances.yaml", Stance)}),
        cues=load("stance_cues.yaml", Cue),
        defaults=load("stance_defaults.yaml", Cue),
        classes=MappingProxyType(classes),
        speech=MappingProxyType({v.id: v.manner for v in load("speech_verbs.yaml", SpeechVerb)}),
        roles=MappingProxyType({r.id: r for r in load("roles.yaml", Role)}),
        actors=load("actors.yaml", KnownActor),
        conflicts=MappingProxyType({c.id: c.words for c in load("conflicts.yaml", Conflict)}),
        authority=MappingProxyType({a.id: a.meaning for a in load("authority.yaml", Authority)}),
        grades=MappingProxyType({g.id: g for g in load("grades.yaml", GradeDefault)}),
        duties=load("duties.yaml", Duty),
        matters=MappingProxyType({w: m.id for m in load("same_matter.yaml", SameMatter) for w in m.lemmas}),
    )


def own_actors(name: str, content: str) -> tuple[KnownActor, ...]:
    """The actors of a user's own YAML file, in the form of `actors.yaml`; raises BadVocabulary with all its faults."""
    return read(name, content, KnownActor)


def with_actors(vocabulary: ReportVocabulary, own: Sequence[KnownActor]) -> ReportVocabulary:
    """The vocabulary with a user's actors before the packaged ones.

    An entry with the id of a packaged one adds to it: its aliases and ids come on top, what it says of side, kind and
    authority holds.
    """
    packaged = {actor.id: actor for actor in vocabulary.actors}
    mine = tuple(_joined(actor, packaged[actor.id]) if actor.id in packaged else actor for actor in own)
    taken = frozenset(actor.id for actor in own)
    rest = (a for a in vocabulary.actors if a.id not in taken)
    return replace(vocabulary, actors=(*mine, *rest), own=vocabulary.own | taken)


def _joined(own: KnownActor, packaged: KnownActor) -> KnownActor:
    return replace(
        own,
        aliases=tuple(dict.fromkeys((*own.aliases, *packaged.aliases))),
        side=own.side or packaged.side,
        authority=own.authority or packaged.authority,
        since=own.since or packaged.since,
        ids=MappingProxyType({**packaged.ids, **own.ids}),
    )
