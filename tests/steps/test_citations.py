"""The sources a report names, also where footnotes were flattened into the body."""

import pytest

from tests.steps.reading_reports import read, said
from trucewatch.core.dates import When


@pytest.mark.parametrize(
    ("note", "kind", "date"),
    [
        ("See tweet by the army's media office, @ArmyMedia, 1:57 p.m., October 24, 2020.", "post", "2020-10-24"),
        ("Group telephone interviews, Adwa politicians, 23-27 October 2020.", "interview", "2020-10-23/2020-10-27"),
        (
            "For the background, see Group Africa Report No. 257, Rivers of Dust, April 30, 2020.",
            "report",
            "2020-04-30",
        ),
        ("Statement by the Front, 3 May 2021.", "statement", "2021-05-03"),
    ],
)
def test_a_citation_is_a_source_and_no_claim(note, kind, date):
    report = read(f"The army said the rebels had violated the truce. [fn] {note}")
    (source,) = report.sources
    assert source.date is not None
    assert (source.kind, source.date.edtf) == (kind, date)
    assert len(report.claims) == 1


def test_a_report_has_its_number_title_and_publisher():
    (source,) = read("See Group Africa Report No. 257, Rivers of Dust, April 30, 2020.").sources
    assert source.number is not None
    assert source.title is not None
    assert (source.number.exact, source.title.exact) == ("257", "Rivers of Dust")


def test_a_post_has_its_handle():
    (source,) = read("The army paraded tanks.[1]\n[1] See tweet by the army, @ArmyMedia, 24 October 2020.").sources
    assert source.handle is not None
    assert source.handle.exact == "@ArmyMedia"


def test_numbered_notes_at_the_end_are_sources():
    report = read(
        "The army said the rebels had violated the truce.[1] The rebels denied this.[2]\n"
        "[1] Interview with an army officer, Adwa, 3 May 2021.\n[2] Statement by the Front, 4 May 2021."
    )
    assert [s.kind for s in report.sources] == ["interview", "statement"]
    assert report.sources[0].anonymous


def test_an_ordinary_sentence_that_begins_with_see_or_for_is_no_citation():
    assert read("For the villagers, the truce meant that they could see their fields again.").sources == ()


def test_numbered_notes_in_a_row_belong_each_to_its_mark():
    report = read(
        "An elder told us that the army had left the town.1 A diplomat says that the rebels violated the truce.2\n\n"
        "1 Interview, Goma, 14 June 2019. 2 Telephone interview, 30 July 2019."
    )
    assert [s.date.edtf for s in report.sources if s.date] == ["2019-06-14", "2019-07-30"]
    assert [c.said_on.edtf for c in report.claims if isinstance(c.said_on, When)] == ["2019-06-14", "2019-07-30"]


def test_a_note_with_a_source_and_a_day_for_each_speaker_is_several_sources():
    report = read(
        "The minister Albert Ossebi accused the rebels of violating the truce; Bitsindou denied that his men had fired. "
        "[fn] Ossebi, press conference, 7 December 1999; Bitsindou, interview, 8 December 1999."
    )
    assert [s.date.edtf for s in report.sources if s.date] == ["1999-12-07", "1999-12-08"]
    assert report.claims[0].said_on.edtf == "1999-12-07"


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("[Note 7: Confidential interviews, Goma, 23 September 1999.]", "1999-09-23"),
        (
            "[1] The army denied it.[2]\n\nNotes: 1. Interview, Goma, 20 July 2022. 2. Interview, Riyadh, 6 October 2022.",
            "2022-07-20",
        ),
        # What a note goes on to tell is no day of its source.
        ("[1]\n\n[1] Interview, Goma, 5 June 2019. Parliament began its session on 3 June.", "2019-06-05"),
        # The number of a report is no day.
        ("[1]\n\n[1] Mission Report 2018/05, 16 January 2018.", "2018-01-16"),
    ],
)
def test_ways_to_set_a_note(note, day):
    assert said(read(f"Two officers said in private that the army would leave the town. {note}"))[0] == day


def test_an_interview_stands_behind_what_was_told_in_private_and_no_silence():
    report = read(
        "BRIEFING NOTE 41\nGoma, 14 June 2006\n\nTwo officials say that the minister agreed in private to leave the town. The minister has said nothing in public. "
        "Group interviews, Goma, officials, 22-24 May 2006."
    )
    assert said(report) == ["2006-05-22/2006-05-24", "2006-06-14"]


def test_several_interviews_stand_behind_all_who_told_something_in_private():
    report = read(
        "Three officers say that the general promised in private to leave the town. A minister claims that the president "
        "agreed to it behind closed doors. Group telephone interviews, 5-8 May 2020."
    )
    assert said(report) == ["2020-05-05/2020-05-08"] * 2


def test_numbers_in_brackets_are_marks_where_a_row_of_notes_ends_the_text():
    report = read(
        "BRIEFING NOTE\nGoma, 6 September 2024\n\nThe rebels said the army had violated the truce.(1) The army denied it. (2)\n\n"
        "(1) Front statement, 30 August 2024. (2) Press conference, Camp Aguinaldo, 1 September."
    )
    assert said(report) == ["2024-08-30", "2024-09-01"]
    # Without notes at its end a text has no marks in brackets.
    assert said(read("The rebels said the army had violated the truce.(1) The army denied it. (2)")) == [None, None]


def test_numbered_paragraphs_below_an_article_are_no_notes():
    text = (
        "Under article 3(1) of the accord the army must leave the port.\n\n(1) The army denied that it had violated the "
        "truce on 3 May 2019.\n\n(2) The rebels denied that they had violated the truce."
    )
    assert [c.stance for c in read(text).claims].count("DENY_CONDUCT") == 2
