"""What somebody was brought to do, is thanked for, is shown or counted to have done."""

import pytest

from tests.steps.reading_wholly import day_said, read_wholly, told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The army shelled two villages on Sunday, prompting the government to suspend talks.",
            [("army", "BREACH"), ("government", "SUSPEND")],
        ),
        (
            "A dispute over the list of prisoners broke out, leading the movement to withdraw from the commission.",
            [("movement", "WITHDRAW")],
        ),
        ("The attack prompted the rebels to call off the meeting.", [("rebels", "SUSPEND")]),
        (
            "The army shelled Dol on 3 May, which prompted the Front to suspend its participation in the committee.",
            [("army", "BREACH"), ("Front", "SUSPEND")],
        ),
        ("The attack could lead the rebels to suspend the talks.", []),
        ("The attack did not lead the movement to withdraw from the talks.", []),
        ("The shelling forced hundreds of villagers to leave the town.", []),
    ],
)
def test_what_somebody_was_brought_to_do_he_did(text, found):
    assert told_wholly(PLACE + text) == found


def test_what_follows_a_deed_has_not_its_day():
    report = read_wholly(PLACE + "The army shelled Dol on 2 May, prompting the government to suspend talks.")
    assert day_said(report.claims[-1]) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Red Cross thanked the Front for freeing the prisoners.", [("Red Cross", "THIRD_PARTY_FINDING")]),
        ("The UN commended the army for leaving the school at Bor.", [("UN", "THIRD_PARTY_FINDING")]),
        ("The mediator thanked both sides for their patience.", []),
        ("The president thanked the Emir for hosting the talks.", []),
        ("The president thanked the Emir for releasing the funds.", []),
    ],
)
def test_who_is_thanked_for_what_he_owed_has_done_it(text, found):
    assert told_wholly(PLACE + text) == found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A video posted by the Front purports to show recruits training at a camp near Dol.", "Front"),
        ("A video purports to show recruits training at a camp near Dol.", ""),
        ("Photographs posted by the army show tanks in Bor.", "army"),
    ],
)
def test_a_picture_speaks_for_whoever_posted_it(text, speaker):
    assert told_wholly(PLACE + text) == [(speaker, "CONDUCT_SIGNAL")]


def test_a_show_of_photographs_shows_nothing():
    assert ("", "CONDUCT_SIGNAL") not in told_wholly(PLACE + "A photo show in Bor drew many people.")


def test_the_day_of_a_count_is_not_that_of_what_is_told_behind_it():
    text = "As at 15 June 2021 the mechanism had recorded 24 violations. The Government denied access to Bor."
    counted, denied = read_wholly(f"Monthly report, June 2021\n\n{text}").claims
    assert day_said(counted) == "2021-06-15"
    assert "15" not in str(denied.happened_on)


def test_families_that_leave_keep_no_term():
    assert told_wholly(PLACE + "As of 14 April, 1,200 families had left the camp.") == []
