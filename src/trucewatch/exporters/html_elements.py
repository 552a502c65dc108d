"""HTML built from values: every text is escaped on the way in, so that no document can add markup of its own."""

import re
from collections.abc import Iterable
from html import escape

_VOID = frozenset({"meta", "wbr"})
# Characters that HTML cannot hold.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")


class Html(str):
    """Markup that is safe as it stands."""

    __slots__ = ()


def text(words: str) -> Html:
    """The words as markup; what HTML cannot hold becomes a replacement character."""
    return Html(escape(_UNPRINTABLE.sub("\ufffd", words)))


def tag(name: str, /, *children: str | Iterable[str] | None, **attributes: str | bool | None) -> Html:
    """An element. Plain strings are escaped, `None` is left out; `class_` names the attribute `class`."""
    opened = name + "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{opened}>")
    return Html(f"<{opened}>{join(*children)}</{name}>")


def join(*children: str | Iterable[str] | None) -> Html:
    """The children one after the other."""
    parts: list[str] = []
    for child in children:
        if isinstance(child, str):
            parts.append(child if isinstance(child, Html) else text(child))
        elif child is not None:
            parts += [part if isinstance(part, Html) else text(part) for part in child]
    return Html("".join(parts))


def _attribute(key: str, value: str | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(value)}"'
