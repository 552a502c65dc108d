"""Texts that bear no year, or of whose date only a part is known: what is not known is not made up."""

import re
from pathlib import Path

import pytest

import trucewatch
from tests.steps.reading_wholly import day_said, names
from trucewatch.core.dates import When, days_later, lacks_year
from trucewatch.core.model import Report
from trucewatch.exporters.terminal.wording import when_text

WIRE = """\
KHARTOUM, May 20 (Wire) - The army said on Thursday it had pulled back from the town of Kabkabiya, six weeks into a truce.

The rebels said on Wednesday that the army had broken the truce. On May 12 the army fired on a village, they said.
"""
# Nothing in it hangs on a day of the week.
COMMUNIQUE = """\
MOSCOW, July 20 (Agency) - Azerbaijan's defence ministry stated on July 18 that Armenian formations had shelled two villages.

The army of the other side called the report an invention yesterday. The ministry today accused it of breaking the truce.
"""


def read(folder: Path, text: str, published_on: str | None = None) -> Report:
    path = folder / "wire.txt"
    path.write_text(text, encoding="utf-8")
    return trucewatch.read_report(path, published_on=published_on)


def days(report: Report) -> list[str | None]:
    """The day of each claim: that it was said on, else that it tells of."""
    return [day_said(c) or (c.happened_on.edtf if isinstance(c.happened_on, When) else None) for c in report.claims]


def test_days_of_a_text_without_a_year_have_none(tmp_path):
    found = {day for day in days(read(tmp_path, COMMUNIQUE)) if day is not None}
    assert "XXXX-07-18" in found
    assert found <= {"XXXX-07-18", "XXXX-07-19", "XXXX-07-20"}


def test_a_day_of_the_week_is_no_day_where_the_year_is_not_known(tmp_path):
    report = read(tmp_path, WIRE)
    assert report.document.published_on.edtf == "XXXX-05-20"
    assert set(days(report)) <= {None, "XXXX-05-12"}
    assert "XXXX-05-12" in days(report)
    reasons = [c.said_on.reason for c in report.claims if not isinstance(c.said_on, When)]
    assert any('"Thursday"' in reason for reason in reasons)


@pytest.mark.parametrize("known", ["2004", "2004-05", "2004-05-20"])
def test_the_dateline_gives_the_rest_of_a_date_that_is_known_in_part(tmp_path, known):
    report = read(tmp_path, WIRE, known)
    assert report.document.published_on.edtf == "2004-05-20"
    said = {names(report)[c.speaker]: day_said(c) for c in report.claims if day_said(c)}
    assert said["army"] == "2004-05-20"
    assert said["rebels"] == "2004-05-19"


@pytest.mark.parametrize(("known", "day"), [("2003", "2003-05-12"), ("2004-07", "2004-05-12")])
def test_a_dateline_that_does_not_fit_what_is_known_is_left_alone(tmp_path, known, day):
    """20 May 2003 was a Tuesday. Which Thursday is meant nobody knows; the twelfth of May is named."""
    report = read(tmp_path, WIRE, known)
    assert report.document.published_on.edtf == known
    assert set(days(report)) == {None, day}


@pytest.mark.parametrize("known", ["2004-05", "2004", "2004-05-01/2004-05-20"])
def test_friday_has_no_day_in_a_text_that_bears_a_month(tmp_path, known):
    report = read(tmp_path, "The rebels said on Friday that the army had broken the truce.\n", known)
    assert days(report) == [None]


def test_friday_has_a_day_in_a_text_that_bears_a_week(tmp_path):
    report = read(tmp_path, "The rebels said on Friday that the army had broken the truce.\n", "2004-05-17/2004-05-23")
    assert days(report) == ["2004-05-21"]


@pytest.mark.parametrize("known", ["2004-05", "2004"])
def test_last_month_is_counted_from_a_month_and_not_from_a_year(tmp_path, known):
    report = read(tmp_path, "The rebels shelled Dhale last month in breach of the truce.\n", known)
    assert days(report) == ["2004-04" if known == "2004-05" else None]


def without_years(text: str) -> str:
    return re.sub(r"\b(?:19|20)\d\d\b", "", text)


@pytest.mark.parametrize("name", ["dev_12/darfur_2004_wire", "dev_12/karabakh_1994_wire", "dev/south_sudan_wire"])
def test_no_year_comes_out_of_a_text_without_one(tmp_path, name):
    gold = Path(__file__).parents[1] / "gold" / "reports"
    text = without_years((gold / f"{name}.txt").read_text(encoding="utf-8"))
    found = [day for day in days(read(tmp_path, text)) if day is not None]
    assert found
    assert all(day.replace("../", "").startswith("XXXX") for day in found), found


@pytest.mark.parametrize(
    ("edtf", "by", "day"),
    [
        ("XXXX-05-20", -1, "XXXX-05-19"),
        ("XXXX-01-01", -1, "XXXX-12-31"),
        ("XXXX-03-01", -1, None),
        ("XXXX-02-28", 1, None),
        ("XXXX-03-01", 0, "XXXX-03-01"),
        ("XXXX-02-29", 1, "XXXX-03-01"),
    ],
)
def test_the_day_before_of_an_unknown_year(edtf, by, day):
    assert days_later(edtf, by) == day


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("XXXX-05-20", "20 May, no year given"),
        ("XXXX-05", "May, no year given"),
        ("XXXX-05-03/XXXX-05-09", "3 May to 9 May, no year given"),
        ("2004-05-20", "20 May 2004"),
    ],
)
def test_what_people_are_shown(edtf, words):
    assert when_text(trucewatch.core.dates.when(edtf)).plain == words
    assert lacks_year(edtf) == words.endswith("given")


@pytest.mark.parametrize(("known", "day"), [("2004-05", None), ("2004-05-23", "2004-05-21")])
def test_friday_has_a_day_in_incidents_where_the_text_bears_one(tmp_path, known, day):
    report = read(tmp_path, "The army shelled the town of Dhale on Friday, killing two civilians.\n", known)
    (incident,) = report.incidents
    assert (incident.when.edtf if isinstance(incident.when, When) else None) == day
