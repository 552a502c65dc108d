"""The days that a report itself bears, and what they date."""

import pytest

from tests.steps.reading_reports import read, said
from trucewatch.core.dates import when
from trucewatch.core.model import Missing
from trucewatch.core.told_dates import find_told_dates
from trucewatch.steps.claims import date_choice
from trucewatch.steps.claims.date_wording import as_agreed
from trucewatch.steps.claims.own_dates import is_ahead
from trucewatch.steps.claims.report_dates import Dated

HEAD = "BRIEFING NOTE 41\nGoma, 6 September 2024\n\n"


@pytest.fixture(autouse=True)
def by_rules_alone(monkeypatch):
    """What the rules say is tested here; that learned facts may overrule them, in `test_date_choice`."""
    monkeypatch.setattr(date_choice, "date_weights", dict)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("yesterday", "2024-09-05"),
        ("last night", "2024-09-05"),
        ("this morning", "2024-09-06"),
        ("the day before yesterday", "2024-09-04"),
        ("on Monday", "2024-09-02"),
        ("two days ago", "2024-09-04"),
        ("last week", "2024-08-26/2024-09-01"),
        ("earlier this week", "2024-09-02/2024-09-06"),
    ],
)
def test_days_count_from_the_date_in_the_title(words, day):
    assert said(read(f"{HEAD}The minister said {words} that the truce did not cover the port.")) == [day]


def test_entries_of_a_live_page_have_its_day():
    report = read(
        "LIVE: the southern truce\nBeirut, 20 November 2024\n\n09:15 The army said the rebels had violated the truce.\n"
        "09:40 The rebels denied this.\n10:05 The minister said the truce did not cover the port."
    )
    assert said(report) == ["2024-11-20"] * 3
    assert all(":" not in a.name.exact for a in report.actors)


def test_a_second_text_in_the_file_has_its_own_day():
    report = read(
        "STATEMENT OF THE FRONT\nGoma, 6 September 2024\n\nThe Front accuses the army of having violated the truce.\n\n"
        "ANSWER OF THE GOVERNMENT\nKinshasa, 9 September 2024\n\nThe Government denies that the army violated the truce."
    )
    assert said(report) == ["2024-09-06", "2024-09-09"]


def test_entries_with_a_day_each_are_dated_by_it():
    report = read(
        "Chronology of the truce\n2024\n\n3 May 2024: The army said the rebels had violated the truce.\n\n"
        "5 May 2024: The rebels denied this."
    )
    assert said(report) == ["2024-05-03", "2024-05-05"]


def test_a_statement_dated_at_its_end():
    report = read(
        "Communiqué of the Front\n\nThe Front accuses the army of having violated the truce.\n\nDone at Goma on 3 May 2024"
    )
    assert report.document.published_on is not None
    assert report.document.published_on.edtf == "2024-05-03"


def test_the_events_of_a_daily_report_have_the_day_of_its_title():
    report = read(
        "Daily report, 14 December 1998 (events of 13 December)\n\n"
        "The mission found no violation of the ceasefire near Dulje."
    )
    assert said(report) == ["1998-12-13"]


def test_a_speaker_opens_a_bulletin_with_its_day():
    report = read(
        "This is Radio Volta, the news at six, Tuesday the fourteenth of March, 1995. The headlines: shots at the border.\n\n"
        "The minister said last night that the truce did not cover the port."
    )
    assert said(report) == ["1995-03-13"]


def test_a_dateline_inside_a_communique_dates_what_follows():
    report = read(
        "Monitor Mission\nCommuniqué No. 2, Zagreb, 17 July 1991\n\nThe Mission calls upon the army to leave the crossing.\n\n"
        "Ljubljana, 18 July. The minister told journalists on Thursday that the barricades would disappear."
    )
    assert said(report) == ["1991-07-17", "1991-07-18"]


def test_undated_words_in_a_daily_report_have_its_day():
    report = read(
        "DAILY REPORT No. 9\nObserver Team, Osh, 24 June 2010\n\nAn elder told the Team that his community had removed its barricades."
    )
    assert said(report) == ["2010-06-24"]


def test_a_bulletin_dated_by_its_last_line():
    report = read(
        "The minister said yesterday that the truce did not cover the port.\n\nBroadcast in English at 1800, 3 January 1980"
    )
    assert said(report) == ["1980-01-02"]


def test_a_long_first_line_that_names_a_briefing_and_ends_in_its_day_dates_what_is_said_there():
    report = read(
        "Transcript. Press conference of the Front for Change and Concord of the Northern Provinces (FCN), Doha, Tuesday 16 August"
        " 2022, 11 a.m.\n\nMODERATOR: Please give your name and your paper.\n\n"
        "AMADOU KOSSO (spokesman): The truce does not cover the port.\n\n"
        "QUESTION: The minister said on Sunday that your men had violated the truce.\n\n"
        "KOSSO: The minister has invented it. We did not violate the truce."
    )
    assert said(report)[:2] == ["2022-08-16", "2022-08-14"]
    assert set(said(report)[2:]) == {"2022-08-16"}


def test_a_story_without_a_date_goes_on_in_the_year_of_the_last_full_date():
    report = read(
        "The mortar pits above Kler Lah have grass in them now; nobody has planted the field below since 2006.\n\n"
        "On 12 January 2012 the delegates signed a ceasefire.\n\n"
        "The minister said on 3 May that the truce did not cover the port."
    )
    assert said(report)[-1] == "2012-05-03"


def test_answers_below_a_dated_post_have_its_day():
    report = read(
        "@KhartoumBrief · 14 March 2021, 09:12\nThread on the Juba agreement.\n\n"
        "@RSF_press · 10:05\nThe RSF did not violate the ceasefire.\n\n"
        "@JEM_official · 12:30\nWe did not violate the ceasefire.\n\n"
        "@KhartoumBrief · 15 March 2021, 08:30\nUpdate. The army said it had withdrawn.\n\n"
        "@RSF_press · 09:02\nWe did not violate the ceasefire.\n"
    )
    assert (said(report)[0], said(report)[-1]) == ("2021-03-14", "2021-03-15")


@pytest.mark.parametrize(
    "front",
    [
        "A Border Truce and Its Readers. Goma/Brussels, 6 September 2024. ",
        "LIVE: the southern truce under strain, hour by hour. Friday 6 September 2024. All times local. ",
        "OBSERVER MISSION IN THE SOUTH (OMS). Quarterly report on the carrying out of the agreement to the Permanent "
        "Council, Goma, 6 September 2024\n\n",
    ],
)
def test_a_day_behind_a_title_is_that_of_the_report(front):
    report = read(f"{front}The minister said on Monday that the truce did not cover the port.")
    assert said(report)[-1] == "2024-09-02"


def test_a_day_of_prose_is_not_that_of_the_report():
    report = read(
        "The accord was signed in Goma, 6 September 2024. The minister said last night that it did not cover the port."
    )
    assert said(report)[-1] != "2024-09-05"


def test_a_dateline_without_a_year_has_the_one_in_which_its_weekday_fits():
    report = read(
        "NAIROBI, Jan 10 (Wire) - The army said on Friday that the rebels had violated the truce of 17 December 1985."
    )
    assert said(report) == ["1986-01-10"]


def test_a_bulletin_that_opens_with_its_day_bears_it():
    report = read(
        "Good evening from Bissau. It is Saturday the twenty-first of November 1998, and here is the news.\n\n"
        "The minister said this morning that the rebels had violated the truce."
    )
    assert said(report) == ["1998-11-21"]


def test_an_update_of_a_later_day_has_that_day():
    report = read(
        "Notes on the truce\nGoma, 13 January 2024\n\n1/ The army said that the rebels had violated the truce.\n\n"
        "2/ UPDATE Sun 14 Jan, 7:40 pm. The rebels said that the army had violated the truce.\n\n"
        "3/ UPDATE Mon 15 Jan, 9 am. The army denied that it had violated the truce."
    )
    assert said(report)[-2:] == ["2024-01-14", "2024-01-15"]


def test_a_dateline_can_end_in_a_colon():
    report = read(
        "Truce shaken\n\nFrom our correspondent\n\nIMPHAL, June 20, 2001: The minister said on Tuesday that the truce "
        "would run until July 31 next year."
    )
    assert said(report) == ["2001-06-19"]


def test_a_transcript_is_a_statement_whatever_its_title_says():
    report = read(
        "The Front and the mediator meet reporters in the garrison town on the river after the session of the joint committee\n"
        "Goma, 6 September 2024\n\n"
        "COLONEL MBALE: Good morning. We have withdrawn our men from the camp.\n\n"
        "QUESTION (Radio): Did your men attack the convoy?\n\n"
        "COLONEL MBALE: We did not attack the convoy.\n\n"
        "AMBASSADOR DIOP: The truce does not cover the port.\n"
    )
    assert set(said(report)) == {"2024-09-06"}


def test_a_year_taken_from_elsewhere_in_the_text_is_computed():
    told = "The army said it had left the camp. The accord was signed on 3 March 2009."
    with_year, without = (
        read(f"KHARTOUM, Nov 2{year} (Wire) - {told}").document.published_on for year in (", 2009", "")
    )
    assert (with_year.edtf, with_year.computed) == ("2009-11-02", False)
    assert (without.edtf, without.computed) == ("2009-11-02", True)


def test_a_summary_of_meetings_dates_what_was_said_at_them():
    report = read(
        "MONITORING GROUP UNDER THE UNDERSTANDING OF 26 APRIL 1996\n"
        "Summary of the meetings held at Naqoura from 23 to 27 September 1996\n\n"
        "The delegate of Lebanon denied that rockets had been launched from the village."
    )
    assert said(report) == ["1996-09-23/1996-09-27"]


@pytest.mark.parametrize(
    "opening",
    [
        "On 24 August the Commission considered the progress of disarmament.",
        "The Head of Mission received the chairmen of both committees on 24 August.",
    ],
)
def test_a_statement_that_opens_with_what_was_considered_tells_of_that_sitting(opening):
    report = read(f"COMMUNIQUE\nGrozny, 25 August 1995\n\n{opening}\n\nColonel Maigov denied that his men had fired.")
    assert said(report)[-1] == "1995-08-24"


@pytest.mark.parametrize(
    ("footer", "day"),
    [
        ("© 2019 River Observer. First published 14 March 2019 18:40; updated 16 March 2019.", "2019-03-14"),
        ("River Observer · Posted on Thursday, 14 March 2019", "2019-03-14"),
        ("This article was last updated on 16 March 2019.", "2019-03-16"),
        ("https://riverobserver.example/2019/03/14/bridge-closed", "2019-03-14"),
        # What else a last line may hold is no day of the text.
        ("The rebels published a list on 14 March 2019.", None),
        ("See also https://riverobserver.example/2019/03/14/bridge-closed", None),
    ],
)
def test_a_page_bears_its_day_at_its_foot(footer, day):
    text = "Rebels close the bridge\n\nBy Ana Kos\n\nThe army said on Monday that the rebels had violated the truce. The rebels denied it, and nobody crossed.\n\nThe bridge stayed shut.\n\n"
    published = read(text + footer).document.published_on
    assert (published.edtf if published else None) == day


def test_a_weekday_is_not_that_of_a_limit():
    # 15 March 2021 is a Monday, but nothing says that it is this one.
    assert said(read("The road must open by 15 March 2021. The rebels said on Monday that the army had fired.")) == [
        None
    ]
    assert said(read("The road opened on 15 March 2021. The rebels said on Monday that the army had fired.")) == [
        "2021-03-15"
    ]


def test_a_time_that_nothing_dates_is_told_as_that():
    report = read("The rebels said on Tuesday that the army had violated the truce. The army denied it.")
    assert [claim.said_on for claim in report.claims] == [
        Missing('not dated: the text has no day from which to read "Tuesday"'),
        Missing("not stated"),
    ]


def test_a_letter_has_the_day_that_its_title_names():
    letter = "Letter dated 18 June 2019 from the Coordinator of the Panel of Experts on the Valley addressed to the Chair of the Committee on Arms\n\nThe Panel found that the rebels had violated the truce."
    published = read(letter).document.published_on
    assert published is not None
    assert published.edtf == "2019-06-18"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        # a clause from which the sentence counts its own day
        (
            "The army shelled the town on Saturday, a day after the rebels threatened to end the truce.",
            {"2007-01-20", "2007-01-19"},
        ),
        # what holds so far was not said at the last meeting
        (
            "At their last meeting, on 9 January, they agreed to free prisoners. Nobody has been freed so far, a mediator said.",
            {"2007-01-09", None},
        ),
        # who came then did not say it then
        ("The observers, who arrived on 9 January, said they had not yet found any mines.", {None}),
        # a day in brackets comes behind that of the sentence
        (
            "The mission (we spoke to it on Monday) recorded two shootings between 2 and 5 January.",
            {"2007-01-02/2007-01-05"},
        ),
        # a part of a month is no week of now
        ("The rebels denied that they had fired in the last week of April.", {None}),
    ],
)
def test_which_of_the_days_of_a_sentence_is_that_of_a_claim(words, days):
    report = read(f"Luanda, 22 January 2007\n\n{words}")
    found = [
        c.happened_on if isinstance(c.said_on, Missing) and c.axis == "conduct" else c.said_on for c in report.claims
    ]
    assert {None if isinstance(day, Missing) else day.edtf for day in found} == days


def test_entries_of_a_chronology_are_of_the_year_above_them():
    report = read(
        "The truce: a chronology\n\n2017\n14 March: The first shots are heard.\nEarly May: The government says "
        "that the ceasefire does not cover the port.\n\n2018\n2 January: The Front accuses the army of violating the ceasefire."
    )
    assert said(report) == ["2017-05-01/2017-05-10", "2018-01-02"]
    assert report.document.published_on is None
    assert all(c.said_on.computed for c in report.claims)


def test_what_stands_behind_a_chronology_has_none_of_its_years():
    report = read(
        "Geneva, 5 March 2011\n\n2003\n3 May: The first shots are heard.\n\n2004\n4 June: The Front accuses the army of violating the ceasefire.\n\n"
        "Conclusions\n\nThe Front accused the army on 7 August of violating the ceasefire."
    )
    assert [day if day is None else day[:4] for day in said(report)] == ["2004", "2010"]


def test_a_year_on_a_cover_is_no_year_of_entries():
    report = read(
        "BRIEF\n2021\nThe truce in the valley\n\nThe rebels said on 3 May that the army had violated the truce."
    )
    assert all(isinstance(c.said_on, Missing) or c.said_on.computed for c in report.claims)


@pytest.mark.parametrize(
    ("words", "beside"),
    [
        ("They will leave by Friday, as agreed on 5 January", True),
        ("As the parties agreed in Goma on 5 January", True),
        ("They agreed on 5 January", False),
        ("He spoke as minister. He left on 5 January", False),
    ],
)
def test_when_something_had_been_agreed_is_beside_the_matter(words, beside):
    (mention,) = [m for m in find_told_dates(words) if m.kind == "day"]
    day = when("2007-01-05")
    assert as_agreed(words, Dated(mention, day, bound=False, until=False)) == beside


def test_a_day_counted_from_another_points_to_both():
    report = read(
        "Luanda, 22 January 2007\n\nThe army shelled the town on Saturday, two days after the rebels threatened to end the truce."
    )
    days = [c.said_on for c in report.claims if c.stance != "BREACH" and not isinstance(c.said_on, Missing)]
    assert [(day.edtf, [span.exact for span in day.spans]) for day in days] == [
        ("2007-01-18", ["Saturday", "two days after"])
    ]


@pytest.mark.parametrize(
    ("words", "ahead"),
    [
        ("Forty prisoners would be released on ", True),
        ("The army will leave by ", True),
        ("He would go, he said on ", False),
        ("The prisoners were released on ", False),
    ],
)
def test_a_day_on_which_something_is_to_be_done_is_the_next_one(words, ahead):
    assert is_ahead(f"{words}Friday.", len(words)) is ahead


def _borne(text: str) -> str | None:
    own = read(text).document.published_on
    return own.edtf if own else None


@pytest.mark.parametrize(
    "line",
    [
        "Following the recommitment to the ceasefire on 29 December 2018, during the\nNew Year festivities, few shots fell.",
        "The total since the signing of the accord on 22 February 2002 amounts to\n130 violations.",
    ],
)
def test_a_day_that_is_counted_from_is_not_the_reports(line):
    assert _borne(f"FACTS MATTER\n\n{line}\n") is None


def test_the_month_of_a_title_is_not_that_of_the_figures_below():
    text = "The mission's monthly figures, November 2020\n\nCeasefire violations: 1,204 (October 2020: 966)\n"
    assert _borne(text) == "2020-11"


def test_labels_of_rulings_are_no_sitting_on_the_day_that_they_count_from():
    text = (
        "MONITORING MISSION\nRulings for March 2005\n\nComplaints received: 96. The total since the signing of the "
        "accord on 22 February 2002 amounts to 130 violations.\n\nTrinco: On 4 March cadres abducted a boy.\n"
        "Batti: On 11 March soldiers beat a man.\nJaffna: On 17 March a grenade was thrown.\nMannar: On 23 March "
        "fishermen were beaten.\n"
    )
    assert _borne(text) == "2005-03"


@pytest.mark.parametrize(
    ("sentence", "borne"),
    [
        ("Fighters abducted two traders near Vesk on 9 July; they were released on 12 July.", "2019-07"),
        ("This note was released on 12 August.", "2019-08-12"),
        ("July 2019 (issued on 12 August)", "2019-08-12"),
    ],
)
def test_the_day_on_which_people_were_released_is_not_the_papers(sentence, borne):
    text = f"Ceasefire office, note for July 2019\n\nIn July the office carried out 61 inspections in all of its sectors. {sentence}"
    assert _borne(text) == borne
