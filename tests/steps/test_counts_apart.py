"""Figures that look like counts and are none, of whole years, and of which count the figure before is."""

import pytest

from tests.steps.test_counts import counts_of, rows_of

WEEK = "Weekly report, 10 - 16 February 2020\n\nThe ceasefire was observed in part.\n\n"
MONTH = "Monthly figures, November 2020\n\n"


def figures(text: str) -> list[tuple[str, int, int | None]]:
    """(kind, value, value of the period before) of every count."""
    return [(c.kind, c.value, c.previous.value if c.previous else None) for c in counts_of(text)]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "The mission recorded just over 4,700 ceasefire violations, including some 1,120 explosions, down from "
            "about 5,900 (including almost 1,400 explosions) the previous reporting period.",
            [("ceasefire-violations", 4700, 5900), ("explosions", 1120, 1400)],
        ),
        (
            "The mission recorded 412 ceasefire violations, including 120 explosions (the previous week: 260 "
            "violations, 35 explosions).",
            [("ceasefire-violations", 412, 260), ("explosions", 120, 35)],
        ),
        (
            "The mission recorded 23 ceasefire violations, including two explosions, compared with 31 (four "
            "explosions) in the previous reporting period.",
            [("ceasefire-violations", 23, 31), ("explosions", 2, 4)],
        ),
        (
            "It saw 61 weapons in violation of withdrawal lines, 44 of which in the eastern zone, compared with 39 "
            "the week before.",
            [("weapons-in-violation", 61, 39), ("weapons-in-violation", 44, None)],
        ),
        (
            "The mission recorded 613 ceasefire violations, 41 fewer than last week's 654.",
            [("ceasefire-violations", 613, 654)],
        ),
        # In the bracket of the part it is of the part.
        (
            "The mission recorded 90 ceasefire violations (40 in the eastern zone, compared with 30 the week before).",
            [("ceasefire-violations", 90, None), ("ceasefire-violations", 40, 30)],
        ),
    ],
)
def test_the_figure_before_goes_with_what_was_counted(sentence, found):
    assert figures(WEEK + sentence) == found


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("Ceasefire violations: 1,204 (October 2020: 966)", 966),
        ("Ceasefire violations: 1,204 (October: 966)", 966),
        ("The mission recorded 1,204 ceasefire violations, a rise of 25 per cent from October (966).", 966),
        ("The mission recorded 1,204 ceasefire violations, up from October's 966.", 966),
        # Neither the month before nor that of this year.
        ("Ceasefire violations: 1,204 (October 2019: 966)", None),
        ("Ceasefire violations: 1,204 (August: 966)", None),
    ],
)
def test_the_figure_of_a_month_is_of_the_period_before_where_that_is_the_month(sentence, value):
    assert figures(MONTH + sentence) == [("ceasefire-violations", 1204, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "On 12 February position 80 heard a loud explosion.",
        "The mission observed 14 explosions and bursts of heavy machine-gun fire in the area of separation each week.",
        "On 13 February, positioned on the edge of Avdiivka, the mission heard 14 explosions.",
        "A camera at the mine recorded 14 explosions, and a camera in Orr saw 4 explosions.",
        "12 February, Kutkai: two air strikes hit the village of Lobo.",
        "On 12 February, according to the presidency, three civilians were killed at Lobo in a bombardment.",
    ],
)
def test_a_figure_of_less_than_the_period_is_no_total(sentence):
    assert figures(WEEK + sentence) == []


def test_those_killed_in_an_event_are_no_count_of_a_report_without_a_period():
    text = "They shot at people who were leaving the church. Five civilians, among them two children, were killed and nine injured."
    assert figures(text) == []


def test_a_figure_of_a_year_is_of_that_year():
    text = WEEK + "The number of civilian casualties in 2019 stood at 91: 16 fatalities and 75 injuries."
    assert {(c.value, c.period.edtf) for c in counts_of(text)} == {
        (value, "2019-01-01/2019-12-31") for value in (91, 16, 75)
    }


def test_entries_of_a_list_keep_their_places():
    text = (
        "Weekly report, 10 - 16 February 2020\n\nSummary\n- The mission recorded more violations.\n"
        "- In Donetsk region, the mission recorded 412 ceasefire violations.\n"
        "- In Luhansk region, the mission recorded 23 ceasefire violations.\n"
    )
    assert [(r[1], r[4], r[6]) for r in rows_of(text)] == [
        ("Donetsk region", 412, "area"),
        ("Luhansk region", 23, "area"),
    ]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("areas not controlled by the government", "areas not controlled by the government"),
        ("areas south-east and south-west of Svitlodarsk", "areas south-east and south-west of Svitlodarsk"),
        ("the eastern zone not far from Orr", "the eastern zone"),
    ],
)
def test_the_place_is_named_whole(words, where):
    text = f"{WEEK}The mission recorded 90 ceasefire violations. Some 30 violations were recorded in {words}."
    assert [c.where.exact for c in counts_of(text) if c.where] == [where]


def test_the_name_of_an_agreement_is_no_place():
    text = WEEK + "Monitors recorded 16 violations of the Agreement on the Monitoring of the Management of Arms."
    assert [(c.value, c.where) for c in counts_of(text)] == [(16, None)]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("since it took effect on 11 January", "2020-01-11"),
        ("since the signing of the accord on 11 January", "2020-01-11"),
        ("in the year to date", "2020-01-01"),
    ],
)
def test_what_is_counted_since_a_day_is_running(words, first):
    (count,) = counts_of(f"{WEEK}The mission has recorded 57 violations of the truce {words}.")
    assert (count.scope, count.period.edtf.partition("/")[0]) == ("running", first)


@pytest.mark.parametrize(
    ("sentence", "kind", "value"),
    [
        ("The mission recorded 94 air violations of Lebanese airspace.", "airspace-violations", 94),
        ("The mission received 34 reports of alleged violations.", "allegations", 34),
        ("Eleven civilian casualties were registered: four dead, seven wounded.", "civilians-killed", 4),
    ],
)
def test_more_words_for_what_is_counted(sentence, kind, value):
    assert (kind, value, None) in figures(WEEK + sentence)


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        # Another thing is counted in the sentence, so its figure before is not that of the violations.
        (
            "The commission registered six violations of the ceasefire. Eighteen hundred combatants are now in the "
            "area (previous week 1,640).",
            [("ceasefire-violations", 6, None)],
        ),
        ("The commission registered six violations of the ceasefire. Last week: 9.", [("ceasefire-violations", 6, 9)]),
        (
            "The commission registered six violations of the ceasefire. This compares with 9 last week.",
            [("ceasefire-violations", 6, 9)],
        ),
    ],
)
def test_a_figure_before_in_a_later_sentence(sentences, found):
    assert figures(WEEK + sentences) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Of the complaints, 84 concerned arbitrary detention and 12 involved restrictions.",
        "The monitors observed two air strikes by the air force near Orr.",
        "During the first, no violations were observed.",
        "On 12 February fighters fired mortar rounds at the Kinama quarter of Bujumbura; four people died.",
    ],
)
def test_a_figure_of_something_else_is_no_count(sentence):
    assert figures(WEEK + sentence) == []


def test_the_casualties_of_mines_are_no_mines():
    text = (
        WEEK + "The mission confirmed 138 civilian casualties, most of them caused by shelling (79) and by mines (51). "
        "It also saw 12 mines in Orr."
    )
    assert [(c.kind, c.value) for c in counts_of(text)] == [("civilian-casualties", 138), ("mines", 12)]


def test_what_is_included_in_the_count_of_a_place_is_of_that_place():
    text = WEEK + "The mission recorded 77 ceasefire violations in Donetsk region, including eight explosions."
    assert [(r[0], r[1], r[6]) for r in rows_of(text)] == [
        ("ceasefire-violations", "Donetsk region", "area"),
        ("explosions", "Donetsk region", "area"),
    ]


def test_so_many_of_the_violations_in_a_place_are_a_part():
    text = (
        WEEK + "The mission recorded 3,412 ceasefire violations. Close to 2,000 of the violations were recorded in "
        "Luhansk region."
    )
    assert [(r[1], r[4], r[5]) for r in rows_of(text)] == [(None, 3412, "exact"), ("Luhansk region", 2000, "about")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Three hundred and five violations occurred at night.",
        "Patrols were denied access on six occasions, delayed on four and stopped once.",
        "Shelling accounted for 657 casualties (81 fatalities and 576 injuries).",
        "Men made up more than half of the casualties (536).",
        "According to the SRPI, nine civilians were injured on the eastern side.",
        "According to residents, 325 civilians have been killed in the district.",
        "On 12 February a mine killed and hurt many: five soldiers and two aid workers killed.",
        "The following was established of the ceasefire violations: 1. On 8 February fighting near Orr left five dead. "
        "2. On 9 February rebels took Orr.",
    ],
)
def test_parts_shares_and_the_words_of_others_are_no_totals(sentence):
    assert figures(WEEK + sentence) == []


def test_what_monitors_say_is_theirs():
    text = WEEK + "According to the data of the mission, 32 civilians were killed in the week."
    assert figures(text) == [("civilians-killed", 32, None)]


def test_all_the_restrictions_are_counted_and_not_the_first_of_them():
    text = (
        WEEK + "Patrols were denied access on six occasions, delayed on four and stopped once. "
        "Of the eleven restrictions, all but one were met in the east."
    )
    assert figures(text) == [("restrictions-of-movement", 11, None)]


def test_lines_of_a_list_are_of_their_places_or_of_none():
    text = (
        MONTH + "Orr: 0 ceasefire violations (October: 2)\nZolote: 117 ceasefire violations (October: 41)\n"
        "Government: 12 ceasefire violations\n\nThe sides were to begin withdrawing from Zolote.\n"
    )
    assert [(r[1], r[4], r[6], r[7]) for r in rows_of(text)] == [("Zolote", 117, "area", (41, "exact"))]


def test_lines_of_a_list_of_kinds_are_totals():
    text = MONTH + "Explosions: 77\nCivilian casualties: 5\nTotal: 90 ceasefire violations\n"
    assert [(r[0], r[4], r[6]) for r in rows_of(text)] == [
        ("explosions", 77, "total"),
        ("civilian-casualties", 5, "total"),
        ("ceasefire-violations", 90, "total"),
    ]


def test_weapons_spotted_in_violation_are_no_violations():
    text = (
        WEEK + "Near the station the mission recorded almost 250 ceasefire violations. A total of 262 weapons were "
        "spotted in violation of withdrawal lines, up from 171."
    )
    assert figures(text) == [("ceasefire-violations", 250, None), ("weapons-in-violation", 262, 171)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Between 13:00 and 17:00 on 9 February no ceasefire violations were recorded.",
        "The front lodged 61 complaints.",
        "Week | Explosions | Casualties\n3-9 February 2020 | 5,204 | 4\n10-16 February 2020 | 3,988 | 7",
    ],
)
def test_hours_one_side_and_loose_rows_give_no_count(sentence):
    assert figures(WEEK + sentence) == []


def test_complaints_of_all_are_counted():
    assert figures(WEEK + "In the week 61 complaints were recorded.") == [("allegations", 61, None)]


def test_days_without_a_year_have_that_of_the_same_days_in_full():
    text = (
        "Table (source: daily reports)\n\nWeek | CFVs\n1-7 June 2020 | 5,204\n15-21 June 2020 | 4,411\n\n"
        "In the week of 15-21 June, the mission recorded 4,411 ceasefire violations."
    )
    assert [(c.value, c.period.edtf) for c in counts_of(text)] == [(4411, "2020-06-15/2020-06-21")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ten days ago no violations had been recorded near Popasna.",
        "12 February: soldiers fired at a crowd at Batumerah; one dead.",
        "The southern side alleged 12 violations of the ceasefire.",
    ],
)
def test_what_is_of_another_day_or_of_one_side_is_no_count(sentence):
    assert figures(WEEK + sentence) == []
