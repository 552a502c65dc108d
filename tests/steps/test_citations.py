"""The sources a report names, also where footnotes were flattened into the body."""

import time

import pytest

from tests.steps.reading_reports import read, said
from trucewatch.core.dates import When
from trucewatch.core.model import Source
from trucewatch.steps.claims.source_fields import asked, kind_of, number_of, publisher_of, title_of


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


@pytest.mark.parametrize(
    ("note", "time"),
    [
        ("See tweet by the army, @ArmyMedia, 1:57 p.m., October 24, 2020.", "1:57 p.m."),
        ("See tweet by the army, @ArmyMedia, 24 October 2020, 13:57 GMT.", "13:57 GMT"),
        ("See tweet by the army, @ArmyMedia, 6 pm, 24 October 2020.", "6 pm"),
        ("See tweet by the army, @ArmyMedia, 24 October 2020.", None),
        ("Statement by the Front, 4 May 2021, 13:57.", None),
    ],
)
def test_a_post_has_its_hour_as_it_is_written(note, time):
    (source,) = read(f"The army paraded tanks.[1]\n[1] {note}").sources
    assert (source.time.exact if source.time else None) == time


@pytest.mark.parametrize(
    ("note", "place"),
    [
        ("Interview with an army officer, Adwa, 3 May 2021.", "Adwa"),
        ("Group interviews, Yemeni officials, Riyadh and Aden, March 2019.", "Riyadh and Aden"),
        ("Group telephone interviews, Adwa politicians, 23-27 October 2020.", None),
        ("Group interview, Adwa, 3 May 2021.", "Adwa"),
        ("Group interview, Karim Haddouch, 3 May 2021.", None),
        ("Interview with Karim Haddouch, Port Sudan, 3 May 2021.", "Port Sudan"),
        ("Interview with General Haddouch, 3 May 2021.", None),
        ("Confidential interview with a diplomat in Addis Ababa, 3 May 2021.", "Addis Ababa"),
    ],
)
def test_an_interview_has_its_place(note, place):
    (source,) = read(f"The army paraded tanks.[1]\n[1] {note}").sources
    assert (source.place.exact if source.place else None) == place


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


def sources_of(note: str) -> list[Source]:
    return list(read(f"The army said the rebels had violated the truce.[1]\n\n[1] {note}").sources)


@pytest.mark.parametrize(
    "text",
    [
        # superscript digits, in front of the notes too
        "An elder told us that the army had left.¹ The rebels denied it.²\n\n¹ Interview, elder, Goma, 4 May 2021.\n² Radio Nyota, 5 May 2021.",
        # a word with a number
        "An elder told us that the army had left (fn 1). The rebels denied it (fn 2).\n\nfn 1: Interview, elder, 4 May 2021.\nfn 2: Radio Nyota, 5 May 2021.",
        # each note in its place, closed by a mark
        "An elder told us that the army had left.[fn]Interview, elder, Goma, 4 May 2021.[/fn] The rebels denied it.[fn]Radio Nyota, evening news, 5 May 2021.[/fn]",
        # numbers that were superscripts once, and the notes in a row
        'An elder told us that the army had left. 1 The rebels denied it. 2\n\n1 Interview, elder, Goma, 4 May 2021. 2 "No", Radio Nyota (French), 5 May 2021.',
        # the same, each note in its line
        'An elder told us that the army had left. 1 The rebels denied it. 2\n\n1 Interview, elder, Goma, 4 May 2021.\n2 "No", Radio Nyota (French), 5 May 2021.',
    ],
)
def test_a_note_belongs_to_its_mark_however_it_is_set(text):
    report = read(text)
    assert [s.kind for s in report.sources] == ["interview", "broadcast"]
    assert said(report) == ["2021-05-04", "2021-05-05"]
    assert [c.independence_group for c in report.claims] == ["source:s1", "source:s2"]


@pytest.mark.parametrize(
    ("note", "kind", "number", "title", "publisher"),
    [
        ("Front communiqué No. 9, 11 March 2021.", "statement", "9", None, "Front"),
        ("S/2021/317, paras. 61-64.", "document", "S/2021/317", None, None),
        ("MONUA, Press release MON/24/3, 6 May 2021.", "statement", "MON/24/3", None, "MONUA"),
        ("Proclamation No. 12/2020, Gazette, 4 May 2020.", "law", "12/2020", "Gazette", None),
        (
            '"Army stays put", Le Courrier du Lac, 3 May 2021.',
            "document",
            None,
            "Army stays put",
            "Le Courrier du Lac",
        ),
        ("Joint statement of the Lake Commission, 2 May 2021.", "statement", None, None, "Lake Commission"),
        ("Letter dated 5 May 2021 from the envoy, S/2021/9.", "statement", "S/2021/9", None, None),
        ("Reuters, 5 May 2021.", "wire", None, None, None),
        ("Letter from the Front to Lake Watch, 5 May 2021.", "statement", None, None, "Front"),
        ("Note verbale from the Mission of Sarovia, 5 May 2021.", "statement", None, None, None),
        ("Author's interview, elder, 5 May 2021.", "interview", None, None, None),
    ],
)
def test_what_a_note_says_of_its_source(note, kind, number, title, publisher):
    (source,) = sources_of(note)
    found = (source.number, source.title, source.publisher)
    assert source.kind == kind
    assert tuple(span and span.exact for span in found) == (number, title, publisher)


@pytest.mark.parametrize(
    ("note", "unnamed"),
    [
        ("Interview with Omar al-Tayeb, Kassala, 3 May 2021.", False),
        ("Phone interview with Lagos, Beni, 3 May 2021.", False),
        ("Interview, Lake Council adviser, Beni, 3 May 2021.", True),
        ("Interviews (anonymous), elders, by phone, 3 May 2021.", True),
        ("Interview, Front commander Ali Hassan, 3 May 2021.", False),
        ("Radio Nyota, after a confidential source, 3 May 2021.", True),
    ],
)
def test_whether_a_note_names_whom_it_was_told_by(note, unnamed):
    assert [s.anonymous for s in sources_of(note)] == [unnamed]


def test_a_paper_of_the_united_nations_in_brackets_is_a_source():
    report = read("The Panel found that the army had shelled the port (S/2021/317, para. 9) on 3 May 2021.")
    assert [s.number.exact for s in report.sources if s.number] == ["S/2021/317"]
    # A resolution's year in brackets is none.
    assert read("The Panel found that the army had violated resolution 1970 (2011).").sources == ()


def test_a_note_with_several_works_is_several_sources():
    found = sources_of(
        'MONUA report No. 7, 4 May 2021; "Port shelled", Radio Nyota, 5 May 2021; see also S/2021/317, para. 9; and Decree No. 8 of 2019.'
    )
    assert [s.kind for s in found] == ["report", "broadcast", "document", "law"]
    assert [s.number and s.number.exact for s in found] == ["7", None, "S/2021/317", "8"]


def test_what_a_note_only_points_to_besides_stands_behind_no_claim():
    report = read(
        "An elder told us that the army had left.[1]\n\n[1] Interview, elder, 4 May 2021. See also Lake Report No. 7, The Port, 9 June 2021."
    )
    assert [hop.source for claim in report.claims for hop in claim.chain if hop.source] == ["s1"]


def test_ibid_is_the_source_of_the_note_before():
    report = read(
        "An elder told us that the army had left.[1] He denied that the rebels had fired.[2]\n\n[1] Interview, elder, Goma, 4 May 2021.\n[2] Ibid."
    )
    assert [s.kind for s in report.sources] == ["interview"]
    assert [c.independence_group for c in report.claims] == ["source:s1"] * 2


def test_ibid_behind_several_works_names_none():
    report = read(
        "The army left.[1] It denied that it had fired.[2]\n\n[1] Lake Report No. 7, 4 May 2021; Lake Report No. 8, 9 May 2021.\n[2] Ibid."
    )
    assert [s.date.edtf if s.date else None for s in report.sources] == ["2021-05-04", "2021-05-09", None]


def test_a_day_within_what_the_sentence_leaves_open_is_no_conflict():
    text = "BRIEFING NOTE 7\n18 January 2023\n\nThe general repeated last week that the army would leave.[1]\n\n[1] General Okello, interview, {day}."
    (within,) = read(text.format(day="11 January 2023")).claims
    (outside,) = read(text.format(day="4 January 2023")).claims
    assert (within.said_on.edtf, within.said_on.conflict) == ("2023-01-11", False)
    assert outside.said_on.alternatives == ("2023-01-09/2023-01-15",)


def test_a_garbled_date_keeps_its_days_beside_that_of_the_note():
    report = read(
        "On October 25, 27 the rebels denied that they had fired.[1]\n\n[1] Tweet by the Front, @front, 25 October 2020."
    )
    assert {said(report)[0], *report.claims[0].said_on.alternatives} == {"2020-10-25", "2020-10-27"}


def test_interviews_on_several_days_lie_between_them():
    assert [s.date.edtf for s in sources_of("Group interviews, drivers, 4 and 9 January 2023.") if s.date] == [
        "2023-01-04/2023-01-09"
    ]


@pytest.mark.parametrize("text", ["A/" * 2500, "Interview with " + "A-" * 2500, "1 A" * 2500, "S/2021/" + "1/" * 2500])
def test_the_words_of_sources_are_read_in_no_time(text):
    began = time.perf_counter()
    for field in (kind_of, number_of, title_of, publisher_of, asked):
        field(text)
    assert time.perf_counter() - began < 2


def test_one_of_several_works_that_bears_out_the_day_leaves_no_conflict():
    report = read(
        "The rebels denied on 9 May 2021 that they had fired.[1]\n\n[1] Front, press statement, 9 May 2021; interviews with Front "
        "officials, Goma, 10-12 May 2021."
    )
    (claim,) = report.claims
    assert len(report.sources) == 2
    assert (claim.said_on.edtf, claim.said_on.conflict) == ("2021-05-09", False)


def test_sources_are_numbered_in_order_of_place():
    report = read(
        "The Panel noted a violation (S/2021/317). The army denied it.[1]\n\n[1] Interview with Ali Hassan, Goma, 4 May 2021."
    )
    assert [(s.id, s.kind) for s in report.sources] == [("s1", "document"), ("s2", "interview")]


def test_the_number_of_an_article_stays_with_its_note():
    report = read(
        "The army left.[1] The rebels stayed.[2]\n\n[1] Truce Accord, 4 May 2021.\n[2] Decree No. 8 of 2021, art. 2."
    )
    assert report.sources[-1].span.exact.endswith("art. 2.")
