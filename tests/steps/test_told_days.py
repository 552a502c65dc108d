"""Days of what is said that follow from other days told: of the lead, of a communiqué, of the saying before."""

import pytest

from trucewatch.core.dates import When

from .reading_reports import read, said
from .reading_wholly import day_said, read_wholly


def test_reactions_behind_a_communique_are_of_the_days_after_it_or_of_none():
    report = read(
        "FINAL COMMUNIQUE\nDoha, 30 August 2022\n\nThe parties agreed to extend the ceasefire.\n\nReactions\n\n"
        "The rebels said on Wednesday that the ceasefire did not cover the border. The army denied that it had fired."
    )
    assert said(report) == ["2022-08-30", "2022-08-31", None]


def test_both_sentences_of_a_quotation_were_said_on_one_day():
    report = read(
        'BELFAST, Jan 31, 2000 (Wire) - Rain fell.\n\n"They have violated the ceasefire. We will not wait for them," the '
        "minister Alan Craigie told reporters on Monday."
    )
    assert set(said(report)) == {"2000-01-31"}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("The rebels warned three days afterwards that they would fight.", "2006-10-20"),
        ("The rebels said the day after that they had not violated the ceasefire.", "2006-10-18"),
        ("The rebels, in a note dated the 16th, said that the army had violated the ceasefire.", "2006-10-16"),
        ("At the same congress the rebels said that the army had violated the ceasefire.", "2006-10-17"),
    ],
)
def test_days_are_counted_from_the_one_told_of(words, day):
    report = read(f"Luanda, 22 January 2007\n\nThe minister said on 17 October that the truce was dead. {words}")
    assert said(report)[-1] == day


def test_a_side_named_in_the_lead_speaks_on_its_day_when_its_spokeswoman_tells_reporters():
    report = read(
        "ADDIS ABABA, July 12, 2000 (Wire) - Ethiopia said on Wednesday that it would respect the ceasefire.\n\n"
        "Ethiopian government spokeswoman Hirut Tesfaye told reporters that Eritrea had violated the ceasefire."
    )
    assert said(report) == ["2000-07-12", "2000-07-12"]


def test_a_day_between_a_verb_of_saying_and_that_is_the_day_of_the_saying():
    report = read(
        "Paris, 22 January 2007\n\nThe rebels stated in Goma on 2 January that the army had violated the ceasefire."
    )
    assert said(report) == ["2007-01-02"]


def test_the_day_that_a_schedule_sets_dates_nothing():
    report = read(
        "FINAL COMMUNIQUE\nGoma, 2 August 2001\n\n"
        "The Government, recalling that the schedule sets 31 July, said that the rebels had violated the ceasefire."
    )
    assert set(said(report)) == {"2001-08-02"}


@pytest.mark.parametrize(
    ("before", "words", "day"),
    [
        ("On 14 January the rebels left the talks.", "They said the following week that", "2007-01-15/2007-01-21"),
        ("In late December the rebels left the talks.", "A week later they said that", "2006-12-28/2007-01-07"),
        ("The two sides met in Goma on 3-5 January.", "Two days later the rebels said that", "2007-01-07"),
        ("Talks were held on 13/12/06.", "The next day the rebels said that", "2006-12-14"),
        ("Talks were held in 2006.", "Earlier this month the rebels said that", "2007-01-01/2007-01-22"),
    ],
)
def test_a_day_counted_from_others_is_as_open_as_these(before, words, day):
    report = read(f"Luanda, 22 January 2007\n\n{before} {words} the army had violated the ceasefire.")
    assert said(report)[-1] == day


def test_what_follows_a_garbled_day_follows_each_of_its_readings():
    report = read(
        "Luanda, 22 January 2007\n\nOn January 5, 8 the minister said that the truce was dead. The day after, the rebels "
        "said that the army had violated the ceasefire."
    )
    assert [(c.said_on.edtf, c.said_on.alternatives) for c in report.claims] == [
        ("2007-01-05", ("2007-01-08",)),
        ("2007-01-06", ("2007-01-09",)),
    ]


@pytest.mark.parametrize(
    ("words", "happened"),
    [
        ("That day has come and gone, and no gun has been handed in.", "2021-03-10"),
        ("That day passed without a single gun handed in.", "2021-03-10"),
        ("They shelled the port on 11 March. On the same day the army shelled the mill.", "2021-03-11"),
    ],
)
def test_a_day_that_has_come_is_the_one_that_was_set(words, happened):
    report = read_wholly(f"KABUL, 12 March 2021 - The rebels were to hand over their guns by 10 March. {words}")
    days = [c.happened_on.edtf for c in report.claims if isinstance(c.happened_on, When)]
    assert days[-1] == happened


def test_what_is_said_beside_a_day_that_has_passed_was_not_said_on_it():
    report = read_wholly(
        "KABUL, 12 March 2021 - The rebels were to hand over their guns by 10 March. That day has come and gone, and no gun has "
        "been handed in."
    )
    assert [day_said(c) for c in report.claims if c.stance == "REPORT_NOT_DONE"] == ["2021-03-12"]
