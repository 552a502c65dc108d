"""The days and places of the agreements that a report speaks of."""

import pytest

from tests.steps.reading_reports import read
from trucewatch.core.model import Report


def told(report: Report) -> tuple[str, str | None, str | None]:
    """Name, day and place of the first agreement."""
    first = report.agreements[0]
    return first.name.exact, first.date.edtf if first.date else None, first.place.exact if first.place else None


@pytest.mark.parametrize(
    ("text", "day", "place"),
    [
        ("The Lusaka Protocol, signed in Lusaka on 20 November 1994, forbids it.", "1994-11-20", "Lusaka"),
        ("The Political Agreement for Peace (signed Bangui, 6 February 2019) forbids it.", "2019-02-06", "Bangui"),
        (
            "The Political Agreement, initialled in Khartoum and signed in Bangui on 6 May 2019, holds.",
            "2019-05-06",
            "Bangui",
        ),
        ("The Havana agreement (9 June 2023) ordered it.", "2023-06-09", None),
        ("The Moscow Agreement of 14 May 1994 forbids it.", "1994-05-14", None),
        ("The truce, reached at Rimbo, near Stockholm, on 13 December 2018, forbids it.", "2018-12-13", "Rimbo"),
        ("The truce between the army and the front, agreed on 3 May 2016, forbids it.", "2016-05-03", None),
        ("The Townsville Agreement was negotiated on a base and signed there on 15 October 2000.", "2000-10-15", None),
        ("The truce that both leaders put their signatures to on 24 August 2014 forbids it.", "2014-08-24", None),
        (
            "On 2 November 2022 both concluded the Cessation of Hostilities Agreement (CoHA) in Pretoria.",
            "2022-11-02",
            "Pretoria",
        ),
        ("The ceasefire has been in force since midnight on 29 August 2016.", "2016-08-29", None),
        (
            "It is the Agreement on the City of Hodeidah and the Ports of Hodeidah, Salif and Ra's Issa, reached in "
            "Stockholm on 13 December 2018.",
            "2018-12-13",
            "Stockholm",
        ),
    ],
)
def test_a_day_and_a_place_beside_the_name_are_those_of_the_signing(text, day, place):
    assert told(read(text))[1:] == (day, place)


@pytest.mark.parametrize(
    "text",
    [
        "The Good Friday Agreement forbids it, the mayor said in Derry, 3 May 2000.",
        "The Good Friday Agreement holds. The cessation of 1997 was kept.",
        "The Lincoln Agreement holds. The ceasefire took effect on 30 April 1998.",
        "The army said on 3 May 2016 that it would keep the truce.",
        "The front broke the truce on 3 May 2016.",
    ],
    ids=[
        "weekday in the name",
        "another one's year",
        "when a ceasefire began",
        "when it was said",
        "when it was broken",
    ],
)
def test_a_day_of_something_else_is_not_that_of_the_signing(text):
    assert told(read(text))[1] is None


def test_the_day_of_its_own_name_comes_before_that_of_another():
    report = read(
        "The Darfur Peace Agreement, signed in Abuja on 5 May 2006, holds. So does the N'Djamena ceasefire of April 2004."
    )
    assert told(report) == ("Darfur Peace Agreement", "2006-05-05", "Abuja")


def test_a_day_comes_before_its_year():
    report = read("The 2006 agreement holds, he said. The agreement was signed on 7 September 2006.")
    assert told(report)[1] == "2006-09-07"


def test_an_agreement_is_no_place():
    report = read("On 30 April 1998 they signed the Implementation Arrangement in the spirit of the Lincoln Agreement.")
    assert told(report)[2] is None


def test_whose_monitors_they_are_is_no_part_of_a_ceasefires_name():
    report = read(
        "The Geneva ceasefire of 23 October 2020 holds. The UNSMIL ceasefire monitoring component saw no breach."
    )
    assert told(report) == ("Geneva ceasefire", "2020-10-23", None)
