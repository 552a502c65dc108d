"""The days of a report's lines: of a list of entries, of a chronology below its years, of a letterhead and of a foot."""

import pytest

from tests.steps.reading_wholly import day_said, read_wholly
from tests.steps.test_day_lines import dates_of, own
from trucewatch.core.dates import When
from trucewatch.core.model import Claim, Report


def day_done(claim: Claim) -> str | None:
    """The day on which something happened, in EDTF, or None."""
    return claim.happened_on.edtf if isinstance(claim.happened_on, When) else None


def said(report: Report) -> list[str | None]:
    return [day_said(claim) for claim in report.claims]


def done(report: Report) -> list[str | None]:
    return [day_done(claim) for claim in report.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Ref | Date | Place | Event\n1 | 3 May 2021 | Kilo | The army shelled the school.\n"
        "2 | 5 May 2021 | Dera | The Front attacked a convoy.",
        "INCIDENT LOG\n03 May 2021 0640 Kilo. The army shelled the school.\n"
        "05 May 2021 1120 Dera. The Front attacked a convoy.",
        "03.05.2021 – The army shelled the school.\n05.05.2021 – The Front attacked a convoy.",
        "03/05/2021 Kilo. The army shelled the school.\n05/05/2021 Dera. The Front attacked a convoy.",
        "Monday 3 May 2021 – The army shelled the school.\nWednesday 5 May – The Front attacked a convoy.",
        "Week of 2-8 May 2021\n\nMon 3 May – The army shelled the school.\n\nWed 5 May – The Front attacked a convoy.",
    ],
)
def test_each_line_of_a_list_has_its_own_day(text):
    assert done(read_wholly(text)) == ["2021-05-03", "2021-05-05"]


def test_an_entry_can_tell_what_came_of_it_later():
    report = read_wholly(
        "2018\n30 August – Government forces withdraw from Oru. The AU team verifies the withdrawal on 4 September.\n"
        "21 October – The Front suspends the talks."
    )
    assert said(report)[-2:] == ["2018-09-04", "2018-10-21"]


def test_the_head_of_a_page_above_a_list_is_no_entry():
    text = (
        "ANALYST NOTE\n27 October 2020 | 1800 GMT\n\nThe truce lasted less than an hour.\n\n"
        "* 25 Oct – The army announces a truce.\n* 26 Oct – Yerevan calls the claim a lie."
    )
    assert own(text) == "2020-10-27"


def test_what_is_supposed_in_a_statement_has_not_happened():
    report = read_wholly(
        "STATEMENT OF THE TIGERS\n2 November 2024\n\nIf they are still there on 10 November, we will resume our attacks."
    )
    assert (said(report), done(report)) == (["2024-11-02"], [None])


def test_words_in_an_entry_are_of_its_day():
    report = read_wholly(
        "Week of 20-26 May 2023\n\nTue 23 May – Lull in Mako. The army accused the RSF of violating the truce.\n\n"
        "Fri 26 May – Talks. The RSF denied violating the truce."
    )
    assert said(report) == ["2023-05-23", "2023-05-26"]


def test_an_entry_is_of_the_year_in_which_its_period_has_that_day():
    report = read_wholly(
        "Week of 28 December 2020 to 3 January 2021\n\nWed 30 December – The army accused the RSF of violating the truce.\n\n"
        "Sat 2 January – The RSF denied violating the truce."
    )
    assert said(report) == ["2020-12-30", "2021-01-02"]


def test_the_first_entry_of_a_list_dates_no_report():
    assert dates_of("3 May 2021 – The army shelled Kilo.\n5 May – The Front attacked Dera.").published is None
    # A single line that begins with a day may be all that dates a text.
    assert own("Kilo, 3 May 2021 – The army shelled the school.\n\nNobody was hurt, the mission said.") == "2021-05-03"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "2015\n11 January – The Government and the MLA sign the accord.\n2016\nFebruary – Fighting resumes near the lake.\n"
            "9 March – President Salim Adoyo suspends the talks.",
            ["2015-01-11", "2015-01-11", "2016-03-09"],
        ),
        ("2003\n21 April: The LTTE suspends its participation in the talks.", ["2003-04-21"]),
        (
            "2014\n17 November: President Santos suspends the talks.\n12 December: The FARC declares a unilateral ceasefire.",
            ["2014-11-17", "2014-12-12"],
        ),
        (
            "2015\n\n11 January – The Front suspends the talks.\n\n2016\n\nFighting goes on in the north.\n\n"
            "9 March – President Salim Adoyo suspends the talks.",
            ["2015-01-11", "2016-03-09"],
        ),
        # A number on a line of its own, and no entry below it.
        (
            "The rebels signed the truce on 4 May 2018.\n\n2019\n\nThe army promised on 5 June to respect it.",
            ["2018-05-04", "2018-06-05"],
        ),
    ],
)
def test_the_years_of_a_chronology_date_what_stands_below_them(text, days):
    assert said(read_wholly(text)) == days


BODY = (
    "The rebels violated the truce of 20 May. On 22 May they shelled Kara.\n\n"
    "We opened the corridor on 29 May, as we had promised.\n\nWe have kept to the agreement."
)


@pytest.mark.parametrize(
    "head",
    [
        "GOVERNMENT OF BEKA\nMINISTRY OF DEFENCE\nPress Office\n\nPRESS STATEMENT\nBeka City, 3 June 2023",
        "TIGERS OF LORA\nPolitical Bureau\nDirectorate of Information\nCommuniqué No. 12\nDor, 3 June 2023",
        "REPUBLIC OF BEKA\nOFFICE OF THE PRESIDENT\nPRESS UNIT\n\nPRESS RELEASE\nBeka, Saturday, 3 June 2023",
        "REPUBLIC OF BEKA\nMINISTRY OF DEFENCE\nGENERAL STAFF\nPress Office\nRef: 12/A\nDate: 3 June 2023\n\nSTATEMENT",
    ],
)
def test_a_letterhead_of_many_lines_hides_neither_the_statement_nor_its_day(head):
    report = read_wholly(f"{head}\n\n{BODY}")
    assert said(report) == ["2023-06-03"] * 4
    assert done(report)[1:3] == ["2023-05-22", "2023-05-29"]


def test_a_title_that_names_who_issues_a_statement_may_be_long():
    report = read_wholly(
        "Statement of the spokesman of the Islamic Front of Beka regarding the many violations of the Dor Agreement by the "
        "other side\n\n05 April 2020\n\nThe army raided villages, for instance in Oro, on 27 March and in Lel on 31 March. "
        "We have not attacked any base.\n\nThe army burned the mill. We ask the army to abide by the agreement."
    )
    assert set(said(report)) == {"2020-04-05"}


@pytest.mark.parametrize(
    "foot",
    [
        "From the mountains, 2 November 2024\n\nFor the National Directorate:\nComandante Violeta Ríos",
        "Given in the liberated territory, 2 November 2024\n\nFOR THE FRONT: Violeta Ríos",
        "Issued in Lel on 2 November 2024\n\nFor the Front: Colonel Ama Dor",
        "From the mountains of the Upper Valleys, 2 November 2024\n\nFor the Directorate:\nVioleta Ríos\nAníbal Suárez",
        "Issued in Lel on 2 November 2024",
    ],
)
def test_a_signature_below_the_day_at_the_foot_hides_it_from_nobody(foot):
    report = read_wholly(
        "COMMUNIQUÉ N° 7 OF THE PEOPLE'S FRONT\n\nOn 19 October the army burned four houses in Oro. "
        f"We handed over the first 40 minors on 25 October.\n\n{foot}"
    )
    assert said(report) == ["2024-11-02"] * 2
    assert done(report) == ["2024-10-19", "2024-10-25"]


def test_a_day_and_month_on_a_line_in_front_date_a_statement():
    report = read_wholly(
        "STATEMENT OF THE TIGERS\n\nDor, 3 June\n\nThe army shelled Lel on Monday. We have kept the truce."
    )
    assert said(report) == ["XXXX-06-03"] * 2
    assert done(report) == [None, None]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Weekly brief 19 / 9 May 2022", "2022-05-09"),
        ("Sitrep 21 – 7 May 2022", "2022-05-07"),
        ("Sitrep 5 / 11 May 2022", "2022-05-11"),
        ("Bulletin 14, 22 May 2022", "2022-05-22"),
    ],
)
def test_a_number_of_a_series_is_no_day(title, day):
    assert own(f"{title}\n\nThe mission said that the army had shelled Kesra.") == day


def test_a_limit_is_no_day_of_a_text():
    assert own("Decisions. The army to leave Mako by 3 May 2020. The Front to free 40 prisoners.") is None
