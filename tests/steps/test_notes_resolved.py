"""What a note resolves to: earlier notes, days of its own, whoever told it, and notes as the United Nations set them."""

import pytest

from tests.steps.reading_reports import read, said, told
from trucewatch.core.model import Report
from trucewatch.steps.claims.source_fields import asked, is_unnamed, kind_of, number_of, publisher_of, title_of


def cited(report: Report) -> list[list[str]]:
    """The sources of each claim."""
    return [[hop.source for hop in claim.chain if hop.source] for claim in report.claims]


STROKES = (
    "1. The army told the Panel that it had left Lira.1/ The rebels denied that they had fired 2/ and accused the army of a violation.\n\n"
    "2. The Panel confirmed that the army had violated the truce.3/\n\n3. The talks go on.\n\n"
    "1/ Letter dated 14 May 2021, on file with the Secretariat.\n2/ Front, press release No. 7, 16 May 2021.\n3/ S/PV.7663, p. 4."
)


def test_notes_with_strokes_belong_to_their_marks():
    report = read(STROKES)
    assert [s.kind for s in report.sources] == ["statement", "statement", "document"]
    assert cited(report)[0] == ["s1"]
    assert cited(report)[-1] == ["s3"]
    # Paragraphs are numbered otherwise than notes.
    assert [s.span.exact[:6] for s in report.sources] == ["Letter", "Front,", "S/PV.7"]


@pytest.mark.parametrize(
    "text", ["The posts work 24/7 and 1/3 of the men left.", "Points 1/ and 2/ are open.\n\n3/ Later."]
)
def test_other_strokes_are_no_marks(text):
    assert [e.kind for e in read(text).document.repairs.edits if e.kind.startswith("footnote")] == []


BODY = "The Panel found that the army had violated the truce.[1] The Front accused the army of a violation.[2] An elder said the army had not left.[3] "
NOTES = '\n\n[1] Lake Watch, "A Broken Truce", 3 May 2021, p. 4.\n[2] Statement by the Front, 9 May 2021.\n[3] Author\'s interview with an elder, 12 May 2021.\n[4] '


@pytest.mark.parametrize(
    ("note", "sources"),
    [
        ("See above note 2.", ["s2"]),
        ("Front statement, supra note 2.", ["s2"]),
        ("Lake Watch (see note 1 above), p. 9.", ["s1"]),
        ("Lake Watch, op. cit., p. 11.", ["s1"]),
        ("Lake Watch, op. cit., p. 11; statement, above n. 2.", ["s1", "s2"]),
        # Nobody knows which.
        ("Hill Watch, op. cit., p. 11.", ["s4"]),
        ("See above note 9.", ["s4"]),
    ],
)
def test_a_note_that_points_back_is_the_source_it_points_to(note, sources):
    report = read(f"{BODY}The army denied that it had violated the truce.[4]{NOTES}{note}")
    assert cited(report)[-1] == sources


def test_the_days_of_notes_are_no_day_of_the_text():
    text = "Lira: a year of truce\n\nThe army said in October that it had left.[1]\n\n[1] LSMM, Daily Report 240/2016, 10 October 2016."
    assert read(text).document.published_on is None


@pytest.mark.parametrize(
    ("note", "day"),
    [
        ("Lake Data, Conflict Data, accessed 12 May 2021.", None),
        ("Lake Data, The Numbers, 3 April 2021 (last accessed 12 May 2021).", "2021-04-03"),
        ("Letter dated 14 May 2021 from the Envoy on the events of 3 March 2021.", "2021-05-14"),
    ],
)
def test_which_day_is_that_of_a_source(note, day):
    (source,) = read(f"The army said the rebels had violated the truce.[1]\n\n[1] {note}").sources
    assert (source.date.edtf if source.date else None) == day


@pytest.mark.parametrize(
    ("note", "claim"),
    [
        ("Interview with a monitor, Lira, 3 May 2021.", ("private-anonymous", "B3")),
        ("Confidential interview, Lira, 3 May 2021 (name withheld).", ("private-anonymous", "B3")),
        ("Interview with Omar al-Tayeb, Lira, 3 May 2021.", ("public-oral", "A1")),
        ("LSMM, Daily Report 7, 3 May 2021.", ("public-oral", "A1")),
    ],
)
def test_whoever_told_it_unnamed_is_anonymous(note, claim):
    (found,) = read(f"A monitor said that the army had not left the town.[1]\n\n[1] {note}").claims
    assert (found.visibility, found.grades["said"]) == claim


def test_a_body_that_is_named_stays_so_whoever_was_asked():
    (claim,) = read(
        "The Karun Front said that it had left.[1]\n\n[1] Interview with a Front officer, 3 May 2021."
    ).claims
    assert claim.visibility == "public-oral"


def test_a_source_in_brackets_is_no_part_of_what_is_said_nor_of_its_days():
    report = read(
        "The army denied that it had fired (Radio Nyota, 14 August 2019). The Front accused the army of a violation (Front communiqué, "
        "11 August 2019; see also A/HRC/42/61, para. 18)."
    )
    assert [c.quote.span.exact for c in report.claims] == [
        "The army denied that it had fired",
        "The Front accused the army of a violation",
    ]
    assert [getattr(c.happened_on, "edtf", None) for c in report.claims] == [None, None]
    assert said(report) == ["2019-08-14", "2019-08-11"]
    assert cited(report) == [["s1"], ["s2"]]


def test_an_interview_with_others_is_not_behind_what_somebody_said():
    report = read(
        "The Front said that it had left the road. (Interview, Front coordinator, Lira, 10 August 2019; interview, truck drivers, "
        "Kelo, 12 August 2019.)"
    )
    assert told(report) == [("Front", "CLAIM_COMPLIANCE")]
    assert cited(report) == [["s1"]]
    assert said(report) == ["2019-08-10"]


@pytest.mark.parametrize(
    ("words", "kind", "number", "publisher"),
    [
        (
            "Final report of the Panel established pursuant to resolution 1973 (2011), S/2021/229.",
            "report",
            "S/2021/229",
            None,
        ),
        ("Security Council resolution 2259 (2015).", "law", "2259", None),
        ("Decree 2657 of 2022.", "law", "2657", None),
        ("Package of Measures (above note 4), point 2.", "document", None, None),
        ("Policy Note 3, 4 May 2021.", "report", None, None),
        ("Briefing by the Special Envoy to the Council, 16 January 2020.", "statement", None, "Special Envoy"),
        ("Lake Group Middle East and North Africa Report N°222, The Port, 4 May 2020.", "report", "222", "Lake Group"),
        ("Lake Group Africa Briefing N°166, 8 April 2021.", "report", "166", "Lake Group"),
        ("LMISS, Flash human rights report, 22 March 2016.", "report", None, "LMISS"),
        ('Lake Watch, "World Report 2020", p. 611.', "report", None, "Lake Watch"),
        ("Post on X by the Karun foreign ministry, 20 May 2023.", "post", None, "Karun foreign ministry"),
        ('"Army leaves port", EFE, 17 May 2023.', "wire", None, "EFE"),
        ("TASS, 14 March 2022.", "wire", None, None),
        ("Author's WhatsApp exchange with a negotiator, 5 May 2019.", "interview", None, None),
        ("Zoom interview, aid worker, 3 May 2022.", "interview", None, None),
    ],
)
def test_what_the_words_of_a_source_say(words, kind, number, publisher):
    found = [words[slice(*bounds)] if bounds else None for bounds in (number_of(words), publisher_of(words))]
    assert (kind_of(words), *found) == (kind, number, publisher)


def test_ranks_with_a_full_stop_are_part_of_a_name():
    words = "Interview with Brig. Gen. Khalid Darar, Lira, 4 June 2020."
    who = asked(words)
    assert who is not None
    assert words[slice(*who)] == "Brig. Gen. Khalid Darar"
    assert not is_unnamed(words, who)


@pytest.mark.parametrize(
    "text",
    [
        # apart from the words, several at one place
        "The army said that it had left [1], [2]. The rebels denied that they had fired [3].\n\nReferences\n[1] Army statement, 3 May 2021.\n"
        "[2] Radio Nyota, 4 May 2021.\n[3] Front statement, 5 May 2021.",
        # behind a comma
        "The army said that it had left,1 as it did before.2 The rebels denied that they had fired.3\n\n1 Army statement, 3 May 2021.\n"
        "2 Radio Nyota, 4 May 2021.\n3 Front statement, 5 May 2021.",
    ],
)
def test_marks_apart_from_sentence_ends(text):
    report = read(text)
    assert len(report.sources) == 3
    assert [claim.quote.span.exact for claim in report.claims][-1] == "The rebels denied that they had fired"
    assert cited(report)[-1] == ["s3"]


@pytest.mark.parametrize(
    "text",
    [
        "The army must leave within [30] days.",
        "Some 1,200 men and 3,4 per cent of them left.",
        "1. The army stood at Lira,2 km from the road.\n2. The rebels left.",
    ],
)
def test_other_numbers_are_no_marks(text):
    assert [e.kind for e in read(text).document.repairs.edits if e.kind.startswith("footnote")] == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Lake Daily Inquirer, 6 February 2017", "document"),
        ('Front Information Bureau, "End of the truce", 1 February 2017', "document"),
        ("Army Public Affairs, press briefing, 1 February 2017", "statement"),
        ("Reuters, 1 February 2017", "wire"),
    ],
)
def test_what_stands_in_brackets_behind_a_claim_is_its_source(words, kind):
    report = read(f"The army's spokesman said that the rebels had violated the truce ({words}).")
    assert [s.kind for s in report.sources] == [kind]
    assert cited(report) == [["s1"]]
    assert report.document.published_on is None


@pytest.mark.parametrize("words", ["Geneva, 23 October 2020", "born 4 May 1971", "see map", "signed on 3 May 2020"])
def test_other_brackets_are_no_sources(words):
    assert read(f"The army said that the rebels had violated the truce ({words}).").sources == ()


def test_the_day_of_a_report_is_not_that_of_the_deed():
    (claim,) = read(
        "The rebels attacked the camp in violation of the truce.[1]\n\n[1] Lake Report No. 7, The Camp, 9 April 2019."
    ).claims
    assert claim.axis == "conduct"
    assert getattr(claim.happened_on, "edtf", None) is None


def test_a_place_behind_the_number_of_a_press_release_is_no_title():
    assert title_of("LMISS, Press Release No. 71/99, Lira, 21 June 1999.") is None


def test_whoever_wants_no_name_claims_nothing_by_it():
    report = read(
        "An elder, who asked that his name not be published, said the rebels had violated the truce. He did not want his name to be used."
    )
    assert told(report) == [("elder", "ACCUSE")]


@pytest.mark.parametrize("who", ["Another", "Others", "An unidentified gunman", "Unnamed fighters"])
def test_somebody_without_a_name_is_anonymous(who):
    text = f"A diplomat said the rebels had violated the truce. {who} said the army had violated the truce."
    assert {claim.visibility for claim in read(text).claims} == {"private-anonymous"}


def test_endnotes_with_small_numerals_belong_to_their_marks():
    report = read(
        "The two sides renewed the truce on 25 February 2021.i The army said that it had left the town.ii The rebels denied it.iii\n\n"
        "i Joint statement, 25 February 2021.\nii Lake Report No. 7, 12 March 2021.\niii\nFront communiqué, 14 March 2021."
    )
    assert [s.kind for s in report.sources] == ["statement", "report", "statement"]
    assert cited(report)[1:] == [["s2"], ["s3"]]
    assert report.document.published_on is None


def test_words_that_end_like_numerals_keep_their_ends():
    assert [
        e.kind for e in read("The army left Kivi. It is in Hanoi.\n\ni. First the army left.").document.repairs.edits
    ] == []


def test_one_bracket_with_several_numbers_is_a_mark_for_each():
    report = read(
        "The army denied that it had fired (1). The rebels said that the army had violated the truce (2, 3).\n\n"
        "(1) Army statement, 9 April 1995.\n(2) Lake Report No. 7, 12 April 1995.\n(3) Radio Nyota, 12 April 1995."
    )
    assert cited(report) == [["s1"], ["s2", "s3"]]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The Washington Post, 12 March 2021.", "document"),
        ("Post-Courier, 12 April 1995, p. 3.", "document"),
        ("Post by the army, 3 May 2021.", "post"),
        ("Facebook post, 3 May 2021.", "post"),
    ],
)
def test_a_paper_called_post_is_no_post(words, kind):
    assert kind_of(words) == kind


def test_what_sort_of_report_it_is_is_no_publisher():
    assert publisher_of("Patrol report 95/31, 21 April 1995") is None
    assert publisher_of("Joint Commission, report no. 4, 21 April 1995") is not None
