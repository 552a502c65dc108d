"""How far an agreement covers the checklist, as one strip: a cell for each component."""

from collections.abc import Iterator, Sequence

from trucewatch.core.model import ComponentCoverage, Level

from .svg import picture, tag, text, width_of

# Colour and letter say the same, so that nothing is lost in grey or to a colour-blind eye.
SHOWN = {
    Level.SPECIFIC: ("S", "#2f6b3a", "#ffffff"),
    Level.VAGUE: ("V", "#e3b23c", "#1c2733"),
    Level.MENTIONED: ("M", "#f3dfa8", "#1c2733"),
    Level.ABSENT: ("–", "#ffffff", "#b3151d"),
    Level.NOT_APPLICABLE: ("·", "#e7e9ec", "#5b6672"),
}
_CELL, _MARGIN, _TOP = 30.0, 24.0, 60.0


def component_strip_svg(components: Sequence[ComponentCoverage], title: str) -> str:
    """The strip, with the components' names above their cells and what the letters mean below."""
    names = max((width_of(c.id, 12) for c in components), default=0.0)
    top = _TOP + names + 8
    width = max(2 * _MARGIN + _CELL * len(components) + 20, 760.0)
    parts = [text(_MARGIN, 30, title, 18, font_weight="bold", fill="#1c2733")]
    for place, component in enumerate(components):
        parts += _cell(_MARGIN + place * _CELL, top, component)
    parts += _legend(top + _CELL + 34)
    return picture(width, top + _CELL + 56, f"Components of {title}", parts)


def _cell(x: float, top: float, component: ComponentCoverage) -> Iterator[str]:
    letter, fill, ink = SHOWN[component.level]
    at = f"rotate(-90 {x + _CELL / 2 + 4:.1f} {top - 8:.1f})"
    yield text(x + _CELL / 2 + 4, top - 8, component.id, 12, transform=at, fill="#1c2733")
    style: dict[str, str | float] = {
        "x": x,
        "y": top,
        "width": _CELL - 3,
        "height": _CELL,
        "fill": fill,
        "stroke": "#5b6672",
    }
    yield tag("rect", style)
    yield text(x + _CELL / 2 - 1.5, top + 20, letter, 14, fill=ink, text_anchor="middle", font_weight="bold")


def _legend(y: float) -> Iterator[str]:
    x = _MARGIN
    for level, (letter, fill, ink) in SHOWN.items():
        style: dict[str, str | float] = {
            "x": x,
            "y": y - 14,
            "width": 20,
            "height": 20,
            "fill": fill,
            "stroke": "#5b6672",
        }
        yield tag("rect", style)
        yield text(x + 10, y + 1, letter, 13, fill=ink, text_anchor="middle", font_weight="bold")
        yield text(x + 28, y + 1, level.value, 13, fill="#1c2733")
        x += 28 + width_of(level.value, 13) + 26
