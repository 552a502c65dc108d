import xml.etree.ElementTree as ET
from datetime import date
from itertools import combinations

import pytest

from tests.paths import SHARED, needs_shared
from trucewatch import api
from trucewatch.charts.layers import Arrow, Place, plan
from trucewatch.charts.order_graph import order_svg, short_clause
from trucewatch.charts.png import png_of
from trucewatch.charts.svg import width_of, wrapped
from trucewatch.core.analysis import Circle, Order, Step, Wait
from trucewatch.core.quotes import Span
from trucewatch.lint.order import order

SVG = "{http://www.w3.org/2000/svg}"
WORDS = Span(0, 5, "after")
GUNS = Step("c1", "point_1", "the guns leave", WORDS)
SIEGE = Step("c2", "point_2", "the siege is lifted", WORDS)
SIGNING = Step("event_1", None, "signature", WORDS, date(2031, 5, 3), date(2031, 5, 3))
ARRIVAL = Step("event_2", None, "the arrival", WORDS)


def order_of(*waits: Wait, circles: tuple[Circle, ...] = ()) -> Order:
    return Order((GUNS, SIEGE, SIGNING, ARRIVAL), waits, circles, (), ())


def rects(svg: str) -> list[ET.Element]:
    group = ET.fromstring(svg).find(f"{SVG}g")
    return [] if group is None else group.findall(f"{SVG}rect")


def overlap(one: Place, two: Place) -> bool:
    return one.x < two.right and two.x < one.right and one.y < two.y + two.height and two.y < one.y + one.height


def test_what_comes_first_stands_left():
    boxes = {"a": (100.0, 40.0), "b": (100.0, 40.0), "c": (100.0, 40.0)}
    found = plan(boxes, [Arrow("a", "b", (60, 20)), Arrow("b", "c", (60, 20)), Arrow("a", "c", (60, 20))])
    assert found.boxes["a"].right < found.words[0].x < found.boxes["b"].x < found.boxes["c"].x


@pytest.mark.parametrize("count", [1, 3, 9])
def test_boxes_and_words_never_overlap(count):
    names = [f"n{i}" for i in range(count + 2)]
    arrows = [Arrow(names[i], names[j], (80, 30)) for i, j in combinations(range(len(names)), 2) if (i + j) % 2]
    arrows.append(Arrow(names[-1], names[0], (80, 30)))
    found = plan(dict.fromkeys(names, (120.0, 50.0)), arrows)
    for one, two in combinations([*found.boxes.values(), *found.words.values()], 2):
        assert not overlap(one, two)


def test_an_arrow_that_closes_a_circle_runs_below():
    found = plan({"a": (90, 40), "b": (90, 40)}, [Arrow("a", "b", (50, 20)), Arrow("b", "a", (50, 20))])
    assert found.back == {1}
    assert found.words[1].y > max(box.y + box.height for box in found.boxes.values())


def test_events_without_a_day_are_hollow_and_dated_ones_are_not():
    svg = order_svg(order_of(Wait("c1", "event_1", "after", WORDS), Wait("c2", "event_2", "after", WORDS)), "T")
    round_boxes = [r for r in rects(svg) if r.get("rx") == "18"]
    assert {(r.get("fill"), r.get("stroke-dasharray")) for r in round_boxes} == {("#e2f0e3", None), ("#ffffff", "6 4")}


def test_a_circle_is_drawn_strongly():
    there, back = Wait("c1", "c2", "after", WORDS), Wait("c2", "c1", "after", WORDS)
    plain = order_svg(order_of(there, back), "T")
    strong = order_svg(order_of(there, back, circles=(Circle((there, back)),)), "T")
    assert plain.count("url(#strong)") == 0
    assert strong.count("url(#strong)") == 2
    assert "1 circle" in strong


def test_an_event_that_one_duty_brings_about_is_that_duty():
    svg = order_svg(order_of(Wait("c1", "event_2", "after", WORDS), Wait("event_2", "c2", "is", WORDS)), "T")
    assert "the arrival" not in svg
    assert "the siege is lifted" in svg


def test_a_text_without_waits_says_so():
    assert "Nothing in this text waits for anything that it names." in order_svg(order_of(), "T")


def test_words_of_the_text_cannot_break_the_picture():
    step = Step("c9", "point_9", 'guns & "shells" <all>', WORDS)
    svg = order_svg(Order((step, SIGNING), (Wait("c9", "event_1", "after", WORDS),), (), (), ()), "A & B <x>")
    words = [element.text for element in ET.fromstring(svg).iter(f"{SVG}text")]
    assert "A & B <x>" in words


def test_the_same_order_gives_the_same_picture():
    waits = (Wait("c1", "event_1", "after", WORDS), Wait("c2", "c1", "condition", WORDS))
    assert order_svg(order_of(*waits), "T") == order_svg(order_of(*waits), "T")


@pytest.mark.parametrize(
    ("clause", "shown"),
    [("point_9", "point 9"), ("art_3__para_2__point_a", "Art. 3(2)(a)"), ("part_1__art_4", "Art. 4")],
)
def test_clauses_are_named_as_people_write_them(clause, shown):
    assert short_clause(clause) == shown


def test_wrapped_lines_fit_and_say_when_words_are_left_out():
    lines = wrapped("the comprehensive political settlement of the whole conflict", 120, 14, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert all(width_of(line, 14) <= 120 for line in lines)


def test_the_picture_becomes_a_png():
    pytest.importorskip("vl_convert")
    assert png_of(order_svg(order_of(Wait("c1", "event_1", "after", WORDS)), "T"), 1).startswith(b"\x89PNG")


@needs_shared
@pytest.mark.parametrize("name", ["pax_1362", "pax_1364", "pax_1966", "pax_930"])
def test_no_box_of_a_real_agreement_lies_on_another(name):
    found = order(api.read_agreement(SHARED / "cases" / "agreements" / f"{name}.txt"))
    places = [
        Place(*(float(r.get(key) or 0) for key in ("x", "y", "width", "height"))) for r in rects(order_svg(found, name))
    ]
    assert len(places) > 3
    for one, two in combinations(places, 2):
        assert not overlap(one, two)
