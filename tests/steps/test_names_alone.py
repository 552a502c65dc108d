"""Names without the day, the task or the place that stands beside them."""

import pytest

from tests.steps.reading_wholly import names, read_wholly, told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Sunday government troops seized the town of Bor in breach of the truce.", "government troops"),
        ("On Monday army units entered Lel in breach of the truce.", "army units"),
        ("Minister for Peace Ram Chandra Poudel said the Maoists had broken the truce.", "Ram Chandra Poudel"),
        ("The Minister for Peace Ram Poudel denied breaking the truce.", "Ram Poudel"),
        ("Minister of Justice Poudel denied breaking the truce.", "Poudel"),
        ("The Tigers in Lel and Dor denied breaking the truce.", "Tigers"),
        ("The FARDC in Nyamilima and Ishasha broke the truce.", "FARDC"),
    ],
)
def test_a_name_has_nothing_beside_it(text, found):
    assert told_wholly(PLACE + text)[-1][0] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Friday the Sunday Times said the army had broken the truce.", "Sunday Times"),
        ("The Minister for Peace and Reconstruction denied it.", "Minister for Peace and Reconstruction"),
        ("Secretary of State Antony Blinken denied it.", "Antony Blinken"),
        (
            "The United Nations Mission in Ethiopia and Eritrea said the truce was holding.",
            "United Nations Mission in Ethiopia and Eritrea",
        ),
        ("On 9 May Croatian Army units withdrew from Pakrac under the ceasefire.", "Croatian Army"),
        ("On May 9 Croatian Army units withdrew from Pakrac under the ceasefire.", "Croatian Army"),
    ],
)
def test_what_is_of_a_name_stays(text, found):
    assert told_wholly(PLACE + text)[-1][0] == found


def test_what_somebody_promises_is_no_part_of_what_he_is_called():
    report = read_wholly(PLACE + "We were assured by the rebels that the hostages would be freed.")
    rebels = next(a for a in report.actors if a.name.exact == "rebels")
    assert {m.exact for m in rebels.mentions} == {"rebels"}


@pytest.mark.parametrize("office", ["MINISTER OF DEFENCE", "MINISTER FOR FOREIGN AFFAIRS", "MINISTER OF THE INTERIOR"])
def test_an_office_in_capitals_is_no_name_without_its_first_word(office):
    report = read_wholly(f"The {office}: We released the prisoners on Friday.")
    assert set(names(report).values()) == {office}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officials in its capital, Port Amar, said the army had broken the truce.", "Officials in its capital"),
        ("Rebel leaders in their stronghold, Bani, said the army had broken the truce.", "Rebel leaders"),
        ("An official in the rebel capital, Dahra, said the army had broken the truce.", "official"),
        ("A source in the rebels' main town, Dahra, said the army had broken the truce.", "source in the rebels'"),
        # A person's name behind a place is the person's.
        ("The commander in the port city, Colonel Ito, said the army had broken the truce.", "Colonel Ito"),
        ("The mayor of the town, Omar Saleh, said the army had broken the truce.", "Omar Saleh"),
        ("The commander of the police in Malisevo, Captain Ilic, said the army had broken it.", "Captain Ilic"),
    ],
)
def test_a_town_in_apposition_does_not_speak(text, found):
    ((speaker, _),) = told_wholly(PLACE + text)
    assert speaker.startswith(found)
