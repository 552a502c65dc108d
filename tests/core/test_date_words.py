"""Dates and numbers in prose: found where they stand, unknown parts left unknown."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.date_words import MONTHS, find_dates, read_number, weekday_before, with_year
from trucewatch.core.dates import of_year


def found(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(m.kind, m.edtf, m.alternatives) for m in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "kind", "edtf"),
    [
        ("signed on 23 October 2020 in Geneva", "day", "2020-10-23"),
        ("signed on October 23, 2020", "day", "2020-10-23"),
        ("MANILA, Feb. 20, 2001 -", "day", "2001-02-20"),
        ("on the 3rd of March 1999", "day", "1999-03-03"),
        ("on 2015-02-12", "day", "2015-02-12"),
        ("1:57 p.m., October 24, 2020", "day", "2020-10-24"),
        ("On 23 October, negotiators", "day", "XXXX-10-23"),
        ("interviews, 23-27 October 2020", "span", "2020-10-23/2020-10-27"),
        ("from 10 to 16 August 2015", "span", "2015-08-10/2015-08-16"),
        ("in December 2020", "month", "2020-12"),
        ("until the end of October", "day", "XXXX-10-31"),
        ("at the end of February 2024", "day", "2024-02-29"),
        ("in early May 2016", "span", "2016-05-01/2016-05-10"),
        ("since 2014", "year", "2014"),
    ],
)
def test_one_date_in_words(text, kind, edtf):
    assert found(text) == [(kind, edtf, ())]


def test_two_days_for_one_event_are_both_kept():
    assert found("On October 25, 27, 2020, the minister wrote") == [("days", "2020-10-25", ("2020-10-27",))]


def test_between_two_days_is_a_stretch():
    assert found("between 12 and 18 May 2015 the mission counted") == [("span", "2015-05-12/2015-05-18", ())]
    assert found("Between 1 and 30 November the team") == [("span", "XXXX-11-01/XXXX-11-30", ())]


def test_two_days_without_between_stay_two_days():
    assert found("on 12 and 18 May 2015") == [("days", "2015-05-12", ("2015-05-18",))]


def test_day_and_month_in_either_order_are_both_kept():
    assert found("on 03/04/2021") == [("day", "2021-04-03", ("2021-03-04",))]
    assert found("on 23/04/2021") == [("day", "2021-04-23", ())]


@pytest.mark.parametrize(
    "text",
    [
        "resolution 1970 (2011)",
        "in resolution 2043",
        "the parties may 10 times",
        "within 72 hours",
        "12,500 soldiers march",
    ],
)
def test_what_is_no_date(text):
    assert found(text) == []


def test_relative_days_say_what_they_count_from():
    text = "The day after the deal, the minister spoke."
    (mention,) = find_dates(text)
    assert (mention.base, mention.offset_days) == ("event", 1)
    assert mention.event is not None
    assert text[slice(*mention.event)] == "the deal"
    assert [(m.base, m.offset_days) for m in find_dates("yesterday and the next day, two days ago")] == [
        ("document", -1),
        ("previous", 1),
        ("document", -2),
    ]


def test_weekdays_look_back():
    friday = date(2020, 10, 23)
    assert weekday_before("Friday", friday) == friday
    assert weekday_before("Thursday", friday) == date(2020, 10, 22)
    assert weekday_before("Friday", friday, next_week=True) == date(2020, 10, 30)


def test_a_missing_year_comes_from_the_reference():
    assert with_year("XXXX-12-29", date(2019, 1, 3)) == "2018-12-29"
    assert with_year("XXXX-01-05", date(2018, 12, 20), forward=True) == "2019-01-05"
    assert with_year("XXXX-02-29", date(2019, 3, 3)) == "2016-02-29"
    assert with_year("XXXX-02-29", date(2019, 3, 3), forward=True) == "2020-02-29"
    assert of_year(with_year("XXXX-02-29", date(2021, 1, 1), forward=True), 2021) is None
    assert with_year("XXXX-02-27/XXXX-02-29", date(2019, 3, 3)) == "2016-02-27/2016-02-29"


def test_numbers():
    assert [read_number(w) for w in ("72", "1,200", "seventy-two", "third", "24th", "many")] == [
        72,
        1200,
        72,
        3,
        24,
        None,
    ]


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_every_day_is_read_back(day):
    name = next(n for n, number in MONTHS.items() if number == day.month).capitalize()
    text = f"On {day.day} {name} {day.year} they met; {name} {day.day}, {day.year} it was."
    assert [m.edtf for m in find_dates(text)] == [day.isoformat()] * 2


@given(st.text(max_size=200))
def test_any_text_gives_ordered_mentions_inside_it(text):
    mentions = find_dates(text)
    assert all(0 <= m.start < m.end <= len(text) for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("november 18 of 2018", "2018-11-18"), ("on 13/10/98.", "1998-10-13"), ("on 3/12/07,", "2007-12-03")],
)
def test_days_as_translators_and_clerks_write_them(text, edtf):
    assert [found.edtf for found in find_dates(text)] == [edtf]


def test_a_week_of_a_month_is_not_that_of_the_report():
    assert all(found.kind != "week" for found in find_dates("in the last week of April"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They signed it on 3 May. The army left.", "3 May"),
        ("They signed it on 14 Sept. 1995.", "14 Sept. 1995"),
        ("They signed it on Nov. 3.", "Nov. 3"),
        ("They signed it on 3 June. The army left.", "3 June"),
    ],
)
def test_the_full_stop_of_a_sentence_is_no_part_of_the_day_that_ends_it(text, words):
    (day,) = find_dates(text)
    assert text[day.start : day.end] == words


@pytest.mark.parametrize(
    "words", ["the following day", "the same day", "the day before yesterday", "that day", "last night"]
)
def test_a_line_may_end_inside_words_of_time(words: str) -> None:
    found = [
        find_dates(f"It ended {text}, he said.")[0]
        for text in (words, words.replace(" ", "\n"), words.replace(" ", "  \n"))
    ]
    assert len({(m.offset_days, m.base) for m in found}) == 1


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Sitrep 21 – 7 June 2023", ["2023-06-07"]),
        ("Weekly brief 19 / 9 May 2022", ["2022-05-09"]),
        ("Digest 5 / 11 August 2020", ["2020-08-11"]),
        ("Sitrep 14 - 20 June 2021", ["2021-06-14/2021-06-20"]),
        ("in the night of 5/6 May 2020", ["2020-05-05"]),
        ("on 12 and 3 May 2020", ["2020-05-12"]),
    ],
)
def test_a_number_in_front_of_a_day_is_one_only_where_days_can_run_so(text, edtf):
    assert [m.edtf for m in find_dates(text)] == edtf


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("after the vote, and not a day earlier", False),
        ("not even two weeks later", False),
        ("never a day later", False),
        ("a day earlier", True),
        ("not until two days later", True),
    ],
)
def test_a_count_of_days_that_is_denied_tells_no_day(text, found):
    assert bool(find_dates(text)) is found


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Period: January-June 2022", "2022-01/2022-06"),
        ("from January to June 2022", "2022-01/2022-06"),
        ("between January and March 2019", "2019-01/2019-03"),
        ("in January and March 2019", "2019-03"),
        ("in December to March 2019", "2019-03"),
    ],
)
def test_months_from_one_to_another(text, edtf):
    assert find_dates(text)[-1].edtf == edtf
