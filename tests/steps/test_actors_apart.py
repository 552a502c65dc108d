"""Two actors that a text names near each other, and that are not one."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


def speakers(text: str) -> list[str]:
    return [name for name, _ in told_wholly(PLACE + text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ali Khan, the president's adviser, said the truce was holding. The president accused India of breaking it.",
            "president",
        ),
        (
            "The prime minister's adviser, Ali Khan, said the truce would hold. The prime minister said the rebels had "
            "violated it.",
            "prime minister",
        ),
        (
            "John Obi, the governor's spokesman, denied the army had broken the truce. The governor said soldiers had "
            "burned the village.",
            "governor",
        ),
        (
            "Ali Khan, adviser to the president, said the truce was holding. The president accused India of breaking it.",
            "president",
        ),
        (
            "Sara Lind, a spokeswoman for the foreign minister, denied it. The foreign minister said the rebels had "
            "violated the truce.",
            "foreign minister",
        ),
    ],
)
def test_an_aide_is_not_whom_he_serves(text, found):
    assert speakers(text)[-1] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Ali Khan, the president's adviser, said the truce was holding. The adviser accused India of breaking it.",
            "Ali Khan",
        ),
        (
            "Ali Khan, the president of the council, said the truce was holding. The president accused India of breaking it.",
            "Ali Khan",
        ),
        (
            "Ukraine's defence minister, Anna Petrova, said the truce was holding. The defence minister said Russia had "
            "broken it.",
            "Anna Petrova",
        ),
        ("Deputy Chief of Staff General Ito denied it. The general accused India of breaking the truce.", "Ito"),
    ],
)
def test_who_holds_an_office_is_called_by_it(text, found):
    assert speakers(text) == [found, found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "On Ethiopia–Eritrea: Ethiopia has withdrawn its troops. Eritrea said it would not withdraw.",
            ["Ethiopia", "Eritrea"],
        ),
        (
            "India–Pakistan: India said it would respect the ceasefire. Pakistan accused India of shelling Poonch.",
            ["India", "Pakistan"],
        ),
        (
            "On Russia–Ukraine, the spokesman said Ukraine had honoured the truce. Russia rejected the claim that it had "
            "shelled Sumy.",
            ["spokesman", "Russia"],
        ),
        (
            "444 Brigade said it had withdrawn from the port. 128 Brigade said it had not left the mill.",
            ["444 Brigade", "128 Brigade"],
        ),
        (
            "The 17 Battalion denied shelling Bori. The 21 Battalion said it would hand over its guns on Monday.",
            ["17 Battalion", "21 Battalion"],
        ),
        (
            "Armenia's Defense Ministry accused Azerbaijan of opening fire in breach of the truce. Azerbaijan's Defense "
            "Ministry denied it.",
            ["Armenia's Defense Ministry", "Azerbaijan's Defense Ministry"],
        ),
    ],
)
def test_two_of_a_kind_are_not_one(text, found):
    assert speakers(text) == found


def test_a_ministry_is_called_by_its_name_without_the_country_where_there_is_but_one():
    text = "Ukraine's Foreign Ministry denied breaking the truce. The Foreign Ministry said Russia had broken it."
    assert speakers(text) == ["Ukraine's Foreign Ministry"] * 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The SPLM-IO deputy spokesperson, Col Lam Paul Gabriel, said the army had broken the truce. The SPLM-IO "
            "handed over 300 weapons.",
            ["Lam Paul Gabriel", "SPLM-IO"],
        ),
        (
            "The FRN military chief, Maj Gen Yusuf Amaro Diop, signed the truce. The FRN said the army had broken it.",
            ["Yusuf Amaro Diop", "FRN"],
        ),
        (
            "The NLA military chief, Gen. Gezim Ostri, accepted the truce. The NLA handed over 300 weapons.",
            ["Gezim Ostri", "NLA"],
        ),
        ("Lt Col Lam Paul Gabriel of the SPLM-IO said the army had broken the truce.", ["Lam Paul Gabriel"]),
        ("Brig Gen Tang Shengli of the army said the rebels had broken the truce.", ["Tang Shengli"]),
        # These were right before.
        ("RENAMO spokesman, Antonio Muchanga, said the army had broken the truce.", ["Antonio Muchanga"]),
        ("For the government, Mr. Bruton, a lawyer, said that the truce was holding.", ["Bruton"]),
    ],
)
def test_an_officer_is_not_his_movement(text, found):
    assert speakers(text) == found
