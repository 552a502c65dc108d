"""What stands before a colon and is nobody who speaks: a day, a place, the heading of a part."""

import pytest

from tests.steps.reading_wholly import names, read_wholly, told_wholly
from trucewatch.steps.claims.label_words import is_day_and_place, is_heading, is_place, is_time


def called(text: str) -> set[str]:
    """Everything that a text's actors are called."""
    return {mention.exact for actor in read_wholly(text).actors for mention in actor.mentions}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("7 Nov", True),
        ("Tues 4 May", True),
        ("Mon", True),
        ("Early May", True),
        ("Sat 8 Sept 2021", True),
        ("April Ndoye", False),
        ("Martin", False),
        ("Octavia", False),
    ],
)
def test_words_that_say_when(words, found):
    assert is_time(words) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("BOTTOM LINE", True),
        ("Key findings", True),
        ("So what", True),
        ("Recommendations", True),
        ("Otto", False),
        ("CONCORD TIMES", False),
        ("Mr. Point", False),
    ],
)
def test_words_that_head_a_part_of_a_text(words, found):
    assert is_heading(words) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Sector East", True),
        ("Donetsk region", True),
        ("Government-held areas", True),
        ("North and East", True),
        ("Sector Commander", False),
        ("Southern Movement", False),
        ("Northern Alliance", False),
    ],
)
def test_words_that_say_where(words, found):
    assert is_place(words) is found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("3 May 2021, Kilo", True),
        ("Old Ferry, 9 May", True),
        ("3 May, Army", False),
        ("Kilo, the mill", False),
        ("3 May, Gen. Park", False),
    ],
)
def test_words_that_say_when_and_where(words, found):
    assert is_day_and_place(words) is found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sector East: Rebels attacked a convoy on 3 May.", [("Rebels", "BREACH")]),
        ("Donetsk region: The army fired 12 mortar rounds.", [("army", "BREACH")]),
        ("OVERVIEW\nHodeidah: Houthi forces shelled the port.\nTaiz: The army fired on a bus.", "BREACH"),
        ("MILITARY\nNorth: The army shelled two villages.\nEast: The rebels seized the bridge.", "BREACH"),
        ("FIELD REPORTS\nKilo: The army shelled the school.\nDera: Rebels attacked a convoy.", "BREACH"),
        ("Rebels are near Kesra.\n\nKesra: The army shelled the school.", [("army", "BREACH")]),
        ("DIARY\nMon: The army shelled Kesra.", [("army", "BREACH")]),
        ("Finding: The army shelled the school on 3 May.", [("army", "BREACH")]),
        ("- Tues 4 May: The army fired mortars at Mako in breach of the truce.", [("army", "BREACH")]),
        ("5 May 2021, Dera: the Front attacked a convoy.", [("Front", "BREACH")]),
    ],
)
def test_a_place_or_a_day_in_front_of_what_happened_says_nothing(text, told):
    found = told_wholly(text)
    assert found == told if isinstance(told, list) else [stance for _, stance in found] == [told] * 2


@pytest.mark.parametrize(
    "label",
    ["KEY POINT", "SO WHAT", "OUR TAKE", "VERDICT", "ASSESSMENT", "BOTTOM LINE", "To the Government"],
)
def test_the_heading_of_a_part_is_no_actor(label):
    words = called(f"{label}: The army has violated the ceasefire and the rebels must respect the accord.")
    assert not any(label in name for name in words)


@pytest.mark.parametrize(
    ("day", "said", "actor"),
    [
        ("7 Nov", "UNIFIL said an army excavator damaged a fence.", "unifil"),
        ("12 Oct", "The army shelled Kilo.", "army"),
        ("Tues 4 May", "The army fired mortars at Mako in breach of the truce.", "army"),
        ("Sat 5 June", "The rebels fired on a patrol in violation of the ceasefire.", "rebels"),
    ],
)
def test_a_day_in_front_of_an_entry_is_no_actor(day, said, actor):
    text = f"{day}: {said}\n"
    assert [name.lower() for name, _ in told_wholly(text)] == [actor]
    assert called(text).isdisjoint(day.split())


def test_we_in_wed_is_no_pronoun():
    (claim,) = read_wholly("Update, 1-7 June 2021\n\nWed 2 June: The army said it had withdrawn from Mako.").claims
    assert claim.quote.span.exact.startswith("2 June")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Erdogan: Armenia violated the ceasefire again.", "Erdogan"),
        ("Army: Rebels violated the ceasefire.", "Army"),
        ("Statements\nErdogan: Armenia violated the ceasefire.\nPashinyan: Turkey broke the truce.", "Erdogan"),
        ("3 May 2021, Army: The rebels violated the ceasefire.", "Army"),
        ("Northern Alliance: The army violated the ceasefire.", "Northern Alliance"),
    ],
)
def test_somebody_before_a_colon_still_speaks(text, speaker):
    assert told_wholly(text)[0] == (speaker, "ACCUSE")


@pytest.mark.parametrize(
    "below",
    [
        "RSF: Accuses the army of bombing the Mint.",
        "Front: Accuses the army of shelling Dara.",
        "Rebels: Deny any role in the shelling.",
    ],
)
def test_what_stands_under_a_label_is_not_the_word_of_who_spoke_above(below):
    report = read_wholly(f"SAF spokesperson Nabil Abdallah said the militia attacked first.\n{below}")
    assert names(report)[report.claims[-1].speaker or ""].lower() == below.partition(":")[0].lower()


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("To the Government: Release all detainees as promised in the accord.", "CALL_TO_COMPLY"),
        ("To the Front: Allow the monitors into the camp.", "CALL_TO_COMPLY"),
        ("Release all detainees as promised in the accord.", "CALL_TO_COMPLY"),
        ("The army released all detainees as promised in the accord.", "COMPLY"),
    ],
)
def test_what_is_to_be_done_is_not_done(text, stance):
    assert told_wholly(text) == [("" if stance == "CALL_TO_COMPLY" else "army", stance)]
