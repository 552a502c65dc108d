"""Days that no claim has: of what it only mentions, of what nobody can count, of what has not been done."""

import pytest

from tests.steps.reading_wholly import day_said, read_wholly
from tests.steps.test_days_of_lists import day_done, done, said


def days(text: str) -> set[str]:
    """Every day that any claim of a text has."""
    report = read_wholly(text)
    assert report.claims
    return {day for day in (*said(report), *done(report)) if day is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Geneva, 3 May 2024. In March the Front signed the accord. Two weeks later its fighters attacked Bori.",
        "Geneva, 3 May 2024 - In December the army promised to leave Bori. A month later it launched an attack on the town.",
        "Geneva, 4 March 2024. In May 2023 the sides signed a truce. A week later the rebels captured Bori.",
        "Geneva, 4 March 2024. The truce was signed in November 2023. Within days the army had broken it.",
        "Goma, 3 May 2024. The ceasefire began in April. Soon afterwards the army shelled Bori.",
    ],
)
def test_what_came_later_than_a_month_has_no_day(text):
    assert day_done(read_wholly(text).claims[-1]) is None


def test_what_came_later_than_a_day_has_one():
    text = "Geneva, 3 May 2024. On 4 March the Front signed the accord. Ten days later its fighters attacked Bori."
    assert day_done(read_wholly(text).claims[-1]) == "2024-03-14"
    told = "Goma, 3 May 2024. On 4 March the Front signed the accord, which was drafted in January. Ten days later it attacked Bori."
    assert day_done(read_wholly(told).claims[-1]) == "2024-03-14"


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("JUBA, 2 June 2015 (AP) - Militia fighters have seized most of Unity state since 2013.", "2013"),
        ("MANAGUA, 7 July 2019 - The rebels have occupied the northern district since 2014.", "2014"),
        ("KASENGA, 14 March 2023 (AP) - The rebels have captured large parts of the province since late 2021.", "2021"),
    ],
)
def test_what_has_gone_on_since_a_year_is_not_of_the_day_of_the_report(text, since):
    report = read_wholly(f"{text} On Monday they agreed to withdraw from the towns.")
    assert done(report)[0] == since


@pytest.mark.parametrize(
    "words",
    [
        "General Ali Musa said his men would lay down their arms after the elections and not a day before.",
        "The minister said prisoners would be released when the rebels left, and not one day before.",
        "The rebels promised to disarm after the army withdrew, and not a day earlier.",
    ],
)
def test_a_day_that_is_denied_is_none(words):
    assert days(f"LUANDA, 5 March 2022 - {words}") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Thailand accused Cambodia of planting mines in what it called a blatant violation of the ceasefire signed in Kuala "
        "Lumpur on July 28, 2025.",
        "The army violated the ceasefire reached on July 28, 2025.",
        "The ministry rejected as fiction the ceasefire agreement of 23 October 2020.",
    ],
)
def test_the_day_of_an_agreement_is_not_that_of_what_is_said_of_it(text):
    assert days(text) == set()


@pytest.mark.parametrize(
    ("text", "said_on", "happened_on"),
    [
        ("Vessia complained to the Commission about overflights on 3 May 2020.", None, "2020-05-03"),
        ("The army complained about the Front's attack on Kilo on 3 May 2020.", None, "2020-05-03"),
        ("Ali Omar denounced the shelling of Kesra on 3 May 2020.", None, "2020-05-03"),
        ("The army condemned the killing of two men on 3 May 2020.", None, "2020-05-03"),
        ("Mr Salda complained about overflights on 29 and 30 May 2020.", None, "2020-05-29/2020-05-30"),
        ("The army accused Gora of violating the truce on 4 and 5 June 2020.", None, "2020-06-04/2020-06-05"),
        ("The Front protested on 3 May 2021 about the shelling of Kesra.", "2021-05-03", "2021-05-03"),
        ("On 4 May 2020 the army denounced the shelling of Kesra.", "2020-05-04", "2020-05-04"),
        ("The army condemned the shelling of Kesra, on 4 May 2020.", "2020-05-04", "2020-05-04"),
        ("Ali Omar denounced the truce on 3 May 2020.", "2020-05-03", "2020-05-03"),
        ("Goma, 6 May 2020. The army denounced the shelling of Kesra on Monday.", "2020-05-04", "2020-05-04"),
    ],
)
def test_the_day_of_what_is_complained_about_is_not_that_of_the_complaint(text, said_on, happened_on):
    (claim,) = read_wholly(text).claims
    assert (day_said(claim), day_done(claim)) == (said_on, happened_on)


def test_all_days_of_a_list_are_kept():
    assert done(read_wholly("The rebels attacked Kilo on 3 and 4 May 2020.")) == ["2020-05-03/2020-05-04"]
    (claim,) = read_wholly("The rebels attacked Kilo on 3 or 4 May 2020.").claims
    assert claim.happened_on.alternatives == ("2020-05-04",)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "The ceasefire was signed in June 2019. General Obe told me in May that the army would respect it.",
            "XXXX-05",
        ),
        (
            "The minister told me over lunch in May that the army would respect the ceasefire signed in June 2020.",
            "XXXX-05",
        ),
        (
            "The rebels have held Mako since 2014. The commander told me in May that they would keep the truce.",
            "XXXX-05",
        ),
        ("The ceasefire was signed in June 2020. In May the army promised to respect it.", "XXXX-05"),
        ("The ceasefire was signed in April 2020. In May the army promised to respect it.", "2020-05"),
    ],
)
def test_a_month_has_no_year_that_the_text_contradicts(text, day):
    assert day_said(read_wholly(text).claims[-1]) == day


@pytest.mark.parametrize(
    "text",
    [
        "Agreed today: the army to leave Mako by 3 May 2020; the Front to free 40 prisoners.",
        "Decisions. The army to leave Mako by 3 May 2020. The Front to free 40 prisoners.",
        "Agreed in the session: government to free 40 detainees by 3 May 2020, rebels to lift the siege of Mako.",
        "Adopted by both sides:\n• the army to leave Mako by 3 May 2020;\n• the Front to free 40 prisoners.",
    ],
)
def test_what_is_only_owed_has_not_happened_on_its_last_day(text):
    assert days(text) == set()


def test_what_was_done_has_its_day_whatever_verb_helps_to_tell_it():
    report = read_wholly(
        "The army managed to free 40 prisoners on 3 May 2020. The Front began to hand over its guns on 4 May."
    )
    assert done(report) == ["2020-05-03", "2020-05-04"]


def test_the_day_of_a_deed_is_not_that_of_the_statement_that_tells_it():
    report = read_wholly(
        "OPEN LETTER OF THE PEOPLE'S FRONT\n\nOn 17 January 2023 the army shelled Kara. On 16 January we handed over two captives."
    )
    assert said(report) == [None, None]
    assert done(report) == ["2023-01-17", "2023-01-16"]


def test_a_dateline_without_a_year_dates_its_text_and_no_weekday_in_it():
    report = read_wholly("JUBA, June 2 (AP) - The rebels on Tuesday accused the army of breaking the truce.")
    assert report.document.published_on.edtf == "XXXX-06-02"
    assert said(report) == [None]
