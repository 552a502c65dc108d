"""Time limits in words, and the days they fall on: a day is named only where the text gives it."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trucewatch.core.dates import CannotCompute, Due, when
from trucewatch.core.due_days import due_day
from trucewatch.core.model import Anchor
from trucewatch.core.time_limits import Limit, anchor_kind, find_limits

SIGNED = Anchor("signature", when("2020-10-23"), "given by the user")
TRUCE = Anchor("ceasefire-start", when("2020-10-25"), "“on 25 October 2020”")
FORCE = Anchor("entry-into-force", when("2020-11-01"), "“on 1 November 2020”")
D_DAY = Anchor("D-Day", when("2020-12-01"), "“1 December 2020”")
ALL: Mapping[str, Anchor] = {a.kind: a for a in (SIGNED, TRUCE, FORCE, D_DAY)}


def only(text: str) -> Limit:
    limits = find_limits(text)
    assert len(limits) == 1, limits
    return limits[0]


def due(text: str, anchors: Mapping[str, Anchor] = ALL) -> Due | CannotCompute | None:
    return due_day(only(text), anchors)


def days(text: str, anchors: Mapping[str, Anchor] = ALL) -> tuple[date | None, date | None]:
    found = due(text, anchors)
    assert isinstance(found, Due), found
    return found.earliest, found.latest


def refusal(text: str, anchors: Mapping[str, Anchor] = ALL) -> str:
    found = due(text, anchors)
    assert isinstance(found, CannotCompute), found
    return found.reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Release them within 72 hours of the signing of this Agreement.", date(2020, 10, 26)),
        ("Report not later than 30 days after signature.", date(2020, 11, 22)),
        ("Leave within three (3) months from the date of signature.", date(2021, 1, 23)),
        ("Within a maximum of ninety days from the signing, all shall leave.", date(2021, 1, 21)),
        ("Meet within two weeks of its entry into force.", date(2020, 11, 15)),
        ("Lift the siege within 48 hours of the ceasefire.", date(2020, 10, 27)),
        ("Be ready no later than D+10.", date(2020, 12, 11)),
        ("Start on D-Day plus 30.", date(2020, 12, 31)),
        ("Leave by E-Day+30.", date(2020, 12, 31)),
        ("Hand in the lists between E-Day and E-Day+6.", date(2020, 12, 7)),
        ("The truce begins at zero hours on E-Day.", date(2020, 12, 1)),
        ("Withdraw between D+10 and D+30.", date(2020, 12, 31)),
        ("Meet between 1 December 2020 and 15 December 2020.", date(2020, 12, 15)),
        ("Withdraw by 1 March 2021.", date(2021, 3, 1)),
        ("Withdraw no later than March 3rd, 2021.", date(2021, 3, 3)),
        ("Withdraw by the end of February 2024.", date(2024, 2, 29)),
        ("Withdraw before 5 May 2021.", date(2021, 5, 4)),
        ("Stop at 18:00 local time on 24 October 2020.", date(2020, 10, 24)),
        ("Stop upon signature.", date(2020, 10, 23)),
        ("Stop from the moment of approval of this memorandum.", date(2020, 10, 23)),
    ],
)
def test_a_day_that_the_words_give(text: str, day: date) -> None:
    assert days(text) == (day, day)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Start on day 2 of the ceasefire.", date(2020, 10, 26), date(2020, 10, 27)),
        ("Hold talks in January 2021.", date(2021, 1, 1), date(2021, 1, 31)),
        ("Begin at midnight between 3 and 4 November 2020.", date(2020, 11, 3), date(2020, 11, 4)),
        ("Report within 36 hours of signature.", date(2020, 10, 24), date(2020, 10, 25)),
    ],
)
def test_both_readings_are_kept(text: str, earliest: date, latest: date) -> None:
    assert days(text) == (earliest, latest)


def test_day_two_states_what_day_one_is() -> None:
    found = due("Start on day 2 of the ceasefire.")
    assert isinstance(found, Due)
    assert (
        "day 1 is the day of “the ceasefire” itself in the earlier reading, the day after it in the later"
        in found.assumes
    )


def test_every_assumption_is_stated() -> None:
    found = due("Leave within 3 months of the signing of this Agreement.")
    assert isinstance(found, Due)
    assert found.assumes == (
        "signature is 2020-10-23 (given by the user)",
        "day 0 is the day of “the signing of this Agreement”; 3 months are counted after it",
        "months are calendar months, not 30 days",
    )


def test_hours_without_a_clock_say_so() -> None:
    found = due("Report within 72 hours of signature.")
    assert isinstance(found, Due)
    assert "the hour is not known, so hours are counted as days" in found.assumes


def test_a_missing_year_is_filled_from_the_signature() -> None:
    assert days("Withdraw by 31 December.") == (date(2020, 12, 31), date(2020, 12, 31))
    assert days("Withdraw before 5 May.") == (date(2021, 5, 4), date(2021, 5, 4))
    found = due("Withdraw by 31 December.")
    assert isinstance(found, Due)
    assert found.assumes == ("the year is not stated: first such day from signature on (2020-10-23)",)
    assert refusal("Withdraw by 31 December.", {}) == "the date has no year, and no signature date is known"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Stay until the new government assumes its functions.",
            "ends with an event that the text does not date: “the new government assumes its functions”",
        ),
        ("Meet within ten working days of signature.", "cannot count working days without a calendar of the place"),
        ("Meet within 14 days.", "the text does not say from when it counts"),
        ("Stop immediately.", "the words set no day"),
        (
            "Vote within 30 days of the adoption of the new constitution.",
            "counts from “the adoption of the new constitution”, which the text does not date",
        ),
        (
            "Disband within a week of the signing of the power-sharing deal.",
            "counts from “the signing of the power-sharing deal”, which the text does not date",
        ),
        (
            "Publish it within 5 days of the entry into force of the amnesty law.",
            "counts from “the entry into force of the amnesty law”, which the text does not date",
        ),
        (
            "Report within 24 hours of each violation.",
            "counts from “each violation”, which the text does not date",
        ),
        ("Release them within five days thereafter.", "counts from “thereafter”, which the text does not date"),
        (
            "Submit the list no later than one week before the elections.",
            "counted back from “the elections”, which the text does not date",
        ),
        ("Withdraw not earlier than 5 days after signature.", "the words name the first day, and no last one"),
        ("Open it not before 5 May 2021.", "the words name the first day, and no last one"),
        ("Deploy after 1 December 2020.", "the words name the first day, and no last one"),
        ("Leave within 99999999999 days of signature.", "99999999999 days reach beyond any calendar"),
        ("Leave within 99999 years of signature.", "99999 years reach beyond any calendar"),
        ("Start on day 99999999999 of the ceasefire.", "99999999999 days reach beyond any calendar"),
    ],
)
def test_where_the_text_gives_no_day_none_is_named(text: str, reason: str) -> None:
    assert refusal(text) == reason


def test_an_anchor_that_nobody_dated_is_named() -> None:
    assert (
        refusal("Withdraw within 72 hours of the signing of this Agreement.", {})
        == "counts from “the signing of this Agreement”, and no signature date is known"
    )
    opened = {"signature": Anchor("signature", when("2020-10-23/.."), "the title")}
    assert refusal("Withdraw within 2 days of signature.", opened) == (
        "counts from “signature”, whose date is open: 2020-10-23/.."
    )


def test_the_29th_of_february_needs_a_leap_year() -> None:
    in_2019 = {"signature": Anchor("signature", when("2019-10-23"), "the title")}
    assert days("Withdraw by 29 February.", in_2019) == (date(2020, 2, 29), date(2020, 2, 29))
    in_2021 = {"signature": Anchor("signature", when("2021-10-23"), "the title")}
    assert refusal("Withdraw by 29 February.", in_2021) == "no year near the signature has such a day"


@pytest.mark.parametrize(
    "text",
    [
        "The truce lasts for a period of 72 hours.",
        "Report every two weeks.",
        "Observers stay for six months from the date of signature.",
    ],
)
def test_a_period_is_no_day(text: str) -> None:
    assert due(text) is None


def test_a_bare_count_runs_from_what_its_sibling_runs_from() -> None:
    bare, named = find_limits("Verify within 10 days and report within 30 days of signature.")
    found = due_day(bare, ALL, (bare, named))
    assert isinstance(found, Due)
    assert (found.earliest, found.latest) == (date(2020, 11, 2), date(2020, 11, 2))
    assert "counted from “signature”, named in the same sentence" in found.assumes


def test_a_count_with_an_event_of_its_own_has_no_sibling() -> None:
    named, own = find_limits("Withdraw within 2 days of signature and meet within 5 days thereafter.")
    assert isinstance(due_day(own, ALL, (named, own)), CannotCompute)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("the signing of this Agreement", "signature"),
        ("signature", "signature"),
        ("signing the agreement", "signature"),
        ("the signing of this Cessation of Hostilities Agreement", "signature"),
        ("the approval of this memorandum", "signature"),
        ("approval", None),
        ("the adoption of the constitution", None),
        ("the signing of the peace treaty", None),
        ("its entry into force", "entry-into-force"),
        ("the effective date of this Protocol", "entry-into-force"),
        ("the entry into force of the amnesty law", None),
        ("the entry into force of the ceasefire", "ceasefire-start"),
        ("the start of the truce", "ceasefire-start"),
        ("the ceasefire commission", None),
        ("D-Day", "D-Day"),
        ("E-Day", "D-Day"),
        ("ten hours a-day", None),
        ("Day 1", "Day 1"),
    ],
)
def test_only_the_agreements_own_days_are_anchors(words: str, kind: str | None) -> None:
    assert anchor_kind(words) == kind


@pytest.mark.parametrize(
    "text",
    [
        "the law of 3 May 2019",
        "persons over seventy years of age",
        "the 2014 line",
        "300 cows for each person",
        "between 18:00 and 06:00",
    ],
)
def test_what_limits_nothing_is_no_limit(text: str) -> None:
    assert find_limits(text) == []


def test_the_words_of_a_limit_are_whole() -> None:
    def words(text: str) -> list[str]:
        return [text[m.start : m.end] for m in find_limits(text)]

    assert words("Either Party may leave on seven days' notice.") == ["on seven days' notice"]
    assert words("Not later than D+10, clear the road.") == ["Not later than D+10"]
    assert words("Stop before 5 May.") == ["before 5 May"]
    assert words("Withdraw by 1 May 2021 at the latest.") == ["by 1 May 2021 at the latest"]


WORDS = st.sampled_from(
    "within not later than 30 72 days hours after of the signature before 5 May 2021 29 February until until day D+10 D- and between "
    "immediately for a period every week month notice ' , . ; ( ) thereafter at 18:00 on ceasefire upon entry into force XXXX 99999999999 "
    "one hundred first the end by no earlier latest 31 September years age".split(" ")
)


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=25).map(" ".join)))
def test_limits_lie_in_the_text_in_order_and_apart(text: str) -> None:
    at = 0
    for limit in find_limits(text):
        assert at <= limit.start < limit.end <= len(text)
        at = limit.end


@given(st.lists(WORDS, max_size=25).map(" ".join), st.sampled_from([{}, ALL, {"signature": SIGNED}]))
def test_a_limit_has_a_day_or_a_reason_or_none(text: str, anchors: Mapping[str, Anchor]) -> None:
    limits = find_limits(text)
    for limit in limits:
        found = due_day(limit, anchors, limits)
        if isinstance(found, Due):
            assert found.earliest is not None
            assert found.latest is not None
            assert found.earliest <= found.latest
        else:
            assert found is None or found.reason


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Place teams by Day 2.", date(2021, 3, 2)),
        ("Give the bodies back on Day 3.", date(2021, 3, 3)),
        ("Take the guns out before Day 10.", date(2021, 3, 9)),
    ],
)
def test_numbered_days_count_from_the_first(text: str, day: date) -> None:
    first = {"Day 1": Anchor("Day 1", when("2021-03-01"), "“1 March 2021”")}
    assert days(text, first) == (day, day)
    assert refusal(text, {}) == "counts from “Day 1”, and no Day 1 date is known"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Start on the next working day.", "on the next working day"),
        ("Report it the same day.", "the same day"),
        ("Withdraw within the remaining nine days of the pause.", "within the remaining nine days of the pause"),
    ],
)
def test_a_day_beside_another_cannot_be_computed(text: str, words: str) -> None:
    (found,) = find_limits(text)
    assert text[found.start : found.end] == words
    assert refusal(text).endswith("which the text does not date")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The committee sits every Friday in Akora.", "every Friday"),
        ("Findings are due by the 15th of every Nepali month.", "by the 15th of every Nepali month"),
        ("Families may visit on Saturdays.", "on Saturdays"),
        ("Each day from 10:00 to 16:00 all guns rest.", "Each day from 10:00 to 16:00"),
        ("Both report at the end of each quarter.", "at the end of each quarter"),
        ("Herds pass from November to April only.", "from November to April only"),
    ],
)
def test_what_comes_again_is_a_period_without_a_day(text: str, words: str) -> None:
    (found,) = find_limits(text)
    assert (text[found.start : found.end], found.kind, due_day(found, ALL)) == (words, "period", None)


@pytest.mark.parametrize(
    "text", ["As soon as the Chair has certified it, leave.", "The chief of each quarter shall call."]
)
def test_words_like_a_limit_are_none(text: str) -> None:
    assert find_limits(text) == []
