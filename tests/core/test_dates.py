"""Days and ranges: what is not known stays open, and months are not days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.dates import Duration, add_duration, edtf_range, when


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02-XX", date(2023, 2, 1), date(2023, 2, 28)),
        ("2025-XX", date(2025, 1, 1), date(2025, 12, 31)),
        ("2020-10-23", date(2020, 10, 23), date(2020, 10, 23)),
        ("2020-10-23T18:00", date(2020, 10, 23), date(2020, 10, 23)),
        ("2025-01?", date(2025, 1, 1), date(2025, 1, 31)),
        ("2025~", date(2025, 1, 1), date(2025, 12, 31)),
        ("2020-10/2020-11-05", date(2020, 10, 1), date(2020, 11, 5)),
        ("../2020-11-05", None, date(2020, 11, 5)),
        ("2020-10-23/..", date(2020, 10, 23), None),
        ("XXXX-01-05", None, None),
    ],
)
def test_an_expression_has_the_earliest_and_latest_day_it_can_mean(
    edtf: str, earliest: date | None, latest: date | None
) -> None:
    assert edtf_range(edtf) == (earliest, latest)


@pytest.mark.parametrize("edtf", ["", "soon", "2020-13-01", "2020-02-30", "23 October 2020", "20-10-2020"])
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - two sources: the grammar and the calendar
        edtf_range(edtf)


def test_a_when_knows_its_range_and_whether_sources_conflict() -> None:
    assert (when("2020-10").earliest, when("2020-10").latest) == (date(2020, 10, 1), date(2020, 10, 31))
    assert not when("2020-10").conflict
    assert when("2020-10-23", alternatives=("2020-10-24",)).conflict


@pytest.mark.parametrize(
    ("start", "duration", "end"),
    [
        (date(2020, 10, 23), Duration(3, "month"), date(2021, 1, 23)),
        (date(2020, 10, 23), Duration(90, "day"), date(2021, 1, 21)),
        (date(2020, 12, 15), Duration(1, "month"), date(2021, 1, 15)),
        (date(2020, 2, 1), Duration(28, "day"), date(2020, 2, 29)),
        (date(2021, 2, 1), Duration(28, "day"), date(2021, 3, 1)),
        (date(2020, 10, 23), Duration(2, "week"), date(2020, 11, 6)),
        (date(2020, 10, 23), Duration(1, "year"), date(2021, 10, 23)),
        (date(2020, 3, 28), Duration(1, "day"), date(2020, 3, 29)),  # clocks change in Europe that night
        (date(2020, 3, 28), Duration(24, "hour"), date(2020, 3, 29)),
    ],
)
def test_calendar_arithmetic(start: date, duration: Duration, end: date) -> None:
    assert add_duration(start, duration) == (end, end, None)


@pytest.mark.parametrize(
    ("start", "duration", "earliest", "latest"),
    [
        (date(2021, 1, 31), Duration(1, "month"), date(2021, 2, 28), date(2021, 3, 1)),
        (date(2020, 1, 31), Duration(1, "month"), date(2020, 2, 29), date(2020, 3, 1)),
        (date(2020, 2, 29), Duration(1, "year"), date(2021, 2, 28), date(2021, 3, 1)),
    ],
)
def test_a_day_that_the_month_lacks_keeps_both_readings(
    start: date, duration: Duration, earliest: date, latest: date
) -> None:
    low, high, note = add_duration(start, duration)
    assert (low, high) == (earliest, latest)
    assert note is not None
    assert "both readings are kept" in note


def test_a_part_of_a_day_may_end_on_either_of_two_days() -> None:
    assert add_duration(date(2020, 10, 23), Duration(36, "hour")) == (date(2020, 10, 24), date(2020, 10, 25), None)


def test_working_days_are_not_counted_without_a_calendar() -> None:
    with pytest.raises(ValueError, match="cannot count working days without a calendar of the place"):
        add_duration(date(2020, 10, 23), Duration(10, "working-day"))


def test_a_duration_reads_as_words() -> None:
    assert [str(d) for d in (Duration(1, "day"), Duration(72, "hour"), Duration(10, "working-day"))] == [
        "1 day",
        "72 hours",
        "10 working days",
    ]


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1))
UNITS = st.sampled_from(["hour", "day", "week", "month", "year"])


@given(DAYS, st.integers(0, 400), UNITS)
def test_the_earliest_day_is_never_after_the_latest(start: date, count: int, unit: str) -> None:
    low, high, _ = add_duration(start, Duration(count, unit))
    assert start <= low <= high
    assert (high - low).days <= 1


@given(DAYS, st.integers(0, 60), st.integers(0, 60))
def test_days_add_up_and_weeks_are_seven_of_them(start: date, first: int, second: int) -> None:
    half = add_duration(start, Duration(first, "day"))[0]
    assert add_duration(half, Duration(second, "day")) == add_duration(start, Duration(first + second, "day"))
    assert add_duration(start, Duration(first, "week")) == add_duration(start, Duration(7 * first, "day"))


@given(DAYS)
def test_a_day_is_its_own_range(day: date) -> None:
    assert edtf_range(day.isoformat()) == (day, day)
    low, high = edtf_range(day.isoformat()[:7])
    assert low is not None
    assert high is not None
    assert low <= day <= high
