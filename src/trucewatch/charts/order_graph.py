"""The order of an agreement as a picture for a wall or a slide: what comes first stands left."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from trucewatch.core.analysis import Order, Step, Wait

from .layers import Arrow, Place, Plan, plan
from .svg import picture, tag, text, width_of, wrapped

BOX, WORDS = 214.0, 150.0
_SIZE, _SMALL, _LINE = 14.0, 12.0, 17.0
_PAD, _MARGIN, _HEAD = 10.0, 28.0, 74.0
_RED, _INK, _QUIET, _DUTY, _DUTY_EDGE, _DATED, _DATED_EDGE, _OPEN_EDGE = (
    "#b3151d", "#1c2733", "#5b6672", "#e6eef7", "#3d5f86", "#e2f0e3", "#2f6b3a", "#8a5a00",
)  # fmt: skip
_DASHED = {"if": "2 5", "until": "7 5", "is": "1 5", "part": "7 5"}
_SAYS = {"is": "is the event", "part": "as a part of it"}


def order_svg(order: Order, title: str) -> str:
    """The graph of all steps that wait or are waited for; `title` is the agreement's name."""
    waits = _merged(order)
    shown = {end for wait in waits for end in (wait.waiter, wait.awaited)}
    steps = {step.id: step for step in order.steps if step.id in shown}
    same = _same(order)
    circled = {_renamed(wait, same) for circle in order.circles for wait in circle.waits}
    awaited = {wait.awaited for wait in waits}
    labels = {wait: wrapped(_words(wait), WORDS, _SMALL, 3) for wait in waits}
    arrows = [Arrow(wait.awaited, wait.waiter, _label_size(labels[wait])) for wait in waits]
    found = plan({name: _box_size(step) for name, step in steps.items()}, arrows)
    parts: list[str] = [_markers(), *_head(order, waits, title)]
    inner: list[str] = []
    for number, wait in enumerate(waits):
        inner += _arrow(found, number, wait, wait in circled, arrows[number])
    in_circle = {end for wait in circled for end in (wait.waiter, wait.awaited)}
    for name, step in steps.items():
        inner += _box(found.boxes[name], step, name in in_circle, open_end=step.latest is None and name in awaited)
    for number, wait in enumerate(waits):
        inner += _label(found.words[number], labels[wait], wait in circled)
    parts.append(tag("g", {"transform": f"translate({_MARGIN:.0f} {_HEAD:.0f})"}, "\n" + "\n".join(inner) + "\n"))
    width = max(found.width + 2 * _MARGIN, 900.0)
    parts += _legend(_HEAD + found.height + 40)
    return picture(width, _HEAD + found.height + 92, f"Order of {title}", parts)


def _same(order: Order) -> dict[str, str]:
    """Events that one duty alone brings about, with that duty: in the picture they are one box."""
    return {w.waiter: w.awaited for w in order.waits if w.kind == "is" and w.certain}


def _renamed(wait: Wait, same: Mapping[str, str]) -> Wait:
    return replace(wait, waiter=same.get(wait.waiter, wait.waiter), awaited=same.get(wait.awaited, wait.awaited))


def _merged(order: Order) -> tuple[Wait, ...]:
    waits = (_renamed(wait, _same(order)) for wait in order.waits)
    return tuple(dict.fromkeys(wait for wait in waits if wait.waiter != wait.awaited))


def _head(order: Order, waits: tuple[Wait, ...], title: str) -> Iterator[str]:
    free = sum(1 for step in order.steps if not step.is_event) - len(
        {end for wait in waits for end in (wait.waiter, wait.awaited) if not order.step(end).is_event}
    )
    yield text(_MARGIN, 32, wrapped(title, 840, 20, 1)[0] if title else "", 20, font_weight="bold", fill=_INK)
    facts = [
        _count(len(order.circles), "circle"),
        f"{_count(len(order.undated), 'duty')} waiting for an event without a day",
        f"{_count(free, 'further duty')} waiting for nothing that the text names",
    ]
    line = " · ".join(facts) if waits else "Nothing in this text waits for anything that it names."
    yield text(_MARGIN, 54, line, 13, fill=_QUIET)


def _count(number: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number or 'no'} {noun if number == 1 else plural}"


# --------------------------------------------------------------------------- boxes


def _box_size(step: Step) -> tuple[float, float]:
    return BOX, 2 * _PAD + _LINE * len(_lines(step)) + _LINE


def _lines(step: Step) -> list[str]:
    return wrapped(step.name, BOX - 2 * _PAD, _SIZE, 4)


def _box(place: Place, step: Step, circled: bool, *, open_end: bool) -> Iterator[str]:
    fill, edge = (_DATED, _DATED_EDGE) if step.is_event else (_DUTY, _DUTY_EDGE)
    style: dict[str, str | float] = {
        "x": place.x,
        "y": place.y,
        "width": place.width,
        "height": place.height,
        "rx": 18 if step.is_event else 3,
        "fill": "#ffffff" if open_end else fill,
        "stroke": _RED if circled else _OPEN_EDGE if open_end else edge,
        "stroke-width": 3.5 if circled else 1.5,
    }
    if open_end:
        style["stroke-dasharray"] = "6 4"
    yield tag("rect", style)
    x, y = place.x + _PAD, place.y + _PAD + 11
    yield text(
        x, y, _heading(step, open_end=open_end), _SMALL, font_weight="bold", fill=_OPEN_EDGE if open_end else edge
    )
    for number, line in enumerate(_lines(step), start=1):
        yield text(x, y + number * _LINE, line, _SIZE, fill=_INK)


def _heading(step: Step, *, open_end: bool) -> str:
    name = "event" if step.clause is None else short_clause(step.clause)
    if step.latest is None:
        return f"{name} · no day" if open_end else name
    return f"{name} · {_days(step)}"


def _days(step: Step) -> str:
    last = step.latest
    if last is None:
        return ""
    shown = f"{last.day} {last:%b %Y}"
    return shown if step.earliest in (None, last) else f"by {shown}"


def short_clause(clause: str) -> str:
    """A clause id as people write it: art_3__para_2__point_a is 3(2)(a)."""
    parts = [part.partition("_") for part in clause.split("__")]
    kinds = {"art": "Art. ", "point": "point ", "para": "para ", "annex": "Annex ", "sec": "Sec. ", "chp": "Ch. "}
    first, *rest = [(kind, number) for kind, _, number in parts if kind != "part"] or [(clause, "")]
    return f"{kinds.get(first[0], first[0] + ' ')}{first[1]}" + "".join(f"({number})" for _, number in rest)


# --------------------------------------------------------------------------- arrows


def _words(wait: Wait) -> str:
    said = _SAYS.get(wait.kind) or " ".join(wait.span.exact.split())
    return said if wait.certain else f"{said} (?)"


def _label_size(lines: list[str]) -> tuple[float, float]:
    return WORDS, 14.0 * len(lines) + 4


def _label(place: Place, lines: list[str], circled: bool) -> Iterator[str]:
    wide = max((width_of(line, _SMALL) for line in lines), default=0.0)
    middle = place.x + place.width / 2
    box: dict[str, str | float] = {
        "x": middle - wide / 2 - 3,
        "y": place.y,
        "width": wide + 6,
        "height": place.height,
        "fill": "#ffffff",
    }
    yield tag("rect", box)
    for number, line in enumerate(lines, start=1):
        style = {"text_anchor": "middle", "fill": _RED if circled else _QUIET}
        yield text(middle, place.y + 14 * number - 2, line, _SMALL, **style)


def _arrow(found: Plan, number: int, wait: Wait, circled: bool, arrow: Arrow) -> Iterator[str]:
    source, target = found.boxes[arrow.source], found.boxes[arrow.target]
    style: dict[str, str | float] = {
        "fill": "none",
        "stroke": _RED if circled else _QUIET,
        "stroke-width": 4 if circled else 1.6,
        "marker-end": "url(#strong)" if circled else "url(#arrow)",
    }
    if wait.kind in _DASHED and not circled:
        style["stroke-dasharray"] = _DASHED[wait.kind]
    if number in found.back:
        path = _below(source, target, found.words[number])
    else:
        ports = _ports(found, number, arrow)
        path = _across(source, target, found.passes[number], *ports)
    yield tag("path", {"d": path, **style})


def _ports(found: Plan, number: int, arrow: Arrow) -> tuple[float, float]:
    """Where the arrow leaves and enters: arrows at one side are kept apart in the order of their words."""
    return _port(found, number, arrow.source, out=True), _port(found, number, arrow.target, out=False)


def _port(found: Plan, number: int, name: str, *, out: bool) -> float:
    box = found.boxes[name]
    beside = [n for n in found.passes if found.ends[n][0 if out else 1] == name]
    beside.sort(key=lambda n: found.passes[n][0 if out else -1].middle)
    return box.y + box.height / (len(beside) + 1) * (beside.index(number) + 1)


def _across(source: Place, target: Place, passed: tuple[Place, ...], leaves: float, enters: float) -> str:
    x, y = source.right, leaves
    path = f"M{x:.1f} {y:.1f}"
    for place in passed:
        path += _curve(x, y, place.x, place.middle) + f" L{place.right:.1f} {place.middle:.1f}"
        x, y = place.right, place.middle
    return path + _curve(x, y, target.x - 3, enters)


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    middle = (x + to_x) / 2
    return f" C{middle:.1f} {y:.1f} {middle:.1f} {to_y:.1f} {to_x:.1f} {to_y:.1f}"


def _below(source: Place, target: Place, words: Place) -> str:
    """Out to the right, down beside the column, along the lane of the words, and up into the other box's left."""
    out_x, in_x = source.right + 13, target.x - 13
    out_y, in_y, lane = source.y + source.height * 0.8, target.y + target.height * 0.8, words.middle
    return (
        f"M{source.right:.1f} {out_y:.1f} L{out_x:.1f} {out_y:.1f} L{out_x:.1f} {lane - 14:.1f} "
        f"Q{out_x:.1f} {lane:.1f} {out_x - 14:.1f} {lane:.1f} L{in_x + 14:.1f} {lane:.1f} "
        f"Q{in_x:.1f} {lane:.1f} {in_x:.1f} {lane - 14:.1f} L{in_x:.1f} {in_y:.1f} L{target.x - 3:.1f} {in_y:.1f}"
    )


def _markers() -> str:
    def marker(name: str, colour: str, size: float) -> str:
        shape = tag("path", {"d": "M0 0 L10 5 L0 10 z", "fill": colour})
        attributes: Mapping[str, str | float] = {
            "id": name, "viewBox": "0 0 10 10", "refX": 9, "refY": 5, "markerWidth": size, "markerHeight": size,
            "markerUnits": "userSpaceOnUse", "orient": "auto-start-reverse",
        }  # fmt: skip
        return tag("marker", attributes, shape)

    return tag("defs", {}, marker("arrow", _QUIET, 10) + marker("strong", _RED, 16))


def _legend(y: float) -> Iterator[str]:
    entries = (
        ("duty", _DUTY, _DUTY_EDGE, "", 3),
        ("event with a day", _DATED, _DATED_EDGE, "", 9),
        ("awaited, without a day", "#ffffff", _OPEN_EDGE, "6 4", 9),
        ("in a circle", "#ffffff", _RED, "", 3),
    )
    x = _MARGIN
    for words, fill, edge, dash, round_ in entries:
        style: dict[str, str | float] = {
            "x": x, "y": y - 13, "width": 26, "height": 17, "rx": round_, "fill": fill, "stroke": edge,
            "stroke-width": 3.5 if edge == _RED else 1.5,
        }  # fmt: skip
        yield tag("rect", {**style, "stroke-dasharray": dash} if dash else style)
        yield text(x + 34, y, words, 13, fill=_INK)
        x += 34 + width_of(words, 13) + 28
    words = (
        "Arrows lead from what comes first to what waits for it; (?) where the words leave open what waits for what."
    )
    yield text(_MARGIN, y + 28, words, 13, fill=_QUIET)
