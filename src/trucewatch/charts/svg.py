"""Pieces of SVG as text: shapes, words that are wrapped to a width, and the frame around them."""

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_NARROW, _WIDE = frozenset("iljtfrI.,:;'|()[]!/- "), frozenset("mwMWQO@%—…")


def width_of(words: str, size: float) -> float:
    """About how wide the words are drawn, in pixels; rather too wide than too narrow."""
    units = sum(0.34 if c in _NARROW else 0.92 if c in _WIDE else 0.72 if c.isupper() else 0.58 for c in words)
    return units * size


def wrapped(words: str, width: float, size: float, most: int = 4) -> list[str]:
    """The words in lines that fit the width; the last line ends in an ellipsis where words are left over."""
    lines: list[str] = []
    for word in words.split():
        while width_of(word, size) > width and len(word) > 4:
            word = word[:-2]
        if lines and width_of(f"{lines[-1]} {word}", size) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while width_of(f"{last} …", size) > width and len(last) > 1:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[: most - 1], f"{last} …"]


def tag(name: str, attributes: Mapping[str, str | float], content: str = "") -> str:
    """One element; numbers are rounded so that the same input gives the same text everywhere."""
    shown = "".join(f" {key}={quoteattr(_plain(value))}" for key, value in attributes.items())
    return f"<{name}{shown}>{content}</{name}>" if content else f"<{name}{shown}/>"


def text(x: float, y: float, words: str, size: float, **style: str) -> str:
    """One line of words; names of attributes are written with an underscore for the dash."""
    attributes: dict[str, str | float] = {
        "x": x,
        "y": y,
        "font-size": size,
        **{k.replace("_", "-"): v for k, v in style.items()},
    }
    return tag("text", attributes, escape(words) or " ")


def picture(width: float, height: float, title: str, parts: Iterable[str]) -> str:
    """The whole picture on white, with a title for screen readers."""
    inner = "\n".join(
        [
            f"<title>{escape(title)}</title>",
            tag("rect", {"width": "100%", "height": "100%", "fill": "#ffffff"}),
            *parts,
        ]
    )
    head: dict[str, str | float] = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": width,
        "height": height,
        "viewBox": f"0 0 {_plain(width)} {_plain(height)}",
        "font-family": FONT,
        "role": "img",
    }
    return tag("svg", head, f"\n{inner}\n") + "\n"


def _plain(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
