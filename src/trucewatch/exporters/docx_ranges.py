"""Ranges of a Word document's text, marked for comments at the exact runs.

Markers stand beside runs, wherever those are: in the paragraph itself, in a table's cell, in a link, in a
tracked insertion. Word keeps no comments in notes and text boxes: there the range falls back to the
paragraph that the note or box hangs on, and the caller is told so.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _RUN, _RUN_PROPERTIES = W + "p", W + "r", W + "rPr"
_NOTES = {W + "footnote": (W + "footnoteReference", "footnote"), W + "endnote": (W + "endnoteReference", "endnote")}
_TEXT_BOX = W + "txbxContent"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Start and end in the original text, and the element that those words were read from.
Origin = tuple[int, int, Any]


class Sheet:
    """The stretches of a document's text in order; `mark` lays a comment's range over some of them."""

    def __init__(self, origins: Iterable[Origin], body: Any) -> None:
        self._body = body
        kept = [(start, end, element) for start, end, element in origins if end > start]
        self._starts = [start for start, _, _ in kept]
        self._ends = [end for _, end, _ in kept]
        self._elements = [element for _, _, element in kept]

    def mark(self, start: int, end: int, comment_id: int) -> str:
        """Marks the words from `start` to `end` for a comment; returns why the range is elsewhere, or ""."""
        first, last = self._stretches(start, end)
        elsewhere = _why_elsewhere(self._elements[first]) or _why_elsewhere(self._elements[last])
        if elsewhere:
            runs = _runs_of(self._paragraph(first))
            _lay(runs[0], runs[-1], comment_id)
            return elsewhere
        self._part(start)
        self._part(end)
        first, last = self._stretches(start, end)
        _lay(self._elements[first].getparent(), self._elements[last].getparent(), comment_id)
        return ""

    def _stretches(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last stretch that the range touches; the nearest before it when it touches none."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end) - 1
        return (first, last) if first <= last else (max(last, 0), max(last, 0))

    def _part(self, at: int) -> None:
        """Sees to it that a run starts at `at`, when words go on there."""
        index = bisect_right(self._starts, at) - 1
        if index < 0 or at >= self._ends[index] or self._elements[index].getparent().tag != _RUN:
            return
        element = self._elements[index]
        # A stretch whose element is not as long as its words (a line end of two characters) stays whole.
        if self._starts[index] < at and len(element.text or "") == self._ends[index] - self._starts[index]:
            element = _part_text(element, at - self._starts[index])
            self._starts.insert(index + 1, at)
            self._ends.insert(index, at)
            self._elements.insert(index + 1, element)
        if _has_words_before(element):
            _part_run(element)

    def _paragraph(self, index: int) -> Any:
        """The paragraph of the main text that a stretch stands in or hangs on."""
        element = self._elements[index]
        if element.tag in _NOTES:
            tag, _ = _NOTES[element.tag]
            number = element.get(W + "id")
            marks = (mark for mark in self._body.iter(tag) if mark.get(W + "id") == number)
            element = next(marks, None)
            if element is None:
                return next(self._body.iter(_PARAGRAPH))
        return list(element.iterancestors(_PARAGRAPH))[-1]


def _why_elsewhere(element: Any) -> str:
    if element.tag in _NOTES:
        where = f"in a {_NOTES[element.tag][1]}, where Word keeps no comments"
    elif next(element.iterancestors(_TEXT_BOX), None) is not None:
        where = "in a text box, where Word keeps no comments"
    elif element.getparent().tag != _RUN:
        where = "in no run of text"
    else:
        return ""
    return f"The words are {where}; this comment is at the paragraph that they belong to."


def _runs_of(paragraph: Any) -> list[Any]:
    """The runs of a paragraph's own text, those inside text boxes left out; an empty one where it has none."""
    runs = [run for run in paragraph.iter(_RUN) if next(run.iterancestors(_PARAGRAPH)) is paragraph]
    return runs or [_sub(paragraph, _RUN)]


def _part_text(element: Any, length: int) -> Any:
    """Cuts a text element after `length` characters and returns the second part."""
    words = element.text
    rest = deepcopy(element)
    for part, text in ((element, words[:length]), (rest, words[length:])):
        part.text = text
        part.set(_SPACE, "preserve")
    element.addnext(rest)
    return rest


def _has_words_before(element: Any) -> bool:
    return any(sibling.tag != _RUN_PROPERTIES for sibling in element.itersiblings(preceding=True))


def _part_run(element: Any) -> None:
    """Moves the element and what follows it in its run to a run of its own, with the same properties."""
    run = element.getparent()
    moved = [element, *element.itersiblings()]
    rest = deepcopy(run)
    for child in list(rest):
        if child.tag != _RUN_PROPERTIES:
            rest.remove(child)
    run.addnext(rest)
    rest.extend(moved)


def _lay(first: Any, last: Any, comment_id: int) -> None:
    """Lays the range of a comment from the first run to the last, and its mark after the last."""
    number = {W + "id": str(comment_id)}
    first.addprevious(_new(first, W + "commentRangeStart", number))
    last.addnext(_new(last, W + "commentRangeEnd", number))
    reference = _new(last, _RUN, {})
    _sub(_sub(reference, _RUN_PROPERTIES), W + "rStyle").set(W + "val", "CommentReference")
    _sub(reference, W + "commentReference").set(W + "id", str(comment_id))
    # In a link the mark would be part of the link, in an insertion a change: it stands after them.
    outermost = last
    for above in last.iterancestors():
        if above.tag == _PARAGRAPH:
            break
        outermost = above
    (outermost if outermost is not last else last.getnext()).addnext(reference)


def _new(near: Any, tag: str, attributes: dict[str, str]) -> Any:
    return near.makeelement(tag, attributes)


def _sub(parent: Any, tag: str) -> Any:
    child = parent.makeelement(tag, {})
    parent.append(child)
    return child
