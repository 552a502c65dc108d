"""Places for boxes and arrows, in columns from left to right, so that nothing lies on anything else.

What comes first stands left. Each arrow's words get a place of their own in the column between, as boxes
do; an arrow that passes a column gets a narrow lane through it. Arrows that lead back run below everything.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

Size = tuple[float, float]
_GAP_X, _GAP_Y, _LANE_HEIGHT = 26.0, 20.0, 10.0
_SWEEPS = 12


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one box to another; `size` is that of its words."""

    source: str
    target: str
    size: Size


@dataclass(frozen=True, slots=True)
class Place:
    """Where a box or the words of an arrow stand: the upper left corner and the size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Plan:
    """Places of boxes by name, of words by the arrow's number, and what each arrow passes through.

    `back` are the numbers of arrows that lead back; their words lie in lanes below the boxes.
    """

    boxes: Mapping[str, Place]
    words: Mapping[int, Place]
    passes: Mapping[int, tuple[Place, ...]]
    ends: Mapping[int, tuple[str, str]]
    back: frozenset[int]
    width: float
    height: float


def plan(boxes: Mapping[str, Size], arrows: Sequence[Arrow]) -> Plan:
    """A place for everything; the same input gives the same plan."""
    back = _back(list(boxes), arrows)
    layer = _layers(list(boxes), [arrow for number, arrow in enumerate(arrows) if number not in back])
    items: dict[str, Size] = dict(boxes)
    column: dict[str, int] = {name: 2 * at for name, at in layer.items()}
    links: list[tuple[str, str]] = []
    chain: dict[int, list[str]] = {}
    for number, arrow in enumerate(arrows):
        if number in back:
            continue
        stops = []
        for at in range(column[arrow.source] + 1, column[arrow.target]):
            name = f"\0{number}.{at}"
            items[name] = arrow.size if at == column[arrow.target] - 1 else (0.0, _LANE_HEIGHT)
            column[name] = at
            stops.append(name)
        chain[number] = stops
        way = [arrow.source, *stops, arrow.target]
        links += pairwise(way)
    columns = _ordered(column, links)
    places = _placed(columns, items, links)
    bottom = max((p.y + p.height for p in places.values()), default=0.0)
    words: dict[int, Place] = {n: places[stops[-1]] for n, stops in chain.items()}
    for number in sorted(back):
        ends = [places[arrows[number].source], places[arrows[number].target]]
        width, height = arrows[number].size
        middle = sum(p.x + p.width / 2 for p in ends) / 2
        words[number] = Place(max(0.0, middle - width / 2), bottom + _GAP_Y, width, height)
        bottom += _GAP_Y + height
    everything = [*places.values(), *words.values()]
    return Plan(
        boxes={name: places[name] for name in boxes},
        words=words,
        passes={n: tuple(places[s] for s in stops) for n, stops in chain.items()},
        ends={number: (arrow.source, arrow.target) for number, arrow in enumerate(arrows)},
        back=frozenset(back),
        width=max((p.right for p in everything), default=0.0),
        height=bottom + (_GAP_Y if back else 0),
    )


def _back(names: Sequence[str], arrows: Sequence[Arrow]) -> set[int]:
    """Arrows that close a circle, in the order in which a walk meets them."""
    out: dict[str, list[int]] = {}
    for number, arrow in enumerate(arrows):
        out.setdefault(arrow.source, []).append(number)
    back: set[int] = set()
    done: set[str] = set()
    awaited = {arrow.target for arrow in arrows}

    def walk(name: str, above: tuple[str, ...]) -> None:
        done.add(name)
        for number in out.get(name, ()):
            target = arrows[number].target
            if target == name or target in above:
                back.add(number)
            elif target not in done:
                walk(target, (*above, name))

    for name in sorted(names, key=lambda name: name in awaited):
        if name not in done:
            walk(name, ())
    return back


def _layers(names: Sequence[str], arrows: Sequence[Arrow]) -> dict[str, int]:
    """The longest way to each box; a box that nothing leads to moves next to what it leads to."""
    layer = dict.fromkeys(names, 0)
    for _ in names:
        for arrow in arrows:
            layer[arrow.target] = max(layer[arrow.target], layer[arrow.source] + 1)
    entered = {arrow.target for arrow in arrows}
    for name in names:
        after = [layer[arrow.target] for arrow in arrows if arrow.source == name]
        if name not in entered and after:
            layer[name] = min(after) - 1
    return layer


def _ordered(column: Mapping[str, int], links: Sequence[tuple[str, str]]) -> list[list[str]]:
    """Each column's items from top to bottom, near those that they are linked to."""
    columns: list[list[str]] = [[] for _ in range(max(column.values(), default=-1) + 1)]
    for name, at in column.items():
        columns[at].append(name)
    near: dict[str, list[str]] = {}
    for one, other in links:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    for sweep in range(_SWEEPS):
        sides = range(1, len(columns)) if sweep % 2 == 0 else range(len(columns) - 2, -1, -1)
        for at in sides:
            beside = {name: place for place, name in enumerate(columns[at - 1 if sweep % 2 == 0 else at + 1])}
            rank = {}
            for place, name in enumerate(columns[at]):
                found = [beside[other] for other in near.get(name, ()) if other in beside]
                rank[name] = sum(found) / len(found) if found else float(place)
            columns[at].sort(key=rank.__getitem__)
    return columns


def _placed(
    columns: Sequence[Sequence[str]], items: Mapping[str, Size], links: Sequence[tuple[str, str]]
) -> dict[str, Place]:
    """Columns side by side; in each, items as near to their neighbours' height as there is room."""
    near: dict[str, list[str]] = {}
    for one, other in links:
        near.setdefault(one, []).append(other)
        near.setdefault(other, []).append(one)
    tallest = max((sum(items[n][1] + _GAP_Y for n in names) for names in columns), default=0.0)
    tops: dict[str, float] = {}
    for names in columns:
        used = sum(items[n][1] + _GAP_Y for n in names)
        y = (tallest - used) / 2
        for name in names:
            tops[name] = y
            y += items[name][1] + _GAP_Y
    for _ in range(_SWEEPS):
        for names in columns:
            wanted = []
            for name in names:
                middles = [tops[other] + items[other][1] / 2 for other in near.get(name, ())]
                wanted.append(sum(middles) / len(middles) - items[name][1] / 2 if middles else tops[name])
            tops.update(_spread(names, wanted, items))
    least = min(tops.values(), default=0.0)
    places, x = {}, 0.0
    for names in columns:
        width = max((items[n][0] for n in names), default=0.0)
        for name in names:
            # The way through a column is as long as the column is wide.
            own = items[name][0] or width
            places[name] = Place(x + (width - own) / 2, tops[name] - least, own, items[name][1])
        x += width + _GAP_X
    return places


def _spread(names: Sequence[str], wanted: Sequence[float], items: Mapping[str, Size]) -> dict[str, float]:
    """Heights as near as may be to those wanted, in this order and without overlap."""
    blocks: list[tuple[float, float, list[str]]] = []
    for name, want in zip(names, wanted, strict=True):
        start, height, members = want, items[name][1] + _GAP_Y, [name]
        while blocks and blocks[-1][0] + blocks[-1][1] > start:
            before, size, earlier = blocks.pop()
            count, more = len(earlier), len(members)
            start = (before * count + (start - size) * more) / (count + more)
            height += size
            members = [*earlier, *members]
        blocks.append((start, height, members))
    tops = {}
    for start, _, members in blocks:
        y = start
        for name in members:
            tops[name] = y
            y += items[name][1] + _GAP_Y
    return tops
