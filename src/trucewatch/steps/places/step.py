"""The step itself: a report's words and a gazetteer in, places out."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from math import cos, hypot, radians

from trucewatch.core.model import Actor, Document
from trucewatch.core.parse import Parse
from trucewatch.core.places import (
    NOT_A_POINT,
    Extent,
    GazetteerEntry,
    Location,
    NoPoint,
    Place,
    PlaceKind,
    Point,
    Unresolved,
)
from trucewatch.core.ports import Gazetteer
from trucewatch.vocabulary.places import place_words

from .actors import is_seat, without_actors, without_persons
from .candidates import ARABIC_ARTICLES, Candidate, Grounds, candidates, without_kind
from .context import DOMINANT, KNOWN, LARGE, Context, add_places, context_of, dominant

# Kilometres. Two entries nearer than this are one place with its suburb.
_ONE_PLACE = 25.0
# Of the extent of a country, on either side of its middle: neither north nor south.
_MIDDLE = 0.1
_SHOWN = 4
# "Al Washka" is "Washka".
_ARTICLE = re.compile(rf"(?:{'|'.join(sorted(ARABIC_ARTICLES))})[ -](?=\w{{3}})")


def find_places(
    document: Document, parses: Sequence[Parse], gazetteer: Gazetteer, actors: Sequence[Actor] = ()
) -> tuple[Place, ...]:
    """The places that the report names, in order of first mention, each placed or with the reason why not.

    `parses` are those that the report's claims were read from, with entities. A name that fits several
    countries is placed only where the report's own words decide; otherwise all candidates are named. A name that is
    that of a body or group, or a piece of it, is no place.
    """
    found = without_actors(document, candidates(document, parses), actors)
    finder = _Finder(document, gazetteer, found)
    placed = [(candidate, where) for candidate in found if (where := finder.where(candidate)) is not None]
    placed = without_persons(document, placed, actors)
    return tuple(_places(document, gazetteer, placed))


class _Finder:
    """Decides for each candidate, knowing all of them."""

    def __init__(self, document: Document, gazetteer: Gazetteer, found: Iterable[Candidate]) -> None:
        self.document = document
        self.gazetteer = gazetteer
        self.context = context_of(document.text, gazetteer)
        self._sentences: dict[tuple[int, int], Context] = {}
        words = {_word(document, c): document.text[c.start : c.end] for c in found}
        self.entries = {
            word: gazetteer.named(name) or gazetteer.named(without_kind(name)) for word, name in words.items()
        }
        add_places(
            self.context, {word: self.entries[word] for c in found if self._counts(c, word := _word(document, c))}
        )

    def _counts(self, candidate: Candidate, word: str) -> bool:
        """Whether the name is one of a place at all: a faint one must be in a country that the text names, or be known."""
        if candidate.grounds is not Grounds.FAINT:
            return True
        _, named = self.context.without(word)
        first = dominant(self.entries[word])
        return any(e.country in named for e in self.entries[word]) or bool(first and first.population >= KNOWN)

    def where(self, candidate: Candidate) -> Location | Unresolved | None:
        """The answer for one candidate; None where it turns out to be no place."""
        word = _word(self.document, candidate)
        if word in place_words()["wide"]:
            return Unresolved("no place in one country")
        entries, how = self.entries[word], ""
        if not self._counts(candidate, word):
            return None
        sure = candidate.grounds is Grounds.SURE
        if not entries and sure and place_words()["no_town"] & {*word.split()[:1], *word.split()[-1:]}:
            return Unresolved(
                f"a river, road, height, line or the like; {self.gazetteer.title} has countries, regions and towns"
            )
        if not entries and sure:
            name = self.document.text[candidate.start : candidate.end]
            entries = self.gazetteer.like(name, self.context.theatre(word))
            how = "nearly this spelling; "
        if not entries:
            return Unresolved(f"{self.gazetteer.title} has no place of this name") if sure else None
        areas = tuple(entry for entry in entries if entry.kind is not PlaceKind.TOWN) if candidate.area else ()
        kept, reason = self._choose(candidate, word, areas or entries)
        if not kept and areas:
            # "Java district" lies in Georgia, where Java is a town.
            kept, reason = self._choose(candidate, word, entries)
        if not kept:
            return Unresolved(reason)
        return self._location(candidate, kept, how + reason)

    def _choose(
        self, candidate: Candidate, word: str, entries: tuple[GazetteerEntry, ...]
    ) -> tuple[tuple[GazetteerEntry, ...], str]:
        """The entries of the one country that is meant, and why; no entries where it cannot be said."""
        if len({entry.country for entry in entries}) == 1:
            if self._is_elsewhere(candidate, word, entries[0]):
                return (
                    (),
                    f"the only place of this name is in a country that the text does not speak of: {_named(entries[0])}",
                )
            return self._of_kind(candidate, entries, entries[0].country), "no other country has a place of this name"
        beside = {e.country for e in self.gazetteer.named(candidate.beside) if e.kind is not PlaceKind.TOWN}
        sentence = self._sentence(candidate).without(word)
        placed, named = self.context.without(word)
        scopes: tuple[tuple[Collection[str], str], ...] = (
            (beside, "the text names the country beside it"),
            (sentence[1], "the sentence names the country"),
            (placed, "the text places other things in the country"),
            (named, "the text names the country"),
        )
        first = dominant(entries)
        for countries, reason in scopes:
            kept = tuple(entry for entry in entries if entry.country in countries)
            # "Hays", in a text that puts all else in Yemen, is not the larger one in Kansas.
            most = self._most_spoken_of(kept, word) if countries is placed else None
            best = most or dominant(kept)
            if best is None and kept and first is not None and first.kind is PlaceKind.COUNTRY and first not in kept:
                continue  # Colombia, beside towns of that name in countries that guarantee its agreement
            if best is None and kept:
                best = self._most_spoken_of(kept, word)
            if best is None and kept:
                return (), _rivals(kept)
            if best is None or (
                _is_known(first) and countries is not beside and first and best.country != first.country
            ):
                continue
            return self._of_kind(candidate, kept, best.country), f"{reason} ({best.country})"
        if first is None:
            return (), _rivals(entries)
        others = {entry.country for entry in entries} & placed - {first.country}
        if others and first.kind is not PlaceKind.COUNTRY and not is_seat(word):
            return (), _rivals(e for e in entries if e.country in {first.country, *others})
        if self._is_elsewhere(candidate, word, first):
            return (), _rivals(entries)
        counted = "its people" if first.kind is not PlaceKind.AREA else "the people that a region counts for"
        reason = f"no other place of this name has an eighth of {counted}; others are in {_listed(entries, first)}"
        return self._of_kind(candidate, entries, first.country), reason

    def _of_kind(
        self, candidate: Candidate, entries: Iterable[GazetteerEntry], country: str
    ) -> tuple[GazetteerEntry, ...]:
        """The entries of one country, of one kind: "Washington" and "New York" are the towns, "New York State" is none."""
        of_country = [e for e in entries if e.country == country]
        towns = [e for e in of_country if e.kind is PlaceKind.TOWN and e.main and e.population >= KNOWN]
        state = any(e.kind is PlaceKind.STATE for e in of_country)
        return tuple(towns) if towns and state and not candidate.area else _of_kind(of_country)

    def _is_elsewhere(self, candidate: Candidate, word: str, entry: GazetteerEntry) -> bool:
        """Whether the only place of a name is a small town or a region, and nothing else in a text about countries speaks of its own."""
        large = entry.population >= (LARGE if entry.main else KNOWN)
        if entry.kind in (PlaceKind.COUNTRY, PlaceKind.STATE) or large:
            return False
        _, named = self.context.without(word)
        beside = {e.country for e in self.gazetteer.named(candidate.beside)} if candidate.beside else set()
        return bool(named) and entry.country not in {*named, *beside}

    def _most_spoken_of(self, kept: Sequence[GazetteerEntry], word: str) -> GazetteerEntry | None:
        """The place in the country in which the text puts at least four times as many things as in any other's."""
        weight = {e.country: len(self.context.placed.get(e.country, set()) - {word}) for e in kept}
        ranked = sorted(weight.values(), reverse=True)
        if len(ranked) < 2 or ranked[0] < 4 * max(1, ranked[1]):
            return None
        return next(e for e in kept if weight[e.country] == ranked[0])

    def _sentence(self, candidate: Candidate) -> Context:
        key = candidate.sentence
        if key not in self._sentences:
            self._sentences[key] = context_of(self.document.text[slice(*key)], self.gazetteer)
        return self._sentences[key]

    def _location(self, candidate: Candidate, entries: tuple[GazetteerEntry, ...], reason: str) -> Location:
        best = entries[0]
        kind, point = best.kind, _point(entries)
        if candidate.area and kind is PlaceKind.TOWN:
            kind, point = PlaceKind.AREA, NoPoint("the text speaks of an area; the gazetteer has the town of that name")
        return Location(kind, best.country, point, reason, self.gazetteer.title)


# --------------------------------------------------------------------------- entries


def _of_kind(entries: Sequence[GazetteerEntry]) -> tuple[GazetteerEntry, ...]:
    """The entries of one country, one kind only: a country before a region or town in it of the same name.

    A region comes before a small town that is only sometimes called so.
    """
    town = any(e.kind is PlaceKind.TOWN and (e.main or e.population >= LARGE) for e in entries)
    for kind in (PlaceKind.COUNTRY, PlaceKind.STATE, PlaceKind.TOWN if town else PlaceKind.AREA, PlaceKind.TOWN):
        found = tuple(entry for entry in entries if entry.kind is kind)
        if found:
            return found
    return ()


def _is_known(entry: GazetteerEntry | None) -> bool:
    """Whether a place is so well known by this name that the text's countries alone do not speak against it."""
    if entry is None or not entry.main:
        return False
    return entry.kind in (PlaceKind.COUNTRY, PlaceKind.STATE) or entry.population >= LARGE


def _point(entries: Sequence[GazetteerEntry]) -> Point | NoPoint:
    """Where the entries of one country are: one point, or why there is none."""
    best = entries[0]
    if best.point is None:
        return NoPoint(f"{_a(best.kind)}, {NOT_A_POINT}")
    far = [e for e in entries[1:] if e.point is not None and _kilometres(best.point, e.point) > _ONE_PLACE]
    if far and best.population < DOMINANT * max(1, *(entry.population for entry in far)):
        return NoPoint(f"{best.country} has {len(far) + 1} places of this name")
    return best.point


def _a(kind: PlaceKind) -> str:
    return f"an {kind.value}" if kind is PlaceKind.AREA else f"a {kind.value}"


def _kilometres(one: Point, other: Point) -> float:
    north = (one.latitude - other.latitude) * 111.2
    east = (one.longitude - other.longitude) * 111.2 * cos(radians((one.latitude + other.latitude) / 2))
    return hypot(north, east)


def _rivals(entries: Iterable[GazetteerEntry]) -> str:
    """The candidates, one a country, the most populous first."""
    ranked = sorted(entries, key=lambda entry: -entry.population)
    first = {entry.country: entry for entry in reversed(ranked)}
    best = sorted(first.values(), key=lambda entry: -entry.population)
    shown = [_named(entry) for entry in best[:_SHOWN]]
    more = f" and {len(best) - _SHOWN} more" if len(best) > _SHOWN else ""
    return f"several places have this name, and the text does not say which: {'; '.join(shown)}{more}"


def _named(entry: GazetteerEntry) -> str:
    if entry.point is None:
        return f"{entry.country}, {_a(entry.kind)}"
    return f"{entry.country} at {entry.point.latitude:.2f}, {entry.point.longitude:.2f}"


def _listed(entries: Iterable[GazetteerEntry], but: GazetteerEntry) -> str:
    others = list(dict.fromkeys(entry.country for entry in entries if entry.country != but.country))
    return ", ".join(others[:_SHOWN]) + (f" and {len(others) - _SHOWN} more" if len(others) > _SHOWN else "")


# --------------------------------------------------------------------------- places


def _word(document: Document, candidate: Candidate) -> str:
    return " ".join(document.text[candidate.start : candidate.end].casefold().split())


def _places(
    document: Document, gazetteer: Gazetteer, found: Sequence[tuple[Candidate, Location | Unresolved]]
) -> Iterable[Place]:
    """One place for every name and country; a mention that says nothing joins the only one that is placed."""
    by_word: dict[str, list[tuple[Candidate, Location | Unresolved]]] = {}
    for candidate, where in found:
        word = _word(document, candidate)
        article = _ARTICLE.match(word)
        bare = word[article.end() :] if article else word
        by_word.setdefault(bare, []).append((candidate, where))
    places = [place for same in by_word.values() for place in _of_one_name(document, gazetteer, same)]
    return sorted(places, key=lambda place: place.name)


def _of_one_name(
    document: Document, gazetteer: Gazetteer, same: Sequence[tuple[Candidate, Location | Unresolved]]
) -> Iterable[Place]:
    known = {where.country: where for _, where in same if isinstance(where, Location)}
    only = next(iter(known.values())) if len(known) == 1 else None
    settled = [(c, only if isinstance(where, Unresolved) and only else where) for c, where in same]
    key = _country_or_none
    for _, group in groupby(sorted(settled, key=lambda pair: key(pair[1])), key=lambda pair: key(pair[1])):
        members = list(group)
        where = next((w for _, w in members if isinstance(w, Location) and isinstance(w.point, Point)), members[0][1])
        mentions = tuple(sorted(document.span(c.start, c.end) for c, _ in members))
        notes = (note for c, _ in members if (note := _disagreement(document, gazetteer, c, where)))
        yield Place(mentions[0], mentions, where, tuple(dict.fromkeys(notes)))


def _country_or_none(where: Location | Unresolved) -> str:
    return where.country if isinstance(where, Location) else ""


def _disagreement(document: Document, gazetteer: Gazetteer, candidate: Candidate, where: Location | Unresolved) -> str:
    """What to say where the text's direction is not that of the coordinates; empty when they agree."""
    if candidate.said is None or isinstance(where, Unresolved) or not isinstance(where.point, Point):
        return ""
    extent = gazetteer.extent(where.country)
    if extent is None:
        return ""
    said = document.text[slice(*candidate.said)]
    lies = _direction(where.point, extent)
    against = (("north", "south"), ("south", "north"), ("east", "west"), ("west", "east"))
    if not any(one in said.lower() and other in lies for one, other in against):
        return ""
    return f'the text says "{said}"; by the coordinates it is in the {lies} of {where.country}'


def _direction(point: Point, extent: Extent) -> str:
    """The part of the country: north-west, south, ..., or middle."""
    up = _part(point.latitude, extent.south, extent.north, "south", "north")
    along = _part(point.longitude, extent.west, extent.east, "west", "east")
    return "-".join(part for part in (up, along) if part) or "middle"


def _part(value: float, low: float, high: float, below: str, above: str) -> str:
    share = (value - low) / (high - low) if high > low else 0.5
    return below if share < 0.5 - _MIDDLE else above if share > 0.5 + _MIDDLE else ""
