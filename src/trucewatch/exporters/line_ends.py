"""What the line ends of a text mean, for exports that set it anew: wrapped, ended, or a blank line."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

# A shorter line is one that was meant to end there, as in a title or a list of signatories.
_WRAPPED = 50
_SIGN = re.compile(r"[\r\n\f]")
_BLANK = re.compile("[ \t]")
_LINE_END = re.compile(r"(?:\r\n?|\n|\f)(?:[ \t]*(?:\r\n?|\n|\f))*")


class Means(Enum):
    """What a line end stands for."""

    WRAP = "wrap"
    END = "end"
    BLANK = "blank"


class LineEnd(NamedTuple):
    """A line end, or several with nothing but blanks between them."""

    start: int
    end: int
    means: Means


def line_ends(text: str, start: int, end: int) -> Iterator[LineEnd]:
    """The line ends of the text between two offsets; the length of a whole line tells what its end means."""
    for match in _LINE_END.finditer(text, start, end):
        before = text[max(0, match.start() - _WRAPPED) : match.start()]
        if len(_BLANK.sub("", match.group().replace("\r\n", "\n"))) > 1:
            means = Means.BLANK
        else:
            means = Means.WRAP if len(before) == _WRAPPED and _SIGN.search(before) is None else Means.END
        yield LineEnd(match.start(), match.end(), means)
