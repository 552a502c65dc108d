"""What the table of known actors says of a name: exact aliases, transliterations, states by their adjectives."""

from collections.abc import Mapping
from functools import lru_cache

from trucewatch.vocabulary.reports import KnownActor, ReportVocabulary
from trucewatch.vocabulary.states import states_named

from .mentions import Mention, folded, skeleton

_STATE_HEADS = frozenset("authority government state ally side leadership".split())


class ActorTable:
    """The known actors by the names that texts use. It never names anybody."""

    def __init__(self, vocabulary: ReportVocabulary) -> None:
        self.vocabulary = vocabulary
        self._aliases, self._skeletons = _alias_tables(vocabulary)

    def alias(self, key: str) -> KnownActor | None:
        """The entry with this folded alias."""
        return self._aliases.get(key)

    def state(self, mention: Mention) -> KnownActor | None:
        """The state that "Turkish authorities" or "the Government of Colombia" speaks for, as the table has it."""
        if mention.head.lemma not in _STATE_HEADS or "-" in mention.text:
            return None
        if mention.lemmas & self.vocabulary.classes["rebel_camp"]:
            return None
        states = states_named(mention.text)
        known = (self._aliases.get(folded(name)) for name in states)
        return next((k for k in known if k is not None and k.kind == "state"), None) if len(states) == 1 else None

    def named(self, name: str) -> KnownActor | None:
        """The entry that a name is, also in another transliteration."""
        key = folded(name)
        if key in self._aliases:
            return self._aliases[key]
        words = key.split()
        return (
            self._skeletons.get(" ".join(skeleton(w) for w in words))
            if words and len(skeleton(words[-1])) > 2
            else None
        )


@lru_cache(maxsize=4)
def _alias_tables(vocabulary: ReportVocabulary) -> tuple[Mapping[str, KnownActor], Mapping[str, KnownActor]]:
    exact: dict[str, KnownActor] = {}
    rough: dict[str, KnownActor] = {}
    for actor in vocabulary.actors:
        for alias in actor.aliases:
            exact.setdefault(folded(alias), actor)
            if actor.kind == "person":
                rough.setdefault(" ".join(skeleton(w) for w in folded(alias).split()), actor)
    return exact, rough
