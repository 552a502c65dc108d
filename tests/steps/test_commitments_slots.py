"""The other slots of a commitment, its due day, and what holds for every text."""

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.lint.reading import agreement_of, parser
from tests.paths import SHARED
from tests.steps.test_commitments import commitments, only, words
from tests.steps.test_segment import TEXTS
from trucewatch.core.dates import CannotCompute, Due
from trucewatch.core.model import Agreement, Commitment, Missing

SIGNED = date(2020, 10, 23)


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("The Parties shall release all captives.", "object", ["all captives"]),
        ("Neither Party shall recruit, train or arm persons under eighteen.", "object", ["persons"]),
        ("The Parties shall comply with this Agreement in good faith.", "object", ["this Agreement"]),
        ("Elections will take place in the spring.", "object", []),
        ("The Committee shall decide by consensus.", "object", []),
        ("The truce shall remain in force.", "object", []),
        ("The Parties shall meet on Monday.", "object", []),
        ("All forces shall freeze in their locations.", "place", ["in their locations"]),
        ("All forces shall immediately freeze in their locations.", "place", ["in their locations"]),
        ("All forces shall immediately freeze in their locations.", "object", []),
        ("The army shall withdraw from the city of Tal Amar.", "place", ["from the city of Tal Amar"]),
        ("Observers shall be deployed along the line of contact.", "place", ["along the line of contact"]),
        ("The Parties shall exchange captives at the Sarir crossing.", "place", ["at the Sarir crossing"]),
        ("Tanks shall not move within 10 km of the line.", "place", ["within 10 km of the line"]),
        ("The Government shall release two hundred captives.", "quantity", ["two hundred captives"]),
        ("The States will deploy up to 500 observers.", "quantity", ["up to 500 observers"]),
        ("Tanks shall be moved at least 20 kilometres from the line.", "quantity", ["at least 20 kilometres"]),
        ("The Committee shall submit a report to the Parties.", "beneficiary", ["the Parties"]),
        ("The matter shall be referred to the Guarantors.", "beneficiary", ["the Guarantors"]),
        ("The airport shall be reopened under the supervision of the UN.", "verifier", ["the UN"]),
        ("The withdrawal shall be verified by the Mission.", "verifier", ["the Mission"]),
        ("In the presence of the Mediator, the Parties shall exchange maps.", "verifier", ["the Mediator"]),
        ("All armed persons other than the police shall leave.", "exception", ["other than the police"]),
        ("The rebels shall withdraw from the mines of Tora.", "object", []),
        ("No vehicle shall pass except for ambulances.", "exception", ["except for ambulances"]),
        ("Nothing shall affect the rights of the Parties.", "exception", ["the rights of the Parties"]),
        (
            "If a Party violates the truce, the other shall notify the Mediator.",
            "condition",
            ["If a Party violates the truce"],
        ),
        ("Should either side fail to leave, the Guarantor may act.", "condition", ["Should either side fail to leave"]),
        (
            "If, after thirty days, no accord is reached, the Chair shall decide.",
            "condition",
            ["If, after thirty days, no accord is reached"],
        ),
        ("Civilians may return once mines are cleared.", "trigger", ["once mines are cleared"]),
        (
            "After the withdrawal is verified, the schools shall be reopened.",
            "trigger",
            ["After the withdrawal is verified"],
        ),
        ("The Parties shall refrain from the following acts.", "trigger", []),
        (
            "Disputes shall be settled within a week, failing which they go to the Guarantors.",
            "consequence",
            ["failing which they go to the Guarantors"],
        ),
        ("No Party may rely on it before a court.", "deadline", []),
        (
            "Prior to the withdrawal the parties shall exchange officers.",
            "deadline",
            ["Prior to the withdrawal"],
        ),
    ],
)
def test_a_slot_holds_its_words_and_no_others(text: str, slot: str, value: list[str]) -> None:
    assert words(only(text), slot) == value


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Along the Akora road and on both banks of the Ruzi river, the commanders jointly post guards.",
            "Along the Akora road and on both banks of the Ruzi river",
        ),
        ("The Army shall stay two kilometres away from any school.", "two kilometres away from any school"),
        ("The Army shall stop 10 km north of the Ruzi river.", "10 km north of the Ruzi river"),
        ("Guards shall be posted in or around the market.", "in or around the market"),
        ("The Army shall withdraw from both banks of the river.", "from both banks of the river"),
        ("Detainees may be met in every prison and barracks.", "in every prison and barracks"),
        ("The Mission may inspect any site in or around the ports.", "any site in or around the ports"),
        ("The Guard leaves the heights above the town.", "the heights above the town"),
        ("Neither side shall overfly the territory of the other.", "the territory of the other"),
        ("The Mission shall authorise flights between Akora and Bunda.", "between Akora and Bunda"),
        ("The Mission shall settle disputes between Akora and Bunda.", None),
        ("In the area north of the canal, no armed presence is permitted.", "In the area north of the canal"),
        ("The Parties undertake, throughout the country, to abstain from strikes.", "throughout the country"),
        ("The Army shall abstain from strikes by drones in the air space of Akora.", "in the air space of Akora"),
        ("Off the coast, the Navy stays in port.", "Off the coast"),
        ("The bodies shall be given back at the zero point of Akora.", "at the zero point of Akora"),
        ("Elders shall not be kept from crossing at Akora or Bunda.", "at Akora or Bunda"),
        ("The Mission shall watch over the truce in the northern provinces.", "in the northern provinces"),
        ("The Government sends doctors to the camps around Akora.", "to the camps around Akora"),
        ("Salaries shall be paid by the Bank of Akora.", None),
    ],
)
def test_where(text: str, place: str | None) -> None:
    assert (words(only(text), "place") or [None])[0] == place


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("Kabul will hand over to the mediators, within 5 days, lists of the camps.", "object", ["lists of the camps"]),
        ("In case of an incident the chief must call the Committee.", "condition", ["In case of an incident"]),
        (
            "The Parties shall pay within a week; failing that, the matter goes to the Council, which decides on it.",
            "consequence",
            ["failing that, the matter goes to the Council, which decides on it"],
        ),
    ],
)
def test_words_beside_the_act(text: str, slot: str, value: list[str]) -> None:
    assert words(only(text), slot) == value


def test_a_consequence_runs_on_over_the_duty_in_it() -> None:
    first, second = commitments("The Army shall leave by noon; failing that, the Council may suspend the aid.")
    assert words(first, "consequence") == ["failing that, the Council may suspend the aid"]
    assert (words(first, "condition"), words(second, "condition")) == ([], ["failing that"])


def test_a_slot_that_is_missing_says_why() -> None:
    slots = only("The Parties shall stop.").slots
    assert {name: value.reason for name, value in slots.items() if isinstance(value, Missing)} == {
        "object": "no object",
        "beneficiary": "nobody is named as receiving it",
        "place": "no place",
        "quantity": "no number",
        "deadline": "no time limit",
        "trigger": "no trigger",
        "condition": "no condition",
        "verifier": "nobody is named to verify it",
        "consequence": "nothing follows if it is not done",
        "exception": "no exception",
    }


# --------------------------------------------------------------------------- due days


def due(text: str) -> Due | CannotCompute | None:
    (found,) = agreement_of(text, SIGNED).commitments
    return found.due


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The Parties shall stop within 24 hours of the signing of this Agreement.", date(2020, 10, 24)),
        ("Fighters shall leave not later than 90 days after signature.", date(2021, 1, 21)),
        ("Fighters shall leave within three months of signature.", date(2021, 1, 23)),
        ("By 31 December the Parties shall have withdrawn all tanks.", date(2020, 12, 31)),
        ("It was agreed that captives would be exchanged before 5 May.", date(2021, 5, 4)),
        ("The Parties shall, within five days of signature, appoint officers.", date(2020, 10, 28)),
    ],
)
def test_a_due_day(text: str, day: date) -> None:
    found = due(text)
    assert isinstance(found, Due)
    assert (found.earliest, found.latest) == (day, day)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The Committee shall meet within 14 days.", "the text does not say from when it counts"),
        ("The Parties shall stop immediately.", "the words set no day"),
        (
            "The Council shall call elections within 30 days of the adoption of the constitution.",
            "counts from “the adoption of the constitution”, which the text does not date",
        ),
        (
            "The Force shall stay until the new government assumes its functions.",
            "ends with an event that the text does not date: “the new government assumes its functions”",
        ),
        ("Observers shall be deployed after 1 December 2020.", "the words name the first day, and no last one"),
        ("The Parties shall, without delay and within five days, meet.", "the text does not say from when it counts"),
        ("The Chair shall report before the vote.", "waits for an event that the text does not date"),
    ],
)
def test_no_day_is_guessed(text: str, why: str) -> None:
    assert due(text) == CannotCompute(why)


@pytest.mark.parametrize(
    "text",
    [
        "The Team will report every two weeks.",
        "The truce shall last for 72 hours.",
        "Persons displaced since 1 January 2018 shall be helped to return.",
        "Captives taken after 15 March 2019 shall be released.",
        "The Parties shall return to the lines that they held on 1 March 2020.",
        "The Parties shall implement the accord of 10 June 2019.",
        "The elections, which are to be held in March 2022, will be organised by the Commission.",
        "The Parties shall begin talks on a permanent truce, to be concluded by 31 March 2021.",
        "Vehicles shall not use the road between 18:00 and 06:00.",
    ],
)
def test_a_day_that_dates_something_else_is_no_due_day(text: str) -> None:
    assert due(text) is None


def test_leave_given_to_others_until_a_day_is_no_deadline_of_the_duty() -> None:
    assert not isinstance(due("The State will not prosecute fighters who surrender before 31 December 2020."), Due)


def test_a_limit_behind_a_comma_belongs_to_the_verb_after_it() -> None:
    text = "The Mission will look into complaints and, by 3 May 2027, put its findings before the Parties."
    assert [words(c, "deadline") for c in commitments(text)] == [[], ["by 3 May 2027"]]


def test_a_limit_does_not_reach_back_over_another_verb() -> None:
    text = "The Parties shall withdraw the charges and make public, within three weeks, the list."
    assert words(commitments(text)[0], "deadline") == []


def test_the_length_of_a_case_is_no_limit_of_the_duty() -> None:
    text = "If no attack takes place for seven consecutive days, the Army shall open the road."
    assert words(only(text), "deadline") == []


def test_each_limit_belongs_to_its_verb() -> None:
    first, second = agreement_of(
        "The Mission shall verify compliance within 10 days and report to the Council within 30 days of signature.",
        SIGNED,
    ).commitments
    assert (words(first, "deadline"), words(second, "deadline")) == (
        ["within 10 days"],
        ["within 30 days of signature"],
    )
    assert isinstance(first.due, Due)
    assert isinstance(second.due, Due)
    assert (first.due.latest, second.due.latest) == (date(2020, 11, 2), date(2020, 11, 22))


# --------------------------------------------------------------------------- laws


def assert_lawful(agreement: Agreement) -> None:
    original = agreement.document.original
    ids = [c.id for c in agreement.commitments]
    assert len(ids) == len(set(ids))
    for commitment in agreement.commitments:
        assert agreement.clause(commitment.clause).operative
        for span in spans(commitment):
            assert original[span.start : span.end] == span.exact
            assert span.exact.strip() == span.exact != ""
        assert not isinstance(commitment.slots.action, Missing)
        if isinstance(commitment.due, Due):
            assert commitment.due.earliest is not None
            assert commitment.due.latest is not None
            assert commitment.due.earliest <= commitment.due.latest
            assert commitment.due.assumes or not commitment.due.spans


def spans(commitment: Commitment) -> list:  # type: ignore[type-arg]
    return [
        commitment.span,
        *(span for _, slot in commitment.slots.items() if not isinstance(slot, Missing) for span in slot),
    ]


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.stem)
def test_every_value_is_a_span_of_the_text(path) -> None:  # type: ignore[no-untyped-def]
    assert_lawful(agreement_of(path.read_bytes().decode("utf-8")))


SENTENCES = st.sampled_from(
    [
        "The Parties shall:",
        "(a) withdraw their tanks within five days of signature;",
        "(b) refrain from hostile acts; and",
        "2. Neither Party shall, under any circumstances, open fire unless fired upon.",
        "It shall report to the Guarantors by 1 May, failing which the Chair decides.",
        "The following acts are prohibited:",
        "- firing at aircraft;",
        "Article 3",
        "Monitoring",
        "The withdrawal shall be verified by the Mission\nand completed by day 10 of the ceasefire.",
        "Should a dispute arise, they shall consult.",
        "“Fire” means any shot.",
        "Done at Tana on 3 May 2021.",
        "There shall be no reprisals, except where the law allows.",
        "Stop. ((Now)); or else",
        "shall shall may not to be",
    ]
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SENTENCES, max_size=10))
def test_any_mixture_of_sentences_is_read_lawfully(pieces: list[str]) -> None:
    assert_lawful(agreement_of("\n".join(pieces)))


# --------------------------------------------------------------------------- real texts and size


@pytest.mark.skipif(
    not SHARED.is_dir(), reason="needs the shared sample texts, a folder named shared beside the project"
)
def test_the_freeze_of_the_south_sudan_agreement_has_its_place() -> None:
    text = (SHARED / "cases" / "agreements" / "pax_1966.txt").read_text(encoding="utf-8")
    freeze = next(c for c in agreement_of(text).commitments if words(c, "action") == ["freeze"])
    assert (words(freeze, "place"), words(freeze, "object")) == (["in their locations"], [])


def test_a_sentence_without_end_takes_no_longer_than_the_square_of_its_length() -> None:
    part = "The Parties shall withdraw from the town of Kora and release captives within five days of signature, "
    parser().parse(["The Parties shall stop."])

    def seconds(times: int) -> float:
        began = time.perf_counter()
        assert len(commitments(part * times + "and stop.")) >= times
        return time.perf_counter() - began

    short, long = seconds(40), seconds(160)
    # Four times the words: sixteen times the time, and a little for what else the machine does.
    assert long < 20 * short


@pytest.mark.parametrize(
    "text",
    [
        "The Parties shall " + "(" * 300 + "stop" + ")" * 300 + ".",
        "The Parties shall, " + "in all cases, " * 300 + "stop.",
        "Article 1\n1. The Parties shall:\n" + "(a) ensure that they:\n(i) shall:\n" * 40,
        "Truce\n\n" + "\n".join(f"{i}. The Parties shall stop." for i in range(1, 200)),
        "until " * 300,
        "if " * 300 + "the Parties shall stop.",
    ],
    ids=["brackets", "asides", "nesting", "points", "until", "if"],
)
def test_strange_texts_are_read_without_a_crash(text: str) -> None:
    assert_lawful(agreement_of(text))
