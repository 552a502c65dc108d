"""Where a text names the day that it bears itself: in a line, in a sentence, between brackets, in front of an entry."""

import time

import pytest

from trucewatch.core.date_words import find_dates
from trucewatch.core.model import Block, Document
from trucewatch.core.repairs import find_repairs
from trucewatch.steps.claims.day_lines import stands_alone
from trucewatch.steps.claims.passages import stretches
from trucewatch.steps.claims.report_dates import ReportDates

SAYS = "The minister said on Monday that the truce did not cover the port."
PROSE = "The deal that the two armies made has few articles and many readers. Nobody wrote a map, and nobody asked for one. "
PROSE += "Those who signed it went home by different roads, and it has been read in two ways since the morning after."


def dates_of(text: str) -> ReportDates:
    """The dates of a text whose paragraphs are parted by empty lines."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block(at, at + len(paragraph)))
        at += len(paragraph) + 2
    document = Document("report.txt", "0" * 64, text, text, find_repairs(text), tuple(blocks), "en")
    return ReportDates(document, stretches(document))


def own(text: str) -> str | None:
    """The day that a text bears."""
    published = dates_of(text).published
    return published.edtf if published is not None else None


@pytest.mark.parametrize(
    "opening",
    [
        f"Lina M. @linam_reports\nGoma, 6 September 2024. {PROSE}",
        f"Lina M. @linam_reports · 6 September 2024\n1/ {PROSE}",
        f"Yemen update, 6 September 2024. {PROSE}",
        "Centre for the Lakes, Policy Brief 2, 6 September 2024",
        "Ahvaz, 16 Shahrivar 1403 (6 September 2024), News Unit: The deal has few articles and many readers.",
        "(Voice of the Valley, clandestine, in Tajik, 1400 GMT 6 Sep 24; text of the report as it was monitored that night)",
        f"{PROSE} This note, completed on 6 September 2024, sets out who has read what into it.",
        f"{PROSE} {PROSE} The record, as of 6 September 2024, is short.",
        f"{PROSE} A few notes for those who ask. (6 September 2024)",
    ],
)
def test_a_text_is_dated_where_it_says_so_itself(opening):
    assert own(f"{opening}\n\n{SAYS}") == "2024-09-06"


@pytest.mark.parametrize(
    "closing",
    [
        "Done at Goma, 6 September 2024, in two languages.\n\nREACTIONS\n\nNobody was at home.\n\nIt rained.\n\nIt snowed.",
        "Centre for the Lakes, Peace Note 2, 6 September 2024. Translated from the French original by the staff.",
    ],
)
def test_a_text_is_dated_by_its_last_words(closing):
    assert own("\n\n".join([PROSE, SAYS, PROSE, SAYS, closing])) == "2024-09-06"


@pytest.mark.parametrize(
    "opening",
    [
        # Not the title's agreement, not the day that was set, not the day of what a radio told.
        "MONITORING GROUP ESTABLISHED UNDER THE UNDERSTANDING OF 6 SEPTEMBER 2024",
        "On 3 June 2024 they signed. The text gives the commission until 6 September to meet; this is its main flaw.",
        "Nobody in the June of 2024 believed it. The front's radio announced on 6 September that all had been disarmed.",
    ],
)
def test_other_days_are_not_its_own(opening):
    assert own(f"{opening}\n\n{SAYS}") is None


def test_a_note_behind_the_front_is_no_title():
    note = "² Counted from 1 September. I make it 14 January 2025."
    assert own(f"{PROSE} {PROSE} {PROSE}\n\n{note}\n\n{SAYS}\n\nGoma, 6 September 2024") == "2024-09-06"


@pytest.mark.parametrize(("dateline", "day"), [("GOMA, Sept 6", "2024-09-06"), ("GOMA, Sept 7", "XXXX-09-07")])
def test_a_dateline_has_no_year_that_the_weekday_of_its_lead_excludes(dateline, day):
    lead = f"{dateline} (Wire) - The army said on Friday that the rebels had violated the truce signed on 2 May 2024."
    assert own(f"{lead}\n\n{SAYS}") == day


def test_days_of_the_month_in_front_of_entries_go_on_from_the_entry_before():
    text = (
        "Peace Watch, posts of the week\n\nSunday 30 June 2024\nShells fell.\n\nTuesday 2\nRain.\n\nWednesday 4\nSun."
    )
    dates = dates_of(text)
    assert [dates.entry_at(text.index(words)) for words in ("Sun.",)] == [None]
    assert [dates.entry_at(text.index(words)).edtf for words in ("Shells", "Rain")] == ["2024-06-30", "2024-07-02"]


def test_posts_on_a_noticeboard_have_the_day_behind_their_writer():
    text = (
        "NOTICEBOARD, week of the 20 July 2021\n\nSgt Wandia, Police Tari, Wed 21 July:\nPolice attended.\n\n"
        "Pastor Ekopia:\nGod bless the Governor."
    )
    dates = dates_of(text)
    assert dates.entry_at(text.index("Police attended")).edtf == "2021-07-21"
    assert dates.day_at(text.index("God bless")).edtf == "2021-07-21"


def test_no_day_of_a_story_is_put_into_a_year_that_its_dateline_excludes():
    lead = (
        "GOMA, Sept 7 (Wire) - The army said on Friday that the rebels, at war since 2 May 2024, had fired on 3 August."
    )
    dates = dates_of(lead)
    assert [d.when.edtf for d in dates.dated(0, len(lead))] == ["XXXX-09-07", "2024-05-02", "XXXX-08-03"]


def test_a_story_without_a_day_goes_on_in_the_year_it_has_come_to():
    text = "On 16 February 1996 both signed what the law of 11 March 1995 had asked for. On 30 August observers came."
    dates = dates_of(text)
    assert [d.when.edtf for d in dates.dated(0, len(text))] == ["1996-02-16", "1995-03-11", "1996-08-30"]


def test_any_weekday_of_the_lead_can_be_the_dateline_s():
    lead = "GOMA, Sept 6 (Wire) - Rebels will meet the army on Monday, the mission said on Friday. The truce of 2 May 2024 held."
    assert own(f"{lead}\n\n{SAYS}") == "2024-09-06"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Signed in Lusaka on 10 July 1999, the accord was never kept by either of the armies.",
        "In this letter, dated 3 May 2010, the general promised to leave.",
    ],
)
def test_the_day_of_another_paper_is_not_the_texts_own(paragraph):
    assert own(f"{PROSE}\n\n{paragraph}\n\n{SAYS}") is None


@pytest.mark.parametrize("run", ["A-" * 29 + "! x", "A." * 40 + "-" * 40, "Goma/" * 30 + "x"])
def test_a_run_of_capitals_is_passed_over_at_once(run):
    started = time.process_time()
    own(f"BRIEF\nGoma, 6 September 2024\n\n{run}\n\n{run} 3 May 2024 x\n\n{SAYS}")
    assert time.process_time() - started < 2


def test_a_rule_of_dashes_is_passed_over_at_once():
    text = "-" * 260 + "x 4 May 2020"
    started = time.process_time()
    assert not stands_alone(text, 0, len(text), find_dates(text))
    assert time.process_time() - started < 1
