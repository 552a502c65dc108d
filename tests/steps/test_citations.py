"""The sources a report names, also where footnotes were flattened into the body."""

import pytest

from tests.steps.reading_reports import read


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
