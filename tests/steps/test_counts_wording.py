"""Small texts, one trap each."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.steps.reading_reports import document_of
from trucewatch.core.model import Count
from trucewatch.steps.counts import find_counts
from trucewatch.steps.counts.figures import find_figures, number_of
from trucewatch.steps.counts.sentences import sentences

PERIOD = "Between 3 and 16 June 2019, the mission recorded "


def counts_of(text: str) -> tuple[Count, ...]:
    return find_counts(document_of(text))


def only(text: str) -> Count:
    (count,) = counts_of(text)
    return count


@pytest.mark.parametrize(
    ("words", "value"),
    [("seventy-two", 72), ("two hundred and twelve", 212), ("three thousand four hundred", 3400), ("a hundred", 100),
     ("1,204", 1204), ("12\u00a0000", 12000), ("two dozen", 24), ("3 thousand", 3000)],
)  # fmt: skip
def test_numbers_in_words_and_digits(words, value):
    assert number_of(words) == value
    assert [f.value for f in find_figures(f"There were {words} violations.")] == [value]


@pytest.mark.parametrize(
    ("words", "qualifier"),
    [("over 40", "over"), ("just over 40", "over"), ("more than 40", "over"), ("no more than 40", "at_most"),
     ("up to 40", "at_most"), ("fewer than 40", "at_most"), ("no fewer than 40", "at_least"), ("at least 40", "at_least"),
     ("nearly 40", "almost"), ("just under 40", "almost"), ("some 40", "about"), ("approximately 40", "about"), ("40", "exact")],
)  # fmt: skip
def test_how_exactly(words, qualifier):
    count = only(f"{PERIOD}{words} ceasefire violations.")
    assert (count.value, count.qualifier, count.scope) == (40, qualifier, "total")
    assert count.span.exact == f"{words} ceasefire violations"


@pytest.mark.parametrize(
    "text",
    [
        "About three quarters of all ceasefire violations were recorded near Zolote.",
        "Between 3 and 16 June 2019 there was an increase of 40 ceasefire violations.",
        "Between 3 and 16 June 2019 the mission recorded on average 40 ceasefire violations per day.",
        "Between 3 and 16 June 2019 the mission recorded between 30 and 40 ceasefire violations.",
        "Between 3 and 16 June 2019 there were 40 more ceasefire violations than before.",
        "Some 40 per cent of ceasefire violations were recorded between 3 and 16 June 2019.",
        "The highest number, 40 ceasefire violations, was recorded between 3 and 16 June 2019 in one place.",
        "Between 3 and 16 June 2019, monitors confirmed 40 violations by government forces.",
        "In the same period of 2018, the mission had recorded 40 ceasefire violations.",
        "Between 3 and 16 June 2019, the mission will conduct 40 patrols.",
        "Reports of 40 civilian casualties between 3 and 16 June 2019 could not be verified.",
        "The ministry accused the other side of 40 ceasefire violations between 3 and 16 June 2019.",
    ],
)
def test_shares_differences_ranges_paces_and_accusations_are_no_counts(text):
    assert counts_of(text) == ()


@pytest.mark.parametrize(
    "words",
    [
        "40 explosions, down from about 51.",
        "40 explosions, versus about 51 a week ago.",
        "40 explosions this week and about 51 last week.",
        "fewer explosions (40) than in the previous week (about 51).",
        "40 explosions (previous fortnight: about 51).",
        "40 explosions. In the previous two weeks, it had recorded about 51 explosions.",
        "40 explosions. About 51 had been recorded in the previous period.",
    ],
)
def test_the_figure_stated_for_the_period_before(words):
    count = only(PERIOD + words)
    assert (count.value, count.qualifier) == (40, "exact")
    assert count.previous is not None
    assert (count.previous.value, count.previous.qualifier) == (51, "about")
    assert count.previous.span.exact.lower() == "about 51"


def test_a_figure_that_moves_from_the_one_before():
    count = only("Between 3 and 16 June 2019, explosions rose from 40 to 51.")
    assert count.previous is not None
    assert (count.value, count.previous.value) == (51, 40)


def test_pairs_of_figures_for_the_period_before_go_in_order():
    first, second = counts_of(f"{PERIOD}60 ceasefire violations, including 22 explosions (previous period: 70 and 25).")
    assert first.previous is not None
    assert second.previous is not None
    assert (first.previous.value, second.previous.value) == (70, 25)


def test_a_sub_area_is_kept_apart_from_the_total():
    total, one, other = counts_of(f"{PERIOD}90 ceasefire violations: 60 in Donetsk region and 30 in Luhansk region.")
    assert (total.scope, one.scope, other.scope) == ("total", "area", "area")
    assert [c.where.exact for c in (one, other) if c.where] == ["Donetsk region", "Luhansk region"]


def test_a_running_total_starts_where_the_text_says():
    text = (
        f"{PERIOD}9 ceasefire violations. Since the truce began on 3 April, it has recorded 340 ceasefire violations."
    )
    assert [(c.scope, c.period and c.period.edtf) for c in counts_of(text)] == [
        ("total", "2019-06-03/2019-06-16"),
        ("running", "2019-04-03/2019-06-16"),
    ]


def test_a_year_at_the_turn_of_the_year_comes_from_the_printed_end():
    count = only("From 24 December to 13 January 2019, monitors counted 12 ceasefire violations.")
    assert count.period is not None
    assert count.period.edtf == "2018-12-24/2019-01-13"


def test_a_year_that_is_nowhere_stays_open():
    count = only("From 24 December to 13 January, monitors counted 12 ceasefire violations.")
    assert count.period is not None
    assert (count.period.edtf, count.period.earliest) == ("XXXX-12-24/XXXX-01-13", None)


def test_the_date_of_the_report_gives_the_year():
    count = only(
        "Status as of 15 January 2019\n\nFrom 24 December to 13 January, monitors counted 12 ceasefire violations."
    )
    assert count.period is not None
    assert count.period.edtf == "2018-12-24/2019-01-13"


def test_the_year_of_an_agreement_is_not_the_year_of_the_report():
    count = only("Under the agreement of 2014, between 3 and 16 June, monitors counted 12 ceasefire violations.")
    assert count.period is not None
    assert count.period.edtf == "XXXX-06-03/XXXX-06-16"


def test_a_file_name_gives_no_date():
    text = "Between 3 and 16 June, monitors counted 12 ceasefire violations."
    document = document_of(text)
    assert document.published_on is None
    (count,) = find_counts(document)
    assert count.period is not None
    assert count.period.edtf.startswith("XXXX")


def test_a_place_is_no_total_and_a_line_watched_as_a_whole_is():
    part, whole = (
        only(f"{PERIOD}40 ceasefire violations {where}.") for where in ("near Zolote", "along the contact line")
    )
    assert part.where is not None
    assert (part.where.exact, part.scope) == ("Zolote", "area")
    assert whole.where is not None
    assert (whole.where.exact, whole.scope) == ("the contact line", "total")


@given(st.text(alphabet="0123456789 ,.;()-–abc\n|", max_size=200))
def test_no_text_breaks_it_and_every_span_is_of_the_text(text):
    source = f"Between 3 and 16 June the mission recorded 40 ceasefire violations {text} violations."
    document = document_of(source)
    for count in find_counts(document):
        for span in (count.what, count.span, count.where):
            assert span is None or document.original[span.start : span.end] == span.exact


@pytest.mark.parametrize(
    "piece",
    ["40 ceasefire violations near Zolote and ", "On 3 May 40 violations. ", "(", "- 40 ", "in areas not controlled by the ",
     "between 3 and 16 June ", "\n| 40 | 41 |", "violations ", "forty "],
)  # fmt: skip
def test_time_grows_with_the_text_only(piece):
    def seconds(size: int) -> float:
        document = document_of(piece * (size // len(piece)))
        start = time.perf_counter()
        find_counts(document)
        return time.perf_counter() - start

    seconds(2_000)
    assert seconds(120_000) < 12 * max(seconds(30_000), 0.02)


def test_a_run_of_empty_lines_is_looked_through_once():
    started = time.process_time()
    assert list(sentences("Two shots." + "\n" * 400 + "two")) == [(0, 413)]
    assert time.process_time() - started < 2


def test_a_stretch_to_29_february_without_a_year_is_read():
    text = "From 20 to 29 February the mission recorded 120 ceasefire violations.\n"
    document = document_of(text)
    assert [count.value for count in find_counts(document)] == [120]


def test_a_total_since_a_month_does_not_end_before_it_begins():
    document = document_of(
        "PRETORIA, 10 August 1990\n\nThe first planeload from Lusaka, due in October, will find no reception centre. More than 700 "
        "people have been killed in the townships since July.\n"
    )
    ends = [(c.period.earliest, c.period.latest) for c in find_counts(document) if c.value == 700]
    assert ends
    assert all(last is None or first is None or first <= last for first, last in ends)
