"""The name by which a text introduces somebody whom it calls by an office first."""

import pytest

from tests.steps.reading_reports import read


def names_of_speakers(text):
    report = read(text)
    spoken = {claim.speaker for claim in report.claims}
    return {name.exact for actor in report.actors if actor.id in spoken for name in (actor.name, *actor.mentions)}


@pytest.mark.parametrize(
    ("introduction", "name"),
    [
        ("A field commander, known as Iron Jacket, said", "Iron Jacket"),
        ("A commander in the town, who gave his name only as Captain Arsa, said", "Captain Arsa"),
        ("The delegate to the talks, alias Rosendo, said", "Rosendo"),
        ("The County Commissioner, Gatdet Nyuon Bol, said", "Gatdet Nyuon Bol"),
        ("The Republican Minister of Defence, Mr Soedjarwo, said", "Mr Soedjarwo"),
        ("The Chair, Lieutenant General Mads Lauritsen, said", "Mads Lauritsen"),
        ("The leader, the priest Augustin Diamacoune Senghor, said", "Augustin Diamacoune Senghor"),
        ("The prefect of Bignona, Mamadou Lamine Ka, said", "Mamadou Lamine Ka"),
        ("The foreign minister's chief of cabinet, Othmane Belkadi, said", "Othmane Belkadi"),
        ("One of the field leaders, Abu Khalid al-Homsi, said", "Abu Khalid al-Homsi"),
        ("The chairman, Djoko Suyatno of the rights office, said", "Djoko Suyatno"),
        ("The Transnistrian co-chairman, Mr. Shevtsov, said", "Mr. Shevtsov"),
    ],
)
def test_an_office_and_the_name_behind_it_are_one(introduction, name):
    assert any(name in found for found in names_of_speakers(f"{introduction} the army had broken the ceasefire.\n"))


def test_a_place_behind_an_office_is_nobodys_name():
    found = names_of_speakers("The commander told reporters in Adwa, Tigray, the army had broken the ceasefire.\n")
    assert found
    assert not any("Tigray" in name for name in found)


def test_who_speaks_for_a_body_is_not_its_name():
    text = "For the government, Mr. Bruton, its envoy, said the rebels had broken the ceasefire.\n"
    report = read(text)
    called = [{name.exact for name in (actor.name, *actor.mentions)} for actor in report.actors]
    assert not any({"government", "Mr. Bruton"} <= names for names in called)


def test_the_next_of_several_is_not_the_name_of_the_one_before():
    report = read("The Bureau, Mr. Bruton, and Ms. Haddad signed the ceasefire.\n")
    called = [{name.exact for name in (actor.name, *actor.mentions)} for actor in report.actors]
    assert not any({"Bureau", "Mr. Bruton"} <= names for names in called)


def test_an_office_and_the_place_that_it_is_of_are_cut_before_a_name():
    found = names_of_speakers("The prefect of Bignona, Mamadou Lamine Ka, said the army had broken the ceasefire.\n")
    assert "prefect of Bignona" in found
