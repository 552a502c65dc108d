"""Figures of a part, of one side, of another stretch or of one event are not the report's totals."""

import pytest

from tests.steps.reading_reports import document_of
from trucewatch.core.model import Count
from trucewatch.steps.counts import find_counts

PERIOD = "Between 3 and 16 June 2019, "


def counts_of(text: str) -> tuple[Count, ...]:
    return find_counts(document_of(text))


def only(text: str) -> Count:
    (count,) = counts_of(text)
    return count


def places(text: str) -> list[tuple[str | None, str, int]]:
    return [(c.where.exact if c.where else None, c.scope, c.value) for c in counts_of(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"{PERIOD}the committee confirmed 12 violations of the safe zone by herders.",
        f"{PERIOD}the committee received 95 complaints against the Union, of which 40 were ruled violations.",
        f"{PERIOD}there were 31 ceasefire violations involving rockets.",
        f"{PERIOD}the number of ceasefire violations attributed to the Union fell to 31.",
        f"{PERIOD}road taxes accounted for 55 violations.",
        f"{PERIOD}the teams carried out 20 of 35 planned patrols.",
        "Of the 35 patrols planned between 3 and 16 June 2019, four were called off.",
        f"{PERIOD}three cases remain under investigation.",
        f"{PERIOD}rebels 4 killed, 7 wounded.",
        "In March 2021 the team worked. Over the four months the team recorded 80 ceasefire violations.",
        "In May 2021 the team worked. The western figure includes 22 explosions.",
        "Report for May to July 2021\n\nJune saw 21 ceasefire violations.",
        "Report, 1 to 31 May 2021\n\nOn 5 May gunmen opened fire on a bus; one passenger was wounded.",
        "Report, 1 to 31 May 2021\n\nOn 5 May a shell hit the mill at Orr. No casualties were reported.",
        "Report, 1 to 31 May 2021\n\nTwo boats met off Orr in fog. No casualties were reported.",
    ],
)  # fmt: skip
def test_a_figure_of_less_is_no_total(text):
    assert [c for c in counts_of(text) if c.scope == "total"] == []


def test_what_follows_a_colon_from_each_side_is_a_part_of_the_allegations():
    count = only(
        f"{PERIOD}it received nine allegations of ceasefire violations: five from Kadria and four from the Union."
    )
    assert (count.kind, count.value) == ("allegations", 9)


@pytest.mark.parametrize("words", ["17 ceasefire violations were reported to the committee", "it received 17 reports of ceasefire violations"])  # fmt: skip
def test_what_was_only_reported_to_the_monitors_is_alleged(words):
    assert only(f"{PERIOD}{words}.").kind == "allegations"


def test_the_dead_of_one_group_are_of_that_group():
    text = f"{PERIOD}casualties were: army 5 killed, 6 wounded; civilians 2 killed."
    assert [(c.kind, c.value) for c in counts_of(text)] == [
        ("soldiers-killed", 5), ("soldiers-injured", 6), ("civilians-killed", 2)]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ceasefire\nIn the western zone, the mission recorded 40 ceasefire violations over the whole of the week, "
         "including 9 explosions.", [("the western zone", "area", 40), ("the western zone", "area", 9)]),
        ("Week of 3 to 9 June 2019\n\nLobo Sector. The team conducted six patrols.\n\nIn all there were 20 patrols.",
         [("Lobo Sector", "area", 6), (None, "total", 20)]),
        ("Week of 3 to 9 June 2019\n\nSector West\n\nThe team saw 12 ceasefire violations.\n\nAccess\n\nThere were 4 restrictions of movement.",
         [("Sector West", "area", 12), (None, "total", 4)]),
        (f"{PERIOD}most ceasefire violations were in the river zone, where 40 explosions were heard.", [("the river zone", "area", 40)]),
        (f"{PERIOD}there were 60 ceasefire violations. Of these, 41 occurred in the north and 19 in the south of the zone.",
         [(None, "total", 60), ("the north", "area", 41), ("the south of the zone", "area", 19)]),
        (f"{PERIOD}four civilians were killed and nine were injured in Lobo district.", [("Lobo district", "area", 4), ("Lobo district", "area", 9)]),
        ("Week of 3 to 9 June 2019\n\nIn Lobo district 17 ceasefire violations were recorded.", [("Lobo district", "area", 17)]),
        ("Week of 3 to 9 June 2019\n\nNorthern zone: 17 ceasefire violations.", [("Northern zone", "area", 17)]),
        (f"{PERIOD}it saw 60 ceasefire violations in the river zone. Of the 60 ceasefire violations, 31 were in Orr.",
         [("the river zone", "area", 60), ("Orr", "area", 31)]),
    ],
)  # fmt: skip
def test_the_place_in_front_or_behind_makes_an_area(text, found):
    assert places(text) == found


def test_a_part_goes_with_a_count_that_can_hold_it():
    text = (
        "Report for August 2019\n\nIn August there were 23 ceasefire violations. Between 1 and 9 August there were 11 ceasefire "
        "violations. Eighteen were in the area north of the river."
    )
    north = counts_of(text)[-1]
    assert north.period is not None
    assert (north.value, north.period.edtf) == (18, "2019-08-01/2019-08-31")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("17 ceasefire violations. This is a sharp drop compared with the 43 of last week", 43),
        ("17 ceasefire violations, fewer than in May, when monitors had counted 43", 43),
        ("17 ceasefire violations, as against 43 in the previous period: 12 north of the road", 43),
        ("17 ceasefire violations (43 in the preceding six months)", 43),
        ("17 ceasefire violations, 12 in Sector East and 5 in Sector West. That was far fewer than in May (43)", 43),
    ],
)
def test_more_wordings_of_the_figure_before(words, value):
    first, *rest = counts_of(f"{PERIOD}the committee confirmed {words}.")
    assert first.previous is not None
    assert (first.value, first.previous.value) == (17, value)
    assert all(c.previous is None for c in rest)


def test_the_figure_before_of_another_place_is_not_of_this_one():
    text = f"{PERIOD}it saw 20 ceasefire violations near Orr. The day before, it had seen 36 ceasefire violations near Vita."
    assert [(c.value, c.previous) for c in counts_of(text)] == [(20, None)]


@pytest.mark.parametrize("verb", ["obstructed", "stopped", "turned back", "held up"])
def test_patrols_kept_back(verb):
    count = only(f"{PERIOD}its patrols were {verb} on 19 occasions, up from 8.")
    assert (count.kind, count.value) == ("restrictions-of-movement", 19)
    assert count.span.exact == f"patrols were {verb} on 19 occasions"
    assert count.previous is not None
    assert count.previous.value == 8


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("Third monthly report on the bilateral ceasefire in the Orr valley, 1-30 October 2017\n\nBetween 20 and 23 October the team rested.", "2017-10-01/2017-10-30"),
        ("During August 2019 the team was busy. Between 1 and 15 August it rested.", "2019-08-01/2019-08-31"),
    ],
)  # fmt: skip
def test_the_report_s_period_stands_in_its_heading_or_is_the_month_named_first(head, period):
    count = only(f"{head} It recorded 17 ceasefire violations.")
    assert count.period is not None
    assert count.period.edtf == period


def test_a_dateline_gives_the_year():
    count = only("VESK, 6 Oct 2020 (Northwire) - In September monitors registered 90 ceasefire violations.")
    assert count.period is not None
    assert count.period.edtf == "2020-09-01/2020-09-30"


@pytest.mark.parametrize(
    ("words", "first"),
    [("The total for 2019 stands at 340 ceasefire violations.", "2019-01-01"),
     ("Since the truce of 2 May it has recorded 340 ceasefire violations.", "2019-05-02")],
)  # fmt: skip
def test_where_a_running_total_starts(words, first):
    count = only(f"Report, 3 to 16 June 2019\n\n{words}")
    assert count.period is not None
    assert (count.scope, count.period.edtf) == ("running", f"{first}/2019-06-16")


def test_casualties_due_to_the_fighting_are_counted():
    count = only(
        f"{PERIOD}the mission corroborated 28 civilian casualties due to armed violence: eight of them in May."
    )
    assert (count.kind, count.value, count.scope) == ("civilian-casualties", 28, "total")


def test_incidents_are_counted():
    count = only(f"{PERIOD}the team logged 7 ceasefire-related incidents (last week: 12).")
    assert count.previous is not None
    assert (count.kind, count.value, count.previous.value) == ("incidents", 7, 12)


def test_refused_access_needs_no_patrol_beside_it():
    count = only(f"{PERIOD}after 50 days, they were refused access on four occasions, as against nine.")
    assert count.previous is not None
    assert (count.kind, count.value, count.previous.value) == ("restrictions-of-movement", 4, 9)


def test_a_place_ends_where_the_sentence_goes_on():
    count = only(f"{PERIOD}it was calm. In the northern districts monitors counted 15 ceasefire violations.")
    assert count.where is not None
    assert (count.where.exact, count.scope) == ("the northern districts", "area")


def test_one_of_a_few_hurt_is_no_total():
    assert counts_of("Report, 1 to 31 May 2021\n\nMines killed two children and injured one.") == ()


def test_the_month_when_something_began_is_not_the_period():
    count = only("Since its slow start in June 2017 the mission has told much. It recorded 17 ceasefire violations.")
    assert count.period is not None
    assert count.period.edtf == "../.."


def test_nobody_hurt_is_not_one_hurt():
    assert counts_of("Report, 1 to 31 May 2021\n\nA vehicle was hit by fire on Saturday. No one was injured.") == ()


def test_a_number_in_words_and_again_in_digits_is_one_figure():
    text = (
        f"{PERIOD}thirty-eight (38) ceasefire violations were recorded, compared to May 2019, when fifty (50) violations were "
        "recorded. Twenty-one (21) of these were in Orr County and seventeen (17) in Bar County. Sixteen (16) civilians were "
        "killed, including four (4) women."
    )
    total, *areas, killed = counts_of(text)
    assert total.previous is not None
    assert (total.value, total.previous.value, total.span.exact) == (38, 50, "thirty-eight (38) ceasefire violations")
    assert [c.value for c in areas] == [21, 17]
    assert (killed.kind, killed.value) == ("civilians-killed", 16)


def test_a_number_in_words_and_another_in_digits_are_two():
    assert counts_of(f"{PERIOD}it saw forty (9) ceasefire violations.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Casualties: 2 soldiers killed and 4 wounded (western side); 1 soldier wounded (the eastern side).",
        "Complaints received: 14 from the western side and 17 from the eastern side. Complaints confirmed: 8.",
    ],
)
def test_lists_of_each_side_have_no_total(text):
    assert counts_of(f"Weekly summary, 5-11 June 2017\n\n{text}") == ()


def test_a_total_behind_a_colon():
    count = only("Weekly summary, 5-11 June 2017\n\nCease-fire violations along the line: total 23 (last week 31).")
    assert count.previous is not None
    assert (count.value, count.scope, count.previous.value) == (23, "total", 31)


@pytest.mark.parametrize(
    "text",
    [
        "Three quarters of the 90 ceasefire violations were in the west.",
        "It followed up on 14 reports of civilian casualties.",
        "According to the army, 40 ceasefire violations took place.",
        "The government says there were 40 ceasefire violations; the mission gives no figure.",
        "There were 12 to 15 explosions near the town of Orr.",
    ],
)
def test_shares_reports_ranges_and_what_a_side_says_are_no_counts(text):
    assert counts_of(f"Report for the period 1 to 31 May 2021\n\n{text}") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The west saw 61 ceasefire violations.", [("The west", "area", 61)]),
        ("The team heard about 30 explosions 4 km north-east of Orr.", [("Orr", "area", 30)]),
    ],
)
def test_places_that_see_and_distances(text, found):
    assert places(f"Report for the period 1 to 31 May 2021\n\n{text}") == found


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("This brings the number of civilian casualties in 2021 to 225.", 225),
        ("The number of ceasefire violations rose by 15 to 58.", 58),
        ("The number of ceasefire violations rose from about 43 to 58.", 58),
    ],
)
def test_a_figure_that_is_reached_is_no_end_of_a_range(words, value):
    assert [c.value for c in counts_of(f"Report for the period 1 to 31 May 2021\n\n{words}")] == [value]


def test_a_figure_of_another_place_is_not_of_the_period_before():
    count = only(f"{PERIOD}more ceasefire violations were recorded in the east (61) than in the west (40).")
    assert (count.scope, count.value, count.previous) == ("area", 61, None)


@pytest.mark.parametrize("place", ["Karib", "Marib", "Decan County"])
def test_a_name_that_begins_like_a_month_is_a_name(place):
    count = only(f"{PERIOD}more ceasefire violations were recorded in the east (61) than in {place} (40).")
    assert (count.value, count.previous) == (61, None)
