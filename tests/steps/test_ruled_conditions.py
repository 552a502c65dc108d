"""What somebody does only if others do something, and what only sounds so."""

import pytest

from tests.steps.reading_wholly import told_wholly

PLACE = "Juba, 4 May 2018. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kori said that his side was ready to leave Mako within a week, provided the army left Dahra.", "Kori"),
        (
            "The minister told us that his side was willing to free the prisoners, provided the Front freed its own under the accord.",
            "minister",
        ),
        (
            "The minister said the army was prepared to free the prisoners, provided that the rebels did the same.",
            "minister",
        ),
        ('"We will withdraw from Sake when the government agrees to talks," the rebel leader said.', "rebel leader"),
        ('"We\'ll stick to the deal as long as they do," the minister said.', "minister"),
        ('"We\'ll stick to what was agreed as long as the other side does," the minister said.', "minister"),
        ('"As long as the other side keeps to the truce, so will we," the general said.', "general"),
        ('A commander told me his men won\'t hand over anything "until we see houses".', "commander"),
        ("The army will stop its attacks if the rebels leave Mako.", "army"),
    ],
)
def test_what_hangs_on_others_is_a_condition(text, speaker):
    assert told_wholly(PLACE + text) == [(speaker, "CONDITION")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The army will leave the barracks before 30 May, the ministry said.", "ministry"),
        ("The prisoners will be freed before Friday, the minister said.", "minister"),
        ("The Front said it would come to the talks without preconditions.", "Front"),
    ],
)
def test_a_day_or_no_precondition_is_no_condition(text, speaker):
    assert told_wholly(PLACE + text) == [(speaker, "COMMIT")]


def test_a_statement_promises_what_will_be_done_by_a_day():
    text = (
        "STATEMENT OF THE GOVERNMENT OF BEKA\n4 May 2021\n\n"
        "The guns will be removed before 3 June. The last group of captives will be freed before the end of June."
    )

    assert told_wholly(text) == [("GOVERNMENT OF BEKA", "COMMIT")] * 2


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The navy will suspend notification of flights with effect from 5 February if overflights continue.", "navy"),
        ("The rebels told the mediator that they would suspend inspections if the army stayed in Dera.", "rebels"),
        ("The army will suspend the exchange of lists unless the rebels leave Mako.", "army"),
    ],
)
def test_to_suspend_something_if_is_a_threat(text, speaker):
    assert told_wholly(PLACE + text) == [(speaker, "THREATEN")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The general said that his side was ready to leave Mako within a week.", ("general", "AFFIRM")),
        ('"We will respect the truce as long as we can," the general said.', ("general", "AFFIRM")),
        (
            '"As long as the rebels hold hostages, our operations will continue," the general said.',
            ("general", "DECLARE_CONTINUE"),
        ),
        ("The army will leave only before the rebels do.", ("army", "CONDITION")),
        ("The rebels will free the prisoners if the army leaves Mako.", ("rebels", "CONDITION")),
    ],
)
def test_conditions_and_their_likes_stay(text, found):
    assert told_wholly(PLACE + text) == [found]


@pytest.mark.parametrize(
    "text",
    ["Our delegation will attend the meeting in Dor.", "Our representatives will take part in the joint committee."],
)
def test_who_will_attend_suspends_nothing(text):
    statement = f"STATEMENT OF THE TIGERS\n4 May 2021\n\n{text}"

    assert told_wholly(statement) == [("TIGERS", "COMMIT")]


def test_who_will_not_attend_suspends():
    assert told_wholly(f"{PLACE}Our delegation will not attend the talks.")[0][1] == "SUSPEND"
