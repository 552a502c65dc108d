"""Word's automatic numbers and heading levels, computed from numbering.xml and styles.xml."""

import re
from dataclasses import dataclass, field
from typing import Any

from .numbering import label

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%([1-9])")
_HEADING_NAME = re.compile(r"heading ([1-9])\Z")
_MAX_STYLES_DEEP = 20


def value_of(parent: Any | None, *path: str) -> str | None:
    """The `w:val` of the element at the end of the path below `parent`, or None."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(W + name)
    return None if parent is None else parent.get(W + "val")


def _whole(words: str | None, otherwise: int) -> int:
    return int(words) if words is not None and words.isdecimal() and len(words) < 7 else otherwise


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, and the text around the number ("Article %1")."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """What a paragraph's formatting says about it: list label ("" for a bullet), heading level."""

    number: str | None = None
    heading: int | None = None
    contents: bool = False


@dataclass
class Numbering:
    """Counts through a document; ask for each paragraph once, in order."""

    numbering: Any | None
    styles: Any | None
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)

    def __post_init__(self) -> None:
        def by_id(root: Any | None, tag: str, name: str) -> dict[str, Any]:
            return {} if root is None else {e.get(W + name, ""): e for e in root.findall(W + tag)}

        self._styles = by_id(self.styles, "style", "styleId")
        self._lists = by_id(self.numbering, "num", "numId")
        self._definitions = by_id(self.numbering, "abstractNum", "abstractNumId")

    def place(self, paragraph: Any) -> Place:
        """The next paragraph's list label and heading level."""
        properties = paragraph.find(W + "pPr")
        chain = self._style_chain(value_of(properties, "pStyle"))
        names = [(value_of(style, "name") or "").lower() for style in chain]
        return Place(
            number=self._number(properties, chain),
            heading=_heading_level(properties, chain, names),
            contents=bool(names) and names[0].startswith("toc ") and names[0] != "toc heading",
        )

    def _style_chain(self, style_id: str | None) -> list[Any]:
        """The style and those it is based on, the nearest first."""
        chain: list[Any] = []
        while style_id in self._styles and len(chain) < _MAX_STYLES_DEEP:
            chain.append(self._styles[style_id])
            style_id = value_of(chain[-1], "basedOn")
        return chain

    def _number(self, properties: Any | None, chain: list[Any]) -> str | None:
        list_id, depth = value_of(properties, "numPr", "numId"), value_of(properties, "numPr", "ilvl")
        style_id = None
        for style in chain:
            if list_id is not None:
                break
            list_id, style_id = value_of(style, "pPr", "numPr", "numId"), style.get(W + "styleId")
            depth = depth or value_of(style, "pPr", "numPr", "ilvl")
        if list_id is None or list_id == "0" or list_id not in self._lists:
            return None
        definition_id = self._definition_id(list_id)
        at = _whole(depth, self._depth_of_style(definition_id, style_id))
        return self._count(list_id, definition_id, min(at, 8))

    def _definition_id(self, list_id: str) -> str:
        found = value_of(self._lists[list_id], "abstractNumId") or ""
        linked = value_of(self._definitions.get(found), "numStyleLink")
        # A list style keeps its levels in another list's definition.
        other = value_of(self._styles.get(linked or ""), "pPr", "numPr", "numId")
        return (value_of(self._lists.get(other or ""), "abstractNumId") or found) if other else found

    def _depth_of_style(self, definition_id: str, style_id: str | None) -> int:
        definition = self._definitions.get(definition_id)
        if definition is not None and style_id is not None:
            for element in definition.findall(W + "lvl"):
                if value_of(element, "pStyle") == style_id:
                    return _whole(element.get(W + "ilvl"), 0)
        return 0

    def _count(self, list_id: str, definition_id: str, at: int) -> str:
        counters = self._counters.setdefault(definition_id, {})
        restart = self._restart(list_id, at)
        if restart is not None and (list_id, at) not in self._seen:
            counters[at] = restart - 1
        self._seen.add((list_id, at))
        counters[at] = counters.get(at, self._level(list_id, definition_id, at).start - 1) + 1
        for deeper in [depth for depth in counters if depth > at]:
            del counters[deeper]
        levels = {depth: self._level(list_id, definition_id, depth) for depth in range(at + 1)}
        own = levels[at]

        def counted(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            if depth > at:
                return ""
            count = counters.setdefault(depth, levels[depth].start)
            return label(count, "decimal" if own.legal else levels[depth].style)

        return "" if own.style in ("bullet", "none") else _PLACE.sub(counted, own.text).strip()

    def _restart(self, list_id: str, at: int) -> int | None:
        override = self._override(list_id, at)
        given = value_of(override, "startOverride")
        return None if given is None else _whole(given, 1)

    def _override(self, list_id: str, at: int) -> Any | None:
        overrides = self._lists[list_id].findall(W + "lvlOverride")
        return next((o for o in overrides if o.get(W + "ilvl") == str(at)), None)

    def _level(self, list_id: str, definition_id: str, at: int) -> Level:
        override = self._override(list_id, at)
        element = None if override is None else override.find(W + "lvl")
        if element is None and definition_id in self._definitions:
            levels = self._definitions[definition_id].findall(W + "lvl")
            element = next((e for e in levels if e.get(W + "ilvl") == str(at)), None)
        if element is None:
            return Level(text=f"%{at + 1}.")
        return Level(
            start=_whole(value_of(element, "start"), 0),
            style=value_of(element, "numFmt") or "decimal",
            text=value_of(element, "lvlText") or "",
            legal=element.find(W + "isLgl") is not None,
        )


def _heading_level(properties: Any | None, chain: list[Any], names: list[str]) -> int | None:
    for name in names:
        found = _HEADING_NAME.match(name)
        if found or name == "title":
            return int(found[1]) if found else 1
    for holder in (properties, *(style.find(W + "pPr") for style in chain)):
        given = value_of(holder, "outlineLvl")
        if given is not None and _whole(given, 9) < 9:
            return _whole(given, 9) + 1
    return None
