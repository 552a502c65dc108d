"""Which countries a report is about, and by what words: the only thing that decides between places of one name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from trucewatch.core.places import GazetteerEntry, PlaceKind
from trucewatch.core.ports import Gazetteer
from trucewatch.vocabulary.states import placings, states_named

# How much more populous a place must be than every other of its name to be meant without another word.
DOMINANT = 8
# A town of this size is meant abroad without its country named beside it: Geneva, Utrecht, Zanzibar.
LARGE = 100_000
# An alternate name counts as widely known only for a city of this size.
KNOWN = 500_000


@dataclass
class Context:
    """Countries with the words that speak for them; `placed` where the report puts something there."""

    named: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    placed: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def without(self, word: str) -> tuple[frozenset[str], frozenset[str]]:
        """The countries placed in and those only named, not counting what the word itself says."""
        placed, named = ({c for c, words in side.items() if words - {word}} for side in (self.placed, self.named))
        return frozenset(placed), frozenset(named | placed)

    def theatre(self, word: str) -> frozenset[str]:
        """The countries that the most words put something in: where a name that is spelled oddly is looked for."""
        weight = {c: len(words - {word}) for c, words in (self.placed or self.named).items()}
        most = max(weight.values(), default=0)
        return frozenset(c for c, count in weight.items() if count == most > 0)


def context_of(text: str, gazetteer: Gazetteer) -> Context:
    """The countries that the text names, by name or adjective, or puts something in."""
    context = Context()
    for state in states_named(text):
        for country in _countries(state, gazetteer):
            context.named[country].add(state.casefold())
    for placing in placings(text):
        if placing.inside:
            for country in _countries(placing.state, gazetteer):
                context.placed[country].add(placing.state.casefold())
    return context


def _countries(name: str, gazetteer: Gazetteer) -> set[str]:
    return {entry.country for entry in gazetteer.named(name) if entry.kind is PlaceKind.COUNTRY}


def dominant(entries: Iterable[GazetteerEntry]) -> GazetteerEntry | None:
    """The entry beside which no other country has a place of the name that comes near it; None if there is no such."""
    ranked = sorted(entries, key=lambda entry: -entry.population)
    if not ranked:
        return None
    first = ranked[0]
    others = [entry for entry in ranked if entry.country != first.country]
    if not others:
        return first
    if first.kind is PlaceKind.TOWN and not first.main and first.population < KNOWN:
        return None
    # A little-used other name of a town makes it less of a rival: few say Islamabad for Anantnag.
    rival = max(entry.population if entry.main else entry.population // 4 for entry in others)
    states = any(entry.kind is PlaceKind.STATE for entry in others)
    return first if not states and first.population >= DOMINANT * max(rival, 1) else None


def add_places(context: Context, looked_up: Mapping[str, tuple[GazetteerEntry, ...]]) -> None:
    """Adds the countries of names that can only mean a place in one country.

    One small town says nothing on a country that the text does not speak of: a "Red" and a "West Coast" lie somewhere.
    """
    found: dict[str, list[tuple[str, GazetteerEntry]]] = defaultdict(list)
    for word, entries in looked_up.items():
        entry = dominant(entries)
        if entry is not None:
            found[entry.country].append((word, entry))
    spoken_of = {*context.named, *context.placed}
    for country, pairs in found.items():
        large = any(e.kind is not PlaceKind.TOWN or e.population >= LARGE for _, e in pairs)
        if country in spoken_of or not spoken_of or large or len(pairs) > 1:
            context.placed[country] |= {word for word, _ in pairs}
