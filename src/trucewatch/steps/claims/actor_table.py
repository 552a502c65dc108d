"""What the table of known actors says of a name: exact aliases, transliterations, states by their adjectives."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import dropwhile

from trucewatch.core.model import Document, Flag
from trucewatch.vocabulary.reports import KnownActor, ReportVocabulary
from trucewatch.vocabulary.states import adjectives_of, states_named

from .mentions import SORTS, TITLES, Mention, folded, normal_form, skeleton
from .setting import Setting

_STATE_HEADS = frozenset("authority government state ally side leadership".split())
# What a group is called by what it is: all of its men, or as a whole.
_WHOLE = frozenset("movement militia group rebellion insurgency alliance".split())
_CAMPS = _WHOLE | frozenset("rebel guerrilla insurgent".split())
_TIED = ("-backed", "-led", "-aligned", "-allied", "-linked", "-supported")
_ARMIES = ("army", "military", "armed forces")
_MEN_OF = re.compile(
    r"(?P<whose>(?:[A-Z][\w-]+ )?[A-Z][\w-]+)(?:['’]s?)? (?:army|military|armed forces|troops|soldiers|forces)\b"
)
# What an abbreviation in brackets stands behind that is none of its letters: "the army (SAF)".
_BODIES = _WHOLE.union(_ARMIES) | frozenset(
    "rebel guerrilla insurgent force coalition alliance government authority".split()
)
# How alike two normal forms are, of 100, and how far the next actor must be behind.
_ALIKE = 88.0
_AHEAD = 4.0
_SHORTEST = 7


class ActorTable:
    """The known actors by the names that texts use. It never names anybody.

    In a `setting` a name means nobody of another conflict.
    """

    def __init__(self, vocabulary: ReportVocabulary, setting: Setting | None = None) -> None:
        self.vocabulary = vocabulary
        self._setting = setting
        self._aliases, _, _ = _alias_tables(vocabulary)

    def alias(self, key: str) -> KnownActor | None:
        """The entry with this folded alias."""
        return self._meant(self._aliases.get(key))

    def doubts(self, document: Document) -> tuple[Flag, ...]:
        """A flag where the text names a body before it was formed."""
        return self._setting.later_names(document, self.vocabulary) if self._setting is not None else ()

    def _meant(self, known: KnownActor | None) -> KnownActor | None:
        if known is None or self._setting is None:
            return known
        return known if self._setting.may_mean(known, self.vocabulary) else None

    def state(self, mention: Mention) -> KnownActor | None:
        """The state that "Turkish authorities" or "the Government of Colombia" speaks for, as the table has it."""
        if mention.head.lemma not in _STATE_HEADS or "-" in mention.text:
            return None
        if mention.lemmas & self.vocabulary.classes["rebel_camp"]:
            return None
        states = states_named(mention.text)
        known = (self.alias(folded(name)) for name in states)
        return next((k for k in known if k is not None and k.kind == "state"), None) if len(states) == 1 else None

    def camp(self, mention: Mention) -> KnownActor | None:
        """The group that "the M23 rebels" or "Yemen's Houthi movement" is, as the table has it."""
        group = mention.head.lemma
        if group not in _CAMPS or (mention.head.tag == "NN" and group not in _WHOLE):
            return None
        *before, last = mention.text.split()
        while before and before[-1].lower() in SORTS:
            before.pop()
        if not last.lower().startswith(group):
            return None
        for n in range(len(before)):
            known = self.alias(folded(" ".join(before[n:])))
            if known is not None and known.kind in ("armed_group", "party"):
                # "Former", "twenty" or "wounded" rebels are some of them, or none.
                lead = [w for w in before[:n] if w.lower() != "the" and not w.endswith(("'s", "’s"))]
                return known if self._says_only_what(lead, known) else None
        return None

    def by_kind(self, mention: Mention) -> KnownActor | None:
        """Whom a noun with its owner, or a name with what it is before it, means."""
        return self.state(mention) or self.army(mention) or self.camp(mention) or self._sorted(mention)

    def army(self, mention: Mention) -> KnownActor | None:
        """The army that "Sudan's military" or "the army of Sudan" is, as the table has it."""
        forces = mention.text.lower().endswith("armed forces")
        states = states_named(mention.text) if mention.head.lemma in _ARMIES or forces else frozenset()
        if len(states) != 1:
            return None
        (state,) = states
        words = set(folded(mention.text).split()) - {"of", "armed", "forces", mention.head.lemma}
        adjectives = adjectives_of(state)
        if not any(words == set(folded(name).split()) for name in (state, *adjectives)):
            return None
        found = (self.alias(folded(f"{adjective} {noun}")) for adjective in adjectives for noun in _ARMIES)
        return next((known for known in found if known is not None), None)

    def _sorted(self, mention: Mention) -> KnownActor | None:
        """The group of "the paramilitary Rapid Support Forces" or "Lebanese Hezbollah"; "Pakistani Taliban" are others."""
        words = mention.name_text.split()
        for n in range(1, len(words)):
            known = self.alias(folded(" ".join(words[n:])))
            if known is None or known.kind not in ("armed_group", "party"):
                continue
            return known if self._says_only_what(words[:n], known) else None
        return None

    def _says_only_what(self, words: Sequence[str], known: KnownActor) -> bool:
        """Whether words before a group's name are what it is, or the country that it is known in."""
        lead = " ".join(w for w in words if w.lower() not in SORTS and not w.lower().endswith(_TIED))
        land = tuple(self.vocabulary.conflicts.get(known.conflict, ()))
        return not lead or (lead.startswith(land) and self.alias(folded(lead)) is None)

    def in_brackets(self, short: str, mention: Mention) -> KnownActor | None:
        """The body whose abbreviation stands behind "the army" or "the rebels", as the table has it."""
        known = self.alias(folded(short)) if mention.head.lemma in _BODIES and short.isupper() else None
        return known if known is not None and known.kind in ("armed_group", "party") else None

    def named(self, name: str) -> KnownActor | None:
        """The entry that a name is, also in another transliteration; None when two entries are as near."""
        key = folded(name)
        if key in self._aliases:
            return self.alias(key)
        bare = " ".join(dropwhile(TITLES.__contains__, key.split()))
        if bare != key and (known := self.alias(bare)) is not None and known.kind == "person":
            # "Maj. Gen. Zaw Min Tun", where taggers take "Gen." for a part of the name.
            return known
        return self._meant(_written_otherwise(self.vocabulary, key))


@lru_cache(maxsize=16)
def are_several_armies(text: str) -> bool:
    """Whether a text speaks of the men of more than one state."""
    return len({state for hit in _MEN_OF.finditer(text) for state in states_named(hit["whose"])}) > 1


# Reports name the same people; most names are nobody's in the table, which takes longest to find out.
@lru_cache(maxsize=4096)
def _written_otherwise(vocabulary: ReportVocabulary, key: str) -> KnownActor | None:
    """The one actor of whose name this is another transliteration."""
    _, skeletons, forms = _alias_tables(vocabulary)
    words = key.split()
    long = bool(words) and len(skeleton(words[-1])) > 2
    found = skeletons.get(_sounds(words)) if long else None
    return found or _nearest(forms, normal_form(key))


def _sounds(words: Sequence[str]) -> str:
    """The consonants of a name's words, and whether it ends in a vowel, as "Patino" does and "Putin" does not."""
    open_end = bool(words) and words[-1].rstrip("h")[-1:] in tuple("aeiouy")
    return " ".join(skeleton(w) for w in words) + ("-" if open_end else "")


def _nearest(forms: Mapping[str, KnownActor], form: str) -> KnownActor | None:
    """The one actor with a name nearly alike in its normal form."""
    if len(form) < _SHORTEST:
        return None
    # Loaded here: only names that no alias and no skeleton has come this far.
    from rapidfuzz import fuzz, process

    near = process.extract(form, list(forms), scorer=fuzz.ratio, score_cutoff=_ALIKE - _AHEAD, limit=5)
    best: dict[str, float] = {}
    for other, likeness, _ in near:
        if other[0] == form[0]:
            known = forms[other]
            best[known.id] = max(best.get(known.id, 0.0), likeness)
    ranked = sorted(best.items(), key=lambda row: -row[1])
    if not ranked or ranked[0][1] < _ALIKE or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _AHEAD):
        return None
    return next(known for known in forms.values() if known.id == ranked[0][0])


@lru_cache(maxsize=4)
def _alias_tables(
    vocabulary: ReportVocabulary,
) -> tuple[Mapping[str, KnownActor], Mapping[str, KnownActor], Mapping[str, KnownActor]]:
    """Aliases as they stand, skeletons, and normal forms; the first entry with a name has it."""
    exact: dict[str, KnownActor] = {}
    rough: dict[str, KnownActor] = {}
    forms: dict[str, KnownActor] = {}
    for actor in vocabulary.actors:
        for alias in actor.aliases:
            exact.setdefault(folded(alias), actor)
        for alias in _spoken(actor):
            rough.setdefault(_sounds(folded(alias).split()), actor)
            if len(normal_form(alias)) >= _SHORTEST:
                forms.setdefault(normal_form(alias), actor)
    return exact, rough, forms


def _spoken(actor: KnownActor) -> Iterator[str]:
    """The names that languages write in several ways: those of persons, one-word names of movements."""
    for alias in actor.aliases:
        single = len(alias.split()) == 1 and len(alias) >= _SHORTEST - 1 and not alias.isupper() and alias[0] != "@"
        if actor.kind == "person" or (actor.kind == "armed_group" and single):
            yield alias
