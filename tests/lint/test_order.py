import pytest

from tests.lint.reading import agreement_of
from tests.paths import SHARED, needs_shared
from trucewatch import api
from trucewatch.core.analysis import Order
from trucewatch.lint.order import order


def order_of(text: str) -> Order:
    return order(agreement_of(text))


def edges(found: Order) -> set[tuple[str, str, str]]:
    name = {step.id: step.name for step in found.steps}
    return {(name[wait.waiter], wait.kind, name[wait.awaited]) for wait in found.waits}


def test_a_limit_counted_from_an_event_waits_for_it():
    found = order_of("The Front shall free the captives within 3 days of the arrival of the Mission.")
    assert ("free the captives", "after", "the arrival of the Mission") in edges(found)
    (undated,) = found.undated
    assert found.step(undated.event).name == "the arrival of the Mission"


def test_an_event_on_a_known_day_is_not_undated():
    text = "Signed on 3 May 2031.\n\n1. The Front shall free the captives within 3 days of signature."
    assert order_of(text).undated == ()


def test_an_event_is_the_duty_that_brings_it_about():
    text = (
        "1. The Front shall open the bridge by 4 May 2031.\n\n"
        "2. The Front shall free the captives within 3 days after the opening of the bridge."
    )
    found = order_of(text)
    event = next(step for step in found.steps if step.is_event)
    assert [found.step(duty).clause for duty in event.brought_by] == ["point_1"]
    assert found.undated == ()


def test_what_waits_for_an_event_does_not_bring_it_about():
    found = order_of("A quarter of the guns is returned when a quarter of the garrison has left.")
    assert [wait.kind for wait in found.waits] == ["after"]


def test_two_steps_that_wait_for_each_other_are_a_circle():
    text = "1. The guns shall leave after the siege is lifted.\n\n2. The siege shall be lifted after the guns leave."
    (circle,) = order_of(text).circles
    assert {wait.waiter.split("__")[0] for wait in circle.waits if not wait.waiter.startswith("event")} == {
        "point_1",
        "point_2",
    }


def test_steps_in_a_row_are_no_circle():
    text = (
        "1. The guns shall leave after the siege is lifted.\n\n"
        "2. The siege shall be lifted after the Mission arrives.\n\n3. The Mission shall arrive by 3 May 2031."
    )
    assert order_of(text).circles == ()


def test_a_whole_that_depends_on_its_own_part_is_a_circle_and_says_what_is_open():
    text = (
        "1. The garrison returns after the settlement (free elections and the land reform), provided that paragraph 2 "
        "has been implemented.\n\n2. The Council shall carry out the land reform."
    )
    (circle,) = order_of(text).circles
    assert {wait.kind for wait in circle.waits} == {"part", "condition"}
    assert not all(wait.certain for wait in circle.waits)


def test_a_case_that_may_never_come_holds_nobody_up():
    text = "1. If the Mission is attacked, the Front shall protect the Mission."
    found = order_of(text)
    assert [wait.kind for wait in found.waits] == ["if"]
    assert found.undated == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Council shall meet as soon as possible.",
        "The following acts are prohibited: looting of shops.",
        "The Parties call upon neighbouring States to help.",
    ],
)
def test_words_that_only_look_like_a_wait(text):
    assert order_of(text).waits == ()


def test_what_nobody_may_do_before_an_event_waits_for_it():
    found = order_of("No Party shall enter the valley before the Mission confirms the withdrawal.")
    assert [(wait.kind, found.step(wait.awaited).is_event) for wait in found.waits] == [("after", True)]


def test_the_end_of_a_period_is_no_step():
    assert order_of("The truce may be extended by the Parties before its expiry.").waits == ()


def test_a_duty_due_before_what_it_waits_for():
    text = (
        "1. The Mission shall verify the depots by 2 May 2031, once the Front has opened the depots.\n\n"
        "2. The Front shall open the depots by 9 May 2031."
    )
    (early,) = order_of(text).too_early
    assert (early.due.isoformat(), early.not_before.isoformat()) == ("2031-05-02", "2031-05-09")


def test_every_wait_is_tied_to_its_words():
    text = (
        "The Front shall free the captives within 3 days of the arrival of the Mission, provided that the road is open."
    )
    agreement = agreement_of(text)
    for wait in order(agreement).waits:
        assert agreement.document.original[wait.span.start : wait.span.end] == wait.span.exact


@needs_shared
def test_the_package_of_measures_has_the_circle_of_point_9_and_the_undated_withdrawal():
    agreement = api.read_agreement(SHARED / "cases" / "agreements" / "pax_1364.txt")
    found = order(agreement)
    (circle,) = found.circles
    assert {found.step(wait.waiter).clause for wait in circle.waits} == {None, "point_11"}
    assert any("paragraph 11" in wait.span.exact and not wait.certain for wait in circle.waits)
    waiting = {(found.step(u.duty).clause, found.step(u.event).name) for u in found.undated}
    assert {("point_3", "the withdrawal"), ("point_4", "the withdrawal"), ("point_6", "the withdrawal")} <= waiting
    withdrawal = next(step for step in found.steps if step.name == "the withdrawal")
    assert {found.step(duty).clause for duty in withdrawal.brought_by} >= {"point_2", "point_10"}


@needs_shared
def test_the_cessation_of_2017_has_its_two_clashes():
    found = order(api.read_agreement(SHARED / "cases" / "agreements" / "pax_1966.txt"))
    assert {(clash.kind, clash.clause) for clash in found.clashes} == {
        ("contradictory-deadlines", "art_8__para_3"),
        ("notice-after-effect", "art_1__para_4"),
    }
    assert found.circles == ()
