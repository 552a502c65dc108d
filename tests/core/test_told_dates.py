"""Dates as stories tell them, beside those that terms of an agreement have."""

import pytest

from trucewatch.core.told_dates import find_told_dates


def one(text: str):
    (found,) = find_told_dates(text)
    return found


@pytest.mark.parametrize(
    ("text", "words", "base", "offset"),
    [
        ("Hours later the army denied it", "Hours later", "previous", 0),
        ("The reply came within hours.", "within hours", "previous", 0),
        ("The staff denied it within the hour.", "within the hour", "previous", 0),
        ("ISPR on Thurs: we did not", "Thurs", "document", 0),
        ("He told the same news conference that", "the same news conference", "previous", 0),
        ("at the same meeting he said", "at the same meeting", "previous", 0),
        ("later that day he said", "later that day", "previous", 0),
        ("The following evening rebels fired", "The following evening", "previous", 1),
        ("the night before, a bridge fell", "the night before", "previous", -1),
        ("Four days earlier the wing had posted", "Four days earlier", "previous", -4),
        ("two days later that no list was kept", "two days later", "previous", 2),
        ("48 hours after the signing it fell", "48 hours after the signing", "event", 2),
        ("a fortnight ago it held", "a fortnight ago", "document", -14),
        ("It came back the following week.", "the following week", "previous", 7),
        ("Talks broke off the month after.", "the month after", "previous", 1),
        ("On the third day of the talks he left", "On the third day of the talks", "sitting", 2),
        ("on the final day the Front objected", "on the final day", "sitting", -1),
    ],
)
def test_a_day_counted_from_another(text, words, base, offset):
    found = one(text)
    assert (text[found.start : found.end], found.base, found.offset_days) == (words, base, offset)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("28 February to 13 March 2021", "2021-02-28/2021-03-13"),
        ("28 December to 3 January 2021", "2020-12-28/2021-01-03"),
        ("April 30, 2018 - May 2, 2018", "2018-04-30/2018-05-02"),
        ("between 3 May 2020 and 1 June 2020", "2020-05-03/2020-06-01"),
        ("in the last week of April 2020", "2020-04-24/2020-04-30"),
        ("the second week of June", "XXXX-06-08/XXXX-06-14"),
        ("the first half of June 2020", "2020-06-01/2020-06-15"),
        ("the second half of February 2020", "2020-02-16/2020-02-29"),
    ],
)
def test_a_stretch_is_one_mention(text, edtf):
    assert (one(text).kind, one(text).edtf) == ("span", edtf)


def test_two_days_that_run_backwards_stay_two_mentions():
    assert len(find_told_dates("from 13 March 2021 to 28 February 2021")) == 2


def test_a_weekday_beside_a_date_is_one_mention_with_it():
    for text in ("Tuesday, 8 March", "8 March (Tuesday"):
        assert one(f"on {text}, he said").weekday == "tuesday"


@pytest.mark.parametrize(
    "text",
    [
        "over the following week",
        "on the second day of the truce",
        "on the first day after it",
        "ref. 13/10/98/4",
        "the 11th Brigade left",
        "in the 20th century",
        "on the 11th brigade",
        "the 8th of them",
    ],
)
def test_an_ordinal_that_counts_something_else_is_no_day(text):
    assert find_told_dates(text) == []


def test_the_day_of_a_month_stands_alone():
    found = one("in the night of the 11th, a post")
    assert (found.kind, found.offset_days) == ("monthday", 11)


def test_months_and_years_and_weekends():
    assert [
        (one(t).kind, one(t).offset_days) for t in ("last month", "three months ago", "last year", "over the weekend")
    ] == [
        ("months", -1),
        ("months", -3),
        ("years", -1),
        ("weekend", 0),
    ]
    assert (one("Thirteen years ago today they signed").unit, one("In September, he said").edtf) == ("years", "XXXX-09")


def test_a_resolution_and_a_part_of_a_day_are_no_dates():
    assert find_told_dates("resolution 1970 (2011), two hours later than hoped for 36 hours") == [] or all(
        m.kind == "relative" for m in find_told_dates("resolution 1970 (2011), two hours later")
    )


@pytest.mark.parametrize("text", ["He sat on Mon Calamari", "on Tuesday 18 soldiers died", "10 Nov 94 men died"])
def test_short_forms_need_nothing_behind_them_that_they_could_belong_to(text):
    assert not any(m.weekday or m.edtf.startswith("19") for m in find_told_dates(text))


def test_years_in_two_figures_and_days_beside_a_weekday():
    assert one("1400 GMT 10 Nov 94; text").edtf == "1994-11-10"
    assert one("Issued 10 Nov 24)").edtf == "2024-11-10"
    found = one("Fri 23, late: the gate")
    assert (found.kind, found.offset_days, found.weekday) == ("monthday", 23, "friday")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On 7 May 12,000 rebels came.", [("day", "XXXX-05-07")]),
        ("On 10 May 30\nsoldiers died.", [("day", "XXXX-05-10")]),
        ("On 12 May 20, mostly women, died.", [("day", "XXXX-05-12")]),
        ("The front said attacks on Mon villages went on.", []),
        ("It was signed by Mon and Karen leaders, and a statement by Sun, the envoy, followed.", []),
        ("On Tuesday 18\nsoldiers died.", [("weekday", "")]),
    ],
)
def test_counts_and_names_are_no_years_and_no_days(text, dates):
    assert [(m.kind, m.edtf) for m in find_told_dates(text)] == dates


@pytest.mark.parametrize(
    "text", ["10 Nov 94;", "10 Nov 94, in Luanda", "on Mon. he left", "since Sat, he", "on Fri that"]
)
def test_short_years_and_weekdays_are_dates(text):
    assert len(find_told_dates(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "They broke it on Monday.\n\n2. We call on the monitors.",
        "They broke it on Monday\n2. We call on the monitors.",
        "They broke it on Monday\n\n2 May 2003 was a day of rest.",
        "They lost 12\n\nMay 2003 was quiet. They met on Monday.",
    ],
)
def test_a_day_never_reaches_over_the_end_of_its_paragraph(text):
    found = {text[m.start : m.end] for m in find_told_dates(text)}
    assert "Monday" in found
    assert all("\n" not in words for words in found)
