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
    ],
)
def test_an_office_and_the_name_behind_it_are_one(introduction, name):
    assert any(name in found for found in names_of_speakers(f"{introduction} the army had broken the ceasefire.\n"))


def test_a_place_behind_an_office_is_nobodys_name():
    found = names_of_speakers("The commander told reporters in Adwa, Tigray, the army had broken the ceasefire.\n")
    assert found
    assert not any("Tigray" in name for name in found)
