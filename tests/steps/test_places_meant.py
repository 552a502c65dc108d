"""Which of several places of one name is meant, and what is none: areas by number, units, people, adjectives."""

import pytest

from tests.steps.reading_reports import read
from tests.steps.test_places import ENTRIES, country, places, region, town, where
from trucewatch.core.places import GazetteerEntry, Location, PlaceKind, Point, Unresolved


@pytest.fixture(autouse=True)
def more_places(monkeypatch):
    small = GazetteerEntry(PlaceKind.TOWN, "YEM", 0, point=Point(13.9, 43.5))
    for name, entries in {
        "yemen": (country("YEM"),),
        "usa": (country("USA"),),
        "aden": (town("YEM", 1_000_000, 12.8, 45.0),),
        "marib": (region("YEM"),),
        "abs": (town("YEM", 20_000, 16.0, 43.2),),
        "bajil": (town("YEM", 40_000, 15.1, 43.3),),
        "dallas": (town("USA", 1_300_000, 32.8, -96.8),),
        "hays": (town("USA", 21_000, 38.9, -99.3), small),
        "muse": (region("TUR"), town("USA", 2_500, 40.3, -80.2)),
        "paris": (town("FRA", 2_100_000, 48.9, 2.4), town("USA", 25_000, 33.7, -95.6)),
        "area": (town("USA", 31_000, 42.3, -88.0),),
        "opposition": (town("USA", 31_000, 42.3, -88.0),),
        "azeri": (town("EST", 1_400, 59.5, 26.9),),
        "washington": (GazetteerEntry(PlaceKind.STATE, "USA"), town("USA", 690_000, 38.9, -77.0)),
    }.items():
        monkeypatch.setitem(ENTRIES, name, entries)


def test_the_country_of_most_places_stands_before_the_larger_town():
    text = "Guns fired in Aden, in Abs, in Bajil and in Marib. A team from Dallas came. A post near Hays was burnt."
    answer = where(text, "Hays")
    assert isinstance(answer, Location)
    assert answer.country == "YEM"


def test_a_known_city_stands_against_most_places():
    text = "Guns fired in Aden, in Abs, in Bajil and in Marib. Delegates met in Geneva."
    answer = where(text, "Geneva")
    assert isinstance(answer, Location)
    assert answer.country == "CHE"


def test_the_largest_small_place_is_not_meant_in_a_text_on_other_countries():
    assert isinstance(where("Guns fired in Aden, in Yemen. A post near Muse was burnt.", "Muse"), Unresolved)


def test_a_capital_that_texts_name_for_its_state_stands_and_is_a_town():
    text = "Envoys met in Dallas, in the USA, and in Paris. Talks went on in Washington."
    answer = where(text, "Paris")
    assert isinstance(answer, Location)
    assert (answer.country, answer.kind) == ("FRA", PlaceKind.TOWN)
    answer = where(text, "Washington")
    assert isinstance(answer, Location)
    assert (answer.country, answer.kind) == ("USA", PlaceKind.TOWN)


@pytest.mark.parametrize(
    "text",
    [
        "In Area 2, positions were exchanged.",
        "The Army in Opposition left the post.",
        "The town is called so in Azeri usage.",
        "Shells fell near the Signal Corps base.",
    ],
)
def test_these_name_no_place(text):
    assert places(text) == ()


def test_a_sea_or_a_horn_is_one_name():
    (place,) = places("The envoy for the Horn of Africa came.")
    assert place.name.exact == "Horn of Africa"


def test_somebody_whom_no_gazetteer_has_is_no_place():
    text = "Colonel Karim Zarqah denied a breach of the truce. A patrol near Zarqah was hit. A post near Ghadames was burnt."
    actors = read(text).actors
    assert any(actor.kind == "person" for actor in actors)
    assert [place.name.exact for place in places(text, actors=actors)] == ["Ghadames"]
