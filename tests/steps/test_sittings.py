"""The day of a sitting, a briefing or a report, wherever the front matter has it; what is said there has that day."""

import pytest

from tests.steps.reading_reports import read
from trucewatch.core.model import Missing

TURNS = (
    "MODERATOR: Good morning.\n\nCAMILO ARCE: We will suspend the attacks on the movement.\n\n"
    "ANDREY MARIN: We commit ourselves to the ceasefire.\n\nCAMILO ARCE: The army has violated no truce.\n\n"
    "ANDREY MARIN: We have doubts how long this truce will last.\n"
)


def days(text: str) -> set[str | None]:
    """The days on which a text's claims were said, None for an unknown one."""
    return {None if isinstance(claim.said_on, Missing) else claim.said_on.edtf for claim in read(text).claims}


def test_a_transcript_has_the_day_of_its_long_first_line():
    head = (
        "Transcript. Press conference after the first cycle of the dialogue table between the National Government and "
        "the movement. Tibu, Colombia, Tuesday 17 October 2023, 11:40. Unofficial translation.\n\n"
    )
    assert days(head + TURNS) == {"2023-10-17"}


def test_turns_make_a_transcript_whatever_its_title_says():
    assert days("Q & A WITH THE HEAD OF THE MISSION, Jaffna, 22 October 2002\n(marked)\n\n" + TURNS) == {"2002-10-22"}


def test_a_transcript_with_two_days_above_it_has_none_of_them():
    head = (
        "Transcript of a long conversation that was begun in Tibu one rainy afternoon, on 16 October 2023, and which "
        "went on for the whole of the next day, on 17 October 2023, as the cook remembers it.\n\n"
    )
    found = days(head + TURNS)
    assert found
    assert found.isdisjoint({"2023-10-16", "2023-10-17"})


def test_a_report_has_the_day_on_which_it_was_completed():
    text = (
        "MISSION IN THE VALLEY\nObserver Group\n\nINCIDENT REPORT 031\n\nPlace: Muyange, commune of Bubanza. Time of "
        "incident: 22 June 2003, 0415 hrs. Report completed: 27 June 2003. Classification: restricted.\n\nThe observers "
        "could not verify the ceasefire violation.\n"
    )
    published = read(text).document.published_on
    assert published is not None
    assert published.edtf == "2003-06-27"


def test_entries_of_a_live_page_begin_with_a_time_in_four_digits():
    text = (
        "Idlib truce, day 12\n17 March 2020\n\n1746 GMT\nThe ministry blames the rebels for violating the truce.\n\n"
        "1510 GMT\nThe rebels deny that they violated the truce.\n\n1450 GMT\nThe army says it keeps the truce.\n"
    )
    assert days(text) == {"2020-03-17"}


MINUTES = (
    "MINUTES OF THE SIXTH MEETING OF THE TRUCE COMMITTEE\nHeld at Juba, 4 and 5 August 2015\n\nPeriod under review: 1-31 July 2015\n\n"
    "1. The Chair opened the meeting on 4 August.\n\n"
)


def test_what_minutes_report_was_said_on_the_days_of_the_meeting_not_in_the_period_that_it_reviewed():
    assert days(f"{MINUTES}2. The Government delegation stated that the rebels had violated the truce.") == {
        "2015-08-04/2015-08-05"
    }


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("On the second day", "2015-08-05"),
        ("On the last day of the meeting", "2015-08-05"),
        ("On the first day", "2015-08-04"),
    ],
)
def test_a_day_of_a_meeting_is_counted_from_its_first(words, day):
    assert days(f"{MINUTES}2. {words} the Government delegation accused the rebels of violating the truce.") == {day}


def test_a_meeting_has_no_more_days_than_its_head_gives_it():
    assert "2015-08-06" not in days(
        f"{MINUTES}2. On the third day the Government accused the rebels of violating the truce."
    )


@pytest.mark.parametrize(
    "told",
    [
        "We received the monitors yesterday and they saw it.",
        "The governor told us that the army held forty of our men yesterday.",
        "I said so when we met yesterday.",
    ],
)
def test_when_people_met_who_are_spoken_of_in_an_interview_is_not_its_day(told):
    text = (
        "Radio Nile FM, 14 March 2021\n\nInterview with Ali Daw, spokesman of the Northern Front\n\n{}"
        "Interviewer: Is the truce holding?\n\nDaw: We have respected every article of it.\n\n"
        "Interviewer: Did you attack Yei?\n\nDaw: Our fighters did not attack Yei. {}\n\n"
        "Interviewer: Will you free the prisoners?\n\nDaw: We will free them when the road is open.\n"
    )
    assert _told_by("Daw", text.format("", told)) == {"2021-03-14"}
    assert _told_by("Daw", text.format("We met Ali Daw in Juba on Wednesday.\n\n", told)) == {"2021-03-10"}


def _told_by(name: str, text: str) -> set[str | None]:
    report = read(text)
    theirs = {actor.id for actor in report.actors if name in actor.name.exact}
    said = [claim.said_on for claim in report.claims if claim.speaker in theirs]
    assert len(said) > 2
    return {None if isinstance(day, Missing) else day.edtf for day in said}
